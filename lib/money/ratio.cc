#include "yesan/money/ratio.h"

#include <algorithm>

#include "lib/money/exact.h"

namespace yesan {

using internal::Magnitude;
using internal::Wide;
using internal::Widen;
using internal::WidePowerOfTen;

namespace {

// A quotient of whole numbers with one sign.
struct Exact {
  Wide numerator;
  Wide denominator;
  bool negative;
};

// a × 10^exponent or, of the other side, 10^−exponent.
void Shift(Exact& exact, int exponent) {
  if (exponent > 0) exact.numerator *= WidePowerOfTen(exponent);
  if (exponent < 0) exact.denominator *= WidePowerOfTen(-exponent);
}

Exact QuotientOf(const Decimal& numerator, const Decimal& denominator) {
  Exact exact{Widen(Magnitude(numerator)), Widen(Magnitude(denominator)),
              (numerator.sign() < 0) != (denominator.sign() < 0)};
  Shift(exact, denominator.scale() - numerator.scale());
  return exact;
}

Exact PercentOf(const Decimal& numerator, const Decimal& denominator) {
  Exact exact = QuotientOf(numerator, denominator);
  exact.numerator *= 100;
  return exact;
}

// (b − a) × 100 ÷ a. The scales cancel once both are brought to the larger one.
Exact ChangeOf(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const Wide from = Widen(Magnitude(a)) * WidePowerOfTen(scale - a.scale());
  const Wide to = Widen(Magnitude(b)) * WidePowerOfTen(scale - b.scale());
  Exact exact{0, from, false};
  bool change_negative = false;
  if ((a.sign() < 0) != (b.sign() < 0)) {
    exact.numerator = from + to;
    change_negative = b.sign() < 0;
  } else if (from < to) {
    exact.numerator = to - from;
    change_negative = b.sign() < 0;
  } else {
    exact.numerator = from - to;
    change_negative = a.sign() > 0;
  }
  exact.numerator *= 100;
  exact.negative = change_negative != (a.sign() < 0);
  return exact;
}

Result<Decimal> RoundTo(Exact exact, std::int32_t digits, Rounding rounding) {
  Shift(exact, digits);
  const internal::Rounded rounded =
      internal::RoundQuotient(exact.numerator, exact.denominator, exact.negative, rounding);
  if (rounded.code != Code::kOk) return Error(rounded.code);
  return internal::MakeDecimal(exact.negative, rounded.magnitude, digits);
}

RoundingSet Explain(Exact exact, const Decimal& printed) {
  Shift(exact, printed.scale());
  return internal::RoundingsThatGive(exact.numerator, exact.denominator, exact.negative,
                                     Widen(Magnitude(printed)), printed.sign() < 0);
}

}  // namespace

Result<Ratio> Ratio::Make(const Decimal& numerator, const Decimal& denominator,
                          std::string_view numerator_name, std::string_view denominator_name) {
  if (denominator.is_zero()) return Error(Code::kDivisionByZero);
  return Ratio(numerator, denominator, numerator_name, denominator_name);
}

Result<Ratio> Ratio::Make(Money numerator, Money denominator, std::string_view numerator_name,
                          std::string_view denominator_name) {
  return Make(ToDecimal(numerator), ToDecimal(denominator), numerator_name, denominator_name);
}

Result<Rate> Ratio::ToRate(std::int32_t digits, Rounding rounding) const {
  Result<Decimal> value = Divide(numerator_, denominator_, digits, rounding);
  if (!value) return std::move(value).error();
  return Rate{*value, numerator_name_, denominator_name_};
}

Result<Rate> Ratio::ToPercent(std::int32_t digits, Rounding rounding) const {
  Result<Decimal> value = Percent(numerator_, denominator_, digits, rounding);
  if (!value) return std::move(value).error();
  return Rate{*value, numerator_name_, denominator_name_};
}

int Compare(const Ratio& a, const Ratio& b) noexcept {
  const Exact left = QuotientOf(a.numerator(), a.denominator());
  const Exact right = QuotientOf(b.numerator(), b.denominator());
  const Wide left_product = left.numerator * right.denominator;
  const Wide right_product = right.numerator * left.denominator;
  const bool left_negative = left.negative && !left.numerator.is_zero();
  const bool right_negative = right.negative && !right.numerator.is_zero();
  if (left_negative != right_negative) return left_negative ? -1 : 1;
  const int magnitude = left_product < right_product ? -1 : (right_product < left_product ? 1 : 0);
  return left_negative ? -magnitude : magnitude;
}

Result<Decimal> internal::PercentAny(const Decimal& numerator, const Decimal& denominator,
                                     std::int32_t digits, Rounding rounding) {
  if (const Code code = CheckScaleAndRounding(digits, rounding); code != Code::kOk) {
    return Error(code);
  }
  if (denominator.is_zero()) return Error(Code::kDivisionByZero);
  return RoundTo(PercentOf(numerator, denominator), digits, rounding);
}

Result<Decimal> internal::ChangePercentAny(const Decimal& a, const Decimal& b, std::int32_t digits,
                                           Rounding rounding) {
  if (const Code code = CheckScaleAndRounding(digits, rounding); code != Code::kOk) {
    return Error(code);
  }
  if (a.is_zero()) return Error(Code::kDivisionByZero);
  return RoundTo(ChangeOf(a, b), digits, rounding);
}

RoundingSet ConsistentRoundings(const Decimal& numerator, const Decimal& denominator,
                                const Decimal& printed) noexcept {
  if (denominator.is_zero()) return {};
  return Explain(QuotientOf(numerator, denominator), printed);
}

RoundingSet ConsistentPercentRoundings(const Decimal& numerator, const Decimal& denominator,
                                       const Decimal& printed) noexcept {
  if (denominator.is_zero()) return {};
  return Explain(PercentOf(numerator, denominator), printed);
}

RoundingSet ConsistentChangeRoundings(const Decimal& a, const Decimal& b,
                                      const Decimal& printed) noexcept {
  if (a.is_zero()) return {};
  return Explain(ChangeOf(a, b), printed);
}

RoundingSet ConsistentUnitRoundings(const Decimal& exact, std::int64_t unit,
                                    const Decimal& printed) noexcept {
  if (unit < 1) return {};
  return ConsistentRoundings(exact, Decimal::FromInt(unit), printed);
}

}  // namespace yesan
