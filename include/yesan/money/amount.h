/// @file
/// An amount as it is printed in one cell, and what it means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/unit.h"

namespace yesan {

/// What stands in a number cell. Nothing, a dash, `0` and a word are different facts and stay so.
/// The numbers are those of the C API.
enum class AmountKind : std::int32_t {
  kBlank = 0,  ///< Nothing but white space.
  kDash = 1,   ///< `-` `–` `—` (also U+2015 and U+2212): no amount, said so.
  kWord = 2,   ///< One of AmountWord.
  kValue = 3,  ///< A figure.
};

/// Words that stand in number cells. The numbers are those of the C API.
enum class AmountWord : std::int32_t {
  kNone = 0,           ///< No word.
  kPureIncrease = 1,   ///< 순증: all of it is new; there is no base for a rate.
  kPureDecrease = 2,   ///< 순감: all of it is gone.
  kNew = 3,            ///< 신규: a new program.
  kSameAsPrior = 4,    ///< 전년동: as last year.
  kNotEstimated = 5,   ///< 미산정: not worked out.
  kNotApplicable = 6,  ///< 해당없음, also printed 해당 없음.
};

/// The word as print has it, e.g. `순증`; empty for AmountWord::kNone.
[[nodiscard]] std::string_view KoreanName(AmountWord word) noexcept;
/// `pure_increase`, `not_applicable`, …; empty for AmountWord::kNone.
[[nodiscard]] std::string_view Name(AmountWord word) noexcept;

/// The mark that makes a figure negative (or, kPlus, says that it is not). Korean budgets print Δ or
/// △, the press ▲, spreadsheets - or −. The numbers are those of the C API.
enum class SignMark : std::int32_t {
  kNone = 0,
  kDelta = 1,          ///< Δ U+0394 Greek capital delta
  kIncrement = 2,      ///< ∆ U+2206 increment
  kTriangle = 3,       ///< △ U+25B3 white up-pointing triangle
  kSmallTriangle = 4,  ///< ▵ U+25B5 white up-pointing small triangle
  kBlackTriangle = 5,  ///< ▲ U+25B2 black up-pointing triangle
  kDownTriangle = 6,   ///< ▽ U+25BD white down-pointing triangle
  kHyphen = 7,         ///< - U+002D hyphen-minus
  kMinus = 8,          ///< − U+2212 minus sign
  kParentheses = 9,    ///< (1,234): only where AmountOptions says that brackets are negative
  kPlus = 10,          ///< + U+002B: positive, and said so
};

/// The mark itself as UTF-8; empty for kNone and kParentheses.
[[nodiscard]] std::string_view SignText(SignMark mark) noexcept;
/// Whether the mark makes a figure negative: all but kNone and kPlus.
[[nodiscard]] constexpr bool IsNegative(SignMark mark) noexcept {
  return mark != SignMark::kNone && mark != SignMark::kPlus;
}

/// What is wrong with the way a figure is printed, though it can be read. A reader keeps such a
/// figure; a check makes a finding of it, with likely(). The numbers are those of the C API.
enum class AmountFault : std::int32_t {
  kNone = 0,
  /// Commas do not part groups of three: `35,498,8000`. Taken as right: the digits. `value` and
  /// likely() are both 354,988,000.
  kMisplacedComma = 1,
  /// One comma, with one or two digits behind it (`24,0%` `97,8`), or a lone 0 before it (`0,125`): it
  /// is likely a decimal point. value is what the digits say without it (240), likely() 24.0.
  kCommaForPoint = 2,
  /// A point with three digits behind it in a column of whole figures: `99.862`, `11.234`,
  /// `1.129.462`. It is likely a comma. value is 99.862, likely() 99,862. More than one point has no
  /// reading but the likely one, and value is that.
  kPointForComma = 3,
  /// A part of a figure in 십만, 천만 or a lower part of a mixed figure is too large for its place:
  /// `10,000천만원`, `3억 51,000만원`. value is what is written; likely_unit() of the first is 천원.
  kStackedUnit = 4,
  /// A formal amount whose words are not its digits: `금120,000,000원(금일억삼천만원)`. value and likely() are what the
  /// digits say; which of the two is meant cannot be known (ParseFormalAmount gives both).
  kWordsDiffer = 5,
};

/// `misplaced_comma`, `comma_for_point`, …; empty for AmountFault::kNone.
[[nodiscard]] std::string_view Name(AmountFault fault) noexcept;

/// How amounts of a column are to be read.
struct AmountOptions {
  /// The column holds whole figures, as columns of money do, so that `99.862` is likely a slip for
  /// 99,862. Set it to false for rates and quantities. A figure with % or with a unit above 원 is never
  /// taken for such a slip: `99.862천원` is 99,862 won.
  bool whole = true;
  /// `(247,296,958)` is negative. Only where the table says so: elsewhere brackets hold a part of the
  /// amount (paired_amount.h) or a pre-enactment amount (성립전), and are refused here.
  bool parentheses_are_negative = false;
  /// Refuse a figure with a fault (Code::kWrongGrouping) instead of keeping it.
  bool refuse_faults = false;
};

/// What is printed in one number cell and what it means. A plain value: it does not point into the
/// text, may be kept and copied, and FormatAmount (format.h) gives back what was printed.
///
/// Worked: `Δ1,129,462` is {kValue, value −1129462, unit kNone, sign kDelta, grouped};
/// `4,066,896천원` is {kValue, value 4066896, unit kThousandWon, grouped, won_written};
/// `34조 8,369억원` is {kValue, value 34836900000000, unit kWon, mixed, won_written}.
struct Amount {
  AmountKind kind = AmountKind::kBlank;
  AmountWord word = AmountWord::kNone;     ///< Which word, when kind is kWord.
  AmountFault fault = AmountFault::kNone;  ///< What is wrong with the notation.
  SignMark sign = SignMark::kNone;  ///< The mark before the figure. `Δ0` keeps it; its value is 0.
  /// The unit printed with the figure; kNone when none is. kWon for a mixed figure.
  Unit unit = Unit::kNone;
  std::uint8_t spaces_after_sign = 0;   ///< `△   5,811`: 3.
  std::uint8_t digits_after_comma = 0;  ///< kCommaForPoint: digits behind the comma. 0 otherwise.
  bool grouped = false;                 ///< Whether a thousands separator is printed.
  bool mixed = false;  ///< Written in parts (`34조 8,369억원`, `3천9백만`): value is in won.
  /// Whether 원 is printed. `365.93억` and the `10만` of `10만명` name a power of ten and no money.
  bool won_written = false;
  Decimal
      value;  ///< The figure in `unit`, its digits after the point kept (`24.0` has one). 0 if none.
  /// What was printed, trimmed, if the fields above do not give it back: wrong grouping, full-width
  /// digits, mixed units, zeros in front, a space before the unit, a note. Empty otherwise.
  std::string irregular;
  /// Where the trailing note begins in `irregular`; 0: there is none.
  std::uint32_t note_offset = 0;

