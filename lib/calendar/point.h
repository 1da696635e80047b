// One end of a period as printed, and two of them as a range: what dates, periods and running text have in common.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "lib/calendar/scan.h"
#include "yesan/base/code.h"
#include "yesan/base/error.h"
#include "yesan/calendar/period.h"

namespace yesan::internal {

// Why text is no date or period, before it becomes an Error. `rule` is a literal.
struct Trouble {
  Code code = Code::kSyntax;
  std::string_view rule = "period.syntax";
  std::size_t offset = 0;
  std::size_t length = 0;  // 0: to the end of the text.
};

// The error for people: names the column, what was expected and what was found.
Error ToError(std::string_view text, const Trouble& trouble);

enum class Role { kNone, kYear, kFiscalYear, kMonth, kDay, kQuarter, kQuarterFraction, kHalf };

struct Part {
  std::int32_t value = 0;
  std::size_t digits = 0;
  Role role = Role::
      kNone;  // By the label behind it: 년, 월, 일, 분기; kQuarterFraction is the `3/4` of 3/4분기.
};

// 초순, 중순, 하순, 말 behind a month or year.
enum class Within { kWhole, kEarly, kMiddle, kLate, kEnd };

struct Point {
  std::array<Part, 3> parts;
  std::size_t count = 0;
  bool quoted = false;
  std::int32_t year_offset = 0;  // 익년: 1.
  Within within = Within::kWhole;
  char32_t separator = 0;
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] const Part& back() const { return parts[count - 1]; }
};

// Takes a point, or moves nothing.
std::optional<Point> TakePoint(Scanner& scanner);

struct RangeContext {
  std::optional<FiscalYear> fiscal_year;
  std::optional<std::int32_t> base_year;  // Of the period in whose brackets the range stands.
  std::int32_t anchor_year = kDefaultAnchorYear;
};

// A range as printed.
struct RangeText {
  std::optional<Point> first;
  std::optional<Point> last;
  Ending ending = Ending::kNone;
  char32_t tilde = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Takes `first ~ last`, `first`, `~ last`, `first ~ 현재` …, or moves nothing. `prose`: a dash or nothing at all
// behind a dash is no open end.
std::optional<RangeText> TakeRange(Scanner& scanner, bool prose);

// The days of a range.
struct RangeDays {
  std::optional<Date> first;
  std::optional<Date> last;
  Granularity first_granularity = Granularity::kNone;
  Granularity last_granularity = Granularity::kNone;
};
struct RangeAnswer {
  std::optional<RangeDays> days;
  Trouble trouble;  // When there are no days.
};
RangeAnswer Resolve(const RangeText& range, const RangeContext& context);

}  // namespace yesan::internal
