// A broken sum names the figure whose change mends the most sums.
#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/check/support.h"

namespace yesan {
namespace {

using testing::Changed;
using testing::TheFinding;

// The real sheet with a piece of a line replaced; lines are counted from 1.
std::string RealWith(std::size_t line, const std::string& from, const std::string& to) {
  std::string text = testing::RealSheet();
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line; ++i) begin = text.find('\n', begin) + 1;
  const std::size_t at = text.find(from, begin);
  EXPECT_LT(at, text.find('\n', begin)) << from;
  return text.replace(at, from.size(), to);
}

struct Blame {
  std::string rule;
  std::string printed;
  std::string expected;
  std::string difference;
};

void ExpectBlame(const std::string& text, const Blame& blame) {
  const Finding finding = TheFinding(text, blame.rule);
  EXPECT_EQ(finding.printed, blame.printed);
  EXPECT_EQ(finding.expected, blame.expected);
  EXPECT_EQ(finding.difference, blame.difference);
}

TEST(Culprit, IsTheFinalBudgetThatLostADigit) {
  ExpectBlame(RealWith(131, "5,218,436", "518,436"),
              {"settlement.current_budget", "(x-) 518,436", "5,218,436", "Δ4,700,000"});
}

TEST(Culprit, IsTheFinalBudgetWithTwoDigitsExchanged) {
  ExpectBlame(RealWith(131, "5,218,436", "5,218,346"),
              {"settlement.current_budget", "(x-) 5,218,346", "5,218,436", "Δ90"});
}

TEST(Culprit, IsTheFinalBudgetWithADigitDoubled) {
  ExpectBlame(RealWith(131, "5,218,436", "55,218,436"),
              {"settlement.current_budget", "(x-) 55,218,436", "5,218,436", "50,000,000"});
}

TEST(Culprit, IsTheCurrentBudgetWhereBothItsSumsSaySo) {
  const std::string text = RealWith(131, "0\t(x-) 5,218,436", "0\t(x-) 5,218,346");
  ExpectBlame(text, {"settlement.current_budget", "(x-) 5,218,346", "5,218,436", "Δ90"});
}

TEST(Culprit, IsTheBalanceWhereOneSumAloneIsBroken) {
  ExpectBlame(RealWith(131, "310,399", "301,399"),
              {"settlement.lapsed", "(x-) 301,399", "310,399", "Δ9,000"});
}

TEST(Culprit, IsTheStepThatGotAMinus) {
  ExpectBlame(RealWith(101, "301,400", "Δ301,400"),
              {"schedule.sum", "Δ301,400", "301,400", "Δ602,800"});
}

TEST(Culprit, IsTheStepWithTwoDigitsExchanged) {
  ExpectBlame(RealWith(101, "301,400", "304,100"), {"schedule.sum", "304,100", "301,400", "2,700"});
}

TEST(Culprit, IsTheStepWithADigitAdded) {
  ExpectBlame(RealWith(101, "301,400", "3,301,400"),
              {"schedule.sum", "3,301,400", "301,400", "3,000,000"});
}

TEST(Culprit, IsTheAmountThatItsChangeAndItsColumnRefute) {
  const std::string text = RealWith(31, "5,196,358", "5,169,358");
  ExpectBlame(text, {"overview.sum", "(x-) 5,169,358", "5,196,358", "Δ27,000"});
  ExpectBlame(text, {"overview.change", "(x-) 5,169,358", "5,196,358", "Δ27,000"});
}

TEST(Culprit, IsTheAmountOfTheYearThatTheOtherPartsRefute) {
  const std::string text = RealWith(30, "4,066,896", "4,066,986");
  ExpectBlame(text, {"overview.change", "(x-) 4,066,986", "4,066,896", "90"});
  ExpectBlame(text, {"overview.total", "(x-) 4,066,986", "4,066,896", "90"});
}

TEST(Culprit, IsTheChangeThatLostItsMinus) {
  ExpectBlame(RealWith(30, "Δ1,129,462", "1,129,462"),
              {"overview.change", "(x-) 1,129,462", "Δ1,129,462", "2,258,924"});
}

TEST(Culprit, IsTheLineOfTheBasisThatItsWonRefute) {
  const std::string text = RealWith(42, "301,400천원", "304,100천원");
  ExpectBlame(text, {"basis.sum", "304,100천원", "301,400천원", "2,700천원"});
  ExpectBlame(text, {"basis.won_thousand", "304,100천원", "301,400천원", "2,700천원"});
}

TEST(Culprit, IsSaidInBothLanguages) {
  const Finding finding =
      TheFinding(RealWith(131, "5,218,436", "518,436"), "settlement.current_budget");
  EXPECT_THAT(finding.subject, ::testing::HasSubstr("최종예산"));
  EXPECT_THAT(finding.message.ko, ::testing::HasSubstr("518,436천원을 5,218,436천원으로"));
  EXPECT_THAT(finding.message.en,
              ::testing::HasSubstr("518,436 thousand won of \"2017 · 최종예산\""));
}

TEST(Culprit, StaysTheTotalWhereNothingTellsItsPartsApart) {
  const std::string text = RealWith(99, "4,066,896", "4,066,986");
  ExpectBlame(text, {"schedule.sum", "4,066,986", "4,066,896", "90"});
}

constexpr char kBySource[] =
    "예산 총괄 (단위: 원)\n\n"
    "구분\t2021년도(A)\t2022년도(B)\t증감(B-A)\t증감률(%)\n"
    "계\t480,000,000\t528,000,000\t48,000,000\t10.0\n"
    "사회복지사업보조\t480,000,000\t528,000,000\t48,000,000\t10.0\n"
    "- 시비\t240,000,000\t264,000,000\t24,000,000\t10.0\n"
    "- 구비\t240,000,000\t264,000,000\t24,000,000\t10.0\n\n"
    "사업목적\n\n- 시민 복지\n";

TEST(Culprit, IsTheChildAndNotTheTotalThatNeverCountedIt) {
  std::string text = kBySource;
  const std::size_t at = text.find("구비\t240");
  text.replace(at, 10, "구비\t204");
  ExpectBlame(text, {"overview.sum", "204,000,000", "240,000,000", "Δ36,000,000"});
  ExpectBlame(text, {"overview.change", "204,000,000", "240,000,000", "Δ36,000,000"});
}

// 22,650,000 in 240,000,000 is no slip of one key: only that the parts are sources says that they are all of them.
TEST(Culprit, IsFoundAmongSourcesBehindAnyMarkOfAPart) {
  for (const std::string mark : {"-", "·", "ㆍ", "•", "–", "└", "*"}) {
    std::string text = kBySource;
    for (std::size_t at = 0; (at = text.find("- ", at)) < text.find("사업목적"); at += mark.size())
      text.replace(at, 1, mark);
    const std::string right = "시비\t240,000,000\t264,000,000\t24,000,000\t10.0";
    text.replace(text.find(right), right.size(),
                 "시비\t217,350,000\t264,000,000\t46,650,000\t21.5");
    const std::vector<Finding> findings = testing::CheckText(text).findings;
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.rule == "overview.sum";
    })) << mark;
  }
}

