#include "yesan/report/tables.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/report/samples.h"

namespace yesan {
namespace {

using testing::ReadText;
using testing::RealSheet;
using Cells = std::vector<std::string>;

TEST(OverviewTable, ComputesTheChangeBesideThePrintedOne) {
  const TextTable table = OverviewTable(RealSheet(), Language::kKorean);
  ASSERT_GE(table.rows().size(), 2u);
  EXPECT_EQ(table.rows()[0].cells,
            (Cells{"계", "5,196,358", "4,066,896", "Δ1,129,462", "Δ21.74", "Δ1,129,462", "Δ22"}));
  EXPECT_TRUE(table.rows()[0].strong);
  EXPECT_EQ(table.caption, "예산 총괄 (단위: 천원)");
}

TEST(OverviewTable, HasNoRateOnAZeroBase) {
  const Sheet sheet = ReadText(
      "시험 사업\n\n예산 총괄\n\n(단위 : 천원, %)\n\n구 분\t2020예산액 (A)\t2021예산액 (B)\t증감 "
      "(B-A)\t(B-A)*100/A\n"
      "계\t0\t1,000\t1,000\t순증\n");
  const TextTable table = OverviewTable(sheet, Language::kKorean);
  ASSERT_EQ(table.rows().size(), 1u);
  EXPECT_EQ(table.rows()[0].cells[3], "1,000");
  EXPECT_EQ(table.rows()[0].cells[4], "");
  EXPECT_EQ(table.rows()[0].cells[6], "순증");
}

TEST(CostBasisTable, ShowsWhatIsComputed) {
  const TextTable table =
      CostBasisTable(ReadText("도로 정비\n\n산출근거 (단위: 천원)\n\n○ 시설비 = 90,000천원\n"
                              "- 보수 45,000,000원 × 2개소 = 90,000천원\n"),
                     Language::kKorean);
  ASSERT_GE(table.rows().size(), 2U);
  EXPECT_EQ(table.rows()[0].cells[2], "");
  EXPECT_EQ(table.rows()[1].cells[2], "45,000,000원 × 2개소");
}

TEST(CostBasisTable, NumbersTheTreeAndSaysWhatWasProved) {
  const TextTable table = CostBasisTable(RealSheet(), Language::kKorean);
  Cells numbers;
  for (const TableRow& row : table.rows()) numbers.push_back(row.cells[0]);
  EXPECT_EQ(numbers, (Cells{"1", "2", "3", "3.1", "3.2", "3.3", "3.4", "4", ""}));
  EXPECT_EQ(table.rows()[2].cells[3], "2,016,600");
  EXPECT_EQ(table.rows()[2].cells[4], "49.6");
  EXPECT_NE(table.rows()[2].cells[5].find("아래 합 ✓"), std::string::npos);
  EXPECT_EQ(table.rows()[8].cells[3], "4,066,896");
  EXPECT_EQ(table.rows()[8].cells[4], "100.0");
}

TEST(ScheduleTable, GivesTheDaysThatAPeriodMeans) {
  const TextTable table = ScheduleTable(RealSheet(), Language::kKorean);
  ASSERT_EQ(table.rows().size(), 7u);
  EXPECT_EQ(table.rows()[1].cells, (Cells{"마을공동체종합지원센터 운영", "2021.01~2021.02",
                                          "2021-01-01 – 2021-02-28", "2,035,976", "50.1"}));
}

TEST(SettlementTable, GivesTheExecutionRateWithItsNames) {
  const TextTable table = SettlementTable(RealSheet(), Language::kKorean);
  ASSERT_EQ(table.rows().size(), 3u);
  EXPECT_EQ(table.rows()[0].cells, (Cells{"2017", "5,218,436", "0", "0", "5,218,436", "4,908,037",
                                          "0", "310,399", "94.05"}));
  EXPECT_EQ(table.rows()[2].cells.back(), "100.00");
  EXPECT_NE(table.caption.find("집행액 ÷ 예산현액"), std::string::npos);
}

TEST(Tables, AreEmptyForASheetWithoutTheirSections) {
  const Sheet sheet;
  EXPECT_TRUE(OverviewTable(sheet, Language::kKorean).empty());
  EXPECT_TRUE(FundingTable(sheet, Language::kKorean).empty());
  EXPECT_TRUE(CostBasisTable(sheet, Language::kKorean).empty());
  EXPECT_TRUE(ScheduleTable(sheet, Language::kKorean).empty());
  EXPECT_TRUE(SettlementTable(sheet, Language::kKorean).empty());
  EXPECT_TRUE(CoverageTable(sheet, CheckReport(), Language::kKorean).empty());
  EXPECT_TRUE(FindingsTable({}, Language::kKorean).empty());
}

TEST(SettlementTable, PrintsTheKindsOfCarryOverWhereThereIsNoSumOfThem) {
  const Sheet sheet = *Read(
      "5 결산 현황\n\n(단위 : "
      "천원)\n\n연도\t최종예산\t예산현액\t집행액\t명시이월\t사고이월\t집행잔액\n"
      "2018\t210,000\t210,000\t180,400\t20,000\t0\t9,600\n");
  const std::string text = SettlementTable(sheet, Language::kKorean).ToText(0);
  for (const char* word : {"명시이월", "사고이월", "20,000", "9,600"})
    EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text;
  EXPECT_NE(SettlementTable(sheet, Language::kEnglish).ToText(0).find("explicit"),
            std::string::npos);
}

TEST(SettlementTable, PrintsASupplementAndTheHeadingsOfTheDocument) {
  const Sheet sheet = ReadText(
      "설명서\n결산\n(단위 : "
      "천원)\n연도\t예산액\t추경\t전년이월\t예산현액\t지출액\t이월액\t불용액\n"
      "2020\t900\t△10\t0\t890\t800\t50\t40\n");
  const std::string text = SettlementTable(sheet, Language::kKorean).ToText(0);
  for (const char* word : {"예산액", "추경", "Δ10", "지출액", "불용액"})
    EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text;
  EXPECT_NE(SettlementTable(sheet, Language::kEnglish).ToText(0).find("supplement"),
            std::string::npos);
}

TEST(ProvedFigures, NamesRowAndColumn) {
  const Sheet sheet = ReadText(
      "설명서\n결산\n(단위 : 천원)\n연도\t최종예산\t전년이월\t예산현액\t지출액\t이월액\t불용액\n"
      "2020\t900\t0\t900\t800\t50\t50\n"
      "산출근거\n과목구분\t예산내역\t\n사무관리비\t○ 교재\t10,000원×30명 = 300천원\n");
  std::vector<std::string> names;
  for (const ProvedFigure& figure : ProvedFigures(sheet, CheckReport()))
    names.push_back(figure.name);
  const auto has = [&](const char* name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  EXPECT_TRUE(has("결산 현황 · 2020 · 지출액"));
  EXPECT_TRUE(has("산출근거 · 교재"));
}

TEST(ProvedFigures, CountsDifferentRulesAtAPlaceAndNoneElsewhere) {
  const Sheet sheet = RealSheet();
  CheckReport report;
  const std::vector<ProvedFigure> bare = ProvedFigures(sheet, report);
  ASSERT_FALSE(bare.empty());
  for (const ProvedFigure& figure : bare) EXPECT_EQ(figure.rules, 0u);
  const Place place = bare[3].place;
  report.coverage = {{place, "a"}, {place, "b"}, {place, "a"}};
  const std::vector<ProvedFigure> proved = ProvedFigures(sheet, report);
  for (std::size_t i = 0; i < proved.size(); ++i)
    EXPECT_EQ(proved[i].rules, i == 3 ? 2u : 0u) << proved[i].name;
}

TEST(DescribeCounts, NamesEachSeverityInBothLanguages) {
  FindingCounts counts;
  counts.warnings = 11;
  counts.asks = 3;
  counts.notes = 1;
  EXPECT_EQ(DescribeCounts(counts, Language::kKorean), "오류 0 · 주의 11 · 질문 3 · 참고 1");
  EXPECT_EQ(DescribeCounts(counts, Language::kEnglish),
            "0 errors · 11 warnings · 3 questions · 1 note");
}

TEST(DescribeCheck, DoesNotCallAllRightWhatWasNotRead) {
  CheckReport report;
  report.coverage.push_back({});
  report.unread = {Place{12, 1, 100, 5}, Place{15, 1, 130, 5}};
  EXPECT_EQ(DescribeCheck(report, Language::kKorean),
            "검산한 수치에서는 틀린 곳을 찾지 못했습니다. 읽지 못해 검산하지 않은 글과 표가 "
            "2곳(12, 15행) "
            "있습니다. 확인할 것이 없습니다.");
  EXPECT_EQ(
      DescribeCheck(report, Language::kEnglish),
      "No fault was found in the figures that could be proved. 2 texts and tables could not be "
      "read and so not proved (lines 12, 15). Nothing to look at.");
}

TEST(DescribeCheck, SaysNoMoreThanWasProved) {
  CheckReport report;
  EXPECT_EQ(DescribeCheck(report, Language::kKorean),
            "검산할 수 있는 수치를 찾지 못했습니다. 확인할 것이 없습니다.");
  report.coverage.push_back({});
  EXPECT_EQ(DescribeCheck(report, Language::kKorean),
            "검산한 합계·차액·비율은 모두 맞습니다. 확인할 것이 없습니다.");
  report.findings.resize(2);
  report.findings[1].severity = Severity::kAsk;
  EXPECT_EQ(DescribeCheck(report, Language::kKorean),
            "맞지 않는 곳이 1곳 있습니다. 그 밖에 확인할 것이 1건 있습니다.");
  EXPECT_EQ(DescribeCheck(report, Language::kEnglish),
            "1 figure does not hold. Beside that, 1 point to look at.");
}

TEST(DescribeCheck, SaysOnlyThatNoFaultWasFoundWhereAFigureCouldNotBeRead) {
  for (const char* rule : {"notation.too_large", "notation.unreadable", "presence.cut_off"}) {
    CheckReport report;
    report.coverage.push_back({Place(), "overview.change"});
    EXPECT_EQ(DescribeCheck(report, Language::kEnglish),
              "Every sum, difference and rate that could be proved holds. Nothing to look at.");
    Finding finding;
    finding.rule = rule;
    finding.severity = Severity::kAsk;
    report.findings.push_back(finding);
    EXPECT_EQ(DescribeCheck(report, Language::kEnglish),
              "No fault was found in the figures that could be proved. 1 point to look at.");
    EXPECT_EQ(DescribeCheck(report, Language::kKorean),
              "검산한 수치에서는 틀린 곳을 찾지 못했습니다. 확인할 것이 1건 있습니다.");
  }
}

}  // namespace
}  // namespace yesan
