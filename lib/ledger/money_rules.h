// What a row does to money, held against what there is: the last of the rules that judge it.
#pragma once

#include <algorithm>
#include <cstdint>

#include "lib/ledger/judgement.h"
#include "lib/ledger/kinds.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

template <class View>
class MoneyRules {
 public:
  MoneyRules(const BookState& state, const View& view, Teller& teller)
      : state_(state), view_(view), teller_(teller) {}

  // Whether a sum would leave its range.
  [[nodiscard]] bool Overflows(const ItemInfo& info, const Row& row, const Row& named) const {
    if (row.amount > kSumMax) return true;
    if (row.source != 0 && view_.LookGiven(row.item, 0).turnover > kTurnoverMax - row.amount)
      return true;
    std::int64_t drawn = 0;
    if (row.authorization != 0 && Draws(state_, row) &&
        !AddSmall(view_.LookDrawn(row.authorization), row.amount, drawn)) {
      return true;
    }
    const bool corrects = static_cast<EntryKind>(row.kind) == EntryKind::kCorrect;
    const Row& what = corrects ? named : row;
    const ItemBalances sums = view_.Look(row.item);
    const Bucket* bucket = info.bucket == kNoBucket ? nullptr : &view_.LookBucket(info.bucket);
    bool fits = true;
    std::int64_t current = 0;
    ForEachEffect(
        static_cast<EntryKind>(what.kind), static_cast<Cause>(what.cause),
        {what.reference != 0, info.revenue()}, corrects ? -row.amount : row.amount,
        [&](std::int64_t ItemBalances::*sum, std::int64_t by) {
          const std::int64_t next = sums.*sum + by;  // both within ±10^17
          fits = fits && next <= kSumMax && next >= -kSumMax;
        },
        [&](std::int64_t Bucket::*sum, std::int64_t by) {
          if (sum == &Bucket::current) current = by;
          std::int64_t next = 0;
          fits = fits && (bucket == nullptr || AddSmall(bucket->*sum, by, next));
        });
    return !fits || (current != 0 && sums.current_budget() + current > kSumMax);
  }

  // Whether there is enough for a row. `named` is what it settles or corrects.
  Code Available(const ItemInfo& info, const Row& row, const Row& named) const {
    if (Code code = FromSource(info, row); code != Code::kOk) return code;
    const std::int64_t asked = row.amount;
    const ItemBalances sums = view_.Look(row.item);
    switch (static_cast<EntryKind>(row.kind)) {
      case EntryKind::kReduce:
        return TakesBudget(info, row, VotedOf(sums, static_cast<Cause>(row.cause)));
      case EntryKind::kTransferOut:
        return TakesBudget(info, row, sums.current_budget());
      case EntryKind::kAllot:
        return Allots(info, row);
      case EntryKind::kUnallot:
        return Unallots(info, row);
      case EntryKind::kCommit:
        return Commits(info, row);
      case EntryKind::kRelease:
      case EntryKind::kDisburse: {
        const std::int64_t open = view_.extra(row.reference);
        return teller_.Unless(asked <= open, Code::kAboveCommitment, open, asked);
      }
      case EntryKind::kRefund: {
        const std::int64_t open = view_.extra(row.reference);
        return teller_.Unless(asked <= open, Code::kAboveDisbursement, open, asked);
      }
      case EntryKind::kCarryOut:
        return CarriesOut(info, row);
      case EntryKind::kReserveSubsidyRefund:
        return Reserves(info, sums, asked);
      case EntryKind::kReceive:
      case EntryKind::kWriteOff:
      case EntryKind::kCancelAssessment:
        return Uncollected(sums, asked);
      case EntryKind::kRefundRevenue:
        return teller_.Unless(asked <= sums.received, Code::kAboveCollected, sums.received, asked);
      case EntryKind::kCorrect:
        return Negates(info, row, named);
      default:
        return Code::kOk;
    }
  }

