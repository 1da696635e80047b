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

/// The text with blanks in place of a figure and the unit printed at it; offsets stay as they are.
[[nodiscard]] std::string BlankOut(std::string_view text, TextSpan figure);

}  // namespace yesan::internal
