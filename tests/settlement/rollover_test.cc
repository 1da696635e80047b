#include "yesan/settlement/rollover.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

const Date kLastDay = Day(2021, 12, 31);

CarryRequest Ask(ItemId item, Cause cause, std::int64_t amount,
                 AuthorizationId by = AuthorizationId::kNone,
                 std::vector<EntryId> commitments = {}) {
  CarryRequest request;
  request.item = item;
  request.cause = cause;
  request.amount = Money(amount);
  request.authorization = by;
  request.commitments = std::move(commitments);
  return request;
}

class Carry : public ::testing::Test {
 protected:
  void SetUp() override {
    city.Fund(city.entrust, 1'000);
    commitment = city.Commit(city.entrust, 600);
    city.Pay(commitment, 450);  // 150 open, 400 free
  }
  Code CodeOf(CarryRequest request, Date day = kLastDay, std::int32_t year = 2021) {
    const RolloverPreview preview = PreviewRollover(city.book, year, {std::move(request)}, day);
    EXPECT_EQ(preview.ok(), preview.rows[0].refused == Code::kOk);
    const std::size_t entries = city.book.entry_count();
    const std::size_t items = city.book.item_count();
    if (!preview.ok()) {
      const auto refused = Rollover(city.book, preview);
      EXPECT_EQ(refused.code(), preview.rows[0].refused);
      EXPECT_EQ(refused.error().row(), 0);
    }
    EXPECT_EQ(city.book.entry_count(), entries);
    EXPECT_EQ(city.book.item_count(), items);
    return preview.rows[0].refused;
  }
  CarryRequest Explicit(std::int64_t amount) const {
    return Ask(city.entrust, Cause::kExplicitCarryover, amount, city.vote);
  }
  City city;
  EntryId commitment{};
};

TEST_F(Carry, ARefusalSaysHowMuchThereWasAndOfWhichItem) {
  const auto told = [&](const std::vector<CarryRequest>& requests) {
    const RolloverPreview preview = PreviewRollover(city.book, 2021, requests, kLastDay);
    const CarryRow& row = preview.rows.back();
    Result<RolloverReceipt> done = Rollover(city.book, preview);
    EXPECT_EQ(done.code(), row.refused);
    Error error = done ? Error(Code::kOk) : std::move(done).error();
    EXPECT_EQ(error.row(), static_cast<std::int64_t>(requests.size()) - 1);
    EXPECT_EQ(error.available().has_value(), row.available.has_value());
    EXPECT_EQ(error.asked().has_value(), row.asked.has_value());
    if (row.available && row.asked) {
      EXPECT_EQ(error.available(), row.available->minor());
      EXPECT_EQ(error.asked(), row.asked->minor());
    }
    return error;
  };
  ProgramYear year;
  year.fiscal_year = 2021;
  year.name = "마을공동체 지원";
  ASSERT_TRUE(city.book.AddProgramYear(city.center, year).ok());
  const Error lapsed = told({Explicit(300), Explicit(101)});
  EXPECT_EQ(lapsed.available(), 100) << "of 400 free the first request takes 300";
  EXPECT_EQ(lapsed.asked(), 101);
  EXPECT_EQ(lapsed.rule(), "above_lapsed");
  for (const std::string& text : {lapsed.message().ko, lapsed.message().en}) {
    EXPECT_NE(text.find("2021 마을공동체 지원 307-05"), std::string::npos) << text;
    EXPECT_NE(text.find("100"), std::string::npos) << text;
    EXPECT_NE(text.find("101"), std::string::npos) << text;
  }
  EXPECT_EQ(lapsed.message().en.find("allotted"), std::string::npos);
  const Error carriable = told(
      {Ask(city.entrust, Cause::kAccidentalCarryover, 151, AuthorizationId::kNone, {commitment})});
  EXPECT_EQ(carriable.available(), 150);
  EXPECT_EQ(carriable.asked(), 151);
  const Error small =
      told({Ask(city.entrust, Cause::kExplicitCarryover, 149, city.vote, {commitment})});
  EXPECT_EQ(small.code(), Code::kAboveCarriable);
  EXPECT_EQ(small.available(), 149);
  EXPECT_EQ(small.asked(), 150);
  Authorization limited;
  limited.kind = AuthorizationKind::kCouncilVote;
  limited.day = Day(2020, 12, 1);
  limited.document = "의결";
  limited.limit = Money(50);
  const AuthorizationId vote = city.Authorize(limited);
  const Error above = told({Ask(city.entrust, Cause::kExplicitCarryover, 51, vote)});
  EXPECT_EQ(above.code(), Code::kAboveLimit);
  EXPECT_EQ(above.available(), 50);
  EXPECT_EQ(above.asked(), 51);
  const Error vague = told({Ask(city.entrust, Cause::kExplicitCarryover, 51)});
  EXPECT_EQ(vague.code(), Code::kAuthorizationMissing);
  EXPECT_FALSE(vague.available().has_value());
  EXPECT_NE(vague.message().ko.find("마을공동체 지원"), std::string::npos);
}

TEST_F(Carry, MoneyThatWasNeverAllottedIsToldApart) {
  city.Done(city.Row(city.entrust, EntryKind::kUnallot, 250));
  const auto refused =
      Rollover(city.book, PreviewRollover(city.book, 2021, {Explicit(300)}, kLastDay));
  ASSERT_EQ(refused.code(), Code::kAboveLapsed);
  EXPECT_EQ(refused.error().available(), 150);
  EXPECT_NE(refused.error().message().ko.find("배정하지 않은 250"), std::string::npos)
      << refused.error().message().ko;
  EXPECT_NE(refused.error().message().en.find("250 was never allotted"), std::string::npos)
      << refused.error().message().en;
}

TEST_F(Carry, MovesMoneyIntoTheNextYearItemByItem) {
  const RolloverPreview preview = PreviewRollover(
      city.book, 2021,
      {Ask(city.entrust, Cause::kAccidentalCarryover, 150, AuthorizationId::kNone, {commitment}),
       Explicit(300)},
      Day(2022, 2, 1));
  ASSERT_TRUE(preview.ok()) << Name(preview.rows[0].refused) << Name(preview.rows[1].refused);
  EXPECT_EQ(preview.day, Day(2022, 2, 1)) << "while the books are kept";
  EXPECT_EQ(preview.rows[0].committed, Money(150));
  const Result<RolloverReceipt> done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok()) << done.error().message().en;
  EXPECT_EQ(Rollover(city.book, preview).code(), Code::kStalePreview);
  const auto rows = Settle(city.book, 2021, GroupBy::kDetailedProgram);
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ((*rows)[0].total.carryover_out, 450);
  EXPECT_EQ((*rows)[0].total.lapsed_balance, 100);
  const ItemBalances accidental = city.book.BalancesOf(done->carried[0]);
  EXPECT_EQ(accidental.carryover_in, 150);
  EXPECT_EQ(accidental.allotted, 150) << "지방재정법 §50④";
  EXPECT_EQ(accidental.outstanding(), 150);
  EXPECT_EQ(city.book.BalancesOf(done->carried[1]).carryover_in, 300);
  EXPECT_EQ(city.book.Find(done->carried[0])->origin, Origin::kAccidental);
  EXPECT_EQ(city.book.Find(done->carried[1])->origin, Origin::kExplicit);
  EXPECT_EQ(city.book.Find(commitment)->open, Money(0));
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kDisburse, commitment, 1)), Code::kAboveCommitment);
  EXPECT_EQ(city.Try(city.Correct(commitment)), Code::kStillUsed);
  EXPECT_TRUE(city.book.Verify().empty());
  EXPECT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(city.Post(city.Row(city.entrust, EntryKind::kCommit, 1)).code(), Code::kYearClosed);
}

