#include "yesan/settlement/settle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

constexpr std::int64_t kThousand = 1'000;

// The identities I1, I3, I4 and I5 of a side.
void ExpectIdentities(const StatutoryColumns& c) {
  EXPECT_EQ(c.current_budget, c.adopted + c.carryover_in + c.contingency_draw + c.transfers +
                                  c.pre_enactment + c.excess_revenue);
  EXPECT_EQ(c.current_budget, c.disbursed + c.carryover_out + c.lapsed_balance);
  EXPECT_EQ(c.carryover_out,
            c.explicit_out + c.accidental_out + c.continuing_out + c.construction_out);
  EXPECT_EQ(c.lapsed_balance, c.subsidy_refund + c.unspent_balance);
}

void ExpectWithin(const StatutoryColumns& part, const StatutoryColumns& total) {
  for (const auto column : kStatutoryColumns) {
    // Changes may have a larger part, of the other sign.
    if (column == &StatutoryColumns::transfers || column == &StatutoryColumns::contingency_draw)
      continue;
    EXPECT_LE(std::abs(part.*column), std::abs(total.*column));
  }
}

void ExpectSound(const Book& book, std::int32_t year) {
  for (std::int32_t by = 0; by <= 13; ++by) {
    const auto rows = Settle(book, year, static_cast<GroupBy>(by));
    ASSERT_TRUE(rows.ok());
    for (const SettledRow& row : *rows) {
      ExpectIdentities(row.total);
      ExpectIdentities(row.subsidy);
      ExpectWithin(row.subsidy, row.total);
      for (const bool with_refund : {false, true}) {
        const SettlementRow sheet = ToSheetColumns(row, with_refund);
        const auto checks = CheckRow(sheet);
        ASSERT_TRUE(checks.ok());
        for (const IdentityCheck& check : *checks)
          EXPECT_TRUE(check.holds) << Name(check.identity) << " " << Name(check.side);
      }
    }
  }
}

Posting Tagged(Posting row, FundingSource source) {
  row.source = source;
  return row;
}

TEST(Settle, RefusesAYearWithoutItemsAndAGroupingThatIsNone) {
  City city;
  EXPECT_EQ(Settle(city.book, 2020, GroupBy::kItem).code(), Code::kNotFound);
  EXPECT_EQ(Settle(city.book, 2021, static_cast<GroupBy>(14)).code(), Code::kInvalidArgument);
  City revenue_only;
  revenue_only.Revenue("100-110", 2020);
  EXPECT_EQ(Settle(revenue_only.book, 2020, GroupBy::kItem).code(), Code::kNotFound);
  ItemFilter none;
  none.object_group = "999";
  const auto rows = Settle(city.book, 2021, GroupBy::kNothing, none);
  ASSERT_TRUE(rows.ok());
  EXPECT_TRUE(rows->empty());
}

TEST(Settle, SharesWhatNamesNoSourceAmongTheSourcesOfTheItem) {
  City city;
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 700, Cause::kOriginal),
                   FundingSource::kNationalSubsidy));
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 301, Cause::kOriginal),
                   FundingSource::kProvinceFunds));
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 1'001));
  city.Pay(city.Commit(city.entrust, 500), 300);
  const SettledRow row = (*Settle(city.book, 2021, GroupBy::kItem))[0];
  EXPECT_EQ(row.subsidy.adopted, 700);
  EXPECT_EQ(row.subsidy.current_budget, 700);
  // Own funds have no part: what is left over goes to the largest remainder.
  EXPECT_EQ(row.subsidy.committed, 350) << "500 × 700 ÷ 1,001 = 349.65";
  EXPECT_EQ(row.subsidy.disbursed, 210) << "300 × 700 ÷ 1,001 = 209.79";
  EXPECT_EQ(row.subsidy.lapsed_balance, 490);
  ExpectSound(city.book, 2021);
}

