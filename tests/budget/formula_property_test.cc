// Random expressions, printed in random notations and read back, against exact arithmetic without any limit.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/oracle/rational.h"
#include "yesan/budget/formula.h"

namespace yesan {
namespace {

using oracle::Rational;
using oracle::Whole;

// In lowest terms, so that the oracle's 1024 bits are enough.
Rational Low(const Rational& value) {
  const Whole divisor = boost::multiprecision::gcd(value.numerator, value.denominator);
  return divisor > 1 ? Rational(value.numerator / divisor, value.denominator / divisor) : value;
}
Rational Negative(const Rational& value) { return Rational(0) - value; }

#ifdef YESAN_SANITIZED
constexpr int kTrees = 20'000;
#else
constexpr int kTrees = 120'000;
#endif

// Writes an expression while it computes it: the value is of the tree, not of the text.
class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string text;
  bool ambiguous = false;

  Rational Expression() {
    text.clear();
    ambiguous = false;
    if (Chance(4)) text += Pick({"○ ", "- ", "● ", "ㆍ", "① ", "1. ", "가. ", "(2) "});
    if (Chance(3)) text += Pick({"강사료 ", "교육(4종) ", "사무용품: ", "A4 용지 "});
    if (Chance(20)) {
      // Before a factor without money such a label is refused.
      ambiguous = true;
      text += Pick({"3-4월 홍보 ", "4대보험 ", "제2차 교육(4종) ", "2021-2022 사업 ",
                    "12m×20m 현수막 ", "1/4분기 교육 "});
    }
    const std::size_t label = text.size();
    const Rational value = Sum(0, 1 + Below(3), true);
    // `강사료 3명 이내 × …` is refused: a number between words is no factor for certain.
    ambiguous = ambiguous || (label != 0 && text.find("이내") != std::string::npos);
    return value;
  }

  std::uint32_t Below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool Chance(std::uint32_t n) { return Below(n) == 0; }

 private:
  std::string Pick(std::initializer_list<const char*> choices) {
    return *(choices.begin() + Below(static_cast<std::uint32_t>(choices.size())));
  }
  void Space() {
    if (Chance(2)) text += Pick({" ", " ", "  ", "\xC2\xA0", "　"});
  }

  // A sum of money terms. At the top it has at least two factors, or it would be a mere amount.
  Rational Sum(int depth, std::uint32_t terms, bool top) {
    Rational total(0);
    for (std::uint32_t i = 0; i < terms; ++i) {
      bool minus = false;
      if (i > 0) {
        Space();
        minus = Chance(2);
        text += minus ? Pick({"-", "−", "－"}) : Pick({"+", "＋"});
        Space();
      }
      const Rational term = Term(depth, top && terms == 1 ? 2 : 1);
      total = Low(minus ? total - term : total + term);
    }
    return total;
  }

  Rational Term(int depth, std::uint32_t least) {
    const std::uint32_t factors = least + Below(4);
    const std::uint32_t money_at = Chance(3) ? Below(factors) : 0;
    Rational value(1);
    for (std::uint32_t i = 0; i < factors; ++i) {
      if (i > 0) {
        Space();
        if (i != money_at && Chance(8)) {
          text += Pick({"/", "÷", "／"});
          Space();
          value = Low(value / Divisor());
          continue;
        }
        Times();
        Space();
      }
      value = Low(value * (i == money_at ? MoneyFactor(depth) : CountFactor(depth)));
    }
    return value;
  }

  void Times() { text += Pick({"×", "x", "X", "*", "＊", "ｘ"}); }

  Rational Bracket(int depth, bool money) {
    const std::uint32_t kind = Below(4);
    const char* const open[] = {"(", "[", "{", "（"};
    const char* const close[] = {")", "]", "}", "）"};
    text += open[kind];
    Space();
    Rational value;
    if (money) {
      value = Sum(depth + 1, 1 + Below(3), true);
    } else {
      value = CountFactor(99);
      const std::uint32_t more = Below(3);
      for (std::uint32_t i = 0; i < more; ++i) {
        Space();
        const bool minus = Chance(3);
        text += minus ? "-" : "+";
        Space();
        const Rational next = CountFactor(99);
        value = Low(minus ? value - next : value + next);
      }
    }
    Space();
    text += close[kind];
    return value;
  }

