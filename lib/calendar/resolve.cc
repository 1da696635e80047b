// From what is printed at the two ends of a period to days.

#include <array>
#include <cstddef>

#include "lib/calendar/point.h"

namespace yesan::internal {
namespace {

// A point with its parts in their roles. -1: not printed.
struct Fields {
  std::int32_t year = -1;
  bool two_digit_year = false;
  bool fiscal = false;  // 년도
  std::int32_t quarter = -1;
  std::int32_t half = -1;
  std::int32_t month = -1;
  std::int32_t day = -1;
  std::int32_t bare = -1;  // One number that says nothing of itself.
  std::size_t bare_digits = 0;
  bool guessed = false;         // One of two readings of a bare pair.
  bool fraction_alone = false;  // 3/4 without 분기.

  // Which roles are printed: two ends of the same shape are the likelier reading.
  [[nodiscard]] int Shape() const {
    return (year >= 0 ? 1 : 0) | (quarter >= 0 ? 2 : 0) | (half >= 0 ? 4 : 0) |
           (month >= 0 ? 8 : 0) | (day >= 0 ? 16 : 0);
  }
};

enum class Fault { kNone, kSyntax, kCalendar, kNeedsYear };

struct Span {
  Date first;
  Date last;
  Granularity granularity = Granularity::kNone;
};

bool IsYear(const Point& point) {
  const Part& part = point.parts[0];
  return part.role == Role::kYear || part.role == Role::kFiscalYear ||
         (part.role == Role::kNone && (point.quoted || part.digits == 4));
}

bool SetYear(const Part& part, Fields& fields) {
  if (part.digits != 2 && part.digits != 4) return false;
  fields.year = part.value;
  fields.two_digit_year = part.digits == 2;
  fields.fiscal = part.role == Role::kFiscalYear;
  return true;
}

// What may stand behind a year.
bool SetBelowYear(const Part& part, Fields& fields) {
  switch (part.role) {
    case Role::kNone:
    case Role::kMonth:
      fields.month = part.value;
      return true;
    case Role::kQuarter:
    case Role::kQuarterFraction:
      fields.quarter = part.value;
      fields.fraction_alone = part.role == Role::kQuarterFraction;
      return true;
    case Role::kHalf:
      fields.half = part.value;
      return true;
    default:
      return false;
  }
}

// A few things without an allocation: a point has two readings at most, a range four.
template <class T, std::size_t kMost>
class Few {
 public:
  void push_back(const T& thing) { things_[size_++] = thing; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t i) const { return things_[i]; }
  [[nodiscard]] const T* begin() const { return things_.data(); }
  [[nodiscard]] const T* end() const { return things_.data() + size_; }

