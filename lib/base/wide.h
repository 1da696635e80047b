/// @file
/// Unsigned 128-bit integers, and wider ones for what seldom happens. Private.
///
/// `Uint128` is the compiler's own type where there is one. With YESAN_NO_INT128, or a compiler without it, it is a
/// class of two limbs with the same operators and the same results, so that no source but this one knows which.
#pragma once

#include <cstdint>

#if defined(__SIZEOF_INT128__) && !defined(YESAN_NO_INT128)
#define YESAN_HAS_INT128 1
#else
#define YESAN_HAS_INT128 0
#endif

namespace yesan::internal {

/// The two limbs of a full product of 64 by 64 bits.
struct Product64 {
  std::uint64_t hi;
  std::uint64_t lo;
};

/// Number of zero bits above the highest one. @pre value is not zero.
[[nodiscard]] constexpr int CountLeadingZeros(std::uint64_t value) noexcept {
  int count = 0;
  for (int step = 32; step != 0; step /= 2) {
    if ((value >> (64 - step)) == 0) {
      count += step;
      value <<= step;
    }
  }
  return count;
}

/// a × b in full, by four products of 32-bit halves.
[[nodiscard]] constexpr Product64 MultiplyPortably(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t a0 = a & 0xffffffffu;
  const std::uint64_t a1 = a >> 32;
  const std::uint64_t b0 = b & 0xffffffffu;
  const std::uint64_t b1 = b >> 32;
  const std::uint64_t low = a0 * b0;
  // At most (2^32−1)² + 2·(2^32−1) = 2^64 − 1: no sum below wraps.
  const std::uint64_t middle = a1 * b0 + (low >> 32);
  const std::uint64_t cross = a0 * b1 + (middle & 0xffffffffu);
  return {a1 * b1 + (middle >> 32) + (cross >> 32), (cross << 32) | (low & 0xffffffffu)};
}

/// Quotient of hi:lo by a divisor, which leaves `remainder`. Knuth's algorithm D with two digits of 32 bits.
/// @pre hi < divisor, so that the quotient fits.
[[nodiscard]] constexpr std::uint64_t DividePortably(std::uint64_t hi, std::uint64_t lo,
                                                     std::uint64_t divisor,
                                                     std::uint64_t& remainder) noexcept {
  constexpr std::uint64_t kBase = std::uint64_t{1} << 32;
  const int shift = CountLeadingZeros(divisor);
  divisor <<= shift;
  if (shift != 0) {
    hi = (hi << shift) | (lo >> (64 - shift));
    lo <<= shift;
  }
  const std::uint64_t divisor1 = divisor >> 32;
  const std::uint64_t divisor0 = divisor & (kBase - 1);
  std::uint64_t quotient = 0;
  for (int digit = 0; digit < 2; ++digit) {
    const std::uint64_t next = digit == 0 ? lo >> 32 : lo & (kBase - 1);
    std::uint64_t guess = hi / divisor1;
    std::uint64_t rest = hi % divisor1;
    // The guess is at most two too large.
    while (guess >= kBase || guess * divisor0 > ((rest << 32) | next)) {
      --guess;
      rest += divisor1;
      if (rest >= kBase) break;
    }
    hi = ((hi << 32) | next) - guess * divisor;  // wraps, and wraps back
    quotient = (quotient << 32) | guess;
  }
  remainder = hi >> shift;
  return quotient;
}

/// Two limbs: what Uint128 is without the compiler's help. Arithmetic wraps modulo 2^128, as unsigned integers do.
class TwoLimbs {
 public:
  constexpr TwoLimbs() noexcept = default;
  constexpr TwoLimbs(std::uint64_t lo) noexcept : lo_(lo) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] static constexpr TwoLimbs Make(std::uint64_t hi, std::uint64_t lo) noexcept {
    TwoLimbs value(lo);
    value.hi_ = hi;
    return value;
  }
  explicit constexpr operator std::uint64_t() const noexcept { return lo_; }
  [[nodiscard]] constexpr std::uint64_t hi() const noexcept { return hi_; }
  [[nodiscard]] constexpr std::uint64_t lo() const noexcept { return lo_; }

