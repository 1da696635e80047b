// The years of a settlement: what links one with the next, how much of each was spent.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/check/coverage.h"
#include "lib/check/settlement_rows.h"
#include "yesan/settlement/execution_rate.h"

namespace yesan::internal {

void CheckSettlementLinks(Context& context, const std::vector<YearRow>& years) {
  // A year that stands twice links with nothing: nobody can say which of the two is meant. Nor does a row whose year or
  // unit is at fault.
  std::map<std::int32_t, const YearRow*> by_year;
  for (const YearRow& year : years) {
    if (year.row.fiscal_year == 0 || year.link_doubted) continue;
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
        std::vector<Quantity> linked = {*in};
        for (const Figure& out : year.carryovers_out) {
          const auto quantity = subsidy ? PartOf(out) : TotalOf(out, Nothing::kDashIsZero);
          if (quantity) linked.push_back(*quantity);
        }
        SumFit holds;
        holds.fit = check.holds ? Fit::kExact : Fit::kOff;
        CoverSum(context, "settlement.year_link", holds, linked,
                 subsidy ? FigureSide::kPart : FigureSide::kTotal);
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
             "The " + EnglishColumn(context, SettlementColumn::kCarryoverOut) + " of " +
                 YearLabelEn(*year.view) + std::string(subsidy ? " (subsidy part)" : "") + ", " +
                 context.En(*in, check.expected) + ", is not the " +
                 EnglishColumn(context, SettlementColumn::kCarryoverIn) + " of " +
                 YearLabelEn(*next.view) + ", " + context.En(*in, check.stated) +
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
  for (const Figure* part : {&year.view->disbursed, &year.view->current_budget}) {
    if (const auto amount = TotalOf(*part)) CoverRoughly(context, "settlement.rate", *amount);
  }
  const auto spent_now = TotalOf(year.view->disbursed);
  const auto of_budget = TotalOf(year.view->current_budget);
  if (spent_now && of_budget) {
    context.identities.KeepRate({"settlement.rate", figure.printed.place, *of_budget, *spent_now,
                                 *printed, false, !modes->empty()});
  }
  // A rate that was rounded has neighbours that another rounding explains; an exact one has none.
  if (*modes == RoundingSet::All()) {
    context.Cover("settlement.rate", figure.printed.place);
  } else {
    CoverRoughly(context, "settlement.rate", figure.printed.place);
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
             "The execution rate " + said + " of " + YearLabelEn(*year.view) +
                 " differs from that of the printed amounts by no more than their unit "
                 "explains."});
        return;
      }
    }
  }
  // The two columns behind each other change places more often than a rate is misprinted.
  const auto left = TotalOf(year.view->lapsed);
  const bool exchanged =
      left && of_budget && !of_budget->value.is_zero() &&
      !ConsistentPercentRoundings(ToDecimal(left->value), ToDecimal(of_budget->value), *printed)
           .empty();
  const std::string left_name = ColumnName(context, SettlementColumn::kLapsedBalance);
  // Cut behind three more digits; what is shorter is exact.
  const bool is_exact = ratio->ToPercent(digits + 3, Rounding::kUnnecessary).ok();
  const Decimal reduced = Reduce(exact->value);
  const std::string shown = SayRate(reduced, std::max(digits, reduced.scale()), context.minus);
  context.Report(
      "settlement.rate", figure.printed.place, subject, std::string(figure.printed.text),
      PrintRateAt(figure, expected->value, digits, context.minus),
      difference ? PrintRateAt(figure, *difference, digits, context.minus) : std::string(),
      {label + "의 " + With(column, Particle::kTopic) + " " + said +
           "인데, 집행액을 예산현액으로 나누면 " + shown + (is_exact ? "입니다." : " 정도입니다.") +
           (exchanged
                ? " 집행액과 " + With(left_name, Particle::kSubject) + " 서로 바뀌면 맞습니다."
                : ""),
       "The execution rate of " + YearLabelEn(*year.view) + " is printed as " + said +
           ", but disbursed over current budget is " + (is_exact ? "" : "about ") + shown + "." +
           (exchanged ? " It fits when what was disbursed and the balance change places." : "")});
}

}  // namespace yesan::internal
