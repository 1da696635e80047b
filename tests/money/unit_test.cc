#include "yesan/money/unit.h"

#include <gtest/gtest.h>

#include <string>

namespace yesan {
namespace {

TEST(Unit, HasTheFactorOfItsName) {
  EXPECT_EQ(FactorInWon(Unit::kWon), 1);
  EXPECT_EQ(FactorInWon(Unit::kThousandWon), 1'000);
  EXPECT_EQ(FactorInWon(Unit::kTenThousandWon), 10'000);
  EXPECT_EQ(FactorInWon(Unit::kHundredThousandWon), 100'000);
  EXPECT_EQ(FactorInWon(Unit::kMillionWon), 1'000'000);
  EXPECT_EQ(FactorInWon(Unit::kTenMillionWon), 10'000'000);
  EXPECT_EQ(FactorInWon(Unit::kHundredMillionWon), 100'000'000);
  EXPECT_EQ(FactorInWon(Unit::kTrillionWon), 1'000'000'000'000);
  EXPECT_EQ(DigitsInWon(Unit::kTrillionWon), 12);
  EXPECT_EQ(DigitsInWon(Unit::kWon), 0);
}

TEST(Unit, IsNotOneOfMoneyWithoutAFactor) {
  for (Unit unit : {Unit::kNone, Unit::kPercent, static_cast<Unit>(10), static_cast<Unit>(-1)}) {
    EXPECT_EQ(FactorInWon(unit), 0);
    EXPECT_EQ(DigitsInWon(unit), 0);
    EXPECT_FALSE(IsMoney(unit));
  }
}

TEST(Unit, IsFoundByTheNameItPrints) {
  for (int i = 1; i <= 9; ++i) {
    const Unit unit = static_cast<Unit>(i);
    EXPECT_EQ(FindUnit(Name(unit)), unit);
    EXPECT_FALSE(Name(unit, Language::kEnglish).empty());
  }
  EXPECT_EQ(Name(Unit::kThousandWon, Language::kEnglish), "thousand won");
  EXPECT_EQ(Name(Unit::kNone), "");
  EXPECT_EQ(Name(static_cast<Unit>(10)), "");
  EXPECT_EQ(Name(static_cast<Unit>(-1)), "");
}

TEST(Unit, IsFoundThroughSpacesAndFullWidth) {
  EXPECT_EQ(FindUnit("천 원"), Unit::kThousandWon);
  EXPECT_EQ(FindUnit(" 백 만 원 "), Unit::kMillionWon);
  EXPECT_EQ(FindUnit("％"), Unit::kPercent);
  EXPECT_EQ(FindUnit("% "), Unit::kPercent);
}

TEST(Unit, IsNotFoundInOtherWords) {
  for (const char* text : {"", " ", "원원", "천", "만", "명", "십억원", "%%", "천원%", "won",
                           "\xEC\x9B", "백만원정", "원\xFF", "\xEC\x9B \x90"}) {
    EXPECT_EQ(FindUnit(text), Unit::kNone) << text;
  }
}

struct HeadingCase {
  std::string text;
  Unit unit;
  bool has_percent;
  std::string remark;
  std::string span;
};

class UnitHeadingTest : public ::testing::TestWithParam<HeadingCase> {};

TEST_P(UnitHeadingTest, IsReadAsPrinted) {
  const HeadingCase& expected = GetParam();
  SCOPED_TRACE(expected.text);
  const Result<UnitHeading> heading = ParseUnitHeading(expected.text);
  ASSERT_TRUE(heading.ok());
  EXPECT_TRUE(HasUnitHeading(expected.text));
  EXPECT_EQ(heading->unit, expected.unit);
  EXPECT_EQ(heading->has_percent, expected.has_percent);
  EXPECT_EQ(heading->remark, expected.remark);
  EXPECT_EQ(expected.text.substr(heading->offset, heading->length), expected.span);
}

INSTANTIATE_TEST_SUITE_P(
    Notations, UnitHeadingTest,
    ::testing::Values(
        HeadingCase{"(단위 : 천원, %)", Unit::kThousandWon, true, "", "(단위 : 천원, %)"},
        HeadingCase{"(단위: 백만원, %)", Unit::kMillionWon, true, "", "(단위: 백만원, %)"},
        HeadingCase{"(단위 : 천 원)", Unit::kThousandWon, false, "", "(단위 : 천 원)"},
        HeadingCase{"(단위 : 천원, VAT포함)", Unit::kThousandWon, false, "VAT포함",
                    "(단위 : 천원, VAT포함)"},
        HeadingCase{"(단위: % )", Unit::kNone, true, "", "(단위: % )"},
        HeadingCase{"（단위：천원，％）", Unit::kThousandWon, true, "", "（단위：천원，％）"},
        HeadingCase{"[단위:천원]", Unit::kThousandWon, false, "", "[단위:천원]"},
        HeadingCase{"단위 : 원", Unit::kWon, false, "", "단위 : 원"},
        HeadingCase{"  단위 : 억원  ", Unit::kHundredMillionWon, false, "", "단위 : 억원"},
        HeadingCase{"예산 총괄 (단위 : 천원, %)\t비고", Unit::kThousandWon, true, "",
                    "(단위 : 천원, %)"},
        HeadingCase{"( 단위 천원 )", Unit::kThousandWon, false, "", "( 단위 천원 )"},
        HeadingCase{"〈단위: 조원〉", Unit::kTrillionWon, false, "", "〈단위: 조원〉"},
        HeadingCase{"<단위: 만원>", Unit::kTenThousandWon, false, "", "<단위: 만원>"},
        HeadingCase{"(단위: 천원/%)", Unit::kThousandWon, true, "", "(단위: 천원/%)"},
        HeadingCase{"(단위: 천원 %)", Unit::kThousandWon, true, "", "(단위: 천원 %)"},
        HeadingCase{"(단위: 천원·%)", Unit::kThousandWon, true, "", "(단위: 천원·%)"},
        HeadingCase{"(단위 : 명)", Unit::kNone, false, "명", "(단위 : 명)"},
        HeadingCase{"(단위 : 개소, 천원)", Unit::kThousandWon, false, "개소",
                    "(단위 : 개소, 천원)"},
        HeadingCase{"(단위 : 원/명)", Unit::kNone, false, "원/명", "(단위 : 원/명)"},
        HeadingCase{"(단위 : 십억원)", Unit::kNone, false, "십억원", "(단위 : 십억원)"},
        HeadingCase{"(단위 : 원, 천원)", Unit::kWon, false, "천원", "(단위 : 원, 천원)"},
        HeadingCase{"(단위 : 천원, VAT포함, %, 반올림)", Unit::kThousandWon, true,
                    "VAT포함, %, 반올림", "(단위 : 천원, VAT포함, %, 반올림)"},
        HeadingCase{"(단위 : 천원", Unit::kThousandWon, false, "", "(단위 : 천원"},
        HeadingCase{"단위 : 천원)", Unit::kThousandWon, false, "", "단위 : 천원"},
        HeadingCase{"(단위 : 천원\n)", Unit::kThousandWon, false, "", "(단위 : 천원"},
        HeadingCase{"단위사업 : 마을 (단위:원)", Unit::kWon, false, "", "(단위:원)"}));

TEST(UnitHeading, IsNotSeenInOtherText) {
  for (const char* text : {"", "단위", "단위사업", "단위사업 : 마을", "(단위사업)", "(단위)",
                           "(단위 : )", "단위 : ", "세부단위 : 원", "단위 천원", "(천원)", "천원",
                           "단 위 : 원", "(단위 구분)", "xyz단위: 원"}) {
    EXPECT_EQ(ParseUnitHeading(text).code(), Code::kSyntax) << text;
    EXPECT_FALSE(HasUnitHeading(text)) << text;
  }
}

TEST(UnitHeading, RefusesBytesThatAreNotUtf8ByOffset) {
  const Result<UnitHeading> heading = ParseUnitHeading("(단위 : \xFF)");
  EXPECT_EQ(heading.code(), Code::kInvalidUtf8);
  EXPECT_EQ(heading.error().place().offset, 10U);
  EXPECT_EQ(heading.error().place().column, 7U);
}

TEST(UnitHeading, TakesTimeLinearInTheText) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "(단위:";
  EXPECT_FALSE(HasUnitHeading(text));
  text.clear();
  for (int i = 0; i < 200'000; ++i) text += "단위(";
  EXPECT_FALSE(HasUnitHeading(text));
}

}  // namespace
}  // namespace yesan