TEST_F(Carry, WhatItPostedIsNotCorrected) {
  const auto done = Rollover(city.book, PreviewRollover(city.book, 2021, {Explicit(1)}, kLastDay));
  ASSERT_TRUE(done.ok());
  const std::uint32_t first = NumberOf(done->entries.first);
  EXPECT_EQ(city.Try(city.Correct(EntryId{first})), Code::kPostedByRollover);
  Posting in = city.Correct(EntryId{first + 1});
  in.day = Day(2022, 1, 1);
  EXPECT_EQ(city.Try(in), Code::kPostedByRollover);
}

TEST_F(Carry, RefusesAnItemThatIsNotOfTheYearOrIsRevenue) {
  CarryRequest request = Explicit(1);
  request.item = ItemId{99};
  EXPECT_EQ(CodeOf(request), Code::kUnknownItem);
  request.item = city.Revenue("100-110");
  EXPECT_EQ(CodeOf(request), Code::kUnknownItem);
  EXPECT_EQ(CodeOf(Explicit(1), Day(2022, 12, 31), 2022), Code::kUnknownItem);
}

TEST_F(Carry, RefusesAnotherCauseAndAnAmountOfNothing) {
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kOriginal, 1, city.vote)), Code::kUnknownCause);
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kNone, 0, city.vote)), Code::kUnknownCause);
  EXPECT_EQ(CodeOf(Explicit(0)), Code::kAmountNotPositive);
  EXPECT_EQ(CodeOf(Explicit(1)), Code::kOk);
}

TEST_F(Carry, RefusesAClosedYearAndADayBeforeItsYear) {
  EXPECT_EQ(CodeOf(Explicit(1), Day(2020, 12, 31)), Code::kDayOutsideYear);
  EXPECT_EQ(CodeOf(Explicit(1), Day(2021, 1, 1)), Code::kOk);
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(CodeOf(Explicit(1)), Code::kYearClosed);
}

TEST_F(Carry, WantsItsAuthorization) {
  CarryRequest request = Explicit(1);
  request.authorization = AuthorizationId::kNone;
  EXPECT_EQ(CodeOf(request), Code::kAuthorizationMissing);
  request.authorization = AuthorizationId{99};
  EXPECT_EQ(CodeOf(request), Code::kUnknownAuthorization);
  request.authorization = city.decision;
  EXPECT_EQ(CodeOf(request), Code::kWrongAuthorization);
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kConstructionCarryover, 1, city.vote)),
            Code::kWrongAuthorization);
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kConstructionCarryover, 1, city.decision)),
            Code::kWrongAccount)
      << "not of a general account";
  Authorization by;
  by.day = Day(2021, 12, 1);
  by.document = "명시이월 조서";
  by.item = city.office;
  request.authorization = city.Authorize(by);
  EXPECT_EQ(CodeOf(request), Code::kNotCovered);
  by.item = city.entrust;
  by.limit = Money(100);
  request.authorization = city.Authorize(by);
  EXPECT_EQ(CodeOf(request, Day(2021, 11, 30)), Code::kNotCovered);
  EXPECT_EQ(CodeOf(request, Day(2021, 12, 1)), Code::kOk);
  request.amount = Money(101);
  EXPECT_EQ(CodeOf(request), Code::kAboveLimit);
  request.amount = Money(100);
  EXPECT_EQ(CodeOf(request), Code::kOk);
  CarryRequest one = request;
  one.amount = Money(1);
  const RolloverPreview both = PreviewRollover(city.book, 2021, {request, one}, kLastDay);
  EXPECT_EQ(both.rows[0].refused, Code::kOk);
  EXPECT_EQ(both.rows[1].refused, Code::kAboveLimit) << "judged together";
  const auto refused = Rollover(city.book, both);
  EXPECT_EQ(refused.code(), Code::kAboveLimit);
  EXPECT_EQ(refused.error().row(), 1);
}

