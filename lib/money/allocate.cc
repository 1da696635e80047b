#include "yesan/money/allocate.h"

#include <algorithm>

#include "absl/container/fixed_array.h"
#include "lib/money/exact.h"

namespace yesan {

using internal::Magnitude;
using internal::Uint128;
using internal::Wide;
using internal::Widen;
using internal::WidePowerOfTen;

namespace {

template <class T>
struct Fraction {
  T rest;  // what total × weight ÷ sum leaves over, in sum-ths of a step
  std::size_t index;
};

// Calls put(index, share) for every share and then step(index) for each that gets one more, so that they add up to the
// total. T holds total × any weight.
template <class T, class WeightAt, class Put, class Step>
void Share(const T& total, const T& sum, std::size_t count, WeightAt weight_at, Put put,
           Step step) {
  absl::FixedArray<Fraction<T>, sizeof(T) <= sizeof(Uint128) ? 64 : 1> fractions(count);
  T left = total;
  for (std::size_t i = 0; i < count; ++i) {
    const T product = total * T(weight_at(i));
    const T whole = product / sum;
    fractions[i].rest = product - whole * sum;
    fractions[i].index = i;
    left -= whole;
    put(i, whole);
  }
  // Each fraction is less than one step, so fewer than count are left, and none goes to a share without a fraction.
  const auto steps = static_cast<std::size_t>(left);
  if (steps == 0) return;
  std::nth_element(fractions.begin(), fractions.begin() + (steps - 1), fractions.end(),
                   [](const Fraction<T>& a, const Fraction<T>& b) {
                     return a.rest != b.rest ? a.rest > b.rest : a.index < b.index;
                   });
  for (std::size_t i = 0; i < steps; ++i) step(fractions[i].index);
}

// Total and weights of one limb: products of one limb where they fit, of two otherwise.
template <class WeightAt, class Put, class Step>
void ShareOneLimb(std::uint64_t total, std::size_t count, Uint128 sum, std::uint64_t largest,
                  WeightAt weight_at, Put put, Step step) {
  if (internal::FitsOneLimb(sum) && internal::FitsOneLimb(internal::MultiplyFull(total, largest))) {
    Share<std::uint64_t>(total, internal::Low(sum), count, weight_at, put, step);
  } else {
    Share<Uint128>(
        Uint128(total), sum, count, weight_at,
        [&](std::size_t i, Uint128 whole) { put(i, internal::Low(whole)); }, step);
  }
}

// Weights as whole numbers in one unit: their signs looked at, their sum and the largest of them.
struct Survey {
  Code code = Code::kOk;
  std::size_t row = 0;  // of the first negative weight
  std::int32_t scale = 0;
  bool one_limb = true;
  Uint128 sum = 0;
  std::uint64_t largest = 0;
};

constexpr std::int64_t Value(std::int64_t weight) noexcept { return weight; }
constexpr std::int64_t Value(Money weight) noexcept { return weight.minor(); }

template <class T>
Survey Look(const T* weights, std::size_t count) {
  Survey survey;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t weight = Value(weights[i]);
    if (weight < 0) {
      survey.code = Code::kOutOfRange;
      survey.row = i;
      return survey;
    }
    const auto magnitude = static_cast<std::uint64_t>(weight);
    survey.sum += Uint128(magnitude);
    survey.largest = std::max(survey.largest, magnitude);
  }
  if (survey.sum == Uint128(0)) survey.code = Code::kDivisionByZero;
  return survey;
}

Uint128 Aligned(const Decimal& weight, std::int32_t scale) {
  // Only asked for when it fits.
  return Magnitude(weight) * internal::PowerOfTen(scale - weight.scale());
}

Survey Look(const Decimal* weights, std::size_t count) {
  Survey survey;
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (weights[i].sign() < 0) {
      survey.code = Code::kOutOfRange;
      survey.row = i;
      return survey;
    }
    any = any || !weights[i].is_zero();
    survey.scale = std::max(survey.scale, weights[i].scale());
  }
  if (!any) survey.code = Code::kDivisionByZero;
  for (std::size_t i = 0; i < count; ++i) {
    Uint128 magnitude;
    if (!internal::MultiplyChecked(Magnitude(weights[i]),
                                   internal::PowerOfTen(survey.scale - weights[i].scale()),
                                   magnitude) ||
        !internal::FitsOneLimb(magnitude)) {
      survey.one_limb = false;
      return survey;
    }
    survey.sum += magnitude;
    survey.largest = std::max(survey.largest, internal::Low(magnitude));
  }
  return survey;
}

template <class T>
std::uint64_t WeightAt(const T* weights, const Survey&, std::size_t i) {
  return static_cast<std::uint64_t>(Value(weights[i]));
}
std::uint64_t WeightAt(const Decimal* weights, const Survey& survey, std::size_t i) {
  if (weights[i].scale() == survey.scale) return weights[i].lo();
  return internal::Low(Aligned(weights[i], survey.scale));
}

