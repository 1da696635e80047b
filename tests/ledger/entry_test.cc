#include "yesan/ledger/entry.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

TEST(EntryKind, HasANameInBothLanguagesForEachNumberOfTheManualAndForNoOther) {
  for (std::int32_t number = -1; number <= 40; ++number) {
    const auto kind = static_cast<EntryKind>(number);
    const bool known = (number >= 1 && number <= 15) || (number >= 20 && number <= 24);
    EXPECT_EQ(Name(kind) != "unknown", known) << number;
    EXPECT_EQ(!KoreanName(kind).empty(), known) << number;
    EXPECT_EQ(FitsExpenditure(kind), number >= 1 && number <= 15) << number;
    EXPECT_EQ(FitsRevenue(kind), number == 1 || number == 2 || number == 4 || number == 15 ||
                                     (number >= 20 && number <= 24))
        << number;
  }
}

TEST(Cause, FitsExactlyTheKindsOfItsTable) {
  const auto fits = [](std::int32_t kind, std::int32_t cause) {
    const bool supplementary = cause >= 101 && cause <= 199;
    switch (kind) {
      case 1:
        return cause == 1 || cause == 2 || supplementary;
      case 2:
        return cause == 2 || supplementary;
      case 3:
        return cause == 11 || cause == 12;
      case 5:
      case 6:
        return cause >= 21 && cause <= 25;
      case 4:
      case 13:
        return cause >= 31 && cause <= 34;
      default:
        return cause == 0 && ((kind >= 1 && kind <= 15) || (kind >= 20 && kind <= 24));
    }
  };
  for (std::int32_t kind = -1; kind <= 33; ++kind) {
    for (std::int32_t cause = -1; cause <= 260; ++cause) {
      EXPECT_EQ(Fits(static_cast<EntryKind>(kind), static_cast<Cause>(cause)), fits(kind, cause))
          << kind << " " << cause;
    }
  }
}

TEST(Cause, IsNamedWithItsNumberWhereItIsSupplementary) {
  EXPECT_EQ(Name(Supplementary(1)), "supplementary_1");
  EXPECT_EQ(KoreanName(Supplementary(99)), "제99회 추경");
  EXPECT_EQ(SupplementaryNumber(Cause::kLastSupplementary), 99);
  EXPECT_EQ(SupplementaryNumber(static_cast<Cause>(100)), 0);
  EXPECT_EQ(SupplementaryNumber(static_cast<Cause>(200)), 0);
  EXPECT_EQ(Name(static_cast<Cause>(200)), "unknown");
}

// ---- 1. form ----

class Form : public ::testing::Test {
 protected:
  void SetUp() override { city.Fund(city.entrust, 1'000); }
  Posting Ok() const { return city.Row(city.entrust, EntryKind::kCommit, 1); }
  City city;
};

TEST_F(Form, AnItemHasToBeThere) {
  Posting row = Ok();
  row.item = ItemId::kNone;
  EXPECT_EQ(city.Try(row), Code::kUnknownItem);
  row.item = ItemId{static_cast<std::uint32_t>(city.book.item_count() + 1)};
  EXPECT_EQ(city.Try(row), Code::kUnknownItem);
  row.item = ItemId{1};
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST_F(Form, AKindHasToBeOneOfTheTable) {
  for (const std::int32_t kind : {0, 16, 19, 25, -1, 256 + 9, 32}) {
    Posting row = Ok();
    row.kind = static_cast<EntryKind>(kind);
    EXPECT_EQ(city.Try(row), Code::kUnknownKind) << kind;
  }
}

TEST_F(Form, ACauseHasToFitItsKind) {
  Posting row = Ok();
  row.cause = Cause::kOriginal;
  EXPECT_EQ(city.Try(row), Code::kUnknownCause);
  row = city.Row(city.entrust, EntryKind::kAppropriate, 1);
  EXPECT_EQ(city.Try(row), Code::kUnknownCause);
  row.cause = static_cast<Cause>(256 + 1);
  EXPECT_EQ(city.Try(row), Code::kUnknownCause) << "256 + 1 must not be taken for 1";
  row.cause = Cause::kOriginal;
  EXPECT_EQ(city.Try(row), Code::kOk);
  const EntryId commitment = city.Commit(city.entrust, 5);
  row = city.Correct(commitment);
  row.cause = Cause::kOriginal;
  EXPECT_EQ(city.Try(row), Code::kUnknownCause) << "a correction has none";
}

TEST_F(Form, CarriedMoneyComesInWithTheCauseOfItsItemsOrigin) {
  const ItemId carried =
      city.Item(city.center, "307-05", "307", city.community, Origin::kAccidental);
  EXPECT_EQ(city.Try(city.Row(carried, EntryKind::kCarryIn, 5, Cause::kExplicitCarryover)),
            Code::kUnknownCause);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCarryIn, 5, Cause::kExplicitCarryover)),
            Code::kUnknownCause)
      << "an item of this year's money takes none";
  EXPECT_EQ(city.Try(city.Row(carried, EntryKind::kCarryIn, 5, Cause::kAccidentalCarryover)),
            Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(carried).allotted, 5) << "지방재정법 §50④";
}

