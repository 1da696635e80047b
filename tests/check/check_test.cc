#include "yesan/check/check.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using testing::Changed;
using testing::CleanSheet;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::Found;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;
using testing::TheFinding;
using testing::With;

TEST(Check, FindsNothingInASheetWithoutFault) { EXPECT_THAT(Found(CleanSheet()), IsEmpty()); }

TEST(Check, CoversEveryFigureOfTheCleanOverviewAndSettlement) {
  const std::string text = CleanSheet();
  auto sheet = Read(text);
  ASSERT_TRUE(sheet.ok());
  const CheckReport report = Check(*sheet);
  const auto stands = [&](const std::vector<Coverage>& list, const std::string& figure,
                          std::string_view rule) {
    const std::size_t at = text.find(figure);
    return std::any_of(list.begin(), list.end(), [&](const Coverage& c) {
      return c.rule == rule && c.place.offset <= at && at < c.place.offset + c.place.length;
    });
  };
  const auto covered = [&](const std::string& figure, std::string_view rule) {
    return stands(report.coverage, figure, rule);
  };
  const auto roughly = [&](const std::string& figure, std::string_view rule) {
    return stands(report.rough, figure, rule);
  };
  EXPECT_TRUE(covered("1,200\t(x 100)", "overview.change"));
  EXPECT_TRUE(covered("1,200\t(x 100)", "overview.sum"));
  EXPECT_TRUE(covered("1,200\t(x 100)", "overview.total"));
  // 16.7 is 16.66… rounded: 16.6 would be as right. 25 is exact.
  EXPECT_FALSE(covered("16.7", "overview.rate"));
  EXPECT_TRUE(roughly("16.7", "overview.rate"));
  EXPECT_TRUE(covered("25\n", "overview.rate"));
  EXPECT_TRUE(roughly("500\t(x 50)", "overview.rate"));
  EXPECT_TRUE(covered("1,200천원", "funding.sum"));
  EXPECT_TRUE(covered("400천원)", "basis.formula") || covered("400천원\n", "basis.formula"));
  EXPECT_TRUE(covered("= 700천원", "basis.sum") || covered("700천원", "basis.sum"));
  EXPECT_TRUE(covered("1,200\t\n", "schedule.sum"));
  EXPECT_TRUE(covered("940\t", "settlement.current_budget"));
  // It could change places with the final budget beside it.
  EXPECT_FALSE(covered("△10", "settlement.current_budget"));
  EXPECT_TRUE(roughly("△10", "settlement.current_budget"));
  EXPECT_TRUE(covered("(x 320) 940", "settlement.current_budget"));
  EXPECT_FALSE(covered("제5조", "overview.sum"));
}

TEST(Check, SaysEveryFindingInBothLanguagesWithItsRule) {
  std::string text = Changed("1,200\t(x 100) 200\t20", "1,201\t(x 100) 200\t20");
  text = testing::With(text, "200,000원\t= 200천원", "210,000\t= 200천원");
  text = testing::With(text, "2024.02~2024.11", "2023.02~2024.11");
  const CheckReport report = testing::CheckText(text);
  EXPECT_GE(report.findings.size(), 4U);
  for (const Finding& finding : report.findings) {
    const Rule* rule = FindRule(finding.rule);
    ASSERT_NE(rule, nullptr) << finding.rule;
    EXPECT_EQ(rule->severity, finding.severity);
    EXPECT_FALSE(finding.message.ko.empty()) << finding.rule;
    EXPECT_FALSE(finding.message.en.empty()) << finding.rule;
    EXPECT_FALSE(finding.subject.empty()) << finding.rule;
    EXPECT_FALSE(FindInvalidUtf8(finding.message.ko).has_value()) << finding.rule;
    EXPECT_THAT(finding.message.ko, Not(HasSubstr("은(는)"))) << finding.rule;
    EXPECT_THAT(finding.message.ko, Not(HasSubstr("  "))) << finding.rule;
  }
}

TEST(Check, GivesFindingsAboutWhatIsMissingFromNonsense) {
  for (const char* text : {"", "\n\n", "hello", "1\t2\t3\n", "<p>", "계\t1\n", "(단위 : 천원)\n"}) {
    const std::vector<std::string> found = Found(text);
    EXPECT_THAT(found, Contains("warning presence.no_sheet 0")) << text;
  }
}

// --- overview ---

TEST(Overview, FindsAChangeThatIsNotTheDifference) {
  const Finding f = TheFinding(Changed("(x 50) 100\t25", "(x 50) 101\t25"), "overview.change");
  EXPECT_EQ(f.severity, Severity::kError);
  EXPECT_EQ(f.place.line, 19U);
  EXPECT_EQ(f.printed, "(x 50) 101");
  EXPECT_EQ(f.expected, "100");
  EXPECT_EQ(f.difference, "1");
  EXPECT_THAT(f.message.ko, HasSubstr("101천원"));
}

TEST(Overview, NamesALostSign) {
  const Finding f = TheFinding(
      testing::With(testing::RealSheet(), "(x-) Δ1,129,462", "(x-) 1,129,462"), "overview.change");
  EXPECT_EQ(f.expected, "Δ1,129,462");
  EXPECT_THAT(f.message.ko, HasSubstr("부호"));
  EXPECT_THAT(f.message.en, HasSubstr("sign"));
}

TEST(Overview, DoesNotBlameTheTotalForAChangeThatItsOwnRowRefutes) {
  EXPECT_THAT(Found(Changed("(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7",
                            "(x 200) 600\t(x 250) 700\t(x 50) △100\t16.7")),
              ElementsAre("error overview.change 20"));
}

TEST(Overview, FindsASubsidyPartOfAChangeThatIsNotTheDifference) {
  EXPECT_THAT(Found(Changed("(x 50) 100\t25", "(x 51) 100\t25")),
              ElementsAre("error overview.change 19", "error overview.sum 19"));
}

TEST(Overview, TakesARateUnderAnyOfTheSevenRoundings) {
  EXPECT_THAT(Found(Changed("\t16.7\n", "\t16.6\n")), IsEmpty());
  EXPECT_THAT(Found(Changed("\t16.7\n", "\t17\n")), IsEmpty());
  EXPECT_THAT(Found(Changed("\t16.7\n", "\t16.67\n")), IsEmpty());
  EXPECT_THAT(Found(Changed("\t16.7\n", "\t16.8\n")), ElementsAre("error overview.rate 20"));
  EXPECT_THAT(Found(Changed("\t16.7\n", "\t△16.7\n")), ElementsAre("error overview.rate 20"));
}

TEST(Overview, SaysWhichRoundingsTheRatesAllow) {
  EXPECT_EQ(testing::CheckText(CleanSheet()).roundings.ToString(),
            "{up, ceiling, half_up, half_down, half_even}");
}

