#include <gtest/gtest.h>

#include <string>

#include "yesan/sheet/read.h"
#include "yesan/sheet/views.h"

namespace yesan {
namespace {

std::string TwoPages(const std::string& between) {
  return "예산 총괄\n(단위 : "
         "천원)\n구분\t2023예산(A)\t2024예산(B)\t증감(B-A)\n계\t100\t130\t30\n가\t60\t70\t10\n" +
         between + "나\t40\t60\t20\n";
}

std::size_t RowsOf(const std::string& text) {
  const Result<Sheet> sheet = Read(text);
  EXPECT_TRUE(sheet.ok());
  return OverviewOf(*sheet).rows.size();
}

TEST(PageBreak, ATableGoesOnBehindAPageNumberAFooterOrARepeatedHeading) {
  const std::string heading = "구분\t2023예산(A)\t2024예산(B)\t증감(B-A)\n";
  for (const std::string& between :
       {std::string("- 12 -\n"), std::string("12\n"), std::string("3 / 5\n"),
        std::string("청소년과\n"), "- 12 -\n" + heading,
        std::string("\f- 12 -\n\n") + "(단위 : 천원)\n" + heading, std::string("\f")}) {
    EXPECT_EQ(RowsOf(TwoPages(between)), 3U) << between;
  }
}

TEST(PageBreak, TheNumberOfThePageIsKeptAndListed) {
  const Result<Sheet> sheet = Read(TwoPages("- 12 -\n"));
  ASSERT_TRUE(sheet.ok());
  ASSERT_EQ(sheet->not_understood.size(), 1U);
  EXPECT_EQ(sheet->not_understood[0].text, "- 12 -");
  EXPECT_EQ(sheet->not_understood[0].place.line, 6U);
}

TEST(PageBreak, ASentenceEndsATable) {
  const Result<Sheet> sheet = Read(TwoPages("- 아래는 지난해의 내역으로, 올해의 것이 아님\n"));
  ASSERT_TRUE(sheet.ok());
  EXPECT_EQ(OverviewOf(*sheet).rows.size(), 2U);
}

}  // namespace
}  // namespace yesan
