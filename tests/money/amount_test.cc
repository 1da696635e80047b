#include "yesan/money/amount.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "lib/money/amount_read.h"
#include "yesan/base/text.h"
#include "yesan/money/format.h"

namespace yesan {
namespace {

using K = AmountKind;
using U = Unit;
using S = SignMark;
using F = AmountFault;

AmountOptions Rates() {
  AmountOptions options;
  options.whole = false;
  return options;
}

AmountOptions Brackets() {
  AmountOptions options;
  options.parentheses_are_negative = true;
  return options;
}

AmountOptions Strict() {
  AmountOptions options;
  options.refuse_faults = true;
  return options;
}

// A figure and all that is to be read from it.
struct Form {
  std::string text;
  std::string value;
  Unit unit = U::kNone;
  SignMark sign = S::kNone;
  AmountFault fault = F::kNone;
  std::string likely = "";  // empty: value
  AmountOptions options = {};
};

void ExpectForm(const Form& form) {
  SCOPED_TRACE(form.text);
  const Result<Amount> amount = ParseAmount(form.text, form.options);
  ASSERT_TRUE(amount.ok()) << amount.error().message().en;
  EXPECT_EQ(amount->kind, K::kValue);
  EXPECT_EQ(amount->value.ToString(), form.value);
  EXPECT_EQ(amount->unit, form.unit);
  EXPECT_EQ(amount->sign, form.sign);
  EXPECT_EQ(amount->fault, form.fault) << Name(amount->fault);
  EXPECT_EQ(amount->likely().ToString(), form.likely.empty() ? form.value : form.likely);
  EXPECT_EQ(FormatAmount(*amount), form.text);
}

TEST(Amount, ReadsEveryMinusInPrintAndGivesItBack) {
  for (const Form& form : std::vector<Form>{{"Δ1,129,462", "-1129462", U::kNone, S::kDelta},
                                            {"∆1,129,462", "-1129462", U::kNone, S::kIncrement},
                                            {"△58,160", "-58160", U::kNone, S::kTriangle},
                                            {"△ 62,937,790", "-62937790", U::kNone, S::kTriangle},
                                            {"△   5,811", "-5811", U::kNone, S::kTriangle},
                                            {"▵13", "-13", U::kNone, S::kSmallTriangle},
                                            {"▲13", "-13", U::kNone, S::kBlackTriangle},
                                            {"▽13", "-13", U::kNone, S::kDownTriangle},
                                            {"-1,000", "-1000", U::kNone, S::kHyphen},
                                            {"−1,000", "-1000", U::kNone, S::kMinus},
                                            {"－1,000", "-1000", U::kNone, S::kHyphen},
                                            {"+1,000", "1000", U::kNone, S::kPlus},
                                            {"Δ0", "0", U::kNone, S::kDelta},
                                            {"Δ0.0%", "0.0", U::kPercent, S::kDelta},
                                            {"Δ22", "-22", U::kNone, S::kDelta},
                                            {"△740천원", "-740", U::kThousandWon, S::kTriangle},
                                            {"△\u00A05", "-5", U::kNone, S::kTriangle}}) {
    ExpectForm(form);
  }
}

TEST(Amount, TakesBracketsForAMinusOnlyWhereTold) {
  ExpectForm({"(247,296,958)", "-247296958", U::kNone, S::kParentheses, F::kNone, "", Brackets()});
  ExpectForm(
      {"( 1,000천원 )", "-1000", U::kThousandWon, S::kParentheses, F::kNone, "", Brackets()});
  ExpectForm({"（5）", "-5", U::kNone, S::kParentheses, F::kNone, "", Brackets()});
  ExpectForm({"5", "5", U::kNone, S::kNone, F::kNone, "", Brackets()});
  EXPECT_EQ(ParseAmount("(247,296,958)").code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("(5", Brackets()).code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("5)", Brackets()).code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("(Δ5)", Brackets()).code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("((5))", Brackets()).code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("()", Brackets()).code(), Code::kSyntax);
}

TEST(Amount, TellsBlankDashZeroAndWordsApart) {
  for (const char* text : {"", " ", "\t \r\n", "\u00A0\u3000"}) {
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok());
    EXPECT_EQ(amount->kind, K::kBlank);
    EXPECT_EQ(FormatAmount(*amount), "");
  }
  for (const char* text : {"-", "–", "—", "―", "−", "－"}) {
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok()) << text;
    EXPECT_EQ(amount->kind, K::kDash) << text;
    EXPECT_FALSE(amount->has_value());
    EXPECT_EQ(FormatAmount(*amount), text);
  }
  const Result<Amount> zero = ParseAmount("0");
  EXPECT_EQ(zero->kind, K::kValue);
  EXPECT_TRUE(zero->value.is_zero());
  EXPECT_NE(*zero, *ParseAmount(""));
  EXPECT_NE(*zero, *ParseAmount("-"));
  EXPECT_NE(*ParseAmount("-"), *ParseAmount(""));
  EXPECT_NE(*ParseAmount("-"), *ParseAmount("–"));
}

