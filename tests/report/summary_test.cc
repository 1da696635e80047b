#include "yesan/report/summary.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/report/samples.h"
#include "yesan/base/text.h"
#include "yesan/check/check.h"

namespace yesan {
namespace {

using testing::RealSheet;

Place InSettlement(const Sheet& sheet) {
  const Table* table = sheet.FindTable(SectionKind::kSettlement);
  EXPECT_NE(table, nullptr);
  return table->rows.front().place;
}

TEST(AmountOff, TakesTheUnitOfTheTableThatHoldsThePlace) {
  const Sheet sheet = RealSheet();
  Finding finding;
  finding.place = InSettlement(sheet);
  finding.difference = "Δ1,000";
  EXPECT_EQ(AmountOff(finding, sheet), Money(1'000'000));
  finding.difference = "1,000원";
  EXPECT_EQ(AmountOff(finding, sheet), Money(1'000));
}

TEST(AmountOff, IsNothingForWhatIsNoMoney) {
  const Sheet sheet = RealSheet();
  Finding finding;
  finding.place = InSettlement(sheet);
  EXPECT_EQ(AmountOff(finding, sheet), std::nullopt);
  finding.difference = "두 달";
  EXPECT_EQ(AmountOff(finding, sheet), std::nullopt);
  finding.difference = "12%";
  EXPECT_EQ(AmountOff(finding, sheet), std::nullopt);
}

TEST(RankFindings, PutsTheErrorOfTheMostMoneyFirst) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(2);
  entries[0].sheet = &sheet;
  entries[1].sheet = &sheet;
  std::vector<Finding> findings(4);
  for (Finding& finding : findings) finding.place = InSettlement(sheet);
  findings[0].severity = Severity::kWarning;
  findings[0].difference = "999,999,999";
  findings[1].difference = "7";
  findings[2].difference = "Δ1,234,567원";  // 1,234 thousand won, more than 7
  findings[2].document = 1;
  findings[3].rule = "no amount";
  RankFindings(findings, entries);
  EXPECT_EQ(findings[0].difference, "Δ1,234,567원");
  EXPECT_EQ(findings[1].difference, "7");
  EXPECT_EQ(findings[2].rule, "no amount");
  EXPECT_EQ(findings[3].severity, Severity::kWarning);
}

TEST(RankFindings, PutsWarningsOfMoneyBeforeThoseOfNotation) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(1);
  entries[0].sheet = &sheet;
  std::vector<Finding> findings(3);
  for (Finding& finding : findings) {
    finding.place = InSettlement(sheet);
    finding.severity = Severity::kWarning;
  }
  findings[0].rule = "notation.grouping";
  findings[1].difference = "5";
  findings[2].difference = "1,200";
  RankFindings(findings, entries);
  EXPECT_EQ(findings[0].difference, "1,200");
  EXPECT_EQ(findings[1].difference, "5");
  EXPECT_EQ(findings[2].rule, "notation.grouping");
}

TEST(RenumberDocuments, PassesOverDocumentsThatCouldNotBeRead) {
  const Sheet sheet;
  std::vector<SummaryEntry> entries(3);
  entries[1].sheet = &sheet;
  entries[2].sheet = &sheet;
  std::vector<Finding> findings(2);
  findings[1].document = 1;
  RenumberDocuments(findings, entries);
  EXPECT_EQ(findings[0].document, 1u);
  EXPECT_EQ(findings[1].document, 2u);
}

TEST(SummaryText, NamesUnreadableDocumentsWithTheirReason) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(2);
  entries[0].name = "a.txt";
  entries[0].sheet = &sheet;
  entries[1].name = "b.txt";
  entries[1].refusal = {"열 수 없습니다", "cannot be opened"};
  const std::string text = SummaryText(entries, {});
  EXPECT_NE(text.find("문서 2개 가운데 1개를 읽었습니다."), std::string::npos);
  EXPECT_NE(text.find("b.txt: 열 수 없습니다"), std::string::npos);
  EXPECT_NE(text.find("4,066,896"), std::string::npos);
}

TEST(SummaryText, SaysHowManyFindingsItLeavesOut) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(1);
  entries[0].name = "a.txt";
  entries[0].sheet = &sheet;
  const std::vector<Finding> findings(5);
  EXPECT_NE(SummaryText(entries, findings, {}, 2).find("그 밖에 3건"), std::string::npos);
  EXPECT_EQ(SummaryText(entries, findings, {}, 0).find("그 밖에"), std::string::npos);
}

