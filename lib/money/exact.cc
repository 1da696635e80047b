#include "lib/money/exact.h"

namespace yesan::internal {

Wide WidePowerOfTen(int exponent) {
  Wide power = 1;
  for (; exponent > 38; exponent -= 38) power *= Widen(PowerOfTen(38));
  return power * Widen(PowerOfTen(exponent));
}

Rounded RoundQuotient(Uint128 numerator, Uint128 denominator, bool negative,
                      Rounding rounding) noexcept {
  Uint128 quotient;
  bool away = false;
  // A division of one limb is an instruction, of two a call.
  if (FitsOneLimb(numerator) && FitsOneLimb(denominator)) {
    const std::uint64_t whole = Low(numerator) / Low(denominator);
    const std::uint64_t rest = Low(numerator) % Low(denominator);
    if (rest != 0) {
      if (rounding == Rounding::kUnnecessary) return {Uint128(0), Code::kInexact};
      away = MovesAway(rounding, negative, (whole & 1) != 0, CompareHalf(rest, Low(denominator)));
    }
    return {Uint128(whole) + Uint128(away ? 1 : 0), Code::kOk};
  }
  Uint128 rest;
  quotient = DivideWithRemainder(numerator, denominator, rest);
  if (rest != Uint128(0)) {
    if (rounding == Rounding::kUnnecessary) return {Uint128(0), Code::kInexact};
    away = MovesAway(rounding, negative, (Low(quotient) & 1) != 0, CompareHalf(rest, denominator));
  }
  if (away) quotient += Uint128(1);
  // A quotient of 39 digits fits 128 bits and is out of bounds all the same.
  return {quotient, quotient <= kMaxCoefficient ? Code::kOk : Code::kOverflow};
}

Rounded RoundQuotient(const Wide& numerator, const Wide& denominator, bool negative,
                      Rounding rounding) {
  Wide quotient;
  Wide rest;
  divide_qr(numerator, denominator, quotient, rest);
  if (!rest.is_zero()) {
    if (rounding == Rounding::kUnnecessary) return {Uint128(0), Code::kInexact};
    const bool odd = bit_test(quotient, 0);
    if (MovesAway(rounding, negative, odd, CompareHalf<Wide>(rest, denominator))) ++quotient;
  }
  if (quotient > Widen(kMaxCoefficient)) return {Uint128(0), Code::kOverflow};
  return {Narrow(quotient), Code::kOk};
}

RoundingSet RoundingsThatGive(const Wide& numerator, const Wide& denominator, bool negative,
                              const Wide& printed, bool printed_negative) {
  Wide quotient;
  Wide rest;
  divide_qr(numerator, denominator, quotient, rest);
  // Zero has no sign: −0.4 rounded to 0 is what `0` prints.
  const auto gives = [&](const Wide& magnitude) {
    return magnitude == printed && (magnitude.is_zero() || negative == printed_negative);
  };
  const bool toward = gives(quotient);
  if (rest.is_zero()) return toward ? RoundingSet::All() : RoundingSet();
  const bool away = gives(quotient + 1);
  const bool odd = bit_test(quotient, 0);
  const int half = CompareHalf<Wide>(rest, denominator);
  RoundingSet set;
  for (Rounding mode : RoundingSet::All()) {
    if (MovesAway(mode, negative, odd, half) ? away : toward) set.insert(mode);
  }
  return set;
}

}  // namespace yesan::internal
