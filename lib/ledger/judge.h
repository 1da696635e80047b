// The judgement of a batch, row by row, on the book itself or on a shadow of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/ledger/kinds.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

struct Refusal {
  Code code = Code::kOk;
  std::optional<std::int64_t> available;
  std::optional<std::int64_t> asked;
};

// The rows of a transfer, or of its correction, in a batch.
struct GroupRows {
  std::vector<std::uint32_t> rows;
  std::uint32_t number = 0;  // of the book, once its first row is posted
};

class Groups {
 public:
  Groups(const BookState& state, const BatchView& batch)
      : state_(state), batch_(batch), entries_(state.entries.size()) {}

  // The group of a row; null for a row without. Looked for when first asked: most batches have none.
  [[nodiscard]] GroupRows* Of(std::size_t row);
  // The rows that correct the transfer of a row, both of this batch; null where there are none. @pre Of was asked.
  [[nodiscard]] const GroupRows* CorrectionsOf(std::size_t row) const;

 private:
  void Look();
  // A label, the number of a group that is corrected, or the label of one in this batch that is.
  [[nodiscard]] std::uint64_t KeyOf(std::size_t row) const;

  const BookState& state_;
  const BatchView& batch_;
  std::size_t entries_;  // before the batch
  bool looked_ = false;
  bool any_ = false;
  HashMap<std::uint64_t, GroupRows> groups_;
};

// Amounts added up with their signs, of which only zero matters. In two halves: 2^32 rows of 63 bits overflow neither.
class NetSum {
 public:
  void Add(bool in, std::int64_t amount) noexcept {
    const std::int64_t sign = in ? 1 : -1;
    high_ += sign * (amount / kHalf);
    low_ += sign * (amount % kHalf);
  }
  [[nodiscard]] bool is_zero() const noexcept {
    return low_ % kHalf == 0 && high_ + low_ / kHalf == 0;
  }

