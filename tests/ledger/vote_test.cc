// Votes, and what undoes them: a correction of the budget is a change of the budget.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/ledger/book.h"

namespace yesan {
namespace {

using Lines = std::vector<std::pair<ItemId, std::int64_t>>;

Result<Receipt> Adopt(City& city, BudgetStage stage, std::int32_t number, Date day,
                      const Lines& lines, std::vector<EntryId> absorbs = {}) {
  BudgetDocument document;
  document.version = {2021, city.account, stage, number};
  document.day = day;
  document.authorization = city.vote;
  if (stage == BudgetStage::kProvisional) {
    Authorization upkeep;
    upkeep.kind = AuthorizationKind::kHeadDecision;
    upkeep.day = Day(2020, 12, 31);
    upkeep.document = "준예산";
    upkeep.purpose = ProvisionalPurpose::kUpkeep;
    document.authorization = city.Authorize(std::move(upkeep));
  }
  document.absorbs = std::move(absorbs);
  for (const auto& [item, amount] : lines) {
    BudgetLine line;
    line.item = item;
    line.amount = Money(amount);
    document.lines.push_back(line);
  }
  return city.book.Adopt(document);
}

TEST(Vote, TakesAVoteToUndo) {
  City city;
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.entrust, 1000}}).ok());
  ASSERT_TRUE(
      Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 1), {{city.entrust, -400}}).ok());
  for (const EntryId id : {EntryId{2}, EntryId{1}}) {
    Posting undo = city.Correct(id);
    undo.day = Day(2021, 6, 1);
    undo.authorization = AuthorizationId::kNone;
    EXPECT_EQ(city.Try(undo), Code::kAuthorizationMissing);
    undo.authorization = city.decision;
    EXPECT_EQ(city.Try(undo), Code::kWrongAuthorization);
    Authorization elsewhere;
    elsewhere.kind = AuthorizationKind::kCouncilVote;
    elsewhere.day = Day(2020, 12, 1);
    elsewhere.document = "다른 의결";
    elsewhere.item = city.office;
    undo.authorization = city.Authorize(elsewhere);
    EXPECT_EQ(city.Try(undo), Code::kNotCovered);
    undo.authorization = city.vote;
    EXPECT_EQ(city.Try(undo), Code::kOk);
  }
}

TEST(Vote, IsNotUndoneAfterItsYear) {
  City city;
  city.Fund(city.entrust, 1000, false);
  city.Fund(city.office, 10, false);
  Batch transfer = city.Transfer(city.entrust, city.office, 5, Cause::kIntraProgramVirement);
  ASSERT_EQ(city.Try(transfer), Code::kOk);
  Posting vote = city.Correct(EntryId{2});
  vote.day = Day(2022, 1, 1);
  EXPECT_EQ(city.Try(vote), Code::kDayOutsideYear);
  Batch back;
  for (const EntryId id : {EntryId{3}, EntryId{4}}) {
    Posting row = city.Correct(id);
    row.day = Day(2022, 2, 5);
    back.Add(row);
  }
  EXPECT_EQ(city.Try(back, 0), Code::kDayOutsideYear);
  // What is no change of the budget is corrected while the books are kept (지방회계법 §7③).
  const EntryId allot = city.Done(city.Row(city.entrust, EntryKind::kAllot, 7));
  Posting row = city.Correct(allot);
  row.day = Day(2022, 2, 10);
  EXPECT_EQ(city.Try(row), Code::kOk);
}

TEST(Vote, APreEnactmentIsUndoneByTheDecisionItTook) {
  City city;
  Posting before = city.Row(city.stage, EntryKind::kAuthorizeSpending, 300, Cause::kPreEnactment);
  before.source = FundingSource::kNationalSubsidy;
  before.authorization = city.decision;
  const EntryId id = city.Done(before);
  Posting undo = city.Correct(id);
  undo.authorization = AuthorizationId::kNone;
  EXPECT_EQ(city.Try(undo), Code::kAuthorizationMissing);
  undo.authorization = city.decision;
  EXPECT_EQ(city.Try(undo), Code::kOk);
}

TEST(Vote, TheProvisionalBudgetDoesNotComeBackBesideTheOriginal) {
  City city;
  ASSERT_TRUE(
      Adopt(city, BudgetStage::kProvisional, 0, Day(2021, 1, 1), {{city.office, 200}}).ok());
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 2, 1), {{city.office, 1000}}).ok());
  const EntryId take_back{static_cast<std::uint32_t>(city.book.entry_count())};
  ASSERT_EQ(city.book.Find(take_back)->kind, EntryKind::kReduce);
  EXPECT_EQ(city.Try(city.Correct(take_back)), Code::kPostedByAdoption);
  EXPECT_EQ(city.book.BalancesOf(city.office).current_budget(), 1000);
}

TEST(Vote, ANumberOnceUsedIsNeverUsedAgain) {
  City city;
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.entrust, 1000}}).ok());
  const Lines more = {{city.entrust, 400}};
  ASSERT_TRUE(Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 1), more).ok());
  ASSERT_EQ(city.Try(city.Correct(EntryId{2})), Code::kOk);
  EXPECT_EQ(city.book.VersionsOf(city.account, 2021).size(), 2U) << "it is history";
  EXPECT_EQ(Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 2), more).code(),
            Code::kDuplicate);
  EXPECT_TRUE(Adopt(city, BudgetStage::kSupplementary, 2, Day(2021, 5, 2), more).ok());
  const auto rows = city.book.CompareVersions({2021, city.account, BudgetStage::kOriginal, 0},
                                              {2021, city.account, BudgetStage::kSupplementary, 1});
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ(rows->at(0).change, Money(0)) << "what stands of it";
}

TEST(Vote, CutsMoreThanThereIsAndIsToldThat) {
  City city;
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1),
                    {{city.entrust, 1000}, {city.office, 1000}})
                  .ok());
  const Result<Receipt> cut =
      Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 1), {{city.entrust, -3000}});
  ASSERT_EQ(cut.code(), Code::kBelowZero) << "not that the reserve is too large";
  EXPECT_EQ(cut.error().available(), 1000);
  EXPECT_EQ(cut.error().asked(), 3000);
}

}  // namespace
}  // namespace yesan
