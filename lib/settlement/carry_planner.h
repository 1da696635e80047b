// Requests to carry money over, judged one after the other.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "yesan/base/text.h"
#include "yesan/settlement/rollover.h"

namespace yesan::internal {

// 명시이월 is voted beforehand (지방재정법 §50①): not after the year that it leaves.
inline bool IsVotedLate(const BookState& state, const CarryRequest& request,
                        const Authorization& given) {
  return request.cause == Cause::kExplicitCarryover &&
         given.day.days() > state.YearOf(state.InfoOf(NumberOf(request.item))).last_day;
}

// A name without what stands in brackets at its end: `민간자본사업보조(이전)`.
inline std::string_view WithoutBrackets(std::string_view name) noexcept {
  if (name.empty() || name.back() != ')') return name;
  const std::size_t at = name.rfind('(');
  if (at == 0 || at == std::string_view::npos) return name;
  name = name.substr(0, at);
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  return name;
}

// Whether an object goes on under a name: its own, or its own without the brackets.
inline bool GoesOnAs(std::string_view was, std::string_view is) noexcept {
  return was == is || WithoutBrackets(was) == is;
}

// Whether an object of the next year may be what an object became: its name lost brackets or got them, but not others.
inline bool MayBeHeir(std::string_view was, std::string_view is) noexcept {
  return GoesOnAs(was, is) || GoesOnAs(is, was);
}

// The requests of one rollover, each judged after those before it that can be met.
class CarryPlanner {
 public:
  CarryPlanner(const BookState& state, std::int32_t fiscal_year, Date day)
      : state_(state), year_(fiscal_year), day_(day) {}

  CarryRow Judge(const CarryRequest& request) {
    CarryRow row;
    row.from = request.item;
    row.cause = request.cause;
    row.amount = request.amount;
    available_ = asked_ = std::nullopt;
    unallotted_ = 0;
    row.refused = Refuses(request, row);
    if (row.refused != Code::kOk) {
      row.available = available_;
      row.asked = asked_;
      return row;
    }
    const std::uint32_t item = NumberOf(request.item);
    const std::int64_t free = request.amount.minor() - row.committed.minor();
    to_be_made_.try_emplace(row.to, row.to.object_group);
    taken_items_[item] += free;
    taken_buckets_[state_.InfoOf(item).bucket] += free;
    for (const EntryId id : request.commitments) moved_.push_back(NumberOf(id));
    if (request.authorization != AuthorizationId::kNone && Draws(request))
      drawn_[NumberOf(request.authorization)] += request.amount.minor();
    return row;
  }

  // What the request judged last could carry besides, had it been allotted.
  [[nodiscard]] std::int64_t unallotted() const noexcept { return unallotted_; }

 private:
  Code Tell(Code code, std::int64_t available, std::int64_t asked) noexcept {
    available_ = Money(std::max<std::int64_t>(available, 0));
    asked_ = Money(asked);
    return code;
  }

  bool Draws(const CarryRequest& request) const noexcept {
    return DrawsOn(EntryKind::kCarryOut, request.cause,
                   state_.items[NumberOf(request.item) - 1].origin);
  }

