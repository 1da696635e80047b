// The sums of an item by the names that they have in a file.
#pragma once

#include <cstdint>

#include "yesan/ledger/balances.h"

namespace yesan::internal {

struct SumName {
  const char* name;
  std::int64_t ItemBalances::*sum;
};
inline constexpr SumName kSumNames[] = {
    {"original", &ItemBalances::original},
    {"supplementary", &ItemBalances::supplementary},
    {"provisional", &ItemBalances::provisional},
    {"carryover_in", &ItemBalances::carryover_in},
    {"pre_enactment", &ItemBalances::pre_enactment},
    {"excess_revenue", &ItemBalances::excess_revenue},
    {"inter_program_virement", &ItemBalances::inter_program_virement},
    {"intra_program_virement", &ItemBalances::intra_program_virement},
    {"minor_reallocation", &ItemBalances::minor_reallocation},
    {"reorganization", &ItemBalances::reorganization},
    {"contingency_draw", &ItemBalances::contingency_draw},
    {"allotted", &ItemBalances::allotted},
    {"committed_total", &ItemBalances::committed_total},
    {"disbursed", &ItemBalances::disbursed},
    {"subsidy_refund", &ItemBalances::subsidy_refund},
    {"explicit_out", &ItemBalances::explicit_out},
    {"accidental_out", &ItemBalances::accidental_out},
    {"continuing_out", &ItemBalances::continuing_out},
    {"construction_out", &ItemBalances::construction_out},
    {"commitments_out", &ItemBalances::commitments_out},
    {"assessed", &ItemBalances::assessed},
    {"received", &ItemBalances::received},
    {"written_off", &ItemBalances::written_off},
};
static_assert(sizeof(ItemBalances) == sizeof kSumNames / sizeof kSumNames[0] * sizeof(std::int64_t),
              "a sum is missing");

}  // namespace yesan::internal
