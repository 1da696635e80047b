/// @file
/// Printing amounts as tables want them: units, separators, minus marks, 억/만 mixed form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "yesan/base/result.h"
#include "yesan/money/amount.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/rounding.h"
#include "yesan/money/unit.h"

namespace yesan {

/// How an amount is to be printed. The defaults print whole won with commas and Δ: `Δ1,129,462`.
struct AmountFormat {
  /// Unit of the figure: kThousandWon prints 4,066,896,000 won as `4,066,896`. kNone is taken as kWon.
  /// Not kPercent.
  Unit unit = Unit::kWon;
  /// Digits after the point, in the closed range [0, 38]: 1 in 억원 prints 36,593,000,000 won as `365.9`.
  std::int32_t digits = 0;
  /// What to do when digits are lost. The default refuses to lose one.
  Rounding rounding = Rounding::kUnnecessary;
  bool grouped = true;  ///< Commas between groups of three.
  SignMark minus =
      SignMark::kDelta;  ///< What stands before a negative figure. Not kNone, not kPlus.
  /// Write the unit behind the figure: `4,066,896천원`.
  bool write_unit = false;
};

/// An amount of won in the unit of a table.
///
/// Worked: 4,066,896,000 won as {kThousandWon, 0, kUnnecessary, write_unit} is `4,066,896천원`;
/// −892,973,000 won as {kMillionWon, 0, kHalfUp, minus kTriangle} is `△893`. A figure that rounds to
/// zero has no minus mark. Without rounding, ParseAmount reads the same amount back (with
/// parentheses_are_negative where kParentheses is the mark).
///
/// Refuses: Code::kInexact if kUnnecessary would lose a digit; Code::kWrongUnit for kPercent;
/// Code::kInvalidArgument for a mark that is no minus or numbers that are no Unit, Rounding or
/// SignMark; Code::kOutOfRange for digits outside [0, 38]; Code::kOverflow.
[[nodiscard]] Result<std::string> FormatMoney(Money amount, const AmountFormat& format = {});

/// A number as it stands, whatever it counts; `unit` only names what is written behind it, also `%`.
/// `digits` is the least number of digits after the point when `rounding` is kUnnecessary and the
/// exact number otherwise: 28.75 as {kPercent, write_unit} is `28.75%`; −21.7356 with {digits 0,
/// kHalfUp} is `Δ22`. Refuses as FormatMoney.
[[nodiscard]] Result<std::string> FormatNumber(const Decimal& number,
                                               const AmountFormat& format = {});

/// Bytes that FormatAmount below can need: a mark of 3, 19 digits, 6 commas, rounded up.
inline constexpr std::size_t kFormatAmountBytes = 32;

/// Writes whole won with commas into the caller's memory and returns the end; for tables with many
/// figures. `Δ1,129,462`; kParentheses writes `(1,129,462)`. No NUL is written. Never refuses.
/// @pre buffer has kFormatAmountBytes bytes, all of which may be written to; minus is a minus mark.
char* FormatAmount(Money amount, char* buffer, SignMark minus = SignMark::kDelta) noexcept;

/// An amount as it was printed, digit for digit: FormatAmount(*ParseAmount(text)) is Trim(text) for every
/// text that ParseAmount reads.
[[nodiscard]] std::string FormatAmount(const Amount& amount);

/// An amount in 조, 억, 만: 639,639,000,000 won is `6,396억 3,900만원`, 34,836,900,000,000 won is
/// `34조 8,369억원`, 305,000 won `30만 5,000원`, 0 `0원`. Each part is grouped by commas; parts that are zero
/// are left out. Exact, since nothing is left out that is not zero. Never refuses.
[[nodiscard]] std::string FormatMixed(Money amount, SignMark minus = SignMark::kDelta);

}  // namespace yesan