TEST(Amount, ReadsTheWordsOfNumberCells) {
  const std::vector<std::pair<const char*, AmountWord>> words = {
      {"순증", AmountWord::kPureIncrease},
      {"순감", AmountWord::kPureDecrease},
      {"신규", AmountWord::kNew},
      {"전년동", AmountWord::kSameAsPrior},
      {"미산정", AmountWord::kNotEstimated},
      {"해당없음", AmountWord::kNotApplicable},
      {"해당 없음", AmountWord::kNotApplicable}};
  for (const auto& [text, word] : words) {
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok()) << text;
    EXPECT_EQ(amount->kind, K::kWord);
    EXPECT_EQ(amount->word, word);
    EXPECT_FALSE(Name(word).empty());
    EXPECT_EQ(FormatAmount(*amount), text);
    EXPECT_EQ(amount->InWon().code(), Code::kSyntax);
    EXPECT_EQ(amount->InOnes().code(), Code::kSyntax);
    EXPECT_TRUE(MayBeAmount(text));
  }
  EXPECT_EQ(ParseAmount("순증감").code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("신규사업").code(), Code::kSyntax);
}

TEST(Amount, ReadsFiguresWithTheirUnit) {
  for (const Form& form : std::vector<Form>{
           {"1,129,462", "1129462"},
           {"0", "0"},
           {"5", "5"},
           {"310,399", "310399"},
           {"1234567.89", "1234567.89"},
           {"1,234,567.89", "1234567.89"},
           {"4,066,896천원", "4066896", U::kThousandWon},
           {"1,667,294,000원", "1667294000", U::kWon},
           {"1,667,294천원", "1667294", U::kThousandWon},
           {"151,000,000", "151000000"},
           {"151,000천원", "151000", U::kThousandWon},
           {"1십만원", "1", U::kHundredThousandWon},
           {"3천만원", "3", U::kTenMillionWon},
           {"365.93억", "365.93", U::kHundredMillionWon},
           {"350천원", "350", U::kThousandWon},
           {"62.5백만원", "62.5", U::kMillionWon},
           {"1,250백만원", "1250", U::kMillionWon},
           {"2,036백만 원", "2036", U::kMillionWon},
           {"4,066,896 천원", "4066896", U::kThousandWon},
           {"4,066,896천 원", "4066896", U::kThousandWon},
           {"34조", "34", U::kTrillionWon},
           {"34조원", "34", U::kTrillionWon},
           {"5만원", "5", U::kTenThousandWon},
           {"99.862천원", "99.862", U::kThousandWon},
           {"12345678901234567890123456789012345678", "12345678901234567890123456789012345678"},
           {"999,999,999,999,999,999", "999999999999999999"},
           {"1,000,000,000,000,000,000", "1000000000000000000"},
           {"9,223,372,036,854,775,808원", "9223372036854775808", U::kWon},
           {"007", "7"},
           {"00", "0"}}) {
    ExpectForm(form);
  }
}

TEST(Amount, ReadsRatesWithTheirDigits) {
  for (const Form& form :
       std::vector<Form>{{"28.75%", "28.75", U::kPercent},
                         {"5.405%", "5.405", U::kPercent},
                         {"0.12%", "0.12", U::kPercent},
                         {"36.1", "36.1"},
                         {"100", "100"},
                         {"122.6", "122.6"},
                         {"△8.76%", "-8.76", U::kPercent, S::kTriangle},
                         {"3 %", "3", U::kPercent},
                         {"３％", "3", U::kPercent},
                         {"100.00", "100.00"},
                         {"5.405", "5.405", U::kNone, S::kNone, F::kNone, "", Rates()}}) {
    ExpectForm(form);
  }
}

