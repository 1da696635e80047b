#include "yesan/settlement/execution_rate.h"

#include <gtest/gtest.h>

namespace yesan {
namespace {

SettlementRow Row2017() {
  SettlementRow row;
  row.fiscal_year = 2017;
  row.current_budget = BudgetAmount::WithoutPart(Money(5'218'436'000));
  row.disbursed = BudgetAmount::WithoutPart(Money(4'908'037'000));
  row.lapsed_balance = BudgetAmount::WithoutPart(Money(310'399'000));
  return row;
}

TEST(ExecutionRate, IsExactAndNamesBothSides) {
  const auto rate = ExecutionRate(Row2017());
  ASSERT_TRUE(rate);
  EXPECT_EQ(rate->numerator_name(), "집행액");
  EXPECT_EQ(rate->denominator_name(), "예산현액");
  EXPECT_EQ(rate->ToPercent(4, Rounding::kDown)->value, *Decimal::Parse("94.0518"));
}

TEST(ExecutionRate, AllSpentIsAHundred) {
  SettlementRow row = Row2017();
  row.disbursed = row.current_budget;
  EXPECT_EQ(ExecutionRate(row)->ToPercent(0, Rounding::kUnnecessary)->value, Decimal::FromInt(100));
  EXPECT_EQ(ExplainExecutionRate(row, Decimal::FromInt(100)), RoundingSet::All());
}

TEST(ExecutionRate, AZeroBaseOrAnAbsentColumnHasNone) {
  SettlementRow row = Row2017();
  EXPECT_FALSE(ExecutionRate(row, AmountSide::kSubsidyPart))
      << "the parts are none: zero over zero";
  row.current_budget.total = Money(0);
  EXPECT_FALSE(ExecutionRate(row));
  EXPECT_FALSE(ExplainExecutionRate(row, Decimal::FromInt(0)));
  row = Row2017();
  row.disbursed = BudgetAmount();
  EXPECT_FALSE(ExecutionRate(row));
  EXPECT_FALSE(ExecutionRate(SettlementRow()));
}

TEST(ExecutionRate, APrintedRateFitsASetOfRoundings) {
  const SettlementRow row = Row2017();  // 94.0518…
  EXPECT_EQ(*ExplainExecutionRate(row, *Decimal::Parse("94.05")),
            (RoundingSet{Rounding::kDown, Rounding::kFloor, Rounding::kHalfUp, Rounding::kHalfDown,
                         Rounding::kHalfEven}));
  EXPECT_EQ(*ExplainExecutionRate(row, *Decimal::Parse("94.06")),
            (RoundingSet{Rounding::kUp, Rounding::kCeiling}));
  EXPECT_TRUE(ExplainExecutionRate(row, *Decimal::Parse("94.5"))->empty());
}

TEST(ExecutionRate, OtherColumnsMakeOtherRatesWithOtherNames) {
  const auto lapsed =
      RateOf(Row2017(), SettlementColumn::kLapsedBalance, SettlementColumn::kCurrentBudget);
  ASSERT_TRUE(lapsed);
  EXPECT_EQ(lapsed->numerator_name(), "집행잔액");
  EXPECT_EQ(lapsed->ToPercent(2, Rounding::kHalfUp)->value, *Decimal::Parse("5.95"));
  EXPECT_FALSE(RateOf(Row2017(), SettlementColumn::kDisbursed, SettlementColumn::kAdopted));
}

}  // namespace
}  // namespace yesan
