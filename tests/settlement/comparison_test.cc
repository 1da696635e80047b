#include "yesan/settlement/comparison.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace yesan {
namespace {

SettlementRow Sheet(std::int32_t year, std::int64_t adopted, std::int64_t disbursed,
                    std::int64_t lapsed) {
  const auto amount = [](std::int64_t thousand) {
    return BudgetAmount::WithoutPart(Money(thousand * 1000));
  };
  SettlementRow row;
  row.fiscal_year = year;
  row.adopted = row.current_budget = amount(adopted);
  row.carryover_in = row.net_adjustment = row.carryover_out = amount(0);
  row.disbursed = amount(disbursed);
  row.lapsed_balance = amount(lapsed);
  return row;
}

std::vector<SettlementRow> RealRows() {
  return {Sheet(2019, 5'481'521, 5'481'521, 0), Sheet(2017, 5'218'436, 4'908'037, 310'399),
          Sheet(2018, 5'656'594, 5'370'182, 286'412)};
}

TEST(CompareYears, PutsTheRealYearsInOrderAndGivesTheirChanges) {
  const auto comparison = CompareYears(RealRows());
  ASSERT_TRUE(comparison.ok());
  EXPECT_EQ(comparison->rows[0].fiscal_year, 2017);
  EXPECT_EQ(comparison->rows[2].fiscal_year, 2019);
  EXPECT_TRUE(comparison->missing_years.empty());
  EXPECT_EQ(comparison->changes.size(), 14u) << "seven columns, two steps";
  bool seen = false;
  for (const ColumnChange& change : comparison->changes) {
    if (change.column != SettlementColumn::kDisbursed || change.from_year != 2017) continue;
    seen = true;
    EXPECT_EQ(change.to_year, 2018);
    EXPECT_EQ(change.change, Money(462'145'000));
    EXPECT_EQ(change.rate->ToPercent(3, Rounding::kDown)->value, *Decimal::Parse("9.416"));
  }
  EXPECT_TRUE(seen);
  ASSERT_EQ(comparison->execution_rates.size(), 3u);
  EXPECT_EQ(comparison->execution_rates[2]->ToPercent(0, Rounding::kUnnecessary)->value,
            Decimal::FromInt(100));
}

TEST(CompareYears, AChangeFromZeroHasNoRate) {
  const auto comparison = CompareYears({Sheet(2017, 5, 5, 0), Sheet(2018, 5, 4, 1)});
  for (const ColumnChange& change : comparison->changes) {
    EXPECT_EQ(change.rate.has_value(), !change.from->is_zero()) << Name(change.column);
    EXPECT_TRUE(change.change);
  }
}

TEST(CompareYears, AbsentColumnsHaveNoChange) {
  SettlementRow later = Sheet(2018, 5, 4, 1);
  later.disbursed = BudgetAmount();
  const auto comparison = CompareYears({Sheet(2017, 5, 5, 0), later});
  for (const ColumnChange& change : comparison->changes) {
    EXPECT_EQ(change.change.has_value(), change.column != SettlementColumn::kDisbursed);
    EXPECT_NE(change.column, SettlementColumn::kSubsidyRefund);
  }
  EXPECT_FALSE(comparison->execution_rates[1]);
}

TEST(CompareYears, MissingYearsAreNamedNotBridged) {
  const auto comparison = CompareYears({Sheet(2016, 5, 5, 0), Sheet(2019, 5, 5, 0)});
  EXPECT_EQ(comparison->missing_years, (std::vector<std::int32_t>{2017, 2018}));
  EXPECT_EQ(comparison->changes.front().to_year, 2019);
  EXPECT_TRUE(CompareYears({})->rows.empty());
}

TEST(CompareYears, RefusesAYearThatStandsTwiceOrIsNone) {
  const auto twice =
      CompareYears({Sheet(2017, 5, 5, 0), Sheet(2018, 5, 5, 0), Sheet(2017, 6, 6, 0)});
  EXPECT_EQ(twice.code(), Code::kDuplicate);
  EXPECT_EQ(twice.error().row(), 2);
  EXPECT_EQ(CompareYears({Sheet(0, 5, 5, 0)}).code(), Code::kOutOfRange);
  EXPECT_EQ(CompareYears({Sheet(10'000, 5, 5, 0)}).code(), Code::kOutOfRange);
  EXPECT_EQ(CheckYears({Sheet(2017, 5, 5, 0), Sheet(2017, 5, 5, 0)}).code(), Code::kDuplicate);
}

TEST(CompareYears, RefusesAChangeThatDoesNotFit) {
  SettlementRow low = Sheet(2017, 5, 5, 0);
  low.adopted = BudgetAmount::Of(Money(std::numeric_limits<std::int64_t>::min()));
  EXPECT_EQ(CompareYears({low, Sheet(2018, 5, 5, 0)}).code(), Code::kOverflow);
}

TEST(CheckYears, TheRealYearsHoldAndAreLinked) {
  const auto checks = CheckYears(RealRows());
  ASSERT_TRUE(checks.ok());
  std::size_t links = 0;
  for (const YearCheck& year : *checks) {
    EXPECT_TRUE(year.check.holds) << year.fiscal_year << Name(year.check.identity);
    links += year.check.identity == Identity::kYearLink ? 1u : 0u;
  }
  EXPECT_EQ(links, 4u) << "two pairs of years, total and part";
}

TEST(CheckYears, ABrokenLinkBelongsToTheLaterYear) {
  auto rows = RealRows();
  rows[2].carryover_in = BudgetAmount::WithoutPart(Money(1'000));
  std::size_t broken = 0;
  const auto checks = CheckYears(rows);
  for (const YearCheck& year : *checks) {
    if (year.check.holds) continue;
    ++broken;
    EXPECT_EQ(year.fiscal_year, 2018);
  }
  EXPECT_EQ(broken, 2u) << "I2 of 2018, and its link to 2017";
}

}  // namespace
}  // namespace yesan
