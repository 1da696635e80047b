#include "yesan/money/money.h"

#include "lib/money/exact.h"

namespace yesan {

using internal::Magnitude;
using internal::Uint128;
using internal::Wide;
using internal::Widen;

namespace {

Result<Money> MakeMoney(bool negative, Uint128 magnitude) {
  const std::uint64_t limit = (std::uint64_t{1} << 63) - (negative ? 0 : 1);
  if (!internal::FitsOneLimb(magnitude) || internal::Low(magnitude) > limit) {
    return Error(Code::kOverflow);
  }
  const std::uint64_t bits = internal::Low(magnitude);
  return Money(static_cast<std::int64_t>(negative ? std::uint64_t{0} - bits : bits));
}

// Rounds numerator ÷ denominator and multiplies by unit.
Result<Money> Quotient(const Wide& numerator, const Wide& denominator, bool negative,
                       std::int64_t unit, Rounding rounding) {
  const internal::Rounded units =
      internal::RoundQuotient(numerator, denominator, negative, rounding);
  if (units.code != Code::kOk) return Error(units.code);
  Uint128 magnitude;
  if (!internal::MultiplyChecked(units.magnitude, Uint128(Magnitude(unit)), magnitude)) {
    return Error(Code::kOverflow);
  }
  return MakeMoney(negative, magnitude);
}

}  // namespace

Result<Money> internal::MultiplyAny(Money a, std::int64_t factor) {
  return MakeMoney((a.minor() < 0) != (factor < 0),
                   MultiplyFull(Magnitude(a.minor()), Magnitude(factor)));
}

Result<Money> internal::MulDivAny(Money a, std::int64_t multiplier, std::int64_t divisor,
                                  Rounding rounding) {
  if (!IsValid(rounding)) return Error(Code::kInvalidArgument);
  if (divisor == 0) return Error(Code::kDivisionByZero);
  const bool negative = ((a.minor() < 0) != (multiplier < 0)) != (divisor < 0);
  const Rounded whole = RoundQuotient(MultiplyFull(Magnitude(a.minor()), Magnitude(multiplier)),
                                      Uint128(Magnitude(divisor)), negative, rounding);
  if (whole.code != Code::kOk) return Error(whole.code);
  return MakeMoney(negative, whole.magnitude);
}

Result<Money> internal::RoundAny(Money a, std::int64_t unit, Rounding rounding) {
  return ToMoney(ToDecimal(a), rounding, unit);
}

Result<Money> internal::ExtendAny(UnitPrice price, std::int64_t quantity, std::int64_t times,
                                  std::int64_t unit, Rounding rounding) {
  if (!IsValid(rounding)) return Error(Code::kInvalidArgument);
  if (price.scale < 0 || price.scale > 18 || unit < 1) return Error(Code::kOutOfRange);
  const bool negative = ((price.coefficient < 0) != (quantity < 0)) != (times < 0);
  return Quotient(Wide(Magnitude(price.coefficient)) * Magnitude(quantity) * Magnitude(times),
                  Wide(Magnitude(unit)) * WidePowerOfTen(price.scale), negative, unit, rounding);
}

Result<Money> MulDiv(Money a, const Decimal& factor, Rounding rounding) {
  return MulDiv(a, factor, Decimal::FromInt(1), rounding);
}

Result<Money> MulDiv(Money a, const Decimal& multiplier, const Decimal& divisor,
                     Rounding rounding) {
  Result<Decimal> value = MulDiv(ToDecimal(a), multiplier, divisor, 0, rounding);
  if (!value) return std::move(value).error();
  return ToMoney(*value, Rounding::kUnnecessary);
}

Result<Money> ToMoney(const Decimal& value, Rounding rounding, std::int64_t unit) {
  if (!IsValid(rounding)) return Error(Code::kInvalidArgument);
  if (unit < 1) return Error(Code::kOutOfRange);
  return Quotient(Widen(Magnitude(value)),
                  Wide(Magnitude(unit)) * internal::WidePowerOfTen(value.scale()), value.sign() < 0,
                  unit, rounding);
}

}  // namespace yesan