  Rational MoneyFactor(int depth) {
    const bool negative = Chance(12);
    if (negative) text += Pick({"△", "Δ", "△ ", "▲"});
    Rational value;
    if (depth < 4 && Chance(5)) {
      value = Bracket(depth, true);
    } else {
      value = Number(2'000'000, true);
      switch (Below(6)) {
        case 0:
          text += "천원";
          value = value * Rational(1'000);
          break;
        case 1:
          text += "백만원";
          value = value * Rational(1'000'000);
          break;
        case 2:
          text += "만원";
          value = value * Rational(10'000);
          break;
        default:
          text += Chance(8) ? "원씩" : "원";
      }
    }
    return negative ? Negative(value) : value;
  }

  Rational CountFactor(int depth) {
    if (depth < 3 && Chance(10)) return Bracket(depth, false);
    if (Chance(6) && depth != 99) {
      const Rational percent = Number(120, true);
      text += Pick({"%", "％"});
      return percent / Rational(100);
    }
    if (Chance(6) && depth != 99) {
      const std::uint32_t top = 1 + Below(12);
      text += std::to_string(top) + "/12" + Pick({"월", "개월", ""});
      return Rational(top, 12);
    }
    Rational value = Number(400, false);
    if (Chance(12)) {
      text += "만명";
      return value * Rational(10'000);
    }
    if (Chance(5)) {
      text += " ";
    }
    text += Pick({"명", "인", "월", "개월", "회", "일", "시간", "종", "식", "건", "개소", "교",
                  "회선", "통"});
    if (depth != 99 && Chance(8)) text += Pick({"(1회)", " 이내", "(본청)"});
    return value;
  }

  Rational Divisor() {
    const std::uint32_t value = 1 + Below(60);
    text += std::to_string(value) + Pick({"월", "명", "", "개월"});
    return Rational(value);
  }

  // A figure below `bound`, with or without commas, in either width, with decimals at times.
  Rational Number(std::uint32_t bound, bool decimals) {
    const std::uint32_t whole = Below(4) == 0 ? Below(bound) : 1 + Below(bound < 60 ? bound : 60);
    std::string digits = std::to_string(whole);
    if (!Chance(3)) {
      for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
      }
    }
    Rational value(whole);
    if (decimals && Chance(6)) {
      const std::uint32_t tenths = Below(10);
      digits += "." + std::to_string(tenths);
      value = value + Rational(tenths, 10);
    }
    if (!Chance(10)) {
      text += digits;
      return value;
    }
    for (char c : digits) {  // full-width
      text += c == ',' ? "，" : c == '.' ? "．" : "";
      if (c != ',' && c != '.') {
        text += "\xEF\xBC";
        text += static_cast<char>(0x90 + (c - '0'));
      }
    }
    return value;
  }

  std::mt19937 random_;
};

TEST(FormulaProperty, ReadsEveryNotationToTheValueOfItsTree) {
  int overflows = 0;
  int refused = 0;
  for (int i = 0; i < kTrees; ++i) {
    Writer writer(static_cast<std::uint32_t>(i));
    const Rational expected = writer.Expression();
    const std::string& text = writer.text;
    const auto formula = ParseFormula(text);
    if (!formula && writer.ambiguous) {
      ASSERT_EQ(formula.code(), Code::kSyntax) << text;
      ++refused;
      continue;
    }
    ASSERT_TRUE(formula.ok()) << i << " " << text << "\n" << formula.error().message().en;
    ASSERT_EQ(formula->kind(), FormulaKind::kExpression) << i << " " << text;
    const auto value = Evaluate(*formula, text);
    if (!value && value.code() == Code::kOverflow) {
      ++overflows;
      continue;
    }
    ASSERT_TRUE(value.ok()) << i << " " << text << "\n" << value.error().message().en;
    ASSERT_GT(value->denominator.sign(), 0) << i << " " << text;
    const Rational got = oracle::Value(value->numerator) / oracle::Value(value->denominator);
    ASSERT_TRUE(got == expected) << i << " " << text << " " << value->ToString();
  }
  // 38 digits are enough for nearly all of them, and for whatever is printed.
  EXPECT_LT(overflows, kTrees / 50);
  EXPECT_LT(refused, kTrees / 25);
}

TEST(FormulaProperty, FindsExactlyTheRoundingsThatExplainAStatedResult) {
  for (int i = 0; i < kTrees / 4; ++i) {
    Writer writer(static_cast<std::uint32_t>(i) + 1'000'000);
    const Rational exact = writer.Expression();
    const bool thousands = writer.Chance(2);
    const std::int64_t unit = thousands ? 1'000 : 1;
    const auto mode = static_cast<Rounding>(writer.Below(7));
    Whole printed = *oracle::RoundToWhole(exact / Rational(unit), mode);
    if (boost::multiprecision::abs(printed) > oracle::Ten(17)) continue;
    if (writer.Chance(5)) printed += 1;
    std::string text = writer.text + " = ";
    if (printed < 0) text += "△";
    text += Whole(boost::multiprecision::abs(printed)).str() + (thousands ? "천원" : "원");
    const auto formula = ParseFormula(text);
    if (!formula && writer.ambiguous) continue;
    ASSERT_TRUE(formula.ok()) << text << "\n" << formula.error().message().en;
    const auto judgement = JudgeSide(*formula, text);
    if (!judgement) {
      ASSERT_EQ(judgement.code(), Code::kOverflow) << text;
      continue;
    }
    const bool equal = Rational(printed * unit) == exact;
    ASSERT_EQ(judgement->verdict == Verdict::kExact, equal) << text;
    // Won may have been rounded to as many zeros as are printed, up to three.
    std::int64_t grain = 1;
    Whole count = printed;
    while (!thousands && grain < 1'000 && count % 10 == 0) {
      count /= 10;
      grain *= 10;
    }
    RoundingSet expected;
    for (Rounding candidate : RoundingSet::All()) {
      if (*oracle::RoundToWhole(exact / Rational(thousands ? unit : grain), candidate) == count) {
        expected.insert(candidate);
      }
    }
    ASSERT_EQ(judgement->roundings, expected) << text;
    ASSERT_EQ(judgement->verdict == Verdict::kWrong, expected.empty()) << text;
    const Rational difference = oracle::Value(judgement->difference.numerator) /
                                oracle::Value(judgement->difference.denominator);
    ASSERT_TRUE(difference == Rational(printed * unit) - exact) << text;
  }
}

// Damaged formulas are read or refused, never taken for more than stands there.
TEST(FormulaProperty, SurvivesEveryDamage) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "×", "x", "(", ")", "[", "]", "=",  "-",    "△",    "원", "천",   "만",   "명", "%",
      "/", ",", ".", " ", "1", "9", "０", "경정", "기정", "\t", "\xFF", "(x-)", "\n"};
  for (int i = 0; i < kTrees / 4; ++i) {
    Writer writer(static_cast<std::uint32_t>(i) + 2'000'000);
    (void)writer.Expression();
    std::string text = writer.text + " = 3천원";
    for (int k = 0; k < 3; ++k) {
      const std::size_t at = random() % (text.size() + 1);
      if (random() % 2 == 0) {
        text.insert(at, pieces[random() % pieces.size()]);
      } else {
        text.erase(at, 1 + random() % 3);
      }
    }
    const auto formula = ParseFormula(text);
    if (!formula) {
      const Place place = formula.error().place();
      ASSERT_EQ(place.line, 1U) << text;
      ASSERT_GE(place.column, 1U) << text;
      ASSERT_LE(place.offset + place.length, text.size()) << text;
      ASSERT_FALSE(formula.error().message().ko.empty()) << text;
      continue;
    }
    for (std::size_t side = 0; side < formula->side_count(); ++side) {
      const auto judgement = JudgeSide(*formula, text, side);
      if (judgement && judgement->verdict == Verdict::kExact) {
        ASSERT_EQ(judgement->roundings, RoundingSet::All()) << text;
      }
    }
  }
}

}  // namespace
}  // namespace yesan
