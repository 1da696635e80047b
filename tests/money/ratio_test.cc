#include "yesan/money/ratio.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace yesan {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();
const std::string k38Nines(38, '9');

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

std::string Text(const Result<Decimal>& value) {
  return value ? value->ToString() : std::string(Name(value.code()));
}

TEST(ChangePercent, IsTheSheetsRateOfChange) {
  EXPECT_EQ(Text(ChangePercent(Money(5196358), Money(4066896), 0, Rounding::kHalfUp)), "-22");
  EXPECT_EQ(Text(ChangePercent(Money(5196358), Money(4066896), 2, Rounding::kHalfUp)), "-21.74");
  EXPECT_EQ(Text(ChangePercent(Money(5196358), Money(4066896), 4, Rounding::kHalfUp)), "-21.7356");
  EXPECT_EQ(Text(ChangePercent(D("5196.358"), D("4066.896"), 4, Rounding::kDown)), "-21.7356");
  EXPECT_EQ(Text(ChangePercent(D("5196.358"), D("4066.8960"), 0, Rounding::kCeiling)), "-21");
}

TEST(ChangePercent, HasNoRateOnAZeroBase) {
  EXPECT_EQ(ChangePercent(Money(0), Money(5), 1, Rounding::kHalfUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(ChangePercent(D("0.00"), D("5"), 1, Rounding::kHalfUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(Text(ChangePercent(Money(5), Money(0), 0, Rounding::kUnnecessary)), "-100");
  EXPECT_EQ(Text(ChangePercent(Money(5), Money(5), 2, Rounding::kUnnecessary)), "0.00");
}

TEST(ChangePercent, KeepsTheFormulaOnANegativeBase) {
  EXPECT_EQ(Text(ChangePercent(Money(-100), Money(-50), 0, Rounding::kUnnecessary)), "-50");
  EXPECT_EQ(Text(ChangePercent(Money(-100), Money(100), 0, Rounding::kUnnecessary)), "-200");
  EXPECT_EQ(Text(ChangePercent(Money(-100), Money(-150), 0, Rounding::kUnnecessary)), "50");
  EXPECT_EQ(Text(ChangePercent(Money(100), Money(-50), 0, Rounding::kUnnecessary)), "-150");
  EXPECT_EQ(Text(ChangePercent(Money(-100), Money(0), 0, Rounding::kUnnecessary)), "-100");
}

TEST(ChangePercent, HoldsWhatIsWiderThanInt64) {
  EXPECT_EQ(Text(ChangePercent(Money(kLeast), Money(kGreatest), 0, Rounding::kUp)), "-200");
  EXPECT_EQ(Text(ChangePercent(Money(1), Money(kGreatest), 0, Rounding::kDown)),
            "922337203685477580600");
  EXPECT_EQ(Text(ChangePercent(D(k38Nines), D("-" + k38Nines), 38, Rounding::kDown)), "overflow");
  EXPECT_EQ(Text(ChangePercent(D(k38Nines), D("-" + k38Nines), 35, Rounding::kUnnecessary)),
            "-200." + std::string(35, '0'));
  EXPECT_EQ(
      ChangePercent(D("0." + std::string(37, '0') + "1"), D(k38Nines), 0, Rounding::kDown).code(),
      Code::kOverflow);
}

TEST(ChangePercent, RefusesInTheOrderThatItPromises) {
  EXPECT_EQ(ChangePercent(Money(0), Money(5), 39, static_cast<Rounding>(8)).code(),
            Code::kInvalidArgument);
  EXPECT_EQ(ChangePercent(Money(0), Money(5), 39, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(ChangePercent(Money(5), Money(5), -1, Rounding::kUp).code(), Code::kOutOfRange);
  EXPECT_EQ(ChangePercent(Money(3), Money(4), 2, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(ChangePercent(D("3"), D("4"), 2, Rounding::kUnnecessary).code(), Code::kInexact);
}

TEST(Percent, IsRoundedOnceFromTheExactQuotient) {
  EXPECT_EQ(Text(Percent(Money(39), Money(764), 2, Rounding::kHalfUp)), "5.10");
  EXPECT_EQ(Text(Percent(Money(1), Money(3), 36, Rounding::kDown)), "33." + std::string(36, '3'));
  EXPECT_EQ(Percent(Money(1), Money(3), 37, Rounding::kDown).code(), Code::kOverflow);
  EXPECT_EQ(Text(Percent(Money(-1), Money(8), 1, Rounding::kHalfUp)), "-12.5");
  EXPECT_EQ(Text(Percent(Money(1), Money(-8), 0, Rounding::kFloor)), "-13");
  EXPECT_EQ(Text(Percent(D("0.5"), D("2.00"), 0, Rounding::kUnnecessary)), "25");
  EXPECT_EQ(Percent(Money(1), Money(0), 0, Rounding::kUp).code(), Code::kDivisionByZero);
  EXPECT_EQ(Percent(D(k38Nines), D("1"), 0, Rounding::kUp).code(), Code::kOverflow);
}

TEST(Ratio, CarriesTheNamesOfBothSides) {
  const Result<Ratio> ratio = Ratio::Make(Money(4000), Money(4100), "지출액", "예산현액");
  ASSERT_TRUE(ratio.ok());
  const Result<Rate> rate = ratio->ToPercent(3, Rounding::kHalfUp);
  ASSERT_TRUE(rate.ok());
  EXPECT_EQ(rate->value.ToString(), "97.561");
  EXPECT_EQ(rate->numerator_name, "지출액");
  EXPECT_EQ(rate->denominator_name, "예산현액");
  EXPECT_EQ(ratio->ToRate(2, Rounding::kUp)->value.ToString(), "0.98");
  EXPECT_EQ(ratio->ToRate(2, Rounding::kUnnecessary).code(), Code::kInexact);
  EXPECT_EQ(ratio->ToPercent(-1, Rounding::kUp).code(), Code::kOutOfRange);
}

TEST(Ratio, DoesNotExistOnZero) {
  EXPECT_EQ(Ratio::Make(Money(1), Money(0)).code(), Code::kDivisionByZero);
  EXPECT_EQ(Ratio::Make(D("1"), D("0.000")).code(), Code::kDivisionByZero);
}

TEST(Ratio, IsComparedExactly) {
  const auto ratio = [](std::string_view a, std::string_view b) {
    return Ratio::Make(D(a), D(b)).value();
  };
  EXPECT_EQ(Compare(ratio("1", "3"), ratio("2.00", "6")), 0);
  EXPECT_EQ(Compare(ratio("1", "3"), ratio("0.33333333333333333333", "1")), 1);
  EXPECT_EQ(Compare(ratio("-1", "3"), ratio("1", "-3")), 0);
  EXPECT_EQ(Compare(ratio("-1", "3"), ratio("1", "3")), -1);
  EXPECT_EQ(Compare(ratio("-1", "2"), ratio("-1", "3")), -1);
  EXPECT_EQ(Compare(ratio("0", "-3"), ratio("0", "3")), 0);
  EXPECT_EQ(Compare(ratio(k38Nines, "0." + k38Nines), ratio(k38Nines, "0." + k38Nines)), 0);
}

TEST(ConsistentRoundings, ExplainTheSheetsDelta22ByFiveOfSeven) {
  const RoundingSet five{Rounding::kUp, Rounding::kFloor, Rounding::kHalfUp, Rounding::kHalfDown,
                         Rounding::kHalfEven};
  EXPECT_EQ(ConsistentChangeRoundings(D("5196358"), D("4066896"), D("-22")), five);
  EXPECT_EQ(ConsistentRoundings(D("-112946200"), D("5196358"), D("-22")), five);
  EXPECT_EQ(ConsistentPercentRoundings(D("-1129462"), D("5196358"), D("-22")), five);
}

TEST(ConsistentRoundings, AreAllSevenForAnExactFigureAndNoneForAWrongOne) {
  EXPECT_EQ(ConsistentRoundings(D("5"), D("2"), D("2.5")), RoundingSet::All());
  EXPECT_EQ(ConsistentRoundings(D("5"), D("2"), D("2.50")), RoundingSet::All());
  EXPECT_TRUE(ConsistentRoundings(D("5"), D("2"), D("4")).empty());
  EXPECT_TRUE(ConsistentRoundings(D("5"), D("2"), D("-2")).empty());
  EXPECT_TRUE(ConsistentChangeRoundings(D("5196358"), D("4066896"), D("22")).empty());
  EXPECT_TRUE(ConsistentRoundings(D("5"), D("2"), D("2.51")).empty());
}

TEST(ConsistentRoundings, TellTheHalvesApart) {
  EXPECT_EQ(
      ConsistentRoundings(D("5"), D("2"), D("2")),
      (RoundingSet{Rounding::kDown, Rounding::kFloor, Rounding::kHalfDown, Rounding::kHalfEven}));
  EXPECT_EQ(ConsistentRoundings(D("5"), D("2"), D("3")),
            (RoundingSet{Rounding::kUp, Rounding::kCeiling, Rounding::kHalfUp}));
}

TEST(ConsistentRoundings, ReadZeroWithoutASign) {
  EXPECT_EQ(ConsistentRoundings(D("-2"), D("5"), D("0")),
            (RoundingSet{Rounding::kDown, Rounding::kCeiling, Rounding::kHalfUp,
                         Rounding::kHalfDown, Rounding::kHalfEven}));
  EXPECT_EQ(ConsistentRoundings(D("0"), D("-5"), D("0.0")), RoundingSet::All());
}

TEST(ConsistentRoundings, ExplainNothingOnAZeroBase) {
  EXPECT_TRUE(ConsistentRoundings(D("1"), D("0"), D("0")).empty());
  EXPECT_TRUE(ConsistentPercentRoundings(D("1"), D("0"), D("0")).empty());
  EXPECT_TRUE(ConsistentChangeRoundings(D("0"), D("1"), D("100")).empty());
  EXPECT_TRUE(ConsistentUnitRoundings(D("0"), 0, D("0")).empty());
  EXPECT_TRUE(ConsistentUnitRoundings(D("1000"), -1000, D("-1")).empty());
}

TEST(ConsistentRoundings, ExplainWonPrintedInThousands) {
  EXPECT_EQ(ConsistentUnitRoundings(D("1065073200"), 1000, D("1065073")),
            (RoundingSet{Rounding::kDown, Rounding::kFloor, Rounding::kHalfUp, Rounding::kHalfDown,
                         Rounding::kHalfEven}));
  // Two figures of one book: 264,662.4 printed 264,663 and 270,925.2 printed 270,925. No rule explains both.
  const RoundingSet first = ConsistentUnitRoundings(D("264662400"), 1000, D("264663"));
  const RoundingSet second = ConsistentUnitRoundings(D("270925200"), 1000, D("270925"));
  EXPECT_EQ(first, (RoundingSet{Rounding::kUp, Rounding::kCeiling}));
  EXPECT_TRUE(first.intersect(second).empty());
}

TEST(ConsistentRoundings, HoldTheWidestFigures) {
  const Decimal tiny = D("0." + std::string(37, '0') + "1");
  EXPECT_TRUE(ConsistentPercentRoundings(D(k38Nines), tiny, tiny).empty());
  EXPECT_EQ(ConsistentRoundings(tiny, D(k38Nines), D("0." + std::string(38, '0'))),
            (RoundingSet{Rounding::kDown, Rounding::kFloor, Rounding::kHalfUp, Rounding::kHalfDown,
                         Rounding::kHalfEven}));
  EXPECT_TRUE(ConsistentChangeRoundings(tiny, D("-" + k38Nines), D(k38Nines)).empty());
}

}  // namespace
}  // namespace yesan
