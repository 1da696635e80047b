/// @file
/// Entrustment contracts (민간위탁 협약): with whom, from when to when, renewed how often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/calendar/date.h"
#include "yesan/calendar/period.h"

namespace yesan {

/// What a line of history says of a contract. The numbers are those of the C API.
enum class ContractEvent : std::int32_t {
  kConcluded = 1,  ///< 위수탁 협약체결, 계약 체결.
  kRenewed = 2,    ///< 재계약, 재위탁, 재협약.
  kExtended = 3,   ///< 연장.
};

/// A line of history that concludes, renews or extends a contract.
struct ContractTerm {
  ContractEvent event = ContractEvent::kConcluded;
  std::optional<Date>
      concluded_on;  ///< The day before the colon, when one is printed: `2012.08.23 : 협약체결`.
  std::optional<Period>
      period;  ///< The days it runs, when they are printed beside it: `재계약(18.08.23~21.08.22)`.
  std::size_t line = 0;    ///< Index of the line.
  std::size_t offset = 0;  ///< First byte of the period, else of the word, in the line.
  std::size_t length = 0;  ///< Its bytes.
};

/// What the history says of a program's entrustment.
struct Contract {
  std::string grantee;  ///< 수탁자: `사단법인 마을`; the last one named; empty when none is.
  std::vector<ContractTerm> terms;  ///< In the order of the lines.

  /// Whether there is any.
  [[nodiscard]] bool empty() const noexcept { return terms.empty(); }
  /// The term that runs the longest: of those with a printed last day, the one whose last day is the latest; null when
  /// no last day is printed.
  [[nodiscard]] const ContractTerm* last_term() const noexcept;
  /// The last day on which the contract runs (closed), as far as the document says; nothing when it says none or when a
  /// term has an open end (`~현재`, `~계속`). `재계약(18.08.23~21.08.22)` ends on 2021-08-22.
  [[nodiscard]] std::optional<Date> last_day() const noexcept;
};

/// Finds the contract in the lines of a history (추진경위). A line counts when it says that an entrustment is concluded,
/// renewed or extended (협약, 계약, 위탁 with 체결, 재계약, 재위탁, 재협약, 연장); the period must stand right behind that
/// word, in a bracket or after it in the same piece (pieces are parted by slashes), or be the day in front of the colon
/// when that is a period with a last day. The grantee is what stands in the bracket behind `체결` when it holds no period,
/// or after 수탁기관, 수탁자, 수탁법인.
///
/// `2012.08.23~현재 : 종합지원센터 운영 / 재계약(18.08.23~21.08.22)`: the first period is that of the centre, not of the
/// contract; the contract was renewed for the second one.
///
/// Hangul in letters, as some systems write it (NFD), is read as the syllables that it means: the grantee's name is whole,
/// offsets and lengths are those in the line as printed.
///
/// No such line gives an empty contract, which is an answer.
[[nodiscard]] Contract FindContract(const std::vector<std::string_view>& lines,
                                    const PeriodContext& context = {});

}  // namespace yesan
