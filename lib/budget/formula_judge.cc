// Stated results against exact ones.

#include <cstdint>
#include <limits>
#include <optional>

#include "yesan/budget/formula.h"
#include "yesan/money/ratio.h"

namespace yesan {
namespace {

// Books in 천원 print won that were rounded to it.
constexpr std::int64_t kCoarsestWon = 1'000;

// A stated figure in one unit, whole units of `grain` won.
struct Reading {
  std::int64_t count = 0;  // stated = count × grain, signed
  std::int64_t grain = 0;
};

std::uint64_t Magnitude(std::int64_t value) noexcept {
  return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                   : static_cast<std::uint64_t>(value);
}

// The common case in int64: a stated figure that is whole won, and its grain.
std::optional<Reading> ReadSmall(const Decimal& figure, Unit unit) noexcept {
  if (!figure.is_small() || figure.scale() > DigitsInWon(unit)) return std::nullopt;
  Reading reading;
  reading.count = static_cast<std::int64_t>(figure.lo());
  reading.grain = FactorInWon(unit);
  for (std::int32_t i = 0; i < figure.scale(); ++i) reading.grain /= 10;
  if (unit == Unit::kWon) {
    while (reading.grain < kCoarsestWon && reading.count % 10 == 0) {
      reading.count /= 10;
      reading.grain *= 10;
    }
  }
  return reading;
}

struct Fit {
  bool exact = false;
  RoundingSet roundings;
  std::int64_t grain = 0;
};

// numerator ÷ denominator against count × grain, when all of it fits 64 bits.
bool FitSmall(const ExactWon& exact, const Reading& reading, Fit& fit) noexcept {
  if (!exact.numerator.is_small() || !exact.denominator.is_small()) return false;
  if (exact.numerator.scale() != 0 || exact.denominator.scale() != 0) return false;
  const auto numerator = static_cast<std::int64_t>(exact.numerator.lo());
  const std::uint64_t denominator = exact.denominator.lo();
  const auto grain = static_cast<std::uint64_t>(reading.grain);
  if (denominator > std::numeric_limits<std::uint64_t>::max() / grain) return false;
  const std::uint64_t divisor = denominator * grain;
  const bool negative = numerator < 0;
  const std::uint64_t quotient = Magnitude(numerator) / divisor;
  const std::uint64_t rest = Magnitude(numerator) % divisor;
  const std::uint64_t printed = Magnitude(reading.count);
  fit.grain = reading.grain;
  const bool same_sign = printed == 0 || (reading.count < 0) == negative;
  if (rest == 0) {
    fit.exact = same_sign && printed == quotient;
    if (fit.exact) fit.roundings = RoundingSet::All();
    return true;
  }
  const bool stays = printed == quotient;
  const bool moves = printed == quotient + 1;
  if (!same_sign || (!stays && !moves)) return true;
  const std::uint64_t other = divisor - rest;
  const int half = rest < other ? -1 : (other < rest ? 1 : 0);
  for (Rounding mode : RoundingSet::All()) {
    if (internal::MovesAway(mode, negative, quotient % 2 != 0, half) == moves) {
      fit.roundings.insert(mode);
    }
  }
  return true;
}

// The stated figure in won, for figures of any width.
std::optional<Decimal> InWon(const Decimal& figure, Unit unit) {
  auto won = Multiply(figure, Decimal::FromInt(FactorInWon(unit)));
  if (!won) return std::nullopt;
  return *won;
}

Fit FitWide(const ExactWon& exact, const Decimal& figure, Unit unit) {
  Fit fit;
  const auto won = InWon(figure, unit);
  if (!won) return fit;
  // The grain is 10^(zeros − scale) won, which may be less than one.
  Decimal printed = figure;
  std::int64_t grain = FactorInWon(unit);
  if (unit == Unit::kWon) {
    // Trailing zeros of whole won say how coarse the rounding may have been.
    while (grain < kCoarsestWon) {
      auto next = Divide(*won, Decimal::FromInt(grain * 10), 0, Rounding::kUnnecessary);
      if (!next) break;
      grain *= 10;
      printed = *next;
    }
  }
  auto denominator = Multiply(exact.denominator, Decimal::FromInt(grain));
  if (!denominator) return fit;
  fit.roundings = ConsistentRoundings(exact.numerator, *denominator, printed);
  fit.exact = Compare(ExactWon{*won, Decimal::FromInt(1)}, exact) == 0;
  fit.grain = grain;
  for (std::int32_t i = 0; i < printed.scale() && fit.grain > 1; ++i) fit.grain /= 10;
  return fit;
}

Fit FitOf(const ExactWon& exact, const Decimal& figure, Unit unit) {
  Fit fit;
  if (const auto reading = ReadSmall(figure, unit)) {
    if (FitSmall(exact, *reading, fit)) return fit;
  }
  return FitWide(exact, figure, unit);
}

// Stated − exact; nothing beyond 38 digits.
std::optional<ExactWon> DifferenceOf(const ExactWon& exact, const Decimal& figure, Unit unit) {
  const auto won = InWon(figure, unit);
  if (!won) return std::nullopt;
  auto stated = Multiply(*won, exact.denominator);
  if (!stated) return std::nullopt;
  auto difference = Subtract(*stated, exact.numerator);
  if (!difference) return std::nullopt;
  return ExactWon{*difference, exact.denominator};
}

Judgement Describe(const ExactWon& exact, const StatedAmount& stated, Unit unit, const Fit& fit) {
  Judgement judgement;
  judgement.unit = unit;
  judgement.unit_assumed = !IsMoney(stated.unit);
  judgement.roundings = fit.roundings;
  if (fit.exact) {
    judgement.verdict = Verdict::kExact;
    judgement.rounded_to = fit.grain;
    return judgement;
  }
  judgement.verdict = fit.roundings.empty() ? Verdict::kWrong : Verdict::kExactAfterRounding;
  if (!fit.roundings.empty()) judgement.rounded_to = fit.grain;
  if (const auto difference = DifferenceOf(exact, stated.figure, unit)) {
    judgement.difference = *difference;
  }
  return judgement;
}

// Whether a is less far from zero than b.
bool IsNearer(const ExactWon& a, const ExactWon& b) noexcept {
  return Compare(ExactWon{Abs(a.numerator), a.denominator},
                 ExactWon{Abs(b.numerator), b.denominator}) < 0;
}

}  // namespace

std::string_view Name(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::kExact:
      return "exact";
    case Verdict::kExactAfterRounding:
      return "exact_after_rounding";
    case Verdict::kWrong:
      return "wrong";
    case Verdict::kNothingStated:
      return "nothing_stated";
    case Verdict::kNotArithmetic:
      return "not_arithmetic";
  }
  return "unknown";
}

