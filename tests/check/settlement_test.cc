// The rows of a settlement that are hard to judge: cells without an amount, years, units, amounts beyond all budgets.
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
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TheFinding;

const char kHead[] = "연도\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행잔액\n";

// The clean sheet (of 2024) with other rows of settlement, which begin on line 73.
std::string Sheet(const std::string& rows, const std::string& head = kHead) {
  std::string text = CleanSheet();
  text.resize(text.find(kHead));
  return text + head + rows;
}

// Three rows that hold, of these years.
std::string OfYears(const std::string& a, const std::string& b, const std::string& c) {
  return Sheet(a + "\t900\t0\t0\t900\t800\t0\t100\n" + b + "\t900\t0\t△10\t890\t850\t0\t40\n" + c +
               "\t950\t0\t0\t950\t930\t0\t20\n");
}

// --- cells without an amount ---

TEST(SettlementHole, IsASubsidyMarkAloneAsMuchAsABlank) {
  for (const char* cell : {"(x-)", ""}) {
    const std::string text =
        Changed("(x 290) 930\t(x-) 0\t(x 10) 20", std::string(cell) + "\t(x-) 0\t(x 10) 20");
    const Finding f = TheFinding(text, "presence.missing_figure");
    EXPECT_EQ(f.place.line, 75U) << cell;
    EXPECT_EQ(f.expected, "930") << cell;
    EXPECT_EQ(f.printed, cell);
    EXPECT_THAT(f.message.en, HasSubstr("disbursement (집행액) of FY2022"));
  }
}

TEST(SettlementHole, IsASubsidyPartWithoutItsTotal) {
  const Finding f =
      TheFinding(Changed("(x 290) 930\t(x-) 0\t(x 10) 20", "(x 290)\t(x-) 0\t(x 10) 20"),
                 "presence.missing_figure");
  EXPECT_EQ(f.place.line, 75U);
  EXPECT_EQ(f.expected, "930");
}

TEST(SettlementHole, IsNoneWhereTheRestNeedsNothing) {
  EXPECT_THAT(Found(Changed("2022\t(x 300) 950\t(x-) 0\t(x-) 0", "2022\t(x 300) 950\t(x-)\t(x-)")),
              IsEmpty());
}

TEST(SettlementHole, OfSeveralIsNamedWithAllOfThem) {
  const Finding f = TheFinding(Sheet("2020\t900\t0\t0\t900\t900\t0\t0\n"
                                     "2021\t900\t0\t△10\t890\t850\t\t\n"
                                     "2022\t950\t0\t0\t950\t950\t0\t0\n"),
                               "presence.missing_figure");
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_EQ(f.expected, "");
  EXPECT_THAT(f.message.ko, HasSubstr("40천원"));
  EXPECT_THAT(f.message.en, HasSubstr("(차년이월)"));
  EXPECT_THAT(f.message.en, HasSubstr("(집행잔액)"));
}

TEST(SettlementHole, AddsTheSupplementWhereTheTableDoes) {
  EXPECT_THAT(Found(Sheet("2020\t800\t100\t\t0\t900\t900\t0\t0\n"
                          "2021\t900\t0\t0\t0\t900\t850\t0\t50\n"
                          "2022\t950\t0\t0\t0\t950\t950\t0\t0\n",
                          "연도\t예산액\t추경\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집행"
                          "잔액\n")),
              IsEmpty());
}

// --- brackets that stand alone ---

TEST(SettlementBracket, IsNamedAndReadAsTheRowNeedsIt) {
  const std::string text = Changed("(x-) △10", "(10)");
  const Finding f = TheFinding(text, "notation.bracket_alone");
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_EQ(f.printed, "(10)");
  EXPECT_EQ(f.expected, "Δ10");
  EXPECT_THAT(Found(text), ElementsAre("warning notation.bracket_alone 74"));
}

TEST(SettlementBracket, DoesNotHideThatTheRowDoesNotAddUp) {
  const Finding f =
      TheFinding(Changed("(x 290) 930\t(x-) 0", "(1,000)\t(x-) 0"), "notation.bracket_alone");
  EXPECT_EQ(f.expected, "930");
  EXPECT_EQ(f.printed, "(1,000)");
}