TEST_F(Carry, IsNotCarriedAgainOnceAccidentalUnlessThePolicyLetsIt) {
  for (const bool korean : {true, false}) {
    City town(korean ? Policy::KoreanLocalGovernment() : Policy::Permissive());
    const ItemId old = town.Item(town.center, "307-05", "307", town.community, Origin::kAccidental);
    town.Done(town.Row(old, EntryKind::kCarryIn, 10, Cause::kAccidentalCarryover));
    const EntryId open = town.Commit(old, 10);
    const auto code = [&](Cause cause, AuthorizationId by) {
      return PreviewRollover(town.book, 2021, {Ask(old, cause, 10, by, {open})}, kLastDay)
          .rows[0]
          .refused;
    };
    const AuthorizationId plan = town.Authorize(AuthorizationKind::kContinuingPlan);
    const Code expected = korean ? Code::kCarriedBefore : Code::kOk;
    EXPECT_EQ(code(Cause::kAccidentalCarryover, town.decision), expected);
    EXPECT_EQ(code(Cause::kExplicitCarryover, town.vote), expected) << "nor under another name";
    EXPECT_EQ(code(Cause::kContinuingCarryover, plan), expected);
  }
}

TEST_F(Carry, IsAccidentalAfterItWasExplicit) {
  const ItemId old = city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
  city.Done(city.Row(old, EntryKind::kCarryIn, 10, Cause::kExplicitCarryover));
  const EntryId open = city.Commit(old, 10);
  EXPECT_EQ(CodeOf(Ask(old, Cause::kAccidentalCarryover, 10, AuthorizationId::kNone, {open})),
            Code::kOk);
}

TEST_F(Carry, IsVotedBeforehandWhereItIsExplicit) {
  const auto by = [&](Date day) {
    Authorization vote;
    vote.day = day;
    vote.document = "임시회";
    return Ask(city.entrust, Cause::kExplicitCarryover, 1, city.Authorize(vote));
  };
  EXPECT_EQ(CodeOf(by(Day(2021, 12, 31)), Day(2022, 2, 1)), Code::kOk);
  const CarryRequest late = by(Day(2022, 1, 20));
  EXPECT_EQ(CodeOf(late, Day(2022, 2, 1)), Code::kNotCovered);
  const auto refused =
      Rollover(city.book, PreviewRollover(city.book, 2021, {late}, Day(2022, 2, 1)));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message().ko.find("끝나기 전에 의결"), std::string::npos);
  EXPECT_NE(refused.error().message().en.find("is of 2022-01-20."), std::string::npos);
  EXPECT_NE(refused.error().message().en.find("voted before fiscal year 2021 ends"),
            std::string::npos);
  Authorization decision;
  decision.kind = AuthorizationKind::kHeadDecision;
  decision.day = Day(2022, 1, 20);
  decision.document = "사고이월 결정";
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kAccidentalCarryover, 1, city.Authorize(decision)),
                   Day(2022, 2, 1)),
            Code::kOk)
      << "only 명시이월 is voted";
}

TEST_F(Carry, StaysInsideItsPlan) {
  Authorization plan;
  plan.kind = AuthorizationKind::kContinuingPlan;
  plan.day = Day(2021, 1, 1);
  plan.document = "계속비 조서";
  plan.last_year = 2021;
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kContinuingCarryover, 1, city.Authorize(plan))),
            Code::kOutsidePlan);
  plan.last_year = 2022;
  EXPECT_EQ(CodeOf(Ask(city.entrust, Cause::kContinuingCarryover, 1, city.Authorize(plan))),
            Code::kOk);
}

TEST_F(Carry, TakesOpenCommitmentsOfTheItemAlongOnce) {
  const auto ask = [&](std::vector<EntryId> commitments, std::int64_t amount = 150) {
    return Ask(city.entrust, Cause::kAccidentalCarryover, amount, AuthorizationId::kNone,
               std::move(commitments));
  };
  EXPECT_EQ(CodeOf(ask({EntryId{99}})), Code::kWrongReference);
  EXPECT_EQ(CodeOf(ask({EntryId{1}})), Code::kWrongReference) << "no commitment";
  EXPECT_EQ(CodeOf(ask({commitment, commitment}, 300)), Code::kWrongReference);
  city.Fund(city.office, 10);
  EXPECT_EQ(CodeOf(ask({city.Commit(city.office, 10)})), Code::kWrongReference);
  EXPECT_EQ(CodeOf(ask({commitment})), Code::kOk);
  const RolloverPreview twice =
      PreviewRollover(city.book, 2021, {ask({commitment}), ask({commitment})}, kLastDay);
  EXPECT_EQ(twice.rows[1].refused, Code::kWrongReference);
  city.Pay(commitment, 150);
  EXPECT_EQ(CodeOf(ask({commitment})), Code::kWrongReference) << "nothing is open";
}

TEST_F(Carry, TakesAccidentalMoneyBeyondCommitmentsWithADecisionOnly) {
  const auto ask = [&](std::int64_t amount, AuthorizationId by = AuthorizationId::kNone) {
    return Ask(city.entrust, Cause::kAccidentalCarryover, amount, by, {commitment});
  };
  EXPECT_EQ(CodeOf(ask(149)), Code::kAboveCarriable) << "commitments move whole";
  EXPECT_EQ(CodeOf(ask(151)), Code::kAboveCarriable);
  EXPECT_EQ(CodeOf(ask(151, city.decision)), Code::kOk);
  EXPECT_EQ(CodeOf(ask(151, city.vote)), Code::kWrongAuthorization) << "the head decides (§50②)";
  EXPECT_EQ(CodeOf(ask(151, city.Authorize(AuthorizationKind::kDisaster))),
            Code::kWrongAuthorization);
  EXPECT_EQ(CodeOf(ask(150, city.vote)), Code::kOk) << "commitments need none";
}

