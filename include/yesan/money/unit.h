/// @file
/// Units in which Korean budgets print money: 원, 천원, 백만원, 억원, and the headings that name them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "yesan/base/message.h"
#include "yesan/base/result.h"

namespace yesan {

/// What a printed figure counts. The numbers are those of the C API and never change.
///
/// Tables are kept in 천원, summaries in 백만원 or 억원, settlements in 원. The unit belongs to the
/// table; a figure may carry its own (`4,066,896천원`), which then holds for that figure alone.
enum class Unit : std::int32_t {
  kNone = 0,                ///< Not printed. The table's unit holds.
  kWon = 1,                 ///< 원: 1 won.
  kThousandWon = 2,         ///< 천원: 10^3 won.
  kTenThousandWon = 3,      ///< 만원: 10^4 won.
  kHundredThousandWon = 4,  ///< 십만원: 10^5 won.
  kMillionWon = 5,          ///< 백만원: 10^6 won.
  kTenMillionWon = 6,       ///< 천만원: 10^7 won.
  kHundredMillionWon = 7,   ///< 억원: 10^8 won.
  kTrillionWon = 8,         ///< 조원: 10^12 won.
  kPercent = 9,             ///< %: a rate, no money.
};

/// How many won one of the unit is: 1,000 for Unit::kThousandWon. 0 for a unit that is not one of
/// money (Unit::kNone, Unit::kPercent) and for a number that is no Unit.
[[nodiscard]] constexpr std::int64_t FactorInWon(Unit unit) noexcept {
  switch (unit) {
    case Unit::kWon:
      return 1;
    case Unit::kThousandWon:
      return 1'000;
    case Unit::kTenThousandWon:
      return 10'000;
    case Unit::kHundredThousandWon:
      return 100'000;
    case Unit::kMillionWon:
      return 1'000'000;
    case Unit::kTenMillionWon:
      return 10'000'000;
    case Unit::kHundredMillionWon:
      return 100'000'000;
    case Unit::kTrillionWon:
      return 1'000'000'000'000;
    case Unit::kNone:
    case Unit::kPercent:
      break;
  }
  return 0;
}

/// How many zeros FactorInWon has: 3 for 천원; 0 for 원 and for a unit that is not one of money.
[[nodiscard]] constexpr int DigitsInWon(Unit unit) noexcept {
  int digits = 0;
  for (std::int64_t factor = FactorInWon(unit); factor >= 10; factor /= 10) ++digits;
  return digits;
}

/// Whether the unit counts money.
[[nodiscard]] constexpr bool IsMoney(Unit unit) noexcept { return FactorInWon(unit) != 0; }

/// The unit as print has it, `천원` or `%`; in English `thousand won` or `%`. Empty for Unit::kNone
/// and for a number that is no Unit.
[[nodiscard]] std::string_view Name(Unit unit, Language language = Language::kKorean) noexcept;

/// The unit that a piece of text is: `천원`, `천 원`, `％`. White space anywhere in it is passed over.
/// Unit::kNone when the text is no unit of this list; that is an answer, not a refusal.
[[nodiscard]] Unit FindUnit(std::string_view text) noexcept;

/// The heading above a table that names its unit: `(단위 : 천원, %)`.
struct UnitHeading {
  Unit unit = Unit::kNone;   ///< Unit of the amounts; kNone when it names none: `(단위: % )`.
  bool has_percent = false;  ///< Whether percent columns share the heading: `(단위 : 천원, %)`.
  /// What else the heading says, trimmed: `VAT포함` in `(단위 : 천원, VAT포함)`, `명` in `(단위 : 명)`.
  /// From the first entry that is not understood to the last such one; a second unit of money is one
  /// of them. Points into the text that was read and lives as long as that.
  std::string_view remark;
  std::size_t offset = 0;  ///< First byte of the heading in the text, its bracket included.
  std::size_t length = 0;  ///< Bytes of the heading: [offset, offset + length).
};

/// Finds the first heading of a unit in a text, usually one line of a document.
///
/// Read are `(단위 : 천원, %)` · `(단위: 백만원, %)` · `(단위 : 천 원)` · `(단위 : 천원, VAT포함)` ·
/// `(단위: % )` · `[단위:천원]` · `단위 : 원`; brackets ( ) [ ] { } < > and 〈 〉 【 】; full-width
/// brackets, colon and comma; entries parted by `,` `、` `/` `·`. In brackets the colon may be missing
/// (`(단위 천원)`); without brackets it must stand, and 단위 must begin a word. A heading ends at its
/// closing bracket; where that is missing, as in a torn line, before the next bracket, tab or line end.
///
/// Worked: in `예산 총괄 (단위 : 천원, %)` the heading is {kThousandWon, percent, no remark, [14, 36)}.
///
/// A heading of something else is one too: `(단위 : 명)` is {kNone, no percent, remark `명`}. So is one in
/// a unit that has no name here: `(단위 : 십억원)`, `(단위 : 원/명)`.
///
/// Refuses: Code::kSyntax when there is no heading; Code::kInvalidUtf8 when there is none and the text
/// is not UTF-8.
[[nodiscard]] Result<UnitHeading> ParseUnitHeading(std::string_view text);

/// Whether a text holds what ParseUnitHeading would read. Cheap: nothing is allocated.
[[nodiscard]] bool HasUnitHeading(std::string_view text) noexcept;

}  // namespace yesan
