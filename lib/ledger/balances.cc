#include "yesan/ledger/balances.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

#include "lib/ledger/sums.h"
#include "yesan/money/small.h"

namespace yesan {

std::int64_t ItemBalances::adopted() const noexcept {
  return original + supplementary + provisional;
}

std::int64_t ItemBalances::net_adjustment() const noexcept {
  return pre_enactment + excess_revenue + inter_program_virement + intra_program_virement +
         minor_reallocation + reorganization + contingency_draw;
}

std::int64_t ItemBalances::current_budget() const noexcept {
  return adopted() + carryover_in + net_adjustment();
}

std::int64_t ItemBalances::carryover_out() const noexcept {
  return explicit_out + accidental_out + continuing_out + construction_out;
}

std::int64_t ItemBalances::outstanding() const noexcept {
  return committed_total - disbursed - commitments_out;
}

std::int64_t ItemBalances::lapsed_balance() const noexcept {
  return current_budget() - disbursed - carryover_out();
}

std::int64_t ItemBalances::unspent_balance() const noexcept {
  return lapsed_balance() - subsidy_refund;
}

std::int64_t ItemBalances::uncollected() const noexcept {
  return assessed - received - written_off;
}

bool operator==(const ItemBalances& a, const ItemBalances& b) noexcept {
  return std::all_of(std::begin(internal::kSums), std::end(internal::kSums),
                     [&](std::int64_t ItemBalances::*sum) { return a.*sum == b.*sum; });
}

Result<void> AddTo(ItemBalances& into, const ItemBalances& other) {
  ItemBalances sums = into;
  for (std::int64_t ItemBalances::*sum : internal::kSums) {
    if (!internal::AddSmall(into.*sum, other.*sum, sums.*sum) || sums.*sum > internal::kTotalMax ||
        sums.*sum < -internal::kTotalMax) {
      return Error(Code::kOverflow);
    }
  }
  into = sums;
  return {};
}

Result<void> BalanceTable::Merge(const BalanceTable& other) {
  if (other.by != by) return Error(Code::kInvalidArgument);
  const auto before = [](const BalanceRow& a, const BalanceRow& b) {
    return std::tie(a.key, a.code) < std::tie(b.key, b.code);
  };
  std::vector<BalanceRow> merged;
  merged.reserve(rows.size() + other.rows.size());
  std::merge(rows.begin(), rows.end(), other.rows.begin(), other.rows.end(),
             std::back_inserter(merged), before);
  std::vector<BalanceRow> sums;
  sums.reserve(merged.size());
  for (BalanceRow& row : merged) {
    if (!sums.empty() && sums.back().key == row.key && sums.back().code == row.code) {
      if (Result<void> added = AddTo(sums.back().sums, row.sums); !added) return added;
    } else {
      sums.push_back(std::move(row));
    }
  }
  rows = std::move(sums);
  return {};
}

}  // namespace yesan
