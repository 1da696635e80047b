/// @file
/// Results of formulas that are printed as one figure and read as another. Private.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yesan/budget/formula.h"

namespace yesan::internal {

/// A figure that a slip tore apart, and what it likely is.
struct BrokenFigure {
  TextSpan span;  ///< The digits and what stands between them, without a unit.
  Decimal likely;
};

/// The figure behind the last `=` whose separator is none: a blank behind or in place of a comma (`= 301, 400천원`,
/// `= 301 400천원`), or a point (`= 301.400천원`). Nothing where the text may be read as it stands: two amounts, decimals
/// of 백만원 and above.
[[nodiscard]] std::optional<BrokenFigure> FindBrokenFigure(std::string_view text);

/// A factor behind a times sign whose commas stand wrongly, the `3,0` of `10,000원×3,0명`: a list is none there.
[[nodiscard]] std::optional<TextSpan> FindBrokenFactor(std::string_view text);

/// Where the product begins whose factor stands at `factor`: the 10,000원 of `10,000원×30명×3,0회`.
[[nodiscard]] std::size_t BeginOfProduct(std::string_view text, std::size_t factor);

/// The text with blanks in place of a figure and the unit printed at it; offsets stay as they are.
[[nodiscard]] std::string BlankOut(std::string_view text, TextSpan figure);

}  // namespace yesan::internal
