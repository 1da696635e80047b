#include "yesan/budget/rounding_inference.h"

#include <algorithm>

#include "yesan/money/ratio.h"

namespace yesan {

std::size_t RoundingInference::Add(const ExactWon& exact, const Decimal& printed,
                                   std::int64_t unit) {
  if (unit < 1) return Add(RoundingSet(), false);
  const auto denominator = Multiply(exact.denominator, Decimal::FromInt(unit));
  if (!denominator) return Add(RoundingSet(), false);
  const RoundingSet allowed = ConsistentRoundings(exact.numerator, *denominator, printed);
  // Up and down never agree on a figure that needed rounding.
  return Add(allowed, allowed == RoundingSet::All());
}

std::optional<std::size_t> RoundingInference::Add(const Judgement& judgement) {
  switch (judgement.verdict) {
    case Verdict::kExact:
      return Add(RoundingSet::All(), true);
    case Verdict::kExactAfterRounding:
      return Add(judgement.roundings, false);
    case Verdict::kWrong:
      return Add(RoundingSet(), false);
    case Verdict::kNothingStated:
    case Verdict::kNotArithmetic:
      break;
  }
  return std::nullopt;
}

std::size_t RoundingInference::Add(RoundingSet allowed, bool exact) {
  const std::size_t index = observations_.size();
  Observation observation;
  observation.allowed = exact ? RoundingSet::All() : allowed;
  observation.exact = exact;
  observations_.push_back(observation);
  if (exact) {
    ++exact_;
    return index;
  }
  if (allowed.empty()) return index;
  ++inexact_;
  for (Rounding mode : allowed) ++fits_[static_cast<std::size_t>(mode)];
  const bool before = modes_.empty();
  modes_ = modes_.intersect(allowed);
  if (!before && modes_.empty()) emptied_by_ = index;
  return index;
}

std::size_t RoundingInference::fits(Rounding mode) const noexcept {
  return IsValid(mode) ? fits_[static_cast<std::size_t>(mode)] : 0;
}

RoundingSet RoundingInference::best() const noexcept {
  const std::size_t most = *std::max_element(std::begin(fits_), std::end(fits_));
  RoundingSet best;
  if (most == 0) return best;
  for (Rounding mode : RoundingSet::All()) {
    if (fits(mode) == most) best.insert(mode);
  }
  return best;
}

std::vector<std::size_t> RoundingInference::against(Rounding mode) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < observations_.size(); ++i) {
    const Observation& observation = observations_[i];
    if (!observation.exact && !observation.allowed.empty() && !observation.allowed.contains(mode)) {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<std::size_t> RoundingInference::unexplained() const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < observations_.size(); ++i) {
    if (!observations_[i].exact && observations_[i].allowed.empty()) found.push_back(i);
  }
  return found;
}

}  // namespace yesan
