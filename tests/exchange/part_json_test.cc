// Parts of a book as JSON: the same part comes back, and no text breaks anything.
#include "lib/exchange/part_json.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/sheet/book_years.h"
#include "tests/sheet/sheet_support.h"

namespace yesan::internal {
namespace {

template <class Part>
std::string JsonOf(const Part& part) {
  std::string json;
  AppendJson(part, json);
  return json;
}

#ifdef YESAN_WITH_JSON

TEST(PartJson, AYearOfTheRealSheetComesBackWhole) {
  const test::SeoulYears years(test::RealSheet());
  const ProgramYear& year = *years.book.YearsOf(years.seoul.program)->Find(2021);
  const std::string json = JsonOf(year);
  const Result<ProgramYear> again = ReadProgramYear(json);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(JsonOf(*again), json);
  EXPECT_EQ(again->prose.content, year.prose.content);
  ASSERT_EQ(again->schedule.steps.size(), year.schedule.steps.size());
  EXPECT_GT(year.schedule.steps.size(), 0u);
  for (std::size_t i = 0; i < year.schedule.steps.size(); ++i) {
    EXPECT_TRUE(again->schedule.steps[i].period == year.schedule.steps[i].period);
    EXPECT_EQ(again->schedule.steps[i].amount, year.schedule.steps[i].amount);
  }
  EXPECT_EQ(again->legal_bases.size(), year.legal_bases.size());
  EXPECT_EQ(again->contract.terms.size(), year.contract.terms.size());
  EXPECT_EQ(again->contract.last_day(), year.contract.last_day());
}

TEST(PartJson, TheBasisOfTheRealSheetComesBackWholeNodeByNode) {
  const test::SeoulYears years(test::RealSheet());
  const CostBasis& basis = *years.book.CostBasisOf(years.item, BudgetStage::kOriginal);
  const std::string json = JsonOf(basis);
  const Result<CostBasis> read = ReadCostBasis(json);
  ASSERT_TRUE(read.ok());
  const CostBasis& again = *read;
  EXPECT_EQ(JsonOf(again), json);
  ASSERT_EQ(again.size(), basis.size());
  EXPECT_EQ(again.Total(), basis.Total());
  EXPECT_EQ(again.LeavesTotal(), basis.LeavesTotal());
  for (std::size_t i = 0; i < basis.size(); ++i) {
    const auto id = static_cast<BasisNodeId>(i);
    EXPECT_EQ(again.AmountOf(id), basis.AmountOf(id)) << i;
    EXPECT_EQ(again.node(id).formula.has_value(), basis.node(id).formula.has_value()) << i;
    EXPECT_EQ(again.JudgeNode(id).verdict, basis.JudgeNode(id).verdict) << i;
    EXPECT_EQ(again.node(id).level, basis.node(id).level) << i;
    EXPECT_EQ(again.node(id).children, basis.node(id).children) << i;
    EXPECT_EQ(again.LacksWon(id), basis.LacksWon(id)) << i;
  }
}

TEST(PartJson, AbsentIsNotZero) {
  ImportedYear year;
  year.fiscal_year = 2019;
  year.adopted = BudgetAmount::WithoutPart(Money(0));
  year.disbursed = BudgetAmount::WithPart(Money(-5), Money(3));
  year.document = "따옴표 \" 줄\n끝";
  const ImportedYear again = *ReadImportedYear(JsonOf(year));
  EXPECT_TRUE(again.adopted == year.adopted);
  EXPECT_TRUE(again.disbursed == year.disbursed);
  EXPECT_FALSE(again.carryover_in.total.has_value());
  EXPECT_EQ(again.document, year.document);
  const ImportedBudget budget{"민간위탁금", BudgetAmount::Of(Money(0)), {}};
  const ImportedBudget same = *ReadImportedBudget(JsonOf(budget));
  EXPECT_TRUE(same.prior == budget.prior && same.current == budget.current);
}

TEST(PartJson, RefusesWhatItIsNot) {
  const struct {
    const char* json;
    Code code;
  } wrong[] = {
      {"", Code::kSyntax},
      {"[]", Code::kSyntax},
      {"{\"fiscal_year\":\"2021\"}", Code::kSyntax},
      {"{\"fiscal_year\":2021.5}", Code::kSyntax},
      {"{\"fiscal_year\":9999999999}", Code::kOutOfRange},
      {"{\"fiscal_year\":99999999999999999999}", Code::kOutOfRange},
      {"{\"nobody\":1}", Code::kSyntax},
      {"{\"name\":\"a\",\"name\":\"b\"}", Code::kDuplicate},
      {"{\"name\":\"\xFF\"}", Code::kInvalidUtf8},
      {"{\"funding\":{\"total\":\"1.5\"}}", Code::kOutOfRange},
      {"{\"funding\":{\"total\":\"x\"}}", Code::kSyntax},
      {"{\"name\":\"a\"", Code::kSyntax},
  };
  for (const auto& [json, code] : wrong) EXPECT_EQ(ReadProgramYear(json).code(), code) << json;
  EXPECT_EQ(ReadProgramYear(std::string(100, '[')).code(), Code::kTooDeep);
  EXPECT_EQ(ReadCostBasis("{\"nodes\":[{\"parent\":2}]}").code(), Code::kNotFound);
  EXPECT_EQ(ReadCostBasis("{\"nodes\":[{\"parent\":-1}]}").code(), Code::kOutOfRange);
}

TEST(PartJson, OfAnyBeginningOrDamageNeverBreaks) {
  const test::SeoulYears years(test::RealSheet());
  const std::string json = JsonOf(*years.book.CostBasisOf(years.item, BudgetStage::kOriginal));
  for (std::size_t size = 0; size < json.size(); size += 7)
    EXPECT_FALSE(ReadCostBasis(std::string_view(json).substr(0, size)).ok()) << size;
  for (std::size_t at = 0; at < json.size(); at += 11) {
    std::string damaged = json;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    const Result<CostBasis> read = ReadCostBasis(damaged);
    if (read) static_cast<void>(read->Total());
  }
}

#else

TEST(PartJson, IsNotBuilt) { EXPECT_EQ(ReadProgramYear("{}").code(), Code::kNotBuilt); }

#endif

}  // namespace
}  // namespace yesan::internal
