#include "tests/oracle/rational.h"

namespace yesan::oracle {

Whole Floor(const Rational& value) {
  Whole quotient = value.numerator / value.denominator;  // towards zero
  if (quotient * value.denominator > value.numerator) --quotient;
  return quotient;
}

std::optional<Whole> RoundToWhole(const Rational& value, Rounding rounding) {
  const Whole below = Floor(value);
  const Rational fraction = value - Rational(below);
  if (fraction == Rational(0)) return below;
  const Whole above = below + 1;
  const bool positive = Rational(0) < value;
  const Whole& away = positive ? above : below;
  const Whole& toward = positive ? below : above;
  const Rational half(1, 2);
  const Whole& nearest = fraction < half ? below : above;
  switch (rounding) {
    case Rounding::kUp:
      return away;
    case Rounding::kDown:
      return toward;
    case Rounding::kCeiling:
      return above;
    case Rounding::kFloor:
      return below;
    case Rounding::kHalfUp:
      return fraction == half ? away : nearest;
    case Rounding::kHalfDown:
      return fraction == half ? toward : nearest;
    case Rounding::kHalfEven:
      return fraction == half ? (below % 2 == 0 ? below : above) : nearest;
    case Rounding::kUnnecessary:
      break;
  }
  return std::nullopt;
}

Whole Coefficient(const Decimal& value) {
  Whole whole = value.hi();
  return whole * boost::multiprecision::pow(Whole(2), 64) + value.lo();
}

Rational Value(const Decimal& value) { return {Coefficient(value), Ten(value.scale())}; }

Decimal MakeDecimal(const Whole& coefficient, int scale) {
  const Whole two64 = boost::multiprecision::pow(Whole(2), 64);
  const Whole high = Floor(Rational(coefficient, two64));
  const Whole low = coefficient - high * two64;
  Result<Decimal> made =
      Decimal::FromParts(low.convert_to<std::uint64_t>(), high.convert_to<std::int64_t>(), scale);
  return made.value();
}

std::string Show(const Decimal& value) {
  return Coefficient(value).str() + "e-" + std::to_string(value.scale());
}

std::optional<Decimal> ExactResult(const Rational& value, int scale) {
  for (int digits = scale < 38 ? scale : 38; digits >= 0; --digits) {
    const std::optional<Whole> coefficient =
        RoundToWhole(value * Rational(Ten(digits)), Rounding::kUnnecessary);
    if (!coefficient) return std::nullopt;
    if (abs(*coefficient) < Ten(38)) return MakeDecimal(*coefficient, digits);
  }
  return std::nullopt;
}

Answer RoundedResult(const Rational& value, int scale, Rounding rounding) {
  const std::optional<Whole> coefficient = RoundToWhole(value * Rational(Ten(scale)), rounding);
  if (!coefficient) return {Code::kInexact, Decimal()};
  if (abs(*coefficient) >= Ten(38)) return {Code::kOverflow, Decimal()};
  return {Code::kOk, MakeDecimal(*coefficient, scale)};
}

}  // namespace yesan::oracle
