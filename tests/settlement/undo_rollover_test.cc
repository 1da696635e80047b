// What UndoRollover takes back, and on which day.
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/settlement/rollover.h"

namespace yesan {
namespace {

EntryId Carry(City& city, ItemId item, std::int64_t amount, Date day) {
  CarryRequest request;
  request.item = item;
  request.amount = Money(amount);
  request.authorization = city.vote;
  const auto done = Rollover(city.book, PreviewRollover(city.book, 2021, {request}, day));
  EXPECT_TRUE(done.ok()) << Name(done.code());
  return done.ok() ? done->entries.first : EntryId::kNone;
}

PolicyLine Until(EntryKind kind, std::int32_t month, std::int32_t day) {
  PolicyLine line;
  line.topic = PolicyTopic::kAfterYearUntil;
  line.first_day = Day(2000, 1, 1);
  line.last_day = Day(9999, 2, 28);
  line.kind = kind;
  line.month = month;
  line.day = day;
  return line;
}

TEST(UndoRollover, LeavesMoneyAloneThatACallerCarriedInBehindIt) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId out = Carry(city, city.entrust, 60, Day(2021, 12, 31));
  Posting surplus =
      city.Row(city.Revenue("700", 2022), EntryKind::kCarryIn, 60, Cause::kExplicitCarryover);
  surplus.day = Day(2022, 1, 1);
  city.Done(surplus);
  const Result<Receipt> undone = UndoRollover(city.book, out);
  ASSERT_TRUE(undone.ok()) << undone.error().message().en;
  EXPECT_EQ(undone->count, 2U) << "what went out and what came in for it";
  EXPECT_EQ(city.book.BalancesOf(surplus.item).carryover_in, 60);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).carryover_out(), 0);
}

TEST(UndoRollover, AfterTheYearNeedsALineForCorrectionsToo) {
  for (const bool corrections : {false, true}) {
    for (const bool late : {false, true}) {
      Policy policy = Policy::Permissive();
      policy.lines = {Until(EntryKind::kCarryOut, 2, 10)};
      if (corrections) policy.lines.push_back(Until(EntryKind::kCorrect, 1, 31));
      City city(policy);
      city.Fund(city.entrust, 100, false);
      const EntryId out =
          Carry(city, city.entrust, 60, late ? Day(2022, 1, 25) : Day(2021, 12, 31));
      EXPECT_EQ(city.book.Find(out)->day, late ? Day(2022, 1, 25) : Day(2021, 12, 31));
      const Result<Receipt> undone = UndoRollover(city.book, out);
      EXPECT_EQ(undone.code(), late && !corrections ? Code::kDayOutsideYear : Code::kOk);
      EXPECT_EQ(city.book.BalancesOf(city.entrust).carryover_out(), undone.ok() ? 0 : 60);
    }
  }
}

TEST(UndoRollover, IsRefusedWhereCorrectionsEndBeforeTheDayOfTheCarryOut) {
  Policy policy = Policy::Permissive();
  policy.lines = {Until(EntryKind::kCarryOut, 2, 10), Until(EntryKind::kCorrect, 1, 31)};
  City city(policy);
  city.Fund(city.entrust, 100, false);
  const EntryId out = Carry(city, city.entrust, 60, Day(2022, 2, 1));
  EXPECT_EQ(UndoRollover(city.book, out).code(), Code::kDayOutsideYear);
}

TEST(UndoRollover, InTheKoreanPolicyIsAsLateAsAnyCarryOut) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId out = Carry(city, city.entrust, 60, Day(2022, 3, 1));
  EXPECT_EQ(city.book.Find(out)->day, Day(2022, 2, 10));
  EXPECT_TRUE(UndoRollover(city.book, out).ok());
}

}  // namespace
}  // namespace yesan
