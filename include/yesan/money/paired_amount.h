/// @file
/// A cell that holds an amount and a part of it: `(x-) 5,196,358`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "yesan/base/result.h"
#include "yesan/money/amount.h"

namespace yesan {

/// What a cell says beside its amount. The numbers are those of the C API.
enum class PartKind : std::int32_t {
  kNotStated = 0,  ///< `5,196,358`: nothing is said of a part. Not the same as kNone.
  kNone = 1,       ///< `(x-) 5,196,358`: there is no such part, and the cell says so.
  kStated = 2,     ///< `(x 1,234) 5,000`, `[국 1,234] 5,000`: a labelled part, before the amount.
  /// `9,200 (ⓧ 4,368)`, `(분 5,824)`: a labelled part behind an amount or alone.
  kStatedAfter = 3,
  /// `247,328(180,642)`: no label. By custom last year's amount, or one used before enactment
  /// (성립전): the table's heading says which.
  kParenthesized = 4,
  /// `[16,225]`: no label, square brackets. By custom what was really spent of it.
  kSquareBracketed = 5,
};

/// `not_stated`, `none`, `stated`, `stated_after`, `parenthesized`, `square_bracketed`.
[[nodiscard]] std::string_view Name(PartKind kind) noexcept;

/// One part in brackets, without the amount it belongs to: `(x-)`, `(ⓧ 4,368)`, `[국 2,520,234]`.
struct AmountPart {
  PartKind kind = PartKind::kNotStated;
  /// The label: `x` for x, X, ×, ⓧ, Ⓧ and their full-width forms, else as printed: `국`, `분`, `군`,
  /// `국비`, `시도`, Hangul in letters (NFD) made whole. Empty without one.
  ///
  /// x is the sign for the part that national subsidies (국고보조금) pay; it is a letter and no
  /// multiplication. 국 도 시 군 구 균 기 분 특 조 are letters of the sources of money.
  std::string label;
  Amount amount;  ///< The part. kDash for kNone; otherwise a figure.
};

/// An amount with the part that its cell states. The part is contained in the total and is never
/// added to it; their signs are independent: `(x 300) Δ1,129,462`.
///
/// Worked: `(x-) Δ1,129,462` is {kNone, label x, total −1129462}; `(x-)` alone is {kNone, total blank};
/// `247,328(180,642)` is {kParenthesized, part 180642, total 247328}.
struct PairedAmount {
  PartKind part_kind = PartKind::kNotStated;
  std::string label;  ///< As AmountPart::label.
  Amount part;        ///< The part: kBlank if not stated, kDash if none, else a figure.
  Amount total;       ///< The amount; kBlank when only a part is printed.
  std::string
      printed;  ///< The cell as printed, trimmed; empty when no part is (total gives it back).
};

/// Equal when they mean the same and print the same.
[[nodiscard]] bool operator==(const PairedAmount& a, const PairedAmount& b) noexcept;
[[nodiscard]] inline bool operator!=(const PairedAmount& a, const PairedAmount& b) noexcept {
  return !(a == b);
}

/// Reads a whole cell as an amount with or without one part in brackets, before or behind it.
///
/// - `(` label `-` `)` is PartKind::kNone; `(` label figure `)` a part. A label is one of the x signs,
///   or 1–5 Hangul letters; white space around it does not matter.
/// - Brackets: ( ) and [ ], ASCII or full-width. `(180,642)` alone is kParenthesized with a blank total;
///   `(-)` is kNone without a label.
/// - With AmountOptions::parentheses_are_negative a bracket without a label is the sign of the amount.
/// - Without brackets the cell is read as by ParseAmount.
///
/// Refuses, with place, as ParseAmount, and Code::kSyntax for a second part: a row of parts, as it
/// stands behind a formula, is read with ParsePartPrefix, one by one.
[[nodiscard]] Result<PairedAmount> ParsePairedAmount(std::string_view text,
                                                     const AmountOptions& options = {});

/// Reads the bracketed part with which a text begins, and says how many bytes it took:
/// `(ⓧ 4,368)(분 5,824)` gives {kStatedAfter, x, 4368} and 12. For the text behind a formula.
///
/// Refuses: Code::kSyntax when the text does not begin with a part; otherwise as ParseAmount.
/// `*consumed` is untouched then.
[[nodiscard]] Result<AmountPart> ParsePartPrefix(std::string_view text,
                                                 const AmountOptions& options,
                                                 std::size_t* consumed);

/// The cell as it was printed; without a part, as FormatAmount(total).
[[nodiscard]] std::string FormatPairedAmount(const PairedAmount& pair);

}  // namespace yesan