TEST(Culprit, IsNobodyWhereChildrenAddUpToTheirParent) {
  for (const Finding& finding : testing::CheckText(kBySource).findings)
    EXPECT_NE(finding.severity, Severity::kError) << finding.message.en;
}

// Nothing but the rate beside them tells which of two figures of a broken sum is misprinted; put right, the rate holds.
constexpr char kRates[] =
    "결산 현황 (단위: 원)\n\n"
    "연도\t예산액\t전년도이월액\t예산현액\t집행액\t다음연도이월액\t집행잔액\t집행률(%)\n"
    "2021\t5,640,400\t0\t5,640,400\t5,502,115\t0\t138,285\t97.5\n"
    "2022\t5,640,400\t0\t5,640,400\t5,640,400\t0\t0\t100.0\n\n사업목적\n\n- 시민 복지\n";

TEST(Culprit, IsTheAmountThatItsRateRefutes) {
  std::string text = kRates;
  text.replace(text.find("5,502,115"), 9, "5,402,115");
  ExpectBlame(text, {"settlement.lapsed", "5,402,115", "5,502,115", "Δ100,000"});
  ExpectBlame(text, {"settlement.rate", "5,402,115", "5,502,115", "Δ100,000"});
}

TEST(Culprit, IsTheBalanceWhereTheRateBearsOutWhatWasSpent) {
  std::string text = kRates;
  text.replace(text.find("138,285"), 7, "238,285");
  ExpectBlame(text, {"settlement.lapsed", "238,285", "138,285", "100,000"});
}