TEST(Overview, NotesRatesThatNoOneRoundingExplains) {
  // 100 of 600 is 16.67: cut to 16.6 it fits {down, floor}; 200 of 1,000 and 100 of 400 are exact.
  EXPECT_THAT(Found(Changed("\t16.7\n", "\t16.6\n")), IsEmpty());
  std::string text = Changed("(x 100) 400\t(x 150) 500\t(x 50) 100\t25\n",
                             "(x 100) 300\t(x 150) 500\t(x 50) 200\t66.7\n");
  text = testing::With(text, "(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n",
                       "(x 200) 700\t(x 250) 700\t(x 50) 0\t0\n");
  text = testing::With(text, "(x 50) 0\t0\n", "(x-) 0\t0\n");
  text = testing::With(text, "(x 200) 700\t(x 250) 700", "(x 250) 700\t(x 250) 700");
  text = testing::With(text, "(x 100) 300\t(x 150) 500\t(x 50) 200",
                       "(x 50) 300\t(x 150) 500\t(x 100) 200");
  EXPECT_THAT(Found(text), IsEmpty());
  EXPECT_EQ(testing::CheckText(text).roundings.ToString(),
            "{up, ceiling, half_up, half_down, half_even}");
  text = testing::With(text, "(x 250) 700\t(x 250) 700\t(x-) 0\t0\n",
                       "(x 250) 600\t(x 250) 700\t(x-) 100\t16.6\n");
  EXPECT_THAT(Found(text), Contains("note rounding.mixed 20"));
}

TEST(Overview, AsksAboutARateOnAZeroBase) {
  std::string text = Changed("(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7", "-\t700\t700\t100");
  EXPECT_THAT(Found(text), Contains("ask overview.rate_base 20"));
  text = testing::With(text, "700\t700\t100\n", "700\t700\t순증\n");
  EXPECT_THAT(Found(text), Not(Contains(HasSubstr("overview.rate"))));
}

TEST(Overview, FindsATotalThatIsNotTheSum) {
  const std::string text =
      Changed("1,000\t(x 400) 1,200\t(x 100) 200\t20", "1,010\t(x 400) 1,200\t(x 100) 190\t19");
  EXPECT_THAT(Found(text), ElementsAre("error overview.sum 18", "error overview.sum 18"));
  for (const Finding& f : testing::CheckText(text).findings) {
    EXPECT_THAT(f.expected, ::testing::AnyOf("1,000", "200"));
    EXPECT_THAT(f.difference, ::testing::AnyOf("10", "△10"));
  }
}

TEST(Overview, LetsATableInMillionsDifferByWhatRoundingExplains) {
  std::string text = Changed("(단위 : 천원, %)", "(단위 : 백만원, %)");
  text = testing::With(text, "(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20",
                       "1,001\t1,200\t200\t20.0");
  text = testing::With(text, "(x 100) 400\t(x 150) 500\t(x 50) 100\t25", "400\t500\t100\t25.0");
  text = testing::With(text, "(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7", "600\t700\t100\t16.7");
  const std::vector<std::string> found = Found(text);
  EXPECT_THAT(found, Contains("note rounding.table 18"));
  EXPECT_THAT(found, Not(Contains("error overview.sum 18")));
  EXPECT_THAT(found, Not(Contains("error overview.rate 18")));
  text = testing::With(text, "1,001\t1,200", "1,002\t1,200");
  EXPECT_THAT(Found(text), Contains("error overview.sum 18"));
}

TEST(Overview, UnderstandsRowsThatArePartsOfTheRowAboveThem) {
  const std::string text = Changed("행사운영비\t(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n",
                                   "행사비\t(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7\n"
                                   "봄 행사\t(x 150) 400\t(x 150) 400\t(x-) 0\t0\n"
                                   "가을 행사\t(x 50) 200\t(x 100) 300\t(x 50) 100\t50\n");
  EXPECT_THAT(Found(text), Not(Contains("error overview.sum 18")));
  EXPECT_THAT(Found(testing::With(text, "(x 50) 200\t(x 100) 300\t(x 50) 100\t50",
                                  "(x 50) 200\t(x 100) 301\t(x 50) 101\t51")),
              Contains("error overview.sum 18"));
}

TEST(Overview, AsksWhereAFigureIsBlankThatTheOthersCallFor) {
  const Finding f =
      TheFinding(Changed("(x 200) 600\t(x 250) 700\t(x 50) 100", "(x 200) 600\t\t(x 50) 100"),
                 "presence.missing_figure");
  EXPECT_EQ(f.place.line, 20U);
  EXPECT_EQ(f.expected, "700");
}

TEST(Overview, MissesNoAmountInARowThatIsOnlyAStrayMark) {
  const std::string text =
      With(Changed("(x 400) 1,200\t(x 100) 200\t20", "(x 400) 1,210\t(x 100) 200\t20"),
           "계\t(x 300)", "\t\t\t\t(x-)\n계\t(x 300)");
  const std::vector<std::string> found = Found(text);
  EXPECT_THAT(found, Contains("error overview.sum 19"));
  EXPECT_THAT(found, Not(Contains(HasSubstr("presence.missing_figure"))));
}

// --- funding ---

TEST(Funding, FindsSourcesThatDoNotAddUp) {
  const Finding f = TheFinding(Changed("(시비)800천원", "(시비)801천원"), "funding.sum");
  EXPECT_EQ(f.place.line, 9U);
  // The other parts of the sheet bear the total out.
  EXPECT_EQ(f.printed, "801천원");
  EXPECT_EQ(f.expected, "800천원");
  EXPECT_EQ(f.difference, "1천원");
}

TEST(Funding, NamesTheSourceThatItsPercentageRefutes) {
  const std::string text =
      Changed("(국비)400천원\t(시비)800천원", "(국비 25%)300천원\t(시비 75%)990천원");
  const Finding f = TheFinding(text, "funding.sum");
  EXPECT_EQ(f.printed, "990천원");
  EXPECT_EQ(f.expected, "900천원");
  EXPECT_EQ(f.difference, "90천원");
  EXPECT_THAT(f.message.ko, HasSubstr("75%"));
}

TEST(Funding, TakesTheSumOfTheSourcesWhereNoTotalIsPrinted) {
  EXPECT_THAT(
      Found(Changed("1,200천원\t(국비)400천원\t(시비)800천원", "\t(국비)400천원\t(시비)801천원")),
      Contains("error funding.total 9"));
}

TEST(Funding, SaysOnceThatTheTableBySourceDoesNotAddUp) {
  const std::string text =
      Changed("(국비)400천원\t(시비)800천원\n", "\n") +
      "\n재원별 사업비\n\n(단위 : 천원)\n\n재원\t금액\n합계\t1,200\n국비\t410\n"
      "시비\t800\n";
  std::vector<std::string> found;
  for (const std::string& line : Found(text)) {
    if (line.find("funding.") != std::string::npos) found.push_back(line);
  }
  EXPECT_THAT(found, ::testing::SizeIs(1)) << ::testing::PrintToString(Found(text));
}

