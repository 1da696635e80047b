// The digits of a printed amount: what they say, and whether their commas and points stand rightly.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "lib/money/amount_text.h"
#include "yesan/money/amount.h"

namespace yesan::internal {

/// Digits, commas and points as they stand, and what they say.
struct Figure {
  std::array<char, Decimal::kMaxDigits> digits{};  // without zeros in front
  std::size_t count = 0;                           // digits kept or, beyond 38, only counted
  std::size_t decimals = 0;                        // digits behind the first point
  std::size_t whole_digits = 0;                    // digits before it, zeros in front too
  std::size_t commas = 0;
  std::size_t points = 0;
  bool zero_first = false;
  bool regular = true;         // every comma parts groups of three
  std::size_t last_group = 0;  // digits behind the last comma or point
  AmountFault fault = AmountFault::kNone;
  Decimal value;

  bool has_zero_in_front() const { return zero_first && whole_digits > 1; }
};

/// Reads the figure at `offset`, which moves behind it. Commas and points stand inside a figure: both
/// neighbours are digits. What stands otherwise is not part of it, and neither is a comma behind the
/// first point. On false the figure may hold anything and the offset lies inside it.
bool ReadFigure(std::string_view text, std::size_t& offset, Figure& figure, Refusal& refusal);

}  // namespace yesan::internal
