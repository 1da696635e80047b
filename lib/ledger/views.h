// What a judgement looks at and changes: the book itself, or a shadow of it that forgets.
#pragma once

#include <cstdint>
#include <vector>

#include "lib/base/hash_map.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

// The book itself.
class BookView {
 public:
  explicit BookView(BookState& state)
      : state_(state), first_(static_cast<std::uint32_t>(state.entries.size()) + 1) {}

  // The id of the batch's first row.
  [[nodiscard]] std::uint32_t first() const noexcept { return first_; }
  [[nodiscard]] Row Entry(std::uint32_t id) const noexcept { return state_.RowOf(id); }
  [[nodiscard]] std::uint32_t ItemOf(std::uint32_t id) const noexcept {
    return state_.entries.item(id);
  }
  [[nodiscard]] EntryKind KindOf(std::uint32_t id) const noexcept {
    return static_cast<EntryKind>(state_.entries.kind(id));
  }
  [[nodiscard]] std::uint32_t ActorOf(std::uint32_t id) const noexcept {
    return state_.entries.actor(id);
  }
  [[nodiscard]] std::uint8_t SourceOf(std::uint32_t id) const noexcept {
    return state_.entries.source(id);
  }
  [[nodiscard]] std::uint32_t AuthorizationOf(std::uint32_t id) const noexcept {
    return state_.AuthorizationOf(id);
  }
  [[nodiscard]] bool corrected(std::uint32_t id) const noexcept {
    return state_.entries.corrected(id);
  }
  [[nodiscard]] std::int64_t extra(std::uint32_t id) const noexcept {
    return state_.entries.extra(id);
  }
  [[nodiscard]] ItemBalances Look(std::uint32_t item) const noexcept { return state_.SumsOf(item); }
  [[nodiscard]] std::int64_t committed(std::uint32_t item) const noexcept {
    return state_.hot[item - 1].committed;
  }
  [[nodiscard]] std::int64_t disbursed(std::uint32_t item) const noexcept {
    return state_.hot[item - 1].disbursed;
  }
  [[nodiscard]] const Bucket& LookBucket(std::uint32_t bucket) const noexcept {
    return state_.buckets[bucket];
  }
  [[nodiscard]] std::int64_t LookDrawn(std::uint32_t authorization) const noexcept {
    return state_.drawn[authorization - 1];
  }
  void AddCommitted(std::uint32_t item, std::int64_t by) noexcept {
    state_.hot[item - 1].committed += by;
  }
  void AddDisbursed(std::uint32_t item, std::int64_t by) noexcept {
    state_.hot[item - 1].disbursed += by;
  }
  void AddSum(std::uint32_t item, std::int64_t ItemBalances::*sum, std::int64_t by) noexcept {
    if (sum == &ItemBalances::committed_total) return AddCommitted(item, by);
    if (sum == &ItemBalances::disbursed) return AddDisbursed(item, by);
    state_.cold[item - 1].*sum += by;
  }
  Bucket& bucket(std::uint32_t bucket) noexcept { return state_.buckets[bucket]; }
  [[nodiscard]] SourceGiven LookGiven(std::uint32_t item, std::uint32_t source) const noexcept {
    const auto found = state_.given.find({item, source});
    return found != state_.given.end() ? found->second : SourceGiven();
  }
  // Allocates the first time.
  SourceGiven& given(std::uint32_t item, std::uint32_t source) {
    return state_.given[{item, source}];
  }
  std::int64_t& drawn(std::uint32_t authorization) noexcept {
    return state_.drawn[authorization - 1];
  }
  void AddExtra(std::uint32_t id, std::int64_t by) noexcept {
    state_.entries.SetExtra(id, state_.entries.extra(id) + by);
  }
  void SetCorrected(std::uint32_t id, bool corrected) noexcept {
    state_.entries.SetCorrected(id, corrected);
  }
  std::uint32_t NextGroup() noexcept { return ++state_.groups; }
  std::uint32_t Push(const Row& row, std::int64_t extra) {
    const auto id = static_cast<std::uint32_t>(state_.entries.size() + 1);
    if (row.authorization != 0) state_.entry_authorizations.emplace_back(id, row.authorization);
    if (row.source != 0) state_.tagged_entries.push_back(id);
    state_.entries.Push(row, extra);
    return id;
  }
  void Pop() noexcept {
    const auto id = static_cast<std::uint32_t>(state_.entries.size());
    if (!state_.entry_authorizations.empty() && state_.entry_authorizations.back().first == id)
      state_.entry_authorizations.pop_back();
    if (state_.entries.source(id) != 0) state_.tagged_entries.pop_back();
    state_.entries.Pop();
  }

 private:
  BookState& state_;
  std::uint32_t first_;
};

// What would become of the book. It copies what it touches.
class ShadowView {
 public:
  explicit ShadowView(const BookState& state)
      : state_(state), first_(static_cast<std::uint32_t>(state.entries.size()) + 1) {}