TEST(Funding, AsksAboutALabelThatIsNoSource) {
  const Finding f = TheFinding(Changed("(시비)", "(사비)"), "funding.label");
  EXPECT_EQ(f.severity, Severity::kAsk);
  EXPECT_EQ(f.place.line, 9U);
  EXPECT_THAT(f.expected, HasSubstr("시비"));
  EXPECT_THAT(f.message.ko, HasSubstr("오기로 보입니다"));
}

TEST(Funding, FindsATotalThatNoOtherPartOfTheSheetHas) {
  EXPECT_THAT(Found(Changed("1,200천원\t(국비)400천원\t(시비)800천원",
                            "1,300천원\t(국비)400천원\t(시비)900천원")),
              ElementsAre("error funding.total 9"));
}

TEST(Funding, NotesAnAmountThatIsGivenToNoSource) {
  EXPECT_THAT(Found(Changed("(국비)400천원\t(시비)800천원", "(국비)\t(시비)")),
              ElementsAre("note funding.unsplit 9"));
}

TEST(Funding, KnowsTheOneSourceOfTheWholeAmount) {
  const std::string figures = "1,200천원\t(국비)400천원\t(시비)800천원";
  for (const char* whole :
       {"1,200천원(시비)", "1,200천원(전액 시비)", "1,200천원(시비 100%)", "시비 1,200천원"}) {
    EXPECT_THAT(Found(Changed(figures, whole)), Not(Contains(HasSubstr("funding.")))) << whole;
  }
}

// --- cost basis ---

TEST(Funding, WarnsOfATableBySourceWithoutAUnit) {
  const std::string text = With(
      Changed("사업비 (당해년도)\t1,200천원\t(국비)400천원\t(시비)800천원\n", ""), "\n산출근거\n",
      "\n재원별 사업비\n\n재원\t금액\n합계\t1,200\n국비\t400\n시비\t800\n\n산출근거\n");
  const Finding f = TheFinding(text, "notation.table_unit");
  EXPECT_EQ(f.subject, "재원");
  // Which unit is meant, nobody can know.
  EXPECT_EQ(f.expected, "(단위 : …)");
}

TEST(Basis, FindsAParentThatIsNotTheSumOfItsLines) {
  const std::vector<std::string> found = Found(Changed("= 700천원", "= 701천원"));
  EXPECT_THAT(found, Contains("error basis.sum 27"));
  EXPECT_THAT(found, Contains("error basis.item 27"));
}

TEST(Basis, FindsAFormulaThatDoesNotComeOut) {
  const Finding f = TheFinding(Changed("100,000원×4명", "100,000원×5명"), "basis.formula");
  EXPECT_EQ(f.place.line, 28U);
  EXPECT_EQ(f.expected, "500천원");
  EXPECT_EQ(f.difference, "△100천원");
}

TEST(Basis, DoesNotBlameTheSumForALineThatItsOwnFormulaRefutes) {
  EXPECT_THAT(Found(Changed("50,000원×6개 = 300천원", "50,000원×6개 = 310천원")),
              ElementsAre("error basis.formula 29"));
}

TEST(Basis, NamesTheFigureWhoseCommasStandWrongly) {
  const Finding f = TheFinding(Changed("10,000원×30명 = 300천원", "10,000원×30명 = 3,00천원"),
                               "notation.grouping");
  EXPECT_EQ(f.place.line, 25U);
  EXPECT_EQ(f.printed, "3,00");
  EXPECT_EQ(f.expected, "300");
}

TEST(Basis, TakesAFormulaThatSomeRoundingExplains) {
  EXPECT_THAT(Found(Changed("100,000원×4명", "100,100원×4명")), IsEmpty());
}

TEST(Basis, FindsWonAndThousandWonThatDiffer) {
  const Finding f =
      TheFinding(Changed("200,000원\t= 200천원", "201,000원\t= 200천원"), "basis.won_thousand");
  EXPECT_EQ(f.place.line, 26U);
  EXPECT_EQ(f.expected, "200,000원");
  EXPECT_EQ(f.difference, "1,000원");
}

TEST(Basis, NotesAFractionOfAThousandWon) {
  EXPECT_THAT(Found(Changed("200,000원\t= 200천원", "200,400원\t= 200천원")),
              ElementsAre("note basis.won_rounded 26"));
}

TEST(Basis, TakesAResultInWonAmongResultsInThousandWon) {
  EXPECT_THAT(Found(Changed("100,000원×4명 = 400천원", "100,000원×4명 = 400,000원")), IsEmpty());
}

TEST(Basis, WarnsOfAMissingWon) {
  const Finding f =
      TheFinding(Changed("200,000원\t= 200천원", "200,000\t= 200천원"), "notation.missing_unit");
  EXPECT_EQ(f.severity, Severity::kWarning);
  EXPECT_EQ(f.place.line, 26U);
  EXPECT_EQ(f.printed, "200,000");
  EXPECT_EQ(f.expected, "200,000원");
}

TEST(Basis, AsksOnceForTheAmountOfALineWithASubsidyPartAlone) {
  const std::string line = "○ 소모품\t200,000원\t= 200천원";
  for (const char* alone : {"○ 소모품\t(x 5)", "○ 소모품\t\t(x 5)", "○ 소모품 (x-)"}) {
    EXPECT_THAT(Found(Changed(line, alone)), ElementsAre("warning presence.missing_figure 26"))
        << alone;
  }
  const Finding f = TheFinding(Changed(line, "○ 소모품\t(x 5)"), "presence.missing_figure");
  EXPECT_EQ(f.printed, "(x 5)");
  EXPECT_THAT(f.message.ko, HasSubstr("소모품"));
  EXPECT_THAT(Found(Changed("○ 소모품\t200,000원\t=", "○ 소모품(4종)\t200,000원\t=")), IsEmpty());
}

TEST(Basis, FindsATotalThatIsNotTheAmountOfTheYear) {
  const std::vector<std::string> found = Found(Changed("\t○ 소모품\t200,000원\t= 200천원\n", ""));
  EXPECT_THAT(found, Contains("error basis.item 25"));
  // The overview, the funding and the schedule agree: none of them is to blame.
  const Finding f = TheFinding(Changed("\t○ 소모품\t200,000원\t= 200천원\n", ""), "basis.total");
  EXPECT_EQ(f.place.line, 25U);
  EXPECT_EQ(f.printed, "");
  EXPECT_EQ(f.expected, "1,200천원");
  EXPECT_EQ(f.difference, "△200천원");
}

// --- schedule ---

TEST(Schedule, FindsATotalThatIsNotTheSumOfTheSteps) {
  const Finding f =
      TheFinding(Changed("2024.02~2024.11\t500", "2024.02~2024.11\t510"), "schedule.sum");
  // The other parts of the sheet bear the total out.
  EXPECT_EQ(f.place.line, 53U);
  EXPECT_EQ(f.expected, "500");
  EXPECT_EQ(f.difference, "10");
}

