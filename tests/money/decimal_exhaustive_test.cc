// Every function of module money over a whole small domain, in all eight modes, against a rational oracle.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

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

std::vector<Decimal> Domain(int magnitude, int scales) {
  std::vector<Decimal> domain;
  for (int scale = 0; scale < scales; ++scale) {
    for (int c = -magnitude; c <= magnitude; ++c) domain.push_back(Decimal::Make(c, scale).value());
  }
  return domain;
}

std::vector<Rounding> Modes() {
  std::vector<Rounding> modes;
  for (int mode = 0; mode < kRoundingCount; ++mode) modes.push_back(static_cast<Rounding>(mode));
  return modes;
}

::testing::AssertionResult Same(const Result<Decimal>& got, const Answer& expected) {
  if (got.code() != expected.code) {
    return ::testing::AssertionFailure() << Name(got.code()) << ", not " << Name(expected.code);
  }
  if (got && !SameRepresentation(*got, expected.value)) {
    return ::testing::AssertionFailure()
           << oracle::Show(*got) << ", not " << oracle::Show(expected.value);
  }
  return ::testing::AssertionSuccess();
}

::testing::AssertionResult Same(const Result<Money>& got, const Answer& expected,
                                std::int64_t unit = 1) {
  if (got.code() != expected.code) {
    return ::testing::AssertionFailure() << Name(got.code()) << ", not " << Name(expected.code);
  }
  if (got && Rational(got->minor()) != Value(expected.value) * Rational(unit)) {
    return ::testing::AssertionFailure()
           << got->minor() << ", not " << oracle::Show(expected.value) << " × " << unit;
  }
  return ::testing::AssertionSuccess();
}

Answer Exact(const Rational& value, int scale) {
  const std::optional<Decimal> result = oracle::ExactResult(value, scale);
  return result ? Answer{Code::kOk, *result} : Answer{Code::kOverflow, Decimal()};
}

TEST(SmallDomain, SumsProductsAndComparisonsAreExact) {
  for (const Decimal& a : Domain(15, 4)) {
    for (const Decimal& b : Domain(15, 4)) {
      const Rational x = Value(a);
      const Rational y = Value(b);
      const int scale = std::max(a.scale(), b.scale());
      const std::string what = oracle::Show(a) + " and " + oracle::Show(b);
      ASSERT_TRUE(Same(Add(a, b), Exact(x + y, scale))) << what;
      ASSERT_TRUE(Same(Subtract(a, b), Exact(x - y, scale))) << what;
      ASSERT_TRUE(Same(Multiply(a, b), Exact(x * y, a.scale() + b.scale()))) << what;
      ASSERT_TRUE(Same(internal::AddAny(a, b), Exact(x + y, scale))) << what;
      ASSERT_TRUE(Same(internal::SubtractAny(a, b), Exact(x - y, scale))) << what;
      ASSERT_TRUE(Same(internal::MultiplyAny(a, b), Exact(x * y, a.scale() + b.scale()))) << what;
      const int order = x < y ? -1 : (y < x ? 1 : 0);
      ASSERT_EQ(Compare(a, b), order) << what;
      if (a.scale() != b.scale()) {
        ASSERT_EQ(internal::CompareAny(a, b), order) << what;
      }
      if (b.is_zero()) continue;
      const Result<QuotientAndRemainder> split = DivideWhole(a, b);
      ASSERT_TRUE(split.ok());
      const Rational quotient = *oracle::RoundToWhole(x / y, Rounding::kDown);
      ASSERT_TRUE(Value(split->quotient) == quotient) << what;
      ASSERT_TRUE(Value(split->remainder) == x - quotient * y) << what;
      ASSERT_EQ(split->remainder.scale(), scale) << what;
    }
  }
}

