// A payer is the same whatever an entry calls it: own funds, and the funds of the tier that keeps the book.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/settlement/rollover.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

using Source = FundingSource;

City CityOf(GovernmentKind tier) {
  return City(Policy::KoreanLocalGovernment(), nullptr, kKoreanFiscalCalendar, tier);
}

void Give(City& city, ItemId item, std::int64_t amount, Source source) {
  Posting row = city.Row(item, EntryKind::kAppropriate, amount, Cause::kOriginal);
  row.source = source;
  ASSERT_EQ(city.Try(row), Code::kOk);
}

Code Reserve(City& city, ItemId item, Source source) {
  Posting row = city.Row(item, EntryKind::kReserveSubsidyRefund, 10);
  row.source = source;
  return city.Try(row);
}

TEST(Payer, OwnFundsAreOneRowWithTheFundsOfTheTier) {
  for (const auto& [tier, own] : {std::pair{GovernmentKind::kMetropolitan, Source::kProvinceFunds},
                                  std::pair{GovernmentKind::kCity, Source::kDistrictFunds},
                                  std::pair{GovernmentKind::kCounty, Source::kDistrictFunds},
                                  std::pair{GovernmentKind::kDistrict, Source::kDistrictFunds},
                                  std::pair{GovernmentKind::kUnknown, Source::kOwnFunds}}) {
    City city = CityOf(tier);
    Give(city, city.entrust, 300, Source::kNationalSubsidy);
    Give(city, city.entrust, 150, Source::kOwnFunds);
    Give(city, city.entrust, 50, own);
    city.Done(city.Row(city.entrust, EntryKind::kAllot, 500));
    city.Pay(city.Commit(city.entrust, 333), 333);
    const auto settled = Settle(city.book, 2021, GroupBy::kFundingSource);
    const auto balances = city.book.Balances({}, GroupBy::kFundingSource);
    ASSERT_TRUE(settled.ok() && balances.ok());
    ASSERT_EQ(settled->size(), 2U);
    ASSERT_EQ(balances->rows.size(), 2U);
    const StatutoryColumns& rest = (*settled)[1].total;
    EXPECT_EQ((*settled)[1].key, static_cast<std::uint32_t>(own));
    EXPECT_EQ(balances->rows[1].key, static_cast<std::uint32_t>(own));
    EXPECT_EQ(rest.current_budget, 200);
    EXPECT_EQ(rest.disbursed, 134) << "333 − 333 × 300 ÷ 500, rounded down to 199";
    EXPECT_EQ(rest.lapsed_balance, 66);
    for (std::size_t i = 0; i < 2; ++i) {
      const ItemBalances& sums = balances->rows[i].sums;
      const StatutoryColumns& total = (*settled)[i].total;
      EXPECT_EQ(sums.current_budget(), total.current_budget);
      EXPECT_EQ(sums.committed_total, total.committed);
      EXPECT_EQ(sums.disbursed, total.disbursed);
    }
    EXPECT_TRUE(city.book.Verify().empty());
  }
}

TEST(Payer, WhatAVoteGaveByOneNameItMayTakeBackByTheOther) {
  City city = CityOf(GovernmentKind::kCity);
  Give(city, city.entrust, 100, Source::kOwnFunds);
  Posting row = city.Row(city.entrust, EntryKind::kReduce, 60, Cause::kFirstSupplementary);
  for (const Source name : {Source::kDistrictFunds, Source::kCityFunds, Source::kOwnFunds}) {
    row.source = name;
    row.amount = Money(101);
    EXPECT_EQ(city.Try(row), Code::kAboveSource);
    row.amount = Money(20);
    EXPECT_EQ(city.Try(row), Code::kOk);
  }
  row.source = Source::kProvinceFunds;
  EXPECT_EQ(city.Try(row), Code::kAboveSource);
}

TEST(Payer, TheGovernmentsOwnMoneyAndWhoGivesNoSubsidiesIsOwedNothing) {
  const auto reserve = [](GovernmentKind tier, Source source) {
    City city = CityOf(tier);
    Give(city, city.entrust, 500, source);
    return Reserve(city, city.entrust, source);
  };
  constexpr GovernmentKind kTiers[] = {GovernmentKind::kUnknown, GovernmentKind::kMetropolitan,
                                       GovernmentKind::kCity, GovernmentKind::kCounty,
                                       GovernmentKind::kDistrict};
  for (const GovernmentKind tier : kTiers) {
    for (const Source none :
         {Source::kOwnFunds, Source::kLocalBond, Source::kSelfBurden, Source::kLocalMatch})
      EXPECT_EQ(reserve(tier, none), Code::kAboveSource) << Name(none);
    EXPECT_EQ(reserve(tier, Source::kNationalSubsidy), Code::kOk);
    const bool metropolitan = tier == GovernmentKind::kMetropolitan;
    const bool known = tier != GovernmentKind::kUnknown;
    EXPECT_EQ(reserve(tier, Source::kProvinceFunds), metropolitan ? Code::kAboveSource : Code::kOk);
    EXPECT_EQ(reserve(tier, Source::kDistrictFunds),
              known && !metropolitan ? Code::kAboveSource : Code::kOk);
    EXPECT_EQ(reserve(tier, Source::kCityFunds),
              metropolitan || tier == GovernmentKind::kCity ? Code::kAboveSource : Code::kOk)
        << "of a county or a district the city is the metropolitan one above it";
  }
}

TEST(Payer, IsEarmarkedByAnyName) {
  for (const GovernmentKind tier :
       {GovernmentKind::kDistrict, GovernmentKind::kCity, GovernmentKind::kMetropolitan}) {
    City city = CityOf(tier);
    Posting row = city.Row(city.entrust, EntryKind::kAuthorizeSpending, 5, Cause::kPreEnactment);
    row.authorization = city.decision;
    row.source = Source::kCityFunds;
    EXPECT_EQ(city.Try(row), tier == GovernmentKind::kDistrict ? Code::kOk : Code::kNotEarmarked);
    row.source = Source::kOwnFunds;
    EXPECT_EQ(city.Try(row), Code::kNotEarmarked);
  }
}

TEST(Payer, OfCarriedMoneyIsWhoPaidForIt) {
  City city = CityOf(GovernmentKind::kCity);
  Give(city, city.entrust, 300, Source::kNationalSubsidy);
  Give(city, city.entrust, 150, Source::kOwnFunds);
  Give(city, city.entrust, 50, Source::kDistrictFunds);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 500));
  CarryRequest request;
  request.item = city.entrust;
  request.cause = Cause::kExplicitCarryover;
  request.amount = Money(101);
  request.authorization = city.vote;
  const auto carried =
      Rollover(city.book, PreviewRollover(city.book, 2021, {request}, Day(2021, 12, 31)));
  ASSERT_TRUE(carried.ok()) << carried.error().message().en;
  ItemFilter next;
  next.fiscal_year = 2022;
  const auto rows = city.book.Balances(next, GroupBy::kFundingSource);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->rows.size(), 2U);
  EXPECT_EQ(rows->rows[0].sums.carryover_in, 60) << "101 × 300 ÷ 500, rounded down";
  EXPECT_EQ(rows->rows[1].key, static_cast<std::uint32_t>(Source::kDistrictFunds));
  EXPECT_EQ(rows->rows[1].sums.carryover_in, 41);
  EXPECT_TRUE(city.book.Verify().empty());
}

}  // namespace
}  // namespace yesan