  /// Whether there is a figure.
  [[nodiscard]] bool has_value() const noexcept { return kind == AmountKind::kValue; }

  /// The likely figure when there is a fault, in likely_unit(); otherwise value.
  [[nodiscard]] Decimal likely() const noexcept;
  /// The likely unit when there is a fault: 천원 for `10,000천만원`; otherwise unit.
  [[nodiscard]] Unit likely_unit() const noexcept;

  /// What follows the figure, brackets included: `(VAT포함)` of `1,000원(VAT포함)`, `*`, `주1)`.
  [[nodiscard]] std::string_view note() const noexcept {
    return note_offset == 0 ? std::string_view() : std::string_view(irregular).substr(note_offset);
  }

  /// The amount in won, exactly: 4,066,896천원 is 4,066,896,000.
  ///
  /// `default_unit` is the unit of the table and holds when the figure carries none. The literal
  /// figure counts, whatever the fault.
  ///
  /// Refuses: Code::kSyntax if there is no figure (blank, dash, word); Code::kWrongUnit if the unit is
  /// not one of money; Code::kInexact if a fraction of a won would be lost (`0.0005천원`);
  /// Code::kOverflow beyond the range of Money.
  [[nodiscard]] Result<Money> InWon(Unit default_unit = Unit::kWon) const;

