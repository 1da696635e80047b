// 추진경위: days that exist, in order.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/check/context.h"
#include "yesan/base/text.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/calendar/period.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "추진경위";

struct Event {
  Date earliest;
  Date latest;  // the end of a period, or the last day of a month that stands alone
  Place place;
  std::string text;
};

Date LatestOf(Date first, Granularity granularity) {
  std::int32_t months = 0;
  switch (granularity) {
    case Granularity::kNone:
    case Granularity::kDay:
      return first;
    case Granularity::kMonth:
      months = 1;
      break;
    case Granularity::kQuarter:
      months = 3;
      break;
    case Granularity::kHalfYear:
      months = 6;
      break;
    case Granularity::kYear:
      months = 12;
      break;
  }
  const CalendarDay day = first.Split();
  const std::int32_t month = day.month - 1 + months;
  auto next = Date::Make(day.year + month / 12, month % 12 + 1, 1);
  if (!next) return first;
  auto last = Date::FromDays(next->days() - 1);
  return last ? *last : first;
}

// Whether the first of two may not stand before the second.
bool Misplaced(const Event& first, const Event& second, bool rising) {
  return rising ? first.earliest > second.latest : second.earliest > first.latest;
}

// Longest run of events (not necessarily neighbours) in order; those outside it are out of place.
std::vector<bool> InOrder(const std::vector<Event>& events) {
  const std::size_t n = events.size();
  std::vector<std::size_t> length(n, 1);
  std::vector<std::size_t> before(n, n);
  std::size_t best = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (events[k].earliest > events[i].latest || length[k] + 1 <= length[i]) continue;
      length[i] = length[k] + 1;
      before[i] = k;
    }
    if (length[i] > length[best]) best = i;
  }
  std::vector<bool> kept(n, false);
  for (std::size_t i = best; i < n; i = before[i]) kept[i] = true;
  return kept;
}

}  // namespace

void CheckHistoryOf(Context& context) {
  PeriodContext periods;
  if (auto year = FiscalYear::Make(context.fiscal_year); year && context.fiscal_year != 0) {
    periods.fiscal_year = *year;
  }
  std::vector<Event> events;
  for (const Text& line : LinesOf(context.sheet, SectionKind::kHistory)) {
    bool first = true;
    for (const FoundPeriod& found : FindPeriods(line.text, periods)) {
      const Place place = context.sheet.PlaceOf(line, found.offset, found.length);
      const std::string text = Excerpt(line.text.substr(found.offset, found.length));
      if (!found.period) {
        context.Report("dates.calendar", place, Subject({kSection}), text, "", "",
                       {With(text, Particle::kTopic) + " 달력에 없는 날짜입니다.",
                        "There is no such day as " + text + "."});
      } else if (first && found.period->first &&
                 FoldName(line.text.substr(0, found.offset)).empty()) {
        const Date day = *found.period->first;
        Date latest = LatestOf(day, found.period->first_granularity);
        // A period goes on: it may stand behind anything that happened before its end.
        const PeriodTerm& term = found.period->in_force();
        if (term.last && *term.last > latest) latest = *term.last;
        if (!term.last && term.ending != Ending::kNone)
          latest = Date::FromDays(Date::kLastDays).value();
        events.push_back({day, latest, place, text});
      }
      first = false;
    }
  }
  // Of two nobody can say which is misplaced; a long list is more than a page prints.
  if (events.size() < 3 || events.size() > 500) return;
  std::vector<Event> reversed(events.rbegin(), events.rend());
  const std::vector<bool> up = InOrder(events);
  std::vector<bool> down = InOrder(reversed);
  std::reverse(down.begin(), down.end());
  const auto kept = [](const std::vector<bool>& order) {
    return static_cast<std::size_t>(std::count(order.begin(), order.end(), true));
  };
  const std::vector<bool>& order = kept(up) >= kept(down) ? up : down;
  const std::size_t misplaced = events.size() - kept(order);
  // Several lists one below the other are no misprint.
  if (misplaced == 0 || misplaced > std::max<std::size_t>(1, events.size() / 5)) return;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (order[i]) continue;
    // The nearest event in order that this one does not stand right to.
    const bool rising = &order == &up;
    const Event* other = nullptr;
    bool behind = true;
    for (std::size_t away = 1; away < events.size() && other == nullptr; ++away) {
      if (i >= away && order[i - away] && Misplaced(events[i - away], events[i], rising)) {
        other = &events[i - away];
      } else if (i + away < events.size() && order[i + away] &&
                 Misplaced(events[i], events[i + away], rising)) {
        other = &events[i + away];
        behind = false;
      }
    }
    if (other == nullptr) other = &events[i == 0 ? 1 : i - 1];
    const std::string line = std::to_string(events[i].place.line);
    const std::string other_line = std::to_string(other->place.line);
    context.Report("history.order", events[i].place, Subject({kSection}), events[i].text, "", "",
                   {"추진경위의 날짜 순서가 어긋납니다. " + line + "번째 줄의 " +
                        With(events[i].text, Particle::kSubject) + " " + other_line + "번째 줄의 " +
                        other->text + (behind ? " 다음에" : " 앞에") +
                        " 적혀 있습니다. 둘 가운데 하나는 날짜나 자리가 잘못되었습니다.",
                    "The history (추진경위) is out of order: " + events[i].text + " (line " + line +
                        ") stands " + (behind ? "after " : "before ") + other->text + " (line " +
                        other_line + "); one of the two has a wrong date or place."});
  }
}

}  // namespace yesan::internal
