// The items of the cost basis and those of the overview are the same.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

using testing::Changed;
using ::testing::HasSubstr;
using testing::TheFinding;
using testing::With;

std::size_t Asked(const std::string& text) {
  std::size_t count = 0;
  for (const Finding& finding : testing::CheckText(text).findings)
    count += finding.rule == "basis.unknown_item" ? 1U : 0U;
  return count;
}

TEST(Items, OfTheBasisUnderAnotherNameAreAskedForOnce) {
  const Finding finding =
      TheFinding(Changed("행사운영비\t○ 대회", "연구용역비\t○ 대회"), "basis.unknown_item");
  EXPECT_EQ(finding.severity, Severity::kAsk);
  EXPECT_EQ(finding.printed, "연구용역비");
  EXPECT_EQ(finding.expected, "행사운영비");
  EXPECT_EQ(finding.place.line, 27U);
  EXPECT_THAT(finding.message.en, HasSubstr("Are they the same item?"));
}

TEST(Items, ThatTheOverviewAddsHaveNoBasis) {
  std::string text = Changed("계\t(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20",
                             "계\t(x 300) 1,000\t(x 400) 1,300\t(x 100) 300\t30");
  text = With(text, "산출근거\n\n", "자산취득비\t-\t100\t100\t순증\n\n산출근거\n\n");
  const Finding finding = TheFinding(text, "basis.unknown_item");
  EXPECT_EQ(finding.printed, "자산취득비");
  EXPECT_EQ(finding.expected, "");
  EXPECT_THAT(finding.message.ko, HasSubstr("산출근거가 없습니다"));
}

TEST(Items, WithoutMoneyThisYearNeedNoBasis) {
  EXPECT_EQ(Asked(Changed("산출근거\n\n", "자산취득비\t-\t-\t-\t-\n\n산출근거\n\n")), 0U);
}

TEST(Items, OfTheCleanAndOfTheRealSheetAreTheSame) {
  EXPECT_EQ(Asked(testing::CleanSheet()), 0U);
  EXPECT_EQ(Asked(testing::RealSheet()), 0U);
}

TEST(Items, MayHaveLongerNames) {
  EXPECT_EQ(Asked(Changed("행사운영비\t(x 200)", "201-03 행사운영비등\t(x 200)")), 0U);
}

TEST(Items, AreNotSourcesOfMoney) {
  std::string text = Changed("사무관리비\t(x 100) 400", "국비\t(x 100) 400");
  text = With(text, "행사운영비\t(x 200) 600", "시비\t(x 200) 600");
  EXPECT_EQ(Asked(text), 0U);
}

}  // namespace
}  // namespace yesan
