#include "yesan/settlement/settlement_row.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace yesan {
namespace {

using Column = SettlementColumn;

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

BudgetAmount NoPart(std::int64_t thousand) {
  return BudgetAmount::WithoutPart(Money(thousand * 1000));
}

// 최종예산, 전년이월, 예산변경, 예산현액, 집행액, 차년이월, 집행잔액 in 천원, every cell with `(x-)`.
SettlementRow Sheet(std::int32_t year, std::int64_t adopted, std::int64_t in, std::int64_t net,
                    std::int64_t current, std::int64_t disbursed, std::int64_t out,
                    std::int64_t lapsed) {
  SettlementRow row;
  row.fiscal_year = year;
  row.adopted = NoPart(adopted);
  row.carryover_in = NoPart(in);
  row.net_adjustment = NoPart(net);
  row.current_budget = NoPart(current);
  row.disbursed = NoPart(disbursed);
  row.carryover_out = NoPart(out);
  row.lapsed_balance = NoPart(lapsed);
  return row;
}

std::vector<IdentityCheck> Broken(const SettlementRow& row) {
  auto checks = CheckRow(row);
  EXPECT_TRUE(checks.ok());
  std::vector<IdentityCheck> broken;
  for (IdentityCheck& check : *checks) {
    if (!check.holds) broken.push_back(check);
  }
  return broken;
}

std::vector<SettlementRow> RealRows() {
  return {Sheet(2017, 5'218'436, 0, 0, 5'218'436, 4'908'037, 0, 310'399),
          Sheet(2018, 5'656'594, 0, 0, 5'656'594, 5'370'182, 0, 286'412),
          Sheet(2019, 5'481'521, 0, 0, 5'481'521, 5'481'521, 0, 0)};
}

TEST(SettlementRow, TheRealSheetKeepsBothIdentitiesForTotalAndPart) {
  for (const SettlementRow& row : RealRows()) {
    const auto checks = CheckRow(row);
    ASSERT_TRUE(checks.ok());
    EXPECT_EQ(checks->size(), 2u * 2u + 6u) << "I2 and I3 twice, and the parts but of the change";
    EXPECT_TRUE(Broken(row).empty());
  }
}

TEST(SettlementRow, EveryFigureOfTheRealSheetIsCovered) {
  for (const SettlementRow& real : RealRows()) {
    for (int number = 1; number <= 9; ++number) {
      const auto column = static_cast<Column>(number);
      if (!real.at(column).total) continue;
      SettlementRow row = real;
      row.at(column).total = Money(row.at(column).total->minor() + 1000);
      EXPECT_FALSE(Broken(row).empty()) << Name(column);
      for (const IdentityCheck& check : Broken(row)) {
        EXPECT_EQ(check.side, AmountSide::kTotal);
        EXPECT_EQ(check.difference.minor() * check.difference.minor(), 1'000'000);
      }
    }
  }
}

TEST(SettlementRow, ABalanceThatIsOneOffIsNamedWithItsColumnsAndDifference) {
  SettlementRow row = RealRows()[0];
  row.lapsed_balance = NoPart(310'400);
  const auto broken = Broken(row);
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_EQ(broken[0].identity, Identity::kLapsedBalance);
  EXPECT_EQ(broken[0].columns, (std::vector<Column>{Column::kLapsedBalance, Column::kCurrentBudget,
                                                    Column::kDisbursed, Column::kCarryoverOut}));
  EXPECT_EQ(broken[0].stated, Money(310'400'000));
  EXPECT_EQ(broken[0].expected, Money(310'399'000));
  EXPECT_EQ(broken[0].difference, Money(1'000));
}

TEST(SettlementRow, CarriedAndAdjustedMoneyIsPartOfTheCurrentBudget) {
  EXPECT_TRUE(Broken(Sheet(2020, 1'000, 200, -50, 1'150, 900, 100, 150)).empty());
  const auto broken = Broken(Sheet(2020, 1'000, 200, 50, 1'150, 900, 100, 150));
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_EQ(broken[0].identity, Identity::kCurrentBudget);
  EXPECT_EQ(broken[0].difference, Money(-100'000));
}

TEST(SettlementRow, SubsidyPartsKeepTheIdentitiesOnTheirOwn) {
  SettlementRow row = Sheet(2020, 1'000, 0, 0, 1'000, 900, 0, 100);
  row.adopted = BudgetAmount::WithPart(Money(1'000'000), Money(500'000));
  row.current_budget = BudgetAmount::WithPart(Money(1'000'000), Money(500'000));
  row.disbursed = BudgetAmount::WithPart(Money(900'000), Money(450'000));
  row.lapsed_balance = BudgetAmount::WithPart(Money(100'000), Money(50'000));
  EXPECT_TRUE(Broken(row).empty());
  row.disbursed.part = Money(440'000);
  const auto broken = Broken(row);
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_EQ(broken[0].side, AmountSide::kSubsidyPart);
  EXPECT_EQ(broken[0].difference, Money(-10'000));
}

TEST(SettlementRow, APartAboveItsTotalIsFound) {
  SettlementRow row = RealRows()[2];
  row.carryover_in = BudgetAmount::WithPart(Money(0), Money(-1));
  row.net_adjustment = BudgetAmount::WithPart(Money(0), Money(1));
  const auto broken = Broken(row);
  ASSERT_EQ(broken.size(), 1u) << "a change may have a larger part";
  EXPECT_EQ(broken[0].identity, Identity::kPartWithinTotal);
  EXPECT_EQ(broken[0].columns, (std::vector<Column>{Column::kCarryoverIn}));
  EXPECT_EQ(broken[0].difference, Money(1));
}

TEST(SettlementRow, AnAbsentColumnLeavesItsIdentitiesUnproved) {
  SettlementRow row = RealRows()[0];
  row.net_adjustment = BudgetAmount();
  auto checks = CheckRow(row);
  for (const IdentityCheck& check : *checks) {
    EXPECT_NE(check.identity, Identity::kCurrentBudget);
  }
  row = RealRows()[0];
  row.disbursed = BudgetAmount::Of(*row.disbursed.total);
  checks = CheckRow(row);
  for (const IdentityCheck& check : *checks) {
    EXPECT_FALSE(check.identity == Identity::kLapsedBalance &&
                 check.side == AmountSide::kSubsidyPart)
        << "a part that is not stated is not zero";
  }
  EXPECT_TRUE(CheckRow(SettlementRow())->empty());
}

TEST(SettlementRow, ARefundColumnSplitsTheBroadBalance) {
  SettlementRow row = Sheet(2020, 1'000, 0, 0, 1'000, 900, 0, 100);
  row.subsidy_refund = NoPart(30);
  row.unspent_balance = NoPart(70);
  EXPECT_TRUE(Broken(row).empty());
  row.unspent_balance = NoPart(69);
  const auto broken = Broken(row);
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_EQ(broken[0].identity, Identity::kRefund);
  EXPECT_EQ(broken[0].difference, Money(1'000));
}

TEST(SettlementRow, WithoutABroadBalanceTheRefundTakesItsPlaceInI3) {
  SettlementRow row = Sheet(2020, 1'000, 0, 0, 1'000, 900, 0, 100);
  row.lapsed_balance = BudgetAmount();
  row.subsidy_refund = NoPart(30);
  row.unspent_balance = NoPart(70);
  EXPECT_TRUE(Broken(row).empty());
  row.subsidy_refund = NoPart(20);
  const auto broken = Broken(row);
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_EQ(broken[0].identity, Identity::kLapsedBalance);
  EXPECT_EQ(broken[0].columns.front(), Column::kUnspentBalance);
  EXPECT_EQ(broken[0].expected, Money(80'000));
}

TEST(SettlementRow, SumsThatDoNotFitAreRefused) {
  SettlementRow row = RealRows()[0];
  row.adopted = BudgetAmount::Of(Money(kMax));
  row.carryover_in = BudgetAmount::Of(Money(1));
  EXPECT_EQ(CheckRow(row).code(), Code::kOverflow);
  row.adopted = BudgetAmount::Of(Money(std::numeric_limits<std::int64_t>::min()));
  row.carryover_in = row.net_adjustment = BudgetAmount::Of(Money(0));
  EXPECT_EQ(CheckRow(row).code(), Code::kOverflow);
}

TEST(SettlementRow, RandomRowsHoldExactlyWhenTheEquationsDo) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> small(-2, 3);
  int held = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::int64_t total[9];
    std::int64_t part[9];
    SettlementRow row;
    for (int i = 0; i < 9; ++i) {
      total[i] = small(random);
      part[i] = small(random);
    }
    if (round % 2 == 0) {  // half of them hold, but for the parts
      for (std::int64_t* v : {total, part}) {
        v[3] = v[0] + v[1] + v[2];
        v[8] = v[3] - v[4] - v[5];
        v[7] = v[8] - v[6];
      }
    }
    for (int i = 0; i < 9; ++i) {
      row.at(static_cast<Column>(i + 1)) = BudgetAmount::WithPart(Money(total[i]), Money(part[i]));
    }
    std::size_t expected = 0;
    for (const std::int64_t* v : {total, part}) {
      expected += v[3] != v[0] + v[1] + v[2] ? 1u : 0u;
      expected += v[3] != v[4] + v[5] + v[8] ? 1u : 0u;
      expected += v[8] != v[6] + v[7] ? 1u : 0u;
    }
    for (int i = 0; i < 9; ++i) {
      if (static_cast<Column>(i + 1) == Column::kNetAdjustment) continue;
      expected +=
          (part[i] < 0 ? -part[i] : part[i]) > (total[i] < 0 ? -total[i] : total[i]) ? 1u : 0u;
    }
    ASSERT_EQ(Broken(row).size(), expected);
    held += expected == 0 ? 1 : 0;
  }
  EXPECT_GT(held, 0);
}

TEST(YearLink, WhatGoesOutOfAYearComesIntoTheNext) {
  SettlementRow a = Sheet(2018, 1'000, 0, 0, 1'000, 900, 60, 40);
  SettlementRow b = Sheet(2019, 500, 60, 0, 560, 560, 0, 0);
  auto link = CheckYearLink(a, b);
  ASSERT_EQ(link->size(), 2u);
  EXPECT_TRUE((*link)[0].holds && (*link)[1].holds);
  b.carryover_in = NoPart(50);
  link = CheckYearLink(a, b);
  EXPECT_FALSE((*link)[0].holds);
  EXPECT_EQ((*link)[0].difference, Money(-10'000));
}

TEST(YearLink, YearsApartAndAbsentColumnsAreNotLinked) {
  const SettlementRow a = Sheet(2017, 1'000, 0, 0, 1'000, 900, 60, 40);
  SettlementRow b = Sheet(2019, 500, 0, 0, 500, 500, 0, 0);
  EXPECT_TRUE(CheckYearLink(a, b)->empty());
  EXPECT_TRUE(CheckYearLink(b, a)->empty());
  b.fiscal_year = 2018;
  b.carryover_in = BudgetAmount();
  EXPECT_TRUE(CheckYearLink(a, b)->empty());
  b.fiscal_year = std::numeric_limits<std::int32_t>::min();
  EXPECT_TRUE(CheckYearLink(a, b)->empty());
}

TEST(SumRows, AddsColumnByColumn) {
  const auto rows = RealRows();
  const auto sum = SumRows(rows);
  ASSERT_TRUE(sum.ok());
  EXPECT_EQ(sum->fiscal_year, 0) << "three years are no year";
  EXPECT_EQ(sum->adopted, NoPart(16'356'551));
  EXPECT_EQ(sum->disbursed, NoPart(15'759'740));
  EXPECT_EQ(sum->lapsed_balance, NoPart(596'811));
  EXPECT_FALSE(sum->subsidy_refund.total);
  EXPECT_TRUE(Broken(*sum).empty());
  EXPECT_EQ(SumRows({rows[0]})->fiscal_year, 2017);
}

TEST(SumRows, ASumOverSomeOfTheRowsIsNoSum) {
  auto rows = RealRows();
  rows[1].disbursed = BudgetAmount();
  rows[2].adopted = BudgetAmount::Of(Money(1));
  const auto sum = SumRows(rows);
  EXPECT_FALSE(sum->disbursed.total);
  EXPECT_EQ(sum->adopted.part_kind, PartKind::kNotStated);
  EXPECT_TRUE(sum->adopted.total);
  EXPECT_FALSE(SumRows({})->adopted.total);
}

TEST(SumRows, APartThatIsNoneAddsNothingToOneThatIsStated) {
  SettlementRow a = RealRows()[0];
  SettlementRow b = RealRows()[0];
  b.disbursed = BudgetAmount::WithPart(Money(10), Money(4));
  const auto sum = SumRows({a, b});
  EXPECT_EQ(sum->disbursed, BudgetAmount::WithPart(Money(4'908'037'010), Money(4)));
  EXPECT_EQ(sum->adopted.part_kind, PartKind::kNone);
}

TEST(SumRows, NamesTheRowThatDoesNotFit) {
  SettlementRow a;
  a.adopted = BudgetAmount::Of(Money(kMax));
  const auto sum = SumRows({a, a});
  EXPECT_EQ(sum.code(), Code::kOverflow);
  EXPECT_EQ(sum.error().row(), 1);
}

TEST(SettlementRow, ColumnsHaveNamesInBothLanguages) {
  for (int number = 1; number <= 9; ++number) {
    EXPECT_NE(Name(static_cast<Column>(number)), "unknown");
    EXPECT_FALSE(KoreanName(static_cast<Column>(number)).empty());
  }
  EXPECT_EQ(Name(static_cast<Column>(10)), "unknown");
}

}  // namespace
}  // namespace yesan
