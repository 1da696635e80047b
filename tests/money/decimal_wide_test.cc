// Random operations over the whole range of 38 digits and 38 decimals, against an oracle of 1024 bits.
//
// Runs a million operations; for more, in the environment of the test program:
//   YESAN_OPERATIONS=10000000 YESAN_SEED=7 build/…/yesan_money_tests --gtest_filter='WholeRange.*'

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

#include "tests/oracle/rational.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/ratio.h"

namespace yesan {
namespace {

using oracle::Answer;
using oracle::Rational;
using oracle::RoundedResult;
using oracle::Value;
using oracle::Whole;

std::uint64_t FromEnvironment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : random_(seed) {}

  std::uint64_t Below(std::uint64_t bound) { return random_() % bound; }

  // Of every length, and often at an edge: around powers of ten, powers of two, and all nines.
  Decimal Any() {
    Whole digits = 0;
    const int length = static_cast<int>(Below(39));
    switch (Below(6)) {
      case 0:
        digits = oracle::Ten(length) + static_cast<std::int64_t>(Below(3)) - 1;
        break;
      case 1:
        digits = (Whole(1) << static_cast<unsigned>(Below(127))) +
                 static_cast<std::int64_t>(Below(3)) - 1;
        break;
      case 2:  // few digits and many zeros, so that quotients are often exact or a half
        digits = Whole(Below(1000)) * oracle::Ten(static_cast<int>(Below(36)));
        break;
      default:
        for (int i = 0; i < length; ++i) digits = digits * 10 + Below(10);
    }
    digits = std::min<Whole>(abs(digits), oracle::Ten(38) - 1);
    return oracle::MakeDecimal(Below(2) == 0 ? digits : Whole(-digits), Scale());
  }
  int Scale() { return static_cast<int>(Below(3) == 0 ? Below(39) : Below(6)); }
  Rounding Mode() { return static_cast<Rounding>(Below(kRoundingCount)); }
  std::int64_t Int() {
    const std::uint64_t bits = Below(8) == 0 ? ~std::uint64_t{0} - Below(3) : random_();
    const auto value = static_cast<std::int64_t>(bits >> (1 + Below(63)));
    return Below(2) == 0 ? value : -value - 1;
  }

