// Every sum of an item, once.
#pragma once

#include <cstdint>

#include "yesan/ledger/balances.h"

namespace yesan::internal {

inline constexpr std::int64_t ItemBalances::*kSums[] = {
    &ItemBalances::original,
    &ItemBalances::supplementary,
    &ItemBalances::provisional,
    &ItemBalances::carryover_in,
    &ItemBalances::pre_enactment,
    &ItemBalances::excess_revenue,
    &ItemBalances::inter_program_virement,
    &ItemBalances::intra_program_virement,
    &ItemBalances::minor_reallocation,
    &ItemBalances::reorganization,
    &ItemBalances::contingency_draw,
    &ItemBalances::allotted,
    &ItemBalances::committed_total,
    &ItemBalances::disbursed,
    &ItemBalances::explicit_out,
    &ItemBalances::accidental_out,
    &ItemBalances::continuing_out,
    &ItemBalances::construction_out,
    &ItemBalances::commitments_out,
    &ItemBalances::subsidy_refund,
    &ItemBalances::assessed,
    &ItemBalances::received,
    &ItemBalances::written_off,
};
static_assert(sizeof(ItemBalances) == sizeof(kSums) / sizeof(kSums[0]) * sizeof(std::int64_t),
              "a sum is missing");

// Of sums over items: sixteen of them, as many as the longest identity has, stay inside 64 bits.
inline constexpr std::int64_t kTotalMax = INT64_MAX / 16;

}  // namespace yesan::internal
