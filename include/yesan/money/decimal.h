/// @file
/// Exact decimal numbers of up to 38 digits: prices, quantities, rates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "yesan/base/result.h"
#include "yesan/money/rounding.h"
#include "yesan/money/small.h"

namespace yesan {

class Decimal;

namespace internal {
struct DecimalAccess;

// Arithmetic types of which int64 does not hold every value: binary floats, uint64 and bool. Functions that take an
// int64 are deleted for them, so that no digit is lost on the way in.
template <class T>
inline constexpr bool kLosesDigits = std::is_arithmetic_v<T> &&
                                     (!std::is_integral_v<T> ||
                                      std::is_same_v<std::remove_cv_t<T>, bool> ||
                                      (std::is_unsigned_v<T> && sizeof(T) >= sizeof(std::int64_t)));
}  // namespace internal

/// An exact decimal number: coefficient × 10^−scale, with |coefficient| ≤ 10^38 − 1 and scale in the closed range
/// [0, 38]. `12.50` is coefficient 1250, scale 2.
///
/// There is no NaN, no infinity and no negative zero, and no conversion from or to `double`. Arithmetic is by the free
/// functions below; each either gives the exact result, or rounds once with the rounding that the caller names, or
/// refuses. There are no operators + − × ÷, because they would have nowhere to put a refusal.
///
/// Equality and order are by value: 1.0 == 1.00. How many digits a number carries (its scale) is kept for printing and
/// can be asked with SameRepresentation.
///
/// What every function can refuse with:
/// - Code::kOverflow — the exact (or the named rounding's) result does not fit 38 digits and 38 decimals;
/// - Code::kInexact — Rounding::kUnnecessary was named and a digit other than 0 would be lost;
/// - Code::kDivisionByZero — the divisor is zero;
/// - Code::kOutOfRange — a scale outside [0, 38];
/// - Code::kInvalidArgument — a number that is no Rounding.
/// When several apply, the first of kInvalidArgument, kOutOfRange, kDivisionByZero, kInexact, kOverflow is given.
class Decimal {
 public:
  static constexpr std::int32_t kMaxScale = 38;   ///< Most digits after the point.
  static constexpr std::int32_t kMaxDigits = 38;  ///< Most digits of the coefficient.

  /// Zero, with scale 0.
  constexpr Decimal() noexcept = default;

  /// A whole number; never refuses.
  [[nodiscard]] static constexpr Decimal FromInt(std::int64_t value) noexcept {
    return Decimal(static_cast<std::uint64_t>(value), -static_cast<std::int64_t>(value < 0), 0);
  }

  /// Not from `double`, `bool` or `uint64_t`.
  template <class T, std::enable_if_t<internal::kLosesDigits<T>, int> = 0>
  static Decimal FromInt(T) = delete;

  /// coefficient × 10^−scale: Make(1250, 2) is 12.50. Refuses a scale outside [0, 38] with kOutOfRange.
  [[nodiscard]] static Result<Decimal> Make(std::int64_t coefficient, std::int32_t scale) {
    if (scale < 0 || scale > kMaxScale) return Error(Code::kOutOfRange);
    return Decimal(static_cast<std::uint64_t>(coefficient),
                   -static_cast<std::int64_t>(coefficient < 0), scale);
  }

  /// Not from `double`, `bool` or `uint64_t`: Make(12.5, 0) does not compile.
  template <class T, std::enable_if_t<internal::kLosesDigits<T>, int> = 0>
  static Result<Decimal> Make(T, std::int32_t) = delete;

  /// From the two halves of a 128-bit two's complement coefficient, as the C API carries them. Refuses a scale outside
  /// [0, 38] with kOutOfRange and a coefficient of more than 38 digits with kOverflow.
  [[nodiscard]] static Result<Decimal> FromParts(std::uint64_t lo, std::int64_t hi,
                                                 std::int32_t scale);

  /// Reads `-?digits[.digits]`: ASCII digits, at least one on each side of a point; no sign but `-`, no exponent, no
  /// separators, no spaces. The digits after the point become the scale: `12.50` has scale 2. `-0` is 0. For figures as
  /// documents print them (commas, Δ, units) see money/amount.h.
  ///
  /// Refuses other text with kSyntax, and text with more than 38 decimals, or more than 38 digits
  /// after leading zeros, with kOverflow; the
  /// error's place names the first column (1-based) that cannot stand, and its message says what was expected there.
  [[nodiscard]] static Result<Decimal> Parse(std::string_view text);

  /// Plain digits with exactly scale() decimals: `-12.50`, `0.000`. Parse reads it back to the same representation.
  [[nodiscard]] std::string ToString() const;

