#include "yesan/money/allocate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "tests/oracle/rational.h"

namespace yesan {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

using Amounts = std::vector<std::int64_t>;
using Whole = oracle::Whole;

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

Amounts Minor(const std::vector<Money>& shares) {
  Amounts out;
  for (Money share : shares) out.push_back(share.minor());
  return out;
}

Amounts Shares(std::int64_t total, const Amounts& weights) {
  std::vector<Money> shares(weights.size());
  const Result<void> done = Allocate(Money(total), weights.data(), weights.size(), shares.data());
  EXPECT_TRUE(done.ok());
  return Minor(shares);
}

// The definition, step by step.
std::vector<Whole> Model(const Whole& total, const std::vector<Whole>& weights) {
  const Whole magnitude = abs(total);
  Whole sum = 0;
  for (const Whole& weight : weights) sum += weight;
  std::vector<Whole> shares;
  std::vector<oracle::Rational> cut;
  Whole left = magnitude;
  for (const Whole& weight : weights) {
    const oracle::Rational exact(magnitude * weight, sum);
    shares.push_back(oracle::Floor(exact));
    cut.push_back(exact - oracle::Rational(shares.back()));
    left -= shares.back();
  }
  for (; left > 0; --left) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < cut.size(); ++i) {
      if (cut[best] < cut[i]) best = i;
    }
    ++shares[best];
    cut[best] = oracle::Rational(-1);  // served
  }
  if (total < 0) {
    for (Whole& share : shares) share = -share;
  }
  return shares;
}

TEST(Allocate, GivesWhatIsLeftToTheLargestFractions) {
  EXPECT_EQ(Shares(100, {1, 1, 1}), (Amounts{34, 33, 33}));
  EXPECT_EQ(Shares(10, {3, 3, 4}), (Amounts{3, 3, 4}));
  EXPECT_EQ(Shares(10, {1, 2, 4}), (Amounts{1, 3, 6}));  // 1.43, 2.86, 5.71
  EXPECT_EQ(Shares(7, {5}), (Amounts{7}));
}

TEST(Allocate, ServesEqualFractionsInOrderOfIndex) {
  EXPECT_EQ(Shares(2, {1, 1, 1, 1}), (Amounts{1, 1, 0, 0}));
  EXPECT_EQ(Shares(1, {5, 5}), (Amounts{1, 0}));
}

TEST(Allocate, MirrorsANegativeTotal) {
  EXPECT_EQ(Shares(-100, {1, 1, 1}), (Amounts{-34, -33, -33}));
  EXPECT_EQ(Shares(kLeast, {1}), (Amounts{kLeast}));
  EXPECT_EQ(Shares(kLeast, {1, 1}), (Amounts{kLeast / 2, kLeast / 2}));
  EXPECT_EQ(Shares(0, {1, 2}), (Amounts{0, 0}));
}

TEST(Allocate, GivesNothingToAWeightOfZero) {
  EXPECT_EQ(Shares(101, {0, 1, 0, 1}), (Amounts{0, 51, 0, 50}));
}

TEST(Allocate, HoldsProductsWiderThanInt64) {
  EXPECT_EQ(Shares(kGreatest, {kGreatest, kGreatest}), (Amounts{kGreatest / 2 + 1, kGreatest / 2}));
  EXPECT_EQ(Shares(kGreatest, {1, kGreatest}), (Amounts{1, kGreatest - 1}));
}

