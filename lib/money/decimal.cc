#include "yesan/money/decimal.h"

#include <algorithm>
#include <cassert>

#include "lib/money/exact.h"

namespace yesan {

using internal::FitsOneLimb;
using internal::kMaxCoefficient;
using internal::Low;
using internal::Magnitude;
using internal::MakeDecimal;
using internal::MultiplyChecked;
using internal::PowerOfTen;
using internal::Rounded;
using internal::RoundQuotient;
using internal::Uint128;
using internal::Wide;
using internal::Widen;
using internal::WidePowerOfTen;

namespace {

// The exact value magnitude × 10^−scale with as many of its decimals as fit.
Result<Decimal> Fit(bool negative, Wide magnitude, int scale) {
  const Wide limit = Widen(kMaxCoefficient);
  while (magnitude > limit || scale > Decimal::kMaxScale) {
    if (scale == 0) return Error(Code::kOverflow);
    Wide quotient;
    Wide rest;
    divide_qr(magnitude, Wide(10), quotient, rest);
    if (!rest.is_zero()) return Error(Code::kOverflow);
    magnitude = quotient;
    --scale;
  }
  return MakeDecimal(negative, internal::Narrow(magnitude), scale);
}

Result<Decimal> Finish(const Rounded& rounded, bool negative, std::int32_t scale) {
  if (rounded.code != Code::kOk) return Error(rounded.code);
  return MakeDecimal(negative, rounded.magnitude, scale);
}

Result<Decimal> AddSigned(const Decimal& a, bool a_negative, const Decimal& b, bool b_negative) {
  const std::int32_t scale = std::max(a.scale(), b.scale());
  Uint128 left;
  Uint128 right;
  if (MultiplyChecked(Magnitude(a), PowerOfTen(scale - a.scale()), left) &&
      MultiplyChecked(Magnitude(b), PowerOfTen(scale - b.scale()), right) &&
      left <= kMaxCoefficient && right <= kMaxCoefficient) {
    // Both are below 10^38 < 2^127, so the sum does not wrap.
    const bool swap = left < right;
    const Uint128 sum = a_negative == b_negative ? left + right
                        : swap                   ? right - left
                                                 : left - right;
    if (sum <= kMaxCoefficient) {
      return MakeDecimal(a_negative == b_negative || !swap ? a_negative : b_negative, sum, scale);
    }
  }
  const Wide wide_left = Widen(Magnitude(a)) * WidePowerOfTen(scale - a.scale());
  const Wide wide_right = Widen(Magnitude(b)) * WidePowerOfTen(scale - b.scale());
  if (a_negative == b_negative) return Fit(a_negative, wide_left + wide_right, scale);
  if (wide_left < wide_right) return Fit(b_negative, wide_right - wide_left, scale);
  return Fit(a_negative, wide_left - wide_right, scale);
}

// a × b ÷ c at `scale`, all refusals but overflow and inexactness already made.
Result<Decimal> MulDivWide(const Decimal& a, const Decimal& b, const Decimal& c, std::int32_t scale,
                           Rounding rounding, bool negative) {
  const int exponent = scale + c.scale() - a.scale() - b.scale();
  Wide numerator = Widen(Magnitude(a)) * Widen(Magnitude(b));
  Wide denominator = Widen(Magnitude(c));
  (exponent >= 0 ? numerator : denominator) *= WidePowerOfTen(exponent >= 0 ? exponent : -exponent);
  return Finish(RoundQuotient(numerator, denominator, negative, rounding), negative, scale);
}

}  // namespace

Result<Decimal> Decimal::FromParts(std::uint64_t lo, std::int64_t hi, std::int32_t scale) {
  if (scale < 0 || scale > kMaxScale) return Error(Code::kOutOfRange);
  const Decimal value(lo, hi, scale);
  if (Magnitude(value) > kMaxCoefficient) return Error(Code::kOverflow);
  return value;
}

bool Decimal::is_integer() const noexcept {
  return Magnitude(*this) % PowerOfTen(scale_) == Uint128(0);
}

Result<std::int64_t> Decimal::ToInt64() const {
  if (scale_ == 0 && is_small()) return static_cast<std::int64_t>(lo_);
  Uint128 rest;
  const Uint128 whole = internal::DivideWithRemainder(Magnitude(*this), PowerOfTen(scale_), rest);
  if (rest != Uint128(0)) return Error(Code::kInexact);
  const std::uint64_t limit = std::uint64_t{1} << 63;
  if (!FitsOneLimb(whole) || Low(whole) > limit || (Low(whole) == limit && hi_ >= 0)) {
    return Error(Code::kOverflow);
  }
  return static_cast<std::int64_t>(hi_ < 0 ? std::uint64_t{0} - Low(whole) : Low(whole));
}

int internal::CompareAny(const Decimal& a, const Decimal& b) noexcept {
  if (a.sign() != b.sign()) return a.sign() < b.sign() ? -1 : 1;
  const std::int32_t scale = std::max(a.scale(), b.scale());
  Uint128 left;
  Uint128 right;
  // What needs more than 128 bits is larger than what needs less; only one of the two is multiplied.
  const bool left_fits = MultiplyChecked(Magnitude(a), PowerOfTen(scale - a.scale()), left);
  const bool right_fits = MultiplyChecked(Magnitude(b), PowerOfTen(scale - b.scale()), right);
  int magnitude = 0;
  if (!left_fits) {
    magnitude = 1;
  } else if (!right_fits) {
    magnitude = -1;
  } else if (left != right) {
    magnitude = left < right ? -1 : 1;
  }
  return a.sign() < 0 ? -magnitude : magnitude;
}

Result<Decimal> internal::AddAny(const Decimal& a, const Decimal& b) {
  return AddSigned(a, a.sign() < 0, b, b.sign() < 0);
}

Result<Decimal> internal::SubtractAny(const Decimal& a, const Decimal& b) {
  return AddSigned(a, a.sign() < 0, b, b.sign() > 0);
}

Result<Decimal> internal::MultiplyAny(const Decimal& a, const Decimal& b) {
  const bool negative = (a.sign() < 0) != (b.sign() < 0);
  const int scale = a.scale() + b.scale();
  Uint128 product;
  if (scale <= Decimal::kMaxScale && MultiplyChecked(Magnitude(a), Magnitude(b), product) &&
      product <= kMaxCoefficient) {
    return MakeDecimal(negative, product, scale);
  }
  return Fit(negative, Widen(Magnitude(a)) * Widen(Magnitude(b)), scale);
}

Decimal Negate(const Decimal& a) noexcept {
  return MakeDecimal(a.sign() > 0, Magnitude(a), a.scale());
}

Decimal Abs(const Decimal& a) noexcept { return MakeDecimal(false, Magnitude(a), a.scale()); }

Result<Decimal> Round(const Decimal& a, std::int32_t scale, Rounding rounding) {
  if (const Code code = internal::CheckScaleAndRounding(scale, rounding); code != Code::kOk) {
    return Error(code);
  }
  const bool negative = a.sign() < 0;
  if (scale >= a.scale()) {
    Uint128 magnitude;
    if (!MultiplyChecked(Magnitude(a), PowerOfTen(scale - a.scale()), magnitude) ||
        magnitude > kMaxCoefficient) {
      return Error(Code::kOverflow);
    }
    return MakeDecimal(negative, magnitude, scale);
  }
  return Finish(RoundQuotient(Magnitude(a), PowerOfTen(a.scale() - scale), negative, rounding),
                negative, scale);
}

Decimal Reduce(const Decimal& a) noexcept {
  Uint128 magnitude = Magnitude(a);
  std::int32_t scale = a.scale();
  if (magnitude == Uint128(0)) return Decimal();
  while (scale > 0) {
    Uint128 rest;
    const Uint128 whole = internal::DivideWithRemainder(magnitude, Uint128(10), rest);
    if (rest != Uint128(0)) break;
    magnitude = whole;
    --scale;
  }
  return MakeDecimal(a.sign() < 0, magnitude, scale);
}

Result<Decimal> Divide(const Decimal& a, const Decimal& b, std::int32_t scale, Rounding rounding) {
  return MulDiv(a, Decimal::FromInt(1), b, scale, rounding);
}

Result<Decimal> internal::MulDivAny(const Decimal& a, const Decimal& b, const Decimal& c,
                                    std::int32_t scale, Rounding rounding) {
  if (const Code code = internal::CheckScaleAndRounding(scale, rounding); code != Code::kOk) {
    return Error(code);
  }
  if (c.is_zero()) return Error(Code::kDivisionByZero);
  const bool negative = ((a.sign() < 0) != (b.sign() < 0)) != (c.sign() < 0);
  const int exponent = scale + c.scale() - a.scale() - b.scale();
  Uint128 numerator;
  Uint128 denominator = Magnitude(c);
  bool fits =
      exponent >= -38 && exponent <= 38 && MultiplyChecked(Magnitude(a), Magnitude(b), numerator);
  if (fits && exponent > 0) fits = MultiplyChecked(numerator, PowerOfTen(exponent), numerator);
  if (fits && exponent < 0) fits = MultiplyChecked(denominator, PowerOfTen(-exponent), denominator);
  if (!fits) return MulDivWide(a, b, c, scale, rounding, negative);
  return Finish(RoundQuotient(numerator, denominator, negative, rounding), negative, scale);
}

Result<QuotientAndRemainder> DivideWhole(const Decimal& a, const Decimal& b) {
  if (b.is_zero()) return Error(Code::kDivisionByZero);
  const std::int32_t scale = std::max(a.scale(), b.scale());
  const Wide left = Widen(Magnitude(a)) * WidePowerOfTen(scale - a.scale());
  const Wide right = Widen(Magnitude(b)) * WidePowerOfTen(scale - b.scale());
  Wide quotient;
  Wide rest;
  divide_qr(left, right, quotient, rest);
  if (quotient > Widen(kMaxCoefficient)) return Error(Code::kOverflow);
  // The remainder is below a when a has the larger scale and below b when b has: it fits.
  const bool a_negative = a.sign() < 0;
  return QuotientAndRemainder{
      MakeDecimal(a_negative != (b.sign() < 0), internal::Narrow(quotient), 0),
      MakeDecimal(a_negative, internal::Narrow(rest), scale)};
}

}  // namespace yesan
