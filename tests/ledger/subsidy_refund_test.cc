// What is reserved for payers, under each level of control.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

Policy At(ControlLevel level, bool allotment = false) {
  Policy policy = Policy::Permissive();
  policy.control_level = level;
  PolicyLine line;
  line.topic = PolicyTopic::kAllotment;
  line.first_day = Day(2021, 1, 1);
  line.last_day = Day(2022, 12, 31);
  if (allotment) policy.lines.push_back(line);
  return policy;
}

Posting Reserve(const City& city, ItemId item, std::int64_t amount) {
  Posting row = city.Row(item, EntryKind::kReserveSubsidyRefund, amount);
  row.source = FundingSource::kNationalSubsidy;
  return row;
}

// The code, and for a matter of money what was available.
std::pair<Code, std::int64_t> Told(City& city, const Posting& row) {
  Batch batch;
  batch.Add(row);
  const Result<Receipt> receipt = city.book.Post(batch);
  if (receipt) return {Code::kOk, -1};
  return {receipt.code(), receipt.error().available().value_or(-1)};
}

using Answer = std::pair<Code, std::int64_t>;

TEST(SubsidyRefund, ReservesNothingThatTheItemsControlledWithItHaveCommitted) {
  for (int level = 1; level <= 5; ++level) {
    City city(At(static_cast<ControlLevel>(level)));
    const ItemId beside = city.Item(city.center, "307-02", "307");  // in every bucket but its own
    city.Fund(city.entrust, 100, false);
    city.Fund(beside, 100, false);
    EXPECT_EQ(Told(city, Reserve(city, city.entrust, 101)), (Answer{Code::kAboveLapsed, 100}));
    if (level == 1) {
      city.Commit(beside, 100);
      EXPECT_EQ(city.Try(Reserve(city, city.entrust, 100)), Code::kOk) << "each item by itself";
      continue;
    }
    city.Commit(beside, 120);
    EXPECT_EQ(Told(city, Reserve(city, city.entrust, 81)), (Answer{Code::kAboveLapsed, 80}))
        << Name(static_cast<ControlLevel>(level));
    EXPECT_EQ(city.Try(Reserve(city, city.entrust, 80)), Code::kOk);
  }
}

TEST(SubsidyRefund, IsNotSpentByTheItemsControlledWithIt) {
  for (int level = 2; level <= 5; ++level) {
    for (const bool allotment : {false, true}) {
      City city(At(static_cast<ControlLevel>(level), allotment));
      const ItemId beside = city.Item(city.center, "307-02", "307");
      city.Fund(city.entrust, 100, allotment);
      city.Fund(beside, 100, allotment);
      const EntryId released =
          city.Done(city.Lean(EntryKind::kRelease, city.Commit(beside, 40), 40));
      city.Done(Reserve(city, city.entrust, 70));
      // 130 are left, of which the item beside has 100 and borrows 30.
      EXPECT_EQ(Told(city, city.Row(beside, EntryKind::kCommit, 131)),
                (Answer{Code::kAboveLapsed, 130}));
      city.Commit(beside, 130);
      EXPECT_EQ(city.Try(city.Row(beside, EntryKind::kCommit, 1)), Code::kAboveLapsed);
      EXPECT_EQ(city.Try(city.Correct(released)), Code::kAboveLapsed);
      EXPECT_EQ(city.Try(city.Row(beside, EntryKind::kReduce, 1, Supplementary(1))),
                Code::kAboveLapsed);
      EXPECT_EQ(city.Try(Reserve(city, city.entrust, 1)), Code::kAboveLapsed);
      EXPECT_EQ(city.Try(city.Transfer(beside, city.stage, 1, Cause::kInterProgramVirement), 0),
                Code::kAboveLapsed);
    }
  }
}

TEST(SubsidyRefund, IsNoPartOfWhatWasUsedByADay) {
  City city(At(ControlLevel::kDetailedProgram, true));
  city.Fund(city.entrust, 100, false);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 60));
  city.Commit(city.entrust, 60);
  Posting early = Reserve(city, city.office, 1);
  city.Fund(city.office, 1, false);
  early.day = Day(2021, 4, 2);
  city.Done(early);
  city.Done(Reserve(city, city.entrust, 40));  // dated before, posted after
  for (const Finding& finding : city.book.Verify())
    EXPECT_NE(finding.rule, "ledger.control_on_day") << finding.message.en;
}

TEST(SubsidyRefund, ThatADayDidNotHaveIsSeen) {
  City city(At(ControlLevel::kDetailedProgram));
  city.Fund(city.entrust, 100, false);
  const EntryId commitment = city.Commit(city.entrust, 100);
  Posting release = city.Lean(EntryKind::kRelease, commitment, 100);
  release.day = Day(2021, 4, 2);
  city.Done(release);
  city.Done(Reserve(city, city.entrust, 30));  // a month before the release
  std::vector<std::string> seen;
  for (const Finding& finding : city.book.Verify()) {
    if (finding.rule != "ledger.control_on_day") continue;
    seen.push_back(finding.printed + " " + finding.expected);
  }
  EXPECT_EQ(seen, std::vector<std::string>{"130 100"});
}

TEST(SubsidyRefund, IsGivenFreeAgainByItsCorrection) {
  City city(At(ControlLevel::kUnitProgram));
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 100, false);
  const EntryId reserve = city.Done(Reserve(city, city.entrust, 100));
  EXPECT_EQ(city.Try(city.Row(city.office, EntryKind::kCommit, 101)), Code::kAboveLapsed);
  Posting correct = city.Lean(EntryKind::kCorrect, reserve, 100);
  correct.source = FundingSource::kNationalSubsidy;
  city.Done(correct);
  EXPECT_EQ(city.Try(city.Row(city.office, EntryKind::kCommit, 200)), Code::kOk);
}

}  // namespace
}  // namespace yesan
