#include <optional>
#include <string>
#include <utility>

#include "capi/convert.h"
#include "capi/guard.h"
#include "yesan/calendar/date.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/calendar/period.h"

using yesan::Date;
using yesan::FiscalYear;
using yesan::Period;
using yesan::Result;
using yesan::capi::CheckNumber;
using yesan::capi::GiveText;
using yesan::capi::Guard;
using yesan::capi::TextOf;

namespace {

Result<yesan::PeriodContext> ContextOf(std::int32_t fiscal_year, std::int32_t first_month) {
  yesan::PeriodContext context;
  if (fiscal_year != 0) {
    yesan::FiscalCalendar calendar;
    calendar.first_month = first_month;
    Result<FiscalYear> year = FiscalYear::Make(fiscal_year, calendar);
    if (!year) return std::move(year).error();
    context.fiscal_year = *year;
  }
  return context;
}

struct ReadPeriod {
  Period period;
  yesan::PeriodContext context;
};

Result<ReadPeriod> Read(const char* text, std::uint64_t length, std::int32_t fiscal_year,
                        std::int32_t first_month) {
  Result<std::string_view> in = TextOf(text, length);
  if (!in) return std::move(in).error();
  Result<yesan::PeriodContext> context = ContextOf(fiscal_year, first_month);
  if (!context) return std::move(context).error();
  Result<Period> period = yesan::ParsePeriod(*in, *context);
  if (!period) return std::move(period).error();
  return ReadPeriod{std::move(period).value(), *context};
}

yesan_period Out(const ReadPeriod& read) {
  const yesan::PeriodTerm& term = read.period.in_force();
  yesan_period out{};
  out.struct_size = sizeof(yesan_period);
  out.kind = static_cast<std::int32_t>(term.kind);
  out.ending = static_cast<std::int32_t>(term.ending);
  if (term.first) {
    out.present |= YESAN_PERIOD_HAS_FIRST;
    out.first_day = term.first->days();
  }
  if (term.last) {
    out.present |= YESAN_PERIOD_HAS_LAST;
    out.last_day = term.last->days();
  }
  out.first_granularity = static_cast<std::int32_t>(term.first_granularity);
  out.last_granularity = static_cast<std::int32_t>(term.last_granularity);
  out.recurrence = static_cast<std::int32_t>(term.recurrence);
  if (term.stated_length) {
    out.present |= YESAN_PERIOD_HAS_LENGTH;
    if (term.stated_length->holds.value_or(false)) out.present |= YESAN_PERIOD_LENGTH_HOLDS;
    out.length_count = term.stated_length->count;
    out.length_unit = static_cast<std::int32_t>(term.stated_length->unit);
  }
  if (term.noted) {
    out.present |= YESAN_PERIOD_HAS_NOTED;
    out.noted_first_day = term.noted->first.days();
    out.noted_last_day = term.noted->last.days();
  }
  if (!term.exclusions.empty()) out.present |= YESAN_PERIOD_HAS_EXCLUSIONS;
  if (IsBackwards(term)) out.present |= YESAN_PERIOD_BACKWARDS;
  out.exclusion_count = static_cast<std::uint32_t>(term.exclusions.size());
  out.revision_count = static_cast<std::uint32_t>(read.period.revisions.size());
  if (read.context.fiscal_year) {
    out.months = static_cast<std::uint32_t>(MonthsWithin(term, *read.context.fiscal_year));
  }
  return out;
}

}  // namespace

yesan_status yesan_date_make(int32_t year, int32_t month, int32_t day, int32_t* out_days,
                             yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_days);
    Result<Date> date = Date::Make(year, month, day);
    if (!date) return std::move(date).error();
    *out_days = date->days();
    return {};
  });
}

yesan_status yesan_date_split(int32_t days, int32_t* out_year, int32_t* out_month, int32_t* out_day,
                              yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    Result<Date> date = Date::FromDays(days);
    if (!date) return std::move(date).error();
    const yesan::CalendarDay parts = date->Split();
    if (out_year != nullptr) *out_year = parts.year;
    if (out_month != nullptr) *out_month = parts.month;
    if (out_day != nullptr) *out_day = parts.day;
    return {};
  });
}

yesan_status yesan_date_parse(const char* text, uint64_t length, int32_t anchor_year,
                              int32_t* out_days, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_days);
    if (anchor_year != 0 && (anchor_year < 61 || anchor_year > 9960)) {
      return yesan::Error(yesan::Code::kOutOfRange);
    }
    Result<std::string_view> in = TextOf(text, length);
    if (!in) return std::move(in).error();
    Result<Date> date =
        yesan::ParseDate(*in, anchor_year == 0 ? yesan::kDefaultAnchorYear : anchor_year);
    if (!date) return std::move(date).error();
    *out_days = date->days();
    return {};
  });
}

yesan_status yesan_date_format(int32_t days, char* out_text, uint64_t capacity,
                               uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    Result<Date> date = Date::FromDays(days);
    if (!date) return std::move(date).error();
    return GiveText(date->ToString(), out_text, capacity, out_length);
  });
}

yesan_status yesan_fiscal_year_days(int32_t year, int32_t first_month, int32_t naming,
                                    int32_t* out_first_day, int32_t* out_last_day,
                                    yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_first_day);
    YESAN_REQUIRE(out_last_day);
    YESAN_TRY(CheckNumber("naming", naming, YESAN_NAMED_BY_FIRST_DAY, YESAN_NAMED_BY_LAST_DAY));
    Result<FiscalYear> fiscal_year =
        FiscalYear::Make(year, {first_month, static_cast<yesan::YearNaming>(naming)});
    if (!fiscal_year) return std::move(fiscal_year).error();
    *out_first_day = fiscal_year->first_day().days();
    *out_last_day = fiscal_year->last_day().days();
    return {};
  });
}

yesan_status yesan_period_parse(const char* text, uint64_t length, int32_t fiscal_year,
                                int32_t first_month, yesan_period* out_period, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_period);
    YESAN_TRY(
        yesan::capi::CheckStructSize("out_period", out_period->struct_size, sizeof *out_period));
    Result<ReadPeriod> read = Read(text, length, fiscal_year, first_month);
    if (!read) return std::move(read).error();
    *out_period = Out(*read);
    return {};
  });
}

yesan_status yesan_period_canonical(const char* text, uint64_t length, int32_t fiscal_year,
                                    int32_t first_month, char* out_text, uint64_t capacity,
                                    uint64_t* out_length, yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    Result<ReadPeriod> read = Read(text, length, fiscal_year, first_month);
    if (!read) return std::move(read).error();
    return GiveText(yesan::FormatPeriod(read->period), out_text, capacity, out_length);
  });
}

yesan_status yesan_period_format(int32_t first_day, int32_t last_day, int32_t granularity,
                                 char* out_text, uint64_t capacity, uint64_t* out_length,
                                 yesan_error* error) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(out_length);
    YESAN_TRY(
        CheckNumber("granularity", granularity, YESAN_GRANULARITY_DAY, YESAN_GRANULARITY_YEAR));
    Result<Date> first = Date::FromDays(first_day);
    if (!first) return std::move(first).error();
    Result<Date> last = Date::FromDays(last_day);
    if (!last) return std::move(last).error();
    return GiveText(yesan::FormatPeriod(yesan::PeriodOfDays(
                        *first, *last, static_cast<yesan::Granularity>(granularity))),
                    out_text, capacity, out_length);
  });
}
