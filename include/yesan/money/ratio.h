/// @file
/// Rates: exact quotients with the names of what was divided by what, percentages, and which roundings explain one.
#pragma once

#include <cstdint>
#include <string_view>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"
#include "yesan/money/rounding.h"
#include "yesan/money/small.h"

namespace yesan {

/// A rate as a figure, with the names of both of its sides: 집행률 (execution rate) is 지출액 over 예산현액 in one
/// document and 원인행위액 over 예산배정액 in the next, so the figure alone says nothing. The names are borrowed: they
/// must outlive the rate (they are literals as a rule).
struct Rate {
  Decimal value;                      ///< The figure, e.g. 98.765 for percent.
  std::string_view numerator_name;    ///< What was divided, e.g. `지출액`.
  std::string_view denominator_name;  ///< What it was divided by, e.g. `예산현액`.
};

/// An exact quotient, never rounded until a figure is asked for. The denominator is not zero.
class Ratio {
 public:
  /// numerator : denominator, with their names (borrowed, as in Rate). Refuses a zero denominator with
  /// kDivisionByZero: a rate on a zero base does not exist; documents print 순증, 신규 or `-` there.
  [[nodiscard]] static Result<Ratio> Make(const Decimal& numerator, const Decimal& denominator,
                                          std::string_view numerator_name = {},
                                          std::string_view denominator_name = {});
  [[nodiscard]] static Result<Ratio> Make(Money numerator, Money denominator,
                                          std::string_view numerator_name = {},
                                          std::string_view denominator_name = {});

  [[nodiscard]] const Decimal& numerator() const noexcept { return numerator_; }
  [[nodiscard]] const Decimal& denominator() const noexcept { return denominator_; }
  [[nodiscard]] std::string_view numerator_name() const noexcept { return numerator_name_; }
  [[nodiscard]] std::string_view denominator_name() const noexcept { return denominator_name_; }

  /// The quotient with `digits` decimals, rounded once. Refuses as Divide does.
  [[nodiscard]] Result<Rate> ToRate(std::int32_t digits, Rounding rounding) const;
  /// The quotient × 100 with `digits` decimals, rounded once. Refuses as Divide does.
  [[nodiscard]] Result<Rate> ToPercent(std::int32_t digits, Rounding rounding) const;

 private:
  Ratio(const Decimal& numerator, const Decimal& denominator, std::string_view numerator_name,
        std::string_view denominator_name) noexcept
      : numerator_(numerator),
        denominator_(denominator),
        numerator_name_(numerator_name),
        denominator_name_(denominator_name) {}

