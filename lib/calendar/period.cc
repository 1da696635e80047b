#include "yesan/calendar/period.h"

#include <tuple>

namespace yesan {
namespace {

std::string Padded(std::int32_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string PrintDay(Date date, Granularity granularity) {
  const CalendarDay d = date.Split();
  std::string text = Padded(d.year, 4);
  if (granularity == Granularity::kYear) return text;
  text += "." + Padded(d.month, 2);
  if (granularity == Granularity::kMonth) return text;
  return text + "." + Padded(d.day, 2);
}

// The coarsest way to print an end, no coarser than it was printed, that still says the day.
Granularity Printable(Date date, Granularity granularity, bool is_first) {
  const CalendarDay d = date.Split();
  const bool month_edge = is_first ? d.day == 1 : d.day == DaysInMonth(d.year, d.month);
  if (granularity == Granularity::kDay || granularity == Granularity::kNone || !month_edge)
    return Granularity::kDay;
  const bool year_edge = d.month == (is_first ? 1 : 12);
  return granularity == Granularity::kYear && year_edge ? Granularity::kYear : Granularity::kMonth;
}

std::string PrintSpan(Date first, Date last, Granularity first_granularity,
                      Granularity last_granularity, bool single) {
  const std::string a = PrintDay(first, Printable(first, first_granularity, true));
  const std::string b = PrintDay(last, Printable(last, last_granularity, false));
  return single && a == b ? a : a + "~" + b;
}

std::string PrintSpan(const DaySpan& span) {
  return PrintSpan(span.first, span.last, span.granularity, span.granularity, true);
}

std::string PrintCore(const PeriodTerm& term) {
  if (!term.first && !term.last) return {};
  if (!term.first)
    return "~" + PrintDay(*term.last, Printable(*term.last, term.last_granularity, false));
  if (term.last) {
    return PrintSpan(*term.first, *term.last, term.first_granularity, term.last_granularity,
                     term.ending == Ending::kNone);
  }
  const std::string first =
      PrintDay(*term.first, Printable(*term.first, term.first_granularity, true));
  switch (term.ending) {
    case Ending::kNow:
      return first + "~현재";
    case Ending::kContinuing:
      return first + "~계속";
    default:
      return first + "~";
  }
}

std::string_view KindWord(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::kAnnual:
      return "연례반복";
    case PeriodKind::kContinuing:
      return "계속";
    case PeriodKind::kNew:
      return "신규";
    default:
      return {};
  }
}

std::string_view RecurrenceWord(Recurrence recurrence) {
  switch (recurrence) {
    case Recurrence::kMonthly:
      return "매월";
    case Recurrence::kQuarterly:
      return "분기별";
    case Recurrence::kHalfYearly:
      return "반기별";
    case Recurrence::kAsNeeded:
      return "수시";
    default:
      return {};
  }
}

std::string InBrackets(std::string_view text) { return "(" + std::string(text) + ")"; }

std::string PrintTerm(const PeriodTerm& term) {
  std::string text(KindWord(term.kind));
  const std::string core = PrintCore(term);
  if (!core.empty()) text += text.empty() ? core : InBrackets(core);
  if (term.recurrence != Recurrence::kNone) text += InBrackets(RecurrenceWord(term.recurrence));
  if (term.stated_length) {
    const LengthUnit unit = term.stated_length->unit;
    text += InBrackets(std::to_string(term.stated_length->count) +
                       (unit == LengthUnit::kYears    ? "개년"
                        : unit == LengthUnit::kMonths ? "개월"
                                                      : "일"));
  }
  if (!term.exclusions.empty()) {
    std::string list;
    for (const DaySpan& span : term.exclusions)
      list += (list.empty() ? "" : ", ") + PrintSpan(span);
    text += InBrackets(list + " 제외");
  }
  if (term.noted) text += InBrackets(PrintSpan(*term.noted));
  if (!term.remark.empty()) text += InBrackets(term.remark);
  return text;
}

bool SameSpan(const DaySpan& a, const DaySpan& b) { return a.first == b.first && a.last == b.last; }

bool SameTerm(const PeriodTerm& a, const PeriodTerm& b) {
  const auto ending = [](const PeriodTerm& term) {
    return term.ending == Ending::kNone && term.last ? Ending::kGiven : term.ending;
  };
  if (a.kind != b.kind || a.first != b.first || a.last != b.last || ending(a) != ending(b) ||
      a.recurrence != b.recurrence || a.stated_length != b.stated_length || a.remark != b.remark ||
      a.noted.has_value() != b.noted.has_value() || a.exclusions.size() != b.exclusions.size()) {
    return false;
  }
  if (a.noted && !SameSpan(*a.noted, *b.noted)) return false;
  for (std::size_t i = 0; i < a.exclusions.size(); ++i) {
    if (!SameSpan(a.exclusions[i], b.exclusions[i])) return false;
  }
  return true;
}

// Open ends reach past the calendar.
constexpr std::int32_t kEver = Date::kLastDays + 1;
std::int32_t FirstOf(const PeriodTerm& term) { return term.first ? term.first->days() : -kEver; }
std::int32_t LastOf(const PeriodTerm& term) { return term.last ? term.last->days() : kEver; }

}  // namespace

bool operator==(const PeriodTerm& a, const PeriodTerm& b) noexcept {
  return std::tie(a.kind, a.first, a.last, a.first_granularity, a.last_granularity, a.ending,
                  a.recurrence, a.exclusions, a.stated_length, a.noted, a.remark) ==
         std::tie(b.kind, b.first, b.last, b.first_granularity, b.last_granularity, b.ending,
                  b.recurrence, b.exclusions, b.stated_length, b.noted, b.remark);
}

bool operator==(const Period& a, const Period& b) noexcept {
  const PeriodTerm& a_term = a;
  const PeriodTerm& b_term = b;
  return a_term == b_term && a.revisions == b.revisions && a.revision_blank == b.revision_blank &&
         a.notation == b.notation && a.raw == b.raw;
}

bool SameMeaning(const Period& a, const Period& b) noexcept {
  if (!SameTerm(a, b) || a.revision_blank != b.revision_blank ||
      a.revisions.size() != b.revisions.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.revisions.size(); ++i) {
    if (!SameTerm(a.revisions[i], b.revisions[i])) return false;
  }
  return true;
}

std::string FormatPeriod(const Period& period) {
  std::string text = PrintTerm(period);
  for (const PeriodTerm& revision : period.revisions) text += " → 변경 " + PrintTerm(revision);
  if (period.revision_blank) text += " → 변경";
  return text;
}

Period PeriodOfDays(Date first, Date last, Granularity granularity) {
  Period period;
  period.first = first;
  period.last = last;
  period.first_granularity = granularity;
  period.last_granularity = granularity;
  period.ending = Ending::kGiven;
  return period;
}

bool IsBackwards(const PeriodTerm& period) noexcept {
  return period.first && period.last && *period.last < *period.first;
}

bool Contains(const PeriodTerm& period, Date date) noexcept {
  if (date.days() < FirstOf(period) || date.days() > LastOf(period)) return false;
  for (const DaySpan& span : period.exclusions) {
    if (span.first <= date && date <= span.last) return false;
  }
  return true;
}

bool Contains(const PeriodTerm& outer, const PeriodTerm& inner) noexcept {
  if (IsBackwards(outer) || IsBackwards(inner)) return false;
  return FirstOf(outer) <= FirstOf(inner) && LastOf(inner) <= LastOf(outer);
}

bool Overlaps(const PeriodTerm& a, const PeriodTerm& b) noexcept {
  if (IsBackwards(a) || IsBackwards(b)) return false;
  return FirstOf(a) <= LastOf(b) && FirstOf(b) <= LastOf(a);
}

bool EndsBefore(const PeriodTerm& a, const PeriodTerm& b) noexcept {
  return a.last && b.first && *a.last < *b.first;
}

std::int32_t MonthsWithin(const PeriodTerm& period, FiscalYear fiscal_year) noexcept {
  if (IsBackwards(period)) return 0;
  std::int32_t count = 0;
  for (std::int32_t month = 1; month <= 12; ++month) {
    const std::int32_t year = fiscal_year.YearOfMonth(month);
    const std::int32_t first = Date::Make(year, month, 1)->days();
    const std::int32_t last = first + DaysInMonth(year, month) - 1;
    if (LastOf(period) < first || FirstOf(period) > last) continue;
    for (std::int32_t day = first; day <= last; ++day) {
      if (!Contains(period, *Date::FromDays(day))) continue;
      ++count;
      break;
    }
  }
  return count;
}

}  // namespace yesan