TEST_F(Form, RevenueAndExpenditureKeepToTheirItems) {
  const ItemId revenue = city.Revenue("200-210-211-01");
  EXPECT_EQ(city.Try(city.Row(revenue, EntryKind::kCommit, 1)), Code::kWrongItem);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAssess, 1)), Code::kWrongItem);
  EXPECT_EQ(city.Try(city.Row(revenue, EntryKind::kAssess, 1)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(revenue, EntryKind::kAppropriate, 1, Cause::kOriginal)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(revenue, EntryKind::kCarryIn, 1, Cause::kExplicitCarryover)),
            Code::kOk);
}

TEST_F(Form, AnAmountIsAboveZero) {
  for (const std::int64_t amount :
       {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
    Posting row = Ok();
    row.amount = Money(amount);
    EXPECT_EQ(city.Try(row), Code::kAmountNotPositive) << amount;
  }
  EXPECT_EQ(city.Try(Ok()), Code::kOk) << "one won is an amount";
}

TEST_F(Form, ASourceIsOneOfAListAndTheRefundOfASubsidyNeedsOne) {
  Posting row = Ok();
  row.source = static_cast<FundingSource>(16);
  EXPECT_EQ(city.Try(row), Code::kUnknownSource);
  row.source = static_cast<FundingSource>(-1);
  EXPECT_EQ(city.Try(row), Code::kUnknownSource);
  row.source = FundingSource::kDecentralizationGrant;
  EXPECT_EQ(city.Try(row), Code::kOk);
  row = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 1);
  EXPECT_EQ(city.Try(row), Code::kUnknownSource);
  row.source = FundingSource::kNationalSubsidy;
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST_F(Form, AnAuthorizationHasToBeThere) {
  Posting row = Ok();
  row.authorization = AuthorizationId{3};
  EXPECT_EQ(city.Try(row), Code::kUnknownAuthorization);
  row.authorization = AuthorizationId{2};
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST_F(Form, AMemoHasFourThousandBytesAndAKeyOneHundredAndTwentyEight) {
  Posting row = Ok();
  row.memo = std::string(4'001, 'a');
  EXPECT_EQ(city.Try(row), Code::kTextTooLong);
  row.memo.pop_back();
  EXPECT_EQ(city.Try(row), Code::kOk);
  EXPECT_EQ(city.book.Find(EntryId{3})->memo.size(), 4'000u);
  Batch too_long(std::string(129, 'k'));
  too_long.Add(Ok());
  const Result<Receipt> refused = city.book.Post(too_long);
  EXPECT_EQ(refused.code(), Code::kTextTooLong);
  EXPECT_EQ(refused.error().row(), -1);
  EXPECT_EQ(city.book.Check(too_long.view()), std::vector<Code>{Code::kOk})
      << "Check does not look at the key";
  Batch longest(std::string(128, 'k'));
  longest.Add(Ok());
  EXPECT_TRUE(city.book.Post(longest).ok());
}

TEST_F(Form, TextsAreUtf8) {
  Posting row = Ok();
  row.memo = "\xEC\x98";
  EXPECT_EQ(city.Try(row), Code::kInvalidUtf8);
  Batch key("\xFF");
  key.Add(Ok());
  EXPECT_EQ(city.book.Post(key).code(), Code::kInvalidUtf8);
}

TEST(Entry, AMemoThatIsNoTextIsToldEvenWhereItsGroupGoesOutForAnotherRow) {
  City city;
  city.Fund(city.entrust, 1'000, false);
  Batch batch = city.Transfer(city.entrust, city.office, 2'000, Cause::kIntraProgramVirement);
  Posting in = city.Row(city.office, EntryKind::kTransferIn, 1, Cause::kIntraProgramVirement);
  in.group = 7;
  in.memo = "\xEC\x9D";
  batch.Add(in);
  const std::vector<Code> codes = city.book.Check(batch.view());
  const Result<Receipt> posted = city.book.Post(batch);
  ASSERT_EQ(posted.code(), Code::kInvalidUtf8);
  EXPECT_EQ(posted.error().row(), 2);
  EXPECT_EQ(codes[2], Code::kInvalidUtf8);
  EXPECT_NE(codes[0], Code::kInvalidUtf8);
}

TEST_F(Form, CarriedMoneyIsPostedByTheRolloverOnceTheBookHasTheYearBefore) {
  Posting out = city.Row(city.entrust, EntryKind::kCarryOut, 1, Cause::kExplicitCarryover);
  out.authorization = city.vote;
  EXPECT_EQ(city.Try(out), Code::kPostedByRollover);
  const ItemId next =
      city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit, 2022);
  Posting in = city.Row(next, EntryKind::kCarryIn, 1, Cause::kExplicitCarryover);
  in.day = Day(2022, 1, 1);
  EXPECT_EQ(city.Try(in), Code::kPostedByRollover);
  const ItemId first = city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
  EXPECT_EQ(city.Try(city.Row(first, EntryKind::kCarryIn, 1, Cause::kExplicitCarryover)), Code::kOk)
      << "into the book's first year money comes from outside it";
}

TEST_F(Form, ATransferStandsInAGroupAndNothingElseDoes) {
  Posting row = city.Row(city.entrust, EntryKind::kTransferOut, 1, Cause::kMinorReallocation);
  EXPECT_EQ(city.Try(row), Code::kGroupMissing);
  row = Ok();
  row.group = 1;
  EXPECT_EQ(city.Try(row), Code::kInvalidArgument);
}

// ---- 2. reference ----

TEST_F(Form, WhatSettlesOrCorrectsNamesItsEntry) {
  for (const EntryKind kind :
       {EntryKind::kRelease, EntryKind::kDisburse, EntryKind::kRefund, EntryKind::kCorrect}) {
    EXPECT_EQ(city.Try(city.Row(city.entrust, kind, 1)), Code::kReferenceMissing) << Name(kind);
  }
}

TEST_F(Form, AReferenceIsAnEntryOfTheBookOrAnEarlierRowOfTheBatch) {
  const EntryId commitment = city.Commit(city.entrust, 10);
  Posting pay = city.Lean(EntryKind::kDisburse, commitment, 1);
  for (const std::int64_t reference :
       {std::int64_t{4}, std::int64_t{1} << 40, std::numeric_limits<std::int64_t>::max(),
        std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::int64_t{-2}}) {
    pay.reference = reference;
    EXPECT_EQ(city.Try(pay), Code::kUnknownReference) << reference;
  }
  Batch own;
  own.Add(Ok());
  pay.reference = 4;  // the id that the batch's first row would get
  own.Add(pay);
  EXPECT_EQ(city.Try(own, 1), Code::kUnknownReference);
  Batch good;
  pay.reference = good.Add(Ok());
  good.Add(pay);
  EXPECT_EQ(city.Try(good), Code::kOk);
  EXPECT_EQ(city.book.Find(EntryId{5})->reference, EntryId{4});
}

TEST_F(Form, AReferenceFitsItsKindAndItem) {
  city.Fund(city.office, 100);
  const EntryId commitment = city.Commit(city.entrust, 10);
  const EntryId payment = city.Pay(commitment, 4);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kDisburse, payment, 1)), Code::kWrongReference);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRefund, commitment, 1)), Code::kWrongReference);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRelease, payment, 1)), Code::kWrongReference);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kCommit, commitment, 1)), Code::kWrongReference)
      << "a commitment leans on nothing";
  Posting other = city.Lean(EntryKind::kDisburse, commitment, 1);
  other.item = city.office;
  EXPECT_EQ(city.Try(other), Code::kWrongReference) << "지방회계법 §27②: the same item";
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRefund, payment, 4)), Code::kOk);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRelease, commitment, 6)), Code::kOk);
}