TEST(CarryPolicy, SaysWhoseAuthorizationAccidentalMoneyTakes) {
  Policy policy = Policy::KoreanLocalGovernment();
  PolicyLine line = policy.lines.front();
  line.topic = PolicyTopic::kNeedsAuthorization;
  line.kind = EntryKind::kCarryOut;
  line.cause = Cause::kAccidentalCarryover;
  line.authorization = AuthorizationKind::kCouncilVote;
  policy.lines.push_back(line);
  City city(policy);
  city.Fund(city.entrust, 1'000);
  const auto code = [&](AuthorizationId by) {
    return PreviewRollover(city.book, 2021,
                           {Ask(city.entrust, Cause::kAccidentalCarryover, 100, by)}, kLastDay)
        .rows[0]
        .refused;
  };
  EXPECT_EQ(code(AuthorizationId::kNone), Code::kAuthorizationMissing);
  EXPECT_EQ(code(city.decision), Code::kWrongAuthorization);
  EXPECT_EQ(code(city.vote), Code::kOk);
}

TEST(CarryCalendar, NothingIsCarriedOutOfTheLastYear) {
  City city;
  const ItemId item =
      city.Item(city.center, "307-05", "307", city.community, Origin::kCurrent, 9'998);
  const auto preview = [&](std::int32_t year) {
    return PreviewRollover(city.book, year, {Ask(item, Cause::kExplicitCarryover, 1, city.vote)},
                           Day(9998, 12, 31))
        .rows[0]
        .refused;
  };
  EXPECT_EQ(preview(9'998), Code::kOutOfRange);
  for (const std::int32_t year : {std::numeric_limits<std::int32_t>::max(),
                                  std::numeric_limits<std::int32_t>::min(), 9'999, 0}) {
    EXPECT_EQ(preview(year), Code::kUnknownItem) << year;
  }
}

TEST_F(Carry, NeverTakesMoreThanLapses) {
  EXPECT_EQ(CodeOf(Explicit(401)), Code::kAboveLapsed);
  EXPECT_EQ(CodeOf(Explicit(400)), Code::kOk);
  const RolloverPreview both =
      PreviewRollover(city.book, 2021, {Explicit(300), Explicit(101)}, kLastDay);
  EXPECT_EQ(both.rows[1].refused, Code::kAboveLapsed);
  Posting reserve = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 100);
  reserve.source = FundingSource::kNationalSubsidy;
  const EntryId reserved = city.Done(reserve);
  EXPECT_EQ(CodeOf(Explicit(301)), Code::kAboveLapsed) << "what is owed to a payer stays";
  ASSERT_TRUE(
      Rollover(city.book, PreviewRollover(city.book, 2021, {Explicit(300)}, kLastDay)).ok());
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 1)), Code::kAboveLapsed);
  city.Done(city.Correct(reserved));
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 101)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 100)), Code::kOk);
}

TEST(CarryControl, TakesNothingThatIsReservedForAPayerOfAnItemControlledWithIt) {
  for (int level = 1; level <= 5; ++level) {
    Policy policy = Policy::Permissive();
    policy.control_level = static_cast<ControlLevel>(level);
    City city(policy);
    const ItemId beside = city.Item(city.center, "307-02", "307");
    city.Fund(city.entrust, 100, false);
    city.Fund(beside, 100, false);
    Posting reserve = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 70);
    reserve.source = FundingSource::kNationalSubsidy;
    city.Done(reserve);
    city.Commit(beside, level == 1 ? 100 : 129);  // of 200, 130 are not owed back
    const auto refused = [&](std::int64_t amount) {
      const CarryRequest request = Ask(city.entrust, Cause::kExplicitCarryover, amount);
      return PreviewRollover(city.book, 2021, {request}, kLastDay).rows.at(0).refused;
    };
    EXPECT_EQ(refused(1), Code::kOk);
    EXPECT_EQ(refused(2), level == 1 ? Code::kOk : Code::kAboveLapsed)
        << Name(policy.control_level);
    EXPECT_EQ(refused(31), Code::kAboveLapsed);
  }
}

TEST(CarryControl, OfMoneyThatWasNeverAllottedIsRefused) {
  City city;  // with allotment
  city.Fund(city.entrust, 100, false);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 60));
  const auto refused = [&](std::int64_t amount) {
    const CarryRequest request = Ask(city.entrust, Cause::kExplicitCarryover, amount, city.vote);
    return PreviewRollover(city.book, 2021, {request}, kLastDay).rows.at(0).refused;
  };
  EXPECT_EQ(refused(60), Code::kOk);
  EXPECT_EQ(refused(61), Code::kAboveLapsed);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 40));
  EXPECT_EQ(refused(100), Code::kOk);
}

TEST(CarryCalendar, MakesNoYearBehindWhichMoneyFromOutsideStands) {
  City city;
  city.Fund(city.entrust, 100);
  Posting in =
      city.Row(city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit, 2023),
               EntryKind::kCarryIn, 5, Cause::kExplicitCarryover);
  in.day = Day(2023, 1, 1);
  city.Done(in);
  const CarryRequest request = Ask(city.entrust, Cause::kExplicitCarryover, 1, city.vote);
  const RolloverPreview preview = PreviewRollover(city.book, 2021, {request}, kLastDay);
  EXPECT_EQ(preview.rows.at(0).refused, Code::kVersionOrder);
  EXPECT_EQ(Rollover(city.book, preview).code(), Code::kVersionOrder);
}

