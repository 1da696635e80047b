// Rows with a cell too many, tables that end with the document, documents that are no program sheet.
#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

using testing::Changed;
using testing::CleanSheet;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::Found;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> RulesOf(const std::string& text) {
  std::vector<std::string> rules;
  for (const Finding& finding : testing::CheckText(text).findings) rules.push_back(finding.rule);
  return rules;
}

TEST(SurplusCell, IsOneFindingAndNoSumsInTheSettlement) {
  EXPECT_THAT(Found(Changed("2021\t(x 300) 900\t", "2021\t(x 300) 900\t(x-) 0\t")),
              ElementsAre("warning presence.lost_cell 74"));
}

TEST(SurplusCell, IsOneFindingAndNoSumsInTheOverview) {
  EXPECT_THAT(Found(Changed("행사운영비\t(x 200) 600\t", "행사운영비\t(x 200) 600\t5\t")),
              ElementsAre("warning presence.lost_cell 20"));
}

TEST(SurplusCell, IsOneFindingAndNoSumsInTheSchedule) {
  EXPECT_THAT(Found(Changed("대회 운영\t2024.03~2024.12\t", "대회 운영\t가\t2024.03~2024.12\t")),
              ElementsAre("warning presence.lost_cell 54"));
}

TEST(SurplusCell, IsFoundWhereTheLastCellIsBlank) {
  EXPECT_THAT(Found(Changed("대회 운영\t2024.03~2024.12\t700\t심판, 시상\n",
                            "대회 운영\t가\t2024.03~2024.12\t700\t\n")),
              ElementsAre("warning presence.lost_cell 54"));
}

TEST(SurplusCell, IsNoTabAtTheEndOfALine) {
  EXPECT_THAT(Found(Changed("심판, 시상\n", "심판, 시상\t\t\n")), ::testing::IsEmpty());
}

TEST(SurplusCell, SaysHowManyThereAre) {
  const CheckReport report =
      testing::CheckText(Changed("2021\t(x 300) 900\t", "2021\t(x 300) 900\t(x-) 0\t"));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].printed, "9");
  EXPECT_EQ(report.findings[0].expected, "8");
  EXPECT_THAT(report.findings[0].message.ko, HasSubstr("칸이 9개 있습니다"));
}

TEST(CutOff, IsABasisThatEndsWithTheDocument) {
  const std::string text = CleanSheet();
  const auto rules = RulesOf(text.substr(0, text.find("행사운영비\t○")));
  EXPECT_THAT(rules, Contains("presence.cut_off"));
  EXPECT_THAT(rules, Not(Contains("basis.total")));
  EXPECT_THAT(rules, Not(Contains("basis.item")));
}

TEST(CutOff, IsAParentWhoseLastLinesAreGone) {
  const std::string text = CleanSheet();
  const auto rules = RulesOf(text.substr(0, text.find("\t- 시상품")));
  EXPECT_THAT(rules, Contains("presence.cut_off"));
  EXPECT_THAT(rules, Not(Contains("basis.sum")));
}

TEST(CutOff, IsAScheduleThatEndsWithTheDocument) {
  const std::string text = CleanSheet();
  const auto rules = RulesOf(text.substr(0, text.find("대회 운영\t2024.03")));
  EXPECT_THAT(rules, Contains("presence.cut_off"));
  EXPECT_THAT(rules, Not(Contains("schedule.sum")));
  EXPECT_THAT(rules, Not(Contains("schedule.total")));
}

TEST(CutOff, IsAnOverviewThatEndsWithTheDocument) {
  const std::string text = CleanSheet();
  const auto rules = RulesOf(text.substr(0, text.find("행사운영비\t(x 200)")));
  EXPECT_THAT(rules, Contains("presence.cut_off"));
  EXPECT_THAT(rules, Not(Contains("overview.sum")));
}

