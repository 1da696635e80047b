/// @file
/// Amounts of money: what was voted or paid, in whole minor units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/rounding.h"
#include "yesan/money/small.h"

namespace yesan {

/// An amount of money: a whole number of the currency's minor unit, which is the won (원) for KRW. The closed range is
/// that of int64: up to ±9.2 × 10^18 won, a hundred thousand times the yearly budget of the Republic.
///
/// A Money does not convert from `double`, `bool` or `uint64_t` (it does not compile), nor to anything. Unit prices
/// with fractions of a won, quantities and rates are Decimal; the figure becomes Money by a named rounding.
///
/// What the functions below can refuse with: Code::kOverflow (the result does not fit int64), Code::kInexact
/// (Rounding::kUnnecessary was named and something would be lost), Code::kDivisionByZero, Code::kOutOfRange (a unit
/// below 1), Code::kInvalidArgument (a number that is no Rounding).
class Money {
 public:
  /// Zero.
  constexpr Money() noexcept = default;
  /// So many minor units. Any integer type whose every value fits int64 is taken.
  template <class T,
            std::enable_if_t<std::is_arithmetic_v<T> && !internal::kLosesDigits<T>, int> = 0>
  explicit constexpr Money(T minor) noexcept : minor_(minor) {}
  /// Not from `double`, `bool`, `uint64_t` or anything else that could lose a digit.
  template <class T, std::enable_if_t<internal::kLosesDigits<T>, long> = 0>
  explicit Money(T) = delete;

  /// The amount in minor units (won).
  [[nodiscard]] constexpr std::int64_t minor() const noexcept { return minor_; }
  /// −1, 0 or 1.
  [[nodiscard]] constexpr int sign() const noexcept {
    return minor_ < 0 ? -1 : (minor_ > 0 ? 1 : 0);
  }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return minor_ == 0; }

  friend constexpr bool operator==(Money a, Money b) noexcept { return a.minor_ == b.minor_; }
  friend constexpr bool operator!=(Money a, Money b) noexcept { return a.minor_ != b.minor_; }
  friend constexpr bool operator<(Money a, Money b) noexcept { return a.minor_ < b.minor_; }
  friend constexpr bool operator<=(Money a, Money b) noexcept { return a.minor_ <= b.minor_; }
  friend constexpr bool operator>(Money a, Money b) noexcept { return a.minor_ > b.minor_; }
  friend constexpr bool operator>=(Money a, Money b) noexcept { return a.minor_ >= b.minor_; }

 private:
  std::int64_t minor_ = 0;
};

/// a + b; kOverflow outside int64.
[[nodiscard]] inline Result<Money> Add(Money a, Money b);
/// a − b; kOverflow outside int64.
[[nodiscard]] inline Result<Money> Subtract(Money a, Money b);
/// −a; kOverflow for the least int64, whose negative does not exist.
[[nodiscard]] inline Result<Money> Negate(Money a);
/// |a|; kOverflow for the least int64.
[[nodiscard]] inline Result<Money> Abs(Money a);
/// a × factor, exactly; kOverflow outside int64.
[[nodiscard]] inline Result<Money> Multiply(Money a, std::int64_t factor);
/// Not by a `double`, `bool` or `uint64_t`: half an amount is MulDiv(a, 1, 2, rounding).
template <class T, std::enable_if_t<internal::kLosesDigits<T>, int> = 0>
Result<Money> Multiply(Money, T) = delete;

/// a × multiplier ÷ divisor in whole minor units, rounded once from the exact value:
/// MulDiv(264,663,000원, 4, 12, kHalfUp) = 88,221,000원. The product may be wider than int64.
[[nodiscard]] inline Result<Money> MulDiv(Money a, std::int64_t multiplier, std::int64_t divisor,
                                          Rounding rounding);
/// Not by a `double`, `bool` or `uint64_t`: a factor of 0.03 is a Decimal, as below.
template <class T, class U,
          std::enable_if_t<internal::kLosesDigits<T> || internal::kLosesDigits<U>, int> = 0>
Result<Money> MulDiv(Money, T, U, Rounding) = delete;
/// a × factor in whole minor units, rounded once: MulDiv(1,470,000,000원, 0.03, kHalfUp) = 44,100,000원.
[[nodiscard]] Result<Money> MulDiv(Money a, const Decimal& factor, Rounding rounding);
/// a × multiplier ÷ divisor with exact decimals, rounded once.
[[nodiscard]] Result<Money> MulDiv(Money a, const Decimal& multiplier, const Decimal& divisor,
                                   Rounding rounding);

/// a to a whole multiple of `unit` minor units: Round(1,234,567원, 1000, kDown) = 1,234,000원 (천원 미만 절사).
/// The result is still in won. kOutOfRange for a unit below 1.
[[nodiscard]] inline Result<Money> Round(Money a, std::int64_t unit, Rounding rounding);
/// Not to a unit that is a `double`, `bool` or `uint64_t`.
template <class T, std::enable_if_t<internal::kLosesDigits<T>, int> = 0>
Result<Money> Round(Money, T, Rounding) = delete;