  /// Digits after the point, [0, 38].
  [[nodiscard]] constexpr std::int32_t scale() const noexcept { return scale_; }
  /// Low half of the 128-bit two's complement coefficient.
  [[nodiscard]] constexpr std::uint64_t lo() const noexcept { return lo_; }
  /// High half of the 128-bit two's complement coefficient.
  [[nodiscard]] constexpr std::int64_t hi() const noexcept { return hi_; }
  /// −1, 0 or 1.
  [[nodiscard]] constexpr int sign() const noexcept {
    return hi_ < 0 ? -1 : ((hi_ | static_cast<std::int64_t>(lo_ != 0)) != 0 ? 1 : 0);
  }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return lo_ == 0 && hi_ == 0; }
  /// Whether the value is a whole number: 12.00 is, 12.50 is not.
  [[nodiscard]] bool is_integer() const noexcept;
  /// Whether the coefficient fits int64: the case that the inline paths below take.
  [[nodiscard]] constexpr bool is_small() const noexcept {
    return hi_ == (static_cast<std::int64_t>(lo_) < 0 ? -1 : 0);
  }

  /// The value as int64, exactly: 12.00 gives 12. Refuses a fraction with kInexact and a value outside int64 with
  /// kOverflow.
  [[nodiscard]] Result<std::int64_t> ToInt64() const;

  /// Same value and same scale: 1.0 and 1.00 are equal but not the same representation.
  [[nodiscard]] friend constexpr bool SameRepresentation(const Decimal& a,
                                                         const Decimal& b) noexcept {
    return a.lo_ == b.lo_ && a.hi_ == b.hi_ && a.scale_ == b.scale_;
  }

 private:
  friend struct internal::DecimalAccess;
  constexpr Decimal(std::uint64_t lo, std::int64_t hi, std::int32_t scale) noexcept
      : lo_(lo), hi_(hi), scale_(scale) {}

  std::uint64_t lo_ = 0;
  std::int64_t hi_ = 0;
  std::int32_t scale_ = 0;
};

/// −1, 0 or 1 as a is less than, equal to or more than b, by value and exactly: Compare(1.0, 1.00) is 0.
[[nodiscard]] inline int Compare(const Decimal& a, const Decimal& b) noexcept;
[[nodiscard]] inline bool operator==(const Decimal& a, const Decimal& b) noexcept {
  return Compare(a, b) == 0;
}
[[nodiscard]] inline bool operator!=(const Decimal& a, const Decimal& b) noexcept {
  return Compare(a, b) != 0;
}
[[nodiscard]] inline bool operator<(const Decimal& a, const Decimal& b) noexcept {
  return Compare(a, b) < 0;
}
[[nodiscard]] inline bool operator<=(const Decimal& a, const Decimal& b) noexcept {
  return Compare(a, b) <= 0;
}
[[nodiscard]] inline bool operator>(const Decimal& a, const Decimal& b) noexcept {
  return Compare(a, b) > 0;
}
[[nodiscard]] inline bool operator>=(const Decimal& a, const Decimal& b) noexcept {
  return Compare(a, b) >= 0;
}

/// a + b, exactly: 1.25 + 1.3 = 2.55. The scale is the larger of the two. Only where the coefficient would not fit at
/// that scale are trailing zeros dropped, as few as needed (10^37 + 0.00 is 10^37 with scale 0), so that kOverflow
/// means that no Decimal has this value.
[[nodiscard]] inline Result<Decimal> Add(const Decimal& a, const Decimal& b);

/// a − b, exactly; scale and refusals as for Add.
[[nodiscard]] inline Result<Decimal> Subtract(const Decimal& a, const Decimal& b);

/// a × b, exactly: 1.20 × 3 = 3.60. The scale is the sum of the two. Where that is more than 38, or the coefficient
/// does not fit, trailing zeros are dropped, as few as needed; if that does not help, kOverflow: 10^−20 × 10^−20 is
/// refused, never rounded. Round with MulDiv where that is wanted.
[[nodiscard]] inline Result<Decimal> Multiply(const Decimal& a, const Decimal& b);

/// −a; never refuses, since the range is symmetric. The scale stays.
[[nodiscard]] Decimal Negate(const Decimal& a) noexcept;

/// |a|; never refuses. The scale stays.
[[nodiscard]] Decimal Abs(const Decimal& a) noexcept;

/// a with exactly `scale` decimals, rounded once: Round(2.345, 2, kHalfEven) = 2.34; with more decimals than before,
/// zeros are added. kOverflow when the digits do not fit at that scale.
[[nodiscard]] Result<Decimal> Round(const Decimal& a, std::int32_t scale, Rounding rounding);

/// The same value without trailing zeros after the point: 12.500 → 12.5, 0.00 → 0, 1200 → 1200. Never refuses.
[[nodiscard]] Decimal Reduce(const Decimal& a) noexcept;

/// a ÷ b with exactly `scale` decimals, rounded once from the exact quotient: Divide(2, 3, 4, kHalfUp) = 0.6667.
[[nodiscard]] Result<Decimal> Divide(const Decimal& a, const Decimal& b, std::int32_t scale,
                                     Rounding rounding);

/// a × b ÷ c with exactly `scale` decimals, rounded once: the product is held in full, however wide, so that no digit
/// is lost and none overflows in between. MulDiv(264663000, 4, 12, 0, kHalfUp) = 88221000.
[[nodiscard]] inline Result<Decimal> MulDiv(const Decimal& a, const Decimal& b, const Decimal& c,
                                            std::int32_t scale, Rounding rounding);

