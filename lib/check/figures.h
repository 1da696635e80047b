// Printed figures as exact quantities, sums over them, and how they are printed back at their place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/base/place.h"
#include "yesan/money/amount.h"
#include "yesan/money/money.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {

// An amount of a sheet, exactly, with what is needed to print another one as the place would.
//
// In a table without a unit `value` counts whatever the figures count and `unit` is kNone: such
// quantities are compared with each other, never with money. A figure whose notation is at fault
// (`59,12`) takes part with its likely value: the fault has a finding of its own.
struct Quantity {
  Money value;                       // won, or ones of an unnamed unit
  Unit unit = Unit::kNone;           // of the place
  std::int32_t digits = 0;           // printed behind the point
  SignMark minus = SignMark::kNone;  // the mark printed here, if any
  bool unit_written = false;         // whether the figure carries its unit itself
  Place place;                       // the cell
  std::string_view printed;          // the cell, as printed

  // One of the last place that is printed, in `value`'s terms: 1,000 for a figure in 천원.
  [[nodiscard]] std::int64_t last_place() const noexcept;
};

// What a dash or a blank counts as when a sum is proved.
enum class Nothing { kIsAbsent, kDashIsZero, kDashOrBlankIsZero };

// The total of a figure; nothing when it is no number, or does not fit.
std::optional<Quantity> TotalOf(const Figure& figure, Nothing nothing = Nothing::kIsAbsent);
// The subsidy part: a figure, or zero for `(x-)`; nothing when no subsidy part is stated.
std::optional<Quantity> PartOf(const Figure& figure);
// The figure that is likely meant. One comma with two digits behind it is a decimal point in a rate, and a slip of the
// grouping in a column of whole amounts (`59,12` for 5,912 백만원); 억원 and above are often printed with decimals.
Decimal LikelyOf(const Amount& amount, Unit unit);
// The rate of a figure as it is printed (its likely value), or nothing.
std::optional<Decimal> RateOf(const Figure& figure);
// The figure of `text` is a subsidy mark without anything else: `(x-)`, `(x 1,234)`.
bool HasPartOnly(const Figure& figure);

// A figure of a table without a unit as if the table had one; nothing when it does not fit 64 bits.
std::optional<Quantity> InUnit(Quantity bare, Unit unit);

// Whether two quantities may be compared at all: both money, or both of a table without a unit.
bool Comparable(const Quantity& a, const Quantity& b);

// How a total stands to the sum of its parts.
enum class Fit {
  kUnknown,  // cannot be compared, or does not fit 64 bits
  kExact,
  kRounded,  // the difference is what printing in 백만원 or more explains
  kOff,
};
struct SumFit {
  Fit fit = Fit::kUnknown;
  Money sum;
  Money difference;  // total − sum
};
// Compares a total with the sum of its parts. Tables in 천원 or 원 must add up exactly; in 백만원 and above
// each of n parts is off by half a unit at most, so that a difference of up to n/2 units proves nothing.
SumFit Compare(const Quantity& total, const std::vector<Quantity>& parts);
// The same with parts that are subtracted.
SumFit Compare(const Quantity& total, const std::vector<Quantity>& added,
               const std::vector<Quantity>& subtracted);

// What a rate of `base` leaves open when it is printed with so many digits, in the terms of the base: two units of its last
// place, since one is rounded away.
std::int64_t RateStep(Money base, std::int32_t digits);

// `value` as it would be printed at `place`: `4,066,896`, `Δ1,129,462`, `4,066,896천원`.
std::string PrintAt(const Quantity& place, Money value, SignMark minus_of_document);
// The same with the unit behind it, for sentences: `4,066,896천원`, `4,066,896 thousand won`.
std::string Say(const Quantity& place, Money value, SignMark minus_of_document, Language language);
// A rate as it would be printed at the place of another one: with or without %, with its minus mark.
std::string PrintRateAt(const Figure& place, const Decimal& rate, std::int32_t digits,
                        SignMark minus_of_document);
// A rate for sentences: `Δ22%`.
std::string SayRate(const Decimal& rate, std::int32_t digits, SignMark minus_of_document);

}  // namespace yesan::internal
