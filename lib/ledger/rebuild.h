// Sums from the entries alone, and how they are told apart.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lib/ledger/state.h"

namespace yesan::internal {

using GroupKey = std::pair<std::uint32_t, std::string>;

// Whether an item fits every part of a filter that is set.
[[nodiscard]] bool Fits(const BookState& state, std::uint32_t item, const ItemFilter& filter);
[[nodiscard]] GroupKey GroupKeyOf(const BookState& state, std::uint32_t item, GroupBy by);

// The balances of every item from the entries up to a day and an entry, both closed: one pass over the columns. Gives the
// items of which a sum left ±kTotalMax on the way or at the end, ascending: their balances mean nothing. Posting keeps them
// inside ±10^17 in its own order; by days they may be anything.
[[nodiscard]] std::vector<std::uint32_t> Rebuild(const BookState& state, std::int32_t day,
                                                 std::uint32_t known,
                                                 std::vector<ItemBalances>& sums);

}  // namespace yesan::internal
