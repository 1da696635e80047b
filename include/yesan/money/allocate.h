/// @file
/// Sharing an amount out so that the shares add up to it exactly.
#pragma once

#include <cstddef>
#include <cstdint>

#include "yesan/base/result.h"
#include "yesan/money/decimal.h"
#include "yesan/money/money.h"

namespace yesan {

/// Shares `total` out in proportion to `count` weights, by the largest remainder: every share is first cut to whole
/// won towards zero, then the won that are left go one each to the shares with the largest fractions cut off; equal
/// fractions are served in order of index, the lowest first. So the shares add up to the total exactly, and each is
/// less than one won away from its exact value. 100 won over weights 1, 1, 1 are 34, 33, 33.
///
/// A negative total gives the negatives of the shares of its magnitude. A weight of zero gets nothing. Weights are in
/// any unit; only their proportions count. `shares` has room for `count` amounts, and may
/// be the array of the weights itself; on a refusal it is unchanged.
///
/// Refuses with kInvalidArgument when there are no weights or a pointer is null, with kOutOfRange (row: the index)
/// when a weight is negative, and with kDivisionByZero when all weights are zero.
///
/// For leftovers of a grant that go back to its payers by their shares, and for splitting a common cost over programs.
[[nodiscard]] Result<void> Allocate(Money total, const std::int64_t* weights, std::size_t count,
                                    Money* shares);
[[nodiscard]] Result<void> Allocate(Money total, const Money* weights, std::size_t count,
                                    Money* shares);
[[nodiscard]] Result<void> Allocate(Money total, const Decimal* weights, std::size_t count,
                                    Money* shares);

/// As Allocate, in whole multiples of `unit` won: shares in 천원 with unit 1000. The total must be such a multiple
/// itself, or nothing could add up to it: kInexact otherwise (round it first, by name). kOutOfRange for a unit below 1.
[[nodiscard]] Result<void> AllocateInUnits(Money total, std::int64_t unit,
                                           const std::int64_t* weights, std::size_t count,
                                           Money* shares);
[[nodiscard]] Result<void> AllocateInUnits(Money total, std::int64_t unit, const Money* weights,
                                           std::size_t count, Money* shares);
[[nodiscard]] Result<void> AllocateInUnits(Money total, std::int64_t unit, const Decimal* weights,
                                           std::size_t count, Money* shares);

/// As Allocate for decimals: every share has the scale of the total, and the step is one in its last digit: 1.00 over
/// 1, 1, 1 is 0.34, 0.33, 0.33.
[[nodiscard]] Result<void> Allocate(const Decimal& total, const Decimal* weights, std::size_t count,
                                    Decimal* shares);

}  // namespace yesan