TEST(Culprit, AreBothFiguresThatWereExchanged) {
  std::string text = kBySource;
  const std::string right = "시비\t240,000,000\t264,000,000";
  text.replace(text.find(right), right.size(), "시비\t264,000,000\t240,000,000");
  std::vector<std::string> blamed;
  for (const Finding& finding : testing::CheckText(text).findings) {
    if (finding.severity != Severity::kError) continue;
    EXPECT_TRUE((finding.printed == "264,000,000" && finding.expected == "240,000,000") ||
                (finding.printed == "240,000,000" && finding.expected == "264,000,000"))
        << finding.message.en;
    blamed.push_back(finding.printed);
  }
  EXPECT_THAT(blamed, ::testing::Contains("264,000,000"));
  EXPECT_THAT(blamed, ::testing::Contains("240,000,000"));
}

TEST(Culprit, IsAnotherThanTheTotalThatOtherSumsBearOut) {
  std::string text = kBySource;
  const std::string right = "- 구비\t240,000,000\t264,000,000\t24,000,000\t10.0\n";
  text.replace(text.find(right), right.size(),
               "- 구비\t217,000,000\t264,000,000\t47,000,000\t21.7\n");
  int totals = 0;
  for (const Finding& finding : testing::CheckText(text).findings) {
    if (finding.rule != "overview.sum") continue;
    ++totals;
    EXPECT_THAT(finding.message.en, ::testing::HasSubstr("itself fits other sums"));
    EXPECT_THAT(finding.message.ko, ::testing::HasSubstr("다른 합계와 맞"));
  }
  EXPECT_EQ(totals, 2) << "of last year, and of the changes";
}

TEST(Culprit, IsANumberOfTheFormulaWhoseResultOtherSumsBearOut) {
  const std::string sheet =
      "산출근거\n\n○ 수당 100,000원×5명 = 500천원\n○ 회의 200,000원×2회 = 600천원\n○ 합계 = "
      "1,100천원\n"
      "\n사업목적\n\n- 시민 복지\n";
  const Finding finding = TheFinding(sheet, "basis.formula");
  EXPECT_EQ(finding.printed, "600천원");
  EXPECT_THAT(finding.message.en, ::testing::HasSubstr("a number of the formula"));
  EXPECT_THAT(finding.message.ko, ::testing::HasSubstr("식의 수가 잘못"));
}

TEST(Culprit, MayBeTwoColumnsWhereARateFitsTheOther) {
  std::string text = kRates;
  text.replace(text.find("5,502,115\t0\t138,285"), 19, "138,285\t0\t5,502,115");
  const Finding finding = TheFinding(text, "settlement.rate");
  EXPECT_EQ(finding.printed, "97.5");
  EXPECT_THAT(finding.message.en, ::testing::HasSubstr("change places"));
  EXPECT_THAT(finding.message.ko, ::testing::HasSubstr("서로 바뀌면 맞습니다"));
}

