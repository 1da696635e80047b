// The judgement of a batch, row by row, on the book itself or on a shadow of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "lib/ledger/cause_rules.h"
#include "lib/ledger/judgement.h"
#include "lib/ledger/kinds.h"
#include "lib/ledger/money_rules.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

// `View` has what a row may change: the sums of items, buckets and authorizations, and what is open of entries.
template <class View>
class Judge {
 public:
  Judge(const BookState& state, View& view, const BatchView& batch, PostedBy by)
      : state_(state),
        view_(view),
        batch_(batch),
        groups_(state, batch),
        ids_(batch.count, 0),
        by_(by),
        causes_(state, view, batch, ids_),
        money_(state, view, teller_) {}
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  // Judges a row and, when nothing refuses it, applies it and gives it the next id.
  [[nodiscard]] Code Take(std::size_t i) {
    Row row;
    if (Code code = Form(i, row); code != Code::kOk) return code;
    const auto kind = static_cast<EntryKind>(row.kind);
    Row named;  // the entry that it settles or corrects
    if (Code code = Reference(i, row, named); code != Code::kOk) return code;
    const HotItem& hot = state_.hot[row.item - 1];
    if (by_ == PostedBy::kJournal) return TakeKept(i, row, named);
    if (Code code = Day(state_.years[hot.year], row, named); code != Code::kOk) return code;
    if (kind == EntryKind::kDisburse && row.actor != 0 && row.actor == named.actor &&
        state_.index.Binds(PolicyTopic::kSeparateOfficers, row.day)) {
      return Code::kSameOfficer;
    }
    if (row.authorization == 0 && row.source == 0 && !state_.index.MayNeedAuthorization(row.kind)) {
      // Nearly all rows are of these two kinds, and have no cause, group, source or authorization.
      if (kind == EntryKind::kCommit) return TakeCommit(i, hot, row);
      if (kind == EntryKind::kDisburse) return TakeDisburse(i, row);
    }
    const ItemInfo& info = state_.InfoOf(row.item);
    if (Code code = Authority(row, named); code != Code::kOk) return code;
    GroupRows* group = groups_.Of(i);
    if (Code code = causes_.Circumstances(i, info, row, group); code != Code::kOk) return code;
    if (money_.Overflows(info, row, named)) return Code::kOverflow;
    if (Code code = money_.Available(info, row, named); code != Code::kOk) return code;
    Put(i, info, row, named, group);
    return Code::kOk;
  }

  // Rows that were taken without it: they have the ids from `first` on.
  void Took(std::size_t begin, std::size_t count, std::uint32_t first) noexcept {
    for (std::size_t i = 0; i < count; ++i) ids_[begin + i] = first + static_cast<std::uint32_t>(i);
  }

  // Takes the last row that was taken back.
  void Undo(std::size_t i) {
    TakeBack(i);
    view_.Pop();
  }
  // Takes back what any row that was taken did. Its number stays unused; no row that is still there names it.
  void TakeBack(std::size_t i) {
    Row row;
    Row named;
    (void)Form(i, row);
    const Row posted = view_.Entry(ids_[i]);
    row.reference = posted.reference;
    row.source = posted.source;
    if (row.reference != 0) {
      named = view_.Entry(row.reference);
      named.authorization = view_.AuthorizationOf(row.reference);
    }
    Apply(state_.InfoOf(row.item), row, named, -1);
    ids_[i] = 0;
  }

  // What is told of the refusal of a row: `code` is what Take gave for it.
  [[nodiscard]] Refusal Told(Code code) const noexcept { return teller_.Told(code); }
  [[nodiscard]] std::uint32_t id(std::size_t i) const noexcept { return ids_[i]; }
  [[nodiscard]] const GroupRows* GroupOf(std::size_t i) { return groups_.Of(i); }
  [[nodiscard]] const GroupRows* CorrectionsOf(std::size_t i) const {
    return groups_.CorrectionsOf(i);
  }

