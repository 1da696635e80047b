// Which years a settlement shows: each once, one after the other, the last ones settled.
#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/coverage.h"
#include "lib/check/settlement_rows.h"

namespace yesan::internal {
namespace {

// More years than these between two rows are no gap: one of the two is misprinted.
constexpr std::int32_t kGapMax = 2;

using Slots = std::vector<const SettlementYear*>;

// Rows whose year may be another than is printed.
using Doubts = std::set<const Row*>;

// The year that each row has by its place: `first + i * step`.
struct Run {
  std::int32_t first = 0;
  std::int32_t step = 1;

  [[nodiscard]] std::int32_t At(std::size_t i) const {
    return first + static_cast<std::int32_t>(i) * step;
  }
};

std::string Line(const SettlementYear& row) { return std::to_string(row.label.place.line); }

std::string Numbers(const std::vector<std::int32_t>& years, std::string_view behind) {
  std::vector<std::string> out;
  for (std::int32_t year : years) out.push_back(std::to_string(year) + std::string(behind));
  return Join(out, ", ");
}

// `2018(73번째 줄), 2091(74번째 줄)`, `2018 (line 73), 2091 (line 74)`.
std::string Listed(const Slots& slots, Language language) {
  std::vector<std::string> out;
  for (const SettlementYear* row : slots) {
    out.push_back(std::to_string(row->year) + (language == Language::kKorean
                                                   ? "년(" + Line(*row) + "번째 줄)"
                                                   : " (line " + Line(*row) + ")"));
  }
  return Join(out, ", ");
}

// The run that all rows but `odd` are in, at least two of them; rows without a year count as odd too.
std::optional<Run> RunWithout(const Slots& slots, std::size_t odd, std::int32_t step) {
  std::optional<Run> run;
  std::size_t in_it = 0;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (i == odd || slots[i]->year == 0) continue;
    if (!run) run = Run{slots[i]->year - static_cast<std::int32_t>(i) * step, step};
    if (run->At(i) != slots[i]->year) return std::nullopt;
    ++in_it;
  }
  return in_it >= 2 ? run : std::nullopt;
}

std::optional<Run> RunWithout(const Slots& slots, std::size_t odd) {
  const std::optional<Run> up = RunWithout(slots, odd, 1);
  return up ? up : RunWithout(slots, odd, -1);
}

// Years between the first and the last that no row has.
std::vector<std::int32_t> MissingOf(const Slots& slots) {
  std::int32_t first = slots.front()->year;
  std::int32_t last = first;
  for (const SettlementYear* row : slots) {
    first = std::min(first, row->year);
    last = std::max(last, row->year);
  }
  std::vector<std::int32_t> missing;
  if (last - first > 20) return missing;
  for (std::int32_t year = first; year <= last; ++year) {
    if (std::none_of(slots.begin(), slots.end(),
                     [&](const SettlementYear* row) { return row->year == year; })) {
      missing.push_back(year);
    }
  }
  return missing;
}

void Report(Context& context, const SettlementYear& row, std::string expected, Message message) {
  context.Report("settlement.years", row.label.place, Subject({kSettlementSection, "연도"}),
                 std::string(row.label.text), std::move(expected), "", std::move(message));
}

// Tables of several accounts have as many rows for each year: the years are then those of the first of each.
Slots OncePerYear(const Slots& slots) {
  std::map<std::int32_t, std::size_t> count;
  for (const SettlementYear* row : slots) ++count[row->year];
  const std::size_t each = count.begin()->second;
  if (count.size() < 2 || each < 2) return slots;
  for (const auto& [year, n] : count) {
    if (n != each || year == 0) return slots;
  }
  Slots once;
  for (const SettlementYear* row : slots) {
    if (std::none_of(once.begin(), once.end(),
                     [&](const SettlementYear* known) { return known->year == row->year; })) {
      once.push_back(row);
    }
  }
  return once;
}

// Numbers that are no year: `9999`, `0`, `21`.
bool ReportImpossible(Context& context, const Slots& slots) {
  bool found = false;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const SettlementYear& row = *slots[i];
    if (row.year != 0) continue;
    found = true;
    const std::optional<Run> run = RunWithout(slots, i);
    const std::string printed = Excerpt(row.year_text.text);
    std::string expected = run ? std::to_string(run->At(i)) : std::string();
    if (!run && printed.size() == 2) expected = "20" + printed;
    context.Report(
        "years.impossible", row.label.place, Subject({kSettlementSection, "연도"}),
        std::string(row.label.text), expected, "",
        {"결산 연도에 적힌 " + With(Quoted(printed, Language::kKorean), Particle::kTopic) +
             " 예산에 나올 수 있는 해가 아닙니다." +
             (run ? " 차례로 보면 " + expected + "년이 있을 자리입니다." : ""),
         Quoted(printed, Language::kEnglish) +
             " in the years of the settlement is no year of a budget" +
             (run ? "; in its place " + expected + " would follow." : ".")});
  }
  return found;
}

