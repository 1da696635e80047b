// A payer is the same whatever an entry calls it: own funds, and the funds of the tier that keeps the book.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
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

void Carry(City& city, std::int64_t amount, std::vector<EntryId> commitments = {}) {
  CarryRequest request;
  request.item = city.entrust;
  request.cause = Cause::kExplicitCarryover;
  request.amount = Money(amount);
  request.authorization = city.vote;
  request.commitments = std::move(commitments);
  const auto carried =
      Rollover(city.book, PreviewRollover(city.book, 2021, {request}, Day(2021, 12, 31)));
  ASSERT_TRUE(carried.ok()) << carried.error().message().en;
}

TEST(Payer, OfCarriedMoneyIsWhoPaidForIt) {
  City city = CityOf(GovernmentKind::kCity);
  Give(city, city.entrust, 300, Source::kNationalSubsidy);
  Give(city, city.entrust, 150, Source::kOwnFunds);
  Give(city, city.entrust, 50, Source::kDistrictFunds);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 500));
  Carry(city, 101);
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

// An item that the state gave 60 and own funds 40, all allotted.
City Shared() {
  City city = CityOf(GovernmentKind::kCity);
  Give(city, city.entrust, 60, Source::kNationalSubsidy);
  Give(city, city.entrust, 40, Source::kOwnFunds);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 100));
  return city;
}

void PayOf(City& city, std::int64_t amount, Source source) {
  Posting row = city.Lean(EntryKind::kDisburse, city.Commit(city.entrust, amount), amount);
  row.source = source;
  ASSERT_EQ(city.Try(row), Code::kOk);
}

EntryId CommitOf(City& city, std::int64_t amount, Source source) {
  Posting row = city.Row(city.entrust, EntryKind::kCommit, amount);
  row.source = source;
  return city.Done(row);
}

std::vector<std::string> RulesOf(const City& city) {
  std::vector<std::string> rules;
  for (const Finding& finding : city.book.Verify()) rules.push_back(finding.rule);
  return rules;
}

// I7 by source: what the old year carried of a payer is what the new year has of it.
TEST(Payer, OfCarriedMoneyStaysWhoItWasWhenAPaymentNamesNone) {
  for (const std::int64_t paid_later : {1, 5, 10}) {
    City city = Shared();
    PayOf(city, 50, Source::kNationalSubsidy);
    Carry(city, 40);
    city.Pay(city.Commit(city.entrust, paid_later), paid_later);
    const auto old_year = Settle(city.book, 2021, GroupBy::kFundingSource);
    const auto new_year = Settle(city.book, 2022, GroupBy::kFundingSource);
    ASSERT_TRUE(old_year.ok() && new_year.ok());
    ASSERT_EQ(old_year->size(), 2U);
    ASSERT_EQ(new_year->size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
      EXPECT_EQ((*old_year)[i].total.carryover_out, (*new_year)[i].total.carryover_in);
    EXPECT_EQ((*old_year)[0].total.carryover_out, 10) << "60 − 50";
    EXPECT_EQ((*old_year)[0].total.disbursed, 50);
    EXPECT_EQ((*old_year)[1].total.disbursed, paid_later);
    EXPECT_TRUE(city.book.Verify().empty());
  }
}

TEST(Payer, IsFoundWhenItsCarriedMoneyWasPaidToo) {
  City city = Shared();
  Carry(city, 50);  // 30 and 20
  PayOf(city, 20, Source::kOwnFunds);
  EXPECT_TRUE(RulesOf(city).empty());
  PayOf(city, 1, Source::kOwnFunds);
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.source_overspent"});
}

TEST(Payer, OfWhatNoVoteNamesIsOwnFunds) {
  City city = CityOf(GovernmentKind::kCity);
  Give(city, city.entrust, 60, Source::kNationalSubsidy);
  ASSERT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate, 40, Cause::kOriginal)),
            Code::kOk);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 100));
  PayOf(city, 40, Source::kOwnFunds);
  EXPECT_TRUE(RulesOf(city).empty());
  PayOf(city, 1, Source::kOwnFunds);
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.source_overspent"});
}

// Of 50 that name no source 30 are the state's share, and 30 of its 60 lapse. Who says that it paid leaves no question.
TEST(Payer, IsFoundToGetBackMoreThanLapsesOfIt) {
  struct Case {
    std::optional<Source> paid_by;
    std::int64_t refund;
    Severity severity;
  };
  for (const Case& c :
       {Case{std::nullopt, 30, Severity::kNote}, Case{std::nullopt, 31, Severity::kAsk},
        Case{Source::kNationalSubsidy, 20, Severity::kNote},
        Case{Source::kNationalSubsidy, 21, Severity::kWarning}}) {
    City city = Shared();
    if (!c.paid_by) {
      city.Pay(city.Commit(city.entrust, 50), 50);
    } else {
      PayOf(city, 40, *c.paid_by);
    }
    Posting row = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, c.refund);
    row.source = Source::kNationalSubsidy;
    ASSERT_EQ(city.Try(row), Code::kOk);
    const auto found = city.book.Verify();
    if (c.severity == Severity::kNote) {
      EXPECT_TRUE(found.empty());
      continue;
    }
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, "ledger.refund_source");
    EXPECT_EQ(found[0].severity, c.severity);
    EXPECT_EQ(found[0].printed, std::to_string(c.refund));
    EXPECT_EQ(found[0].expected, std::to_string(c.refund - 1));
  }
}

