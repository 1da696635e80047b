// What an entry does to the sums of its item and of the items that are controlled together.
#pragma once

#include <cstdint>

#include "yesan/ledger/balances.h"
#include "yesan/ledger/entry.h"
#include "yesan/money/small.h"

namespace yesan::internal {

// No sum of an item leaves this range, so that a current budget of eleven of them fits.
inline constexpr std::int64_t kSumMax = 100'000'000'000'000'000;

// Nor do all entries of an item that name a source come to more: so no sum of one of its sources leaves ten times that
// range, and a current budget of one fits too.
inline constexpr std::int64_t kTurnoverMax = 10 * kSumMax;

// Sums over the items that the control level takes together. `used` is what is committed, and what was carried out of
// money that no commitment held.
struct Bucket {
  std::int64_t current = 0;
  std::int64_t allotted = 0;
  std::int64_t used = 0;
  std::int64_t reserved = 0;  // owed back to payers
};

// The sum that a carry-over of a cause is kept in.
inline std::int64_t ItemBalances::*CarriedOut(Cause cause) noexcept {
  switch (cause) {
    case Cause::kExplicitCarryover:
      return &ItemBalances::explicit_out;
    case Cause::kAccidentalCarryover:
      return &ItemBalances::accidental_out;
    case Cause::kContinuingCarryover:
      return &ItemBalances::continuing_out;
    default:
      return &ItemBalances::construction_out;
  }
}

inline std::int64_t ItemBalances::*Transferred(Cause cause) noexcept {
  switch (cause) {
    case Cause::kInterProgramVirement:
      return &ItemBalances::inter_program_virement;
    case Cause::kIntraProgramVirement:
      return &ItemBalances::intra_program_virement;
    case Cause::kMinorReallocation:
      return &ItemBalances::minor_reallocation;
    case Cause::kReorganization:
      return &ItemBalances::reorganization;
    default:
      return &ItemBalances::contingency_draw;
  }
}

inline std::int64_t ItemBalances::*Voted(Cause cause) noexcept {
  switch (cause) {
    case Cause::kOriginal:
      return &ItemBalances::original;
    case Cause::kProvisional:
      return &ItemBalances::provisional;
    default:
      return &ItemBalances::supplementary;
  }
}

// Calls `change(sum, by)` for every sum of the item and `control(sum, by)` for every sum of the bucket that an entry
// changes, for an amount with its sign: above zero forwards, below zero for a correction or to take it back.
struct EffectOf {
  bool moves = false;    // a carry_out takes a commitment along
  bool revenue = false;  // of a revenue item: money carried in is not allotted
};
template <class Change, class Control>
inline void ForEachEffect(EntryKind kind, Cause cause, EffectOf of, std::int64_t amount,
                          Change&& change, Control&& control) {
  switch (kind) {
    case EntryKind::kAppropriate:
      change(Voted(cause), amount);
      control(&Bucket::current, amount);
      return;
    case EntryKind::kReduce:
      change(Voted(cause), -amount);
      control(&Bucket::current, -amount);
      return;
    case EntryKind::kAuthorizeSpending:
      change(cause == Cause::kPreEnactment ? &ItemBalances::pre_enactment
                                           : &ItemBalances::excess_revenue,
             amount);
      control(&Bucket::current, amount);
      return;
    case EntryKind::kCarryIn:
      change(&ItemBalances::carryover_in, amount);
      if (!of.revenue) change(&ItemBalances::allotted, amount);
      control(&Bucket::current, amount);
      control(&Bucket::allotted, amount);
      return;
    case EntryKind::kTransferIn:
      change(Transferred(cause), amount);
      control(&Bucket::current, amount);
      return;
    case EntryKind::kTransferOut:
      change(Transferred(cause), -amount);
      control(&Bucket::current, -amount);
      return;
    case EntryKind::kAllot:
      change(&ItemBalances::allotted, amount);
      control(&Bucket::allotted, amount);
      return;
    case EntryKind::kUnallot:
      change(&ItemBalances::allotted, -amount);
      control(&Bucket::allotted, -amount);
      return;
    case EntryKind::kCommit:
      change(&ItemBalances::committed_total, amount);
      control(&Bucket::used, amount);
      return;
    case EntryKind::kRelease:
      change(&ItemBalances::committed_total, -amount);
      control(&Bucket::used, -amount);
      return;
    case EntryKind::kDisburse:
      change(&ItemBalances::disbursed, amount);
      return;
    case EntryKind::kRefund:
      change(&ItemBalances::disbursed, -amount);
      change(&ItemBalances::committed_total, -amount);
      control(&Bucket::used, -amount);
      return;
    case EntryKind::kCarryOut:
      change(CarriedOut(cause), amount);
      if (of.moves) {
        change(&ItemBalances::commitments_out, amount);
      } else {
        control(&Bucket::used, amount);
      }
      return;
    case EntryKind::kReserveSubsidyRefund:
      change(&ItemBalances::subsidy_refund, amount);
      control(&Bucket::reserved, amount);
      return;
    case EntryKind::kAssess:
      change(&ItemBalances::assessed, amount);
      return;
    case EntryKind::kReceive:
      change(&ItemBalances::received, amount);
      return;
    case EntryKind::kRefundRevenue:
      change(&ItemBalances::received, -amount);
      return;
    case EntryKind::kWriteOff:
      change(&ItemBalances::written_off, amount);
      return;
    case EntryKind::kCancelAssessment:
      change(&ItemBalances::assessed, -amount);
      return;
    case EntryKind::kCorrect:
      return;  // resolved to the entry that it negates before
  }
}

}  // namespace yesan::internal