TEST(CarryCodes, ACodeThatEndsNeedsAMapping) {
  City city;
  const ItemId item = city.Item(city.center, "301-04", "", city.community, Origin::kCurrent, 2026);
  Posting row = city.Row(item, EntryKind::kAppropriate, 50, Cause::kOriginal);
  row.day = Day(2026, 1, 1);
  city.Done(row);
  row = city.Row(item, EntryKind::kAllot, 50);
  row.day = Day(2026, 1, 1);
  city.Done(row);
  CarryRequest request = Ask(item, Cause::kExplicitCarryover, 50, city.vote);
  const auto preview = [&] {
    return PreviewRollover(city.book, 2026, {request}, Day(2026, 12, 31));
  };
  EXPECT_EQ(preview().rows[0].refused, Code::kNoMapping) << "301-04 ends with 2026";
  request.next_object_item = "301-01";
  ASSERT_EQ(preview().rows[0].refused, Code::kOk);
  const auto done = Rollover(city.book, preview());
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(city.book.Find(done->carried[0])->object_item, "301-01");
  EXPECT_EQ(city.book.Find(done->carried[0])->object_group, "301");
  EXPECT_TRUE(city.book.Verify().empty());
}

// The codes of requests of 50 won under a code of a year.
std::vector<Code> Carries(std::int32_t year, const char* object,
                          const std::vector<const char*>& into) {
  City city;
  const ItemId item = city.Item(city.center, object, std::string(object).substr(0, 3),
                                city.community, Origin::kCurrent, year);
  Posting row = city.Row(item, EntryKind::kAppropriate, 50, Cause::kOriginal);
  row.day = Day(year, 1, 1);
  city.Done(row);
  row = city.Row(item, EntryKind::kAllot, 50);
  row.day = Day(year, 1, 1);
  city.Done(row);
  std::vector<Code> codes;
  for (const char* next : into) {
    CarryRequest request = Ask(item, Cause::kExplicitCarryover, 50, city.vote);
    request.next_object_item = next;
    codes.push_back(PreviewRollover(city.book, year, {request}, Day(year, 12, 31)).rows[0].refused);
  }
  return codes;
}

TEST(CarryCodes, ACodeThatIsCalledOtherwiseNeedsAMappingToo) {
  const std::vector<Code> needs = {Code::kNoMapping, Code::kOk, Code::kOk};
  EXPECT_EQ(Carries(2026, "401-01", {"", "401-02", "401-01"}), needs) << "시설비, 시설공사보상비";
}

TEST(CarryCodes, ACodeThatLivesOnUnchangedKeepsItsMoney) {
  const std::vector<Code> stays = {Code::kOk, Code::kOk, Code::kWrongMapping};
  EXPECT_EQ(Carries(2026, "307-05", {"", "307-05", "101-01"}), stays);
}

TEST(CarryCodes, OfACodeThatIsNotKnownWhatIsSaidIsTakenInsideItsObjectGroup) {
  const std::vector<Code> taken = {Code::kOk, Code::kOk, Code::kOk};
  EXPECT_EQ(Carries(2021, "307-06", {"", "307-06", "307-05"}), taken);
  const std::vector<Code> moved = {Code::kOk, Code::kOk, Code::kWrongMapping};
  EXPECT_EQ(Carries(2025, "307-06", {"", "307-05", "201-01"}), moved);
}

TEST(CarryCodes, ACodeThatIsCalledOtherwiseStaysInItsObjectGroupAndOutOfWhatIsBarred) {
  const std::vector<Code> wrong = {Code::kWrongMapping, Code::kWrongMapping, Code::kWrongMapping,
                                   Code::kWrongMapping};
  EXPECT_EQ(Carries(2026, "401-01", {"801-01", "203-03", "201-01", "401-77"}), wrong)
      << "the reserve, 업무추진비, another group, an unknown code";
  const std::vector<Code> reserve = {Code::kWrongMapping, Code::kOk};
  EXPECT_EQ(Carries(2026, "801-04", {"801-01", "801-03"}), reserve) << "in one group";
}

TEST(CarryCodes, AnObjectThatEndsGoesWhereItsSuccessorIs) {
  const std::vector<Code> codes = {Code::kOk, Code::kWrongMapping, Code::kWrongMapping};
  EXPECT_EQ(Carries(2026, "401-04", {"201-03", "203-03", "801-01"}), codes)
      << "행사관련시설비 ends with 2026; what is barred and the reserve stay so";
}

TEST(CarryCodes, AnObjectWhoseBracketsFallAwayLivesOn) {
  const std::vector<Code> own = {Code::kOk, Code::kOk, Code::kWrongMapping};
  EXPECT_EQ(Carries(2026, "402-01", {"", "402-01", "101-01"}), own)
      << "민간자본사업보조(자체) is 민간자본사업보조 in 2027";
  const std::vector<Code> passed_on = {Code::kNoMapping, Code::kOk, Code::kWrongMapping,
                                       Code::kWrongMapping};
  EXPECT_EQ(Carries(2026, "402-02", {"", "402-01", "101-01", "201-03"}), passed_on)
      << "민간자본사업보조(이전) goes on under 402-01";
}

TEST(CarryCodes, AnUnknownCodeOfTheNextYearNamesItsObjectGroupAndTheRightOne) {
  City city;
  const ItemId item =
      city.Item(city.center, "401-01", "401", city.community, Origin::kCurrent, 2026);
  for (const EntryKind kind : {EntryKind::kAppropriate, EntryKind::kAllot}) {
    Posting row = city.Row(item, kind, 50);
    if (kind == EntryKind::kAppropriate) row.cause = Cause::kOriginal;
    row.day = Day(2026, 1, 1);
    city.Done(row);
  }
  const auto code = [&](const char* object, const char* group, std::int64_t amount = 50) {
    CarryRequest request = Ask(item, Cause::kExplicitCarryover, amount, city.vote);
    request.next_object_item = object;
    request.next_object_group = group;
    return PreviewRollover(city.book, 2026, {request}, Day(2026, 12, 31)).rows[0].refused;
  };
  EXPECT_EQ(code("401-77", ""), Code::kWrongMapping);
  EXPECT_EQ(code("401-77", "401"), Code::kOk);
  EXPECT_EQ(code("401-77", "203"), Code::kWrongMapping);
  EXPECT_EQ(code("203-99", "401"), Code::kWrongMapping) << "barred by its own code";
  EXPECT_EQ(code("20399", "401"), Code::kWrongMapping);
  EXPECT_EQ(code("401-02", "201"), Code::kWrongMapping) << "the classification says 401";
  (void)city.Item(city.center, "499-01", "201", city.community, Origin::kExplicit, 2027);
  EXPECT_EQ(code("499-01", "401"), Code::kWrongMapping) << "the item is there, of another group";
  EXPECT_EQ(code("499-02", "401"), Code::kOk);
  EXPECT_EQ(code(" ", "401"), Code::kWrongMapping) << "no code at all";
  EXPECT_EQ(code("401-\xFF", "401"), Code::kInvalidUtf8);
  EXPECT_EQ(code("401-77", "\xFF"), Code::kInvalidUtf8);
}