/// A price per piece that has a fraction of the minor unit: coefficient × 10^−scale won, scale in the closed range
/// [0, 18]. 12,345.67 won is {1234567, 2}. For prices beyond int64 there is Decimal.
struct UnitPrice {
  std::int64_t coefficient = 0;
  std::int32_t scale = 0;
};

/// price × quantity × times, rounded once to a whole multiple of `unit` won: a line of a cost basis (산출기초).
/// Extend({1160800, 0}, 19, 12, 1000, kHalfUp) = 264,662,000원 (1,160,800원 × 19명 × 12월 = 264,662,400원).
/// kOutOfRange for a scale outside [0, 18] or a unit below 1. Intermediates may be wider than int64.
[[nodiscard]] inline Result<Money> Extend(UnitPrice price, std::int64_t quantity,
                                          std::int64_t times, std::int64_t unit, Rounding rounding);
/// Not with a quantity, times or unit that is a `double`, `bool` or `uint64_t`.
template <class T, class U, class V,
          std::enable_if_t<internal::kLosesDigits<T> || internal::kLosesDigits<U> ||
                               internal::kLosesDigits<V>,
                           int> = 0>
Result<Money> Extend(UnitPrice, T, U, V, Rounding) = delete;

/// The amount as a Decimal of scale 0, in minor units; never refuses.
[[nodiscard]] constexpr Decimal ToDecimal(Money a) noexcept { return Decimal::FromInt(a.minor()); }
/// A value in minor units as Money, rounded once to a whole multiple of `unit`: ToMoney(1234.5, kHalfUp) = 1,235원.
[[nodiscard]] Result<Money> ToMoney(const Decimal& value, Rounding rounding, std::int64_t unit = 1);

// What follows is how, not what: see small.h.

namespace internal {

[[nodiscard]] Result<Money> MultiplyAny(Money a, std::int64_t factor);
[[nodiscard]] Result<Money> MulDivAny(Money a, std::int64_t multiplier, std::int64_t divisor,
                                      Rounding rounding);
[[nodiscard]] Result<Money> RoundAny(Money a, std::int64_t unit, Rounding rounding);
[[nodiscard]] Result<Money> ExtendAny(UnitPrice price, std::int64_t quantity, std::int64_t times,
                                      std::int64_t unit, Rounding rounding);

}  // namespace internal

inline Result<Money> Add(Money a, Money b) {
  std::int64_t sum = 0;
  if (!internal::AddSmall(a.minor(), b.minor(), sum)) return Error(Code::kOverflow);
  return Money(sum);
}

inline Result<Money> Subtract(Money a, Money b) {
  std::int64_t difference = 0;
  if (!internal::SubtractSmall(a.minor(), b.minor(), difference)) return Error(Code::kOverflow);
  return Money(difference);
}

inline Result<Money> Negate(Money a) { return Subtract(Money(), a); }

inline Result<Money> Abs(Money a) {
  if (a.minor() < 0) return Negate(a);
  return a;
}

inline Result<Money> Multiply(Money a, std::int64_t factor) {
  if (internal::SurelyFits(a.minor(), factor)) return Money(a.minor() * factor);
  return internal::MultiplyAny(a, factor);
}

inline Result<Money> MulDiv(Money a, std::int64_t multiplier, std::int64_t divisor,
                            Rounding rounding) {
  if (internal::SurelyFits(a.minor(), multiplier) && divisor > 0 && IsValid(rounding)) {
    std::int64_t quotient = 0;
    if (!internal::DivideSmall(a.minor() * multiplier, divisor, rounding, quotient))
      return Error(Code::kInexact);
    return Money(quotient);
  }
  return internal::MulDivAny(a, multiplier, divisor, rounding);
}

inline Result<Money> Round(Money a, std::int64_t unit, Rounding rounding) {
  // |rounded| < |a| + unit < 2^63.
  if (internal::Within(a.minor(), 62) && unit > 0 && internal::Within(unit, 62) &&
      IsValid(rounding)) {
    std::int64_t quotient = 0;
    if (!internal::DivideSmall(a.minor(), unit, rounding, quotient)) return Error(Code::kInexact);
    return Money(quotient * unit);
  }
  return internal::RoundAny(a, unit, rounding);
}

inline Result<Money> Extend(UnitPrice price, std::int64_t quantity, std::int64_t times,
                            std::int64_t unit, Rounding rounding) {
  if (price.scale >= 0 && price.scale <= 9 && unit > 0 && internal::Within(unit, 31) &&
      IsValid(rounding) && internal::SurelyFits(price.coefficient, quantity)) {
    const std::int64_t product = price.coefficient * quantity;
    if (internal::SurelyFits(product, times)) {
      std::int64_t quotient = 0;
      if (!internal::DivideSmall(product * times, unit * internal::kSmallPowersOfTen[price.scale],
                                 rounding, quotient)) {
        return Error(Code::kInexact);
      }
      return Money(quotient * unit);  // below 2^62 + 2^31
    }
  }
  return internal::ExtendAny(price, quantity, times, unit, rounding);
}

}  // namespace yesan