TEST(SettlementBracket, LeavesTheOtherIdentityOfItsRowProved) {
  // 예산현액 stands in brackets: what is left is proved with the value that its parts make.
  const std::vector<std::string> found =
      Found(Sheet("2020\t900\t0\t0\t900\t900\t0\t0\n"
                  "2021\t900\t0\t0\t(900)\t850\t0\t40\n"
                  "2022\t950\t0\t0\t950\t950\t0\t0\n"));
  EXPECT_THAT(found,
              ElementsAre("warning notation.bracket_alone 74", "error settlement.lapsed 74"));
}

// --- years ---

TEST(SettlementYears, NamesBothLinesOfAYearThatStandsTwice) {
  Finding f = TheFinding(OfYears("2020", "2021", "2021"), "settlement.years");
  EXPECT_THAT(f.message.ko, HasSubstr("74, 75번째 줄"));
  EXPECT_THAT(f.message.en, HasSubstr("lines 74, 75"));
  EXPECT_EQ(f.expected, "2022");
  f = TheFinding(OfYears("2020", "2020", "2022"), "settlement.years");
  EXPECT_THAT(f.message.en, HasSubstr("lines 73, 74"));
  EXPECT_EQ(f.expected, "2021");
}

TEST(SettlementYears, SaysWhichYearIsMissing) {
  const Finding f = TheFinding(OfYears("2019", "2021", "2022"), "settlement.years");
  EXPECT_THAT(f.message.en, HasSubstr("no settlement of 2020"));
  EXPECT_THAT(f.message.en, HasSubstr("line 73"));
  EXPECT_THAT(f.message.en, HasSubstr("line 74"));
  EXPECT_EQ(f.expected, "");
  EXPECT_THAT(TheFinding(OfYears("2020", "2021", "2023"), "settlement.years").message.ko,
              HasSubstr("2022년이 없습니다"));
}

TEST(SettlementYears, NamesTheOddOneOut) {
  Finding f = TheFinding(OfYears("2020", "2091", "2022"), "settlement.years");
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_EQ(f.printed, "2091");
  EXPECT_EQ(f.expected, "2021");
  f = TheFinding(OfYears("2002", "2021", "2022"), "settlement.years");
  EXPECT_EQ(f.place.line, 73U);
  EXPECT_EQ(f.expected, "2020");
}

TEST(SettlementYears, NamesThoseInTheWrongOrder) {
  const Finding f = TheFinding(OfYears("2020", "2022", "2021"), "settlement.years");
  EXPECT_THAT(f.message.en, HasSubstr("2022 (line 74), 2021 (line 75)"));
  EXPECT_THAT(f.message.en, Not(HasSubstr("2020")));
  EXPECT_THAT(Found(OfYears("2022", "2021", "2020")), IsEmpty());
}

TEST(SettlementYears, ThatAreAtFaultBlameNoFigure) {
  // 2021 and 2022 have changed places: 50 goes out of 2020 and, as printed, comes into 2022.
  EXPECT_THAT(Found(Sheet("2020\t900\t0\t0\t900\t800\t50\t50\n"
                          "2022\t900\t50\t0\t950\t900\t0\t50\n"
                          "2021\t950\t0\t0\t950\t930\t0\t20\n")),
              ElementsAre("warning settlement.years 74"));
}

TEST(SettlementYears, NamesANumberThatIsNoYearAsItIsPrinted) {
  for (const char* number : {"9999", "0", "21"}) {
    const std::string text = OfYears("2020", number, "2022");
    const Finding f = TheFinding(text, "years.impossible");
    EXPECT_EQ(f.place.line, 74U) << number;
    EXPECT_EQ(f.printed, number);
    EXPECT_EQ(f.expected, "2021") << number;
    EXPECT_THAT(f.message.en, HasSubstr(number));
    EXPECT_THAT(Found(text), ElementsAre("warning years.impossible 74")) << number;
  }
  EXPECT_EQ(TheFinding(OfYears("2020", "2021", "9999"), "years.impossible").place.line, 75U);
}

TEST(SettlementYears, MayBeThoseOfSeveralAccounts) {
  EXPECT_THAT(Found(Sheet("2020\t일반회계\t900\t0\t0\t900\t900\t0\t0\n"
                          "2020\t특별회계\t900\t0\t0\t900\t900\t0\t0\n"
                          "2021\t일반회계\t900\t0\t0\t900\t900\t0\t0\n"
                          "2021\t특별회계\t900\t0\t0\t900\t900\t0\t0\n"
                          "2022\t일반회계\t900\t0\t0\t900\t900\t0\t0\n"
                          "2022\t특별회계\t900\t0\t0\t900\t900\t0\t0\n",
                          "연도\t회계\t최종예산\t전년이월\t예산변경\t예산현액\t집행액\t차년이월\t집"
                          "행잔액\n")),
              Not(Contains(HasSubstr("settlement.years"))));
}