TEST(Amount, ReadsMixedUnitsInWon) {
  for (const Form& form : std::vector<Form>{{"34조 8,369억원", "34836900000000", U::kWon},
                                            {"6,396억 3천9백만원", "639639000000", U::kWon},
                                            {"10조 4,305억 7,344만 원", "10430573440000", U::kWon},
                                            {"3억 5,100만원", "351000000", U::kWon},
                                            {"30만3천원", "303000", U::kWon},
                                            {"3천9백만원", "39000000", U::kWon},
                                            {"1천2백만 5천원", "12005000", U::kWon},
                                            {"5,100만 3,456원", "51003456", U::kWon},
                                            {"1만5000원", "15000", U::kWon},
                                            {"3백원", "300", U::kWon},
                                            {"3십억원", "3000000000", U::kWon},
                                            {"12십억원", "12000000000", U::kWon},
                                            {"1억 2.5천만원", "125000000.0", U::kWon},
                                            {"Δ3억 5,100만원", "-351000000", U::kWon, S::kDelta},
                                            {"9억 0만원", "900000000", U::kWon}}) {
    ExpectForm(form);
    EXPECT_TRUE(ParseAmount(form.text)->mixed) << form.text;
  }
}

TEST(Amount, RefusesPartsThatDoNotFall) {
  for (const char* text : {"3만5억원", "3천 4천만", "5만 5만", "3백2천", "1.5억 3천만", "3억3억",
                           "5천5천원", "3,5억 2천만", "1억 3,5천만원", "3억 5.5.5만"}) {
    EXPECT_FALSE(ParseAmount(text).ok()) << text;
  }
}

TEST(Amount, ReadsFullWidthDigitsInsideOrdinaryOnes) {
  for (const Form& form : std::vector<Form>{{"1４,577", "14577"},
                                            {"１４，５７７", "14577"},
                                            {"１２．５", "12.5"},
                                            {"１２천원", "12", U::kThousandWon},
                                            {"Δ１", "-1", U::kNone, S::kDelta}}) {
    ExpectForm(form);
  }
}

TEST(Amount, KeepsAWrongGroupingWithItsLikelyValue) {
  for (const Form& form : std::vector<Form>{
           {"35,498,8000", "354988000", U::kNone, S::kNone, F::kMisplacedComma},
           {"24,0%", "240", U::kPercent, S::kNone, F::kCommaForPoint, "24.0"},
           {"97,8", "978", U::kNone, S::kNone, F::kCommaForPoint, "97.8"},
           {"Δ97,8", "-978", U::kNone, S::kDelta, F::kCommaForPoint, "-97.8"},
           {"99.862", "99.862", U::kNone, S::kNone, F::kPointForComma, "99862"},
           {"11.234", "11.234", U::kNone, S::kNone, F::kPointForComma, "11234"},
           {"△11.234", "-11.234", U::kNone, S::kTriangle, F::kPointForComma, "-11234"},
           {"11.234원", "11.234", U::kWon, S::kNone, F::kPointForComma, "11234"},
           {"1,129.462", "1129.462", U::kNone, S::kNone, F::kPointForComma, "1129462"},
           {"1.129.462", "1129462", U::kNone, S::kNone, F::kPointForComma, "1129462"},
           {"1.129.462", "1129462", U::kNone, S::kNone, F::kPointForComma, "1129462", Rates()},
           {"0,125", "125", U::kNone, S::kNone, F::kCommaForPoint, "0.125"},
           {"1,2345", "12345", U::kNone, S::kNone, F::kMisplacedComma},
           {"1234,567", "1234567", U::kNone, S::kNone, F::kMisplacedComma},
           {"1,23,456", "123456", U::kNone, S::kNone, F::kMisplacedComma},
           {"1,23.5", "123.5", U::kNone, S::kNone, F::kMisplacedComma},
           {"01,234", "1234", U::kNone, S::kNone, F::kMisplacedComma},
           {"1,234,5", "12345", U::kNone, S::kNone, F::kMisplacedComma},
           {"12345,6", "123456", U::kNone, S::kNone, F::kCommaForPoint, "12345.6"},
           {"3,5억원", "35", U::kHundredMillionWon, S::kNone, F::kCommaForPoint, "3.5"},
           {"1조 1,2345만원", "1000123450000", U::kWon, S::kNone, F::kMisplacedComma}}) {
    ExpectForm(form);
    EXPECT_EQ(ParseAmount(form.text, Strict()).code(), Code::kWrongGrouping) << form.text;
  }
}

TEST(Amount, DoesNotTakeAnHonestPointForASlip) {
  for (const char* text :
       {"5.405%", "99.862천원", "1234.567", "0.862", "99.86", "99.8620", "99.862%"}) {
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok()) << text;
    EXPECT_EQ(amount->fault, F::kNone) << text;
    EXPECT_TRUE(ParseAmount(text, Strict()).ok()) << text;
  }
  EXPECT_EQ(ParseAmount("99.862", Rates())->fault, F::kNone);
}

