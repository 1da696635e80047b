// The years of a settlement: what links one with the next, how much of each was spent, which years they are.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/settlement_rows.h"
#include "yesan/settlement/execution_rate.h"

namespace yesan::internal {

void CheckSettlementLinks(Context& context, const std::vector<YearRow>& years) {
  // A year that stands twice links with nothing: nobody can say which of the two is meant.
  std::map<std::int32_t, const YearRow*> by_year;
  for (const YearRow& year : years) {
    if (year.row.fiscal_year == 0) continue;
    const auto [at, first] = by_year.emplace(year.row.fiscal_year, &year);
    if (!first) at->second = nullptr;
  }
  for (const auto& [number, pointer] : by_year) {
    const auto found = by_year.find(number + 1);
    if (pointer == nullptr || found == by_year.end() || found->second == nullptr) continue;
    {
      const YearRow& year = *pointer;
      const YearRow& next = *found->second;
      auto checks = CheckYearLink(year.row, next.row);
      if (!checks) continue;
      for (const IdentityCheck& check : *checks) {
        const bool subsidy = check.side == AmountSide::kSubsidyPart;
        const auto in = subsidy ? PartOf(next.view->carryover_in)
                                : TotalOf(next.view->carryover_in, Nothing::kDashIsZero);
        if (!in) continue;
        context.Cover("settlement.year_link", in->place);
        for (const Figure& out : year.carryovers_out) {
          context.Cover("settlement.year_link", out.printed.place);
        }
        if (check.holds) continue;
        const std::string out_name = ColumnName(context, SettlementColumn::kCarryoverOut);
        const std::string in_name = ColumnName(context, SettlementColumn::kCarryoverIn);
        const std::string label = YearLabel(*next.view);
        context.Report(
            "settlement.year_link", in->place, Subject({kSettlementSection, label, in_name}),
            std::string(in->printed), context.At(*in, check.expected),
            context.At(*in, check.difference),
            {YearLabel(*year.view) + "의 " + out_name + (subsidy ? "(국비 등 내역)" : "") + " " +
                 With(context.Ko(*in, check.expected), Particle::kAnd) + " " + label + "의 " +
                 in_name + " " + With(context.Ko(*in, check.stated), Particle::kSubject) +
                 " 서로 다릅니다. 차이는 " + context.Ko(*in, check.difference) + "입니다.",
             "What was carried out of " + std::to_string(year.row.fiscal_year) + ", " +
                 context.En(*in, check.expected) + ", is not what came into " +
                 std::to_string(next.row.fiscal_year) + ", " + context.En(*in, check.stated) +
                 "; the difference is " + context.En(*in, check.difference) + "."});
      }
    }
  }
}

void CheckSettlementRate(Context& context, const YearRow& year) {
  const Figure& figure = year.view->execution_rate;
  const auto printed = RateOf(figure);
  const auto ratio = ExecutionRate(year.row);
  if (!printed || !ratio) return;
  const auto modes = ExplainExecutionRate(year.row, *printed);
  if (!modes) return;
  for (const Figure* part : {&figure, &year.view->disbursed, &year.view->current_budget}) {
    context.Cover("settlement.rate", part->printed.place);
  }
  const std::string label = YearLabel(*year.view);
  const std::string column =
      HeadingOf(context.settlement.table, ColumnRole::kExecutionRate, "집행률");
  const std::string subject = Subject({kSettlementSection, label, column});
  const auto base = TotalOf(year.view->current_budget);
  const bool coarse = base && base->last_place() >= 1'000'000;
  if (!modes->empty()) {
    if (!coarse) context.Rounded(figure, subject, *modes);
    return;
  }
  const std::int32_t digits = printed->scale();
  auto expected = ratio->ToPercent(digits, Rounding::kHalfUp);
  auto exact = ratio->ToPercent(digits + 3, Rounding::kDown);
  if (!expected || !exact) return;
  const std::string said = SayRate(*printed, digits, context.minus);
  auto difference = Subtract(*printed, expected->value);
  // In 백만원 the columns themselves are rounded; the rate was computed before that.
  if (coarse && difference) {
    const auto spent = year.row.disbursed.total;
    const auto budget = year.row.current_budget.total;
    const Money half(base->last_place() / 2);
    auto low_part = Subtract(*spent, half);
    auto high_part = Add(*spent, half);
    auto low_base = Subtract(*budget, half);
    auto high_base = Add(*budget, half);
    auto step = Decimal::Make(1, digits);
    if (low_part && high_part && low_base && high_base && step && low_base->sign() > 0) {
      auto low = Percent(*low_part, *high_base, digits + 6, Rounding::kDown);
      auto high = Percent(*high_part, *low_base, digits + 6, Rounding::kUp);
      auto least = Subtract(*printed, *step);
      auto most = Add(*printed, *step);
      if (low && high && least && most && *least < *high && *low < *most) {
        context.Report(
            "rounding.rate", figure.printed.place, subject, std::string(figure.printed.text),
            PrintRateAt(figure, expected->value, digits, context.minus), "",
            {label + "의 " + column + " " + With(said, Particle::kTopic) +
                 " 표시된 금액으로 계산한 값과 다르지만, 단위 미만을 버리기 전의 금액으로 "
                 "계산한 것일 수 있습니다.",
             "The rate " + said + " of " + label +
                 " differs from that of the printed amounts by no more than their unit "
                 "explains."});
        return;
      }
    }
  }
  context.Report(
      "settlement.rate", figure.printed.place, subject, std::string(figure.printed.text),
      PrintRateAt(figure, expected->value, digits, context.minus),
      difference ? PrintRateAt(figure, *difference, digits, context.minus) : std::string(),
      {label + "의 " + With(column, Particle::kTopic) + " " + said +
           "인데, 집행액을 예산현액으로 나누면 " +
           SayRate(exact->value, digits + 3, context.minus) + " 정도입니다.",
       "The execution rate of " + std::to_string(year.view->year) + " is printed as " + said +
           ", but disbursed over current budget is about " +
           SayRate(exact->value, digits + 3, context.minus) + "."});
}

void CheckSettlementYears(Context& context) {
  const std::vector<SettlementYear>& years = context.settlement.years;
  std::vector<const SettlementYear*> dated;
  for (const SettlementYear& year : years) {
    if (year.year != 0) dated.push_back(&year);
  }
  if (dated.empty()) return;
  for (const SettlementYear* year : dated) context.Cover("settlement.years", year->label.place);
  // The run of years that most rows belong to; a sheet of year N ends it with N−2, which decides where two are equally
  // many.
  std::map<std::pair<std::int32_t, std::int32_t>, int> votes;  // (step, year of the first row)
  const auto count = static_cast<std::int32_t>(dated.size());
  for (std::int32_t i = 0; i < count; ++i) {
    for (std::int32_t step : {1, -1})
      ++votes[{step, dated[static_cast<std::size_t>(i)]->year - i * step}];
  }
  std::pair<std::int32_t, std::int32_t> run{1, dated.front()->year};
  int best = -1;
  for (const auto& [candidate, n] : votes) {
    const std::int32_t newest_year =
        candidate.first > 0 ? candidate.second + count - 1 : candidate.second;
    const int weight =
        n * 4 + (newest_year == context.fiscal_year - 2 ? 2 : 0) + (candidate.first > 0 ? 1 : 0);
    if (weight <= best) continue;
    best = weight;
    run = candidate;
  }
  bool consecutive = true;
  for (std::int32_t i = 0; i < count; ++i) {
    const SettlementYear& year = *dated[static_cast<std::size_t>(i)];
    const std::int32_t wanted = run.second + i * run.first;
    if (year.year == wanted) continue;
    consecutive = false;
    const std::string expected = std::to_string(wanted);
    const std::string printed = std::to_string(year.year);
    context.Report("settlement.years", year.label.place, Subject({kSettlementSection, "연도"}),
                   std::string(year.label.text), expected, "",
                   {"결산 연도가 이어지지 않습니다. " + expected + "년이 있을 자리에 " + printed +
                        "년이 적혀 있습니다.",
                    "The years of the settlement do not follow each other: " + printed +
                        " stands where " + expected + " should."});
  }
  if (!consecutive || context.fiscal_year == 0) return;
  // A sheet of year N is written in N−1, when N−2 is the last year settled; a supplementary budget in N, when it is N−1.
  const std::int32_t last = std::max(dated.front()->year, dated.back()->year);
  const std::int32_t first = std::min(dated.front()->year, dated.back()->year);
  const SettlementYear* newest = dated.front()->year == last ? dated.front() : dated.back();
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
  if (last - first != 2) {
    context.Report(
        "settlement.three_years", newest->label.place, Subject({kSettlementSection, "연도"}),
        std::to_string(first) + "~" + std::to_string(last),
        std::to_string(last - 2) + "~" + std::to_string(last), "",
        {"최근 3년이 아니라 " + std::to_string(last - first + 1) + "년의 결산만 실려 있습니다(" +
             std::to_string(first) + "~" + std::to_string(last) + "년).",
         "The settlement shows " + std::to_string(last - first + 1) +
             " year(s) instead of three: " + std::to_string(first) + " to " + std::to_string(last) +
             "."});
  }
}

}  // namespace yesan::internal