// --- units ---

TEST(SettlementUnit, OfOneRowIsAskedAbout) {
  const Finding f = TheFinding(Sheet("2020\t900\t0\t0\t900\t800\t0\t100\n"
                                     "2021\t910,000\t0\t0\t910,000\t850,000\t0\t60,000\n"
                                     "2022\t950\t0\t0\t950\t930\t0\t20\n"),
                               "settlement.unit_slip");
  EXPECT_EQ(f.severity, Severity::kAsk);
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_THAT(f.message.en, HasSubstr("910,000"));
  EXPECT_THAT(f.message.en, HasSubstr("900 thousand won"));
  EXPECT_THAT(f.message.ko, HasSubstr("1,000배"));
}

TEST(SettlementUnit, OfTheWholeTableIsAskedAbout) {
  const Finding f = TheFinding(Sheet("2020\t900,000\t0\t0\t900,000\t800,000\t0\t100,000\n"
                                     "2021\t910,000\t0\t0\t910,000\t850,000\t0\t60,000\n"
                                     "2022\t950,000\t0\t0\t950,000\t930,000\t0\t20,000\n"),
                               "settlement.unit_slip");
  EXPECT_EQ(f.place.line, 75U);
  EXPECT_THAT(f.message.en, HasSubstr("950,000"));
  EXPECT_THAT(f.message.en, HasSubstr("1,000 thousand won"));
}

TEST(SettlementUnit, OfTheHeadingMayBeHundredMillions) {
  const Finding f =
      TheFinding(testing::With(CleanSheet(), "(단위 : 천원)\n\n연도", "(단위 : 억원)\n\n연도"),
                 "settlement.unit_slip");
  EXPECT_EQ(f.place.line, 75U);
  EXPECT_THAT(f.message.ko, HasSubstr("100,000배"));
  EXPECT_THAT(f.message.en, HasSubstr("100,000 times"));
}

// A hundred times is a slip between 백만원 and 억원, and growth where both are printed in one unit.
TEST(SettlementUnit, OfAHundredTimesIsOneOnlyBetweenItsUnits) {
  const std::string millions = Changed("(단위 : 천원, %)", "(단위 : 백만원, %)");
  EXPECT_EQ(TheFinding(testing::With(millions, "(단위 : 천원)\n\n연도", "(단위 : 억원)\n\n연도"),
                       "settlement.unit_slip")
                .place.line,
            75U);
  EXPECT_THAT(Found(Sheet("2020\t9\t0\t0\t9\t8\t0\t1\n2021\t9\t0\t0\t9\t8\t0\t1\n"
                          "2022\t9\t0\t0\t9\t9\t0\t0\n")),
              Not(Contains(HasSubstr("unit_slip"))));
}

TEST(SettlementUnit, OfOneColumnIsAskedAbout) {
  const Finding f = TheFinding(
      Sheet("2020\t1,900\t1.8\n2021\t1,100\t1.1\n2022\t1,000\t0.9\n", "연도\t예산현액\t집행액\n"),
      "settlement.unit_slip");
  EXPECT_EQ(f.place.line, 73U);
  EXPECT_EQ(f.printed, "1.8");
  EXPECT_THAT(f.message.en, HasSubstr("1,900 thousand won"));
}

TEST(SettlementUnit, LeavesARowOutOfTheLinksOfYears) {
  EXPECT_THAT(Found(Sheet("2020\t900\t0\t0\t900\t800\t50\t50\n"
                          "2021\t900,000\t50,000\t0\t950,000\t850,000\t0\t100,000\n"
                          "2022\t950\t0\t0\t950\t930\t0\t20\n")),
              ElementsAre("ask settlement.unit_slip 74"));
}

TEST(SettlementUnit, IsNotDoubtedForRealGrowth) {
  EXPECT_THAT(Found(Sheet("2020\t10\t0\t0\t10\t10\t0\t0\n"
                          "2021\t90\t0\t0\t90\t90\t0\t0\n"
                          "2022\t950\t0\t0\t950\t930\t0\t20\n")),
              IsEmpty());
  EXPECT_THAT(Found(Sheet("2020\t1\t0\t0\t1\t1\t0\t0\n"
                          "2021\t100\t0\t0\t100\t100\t0\t0\n"
                          "2022\t1,000\t0\t0\t1,000\t930\t0\t70\n")),
              IsEmpty());
}

