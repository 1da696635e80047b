#include "yesan/report/report.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/report/samples.h"
#include "yesan/base/text.h"
#include "yesan/report/tables.h"

namespace yesan {
namespace {

using testing::HostileSheet;
using testing::ReadText;
using testing::RealSheet;

Finding At(const Sheet& sheet, std::string_view text, Severity severity) {
  Finding finding;
  finding.rule = "test.rule";
  finding.severity = severity;
  finding.subject = "대상";
  finding.printed = std::string(text);
  finding.expected = "9";
  finding.difference = "1";
  finding.message = {"설명입니다.", "A statement."};
  const std::size_t at = sheet.source().find(text);
  EXPECT_NE(at, std::string_view::npos);
  finding.place.offset = static_cast<std::uint32_t>(at);
  finding.place.length = static_cast<std::uint32_t>(text.size());
  finding.place.line = 1;
  for (const char c : sheet.source().substr(0, at)) finding.place.line += c == '\n' ? 1 : 0;
  finding.place.column = 3;
  return finding;
}

TEST(FindingText, MarksTheSpanUnderTheLineOfTheSource) {
  const Sheet sheet = ReadText("가나다\t1,234\t끝\n");
  ReportOptions options;
  options.document = "a.txt";
  EXPECT_EQ(FindingText(At(sheet, "1,234", Severity::kError), sheet, options),
            "오류 test.rule  a.txt:1:3  대상\n"
            "    인쇄 1,234 → 기대 9 (차이 1)\n"
            "    설명입니다.\n"
            "    1 │ 가나다 1,234 끝\n"
            "      │        ^^^^^\n");
}

TEST(FindingText, SpeaksEnglish) {
  const Sheet sheet = ReadText("a 1\n");
  ReportOptions options;
  options.language = Language::kEnglish;
  EXPECT_EQ(FindingText(At(sheet, "1", Severity::kAsk), sheet, options),
            "question test.rule  1:3  대상\n"
            "    printed 1 → expected 9 (difference 1)\n"
            "    A statement.\n"
            "    1 │ a 1\n"
            "      │   ^\n");
}

TEST(FindingText, BringsASpanFarInALongLineIntoSight) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "마을";
  const Sheet sheet = ReadText(text + "12,345" + text + "\n");
  ReportOptions options;
  options.columns_max = 80;
  const std::string out = FindingText(At(sheet, "12,345", Severity::kAsk), sheet, options);
  EXPECT_NE(out.find("12,345마을"), std::string::npos);
  EXPECT_NE(out.find("^^^^^^"), std::string::npos);
  std::size_t from = 0;
  for (std::size_t at; (at = out.find('\n', from)) != std::string::npos; from = at + 1) {
    EXPECT_LE(DisplayWidth(std::string_view(out).substr(from, at - from)), 80u);
  }
}

TEST(FindingText, MarksASpanInADocumentOfOneVeryLongLine) {
  const std::string filler(300'000, 'x');
  for (const std::string& before : {filler, "\n" + filler, filler + "가나다라마바사"}) {
    const Sheet sheet = ReadText(before + " 1,234 " + filler + "\n끝\n");
    const std::string text =
        FindingText(At(sheet, "1,234", Severity::kError), sheet, ReportOptions());
    EXPECT_LT(text.size(), 2'000U);
    const std::size_t figure = text.rfind("1,234");
    ASSERT_NE(figure, std::string::npos);
    const std::size_t mark = text.find('^');
    ASSERT_NE(mark, std::string::npos);
    const auto column = [&](std::size_t at) {
      const std::size_t begin = text.rfind('\n', at) + 1;
      return DisplayWidth(text.substr(begin, at - begin));
    };
    EXPECT_EQ(column(figure), column(mark));
    EXPECT_NE(text.find("…"), std::string::npos);
  }
}

TEST(FindingText, StandsAPlaceThatIsNotInTheSource) {
  const Sheet sheet = ReadText("a 1\n");
  Finding finding;
  finding.rule = "r";
  finding.place = {99, 1, 4'000'000'000u, 7};
  EXPECT_EQ(FindingText(finding, sheet, {}), "오류 r  99:1\n");
  finding.place = {1, 1, 3, 4'000'000'000u};
  EXPECT_NE(FindingText(finding, sheet, {}).find("1 │ a 1"), std::string::npos);
}

TEST(SortBySeverity, PutsTheHeaviestFirstAndKeepsTheOrderOfTheDocument) {
  std::vector<Finding> findings(3);
  findings[0].severity = Severity::kNote;
  findings[0].place.line = 1;
  findings[1].severity = Severity::kError;
  findings[1].place.line = 9;
  findings[2].severity = Severity::kError;
  findings[2].place.line = 2;
  SortBySeverity(findings);
  EXPECT_EQ(findings[0].place.line, 2u);
  EXPECT_EQ(findings[1].place.line, 9u);
  EXPECT_EQ(findings[2].place.line, 1u);
}

TEST(ReportText, HoldsTheTablesOfTheSheet) {
  const Sheet sheet = RealSheet();
  const std::string text = ReportText(sheet, Check(sheet));
  for (const std::string_view line :
       {"마을공동체 종합지원센터 운영", "5,196,358", "Δ1,129,462", "Δ21.74", "2,016,600", "703,400",
        "4,908,037", "94.05", "94.94", "100.00"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line;
  }
}

TEST(ReportText, LetsNoControlCharacterThrough) {
  const Sheet sheet = HostileSheet();
  const std::string text = ReportText(sheet, Check(sheet));
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\t'), std::string::npos);
}

TEST(ReportMarkdown, LetsNoMarkupThrough) {
  const Sheet sheet = HostileSheet();
  const std::string text = ReportMarkdown(sheet, Check(sheet));
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_EQ(text.find("<img"), std::string::npos);
  EXPECT_NE(text.find("&lt;script&gt;"), std::string::npos);
}

TEST(ReportMarkdown, SpeaksBothLanguages) {
  const Sheet sheet = RealSheet();
  ReportOptions options;
  EXPECT_NE(ReportMarkdown(sheet, Check(sheet), options).find("## 산출근거"), std::string::npos);
  options.language = Language::kEnglish;
  EXPECT_NE(ReportMarkdown(sheet, Check(sheet), options).find("## Cost basis"), std::string::npos);
}

TEST(DescribeNotUnderstood, IsEmptyWhenEverythingWasAndCountsTheLinesElse) {
  Sheet sheet = testing::RealSheet();
  sheet.not_understood.clear();
  EXPECT_EQ(DescribeNotUnderstood(sheet, Language::kKorean), "");
  sheet.not_understood.resize(1);
  EXPECT_EQ(DescribeNotUnderstood(sheet, Language::kEnglish),
            "1 line was not understood and kept as printed.");
  sheet.not_understood.resize(4);
  const std::string said = "뜻을 알지 못하여 그대로 둔 글이 4줄 있습니다.";
  EXPECT_EQ(DescribeNotUnderstood(sheet, Language::kKorean), said);
  EXPECT_NE(ReportText(sheet, Check(sheet)).find("\n" + said + "\n"), std::string::npos);
  EXPECT_NE(ReportMarkdown(sheet, Check(sheet)).find("\n" + said + "\n"), std::string::npos);
}

}  // namespace
}  // namespace yesan
