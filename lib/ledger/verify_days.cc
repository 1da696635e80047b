// The order of days against the order of posting: what was posted in order, but not so on its own day.
#include "lib/ledger/verifier.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>

#include "lib/ledger/figure.h"

namespace yesan::internal {

// An entry dated before what it leans on: posted in order, but not so on its own day.
void Verifier::CheckDays() {
  const Columns& entries = state_.entries;
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    const std::uint32_t of = entries.reference(id);
    if (of == 0 || entries.corrected(id) || entries.day(id) >= entries.day(of)) continue;
    const std::string other = "#" + std::to_string(of);
    ReportText("ledger.back_dated", Severity::kWarning, EntryName(id), DayText(entries.day(id)),
               DayText(entries.day(of)),
               {"근거가 되는 " + other + " 기록보다 앞선 날짜입니다.",
                "it is dated before " + other + ", on which it leans."});
  }
}

// The chain holds in the order of posting; here it is held against the order of days, where some items' entries were
// posted out of it. The first day of each set of items on which more was committed or allotted than there was.
void Verifier::CheckControlByDay() {
  const Columns& entries = state_.entries;
  std::vector<std::int32_t> latest(state_.buckets.size(), std::numeric_limits<std::int32_t>::min());
  std::vector<bool> unordered(state_.buckets.size(), false);
  const auto bucket_of = [&](std::uint32_t id) { return state_.InfoOf(entries.item(id)).bucket; };
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    const std::uint32_t b = bucket_of(id);
    if (b == kNoBucket) continue;
    if (entries.day(id) < latest[b]) unordered[b] = true;
    latest[b] = std::max(latest[b], entries.day(id));
  }
  std::vector<std::tuple<std::uint32_t, std::int32_t, std::uint32_t>> by_day;  // bucket, day, id
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    const std::uint32_t b = bucket_of(id);
    if (b != kNoBucket && unordered[b]) by_day.emplace_back(b, entries.day(id), id);
  }
  std::sort(by_day.begin(), by_day.end());
  WideBucket sums;
  bool reported = false;
  for (std::size_t i = 0; i < by_day.size(); ++i) {
    const auto [b, day, id] = by_day[i];
    if (i == 0 || std::get<0>(by_day[i - 1]) != b) {
      sums = WideBucket();
      reported = false;
    }
    const bool corrects = static_cast<EntryKind>(entries.kind(id)) == EntryKind::kCorrect;
    const std::uint32_t what = corrects ? entries.reference(id) : id;
    ForEachEffect(
        static_cast<EntryKind>(entries.kind(what)), static_cast<Cause>(entries.cause(what)),
        state_.EffectOn(static_cast<EntryKind>(entries.kind(what)), entries.item(id),
                        entries.reference(what)),
        corrects ? -entries.amount(id) : entries.amount(id),
        [](std::int64_t ItemBalances::*, std::int64_t) {},
        [&](std::int64_t Bucket::*sum, std::int64_t by) {
          if (sum == &Bucket::current) sums.current.Add(by);
          if (sum == &Bucket::allotted) sums.allotted.Add(by);
          if (sum == &Bucket::used) sums.used.Add(by);
          if (sum == &Bucket::reserved) sums.reserved.Add(by);
        });
    const bool last_of_day = i + 1 == by_day.size() || std::get<0>(by_day[i + 1]) != b ||
                             std::get<1>(by_day[i + 1]) != day;
    if (reported || !last_of_day) continue;
    const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, day);
    const WideSum& top = allotment ? sums.allotted : sums.current;
    const bool above_top = sums.used > top;
    const WideSum spoken_for = sums.SpokenFor();
    const bool above_current = !above_top && spoken_for > sums.current;
    if (!above_top && !above_current && !(allotment && sums.allotted > sums.current)) continue;
    reported = true;
    Report("ledger.control_on_day", Severity::kWarning,
           Join(NameOf(entries.item(id)), DayText(day), DayText(day)),
           (above_top       ? sums.used
            : above_current ? spoken_for
                            : sums.allotted)
               .value(),
           (above_top ? top : sums.current).value(),
           {"그날까지의 날짜로 보면 쓸 수 있는 예산을 넘습니다. 나중에 소급하여 기록한 것이 "
            "있습니다.",
            "by the days of its entries more is used up to that day than there was: some were "
            "posted later."});
  }
}

}  // namespace yesan::internal
