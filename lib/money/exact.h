/// @file
/// What the arithmetic of module money is made of: magnitudes, one rounding, one wide type. Private.
///
/// Everything works on a magnitude and a sign. A quotient is one whole division of wide integers followed by one
/// decision, so no digit is lost before the rounding that the caller named.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>

#include "lib/base/wide.h"
#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/rounding.h"

namespace yesan::internal {

/// Wide enough for any intermediate of module money. The widest are |b − a| × 100 × 10^e ÷ a of two decimals and
/// a × b × 10^e ÷ c: at most 76 digits for the product, 2 for the percent and e ≤ 38 + 38, together 154 digits or 512
/// bits; rounding looks at twice a remainder. Nothing here comes near 1024 bits.
using Wide = boost::multiprecision::uint1024_t;

/// 10^38 − 1, the largest magnitude of a coefficient.
inline constexpr Uint128 kMaxCoefficient = PowerOfTen(38) - Uint128(1);

/// @pre magnitude ≤ kMaxCoefficient, 0 ≤ scale ≤ 38
[[nodiscard]] constexpr Decimal MakeDecimal(bool negative, Uint128 magnitude,
                                            std::int32_t scale) noexcept {
  const Uint128 bits = negative ? Uint128(0) - magnitude : magnitude;
  return DecimalAccess::FromParts(Low(bits), static_cast<std::int64_t>(High(bits)), scale);
}

/// |coefficient|.
[[nodiscard]] constexpr Uint128 Magnitude(const Decimal& a) noexcept {
  const Uint128 bits = MakeUint128(static_cast<std::uint64_t>(a.hi()), a.lo());
  return a.hi() < 0 ? Uint128(0) - bits : bits;
}
[[nodiscard]] constexpr std::uint64_t Magnitude(std::int64_t a) noexcept {
  return a < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(a) : static_cast<std::uint64_t>(a);
}

[[nodiscard]] inline Wide Widen(Uint128 value) { return (Wide(High(value)) << 64) | Low(value); }
/// @pre value < 2^128
[[nodiscard]] inline Uint128 Narrow(const Wide& value) {
  return MakeUint128(static_cast<std::uint64_t>(value >> 64),
                     static_cast<std::uint64_t>(value & Wide(~std::uint64_t{0})));
}
/// 10^exponent. @pre 0 ≤ exponent ≤ 154
[[nodiscard]] Wide WidePowerOfTen(int exponent);

/// A magnitude after rounding, or why there is none.
struct Rounded {
  Uint128 magnitude;
  Code code;  ///< kOk, kInexact, or kOverflow (more than 38 digits)
};

/// −1, 0 or 1 as twice the remainder is less than, equal to or more than the divisor. @pre remainder < divisor
template <class T>
[[nodiscard]] constexpr int CompareHalf(const T& remainder, const T& divisor) noexcept {
  const T rest = divisor - remainder;  // not 2 × remainder, which could wrap
  return remainder < rest ? -1 : (rest < remainder ? 1 : 0);
}

/// numerator ÷ denominator to a whole number. @pre denominator is not zero, rounding is valid
[[nodiscard]] Rounded RoundQuotient(Uint128 numerator, Uint128 denominator, bool negative,
                                    Rounding rounding) noexcept;
[[nodiscard]] Rounded RoundQuotient(const Wide& numerator, const Wide& denominator, bool negative,
                                    Rounding rounding);

/// The modes that round numerator ÷ denominator to `printed`, all three magnitudes with their signs.
[[nodiscard]] RoundingSet RoundingsThatGive(const Wide& numerator, const Wide& denominator,
                                            bool negative, const Wide& printed,
                                            bool printed_negative);

/// The refusals that come before any arithmetic, in the order that Decimal promises; kOk when there are none.
[[nodiscard]] constexpr Code CheckScaleAndRounding(std::int32_t scale, Rounding rounding) noexcept {
  if (!IsValid(rounding)) return Code::kInvalidArgument;
  if (scale < 0 || scale > Decimal::kMaxScale) return Code::kOutOfRange;
  return Code::kOk;
}

}  // namespace yesan::internal