  Decimal numerator_;
  Decimal denominator_;
  std::string_view numerator_name_;
  std::string_view denominator_name_;
};

/// −1, 0 or 1 as a is less than, equal to or more than b, by cross multiplication, exactly: 1/3 and 2/6 are equal.
[[nodiscard]] int Compare(const Ratio& a, const Ratio& b) noexcept;

/// numerator × 100 ÷ denominator with `digits` decimals, [0, 38], rounded once from the exact value: 39 of 764 is
/// 5.10 at two decimals, half-up. kDivisionByZero for a zero denominator; other refusals as for Divide.
[[nodiscard]] inline Result<Decimal> Percent(Money numerator, Money denominator,
                                             std::int32_t digits, Rounding rounding);
[[nodiscard]] inline Result<Decimal> Percent(const Decimal& numerator, const Decimal& denominator,
                                             std::int32_t digits, Rounding rounding);

/// The rate of change (증감률) from a to b: (b − a) × 100 ÷ a with `digits` decimals, [0, 38], rounded once from the
/// exact value, never from displayed figures. From 5,196,358 to 4,066,896 천원 it is −21.7356…, printed Δ22.
///
/// a = 0 is refused with kDivisionByZero (printed 순증 or 신규). On a negative base the formula stands as it is: from
/// −100 to −50 is −50 %, although the amount grew; whoever prints it should say so.
[[nodiscard]] inline Result<Decimal> ChangePercent(Money a, Money b, std::int32_t digits,
                                                   Rounding rounding);
[[nodiscard]] inline Result<Decimal> ChangePercent(const Decimal& a, const Decimal& b,
                                                   std::int32_t digits, Rounding rounding);

/// The modes that turn the exact quotient numerator ÷ denominator into `printed` at the scale of `printed`: all seven
/// when the quotient is exactly that figure, none when no rounding gives it. −1129462 × 100 over 5196358, printed −22:
/// {up, floor, half_up, half_down, half_even}. A zero denominator explains nothing: the empty set. Never refuses.
[[nodiscard]] RoundingSet ConsistentRoundings(const Decimal& numerator, const Decimal& denominator,
                                              const Decimal& printed) noexcept;

/// ConsistentRoundings for numerator × 100 ÷ denominator, the product held in full.
[[nodiscard]] RoundingSet ConsistentPercentRoundings(const Decimal& numerator,
                                                     const Decimal& denominator,
                                                     const Decimal& printed) noexcept;

/// ConsistentRoundings for the rate of change (b − a) × 100 ÷ a.
[[nodiscard]] RoundingSet ConsistentChangeRoundings(const Decimal& a, const Decimal& b,
                                                    const Decimal& printed) noexcept;

/// ConsistentRoundings for an exact value printed in units of `unit` (1000 for won printed as 천원), at the scale of
/// `printed`: 1,065,073,200 won printed as 1,065,073 fits {down, floor, half_up, half_down, half_even}. A unit below 1
/// explains nothing: the empty set.
[[nodiscard]] RoundingSet ConsistentUnitRoundings(const Decimal& exact, std::int64_t unit,
                                                  const Decimal& printed) noexcept;

// What follows is how, not what: see small.h.

namespace internal {

[[nodiscard]] Result<Decimal> PercentAny(const Decimal& numerator, const Decimal& denominator,
                                         std::int32_t digits, Rounding rounding);
[[nodiscard]] Result<Decimal> ChangePercentAny(const Decimal& a, const Decimal& b,
                                               std::int32_t digits, Rounding rounding);

/// Whether numerator × 100 × 10^digits ÷ denominator can be done in int64: up to two decimals, below 2^48 (281조).
[[nodiscard]] constexpr bool PercentIsSmall(std::int64_t numerator, std::int64_t denominator,
                                            std::int32_t digits, Rounding rounding) noexcept {
  return digits >= 0 && digits <= 2 && IsValid(rounding) && denominator > 0 &&
         Within(numerator, 48);
}
/// @pre PercentIsSmall
[[nodiscard]] inline Result<Decimal> PercentSmall(std::int64_t numerator, std::int64_t denominator,
                                                  std::int32_t digits, Rounding rounding) {
  std::int64_t quotient = 0;
  if (!DivideSmall(numerator * 100 * kSmallPowersOfTen[digits], denominator, rounding, quotient)) {
    return Error(Code::kInexact);
  }
  return DecimalAccess::FromSmall(quotient, digits);
}

}  // namespace internal

inline Result<Decimal> Percent(Money numerator, Money denominator, std::int32_t digits,
                               Rounding rounding) {
  if (internal::PercentIsSmall(numerator.minor(), denominator.minor(), digits, rounding)) {
    return internal::PercentSmall(numerator.minor(), denominator.minor(), digits, rounding);
  }
  return internal::PercentAny(ToDecimal(numerator), ToDecimal(denominator), digits, rounding);
}

inline Result<Decimal> Percent(const Decimal& numerator, const Decimal& denominator,
                               std::int32_t digits, Rounding rounding) {
  using Access = internal::DecimalAccess;
  if (numerator.scale() == denominator.scale() && numerator.is_small() && denominator.is_small() &&
      internal::PercentIsSmall(Access::Small(numerator), Access::Small(denominator), digits,
                               rounding)) {
    return internal::PercentSmall(Access::Small(numerator), Access::Small(denominator), digits,
                                  rounding);
  }
  return internal::PercentAny(numerator, denominator, digits, rounding);
}

inline Result<Decimal> ChangePercent(Money a, Money b, std::int32_t digits, Rounding rounding) {
  std::int64_t change = 0;
  if (internal::SubtractSmall(b.minor(), a.minor(), change) &&
      internal::PercentIsSmall(change, a.minor(), digits, rounding)) {
    return internal::PercentSmall(change, a.minor(), digits, rounding);
  }
  return internal::ChangePercentAny(ToDecimal(a), ToDecimal(b), digits, rounding);
}

inline Result<Decimal> ChangePercent(const Decimal& a, const Decimal& b, std::int32_t digits,
                                     Rounding rounding) {
  using Access = internal::DecimalAccess;
  std::int64_t change = 0;
  if (a.scale() == b.scale() && a.is_small() && b.is_small() &&
      internal::SubtractSmall(Access::Small(b), Access::Small(a), change) &&
      internal::PercentIsSmall(change, Access::Small(a), digits, rounding)) {
    return internal::PercentSmall(change, Access::Small(a), digits, rounding);
  }
  return internal::ChangePercentAny(a, b, digits, rounding);
}

}  // namespace yesan
