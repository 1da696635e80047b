#include "yesan/settlement/execution_rate.h"

namespace yesan {
namespace {

std::optional<Money> SideOf(const BudgetAmount& amount, AmountSide side) noexcept {
  return side == AmountSide::kTotal ? amount.total : amount.subsidy();
}

}  // namespace

std::optional<Ratio> RateOf(const SettlementRow& row, SettlementColumn numerator,
                            SettlementColumn denominator, AmountSide side) {
  const std::optional<Money> above = SideOf(row.at(numerator), side);
  const std::optional<Money> below = SideOf(row.at(denominator), side);
  if (!above || !below) return std::nullopt;
  Result<Ratio> ratio = Ratio::Make(*above, *below, KoreanName(numerator), KoreanName(denominator));
  if (!ratio) return std::nullopt;  // a zero base
  return *ratio;
}

std::optional<Ratio> ExecutionRate(const SettlementRow& row, AmountSide side) {
  return RateOf(row, SettlementColumn::kDisbursed, SettlementColumn::kCurrentBudget, side);
}

std::optional<RoundingSet> ExplainExecutionRate(const SettlementRow& row,
                                                const Decimal& printed_percent, AmountSide side) {
  const std::optional<Ratio> rate = ExecutionRate(row, side);
  if (!rate) return std::nullopt;
  return ConsistentPercentRoundings(rate->numerator(), rate->denominator(), printed_percent);
}

}  // namespace yesan
