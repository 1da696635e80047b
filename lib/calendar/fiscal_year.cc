#include "yesan/calendar/fiscal_year.h"

namespace yesan {
namespace {

// Only for days that Make has shown to be in the calendar.
Date Day(std::int32_t year, std::int32_t month, std::int32_t day) noexcept {
  return *Date::Make(year, month, day);
}

std::int32_t FirstCalendarYearOf(std::int32_t year, FiscalCalendar calendar) noexcept {
  return calendar.naming == YearNaming::kByLastDay && calendar.first_month != 1 ? year - 1 : year;
}

std::string TwoDigits(std::int32_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::int32_t FiscalYear::FirstCalendarYear() const noexcept {
  return FirstCalendarYearOf(year_, calendar_);
}

Result<FiscalYear> FiscalYear::Make(std::int32_t year, FiscalCalendar calendar) {
  if (calendar.naming != YearNaming::kByFirstDay && calendar.naming != YearNaming::kByLastDay) {
    return Error(Code::kInvalidArgument);
  }
  if (calendar.first_month < 1 || calendar.first_month > 12 || year < 1 || year > 9999) {
    return Error(Code::kOutOfRange);
  }
  const std::int32_t first = FirstCalendarYearOf(year, calendar);
  if (first < 1 || (calendar.first_month != 1 && first > 9998)) return Error(Code::kOutOfRange);
  return FiscalYear(year, calendar);
}

Result<FiscalYear> FiscalYear::Of(Date date, FiscalCalendar calendar) {
  const CalendarDay d = date.Split();
  std::int32_t year = d.month >= calendar.first_month ? d.year : d.year - 1;
  if (calendar.naming == YearNaming::kByLastDay && calendar.first_month != 1) ++year;
  return Make(year, calendar);
}

Date FiscalYear::first_day() const noexcept {
  return Day(FirstCalendarYear(), calendar_.first_month, 1);
}

Date FiscalYear::last_day() const noexcept {
  const std::int32_t month = calendar_.first_month == 1 ? 12 : calendar_.first_month - 1;
  const std::int32_t year = YearOfMonth(month);
  return Day(year, month, DaysInMonth(year, month));
}

bool FiscalYear::Contains(Date date) const noexcept {
  return first_day() <= date && date <= last_day();
}

std::int32_t FiscalYear::YearOfMonth(std::int32_t month) const noexcept {
  return month >= calendar_.first_month ? FirstCalendarYear() : FirstCalendarYear() + 1;
}

Result<FiscalYear> FiscalYear::Next() const { return Make(year_ + 1, calendar_); }

Result<FiscalYear> FiscalYear::Previous() const { return Make(year_ - 1, calendar_); }

std::string FiscalYear::ToString() const {
  std::string text = std::to_string(year_);
  if (calendar_.first_month == 1) return text;
  const CalendarDay first = first_day().Split();
  const CalendarDay last = last_day().Split();
  return text + "(" + std::to_string(first.year) + "." + TwoDigits(first.month) + "~" +
         std::to_string(last.year) + "." + TwoDigits(last.month) + ")";
}

}  // namespace yesan