// Nobody can say which of two rows of one year is meant: both are named, and the year that has none.
bool ReportRepeated(Context& context, const Slots& slots) {
  std::map<std::int32_t, Slots> rows;
  for (const SettlementYear* row : slots) rows[row->year].push_back(row);
  if (rows.size() == slots.size()) return false;
  std::vector<std::int32_t> missing = MissingOf(slots);
  const std::int32_t n = context.fiscal_year;
  if (missing.empty() && n != 0 && slots.size() == 3) {
    for (std::int32_t year = n - 4; year <= n - 2; ++year) {
      if (rows.count(year) == 0) missing.push_back(year);
    }
    if (missing.size() != 1) missing.clear();
  }
  for (const auto& [year, same] : rows) {
    if (same.size() < 2) continue;
    std::vector<std::string> lines;
    for (const SettlementYear* row : same) lines.push_back(Line(*row));
    const std::string list = Join(lines, ", ");
    const std::string number = std::to_string(year);
    Report(context, *same.back(),
           missing.size() == 1 ? std::to_string(missing.front()) : std::string(),
           {number + "년 결산이 " + std::to_string(same.size()) + "번(" + list +
                "번째 줄) 적혀 있습니다." +
                (missing.empty() ? ""
                                 : " " + With(Numbers(missing, "년"), Particle::kTopic) +
                                       " 없으니 그 가운데 하나의 오기일 수 있습니다."),
            "The settlement of " + number + " stands " + std::to_string(same.size()) +
                " times (lines " + list + ")" +
                (missing.empty() ? "."
                                 : "; there is none of " + Numbers(missing, "") +
                                       ", for which one of them may be a misprint.")});
  }
  return true;
}

// All years are there, in another order.
bool ReportOrder(Context& context, const Slots& slots, Doubts& doubts) {
  if (!MissingOf(slots).empty()) return false;
  std::vector<std::int32_t> sorted;
  for (const SettlementYear* row : slots) sorted.push_back(row->year);
  std::sort(sorted.begin(), sorted.end());
  if (sorted.back() - sorted.front() + 1 != static_cast<std::int32_t>(sorted.size())) return false;
  Slots moved[2];
  for (const bool down : {false, true}) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::int32_t wanted = sorted[down ? sorted.size() - 1 - i : i];
      if (slots[i]->year != wanted) moved[down ? 1 : 0].push_back(slots[i]);
    }
  }
  const bool either = moved[0].size() == moved[1].size();
  const Slots& out = either ? slots : moved[0].size() < moved[1].size() ? moved[0] : moved[1];
  for (const SettlementYear* row : out) doubts.insert(row->row);
  Report(
      context, *out.front(), "",
      {"결산 연도가 차례대로 적혀 있지 않습니다: " + Listed(out, Language::kKorean) + ".",
       "The years of the settlement are not in order: " + Listed(out, Language::kEnglish) + "."});
  return true;
}

// A year or two that no row has, between rows in order.
bool ReportGaps(Context& context, const Slots& slots) {
  const std::vector<std::int32_t> all = MissingOf(slots);
  if (all.empty() || all.size() > static_cast<std::size_t>(kGapMax)) return false;
  const std::int32_t step = slots.back()->year > slots.front()->year ? 1 : -1;
  for (std::size_t i = 1; i < slots.size(); ++i) {
    if ((slots[i]->year - slots[i - 1]->year) * step <= 0) return false;
  }
  for (std::size_t i = 1; i < slots.size(); ++i) {
    std::vector<std::int32_t> missing;
    for (std::int32_t year = slots[i - 1]->year + step; year != slots[i]->year; year += step)
      missing.push_back(year);
    if (missing.empty()) continue;
    // The smaller side stands apart from the rest.
    const SettlementYear& apart = i < slots.size() - i ? *slots[i - 1] : *slots[i];
    const Slots before{slots[i - 1]};
    const Slots behind{slots[i]};
    Report(context, apart, "",
           {"결산에 " + With(Numbers(missing, "년"), Particle::kSubject) +
                " 없습니다: " + With(Listed(before, Language::kKorean), Particle::kAnd) + " " +
                Listed(behind, Language::kKorean) + " 사이입니다.",
            "There is no settlement of " + Numbers(missing, "") + ", between " +
                Listed(before, Language::kEnglish) + " and " + Listed(behind, Language::kEnglish) +
                "."});
  }
  return true;
}

