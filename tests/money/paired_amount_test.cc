#include "yesan/money/paired_amount.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/base/decomposed.h"
#include "yesan/money/format.h"

namespace yesan {
namespace {

using P = PartKind;

struct Cell {
  std::string text;
  PartKind kind;
  std::string label;
  std::string part;   // as FormatAmount prints it
  std::string total;  // as FormatAmount prints it
};

TEST(PairedAmount, ReadsEveryCellInPrintAndGivesItBack) {
  for (const Cell& cell : std::vector<Cell>{
           {"(x-) 5,196,358", P::kNone, "x", "-", "5,196,358"},
           {"(x-) Δ1,129,462", P::kNone, "x", "-", "Δ1,129,462"},
           {"(x-) Δ22", P::kNone, "x", "-", "Δ22"},
           {"(x-) 0", P::kNone, "x", "-", "0"},
           {"(x-)", P::kNone, "x", "-", ""},
           {"(x-) -", P::kNone, "x", "-", "-"},
           {"(x-) 순증", P::kNone, "x", "-", "순증"},
           {"(x-)5,196,358", P::kNone, "x", "-", "5,196,358"},
           {"(x-)   5,196,358천원", P::kNone, "x", "-", "5,196,358천원"},
           {"( x - ) 5", P::kNone, "x", "-", "5"},
           {"(x –) 5", P::kNone, "x", "–", "5"},
           {"（ｘ－） ５", P::kNone, "x", "－", "５"},
           {"(X-) 5", P::kNone, "x", "-", "5"},
           {"(×-) 5", P::kNone, "x", "-", "5"},
           {"(ⓧ-) 5", P::kNone, "x", "-", "5"},
           {"(-) 5", P::kNone, "", "-", "5"},
           {"(x 1,234) 5,000", P::kStated, "x", "1,234", "5,000"},
           {"(x1,234) Δ5,000", P::kStated, "x", "1,234", "Δ5,000"},
           {"(x Δ300) 1,129,462", P::kStated, "x", "Δ300", "1,129,462"},
           {"(x 0) 5", P::kStated, "x", "0", "5"},
           {"(x 300)", P::kStated, "x", "300", ""},
           {"(ⓧ 4,368)", P::kStated, "x", "4,368", ""},
           {"(분 5,824)", P::kStated, "분", "5,824", ""},
           {"(군 4,368)", P::kStated, "군", "4,368", ""},
           {"9,200 (ⓧ 4,368)", P::kStatedAfter, "x", "4,368", "9,200"},
           {"9,200천원(분 5,824천원)", P::kStatedAfter, "분", "5,824천원", "9,200천원"},
           {"Δ9,200 (군 4,368)", P::kStatedAfter, "군", "4,368", "Δ9,200"},
           {"9,200 (x-)", P::kNone, "x", "-", "9,200"},
           {"[국 2,520,234] 16,761,401", P::kStated, "국", "2,520,234", "16,761,401"},
           {"[국 2,520,234]", P::kStated, "국", "2,520,234", ""},
           {"(국비 1,000) 2,000", P::kStated, "국비", "1,000", "2,000"},
           {"247,328(180,642)", P::kParenthesized, "", "180,642", "247,328"},
           {"247,328 [16,225]", P::kSquareBracketed, "", "16,225", "247,328"},
           {"[16,225]", P::kSquareBracketed, "", "16,225", ""},
           {"(247,296,958)", P::kParenthesized, "", "247,296,958", ""},
           {"(180,642) 247,328", P::kParenthesized, "", "180,642", "247,328"}}) {
    SCOPED_TRACE(cell.text);
    const Result<PairedAmount> pair = ParsePairedAmount(cell.text);
    ASSERT_TRUE(pair.ok()) << pair.error().message().en;
    EXPECT_EQ(Name(pair->part_kind), Name(cell.kind));
    EXPECT_EQ(pair->label, cell.label);
    EXPECT_EQ(FormatAmount(pair->part), cell.part);
    EXPECT_EQ(FormatAmount(pair->total), cell.total);
    EXPECT_EQ(FormatPairedAmount(*pair), cell.text);
    EXPECT_EQ(*ParsePairedAmount(" " + cell.text + "\t"), *pair);
  }
}

TEST(PairedAmount, ALabelInLettersIsThatOfItsSyllables) {
  const std::string printed = testing::Decomposed("(국토교통부 1,000) 2,000");
  const Result<PairedAmount> pair = ParsePairedAmount(printed);
  ASSERT_TRUE(pair.ok());
  EXPECT_EQ(pair->label, "국토교통부");
  EXPECT_EQ(FormatPairedAmount(*pair), printed);
  EXPECT_FALSE(ParsePairedAmount(testing::Decomposed("(가나다라마바 1,000) 2,000")).ok());
}

TEST(PairedAmount, ReadsACellWithoutAPartAsAnAmount) {
  for (const char* text : {"", "-", "0", "5,196,358", "Δ22", "순증", "4,066,896천원", "35,498,8000",
                           "1,000원(VAT포함)", "34조 8,369억원", "5 (명)"}) {
    const Result<PairedAmount> pair = ParsePairedAmount(text);
    ASSERT_TRUE(pair.ok()) << text;
    EXPECT_EQ(pair->part_kind, P::kNotStated);
    EXPECT_EQ(pair->part.kind, AmountKind::kBlank);
    EXPECT_EQ(pair->total, *ParseAmount(text));
    EXPECT_EQ(FormatPairedAmount(*pair), text);
  }
}

TEST(PairedAmount, TellsNoPartFromPartNotStatedAndPartZero) {
  EXPECT_NE(*ParsePairedAmount("(x-) 5"), *ParsePairedAmount("5"));
  EXPECT_NE(*ParsePairedAmount("(x-) 5"), *ParsePairedAmount("(x 0) 5"));
  EXPECT_NE(*ParsePairedAmount("(x-)"), *ParsePairedAmount("(x-) 0"));
  EXPECT_NE(*ParsePairedAmount("(x-)"), *ParsePairedAmount(""));
}

TEST(PairedAmount, TakesBracketsForAMinusOnlyWithoutALabel) {
  AmountOptions options;
  options.parentheses_are_negative = true;
  const Result<PairedAmount> negative = ParsePairedAmount("(1,234)", options);
  ASSERT_TRUE(negative.ok());
  EXPECT_EQ(negative->part_kind, P::kNotStated);
  EXPECT_EQ(negative->total.value.ToString(), "-1234");
  const Result<PairedAmount> labelled = ParsePairedAmount("(x-) (1,234)", options);
  ASSERT_TRUE(labelled.ok());
  EXPECT_EQ(labelled->part_kind, P::kNone);
  EXPECT_EQ(labelled->total.value.ToString(), "-1234");
  EXPECT_EQ(ParsePairedAmount("(x-) (1,234)").code(), Code::kSyntax);
}

TEST(PairedAmount, RefusesWhatIsNoPair) {
  for (const char* text : {"(x-",
                           "x-)",
                           "(x-] 5",
                           "[x-) 5",
                           "(x) 5",
                           "(x--) 5",
                           "()",
                           "() 5",
                           "(x-) 마을",
                           "(x-) (x-) 5",
                           "(x-) 5 (x-)",
                           "5 (국 1)(군 2)",
                           "5 (국 1) 6",
                           "(국비)",
                           "(사비)4,066,896천원",
                           "(가나다라마바 5) 5",
                           "(y 5) 5",
                           "((5))",
                           "(x (5)) 5",
                           "마을(5)",
                           "5명(3)",
                           "(x-)\n\n마",
                           "- (5)",
                           "(3×4)",
                           "5(3×4)"}) {
    EXPECT_EQ(ParsePairedAmount(text).code(), Code::kSyntax) << text;
  }
  EXPECT_EQ(ParsePairedAmount("(x 1,,2) 5").code(), Code::kSyntax);
  EXPECT_EQ(ParsePairedAmount("(x-) 1,,2").code(), Code::kWrongGrouping);
  EXPECT_EQ(ParsePairedAmount("(x-) \xFF").code(), Code::kInvalidUtf8);
  EXPECT_EQ(ParsePairedAmount("(x\xFF-) 5").code(), Code::kInvalidUtf8);
  EXPECT_EQ(ParsePairedAmount("(x " + std::string(1'000'000, '7') + ") 5").code(), Code::kOverflow);
  EXPECT_EQ(ParsePairedAmount(std::string(1'000'000, '(')).code(), Code::kSyntax);
}

TEST(PairedAmount, NamesThePlaceOfARefusalWithinTheWholeCell) {
  const Result<PairedAmount> pair = ParsePairedAmount("  (x-) Δ5명");
  ASSERT_FALSE(pair.ok());
  EXPECT_EQ(pair.error().place().column, 10U);
  EXPECT_EQ(pair.error().message().en, "column 10: expected the end of the amount, found '명'");
}

TEST(PartPrefix, ReadsARowOfPartsOneByOne) {
  std::string_view rest = "(ⓧ 4,368)(분 5,824)[국 7] 뒤";
  std::vector<std::string> seen;
  std::size_t consumed = 0;
  for (;;) {
    const Result<AmountPart> part = ParsePartPrefix(rest, {}, &consumed);
    if (!part) break;
    EXPECT_EQ(part->kind, P::kStatedAfter);
    seen.push_back(part->label + FormatAmount(part->amount));
    rest.remove_prefix(consumed);
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"x4,368", "분5,824", "국7"}));
  EXPECT_EQ(rest, " 뒤");
}

TEST(PartPrefix, RefusesTextThatBeginsWithoutAPart) {
  for (const char* text : {"", "5", " (x-)", "(", "(x", "[", "(가)", "(5명)"}) {
    std::size_t consumed = 99;
    EXPECT_EQ(ParsePartPrefix(text, {}, &consumed).code(), Code::kSyntax) << text;
    EXPECT_EQ(consumed, 99U);
  }
}

}  // namespace
}  // namespace yesan