TEST(Settle, TellsTheSourcesApartAndLosesNothing) {
  City city;
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 500, Cause::kOriginal),
                   FundingSource::kNationalSubsidy));
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 200, Cause::kOriginal),
                   FundingSource::kFundSubsidy));
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 101, Cause::kOriginal),
                   FundingSource::kProvinceFunds));
  city.Done(city.Row(city.entrust, EntryKind::kAppropriate, 200, Cause::kOriginal));
  city.Fund(city.office, 50, true);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 1'001));
  city.Pay(city.Commit(city.entrust, 500), 300);
  const auto rows = Settle(city.book, 2021, GroupBy::kFundingSource);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 4U);
  const SettledRow& national = (*rows)[0];
  const SettledRow& fund = (*rows)[1];
  const SettledRow& province = (*rows)[2];
  const SettledRow& own = (*rows)[3];
  EXPECT_EQ(national.key, static_cast<std::uint32_t>(FundingSource::kNationalSubsidy));
  EXPECT_EQ(national.total.disbursed, 149) << "300 × 500 ÷ 1,001 = 149.85";
  EXPECT_EQ(national.subsidy.disbursed, 149);
  EXPECT_EQ(fund.total.disbursed, 59) << "300 × 200 ÷ 1,001 = 59.94";
  EXPECT_EQ(province.total.disbursed, 30) << "300 × 101 ÷ 1,001 = 30.27";
  EXPECT_EQ(own.key, static_cast<std::uint32_t>(FundingSource::kOwnFunds)) << "of no known tier";
  EXPECT_EQ(own.total.disbursed, 62) << "the residual";
  EXPECT_EQ(own.total.adopted, 250);
  EXPECT_EQ(own.subsidy.adopted, 0);
  const SettledRow whole = (*Settle(city.book, 2021, GroupBy::kNothing))[0];
  for (const auto column : kStatutoryColumns) {
    EXPECT_EQ(
        national.total.*column + fund.total.*column + province.total.*column + own.total.*column,
        whole.total.*column);
    EXPECT_EQ(national.total.*column + fund.total.*column, whole.subsidy.*column);
  }
  ExpectSound(city.book, 2021);
}

TEST(Settle, KeepsEverySourceInsideTheItemWhereATagIsAboveIt) {
  City city;  // 100 from the state, all of it moved away again without a word of whose it was
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 100, Cause::kOriginal),
                   FundingSource::kNationalSubsidy));
  city.Done(city.Row(city.entrust, EntryKind::kReduce, 60, Supplementary(1)));
  const auto rows = Settle(city.book, 2021, GroupBy::kFundingSource);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_EQ((*rows)[0].total.adopted, 40);
  ExpectSound(city.book, 2021);
}

TEST(Settle, KeepsTheResidualOfAPartInsideTheResidual) {
  // 30 of 100 won national: 49 paid and 51 carried leave nothing; the floors 14 and 15 would leave one of 0.
  City city;
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 30, Cause::kOriginal),
                   FundingSource::kNationalSubsidy));
  city.Done(city.Row(city.entrust, EntryKind::kAppropriate, 70, Cause::kOriginal));
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 100));
  city.Pay(city.Commit(city.entrust, 100), 100);
  ExpectSound(city.book, 2021);
  const SettledRow row = (*Settle(city.book, 2021, GroupBy::kItem))[0];
  EXPECT_EQ(row.subsidy.disbursed, 30);
}

