/// @file
/// Arithmetic that fits int64: the paths that the figures of a budget nearly always take. Not part of the interface;
/// decimal.h, money.h and ratio.h include it so that a compiler can see through them.
#pragma once

#include <cstdint>

#include "yesan/money/rounding.h"

namespace yesan::internal {

/// 10^0 … 10^18.
inline constexpr std::int64_t kSmallPowersOfTen[19] = {1,
                                                       10,
                                                       100,
                                                       1000,
                                                       10000,
                                                       100000,
                                                       1000000,
                                                       10000000,
                                                       100000000,
                                                       1000000000,
                                                       10000000000,
                                                       100000000000,
                                                       1000000000000,
                                                       10000000000000,
                                                       100000000000000,
                                                       1000000000000000,
                                                       10000000000000000,
                                                       100000000000000000,
                                                       1000000000000000000};

/// Whether −2^bits ≤ value < 2^bits, for bits in [0, 62].
[[nodiscard]] constexpr bool Within(std::int64_t value, int bits) noexcept {
  return static_cast<std::uint64_t>(value) + (std::uint64_t{1} << bits) <
         (std::uint64_t{2} << bits);
}

/// Whether a × b surely lies within ±2^62: two factors of up to 31 bits, or one of 50 and one of 12. Some products that
/// would fit are turned away, to where any product is taken.
[[nodiscard]] constexpr bool SurelyFits(std::int64_t a, std::int64_t b) noexcept {
  return (Within(a, 31) && Within(b, 31)) || (Within(a, 50) && Within(b, 12));
}

/// a + b, or false when it does not fit.
[[nodiscard]] constexpr bool AddSmall(std::int64_t a, std::int64_t b, std::int64_t& sum) noexcept {
  const std::uint64_t wrapped = static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b);
  sum = static_cast<std::int64_t>(wrapped);
  return (((static_cast<std::uint64_t>(a) ^ wrapped) & (static_cast<std::uint64_t>(b) ^ wrapped)) >>
          63) == 0;
}

/// a − b, or false when it does not fit.
[[nodiscard]] constexpr bool SubtractSmall(std::int64_t a, std::int64_t b,
                                           std::int64_t& difference) noexcept {
  const std::uint64_t wrapped = static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
  difference = static_cast<std::int64_t>(wrapped);
  return (((static_cast<std::uint64_t>(a) ^ static_cast<std::uint64_t>(b)) &
           (static_cast<std::uint64_t>(a) ^ wrapped)) >>
          63) == 0;
}

/// What is added to a magnitude before it is divided and cut, so that the quotient comes out rounded: with rest r < d,
/// (r + bias) ≥ d says that r ≥ d ÷ 2 for kHalfUp, r > d ÷ 2 for kHalfDown, r > 0 for a mode that moves away from zero.
/// kHalfEven is given the bias of kHalfUp, and has its ties seen to afterwards.
[[nodiscard]] constexpr std::uint64_t Bias(std::uint64_t denominator, bool negative,
                                           Rounding rounding) noexcept {
  switch (rounding) {
    case Rounding::kUp:
      return denominator - 1;
    case Rounding::kCeiling:
      return negative ? 0 : denominator - 1;
    case Rounding::kFloor:
      return negative ? denominator - 1 : 0;
    case Rounding::kHalfUp:
    case Rounding::kHalfEven:
      return denominator / 2;
    case Rounding::kHalfDown:
      return (denominator - 1) / 2;
    case Rounding::kDown:
    case Rounding::kUnnecessary:
      break;
  }
  return 0;
}

/// numerator ÷ denominator to a whole number, or false when kUnnecessary would lose a digit.
/// @pre denominator > 0, rounding is valid
[[nodiscard]] constexpr bool DivideSmall(std::int64_t numerator, std::int64_t denominator,
                                         Rounding rounding, std::int64_t& quotient) noexcept {
  // The signs of changes are as good as random, and a wrong guess costs more than the division: no branch on them.
  const bool negative = numerator < 0;
  const std::uint64_t sign =
      std::uint64_t{0} - static_cast<std::uint64_t>(negative);  // all ones, or zero
  const auto divisor = static_cast<std::uint64_t>(denominator);
  const std::uint64_t magnitude = (static_cast<std::uint64_t>(numerator) ^ sign) - sign;
  const std::uint64_t biased = magnitude + Bias(divisor, negative, rounding);  // below 2^64
  std::uint64_t whole = biased / divisor;
  if (rounding == Rounding::kHalfEven && divisor % 2 == 0 && whole * divisor == biased)
    whole -= whole & 1;
  if (rounding == Rounding::kUnnecessary && whole * divisor != magnitude) return false;
  quotient = static_cast<std::int64_t>((whole ^ sign) - sign);
  return true;
}

}  // namespace yesan::internal
