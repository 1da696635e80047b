// A plan of several years adds up across its years and down its rows.
#include <string>

#include "gtest/gtest.h"
#include "tests/check/support.h"
#include "yesan/check/proof.h"

namespace yesan {
namespace {

using testing::TheFinding;
using testing::With;

const char kPlan[] =
    "\n□ 연차별 투자계획\n\n(단위 : 천원)\n\n"
    "구분\t합계\t2022년까지\t2023년\t2024년\t2025년 이후\n"
    "계\t12,800\t1,200\t3,400\t4,100\t4,100\n"
    "국비\t6,400\t600\t1,700\t2,050\t2,050\n"
    "도비\t1,920\t180\t510\t615\t615\n"
    "시비\t4,480\t420\t1,190\t1,435\t1,435\n";

std::string Sheet(const std::string& from = "", const std::string& to = "") {
  std::string plan = kPlan;
  if (!from.empty()) plan = With(plan, from, to);
  return testing::Changed("□ 사업근거\n", plan + "\n□ 사업근거\n");
}

TEST(Plans, ThatAddUpHaveNoFinding) {
  EXPECT_EQ(testing::Found(Sheet()), testing::Found(testing::CleanSheet()));
}

TEST(Plans, AreProvedToTheLastDigit) {
  auto sheet = Read(Sheet());
  ASSERT_TRUE(sheet);
  std::size_t proved = 0;
  for (const FigureProof& figure : ProveFigures(*sheet, Check(*sheet))) {
    const bool of_plan = figure.printed == "12,800" || figure.printed == "1,700" ||
                         figure.printed == "1,190" || figure.printed == "510";
    if (!of_plan) continue;
    EXPECT_EQ(figure.proof, Proof::kProved) << figure.printed;
    ++proved;
  }
  EXPECT_EQ(proved, 4U);
}

TEST(Plans, BlameTheCellWhoseRowAndColumnAreOff) {
  const std::string text = Sheet("도비\t1,920\t180\t510\t615", "도비\t1,920\t180\t510\t651");
  for (const char* rule : {"plan.row", "plan.column"}) {
    const Finding finding = TheFinding(text, rule);
    EXPECT_EQ(finding.printed, "651");
    EXPECT_EQ(finding.expected, "615");
    EXPECT_EQ(finding.difference, "36");
  }
}

TEST(Plans, MayHaveATotalOfMoreYearsThanTheyShow) {
  const std::string text = Sheet(
      "계\t12,800\t1,200\t3,400\t4,100\t4,100\n"
      "국비\t6,400\t600\t1,700\t2,050\t2,050\n"
      "도비\t1,920\t180\t510\t615\t615\n"
      "시비\t4,480\t420\t1,190\t1,435\t1,435\n",
      "계\t25,600\t1,200\t3,400\t4,100\t4,100\n"
      "국비\t12,900\t600\t1,700\t2,050\t2,050\n"
      "도비\t3,840\t180\t510\t615\t615\n"
      "시비\t8,860\t420\t1,190\t1,435\t1,435\n");
  EXPECT_EQ(testing::Found(text), testing::Found(testing::CleanSheet()));
}

}  // namespace
}  // namespace yesan