TEST(Schedule, FindsATotalThatIsNotTheAmountOfTheYear) {
  EXPECT_THAT(Found(Changed("계\t\t1,200\t\n교재와 소모품 구입\t2024.02~2024.11\t500",
                            "계\t\t1,300\t\n교재와 소모품 구입\t2024.02~2024.11\t600")),
              Contains("error schedule.total 52"));
}

TEST(Schedule, TakesTheContractFromALineThatNamesItsTerm) {
  for (const std::string label : {"위탁기간", "위·수탁 기간", "민간위탁 기간"}) {
    const std::vector<std::string> found = Found(Changed(
        "- 2023.08.23 : 재계약(24.01.01~24.12.31)", "- " + label + " : 2022.05.10~2024.06.30"));
    EXPECT_THAT(found, ElementsAre("warning schedule.contract 53", "warning schedule.contract 54"))
        << label;
  }
}

TEST(Dates, WarnsOfAProgramAndAContractThatEndBeforeTheyBegin) {
  const Finding program =
      TheFinding(Changed("사업기간\t계속", "사업기간\t2024년~2022년"), "dates.ends_before_start");
  EXPECT_EQ(program.place.line, 8U);
  EXPECT_EQ(program.printed, "2024년~2022년");
  const Finding contract =
      TheFinding(Changed("24.01.01~24.12.31", "24.01.01~23.12.31"), "dates.ends_before_start");
  EXPECT_EQ(contract.place.line, 45U);
  EXPECT_EQ(contract.printed, "24.01.01~23.12.31");
}

TEST(Schedule, WarnsOfAStepThatBeginsBeforeTheYear) {
  const Finding f =
      TheFinding(Changed("2024.02~2024.11", "2023.02~2024.11"), "schedule.outside_year");
  EXPECT_EQ(f.place.line, 53U);
  EXPECT_EQ(f.printed, "2023.02~2024.11");
  EXPECT_THAT(f.message.ko, HasSubstr("시작되기 전에"));
}

TEST(Schedule, WarnsOfAStepThatGoesOnAfterTheYear) {
  const std::vector<std::string> found = Found(Changed("2024.03~2024.12", "2024.03~2025.01"));
  EXPECT_THAT(found,
              ElementsAre("warning schedule.contract 54", "warning schedule.outside_year 54"));
}

TEST(Schedule, WarnsOfAPeriodThatEndsBeforeItBegins) {
  const Finding f =
      TheFinding(Changed("2024.02~2024.11", "2024.11~2024.02"), "schedule.ends_before_start");
  EXPECT_EQ(f.place.line, 53U);
  EXPECT_EQ(f.severity, Severity::kWarning);
}

TEST(Schedule, WarnsOfAMonthThatDoesNotExist) {
  EXPECT_THAT(Found(Changed("2024.02~2024.11", "2024.02~2024.13")),
              ElementsAre("warning dates.calendar 53"));
}

TEST(Schedule, AsksAboutHalfTheMoneyInTwoMonthsOfAYearlyProgram) {
  std::string text = Changed("사업기간\t계속", "사업기간\t연례반복");
  text = testing::With(text, "2024.03~2024.12", "2024.03~2024.04");
  const Finding f = TheFinding(text, "schedule.half_in_two_months");
  EXPECT_EQ(f.severity, Severity::kAsk);
  EXPECT_EQ(f.place.line, 54U);
  EXPECT_THAT(f.message.ko, HasSubstr("58.3%"));
}

TEST(Schedule, DoesNotAskAboutThreeMonthsLessThanHalfOrAProgramThatIsNotYearly) {
  const std::string yearly = Changed("사업기간\t계속", "사업기간\t연례반복");
  EXPECT_THAT(Found(testing::With(yearly, "2024.03~2024.12", "2024.03~2024.05")), IsEmpty());
  EXPECT_THAT(Found(testing::With(yearly, "2024.02~2024.11", "2024.02~2024.03")), IsEmpty());
  EXPECT_THAT(Found(Changed("2024.03~2024.12", "2024.03~2024.04")), IsEmpty());
}

TEST(Schedule, WarnsOfStepsThatTheContractDoesNotCover) {
  const std::string text = Changed("24.01.01~24.12.31", "21.12.01~24.11.30");
  const Finding f = TheFinding(text, "schedule.contract");
  EXPECT_EQ(f.place.line, 54U);
  EXPECT_THAT(f.message.ko, HasSubstr("45번째 줄"));
  EXPECT_THAT(f.message.ko, HasSubstr("뒤까지 이어집니다"));
  const Finding after = TheFinding(testing::With(Changed("24.01.01~24.12.31", "21.11.20~24.11.30"),
                                                 "2024.03~2024.12", "2024.12~2024.12"),
                                   "schedule.contract");
  EXPECT_THAT(after.message.en, HasSubstr("begins after"));
}

TEST(Schedule, AsksOnceAboutAContractThatEndedBeforeTheYear) {
  EXPECT_THAT(Found(Changed("24.01.01~24.12.31", "21.01.01~23.12.31")),
              ElementsAre("ask contract.ended 45"));
}

TEST(Schedule, AsksAboutAStepAtAnotherAmountThanItsBasis) {
  std::string text = Changed("계\t\t1,200\t\n교재와 소모품 구입\t2024.02~2024.11\t500",
                             "계\t\t1,200\t\n교재와 소모품 구입\t2024.02~2024.11\t450");
  text = testing::With(text, "2024.03~2024.12\t700", "2024.03~2024.12\t750");
  EXPECT_THAT(Found(text), ElementsAre("ask schedule.basis 54"));
}

TEST(Basics, AskAboutAProgramThatEndedBeforeTheYear) {
  const Finding f =
      TheFinding(Changed("사업기간\t계속", "사업기간\t2020년~2022년"), "dates.program_ended");
  EXPECT_EQ(f.place.line, 8U);
  EXPECT_EQ(f.severity, Severity::kAsk);
  EXPECT_THAT(Found(Changed("사업기간\t계속", "사업기간\t2020년~2024년")), IsEmpty());
  EXPECT_THAT(Found(Changed("사업기간\t계속", "사업기간\t2020년~계속")), IsEmpty());
  EXPECT_THAT(Found(Changed("사업기간\t계속", "사업기간\t2020년~2022년 → 변경 2020년~2025년")),
              IsEmpty());
}

// --- the cost of all years ---

