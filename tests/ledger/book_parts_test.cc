#include "yesan/ledger/book_parts.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

BudgetLine Line(ItemId item, std::int64_t amount) {
  BudgetLine line;
  line.item = item;
  line.amount = Money(amount);
  return line;
}

BudgetDocument Budget(const City& city, BudgetStage stage, std::vector<BudgetLine> lines,
                      std::int32_t number = 0) {
  BudgetDocument document;
  document.version = {2021, city.account, stage, number};
  document.day = Day(2021, 3, 2);
  document.authorization = city.vote;
  document.lines = std::move(lines);
  return document;
}

TEST(BookParts, AreNamedKnownAndThereOnce) {
  City city;
  EXPECT_EQ(city.book.AddAccount({AccountKind::kGeneral, ""}).code(), Code::kInvalidArgument);
  EXPECT_EQ(city.book.AddAccount({static_cast<AccountKind>(5), "새"}).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book.AddAccount({AccountKind::kFund, "일반회계"}).code(), Code::kDuplicate);
  EXPECT_EQ(city.book.AddDepartment({"문화정책과"}).code(), Code::kDuplicate);
  EXPECT_EQ(city.book.AddProgram({CodeKind::kSector, city.sector}).code(), Code::kInvalidArgument);
  EXPECT_EQ(city.book.AddProgram({CodeKind::kSector, ProgramId{99}}).code(), Code::kNotFound);
  EXPECT_EQ(city.book.AddProgram({CodeKind::kObjectItem, city.sector}).code(),
            Code::kInvalidArgument);
  const ItemKey good = *city.book.Find(city.entrust);
  EXPECT_EQ(city.book.AddItem(good).code(), Code::kDuplicate);
  ItemKey key = good;
  key.program = city.unit_a;
  EXPECT_EQ(city.book.AddItem(key).code(), Code::kInvalidArgument);
  key = good;
  key.object_item = "999-99";
  key.object_group.clear();
  EXPECT_EQ(city.book.AddItem(key).code(), Code::kNotFound);
  key = good;
  key.origin = static_cast<Origin>(5);
  EXPECT_EQ(city.book.AddItem(key).code(), Code::kInvalidArgument);
  for (const std::int32_t year : {0, 9'999}) {
    key = good;
    key.fiscal_year = year;
    EXPECT_EQ(city.book.AddItem(key).code(), Code::kOutOfRange);
  }
  key.fiscal_year = 9'998;
  const std::size_t items = city.book.item_count();
  const auto twice = city.book.AddItems({key, key});
  EXPECT_EQ(twice.code(), Code::kDuplicate);
  EXPECT_EQ(twice.error().row(), 1);
  EXPECT_EQ(city.book.item_count(), items) << "all or nothing";
  EXPECT_TRUE(city.book.AddItem(key).ok());
}

TEST(ProgramYears, AreAmendedDuringTheYearAndKeepTheCodesThatTheyHad) {
  City city;
  ProgramYear year;
  year.fiscal_year = 2021;
  year.name = "마을공동체 종합지원센터 운영";
  year.code = "100";
  EXPECT_EQ(city.book.AmendProgramYear(city.center, year).code(), Code::kNotFound);
  ASSERT_TRUE(city.book.AddProgramYear(city.center, year).ok());
  city.Fund(city.entrust, 100);
  year.name = "마을자치 지원";
  year.code = "200";
  year.officers = {{"팀장", "홍길동", ""}};
  ASSERT_TRUE(city.book.AmendProgramYear(city.center, year).ok());
  EXPECT_EQ(city.book.YearsOf(city.center)->Find(2021)->name, "마을자치 지원");
  EXPECT_EQ(city.book.YearsOf(city.center)->years().size(), 1U);
  for (const char* code : {"100", "200"})
    EXPECT_EQ(city.book.FindProgram(CodeKind::kDetailedProgram, 2021, code), city.center) << code;
  EXPECT_EQ(city.book.BalancesOf(city.entrust).original, 100) << "no figure changes";
  ProgramYear other;
  other.fiscal_year = 2021;
  other.name = "도서관";
  other.code = "100";
  EXPECT_EQ(city.book.AddProgramYear(city.library, other).code(), Code::kDuplicate)
      << "papers print it for the other program";
  other.code = "300";
  ASSERT_TRUE(city.book.AddProgramYear(city.library, other).ok());
  other.code = "200";
  EXPECT_EQ(city.book.AmendProgramYear(city.library, other).code(), Code::kDuplicate);
  year.code = "100";
  EXPECT_TRUE(city.book.AmendProgramYear(city.center, year).ok()) << "its own again";
  year.name.clear();
  EXPECT_EQ(city.book.AmendProgramYear(city.center, year).code(), Code::kInvalidArgument);
  year.name = "마을자치 지원";
  EXPECT_EQ(city.book.AmendProgramYear(ProgramId{99}, year).code(), Code::kNotFound);
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(city.book.AmendProgramYear(city.center, year).code(), Code::kYearClosed);
}

TEST(Adopt, NamesTheNodeBothFiguresAndTheDifference) {
  City city;
  ProgramYear name;
  name.fiscal_year = 2021;
  name.name = "마을공동체";
  ASSERT_TRUE(city.book.AddProgramYear(city.policy_a, name).ok());
  BudgetDocument document =
      Budget(city, BudgetStage::kOriginal, {Line(city.entrust, 100), Line(city.stage, 5)});
  document.totals = {{city.policy_a, false, Money(101)}};
  const auto refused = city.book.Adopt(document);
  EXPECT_EQ(refused.code(), Code::kDoesNotAddUp);
  EXPECT_EQ(refused.error().message().ko,
            "정책사업 '마을공동체' (3): 적힌 금액 101, 더한 금액 100, 차이 1.");
  document.totals = {{city.policy_a, false, Money(100)}, {ProgramId::kNone, false, Money(105)}};
  document.lines[0].funding.in_budget = {{FundingSource::kNationalSubsidy, "", Money(99)}};
  EXPECT_EQ(city.book.Adopt(document).error().message().ko,
            "2021 307-05 재원별 금액: 적힌 금액 100, 더한 금액 99, 차이 1.");
  document.lines[0].funding.in_budget[0].amount = Money(100);
  EXPECT_TRUE(city.book.Adopt(document).ok());
  EXPECT_EQ(city.book.Adopt(document).code(), Code::kDuplicate);
}

TEST(Adopt, RefusesWhatIsNoBudget) {
  City city;
  EXPECT_EQ(city.book.Adopt(Budget(city, BudgetStage::kProposal, {Line(city.entrust, 1)})).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book.Adopt(Budget(city, BudgetStage::kOriginal, {})).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book.Adopt(Budget(city, BudgetStage::kOriginal, {Line(city.entrust, -1)})).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book
                .Adopt(Budget(city, BudgetStage::kOriginal,
                              {Line(city.entrust, 1), Line(city.entrust, 1)}))
                .code(),
            Code::kDuplicate);
  for (const std::int64_t amount :
       {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    EXPECT_EQ(
        city.book
            .CheckBudget(Budget(city, BudgetStage::kSupplementary, {Line(city.entrust, amount)}, 1))
            .code(),
        Code::kOverflow);
  }
  EXPECT_EQ(city.book.entry_count(), 0u);
}

TEST(Adopt, KeepsTheOrderOfVersions) {
  City city;
  const auto adopt = [&](BudgetStage stage, std::int64_t amount, std::int32_t number = 0) {
    return city.book.Adopt(Budget(city, stage, {Line(city.entrust, amount)}, number)).code();
  };
  EXPECT_EQ(adopt(BudgetStage::kSupplementary, 1, 1), Code::kVersionOrder);
  EXPECT_EQ(adopt(BudgetStage::kOriginal, 100), Code::kOk);
  EXPECT_EQ(adopt(BudgetStage::kProvisional, 1), Code::kVersionOrder);
  EXPECT_EQ(adopt(BudgetStage::kSupplementary, 1, 2), Code::kVersionOrder);
  EXPECT_EQ(adopt(BudgetStage::kSupplementary, -30, 1), Code::kOk);
  EXPECT_EQ(adopt(BudgetStage::kSupplementary, 5, 2), Code::kOk);
  EXPECT_EQ(city.book.VersionsOf(city.account, 2021).size(), 3u);
  const auto rows = city.book.CompareVersions({2021, city.account, BudgetStage::kOriginal, 0},
                                              {2021, city.account, BudgetStage::kFinal, 0});
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ((*rows)[0].prior, Money(100));
  EXPECT_EQ((*rows)[0].change, Money(-25));
  EXPECT_EQ((*rows)[0].revised, Money(75));
  EXPECT_EQ(city.book
                .CompareVersions({2021, city.account, BudgetStage::kSupplementary, 3},
                                 {2021, city.account, BudgetStage::kFinal, 0})
                .code(),
            Code::kNotFound);
}

TEST(Adopt, KeepsTheCostBasisOfItsLines) {
  City city;
  BudgetDocument document =
      Budget(city, BudgetStage::kOriginal, {Line(city.entrust, 4'000), Line(city.office, 7)});
  document.lines[0].basis = CostBasis::FromLines({{"○ 총액계상 = 5천원", {}, -1}});
  EXPECT_EQ(city.book.Adopt(document).code(), Code::kDoesNotAddUp);
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kOriginal), nullptr);
  document.lines[0].amount = Money(5'000);
  ASSERT_TRUE(city.book.Adopt(document).ok());
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kOriginal)->Total(), Money(5'000));
  EXPECT_EQ(city.book.CostBasisOf(city.office, BudgetStage::kOriginal), nullptr);
  // A supplementary budget's basis computes what the item comes to.
  document = Budget(city, BudgetStage::kSupplementary, {Line(city.entrust, 1'000)}, 1);
  document.lines[0].basis = CostBasis::FromLines({{"○ 총액계상 = 6천원", {}, -1}});
  ASSERT_TRUE(city.book.Adopt(document).ok());
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kSupplementary, 1)->Total(),
            Money(6'000));
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kOriginal)->Total(), Money(5'000));
}

TEST(CompareVersions, RefusesWhatWasNotAdoptedTheFinalStateToo) {
  City city;
  const BudgetVersion final_state{2021, city.account, BudgetStage::kFinal, 0};
  const BudgetVersion original{2021, city.account, BudgetStage::kOriginal, 0};
  EXPECT_EQ(city.book.CompareVersions(final_state, final_state).code(), Code::kNotFound);
  ASSERT_TRUE(city.Post([&] {
                    Posting row =
                        city.Row(city.entrust, EntryKind::kAppropriate, 5, Cause::kProvisional);
                    Authorization decision;
                    decision.kind = AuthorizationKind::kHeadDecision;
                    decision.day = Day(2021, 1, 1);
                    decision.document = "준예산";
                    decision.purpose = ProvisionalPurpose::kUpkeep;
                    row.authorization = city.Authorize(decision);
                    return row;
                  }())
                  .ok());
  EXPECT_EQ(city.book.CompareVersions(final_state, final_state).code(), Code::kNotFound)
      << "a provisional budget is none";
  ASSERT_TRUE(city.book.Adopt(Budget(city, BudgetStage::kOriginal, {Line(city.entrust, 9)})).ok());
  const auto rows = city.book.CompareVersions(original, final_state);
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_EQ(rows->front().revised, Money(9));
}

TEST(Adopt, KeepsTheReserveAtOnePercent) {
  City city;
  const auto over = city.book.Adopt(Budget(
      city, BudgetStage::kOriginal, {Line(city.entrust, 98'901), Line(city.reserve, 1'000)}));
  EXPECT_EQ(over.code(), Code::kReserveTooLarge);
  EXPECT_EQ(over.error().message().ko,
            "예비비(1,000)가 회계 세출예산의 1,000분의 10(999)을 넘습니다 (지방재정법 §43①).");
  EXPECT_TRUE(city.book
                  .Adopt(Budget(city, BudgetStage::kOriginal,
                                {Line(city.entrust, 99'000), Line(city.reserve, 1'000)}))
                  .ok());
}

TEST(Adopt, WantsRevenueEqualToExpenditureWhereThereIsRevenue) {
  City city;
  const ItemId tax = city.Revenue("100-110");
  EXPECT_EQ(
      city.book
          .Adopt(Budget(city, BudgetStage::kOriginal, {Line(city.entrust, 100), Line(tax, 90)}))
          .error()
          .message()
          .ko,
      "일반회계의 세입과 세출이 다릅니다: 세출 100, 세입 90, 차이 10.");
  EXPECT_TRUE(
      city.book
          .Adopt(Budget(city, BudgetStage::kOriginal, {Line(city.entrust, 100), Line(tax, 100)}))
          .ok());
}

TEST(Adopt, TakesBackAProvisionalBudgetThatWasReducedUnderAnotherSource) {
  City city(Policy::Permissive());
  BudgetLine line = Line(city.entrust, 100);
  line.funding.in_budget = {{FundingSource::kNationalSubsidy, "", Money(100)}};
  ASSERT_TRUE(city.book.Adopt(Budget(city, BudgetStage::kProvisional, {line})).ok());
  city.Done(city.Row(city.entrust, EntryKind::kReduce, 40, Cause::kProvisional));
  ASSERT_TRUE(city.book.Adopt(Budget(city, BudgetStage::kOriginal, {Line(city.entrust, 80)})).ok());
  EXPECT_EQ(city.book.BalancesOf(city.entrust).provisional, 0);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).current_budget(), 80);
}

TEST(Balances, MergeInAnyOrderAndAreKnownAsTheyWereThen) {
  City city;
  city.Fund(city.entrust, 10);
  city.Fund(city.stage, 7);
  ItemFilter a;
  a.program = city.policy_a;
  ItemFilter b;
  b.program = city.policy_b;
  for (const GroupBy by : {GroupBy::kNothing, GroupBy::kObjectGroup, GroupBy::kItem}) {
    BalanceTable one = *city.book.Balances(a, by);
    BalanceTable two = *city.book.Balances(b, by);
    const BalanceTable left = one;
    ASSERT_TRUE(one.Merge(two).ok());
    ASSERT_TRUE(two.Merge(left).ok());
    const BalanceTable all = *city.book.Balances(ItemFilter(), by);
    ASSERT_EQ(one.rows.size(), all.rows.size());
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
      EXPECT_TRUE(one.rows[i].sums == all.rows[i].sums);
      EXPECT_TRUE(two.rows[i].sums == all.rows[i].sums);
    }
  }
  BalanceTable other = *city.book.Balances(a, GroupBy::kItem);
  EXPECT_EQ(other.Merge(*city.book.Balances(a, GroupBy::kNothing)).code(), Code::kInvalidArgument);
  const auto then = city.book.BalancesOn(Day(2021, 3, 2), a, GroupBy::kNothing, EntryId{1});
  EXPECT_EQ(then->rows[0].sums.adopted(), 10);
  EXPECT_EQ(then->rows[0].sums.allotted, 0);
  EXPECT_EQ(city.book.BalancesOn(Day(2021, 3, 1), a, GroupBy::kNothing)->rows[0].sums.adopted(), 0);
}

}  // namespace
}  // namespace yesan