TEST(SmallDomain, OneArgumentIsTreatedExactly) {
  for (const Decimal& a : Domain(1100, 4)) {
    const Rational x = Value(a);
    ASSERT_TRUE(Value(Negate(a)) == Rational(0) - x);
    ASSERT_TRUE(Value(Abs(a)) == (x < Rational(0) ? Rational(0) - x : x));
    ASSERT_TRUE(Value(Reduce(a)) == x);
    const int reduced = Reduce(a).scale();
    ASSERT_TRUE(reduced == 0 || oracle::Coefficient(Reduce(a)) % 10 != 0);
    ASSERT_TRUE(SameRepresentation(*Decimal::Parse(a.ToString()), a));
    const std::optional<oracle::Whole> whole = oracle::RoundToWhole(x, Rounding::kUnnecessary);
    ASSERT_EQ(a.is_integer(), whole.has_value());
    ASSERT_EQ(a.ToInt64().code(), whole ? Code::kOk : Code::kInexact);
    for (Rounding mode : Modes()) {
      for (int scale = 0; scale < 5; ++scale) {
        ASSERT_TRUE(Same(Round(a, scale, mode), RoundedResult(x, scale, mode)))
            << oracle::Show(a) << ' ' << scale << ' ' << Name(mode);
      }
      for (std::int64_t unit : {1, 2, 3, 10}) {
        ASSERT_TRUE(Same(ToMoney(a, mode, unit), RoundedResult(x / Rational(unit), 0, mode), unit))
            << oracle::Show(a) << ' ' << unit << ' ' << Name(mode);
      }
    }
  }
}

TEST(SmallDomain, QuotientsAndRatesRoundOnce) {
  for (const Decimal& a : Domain(12, 3)) {
    for (const Decimal& b : Domain(12, 3)) {
      if (b.is_zero()) continue;
      const Rational x = Value(a);
      const Rational y = Value(b);
      const Rational percent = x * Rational(100) / y;
      const Rational change = (x - y) * Rational(100) / y;
      for (Rounding mode : Modes()) {
        for (int scale = 0; scale < 4; ++scale) {
          const auto what = [&] {
            return oracle::Show(a) + " and " + oracle::Show(b) + ' ' + std::to_string(scale) + ' ' +
                   std::string(Name(mode));
          };
          ASSERT_TRUE(Same(Divide(a, b, scale, mode), RoundedResult(x / y, scale, mode))) << what();
          const Answer as_percent = RoundedResult(percent, scale, mode);
          ASSERT_TRUE(Same(Percent(a, b, scale, mode), as_percent)) << what();
          ASSERT_TRUE(Same(internal::PercentAny(a, b, scale, mode), as_percent)) << what();
          const Answer as_change = RoundedResult(change, scale, mode);
          ASSERT_TRUE(Same(ChangePercent(b, a, scale, mode), as_change)) << what();
          ASSERT_TRUE(Same(internal::ChangePercentAny(b, a, scale, mode), as_change)) << what();
          if (a.scale() == 0 && b.scale() == 0) {
            const Money m(a.ToInt64().value());
            const Money n(b.ToInt64().value());
            ASSERT_TRUE(Same(Percent(m, n, scale, mode), as_percent)) << what();
            ASSERT_TRUE(Same(ChangePercent(n, m, scale, mode), as_change)) << what();
          }
        }
      }
    }
  }
}

TEST(SmallDomain, ProductsDividedRoundOnce) {
  for (const Decimal& a : Domain(5, 2)) {
    for (const Decimal& b : Domain(4, 2)) {
      for (const Decimal& c : Domain(7, 2)) {
        if (c.is_zero()) continue;
        const Rational exact = Value(a) * Value(b) / Value(c);
        for (Rounding mode : Modes()) {
          for (int scale = 0; scale < 4; ++scale) {
            const Answer expected = RoundedResult(exact, scale, mode);
            ASSERT_TRUE(Same(MulDiv(a, b, c, scale, mode), expected))
                << oracle::Show(a) << " × " << oracle::Show(b) << " ÷ " << oracle::Show(c);
            ASSERT_TRUE(Same(internal::MulDivAny(a, b, c, scale, mode), expected));
          }
        }
      }
    }
  }
}