 private:
  std::array<T, kMost> things_{};
  std::size_t size_ = 0;
};

// All readings of a point.
Few<Fields, 2> Read(const Point& point) {
  Few<Fields, 2> readings;
  const Part& a = point.parts[0];
  const Part& b = point.parts[1];
  const Part& c = point.parts[2];
  Fields fields;
  if (point.count == 1) {
    bool known = true;
    if (IsYear(point)) {
      known = SetYear(a, fields);
    } else if (a.role == Role::kDay) {
      fields.day = a.value;
    } else if (a.role == Role::kNone) {
      fields.bare = a.value;
      fields.bare_digits = a.digits;
      known = a.digits <= 2;
    } else {
      known = SetBelowYear(a, fields) && a.digits <= 2;
    }
    if (known) readings.push_back(fields);
    return readings;
  }
  if (point.count == 3) {
    const bool year = IsYear(point) || (a.role == Role::kNone && a.digits == 2);
    const bool month = b.role == Role::kNone || b.role == Role::kMonth;
    const bool day = c.role == Role::kNone || c.role == Role::kDay;
    if (year && month && day && SetYear(a, fields)) {
      fields.month = b.value;
      fields.day = c.value;
      readings.push_back(fields);
    }
    return readings;
  }
  if (IsYear(point)) {
    if (SetYear(a, fields) && SetBelowYear(b, fields)) readings.push_back(fields);
    return readings;
  }
  const bool day_behind = b.role == Role::kNone || b.role == Role::kDay;
  if (a.role == Role::kMonth || (a.role == Role::kNone && b.role == Role::kDay)) {
    fields.month = a.value;
    fields.day = b.value;
    if (day_behind && a.digits <= 2) readings.push_back(fields);
    return readings;
  }
  if (a.role != Role::kNone || a.digits > 2) return readings;
  const bool pair = b.role == Role::kNone;
  Fields year_month;
  year_month.guessed = pair;
  // A pair with spaces or one-digit years is no year and month: years are printed with two digits or four.
  if (a.digits == 2 && SetYear(a, year_month) && SetBelowYear(b, year_month))
    readings.push_back(year_month);
  if (pair) {
    Fields month_day;
    month_day.month = a.value;
    month_day.day = b.value;
    month_day.guessed = a.digits == 2;
    readings.push_back(month_day);
  }
  return readings;
}

FiscalCalendar CalendarOf(const RangeContext& context) {
  return context.fiscal_year ? context.fiscal_year->calendar() : kKoreanFiscalCalendar;
}

Fault Months(std::int32_t year, std::int32_t month, std::int32_t count, Span& span) {
  const std::int32_t end = (month - 1 + count - 1);
  const std::int32_t last_year = year + end / 12;
  const std::int32_t last_month = end % 12 + 1;
  if (last_year > 9999) return Fault::kCalendar;
  const Result<Date> first = Date::Make(year, month, 1);
  const Result<Date> last = Date::Make(last_year, last_month, DaysInMonth(last_year, last_month));
  if (!first || !last) return Fault::kCalendar;
  span.first = *first;
  span.last = *last;
  return Fault::kNone;
}

// Quarters and halves are parts of the fiscal year that the year names.
Fault PartOfFiscalYear(std::int32_t year, const RangeContext& context, std::int32_t skip,
                       std::int32_t count, Span& span) {
  const Result<FiscalYear> fiscal_year = FiscalYear::Make(year, CalendarOf(context));
  if (!fiscal_year) return Fault::kCalendar;
  const Result<Date> first = AddMonths(fiscal_year->first_day(), skip);
  if (!first) return Fault::kCalendar;
  const CalendarDay day = first->Split();
  return Months(day.year, day.month, count, span);
}

void Narrow(Within within, Span& span) {
  if (within == Within::kWhole) return;
  span.granularity = Granularity::kDay;
  const CalendarDay d = span.first.Split();
  const auto day = [&d](std::int32_t n) { return *Date::Make(d.year, d.month, n); };
  switch (within) {
    case Within::kEarly:
      span.last = day(10);
      return;
    case Within::kMiddle:
      span.first = day(11);
      span.last = day(20);
      return;
    case Within::kLate:
      span.first = day(21);
      return;
    default:
      span.first = span.last;
  }
}

constexpr std::int32_t kNoYear = 0;

// Days of a point whose year, where it is not printed, is `inherited` (the calendar year of the other end).
Fault ToSpan(const Fields& f, const Point& point, const RangeContext& context,
             std::int32_t inherited, Span& span) {
  if (f.bare >= 0) return Fault::kSyntax;
  std::int32_t year = f.year;
  const bool printed = year >= 0;
  if (printed && f.two_digit_year) year = ExpandTwoDigitYear(year, context.anchor_year);
  const bool fiscal_part = f.quarter >= 0 || f.half >= 0;
  if (!printed) {
    if (f.month < 0 && !fiscal_part) return Fault::kSyntax;  // A day without its month.
    if (f.month > 12 || f.month == 0) return Fault::kCalendar;
    if (inherited != kNoYear) {
      year = inherited + point.year_offset;
    } else if (context.base_year) {
      year = *context.base_year + point.year_offset;
    } else if (!context.fiscal_year) {
      return Fault::kNeedsYear;
    } else {
      year =
          (fiscal_part ? context.fiscal_year->year() : context.fiscal_year->YearOfMonth(f.month)) +
          point.year_offset;
    }
  } else if (point.year_offset != 0) {
    return Fault::kSyntax;
  }
  if (year < 1 || year > 9999) return Fault::kCalendar;

  Fault fault = Fault::kNone;
  if (f.quarter >= 0) {
    if (f.quarter < 1 || f.quarter > 4) return Fault::kCalendar;
    span.granularity = Granularity::kQuarter;
    fault = PartOfFiscalYear(year, context, 3 * (f.quarter - 1), 3, span);
  } else if (f.half >= 0) {
    span.granularity = Granularity::kHalfYear;
    fault = PartOfFiscalYear(year, context, 6 * (f.half - 1), 6, span);
  } else if (f.month < 0) {
    span.granularity = Granularity::kYear;
    fault = f.fiscal ? PartOfFiscalYear(year, context, 0, 12, span) : Months(year, 1, 12, span);
  } else {
    if (f.month < 1 || f.month > 12) return Fault::kCalendar;
    if (f.fiscal) {
      const Result<FiscalYear> fiscal_year = FiscalYear::Make(year, CalendarOf(context));
      if (!fiscal_year) return Fault::kCalendar;
      year = fiscal_year->YearOfMonth(f.month);
    }
    if (f.day < 0) {
      span.granularity = Granularity::kMonth;
      fault = Months(year, f.month, 1, span);
    } else {
      const Result<Date> day = Date::Make(year, f.month, f.day);
      if (!day) return Fault::kCalendar;
      span = {*day, *day, Granularity::kDay};
    }
  }
  if (fault == Fault::kNone) Narrow(point.within, span);
  return fault;
}

// The last end takes from the first one what it does not print.
bool CompleteLast(const Fields& first, Fields& last) {
  if (last.bare < 0) {
    if (last.day >= 0 && last.month < 0) {
      last.month = first.month;
      return first.month >= 0;
    }
    return true;
  }
  if (first.day >= 0) {
    last.day = last.bare;
    last.month = first.month;
  } else if (first.month >= 0) {
    last.month = last.bare;
  } else if (first.year >= 0 && first.quarter < 0 && first.half < 0) {
    last.year = last.bare;
    last.two_digit_year = true;
    last.fiscal = first.fiscal;
    if (last.bare_digits != 2) return false;
  } else {
    return false;
  }
  last.bare = -1;
  return true;
}

// `3~11월`, `1~3분기`, `22~26년`: a bare first end is of the kind of the last, when that is one labelled number.
bool CompleteFirst(const Point& last_point, const Fields& last, Fields& first) {
  if (first.bare < 0) return true;
  if (last_point.count != 1 || last_point.year_offset != 0) return false;
  if (last.month >= 0) {
    first.month = first.bare;
  } else if (last.quarter >= 0) {
    first.quarter = first.bare;
  } else if (last.year >= 0 && last.two_digit_year && first.bare_digits == 2) {
    first.year = first.bare;
    first.two_digit_year = true;
    first.fiscal = last.fiscal;
  } else {
    return false;
  }
  first.bare = -1;
  return true;
}

struct Reading {
  Span first;
  Span last;
  bool same_shape = false;
};

// Keeps the readings that please, unless none does.
template <class Pleases>
void Prefer(Few<Reading, 4>& readings, Pleases pleases) {
  if (readings.size() < 2) return;
  Few<Reading, 4> pleasing;
  for (const Reading& reading : readings) {
    if (pleases(reading)) pleasing.push_back(reading);
  }
  if (!pleasing.empty()) readings = pleasing;
}

// One pair of readings, to days.
Fault ReadPair(Fields first, Fields last, const RangeText& range, const RangeContext& context,
               Reading& reading) {
  if (first.fraction_alone != last.fraction_alone) {
    // 1/4~3/4분기: the label behind the second fraction holds for both.
    if (first.quarter < 0 || last.quarter < 0) return Fault::kSyntax;
  } else if (first.fraction_alone) {
    return Fault::kSyntax;
  }
  if (first.bare >= 0 && last.bare >= 0) return Fault::kSyntax;
  if (!CompleteFirst(*range.last, last, first) || !CompleteLast(first, last)) return Fault::kSyntax;
  const Fault fault = ToSpan(first, *range.first, context, kNoYear, reading.first);
  if (fault != Fault::kNone) return fault;
  std::int32_t inherited = kNoYear;
  if (first.year >= 0 || range.last->year_offset != 0) {
    inherited = reading.first.first.year();
    // A fiscal quarter or half names its fiscal year, not the calendar year in which it begins.
    if ((last.quarter >= 0 || last.half >= 0) && first.year >= 0) {
      inherited =
          first.two_digit_year ? ExpandTwoDigitYear(first.year, context.anchor_year) : first.year;
    }
  }
  reading.same_shape = first.Shape() == last.Shape();
  return ToSpan(last, *range.last, context, inherited, reading.last);
}

RangeAnswer Refuse(Fault fault, std::size_t begin, std::size_t end) {
  RangeAnswer answer;
  answer.trouble.offset = begin;
  answer.trouble.length = end - begin;
  if (fault == Fault::kCalendar) {
    answer.trouble.code = Code::kOutOfRange;
    answer.trouble.rule = "period.calendar";
  } else if (fault == Fault::kNeedsYear) {
    answer.trouble.rule = "period.needs_year";
  }
  return answer;
}

RangeAnswer Ambiguous(std::size_t begin, std::size_t end) {
  RangeAnswer answer = Refuse(Fault::kSyntax, begin, end);
  answer.trouble.rule = "period.ambiguous";
  return answer;
}

Fault Worse(Fault a, Fault b) { return static_cast<int>(a) > static_cast<int>(b) ? a : b; }

RangeAnswer ResolveOne(const Point& point, bool is_last, const RangeContext& context) {
  Fault worst = Fault::kSyntax;
  Few<Span, 2> spans;
  for (const Fields& fields : Read(point)) {
    Span span;
    const Fault fault =
        fields.fraction_alone ? Fault::kSyntax : ToSpan(fields, point, context, kNoYear, span);
    if (fault == Fault::kNone) {
      spans.push_back(span);
    } else {
      worst = Worse(worst, fault);
    }
    // A pair that could be month and day, were the year known, is not year and month for certain.
    if (fault == Fault::kNeedsYear && fields.guessed) return Ambiguous(point.begin, point.end);
  }
  if (spans.empty()) return Refuse(worst, point.begin, point.end);
  if (spans.size() > 1) return Ambiguous(point.begin, point.end);
  RangeDays days;
  if (!is_last) {
    days.first = spans[0].first;
    days.first_granularity = spans[0].granularity;
  }
  days.last = spans[0].last;
  days.last_granularity = spans[0].granularity;
  RangeAnswer answer;
  answer.days = days;
  return answer;
}

}  // namespace

RangeAnswer Resolve(const RangeText& range, const RangeContext& context) {
  if (!range.first) return ResolveOne(*range.last, true, context);
  if (!range.last) {
    RangeAnswer answer = ResolveOne(*range.first, false, context);
    if (answer.days && range.ending != Ending::kNone) {
      answer.days->last.reset();
      answer.days->last_granularity = Granularity::kNone;
    }
    return answer;
  }
  Fault worst = Fault::kSyntax;
  Few<Reading, 4> readings;
  bool two_ways_with_a_year = false;
  for (const Fields& first : Read(*range.first)) {
    for (const Fields& last : Read(*range.last)) {
      Reading reading;
      const Fault fault = ReadPair(first, last, range, context, reading);
      if (fault == Fault::kNone) {
        readings.push_back(reading);
      } else {
        worst = Worse(worst, fault);
        // Month and day at both ends would be a second reading, if only the year were known.
        if (fault == Fault::kNeedsYear && first.guessed && last.guessed &&
            first.Shape() == last.Shape() && last.month <= 12 && last.day <= 31) {
          two_ways_with_a_year = true;
        }
      }
    }
  }
  if (readings.empty()) return Refuse(worst, range.begin, range.end);
  // A reading that runs backwards gives way to one that does not, then the form of the other end decides.
  Prefer(readings, [](const Reading& reading) { return reading.last.last >= reading.first.first; });
  Prefer(readings, [](const Reading& reading) { return reading.same_shape; });
  if (readings.size() > 1 || two_ways_with_a_year) return Ambiguous(range.begin, range.end);
  const Reading& reading = readings[0];
  RangeAnswer answer;
  answer.days = RangeDays{reading.first.first, reading.last.last, reading.first.granularity,
                          reading.last.granularity};
  return answer;
}

}  // namespace yesan::internal