TEST(Ranking, IsTheOrderOfRankFindingsAsIndices) {
  const Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(1);
  entries[0].sheet = &sheet;
  std::vector<Finding> findings(3);
  for (Finding& finding : findings) finding.place = InSettlement(sheet);
  findings[0].severity = Severity::kNote;
  findings[1].difference = "7";
  findings[2].difference = "8";
  EXPECT_EQ(Ranking(findings, entries), (std::vector<std::size_t>{2, 1, 0}));
  EXPECT_TRUE(Ranking({}, entries).empty());
}

std::vector<std::string> LinesOfText(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

TEST(SummaryText, NeverTearsTheNameOfADocument) {
  const Sheet sheet = RealSheet();
  const std::vector<std::string> names = {
      "자료/2021년 예산/사업별설명서_마을공동체종합지원센터.txt", "자료/2021년 예산/b.txt",
      "자료/2020년 예산/a.txt"};
  std::vector<SummaryEntry> entries(3);
  for (std::size_t i = 0; i < 3; ++i) {
    entries[i].name = names[i];
    entries[i].sheet = &sheet;
  }
  ReportOptions options;
  for (const std::size_t columns : {80u, 100u, 130u}) {
    options.columns_max = columns;
    const std::string text = SummaryText(entries, {}, options);
    for (const std::string& line : LinesOfText(text))
      EXPECT_LE(DisplayWidth(line), columns) << line;
    EXPECT_NE(text.find("\n2021년 예산/\n  사업별설명서_마을공동체종합지원센터.txt"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("\n2020년 예산/\n  a.txt"), std::string::npos) << text;
    const bool above = text.find("b.txt\n    마을공동체 종합지원센터 운영") != std::string::npos;
    EXPECT_EQ(above, columns < 130) << text;
  }
}

TEST(SummaryText, CountsTheLinesThatWereNotUnderstood) {
  const Sheet clean = RealSheet();
  Sheet sheet = RealSheet();
  std::vector<SummaryEntry> entries(2);
  entries[0].sheet = &sheet;
  entries[1].sheet = &clean;
  EXPECT_EQ(SummaryText(entries, {}).find("못 읽은 줄"), std::string::npos);
  sheet.not_understood.resize(3);
  EXPECT_NE(SummaryText(entries, {}).find("못 읽은 줄"), std::string::npos);
}

Sheet Settled(int fiscal_year, const std::string& disbursed, const std::string& lapsed) {
  const std::string now = std::to_string(fiscal_year);
  const std::string last = std::to_string(fiscal_year - 1);
  return testing::ReadText(
      "마을 지원\n\n2 예산 설명\n\n예산 총괄\n\n(단위 : 천원)\n\n구 분\t" + last + "예산액 (A)\t" +
      now +
      "예산액 (B)\t증감 (B-A)\n계\t1,000\t1,000\t0\n민간위탁금\t1,000\t1,000\t0\n\n"
      "5 최근 3년 결산 현황\n\n(단위 : 천원)\n\n"
      "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n2018\t500\t0\t0\t5"
      "00\t" +
      disbursed + "\t0\t" + lapsed + "\n");
}

TEST(SummaryText, TellsSettlementsOfOneYearThatDisagreeOnOneLineWithTheSheetsNamed) {
  const Sheet a = Settled(2020, "400", "100");
  const Sheet b = Settled(2021, "410", "90");
  Sheet c = Settled(2022, "420", "80");
  std::vector<SummaryEntry> entries(3);
  entries[0].name = "s/a.txt";
  entries[1].name = "s/b.txt";
  entries[2].name = "s/c.txt";
  entries[0].sheet = &a;
  entries[1].sheet = &b;
  entries[2].sheet = &c;
  std::vector<Finding> findings = CheckTogether({&a, &b, &c}).findings;
  std::size_t conflicts = 0;
  for (const Finding& finding : findings) conflicts += finding.rule == "together.settlement";
  ASSERT_GE(conflicts, 2u);
  ReportOptions options;
  options.columns_max = 0;
  const std::string text = SummaryText(entries, findings, options);
  std::size_t told = 0;
  for (const std::string& line : LinesOfText(text)) {
    if (line.find("설명서마다 금액이 다릅니다") == std::string::npos) continue;
    ++told;
    EXPECT_NE(line.find("결산 · 2018년"), std::string::npos) << line;
    EXPECT_NE(line.find("집행액 410 (b.txt:"), std::string::npos) << line;
    EXPECT_NE(line.find("≠ 400 (a.txt)"), std::string::npos) << line;
    EXPECT_NE(line.find("집행액 420 (c.txt:"), std::string::npos) << line;
    EXPECT_NE(line.find("≠ 410 (b.txt)"), std::string::npos) << line;
  }
  EXPECT_EQ(told, 1u) << text;
  EXPECT_EQ(text.find("그 밖에"), std::string::npos);
}

}  // namespace
}  // namespace yesan