TEST(Amount, KeepsAUnitThatIsTooLargeForItsPlace) {
  const Result<Amount> amount = ParseAmount("10,000천만원");
  ASSERT_TRUE(amount.ok());
  EXPECT_EQ(amount->fault, F::kStackedUnit);
  EXPECT_EQ(amount->value.ToString(), "10000");
  EXPECT_EQ(amount->unit, U::kTenMillionWon);
  EXPECT_EQ(amount->likely_unit(), U::kThousandWon);
  EXPECT_EQ(FormatAmount(*amount), "10,000천만원");
  EXPECT_EQ(ParseAmount("3억 51,000만원")->fault, F::kStackedUnit);
  EXPECT_EQ(ParseAmount("3억 51,000만원")->value.ToString(), "810000000");
  EXPECT_EQ(ParseAmount("12십만원")->fault, F::kStackedUnit);
  EXPECT_EQ(ParseAmount("12백원")->fault, F::kStackedUnit);
  EXPECT_EQ(ParseAmount("9천만원")->fault, F::kNone);
  EXPECT_EQ(ParseAmount("350천원")->fault, F::kNone);
  EXPECT_EQ(ParseAmount("10천만원", Strict()).code(), Code::kWrongGrouping);
}

TEST(Amount, KeepsANoteBehindTheFigure) {
  for (const auto& [text, note] :
       std::vector<std::pair<std::string, std::string>>{{"1,000원(VAT포함)", "(VAT포함)"},
                                                        {"1,000 (추경 반영)", "(추경 반영)"},
                                                        {"1,000*", "*"},
                                                        {"1,000 **", "**"},
                                                        {"1,000주)", "주)"},
                                                        {"1,000주1)", "주1)"},
                                                        {"1,000¹", "¹"},
                                                        {"5※", "※"},
                                                        {"5（명）", "（명）"},
                                                        {"5(신규)", "(신규)"}}) {
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok()) << text;
    EXPECT_EQ(amount->note(), note);
    EXPECT_EQ(FormatAmount(*amount), text);
  }
  EXPECT_EQ(ParseAmount("1,000")->note(), "");
}

TEST(Amount, RefusesWhatIsNoNote) {
  for (const char* text :
       {"1,000(180,642)", "1,000(x-)", "1,000(분 5,824)", "1,000(3×4)", "1,000()", "1,000(가",
        "1,000(가)나", "1,000 주", "1,000(가(나))", "1,000*5", "1,000(-)", "1,000(가\n나)"}) {
    EXPECT_EQ(ParseAmount(text).code(), Code::kSyntax) << text;
  }
}

TEST(Amount, RefusesACommaInTheWrongPlaceThatHasNoReading) {
  for (const char* text :
       {",123", "123,", "1,,234", "1,234,", "1.5,000", "Δ,5", "1,234.5,678", "1, 234"}) {
    EXPECT_EQ(ParseAmount(text).code(), Code::kWrongGrouping) << text;
  }
}

TEST(Amount, ReadsFormalAmountsAndKeepsTheirWordsAsANote) {
  const Result<Amount> both = ParseAmount("금120,000,000원(금일억이천만원)");
  ASSERT_TRUE(both.ok());
  EXPECT_EQ(both->InWon()->minor(), 120'000'000);
  EXPECT_EQ(both->note(), "(금일억이천만원)");
  EXPECT_EQ(FormatAmount(*both), "금120,000,000원(금일억이천만원)");
  for (const char* text :
       {"일금 120,000,000원정", "금 1억2천만원", "일금일억이천만원정", "금 일억 이천만 원",
        "일금 일억이천만원정(₩120,000,000)", "금일억이천만원(120,000,000원)", "금120,000천원정"}) {
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok()) << text;
    EXPECT_TRUE(MayBeAmount(text)) << text;
    EXPECT_EQ(amount->InWon()->minor(), 120'000'000) << text;
    EXPECT_EQ(FormatAmount(*amount), text);
  }
  // Where figures and words differ the figures count; a check compares them.
  EXPECT_EQ(ParseAmount("일금 일억삼천만원정(₩120,000,000)")->InWon()->minor(), 120'000'000);
  for (const char* text : {"금120,000,000원(금일억이천만원)", "금120,000천원(금 일억 이천만 원정)",
                           "일금 일억이천만원정(₩120,000,000)", "금120,000,000원(부가세 포함)",
                           "금120,000,000원(금일억이천만원 이하)", "120,000,000원(일억삼천만원)"}) {
    EXPECT_EQ(ParseAmount(text)->fault, AmountFault::kNone) << text;
  }
  for (const char* text :
       {"금120,000,000원(금일억삼천만원)", "금120,000천원( 일금 일억삼천만원정 )",
        "일금 일억삼천만원정(₩120,000,000)", "금 1억2천만원(금일억이천원)",
        "120,000,000원(금일억삼천만원)"}) {
    const Result<Amount> differs = ParseAmount(text);
    ASSERT_TRUE(differs.ok()) << text;
    EXPECT_EQ(differs->fault, AmountFault::kWordsDiffer) << text;
    EXPECT_EQ(differs->InWon()->minor(), 120'000'000) << text;
    EXPECT_EQ(differs->likely(), differs->value) << text;
    AmountOptions strict;
    strict.refuse_faults = true;
    EXPECT_EQ(ParseAmount(text, strict).code(), Code::kWrongGrouping) << text;
  }
}

