#include "yesan/budget/formula.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yesan {
namespace {

using ::testing::HasSubstr;

// What a text comes to, or the name of the refusal.
std::string ValueOf(std::string_view text, std::size_t side = 0) {
  const auto formula = ParseFormula(text);
  if (!formula) return "!" + std::string(Name(formula.code()));
  const auto value = Evaluate(*formula, text, side);
  if (!value) return "!!" + std::string(Name(value.code()));
  return value->ToString();
}

std::string LabelOf(std::string_view text) {
  const auto formula = ParseFormula(text);
  return formula ? std::string(formula->label().in(text)) : "!";
}

std::string BulletOf(std::string_view text) {
  const auto formula = ParseFormula(text);
  return formula ? std::string(formula->bullet().in(text)) : "!";
}

FormulaKind KindOf(std::string_view text) {
  const auto formula = ParseFormula(text);
  EXPECT_TRUE(formula.ok()) << text;
  return formula ? formula->kind() : FormulaKind::kBlank;
}

// Stated results: figure and unit, joined by commas.
std::string StatedOf(std::string_view text) {
  const auto formula = ParseFormula(text);
  if (!formula) return "!" + std::string(Name(formula.code()));
  std::string out;
  for (std::size_t i = 0; i < formula->stated_count(); ++i) {
    const StatedAmount& stated = formula->stated(i);
    if (i > 0) out += ", ";
    out += stated.figure.ToString() + std::string(Name(stated.unit));
    if (stated.from_column) out += " in the column";
  }
  return out;
}

struct Refusal {
  Code code = Code::kOk;
  std::uint32_t column = 0;
  std::string found;
  std::string en;
  std::string ko;
};

Refusal RefusalOf(std::string_view text) {
  auto formula = ParseFormula(text);
  const auto describe = [&](const Error& error) {
    return Refusal{error.code(), error.place().column,
                   std::string(text.substr(error.place().offset, error.place().length)),
                   error.message().en, error.message().ko};
  };
  if (!formula) return describe(formula.error());
  const auto value = Evaluate(*formula, text);
  if (!value) return describe(value.error());
  return {};
}

TEST(Formula, ReadsSharesInWordsAsPercentSignsAreRead) {
  for (const char* share :
       {"50%", "50％", "50 %", "50프로", "50 프로", "50퍼센트", "50 퍼센트", "5할", "5 할", "50푼",
        "50(%)", "50 (%)", "50(프로)", "5(할)", "50프로씩", "5할을", "50퍼센트지원"}) {
    const std::string text = "○ 지원금 40,000천원×24명×" + std::string(share) + " = 480,000천원";
    EXPECT_EQ(ValueOf(text), "480000000") << text;
    const auto formula = ParseFormula(text);
    EXPECT_EQ(formula->node(4).quantity, FormulaQuantity::kPercent) << text;
  }
  EXPECT_EQ(ValueOf("1,000,000원×3할5푼"), "350000");
  EXPECT_EQ(ValueOf("3할 5푼 × 1,000,000원"), "350000");
  EXPECT_EQ(ValueOf("1,000,000원×3할 5푼 2리"), "352000");
  EXPECT_EQ(ValueOf("1,000,000원×3할2리"), "302000");
  EXPECT_EQ(ValueOf("1,000,000원×62.5프로"), "625000");
  EXPECT_EQ(ValueOf("1,000,000원×5푼"), "50000");
}

TEST(Formula, RefusesAShareThatItWouldHaveToGuess) {
  for (const char* share : {"5리", "3할인", "50프로지원", "5퍼센트포인트", "3할5", "3할5푼5푼",
                            "3할5푼25리", "4할10푼"}) {
    EXPECT_EQ(ValueOf("1,000,000원×" + std::string(share)), "!wrong_unit") << share;
    EXPECT_EQ(ValueOf(std::string(share) + "×1,000,000원"), "!wrong_unit") << share;
  }
  EXPECT_EQ(ValueOf("1,000,000원×3프로그램"), "3000000");
  EXPECT_EQ(ValueOf("1,000,000원×2프로젝트"), "2000000");
  EXPECT_EQ(LabelOf("○ 신촌3리 회관 보수 1,000,000원×1식"), "신촌3리 회관 보수");
}

TEST(Formula, TakesAUnitInABracketAtTheNumberAsItsUnit) {
  const std::string_view text = "2,000(천원)×24(명) = 48,000";
  EXPECT_EQ(ValueOf(text), "48000000");
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  ASSERT_EQ(formula->node_count(), 4U);
  EXPECT_EQ(formula->node(2).quantity, FormulaQuantity::kMoney);
  EXPECT_EQ(formula->node(2).span.in(text), "2,000(천원)");
  EXPECT_EQ(formula->node(2).unit.in(text), "천원");
  EXPECT_EQ(formula->node(3).quantity, FormulaQuantity::kCount);
  EXPECT_EQ(formula->node(3).unit.in(text), "명");
  const auto judgement = JudgeSide(*formula, text);
  ASSERT_TRUE(judgement.ok());
  EXPECT_EQ(judgement->verdict, Verdict::kExact);
  EXPECT_EQ(judgement->unit, Unit::kThousandWon);
  EXPECT_EQ(ValueOf("2,000(천원)×24(명)×12(월)"), "576000000");
  EXPECT_EQ(ValueOf("2,000 (천원) × 24 (명) × 12 (월) = 576,000"), "576000000");
  EXPECT_EQ(ValueOf("2,000（천원）×24［명］"), "48000000");
  EXPECT_EQ(ValueOf("24(명)×3.5(백만원)"), "84000000");
  EXPECT_EQ(ValueOf("2,000(천원/명)×24(명)"), "48000000");
  EXPECT_EQ(ValueOf("(3(명)+2(명))×10(만원)"), "500000");
  EXPECT_EQ(StatedOf("2,000(천원)×24(명) = 48,000(천원)"), "48000천원");
  EXPECT_EQ(StatedOf("○ 총액 = 4,000(천원)"), "4000천원");
  EXPECT_EQ(ValueOf("5(명)×3(회)"), "!!wrong_unit");
  EXPECT_EQ(ValueOf("5(십만원)×3(회)"), "!wrong_unit");
}

TEST(Formula, KeepsOtherBracketsAtANumberAsWords) {
  EXPECT_EQ(ValueOf("28,800(본청)×3명"), "86400");
  EXPECT_EQ(ValueOf("3,000원(1회)×5명(본청)"), "15000");
  EXPECT_EQ(ValueOf("3,000(4종)×5명"), "15000");
  EXPECT_EQ(LabelOf("○ 사무용품 구입(4종) 3,000원×5"), "사무용품 구입(4종)");
  EXPECT_EQ(KindOf("○ 예산액 2021 (천원)"), FormulaKind::kLabel);
  for (const char* text :
       {"○ 운영비 4,368(x-)", "○ 운영비 8,736 (ⓧ 4,368)", "○ 운영비 8,736(분 5,824)"}) {
    const auto formula = ParseFormula(text);
    ASSERT_TRUE(formula.ok()) << text;
    EXPECT_EQ(formula->parts().size(), 1U) << text;
    EXPECT_EQ(formula->stated_count(), 1U) << text;
    EXPECT_EQ(formula->stated(0).unit, Unit::kNone) << text;
  }
}

TEST(Judge, ReadsAColumnInItsUnitIfARoundingExplainsIt) {
  const auto judge = [](std::string_view text) {
    const auto formula = ParseFormula(text);
    return *JudgeSide(*formula, text);
  };
  EXPECT_EQ(judge("0.5원×2명  1").unit, Unit::kThousandWon);
  EXPECT_EQ(judge("0.5원×2명  1").verdict, Verdict::kExactAfterRounding);
  EXPECT_EQ(judge("0.5원×2명 = 1").unit, Unit::kWon);
  EXPECT_EQ(judge("2,000천원×24명  48,000").unit, Unit::kThousandWon);
  EXPECT_EQ(judge("1,234원×5명  6").verdict, Verdict::kExactAfterRounding);
  EXPECT_EQ(judge("1,234원×5명  6,170").unit, Unit::kWon);
  EXPECT_EQ(judge("1,234원×5명  6,170").verdict, Verdict::kExact);
}

TEST(Formula, KeepsTheStructureOfATermWithThePlaceOfEachFactor) {
  const std::string_view text = "○ 일용인부임 28,800 X 1인 X 232일 = 6,682";
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  EXPECT_EQ(formula->kind(), FormulaKind::kExpression);
  EXPECT_EQ(formula->bullet().in(text), "○");
  EXPECT_EQ(formula->label().in(text), "일용인부임");
  ASSERT_EQ(formula->node_count(), 5U);
  EXPECT_EQ(formula->node(0).kind, FormulaNodeKind::kSum);
  EXPECT_EQ(formula->node(0).end, 5U);
  EXPECT_EQ(formula->node(1).kind, FormulaNodeKind::kTerm);
  EXPECT_EQ(formula->node(1).end, 5U);
  EXPECT_EQ(formula->node(2).quantity, FormulaQuantity::kBare);
  EXPECT_EQ(formula->node(2).span.in(text), "28,800");
  EXPECT_EQ(formula->node(3).join, FormulaOperator::kTimes);
  EXPECT_EQ(formula->node(3).span.in(text), "1인");
  EXPECT_EQ(formula->node(3).unit.in(text), "인");
  EXPECT_EQ(formula->node(4).span.in(text), "232일");
  ASSERT_EQ(formula->stated_count(), 1U);
  EXPECT_EQ(formula->stated(0).span.in(text), "6,682");
  EXPECT_EQ(formula->side(0).expression.in(text), "28,800 X 1인 X 232일");
}

TEST(Formula, KeepsLabelsInsideBrackets) {
  const std::string_view text = "(원장500,000원+부원장200,000원+교사50,000원)*12월 = 9,000,000";
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  const FormulaNode& bracket = formula->node(2);
  EXPECT_EQ(bracket.kind, FormulaNodeKind::kSum);
  EXPECT_EQ(bracket.bracket, '(');
  EXPECT_EQ(bracket.span.in(text), "(원장500,000원+부원장200,000원+교사50,000원)");
  std::vector<std::string> labels;
  for (std::size_t i = 3; i < bracket.end; ++i) {
    if (formula->node(i).kind != FormulaNodeKind::kNumber) continue;
    labels.emplace_back(formula->node(i).label.in(text));
  }
  EXPECT_THAT(labels, ::testing::ElementsAre("원장", "부원장", "교사"));
  EXPECT_EQ(ValueOf(text), "9000000");
}

TEST(Formula, ComputesExactly) {
  const std::pair<const char*, const char*> cases[] = {
      {"1,160,800원 X 19명 X 12월", "264662400"},
      {"264,663,000원 X 4/12월 X 50%", "44110500"},
      {"7,488,000 X 1인 X 10/100", "748800"},
      {"1,100 X 60ℓ X 3대 X 5회", "990000"},
      {"1,470,000천원×3%", "44100000"},
      {"[400,000원 + (5명 × 5,000원)] × 12월", "5100000"},
      {"{[400,000원 + (5명 × 5,000원)] × 2회 + 1천원} × 12월", "10212000"},
      {"(100명 × 80,000원) + (20명 × 60,000원)", "9200000"},
      {"(86,666원×8명×12월)- 8,680,000원", "-360064"},
      {"△740천원×7명×6/12개월", "-2590000"},
      {"14천원×3매×1시간×2명×3회-2천원", "250000"},
      {"25개 x 62.5백만원 x 80%", "1250000000"},
      {"100원 × 1/3", "100/3"},
      {"100원 × 1/3 + 200원 × 1/3", "100"},
      {"10원 / 4", "2.5"},
      {"1,000원 ÷ (2명 + 3명)", "200"},
      {"100원 − 30원 − 20원", "50"},
      {"100원 – 30원", "70"},
      {"△(3,000원×5)", "-15000"},
      {"-3,000원×5", "-15000"},
      {"12월 × 3,000,000", "36000000"},
      {"3,000원*5명", "15000"},
      {"3,000원ｘ5명", "15000"},
      {"3,000원＊5명", "15000"},
      {"3,000원x5명x2회", "30000"},
      {"0.5천원 × 3", "1500"},
      {"0 =", "0"},
      {"0=", "0"},
      {"３，０００원　×　５명", "15000"},
      {"［３，０００원＋（２원×３）］×２", "6012"},
      {"10만명 × 500원", "50000000"},
      {"1만개소×1천원", "10000000"},
      {"3억 5,000만원 × 3%", "10500000"},
      {"30만3천원 × 2명", "606000"},
      {"3천만원×2", "60000000"},
      {"3조×5명×10,000원", "150000"},  // three teams
      {"5m2 × 3,000원", "15000"},
      {"50,000원/월 × 12월", "600000"},
      {"5,000원씩 × 3명", "15000"},
      {"740 천원 × 2명", "1480000"},
      {"100,000원 x 보조율 50%", "50000"},
      {"20,000,000원×52개 학급", "1040000000"},
      {"16,000,000원×12개 시·군", "192000000"},
      {"999999999999999999원 × 99999999999999999", "99999999999999998900000000000000001"},
      {"12345678901234567890123456789원", "!!syntax"},
      {"12345678901234567890123456789원 =", "12345678901234567890123456789"},
  };
  for (const auto& [text, value] : cases) EXPECT_EQ(ValueOf(text), value) << text;
}

TEST(Formula, FindsWhereTheLabelEnds) {
  struct Case {
    const char* text;
    const char* label;
    const char* value;
  };
  const Case cases[] = {
      {"○ 제2차 교육(4종) 3,000원×5명", "제2차 교육(4종)", "15000"},
      {"- 3-4월 교육 5,000원×2회", "3-4월 교육", "10000"},
      {"A-1 구역 3,000원×5명", "A-1 구역", "15000"},
      {"코로나19-대응 3,000원×5명", "코로나19-대응", "15000"},
      {"2021-2022 사업 3,000원×5명", "2021-2022 사업", "15000"},
      {"12m×20m 현수막 50,000원×3개", "12m×20m 현수막", "150000"},
      {"교육(2020-2021) 3,000원×5", "교육(2020-2021)", "15000"},
      {"홍보(온라인+오프라인) 3,000원×5", "홍보(온라인+오프라인)", "15000"},
      {"1/4분기 홍보 3,000원×5", "1/4분기 홍보", "15000"},
      {"인건비 : 3,250,000원×24명×12월", "인건비", "936000000"},
      {"4대보험 [2,520,000원 + (14,000원×20시간)] × 5명 × 12월 × 8%", "4대보험", "13440000"},
      {"인건비 = 50,000원×3명 = 150천원", "인건비", "150000"},
      {"교재비 3,000원×5권(1회)", "교재비", "15000"},
      {"교재비(본청) 3,000원×5권", "교재비(본청)", "15000"},
      {"차감액 -3,000원 × 5회", "차감액", "-15000"},
      {"보수 - 3,000원 × 5회", "보수 -", "15000"},
      {"마을공동체-주민자치 3,000원×2", "마을공동체-주민자치", "6000"},
      {"3천막 설치 500원×2", "3천막 설치", "1000"},
      {"box 3개 × 5,000원", "box", "15000"},
      {"EXPO 2개 × 5,000원", "EXPO", "10000"},
      {"X선 촬영 3,000원×5명", "X선 촬영", "15000"},
      {"1,2단계 사업 3,000원×5명", "1,2단계 사업", "15000"},
      {"A4 용지 2권 × 3,000원", "A4 용지", "6000"},
      {"A4 △(3원+2원) × 2", "A4", "-10"},
      {"강사 2명(1회) × 3,000원", "강사", "6000"},
      {"교육(4종) {53교} × 100원", "교육(4종)", "5300"},
      {"인건비(500원)×3명", "인건비", "1500"},
      {"2명 이내 × 3,000원", "", "6000"},
      {"1,000원 × 12개월(6+6)", "", "12000"},
      {"1,000원 × 5명 이내(3+2)", "", "5000"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(LabelOf(c.text), c.label) << c.text;
    EXPECT_EQ(ValueOf(c.text), c.value) << c.text;
  }
}

TEST(Formula, TakesBulletsButNotNumbersForBullets) {
  const std::pair<const char*, const char*> cases[] = {
      {"○ 가 1원×2", "○"},
      {"● 가 1원×2", "●"},
      {"- 가 1원×2", "-"},
      {"-가 1원×2", "-"},
      {"· 가 1원×2", "·"},
      {"ㆍ가 1원×2", "ㆍ"},
      {"※ 가", "※"},
      {"① 가 1원×2", "①"},
      {"1. 가 1원×2", "1."},
      {"12) 가 1원×2", "12)"},
      {"가. 나 1원×2", "가."},
      {"(1) 가 1원×2", "(1)"},
      {"(가) 나 1원×2", "(가)"},
      {"o 가 1원×2", "o"},
      {"ㅇ 가 1원×2", "ㅇ"},
      {"□ 가", "□"},
      {"㉮ 가 1원×2", "㉮"},
      {"Ⅳ. 가", "Ⅳ."},
      {"\xEF\x82\xA7 가", "\xEF\x82\xA7"},
      {"1.5백만원 × 2", ""},
      {"-3,000원×5", ""},
      {"△3,000원×5", ""},
      {"(1) × 3,000원", ""},
      {"3,000원×5", ""},
      {"가나다", ""},
      {"office 3개×5원", ""},
      {"▲3,000원×2", ""},
  };
  for (const auto& [text, bullet] : cases) EXPECT_EQ(BulletOf(text), bullet) << text;
  EXPECT_EQ(ValueOf("- 3,000원×5"), "15000");
  EXPECT_EQ(ValueOf("-3,000원×5"), "-15000");
}

TEST(Formula, TellsLinesWithoutArithmeticApart) {
  EXPECT_EQ(KindOf(""), FormulaKind::kBlank);
  EXPECT_EQ(KindOf("   \t "), FormulaKind::kBlank);
  EXPECT_EQ(KindOf("○"), FormulaKind::kBlank);
  EXPECT_EQ(KindOf("="), FormulaKind::kBlank);
  EXPECT_EQ(KindOf("○ 인건비"), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("○ 사무용품 구입(4종) ="), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("○ 2021년 인건비"), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("○ 3-4월 교육"), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("○ 2×3 배열 사진"), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("(247,296,958)"), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("○ 제2차 교육 (3명)"), FormulaKind::kLabel);
  EXPECT_EQ(KindOf("[공공요금및제세]"), FormulaKind::kHead);
  EXPECT_EQ(LabelOf("[공공요금및제세]"), "공공요금및제세");
  EXPECT_EQ(KindOf("○ 총액 = 4,000"), FormulaKind::kLump);
  EXPECT_EQ(KindOf("○ 2021년 인건비 = 1,667천원"), FormulaKind::kLump);
  EXPECT_EQ(KindOf("[400,000원 + 5,000원] ="), FormulaKind::kExpression);
  EXPECT_EQ(KindOf("151,000,000 ="), FormulaKind::kExpression);
  EXPECT_EQ(KindOf("0="), FormulaKind::kExpression);
  EXPECT_EQ(ValueOf("○ 총액 = 4,000"), "!!syntax");
}

TEST(Formula, ReadsEveryWayToStateAResult) {
  const std::pair<const char*, const char*> cases[] = {
      {"3,000원×5명 = 1,080천원", "1080천원"},
      {"3,000원×5명 =44,100", "44100"},
      {"3,000원×5명＝15", "15"},
      {"3,000원×5명 =", ""},
      {"3,000원×5명", ""},
      {"3,000원×5명 = -", ""},
      {"3,000원×5명 = 전년동", ""},
      {"3,000원×5명= △1,920", "-1920"},
      {"3,000원×5명= -360,000", "-360000"},
      {"3,000원×5명 = 1,250백만원", "1250백만원"},
      {"3,000원×5명 = 3억 5,000만원", "350000000원"},
      {"3,000원×5명 = 15,000원 = 15천원", "15000원, 15천원"},
      {"3,000원×5명 = 15,000원 15천원", "15000원, 15천원"},
      {"○ 인건비\t=\t1,667,294천원", "1667294천원"},
      {"○ 인건비 = (x-) 4,066,896천원", "4066896천원"},
      {"○ 총액\t4,000", "4000 in the column"},
      {"○ 총액  4,000", "4000 in the column"},
      {"1,667,294,000원", "1667294000원 in the column"},
      {"○ 상담사 200,000원 × 25일 × 12월      60,000", "60000 in the column"},
      {"- 직원 (3,200,000원 × 5명) + (1,100,000원 × 5명)  21,500", "21500 in the column"},
      {"○제5회 전국동시지방선거 인건비 4,054 4,054,000원", "4054 in the column"},
      {"○ 강사료 3,000원×5명 = 15천원(시비)", "15천원"},
  };
  for (const auto& [text, stated] : cases) EXPECT_EQ(StatedOf(text), stated) << text;
}

TEST(Formula, ReadsAnAmountInBothUnits) {
  const std::string_view text = "○제5회 전국동시지방선거 인건비 4,054 4,054,000원";
  EXPECT_EQ(LabelOf(text), "제5회 전국동시지방선거 인건비");
  EXPECT_EQ(ValueOf(text), "4054000");
  const auto formula = ParseFormula(text);
  const auto judgement = JudgeSide(*formula, text);
  ASSERT_TRUE(judgement.ok());
  EXPECT_EQ(judgement->verdict, Verdict::kExact);
}

TEST(Formula, NoticesThatWonIsMissing) {
  const std::string_view missing = "- 마을활동가 교육\t151,000,000\t= 151,000천원";
  const auto lacks = ParseFormula(missing);
  ASSERT_TRUE(lacks.ok());
  EXPECT_TRUE(lacks->lacks_won());
  EXPECT_EQ(lacks->node(lacks->side(0).root + 2).span.in(missing), "151,000,000");
  for (const char* text : {"○ 운영비 368,682,000원 = 368,682천원", "2,000,000 X 1식 = 2,000천원",
                           "151,000,000 = 151,000", "0 = 0천원", "○ 총액 = 4,000"}) {
    const auto formula = ParseFormula(text);
    ASSERT_TRUE(formula.ok()) << text;
    EXPECT_FALSE(formula->lacks_won()) << text;
  }
}

TEST(Formula, KeepsPayersPartsOutOfTheArithmetic) {
  const std::string_view text = "○ 인건비 3,000원×5명 = 15 (ⓧ 4,368) (분 5,824) (x-)";
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  ASSERT_EQ(formula->parts().size(), 3U);
  EXPECT_EQ(formula->parts()[0].mark.in(text), "ⓧ");
  EXPECT_EQ(formula->parts()[0].figure, Decimal::FromInt(4368));
  EXPECT_EQ(formula->parts()[1].span.in(text), "(분 5,824)");
  EXPECT_FALSE(formula->parts()[2].stated);
  EXPECT_EQ(ValueOf(text), "15000");
  EXPECT_EQ(StatedOf(text), "15");
  const std::string_view mark = "○ 강사료 (x 1,234) 3,000원×5명 = 15";
  EXPECT_EQ(ValueOf(mark), "15000");
  EXPECT_EQ(ParseFormula(mark)->parts().size(), 1U);
  const std::string_view negative = "○ 감액 = △15 (국 △7)";
  ASSERT_EQ(ParseFormula(negative)->parts().size(), 1U);
  EXPECT_EQ(ParseFormula(negative)->parts()[0].figure, Decimal::FromInt(-7));
}

TEST(Formula, ReadsPairsInEitherOrder) {
  const std::string_view text =
      "○ 보수 경정 2,863,100 X 31인 X 12월 = 1,065,073,000 / 기정 2,262,300 X 31인 X 12월 = "
      "841,576,000";
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  EXPECT_EQ(formula->kind(), FormulaKind::kPair);
  EXPECT_EQ(formula->label().in(text), "보수");
  EXPECT_EQ(formula->side(0).role, FormulaRole::kRevised);
  EXPECT_EQ(formula->side(1).role, FormulaRole::kPrior);
  EXPECT_EQ(ValueOf(text, 0), "1065073200");
  EXPECT_EQ(ValueOf(text, 1), "841575600");
  const std::string_view turned =
      "기정 2,262,300 X 31인 X 12월 = 841,576,000\n경정 2,863,100 X 31인 X 12월 = 1,065,073,000";
  ASSERT_TRUE(ParseFormula(turned).ok());
  EXPECT_EQ(ParseFormula(turned)->side(0).role, FormulaRole::kPrior);
  const std::string_view one = "기정 2,400,000원×5명×10월 = 120,000,000";
  ASSERT_TRUE(ParseFormula(one).ok());
  EXPECT_EQ(ParseFormula(one)->kind(), FormulaKind::kExpression);
  EXPECT_EQ(ParseFormula(one)->side(0).role, FormulaRole::kPrior);
  const auto row = RowAmount(*ParseFormula(one), one, Rounding::kHalfUp);
  ASSERT_TRUE(row.ok());
  EXPECT_EQ(*row, Money(-120'000'000));
}

TEST(Formula, RoundsBothSidesOfAPairBeforeItSubtracts) {
  const std::string_view text =
      "경정 2,863,100 X 31인 X 12월 = 1,065,073,000 / 기정 2,262,300 X 31인 X 12월 = 841,576,000";
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  const auto row = RowAmount(*formula, text, Rounding::kHalfUp);
  ASSERT_TRUE(row.ok());
  EXPECT_EQ(*row, Money(223'497'000));
  EXPECT_EQ(ConsistentRowRoundings(*formula, text, Money(223'497'000)),
            (RoundingSet{Rounding::kHalfUp, Rounding::kHalfDown, Rounding::kHalfEven}));
  EXPECT_EQ(ConsistentRowRoundings(*formula, text, Money(223'499'000)), RoundingSet());
  const std::string_view lumps = "경정 = 4,000 / 기정 = 3,000천원";
  ASSERT_TRUE(ParseFormula(lumps).ok());
  EXPECT_EQ(*RowAmount(*ParseFormula(lumps), lumps, Rounding::kUnnecessary), Money(1'000'000));
}

TEST(Formula, RefusesWhatWouldBeAGuessAndNamesTheColumn) {
  struct Case {
    const char* text;
    Code code;
    std::uint32_t column;
    const char* found;
  };
  const Case cases[] = {
      {"3,000원×5명 15", Code::kSyntax, 11, "15"},
      {"3,000원 × ", Code::kSyntax, 9, ""},
      {"3,000원 ×× 5", Code::kSyntax, 9, "×"},
      {"3,000원 × = 5", Code::kSyntax, 9, ""},
      {"통신료 × 3개월 = 300", Code::kSyntax, 1, "통신료"},
      {"1,100 X 60Lx3대 X 5회", Code::kSyntax, 13, "3대"},
      {"보수 2,000,000원 (3명×2회)", Code::kSyntax, 15, "(3명×2회)"},
      {"제2차 교육 × 3,000원", Code::kSyntax, 5, "교육"},
      {"제2차 교육(4종) [12인] × 3,000원", Code::kSyntax, 12, "[12인]"},
      {"3-4월 홍보 [90종+21통]×56원", Code::kSyntax, 9, "[90종+21통]"},
      {"3,000원×2 + 제2차 교육 × 3,000원", Code::kSyntax, 16, "교육"},
      {"교육(4종) × 3,000원", Code::kSyntax, 1, "교육"},
      {"(3명) (2회) × 3,000원", Code::kSyntax, 6, "(2회)"},
      {"12m×20m 현수막 [219종+7개]×3원", Code::kSyntax, 13, "[219종+7개]"},
      {"1/4분기 교육 [5명] × 3,000원", Code::kSyntax, 10, "[5명]"},
      {"코로나19 × 3,000원", Code::kSyntax, 1, "코로나"},
      {"A4 용지 × 3,000원", Code::kSyntax, 1, "A"},
      {"(3,000원×5명", Code::kSyntax, 1, "("},
      {"3,000원×5명)", Code::kSyntax, 10, ")"},
      {"(3,000원×5명]", Code::kSyntax, 1, "("},
      {"35,498,8000원 × 2", Code::kWrongGrouping, 1, "35,498,8000원"},
      {"2명 × 1,00원", Code::kWrongGrouping, 6, "1,00원"},
      {"3천막 × 500원", Code::kWrongUnit, 1, "3천막"},
      {"5명×3회", Code::kWrongUnit, 1, "5명×3회"},
      {"5원×3원", Code::kWrongUnit, 4, "3원"},
      {"5명/3원 × 2원", Code::kWrongUnit, 4, "3원"},
      {"3,000원 + 5명", Code::kWrongUnit, 10, "5명"},
      {"(5명+3,000원)×2회", Code::kWrongUnit, 5, "3,000원"},
      {"5원/0", Code::kDivisionByZero, 4, "0"},
      {"5원/(3명-3명)", Code::kDivisionByZero, 4, "(3명-3명)"},
      {"3,000원×5명 = 15 × 2", Code::kSyntax, 16, "×"},
      {"3,000원×5명 = 50%", Code::kSyntax, 13, "50%"},
      {"3,000원×5명 = 1천원 2천원 3천원", Code::kSyntax, 21, "3천원"},
      {"3,000원×5명 = 35,498,8000", Code::kWrongGrouping, 13, "35,498,8000"},
      {"경정 1,000원×2 / 경정 2,000원×2", Code::kSyntax, 15, "경정"},
      {"경정 1,000원×2 / 기정 2,000원×2 / 경정 1원×2", Code::kSyntax, 29, "경정"},
      {"9999999999999999999원×9999999999999999999×10", Code::kOverflow, 42, "10"},
  };
  for (const Case& c : cases) {
    const Refusal refusal = RefusalOf(c.text);
    EXPECT_EQ(refusal.code, c.code) << c.text << " " << refusal.en;
    EXPECT_EQ(refusal.column, c.column) << c.text << " " << refusal.en;
    EXPECT_EQ(refusal.found, c.found) << c.text << " " << refusal.en;
    EXPECT_THAT(refusal.en, HasSubstr("column " + std::to_string(c.column))) << c.text;
    EXPECT_THAT(refusal.ko, HasSubstr(std::to_string(c.column) + "번째 글자")) << c.text;
  }
}

TEST(Formula, SaysWhatWasExpectedAndFoundInBothLanguages) {
  const Refusal refusal = RefusalOf("3,000원×5명 15");
  EXPECT_EQ(refusal.en, "Cost basis, column 11: expected an operator, found ‘15’.");
  EXPECT_EQ(refusal.ko, "산출기초 11번째 글자: 있어야 할 것은 연산 기호, 실제로 있는 것은 ‘15’.");
  EXPECT_THAT(RefusalOf("3,000원 × ").en, HasSubstr("found the end of the text"));
}

TEST(Formula, RefusesBytesThatAreNotUtf8AtTheirOffset) {
  for (const std::string& text : {std::string("3,000원×5명\xFF"), std::string("\xC0\x80 3원×2"),
                                  std::string("인건비\xED\xA0\x80"), std::string("3\xEC\x9B")}) {
    const auto formula = ParseFormula(text);
    ASSERT_FALSE(formula.ok());
    EXPECT_EQ(formula.code(), Code::kInvalidUtf8);
    EXPECT_GE(static_cast<unsigned char>(text[formula.error().place().offset]), 0x80U);
  }
}

TEST(Formula, RefusesBracketsDeeperThanTheLimitAndTakesThoseAtTheLimit) {
  const auto nested = [](std::int32_t depth) {
    const auto n = static_cast<std::size_t>(depth);
    return std::string(n, '(') + "3원×2" + std::string(n, ')') + "×1=";
  };
  EXPECT_EQ(ValueOf(nested(kFormulaDepthMax)), "6");
  EXPECT_EQ(ValueOf(nested(kFormulaDepthMax + 1)), "!too_deep");
  EXPECT_EQ(ValueOf(std::string(10'000, '(')), "!too_deep");
  EXPECT_EQ(ValueOf(std::string(10'000, '[') + "3원"), "!too_deep");
}

TEST(Formula, RefusesNumbersAndTextsThatAreTooLong) {
  EXPECT_EQ(ValueOf(std::string(38, '9') + "원 ="), std::string(38, '9'));
  EXPECT_EQ(ValueOf(std::string(39, '9') + "원 ="), "!overflow");
  EXPECT_EQ(ValueOf(std::string(60'000, '7') + "원 × 2"), "!overflow");
  EXPECT_EQ(ValueOf(std::string(1'000'000, '7') + "원 × 2"), "!too_large");
  EXPECT_EQ(ValueOf(std::string(50'000, '0') + "7원 × 2"), "14");
  EXPECT_EQ(ValueOf("0." + std::string(39, '1') + "원 × 2"), "!overflow");
}

TEST(Formula, IsLinearInHostileText) {
  // Each of these would take minutes if any part of the reading were quadratic.
  const std::size_t size = kFormulaBytesMax;
  const auto repeat = [&](std::string_view piece, std::string_view head, std::string_view tail) {
    std::string text(head);
    while (text.size() + piece.size() + tail.size() <= size) text += piece;
    return text.append(tail);
  };
  for (const std::string& text : {repeat("+1", "1원", ""),       repeat("×1", "1원", "="),
                                  repeat("-가", "1원", ""),      repeat("- ", "", "3원×2"),
                                  repeat("()", "", "3원×2"),     repeat("(1)", "", "3원×2"),
                                  repeat("1 ", "", "3원×2"),     repeat("x ", "3 ", ""),
                                  repeat("=", "3원×2", ""),      repeat("3억 ", "", ""),
                                  repeat("3만", "", "원×2"),     repeat("\n", "3원×2", "= 6원"),
                                  repeat("경정 ", "", "1원×2"),  repeat("[", "", ""),
                                  repeat(")", "", ""),           repeat("×", "1원", ""),
                                  repeat("1,", "", ""),          repeat("1.", "", "원×3"),
                                  repeat("△", "", "1원×2"),      repeat("(x-)", "", "1원×2=2원"),
                                  repeat("1-1 가 ", "", "1원×2")}) {
    const auto formula = ParseFormula(text);
    if (formula) (void)Evaluate(*formula, text);
  }
}

TEST(Formula, KeepsEverySpanInsideTheText) {
  for (const std::string_view text :
       {"○ 강사료(4종) 3,000원×5명(1회) = 15천원 (x 3)", "경정 1원×2 = 2 / 기정 [3원+4원]×2 = 14",
        "  - 차감 △(3억 5천만원 + 10만명×2원)/12월 =△1 = 2천원", "0="}) {
    const auto formula = ParseFormula(text);
    ASSERT_TRUE(formula.ok()) << text;
    for (std::size_t i = 0; i < formula->node_count(); ++i) {
      const FormulaNode& node = formula->node(i);
      ASSERT_GT(node.end, i);
      ASSERT_LE(node.end, formula->node_count());
      ASSERT_GT(node.span.length, 0U);
      ASSERT_LE(node.span.end(), text.size());
      ASSERT_LE(node.unit.end(), text.size());
    }
    for (std::size_t i = 0; i < formula->stated_count(); ++i) {
      ASSERT_LE(formula->stated(i).span.end(), text.size());
    }
  }
}

TEST(Formula, CopiesAreIndependentOfTheirLength) {
  std::string text = "1원";
  for (int i = 0; i < 40; ++i) text += "+1원×2";
  text += " = 81원 = 0천원 = 1천원";
  auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  const Formula copy = *formula;
  const Formula moved = std::move(*formula);
  EXPECT_EQ(Evaluate(copy, text)->ToString(), "81");
  EXPECT_EQ(Evaluate(moved, text)->ToString(), "81");
  EXPECT_EQ(copy.stated_count(), 3U);
}

TEST(Judge, TellsExactRoundedAndWrongApart) {
  const auto judge = [](const char* text, Unit column = Unit::kThousandWon) {
    const auto formula = ParseFormula(text);
    EXPECT_TRUE(formula.ok()) << text;
    const auto judgement = JudgeSide(*formula, text, 0, 0, column);
    EXPECT_TRUE(judgement.ok()) << text;
    return *judgement;
  };
  const Judgement exact = judge("2,000,000 X 1식 = 2,000");
  EXPECT_EQ(exact.verdict, Verdict::kExact);
  EXPECT_EQ(exact.unit, Unit::kThousandWon);
  EXPECT_TRUE(exact.unit_assumed);
  EXPECT_EQ(exact.roundings, RoundingSet::All());

  const Judgement rounded = judge("28,800 X 1인 X 48일 = 1,383천원");  // 1,382.4
  EXPECT_EQ(rounded.verdict, Verdict::kExactAfterRounding);
  EXPECT_EQ(rounded.roundings, (RoundingSet{Rounding::kUp, Rounding::kCeiling}));
  EXPECT_EQ(rounded.rounded_to, 1'000);
  EXPECT_EQ(rounded.difference.ToString(), "600");
  EXPECT_FALSE(rounded.unit_assumed);

  const Judgement wrong = judge("28,800 X 1인 X 48일 = 1,384천원");
  EXPECT_EQ(wrong.verdict, Verdict::kWrong);
  EXPECT_EQ(wrong.roundings, RoundingSet());
  EXPECT_EQ(wrong.difference.ToString(), "1600");

  EXPECT_EQ(judge("28,800 X 1인").verdict, Verdict::kNothingStated);
  EXPECT_EQ(judge("○ 총액 = 4,000").verdict, Verdict::kNotArithmetic);
  EXPECT_EQ(judge("○ 인건비").verdict, Verdict::kNotArithmetic);
}

TEST(Judge, ReadsAFigureWithoutUnitInTheUnitThatExplainsIt) {
  const auto judge = [](const char* text, Unit column) {
    const auto formula = ParseFormula(text);
    return *JudgeSide(*formula, text, 0, 0, column);
  };
  // A book in thousands whose basis states won.
  EXPECT_EQ(judge("2,863,100 X 31인 X 12월 = 1,065,073,000", Unit::kThousandWon).unit, Unit::kWon);
  EXPECT_EQ(judge("1,470,000천원×3% = 44,100", Unit::kThousandWon).unit, Unit::kThousandWon);
  EXPECT_EQ(judge("3,250,000원×24명×12월 = 936", Unit::kMillionWon).unit, Unit::kMillionWon);
  // An exact reading in won beats a rounded one in the column's unit.
  EXPECT_EQ(judge("1원×1회 = 1", Unit::kThousandWon).unit, Unit::kWon);
  // A misprint is wrong in the nearer unit.
  const Judgement misprint = judge("2,863,100 X 31인 X 12월 = 1,065,173,000", Unit::kThousandWon);
  EXPECT_EQ(misprint.verdict, Verdict::kWrong);
  EXPECT_EQ(misprint.unit, Unit::kWon);
  EXPECT_EQ(misprint.difference.ToString(), "99800");
  const Judgement column = judge("3,000원×5명 = 16", Unit::kThousandWon);
  EXPECT_EQ(column.verdict, Verdict::kWrong);
  EXPECT_EQ(column.unit, Unit::kThousandWon);
  EXPECT_EQ(column.difference.ToString(), "1000");
}

TEST(Judge, TakesTheCoarsestGrainThatDividesAFigureInWon) {
  const auto judge = [](std::int64_t exact, std::int64_t stated) {
    StatedAmount amount;
    amount.figure = Decimal::FromInt(stated);
    amount.unit = Unit::kWon;
    return Judge(ExactWon{Decimal::FromInt(exact), Decimal::FromInt(3)}, amount);
  };
  EXPECT_EQ(judge(2'999, 1'000).rounded_to, 1'000);  // 999.67
  EXPECT_EQ(judge(2'999, 1'000).verdict, Verdict::kExactAfterRounding);
  EXPECT_EQ(judge(2'000, 670).rounded_to, 10);  // 666.67
  EXPECT_EQ(judge(2'000, 667).rounded_to, 1);
  EXPECT_EQ(judge(2'000, 668).verdict, Verdict::kWrong);
  EXPECT_EQ(judge(2'000, 10'000).verdict, Verdict::kWrong);
  EXPECT_EQ(judge(-2'000, -667).roundings,
            (RoundingSet{Rounding::kUp, Rounding::kFloor, Rounding::kHalfUp, Rounding::kHalfDown,
                         Rounding::kHalfEven}));
  EXPECT_EQ(judge(-2'000, 667).verdict, Verdict::kWrong);
}

TEST(Judge, AgreesBetweenTheShortWayAndTheWideOne) {
  // The same values with a trailing zero after the point take the wide way.
  const Decimal ten = Decimal::FromInt(10);
  for (std::int64_t numerator = -4'100; numerator <= 4'100; numerator += 53) {
    for (std::int64_t denominator : {1, 3, 12, 100}) {
      for (std::int64_t stated = -5; stated <= 5; ++stated) {
        for (Unit unit : {Unit::kWon, Unit::kThousandWon}) {
          StatedAmount amount;
          amount.figure = Decimal::FromInt(stated);
          amount.unit = unit;
          const ExactWon narrow{Decimal::FromInt(numerator), Decimal::FromInt(denominator)};
          ExactWon wide{*Decimal::Make(numerator * 10, 1), *Multiply(narrow.denominator, ten)};
          wide.denominator = *Decimal::Make(denominator * 10, 1);
          const Judgement a = Judge(narrow, amount);
          const Judgement b = Judge(wide, amount);
          ASSERT_EQ(a.verdict, b.verdict) << numerator << "/" << denominator << " " << stated;
          ASSERT_EQ(a.roundings, b.roundings) << numerator << "/" << denominator << " " << stated;
          ASSERT_EQ(a.rounded_to, b.rounded_to) << numerator << "/" << denominator << " " << stated;
        }
      }
    }
  }
}

TEST(Judge, JudgesFiguresOfAnyWidth) {
  const std::string nines(30, '9');
  const std::string text = nines + "원×1 = " + nines + "원";
  const auto formula = ParseFormula(text);
  ASSERT_TRUE(formula.ok());
  EXPECT_EQ(JudgeSide(*formula, text)->verdict, Verdict::kExact);
  const std::string other = nines + "원×1/3 = " + std::string(30, '3') + "천원";
  const auto second = ParseFormula(other);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(JudgeSide(*second, other)->verdict, Verdict::kWrong);
}

TEST(ExactWon, RoundsOnceAndRefusesWhatDoesNotFit) {
  const ExactWon third{Decimal::FromInt(10'000), Decimal::FromInt(3)};
  EXPECT_EQ(*third.Round(1, Rounding::kHalfUp), Money(3'333));
  EXPECT_EQ(*third.Round(1'000, Rounding::kCeiling), Money(4'000));
  EXPECT_EQ(third.Round(1, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(third.Round(0, Rounding::kHalfUp).code(), Code::kOutOfRange);
  EXPECT_FALSE(third.is_whole());
  EXPECT_EQ(third.ToString(), "10000/3");
  // Rounding twice would give 1,000: 449.5 → 450 → 500 → 1,000.
  EXPECT_EQ(*(ExactWon{Decimal::FromInt(899), Decimal::FromInt(2)}.Round(1'000, Rounding::kHalfUp)),
            Money(0));
  const ExactWon huge{*Decimal::Parse(std::string(30, '9')), Decimal::FromInt(1)};
  EXPECT_EQ(huge.Round(1, Rounding::kHalfUp).code(), Code::kOverflow);
  EXPECT_LT(Compare(third, huge), 0);
  EXPECT_EQ(Compare(third, ExactWon{Decimal::FromInt(20'000), Decimal::FromInt(6)}), 0);
}

TEST(ParseFormula, ReadsAUnitWithASlashBehindALabel) {
  for (const std::string_view text :
       {"- SW 개발 : 30M/M × 10백만원 = 300백만원", "○ 개발 30M/M × 10백만원 = 300백만원",
        "30M/M × 10백만원 = 300백만원"}) {
    const auto formula = ParseFormula(text);
    ASSERT_TRUE(formula.ok()) << text;
    const auto value = Evaluate(*formula, text);
    ASSERT_TRUE(value.ok()) << text;
    EXPECT_EQ(Compare(*value, ExactWon{Decimal::FromInt(300'000'000), Decimal::FromInt(1)}), 0);
  }
  // A number between words may still be part of a name.
  EXPECT_FALSE(ParseFormula("제2차 교육 × 3,000원").ok());
}

TEST(Evaluate, RefusesASideThatIsNotThere) {
  const std::string_view text = "1원×2";
  EXPECT_EQ(Evaluate(*ParseFormula(text), text, 1).code(), Code::kInvalidArgument);
  EXPECT_EQ(JudgeSide(*ParseFormula(text), text, 2).code(), Code::kInvalidArgument);
}

}  // namespace
}  // namespace yesan
