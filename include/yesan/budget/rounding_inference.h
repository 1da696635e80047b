/// @file
/// How a document rounds, found out from its figures and never assumed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "yesan/budget/formula.h"
#include "yesan/money/decimal.h"
#include "yesan/money/rounding.h"

namespace yesan {

/// Collects what each printed figure of a document says about its rounding, and gives the set of modes that all of them
/// allow.
///
/// A document seldom says how it rounds: `Δ22` printed for −21.7356 fits five of seven modes, 264,663 for 264,662.4 fits
/// two ({up, ceiling}), and the two books that print such figures side by side fit none. The set is what can be known;
/// it never falls back on a likely mode.
///
/// Three kinds of observation are kept apart: exact ones (nothing was rounded; every mode allows them), inexact ones
/// (some modes allow them), and unexplained ones (no mode does: a misprint, not evidence about rounding; they do not
/// enter modes()). Observations are numbered from 0 in the order of Add.
class RoundingInference {
 public:
  /// An exact value and the figure printed for it, in units of `unit` won, at the printed number of decimals:
  /// Add({264662400, 1}, 264663, 1000) allows {up, ceiling}. For a rate in percent use unit 1 and the exact
  /// quotient × 100. Returns its number. A unit below 1 makes it unexplained.
  std::size_t Add(const ExactWon& exact, const Decimal& printed, std::int64_t unit);
  /// What Judge found. kNothingStated and kNotArithmetic say nothing and are not counted: nothing is returned.
  std::optional<std::size_t> Add(const Judgement& judgement);
  /// A set that another function found (ConsistentChangeRoundings, ConsistentRowRoundings). `exact` says that the
  /// figure needed no rounding.
  std::size_t Add(RoundingSet allowed, bool exact);

  /// Observations so far.
  [[nodiscard]] std::size_t size() const noexcept { return observations_.size(); }
  /// The modes that observation `i` allows. @pre i < size()
  [[nodiscard]] RoundingSet allowed(std::size_t i) const noexcept {
    return observations_[i].allowed;
  }
  /// How many needed no rounding.
  [[nodiscard]] std::size_t exact_count() const noexcept { return exact_; }
  /// How many needed rounding and have a mode that explains them.
  [[nodiscard]] std::size_t inexact_count() const noexcept { return inexact_; }
  /// How many no mode explains.
  [[nodiscard]] std::size_t unexplained_count() const noexcept {
    return observations_.size() - exact_ - inexact_;
  }

  /// The modes that all explained observations allow: all seven while none needed rounding, empty when no one rule
  /// holds.
  [[nodiscard]] RoundingSet modes() const noexcept { return modes_; }
  /// How many of the inexact observations a mode explains, [0, inexact_count()]; 0 for kUnnecessary.
  [[nodiscard]] std::size_t fits(Rounding mode) const noexcept;
  /// The modes with the most fits; empty when nothing needed rounding. A statement about the document, not a licence
  /// to round with them when modes() is empty.
  [[nodiscard]] RoundingSet best() const noexcept;
  /// The observation at which modes() became empty; nothing while it is not.
  [[nodiscard]] std::optional<std::size_t> emptied_by() const noexcept { return emptied_by_; }
  /// The inexact observations that a mode does not explain, in order: against(kHalfUp) lists what a half-up book would
  /// not have printed.
  [[nodiscard]] std::vector<std::size_t> against(Rounding mode) const;
  /// The observations that no mode explains, in order.
  [[nodiscard]] std::vector<std::size_t> unexplained() const;

 private:
  struct Observation {
    RoundingSet allowed;
    bool exact = false;
  };
  std::vector<Observation> observations_;
  std::size_t exact_ = 0;
  std::size_t inexact_ = 0;
  std::size_t fits_[kRoundingCount] = {};
  RoundingSet modes_ = RoundingSet::All();
  std::optional<std::size_t> emptied_by_;
};

}  // namespace yesan