TEST(Settle, ThePartOfAGroupIsTheSumOfItsItemsWhereATransferNamesItsSourceOnOneSide) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 100, false);
  Batch batch;
  Posting row = city.Row(city.entrust, EntryKind::kTransferOut, 40, Cause::kIntraProgramVirement);
  row.group = 1;
  batch.Add(row);
  row = city.Row(city.office, EntryKind::kTransferIn, 40, Cause::kIntraProgramVirement);
  row.group = 1;
  row.source = FundingSource::kNationalSubsidy;
  batch.Add(row);
  ASSERT_EQ(city.Try(batch), Code::kOk);
  const auto items = Settle(city.book, 2021, GroupBy::kItem);
  EXPECT_EQ((*items)[1].subsidy.transfers, 40);
  const auto program = Settle(city.book, 2021, GroupBy::kDetailedProgram);
  EXPECT_EQ((*program)[0].total.transfers, 0);
  EXPECT_EQ((*program)[0].subsidy.transfers, 40) << "of the subsidy came in, of none went out";
  EXPECT_EQ((*program)[0].subsidy.current_budget, 40);
  ExpectSound(city.book, 2021);
}

TEST(Settle, APartOfATransferMayHaveTheOtherSignThanItsTotal) {
  // 80 of own funds come in and 30 of a subsidy go out: 50 in all, of which the subsidy is −30.
  City city;
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kAppropriate, 100, Cause::kOriginal),
                   FundingSource::kNationalSubsidy));
  city.Fund(city.office, 100, false);
  Batch batch;
  const auto move = [&](ItemId item, EntryKind kind, std::int64_t amount, std::uint32_t group,
                        FundingSource source) {
    Posting row = city.Row(item, kind, amount, Cause::kIntraProgramVirement);
    row.group = group;
    batch.Add(Tagged(row, source));
  };
  move(city.office, EntryKind::kTransferOut, 80, 1, FundingSource::kOwnFunds);
  move(city.entrust, EntryKind::kTransferIn, 80, 1, FundingSource::kOwnFunds);
  move(city.entrust, EntryKind::kTransferOut, 30, 2, FundingSource::kNationalSubsidy);
  move(city.office, EntryKind::kTransferIn, 30, 2, FundingSource::kNationalSubsidy);
  ASSERT_EQ(city.Try(batch), Code::kOk);
  const auto rows = Settle(city.book, 2021, GroupBy::kItem);
  EXPECT_EQ((*rows)[0].total.transfers, 50);
  EXPECT_EQ((*rows)[0].subsidy.transfers, -30);
  EXPECT_EQ((*rows)[0].subsidy.current_budget, 70) << "100 of the subsidy, 30 of which went";
  EXPECT_EQ((*rows)[1].total.transfers, -50);
  EXPECT_EQ((*rows)[1].subsidy.transfers, 30);
  EXPECT_EQ((*rows)[1].subsidy.current_budget, 30);
  ExpectSound(city.book, 2021);
}

