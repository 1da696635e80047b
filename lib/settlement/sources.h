// What entries say of the sources of items.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "yesan/ledger/balances.h"

namespace yesan::internal {

class BookState;

// The sums of the entries that name a source, by item and source.
using SourceSums = std::map<std::pair<std::uint32_t, std::uint8_t>, ItemBalances>;

[[nodiscard]] SourceSums SumSources(const BookState& state, std::int32_t fiscal_year);

}  // namespace yesan::internal
