// Lines of a cost basis that are printed in a way of their own, or at fault: one finding each, and none where there is none.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

using testing::Changed;
using testing::CheckText;
using ::testing::ElementsAre;
using testing::Found;
using ::testing::IsEmpty;
using testing::TheFinding;

TEST(ApproximateResult, IsNoErrorWhereItIsNear) {
  EXPECT_THAT(Found(Changed("10,000원×30명 = 300천원", "10,100원×30명 ≒ 300천원")), IsEmpty());
  EXPECT_THAT(Found(Changed("10,000원×30명 = 300천원", "10,100원×30명 ≈ 300천원")), IsEmpty());
  EXPECT_THAT(Found(Changed("10,000원×30명 = 300천원", "60,000,000원×0.62% ≒ 300천원")),
              ElementsAre("note basis.approximate 25"));
}

TEST(ApproximateResult, IsJudgedAsEqualWhereItSaysEqual) {
  EXPECT_THAT(Found(Changed("10,000원×30명 = 300천원", "10,100원×30명 = 300천원")),
              ElementsAre("error basis.formula 25"));
}

TEST(MisprintedFigure, LeavesTheOtherAmountOfItsLineAsItStands) {
  const std::string text = Changed("200,000원\t= 200천원", "200,0000원\t= 200천원");
  EXPECT_THAT(Found(text), ElementsAre("warning notation.grouping 26"));
  EXPECT_EQ(TheFinding(text, "notation.grouping").expected, "200,000");
}

TEST(MisprintedFigure, IsMendedByTheWonBesideIt) {
  const std::string real = testing::RealSheet();
  const std::string torn = testing::With(real, "= 301,400천원", "= 301,40천원");
  EXPECT_EQ(TheFinding(torn, "notation.grouping").expected, "301,400");
  EXPECT_EQ(CheckText(torn).findings.size(), CheckText(real).findings.size() + 1);
  const std::string won = testing::With(real, "368,682,000원", "368,682,0000원");
  EXPECT_EQ(TheFinding(won, "notation.grouping").expected, "368,682,000");
  EXPECT_EQ(CheckText(won).findings.size(), CheckText(real).findings.size() + 1);
}

TEST(TornFigure, IsOneFigureWithAWrongSeparator) {
  const std::string real = testing::RealSheet();
  for (const char* torn : {"= 301, 400천원", "= 301 400천원", "= 301.400천원"}) {
    const std::string text = testing::With(real, "= 301,400천원", torn);
    const Finding finding = TheFinding(text, "notation.grouping");
    EXPECT_EQ(finding.expected, "301,400") << torn;
    EXPECT_EQ(finding.place.line, 42U) << torn;
    EXPECT_EQ(CheckText(text).findings.size(), CheckText(real).findings.size() + 1) << torn;
  }
}

TEST(TornFigure, IsNoneWhereTwoAmountsStandOrDecimals) {
  EXPECT_THAT(Found(Changed("200,000원\t= 200천원", "200,000원\t= 0.200백만원")), IsEmpty());
  EXPECT_THAT(Found(Changed("○ 소모품\t200,000원\t= 200천원", "○ 소모품\t= 200천원 200,000원")),
              ::testing::Not(::testing::Contains("warning notation.grouping 26")));
}

TEST(OddLine, IsNoHeadOfAGroupWhereNoHeadHasAnAmount) {
  std::string text = Changed("○ 대회 운영\t\t= 700천원", "○ 대회 운영\t\t");
  EXPECT_THAT(Found(text), ::testing::Contains("note basis.odd_line 27"));
  text = testing::With(text, "○ 교재\t10,000원×30명", "○ 교재\t\t\n\t- 책\t10,000원×30명");
  EXPECT_THAT(Found(text), ::testing::Each(::testing::Not(::testing::HasSubstr("basis.odd_line"))));
}

TEST(ExchangedAmounts, AreAskedForAtBothStepsThoughTheSumsHold) {
  const std::string real = testing::RealSheet();
  std::string text = testing::With(real, "2021.02~2021.12\t301,400\t", "2021.02~2021.12\t###\t");
  text = testing::With(text, "2021.02~2021.12\t151,000\t", "2021.02~2021.12\t301,400\t");
  text = testing::With(text, "2021.02~2021.12\t###\t", "2021.02~2021.12\t151,000\t");
  const std::vector<std::string> found = Found(text);
  EXPECT_THAT(found, ::testing::Contains("ask schedule.basis 101"));
  EXPECT_THAT(found, ::testing::Contains("ask schedule.basis 102"));
  EXPECT_EQ(found.size(), Found(real).size() + 2);
}

TEST(ExchangedAmounts, OfTwoLinesOfTheBasisAreAskedForToo) {
  const std::string real = testing::RealSheet();
  std::string text = testing::With(real, "151,000,000\t= 151,000천원", "###");
  text = testing::With(text, "860,800,000\t= 860,800천원", "151,000,000\t= 151,000천원");
  text = testing::With(text, "###", "860,800,000\t= 860,800천원");
  EXPECT_EQ(Found(text).size(), Found(real).size() + 2);
}

// Each way in which a total is printed behind the last line of the real sheet's basis: right, then wrong.
TEST(StatedTotal, IsHeldAgainstTheItemsHoweverItIsPrinted) {
  const std::string real = testing::RealSheet();
  const std::string last = "○ 일반관리비\t14,320,000\t= 14,320천원\n";
  const std::size_t findings = CheckText(real).findings.size();
  for (const char* total :
       {"계\t4,066,896,000원\t= 4,066,896천원", "합계\t\t= 4,066,896천원", "○ 계 4,066,896천원",
        "합 계 : 4,066,896천원", "- 합계 = 4,066,896천원"}) {
    const std::string right = testing::With(real, last, last + total + "\n");
    EXPECT_EQ(CheckText(right).findings.size(), findings) << total;
    const std::string wrong =
        testing::With(right, total, testing::With(total, "4,066,896천원", "4,066,986천원"));
    const Finding finding = TheFinding(wrong, "basis.stated_total");
    EXPECT_EQ(finding.place.line, 47U) << total;
    EXPECT_EQ(finding.expected, "4,066,896천원") << total;
  }
}

TEST(FlatTable, HasRowsBesideEachOtherWhereNoNameStandsAlone) {
  const std::string sheet =
      "작은도서관 조성\n예산총괄\n(단위 : 천원)\n구분\t2021예산액\t2022예산액\t증감\n"
      "계\t0\t451,845\t451,845\n시설비\t0\t399,845\t399,845\n민간위탁금\t0\t52,000\t52,000\n"
      "산출근거\n(단위 : 천원)\n과목\t산출내역\t금액\n시설비\t리모델링 공사\t388,500\n"
      "시설비\t설계비 388,500,000원 × 2.92%\t11,345\n민간위탁금\t위탁운영 6,500,000원 × "
      "8월\t52,000\n"
      "합계\t\t451,845\n";
  EXPECT_THAT(Found(sheet), ::testing::Each(::testing::Not(::testing::StartsWith("error"))));
  const Finding finding =
      TheFinding(testing::With(sheet, "공사\t388,500", "공사\t388,600"), "basis.stated_total");
  EXPECT_EQ(finding.printed, "388,600") << "the figure whose change mends the sums";
}

}  // namespace
}  // namespace yesan