 private:
  std::mt19937_64 random_;
};

Answer Exact(const Rational& value, int scale) {
  const std::optional<Decimal> result = oracle::ExactResult(value, scale);
  return result ? Answer{Code::kOk, *result} : Answer{Code::kOverflow, Decimal()};
}

// A rounded amount: a code, or a whole number of units that must fit int64.
Answer InMoney(const Rational& value, std::int64_t unit, Rounding mode) {
  const std::optional<Whole> units = oracle::RoundToWhole(value / Rational(unit), mode);
  if (!units) return {Code::kInexact, Decimal()};
  const Whole amount = *units * unit;
  const Whole limit = Whole(1) << 63;
  if (amount < -limit || amount >= limit) return {Code::kOverflow, Decimal()};
  return {Code::kOk, oracle::MakeDecimal(amount, 0)};
}

Result<Decimal> AsDecimal(Result<Money> money) {
  if (!money) return std::move(money).error();
  return ToDecimal(*money);
}

TEST(WholeRange, EveryOperationAgreesWithTheOracle) {
  const std::uint64_t operations = FromEnvironment("YESAN_OPERATIONS", 1000000);
  const std::uint64_t seed = FromEnvironment("YESAN_SEED", 20210101);
  Numbers numbers(seed);
  struct Tally {
    const char* name = "";
    std::uint64_t values = 0;
    std::uint64_t overflows = 0;
    std::uint64_t inexact = 0;
  };
  std::array<Tally, 16> tallies;
  std::uint64_t failures = 0;

  for (std::uint64_t i = 0; i < operations && failures < 10; ++i) {
    const Decimal a = numbers.Any();
    const Decimal b = numbers.Any();
    Decimal c = numbers.Any();
    if (c.is_zero()) c = Decimal::FromInt(-7);
    const int scale = numbers.Scale();
    const Rounding mode = numbers.Mode();
    const std::int64_t m = numbers.Int();
    const std::int64_t n = numbers.Int();
    std::int64_t k = numbers.Int();
    if (k == 0) k = 9;
    const std::int64_t unit = static_cast<std::int64_t>(
        numbers.Below(2) == 0 ? 1000
                              : numbers.Below(std::uint64_t{1} << (1 + numbers.Below(62))) + 1);
    const Rational x = Value(a);
    const Rational y = Value(b);
    const Rational z = Value(c);

    const std::size_t kind = i % 16;
    Tally& tally = tallies[kind];
    Answer expected;
    const auto got = [&]() -> Result<Decimal> {
      switch (kind) {
        case 0:
          tally.name = "Add";
          expected = Exact(x + y, std::max(a.scale(), b.scale()));
          return Add(a, b);
        case 1:
          tally.name = "Subtract";
          expected = Exact(x - y, std::max(a.scale(), b.scale()));
          return Subtract(a, b);
        case 2:
          tally.name = "Multiply";
          expected = Exact(x * y, a.scale() + b.scale());
          return Multiply(a, b);
        case 3:
          tally.name = "Divide";
          expected = RoundedResult(x / z, scale, mode);
          return Divide(a, c, scale, mode);
        case 4:
          tally.name = "MulDiv";
          expected = RoundedResult(x * y / z, scale, mode);
          return MulDiv(a, b, c, scale, mode);
        case 5:
          tally.name = "Round";
          expected = RoundedResult(x, scale, mode);
          return Round(a, scale, mode);
        case 6:
          tally.name = "Percent";
          expected = RoundedResult(x * Rational(100) / z, scale, mode);
          return Percent(a, c, scale, mode);
        case 7:
          tally.name = "ChangePercent";
          expected = RoundedResult((x - z) * Rational(100) / z, scale, mode);
          return ChangePercent(c, a, scale, mode);
        case 8: {
          tally.name = "DivideWhole";
          const Whole quotient = *oracle::RoundToWhole(x / z, Rounding::kDown);
          expected = Exact(Rational(quotient), 0);
          Result<QuotientAndRemainder> both = DivideWhole(a, c);
          if (!both) return std::move(both).error();
          EXPECT_TRUE(Value(both->remainder) == x - Rational(quotient) * z);
          return both->quotient;
        }
        case 9:
          tally.name = "Money MulDiv";
          expected = InMoney(Rational(m) * Rational(n) / Rational(k), 1, mode);
          return AsDecimal(MulDiv(Money(m), n, k, mode));
        case 10:
          tally.name = "Money MulDiv Decimal";
          expected = InMoney(Rational(m) * x / z, 1, mode);
          return AsDecimal(MulDiv(Money(m), a, c, mode));
        case 11:
          tally.name = "Money Round";
          expected = InMoney(Rational(m), unit, mode);
          return AsDecimal(Round(Money(m), unit, mode));
        case 12: {
          tally.name = "Extend";
          const int price_scale = static_cast<int>(numbers.Below(19));
          expected = InMoney(Rational(m * Whole(n) * k, oracle::Ten(price_scale)), unit, mode);
          return AsDecimal(Extend({m, price_scale}, n, k, unit, mode));
        }
        case 13:
          tally.name = "ToMoney";
          expected = InMoney(x, unit, mode);
          return AsDecimal(ToMoney(a, mode, unit));
        case 14: {
          tally.name = "Compare, text, Reduce";
          EXPECT_EQ(Compare(a, b), x < y ? -1 : (y < x ? 1 : 0));
          EXPECT_EQ(Compare(a, a), 0);
          EXPECT_TRUE(Value(Reduce(a)) == x);
          expected.value = a;
          return Decimal::Parse(a.ToString());
        }
        default: {
          tally.name = "ConsistentRoundings";
          // A figure that some mode prints, now and then one beside it.
          const Rational exact = x / z;
          const Answer printed =
              RoundedResult(exact, scale, static_cast<Rounding>(numbers.Below(7)));
          if (printed.code != Code::kOk) {
            expected = printed;
            return Error(printed.code);
          }
          RoundingSet modes;
          for (Rounding each : RoundingSet::All()) {
            const Answer answer = RoundedResult(exact, scale, each);
            if (answer.code == Code::kOk && SameRepresentation(answer.value, printed.value)) {
              modes.insert(each);
            }
          }
          EXPECT_EQ(ConsistentRoundings(a, c, printed.value), modes);
          return expected.value;
        }
      }
    }();
    const bool same =
        got.code() == expected.code && (!got || SameRepresentation(*got, expected.value));
    if (!same || HasFailure()) {
      ++failures;
      ADD_FAILURE() << tally.name << " of " << oracle::Show(a) << ", " << oracle::Show(b) << ", "
                    << oracle::Show(c) << ", scale " << scale << ", " << Name(mode) << ", amounts "
                    << m << ' ' << n << ' ' << k << " unit " << unit << ": "
                    << (got ? oracle::Show(*got) : std::string(Name(got.code()))) << ", not "
                    << (expected.code == Code::kOk ? oracle::Show(expected.value)
                                                   : std::string(Name(expected.code)));
    }
    tally.values += got.ok();
    tally.overflows += got.code() == Code::kOverflow;
    tally.inexact += got.code() == Code::kInexact;
  }

  std::cout << operations << " operations, seed " << seed << '\n';
  for (const Tally& tally : tallies) {
    std::cout << "  " << tally.name << ": " << tally.values << " values, " << tally.overflows
              << " overflows, " << tally.inexact << " inexact\n";
    // A test that only ever sees refusals, or only values, says little.
    if (operations < 100000) continue;
    EXPECT_GT(tally.values, operations / 16 / 10) << tally.name;
  }
}

}  // namespace
}  // namespace yesan
