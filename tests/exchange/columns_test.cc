#include "yesan/exchange/columns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "yesan/base/text.h"

namespace yesan {
namespace {

TEST(Columns, AreFoundUnderBothNamesAndNoTwoShareOne) {
  std::size_t count = 0;
  const ColumnInfo* const columns = Columns(&count);
  EXPECT_EQ(count, 29U);
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(columns[i].column), i + 1);
    for (const std::string_view name : {columns[i].ko, columns[i].en})
      EXPECT_EQ(FindColumn(name).column, columns[i].column) << name;
    EXPECT_EQ(Name(columns[i].column, Language::kKorean), columns[i].ko);
  }
  EXPECT_EQ(Name(CsvColumn::kNone, Language::kKorean), "");
  EXPECT_EQ(Name(static_cast<CsvColumn>(30), Language::kEnglish), "");
}

TEST(Columns, AreFoundLoosely) {
  EXPECT_EQ(FindColumn(" 세부 사업 ").column, CsvColumn::kDetailedProgram);
  EXPECT_EQ(FindColumn("Detailed Program").column, CsvColumn::kDetailedProgram);
  EXPECT_EQ(FindColumn("집행일자").column, CsvColumn::kDay);
  EXPECT_EQ(FindColumn("세부사업명").column, CsvColumn::kDetailedProgramName);
  EXPECT_EQ(FindColumn("주소").column, CsvColumn::kNone);
  EXPECT_EQ(FindColumn("").column, CsvColumn::kNone);
}

TEST(Columns, TakeTheUnitOfAnAmountOutOfItsHeader) {
  for (const char* header : {"금액(천원)", "금액 (단위: 천원)", "금액[천원]",
                             "amount (thousand won)", "예산액(단위 : 천원)"}) {
    const Header found = FindColumn(header);
    EXPECT_EQ(found.column, CsvColumn::kAmount) << header;
    EXPECT_EQ(found.unit, Unit::kThousandWon) << header;
  }
  EXPECT_EQ(FindColumn("금액").unit, Unit::kNone);
  EXPECT_EQ(FindColumn("금액(%)").column, CsvColumn::kNone);
  EXPECT_EQ(FindColumn("일자(천원)").column, CsvColumn::kNone);
  EXPECT_EQ(FindColumn("금액(VAT포함)").column, CsvColumn::kNone);
}

std::vector<CsvProblem> ProblemsOf(const std::vector<std::string_view>& headers,
                                   bool ignore_unknown = false) {
  std::vector<CsvProblem> problems;
  const ColumnMap map(headers, {CsvColumn::kDay, CsvColumn::kAmount, CsvColumn::kMemo},
                      {CsvColumn::kDay, CsvColumn::kAmount}, ignore_unknown, 1, 1, problems);
  return problems;
}

TEST(ColumnMap, KnowsWhereColumnsStand) {
  std::vector<CsvProblem> problems;
  const ColumnMap map({"적요", " 금액(천원) ", "일자"},
                      {CsvColumn::kDay, CsvColumn::kAmount, CsvColumn::kMemo}, {CsvColumn::kDay},
                      false, 1, 1, problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(map.IndexOf(CsvColumn::kMemo), 0);
  EXPECT_EQ(map.IndexOf(CsvColumn::kAmount), 1);
  EXPECT_EQ(map.HeaderOf(CsvColumn::kAmount), "금액(천원)");
  EXPECT_EQ(map.unit(), Unit::kThousandWon);
  EXPECT_FALSE(map.Has(CsvColumn::kKind));
}

TEST(ColumnMap, RefusesEachHeaderThatCannotStand) {
  const auto problems = ProblemsOf({"일자", "날짜", "주소", "", "종류"});
  ASSERT_EQ(problems.size(), 5U);
  EXPECT_EQ(problems[0].rule, "csv.duplicate_header");
  EXPECT_EQ(problems[0].code, Code::kDuplicate);
  EXPECT_EQ(problems[0].field, 2U);
  EXPECT_EQ(problems[1].rule, "csv.unknown_header");
  EXPECT_EQ(problems[1].found, "주소");
  EXPECT_EQ(problems[2].rule, "csv.empty_header");
  EXPECT_EQ(problems[3].rule, "csv.unknown_header");  // a column, but none of this file
  EXPECT_EQ(problems[4].rule, "csv.missing_header");
  EXPECT_EQ(problems[4].expected.ko, "'금액'(amount)");
  for (const CsvProblem& problem : problems) {
    EXPECT_FALSE(problem.message.ko.empty());
    EXPECT_FALSE(problem.message.en.empty());
  }
}

TEST(ColumnMap, PassesOverWhatItDoesNotKnowWhenAsked) {
  EXPECT_TRUE(ProblemsOf({"일자", "주소", "", "종류", "금액"}, true).empty());
  EXPECT_EQ(ProblemsOf({"일자", "날짜", "금액"}, true).size(), 1U);
}

}  // namespace
}  // namespace yesan