TEST(Culprit, IsMeantByTheSumAndNotByTheSeparatorsAlone) {
  std::string text = kRates;
  text.replace(text.find("138,285"), 7, "1382,85");
  EXPECT_EQ(TheFinding(text, "notation.grouping").expected, "138,285");
  text = kRates;
  text.replace(text.find("5,502,115"), 9, "5,502,15");
  const Finding grouping = TheFinding(text, "notation.grouping");
  EXPECT_EQ(grouping.expected, "5,502,115");
  EXPECT_THAT(grouping.message.en, ::testing::HasSubstr("5,502,115 is likely meant"));
}

TEST(Culprit, MayBeWhatWasAdoptedWhereOneYearAloneDiffers) {
  std::string text = kRates;
  text.insert(text.find("2022\t"), "2020\t4,500,000\t0\t4,500,000\t4,500,000\t0\t0\t100.0\n");
  text.replace(text.find("5,640,400"), 9, "5,604,400");
  const Finding finding = TheFinding(text, "settlement.no_adjustment");
  EXPECT_THAT(finding.message.en,
              ::testing::HasSubstr("5,604,400 won may be a misprint of 5,640,400 won"));
  EXPECT_THAT(finding.message.ko, ::testing::HasSubstr("5,640,400원을 잘못 적은"));
}

TEST(Culprit, HasOneDifferenceWithOneSign) {
  for (const Finding& finding :
       testing::CheckText(RealWith(31, "5,196,358", "5,169,358")).findings) {
    if (finding.rule != "overview.sum" && finding.rule != "overview.change") continue;
    EXPECT_EQ(finding.difference, "Δ27,000");
    EXPECT_EQ(finding.message.ko.find("차이는"), std::string::npos) << finding.message.ko;
    EXPECT_EQ(finding.message.en.find("the difference is"), std::string::npos)
        << finding.message.en;
    EXPECT_EQ(finding.message.en.find(".."), std::string::npos) << finding.message.en;
  }
}

TEST(Overview, OfASupplementaryBudgetIsNotOfTwoYears) {
  const std::string text =
      "도시숲 조성\n\n예산 총괄 (단위: 천원, "
      "%)\n\n구분\t기정예산액(A)\t경정예산액(B)\t증감(B-A)\t증감률\n"
      "계\t1,820,000\t2,135,500\t315,500\t17.33\n시설비\t1,820,000\t2,135,500\t351,500\t17.33\n";
  const Finding change = TheFinding(text, "overview.change");
  EXPECT_NE(change.message.ko.find("경정 2,135,500천원에서 기정 1,820,000천원을"),
            std::string::npos)
      << change.message.ko;
  EXPECT_EQ(change.message.ko.find("전년도"), std::string::npos) << change.message.ko;
}

TEST(Culprit, StandsAtItsOwnLineWhereThePartIsPrintedAboveTheTotal) {
  const std::string text =
      "마을 지원\n\n예산 총괄 (단위: 천원)\n\n"
      "  구분            2022예산액(A)     2023예산액(B)     증감(B-A)\n"
      "  계              (x 50,000)        (x 52,000)        (x 2,000)\n"
      "                  100,000           104,000           4,000\n"
      "  사무관리비      (x 24,000)        (x 22,000)        (x Δ2,000)\n"
      "                  48,000            44,500            Δ4,000\n"
      "  민간위탁금      (x 26,000)        (x 30,000)        (x 4,000)\n"
      "                  52,000            60,000            8,000\n";
  int found = 0;
  for (const Finding& finding : testing::CheckText(text).findings) {
    if (finding.severity != Severity::kError) continue;
    ++found;
    EXPECT_EQ(finding.place.line, 9U) << finding.message.en;
    EXPECT_EQ(finding.place.length, 6U) << finding.printed;
  }
  EXPECT_GT(found, 1);
}

}  // namespace
}  // namespace yesan