 private:
  static std::int64_t Extra(const Row& row) noexcept {
    switch (static_cast<EntryKind>(row.kind)) {
      case EntryKind::kCommit:
      case EntryKind::kDisburse:
        return row.amount;
      case EntryKind::kTransferIn:
      case EntryKind::kTransferOut:
        return row.group;
      default:
        return 0;
    }
  }

  void Put(std::size_t i, const ItemInfo& info, Row& row, const Row& named, GroupRows* group) {
    Apply(info, row, named, +1);
    if (group != nullptr && IsTransfer(static_cast<EntryKind>(row.kind))) {
      if (group->number == 0) group->number = view_.NextGroup();
      row.group = group->number;
    }
    ids_[i] = view_.Push(row, Extra(row));
  }

  // What was posted before is not judged again; only what the sums rest on is asked.
  Code TakeKept(std::size_t i, Row& row, const Row& named) {
    if (!Date::FromDays(row.day)) return Code::kDayOutsideYear;
    const ItemInfo& info = state_.InfoOf(row.item);
    if (money_.Overflows(info, row, named)) return Code::kOverflow;
    const auto kind = static_cast<EntryKind>(row.kind);
    const bool settles = row.reference != 0 && kind != EntryKind::kCorrect;
    if (settles && row.amount > view_.extra(row.reference)) return Code::kAboveCommitment;
    Put(i, info, row, named, groups_.Of(i));
    return Code::kOk;
  }

  Code TakeCommit(std::size_t i, const HotItem& item, const Row& row) {
    if (item.reserve && causes_.IsReserve(state_.InfoOf(row.item), row.day))
      return Code::kReserveByDrawOnly;
    Bucket& bucket = view_.bucket(item.bucket);
    std::int64_t next = 0;
    if (row.amount > kSumMax || view_.committed(row.item) > kSumMax - row.amount ||
        !AddSmall(bucket.used, row.amount, next)) {
      return Code::kOverflow;
    }
    if (bucket.reserved != 0) {
      if (Code code = money_.SparesReserved(bucket, row); code != Code::kOk) return code;
    }
    const std::int64_t free = money_.Free(bucket, row.day);
    if (row.amount > free)
      return teller_.Refuse(Code::kAboveAvailable, std::max<std::int64_t>(free, 0), row.amount);
    view_.AddCommitted(row.item, row.amount);
    bucket.used = next;
    ids_[i] = view_.Push(row, row.amount);
    return Code::kOk;
  }

  Code TakeDisburse(std::size_t i, const Row& row) {
    if (row.amount > kSumMax || view_.disbursed(row.item) > kSumMax - row.amount)
      return Code::kOverflow;
    const std::int64_t open = view_.extra(row.reference);
    if (row.amount > open) return teller_.Refuse(Code::kAboveCommitment, open, row.amount);
    view_.AddDisbursed(row.item, row.amount);
    view_.AddExtra(row.reference, -row.amount);
    ids_[i] = view_.Push(row, row.amount);
    return Code::kOk;
  }

  // ---- 1. form ----

