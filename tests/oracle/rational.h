/// @file
/// Slow, obviously right arithmetic: whole numbers without bounds, and rounding by its definition.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>

#include "yesan/money/decimal.h"
#include "yesan/money/rounding.h"

namespace yesan::oracle {

/// A whole number of up to 1024 bits, 308 digits, twice what any test needs; more throws, so that the oracle itself
/// cannot be wrong in silence.
using Whole = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<1024, 1024, boost::multiprecision::signed_magnitude,
                                           boost::multiprecision::checked>,
    boost::multiprecision::et_off>;

/// 10^exponent, exponent ≥ 0.
inline Whole Ten(int exponent) {
  return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

/// A fraction; the denominator is positive.
struct Rational {
  Whole numerator;
  Whole denominator;

  Rational(Whole n = 0, Whole d = 1) : numerator(std::move(n)), denominator(std::move(d)) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
  }
  friend Rational operator+(const Rational& a, const Rational& b) {
    return {a.numerator * b.denominator + b.numerator * a.denominator,
            a.denominator * b.denominator};
  }
  friend Rational operator-(const Rational& a, const Rational& b) {
    return {a.numerator * b.denominator - b.numerator * a.denominator,
            a.denominator * b.denominator};
  }
  friend Rational operator*(const Rational& a, const Rational& b) {
    return {a.numerator * b.numerator, a.denominator * b.denominator};
  }
  friend Rational operator/(const Rational& a, const Rational& b) {
    return {a.numerator * b.denominator, a.denominator * b.numerator};
  }
  friend bool operator==(const Rational& a, const Rational& b) {
    return a.numerator * b.denominator == b.numerator * a.denominator;
  }
  friend bool operator!=(const Rational& a, const Rational& b) { return !(a == b); }
  friend bool operator<(const Rational& a, const Rational& b) {
    return a.numerator * b.denominator < b.numerator * a.denominator;
  }
};

/// The greatest whole number that is not above the value.
Whole Floor(const Rational& value);

/// The whole number that the mode's definition names, from the two neighbours below and above; nothing for
/// kUnnecessary when the value is not whole.
std::optional<Whole> RoundToWhole(const Rational& value, Rounding rounding);

/// The coefficient of a decimal.
Whole Coefficient(const Decimal& value);

/// The value of a decimal.
Rational Value(const Decimal& value);

/// coefficient × 10^−scale as a Decimal, through its text; the caller sees to it that it fits.
Decimal MakeDecimal(const Whole& coefficient, int scale);

/// `coefficient e −scale`, for messages of tests.
std::string Show(const Decimal& value);

/// What a function that gives an exact result must answer: the value, with at most `scale` decimals, as many of them as
/// fit 38 digits; nothing when no Decimal has the value.
std::optional<Decimal> ExactResult(const Rational& value, int scale);

/// What a function that rounds must answer: a value or a code.
struct Answer {
  Code code = Code::kOk;
  Decimal value;
};
Answer RoundedResult(const Rational& value, int scale, Rounding rounding);

}  // namespace yesan::oracle
