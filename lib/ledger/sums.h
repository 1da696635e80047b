// Every sum of an item, once.
#pragma once

#include <cstdint>

#include "yesan/ledger/balances.h"
#include "yesan/money/decimal.h"

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

// A sum of any number of amounts, exactly: 2^32 of 63 bits do not overflow its halves.
class WideSum {
 public:
  void Add(std::int64_t amount) noexcept {
    high_ += amount / kHalf;
    low_ += amount % kHalf;
    high_ += low_ / kHalf;
    low_ %= kHalf;
  }
  void Add(const WideSum& other) noexcept {
    high_ += other.high_;
    low_ += other.low_;
    high_ += low_ / kHalf;
    low_ %= kHalf;
  }
  void Subtract(const WideSum& other) noexcept {
    high_ -= other.high_;
    low_ -= other.low_;
    high_ += low_ / kHalf;
    low_ %= kHalf;
  }
  // −1, 0 or 1.
  [[nodiscard]] int sign() const noexcept {
    if (high_ != 0) return high_ > 0 ? 1 : -1;  // the low half is less than one of the high half
    return low_ == 0 ? 0 : low_ > 0 ? 1 : -1;
  }
  friend bool operator>(WideSum a, const WideSum& b) noexcept {
    a.Subtract(b);
    return a.sign() > 0;
  }
  friend bool operator!=(WideSum a, const WideSum& b) noexcept {
    a.Subtract(b);
    return a.sign() != 0;
  }
  [[nodiscard]] Decimal value() const {
    // At most 2^95, where a Decimal holds 2^126.
    return *yesan::Add(*Multiply(Decimal::FromInt(high_), Decimal::FromInt(kHalf)),
                       Decimal::FromInt(low_));
  }

 private:
  static constexpr std::int64_t kHalf = std::int64_t{1} << 32;
  std::int64_t high_ = 0;
  std::int64_t low_ = 0;
};

}  // namespace yesan::internal