  friend constexpr TwoLimbs operator+(TwoLimbs a, TwoLimbs b) noexcept {
    const std::uint64_t lo = a.lo_ + b.lo_;
    return Make(a.hi_ + b.hi_ + (lo < a.lo_ ? 1 : 0), lo);
  }
  friend constexpr TwoLimbs operator-(TwoLimbs a, TwoLimbs b) noexcept {
    return Make(a.hi_ - b.hi_ - (a.lo_ < b.lo_ ? 1 : 0), a.lo_ - b.lo_);
  }
  friend constexpr TwoLimbs operator*(TwoLimbs a, TwoLimbs b) noexcept {
    const Product64 low = MultiplyPortably(a.lo_, b.lo_);
    return Make(low.hi + a.hi_ * b.lo_ + a.lo_ * b.hi_, low.lo);
  }
  friend constexpr TwoLimbs operator/(TwoLimbs a, TwoLimbs b) noexcept {
    TwoLimbs remainder;
    return Divide(a, b, remainder);
  }
  friend constexpr TwoLimbs operator%(TwoLimbs a, TwoLimbs b) noexcept {
    TwoLimbs remainder;
    static_cast<void>(Divide(a, b, remainder));
    return remainder;
  }
  /// @pre 0 ≤ count < 128
  friend constexpr TwoLimbs operator<<(TwoLimbs a, int count) noexcept {
    if (count == 0) return a;
    if (count >= 64) return Make(a.lo_ << (count - 64), 0);
    return Make((a.hi_ << count) | (a.lo_ >> (64 - count)), a.lo_ << count);
  }
  /// @pre 0 ≤ count < 128
  friend constexpr TwoLimbs operator>>(TwoLimbs a, int count) noexcept {
    if (count == 0) return a;
    if (count >= 64) return Make(0, a.hi_ >> (count - 64));
    return Make(a.hi_ >> count, (a.lo_ >> count) | (a.hi_ << (64 - count)));
  }
  constexpr TwoLimbs& operator+=(TwoLimbs b) noexcept { return *this = *this + b; }
  constexpr TwoLimbs& operator-=(TwoLimbs b) noexcept { return *this = *this - b; }
  constexpr TwoLimbs& operator*=(TwoLimbs b) noexcept { return *this = *this * b; }
  constexpr TwoLimbs& operator/=(TwoLimbs b) noexcept { return *this = *this / b; }

  friend constexpr bool operator==(TwoLimbs a, TwoLimbs b) noexcept {
    return a.hi_ == b.hi_ && a.lo_ == b.lo_;
  }
  friend constexpr bool operator!=(TwoLimbs a, TwoLimbs b) noexcept { return !(a == b); }
  friend constexpr bool operator<(TwoLimbs a, TwoLimbs b) noexcept {
    return a.hi_ != b.hi_ ? a.hi_ < b.hi_ : a.lo_ < b.lo_;
  }
  friend constexpr bool operator>(TwoLimbs a, TwoLimbs b) noexcept { return b < a; }
  friend constexpr bool operator<=(TwoLimbs a, TwoLimbs b) noexcept { return !(b < a); }
  friend constexpr bool operator>=(TwoLimbs a, TwoLimbs b) noexcept { return !(a < b); }

  /// @pre b is not zero
  [[nodiscard]] static constexpr TwoLimbs Divide(TwoLimbs a, TwoLimbs b,
                                                 TwoLimbs& remainder) noexcept {
    if (b.hi_ == 0) {
      const std::uint64_t hi = a.hi_ / b.lo_;
      std::uint64_t rest = 0;
      const std::uint64_t lo = DividePortably(a.hi_ % b.lo_, a.lo_, b.lo_, rest);
      remainder = TwoLimbs(rest);
      return Make(hi, lo);
    }
    if (a < b) {
      remainder = a;
      return TwoLimbs();
    }
    // The quotient has one limb. Dividing a/2 by the top limb of the normalised divisor gives it or
    // one more (Hacker's Delight, 9-5); taking one off and looking at the rest settles which.
    const int shift = CountLeadingZeros(b.hi_);
    const TwoLimbs half = a >> 1;
    std::uint64_t unused = 0;
    std::uint64_t quotient =
        DividePortably(half.hi_, half.lo_, (b << shift).hi_, unused) >> (63 - shift);
    if (quotient != 0) --quotient;
    remainder = a - b * TwoLimbs(quotient);
    if (remainder >= b) {
      ++quotient;
      remainder -= b;
    }
    return TwoLimbs(quotient);
  }