// ---- 3. day, 4. officer ----

TEST_F(Form, ADayLiesInTheItemsYear) {
  Posting row = Ok();
  row.day = Day(2020, 12, 31);
  EXPECT_EQ(city.Try(row), Code::kDayOutsideYear);
  row.day = Day(2022, 1, 1);
  EXPECT_EQ(city.Try(row), Code::kDayOutsideYear);
  row.day = Day(2021, 12, 31);
  EXPECT_EQ(city.Try(row), Code::kOk);
  row.day = Day(2021, 1, 1);
  row.kind = EntryKind::kAppropriate;
  row.cause = Cause::kOriginal;
  row.authorization = city.vote;
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST_F(Form, PaymentsAreBookedUntilTheTwentiethOfJanuaryAndClericalOnesUntilTheTenthOfFebruary) {
  const EntryId commitment = city.Commit(city.entrust, 10);
  Posting pay = city.Lean(EntryKind::kDisburse, commitment, 1);
  pay.day = Day(2022, 1, 21);
  EXPECT_EQ(city.Try(pay), Code::kDayOutsideYear);
  pay.day = Day(2022, 1, 20);
  EXPECT_EQ(city.Try(pay), Code::kOk);
  Posting release = city.Lean(EntryKind::kRelease, commitment, 1);
  release.day = Day(2022, 2, 11);
  EXPECT_EQ(city.Try(release), Code::kDayOutsideYear);
  release.day = Day(2022, 2, 10);
  EXPECT_EQ(city.Try(release), Code::kOk);
  Posting commit = Ok();
  commit.day = Day(2022, 1, 1);
  EXPECT_EQ(city.Try(commit), Code::kDayOutsideYear) << "the list has no commitments";
}

TEST(Calendar, AYearThatBeginsInAprilEndsInMarchAndHasItsOwnDaysOfGrace) {
  Policy policy = Policy::Permissive();
  PolicyLine grace;
  grace.topic = PolicyTopic::kAfterYearUntil;
  grace.first_day = Day(1, 1, 1);
  grace.last_day = Day(9999, 12, 31);
  grace.kind = EntryKind::kDisburse;
  grace.month = 5;
  grace.day = 31;
  policy.lines.push_back(grace);
  City city(policy, nullptr, kJapaneseFiscalCalendar);
  Posting vote = city.Row(city.entrust, EntryKind::kAppropriate, 100, Cause::kOriginal);
  vote.day = Day(2021, 3, 31);
  EXPECT_EQ(city.Try(vote), Code::kDayOutsideYear);
  vote.day = Day(2021, 4, 1);
  EXPECT_EQ(city.Try(vote), Code::kOk);
  Posting commit = city.Row(city.entrust, EntryKind::kCommit, 100);
  commit.day = Day(2022, 4, 1);
  EXPECT_EQ(city.Try(commit), Code::kDayOutsideYear);
  commit.day = Day(2022, 3, 31);
  EXPECT_EQ(city.Try(commit), Code::kOk);
  Posting pay = city.Lean(EntryKind::kDisburse, EntryId{2}, 50);
  pay.day = Day(2022, 6, 1);
  EXPECT_EQ(city.Try(pay), Code::kDayOutsideYear);
  pay.day = Day(2022, 5, 31);
  EXPECT_EQ(city.Try(pay), Code::kOk);
}

TEST_F(Form, WhoCommittedDoesNotDisburse) {
  Posting commit = Ok();
  commit.amount = Money(10);
  commit.actor = ActorId{7};
  const EntryId commitment = city.Done(commit);
  Posting pay = city.Lean(EntryKind::kDisburse, commitment, 1);
  pay.actor = ActorId{7};
  EXPECT_EQ(city.Try(pay), Code::kSameOfficer);
  pay.actor = ActorId{8};
  EXPECT_EQ(city.Try(pay), Code::kOk);
  pay.actor = ActorId::kNone;
  EXPECT_EQ(city.Try(pay), Code::kOk) << "nobody is named: nothing is known";
  Posting release = city.Lean(EntryKind::kRelease, commitment, 1);
  release.actor = ActorId{7};
  EXPECT_EQ(city.Try(release), Code::kOk) << "to release is the committing officer's own";
}

// ---- the order of the rules ----

TEST_F(Form, TheFirstRuleOfTheManualsOrderRefuses) {
  const EntryId commitment = city.Commit(city.entrust, 10);
  Posting row = city.Lean(EntryKind::kDisburse, commitment, 1'000);
  row.item = ItemId{99};
  row.kind = static_cast<EntryKind>(99);
  row.cause = static_cast<Cause>(77);
  row.amount = Money(0);
  row.source = static_cast<FundingSource>(77);
  row.authorization = AuthorizationId{77};
  row.memo = std::string(4'001, 'x');
  row.group = 5;
  row.reference = 0;
  row.day = Day(2023, 1, 1);
  const std::vector<std::pair<Code, std::function<void()>>> steps = {
      {Code::kUnknownItem, [&] { row.item = city.Revenue("100-110"); }},
      {Code::kUnknownKind, [&] { row.kind = EntryKind::kDisburse; }},
      {Code::kUnknownCause, [&] { row.cause = Cause::kNone; }},
      {Code::kWrongItem, [&] { row.item = city.entrust; }},
      {Code::kAmountNotPositive, [&] { row.amount = Money(1'000); }},
      {Code::kUnknownSource, [&] { row.source = std::nullopt; }},
      {Code::kUnknownAuthorization,
       [&] {
         Authorization elsewhere;
         elsewhere.day = Day(2020, 1, 1);
         elsewhere.document = "제2호";
         elsewhere.item = city.office;
         row.authorization = city.Authorize(elsewhere);
       }},
      {Code::kTextTooLong, [&] { row.memo.clear(); }},
      {Code::kInvalidArgument, [&] { row.group = 0; }},
      {Code::kReferenceMissing, [&] { row.reference = 99; }},
      {Code::kUnknownReference, [&] { row.reference = 1; }},
      {Code::kWrongReference, [&] { row.reference = NumberOf(commitment); }},
      {Code::kDayOutsideYear, [&] { row.day = Day(2021, 3, 3); }},
      {Code::kNotCovered, [&] { row.authorization = AuthorizationId::kNone; }},
      {Code::kAboveCommitment, [&] { row.amount = Money(10); }},
  };
  for (const auto& [code, mend] : steps) {
    const Code got = city.Try(row);
    EXPECT_EQ(got, code) << Name(got) << " where " << Name(code) << " was due";
    mend();
  }
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST_F(Form, AClosedYearComesBeforeTheDayAndAfterTheReference) {
  const EntryId commitment = city.Commit(city.entrust, 10);
  ASSERT_TRUE(city.book.Close(2021).ok());
  Posting row = city.Lean(EntryKind::kDisburse, commitment, 1);
  row.day = Day(2030, 1, 1);
  EXPECT_EQ(city.Try(row), Code::kYearClosed);
  row.reference = 99;
  EXPECT_EQ(city.Try(row), Code::kUnknownReference);
}

}  // namespace
}  // namespace yesan