// A commitment that moves takes the money of the source that it names; what stays keeps its own.
TEST(Payer, OfACommitmentThatMovesPaysForIt) {
  for (const bool of_state : {true, false}) {
    City city = Shared();
    const EntryId states = CommitOf(city, 60, Source::kNationalSubsidy);
    const EntryId own = CommitOf(city, 40, Source::kOwnFunds);
    Carry(city, of_state ? 60 : 40, {of_state ? states : own});
    Posting pay = city.Lean(EntryKind::kDisburse, of_state ? own : states, of_state ? 40 : 60);
    pay.source = of_state ? Source::kOwnFunds : Source::kNationalSubsidy;
    ASSERT_EQ(city.Try(pay), Code::kOk);
    const auto old_year = Settle(city.book, 2021, GroupBy::kFundingSource);
    const auto new_year = Settle(city.book, 2022, GroupBy::kFundingSource);
    ASSERT_TRUE(old_year.ok() && new_year.ok());
    ASSERT_EQ(old_year->size(), 2U);
    EXPECT_EQ((*old_year)[0].total.carryover_out, of_state ? 60 : 0);
    EXPECT_EQ((*old_year)[1].total.carryover_out, of_state ? 0 : 40);
    for (const SettledRow& row : *new_year) {
      const bool state = row.key == static_cast<std::uint32_t>(Source::kNationalSubsidy);
      EXPECT_EQ(row.total.carryover_in, state == of_state ? row.total.committed : 0);
    }
    EXPECT_TRUE(city.book.Verify().empty());
  }
}

// 40 are free beside a commitment of the state's 60: they are not the state's.
TEST(Payer, OfACommitmentThatStaysGivesNothingElse) {
  City city = Shared();
  const EntryId commitment = CommitOf(city, 60, Source::kNationalSubsidy);
  Carry(city, 40);
  Posting pay = city.Lean(EntryKind::kDisburse, commitment, 60);
  pay.source = Source::kNationalSubsidy;
  ASSERT_EQ(city.Try(pay), Code::kOk);
  const auto settled = Settle(city.book, 2021, GroupBy::kFundingSource);
  ASSERT_TRUE(settled.ok());
  EXPECT_EQ((*settled)[0].total.carryover_out, 0);
  EXPECT_EQ((*settled)[1].total.carryover_out, 40);
  EXPECT_TRUE(city.book.Verify().empty());
}

// 40 were paid without a source, of which the state's share would leave it 36: its commitment of 60 goes before shares.
TEST(Payer, OfACommitmentThatMovesPaysForItBeforeWhatIsShared) {
  City city = Shared();
  city.Pay(city.Commit(city.entrust, 40), 40);
  Carry(city, 60, {CommitOf(city, 60, Source::kNationalSubsidy)});
  const auto settled = Settle(city.book, 2021, GroupBy::kFundingSource);
  ASSERT_TRUE(settled.ok());
  EXPECT_EQ((*settled)[0].total.carryover_out, 60);
  EXPECT_EQ((*settled)[1].total.disbursed, 40);
  EXPECT_TRUE(city.book.Verify().empty());
}

// Who pays for a commitment pays what settles it, and gets what comes back, where no source is named again.
TEST(Payer, OfAnEntryIsThatOfWhatSettlesReleasesRefundsOrCorrectsIt) {
  City city = Shared();
  Batch batch("한 묶음");
  Posting row = city.Row(city.entrust, EntryKind::kCommit, 30);
  row.source = Source::kNationalSubsidy;
  batch.Add(row);
  Posting pay = city.Row(city.entrust, EntryKind::kDisburse, 20);
  pay.reference = -1;
  batch.Add(pay);
  Posting back = city.Row(city.entrust, EntryKind::kRefund, 5);
  back.reference = -2;
  batch.Add(back);
  Posting rest = city.Row(city.entrust, EntryKind::kRelease, 10);
  rest.reference = -1;
  batch.Add(rest);
  Posting undo = city.Row(city.entrust, EntryKind::kCorrect, 10);
  undo.reference = -4;
  batch.Add(undo);
  ASSERT_EQ(city.Try(batch), Code::kOk);
  const std::uint32_t last = static_cast<std::uint32_t>(city.book.entry_count());
  for (std::uint32_t id = last - 4; id <= last; ++id)
    EXPECT_EQ(city.book.Find(EntryId{id})->source, Source::kNationalSubsidy) << id;
  EXPECT_TRUE(city.book.Post(batch)->repeated) << "the key's batch says the same still";

  const EntryId paid{last - 3};
  Posting of_own = city.Lean(EntryKind::kRefund, paid, 5);
  of_own.source = Source::kOwnFunds;
  EXPECT_EQ(city.book.Find(city.Done(of_own))->source, Source::kOwnFunds) << "where it says so";
  const EntryId plain = city.Pay(city.Commit(city.entrust, 1), 1);
  EXPECT_FALSE(city.book.Find(plain)->source.has_value());
}

TEST(Payer, OfARefundIsNotAnother) {
  City city = Shared();
  const EntryId own = city.Pay(CommitOf(city, 30, Source::kOwnFunds), 30);
  city.Done(city.Lean(EntryKind::kRefund, own, 20));
  city.Pay(CommitOf(city, 65, Source::kNationalSubsidy), 65);
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.source_overspent"})
      << "what came back is own funds'";
}

TEST(Payer, IsNotFoundOverspentByMoneyThatCameBackWithoutASource) {
  City city = Shared();
  Posting pay = city.Lean(EntryKind::kDisburse, city.Commit(city.entrust, 60), 60);
  pay.source = Source::kNationalSubsidy;
  const EntryId paid = city.Done(pay);
  city.Done(city.Lean(EntryKind::kRefund, paid, 20));
  Carry(city, 60);
  EXPECT_TRUE(RulesOf(city).empty());
}

}  // namespace
}  // namespace yesan