// --- limits ---

TEST(SettlementLimit, IsTheCurrentBudget) {
  const Finding f =
      TheFinding(Changed("(x 290) 930\t(x-) 0\t(x 10) 20", "(x 290) 960\t(x-) 0\t(x 10) △10"),
                 "settlement.overspent");
  EXPECT_EQ(f.severity, Severity::kError);
  EXPECT_EQ(f.place.line, 75U);
  EXPECT_EQ(f.difference, "10");
  EXPECT_THAT(f.message.en, HasSubstr("960"));
  EXPECT_THAT(f.message.en, HasSubstr("current budget (예산현액), 950"));
}

TEST(SettlementLimit, HoldsForTheSubsidyPart) {
  const Finding f =
      TheFinding(Changed("(x 290) 930\t(x-) 0\t(x 10) 20", "(x 310) 930\t(x-) 0\t(x △10) 20"),
                 "settlement.overspent");
  EXPECT_THAT(f.message.en, HasSubstr("subsidy part"));
  EXPECT_EQ(f.difference, "10");
}

TEST(SettlementLimit, HoldsForWhatIsCarriedOverToo) {
  EXPECT_THAT(Found(Sheet("2020\t900\t0\t0\t900\t900\t0\t0\n"
                          "2021\t900\t0\t0\t900\t900\t0\t0\n"
                          "2022\t950\t0\t0\t950\t930\t40\t△20\n")),
              ElementsAre("error settlement.overspent 75"));
}

TEST(SettlementLimit, IsNotBrokenByACurrentBudgetThatIsMisprinted) {
  EXPECT_THAT(Found(Changed("(x 320) 940", "(x 320) 490")),
              ElementsAre("error settlement.current_budget 74"));
}

// --- size, kinds of carryover ---

TEST(TooLarge, IsSaidAtTheFigureAndOnce) {
  const Finding f = TheFinding(Sheet("2020\t900\t0\t0\t900\t900\t0\t0\n"
                                     "2021\t900\t0\t0\t900\t9,300,000,000,000,000\t0\t0\n"
                                     "2022\t950\t0\t0\t950\t950\t0\t0\n"),
                               "notation.too_large");
  EXPECT_EQ(f.place.line, 74U);
  EXPECT_THAT(f.message.en, HasSubstr("too large to be checked"));
  EXPECT_THAT(Found(Changed("(x 400) 1,200\t(x 100) 200", "99,999,999,999,999,999\t(x 100) 200")),
              Contains("warning notation.too_large 18"));
  EXPECT_THAT(
      Found(Changed("= 300천원\n\t○ 소모품", "= 99,999,999,999,999,999,999천원\n\t○ 소모품")),
      Contains("warning notation.too_large 25"));
  EXPECT_THAT(Found(Changed("(시비)800천원", "(시비)99,999,999,999,999,999천원")),
              Contains("warning notation.too_large 9"));
  // 10^16 won is where it begins: 천원 here.
  EXPECT_THAT(Found(Changed("(x 400) 1,200\t(x 100) 200", "9,999,999,999,999\t(x 100) 200")),
              Not(Contains("warning notation.too_large 18")));
  EXPECT_THAT(Found(Changed("(x 400) 1,200\t(x 100) 200", "10,000,000,000,000\t(x 100) 200")),
              Contains("warning notation.too_large 18"));
}

TEST(SettlementKinds, OfCarryoverAreAddedUpUnderABareHeading) {
  const std::string text = Sheet(
      "최종예산\t900\t900\t950\n"
      "전년이월\t0\t50\t0\n"
      "예산변경\t0\t△10\t0\n"
      "예산현액\t900\t940\t950\n"
      "집행액\t800\t900\t930\n"
      "차년이월\t\t\t\n"
      "명시이월\t30\t0\t0\n"
      "사고이월\t20\t0\t0\n"
      "집행잔액\t50\t40\t20\n",
      "구분\t2020\t2021\t2022\n");
  EXPECT_THAT(Found(text), IsEmpty());
  EXPECT_THAT(Found(testing::With(text, "\t20\t0\t0\n", "\t21\t0\t0\n")),
              ElementsAre("error settlement.lapsed 80", "error settlement.year_link 80"));
  const std::string named = testing::With(
      testing::With(text, "차년이월\t\t\t\n명시이월", "이월(명시)"), "사고이월", "이월(사고)");
  EXPECT_THAT(Found(named), IsEmpty());
  EXPECT_THAT(Found(testing::With(named, "\t20\t0\t0\n", "\t21\t0\t0\n")),
              ElementsAre("error settlement.lapsed 79", "error settlement.year_link 79"));
  const std::string dashes = testing::With(text, "차년이월\t\t\t\n", "차년이월\t-\t-\t-\n");
  EXPECT_THAT(Found(dashes), IsEmpty());
}

