/// @file
/// Fiscal years of any country: twelve months from a fixed first month.
#pragma once

#include <cstdint>
#include <string>

#include "yesan/base/result.h"
#include "yesan/calendar/date.h"

namespace yesan {

/// Which calendar year gives a fiscal year its name.
enum class YearNaming : std::int32_t {
  kByFirstDay = 1,  ///< Korea, Japan: 令和3年度 (2021) is April 2021 to March 2022.
  kByLastDay = 2,   ///< Federal United States: FY2021 is October 2020 to September 2021.
};

/// How a country cuts its fiscal years. The default is Korea's: 1 January to 31 December (지방회계법 §6).
struct FiscalCalendar {
  std::int32_t first_month = 1;                 ///< 1 … 12.
  YearNaming naming = YearNaming::kByFirstDay;  ///< No matter when the first month is January.

  friend constexpr bool operator==(FiscalCalendar a, FiscalCalendar b) noexcept {
    return a.first_month == b.first_month && a.naming == b.naming;
  }
  friend constexpr bool operator!=(FiscalCalendar a, FiscalCalendar b) noexcept {
    return !(a == b);
  }
};

/// Korea: 1 January to 31 December. Japan: 1 April to 31 March. The federal United States: 1 October to 30 September.
inline constexpr FiscalCalendar kKoreanFiscalCalendar{1, YearNaming::kByFirstDay};
inline constexpr FiscalCalendar kJapaneseFiscalCalendar{4, YearNaming::kByFirstDay};
inline constexpr FiscalCalendar kUnitedStatesFederalFiscalCalendar{10, YearNaming::kByLastDay};

/// A fiscal year (회계연도): a number, and the closed span of days that it names.
///
/// `FiscalYear::Make(2021)` is 2021-01-01 … 2021-12-31; with the Japanese calendar 2021-04-01 … 2022-03-31. Years of
/// different calendars are never equal, even where they are the same days.
class FiscalYear {
 public:
  /// Korea's 1970.
  constexpr FiscalYear() noexcept = default;

  /// The fiscal year named `year`.
  /// Refuses Code::kOutOfRange: a first month outside 1 … 12, or a year whose days do not all lie in 0001-01-01 …
  /// 9999-12-31. Refuses Code::kInvalidArgument: a naming that is not one of the two.
  [[nodiscard]] static Result<FiscalYear> Make(std::int32_t year,
                                               FiscalCalendar calendar = kKoreanFiscalCalendar);

  /// The fiscal year that a day belongs to: 2022-03-31 belongs to Japan's 2021. Refuses like Make.
  [[nodiscard]] static Result<FiscalYear> Of(Date date,
                                             FiscalCalendar calendar = kKoreanFiscalCalendar);

  /// The number that names it, e.g. 2021.
  [[nodiscard]] constexpr std::int32_t year() const noexcept { return year_; }
  [[nodiscard]] constexpr FiscalCalendar calendar() const noexcept { return calendar_; }
  /// Its first day; belongs to it.
  [[nodiscard]] Date first_day() const noexcept;
  /// Its last day; belongs to it (the span is closed).
  [[nodiscard]] Date last_day() const noexcept;
  /// Whether a day lies in it: first_day() ≤ date ≤ last_day().
  [[nodiscard]] bool Contains(Date date) const noexcept;
  /// 365 or 366.
  [[nodiscard]] std::int32_t days() const noexcept {
    return DaysBetween(first_day(), last_day()) + 1;
  }

  /// The calendar year in which a month (1 … 12) of this fiscal year lies: month 2 of Japan's 2021 lies in 2022.
  /// @pre 1 ≤ month ≤ 12.
  [[nodiscard]] std::int32_t YearOfMonth(std::int32_t month) const noexcept;

  /// The year after it, the year before it. Refuse Code::kOutOfRange at the ends of the calendar.
  [[nodiscard]] Result<FiscalYear> Next() const;
  [[nodiscard]] Result<FiscalYear> Previous() const;

  /// `2021` in Korea; `2021(2021.04~2022.03)` where it is not the calendar year.
  [[nodiscard]] std::string ToString() const;

  friend constexpr bool operator==(FiscalYear a, FiscalYear b) noexcept {
    return a.year_ == b.year_ && a.calendar_ == b.calendar_;
  }
  friend constexpr bool operator!=(FiscalYear a, FiscalYear b) noexcept { return !(a == b); }

 private:
  constexpr FiscalYear(std::int32_t year, FiscalCalendar calendar) noexcept
      : year_(year), calendar_(calendar) {}
  [[nodiscard]] std::int32_t FirstCalendarYear() const noexcept;

  std::int32_t year_ = 1970;
  FiscalCalendar calendar_;
};

}  // namespace yesan