TEST(Settle, RollsUpToEveryLevelWithTheSameTotals) {
  City city;
  city.Fund(city.entrust, 5'000);
  city.Fund(city.office, 300);
  city.Fund(city.books, 70);
  city.Fund(city.stage, 9);
  city.Pay(city.Commit(city.entrust, 4'000), 3'999);
  ExpectSound(city.book, 2021);
  for (std::int32_t by = 0; by <= 13; ++by) {
    std::int64_t adopted = 0;
    std::int64_t lapsed = 0;
    const auto rows = Settle(city.book, 2021, static_cast<GroupBy>(by));
    ASSERT_TRUE(rows.ok());
    std::uint32_t last = 0;
    std::string last_code;
    for (const SettledRow& row : *rows) {
      adopted += row.total.adopted;
      lapsed += row.total.lapsed_balance;
      if (&row != rows->data()) {
        EXPECT_TRUE(last < row.key || (last == row.key && last_code < row.code));
      }
      last = row.key;
      last_code = row.code;
    }
    EXPECT_EQ(adopted, 5'379) << by;
    EXPECT_EQ(lapsed, 1'380) << by;
  }
  const auto groups = Settle(city.book, 2021, GroupBy::kObjectGroup);
  EXPECT_EQ((*groups)[0].code, "201");
  EXPECT_EQ((*groups)[0].total.adopted, 309);
}

TEST(RefundsDue, AreTheReservedAmountsByPayerInTheOrderOfSources) {
  City city;
  city.Fund(city.entrust, 100);
  city.Fund(city.office, 100);
  const auto reserve = [&](ItemId item, std::int64_t amount, FundingSource source) {
    return city.Done(Tagged(city.Row(item, EntryKind::kReserveSubsidyRefund, amount), source));
  };
  reserve(city.entrust, 10, FundingSource::kProvinceFunds);
  reserve(city.entrust, 7, FundingSource::kNationalSubsidy);
  reserve(city.office, 5, FundingSource::kNationalSubsidy);
  const EntryId taken_back = reserve(city.office, 3, FundingSource::kFundSubsidy);
  city.Done(city.Correct(taken_back));
  const auto due = RefundsDue(city.book, 2021);
  ASSERT_TRUE(due.ok());
  ASSERT_EQ(due->size(), 2u);
  EXPECT_EQ((*due)[0].source, FundingSource::kNationalSubsidy);
  EXPECT_EQ((*due)[0].amount, Money(12));
  EXPECT_EQ((*due)[1].amount, Money(10));
  ItemFilter office;
  office.object_group = "201";
  EXPECT_EQ((*RefundsDue(city.book, 2021, office))[0].amount, Money(5));
  EXPECT_TRUE(RefundsDue(city.book, 2020)->empty());
}

TEST(Surplus, KeepsItsIdentitiesAndAnAccountWithUnequalBudgetsSaysSo) {
  City city;
  const ItemId tax = city.Revenue("100-110-111");
  city.Done(city.Row(tax, EntryKind::kAppropriate, 1'000, Cause::kOriginal));
  city.Fund(city.entrust, 1'000);
  city.Done(city.Row(tax, EntryKind::kAssess, 1'200));
  city.Done(city.Row(tax, EntryKind::kReceive, 1'100));
  city.Done(city.Row(tax, EntryKind::kWriteOff, 30));
  city.Pay(city.Commit(city.entrust, 800), 700);
  city.Done(Tagged(city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 50),
                   FundingSource::kNationalSubsidy));
  const auto s = SurplusOf(city.book, city.account, 2021, Money(4));
  ASSERT_TRUE(s.ok());
  EXPECT_TRUE(s->budgets_agree()) << "I8";
  EXPECT_EQ(s->closing_surplus, 400) << "I9: 1,100 − 700";
  EXPECT_EQ(s->net_surplus, 346) << "I10: 400 − 0 − (50 + 4)";
  EXPECT_EQ(s->excess_receipts, 100);
  EXPECT_EQ(s->unspent_balance, 250);
  EXPECT_EQ(s->net_surplus, s->excess_receipts + s->unspent_balance - s->grant_difference) << "I11";
  EXPECT_EQ(s->uncollected, 70);
  EXPECT_EQ(s->assessed, s->received + s->written_off + s->uncollected) << "I12";
  city.Fund(city.office, 1);
  EXPECT_FALSE(SurplusOf(city.book, city.account, 2021)->budgets_agree());
  EXPECT_EQ(SurplusOf(city.book, city.other_account, 2021).code(), Code::kNotFound);
  EXPECT_EQ(SurplusOf(city.book, AccountId{9}, 2021).code(), Code::kNotFound);
  EXPECT_EQ(SurplusOf(city.book, city.account, 2021, Money(INT64_MIN)).code(), Code::kOverflow);
}

// ---- print ----

SettlementRow SheetOf(std::int64_t adopted, std::int64_t in, std::int64_t net, std::int64_t paid,
                      std::int64_t out, std::int64_t refund, bool with_refund,
                      const std::vector<std::int64_t>& part) {
  const auto pair = [&](std::int64_t total, std::int64_t of) {
    return of == 0 ? BudgetAmount::WithoutPart(Money(total))
                   : BudgetAmount::WithPart(Money(total), Money(of));
  };
  SettlementRow row;
  row.fiscal_year = 2021;
  row.adopted = pair(adopted, part[0]);
  row.carryover_in = pair(in, part[1]);
  row.net_adjustment = pair(net, part[2]);
  const std::int64_t current = adopted + in + net;
  const std::int64_t current_part = part[0] + part[1] + part[2];
  row.current_budget = pair(current, current_part);
  row.disbursed = pair(paid, part[3]);
  row.carryover_out = pair(out, part[4]);
  row.lapsed_balance = pair(current - paid - out, current_part - part[3] - part[4]);
  if (with_refund) {
    row.subsidy_refund = pair(refund, part[5]);
    row.unspent_balance =
        pair(current - paid - out - refund, current_part - part[3] - part[4] - part[5]);
  }
  return row;
}

void ExpectPrints(const SettlementRow& row, std::int64_t unit, Rounding rounding) {
  const auto printed = RoundForPrint(row, unit, rounding);
  ASSERT_TRUE(printed.ok());
  const auto checks = CheckRow(printed->row);
  ASSERT_TRUE(checks.ok());
  for (const IdentityCheck& check : *checks) {
    ASSERT_TRUE(check.holds) << Name(check.identity) << " " << Name(check.side) << " stated "
                             << check.stated.minor() << " expected " << check.expected.minor();
  }
  for (std::int32_t number = 1; number <= 9; ++number) {
    const auto column = static_cast<SettlementColumn>(number);
    const BudgetAmount& exact = row.at(column);
    const BudgetAmount& shown = printed->row.at(column);
    ASSERT_EQ(exact.total.has_value(), shown.total.has_value());
    if (!exact.total) continue;
    ASSERT_EQ(shown.total->minor() % unit, 0);
    ASSERT_EQ(shown.part.minor() % unit, 0);
    ASSERT_EQ(shown.part_kind, exact.part_kind);
    const bool off = *shown.total != *Round(*exact.total, unit, rounding);
    bool marked = false;
    for (const SettlementColumn c : printed->one_off) marked = marked || c == column;
    ASSERT_EQ(off, marked) << Name(column);
  }
}

TEST(RoundForPrint, KeepsEveryIdentityOverAWholeSmallDomain) {
  // Units of four won: every combination of remainders of totals and parts that can stand in a book.
  constexpr std::int64_t kUnit = 4;
  std::int64_t rows = 0;
  for (std::int64_t adopted = 0; adopted <= 6; adopted += 2) {
    for (std::int64_t in = 0; in <= 5; ++in) {
      for (std::int64_t net = -2; net <= 4; net += 2) {
        const std::int64_t current = adopted + in + net;
        if (current < 0) continue;
        for (std::int64_t paid = 0; paid <= current; ++paid) {
          for (std::int64_t out = 0; paid + out <= current; out += 2) {
            const std::int64_t lapsed = current - paid - out;
            for (std::int64_t a = 0; a <= adopted; a += 2) {
              for (std::int64_t b = 0; b <= in; ++b) {
                const std::int64_t n = net < 0 ? std::max(net, -(a + b)) : net;
                const std::int64_t part = a + b + n;
                if (part > current) continue;
                // The least and the most that can have been paid of the part, and something between.
                const std::int64_t least = std::max<std::int64_t>(0, part - out - lapsed);
                const std::int64_t most = std::min(paid, part);
                for (std::int64_t p = least; p <= most;
                     p += std::max<std::int64_t>(1, most - least)) {
                  const std::int64_t o =
                      std::max<std::int64_t>(std::min(out, part - p), part - p - lapsed);
                  if (o < 0 || o > out) continue;
                  const std::int64_t left = part - p - o;
                  ++rows;
                  ExpectPrints(SheetOf(adopted, in, net, paid, out, 0, false, {a, b, n, p, o, 0}),
                               kUnit, Rounding::kHalfUp);
                  ExpectPrints(
                      SheetOf(adopted, in, net, paid, out, lapsed / 2, true,
                              {a, b, n, p, o,
                               std::min(left, lapsed / 2) *
                                   (left - std::min(left, lapsed / 2) <= lapsed - lapsed / 2)}),
                      kUnit, Rounding::kHalfEven);
                  if (HasFatalFailure())
                    FAIL() << adopted << " " << in << " " << net << " " << paid << " " << out
                           << " part " << a << " " << b << " " << n << " " << p << " " << o;
                }
              }
            }
          }
        }
      }
    }
  }
  EXPECT_GT(rows, 5'000);
}

TEST(RoundForPrint, KeepsAChangeWhosePartIsLargerThanItself) {
  // 국비 +300천원 and 구비 −200천원 make +100천원.
  const SettlementRow row =
      SheetOf(1'000'000, 0, 100'400, 0, 0, 0, false, {500'000, 0, 300'400, 0, 0, 0});
  const auto printed = RoundForPrint(row, kThousand, Rounding::kHalfUp);
  ASSERT_TRUE(printed.ok());
  EXPECT_EQ(*printed->row.net_adjustment.total, Money(100'000));
  EXPECT_EQ(printed->row.net_adjustment.part, Money(300'000));
  EXPECT_EQ(printed->row.current_budget.part, Money(800'000));
}

TEST(RoundForPrint, PrintsAPartThatIsAllOfItsTotalAsItsTotal) {
  for (std::int64_t adopted = 0; adopted <= 2'500; adopted += 300) {
    for (std::int64_t paid = 0; paid <= adopted; paid += 170) {
      const SettlementRow row =
          SheetOf(adopted, 400, 100, paid, 200, 0, false, {adopted, 400, 100, paid, 200, 0});
      const auto printed = RoundForPrint(row, kThousand, Rounding::kHalfUp);
      ASSERT_TRUE(printed.ok());
      for (const SettlementColumn column :
           {SettlementColumn::kAdopted, SettlementColumn::kCurrentBudget,
            SettlementColumn::kDisbursed, SettlementColumn::kLapsedBalance}) {
        if (printed->row.at(column).part_kind == PartKind::kStated) {
          EXPECT_EQ(printed->row.at(column).part, *printed->row.at(column).total);
        }
      }
    }
  }
}

TEST(RoundForPrint, MarksTheResidualThatIsOneOff) {
  const SettlementRow row = SheetOf(400, 400, 0, 800, 0, 0, false, {0, 0, 0, 0, 0, 0});
  const auto printed = RoundForPrint(row, kThousand, Rounding::kHalfUp);
  ASSERT_TRUE(printed.ok());
  EXPECT_EQ(*printed->row.current_budget.total, Money(0));
  EXPECT_EQ(*printed->row.disbursed.total, Money(1'000));
  EXPECT_EQ(*printed->row.lapsed_balance.total, Money(-1'000));
  EXPECT_EQ(printed->one_off, (std::vector<SettlementColumn>{SettlementColumn::kCurrentBudget,
                                                             SettlementColumn::kLapsedBalance}));
}

TEST(RoundForPrint, RefusesAUnitBelowOneAndALostDigit) {
  const SettlementRow row = SheetOf(1'400, 0, 0, 0, 0, 0, false, {0, 0, 0, 0, 0, 0});
  EXPECT_EQ(RoundForPrint(row, 0, Rounding::kHalfUp).code(), Code::kOutOfRange);
  EXPECT_EQ(RoundForPrint(row, 1'000, static_cast<Rounding>(99)).code(), Code::kInvalidArgument);
  EXPECT_EQ(RoundForPrint(row, 1'000, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_TRUE(RoundForPrint(row, 100, Rounding::kUnnecessary).ok());
}

}  // namespace
}  // namespace yesan