TEST(Amount, TakesNoWordThatBeginsAlikeForAFormalAmount) {
  for (const char* text :
       {"금액", "금년도", "금", "일금", "일반회계", "금원", "금가원", "일금 원정", "금일억이천만",
        "금Δ5원", "△금5원", "일억이천만원", "금일요일원가"}) {
    EXPECT_EQ(ParseAmount(text).code(), Code::kSyntax) << text;
  }
  for (const char* text : {"금액", "금년도", "금", "일금", "일반회계", "금원"}) {
    EXPECT_FALSE(MayBeAmount(text)) << text;
  }
}

TEST(Amount, ReadsHangulInLetters) {
  const Result<Amount> amount = ParseAmount(u8"350\u110E\u1165\u11AB\u110B\u116F\u11AB");
  ASSERT_TRUE(amount.ok());
  EXPECT_EQ(amount->unit, Unit::kThousandWon);
  EXPECT_EQ(amount->InWon()->minor(), 350'000);
  EXPECT_EQ(FormatAmount(*amount), u8"350\u110E\u1165\u11AB\u110B\u116F\u11AB");
  EXPECT_FALSE(ParseAmount(u8"350\u110E\u1165\u11AB\u110B").ok()) << "a letter alone";
}

TEST(Amount, RefusesTextThatIsNoAmount) {
  for (const char* text :
       {"마을",    "Δ",        "△ ",         "ΔΔ5",     "Δ-5", "--5",         ".5",
        "5.",      "1..2",     "2012.03.15", "1.2.3",   "5명", "1e5",         "0x10",
        "5 6",     "1 000",    "5%%",        "5%원",    "원",  "천원",        "십만원",
        "5원원",   "5원5",     "1,000원정",  "NaN",     "inf", "1,000원 X 2", "5'000",
        "٣",       "²",        "(x-)",       "[5]",     "–5",  "5-",          "1\t000",
        "5 \n 원", "사십억원", "5경",        "\\1,000", "=5",  "'5",          "1,160,800원X"}) {
    const Result<Amount> amount = ParseAmount(text);
    EXPECT_EQ(amount.code(), Code::kSyntax) << text;
  }
}

TEST(Amount, NamesThePlaceOfARefusalInCharacters) {
  const Result<Amount> amount = ParseAmount("  Δ1,234가");
  ASSERT_FALSE(amount.ok());
  const Error& error = amount.error();
  EXPECT_EQ(error.place().line, 1U);
  EXPECT_EQ(error.place().column, 9U);
  EXPECT_EQ(error.place().offset, 9U);
  EXPECT_EQ(error.place().length, 3U);
  EXPECT_EQ(error.message().en, "column 9: expected the end of the amount, found '가'");
  EXPECT_EQ(error.message().ko, "9번째 글자: 있어야 할 것은 금액의 끝, 있는 것은 '가'");

  EXPECT_EQ(ParseAmount("Δ").error().message().en,
            "column 2: expected a digit, found the end of the text");
  EXPECT_EQ(ParseAmount("1,,234").error().place().column, 2U);
}

TEST(Amount, RefusesAnyBytesThatAreNotText) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(ParseAmount("5\0"sv).code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("\0"sv).code(), Code::kSyntax);
  EXPECT_EQ(ParseAmount("1,0\0"
                        "00"sv)
                .error()
                .message()
                .en,
            "column 4: expected the end of the amount, found U+0000");
  for (std::string_view text :
       {"\xFF"sv, "5\xFF"sv, "5\xC0\xAF"sv, "\xCE"sv, "\xE2\x96"sv, "5\xEC\x9B"sv, "5(가\xFF)"sv,
        "\xED\xA0\x80"sv, "5 \xF5\x80\x80\x80"sv, "x\xFF"sv, "해\xEB\x8B \xB9없음"sv,
        "5천\xEC\x9B \x90"sv}) {
    EXPECT_EQ(ParseAmount(text).code(), Code::kInvalidUtf8);
  }
  const Result<Amount> amount = ParseAmount("마5\xFF");
  EXPECT_EQ(amount.error().place().offset, 4U);
  EXPECT_EQ(amount.error().place().column, 3U);
}