TEST(TotalCost, IsTheSumOfTheSourcesBehindIt) {
  const auto with = [](const std::string& line) {
    return Changed("- 건강 증진\n", "- 건강 증진\n\n□ 사업내용\n\n" + line + "\n");
  };
  const Finding f =
      TheFinding(with("○ 총사업비 : 1,200백만원 (국비 300, 시비 800)"), "funding.sum");
  EXPECT_EQ(f.place.line, 39U);
  EXPECT_EQ(f.severity, Severity::kError);
  EXPECT_EQ(f.difference, "100백만원");
  EXPECT_THAT(Found(with("○ 총사업비 : 1,200백만원 (국비 300, 시비 900)")), IsEmpty());
  // The money of one of its years, and what is not all of it.
  EXPECT_THAT(Found(with("○ 총사업비 : 1,200백만원 ('24년 국비 300, 시비 800)")), IsEmpty());
  EXPECT_THAT(Found(with("○ 총사업비 : 1,200백만원 (국비 300)")), IsEmpty());
}

// --- history ---

TEST(History, WarnsOfALineOutOfOrder) {
  const Finding f = TheFinding(Changed("2022.05.10", "2020.05.10"), "history.order");
  EXPECT_EQ(f.place.line, 44U);
  EXPECT_EQ(f.printed, "2020.05.10");
}

TEST(History, TakesTheNewestFirst) {
  std::string text = Changed("2021.03.15", "2023.03.15");
  text = testing::With(text, "2023.08.23", "2021.08.23");
  EXPECT_THAT(Found(text), IsEmpty());
}

TEST(History, WarnsOfADayThatDoesNotExist) {
  EXPECT_THAT(Found(Changed("2021.03.15", "2021.02.30")), ElementsAre("warning dates.calendar 43"));
}

TEST(History, WarnsOfAContractThatEndsOnADayThatDoesNotExist) {
  const Finding f = TheFinding(Changed("24.01.01~24.12.31", "24.01.01~24.02.30"), "dates.calendar");
  EXPECT_EQ(f.place.line, 45U);
  EXPECT_EQ(f.printed, "24.01.01~24.02.30");
  // An older contract does not end the program while nobody can say when this one does.
  const std::string older = Changed("위수탁 협약체결", "위수탁 협약체결(20.01.01~22.12.31)");
  EXPECT_THAT(Found(testing::With(older, "24.01.01~24.12.31", "24.01.01~24.02.30")),
              ElementsAre("warning dates.calendar 45"));
}

TEST(Contract, WarnsOfATermWithADayThatDoesNotExist) {
  EXPECT_THAT(Found(Changed("회 계\t일반회계\t\t\n",
                            "회 계\t일반회계\t\t\n추진방법\t민간위탁(24.01.01~24.02.30)\t\t\n")),
              ElementsAre("warning dates.calendar 8"));
}

TEST(Basics, WarnsOfAPeriodOfTheProgramThatTheCalendarHasNot) {
  EXPECT_THAT(Found(Changed("사업기간\t계속", "사업기간\t2024.01.01~2024.02.30")),
              ElementsAre("warning dates.calendar 8"));
}

// --- settlement ---

TEST(Settlement, FindsACurrentBudgetThatIsNotTheSumAndBlamesItAlone) {
  const Finding f = TheFinding(Changed("(x 320) 940", "(x 320) 490"), "settlement.current_budget");
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_EQ(f.expected, "940");
  EXPECT_EQ(f.difference, "△450");
  EXPECT_THAT(Found(Changed("(x 320) 940", "(x 320) 490")),
              ElementsAre("error settlement.current_budget 74"));
}

TEST(Settlement, FindsABalanceThatIsNotWhatIsLeft) {
  const Finding f = TheFinding(Changed("(x 10) 20\n", "(x 10) 21\n"), "settlement.lapsed");
  EXPECT_EQ(f.place.line, 75U);
  EXPECT_EQ(f.expected, "20");
  EXPECT_EQ(f.difference, "1");
}

TEST(Settlement, FindsASubsidyPartThatDoesNotFit) {
  EXPECT_THAT(Found(Changed("(x 290) 930", "(x 280) 930")),
              ElementsAre("error settlement.lapsed 75"));
}

TEST(Settlement, FindsAYearThatDoesNotLinkToTheNext) {
  const Finding f =
      TheFinding(Changed("(x 20) 50\t(x 30) 50", "(x 20) 40\t(x 30) 60"), "settlement.year_link");
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_EQ(f.printed, "(x 20) 50");
  EXPECT_EQ(f.expected, "40");
}

TEST(Settlement, FindsALostMinus) {
  EXPECT_THAT(Found(Changed("(x-) △10", "(x-) 10")),
              ElementsAre("error settlement.current_budget 74"));
}

TEST(Settlement, WarnsOfYearsThatDoNotFollowEachOther) {
  EXPECT_THAT(Found(Changed("\n2021\t(x 300)", "\n2019\t(x 300)")),
              ElementsAre("warning settlement.years 74"));
  EXPECT_THAT(Found(Changed("\n2020\t(x 300)", "\n2010\t(x 300)")),
              ElementsAre("warning settlement.years 73"));
}

TEST(Settlement, TakesTheYearsOfASupplementaryBudget) {
  std::string text = Changed("\n2022\t(x 300)", "\n2023\t(x 300)");
  text = testing::With(text, "\n2021\t(x 300)", "\n2022\t(x 300)");
  text = testing::With(text, "\n2020\t(x 300)", "\n2021\t(x 300)");
  EXPECT_THAT(Found(text), IsEmpty());
}

TEST(Settlement, AsksAboutYearsThatTheSheetCannotHave) {
  std::string text = Changed("\n2022\t(x 300)", "\n2020\t(x 300)");
  text = testing::With(text, "\n2021\t(x 300)", "\n2019\t(x 300)");
  text = testing::With(text, "\n2020\t(x 300) 900\t(x-) 0\t(x-) 0\t(x 300) 900\t(x 250)",
                       "\n2018\t(x 300) 900\t(x-) 0\t(x-) 0\t(x 300) 900\t(x 250)");
  EXPECT_THAT(Found(text), ElementsAre("ask settlement.latest_year 75"));
}

TEST(Settlement, NotesAYearThatIsMissing) {
  EXPECT_THAT(
      Found(Changed(
          "2020\t(x 300) 900\t(x-) 0\t(x-) 0\t(x 300) 900\t(x 250) 800\t(x 20) 50\t(x 30) 50\n",
          "")),
      ElementsAre("note settlement.three_years 74"));
}

TEST(Settlement, KnowsARefundColumnAndTheRate) {
  const std::string head =
      "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n";
  std::string text = CleanSheet();
  text.resize(text.find(head));
  text +=
      "연도\t최종예산\t전년이월\t예비비\t예산현액\t지출액\t차년이월\t보조금 "
      "반납금\t집행잔액\t집행률(%)\n"
      "2020\t900\t0\t0\t900\t800\t50\t20\t30\t88.9\n"
      "2021\t900\t50\t△10\t940\t900\t0\t10\t30\t95.7\n"
      "2022\t950\t0\t0\t950\t930\t0\t0\t20\t97.9\n";
  EXPECT_THAT(Found(text), IsEmpty());
  EXPECT_THAT(Found(testing::With(text, "50\t20\t30\t88.9", "50\t20\t31\t88.9")),
              ElementsAre("error settlement.lapsed 73"));
  EXPECT_THAT(Found(testing::With(text, "50\t20\t30\t88.9", "50\t20\t30\t98.9")),
              ElementsAre("error settlement.rate 73"));
}