TEST(Allocate, RefusesWeightsThatShareNothing) {
  const std::int64_t weights[] = {0, 0};
  const std::int64_t negative[] = {1, 5, -1};
  std::vector<Money> shares(3, Money(77));
  EXPECT_EQ(Allocate(Money(5), weights, 2, shares.data()).code(), Code::kDivisionByZero);
  EXPECT_EQ(Allocate(Money(0), weights, 2, shares.data()).code(), Code::kDivisionByZero);
  EXPECT_EQ(Allocate(Money(5), weights, 0, shares.data()).code(), Code::kInvalidArgument);
  EXPECT_EQ(Allocate(Money(5), weights, 2, nullptr).code(), Code::kInvalidArgument);
  EXPECT_EQ(Allocate(Money(5), static_cast<const std::int64_t*>(nullptr), 2, shares.data()).code(),
            Code::kInvalidArgument);
  const Result<void> refused = Allocate(Money(5), negative, 3, shares.data());
  EXPECT_EQ(refused.code(), Code::kOutOfRange);
  EXPECT_EQ(refused.error().row(), 2);
  EXPECT_EQ(Minor(shares), (Amounts{77, 77, 77}));
}

TEST(Allocate, RefusesDecimalWeightsThatShareNothing) {
  const Decimal zeros[] = {D("0"), D("0.00")};
  const Decimal negative[] = {D("-0.1"), D("5")};
  std::vector<Money> shares(2, Money(77));
  Decimal decimals[2] = {D("77"), D("77")};
  EXPECT_EQ(Allocate(Money(5), zeros, 2, shares.data()).code(), Code::kDivisionByZero);
  EXPECT_EQ(Allocate(Money(5), negative, 2, shares.data()).error().row(), 0);
  EXPECT_EQ(Allocate(D("5"), zeros, 2, decimals).code(), Code::kDivisionByZero);
  EXPECT_EQ(Allocate(D("5"), negative, 2, decimals).code(), Code::kOutOfRange);
  EXPECT_EQ(Allocate(D("5"), zeros, 0, decimals).code(), Code::kInvalidArgument);
  EXPECT_EQ(Allocate(D("5"), zeros, 2, nullptr).code(), Code::kInvalidArgument);
  EXPECT_EQ(decimals[0].ToString() + decimals[1].ToString(), "7777");
}

TEST(Allocate, MayWriteOverItsWeights) {
  std::vector<Money> amounts{Money(1), Money(2), Money(4)};
  ASSERT_TRUE(Allocate(Money(10), amounts.data(), 3, amounts.data()).ok());
  EXPECT_EQ(Minor(amounts), (Amounts{1, 3, 6}));
  std::vector<Decimal> decimals{D("1"), D("2"), D("4")};
  ASSERT_TRUE(Allocate(D("10"), decimals.data(), 3, decimals.data()).ok());
  EXPECT_EQ(decimals[2].ToString(), "6");
}

TEST(AllocateInUnits, SharesInThousandsAndRefusesOddWon) {
  const Amounts weights{1, 1, 1};
  std::vector<Money> shares(3, Money(77));
  ASSERT_TRUE(AllocateInUnits(Money(-100000), 1000, weights.data(), 3, shares.data()).ok());
  EXPECT_EQ(Minor(shares), (Amounts{-34000, -33000, -33000}));
  EXPECT_EQ(AllocateInUnits(Money(100001), 1000, weights.data(), 3, shares.data()).code(),
            Code::kInexact);
  EXPECT_EQ(AllocateInUnits(Money(100000), 0, weights.data(), 3, shares.data()).code(),
            Code::kOutOfRange);
  const Money money_weights[] = {Money(2), Money(1)};
  ASSERT_TRUE(AllocateInUnits(Money(10000), 1000, money_weights, 2, shares.data()).ok());
  EXPECT_EQ(shares[0], Money(7000));
  const Decimal rates[] = {D("66.67"), D("33.33")};
  ASSERT_TRUE(AllocateInUnits(Money(10000), 1000, rates, 2, shares.data()).ok());
  EXPECT_EQ(shares[0], Money(7000));
}