TEST(CutOff, IsARowThatBreaksOffAndSaidOnce) {
  const std::string text = CleanSheet();
  const std::string cut = text.substr(0, text.find("(x 400) 1,200\t(x 100)") + 9);
  const auto rules = RulesOf(cut);
  EXPECT_THAT(rules, Contains("presence.cut_off"));
  EXPECT_THAT(rules, Not(Contains("presence.lost_cell")));
  EXPECT_THAT(rules, Not(Contains("notation.grouping")));
}

TEST(CutOff, IsNoTableThatIsWrongInAWholeDocument) {
  EXPECT_THAT(Found(Changed("\t- 시상품\t50,000원×6개 = 300천원\n", "")),
              Contains("error basis.sum 27"));
}

TEST(CutOff, ExcusesNoSumThatIsTooSmall) {
  std::string text = Changed("= 700천원", "= 300천원");
  text = text.substr(0, text.find("3 사업설명"));
  EXPECT_THAT(RulesOf(text), Contains("basis.sum"));
}

TEST(MissingRow, ExplainsBothYearsOfAnOverviewThatFallShort) {
  EXPECT_THAT(Found(Changed("행사운영비\t(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n", "")),
              ElementsAre("warning presence.missing_row 18"));
}

TEST(MissingRow, IsAStepThatTheBasisHasAndTheScheduleHasNot) {
  const std::string step = "대회 운영\t2024.03~2024.12\t700\t심판, 시상\n";
  const CheckReport report = testing::CheckText(Changed(step, ""));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].rule, "presence.missing_row");
  EXPECT_EQ(report.findings[0].expected, "700");
  EXPECT_THAT(report.findings[0].message.ko, HasSubstr("대회 운영"));
  EXPECT_THAT(report.findings[0].message.en, HasSubstr("its row seems to be missing"));
}

TEST(MissingRow, IsAnItemThatTheOverviewHasAndTheBasisHasNot) {
  EXPECT_THAT(Found(Changed("행사운영비\t○ 대회 운영\t\t= 700천원\n"
                            "\t- 심판 수당\t100,000원×4명 = 400천원\n"
                            "\t- 시상품\t50,000원×6개 = 300천원\n",
                            "")),
              ElementsAre("warning presence.missing_row 26"));
}

TEST(MissingRow, IsNotSaidOfOneMisprint) {
  EXPECT_THAT(Found(Changed("2024.12\t700\t", "2024.12\t100\t")),
              Contains("error schedule.sum 54"));
  EXPECT_THAT(Found(Changed("(x 200) 600\t", "(x 200) 400\t")), Contains("error overview.sum 20"));
}

TEST(MissingRow, IsNamedAsPossibleWhereNoSlipOfOneDigitExplainsTheSum) {
  const auto message = [](const std::string& text, std::string_view rule) {
    return testing::TheFinding(text, rule).message;
  };
  const Message lost = message(Changed("\t- 심판 수당\t100,000원×4명 = 400천원\n"
                                       "\t- 시상품\t50,000원×6개 = 300천원\n",
                                       "\t- 심판 수당\t= 134천원\n"),
                               "basis.sum");
  EXPECT_THAT(lost.ko, HasSubstr("빠진 행이 있을 수 있습니다"));
  EXPECT_THAT(lost.en, HasSubstr("Rows may be missing"));
  const Message slip = message(Changed("50,000원×6개 = 300천원", "= 500천원"), "basis.sum");
  EXPECT_THAT(slip.ko, Not(HasSubstr("빠진 행")));
}

TEST(CutOff, IsATableThatStopsAtTheEndOfAPage) {
  const std::string step = "대회 운영\t2024.03~2024.12\t700\t심판, 시상\n";
  for (const char* page : {"\f", "\n- 3 -\n\n"}) {
    EXPECT_THAT(Found(Changed(step, page)), ElementsAre("warning presence.cut_off 53")) << page;
    EXPECT_THAT(Found(Changed("\t- 시상품\t50,000원×6개 = 300천원\n", page)),
                ElementsAre("warning presence.cut_off 28"))
        << page;
    EXPECT_THAT(Found(Changed("행사운영비\t(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n", page)),
                ElementsAre("warning presence.missing_row 18"))
        << page;
  }
}

