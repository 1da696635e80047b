// What documents say beside the entries: kept, replaced, journaled, and refused.
#include <utility>

#include "gtest/gtest.h"
#include "tests/ledger/ledger_support.h"
#include "yesan/ledger/journal.h"

namespace yesan {
namespace {

ImportedYear Settled(std::int32_t year, std::int64_t adopted) {
  ImportedYear settled;
  settled.fiscal_year = year;
  settled.adopted = BudgetAmount::WithoutPart(Money(adopted));
  return settled;
}

TEST(Imported, YearsStandInOrderAndTheLastDocumentCounts) {
  City city;
  ASSERT_TRUE(city.book.SetImportedYear(city.center, Settled(2019, 3)).ok());
  ASSERT_TRUE(city.book.SetImportedYear(city.center, Settled(2017, 1)).ok());
  ASSERT_TRUE(city.book.SetImportedYear(city.center, Settled(2019, 4)).ok());
  const std::vector<ImportedYear>& years = city.book.ImportedYearsOf(city.center);
  ASSERT_EQ(years.size(), 2u);
  EXPECT_EQ(years[0].fiscal_year, 2017);
  EXPECT_EQ(years[1].adopted.total, Money(4));
  EXPECT_TRUE(city.book.ImportedYearsOf(city.library).empty());
  EXPECT_FALSE(ImportedYear().has_settlement());
}

TEST(Imported, NeverCountsInABalance) {
  City city;
  ASSERT_TRUE(city.book.SetImportedYear(city.center, Settled(2021, 5)).ok());
  ASSERT_TRUE(
      city.book.SetImportedBudget(city.entrust, {"민간위탁금", {}, BudgetAmount::Of(Money(7))})
          .ok());
  EXPECT_EQ(city.book.BalancesOf(city.entrust), ItemBalances());
  EXPECT_EQ(city.book.ImportedBudgetOf(city.entrust)->current.total, Money(7));
  EXPECT_EQ(city.book.ImportedBudgetOf(city.office), nullptr);
}

TEST(Imported, RefusesWhatIsNotThere) {
  City city;
  EXPECT_EQ(city.book.SetImportedYear(ProgramId{999}, Settled(2019, 1)).code(), Code::kNotFound);
  EXPECT_EQ(city.book.SetImportedYear(city.unit_a, Settled(2019, 1)).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book.SetImportedYear(city.center, Settled(0, 1)).code(), Code::kOutOfRange);
  ImportedYear torn = Settled(2019, 1);
  torn.record = "\xff";
  EXPECT_EQ(city.book.SetImportedYear(city.center, torn).code(), Code::kInvalidUtf8);
  EXPECT_EQ(city.book.SetImportedBudget(ItemId{999}, {}).code(), Code::kUnknownItem);
  EXPECT_EQ(city.book.SetCostBasis(ItemId{999}, BudgetStage::kOriginal, 0, {}).code(),
            Code::kUnknownItem);
  EXPECT_EQ(city.book.SetCostBasis(city.entrust, BudgetStage::kFinal, 0, {}).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book.SetCostBasis(city.entrust, BudgetStage::kOriginal, 1, {}).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(city.book.SetCostBasis(city.entrust, BudgetStage::kSupplementary, 0, {}).code(),
            Code::kInvalidArgument);
}

TEST(Imported, AClosedYearTakesNoBasisButARecordOfThePast) {
  City city;
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(city.book.SetCostBasis(city.entrust, BudgetStage::kOriginal, 0, {}).code(),
            Code::kYearClosed);
  EXPECT_EQ(city.book.SetImportedBudget(city.entrust, {}).code(), Code::kYearClosed);
  EXPECT_TRUE(city.book.SetImportedYear(city.center, Settled(2021, 1)).ok());
}

TEST(Imported, KeepsABasisForEachVersion) {
  City city;
  CostBasis original = CostBasis::FromLines({{"○ 인건비 = 1,667,294천원", {}, -1}});
  ASSERT_TRUE(
      city.book.SetCostBasis(city.entrust, BudgetStage::kOriginal, 0, std::move(original)).ok());
  ASSERT_TRUE(city.book
                  .SetCostBasis(city.entrust, BudgetStage::kSupplementary, 1,
                                CostBasis::FromLines({{"○ 인건비 = 1,700,000천원", {}, -1}}))
                  .ok());
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kOriginal)->Total(),
            Money(1'667'294'000));
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kSupplementary, 1)->Total(),
            Money(1'700'000'000));
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kProposal), nullptr);
}

// Counts what it is given, and refuses when it is told to.
class CountingJournal : public Journal {
 public:
  Result<void> Append(const Act& act) override {
    if (full) return Error(Code::kTooLarge);
    years += std::holds_alternative<const YearImport*>(act) ? 1 : 0;
    budgets += std::holds_alternative<const BudgetImport*>(act) ? 1 : 0;
    bases += std::holds_alternative<const ItemBasis*>(act) ? 1 : 0;
    return {};
  }
  int years = 0, budgets = 0, bases = 0;
  bool full = false;
};

TEST(Imported, WhatTheJournalRefusesNeverWas) {
  CountingJournal journal;
  City city(Policy::Permissive(), &journal);
  ASSERT_TRUE(city.book.SetImportedYear(city.center, Settled(2019, 1)).ok());
  ASSERT_TRUE(city.book.SetImportedBudget(city.entrust, {}).ok());
  ASSERT_TRUE(city.book.SetCostBasis(city.entrust, BudgetStage::kOriginal, 0, {}).ok());
  EXPECT_EQ(journal.years + 10 * journal.budgets + 100 * journal.bases, 111);
  journal.full = true;
  EXPECT_FALSE(city.book.SetImportedYear(city.center, Settled(2020, 1)).ok());
  EXPECT_FALSE(city.book.SetImportedBudget(city.office, {}).ok());
  EXPECT_FALSE(city.book.SetCostBasis(city.entrust, BudgetStage::kProposal, 0, {}).ok());
  EXPECT_EQ(city.book.ImportedYearsOf(city.center).size(), 1u);
  EXPECT_EQ(city.book.ImportedBudgetOf(city.office), nullptr);
  EXPECT_EQ(city.book.CostBasisOf(city.entrust, BudgetStage::kProposal), nullptr);
}

}  // namespace
}  // namespace yesan