  Code Form(std::size_t i, Row& row) const {
    row.item = batch_.item[i];
    if (row.item == 0 || row.item > state_.items.size()) return Code::kUnknownItem;
    const std::int32_t kind_number = batch_.kind[i];
    const KindTraits traits = TraitsOf(kind_number);
    if (!traits.expenditure && !traits.revenue) return Code::kUnknownKind;
    const auto kind = static_cast<EntryKind>(kind_number);
    const std::int32_t cause_number = batch_.cause == nullptr ? 0 : batch_.cause[i];
    if (!FitsCause(traits.causes, cause_number)) return Code::kUnknownCause;
    const HotItem& hot = state_.hot[row.item - 1];
    const bool revenue = hot.bucket == kNoBucket;
    if (revenue ? !traits.revenue : !traits.expenditure) return Code::kWrongItem;
    // Carried money is an item of its own: the cause is that of the item's origin.
    if (kind == EntryKind::kCarryIn && !revenue &&
        cause_number != 30 + static_cast<std::int32_t>(state_.items[row.item - 1].origin)) {
      return Code::kUnknownCause;
    }
    // What is carried was voted the year before: this year's votes are for this year's money.
    if ((kind == EntryKind::kAppropriate || kind == EntryKind::kReduce ||
         kind == EntryKind::kAuthorizeSpending) &&
        !revenue && state_.items[row.item - 1].origin != Origin::kCurrent) {
      return Code::kWrongItem;
    }
    row.kind = static_cast<std::uint8_t>(kind_number);
    row.cause = static_cast<std::uint8_t>(cause_number);
    row.day = batch_.day[i];
    row.amount = batch_.amount[i];
    if (row.amount <= 0) return teller_.Refuse(Code::kAmountNotPositive, std::nullopt, row.amount);
    if (batch_.source != nullptr && batch_.source[i] != 0) {
      const std::int32_t source = batch_.source[i];
      if (source < 1 || source > static_cast<std::int32_t>(FundingSource::kDecentralizationGrant))
        return Code::kUnknownSource;
      row.source = static_cast<std::uint8_t>(source);
    }
    if (kind == EntryKind::kReserveSubsidyRefund && row.source == 0) return Code::kUnknownSource;
    row.authorization = batch_.authorization == nullptr ? 0 : batch_.authorization[i];
    if (row.authorization > state_.authorizations.size()) return Code::kUnknownAuthorization;
    row.actor = batch_.actor == nullptr ? 0 : batch_.actor[i];
    if (batch_.memo != nullptr && batch_.memo[i].size() > kMemoMax) return Code::kTextTooLong;
    if (!MayCarry(by_) &&
        (kind == EntryKind::kCarryOut ||
         (kind == EntryKind::kCarryIn && !revenue && HasYear(state_.years[hot.year].year - 1)))) {
      return Code::kPostedByRollover;
    }
    row.group = batch_.group == nullptr ? 0 : batch_.group[i];
    if (IsTransfer(kind)) {
      if (row.group == 0) return Code::kGroupMissing;
    } else if (row.group != 0) {
      return Code::kInvalidArgument;
    }
    return Code::kOk;
  }

  [[nodiscard]] bool HasYear(std::int32_t year) const noexcept {
    return state_.year_ids.count(year) != 0;
  }

  // ---- 2. reference ----

  Code Reference(std::size_t i, Row& row, Row& named) const {
    const auto kind = static_cast<EntryKind>(row.kind);
    const std::int64_t asked = batch_.reference == nullptr ? 0 : batch_.reference[i];
    const bool needs = kind == EntryKind::kRelease || kind == EntryKind::kDisburse ||
                       kind == EntryKind::kRefund || kind == EntryKind::kCorrect;
    // A carry_out that takes a commitment along names it.
    const bool may = needs || kind == EntryKind::kCarryOut;
    if (asked == 0) return needs ? Code::kReferenceMissing : Code::kOk;
    if (!may) return Code::kWrongReference;
    if (asked > 0) {
      if (asked > view_.first() - 1) return Code::kUnknownReference;
      row.reference = static_cast<std::uint32_t>(asked);
    } else {
      const auto back = static_cast<std::uint64_t>(-(asked + 1));
      if (back >= i || ids_[back] == 0) return Code::kUnknownReference;
      row.reference = ids_[back];
    }
    if (view_.ItemOf(row.reference) != row.item) return Code::kWrongReference;
    if (row.source == 0 && TakesSource(kind)) row.source = view_.SourceOf(row.reference);
    if (kind == EntryKind::kCorrect) {
      named = view_.Entry(row.reference);
      named.authorization = view_.AuthorizationOf(row.reference);
      return Corrects(state_.InfoOf(row.item), row, named);
    }
    const EntryKind of = view_.KindOf(row.reference);
    if (row.actor != 0) named.actor = view_.ActorOf(row.reference);
    const EntryKind wanted = kind == EntryKind::kRefund ? EntryKind::kDisburse : EntryKind::kCommit;
    if (of != wanted) return Code::kWrongReference;
    return view_.corrected(row.reference) ? Code::kAlreadyCorrected : Code::kOk;
  }

