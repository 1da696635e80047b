#include "lib/base/wide.h"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <random>

namespace yesan::internal {
namespace {

using Big = boost::multiprecision::uint256_t;

const Big k2To128 = Big(1) << 128;

Big ToBig(TwoLimbs value) { return (Big(value.hi()) << 64) | value.lo(); }
#if YESAN_HAS_INT128
Big ToBig(Uint128 value) { return (Big(High(value)) << 64) | Low(value); }
#endif

// Limbs of every width, and many that are nearly a power of two, where carries and guesses go wrong.
class Limbs {
 public:
  std::uint64_t Limb() {
    const int shift = static_cast<int>(random_() % 64);
    switch (random_() % 5) {
      case 0:
        return ~std::uint64_t{0} >> shift;
      case 1:
        return std::uint64_t{1} << shift;
      case 2:
        return (std::uint64_t{1} << shift) - 1 + random_() % 3;
      default:
        return random_() >> shift;
    }
  }
  TwoLimbs Two() { return TwoLimbs::Make(random_() % 3 == 0 ? 0 : Limb(), Limb()); }
  int Shift() { return static_cast<int>(random_() % 128); }

 private:
  std::mt19937_64 random_{128};
};

TEST(TwoLimbs, ComputeWhatAWiderTypeComputes) {
  Limbs limbs;
  for (int i = 0; i < 300000; ++i) {
    const TwoLimbs a = limbs.Two();
    const TwoLimbs b = limbs.Two();
    const Big wide_a = ToBig(a);
    const Big wide_b = ToBig(b);
    ASSERT_EQ(ToBig(a + b), (wide_a + wide_b) % k2To128);
    ASSERT_EQ(ToBig(a - b), (wide_a + k2To128 - wide_b) % k2To128);
    ASSERT_EQ(ToBig(a * b), (wide_a * wide_b) % k2To128);
    const int shift = limbs.Shift();
    ASSERT_EQ(ToBig(a << shift), (wide_a << shift) % k2To128);
    ASSERT_EQ(ToBig(a >> shift), wide_a >> shift);
    ASSERT_EQ(a < b, wide_a < wide_b);
    ASSERT_EQ(a <= b, wide_a <= wide_b);
    ASSERT_EQ(a > b, wide_a > wide_b);
    ASSERT_EQ(a >= b, wide_a >= wide_b);
    ASSERT_EQ(a == b, wide_a == wide_b);
    ASSERT_EQ(a != b, wide_a != wide_b);
    if (b == TwoLimbs()) continue;
    TwoLimbs remainder;
    ASSERT_EQ(ToBig(TwoLimbs::Divide(a, b, remainder)), wide_a / wide_b) << wide_a << ' ' << wide_b;
    ASSERT_EQ(ToBig(remainder), wide_a % wide_b) << wide_a << ' ' << wide_b;
    ASSERT_EQ(ToBig(a / b), wide_a / wide_b);
    ASSERT_EQ(ToBig(a % b), wide_a % wide_b);
  }
}

TEST(TwoLimbs, DivideWhatIsJustBelowAndAboveAMultiple) {
  Limbs limbs;
  for (int i = 0; i < 300000; ++i) {
    const TwoLimbs divisor = limbs.Two();
    if (divisor == TwoLimbs()) continue;
    const TwoLimbs product = divisor * TwoLimbs(limbs.Limb());
    for (const TwoLimbs& dividend : {product, product - TwoLimbs(1), product + TwoLimbs(1)}) {
      TwoLimbs remainder;
      const TwoLimbs quotient = TwoLimbs::Divide(dividend, divisor, remainder);
      ASSERT_EQ(ToBig(quotient), ToBig(dividend) / ToBig(divisor));
      ASSERT_EQ(ToBig(remainder), ToBig(dividend) % ToBig(divisor));
    }
  }
}

TEST(MultiplyPortably, IsTheFullProduct) {
  Limbs limbs;
  for (int i = 0; i < 300000; ++i) {
    const std::uint64_t a = limbs.Limb();
    const std::uint64_t b = limbs.Limb();
    const Product64 product = MultiplyPortably(a, b);
    ASSERT_EQ((Big(product.hi) << 64) | product.lo, Big(a) * b);
    ASSERT_EQ(ToBig(MultiplyFull(a, b)), Big(a) * b);
  }
}

TEST(MultiplyChecked, KnowsWhatNeedsMoreThan128Bits) {
  Limbs limbs;
  for (int i = 0; i < 300000; ++i) {
    const TwoLimbs a = limbs.Two();
    const TwoLimbs b = limbs.Two();
    Uint128 product = 0;
    const bool fits =
        MultiplyChecked(MakeUint128(a.hi(), a.lo()), MakeUint128(b.hi(), b.lo()), product);
    const Big wide = ToBig(a) * ToBig(b);
    ASSERT_EQ(fits, wide < k2To128) << ToBig(a) << ' ' << ToBig(b);
    if (fits) {
      ASSERT_EQ(ToBig(product), wide);
    }
  }
}

TEST(PowersOfTen, AreAll39ThatFit128Bits) {
  Big power = 1;
  for (int exponent = 0; exponent <= 38; ++exponent, power *= 10) {
    EXPECT_EQ(ToBig(PowerOfTen(exponent)), power);
  }
  EXPECT_GE(power, k2To128);
}

TEST(CountLeadingZeros, IsRightAtEveryBit) {
  for (int bit = 0; bit < 64; ++bit) {
    EXPECT_EQ(CountLeadingZeros(std::uint64_t{1} << bit), 63 - bit);
    EXPECT_EQ(CountLeadingZeros(~std::uint64_t{0} >> (63 - bit)), 63 - bit);
  }
}

}  // namespace
}  // namespace yesan::internal