// Decimal weights of any width.
template <class Put, class Step>
void ShareWide(const Wide& total, const Decimal* weights, std::size_t count, std::int32_t scale,
               Put put, Step step) {
  const auto weight_at = [&](std::size_t i) {
    return Wide(Widen(Magnitude(weights[i])) * WidePowerOfTen(scale - weights[i].scale()));
  };
  Wide sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += weight_at(i);
  Share<Wide>(total, sum, count, weight_at, put, step);
}

Result<void> Refuse(const Survey& survey) {
  if (survey.code != Code::kOutOfRange) return Error(survey.code);
  return Error(survey.code).AtRow(static_cast<std::int64_t>(survey.row));
}

template <class T>
Result<void> AllocateMoney(Money total, std::int64_t unit, const T* weights, std::size_t count,
                           Money* shares) {
  if (weights == nullptr || shares == nullptr || count == 0) return Error(Code::kInvalidArgument);
  if (unit < 1) return Error(Code::kOutOfRange);
  const Survey survey = Look(weights, count);
  if (survey.code != Code::kOk) return Refuse(survey);
  if (total.minor() % unit != 0) return Error(Code::kInexact);

  // Two's complement, so that the least int64 needs no case of its own.
  const std::uint64_t one = static_cast<std::uint64_t>(total.minor() < 0 ? -unit : unit);
  const std::uint64_t units = Magnitude(total.minor()) / static_cast<std::uint64_t>(unit);
  const auto put = [=](std::size_t i, std::uint64_t whole) {
    shares[i] = Money(static_cast<std::int64_t>(whole * one));
  };
  const auto step = [=](std::size_t i) {
    shares[i] =
        Money(static_cast<std::int64_t>(static_cast<std::uint64_t>(shares[i].minor()) + one));
  };
  if constexpr (std::is_same_v<T, Decimal>) {
    if (!survey.one_limb) {
      ShareWide(
          Wide(units), weights, count, survey.scale,
          [=](std::size_t i, const Wide& whole) { put(i, static_cast<std::uint64_t>(whole)); },
          step);
      return {};
    }
  }
  ShareOneLimb(
      units, count, survey.sum, survey.largest,
      [&](std::size_t i) { return WeightAt(weights, survey, i); }, put, step);
  return {};
}

}  // namespace

Result<void> Allocate(Money total, const std::int64_t* weights, std::size_t count, Money* shares) {
  return AllocateMoney(total, 1, weights, count, shares);
}
Result<void> Allocate(Money total, const Money* weights, std::size_t count, Money* shares) {
  return AllocateMoney(total, 1, weights, count, shares);
}
Result<void> Allocate(Money total, const Decimal* weights, std::size_t count, Money* shares) {
  return AllocateMoney(total, 1, weights, count, shares);
}
Result<void> AllocateInUnits(Money total, std::int64_t unit, const std::int64_t* weights,
                             std::size_t count, Money* shares) {
  return AllocateMoney(total, unit, weights, count, shares);
}
Result<void> AllocateInUnits(Money total, std::int64_t unit, const Money* weights,
                             std::size_t count, Money* shares) {
  return AllocateMoney(total, unit, weights, count, shares);
}
Result<void> AllocateInUnits(Money total, std::int64_t unit, const Decimal* weights,
                             std::size_t count, Money* shares) {
  return AllocateMoney(total, unit, weights, count, shares);
}

Result<void> Allocate(const Decimal& total, const Decimal* weights, std::size_t count,
                      Decimal* shares) {
  if (weights == nullptr || shares == nullptr || count == 0) return Error(Code::kInvalidArgument);
  const Survey survey = Look(weights, count);
  if (survey.code != Code::kOk) return Refuse(survey);

  const Decimal whole_amount = total;  // which may be one of the shares
  const bool negative = whole_amount.sign() < 0;
  const std::int32_t scale = whole_amount.scale();
  const Uint128 magnitude = Magnitude(whole_amount);
  const auto put = [=](std::size_t i, Uint128 whole) {
    shares[i] = internal::MakeDecimal(negative, whole, scale);
  };
  const auto step = [=](std::size_t i) { put(i, Magnitude(shares[i]) + Uint128(1)); };
  if (survey.one_limb && internal::FitsOneLimb(magnitude)) {
    ShareOneLimb(
        internal::Low(magnitude), count, survey.sum, survey.largest,
        [&](std::size_t i) { return WeightAt(weights, survey, i); },
        [&](std::size_t i, std::uint64_t whole) { put(i, Uint128(whole)); }, step);
  } else {
    ShareWide(
        Widen(magnitude), weights, count, survey.scale,
        [&](std::size_t i, const Wide& whole) { put(i, internal::Narrow(whole)); }, step);
  }
  return {};
}

}  // namespace yesan