Judgement Judge(const ExactWon& exact, const StatedAmount& stated, Unit column_unit) noexcept {
  if (IsMoney(stated.unit)) {
    return Describe(exact, stated, stated.unit, FitOf(exact, stated.figure, stated.unit));
  }
  const Unit column = IsMoney(column_unit) ? column_unit : Unit::kWon;
  const Fit in_column = FitOf(exact, stated.figure, column);
  if (in_column.exact || column == Unit::kWon) return Describe(exact, stated, column, in_column);
  if (stated.from_column && !in_column.roundings.empty()) {
    return Describe(exact, stated, column, in_column);
  }
  const Fit in_won = FitOf(exact, stated.figure, Unit::kWon);
  if (in_won.exact) return Describe(exact, stated, Unit::kWon, in_won);
  if (!in_column.roundings.empty()) return Describe(exact, stated, column, in_column);
  if (!in_won.roundings.empty()) return Describe(exact, stated, Unit::kWon, in_won);
  const Judgement column_judgement = Describe(exact, stated, column, in_column);
  const Judgement won_judgement = Describe(exact, stated, Unit::kWon, in_won);
  return IsNearer(won_judgement.difference, column_judgement.difference) ? won_judgement
                                                                         : column_judgement;
}

Result<Judgement> JudgeSide(const Formula& formula, std::string_view text, std::size_t side,
                            std::size_t which, Unit column_unit) {
  if (side >= formula.side_count()) return Error(Code::kInvalidArgument);
  const FormulaSide& s = formula.side(side);
  Judgement judgement;
  if (!s.has_expression) return judgement;
  auto exact = Evaluate(formula, text, side);
  if (!exact) return std::move(exact).error();
  if (which >= s.stated_count) {
    judgement.verdict = Verdict::kNothingStated;
    return judgement;
  }
  return Judge(*exact, formula.stated(s.first_stated + which), column_unit);
}

namespace {

Result<ExactWon> SideAmount(const Formula& formula, std::string_view text, std::size_t side,
                            Unit column_unit) {
  const FormulaSide& s = formula.side(side);
  if (s.has_expression || s.stated_count == 0) return Evaluate(formula, text, side);
  const StatedAmount& stated = formula.stated(s.first_stated);
  const Unit unit = IsMoney(stated.unit)   ? stated.unit
                    : IsMoney(column_unit) ? column_unit
                                           : Unit::kWon;
  const auto won = InWon(stated.figure, unit);
  if (!won) return Error(Code::kOverflow);
  return ExactWon{*won, Decimal::FromInt(1)};
}

}  // namespace

Result<Money> RowAmount(const Formula& formula, std::string_view text, Rounding rounding,
                        std::int64_t unit, Unit column_unit) {
  Money total;
  for (std::size_t side = 0; side < formula.side_count(); ++side) {
    auto exact = SideAmount(formula, text, side, column_unit);
    if (!exact) return std::move(exact).error();
    auto rounded = exact->Round(unit, rounding);
    if (!rounded) return std::move(rounded).error();
    const bool prior = formula.side(side).role == FormulaRole::kPrior;
    auto next = prior ? Subtract(total, *rounded) : Add(total, *rounded);
    if (!next) return std::move(next).error();
    total = *next;
  }
  return total;
}

RoundingSet ConsistentRowRoundings(const Formula& formula, std::string_view text, Money stated,
                                   std::int64_t unit, Unit column_unit) {
  RoundingSet consistent;
  for (Rounding mode : RoundingSet::All()) {
    const auto amount = RowAmount(formula, text, mode, unit, column_unit);
    if (amount && *amount == stated) consistent.insert(mode);
  }
  return consistent;
}

}  // namespace yesan