  Code Refuses(const CarryRequest& request, CarryRow& row) {
    const std::uint32_t item = NumberOf(request.item);
    if (item < 1 || item > state_.items.size()) return Code::kUnknownItem;
    const ItemKey& key = state_.items[item - 1];
    if (key.revenue || key.fiscal_year != year_) return Code::kUnknownItem;
    row.to = key;
    if (!Fits(EntryKind::kCarryOut, request.cause)) return Code::kUnknownCause;
    if (request.amount.sign() <= 0) return Code::kAmountNotPositive;
    if (year_ >= kLastYear) return Code::kOutOfRange;
    if (state_.IsClosed(year_) || state_.IsClosed(year_ + 1)) return Code::kYearClosed;
    if (state_.year_ids.count(year_ + 1) == 0 && state_.HasMoneyFromOutside(year_ + 2))
      return Code::kVersionOrder;
    if (day_.days() < state_.YearOf(state_.InfoOf(item)).first_day) return Code::kDayOutsideYear;
    bool named_by_policy = false;
    if (Code code = Authority(request, named_by_policy); code != Code::kOk) return code;
    if (key.origin == Origin::kAccidental &&
        state_.index.Binds(PolicyTopic::kAccidentalOnce, day_.days())) {
      return Code::kCarriedBefore;
    }
    if (request.cause == Cause::kContinuingCarryover &&
        request.authorization != AuthorizationId::kNone) {
      const Authorization& plan = state_.authorizations[NumberOf(request.authorization) - 1];
      if (plan.kind == AuthorizationKind::kContinuingPlan && year_ + 1 > plan.last_year)
        return Code::kOutsidePlan;
    }
    const ItemInfo& info = state_.InfoOf(item);
    if (!state_.index.MayBeIn(state_.accounts[info.account - 1].kind, request.cause, day_.days()))
      return Code::kWrongAccount;
    if (state_.index.IsReserve(state_.Word(info.group), state_.Word(info.object), day_.days()))
      return Code::kReserveByDrawOnly;
    std::int64_t committed = 0;
    for (std::size_t i = 0; i < request.commitments.size(); ++i) {
      const std::uint32_t id = NumberOf(request.commitments[i]);
      if (id < 1 || id > state_.entries.size() || state_.entries.item(id) != item ||
          static_cast<EntryKind>(state_.entries.kind(id)) != EntryKind::kCommit ||
          state_.entries.extra(id) == 0 ||
          std::find(moved_.begin(), moved_.end(), id) != moved_.end() ||
          std::find(request.commitments.begin(),
                    request.commitments.begin() + static_cast<std::ptrdiff_t>(i),
                    request.commitments[i]) !=
              request.commitments.begin() + static_cast<std::ptrdiff_t>(i)) {
        return Code::kWrongReference;
      }
      committed += state_.entries.extra(id);
    }
    if (committed > request.amount.minor())
      return Tell(Code::kAboveCarriable, request.amount.minor(), committed);
    row.committed = Money(committed);
    const std::int64_t free = request.amount.minor() - committed;
    if (request.cause == Cause::kAccidentalCarryover && free > 0) {
      if (request.authorization == AuthorizationId::kNone)
        return Tell(Code::kAboveCarriable, committed, request.amount.minor());
      // 지방재정법 §50②: the head decides. A policy that names who does has been asked already.
      const Authorization& by = state_.authorizations[NumberOf(request.authorization) - 1];
      if (!named_by_policy && by.kind != AuthorizationKind::kHeadDecision)
        return Code::kWrongAuthorization;
    }
    if (const std::int64_t left = Left(item, Binds(PolicyTopic::kAllotment)); free > left) {
      unallotted_ = Left(item, false) - std::max<std::int64_t>(left, 0);
      return Tell(Code::kAboveLapsed, left, free);
    }
    return NextKey(request, key, row.to);
  }

  // `needed`: a line of the policy says whose authorization it takes.
  Code Authority(const CarryRequest& request, bool& needed) {
    const std::uint32_t number = NumberOf(request.authorization);
    const bool known = number <= state_.authorizations.size();
    const Authorization* given =
        number != 0 && known ? &state_.authorizations[number - 1] : nullptr;
    bool fits = false;
    for (const PolicyLine* line : state_.index.Of(PolicyTopic::kNeedsAuthorization)) {
      if (line->kind != EntryKind::kCarryOut ||
          !PolicyIndex::SameCause(line->cause, request.cause) ||
          !PolicyIndex::InForce(*line, day_.days())) {
        continue;
      }
      needed = true;
      fits = fits || (given != nullptr && given->kind == line->authorization);
    }
    if (number == 0) return needed ? Code::kAuthorizationMissing : Code::kOk;
    if (!known) return Code::kUnknownAuthorization;
    if (needed && !fits) return Code::kWrongAuthorization;
    if (CoverOf(state_, *given, NumberOf(request.item), day_.days()) != Cover::kWhole) {
      return Code::kNotCovered;
    }
    if (IsVotedLate(state_, request, *given)) return Code::kNotCovered;
    if (given->limit && Draws(request)) {
      const std::int64_t left = given->limit->minor() - state_.drawn[number - 1] - drawn_[number];
      if (request.amount.minor() > left)
        return Tell(Code::kAboveLimit, left, request.amount.minor());
    }
    return Code::kOk;
  }

  bool Binds(PolicyTopic topic) const { return state_.index.Binds(topic, day_.days()); }

  // What an item may carry beyond its commitments: neither committed nor carried nor reserved for a payer.
  std::int64_t Left(std::uint32_t item, bool allotment) {
    const ItemBalances sums = state_.SumsOf(item);
    const std::uint32_t b = state_.InfoOf(item).bucket;
    const Bucket& bucket = state_.buckets[b];
    const std::int64_t of_item = sums.current_budget() - sums.committed_total -
                                 (sums.carryover_out() - sums.commitments_out) -
                                 sums.subsidy_refund - taken_items_[item];
    const std::int64_t of_bucket =
        std::min(allotment ? bucket.allotted : bucket.current, bucket.current - bucket.reserved) -
        bucket.used - taken_buckets_[b];
    return std::min(of_item, of_bucket);
  }

  const CodeEntry* ObjectOf(std::int32_t year, const std::string& code) const noexcept {
    return state_.classification.Find(CodeKind::kObjectItem, year, code);
  }

  template <class Test>
  bool AnyNext(Test test) const noexcept {
    const std::vector<CodeEntry>& all = state_.classification.entries();
    return std::any_of(all.begin(), all.end(), [&](const CodeEntry& entry) {
      return entry.kind == CodeKind::kObjectItem && entry.first_year <= year_ + 1 &&
             entry.last_year > year_ && test(entry);
    });
  }