 private:
  std::uint64_t lo_ = 0;
  std::uint64_t hi_ = 0;
};

#if YESAN_HAS_INT128

__extension__ typedef unsigned __int128 Uint128;

[[nodiscard]] constexpr Uint128 MakeUint128(std::uint64_t hi, std::uint64_t lo) noexcept {
  return (static_cast<Uint128>(hi) << 64) | lo;
}
[[nodiscard]] constexpr std::uint64_t High(Uint128 value) noexcept {
  return static_cast<std::uint64_t>(value >> 64);
}
[[nodiscard]] constexpr std::uint64_t Low(Uint128 value) noexcept {
  return static_cast<std::uint64_t>(value);
}
/// a × b in full.
[[nodiscard]] constexpr Uint128 MultiplyFull(std::uint64_t a, std::uint64_t b) noexcept {
  return static_cast<Uint128>(a) * b;
}
/// a ÷ b and what is left. @pre b is not zero
[[nodiscard]] constexpr Uint128 DivideWithRemainder(Uint128 a, Uint128 b,
                                                    Uint128& remainder) noexcept {
  const Uint128 quotient = a / b;
  remainder = a - quotient * b;
  return quotient;
}

#else

using Uint128 = TwoLimbs;

[[nodiscard]] constexpr Uint128 MakeUint128(std::uint64_t hi, std::uint64_t lo) noexcept {
  return TwoLimbs::Make(hi, lo);
}
[[nodiscard]] constexpr std::uint64_t High(Uint128 value) noexcept { return value.hi(); }
[[nodiscard]] constexpr std::uint64_t Low(Uint128 value) noexcept { return value.lo(); }
/// a × b in full.
[[nodiscard]] constexpr Uint128 MultiplyFull(std::uint64_t a, std::uint64_t b) noexcept {
  const Product64 product = MultiplyPortably(a, b);
  return TwoLimbs::Make(product.hi, product.lo);
}
/// a ÷ b and what is left. @pre b is not zero
[[nodiscard]] constexpr Uint128 DivideWithRemainder(Uint128 a, Uint128 b,
                                                    Uint128& remainder) noexcept {
  return TwoLimbs::Divide(a, b, remainder);
}

#endif

/// Whether a value fits one limb.
[[nodiscard]] constexpr bool FitsOneLimb(Uint128 value) noexcept { return High(value) == 0; }

/// a × b, or false when it needs more than 128 bits. `product` is then unspecified.
[[nodiscard]] constexpr bool MultiplyChecked(Uint128 a, Uint128 b, Uint128& product) noexcept {
  if (High(a) == 0 && High(b) == 0) {
    product = MultiplyFull(Low(a), Low(b));
    return true;
  }
  if (High(a) != 0 && High(b) != 0) return false;
  const Uint128 cross =
      High(a) != 0 ? MultiplyFull(High(a), Low(b)) : MultiplyFull(Low(a), High(b));
  if (High(cross) != 0) return false;
  const Uint128 low = MultiplyFull(Low(a), Low(b));
  product = low + MakeUint128(Low(cross), 0);
  return product >= low;
}

/// 10^0 … 10^38: every power of ten below 2^128.
struct PowersOfTen {
  Uint128 value[39] = {};
  constexpr PowersOfTen() noexcept {
    value[0] = Uint128(1);
    for (int i = 1; i < 39; ++i) value[i] = value[i - 1] * Uint128(10);
  }
};
inline constexpr PowersOfTen kPowersOfTen;

/// 10^exponent. @pre 0 ≤ exponent ≤ 38
[[nodiscard]] constexpr Uint128 PowerOfTen(int exponent) noexcept {
  return kPowersOfTen.value[exponent];
}

}  // namespace yesan::internal
