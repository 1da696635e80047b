#include "yesan/budget/budget_item.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "yesan/money/paired_amount.h"

namespace yesan {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

BudgetAmount Thousand(std::int64_t amount) {
  return BudgetAmount::WithoutPart(Money(amount * 1000));
}

BudgetAmount Cell(const char* text, Unit unit = Unit::kThousandWon) {
  const auto pair = ParsePairedAmount(text);
  EXPECT_TRUE(pair.ok()) << text;
  const auto amount = ToBudgetAmount(*pair, unit);
  EXPECT_TRUE(amount.ok()) << text;
  return *amount;
}

TEST(BudgetItem, TheRealOverviewHoldsAndFitsFiveRoundings) {
  BudgetRow row;
  row.label = "민간위탁금";
  row.prior = Cell("(x-) 5,196,358");
  row.current = Cell("(x-) 4,066,896");
  row.change = Cell("(x-) Δ1,129,462");
  row.rate = *Decimal::Parse("-22");
  const auto check = CheckBudgetRow(row);
  ASSERT_TRUE(check.ok());
  EXPECT_TRUE(check->change->holds());
  EXPECT_TRUE(check->part_change->holds());
  EXPECT_TRUE(check->parts_within_totals);
  EXPECT_EQ(*check->rate, (RoundingSet{Rounding::kUp, Rounding::kFloor, Rounding::kHalfUp,
                                       Rounding::kHalfDown, Rounding::kHalfEven}));
  const auto total = CheckBudgetTotal(row, {row});
  ASSERT_TRUE(total.ok());
  EXPECT_TRUE(total->prior->holds() && total->current->holds());
  EXPECT_TRUE(total->prior_part->holds() && total->current_part->holds());
}

TEST(BudgetItem, ALostMinusIsADifferenceOfTwiceTheChange) {
  BudgetRow row;
  row.prior = Thousand(5'196'358);
  row.current = Thousand(4'066'896);
  row.change = Thousand(1'129'462);
  row.rate = Decimal::FromInt(22);
  const auto check = CheckBudgetRow(row);
  EXPECT_EQ(check->change->difference, Money(2'258'924'000));
  EXPECT_TRUE(check->rate->empty());
}

TEST(BudgetItem, TheRateOfChangeIsExact) {
  const auto change = ComputeChange(Thousand(5'196'358), Thousand(4'066'896));
  ASSERT_TRUE(change.ok());
  EXPECT_EQ(change->total, Money(-1'129'462'000));
  EXPECT_EQ(change->part, Money(0));
  EXPECT_EQ(change->rate->ToPercent(4, Rounding::kDown)->value, *Decimal::Parse("-21.7356"));
}

TEST(BudgetItem, AZeroBaseHasNoRate) {
  const auto change = ComputeChange(Thousand(0), Thousand(5));
  EXPECT_EQ(change->total, Money(5'000));
  EXPECT_FALSE(change->rate);
  BudgetRow row;
  row.prior = Thousand(0);
  row.current = Thousand(5);
  row.rate = Decimal::FromInt(100);
  EXPECT_TRUE(CheckBudgetRow(row)->rate_on_zero_base);
  row.rate.reset();
  EXPECT_FALSE(CheckBudgetRow(row)->rate_on_zero_base);
}

TEST(BudgetItem, AbsentIsNotZero) {
  const auto change = ComputeChange(BudgetAmount(), Thousand(5));
  EXPECT_FALSE(change->total);
  EXPECT_FALSE(change->rate);
  EXPECT_FALSE(ComputeChange(BudgetAmount::Of(Money(1)), Thousand(5))->part);
  BudgetRow row;
  row.current = Thousand(5);
  row.change = Thousand(5);
  EXPECT_FALSE(CheckBudgetRow(row)->change);
  row.prior = Thousand(0);
  EXPECT_TRUE(CheckBudgetRow(row)->change->holds());
}

TEST(BudgetItem, ThePartOfAChangeMayExceedIt) {
  BudgetRow row;
  row.prior = BudgetAmount::WithPart(Money(100), Money(80));
  row.current = BudgetAmount::WithPart(Money(90), Money(20));
  row.change = BudgetAmount::WithPart(Money(-10), Money(-60));
  const auto check = CheckBudgetRow(row);
  EXPECT_TRUE(check->change->holds());
  EXPECT_TRUE(check->part_change->holds());
  EXPECT_TRUE(check->parts_within_totals);
  row.current = BudgetAmount::WithPart(Money(90), Money(91));
  EXPECT_FALSE(CheckBudgetRow(row)->parts_within_totals);
}

TEST(BudgetItem, ATotalThatMissesARowIsFound) {
  BudgetRow total;
  total.prior = Thousand(30);
  total.current = BudgetAmount::WithPart(Money(50), Money(5));
  BudgetRow a;
  a.prior = Thousand(10);
  a.current = BudgetAmount::WithPart(Money(20), Money(5));
  BudgetRow b;
  b.prior = Thousand(20);
  b.current = BudgetAmount::Of(Money(20));
  const auto check = CheckBudgetTotal(total, {a, b});
  EXPECT_TRUE(check->prior->holds());
  EXPECT_EQ(check->current->difference, Money(10));
  EXPECT_TRUE(check->current_part->holds());
  EXPECT_FALSE(CheckBudgetTotal(BudgetRow(), {a, b})->prior);
}

TEST(BudgetItem, ChangesBeyondTheRangeAreRefused) {
  EXPECT_EQ(ComputeChange(BudgetAmount::Of(Money(-2)), BudgetAmount::Of(Money(kMax))).code(),
            Code::kOverflow);
  BudgetRow row;
  row.prior = BudgetAmount::Of(Money(-2));
  row.current = BudgetAmount::Of(Money(kMax));
  row.change = BudgetAmount::Of(Money(0));
  EXPECT_EQ(CheckBudgetRow(row).code(), Code::kOverflow);
  EXPECT_EQ(CheckBudgetTotal(row, {row, row}).code(), Code::kOverflow);
}

TEST(BudgetItem, CellsBecomeWonWithTheirSubsidyPart) {
  EXPECT_EQ(Cell("(x-) 5,196,358"), BudgetAmount::WithoutPart(Money(5'196'358'000)));
  EXPECT_EQ(Cell("5,196,358"), BudgetAmount::Of(Money(5'196'358'000)));
  EXPECT_EQ(Cell("(x 300) 5,000"), BudgetAmount::WithPart(Money(5'000'000), Money(300'000)));
  EXPECT_EQ(Cell("[국 300] 5,000"), BudgetAmount::WithPart(Money(5'000'000), Money(300'000)));
  EXPECT_EQ(Cell("5,000 (ⓧ 300)"), BudgetAmount::WithPart(Money(5'000'000), Money(300'000)));
  EXPECT_EQ(Cell("5,000 (군 300)"), BudgetAmount::Of(Money(5'000'000))) << "another payer";
  EXPECT_EQ(Cell("247,328(180,642)"), BudgetAmount::Of(Money(247'328'000))) << "no payer";
  EXPECT_FALSE(Cell("(x-)").total);
  EXPECT_EQ(Cell("(x-)").part_kind, PartKind::kNone);
  EXPECT_FALSE(Cell("-").total);
  EXPECT_FALSE(Cell("순증").total);
}

TEST(BudgetItem, CellsThatAreNoMoneyAreRefused) {
  EXPECT_EQ(ToBudgetAmount(*ParsePairedAmount("5%"), Unit::kThousandWon).code(), Code::kWrongUnit);
  EXPECT_EQ(ToBudgetAmount(*ParsePairedAmount("9,999,999,999,999,999"), Unit::kThousandWon).code(),
            Code::kOverflow);
  EXPECT_EQ(ToBudgetAmount(*ParsePairedAmount("0.5"), Unit::kWon).code(), Code::kInexact);
}

TEST(BudgetItem, TheKeyOfAnItemLeavesNothingOut) {
  const BudgetItem item{2021,     "일반회계",       "지역공동체담당관", 7,
                        "307-05", Origin::kCurrent, Thousand(1),        Thousand(2)};
  BudgetItem other = item;
  other.current = Thousand(3);
  EXPECT_TRUE(SameItem(item, other)) << "amounts are no part of the key";
  for (int field = 0; field < 6; ++field) {
    other = item;
    if (field == 0) other.fiscal_year = 2022;
    if (field == 1) other.account = "특별회계";
    if (field == 2) other.department = "다른 부서";
    if (field == 3) other.program = 8;
    if (field == 4) other.object_item = "307-02";
    if (field == 5) other.origin = Origin::kExplicit;
    EXPECT_FALSE(SameItem(item, other)) << field;
  }
}

}  // namespace
}  // namespace yesan
