/// @file
/// One day of the calendar, and how documents print it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yesan/base/result.h"

namespace yesan {

/// The days of the week, numbered as ISO 8601 does.
enum class Weekday : std::int32_t {
  kMonday = 1,
  kTuesday = 2,
  kWednesday = 3,
  kThursday = 4,
  kFriday = 5,
  kSaturday = 6,
  kSunday = 7,
};

/// A day apart into its three numbers.
struct CalendarDay {
  std::int32_t year;   ///< 1 … 9999.
  std::int32_t month;  ///< 1 … 12.
  std::int32_t day;    ///< 1 … 31.
};

/// A day (날짜) of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, both included.
///
/// Kept as the number of days since 1970-01-01 (the C API's and Arrow's date32), so that copies and comparisons cost what
/// an `int32_t` costs. There is no time of day and no time zone: a statutory day is a whole day.
class Date {
 public:
  static constexpr std::int32_t kFirstDays = -719162;  ///< 0001-01-01.
  static constexpr std::int32_t kLastDays = 2932896;   ///< 9999-12-31.

  /// 1970-01-01.
  constexpr Date() noexcept = default;

  /// The day `day` of `month` of `year`: `Make(2021, 2, 28)`.
  /// Refuses Code::kOutOfRange: a year outside 1 … 9999, a month outside 1 … 12, a day that the month does not have
  /// (`Make(2021, 2, 29)`).
  [[nodiscard]] static Result<Date> Make(std::int32_t year, std::int32_t month, std::int32_t day);

  /// The day that many days after 1970-01-01; `FromDays(18628)` is 2021-01-01.
  /// Refuses Code::kOutOfRange outside kFirstDays … kLastDays.
  [[nodiscard]] static Result<Date> FromDays(std::int32_t days);

  /// Days since 1970-01-01; negative before it.
  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }
  [[nodiscard]] std::int32_t year() const noexcept { return Split().year; }
  [[nodiscard]] std::int32_t month() const noexcept { return Split().month; }
  [[nodiscard]] std::int32_t day() const noexcept { return Split().day; }
  /// Year, month and day in one go: cheaper than asking for each.
  [[nodiscard]] CalendarDay Split() const noexcept;
  [[nodiscard]] Weekday weekday() const noexcept;

  /// ISO 8601: `2012-03-15`; the year always has four digits.
  [[nodiscard]] std::string ToString() const;

  friend constexpr bool operator==(Date a, Date b) noexcept { return a.days_ == b.days_; }
  friend constexpr bool operator!=(Date a, Date b) noexcept { return a.days_ != b.days_; }
  friend constexpr bool operator<(Date a, Date b) noexcept { return a.days_ < b.days_; }
  friend constexpr bool operator>(Date a, Date b) noexcept { return a.days_ > b.days_; }
  friend constexpr bool operator<=(Date a, Date b) noexcept { return a.days_ <= b.days_; }
  friend constexpr bool operator>=(Date a, Date b) noexcept { return a.days_ >= b.days_; }

 private:
  constexpr explicit Date(std::int32_t days) noexcept : days_(days) {}
  std::int32_t days_ = 0;
};

/// Days from `from` to `to`: 1 from a day to the next, negative backwards. Exact over the whole range.
[[nodiscard]] constexpr std::int32_t DaysBetween(Date from, Date to) noexcept {
  return to.days() - from.days();
}

/// The day `count` days later (earlier when negative). Refuses Code::kOutOfRange outside 0001-01-01 … 9999-12-31.
[[nodiscard]] Result<Date> AddDays(Date date, std::int64_t count);

/// The same day of the month `count` months later (earlier when negative); where that month is shorter, its last day:
/// 2021-01-31 and one month is 2021-02-28 (민법 §160③).
/// Refuses Code::kOutOfRange outside 0001-01-01 … 9999-12-31.
[[nodiscard]] Result<Date> AddMonths(Date date, std::int64_t count);

/// Whether a year has a 29 February. @pre 1 ≤ year ≤ 9999.
[[nodiscard]] bool IsLeapYear(std::int32_t year) noexcept;

/// Number of days in a month, 28 … 31. @pre 1 ≤ year ≤ 9999 and 1 ≤ month ≤ 12.
[[nodiscard]] std::int32_t DaysInMonth(std::int32_t year, std::int32_t month) noexcept;

/// Where no better anchor is known: two digits then mean 1969 … 2068, the window of POSIX.
inline constexpr std::int32_t kDefaultAnchorYear = 2029;

/// The year that two printed digits mean (`18` in 18.08.23, `97` in ’97년~계속): the one year in the closed window from
/// 60 years before `anchor_year` to 39 years after it that ends in these digits. The anchor is the fiscal year of the
/// document: in a document of 2021 (1961 … 2060) `18` is 2018, `97` is 1997, `60` is 2060 and `61` is 1961.
/// @pre 0 ≤ two_digits ≤ 99 and 61 ≤ anchor_year ≤ 9960.
[[nodiscard]] std::int32_t ExpandTwoDigitYear(
    std::int32_t two_digits, std::int32_t anchor_year = kDefaultAnchorYear) noexcept;

/// One day as documents print it, with nothing before or after but white space: `2012.03.15` · `2012. 3. 15.` ·
/// `2012-03-15` · `2012/03/15` · `2012년 3월 15일` · `18.08.23` · `’18. 8. 23.`. Full-width digits and dots are read too.
/// A two-digit year is expanded by ExpandTwoDigitYear.
///
/// Refuses, with the column in the error's place:
/// - Code::kSyntax (`date.syntax`): anything else, a month or a period included (`2021.01`; see ParsePeriod).
/// - Code::kOutOfRange (`date.calendar`): written as a day, but the calendar has no such day (`2021.02.30`).
/// - Code::kInvalidUtf8: the bytes are not UTF-8.
[[nodiscard]] Result<Date> ParseDate(std::string_view text,
                                     std::int32_t anchor_year = kDefaultAnchorYear);

}  // namespace yesan