TEST(CutOff, IsNoTableThatAddsUpAtTheEndOfAPage) {
  EXPECT_THAT(Found(Changed("심판, 시상\n", "심판, 시상\n\f")), ::testing::IsEmpty());
}

TEST(NoProgramSheet, IsSaidOnce) {
  for (const char* text : {"", "\n\n", "hello", "1\t2\t3\n", "<p>", "안녕하세요. 회의록입니다.\n",
                           "(단위 : 천원)\n"}) {
    EXPECT_THAT(Found(text), ElementsAre("warning presence.no_sheet 0")) << text;
  }
}

TEST(NoProgramSheet, SaysWhatWasLookedFor) {
  const CheckReport report = testing::CheckText("");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_THAT(report.findings[0].message.ko, HasSubstr("사업별 설명서"));
  EXPECT_THAT(report.findings[0].message.ko, HasSubstr("예산 총괄"));
  EXPECT_THAT(report.findings[0].message.en, HasSubstr("예산 총괄"));
}

TEST(Columns, ThatCannotBeToldAreSaidToBe) {
  std::string text = CleanSheet();
  std::replace(text.begin(), text.end(), '\t', ' ');
  for (const Finding& finding : testing::CheckText(text).findings) {
    EXPECT_NE(finding.severity, Severity::kError) << testing::Short(finding);
  }
  const auto rules = RulesOf(text);
  EXPECT_THAT(rules, Contains("reading.columns"));
  EXPECT_THAT(Found(text), Not(Contains("warning presence.section 0")));
}

// The lines of the overview, their cells parted by bars and no line of dashes below the heading.
std::string OverviewInBars(std::string text, const std::string& before, const std::string& behind) {
  const std::size_t begin = text.find("구 분\t");
  const std::size_t end = text.find("\n\n산출근거");
  std::string table;
  for (std::size_t at = begin; at < end;) {
    const std::size_t stop = text.find('\n', at);
    std::string line = before;
    for (const char c : text.substr(at, stop - at)) line += c == '\t' ? " | " : std::string(1, c);
    table += line + behind + (stop < end ? "\n" : "");
    at = stop + 1;
  }
  return text.replace(begin, end - begin, table);
}

TEST(Columns, AreToldByBarsWithoutALineOfDashes) {
  EXPECT_THAT(Found(OverviewInBars(CleanSheet(), "", "")), ::testing::IsEmpty());
  EXPECT_THAT(Found(OverviewInBars(CleanSheet(), "| ", " |")), ::testing::IsEmpty());
  EXPECT_THAT(Found(OverviewInBars(Changed("\t16.7\n", "\t17.7\n"), "", "")),
              ElementsAre("error overview.rate 20"));
  std::string all = CleanSheet();
  std::size_t line = 0;
  while (line < all.size()) {
    const std::size_t end = all.find('\n', line);
    std::string row = all.substr(line, end - line);
    if (row.find('\t') != std::string::npos) {
      std::string barred = "| ";
      for (const char c : row) barred += c == '\t' ? " | " : std::string(1, c);
      row = barred + " |";
    }
    all.replace(line, end - line, row);
    line += row.size() + 1;
  }
  EXPECT_THAT(Found(all), ::testing::IsEmpty());
}

TEST(Columns, AreNotSeenInOneLineWithBars) {
  EXPECT_THAT(Found(Changed("- 시민 건강\n", "- 시민 건강\n문의 | 체육과 | 2133-6340\n")),
              ::testing::IsEmpty());
}