TEST(Amount, RefusesAMillionDigitsAsTooManyAndNotAsSyntax) {
  EXPECT_EQ(ParseAmount(std::string(1'000'000, '9')).code(), Code::kOverflow);
  EXPECT_EQ(ParseAmount("Δ" + std::string(1'000'000, '9') + "천원").code(), Code::kOverflow);
  EXPECT_EQ(ParseAmount("0." + std::string(1'000'000, '0')).code(), Code::kOverflow);
  EXPECT_EQ(ParseAmount(std::string(39, '9')).code(), Code::kOverflow);
  EXPECT_TRUE(ParseAmount(std::string(38, '9')).ok());
  std::string grouped = "1";
  for (int i = 0; i < 300'000; ++i) grouped += ",000";
  EXPECT_EQ(ParseAmount(grouped).code(), Code::kOverflow);
  std::string mixed = "1조 ";
  EXPECT_EQ(ParseAmount(mixed + std::string(1'000'000, '9') + "억").code(), Code::kOverflow);
  EXPECT_EQ(ParseAmount(std::string(1'000'000, '0')).code(), Code::kOk);
  EXPECT_EQ(ParseAmount(std::string(38, '9') + "억 5만").code(), Code::kOverflow);
  EXPECT_EQ(ParseAmount(std::string(38, '9') + "억")->value.ToString(), std::string(38, '9'));
}

TEST(Amount, GivesItsWonExactly) {
  const auto won = [](const char* text, Unit unit = U::kWon) {
    return ParseAmount(text)->InWon(unit);
  };
  EXPECT_EQ(*won("4,066,896천원"), Money(4'066'896'000));
  EXPECT_EQ(*won("4,066,896", U::kThousandWon), Money(4'066'896'000));
  EXPECT_EQ(*won("4,066,896", U::kWon), Money(4'066'896));
  EXPECT_EQ(*won("Δ1,129,462", U::kThousandWon), Money(-1'129'462'000));
  EXPECT_EQ(*won("365.93억"), Money(36'593'000'000));
  EXPECT_EQ(*won("62.5백만원", U::kThousandWon), Money(62'500'000));
  EXPECT_EQ(*won("34조 8,369억원", U::kThousandWon), Money(34'836'900'000'000));
  EXPECT_EQ(*won("0.5", U::kThousandWon), Money(500));
  EXPECT_EQ(*won("9,223,372,036,854,775,807"), Money(INT64_MAX));
  EXPECT_EQ(*won("-9,223,372,036,854,775,808"), Money(INT64_MIN));
  EXPECT_EQ(*won("9,223,372,036,854,775.807", U::kThousandWon), Money(INT64_MAX));
}

TEST(Amount, RefusesWonThatItCannotGiveExactly) {
  const auto code = [](const char* text, Unit unit = U::kWon) {
    return ParseAmount(text)->InWon(unit).code();
  };
  EXPECT_EQ(code("0.5"), Code::kInexact);
  EXPECT_EQ(code("0.0005천원"), Code::kInexact);
  EXPECT_EQ(code("9,223,372,036,854,775,808"), Code::kOverflow);
  EXPECT_EQ(code("9,223,372,036,854,776", U::kThousandWon), Code::kOverflow);
  EXPECT_EQ(code("99999999999999999999999999999999999999조"), Code::kOverflow);
  EXPECT_EQ(code("5%"), Code::kWrongUnit);
  EXPECT_EQ(code("5", U::kNone), Code::kWrongUnit);
  EXPECT_EQ(code("5", U::kPercent), Code::kWrongUnit);
  EXPECT_EQ(code("-"), Code::kSyntax);
  EXPECT_EQ(code(""), Code::kSyntax);
}

struct PrefixForm {
  std::string text;
  std::string taken;
  std::string ones;
  bool won_written;
};

TEST(AmountPrefix, LeavesTheRestOfTheText) {
  for (const PrefixForm& form :
       std::vector<PrefixForm>{{"1,160,800원 X 19명 X 12월", "1,160,800원", "1160800", true},
                               {"1,160,800 원 X 19명", "1,160,800 원", "1160800", true},
                               {"13,717명 발송", "13,717", "13717", false},
                               {"19명", "19", "19", false},
                               {"10만명", "10만", "100000", false},
                               {"10만 명", "10만", "100000", false},
                               {"1만개소", "1만", "10000", false},
                               {"7,488,000 X 1인", "7,488,000", "7488000", false},
                               {"4/12월", "4", "4", false},
                               {"60ℓ X 3대", "60", "60", false},
                               {"5%", "5%", "5", false},
                               {"50% X 2", "50%", "50", false},
                               {"5,000원) × 12월", "5,000원", "5000", true},
                               {"5,000 원장", "5,000", "5000", false},
                               {"5 천막", "5", "5", false},
                               {"3조각", "3", "3", false},
                               {"3조원", "3조원", "3000000000000", true},
                               {"34조 8,369억원 중", "34조 8,369억원", "34836900000000", true},
                               {"3천만 5명", "3천만", "30000000", false},
                               {"3만 5억", "3만", "30000", false},
                               {"10만 2021.01.03", "10만", "100000", false},
                               {"10만 1,2,", "10만", "100000", false},
                               {"△740천원×7명", "△740천원", "-740000", true},
                               {"50천원×5종", "50천원", "50000", true},
                               {"62.5백만원 x 80%", "62.5백만원", "62500000", true},
                               {"100명", "100", "100", false},
                               {"151,000,000 = 151,000천원", "151,000,000", "151000000", false},
                               {"5, 6", "5", "5", false},
                               {"5.", "5", "5", false},
                               {"5 ", "5", "5", false},
                               {"5\t6", "5", "5", false},
                               {"5\xFF", "5", "5", false},
                               {"3억\n5천만", "3억", "300000000", false},
                               {"1,000원원", "1,000원", "1000", true},
                               {"1,000*12월", "1,000", "1000", false}}) {
    SCOPED_TRACE(form.text);
    std::size_t consumed = 99;
    const Result<Amount> amount = ParseAmountPrefix(form.text, {}, &consumed);
    ASSERT_TRUE(amount.ok()) << amount.error().message().en;
    EXPECT_EQ(form.text.substr(0, consumed), form.taken);
    EXPECT_EQ(FormatAmount(*amount), form.taken);
    EXPECT_EQ(*amount->InOnes(), *Decimal::Parse(form.ones));
    EXPECT_EQ(amount->won_written, form.won_written);
  }
}

TEST(AmountPrefix, RefusesWhereNoFigureBegins) {
  for (const char* text :
       {"", " 5", "-", "순증", "명", "(5)", "X 5", ",5", "2012.03.15", "Δ", "3만5억"}) {
    std::size_t consumed = 99;
    EXPECT_FALSE(ParseAmountPrefix(text, {}, &consumed).ok()) << text;
    EXPECT_EQ(consumed, 99U);
  }
  std::size_t consumed = 99;
  EXPECT_EQ(ParseAmountPrefix("Δ\xFF", {}, &consumed).code(), Code::kInvalidUtf8);
}

TEST(Amount, MayBeginAnyCellThatItReads) {
  for (const char* text :
       {"5", " 5", "Δ5", "−5", "(5)", "-", "", "해당 없음", "１", "－1", "+5", "▽3"}) {
    EXPECT_TRUE(MayBeAmount(text)) << text;
  }
  for (const char* text : {"마을", "계", "○ 인건비", ",5", ".5", "\xFF", "[5]", "x"}) {
    EXPECT_FALSE(MayBeAmount(text)) << text;
    EXPECT_FALSE(ParseAmount(text).ok()) << text;
  }
}

// Every short string over digits, comma and point against the rule, written out naively.
struct Verdict {
  bool read = false;
  AmountFault fault = F::kNone;
  std::string value;
};

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> pieces(1);
  for (char c : text) {
    if (c == separator) {
      pieces.emplace_back();
    } else {
      pieces.back().push_back(c);
    }
  }
  return pieces;
}

Verdict NaiveVerdict(const std::string& text) {
  Verdict verdict;
  const std::vector<std::string> points = Split(text, '.');
  const std::vector<std::string> groups = Split(points[0], ',');
  for (const std::string& group : groups) {
    if (group.empty()) return verdict;
  }
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].empty() || points[i].find(',') != std::string::npos) return verdict;
  }
  std::string digits;
  for (const std::string& group : groups) digits += group;

  bool good_groups = groups.size() == 1 || (groups[0].size() <= 3 && groups[0][0] != '0');
  for (std::size_t i = 1; i < groups.size(); ++i)
    good_groups = good_groups && groups[i].size() == 3;

  if (points.size() > 2) {
    bool thousands = groups.size() == 1 && digits.size() <= 3 && digits[0] != '0';
    for (std::size_t i = 1; i < points.size(); ++i) thousands = thousands && points[i].size() == 3;
    if (!thousands) return verdict;
    verdict.fault = F::kPointForComma;
    for (std::size_t i = 1; i < points.size(); ++i) digits += points[i];
  } else if (points.size() == 2) {
    if (!good_groups) {
      verdict.fault = F::kMisplacedComma;
    } else if (points[1].size() == 3 && digits[0] != '0' &&
               (groups.size() > 1 || digits.size() <= 3)) {
      verdict.fault = F::kPointForComma;
    }
    digits += "." + points[1];
  } else if (!good_groups) {
    verdict.fault = groups.size() == 2 && (groups[1].size() <= 2 || groups[0] == "0")
                        ? F::kCommaForPoint
                        : F::kMisplacedComma;
  }
  std::size_t zeros = 0;
  while (zeros + 1 < digits.size() && digits[zeros] == '0' && digits[zeros + 1] != '.') ++zeros;
  verdict.value = digits.substr(zeros);
  verdict.read = true;
  return verdict;
}

TEST(Amount, AgreesWithTheNaiveRuleOnEveryShortString) {
  constexpr char kAlphabet[] = {'0', '1', ',', '.'};
  int read = 0;
  int refused = 0;
  for (std::size_t length = 1; length <= 8; ++length) {
    for (std::size_t code = 0; code < (std::size_t{1} << (2 * length)); ++code) {
      std::string text(length, ' ');
      for (std::size_t i = 0; i < length; ++i) text[i] = kAlphabet[(code >> (2 * i)) & 3];
      const Verdict expected = NaiveVerdict(text);
      const Result<Amount> amount = ParseAmount(text);
      ASSERT_EQ(amount.ok(), expected.read) << text;
      ++(amount.ok() ? read : refused);
      if (!amount.ok()) {
        const Code code_given = amount.code();
        ASSERT_TRUE(code_given == Code::kSyntax || code_given == Code::kWrongGrouping) << text;
        continue;
      }
      ASSERT_EQ(amount->fault, expected.fault) << text;
      ASSERT_EQ(amount->value.ToString(), expected.value) << text;
      ASSERT_EQ(FormatAmount(*amount), text);
      std::size_t consumed = 0;
      const Result<Amount> prefix = ParseAmountPrefix(text, {}, &consumed);
      ASSERT_TRUE(prefix.ok()) << text;
      ASSERT_EQ(*prefix, *amount) << text;
      ASSERT_EQ(consumed, text.size()) << text;
    }
  }
  EXPECT_EQ(read, 5'142);
  EXPECT_EQ(refused, 82'238);
}

// Common amounts have a reader of their own, which gives way to the reader of all notations. Where it
// does not, both must say the same, as a whole and as a prefix.
TEST(Amount, IsReadAlikeByBothReaders) {
  const std::vector<std::string> pieces = {"0",  "1",  "123", ",", ".",  "Δ", " ",
                                           "천", "만", "원",  "%", "명", "X"};
  constexpr int kLength = 5;
  int read = 0;
  std::vector<std::size_t> digits(kLength, 0);
  for (std::size_t position = 0; position < digits.size();) {
    std::string text;
    for (std::size_t digit : digits) text += pieces[digit];
    for (bool whole : {true, false}) {
      AmountOptions options;
      options.whole = whole;
      for (auto extent : {internal::Extent::kWhole, internal::Extent::kPrefix}) {
        Amount expected;
        std::size_t expected_end = 0;
        internal::Refusal refusal;
        const bool readable =
            internal::ReadAmount(text, 0, extent, options, expected, expected_end, refusal);
        std::size_t end = text.size();
        const Result<Amount> amount = extent == internal::Extent::kWhole
                                          ? ParseAmount(text, options)
                                          : ParseAmountPrefix(text, options, &end);
        ASSERT_EQ(amount.ok(), readable) << text;
        if (!readable) continue;
        ASSERT_EQ(*amount, expected) << text;
        ASSERT_EQ(end, expected_end) << text;
        ++read;
        if (extent == internal::Extent::kWhole) {
          ASSERT_TRUE(MayBeAmount(text)) << text;
          ASSERT_EQ(FormatAmount(*amount), std::string(Trim(text)));
        }
      }
    }
    for (position = 0; position < digits.size(); ++position) {
      if (++digits[position] != pieces.size()) break;
      digits[position] = 0;
    }
  }
  EXPECT_GT(read, 150'000);
}

}  // namespace
}  // namespace yesan
