#include "yesan/money/decimal.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

namespace yesan {
namespace {

const std::string k38Nines(38, '9');

Decimal D(std::string_view text) {
  Result<Decimal> value = Decimal::Parse(text);
  EXPECT_TRUE(value.ok()) << text;
  return value ? *value : Decimal();
}

std::string Text(const Result<Decimal>& value) {
  return value ? value->ToString() : std::string(Name(value.code()));
}

TEST(Decimal, IsZeroWithoutDecimalsByDefault) {
  EXPECT_EQ(Decimal().ToString(), "0");
  EXPECT_EQ(Decimal().sign(), 0);
  EXPECT_TRUE(Decimal().is_zero());
}

TEST(Decimal, HasTheLayoutThatTheCApiPromises) {
  EXPECT_EQ(sizeof(Decimal), 24u);
  EXPECT_TRUE(std::is_trivially_copyable_v<Decimal>);
}

TEST(Decimal, DoesNotComeFromBinaryFractions) {
  EXPECT_FALSE((std::is_constructible_v<Decimal, double>));
  EXPECT_FALSE((std::is_convertible_v<double, Decimal>));
  EXPECT_FALSE((std::is_convertible_v<Decimal, double>));
}

TEST(Decimal, TakesEveryInt64) {
  EXPECT_EQ(Decimal::FromInt(std::numeric_limits<std::int64_t>::min()).ToString(),
            "-9223372036854775808");
  EXPECT_EQ(Decimal::FromInt(std::numeric_limits<std::int64_t>::max()).ToString(),
            "9223372036854775807");
  EXPECT_EQ(Text(Decimal::Make(-1250, 2)), "-12.50");
  EXPECT_EQ(Text(Decimal::Make(1, 38)), "0." + std::string(37, '0') + "1");
}

TEST(Decimal, RefusesAScaleOutsideItsRange) {
  EXPECT_EQ(Decimal::Make(1, -1).code(), Code::kOutOfRange);
  EXPECT_EQ(Decimal::Make(1, 39).code(), Code::kOutOfRange);
  EXPECT_EQ(Decimal::FromParts(1, 0, -1).code(), Code::kOutOfRange);
  EXPECT_EQ(Decimal::FromParts(1, 0, 39).code(), Code::kOutOfRange);
  EXPECT_EQ(Round(D("1.5"), -1, Rounding::kHalfUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Divide(D("1"), D("3"), 39, Rounding::kHalfUp).code(), Code::kOutOfRange);
}

TEST(Decimal, RefusesPartsOf39Digits) {
  const Decimal greatest = D(k38Nines);
  EXPECT_EQ(Text(Decimal::FromParts(greatest.lo(), greatest.hi(), 0)), k38Nines);
  EXPECT_EQ(Decimal::FromParts(greatest.lo() + 1, greatest.hi(), 0).code(), Code::kOverflow);
  const Decimal least = Negate(greatest);
  EXPECT_EQ(Text(Decimal::FromParts(least.lo(), least.hi(), 0)), "-" + k38Nines);
  EXPECT_EQ(Decimal::FromParts(least.lo() - 1, least.hi(), 0).code(), Code::kOverflow);
  EXPECT_EQ(Decimal::FromParts(0, std::numeric_limits<std::int64_t>::min(), 0).code(),
            Code::kOverflow);
}

TEST(DecimalParse, KeepsTheDecimalsAsWritten) {
  for (const char* text :
       {"0", "0.0", "0.00", "7", "-7", "12.50", "-12.50", "0.05", "-0.05", "1200",
        "0.00000000000000000000000000000000000001", "18446744073709551616", "999999999999999999",
        "1000000000000000000", "1000000000000000001.5", "12345678901234567890123456789012345678",
        "-1234567890123456789.0123456789012345678"}) {
    EXPECT_EQ(D(text).ToString(), text);
  }
  EXPECT_EQ(D("12.50").scale(), 2);
  EXPECT_EQ(D(k38Nines).ToString(), k38Nines);
  EXPECT_EQ(D("-0." + k38Nines).ToString(), "-0." + k38Nines);
}

TEST(DecimalParse, DropsLeadingZerosAndTheSignOfZero) {
  EXPECT_EQ(D("007.10").ToString(), "7.10");
  EXPECT_EQ(D(std::string(1000000, '0') + "1").ToString(), "1");
  EXPECT_EQ(D("-0").ToString(), "0");
  EXPECT_EQ(D("-0.00").ToString(), "0.00");
  EXPECT_EQ(D("-0.00").sign(), 0);
}

TEST(DecimalParse, RefusesWhatIsNoPlainNumberAndNamesTheColumn) {
  const struct {
    const char* text;
    unsigned column;
  } cases[] = {{"", 1},     {"-", 2},     {"+1", 1},    {" 1", 1},    {"1 ", 2},   {".5", 1},
               {"5.", 3},   {"-.5", 2},   {"1.2.3", 4}, {"1,000", 2}, {"1e3", 2},  {"--1", 2},
               {"0x10", 2}, {"NaN", 1},   {"Δ5", 1},    {"12원", 3},  {"1.5%", 4}, {"1.-5", 3},
               {"\xff", 1}, {"1\xff", 2}, {"−5", 1},    {"５", 1},    {"1\n", 2},  {"1.0e0", 4}};
  for (const auto& c : cases) {
    const Result<Decimal> value = Decimal::Parse(c.text);
    ASSERT_FALSE(value.ok()) << c.text;
    EXPECT_EQ(value.code(), Code::kSyntax) << c.text;
    EXPECT_EQ(value.error().place().line, 1u) << c.text;
    EXPECT_EQ(value.error().place().column, c.column) << c.text;
    EXPECT_EQ(value.error().place().offset, c.column - 1) << c.text;
    EXPECT_EQ(value.error().rule(), "decimal.syntax");
  }
  EXPECT_EQ(Decimal::Parse(std::string_view("1\0", 2)).error().place().column, 2u);
}

TEST(DecimalParse, SaysInBothLanguagesWhatWasExpectedAndWhatWasFound) {
  const Result<Decimal> value = Decimal::Parse("12원");
  ASSERT_FALSE(value.ok());
  EXPECT_EQ(value.error().message().en,
            "column 3 of the number: expected a digit, a point or the end, found ‘원’.");
  EXPECT_EQ(value.error().message().ko,
            "수의 3번째 글자: 숫자나 소수점이 오거나 수가 끝날 자리에 ‘원’ 글자가 있습니다.");
  EXPECT_EQ(value.error().place().length, 3u);
  const Result<Decimal> cut = Decimal::Parse("12.");
  EXPECT_EQ(cut.error().message().en,
            "column 4 of the number: expected a digit, found the end of the text.");
  const Result<Decimal> byte = Decimal::Parse("1\xb0");
  EXPECT_EQ(byte.error().message().en,
            "column 2 of the number: expected a digit, a point or the end, found 0xB0.");
}

TEST(DecimalParse, RefusesMoreDigitsThanItHolds) {
  EXPECT_EQ(Decimal::Parse(k38Nines + "9").code(), Code::kOverflow);
  EXPECT_EQ(Decimal::Parse(k38Nines + ".0").code(), Code::kOverflow);
  EXPECT_EQ(Decimal::Parse("0." + std::string(39, '0')).code(), Code::kOverflow);
  EXPECT_EQ(Decimal::Parse("1" + std::string(38, '0')).code(), Code::kOverflow);
  const Result<Decimal> digits = Decimal::Parse(std::string(1000000, '7'));
  EXPECT_EQ(digits.code(), Code::kOverflow);
  EXPECT_EQ(digits.error().place().column, 39u);
  EXPECT_EQ(digits.error().rule(), "decimal.digits");
  EXPECT_EQ(Decimal::Parse("0." + std::string(39, '1')).error().rule(), "decimal.decimals");
}

TEST(Decimal, ComparesByValueAndToldApartByRepresentation) {
  EXPECT_EQ(D("1.0"), D("1.00"));
  EXPECT_FALSE(SameRepresentation(D("1.0"), D("1.00")));
  EXPECT_TRUE(SameRepresentation(D("1.0"), D("1.0")));
  EXPECT_EQ(D("0"), D("0.000"));
  EXPECT_LT(D("-1.1"), D("-1.09"));
  EXPECT_GT(D("1.1"), D("1.09"));
  EXPECT_LT(D("-5"), D("0.00"));
  EXPECT_LE(D("2"), D("2.0"));
  EXPECT_GE(D("2"), D("2.0"));
  EXPECT_NE(D("2"), D("2.01"));
  // Bringing both to 38 decimals takes more than 128 bits.
  EXPECT_GT(D(k38Nines), D("0." + k38Nines));
  EXPECT_LT(D("-" + k38Nines), D("-0." + k38Nines));
  EXPECT_LT(D("0." + k38Nines), D("1"));
  EXPECT_LT(D("18446744073709551615"), D("18446744073709551616"));
  EXPECT_LT(D("-18446744073709551616"), D("-18446744073709551615"));
}

TEST(Decimal, BecomesInt64OnlyWithoutLoss) {
  EXPECT_EQ(*D("12.00").ToInt64(), 12);
  EXPECT_EQ(*D("-12").ToInt64(), -12);
  EXPECT_EQ(*D("-9223372036854775808.0").ToInt64(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(*D("9223372036854775807").ToInt64(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(D("12.01").ToInt64().code(), Code::kInexact);
  EXPECT_EQ(D("9223372036854775808").ToInt64().code(), Code::kOverflow);
  EXPECT_EQ(D("-9223372036854775809").ToInt64().code(), Code::kOverflow);
  EXPECT_EQ(D(k38Nines).ToInt64().code(), Code::kOverflow);
  EXPECT_TRUE(D("12.00").is_integer());
  EXPECT_FALSE(D("12.50").is_integer());
}

TEST(DecimalArithmetic, KeepsTheLargerScaleInSums) {
  EXPECT_EQ(Text(Add(D("1.25"), D("1.3"))), "2.55");
  EXPECT_EQ(Text(Add(D("0.10"), D("0.20"))), "0.30");
  EXPECT_EQ(Text(Subtract(D("4066896"), D("5196358"))), "-1129462");
  EXPECT_EQ(Text(Subtract(D("1.5"), D("1.50"))), "0.00");
}

TEST(DecimalArithmetic, CarriesOverTheLimbs) {
  EXPECT_EQ(Text(Add(D("9223372036854775807"), D("1"))), "9223372036854775808");
  EXPECT_EQ(Text(Add(D("-9223372036854775808"), D("-1"))), "-9223372036854775809");
  EXPECT_EQ(Text(Add(D("18446744073709551615"), D("1"))), "18446744073709551616");
  EXPECT_EQ(Text(Subtract(D("-9223372036854775808"), D("9223372036854775807"))),
            "-18446744073709551615");
  EXPECT_EQ(Text(Multiply(D("4294967296"), D("4294967296"))), "18446744073709551616");
  EXPECT_EQ(Text(Multiply(D("-9223372036854775808"), D("-1"))), "9223372036854775808");
}

TEST(DecimalArithmetic, DropsZerosOnlyWhereTheyDoNotFit) {
  const std::string ten37 = "1" + std::string(37, '0');
  EXPECT_EQ(Text(Add(D(ten37), D("0.00"))), ten37);
  EXPECT_EQ(Text(Add(D(ten37), D("-0.50"))), "9999999999999999999999999999999999999.5");
  EXPECT_EQ(Text(Multiply(D("0.50000000000000000000"), D("0.20000000000000000000"))),
            "0.1" + std::string(37, '0'));
  EXPECT_EQ(Text(Multiply(D("0." + std::string(38, '0')), D("0.00"))), "0." + std::string(38, '0'));
}

TEST(DecimalArithmetic, RefusesWhatDoesNotFitAndRoundsNothing) {
  const std::string tiny = "0." + std::string(19, '0') + "1";  // 10^−20
  EXPECT_EQ(Multiply(D(tiny), D(tiny)).code(), Code::kOverflow);
  EXPECT_EQ(Multiply(D("10000000000000000000"), D("10000000000000000000")).code(), Code::kOverflow);
  EXPECT_EQ(Add(D(k38Nines), D("1")).code(), Code::kOverflow);
  EXPECT_EQ(Subtract(D("-" + k38Nines), D("1")).code(), Code::kOverflow);
  EXPECT_EQ(Add(D(k38Nines), D("0.1")).code(), Code::kOverflow);
  EXPECT_EQ(Round(D("12345678901234567890"), 19, Rounding::kHalfUp).code(), Code::kOverflow);
  EXPECT_EQ(Divide(D(k38Nines), D("0.1"), 0, Rounding::kDown).code(), Code::kOverflow);
  EXPECT_EQ(MulDiv(D(k38Nines), D("2"), D("1"), 0, Rounding::kDown).code(), Code::kOverflow);
}

// 39-digit quotients fit 128 bits.
TEST(DecimalArithmetic, RefusesAQuotientOf39DigitsThatFits128Bits) {
  const Decimal just = D("17014118346046923173168730371588410572");  // about 2^127 ÷ 10
  EXPECT_EQ(Divide(just, D("0.1"), 0, Rounding::kDown).code(), Code::kOverflow);
  EXPECT_EQ(Round(D("9999999999999999999999999999999999999.9"), 1, Rounding::kUp).code(),
            Code::kOk);
  EXPECT_EQ(Text(Round(D("9999999999999999999999999999999999999.9"), 0, Rounding::kUp)),
            "1" + std::string(37, '0'));
  EXPECT_EQ(Divide(D(k38Nines), D("0.99"), 0, Rounding::kUp).code(), Code::kOverflow);
}

TEST(DecimalArithmetic, RoundsOnceInTheNamedMode) {
  const struct {
    const char* value;
    const char* rounded[7];
  } cases[] = {{"2.5", {"3", "2", "3", "2", "3", "2", "2"}},
               {"1.1", {"2", "1", "2", "1", "1", "1", "1"}},
               {"-1.1", {"-2", "-1", "-1", "-2", "-1", "-1", "-1"}},
               {"-2.5", {"-3", "-2", "-2", "-3", "-3", "-2", "-2"}},
               {"0.4", {"1", "0", "1", "0", "0", "0", "0"}},
               {"-0.4", {"-1", "0", "0", "-1", "0", "0", "0"}}};
  for (const auto& c : cases) {
    for (int mode = 0; mode < 7; ++mode) {
      EXPECT_EQ(Text(Round(D(c.value), 0, static_cast<Rounding>(mode))), c.rounded[mode])
          << c.value << ' ' << Name(static_cast<Rounding>(mode));
    }
  }
  EXPECT_EQ(Text(Round(D("2.345"), 2, Rounding::kHalfEven)), "2.34");
  EXPECT_EQ(Text(Round(D("2.3"), 3, Rounding::kUnnecessary)), "2.300");
  // 2.449 is 2.45 at two decimals and would be 2.5 at one if rounded twice.
  EXPECT_EQ(Text(Round(D("2.449"), 1, Rounding::kHalfUp)), "2.4");
}

TEST(DecimalArithmetic, RefusesToLoseADigitWhenToldThatNoneWillBe) {
  EXPECT_EQ(Text(Round(D("2.50"), 1, Rounding::kUnnecessary)), "2.5");
  EXPECT_EQ(Round(D("2.51"), 1, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(Text(Divide(D("1"), D("8"), 3, Rounding::kUnnecessary)), "0.125");
  EXPECT_EQ(Divide(D("1"), D("3"), 38, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(MulDiv(D("1"), D("1"), D("3"), 0, Rounding::kUnnecessary).code(), Code::kInexact);
}

TEST(DecimalArithmetic, RefusesInTheOrderThatItPromises) {
  const auto no_mode = static_cast<Rounding>(8);
  EXPECT_EQ(Divide(D("1"), D("0"), 99, no_mode).code(), Code::kInvalidArgument);
  EXPECT_EQ(Divide(D("1"), D("0"), 99, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Divide(D("1"), D("0.00"), 2, Rounding::kUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(Divide(D("0"), D("0"), 2, Rounding::kUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(Round(D("1"), 0, no_mode).code(), Code::kInvalidArgument);
  EXPECT_EQ(Round(D("1"), 0, static_cast<Rounding>(-1)).code(), Code::kInvalidArgument);
  EXPECT_EQ(MulDiv(D("1"), D("1"), D("1"), 0, no_mode).code(), Code::kInvalidArgument);
  EXPECT_EQ(MulDiv(D("1"), D("1"), D("0"), 0, Rounding::kUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(DivideWhole(D("1"), D("0")).code(), Code::kDivisionByZero);
}

TEST(DecimalArithmetic, DividesWithTheDecimalsAskedFor) {
  EXPECT_EQ(Text(Divide(D("2"), D("3"), 4, Rounding::kHalfUp)), "0.6667");
  EXPECT_EQ(Text(Divide(D("1"), D("3"), 38, Rounding::kDown)), "0." + std::string(38, '3'));
  EXPECT_EQ(Text(Divide(D("1"), D("0.00000000000000000000000000000000000001"), 0, Rounding::kDown)),
            "overflow");
  EXPECT_EQ(Text(Divide(D("-7"), D("2"), 0, Rounding::kFloor)), "-4");
}

TEST(DecimalArithmetic, HoldsTheProductInFullBeforeDividing) {
  EXPECT_EQ(Text(MulDiv(D("264663000"), D("4"), D("12"), 0, Rounding::kHalfUp)), "88221000");
  EXPECT_EQ(Text(MulDiv(D(k38Nines), D(k38Nines), D(k38Nines), 0, Rounding::kUnnecessary)),
            k38Nines);
  EXPECT_EQ(Text(MulDiv(D("0." + k38Nines), D("0." + k38Nines), D("0." + k38Nines), 38,
                        Rounding::kUnnecessary)),
            "0." + k38Nines);
  EXPECT_EQ(Text(MulDiv(D(k38Nines), D("0.00000000000000000000000000000000000001"), D("3"), 38,
                        Rounding::kDown)),
            "0." + std::string(38, '3'));
}

TEST(DecimalArithmetic, SplitsOffTheWholePartOfAQuotient) {
  const auto split = [](std::string_view a, std::string_view b) {
    Result<QuotientAndRemainder> both = DivideWhole(D(a), D(b));
    return both ? both->quotient.ToString() + " r " + both->remainder.ToString()
                : std::string(Name(both.code()));
  };
  EXPECT_EQ(split("7.5", "2"), "3 r 1.5");
  EXPECT_EQ(split("-7.5", "2"), "-3 r -1.5");
  EXPECT_EQ(split("7.5", "-2"), "-3 r 1.5");
  EXPECT_EQ(split("1.00", "0.3"), "3 r 0.10");
  EXPECT_EQ(split("1.23456789", k38Nines), "0 r 1.23456789");
  EXPECT_EQ(split(k38Nines, "0.1"), "overflow");
}

TEST(DecimalArithmetic, HasNoNegativeZeroAndASymmetricRange) {
  EXPECT_EQ(Negate(D("0.00")).ToString(), "0.00");
  EXPECT_EQ(Negate(Negate(D("-1.5"))).ToString(), "-1.5");
  EXPECT_EQ(Abs(D("-" + k38Nines)).ToString(), k38Nines);
  EXPECT_EQ(Negate(D("-9223372036854775808")).ToString(), "9223372036854775808");
  EXPECT_EQ(Text(Multiply(D("-1.5"), D("0"))), "0.0");
}

TEST(DecimalArithmetic, ReducesOnlyDecimals) {
  EXPECT_EQ(Reduce(D("12.500")).ToString(), "12.5");
  EXPECT_EQ(Reduce(D("-12.000")).ToString(), "-12");
  EXPECT_EQ(Reduce(D("1200")).ToString(), "1200");
  EXPECT_EQ(Reduce(D("0.00")).ToString(), "0");
}

}  // namespace
}  // namespace yesan