TEST(Allocate, SharesDecimalsAtTheScaleOfTheTotal) {
  const Decimal weights[] = {D("1"), D("1.0"), D("1.00")};
  Decimal shares[3];
  ASSERT_TRUE(Allocate(D("1.00"), weights, 3, shares).ok());
  EXPECT_EQ(shares[0].ToString() + ' ' + shares[1].ToString() + ' ' + shares[2].ToString(),
            "0.34 0.33 0.33");
  ASSERT_TRUE(Allocate(D("-0.01"), weights, 3, shares).ok());
  EXPECT_EQ(shares[0].ToString() + ' ' + shares[1].ToString(), "-0.01 0.00");
  const std::string nines(38, '9');
  ASSERT_TRUE(Allocate(D(nines), weights, 3, shares).ok());
  EXPECT_EQ(shares[2].ToString(), std::string(38, '3'));
}

// Every total in [−12, 12] over every four weights in [0, 3].
TEST(Allocate, AgreesWithItsDefinitionOverASmallDomain) {
  for (int code = 1; code < 256; ++code) {
    const Amounts weights{code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6};
    const std::vector<Whole> wide(weights.begin(), weights.end());
    for (int total = -12; total <= 12; ++total) {
      const Amounts shares = Shares(total, weights);
      ASSERT_EQ(std::vector<Whole>(shares.begin(), shares.end()), Model(total, wide));
    }
  }
}

TEST(Allocate, AgreesWithItsDefinitionOverTheWholeRange) {
  std::mt19937_64 random(307);
  for (int round = 0; round < 3000; ++round) {
    const auto any = [&](int bits) { return static_cast<std::int64_t>(random() >> (64 - bits)); };
    const int bits = 1 + static_cast<int>(random() % 63);
    Amounts weights(1 + random() % (round % 50 == 0 ? 200 : 12));
    for (std::int64_t& weight : weights) weight = any(bits);
    weights[0] += weights[0] == 0;
    std::int64_t total = any(1 + static_cast<int>(random() % 63));
    if (random() % 2 == 0) total = -total - 1;
    const Amounts shares = Shares(total, weights);
    const std::vector<Whole> expected =
        Model(total, std::vector<Whole>(weights.begin(), weights.end()));
    ASSERT_EQ(std::vector<Whole>(shares.begin(), shares.end()), expected);
    ASSERT_EQ(std::accumulate(expected.begin(), expected.end(), Whole(0)), total);
  }
}

TEST(Allocate, AgreesWithItsDefinitionOver38Digits) {
  std::mt19937_64 random(38);
  const auto any = [&](int scale) {
    Whole digits = 0;
    for (int n = 1 + static_cast<int>(random() % 38); n > 0; --n)
      digits = digits * 10 + random() % 10;
    return oracle::MakeDecimal(digits, scale);
  };
  for (int round = 0; round < 3000; ++round) {
    const bool mixed = round % 2 == 0;
    std::vector<Decimal> weights;
    std::vector<Whole> aligned;
    const std::size_t count = 1 + random() % 8;
    for (std::size_t i = 0; i < count; ++i) {
      weights.push_back(any(mixed ? static_cast<int>(random() % 39) : 2));
      if (weights[0].is_zero()) weights[0] = D("1");
      aligned.push_back(oracle::Coefficient(weights[i]) * oracle::Ten(38 - weights[i].scale()));
    }
    Decimal total = any(static_cast<int>(random() % 39));
    if (random() % 2 == 0) total = Negate(total);
    std::vector<Decimal> shares(count);
    ASSERT_TRUE(Allocate(total, weights.data(), count, shares.data()).ok());
    const std::vector<Whole> expected = Model(oracle::Coefficient(total), aligned);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(oracle::Coefficient(shares[i]), expected[i]);
      ASSERT_EQ(shares[i].scale(), total.scale());
    }
    // The same weights over an amount of money.
    const auto won = static_cast<std::int64_t>(random());
    std::vector<Money> money(count);
    ASSERT_TRUE(Allocate(Money(won), weights.data(), count, money.data()).ok());
    const std::vector<Whole> in_won = Model(won, aligned);
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(Whole(money[i].minor()), in_won[i]);
  }
}

}  // namespace
}  // namespace yesan