TEST(SmallDomain, AmountsAreRoundedOnce) {
  for (Rounding mode : Modes()) {
    for (std::int64_t a = -40; a <= 40; ++a) {
      for (std::int64_t b = -6; b <= 6; ++b) {
        ASSERT_EQ(Add(Money(a), Money(b))->minor(), a + b);
        ASSERT_EQ(Subtract(Money(a), Money(b))->minor(), a - b);
        ASSERT_EQ(Multiply(Money(a), b)->minor(), a * b);
        ASSERT_EQ(internal::MultiplyAny(Money(a), b)->minor(), a * b);
        for (std::int64_t c = -9; c <= 9; ++c) {
          if (c == 0) continue;
          const Answer expected = RoundedResult(Rational(a * b, c), 0, mode);
          ASSERT_TRUE(Same(MulDiv(Money(a), b, c, mode), expected)) << a << ' ' << b << ' ' << c;
          ASSERT_TRUE(Same(internal::MulDivAny(Money(a), b, c, mode), expected));
        }
        for (std::int64_t unit = 1; unit <= 6; ++unit) {
          for (int scale = 0; scale < 3; ++scale) {
            const Answer expected =
                RoundedResult(Rational(a * b * 3, oracle::Ten(scale) * unit), 0, mode);
            ASSERT_TRUE(Same(Extend({a, scale}, b, 3, unit, mode), expected, unit))
                << a << ' ' << b << ' ' << unit << ' ' << scale;
            ASSERT_TRUE(Same(internal::ExtendAny({a, scale}, b, 3, unit, mode), expected, unit));
          }
        }
      }
      for (std::int64_t unit = 1; unit <= 12; ++unit) {
        const Answer expected = RoundedResult(Rational(a, unit), 0, mode);
        ASSERT_TRUE(Same(Round(Money(a), unit, mode), expected, unit)) << a << ' ' << unit;
        ASSERT_TRUE(Same(internal::RoundAny(Money(a), unit, mode), expected, unit));
      }
    }
  }
}

TEST(SmallDomain, ASetOfRoundingsHoldsExactlyThoseThatGiveTheFigure) {
  for (const Decimal& a : Domain(12, 2)) {
    for (const Decimal& b : Domain(7, 2)) {
      if (b.is_zero()) continue;
      const Rational quotient = Value(a) / Value(b);
      const Rational change = (Value(a) - Value(b)) * Rational(100) / Value(b);
      for (int scale = 0; scale < 2; ++scale) {
        for (std::int64_t step = -3; step <= 3; ++step) {
          // Figures printed around the exact one.
          const auto around = [&](const Rational& exact) {
            const oracle::Whole floor = oracle::Floor(exact * Rational(oracle::Ten(scale)));
            return oracle::MakeDecimal(floor + step, scale);
          };
          const auto expected = [&](const Rational& exact, const Decimal& printed) {
            RoundingSet set;
            for (Rounding mode : RoundingSet::All()) {
              const Answer answer = RoundedResult(exact, scale, mode);
              if (SameRepresentation(answer.value, printed)) set.insert(mode);
            }
            return set;
          };
          Decimal printed = around(quotient);
          ASSERT_EQ(ConsistentRoundings(a, b, printed), expected(quotient, printed));
          if (b.scale() == 0 && b.sign() > 0) {
            ASSERT_EQ(ConsistentUnitRoundings(a, b.ToInt64().value(), printed),
                      expected(quotient, printed));
          }
          printed = around(quotient * Rational(100));
          ASSERT_EQ(ConsistentPercentRoundings(a, b, printed),
                    expected(quotient * Rational(100), printed));
          printed = around(change);
          ASSERT_EQ(ConsistentChangeRoundings(b, a, printed), expected(change, printed));
        }
      }
    }
  }
}

}  // namespace
}  // namespace yesan