// One year that is out of a run that all others are in. Where several could be, the run that ends where a sheet of the year
// ends it decides.
bool ReportOdd(Context& context, const Slots& slots, Doubts& doubts) {
  struct Candidate {
    std::size_t odd = 0;
    Run run;
    int weight = 0;
  };
  std::vector<Candidate> candidates;
  for (const std::int32_t step : {1, -1}) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::optional<Run> run = RunWithout(slots, i, step);
      if (!run) continue;
      const std::int32_t newest = std::max(run->At(0), run->At(slots.size() - 1));
      const std::int32_t n = context.fiscal_year;
      candidates.push_back({i, *run, newest == n - 2 ? 2 : newest == n - 1 ? 1 : 0});
    }
  }
  const Candidate* best = nullptr;
  bool tied = false;
  for (const Candidate& candidate : candidates) {
    if (best != nullptr && candidate.weight < best->weight) continue;
    tied = best != nullptr && candidate.weight == best->weight;
    best = &candidate;
  }
  if (best == nullptr || tied) return false;
  const SettlementYear& row = *slots[best->odd];
  doubts.insert(row.row);
  const std::string expected = std::to_string(best->run.At(best->odd));
  const std::string printed = std::to_string(row.year);
  Report(context, row, expected,
         {"결산 연도가 이어지지 않습니다. " + expected + "년이 있을 자리에 " + printed +
              "년이 적혀 있습니다.",
          "The years of the settlement do not follow each other: " + printed + " stands where " +
              expected + " should."});
  return true;
}

bool FollowEachOther(const Slots& slots) {
  for (const std::int32_t step : {1, -1}) {
    bool all = true;
    for (std::size_t i = 1; i < slots.size(); ++i)
      all = all && slots[i]->year == slots[i - 1]->year + step;
    if (all) return true;
  }
  return false;
}

// A sheet of year N is written in N−1, when N−2 is the last year settled; a supplementary budget in N, when it is N−1.
void CheckLatest(Context& context, const Slots& slots) {
  if (context.fiscal_year == 0) return;
  const std::int32_t last = std::max(slots.front()->year, slots.back()->year);
  const std::int32_t first = std::min(slots.front()->year, slots.back()->year);
  const SettlementYear* newest = slots.front()->year == last ? slots.front() : slots.back();
  const std::int32_t n = context.fiscal_year;
  if (last != n - 2 && last != n - 1) {
    context.Report("settlement.latest_year", newest->label.place,
                   Subject({kSettlementSection, "연도"}), std::string(newest->label.text),
                   std::to_string(n - 2), "",
                   {std::to_string(n) + "년도 예산서에는 보통 " + std::to_string(n - 4) + "~" +
                        std::to_string(n - 2) + "년 결산이 실리는데, 마지막 연도가 " +
                        std::to_string(last) + "년입니다.",
                    "A budget of " + std::to_string(n) + " usually shows the settlements of " +
                        std::to_string(n - 4) + " to " + std::to_string(n - 2) +
                        ", but the last one is " + std::to_string(last) + "."});
    return;
  }
  if (last - first == 2) return;
  const std::string count = std::to_string(last - first + 1);
  const std::string years = std::to_string(first) + "~" + std::to_string(last);
  context.Report(
      "settlement.three_years", newest->label.place, Subject({kSettlementSection, "연도"}), years,
      std::to_string(last - 2) + "~" + std::to_string(last), "",
      {"최근 3년이 아니라 " + count + "년의 결산만 실려 있습니다(" + years + "년).",
       "The settlement shows " + count + " year(s) instead of three: " + std::to_string(first) +
           " to " + std::to_string(last) + "."});
}

Doubts ReportYears(Context& context, Slots slots) {
  Doubts doubts;
  const bool impossible = ReportImpossible(context, slots);
  // The others may stand where they should.
  if (impossible && RunWithout(slots, slots.size())) return doubts;
  slots.erase(std::remove_if(slots.begin(), slots.end(),
                             [](const SettlementYear* row) { return row->year == 0; }),
              slots.end());
  if (slots.empty()) return doubts;
  if (FollowEachOther(slots)) {
    if (!impossible) CheckLatest(context, slots);
    return doubts;
  }
  if (ReportRepeated(context, slots) || ReportOrder(context, slots, doubts) ||
      ReportGaps(context, slots) || ReportOdd(context, slots, doubts)) {
    return doubts;
  }
  for (const SettlementYear* row : slots) doubts.insert(row->row);
  Report(context, *slots.front(), "",
         {"결산 연도가 이어지지 않습니다: " + Listed(slots, Language::kKorean) + ".",
          "The years of the settlement do not follow each other: " +
              Listed(slots, Language::kEnglish) + "."});
  return doubts;
}

}  // namespace

void CheckSettlementYears(Context& context, std::vector<YearRow>& rows) {
  Slots slots;
  for (const SettlementYear& row : context.settlement.years) {
    if (row.year != 0 || !row.year_text.empty()) slots.push_back(&row);
  }
  if (slots.empty()) return;
  for (const SettlementYear* row : slots) context.Cover("settlement.years", row->label.place);
  const Doubts doubts = ReportYears(context, OncePerYear(slots));
  for (YearRow& row : rows) row.link_doubted = row.link_doubted || doubts.count(row.view->row) != 0;
}

}  // namespace yesan::internal