  [[nodiscard]] std::uint32_t first() const noexcept { return first_; }
  [[nodiscard]] Row Entry(std::uint32_t id) const noexcept {
    return id < first_ ? state_.RowOf(id) : rows_[id - first_];
  }
  [[nodiscard]] std::uint32_t ItemOf(std::uint32_t id) const noexcept { return Entry(id).item; }
  [[nodiscard]] EntryKind KindOf(std::uint32_t id) const noexcept {
    return static_cast<EntryKind>(Entry(id).kind);
  }
  [[nodiscard]] std::uint32_t ActorOf(std::uint32_t id) const noexcept { return Entry(id).actor; }
  [[nodiscard]] std::uint8_t SourceOf(std::uint32_t id) const noexcept { return Entry(id).source; }
  [[nodiscard]] std::uint32_t AuthorizationOf(std::uint32_t id) const noexcept {
    return id < first_ ? state_.AuthorizationOf(id) : rows_[id - first_].authorization;
  }
  [[nodiscard]] bool corrected(std::uint32_t id) const noexcept {
    const auto found = corrected_.find(id);
    if (found != corrected_.end()) return found->second;
    return id < first_ && state_.entries.corrected(id);
  }
  [[nodiscard]] std::int64_t extra(std::uint32_t id) const noexcept {
    if (id >= first_) return extras_[id - first_];
    const auto found = extra_.find(id);
    return found != extra_.end() ? found->second : state_.entries.extra(id);
  }
  [[nodiscard]] ItemBalances Look(std::uint32_t item) const noexcept {
    const auto found = balances_.find(item);
    return found != balances_.end() ? found->second : state_.SumsOf(item);
  }
  [[nodiscard]] std::int64_t committed(std::uint32_t item) const noexcept {
    return Look(item).committed_total;
  }
  [[nodiscard]] std::int64_t disbursed(std::uint32_t item) const noexcept {
    return Look(item).disbursed;
  }
  [[nodiscard]] const Bucket& LookBucket(std::uint32_t bucket) const noexcept {
    const auto found = buckets_.find(bucket);
    return found != buckets_.end() ? found->second : state_.buckets[bucket];
  }
  [[nodiscard]] std::int64_t LookDrawn(std::uint32_t authorization) const noexcept {
    const auto found = drawn_.find(authorization);
    return found != drawn_.end() ? found->second : state_.drawn[authorization - 1];
  }
  void AddCommitted(std::uint32_t item, std::int64_t by) {
    AddSum(item, &ItemBalances::committed_total, by);
  }
  void AddDisbursed(std::uint32_t item, std::int64_t by) {
    AddSum(item, &ItemBalances::disbursed, by);
  }
  void AddSum(std::uint32_t item, std::int64_t ItemBalances::*sum, std::int64_t by) {
    const auto found = balances_.find(item);
    ItemBalances& sums = found != balances_.end()
                             ? found->second
                             : balances_.emplace(item, state_.SumsOf(item)).first->second;
    sums.*sum += by;
  }
  Bucket& bucket(std::uint32_t bucket) {
    return buckets_.try_emplace(bucket, state_.buckets[bucket]).first->second;
  }
  [[nodiscard]] SourceGiven LookGiven(std::uint32_t item, std::uint32_t source) const noexcept {
    const auto found = given_.find({item, source});
    if (found != given_.end()) return found->second;
    const auto standing = state_.given.find({item, source});
    return standing != state_.given.end() ? standing->second : SourceGiven();
  }
  SourceGiven& given(std::uint32_t item, std::uint32_t source) {
    return given_.try_emplace({item, source}, LookGiven(item, source)).first->second;
  }
  std::int64_t& drawn(std::uint32_t authorization) {
    return drawn_.try_emplace(authorization, state_.drawn[authorization - 1]).first->second;
  }
  void AddExtra(std::uint32_t id, std::int64_t by) {
    if (id >= first_) {
      extras_[id - first_] += by;
    } else {
      extra_.try_emplace(id, state_.entries.extra(id)).first->second += by;
    }
  }
  void SetCorrected(std::uint32_t id, bool corrected) { corrected_[id] = corrected; }
  std::uint32_t NextGroup() noexcept { return state_.groups + ++groups_; }
  std::uint32_t Push(const Row& row, std::int64_t extra) {
    rows_.push_back(row);
    extras_.push_back(extra);
    return static_cast<std::uint32_t>(first_ + rows_.size() - 1);
  }
  void Pop() noexcept {
    rows_.pop_back();
    extras_.pop_back();
  }

 private:
  const BookState& state_;
  std::uint32_t first_;
  std::uint32_t groups_ = 0;
  std::vector<Row> rows_;
  std::vector<std::int64_t> extras_;  // of rows_
  HashMap<std::uint32_t, ItemBalances> balances_;
  HashMap<std::uint32_t, Bucket> buckets_;
  HashMap<std::pair<std::uint32_t, std::uint32_t>, SourceGiven, PairHash> given_;
  HashMap<std::uint32_t, std::int64_t> drawn_;
  HashMap<std::uint32_t, std::int64_t> extra_;  // of the book's own entries
  HashMap<std::uint32_t, bool> corrected_;
};

}  // namespace yesan::internal