  /// The figure as a plain number, for counts: the `10만` of `10만명` is 100,000, `1,160,800원` is
  /// 1160800, `5,196` is 5196, `36.1%` is 36.1.
  ///
  /// Refuses: Code::kSyntax if there is no figure; Code::kOverflow beyond 38 digits.
  [[nodiscard]] Result<Decimal> InOnes() const;

  /// Equal when they mean the same and print the same.
  friend bool operator==(const Amount& a, const Amount& b) noexcept;
  friend bool operator!=(const Amount& a, const Amount& b) noexcept { return !(a == b); }
};

/// Reads a whole cell as one amount.
///
/// The cell, white space at its ends removed, must be an amount and nothing else:
///   [sign [spaces]] figure [spaces] [unit] [note]
/// - sign: one of SignMark. Digits: ASCII or full-width, in one figure even; full-width comma, point,
///   percent, plus, minus and brackets likewise. A figure begins with a digit and has at most 38 of
///   them, zeros in front not counted.
/// - unit: one of Unit, inner spaces allowed (`천 원`); 억, 조, 만 … also without 원.
/// - mixed: parts of falling size: `6,396억 3천9백만원`, `10조 4,305억 7,344만 원`, `30만3천원`.
/// - `금` or `일금` in front and then 정 or 整 behind 원, as formal papers have them: `일금 120,000,000원정`. The amount in words may
///   follow as a remark, `금120,000,000원(금일억이천만원)`: the digits are the figure and the note keeps the words. Behind 금
///   the words may also stand alone, or first: `일금 일억이천만원정(₩120,000,000)`. Words that say another amount than the
///   digits are a fault (kWordsDiffer).
/// - note: one of `*` `†` `‡` `※` `¹`…, `주)` `주1)`, or one remark in round brackets that is no amount
///   (`(VAT포함)`).
/// - nothing at all, a dash, or a word of AmountWord is an amount without a figure.
///
/// A figure whose commas or points stand wrongly is read and carries a fault, unless
/// AmountOptions::refuse_faults. A comma at either end of a figure, two in a row or one behind the
/// point have no reading at all.
///
/// Refuses, with the place (line 1, column in characters, byte span within `text`):
/// Code::kInvalidUtf8; Code::kWrongGrouping as said; Code::kOverflow for more than 38 digits, in time
/// linear in the text; Code::kSyntax for everything else (NUL bytes are just that).
///
/// Nothing is allocated for a figure that needs no `irregular`.
[[nodiscard]] Result<Amount> ParseAmount(std::string_view text, const AmountOptions& options = {});

/// Reads the amount with which a text begins, and says how many bytes it took.
///
/// The same notation, but white space in front is not passed over, a figure must be there (no blank,
/// dash, word), no note is read, and the text may go on: from `1,160,800원 X 19명` it takes
/// `1,160,800원`, from `13,717명` `13,717`, from `10만명` `10만` with won_written false, so that the
/// counter is left. 조 before another Hangul letter than 원 is left over too (`3조각`). White space is
/// only taken inside an amount, never at its end.
///
/// Refuses as ParseAmount, with `*consumed` untouched.
[[nodiscard]] Result<Amount> ParseAmountPrefix(std::string_view text, const AmountOptions& options,
                                               std::size_t* consumed);

/// Whether a cell begins as an amount may begin (blank, digit, sign, dash, bracket, word): a glance
/// that spares prose the cost of a refusal. False means that ParseAmount would refuse.
[[nodiscard]] bool MayBeAmount(std::string_view text) noexcept;

}  // namespace yesan
