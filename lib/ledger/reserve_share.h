// The share of an account's budget that its reserve (예비비) may have.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "lib/ledger/state.h"
#include "yesan/money/decimal.h"

namespace yesan::internal {

struct ReserveShare {
  const PolicyLine* line = nullptr;
  Decimal reserve;
  Decimal most;
};

// The first line in force on a day that the reserve of an account is above, where its items of expenditure have these
// amounts, none below zero. A fund (기금) is outside the budget of which the law speaks (지방재정법 §34③): it has no share.
[[nodiscard]] std::optional<ReserveShare> FindReserveAboveShare(
    const BookState& state, std::uint32_t account, std::int32_t day,
    const std::map<std::uint32_t, std::int64_t>& amounts);

}  // namespace yesan::internal
