// Why a row is posted, held against what the policy says of such causes; and transfers, which are judged as a whole at
// their last row.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/ledger/judgement.h"
#include "lib/ledger/kinds.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

template <class View>
class CauseRules {
 public:
  // `ids`: the entries of the rows that were taken.
  CauseRules(const BookState& state, const View& view, const BatchView& batch,
             const std::vector<std::uint32_t>& ids)
      : state_(state), view_(view), batch_(batch), ids_(ids) {}

  // `group`: the rows that net to zero with row i; null for a row that stands by itself.
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
        kind == EntryKind::kAllot || kind == EntryKind::kCommit || kind == EntryKind::kCarryIn ||
        kind == EntryKind::kAuthorizeSpending ||
        (IsTransfer(kind) && cause != Cause::kContingencyDraw && cause != Cause::kReorganization);
    if (spends && info.reserve && IsReserve(info, row.day)) return Code::kReserveByDrawOnly;
    if (row.cause != 0 && !MayBeIn(info.account, cause, row.day)) return Code::kWrongAccount;
    if (group == nullptr || group->rows.back() != i) return Code::kOk;
    return IsTransfer(kind) ? WholeTransfer(*group, row.day) : WholeCorrection(*group);
  }

  bool IsReserve(const ItemInfo& info, std::int32_t day) const noexcept {
    return state_.index.IsReserve(state_.Word(info.group), state_.Word(info.object), day);
  }

 private:
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
      const std::uint8_t payer = PayerOf(row.source, state_.government.tier);
      if (PayerOf(static_cast<std::uint8_t>(line->number), state_.government.tier) == payer &&
          !IsOfOwnTier(payer)) {
        return true;
      }
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
    Purposes purposes;
    HashMap<std::uint32_t, unsigned> ways;  // of each policy program: money comes in, goes out
    for (const std::uint32_t r : group.rows) {
      const std::uint32_t item = batch_.item[r];
      const ItemInfo& info = state_.InfoOf(item);
      mixed = mixed || info.year != first.year || info.account != first.account ||
              state_.items[item - 1].origin != origin || batch_.cause[r] != cause_number ||
              batch_.day[r] != day;
      across = across || info.policy != first.policy;
      wide = wide || info.unit != first.unit || info.group != first.group;
      const bool in = batch_.kind[r] == static_cast<std::int32_t>(EntryKind::kTransferIn);
      net.Add(in, batch_.amount[r]);
      ways[info.policy] |= in ? 1U : 2U;
      if (cause == Cause::kReorganization) {
        purposes[PurposeOf(item)].Add(in, batch_.amount[r]);
        moved = moved || state_.items[item - 1].department !=
                             state_.items[batch_.item[group.rows.front()] - 1].department;
      }
    }
    if (mixed) return Code::kGroupMixed;
    if (!net.is_zero()) return Code::kGroupNotZero;
    if (index.Binds(PolicyTopic::kInsidePolicyProgram, cause, day) && across)
      return Code::kAcrossPolicyPrograms;
    if (index.Binds(PolicyTopic::kAcrossPolicyPrograms, cause, day)) {
      // What comes in where other money goes out stays in its policy program: a 전용 inside an 이용.
      const bool inside =
          std::any_of(ways.begin(), ways.end(), [](const auto& way) { return way.second == 3U; });
      if (!across || inside) return Code::kInsideOnePolicyProgram;
    }
    if (index.Binds(PolicyTopic::kInsideUnitProgram, cause, day) && wide) return Code::kTooWide;
    if (index.Binds(PolicyTopic::kSamePurpose, cause, day)) {
      if (!moved || !AreZero(purposes)) return Code::kPurposeChanged;
    }
    return Code::kOk;
  }

  // Program, object and origin keep their money; only the department changes.
  using Purposes = HashMap<std::uint64_t, NetSum>;
  std::uint64_t PurposeOf(std::uint32_t item) const {
    const ItemInfo& info = state_.InfoOf(item);
    return (std::uint64_t{info.program} << 32) | (std::uint64_t{info.object} << 3) |
           static_cast<std::uint64_t>(state_.items[item - 1].origin);
  }
  static bool AreZero(const Purposes& purposes) {
    return std::all_of(purposes.begin(), purposes.end(),
                       [](const auto& purpose) { return purpose.second.is_zero(); });
  }

  // What stays of a transfer keeps its rules. All but one hold of any of its rows; that money keeps its purpose has to
  // hold of what goes as well.
  Code WholeCorrection(const GroupRows& group) const {
    NetSum net;
    Purposes purposes;
    bool same_purpose = false;
    for (const std::uint32_t r : group.rows) {
      const std::int64_t asked = batch_.reference[r];
      const std::uint32_t id = asked > 0 ? static_cast<std::uint32_t>(asked)
                                         : ids_[static_cast<std::size_t>(-(asked + 1))];
      if (id == 0) return Code::kGroupNotZero;
      const Row entry = view_.Entry(id);
      const bool in = static_cast<EntryKind>(entry.kind) == EntryKind::kTransferOut;
      net.Add(in, batch_.amount[r]);
      purposes[PurposeOf(entry.item)].Add(in, batch_.amount[r]);
      same_purpose = same_purpose || state_.index.Binds(PolicyTopic::kSamePurpose,
                                                        static_cast<Cause>(entry.cause), entry.day);
    }
    if (!net.is_zero()) return Code::kGroupNotZero;
    return !same_purpose || AreZero(purposes) ? Code::kOk : Code::kPurposeChanged;
  }

  const BookState& state_;
  const View& view_;
  const BatchView& batch_;
  const std::vector<std::uint32_t>& ids_;
};

}  // namespace yesan::internal