  // What the items of a bucket may still commit: no more than there is, though more was allotted before allotment bound.
  std::int64_t Free(const Bucket& bucket, std::int32_t day) const {
    const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, day);
    return (allotment ? std::min(bucket.allotted, bucket.current) : bucket.current) - bucket.used;
  }

  // What lapses and is owed to a payer is not spent in another way: by its item, or by one that is controlled with it.
  Code SparesReserved(const Bucket& bucket, const Row& row) const {
    if (bucket.reserved == 0) return Code::kOk;
    const ItemBalances sums = view_.Look(row.item);
    if (sums.subsidy_refund != 0 && row.amount > Unreserved(sums))
      return teller_.Unless(false, Code::kAboveLapsed, Unreserved(sums), row.amount);
    return teller_.Unless(row.amount <= Unreserved(bucket), Code::kAboveLapsed, Unreserved(bucket),
                          row.amount);
  }

 private:
  // What may be taken from the current budget of a bucket without touching what is allotted, or committed.
  std::int64_t Takeable(const Bucket& bucket, std::int32_t day) const {
    const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, day);
    return bucket.current - (allotment ? std::max(bucket.allotted, bucket.used) : bucket.used);
  }

  // What of an item is neither committed nor carried out nor reserved for a payer.
  static std::int64_t Unreserved(const ItemBalances& sums) noexcept {
    return sums.current_budget() - sums.committed_total -
           (sums.carryover_out() - sums.commitments_out) - sums.subsidy_refund;
  }

  // The same of the items that are controlled together.
  static std::int64_t Unreserved(const Bucket& bucket) noexcept {
    return bucket.current - bucket.used - bucket.reserved;
  }

  // Only what lapses is reserved: no part of what the items that are controlled together have committed.
  Code Reserves(const ItemInfo& info, const ItemBalances& sums, std::int64_t asked) const {
    if (asked > Unreserved(sums))
      return teller_.Unless(false, Code::kAboveLapsed, Unreserved(sums), asked);
    const std::int64_t left = Unreserved(view_.LookBucket(info.bucket));
    return teller_.Unless(asked <= left, Code::kAboveLapsed, left, asked);
  }

  // A row that takes from the budget of an item that has `of_item` to give.
  Code TakesBudget(const ItemInfo& info, const Row& row, std::int64_t of_item) const {
    if (!info.revenue()) {
      if (Code reserved = SparesReserved(view_.LookBucket(info.bucket), row);
          reserved != Code::kOk) {
        return reserved;
      }
    }
    if (of_item < row.amount) return teller_.Unless(false, Code::kBelowZero, of_item, row.amount);
    if (info.revenue()) return Code::kOk;
    const std::int64_t takeable = Takeable(view_.LookBucket(info.bucket), row.day);
    return teller_.Unless(row.amount <= takeable, Code::kBelowCommitted, takeable, row.amount);
  }

  // What a vote gave and a later one may take back.
  static std::int64_t VotedOf(const ItemBalances& sums, Cause cause) noexcept {
    return std::min(
        cause == Cause::kProvisional ? sums.provisional : sums.original + sums.supplementary,
        sums.current_budget());
  }

  Code Commits(const ItemInfo& info, const Row& row) const {
    const Bucket& bucket = view_.LookBucket(info.bucket);
    if (Code reserved = SparesReserved(bucket, row); reserved != Code::kOk) return reserved;
    const std::int64_t free = Free(bucket, row.day);
    return teller_.Unless(row.amount <= free, Code::kAboveAvailable, free, row.amount);
  }

  Code Allots(const ItemInfo& info, const Row& row) const {
    if (!state_.index.Binds(PolicyTopic::kAllotment, row.day)) return Code::kOk;
    const Bucket& bucket = view_.LookBucket(info.bucket);
    const std::int64_t left = bucket.current - bucket.allotted;
    return teller_.Unless(row.amount <= left, Code::kAboveBudget, left, row.amount);
  }

  Code Unallots(const ItemInfo& info, const Row& row) const {
    const std::int64_t allotted = view_.Look(row.item).allotted;
    if (allotted < row.amount) return teller_.Unless(false, Code::kBelowZero, allotted, row.amount);
    if (!state_.index.Binds(PolicyTopic::kAllotment, row.day)) return Code::kOk;
    const Bucket& bucket = view_.LookBucket(info.bucket);
    const std::int64_t free = bucket.allotted - bucket.used;
    return teller_.Unless(row.amount <= free, Code::kBelowCommitted, free, row.amount);
  }

  Code CarriesOut(const ItemInfo& info, const Row& row) const {
    if (row.reference != 0) {
      const std::int64_t open = view_.extra(row.reference);
      return teller_.Unless(row.amount <= open, Code::kAboveCarriable, open, row.amount);
    }
    const Bucket& bucket = view_.LookBucket(info.bucket);
    const std::int64_t left =
        std::min({Free(bucket, row.day), Unreserved(bucket), Unreserved(view_.Look(row.item))});
    return teller_.Unless(row.amount <= left, Code::kAboveLapsed, left, row.amount);
  }

  // A payer gets back no more than it gave the item, and no vote takes more from it than that. Where no entry says who
  // pays for the item, what was given is not known.
  Code FromSource(const ItemInfo& info, const Row& row) const {
    const auto kind = static_cast<EntryKind>(row.kind);
    const bool refund = kind == EntryKind::kReserveSubsidyRefund;
    const bool takes = kind == EntryKind::kReduce;
    if ((!refund && !takes) || row.source == 0 || info.revenue()) return Code::kOk;
    const GovernmentKind tier = state_.government.tier;
    const std::uint8_t payer = PayerOf(row.source, tier);
    if (refund && !GivesSubsidies(static_cast<FundingSource>(payer), tier))
      return teller_.Unless(false, Code::kAboveSource, 0, row.amount);
    if (refund && view_.LookGiven(row.item, 0).budget == 0) return Code::kOk;
    const SourceGiven given = view_.LookGiven(row.item, payer);
    const std::int64_t left = given.budget - given.refund;
    return teller_.Unless(row.amount <= left, Code::kAboveSource, left, row.amount);
  }

  Code Uncollected(const ItemBalances& sums, std::int64_t asked) const {
    return teller_.Unless(asked <= sums.uncollected(), Code::kAboveUncollected, sums.uncollected(),
                          asked);
  }

  // A correction is held against what its entry's opposite would be.
  Code Negates(const ItemInfo& info, const Row& row, const Row& named) const {
    const std::int64_t asked = row.amount;
    const ItemBalances sums = view_.Look(row.item);
    switch (static_cast<EntryKind>(named.kind)) {
      case EntryKind::kAppropriate:
        return TakesBudget(info, row, VotedOf(sums, static_cast<Cause>(named.cause)));
      case EntryKind::kAuthorizeSpending:
      case EntryKind::kTransferIn:
        return TakesBudget(info, row, sums.current_budget());
      case EntryKind::kCarryIn: {
        if (info.revenue()) return TakesBudget(info, row, sums.current_budget());
        const Bucket& bucket = view_.LookBucket(info.bucket);
        if (Code reserved = SparesReserved(bucket, row); reserved != Code::kOk) return reserved;
        const std::int64_t of_item = std::min(sums.current_budget(), sums.allotted);
        if (of_item < asked) return teller_.Unless(false, Code::kBelowZero, of_item, asked);
        const std::int64_t free = Free(bucket, row.day);
        return teller_.Unless(asked <= free, Code::kBelowCommitted, free, asked);
      }
      case EntryKind::kAllot:
        return Unallots(info, row);
      case EntryKind::kUnallot:
        return Allots(info, row);
      case EntryKind::kRelease:
      case EntryKind::kRefund:
        return Commits(info, row);
      case EntryKind::kAssess:
      case EntryKind::kRefundRevenue:
        return Uncollected(sums, asked);
      case EntryKind::kReceive:
        return teller_.Unless(asked <= sums.received, Code::kAboveCollected, sums.received, asked);
      default:
        return Code::kOk;
    }
  }

  const BookState& state_;
  const View& view_;
  Teller& teller_;
};

}  // namespace yesan::internal