TEST_F(Carry, ACodeThatIsNoTextIsToldWithItsRequest) {
  std::vector<CarryRequest> requests = {Explicit(10), Explicit(20)};
  requests[1].next_object_item = "\xFF";
  const RolloverPreview preview = PreviewRollover(city.book, 2021, requests, kLastDay);
  EXPECT_FALSE(preview.ok());
  const auto refused = Rollover(city.book, preview);
  EXPECT_EQ(refused.code(), Code::kInvalidUtf8);
  EXPECT_EQ(refused.error().row(), 1);
}

// A book of its own codes with 50 of object 10-1 in 2021.
struct OneObject {
  struct Object {
    const char* code;
    const char* name;
    std::int32_t first_year;
    std::int32_t last_year;
  };
  explicit OneObject(const std::vector<Object>& objects)
      : book(*Book::Make({"1100000", "서울특별시"}, Policy::Permissive(), CodesOf(objects))) {
    ItemKey key;
    key.fiscal_year = 2021;
    key.account = *book.AddAccount({AccountKind::kGeneral, "일반회계"});
    key.department = *book.AddDepartment({"문화정책과"});
    for (std::int32_t rung = 1; rung <= 5; ++rung)
      key.program = *book.AddProgram({static_cast<CodeKind>(rung), key.program});
    key.object_item = "10-1";
    item = *book.AddItem(key);
    Posting row;
    row.item = item;
    row.day = Day(2021, 1, 1);
    row.kind = EntryKind::kAppropriate;
    row.cause = Cause::kOriginal;
    row.amount = Money(50);
    Batch batch;
    batch.Add(row);
    EXPECT_TRUE(book.Post(batch).ok());
  }
  static Classification CodesOf(const std::vector<Object>& objects) {
    Classification codes;
    for (const Object& object : objects) {
      CodeEntry entry;
      entry.kind = CodeKind::kObjectItem;
      entry.code = object.code;
      entry.name = object.name;
      entry.parent = entry.code.substr(0, 2);
      entry.first_year = object.first_year;
      entry.last_year = object.last_year;
      EXPECT_TRUE(codes.Add(entry).ok());
    }
    return codes;
  }
  // What is said of carrying the 50 to an object of 2022.
  Code CodeOf(const char* next) const {
    CarryRequest request = Ask(item, Cause::kExplicitCarryover, 50);
    request.next_object_item = next;
    return PreviewRollover(book, 2021, {request}, kLastDay).rows[0].refused;
  }
  Book book;
  ItemId item = ItemId::kNone;
};

TEST(CarryCodes, WhatTheClassificationEndsGoesToAnotherGroupUnlessItLivesOnByItsName) {
  for (const bool lives_on : {true, false}) {
    OneObject town({{"10-1", "시설비", 2020, 2021},
                    {"10-2", lives_on ? "시설비" : "감리비", 2022, 2030},
                    {"20-1", "행사운영비", 2020, 2030},
                    {"30-1", lives_on ? "시설비(이전)" : "보상비", 2022, 2030}});
    EXPECT_EQ(town.CodeOf("20-1"), lives_on ? Code::kWrongMapping : Code::kOk);
    EXPECT_EQ(town.CodeOf("30-1"), Code::kOk) << "of another group, and its name";
  }
}

TEST(CarryCodes, AnObjectThatIsSplitNeedsAMapping) {
  OneObject town({{"10-1", "자본보조", 2021, 2021},
                  {"10-1", "자본보조 (자체)", 2022, 2022},
                  {"10-2", "자본보조(이전)", 2022, 2022},
                  {"20-1", "인건비", 2022, 2022}});
  EXPECT_EQ(town.CodeOf(""), Code::kNoMapping) << "it may be either half";
  EXPECT_EQ(town.CodeOf("10-1"), Code::kOk);
  EXPECT_EQ(town.CodeOf("10-2"), Code::kOk);
  EXPECT_EQ(town.CodeOf("20-1"), Code::kWrongMapping);
}

TEST(CarryCodes, TheReserveIsNotCarriedNorConstructionMoneyOfAGeneralAccount) {
  City city;
  city.Fund(city.reserve, 50, false);
  city.Fund(city.entrust, 50);
  const auto refused = [&](ItemId item, Cause cause, AuthorizationId by) {
    return PreviewRollover(city.book, 2021, {Ask(item, cause, 50, by)}, Day(2021, 12, 31))
        .rows[0]
        .refused;
  };
  EXPECT_EQ(refused(city.reserve, Cause::kExplicitCarryover, city.vote), Code::kReserveByDrawOnly);
  EXPECT_EQ(refused(city.entrust, Cause::kConstructionCarryover, city.decision),
            Code::kWrongAccount);
}

TEST_F(Carry, IsStaleAfterAnyActAndFreshAgainWhenPreviewedAgain) {
  const RolloverPreview preview = PreviewRollover(city.book, 2021, {Explicit(1)}, kLastDay);
  ASSERT_TRUE(city.book.AddDepartment({"예산담당관"}).ok());
  EXPECT_EQ(Rollover(city.book, preview).code(), Code::kStalePreview);
  EXPECT_TRUE(Rollover(city.book, PreviewRollover(city.book, 2021, {Explicit(1)}, kLastDay)).ok());
}