  Code Corrects(const ItemInfo& info, const Row& row, const Row& named) const {
    const auto of = static_cast<EntryKind>(named.kind);
    if (of == EntryKind::kCorrect) return Code::kWrongReference;
    const bool carried = info.revenue() ? false : HasYear(state_.YearOf(info).year - 1);
    if (!MayCarry(by_) && (of == EntryKind::kCarryOut || (of == EntryKind::kCarryIn && carried) ||
                           (of == EntryKind::kCommit && carried &&
                            state_.items[row.item - 1].origin != Origin::kCurrent &&
                            row.reference < view_.first() && state_.IsMadeAnew(row.reference)))) {
      return Code::kPostedByRollover;
    }
    if (view_.corrected(row.reference)) return Code::kAlreadyCorrected;
    // The provisional budget that the original one took the place of does not come back beside it.
    if (by_ != PostedBy::kJournal && of == EntryKind::kReduce &&
        static_cast<Cause>(named.cause) == Cause::kProvisional &&
        state_.IsAdopted(info.account, info.year, Cause::kOriginal)) {
      return Code::kPostedByAdoption;
    }
    if (row.amount != named.amount || row.source != named.source) return Code::kCorrectionDiffers;
    if ((of == EntryKind::kCommit || of == EntryKind::kDisburse) &&
        view_.extra(row.reference) != named.amount) {
      return Code::kStillUsed;
    }
    return Code::kOk;
  }

  // ---- 3. day ----

  Code Day(const YearInfo& year, const Row& row, const Row& named) const {
    if (year.closed) return Code::kYearClosed;
    if (row.day >= year.first_day && row.day <= year.last_day) return Code::kOk;
    if (row.day < year.first_day) return Code::kDayOutsideYear;
    // The budget of a year is not changed after it, by a correction either.
    if (static_cast<EntryKind>(row.kind) == EntryKind::kCorrect &&
        ChangesBudget(static_cast<EntryKind>(named.kind))) {
      return Code::kDayOutsideYear;
    }
    return row.day <=
                   state_.index.LastDayOf(year.last_day, static_cast<EntryKind>(row.kind), row.day)
               ? Code::kOk
               : Code::kDayOutsideYear;
  }

  // ---- 5. authorization ----

  Code Authority(const Row& row, const Row& named) const {
    bool needed = false;
    bool fits = false;
    const Authorization* given =
        row.authorization == 0 ? nullptr : &state_.authorizations[row.authorization - 1];
    const auto asks = [&](const Row& what) {
      if (!state_.index.MayNeedAuthorization(what.kind)) return;
      for (const PolicyLine* line : state_.index.Of(PolicyTopic::kNeedsAuthorization)) {
        if (static_cast<std::uint8_t>(line->kind) != what.kind ||
            !PolicyIndex::SameCause(line->cause, static_cast<Cause>(what.cause)) ||
            !PolicyIndex::InForce(*line, row.day)) {
          continue;
        }
        needed = true;
        fits = fits || (given != nullptr && given->kind == line->authorization);
      }
    };
    asks(row);
    // To undo a vote takes a vote. What an adoption takes in, its own vote undoes, also where it is read back.
    if (static_cast<EntryKind>(row.kind) == EntryKind::kCorrect && by_ == PostedBy::kCaller &&
        ChangesBudget(static_cast<EntryKind>(named.kind))) {
      asks(named);
    }
    if (given == nullptr) return needed ? Code::kAuthorizationMissing : Code::kOk;
    if (needed && !fits) return Code::kWrongAuthorization;
    if (CoverOf(state_, *given, row.item, row.day) != Cover::kWhole) return Code::kNotCovered;
    if (given->limit && Draws(state_, row)) {
      const std::int64_t left = given->limit->minor() - view_.LookDrawn(row.authorization);
      if (row.amount > left) return teller_.Refuse(Code::kAboveLimit, left, row.amount);
    }
    return Code::kOk;
  }

