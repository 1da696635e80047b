#include "yesan/money/money.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

namespace yesan {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

std::string Text(const Result<Money>& value) {
  return value ? std::to_string(value->minor()) : std::string(Name(value.code()));
}

TEST(Money, ComesFromWholeNumbersOnly) {
  EXPECT_TRUE((std::is_constructible_v<Money, std::int64_t>));
  EXPECT_TRUE((std::is_constructible_v<Money, int>));
  EXPECT_TRUE((std::is_constructible_v<Money, std::uint32_t>));
  EXPECT_FALSE((std::is_constructible_v<Money, double>));
  EXPECT_FALSE((std::is_constructible_v<Money, float>));
  EXPECT_FALSE((std::is_constructible_v<Money, long double>));
  EXPECT_FALSE((std::is_constructible_v<Money, bool>));
  EXPECT_FALSE((std::is_constructible_v<Money, std::uint64_t>));
  EXPECT_FALSE((std::is_convertible_v<std::int64_t, Money>));
  EXPECT_FALSE((std::is_convertible_v<Money, std::int64_t>));
  EXPECT_FALSE((std::is_convertible_v<Money, double>));
  EXPECT_FALSE((std::is_convertible_v<Money, bool>));
}

TEST(Money, IsOrderedByItsAmount) {
  EXPECT_LT(Money(-1), Money(0));
  EXPECT_EQ(Money(5), Money(5));
  EXPECT_GE(Money(kGreatest), Money(kLeast));
  EXPECT_EQ(Money(-3).sign(), -1);
  EXPECT_TRUE(Money().is_zero());
}

TEST(Money, AddsUpToTheEdgeOfInt64AndRefusesBeyond) {
  EXPECT_EQ(Text(Add(Money(kGreatest - 1), Money(1))), std::to_string(kGreatest));
  EXPECT_EQ(Add(Money(kGreatest), Money(1)).code(), Code::kOverflow);
  EXPECT_EQ(Add(Money(kLeast), Money(-1)).code(), Code::kOverflow);
  EXPECT_EQ(Text(Add(Money(kLeast), Money(kGreatest))), "-1");
  EXPECT_EQ(Text(Subtract(Money(-1), Money(kGreatest))), std::to_string(kLeast));
  EXPECT_EQ(Subtract(Money(0), Money(kLeast)).code(), Code::kOverflow);
  EXPECT_EQ(Text(Subtract(Money(-1), Money(kLeast))), std::to_string(kGreatest));
}

TEST(Money, HasNoNegativeOfTheLeastAmount) {
  EXPECT_EQ(Negate(Money(kLeast)).code(), Code::kOverflow);
  EXPECT_EQ(Abs(Money(kLeast)).code(), Code::kOverflow);
  EXPECT_EQ(Text(Negate(Money(kGreatest))), std::to_string(-kGreatest));
  EXPECT_EQ(Text(Abs(Money(-7))), "7");
  EXPECT_EQ(Text(Abs(Money(7))), "7");
}

TEST(Money, MultipliesExactlyOrRefuses) {
  EXPECT_EQ(Text(Multiply(Money(1160800), 228)), "264662400");
  EXPECT_EQ(Text(Multiply(Money(kLeast), 1)), std::to_string(kLeast));
  EXPECT_EQ(Multiply(Money(kLeast), -1).code(), Code::kOverflow);
  EXPECT_EQ(Text(Multiply(Money(std::int64_t{1} << 32), -(std::int64_t{1} << 31))),
            std::to_string(kLeast));
  EXPECT_EQ(Multiply(Money(std::int64_t{1} << 32), std::int64_t{1} << 31).code(), Code::kOverflow);
  EXPECT_EQ(Text(Multiply(Money(std::int64_t{1} << 62), 0)), "0");
}

TEST(Money, DividesOnceFromTheWholeProduct) {
  EXPECT_EQ(Text(MulDiv(Money(264663000), 4, 12, Rounding::kHalfUp)), "88221000");
  EXPECT_EQ(Text(MulDiv(Money(kGreatest), kGreatest, kGreatest, Rounding::kUnnecessary)),
            std::to_string(kGreatest));
  EXPECT_EQ(Text(MulDiv(Money(kLeast), kLeast, kLeast, Rounding::kUnnecessary)),
            std::to_string(kLeast));
  EXPECT_EQ(MulDiv(Money(kLeast), -1, 1, Rounding::kDown).code(), Code::kOverflow);
  EXPECT_EQ(Text(MulDiv(Money(-7), 1, 2, Rounding::kHalfUp)), "-4");
  EXPECT_EQ(Text(MulDiv(Money(7), 1, -2, Rounding::kHalfDown)), "-3");
  EXPECT_EQ(MulDiv(Money(7), 1, 2, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(MulDiv(Money(7), 1, 0, Rounding::kUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(MulDiv(Money(7), 1, 0, static_cast<Rounding>(9)).code(), Code::kInvalidArgument);
}

TEST(Money, TakesPercentagesAndFractionsAsDecimals) {
  EXPECT_EQ(Text(MulDiv(Money(1470000000), D("0.03"), Rounding::kHalfUp)), "44100000");
  EXPECT_EQ(Text(MulDiv(Money(100), D("10"), D("100"), Rounding::kUnnecessary)), "10");
  EXPECT_EQ(Text(MulDiv(Money(1), D("0.5"), Rounding::kHalfEven)), "0");
  EXPECT_EQ(MulDiv(Money(1), D("0.5"), Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(MulDiv(Money(kGreatest), D("1.5"), Rounding::kDown).code(), Code::kOverflow);
  EXPECT_EQ(MulDiv(Money(1), D("1"), D("0"), Rounding::kDown).code(), Code::kDivisionByZero);
}

TEST(Money, RoundsToAThousandWon) {
  EXPECT_EQ(Text(Round(Money(1234567), 1000, Rounding::kDown)), "1234000");
  EXPECT_EQ(Text(Round(Money(1234567), 1000, Rounding::kHalfUp)), "1235000");
  EXPECT_EQ(Text(Round(Money(-1234500), 1000, Rounding::kHalfUp)), "-1235000");
  EXPECT_EQ(Text(Round(Money(-1234500), 1000, Rounding::kHalfEven)), "-1234000");
  EXPECT_EQ(Text(Round(Money(1234000), 1000, Rounding::kUnnecessary)), "1234000");
  EXPECT_EQ(Round(Money(1234001), 1000, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(Round(Money(1), 0, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Round(Money(1), -1000, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Round(Money(1), 10, static_cast<Rounding>(8)).code(), Code::kInvalidArgument);
  EXPECT_EQ(Round(Money(kGreatest), 1000, Rounding::kUp).code(), Code::kOverflow);
  EXPECT_EQ(Text(Round(Money(kGreatest), 1000, Rounding::kDown)), "9223372036854775000");
  EXPECT_EQ(Text(Round(Money(kLeast), 1000, Rounding::kDown)), "-9223372036854775000");
  EXPECT_EQ(Text(Round(Money(kGreatest), kGreatest, Rounding::kHalfUp)), std::to_string(kGreatest));
}

TEST(Extend, RoundsAPriceTimesQuantityTimesMonthsOnce) {
  EXPECT_EQ(Text(Extend({1160800, 0}, 19, 12, 1000, Rounding::kHalfUp)), "264662000");
  EXPECT_EQ(Text(Extend({1160800, 0}, 19, 12, 1000, Rounding::kUp)), "264663000");
  EXPECT_EQ(Text(Extend({1234567, 2}, 3, 1, 1, Rounding::kHalfUp)), "37037");
  EXPECT_EQ(Text(Extend({-1234550, 2}, 1, 1, 1, Rounding::kHalfUp)), "-12346");
  // The book's row 11: 2,863,100 × 31 × 12 = 1,065,073,200 is printed 1,065,073 thousand.
  EXPECT_EQ(Text(Extend({2863100, 0}, 31, 12, 1000, Rounding::kHalfUp)), "1065073000");
}

TEST(Extend, HoldsProductsWiderThanInt64) {
  EXPECT_EQ(Text(Extend({kGreatest, 18}, 1000000000, 1000000000, 1, Rounding::kDown)),
            std::to_string(kGreatest));
  EXPECT_EQ(Text(Extend({5, 1}, kGreatest, 2, 1, Rounding::kUnnecessary)),
            std::to_string(kGreatest));
  EXPECT_EQ(Extend({kGreatest, 0}, 2, 1, 1, Rounding::kDown).code(), Code::kOverflow);
}

TEST(Extend, RefusesWhatIsNoPriceAndNoUnit) {
  EXPECT_EQ(Extend({1, -1}, 1, 1, 1, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Extend({1, 19}, 1, 1, 1, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Extend({1, 0}, 1, 1, 0, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(Extend({1, 0}, 1, 1, 1, static_cast<Rounding>(8)).code(), Code::kInvalidArgument);
  EXPECT_EQ(Extend({15, 1}, 1, 1, 1, Rounding::kUnnecessary).code(), Code::kInexact);
}

TEST(Money, PassesToDecimalAndBackWithoutLoss) {
  for (std::int64_t minor : {kLeast, std::int64_t{-1}, std::int64_t{0}, kGreatest}) {
    EXPECT_EQ(ToDecimal(Money(minor)).ToString(), std::to_string(minor));
    EXPECT_EQ(Text(ToMoney(ToDecimal(Money(minor)), Rounding::kUnnecessary)),
              std::to_string(minor));
  }
  EXPECT_EQ(Text(ToMoney(D("1234.5"), Rounding::kHalfUp)), "1235");
  EXPECT_EQ(Text(ToMoney(D("1499.99"), Rounding::kHalfUp, 1000)), "1000");
  EXPECT_EQ(ToMoney(D("1234.5"), Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(ToMoney(D("9223372036854775808"), Rounding::kDown).code(), Code::kOverflow);
  EXPECT_EQ(Text(ToMoney(D("9223372036854775807.9"), Rounding::kDown)), std::to_string(kGreatest));
  EXPECT_EQ(ToMoney(D("9223372036854775807.9"), Rounding::kUp).code(), Code::kOverflow);
  EXPECT_EQ(ToMoney(D("1"), Rounding::kUp, 0).code(), Code::kOutOfRange);
  EXPECT_EQ(ToMoney(D("1"), static_cast<Rounding>(8)).code(), Code::kInvalidArgument);
}

}  // namespace
}  // namespace yesan
