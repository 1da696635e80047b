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

TEST(Vote, IsNotAdoptedBeforeTheDayOfTheBudgetThatItFollows) {
  City city;
  const auto adopt = [&](BudgetStage stage, std::int32_t number, Date day) {
    BudgetDocument document;
    document.version = {2021, city.account, stage, number};
    document.day = day;
    document.authorization = city.vote;
    BudgetLine line;
    line.item = city.entrust;
    line.amount = Money(10);
    document.lines = {line};
    return city.book.Adopt(document);
  };
  ASSERT_TRUE(adopt(BudgetStage::kOriginal, 0, Day(2021, 3, 1)).ok());
  const auto early = adopt(BudgetStage::kSupplementary, 1, Day(2021, 2, 28));
  ASSERT_EQ(early.code(), Code::kVersionOrder);
  EXPECT_EQ(early.error().message().en,
            "The budget of 2021-02-28 is dated before the one that it follows, of 2021-03-01.");
  EXPECT_TRUE(adopt(BudgetStage::kSupplementary, 1, Day(2021, 5, 1)).ok());
  EXPECT_EQ(adopt(BudgetStage::kSupplementary, 2, Day(2021, 4, 30)).code(), Code::kVersionOrder);
  EXPECT_TRUE(adopt(BudgetStage::kSupplementary, 2, Day(2021, 5, 1)).ok()) << "the same day";
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Vote, OfWhichNothingStandsIsComparedAsNothing) {
  City city;
  const BudgetVersion original{2021, city.account, BudgetStage::kOriginal, 0};
  const BudgetVersion first{2021, city.account, BudgetStage::kSupplementary, 1};
  const BudgetVersion final_state{2021, city.account, BudgetStage::kFinal, 0};
  const auto vote = Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.entrust, 10}});
  ASSERT_TRUE(vote.ok());
  city.Done(city.Correct(vote->first));
  for (const BudgetVersion& version : {original, final_state}) {
    const auto rows = city.book.CompareVersions(version, version);
    ASSERT_TRUE(rows.ok()) << "it was adopted";
    EXPECT_TRUE(rows->empty());
  }
  EXPECT_EQ(city.book.CompareVersions(original, first).code(), Code::kNotFound);
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

// ---- 성립전 ----

EntryId Before(City& city, std::int64_t amount) {
  Posting before =
      city.Row(city.stage, EntryKind::kAuthorizeSpending, amount, Cause::kPreEnactment);
  before.source = FundingSource::kNationalSubsidy;
  before.authorization = city.decision;
  return city.Done(before);
}

std::vector<std::string> RulesOf(const City& city) {
  std::vector<std::string> rules;
  for (const Finding& finding : city.book.Verify()) rules.push_back(finding.rule);
  return rules;
}

TEST(PreEnactment, IsAbsorbedByABudgetThatContainsIt) {
  City city;
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.stage, 10}}).ok());
  const EntryId one = Before(city, 300);
  const EntryId two = Before(city, 200);
  const auto adopt = [&](std::int64_t amount) {
    return Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 1), {{city.stage, amount}},
                 {one, two});
  };
  const Result<Receipt> less = adopt(499);
  ASSERT_EQ(less.code(), Code::kDoesNotAddUp);
  EXPECT_EQ(less.error().row(), 1);
  EXPECT_EQ(less.error().available(), 199);
  EXPECT_EQ(less.error().asked(), 200);
  EXPECT_TRUE(adopt(500).ok());
  EXPECT_EQ(city.book.BalancesOf(city.stage).current_budget(), 510);
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(PreEnactment, IsAbsorbedByTheNextBudgetElseItIsFound) {
  City city;
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.stage, 10}}).ok());
  const EntryId before = Before(city, 300);
  EXPECT_TRUE(RulesOf(city).empty());
  ASSERT_TRUE(
      Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 1), {{city.office, 9}}).ok());
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.pre_enactment_next"});
  ASSERT_TRUE(
      Adopt(city, BudgetStage::kSupplementary, 2, Day(2021, 9, 1), {{city.stage, 300}}, {before})
          .ok());
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.pre_enactment_next"});
}

TEST(PreEnactment, IsMissedWhereTheVoteThatTookItInIsCorrected) {
  City city;
  ASSERT_TRUE(Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.stage, 10}}).ok());
  const EntryId before = Before(city, 300);
  const auto taken = Adopt(city, BudgetStage::kSupplementary, 1, Day(2021, 5, 1),
                           {{city.stage, 300}, {city.office, 5}}, {before});
  ASSERT_TRUE(taken.ok());
  EXPECT_TRUE(RulesOf(city).empty());
  Posting undo = city.Correct(taken->first);
  undo.day = Day(2021, 6, 1);
  ASSERT_EQ(city.Try(undo), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(city.stage).current_budget(), 10);
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.pre_enactment_undone"});
  ASSERT_TRUE(
      Adopt(city, BudgetStage::kSupplementary, 2, Day(2021, 9, 1), {{city.stage, 300}}).ok());
  EXPECT_TRUE(RulesOf(city).empty()) << "voted again";
}