  // ---- what it does ----

  // What the row says of who pays. It comes first: it may need memory.
  void GiveBySource(const Row& row, const Row& what, std::int64_t sign, std::int64_t amount) {
    const bool refund = static_cast<EntryKind>(what.kind) == EntryKind::kReserveSubsidyRefund;
    std::int64_t budget = 0;
    ForEachEffect(
        static_cast<EntryKind>(what.kind), static_cast<Cause>(what.cause), {}, amount,
        [](std::int64_t ItemBalances::*, std::int64_t) {},
        [&](std::int64_t Bucket::*sum, std::int64_t by) {
          if (sum == &Bucket::current) budget += by;
        });
    SourceGiven& all = view_.given(row.item, 0);
    if (refund || budget != 0) {
      SourceGiven& of_payer = view_.given(row.item, PayerOf(what.source, state_.government.tier));
      if (refund) of_payer.refund += amount;
      of_payer.budget += budget;
    }
    if (budget != 0) all.budget += sign;
    all.turnover += sign * row.amount;
  }

  // Applies a row, or with sign −1 takes it back.
  void Apply(const ItemInfo& info, const Row& row, const Row& named, std::int64_t sign) {
    const auto posted = static_cast<EntryKind>(row.kind);
    const bool corrects = posted == EntryKind::kCorrect;
    const Row& what = corrects ? named : row;
    const auto kind = static_cast<EntryKind>(what.kind);
    const std::int64_t amount = (corrects ? -sign : sign) * row.amount;
    if (row.source != 0) GiveBySource(row, what, sign, amount);
    Bucket* bucket = info.bucket == kNoBucket ? nullptr : &view_.bucket(info.bucket);
    ForEachEffect(
        kind, static_cast<Cause>(what.cause), {what.reference != 0, info.revenue()}, amount,
        [&](std::int64_t ItemBalances::*sum, std::int64_t by) { view_.AddSum(row.item, sum, by); },
        [&](std::int64_t Bucket::*sum, std::int64_t by) {
          if (bucket != nullptr) bucket->*sum += by;
        });
    // What is open of a commitment or a disbursement.
    if (posted == EntryKind::kRelease || posted == EntryKind::kDisburse ||
        posted == EntryKind::kRefund || (posted == EntryKind::kCarryOut && row.reference != 0)) {
      view_.AddExtra(row.reference, -amount);
    } else if (corrects) {
      view_.SetCorrected(row.reference, sign > 0);
      if (kind == EntryKind::kRelease || kind == EntryKind::kDisburse ||
          kind == EntryKind::kRefund || (kind == EntryKind::kCarryOut && named.reference != 0)) {
        view_.AddExtra(named.reference, -amount);
      }
      if (kind == EntryKind::kCommit || kind == EntryKind::kDisburse)
        view_.AddExtra(row.reference, amount);
    }
    const std::uint32_t authorization = corrects ? named.authorization : row.authorization;
    if (authorization != 0 && Draws(state_, what)) view_.drawn(authorization) += amount;
  }

  static constexpr std::size_t kMemoMax = 4000;
  const BookState& state_;
  View& view_;
  const BatchView& batch_;
  Groups groups_;
  std::vector<std::uint32_t> ids_;  // of the rows that were taken
  PostedBy by_;
  mutable Teller teller_;
  CauseRules<View> causes_;
  MoneyRules<View> money_;
};

}  // namespace yesan::internal
