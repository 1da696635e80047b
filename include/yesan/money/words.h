/// @file
/// Amounts in words (한글 금액): `금4,066,896,000원(금사십억육천육백팔십구만육천원)`.
#pragma once

#include <string>
#include <string_view>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"

namespace yesan {

/// A whole number in Korean words, as official papers write it: 일 is always written (일십일만), which
/// keeps a 일 from being put in later, and there are no spaces. By fours: 만 10^4, 억 10^8, 조 10^12, 경
/// 10^16, 해 10^20, 자 10^24, 양 10^28. Zero is 영. The name of 10^32 is 구, which is also nine, so that
/// 일십구 would be two numbers: the words end at 10^32 − 1.
///
/// Worked: 4,066,896,000 is `사십억육천육백팔십구만육천`, 113,560 is `일십일만삼천오백육십`. Source of the rule:
/// 행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조 제2항.
///
/// Refuses: Code::kInexact for a fraction other than zero; Code::kOutOfRange for a negative number, for
/// which the rule has no words; Code::kOverflow from 10^32 on.
[[nodiscard]] Result<std::string> WriteInWords(const Decimal& number);

/// What words say.
struct WordsReading {
  Decimal number;  ///< Whole, scale 0, not negative.
  /// Whether the words are those that WriteInWords writes. `십일만` (일 left out) and `사십억 육천만` (a space)
  /// are understood, but are not.
  bool canonical = false;
};

/// Reads a number in words: the digits 영 일 이 삼 사 오 육 칠 팔 구, also 공 and 륙, 십 백 천 and the names of
/// WriteInWords, each in falling order. 일 may be left out before 십, 백, 천 and 만; spaces may stand between
/// words. Digits one after another (`이공이일`) are no number in words, nor is anything with 구 or 간 as the name of a power.
///
/// Refuses, with place: Code::kSyntax, Code::kInvalidUtf8.
[[nodiscard]] Result<WordsReading> ParseWords(std::string_view text);

/// An amount in figures and in words, for a contract or a receipt: 113,560 won is
/// `금113,560원(금일십일만삼천오백육십원)`. Refuses a negative amount with Code::kOutOfRange.
[[nodiscard]] Result<std::string> FormatFormalAmount(Money amount);

/// What a formal amount says, twice.
struct FormalAmount {
  Money figures;           ///< What the figures say.
  Money words;             ///< What the words say.
  bool canonical = false;  ///< Whether the text is what FormatFormalAmount writes.

  /// Whether both say the same. If not, a check makes a finding of it; neither is taken as right.
  [[nodiscard]] bool agrees() const noexcept { return figures == words; }
};

/// Reads `금4,066,896,000원(금사십억육천육백팔십구만육천원)`. Spaces may stand between its parts, 금 may be 일금, the second one
/// may be missing, the figures may have any unit of money (`금500천원(금오십만원)`), either may end in 원정 or 원整. The words
/// may come first, and ₩ may stand for 원: `일금 일억이천만원정(₩120,000,000)`.
///
/// Refuses, with place: Code::kSyntax; Code::kWrongGrouping for a figure with a fault; Code::kWrongUnit for
/// figures without 원; Code::kInexact and Code::kOverflow as Amount::InWon; Code::kInvalidUtf8.
[[nodiscard]] Result<FormalAmount> ParseFormalAmount(std::string_view text);

}  // namespace yesan