TEST_F(Carry, JudgesAgainWhatAPreviewClaims) {
  RolloverPreview preview = PreviewRollover(city.book, 2021, {Explicit(401)}, kLastDay);
  preview.rows[0].refused = Code::kOk;
  EXPECT_EQ(Rollover(city.book, preview).code(), Code::kAboveLapsed);
  preview = PreviewRollover(city.book, 2021, {Explicit(1)}, kLastDay);
  preview.rows[0].amount = Money(400);
  const auto done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).carryover_in, 1);
}

// Keeps everything but entries, and only in its good moods.
class Moody : public Journal {
 public:
  bool refuses = false;
  std::size_t items = 0;
  Result<void> Append(const Act& act) override {
    if (refuses) return Error(Code::kInternal);
    if (const auto* batch = std::get_if<const PostedBatch*>(&act)) {
      if ((*batch)->items != nullptr) items += (*batch)->items->count;
    }
    return {};
  }
};

TEST(CarryJournal, KeepsTheItemsWithTheEntriesOrNeither) {
  Moody journal;
  City city(Policy::KoreanLocalGovernment(), &journal);
  city.Fund(city.entrust, 1'000);
  const std::vector<CarryRequest> requests{
      Ask(city.entrust, Cause::kExplicitCarryover, 100, city.vote)};
  const std::size_t items = city.book.item_count();
  journal.refuses = true;
  EXPECT_EQ(Rollover(city.book, PreviewRollover(city.book, 2021, requests, kLastDay)).code(),
            Code::kInternal);
  EXPECT_EQ(city.book.item_count(), items);
  EXPECT_EQ(city.book.Close(2022).code(), Code::kNotFound) << "nor its year";
  journal.refuses = false;
  const auto done = Rollover(city.book, PreviewRollover(city.book, 2021, requests, kLastDay));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(journal.items, 1U);
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).carryover_in, 100);
}

TEST_F(Carry, OfNothingDoesNothing) {
  const auto done = Rollover(city.book, PreviewRollover(city.book, 2021, {}, kLastDay));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->entries.count, 0u);
}

TEST_F(Carry, TwoRequestsOfOneCauseShareOneItem) {
  const auto done = Rollover(
      city.book, PreviewRollover(city.book, 2021, {Explicit(100), Explicit(50)}, kLastDay));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->carried[0], done->carried[1]);
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).carryover_in, 150);
}

TEST_F(Carry, TheOfficerOfAMovedCommitmentMayNotPayItInTheNextYearEither) {
  Posting row = city.Row(city.entrust, EntryKind::kCommit, 10);
  row.actor = ActorId{7};
  const EntryId own = city.Done(row);
  const auto done =
      Rollover(city.book, PreviewRollover(city.book, 2021,
                                          {Ask(city.entrust, Cause::kAccidentalCarryover, 10,
                                               AuthorizationId::kNone, {own})},
                                          kLastDay));
  ASSERT_TRUE(done.ok());
  Posting pay = city.Lean(EntryKind::kDisburse,
                          EntryId{NumberOf(done->entries.first) + done->entries.count - 1}, 10);
  pay.day = Day(2022, 1, 2);
  pay.actor = ActorId{7};
  EXPECT_EQ(city.Try(pay), Code::kSameOfficer);
  pay.actor = ActorId{8};
  EXPECT_EQ(city.Try(pay), Code::kOk);
}

TEST(CarryCalendar, AYearThatBeginsInAprilIsCarriedIntoTheFirstOfApril) {
  City city(Policy::Permissive(), nullptr, kJapaneseFiscalCalendar);
  Posting vote = city.Row(city.entrust, EntryKind::kAppropriate, 10, Cause::kOriginal);
  vote.day = Day(2021, 4, 1);
  city.Done(vote);
  const auto preview = PreviewRollover(
      city.book, 2021, {Ask(city.entrust, Cause::kExplicitCarryover, 10)}, Day(2022, 5, 1));
  EXPECT_EQ(preview.day, Day(2022, 3, 31));
  const auto done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(city.book.Find(EntryId{3})->day, Day(2022, 4, 1));
  EXPECT_EQ(PreviewRollover(city.book, 2021, {Ask(city.entrust, Cause::kExplicitCarryover, 10)},
                            Day(2021, 3, 31))
                .rows[0]
                .refused,
            Code::kDayOutsideYear);
}

// 400 of an item voted and allotted, 100 of them committed.
struct Undo : testing::Test {
  Undo() {
    city.Fund(city.entrust, 400);
    commitment = city.Commit(city.entrust, 100);
    before = city.AllBalances();
    CarryRequest request = Ask(city.entrust, Cause::kAccidentalCarryover, 150, city.decision);
    request.commitments = {commitment};
    const auto done = Rollover(city.book, PreviewRollover(city.book, 2021, {request}, kLastDay));
    EXPECT_TRUE(done.ok());
    out = done->entries.first;
    to = done->carried[0];
    anew = EntryId{NumberOf(out) + done->entries.count - 1};
  }
  Posting InNextYear(Posting row) {
    row.day = Day(2022, 1, 5);
    return row;
  }
  City city;
  EntryId commitment{}, out{}, anew{};
  ItemId to{};
  std::vector<ItemBalances> before;
};