TEST(Settlement, AddsUpTheKindsOfCarryover) {
  const std::string head =
      "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n";
  std::string text = CleanSheet();
  text.resize(text.find(head));
  text +=
      "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t명시이월\t사고이월\t집행잔액\n"
      "2020\t900\t0\t0\t900\t800\t30\t20\t50\n"
      "2021\t900\t50\t△10\t940\t900\t0\t0\t40\n"
      "2022\t950\t0\t0\t950\t930\t0\t0\t20\n";
  EXPECT_THAT(Found(text), IsEmpty());
  const std::vector<std::string> found =
      Found(testing::With(text, "800\t30\t20\t50", "800\t30\t21\t50"));
  EXPECT_THAT(found, ElementsAre("error settlement.lapsed 73", "error settlement.year_link 73"));
}

// --- subsidy parts, results, notation ---

TEST(SubsidyPart, MayNotBeLargerThanItsTotal) {
  std::string text = Changed("(x 30) 50\n", "(x 60) 50\n");
  EXPECT_THAT(Found(text), Contains("error subsidy.part 73"));
  EXPECT_THAT(Found(Changed("(x 300) 1,000", "(x 1,300) 1,000")),
              Contains("error subsidy.part 18"));
}

TEST(SubsidyPart, MayBeLargerThanItsTotalInAChange) {
  const std::string text =
      With(Changed("(x 150) 500\t(x 50) 100\t25", "(x 350) 500\t(x 250) 100\t25"),
           "(x 250) 700\t(x 50) 100", "(x 50) 700\t(x △150) 100");
  EXPECT_THAT(Found(text), IsEmpty());
  const std::string settled =
      With(Changed("(x 20) 50\t(x-) △10\t(x 320) 940", "(x 20) 50\t(x 15) △10\t(x 335) 940"),
           "940\t(x 300) 900\t(x-) 0\t(x 20) 40", "940\t(x 300) 900\t(x-) 0\t(x 35) 40");
  EXPECT_THAT(Found(settled), IsEmpty());
}

TEST(SubsidyPart, MayNotStandWithoutItsTotal) {
  EXPECT_THAT(Found(Changed("(x 400) 1,200\t", "(x 400)\t")), Contains("error subsidy.part 18"));
}

TEST(Results, AskAboutPartsThatDoNotAddUp) {
  const Finding f =
      TheFinding(Changed("12회(봄 5회, 가을 7회)", "13회(봄 5회, 가을 7회)"), "results.parts");
  EXPECT_EQ(f.severity, Severity::kAsk);
  EXPECT_EQ(f.place.line, 61U);
  EXPECT_EQ(f.printed, "13회");
  EXPECT_EQ(f.expected, "12회");
}

TEST(Results, AskAboutACounterThatIsLikelyMisprinted) {
  const Finding f = TheFinding(
      Changed("교실 12회(봄 5회, 가을 7회)", "과제 12종(봄 5종, 가을 7곤)"), "notation.misprint");
  EXPECT_EQ(f.place.line, 61U);
  EXPECT_EQ(f.printed, "7곤");
  EXPECT_EQ(f.expected, "7종");
  EXPECT_THAT(f.message.ko, HasSubstr("'곤'은 '종'의 오기로 보입니다"));
}

TEST(Results, AskAboutAWholeThatAMisprintedCounterDoesNotMake) {
  const Finding f =
      TheFinding(Changed("교실 12회(봄 5회, 가을 7회)", "과제 11종(정책 4종, 제도 5종, 성과1곤)"),
                 "results.parts");
  EXPECT_EQ(f.printed, "11종");
  EXPECT_EQ(f.expected, "10종");
  EXPECT_THAT(f.message.ko, HasSubstr("곤"));
  EXPECT_THAT(
      Found(Changed("교실 12회(봄 5회, 가을 7회)", "과제 9종(정책 4종, 제도 5종, 성과1곤)")),
      IsEmpty());
}

TEST(Results, AskWhetherGroupsOfTwoDigitsAreAListOrACount) {
  const std::string counted = "2022년도\t○ 교실 12회(봄 5회, 가을 7회)";
  for (const char* list : {"20,15", "30,20,10", "23,14", "20,20"}) {
    const std::string text = Changed(counted, counted + ", 회의 " + list + "회");
    EXPECT_THAT(Found(text), ElementsAre("ask notation.list_or_count 61")) << list;
    EXPECT_EQ(TheFinding(text, "notation.list_or_count").printed, list);
  }
  const Finding f = TheFinding(Changed(counted, counted + ", 23,14명"), "notation.list_or_count");
  EXPECT_THAT(f.message.ko, HasSubstr("(23, 14)"));
  EXPECT_THAT(f.message.ko, HasSubstr("2,314"));
  EXPECT_THAT(f.message.en, HasSubstr("2,314"));
}

TEST(Results, WarnOfACountWhoseCommasStandWrongly) {
  const std::string counted = "2022년도\t○ 교실 12회(봄 5회, 가을 7회)";
  const Finding f = TheFinding(Changed(counted, counted + ", 231,40명"), "notation.grouping");
  EXPECT_EQ(f.place.line, 61U);
  EXPECT_EQ(f.printed, "231,40");
  EXPECT_EQ(f.expected, "23,140");
  for (const char* right :
       {", 23,140명", ", 10,11회 운영", ", 3,4회 운영", ", 1,971건", ", 9,10,11회"}) {
    EXPECT_THAT(Found(Changed(counted, counted + right)), IsEmpty()) << right;
  }
}

TEST(Notation, WarnsOfCommasInTheWrongPlaceAndGoesOnWithTheLikelyFigure) {
  const Finding f =
      TheFinding(Changed("2024.02~2024.11\t500\t", "2024.02~2024.11\t5,00\t"), "notation.grouping");
  EXPECT_EQ(f.place.line, 53U);
  EXPECT_EQ(f.expected, "500");
}

TEST(Notation, AsksAboutACellThatIsNoFigure) {
  EXPECT_THAT(Found(Changed("2024.02~2024.11\t500\t", "2024.02~2024.11\t오백\t")),
              Contains("ask notation.unreadable 53"));
}

TEST(Notation, AsksAboutTheSameFigureInAnotherUnit) {
  EXPECT_THAT(Found(Changed("1,200천원\t(국비)400천원\t(시비)800천원",
                            "1,200원\t(국비)400원\t(시비)800원")),
              ElementsAre("ask notation.unit_slip 9"));
}