 private:
  static constexpr std::int64_t kHalf = std::int64_t{1} << 32;
  std::int64_t high_ = 0;
  std::int64_t low_ = 0;
};

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
        by_(by) {}

  // Judges a row and, when nothing refuses it, applies it and gives it the next id.
  [[nodiscard]] Code Take(std::size_t i) {
    Row row;
    if (Code code = Form(i, row); code != Code::kOk) return code;
    const auto kind = static_cast<EntryKind>(row.kind);
    Row named;  // the entry that it settles or corrects
    if (Code code = Reference(i, row, named); code != Code::kOk) return code;
    const HotItem& hot = state_.hot[row.item - 1];
    if (Code code = Day(state_.years[hot.year], row, named); code != Code::kOk) return code;
    if (kind == EntryKind::kDisburse && row.actor != 0 && row.actor == named.actor &&
        state_.index.Binds(PolicyTopic::kSeparateOfficers, row.day)) {
      return Code::kSameOfficer;
    }
    if (row.authorization == 0 && !state_.index.MayNeedAuthorization(row.kind)) {
      // Nearly all rows are of these two kinds, and neither has a cause, a group or an authorization.
      if (kind == EntryKind::kCommit) return TakeCommit(i, hot, row);
      if (kind == EntryKind::kDisburse) return TakeDisburse(i, row);
    }
    const ItemInfo& info = state_.InfoOf(row.item);
    if (Code code = Authority(info, row, named); code != Code::kOk) return code;
    GroupRows* group = groups_.Of(i);
    if (Code code = Circumstances(i, info, row, group); code != Code::kOk) return code;
    if (Overflows(info, row, named)) return Code::kOverflow;
    if (Code code = Available(info, row, named); code != Code::kOk) return code;
    Apply(info, row, named, +1);
    if (group != nullptr && IsTransfer(kind)) {
      if (group->number == 0) group->number = view_.NextGroup();
      row.group = group->number;
    }
    ids_[i] = view_.Push(row, Extra(row));
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
    row.reference = view_.Entry(ids_[i]).reference;
    if (row.reference != 0) {
      named = view_.Entry(row.reference);
      named.authorization = view_.AuthorizationOf(row.reference);
    }
    Apply(state_.InfoOf(row.item), row, named, -1);
    ids_[i] = 0;
  }

  // What is told of the refusal of a row: `code` is what Take gave for it.
  [[nodiscard]] Refusal Told(Code code) const noexcept {
    return told_.code == code ? told_ : Refusal{code, {}, {}};
  }
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

  Code TakeCommit(std::size_t i, const HotItem& item, const Row& row) {
    if (view_.reserves(row.item) && IsReserve(state_.InfoOf(row.item), row.day))
      return Code::kReserveByDrawOnly;
    Bucket& bucket = view_.bucket(item.bucket);
    std::int64_t next = 0;
    if (row.amount > kSumMax || view_.committed(row.item) > kSumMax - row.amount ||
        !AddSmall(bucket.used, row.amount, next)) {
      return Code::kOverflow;
    }
    if (view_.reserves(row.item)) {
      if (Code code = SparesReserved(view_.Look(row.item), row.amount); code != Code::kOk)
        return code;
    }
    const std::int64_t free = Free(bucket, row.day);
    if (row.amount > free)
      return Refuse(Code::kAboveAvailable, std::max<std::int64_t>(free, 0), row.amount);
    view_.AddCommitted(row.item, row.amount);
    bucket.used = next;
    ids_[i] = view_.Push(row, row.amount);
    return Code::kOk;
  }

  Code TakeDisburse(std::size_t i, const Row& row) {
    if (row.amount > kSumMax || view_.disbursed(row.item) > kSumMax - row.amount)
      return Code::kOverflow;
    const std::int64_t open = view_.extra(row.reference);
    if (row.amount > open) return Refuse(Code::kAboveCommitment, open, row.amount);
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
    if (row.amount <= 0) return Refuse(Code::kAmountNotPositive, std::nullopt, row.amount);
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
    if (by_ != PostedBy::kRollover &&
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
    if (by_ != PostedBy::kRollover &&
        (of == EntryKind::kCarryOut || (of == EntryKind::kCarryIn && carried) ||
         (of == EntryKind::kCommit && carried &&
          state_.items[row.item - 1].origin != Origin::kCurrent && row.reference < view_.first() &&
          state_.IsMadeAnew(row.reference)))) {
      return Code::kPostedByRollover;
    }
    if (view_.corrected(row.reference)) return Code::kAlreadyCorrected;
    // The provisional budget that the original one took the place of does not come back beside it.
    if (of == EntryKind::kReduce && static_cast<Cause>(named.cause) == Cause::kProvisional &&
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

  // What a row draws on its authorization.
  bool Draws(const Row& what) const noexcept {
    return DrawsOn(static_cast<EntryKind>(what.kind), static_cast<Cause>(what.cause),
                   state_.items[what.item - 1].origin);
  }

  Code Authority(const ItemInfo& info, const Row& row, const Row& named) const {
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
    if (row.day < given->day.days() || !CoversYear(*given, state_.YearOf(info).year) ||
        (given->account != AccountId::kNone && NumberOf(given->account) != info.account) ||
        (given->item != ItemId::kNone && NumberOf(given->item) != row.item) ||
        (given->program != ProgramId::kNone &&
         !state_.IsUnder(info.program, NumberOf(given->program)))) {
      return Code::kNotCovered;
    }
    if (given->limit && Draws(row)) {
      const std::int64_t left = given->limit->minor() - view_.LookDrawn(row.authorization);
      if (row.amount > left) return Refuse(Code::kAboveLimit, left, row.amount);
    }
    return Code::kOk;
  }

  // ---- 6. cause ----

  Code Circumstances(std::size_t i, const ItemInfo& info, const Row& row,
                     const GroupRows* group) const {
    const auto kind = static_cast<EntryKind>(row.kind);
    const auto cause = static_cast<Cause>(row.cause);
    const Authorization* given =
        row.authorization == 0 ? nullptr : &state_.authorizations[row.authorization - 1];
    if (kind == EntryKind::kAuthorizeSpending && cause == Cause::kPreEnactment &&
        !MayBeSpentBefore(row, given)) {
      return Code::kNotEarmarked;
    }
    if (kind == EntryKind::kAppropriate && cause == Cause::kProvisional &&
        state_.index.Binds(PolicyTopic::kProvisionalPurpose, row.day) &&
        (given == nullptr || given->purpose == ProvisionalPurpose::kNone)) {
      return Code::kPurposeMissing;
    }
    if (IsTransfer(kind)) {
      if (Code code = Transfer(info, row, given, *group); code != Code::kOk) return code;
    }
    // An 이체 hands the reserve on to another department as what it is.
    const bool spends =
        kind == EntryKind::kAllot || kind == EntryKind::kCommit ||
        (IsTransfer(kind) && cause != Cause::kContingencyDraw && cause != Cause::kReorganization);
    if (spends && info.reserve && IsReserve(info, row.day)) return Code::kReserveByDrawOnly;
    if (row.cause != 0 && !MayBeIn(info.account, cause, row.day)) return Code::kWrongAccount;
    if (group == nullptr || group->rows.back() != i) return Code::kOk;
    return IsTransfer(kind) ? WholeTransfer(*group, row.day) : WholeCorrection(*group);
  }

  bool IsReserve(const ItemInfo& info, std::int32_t day) const noexcept {
    return state_.index.IsReserve(state_.Word(info.group), state_.Word(info.object), day);
  }

  // Whether the policy lets a cause be in an account.
  bool MayBeIn(std::uint32_t account, Cause cause, std::int32_t day) const noexcept {
    return state_.index.MayBeIn(state_.accounts[account - 1].kind, cause, day);
  }

  // A 시·도 gets no money of a 시·도 (지방재정법 §45 1호).
  bool IsOfOwnTier(std::uint8_t source) const noexcept {
    return state_.government.tier == GovernmentKind::kMetropolitan &&
           (static_cast<FundingSource>(source) == FundingSource::kProvinceFunds ||
            static_cast<FundingSource>(source) == FundingSource::kSpecialAdjustmentGrant);
  }

  bool MayBeSpentBefore(const Row& row, const Authorization* given) const {
    if (given != nullptr && given->kind == AuthorizationKind::kDisaster) return true;
    bool any = false;
    for (const PolicyLine* line : state_.index.Of(PolicyTopic::kEarmarkedSource)) {
      if (!PolicyIndex::InForce(*line, row.day)) continue;
      any = true;
      if (line->number == row.source && !IsOfOwnTier(row.source)) return true;
    }
    return !any;
  }

  Code Transfer(const ItemInfo& info, const Row& row, const Authorization* given,
                const GroupRows& group) const {
    const auto cause = static_cast<Cause>(row.cause);
    const bool out = static_cast<EntryKind>(row.kind) == EntryKind::kTransferOut;
    const PolicyIndex& index = state_.index;
    const std::string_view object_group = state_.Word(info.group);
    const std::string_view object = state_.Word(info.object);
    if (out) {
      for (const PolicyLine* line : index.Of(PolicyTopic::kBarredOut)) {
        if (line->cause == cause && PolicyIndex::InForce(*line, row.day) &&
            PolicyIndex::Lists(*line, object_group, object) &&
            !(line->number == 1 && StaysIn(*line, group))) {
          return Code::kBarredOut;
        }
      }
    } else {
      for (const PolicyLine* line : index.Of(PolicyTopic::kBarredInto)) {
        if (line->cause == cause && PolicyIndex::InForce(*line, row.day) &&
            PolicyIndex::Lists(*line, object_group, object) &&
            !(line->number == 1 && given != nullptr && given->kind == line->authorization)) {
          return Code::kBarredInto;
        }
      }
      if (index.Binds(PolicyTopic::kBudgetedOnly, cause, row.day) && !HasBudget(row.item, info))
        return Code::kNoBudget;
    }
    if (cause == Cause::kContingencyDraw && index.Binds(PolicyTopic::kReserveObjects, row.day) &&
        index.IsReserve(object_group, object, row.day) != out) {
      return Code::kNotFromReserve;
    }
    return Code::kOk;
  }

  // Whether a group takes money in, and all of it among the objects of a line. Rows that are refused later do not
  // matter: the group is refused with them.
  bool StaysIn(const PolicyLine& line, const GroupRows& group) const {
    bool any = false;
    for (const std::uint32_t r : group.rows) {
      if (batch_.kind[r] != static_cast<std::int32_t>(EntryKind::kTransferIn)) continue;
      const std::uint32_t item = batch_.item[r];
      if (item == 0 || item > state_.items.size()) return false;
      const ItemInfo& info = state_.InfoOf(item);
      if (!PolicyIndex::Lists(line, state_.Word(info.group), state_.Word(info.object)))
        return false;
      any = true;
    }
    return any;
  }

  // Whether the detailed program has a budget of the year, voted in whatever account.
  bool HasBudget(std::uint32_t item, const ItemInfo& info) const {
    if (view_.Look(item).adopted() > 0) return true;
    const auto found = state_.program_items.find({info.program, info.year});
    if (found == state_.program_items.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
                       [&](std::uint32_t other) { return view_.Look(other).adopted() > 0; });
  }

  Code WholeTransfer(const GroupRows& group, std::int32_t day) const {
    const PolicyIndex& index = state_.index;
    const ItemInfo& first = state_.InfoOf(batch_.item[group.rows.front()]);
    const Origin origin = state_.items[batch_.item[group.rows.front()] - 1].origin;
    const std::int32_t cause_number = batch_.cause[group.rows.front()];
    const auto cause = static_cast<Cause>(cause_number);
    bool mixed = false;
    bool across = false;
    bool wide = false;
    bool moved = false;
    NetSum net;
    HashMap<std::uint64_t, NetSum> purposes;
    for (const std::uint32_t r : group.rows) {
      const std::uint32_t item = batch_.item[r];
      const ItemInfo& info = state_.InfoOf(item);
      mixed = mixed || info.year != first.year || info.account != first.account ||
              state_.items[item - 1].origin != origin || batch_.cause[r] != cause_number;
      across = across || info.policy != first.policy;
      wide = wide || info.unit != first.unit || info.group != first.group;
      const bool in = batch_.kind[r] == static_cast<std::int32_t>(EntryKind::kTransferIn);
      net.Add(in, batch_.amount[r]);
      if (cause == Cause::kReorganization) {
        const ItemKey& key = state_.items[item - 1];
        // Program, object and origin keep their money; only the department changes.
        purposes[(std::uint64_t{info.program} << 32) | (std::uint64_t{info.object} << 3) |
                 static_cast<std::uint64_t>(key.origin)]
            .Add(in, batch_.amount[r]);
        moved =
            moved || key.department != state_.items[batch_.item[group.rows.front()] - 1].department;
      }
    }
    if (mixed) return Code::kGroupMixed;
    if (!net.is_zero()) return Code::kGroupNotZero;
    if (index.Binds(PolicyTopic::kInsidePolicyProgram, cause, day) && across)
      return Code::kAcrossPolicyPrograms;
    if (index.Binds(PolicyTopic::kAcrossPolicyPrograms, cause, day) && !across)
      return Code::kInsideOnePolicyProgram;
    if (index.Binds(PolicyTopic::kInsideUnitProgram, cause, day) && wide) return Code::kTooWide;
    if (index.Binds(PolicyTopic::kSamePurpose, cause, day)) {
      if (!moved) return Code::kPurposeChanged;
      for (const auto& [purpose, sum] : purposes) {
        if (!sum.is_zero()) return Code::kPurposeChanged;
      }
    }
    return Code::kOk;
  }

  Code WholeCorrection(const GroupRows& group) const {
    NetSum net;
    for (const std::uint32_t r : group.rows) {
      const std::int64_t asked = batch_.reference[r];
      const std::uint32_t id = asked > 0 ? static_cast<std::uint32_t>(asked)
                                         : ids_[static_cast<std::size_t>(-(asked + 1))];
      if (id == 0) return Code::kGroupNotZero;
      net.Add(static_cast<EntryKind>(view_.Entry(id).kind) == EntryKind::kTransferOut,
              batch_.amount[r]);
    }
    return net.is_zero() ? Code::kOk : Code::kGroupNotZero;
  }

  // ---- 7. money ----

  // Keeps what is told with a refusal, which is rare: a row that is taken passes a code alone.
  Code Refuse(Code code, std::optional<std::int64_t> available, std::int64_t asked) const {
    told_ = {code, available, asked};
    return code;
  }
  Code Unless(bool holds, Code code, std::int64_t available, std::int64_t asked) const {
    return holds ? Code::kOk : Refuse(code, std::max<std::int64_t>(available, 0), asked);
  }

  // What the items of a bucket may still commit.
  std::int64_t Free(const Bucket& bucket, std::int32_t day) const {
    const bool allotment = state_.index.Binds(PolicyTopic::kAllotment, day);
    return (allotment ? bucket.allotted : bucket.current) - bucket.used;
  }

  // What may be taken from the current budget of a bucket without touching what is allotted, or committed.
  std::int64_t Takeable(const Bucket& bucket, std::int32_t day) const {
    if (state_.index.Binds(PolicyTopic::kAllotment, day)) return bucket.current - bucket.allotted;
    return bucket.current - bucket.used;
  }

  // What of an item is neither committed nor carried out nor reserved for a payer.
  static std::int64_t Unreserved(const ItemBalances& sums) noexcept {
    return sums.current_budget() - sums.committed_total -
           (sums.carryover_out() - sums.commitments_out) - sums.subsidy_refund;
  }

  // What lapses and is owed to a payer is not spent in another way.
  Code SparesReserved(const ItemBalances& sums, std::int64_t asked) const {
    if (sums.subsidy_refund == 0) return Code::kOk;
    const std::int64_t left = Unreserved(sums);
    return Unless(asked <= left, Code::kAboveLapsed, left, asked);
  }

  // A row that takes from the budget of an item that has `of_item` to give.
  Code TakesBudget(const ItemInfo& info, const Row& row, std::int64_t of_item) const {
    if (!info.revenue()) {
      if (Code reserved = SparesReserved(view_.Look(row.item), row.amount); reserved != Code::kOk)
        return reserved;
    }
    if (of_item < row.amount) return Unless(false, Code::kBelowZero, of_item, row.amount);
    if (info.revenue()) return Code::kOk;
    const std::int64_t takeable = Takeable(view_.LookBucket(info.bucket), row.day);
    return Unless(row.amount <= takeable, Code::kBelowCommitted, takeable, row.amount);
  }

  // What a vote gave and a later one may take back.
  static std::int64_t VotedOf(const ItemBalances& sums, Cause cause) noexcept {
    return std::min(
        cause == Cause::kProvisional ? sums.provisional : sums.original + sums.supplementary,
        sums.current_budget());
  }

  Code Commits(const ItemInfo& info, const Row& row) const {
    if (Code reserved = SparesReserved(view_.Look(row.item), row.amount); reserved != Code::kOk)
      return reserved;
    const std::int64_t free = Free(view_.LookBucket(info.bucket), row.day);
    return Unless(row.amount <= free, Code::kAboveAvailable, free, row.amount);
  }

  Code Allots(const ItemInfo& info, const Row& row) const {
    if (!state_.index.Binds(PolicyTopic::kAllotment, row.day)) return Code::kOk;
    const Bucket& bucket = view_.LookBucket(info.bucket);
    const std::int64_t left = bucket.current - bucket.allotted;
    return Unless(row.amount <= left, Code::kAboveBudget, left, row.amount);
  }

  Code Unallots(const ItemInfo& info, const Row& row) const {
    const std::int64_t allotted = view_.Look(row.item).allotted;
    if (allotted < row.amount) return Unless(false, Code::kBelowZero, allotted, row.amount);
    if (!state_.index.Binds(PolicyTopic::kAllotment, row.day)) return Code::kOk;
    const std::int64_t free = Free(view_.LookBucket(info.bucket), row.day);
    return Unless(row.amount <= free, Code::kBelowCommitted, free, row.amount);
  }

  Code CarriesOut(const ItemInfo& info, const Row& row) const {
    if (row.reference != 0) {
      const std::int64_t open = view_.extra(row.reference);
      return Unless(row.amount <= open, Code::kAboveCarriable, open, row.amount);
    }
    const std::int64_t left =
        std::min(Free(view_.LookBucket(info.bucket), row.day), Unreserved(view_.Look(row.item)));
    return Unless(row.amount <= left, Code::kAboveLapsed, left, row.amount);
  }

  // A payer gets back no more than it gave the item, and no vote takes more from it than that. Where no entry says who
  // pays for the item, what was given is not known.
  Code FromSource(const ItemInfo& info, const Row& row) const {
    const auto kind = static_cast<EntryKind>(row.kind);
    const bool refund = kind == EntryKind::kReserveSubsidyRefund;
    const bool takes = kind == EntryKind::kReduce;
    if ((!refund && !takes) || row.source == 0 || info.revenue()) return Code::kOk;
    const auto source = static_cast<FundingSource>(row.source);
    const bool own =
        source == FundingSource::kOwnFunds || source == OwnFundsOf(state_.government.tier);
    if (refund && own) return Unless(false, Code::kAboveSource, 0, row.amount);
    if (refund && view_.LookGiven(row.item, 0).budget == 0) return Code::kOk;
    const SourceGiven given = view_.LookGiven(row.item, row.source);
    const std::int64_t left = given.budget - given.refund;
    return Unless(row.amount <= left, Code::kAboveSource, left, row.amount);
  }

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
        return Unless(asked <= open, Code::kAboveCommitment, open, asked);
      }
      case EntryKind::kRefund: {
        const std::int64_t open = view_.extra(row.reference);
        return Unless(asked <= open, Code::kAboveDisbursement, open, asked);
      }
      case EntryKind::kCarryOut:
        return CarriesOut(info, row);
      case EntryKind::kReserveSubsidyRefund:
        return Unless(asked <= Unreserved(sums), Code::kAboveLapsed, Unreserved(sums), asked);
      case EntryKind::kReceive:
      case EntryKind::kWriteOff:
      case EntryKind::kCancelAssessment:
        return Uncollected(sums, asked);
      case EntryKind::kRefundRevenue:
        return Unless(asked <= sums.received, Code::kAboveCollected, sums.received, asked);
      case EntryKind::kCorrect:
        return Negates(info, row, named);
      default:
        return Code::kOk;
    }
  }

  Code Uncollected(const ItemBalances& sums, std::int64_t asked) const {
    return Unless(asked <= sums.uncollected(), Code::kAboveUncollected, sums.uncollected(), asked);
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
        if (Code reserved = SparesReserved(sums, asked); reserved != Code::kOk) return reserved;
        const std::int64_t of_item = std::min(sums.current_budget(), sums.allotted);
        if (of_item < asked) return Unless(false, Code::kBelowZero, of_item, asked);
        const std::int64_t free = Free(view_.LookBucket(info.bucket), row.day);
        return Unless(asked <= free, Code::kBelowCommitted, free, asked);
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
        return Unless(asked <= sums.received, Code::kAboveCollected, sums.received, asked);
      default:
        return Code::kOk;
    }
  }

  // ---- what it does ----

  // Whether a sum would leave its range.
  [[nodiscard]] bool Overflows(const ItemInfo& info, const Row& row, const Row& named) const {
    if (row.amount > kSumMax) return true;
    std::int64_t drawn = 0;
    if (row.authorization != 0 && Draws(row) &&
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

  // What the row says of who pays. It comes first: it may need memory.
  void GiveBySource(std::uint32_t item, const Row& what, std::int64_t sign, std::int64_t amount) {
    const auto kind = static_cast<EntryKind>(what.kind);
    if (kind == EntryKind::kReserveSubsidyRefund) {
      view_.given(item, what.source).refund += amount;
      return;
    }
    std::int64_t budget = 0;
    ForEachEffect(
        kind, static_cast<Cause>(what.cause), {what.reference != 0, false}, amount,
        [](std::int64_t ItemBalances::*, std::int64_t) {},
        [&](std::int64_t Bucket::*sum, std::int64_t by) {
          if (sum == &Bucket::current) budget += by;
        });
    if (budget == 0) return;
    (void)view_.given(item, 0);
    view_.given(item, what.source).budget += budget;
    view_.given(item, 0).budget += sign;
  }

  // Applies a row, or with sign −1 takes it back.
  void Apply(const ItemInfo& info, const Row& row, const Row& named, std::int64_t sign) {
    const auto posted = static_cast<EntryKind>(row.kind);
    const bool corrects = posted == EntryKind::kCorrect;
    const Row& what = corrects ? named : row;
    const auto kind = static_cast<EntryKind>(what.kind);
    const std::int64_t amount = (corrects ? -sign : sign) * row.amount;
    if (what.source != 0) GiveBySource(row.item, what, sign, amount);
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
    if (authorization != 0 && Draws(what)) view_.drawn(authorization) += amount;
  }

  static constexpr std::size_t kMemoMax = 4000;
  const BookState& state_;
  View& view_;
  const BatchView& batch_;
  Groups groups_;
  std::vector<std::uint32_t> ids_;  // of the rows that were taken
  PostedBy by_;
  mutable Refusal told_;
};

}  // namespace yesan::internal