  // Whether the classification knows object items of the next year.
  bool KnowsNext() const noexcept {
    return AnyNext([](const CodeEntry&) { return true; });
  }

  Code NextKey(const CarryRequest& request, const ItemKey& key, ItemKey& to) const {
    to.fiscal_year = year_ + 1;
    to.origin = OriginOf(request.cause);
    // A code is what it means: the same code with another name is another object.
    const CodeEntry* now = ObjectOf(year_, key.object_item);
    const CodeEntry* next = ObjectOf(year_ + 1, key.object_item);
    const bool lives_on = now != nullptr && next != nullptr && GoesOnAs(now->name, next->name);
    if (FindInvalidUtf8(request.next_object_item) || FindInvalidUtf8(request.next_object_group))
      return Code::kInvalidUtf8;
    const bool mapped = !request.next_object_item.empty();
    if (mapped && Trim(request.next_object_item).empty()) return Code::kWrongMapping;
    if (!mapped) {
      if (now != nullptr && !lives_on) return Code::kNoMapping;
    } else {
      if (lives_on && request.next_object_item != key.object_item) return Code::kWrongMapping;
      to.object_item = request.next_object_item;
    }
    const bool other = to.object_item != key.object_item;
    const CodeEntry* there = ObjectOf(year_ + 1, to.object_item);
    to.object_group = request.next_object_group;
    if (there != nullptr && !there->parent.empty()) {
      if (!to.object_group.empty() && to.object_group != there->parent) return Code::kWrongMapping;
      to.object_group = there->parent;
    } else if (to.object_group.empty()) {
      const bool unknown = there == nullptr && mapped && (other || now != nullptr);
      if (unknown && KnowsNext()) return Code::kWrongMapping;
      to.object_group = key.object_group;
    }
    // The item that is there already says its group itself.
    if (const auto found = state_.item_ids.find(to); found != state_.item_ids.end()) {
      to.object_group = state_.items[found->second - 1].object_group;
    } else if (const auto made = to_be_made_.find(to); made != to_be_made_.end()) {
      to.object_group = made->second;
    }
    return KeepsPurpose(key, to);
  }

  // Carried money is not turned to another purpose (지방재정법 §50).
  Code KeepsPurpose(const ItemKey& from, const ItemKey& to) const {
    const bool other = to.object_item != from.object_item;
    const std::int32_t day =
        FiscalYear::Make(year_ + 1, state_.government.calendar)->first_day().days();
    if (state_.index.IsReserve(to.object_group, to.object_item, day))
      return other ? Code::kWrongMapping : Code::kReserveByDrawOnly;
    const CodeEntry* now = ObjectOf(year_, from.object_item);
    const CodeEntry* next = ObjectOf(year_ + 1, from.object_item);
    if (to.object_group != from.object_group) {
      // The classification itself may move an object, or end it: no object has its name any more (행사관련시설비 of group
      // 401, whose money goes to 201-03 in 2027).
      const auto heirs = [&](const CodeEntry& entry) { return MayBeHeir(now->name, entry.name); };
      const CodeEntry* there = ObjectOf(year_ + 1, to.object_item);
      const bool unchanged = !other && next != nullptr && (now == nullptr || heirs(*next));
      const bool moved = now != nullptr && there != nullptr && heirs(*there);
      const bool gone = now != nullptr && KnowsNext() && !AnyNext(heirs);
      if (!unchanged && !moved && !gone) return Code::kWrongMapping;
    }
    if (!other) return Code::kOk;
    for (const PolicyLine* line : state_.index.Of(PolicyTopic::kBarredInto)) {
      if (line->number == 0 && PolicyIndex::InForce(*line, day) &&
          PolicyIndex::Lists(*line, to.object_group, to.object_item) &&
          !PolicyIndex::Lists(*line, from.object_group, from.object_item)) {
        return Code::kWrongMapping;
      }
    }
    return Code::kOk;
  }

  static Origin OriginOf(Cause cause) noexcept {
    return static_cast<Origin>(static_cast<std::int32_t>(cause) - 30);
  }

  // Nothing is carried out of the last year that an item can have.
  static constexpr std::int32_t kLastYear = 9998;

  const BookState& state_;
  std::int32_t year_;
  Date day_;
  std::map<std::uint32_t, std::int64_t> taken_items_;
  std::map<std::uint32_t, std::int64_t> taken_buckets_;
  std::map<std::uint32_t, std::int64_t> drawn_;
  std::vector<std::uint32_t> moved_;
  HashMap<ItemKey, std::string, ItemHash> to_be_made_;  // and their object groups
  std::optional<Money> available_;
  std::optional<Money> asked_;
  std::int64_t unallotted_ = 0;
};

}  // namespace yesan::internal