TEST_F(Undo, TakesBackARequestWholly) {
  EXPECT_EQ(city.Try(InNextYear(city.Correct(anew))), Code::kPostedByRollover);
  const Money drawn = city.book.DrawnOn(city.decision);
  ASSERT_TRUE(UndoRollover(city.book, EntryId{NumberOf(out) + 1}).ok()) << "any carry_out of it";
  std::vector<ItemBalances> after = city.AllBalances();
  EXPECT_TRUE(after.back() == ItemBalances()) << "the item of 2022 is empty";
  after.pop_back();
  EXPECT_TRUE(after == before);
  EXPECT_EQ(city.book.Find(commitment)->open, Money(100));
  EXPECT_EQ(city.book.DrawnOn(city.decision).minor(), drawn.minor() - 150);
  EXPECT_TRUE(city.book.Verify().empty());
  EXPECT_EQ(UndoRollover(city.book, out).code(), Code::kAlreadyCorrected);
  city.Pay(commitment, 100);
  const CarryRequest again = Ask(city.entrust, Cause::kExplicitCarryover, 300, city.vote);
  EXPECT_TRUE(Rollover(city.book, PreviewRollover(city.book, 2021, {again}, kLastDay)).ok());
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST_F(Undo, IsRefusedWhereTheCarriedMoneyWasUsed) {
  city.Done(InNextYear(city.Row(to, EntryKind::kCommit, 1)));
  EXPECT_EQ(UndoRollover(city.book, out).code(), Code::kBelowCommitted);
}

TEST_F(Undo, IsRefusedWhereACommitmentMadeAnewWasUsed) {
  city.Done(InNextYear(city.Lean(EntryKind::kDisburse, anew, 1)));
  EXPECT_EQ(UndoRollover(city.book, out).code(), Code::kStillUsed);
}

TEST_F(Undo, IsOfACarryOutInAnOpenYear) {
  EXPECT_EQ(UndoRollover(city.book, EntryId{999}).code(), Code::kUnknownReference);
  EXPECT_EQ(UndoRollover(city.book, anew).code(), Code::kWrongReference);
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(UndoRollover(city.book, out).code(), Code::kYearClosed);
}

TEST_F(Undo, LeavesACommitmentOfOnesOwnAlone) {
  const EntryId own = city.Done(InNextYear(city.Row(to, EntryKind::kCommit, 5)));
  EXPECT_EQ(city.Try(InNextYear(city.Correct(own))), Code::kOk);
  EXPECT_TRUE(UndoRollover(city.book, out).ok());
}

TEST(CarryDay, WhatARefundOfJanuaryGaveBackIsCarriedAfterIt) {
  City city;
  city.Fund(city.entrust, 1000);
  const EntryId paid = city.Pay(city.Commit(city.entrust, 1000), 1000);
  Posting refund = city.Lean(EntryKind::kRefund, paid, 300);
  refund.day = Day(2022, 1, 10);
  city.Done(refund);
  const CarryRequest request = Ask(city.entrust, Cause::kExplicitCarryover, 300, city.vote);
  const auto preview = PreviewRollover(city.book, 2021, {request}, Day(2022, 3, 1));
  EXPECT_EQ(preview.day, Day(2022, 2, 10)) << "지방회계법 §7③";
  ASSERT_TRUE(
      Rollover(city.book, PreviewRollover(city.book, 2021, {request}, Day(2022, 1, 25))).ok());
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(CarryPlan, CountsTheSameWonOnceAndCoversAllItsYears) {
  City city;
  city.Fund(city.entrust, 1000);
  Authorization plan;
  plan.kind = AuthorizationKind::kContinuingPlan;
  plan.day = Day(2020, 12, 15);
  plan.document = "계속비 2021~2025";
  plan.fiscal_year = 2021;
  plan.last_year = 2025;
  plan.limit = Money(1000);
  const AuthorizationId id = city.Authorize(plan);
  ItemId item = city.entrust;
  for (std::int32_t year = 2021; year <= 2024; ++year) {
    const CarryRequest request = Ask(item, Cause::kContinuingCarryover, 600, id);
    const auto preview = PreviewRollover(city.book, year, {request}, Day(year, 12, 31));
    ASSERT_EQ(preview.rows[0].refused, Code::kOk) << year;
    const auto done = Rollover(city.book, preview);
    ASSERT_TRUE(done.ok()) << year;
    EXPECT_EQ(city.book.DrawnOn(id), Money(600)) << year;
    item = done->carried[0];
  }
  const CarryRequest over = Ask(item, Cause::kContinuingCarryover, 600, id);
  EXPECT_EQ(PreviewRollover(city.book, 2025, {over}, Day(2025, 12, 31)).rows[0].refused,
            Code::kOutsidePlan);
}

TEST(CarryPlan, IsFoundWherePlansFollowEachOtherLongerThanOneMayRun) {
  for (const bool korean : {true, false}) {
    City city(korean ? Policy::KoreanLocalGovernment() : Policy::Permissive());
    city.Fund(city.entrust, 1000);
    const auto plan = [&](std::int32_t first, std::int32_t last) {
      Authorization one;
      one.kind = AuthorizationKind::kContinuingPlan;
      one.day = Day(first - 1, 12, 15);
      one.document = "계속비 " + std::to_string(first);
      one.fiscal_year = first;
      one.last_year = last;
      return city.Authorize(one);
    };
    const AuthorizationId former = plan(2021, 2023);
    const AuthorizationId latter = plan(2023, 2027);
    ItemId item = city.entrust;
    for (std::int32_t year = 2021; year <= 2025; ++year) {
      EXPECT_TRUE(city.book.Verify().empty()) << year << ": the years 2021 to 2025 are five";
      const CarryRequest request =
          Ask(item, Cause::kContinuingCarryover, 600, year < 2023 ? former : latter);
      const auto done =
          Rollover(city.book, PreviewRollover(city.book, year, {request}, Day(year, 12, 31)));
      ASSERT_TRUE(done.ok()) << year;
      item = done->carried[0];
    }
    const std::vector<Finding> found = city.book.Verify();
    ASSERT_EQ(found.size(), korean ? 1U : 0U);
    for (const Finding& one : found) EXPECT_EQ(one.rule, "ledger.plan_years");
  }
}

}  // namespace
}  // namespace yesan