TEST(Columns, AreNotMissedInAListOfPeriods) {
  std::string text = Changed("100,000원×4명", "100,000원×5명");
  const std::size_t begin = text.find("(단위 : 천원)\n\n사업추진절차");
  const std::size_t end = text.find("4 사업 효과");
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  text.replace(begin, end - begin,
               "- 2024. 1월 ~ 3월 : 계획 수립\n- '24. 4월 ~ 11월 교실 운영\n- 2024. 12. 1. ~ 12. "
               "31. 정산\n\n");
  const auto rules = RulesOf(text);
  EXPECT_THAT(rules, Not(Contains("reading.columns")));
  EXPECT_THAT(rules, Contains("basis.formula"));
  EXPECT_THAT(rules, Not(Contains("presence.usual_section")));
}

TEST(Words, ContradictTheirFigures) {
  EXPECT_THAT(Found(Changed("1,200천원\t(국비)", "금1,200,000원(금일백이십만원)\t(국비)")),
              ::testing::IsEmpty());
  const CheckReport report =
      testing::CheckText(Changed("1,200천원\t(국비)", "금1,200,000원(금일백삼십만원)\t(국비)"));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].rule, "notation.words");
  EXPECT_EQ(report.findings[0].expected, "금일백이십만원");
  EXPECT_EQ(report.findings[0].difference, "100,000원");
}

TEST(Wording, TakesNoParticleForAName) {
  const CheckReport report = testing::CheckText(
      Changed("○ 교실 14회(봄 6회, 가을 8회)", "○ 1,200천원으로 100명(남 60명, 여 50명) 지원"));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_THAT(report.findings[0].message.ko, HasSubstr("추진실적 100명은"));
}

TEST(Wording, NamesARowWithoutANameByItsLine) {
  const std::string text =
      Changed("사무관리비\t(x 100) 400\t(x 150) 500\t(x 50) 100\t25", "\t\t\t\t(x-)");
  for (const Finding& finding : testing::CheckText(text).findings) {
    EXPECT_NE(finding.message.ko.rfind("의 금액", 0), 0U) << finding.message.ko;
    EXPECT_THAT(finding.message.en, Not(HasSubstr("amount of  is"))) << finding.message.en;
  }
}

TEST(Wording, SaysWhatPeriodIsExpected) {
  const CheckReport report = testing::CheckText(Changed("24.01.01~24.12.31", "21.12.01~24.11.30"));
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].expected, "~2024-11-30");
  EXPECT_THAT(report.findings[0].message.ko, HasSubstr("2024-11-30 뒤까지 이어집니다"));
  const CheckReport outside = testing::CheckText(Changed("2024.02~2024.11", "2023.02~2024.11"));
  ASSERT_EQ(outside.findings.size(), 1U);
  EXPECT_EQ(outside.findings[0].expected, "2024-01-01~2024-12-31");
}

TEST(Presence, ASettlementMayBeginAtTheCurrentBudget) {
  const std::string text =
      "마을 지원\n\n## 3년 결산 (단위: 천원)\n\n연도\t예산현액\t집행액\t이월액\t집행잔액\t집행률\n"
      "2020\t1,000\t970\t10\t20\t97.0\n2021\t1,000\t900\t0\t100\t90.0\n";
  const CheckReport report = testing::CheckText(text);
  for (const Finding& finding : report.findings)
    EXPECT_TRUE(finding.rule == "presence.section" || finding.severity == Severity::kNote)
        << finding.rule << " " << finding.message.en;
  std::string wrong = text;
  wrong.replace(wrong.find("97.0"), 4, "96.0");
  const Finding rate = testing::TheFinding(wrong, "settlement.rate");
  EXPECT_NE(rate.message.en.find("is 97.0%"), std::string::npos) << rate.message.en;
  EXPECT_NE(rate.message.ko.find("97.0%입니다"), std::string::npos) << rate.message.ko;
}

}  // namespace
}  // namespace yesan