TEST(PreEnactment, InAProvinceIsNoMoneyOfAProvince) {
  for (const GovernmentKind tier : {GovernmentKind::kMetropolitan, GovernmentKind::kCounty}) {
    City city;
    Government government{"1100000", "서울특별시"};
    government.tier = tier;
    city.book = *Book::Make(government, Policy::KoreanLocalGovernment(), Classification::Korean());
    const AccountId account = *city.book.AddAccount({AccountKind::kGeneral, "일반회계"});
    (void)*city.book.AddDepartment({"과"});
    ProgramId program = ProgramId::kNone;
    for (const CodeKind kind : {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram,
                                CodeKind::kUnitProgram, CodeKind::kDetailedProgram})
      program = *city.book.AddProgram({kind, program});
    ItemKey key;
    key.fiscal_year = 2021;
    key.account = account;
    key.department = DepartmentId{1};
    key.program = program;
    key.object_item = "307-05";
    key.object_group = "307";
    Posting row;
    row.item = *city.book.AddItem(key);
    row.day = Day(2021, 3, 2);
    row.kind = EntryKind::kAuthorizeSpending;
    row.cause = Cause::kPreEnactment;
    row.amount = Money(5);
    row.authorization = city.Authorize(AuthorizationKind::kHeadDecision);
    row.source = FundingSource::kNationalSubsidy;
    EXPECT_EQ(city.Try(row), Code::kOk);
    for (const FundingSource source :
         {FundingSource::kProvinceFunds, FundingSource::kSpecialAdjustmentGrant}) {
      row.source = source;
      EXPECT_EQ(city.Try(row),
                tier == GovernmentKind::kMetropolitan ? Code::kNotEarmarked : Code::kOk);
    }
  }
}

// ---- what is merely to be seen ----

TEST(Verify, FindsCommitmentsThatWereOpenAtClosing) {
  City city;
  city.Fund(city.entrust, 1000);
  city.Pay(city.Commit(city.entrust, 900), 100);
  EXPECT_TRUE(RulesOf(city).empty());
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.open_at_closing"});
}

TEST(Verify, FindsVotesThatNoLongerBalance) {
  City city;
  const ItemId tax = city.Revenue("100-110-111-01");
  ASSERT_TRUE(
      Adopt(city, BudgetStage::kOriginal, 0, Day(2021, 1, 1), {{city.entrust, 1000}, {tax, 1000}})
          .ok());
  EXPECT_TRUE(RulesOf(city).empty());
  ASSERT_EQ(city.Try(city.Correct(EntryId{1})), Code::kOk);
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.revenue_voted"});
}

// ---- who pays ----

struct Payers : testing::Test {
  Payers() {
    BudgetDocument document;
    document.version = {2021, city.account, BudgetStage::kOriginal, 0};
    document.day = Day(2021, 1, 1);
    document.authorization = city.vote;
    BudgetLine line;
    line.item = city.entrust;
    line.amount = Money(1000);
    line.funding.in_budget = {{FundingSource::kNationalSubsidy, {}, Money(100)},
                              {FundingSource::kProvinceFunds, {}, Money(200)},
                              {FundingSource::kOwnFunds, {}, Money(700)}};
    document.lines.push_back(line);
    EXPECT_TRUE(city.book.Adopt(document).ok());
  }
  Posting Tagged(Posting row, FundingSource source) {
    row.source = source;
    return row;
  }
  Posting Refund(FundingSource source, std::int64_t amount) {
    return Tagged(city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, amount), source);
  }
  City city;
};

TEST_F(Payers, GetBackNoMoreThanTheyGave) {
  EXPECT_EQ(city.Try(Refund(FundingSource::kNationalSubsidy, 101)), Code::kAboveSource);
  EXPECT_EQ(city.Try(Refund(FundingSource::kOwnFunds, 1)), Code::kAboveSource);
  EXPECT_EQ(city.Try(Refund(FundingSource::kFundSubsidy, 1)), Code::kAboveSource);
  EXPECT_EQ(city.Try(Refund(FundingSource::kNationalSubsidy, 60)), Code::kOk);
  const Result<Receipt> more = city.Post(Refund(FundingSource::kNationalSubsidy, 41));
  ASSERT_EQ(more.code(), Code::kAboveSource);
  EXPECT_EQ(more.error().available(), 40);
  EXPECT_EQ(city.Try(Refund(FundingSource::kNationalSubsidy, 40)), Code::kOk);
}

TEST_F(Payers, AreNotCutBelowWhatTheyGave) {
  Posting cut = Tagged(city.Row(city.entrust, EntryKind::kReduce, 101, Supplementary(1)),
                       FundingSource::kNationalSubsidy);
  EXPECT_EQ(city.Try(cut), Code::kAboveSource);
  ASSERT_EQ(city.Try(Refund(FundingSource::kNationalSubsidy, 60)), Code::kOk);
  cut.amount = Money(41);
  EXPECT_EQ(city.Try(cut), Code::kAboveSource) << "60 are owed back";
  cut.amount = Money(40);
  EXPECT_EQ(city.Try(cut), Code::kOk);
}

TEST_F(Payers, WhosePartIsOverspentAreFound) {
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 1000));
  const EntryId commitment = city.Commit(city.entrust, 500);
  city.Done(
      Tagged(city.Lean(EntryKind::kDisburse, commitment, 150), FundingSource::kNationalSubsidy));
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.source_overspent"});
}

TEST(Payer, OfAnItemWhoseSourcesAreNotSaidIsFoundNotRefused) {
  City city;
  city.Fund(city.entrust, 100, false);
  Posting refund = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 50);
  refund.source = FundingSource::kNationalSubsidy;
  EXPECT_EQ(city.Try(refund), Code::kOk);
  EXPECT_EQ(RulesOf(city), std::vector<std::string>{"ledger.refund_source"});
}

}  // namespace
}  // namespace yesan