// One word is wrong, at the headline: its sources are not at fault each.
TEST(Notation, AsksOnceAboutTheUnitOfAHeadlineWithItsSources) {
  const std::string overview =
      "□ 예산 총괄 (단위: 천원)\n구분\t2021 예산(A)\t2022 예산(B)\tB-A\n계\t800\t900\t100\n"
      "국비\t400\t400\t0\n도비\t0\t0\t0\n군비\t400\t500\t100\n";
  const auto units = [&](const std::string& headline) {
    const auto sheet = Read("청년 지원 (2022)\n□ 사업개요\n" + headline + "\n" + overview);
    std::vector<std::string> found;
    for (const Finding& finding : Check(*sheet).findings) {
      if (finding.rule == "notation.unit_slip" || finding.rule == "funding.overview")
        found.push_back(finding.rule + " " + std::to_string(finding.place.line) + ":" +
                        std::to_string(finding.place.column) + " " + finding.printed);
    }
    return found;
  };
  EXPECT_THAT(units(" ○ 총사업비 : 900원 (국비 400 / 군비 500)"),
              ElementsAre("notation.unit_slip 3:11 900원"));
  EXPECT_THAT(units(" ○ 사업비 : 900원 (국비 400 / 군비 500)"),
              ElementsAre("notation.unit_slip 3:10 900원"));
  EXPECT_THAT(units(" ○ 총사업비 : 1,700원 (국비 400 / 군비 500)"),
              ElementsAre("notation.unit_slip 3:22 400"));
  EXPECT_THAT(units(" ○ 총사업비 : 900천원 (국비 400 / 군비 500)"), ElementsAre());
  // Nothing is nothing in any unit; what the table calls otherwise stands in the sum all the same.
  EXPECT_THAT(units(" ○ 총사업비 : 900원 (국비 400 / 도비 0 / 군비 500)"),
              ElementsAre("notation.unit_slip 3:11 900원"));
  EXPECT_THAT(units(" ○ 사업비 : 900원 (국비 400 / 기타 500)"),
              ElementsAre("notation.unit_slip 3:10 900원"));
  // The others bear the headline out: the table is asked about, once.
  EXPECT_THAT(
      units(" ○ 사업비 : 900원 (국비 400 / 군비 500)\n□ 산출근거 (단위: 원)\n ○ 운영비 : 900"),
      ElementsAre(StartsWith("notation.unit_slip 8:")));
  // Off by two units it is no one word.
  EXPECT_THAT(units(" ○ 총사업비 : 900원 (국비 400 / 군비 5,000,000)"), SizeIs(2));
  // The line adds up in itself, so its figures are right.
  EXPECT_THAT(units(" ○ 총사업비 : 1,700원 (국비 400 / 기타 1,300)"),
              ElementsAre(StartsWith("notation.unit_slip 3:")));
  // One source that is off by a unit, under a headline that is right, is a figure's fault.
  EXPECT_THAT(units(" ○ 총사업비 : 900천원 (국비 400,000 / 기타 500)"),
              ElementsAre(StartsWith("funding.overview 3:21")));
  EXPECT_THAT(units(" ○ 총사업비 : 900천원 (국비 400 / 군비 500,000)"),
              ElementsAre(StartsWith("funding.overview 3:30")));
}

TEST(Notation, NotesAnAmountWithoutACommaAmongOthersThatHaveOne) {
  const Finding finding =
      TheFinding(Changed("(x 400) 1,200\t", "(x 400) 1200\t"), "notation.no_comma");
  EXPECT_EQ(finding.severity, Severity::kNote);
  EXPECT_EQ(finding.place.line, 18U);
  EXPECT_EQ(finding.expected, "1,200");
  EXPECT_THAT(Found(Changed("(x 400) 1,200\t", "(x 400) 1200\t")),
              ElementsAre("note notation.no_comma 18"));
}

TEST(Notation, TakesATableThatGroupsNoFigure) {
  EXPECT_THAT(Found(Changed("계\t\t1,200\t\n", "계\t\t1200\t\n")), IsEmpty());
  EXPECT_THAT(Found(With(Changed("(x 300) 1,000\t", "(x 300) 1000\t"), "(x 400) 1,200\t",
                         "(x 400) 1200\t")),
              IsEmpty());
}

TEST(Notation, ComparesATableWithoutAUnitInTheUnitOfTheOthers) {
  const std::string bare =
      Changed("□ 2024년도 추진일정\n\n(단위 : 천원)\n", "□ 2024년도 추진일정\n");
  Finding f = TheFinding(bare, "notation.table_unit");
  EXPECT_EQ(f.expected, "(단위 : 천원)");
  EXPECT_THAT(f.message.en, HasSubstr("in thousand won"));
  const std::string wrong = With(With(bare, "계\t\t1,200\t", "계\t\t1,300\t"),
                                 "2024.02~2024.11\t500\t", "2024.02~2024.11\t600\t");
  EXPECT_THAT(Found(wrong),
              ElementsAre("warning notation.table_unit 49", "error schedule.total 50"));
  f = TheFinding(wrong, "schedule.total");
  EXPECT_EQ(f.difference, "100");
  const std::string in_won = With(With(With(bare, "계\t\t1,200\t", "계\t\t1,200,000\t"),
                                       "2024.11\t500\t", "2024.11\t500,000\t"),
                                  "2024.12\t700\t", "2024.12\t700,000\t");
  EXPECT_THAT(Found(in_won), ElementsAre("warning notation.table_unit 49"));
  EXPECT_EQ(TheFinding(in_won, "notation.table_unit").expected, "(단위 : 원)");
}

TEST(Notation, AsksAboutAFractionOfAWonThatNoSumTakesIn) {
  const Finding f =
      TheFinding(Changed("(x 150) 500\t", "(x 150) 500.0001\t"), "notation.fraction_of_won");
  EXPECT_EQ(f.severity, Severity::kAsk);
  EXPECT_EQ(f.place.line, 19U);
  EXPECT_EQ(f.printed, "(x 150) 500.0001");
  EXPECT_THAT(Found(Changed("200,000원\t= 200천원", "200,000.5원\t= 200천원")),
              ElementsAre("ask notation.fraction_of_won 26"));
  EXPECT_THAT(Found(With(Changed("2024.02~2024.11\t500\t", "2024.02~2024.11\t500.250\t"),
                         "2024.12\t700\t", "2024.12\t699.750\t")),
              Not(Contains(HasSubstr("fraction_of_won"))));
}

TEST(Notation, WarnsOfATableWithoutAUnit) {
  EXPECT_THAT(Found(Changed("(단위 : 천원)\n\n사업추진절차", "\n\n사업추진절차")),
              ElementsAre("warning notation.table_unit 51"));
}

// --- presence ---

TEST(Presence, WarnsOfAMissingOverviewAndNotesOtherSections) {
  EXPECT_THAT(Found(Changed("□ 사업목적\n\n- 건강 증진\n", "\n\n\n")),
              ElementsAre("note presence.usual_section 0"));
}

