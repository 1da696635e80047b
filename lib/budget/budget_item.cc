#include "yesan/budget/budget_item.h"

#include <utility>

namespace yesan {
namespace {

Result<std::optional<Money>> Change(std::optional<Money> prior, std::optional<Money> current) {
  if (!prior || !current) return std::optional<Money>();
  Result<Money> change = Subtract(*current, *prior);
  if (!change) return std::move(change).error();
  return std::optional<Money>(*change);
}

Result<std::optional<SumCheck>> CheckChange(std::optional<Money> stated, std::optional<Money> prior,
                                            std::optional<Money> current) {
  Result<std::optional<Money>> change = Change(prior, current);
  if (!change) return std::move(change).error();
  return CheckSum(stated, {*change});
}

}  // namespace

std::string_view Name(Origin origin) noexcept {
  switch (origin) {
    case Origin::kCurrent:
      return "current";
    case Origin::kExplicit:
      return "explicit";
    case Origin::kAccidental:
      return "accidental";
    case Origin::kContinuing:
      return "continuing";
    case Origin::kConstruction:
      return "construction";
  }
  return "unknown";
}

std::string_view KoreanName(Origin origin) noexcept {
  switch (origin) {
    case Origin::kCurrent:
      return "당해연도";
    case Origin::kExplicit:
      return "명시이월";
    case Origin::kAccidental:
      return "사고이월";
    case Origin::kContinuing:
      return "계속비이월";
    case Origin::kConstruction:
      return "건설개량이월";
  }
  return "";
}

Result<BudgetChange> ComputeChange(const BudgetAmount& prior, const BudgetAmount& current) {
  BudgetChange change;
  Result<std::optional<Money>> total = Change(prior.total, current.total);
  if (!total) return std::move(total).error();
  change.total = *total;
  Result<std::optional<Money>> part = Change(prior.subsidy(), current.subsidy());
  if (!part) return std::move(part).error();
  change.part = *part;
  if (change.total && !prior.total->is_zero()) {
    Result<Ratio> rate = Ratio::Make(*change.total, *prior.total, "증감", "전년도 예산액");
    if (!rate) return std::move(rate).error();
    change.rate = *rate;
  }
  return change;
}

Result<BudgetRowCheck> CheckBudgetRow(const BudgetRow& row) {
  BudgetRowCheck check;
  Result<std::optional<SumCheck>> change =
      CheckChange(row.change.total, row.prior.total, row.current.total);
  if (!change) return std::move(change).error();
  check.change = *change;
  Result<std::optional<SumCheck>> part =
      CheckChange(row.change.subsidy(), row.prior.subsidy(), row.current.subsidy());
  if (!part) return std::move(part).error();
  check.part_change = *part;
  if (row.rate && row.prior.total && row.current.total) {
    if (row.prior.total->is_zero()) {
      check.rate_on_zero_base = true;
    } else {
      check.rate = ConsistentChangeRoundings(ToDecimal(*row.prior.total),
                                             ToDecimal(*row.current.total), *row.rate);
    }
  }
  check.parts_within_totals = PartWithinTotal(row.prior) && PartWithinTotal(row.current);
  return check;
}

Result<BudgetTotalCheck> CheckBudgetTotal(const BudgetRow& total,
                                          const std::vector<BudgetRow>& rows) {
  std::vector<std::optional<Money>> prior, prior_part, current, current_part;
  for (const BudgetRow& row : rows) {
    prior.push_back(row.prior.total);
    prior_part.push_back(row.prior.subsidy());
    current.push_back(row.current.total);
    current_part.push_back(row.current.subsidy());
  }
  BudgetTotalCheck check;
  const struct {
    std::optional<Money> total;
    const std::vector<std::optional<Money>>& parts;
    std::optional<SumCheck>& result;
  } sums[] = {{total.prior.total, prior, check.prior},
              {total.prior.subsidy(), prior_part, check.prior_part},
              {total.current.total, current, check.current},
              {total.current.subsidy(), current_part, check.current_part}};
  for (const auto& sum : sums) {
    Result<std::optional<SumCheck>> checked = CheckSum(sum.total, sum.parts);
    if (!checked) return std::move(checked).error();
    sum.result = *checked;
  }
  return check;
}

}  // namespace yesan
