#include "yesan/money/format.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace yesan {
namespace {

AmountFormat In(Unit unit, int digits = 0, Rounding rounding = Rounding::kUnnecessary) {
  AmountFormat format;
  format.unit = unit;
  format.digits = digits;
  format.rounding = rounding;
  return format;
}

std::string Fast(std::int64_t won, SignMark minus = SignMark::kDelta) {
  std::array<char, kFormatAmountBytes> buffer;
  return {buffer.data(), FormatAmount(Money(won), buffer.data(), minus)};
}

// Figures of every length, both signs, round and crooked.
std::vector<std::int64_t> Figures() {
  std::vector<std::int64_t> figures = {0, INT64_MAX, INT64_MIN};
  for (std::int64_t power = 1;; power *= 10) {
    for (std::int64_t figure : {power, power - 1, power + 1, power * 9, power / 3}) {
      figures.push_back(figure);
      figures.push_back(-figure);
    }
    if (power == 100'000'000'000'000'000) break;
  }
  std::mt19937_64 random(1);
  for (int i = 0; i < 2'000; ++i) {
    figures.push_back(static_cast<std::int64_t>(random()) >> (random() % 64));
  }
  return figures;
}

TEST(FormatMoney, PrintsTheUnitsOfTables) {
  const Money voted(4'066'896'000);
  EXPECT_EQ(*FormatMoney(voted), "4,066,896,000");
  EXPECT_EQ(*FormatMoney(voted, In(Unit::kNone)), "4,066,896,000");
  EXPECT_EQ(*FormatMoney(voted, In(Unit::kThousandWon)), "4,066,896");
  EXPECT_EQ(*FormatMoney(voted, In(Unit::kMillionWon, 0, Rounding::kHalfUp)), "4,067");
  EXPECT_EQ(*FormatMoney(voted, In(Unit::kMillionWon, 0, Rounding::kDown)), "4,066");
  EXPECT_EQ(*FormatMoney(voted, In(Unit::kMillionWon, 3)), "4,066.896");
  EXPECT_EQ(*FormatMoney(voted, In(Unit::kHundredMillionWon, 1, Rounding::kHalfUp)), "40.7");
  EXPECT_EQ(*FormatMoney(Money(36'593'000'000), In(Unit::kHundredMillionWon, 2)), "365.93");

  AmountFormat written = In(Unit::kThousandWon);
  written.write_unit = true;
  EXPECT_EQ(*FormatMoney(voted, written), "4,066,896천원");
  written.grouped = false;
  EXPECT_EQ(*FormatMoney(voted, written), "4066896천원");
}

TEST(FormatMoney, PrintsTheMinusThatIsAskedFor) {
  AmountFormat format = In(Unit::kMillionWon, 0, Rounding::kHalfUp);
  for (const auto& [mark, text] :
       std::vector<std::pair<SignMark, std::string>>{{SignMark::kDelta, "Δ893"},
                                                     {SignMark::kTriangle, "△893"},
                                                     {SignMark::kMinus, "−893"},
                                                     {SignMark::kHyphen, "-893"},
                                                     {SignMark::kBlackTriangle, "▲893"},
                                                     {SignMark::kParentheses, "(893)"}}) {
    format.minus = mark;
    EXPECT_EQ(*FormatMoney(Money(-892'973'000), format), text);
  }
  EXPECT_EQ(*FormatMoney(Money(-400'000), format), "0");
}

TEST(FormatMoney, RefusesToLoseADigitUnasked) {
  EXPECT_EQ(FormatMoney(Money(1'500), In(Unit::kThousandWon)).code(), Code::kInexact);
  EXPECT_EQ(FormatMoney(Money(1'500), In(Unit::kPercent)).code(), Code::kWrongUnit);
  EXPECT_EQ(FormatMoney(Money(1), In(Unit::kWon, -1)).code(), Code::kOutOfRange);
  EXPECT_EQ(FormatMoney(Money(1), In(Unit::kWon, 39)).code(), Code::kOutOfRange);
  EXPECT_EQ(FormatMoney(Money(10), In(Unit::kWon, 38)).code(), Code::kOverflow);
  EXPECT_EQ(FormatMoney(Money(1), In(static_cast<Unit>(10))).code(), Code::kInvalidArgument);
  EXPECT_EQ(FormatMoney(Money(1), In(Unit::kWon, 0, static_cast<Rounding>(8))).code(),
            Code::kInvalidArgument);
  for (SignMark mark : {SignMark::kNone, SignMark::kPlus, static_cast<SignMark>(11)}) {
    AmountFormat format;
    format.minus = mark;
    EXPECT_EQ(FormatMoney(Money(1), format).code(), Code::kInvalidArgument);
    EXPECT_EQ(FormatNumber(Decimal(), format).code(), Code::kInvalidArgument);
  }
}

TEST(FormatNumber, PrintsRatesAndQuantities) {
  const auto number = [](const char* text) { return *Decimal::Parse(text); };
  AmountFormat percent = In(Unit::kPercent);
  percent.write_unit = true;
  EXPECT_EQ(*FormatNumber(number("28.75"), percent), "28.75%");
  EXPECT_EQ(*FormatNumber(number("-21.7356"), In(Unit::kNone, 0, Rounding::kHalfUp)), "Δ22");
  EXPECT_EQ(*FormatNumber(number("-0.4"), In(Unit::kNone, 0, Rounding::kHalfUp)), "0");
  EXPECT_EQ(*FormatNumber(number("1234567.5"), In(Unit::kNone, 2)), "1,234,567.50");
  EXPECT_EQ(*FormatNumber(number("99999999999999999999999999999999999999")),
            "99,999,999,999,999,999,999,999,999,999,999,999,999");
  EXPECT_EQ(
      FormatNumber(number("99999999999999999999999999999999999999"), In(Unit::kNone, 1)).code(),
      Code::kOverflow);
}

TEST(FormatAmount, AgreesWithFormatMoneyOnEveryFigure) {
  for (std::int64_t figure : Figures()) {
    for (SignMark mark : {SignMark::kDelta, SignMark::kTriangle, SignMark::kHyphen,
                          SignMark::kMinus, SignMark::kParentheses}) {
      AmountFormat format;
      format.minus = mark;
      ASSERT_EQ(Fast(figure, mark), *FormatMoney(Money(figure), format));
    }
  }
  EXPECT_EQ(Fast(INT64_MIN), "Δ9,223,372,036,854,775,808");
  EXPECT_EQ(Fast(INT64_MIN, SignMark::kParentheses), "(9,223,372,036,854,775,808)");
}

TEST(FormatAmount, PrintsEveryFigureOfSixDigits) {
  for (int figure = 0; figure < 1'000'000; ++figure) {
    std::string expected = std::to_string(figure);
    if (expected.size() > 3) expected.insert(expected.size() - 3, 1, ',');
    ASSERT_EQ(Fast(figure), expected);
  }
}

TEST(FormatAmount, IsReadBackAsTheSameAmount) {
  AmountOptions options;
  options.parentheses_are_negative = true;
  for (std::int64_t figure : Figures()) {
    for (int mark = 1; mark <= 9; ++mark) {
      const std::string text = Fast(figure, static_cast<SignMark>(mark));
      const Result<Amount> amount = ParseAmount(text, options);
      ASSERT_TRUE(amount.ok()) << text;
      ASSERT_EQ(*amount->InWon(), Money(figure)) << text;
      ASSERT_EQ(FormatAmount(*amount), text);
    }
  }
}

TEST(FormatMoney, IsReadBackAsTheSameAmountInEveryUnit) {
  for (std::int64_t figure : Figures()) {
    for (int unit = 1; unit <= 8; ++unit) {
      AmountFormat format = In(static_cast<Unit>(unit), DigitsInWon(static_cast<Unit>(unit)));
      format.write_unit = true;
      const Result<std::string> text = FormatMoney(Money(figure), format);
      ASSERT_TRUE(text.ok());
      const Result<Amount> amount = ParseAmount(*text);
      ASSERT_TRUE(amount.ok()) << *text;
      ASSERT_EQ(*amount->InWon(Unit::kNone), Money(figure)) << *text;
      ASSERT_EQ(FormatAmount(*amount), *text);
    }
  }
}

TEST(FormatMixed, PrintsPartsOfFallingSize) {
  EXPECT_EQ(FormatMixed(Money(639'639'000'000)), "6,396억 3,900만원");
  EXPECT_EQ(FormatMixed(Money(34'836'900'000'000)), "34조 8,369억원");
  EXPECT_EQ(FormatMixed(Money(10'430'573'440'000)), "10조 4,305억 7,344만원");
  EXPECT_EQ(FormatMixed(Money(305'000)), "30만 5,000원");
  EXPECT_EQ(FormatMixed(Money(500'000'001)), "5억 1원");
  EXPECT_EQ(FormatMixed(Money(0)), "0원");
  EXPECT_EQ(FormatMixed(Money(-10'000)), "Δ1만원");
  EXPECT_EQ(FormatMixed(Money(-10'000), SignMark::kParentheses), "(1만원)");
  EXPECT_EQ(FormatMixed(Money(INT64_MIN)), "Δ9,223,372조 368억 5,477만 5,808원");
}

TEST(FormatMixed, IsReadBackAsTheSameAmount) {
  for (std::int64_t figure : Figures()) {
    const std::string text = FormatMixed(Money(figure), SignMark::kTriangle);
    const Result<Amount> amount = ParseAmount(text);
    ASSERT_TRUE(amount.ok()) << text;
    ASSERT_EQ(*amount->InWon(Unit::kNone), Money(figure)) << text;
    ASSERT_EQ(FormatAmount(*amount), text);
  }
}

}  // namespace
}  // namespace yesan
