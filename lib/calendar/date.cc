#include "yesan/calendar/date.h"

#include <cstddef>

#include "boost/date_time/gregorian_calendar.hpp"
#include "boost/date_time/year_month_day.hpp"
#include "lib/calendar/scan.h"

namespace yesan {
namespace {

// boost::gregorian::date begins in 1400. The calendar beneath it is arithmetic that holds from year 1 on (its
// intermediates stay positive and under 16 bits to the year 9999), so that one is used; a test walks every day of it.
using Ymd = boost::date_time::year_month_day_base<std::uint16_t, std::uint16_t, std::uint16_t>;
using Calendar = boost::date_time::gregorian_calendar_base<Ymd, std::int64_t>;

constexpr std::int64_t kJulianDayOf1970 = 2440588;

Ymd ToYmd(std::int32_t year, std::int32_t month, std::int32_t day) {
  return Ymd(static_cast<std::uint16_t>(year), static_cast<std::uint16_t>(month),
             static_cast<std::uint16_t>(day));
}

}  // namespace

Result<Date> Date::Make(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > DaysInMonth(year, month)) {
    return Error(Code::kOutOfRange);
  }
  return Date(
      static_cast<std::int32_t>(Calendar::day_number(ToYmd(year, month, day)) - kJulianDayOf1970));
}

Result<Date> Date::FromDays(std::int32_t days) {
  if (days < kFirstDays || days > kLastDays) return Error(Code::kOutOfRange);
  return Date(days);
}

CalendarDay Date::Split() const noexcept {
  const Ymd ymd = Calendar::from_day_number(days_ + kJulianDayOf1970);
  return {ymd.year, ymd.month, ymd.day};
}

Weekday Date::weekday() const noexcept {
  // 1970-01-01 was a Thursday; day 0001-01-01 is far above minus a million weeks.
  const std::int32_t since_monday = (days_ + 3 + 7 * 1000000) % 7;
  return static_cast<Weekday>(since_monday + 1);
}

std::string Date::ToString() const {
  const CalendarDay d = Split();
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, std::int32_t number, int digits) {
    for (; digits > 0; --digits, --last, number /= 10)
      text[last] = static_cast<char>('0' + number % 10);
  };
  put(3, d.year, 4);
  put(6, d.month, 2);
  put(9, d.day, 2);
  return text;
}

Result<Date> AddDays(Date date, std::int64_t count) {
  constexpr std::int64_t kSpan = Date::kLastDays - Date::kFirstDays;
  if (count > kSpan || count < -kSpan) return Error(Code::kOutOfRange);
  return Date::FromDays(static_cast<std::int32_t>(date.days() + count));
}

Result<Date> AddMonths(Date date, std::int64_t count) {
  constexpr std::int64_t kSpan = 12 * std::int64_t{9999};
  if (count > kSpan || count < -kSpan) return Error(Code::kOutOfRange);
  const CalendarDay d = date.Split();
  const std::int64_t months = 12 * std::int64_t{d.year} + d.month - 1 + count;
  if (months < 12 || months > kSpan + 11) return Error(Code::kOutOfRange);
  const auto year = static_cast<std::int32_t>(months / 12);
  const auto month = static_cast<std::int32_t>(months % 12 + 1);
  const std::int32_t longest = DaysInMonth(year, month);
  return Date::Make(year, month, d.day < longest ? d.day : longest);
}

bool IsLeapYear(std::int32_t year) noexcept {
  return Calendar::is_leap_year(static_cast<std::uint16_t>(year));
}

std::int32_t DaysInMonth(std::int32_t year, std::int32_t month) noexcept {
  return Calendar::end_of_month_day(static_cast<std::uint16_t>(year),
                                    static_cast<std::uint16_t>(month));
}

std::int32_t ExpandTwoDigitYear(std::int32_t two_digits, std::int32_t anchor_year) noexcept {
  const std::int32_t first = anchor_year - 60;
  return first + (two_digits - first % 100 + 100) % 100;
}

}  // namespace yesan