TEST(Presence, WarnsOfAMissingColumn) {
  std::string text = Changed("연도\t최종예산\t전년이월\t예산변경\t예산현액",
                             "연도\t최종예산\t기타\t예산변경\t예산현액");
  EXPECT_THAT(Found(text), Contains("warning presence.column 72"));
}

TEST(Presence, WarnsOfARowThatLostACell) {
  // What is left of the row stands under wrong headings: nothing else is said of it.
  EXPECT_THAT(Found(Changed("2021\t(x 300) 900\t(x 20) 50\t", "2021\t(x 300) 900\t")),
              ElementsAre("warning presence.lost_cell 74"));
  EXPECT_THAT(Found(Changed("행사운영비\t(x 200) 600\t(x 250) 700\t", "행사운영비\t(x 200) 600\t")),
              ElementsAre("warning presence.lost_cell 20"));
}

TEST(Presence, NotesAMarkThatStandsAlone) {
  EXPECT_THAT(Found(Changed("계\t(x 300) 1,000", "\t\t\t\t(x-)\n계\t(x 300) 1,000")),
              ElementsAre("note presence.stray_subsidy_mark 18"));
}

TEST(Presence, WarnsOfATableThatStopsAfterItsHeading) {
  std::string text = CleanSheet();
  text.resize(text.find("2020\t(x 300)"));
  EXPECT_THAT(Found(text), Contains("warning presence.cut_off 72"));
}

TEST(Presence, AsksAboutATableWithoutATotal) {
  EXPECT_THAT(Found(Changed("계\t\t1,200\t\n", "")), ElementsAre("ask presence.total_row 51"));
}

// --- years ---

TEST(Years, WarnOfHeadingsThatNameDifferentYears) {
  EXPECT_THAT(Found(Changed("□ 2024년도 추진일정", "□ 2025년도 추진일정")),
              Contains("warning years.agree 47"));
  EXPECT_THAT(Found(Changed("2023예산액 (A)", "2022예산액 (A)")),
              ElementsAre("warning years.overview 17"));
}

TEST(Years, WarnOfAYearThatNoBudgetHas) {
  EXPECT_THAT(Found(Changed("□ 2024년도 추진일정", "□ 2204년도 추진일정")),
              Contains("warning years.impossible 47"));
}

// --- a table that was misread ---

TEST(Reading, IsDoubtedOnceWhenMostRowsContradictThemselves) {
  // The columns of the settlement under the wrong headings: every row fails.
  const std::string text = Changed("최종예산\t전년이월\t예산변경\t예산현액\t집행액",
                                   "최종예산\t예산현액\t전년이월\t예산변경\t집행액");
  EXPECT_THAT(Found(text), ElementsAre("ask reading.doubted 73"));
}

TEST(Reading, IsNotDoubtedForTwoMisprints) {
  std::string text = Changed("(x 300) 900\t(x-) 0\t(x-) 0", "(x 300) 901\t(x-) 0\t(x-) 0");
  text = testing::With(text, "(x 300) 950\t(x-) 0\t(x-) 0", "(x 300) 951\t(x-) 0\t(x-) 0");
  EXPECT_THAT(Found(text), ElementsAre("error settlement.current_budget 73",
                                       "error settlement.current_budget 75"));
}

// --- together ---

TEST(Together, FindsThatThisYearsPriorIsNotLastYearsBudget) {
  const std::string last_text = CleanSheet();
  std::string now_text = CleanSheet();
  now_text =
      testing::With(now_text, "2023예산액 (A)\t2024예산액 (B)", "2024예산액 (A)\t2025예산액 (B)");
  now_text = testing::With(now_text, "계\t(x 300) 1,000\t(x 400) 1,200\t(x 100) 200\t20",
                           "계\t(x 400) 1,200\t(x 400) 1,200\t(x-) 0\t0");
  now_text = testing::With(now_text, "(x 100) 400\t(x 150) 500\t(x 50) 100\t25",
                           "(x 150) 500\t(x 150) 500\t(x-) 0\t0");
  now_text = testing::With(now_text, "(x 200) 600\t(x 250) 700\t(x 50) 100\t16.7",
                           "(x 250) 700\t(x 250) 700\t(x-) 0\t0");
  for (const char* year : {"2024년 예산내역", "□ 2024년도"}) {
    std::string later = year;
    later.replace(later.find("2024"), 4, "2025");
    now_text = testing::With(now_text, year, later);
  }
  for (const char* period : {"2024.02~2024.11", "2024.03~2024.12"}) {
    std::string later = period;
    for (std::size_t at = later.find("2024"); at != std::string::npos; at = later.find("2024")) {
      later.replace(at, 4, "2025");
    }
    now_text = testing::With(now_text, period, later);
  }
  now_text = testing::With(now_text, "24.01.01~24.12.31", "24.01.01~25.12.31");
  now_text = testing::With(now_text, "\n2022\t(x 300)", "\n2023\t(x 300)");
  now_text = testing::With(now_text, "\n2021\t(x 300)", "\n2022\t(x 300)");
  now_text = testing::With(now_text, "\n2020\t(x 300)", "\n2021\t(x 300)");
  // Settlements shared by both: 2021 and 2022, row for row the ones of the earlier sheet.
  const std::string rows = last_text.substr(last_text.find("\n2021\t(x 300)"));
  now_text.resize(now_text.find("\n2021\t(x 300)"));
  now_text += rows;
  now_text += "2023\t(x 300) 950\t(x-) 0\t(x-) 0\t(x 300) 950\t(x 290) 930\t(x-) 0\t(x 10) 20\n";

  const auto found = [](const std::string& a, const std::string& b) {
    auto first = Read(a);
    auto second = Read(b);
    EXPECT_TRUE(first.ok() && second.ok());
    std::vector<std::string> out;
    for (const Finding& f : CheckTogether({&*second, &*first}).findings) {
      out.push_back(std::to_string(f.document) + " " + testing::Short(f));
    }
    return out;
  };
  EXPECT_THAT(found(last_text, now_text), IsEmpty());
  EXPECT_THAT(found(last_text, testing::With(now_text, "계\t(x 400) 1,200\t(x 400) 1,200\t(x-) 0",
                                             "계\t(x 400) 1,100\t(x 400) 1,200\t(x-) 100")),
              Contains("0 warning together.prior_year 18"));
  EXPECT_THAT(found(last_text, testing::With(now_text, "(x 290) 930\t(x-) 0\t(x 10) 20",
                                             "(x 290) 920\t(x-) 0\t(x 10) 30")),
              ElementsAre("0 error together.settlement 74"));
  // Another program is another matter.
  EXPECT_THAT(found(testing::With(last_text, "생활체육 교실", "생활체육 대회"),
                    testing::With(now_text, "(x 290) 930\t(x-) 0\t(x 10) 20",
                                  "(x 290) 920\t(x-) 0\t(x 10) 30")),
              IsEmpty());
}

}  // namespace
}  // namespace yesan