/// Quotient and remainder of DivideWhole.
struct QuotientAndRemainder {
  Decimal quotient;   ///< Whole, scale 0.
  Decimal remainder;  ///< Zero or with the sign of the dividend; |remainder| < |divisor|.
};

/// The whole part of a ÷ b (towards zero) and what is left: 7.5 ÷ 2 is 3, 1.5 left; a = quotient × b + remainder,
/// exactly. The remainder has the larger of the two scales and always fits; kOverflow when the quotient has more than
/// 38 digits.
[[nodiscard]] Result<QuotientAndRemainder> DivideWhole(const Decimal& a, const Decimal& b);

// What follows is how, not what: coefficients that fit int64 are dealt with in place, all others in the library.

namespace internal {

struct DecimalAccess {
  /// @pre the parts are within the bounds of Decimal
  [[nodiscard]] static constexpr Decimal FromParts(std::uint64_t lo, std::int64_t hi,
                                                   std::int32_t scale) noexcept {
    return Decimal(lo, hi, scale);
  }
  /// @pre 0 ≤ scale ≤ 38
  [[nodiscard]] static constexpr Decimal FromSmall(std::int64_t coefficient,
                                                   std::int32_t scale) noexcept {
    return Decimal(static_cast<std::uint64_t>(coefficient),
                   -static_cast<std::int64_t>(coefficient < 0), scale);
  }
  /// @pre a.is_small()
  [[nodiscard]] static constexpr std::int64_t Small(const Decimal& a) noexcept {
    return static_cast<std::int64_t>(a.lo_);
  }
};

[[nodiscard]] Result<Decimal> AddAny(const Decimal& a, const Decimal& b);
[[nodiscard]] Result<Decimal> SubtractAny(const Decimal& a, const Decimal& b);
[[nodiscard]] Result<Decimal> MultiplyAny(const Decimal& a, const Decimal& b);
[[nodiscard]] Result<Decimal> MulDivAny(const Decimal& a, const Decimal& b, const Decimal& c,
                                        std::int32_t scale, Rounding rounding);
[[nodiscard]] int CompareAny(const Decimal& a, const Decimal& b) noexcept;

}  // namespace internal

inline int Compare(const Decimal& a, const Decimal& b) noexcept {
  if (a.scale() != b.scale()) return internal::CompareAny(a, b);
  if (a.hi() != b.hi()) return a.hi() < b.hi() ? -1 : 1;
  return static_cast<int>(a.lo() > b.lo()) - static_cast<int>(a.lo() < b.lo());
}

inline Result<Decimal> Add(const Decimal& a, const Decimal& b) {
  using Access = internal::DecimalAccess;
  std::int64_t sum = 0;
  if (a.scale() == b.scale() && a.is_small() && b.is_small() &&
      internal::AddSmall(Access::Small(a), Access::Small(b), sum)) {
    return Access::FromSmall(sum, a.scale());
  }
  return internal::AddAny(a, b);
}

inline Result<Decimal> Subtract(const Decimal& a, const Decimal& b) {
  using Access = internal::DecimalAccess;
  std::int64_t difference = 0;
  if (a.scale() == b.scale() && a.is_small() && b.is_small() &&
      internal::SubtractSmall(Access::Small(a), Access::Small(b), difference)) {
    return Access::FromSmall(difference, a.scale());
  }
  return internal::SubtractAny(a, b);
}

inline Result<Decimal> Multiply(const Decimal& a, const Decimal& b) {
  using Access = internal::DecimalAccess;
  const std::int32_t scale = a.scale() + b.scale();
  if (a.is_small() && b.is_small() && scale <= Decimal::kMaxScale &&
      internal::SurelyFits(Access::Small(a), Access::Small(b))) {
    return Access::FromSmall(Access::Small(a) * Access::Small(b), scale);
  }
  return internal::MultiplyAny(a, b);
}

inline Result<Decimal> MulDiv(const Decimal& a, const Decimal& b, const Decimal& c,
                              std::int32_t scale, Rounding rounding) {
  using Access = internal::DecimalAccess;
  // Digits to strike off the quotient of the coefficients.
  const std::int32_t excess = a.scale() + b.scale() - c.scale() - scale;
  if (a.is_small() && b.is_small() && c.is_small() && IsValid(rounding) && scale >= 0 &&
      scale <= Decimal::kMaxScale && excess >= 0 && excess <= 9 &&
      internal::SurelyFits(Access::Small(a), Access::Small(b)) && Access::Small(c) > 0 &&
      internal::Within(Access::Small(c), 31)) {
    std::int64_t quotient = 0;
    if (internal::DivideSmall(Access::Small(a) * Access::Small(b),
                              Access::Small(c) * internal::kSmallPowersOfTen[excess], rounding,
                              quotient)) {
      return Access::FromSmall(quotient, scale);
    }
    return Error(Code::kInexact);
  }
  return internal::MulDivAny(a, b, c, scale, rounding);
}

}  // namespace yesan