TEST(SettlementTurned, MayHaveTwoColumnsOfLabels) {
  const std::string text = Sheet(
      "예산\t최종예산\t900\t900\t950\n"
      "\t전년이월\t0\t50\t0\n"
      "\t예산변경\t0\t△10\t0\n"
      "\t예산현액\t900\t940\t950\n"
      "결산\t집행액\t800\t900\t930\n"
      "\t차년이월\t50\t0\t0\n"
      "\t집행잔액\t50\t40\t20\n",
      "구분\t항목\t2020\t2021\t2022\n");
  EXPECT_THAT(Found(text), IsEmpty());
  EXPECT_THAT(Found(testing::With(text, "\t50\t40\t20\n", "\t51\t40\t20\n")),
              ElementsAre("error settlement.lapsed 79"));
  const std::string blank = testing::With(text, "구분\t항목\t2020", "구분\t\t2020");
  EXPECT_THAT(Found(blank), IsEmpty());
}

// --- a column that is not there ---

const char kWithoutChanges[] = "연도\t최종예산\t전년이월\t예산현액\t집행액\t차년이월\t집행잔액\n";

TEST(NoAdjustmentColumn, IsAskedForOnceWhereTheCurrentBudgetIsNotTheSum) {
  const std::string text = Sheet(
      "2020\t900\t0\t900\t800\t50\t50\n"
      "2021\t900\t50\t940\t900\t0\t40\n"
      "2022\t950\t0\t955\t930\t0\t25\n",
      kWithoutChanges);
  EXPECT_THAT(Found(text), ElementsAre("ask settlement.no_adjustment 74"));
  const Finding f = TheFinding(text, "settlement.no_adjustment");
  EXPECT_EQ(f.printed, "940");
  EXPECT_EQ(f.expected, "950");
  EXPECT_THAT(f.message.ko, HasSubstr("'예산변경' 열"));
  EXPECT_THAT(f.message.ko, HasSubstr("2022년 5천원"));
  EXPECT_THAT(f.message.en, HasSubstr("net adjustment"));
}

TEST(NoAdjustmentColumn, MayBeCalledASupplement) {
  EXPECT_THAT(Found(Changed("\t예산변경\t", "\t추경\t")), IsEmpty());
  EXPECT_THAT(Found(testing::With(Changed("\t예산변경\t", "\t추경\t"), "(x-) △10", "(x-) △20")),
              ElementsAre("ask settlement.no_adjustment 74"));
}

TEST(NoAdjustmentColumn, IsNotMissedWhereTheSumHolds) {
  const std::string text = Sheet(
      "2020\t900\t0\t900\t800\t50\t50\n"
      "2021\t900\t50\t950\t900\t0\t50\n"
      "2022\t950\t0\t950\t930\t0\t20\n",
      kWithoutChanges);
  EXPECT_THAT(Found(text), IsEmpty());
  EXPECT_THAT(Found(testing::With(text, "2022\t950\t0\t950", "2022\t951\t0\t950")),
              ElementsAre("ask settlement.no_adjustment 75"));
}

TEST(History, NamesBothLinesThatAreOutOfOrder) {
  const Finding f = TheFinding(Changed("- 2022.05.10 : 위수탁 협약체결\n",
                                       "- 2023.09.10 : 위수탁 협약체결\n- 2023.10.01 : 점검\n"),
                               "history.order");
  EXPECT_EQ(f.place.line, 46U);
  EXPECT_THAT(f.message.en, HasSubstr("2023.08.23 (line 46)"));
  EXPECT_THAT(f.message.en, HasSubstr("2023.10.01 (line 45)"));
  EXPECT_THAT(f.message.ko, HasSubstr("45번째 줄"));
}

}  // namespace
}  // namespace yesan
