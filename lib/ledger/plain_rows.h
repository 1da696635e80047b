// Rows that come by the million, taken many at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include "lib/ledger/effect.h"
#include "lib/ledger/state.h"

namespace yesan::internal {

// Asks for memory before it is needed: the items of a batch lie all over the book.
inline void Prefetch(const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#else
  (void)address;
#endif
}

// Commitments and payments without a cause, group, source, authorization or memo. Such a row is taken here when nothing can
// be said against it, and left to Judge otherwise: that alone knows what is said, in which order, and what is still lawful.
// @pre the columns have room for all rows of the batch.
class PlainRows {
 public:
  PlainRows(BookState& state, const BatchView& batch) noexcept
      : state_(state),
        batch_(batch),
        first_(static_cast<std::uint32_t>(state.entries.size()) + 1),
        commits_(!state.index.MayNeedAuthorization(kCommit)),
        disburses_(!state.index.MayNeedAuthorization(kDisburse)) {}

  // Takes rows from `begin` on and gives how many; none when the first is not for here.
  std::size_t Take(std::size_t begin) noexcept {
    if (begin >= looked_) Look(begin);
    if (!plain_) return 0;
    const Columns::Tail tail = state_.entries.tail();
    const std::size_t end = begin + std::min(looked_ - begin, tail.room());
    std::size_t i = begin;
    while (i < end && TakeRow(i, tail, i - begin)) ++i;
    if (i > begin) Fill(tail, begin, i - begin);
    return i - begin;
  }

 private:
  static constexpr auto kCommit = static_cast<std::uint8_t>(EntryKind::kCommit);
  static constexpr auto kDisburse = static_cast<std::uint8_t>(EntryKind::kDisburse);
  static constexpr std::size_t kBlock = 256;  // rows looked at together
  static constexpr std::size_t kAhead = 12;   // rows; twice as many for what the second look needs

  template <class T>
  static bool IsZero(const T* column, std::size_t begin, std::size_t count) noexcept {
    return column == nullptr ||
           (column[begin] == T{} &&
            std::memcmp(column + begin, column + begin + 1, (count - 1) * sizeof(T)) == 0);
  }

  void Look(std::size_t begin) noexcept {
    const std::size_t count = std::min(kBlock, batch_.count - begin);
    looked_ = begin + count;
    plain_ = IsZero(batch_.cause, begin, count) && IsZero(batch_.group, begin, count) &&
             IsZero(batch_.source, begin, count) && IsZero(batch_.authorization, begin, count);
    if (batch_.memo == nullptr) return;
    for (std::size_t i = begin; plain_ && i < looked_; ++i) plain_ = batch_.memo[i].empty();
  }

  void PrefetchAhead(std::size_t i) const noexcept {
    const auto known = [this](std::size_t row) {
      return row < batch_.count && batch_.item[row] - 1 < state_.hot.size();
    };
    if (known(i + 2 * kAhead)) Prefetch(&state_.hot[batch_.item[i + 2 * kAhead] - 1]);
    if (known(i + kAhead) && batch_.kind[i + kAhead] == kCommit) {
      const std::uint32_t bucket = state_.hot[batch_.item[i + kAhead] - 1].bucket;
      if (bucket != kNoBucket) Prefetch(&state_.buckets[bucket]);
    }
  }

  // What the policy says on a day, and which days a year has.
  bool MayBeOn(std::int32_t day, std::uint16_t year) noexcept {
    if (day == day_ && year == year_) return open_;
    day_ = day;
    year_ = year;
    const YearInfo& info = state_.years[year];
    open_ = !info.closed && day >= info.first_day && day <= info.last_day;
    allotment_ = state_.index.Binds(PolicyTopic::kAllotment, day);
    officers_ = state_.index.Binds(PolicyTopic::kSeparateOfficers, day);
    return open_;
  }

  bool TakeRow(std::size_t i, const Columns::Tail& tail, std::size_t at) noexcept {
    PrefetchAhead(i);
    const std::uint32_t item = batch_.item[i];
    if (item - 1 >= state_.hot.size()) return false;
    const std::int64_t amount = batch_.amount[i];
    if (amount <= 0 || amount > kSumMax) return false;
    HotItem& hot = state_.hot[item - 1];
    if (!MayBeOn(batch_.day[i], hot.year)) return false;
    const std::int64_t asked = batch_.reference == nullptr ? 0 : batch_.reference[i];
    const std::int32_t kind = batch_.kind[i];
    std::uint32_t reference = 0;
    if (kind == kCommit) {
      if (asked != 0 || !commits_ || !Commits(hot, amount)) return false;
    } else if (kind == kDisburse) {
      reference = EntryOf(asked, i);
      if (reference == 0 || !disburses_ || !Disburses(hot, i, item, amount, reference))
        return false;
    } else {
      return false;
    }
    // What a later row of the batch may look at.
    tail.item()[at] = item;
    tail.kind()[at] = static_cast<std::uint8_t>(kind);
    tail.reference()[at] = reference;
    tail.source()[at] = 0;
    tail.extra()[at] = amount;
    return true;
  }

  bool Commits(HotItem& hot, std::int64_t amount) noexcept {
    if (hot.bucket == kNoBucket || hot.reserve || hot.committed > kSumMax - amount) return false;
    Bucket& bucket = state_.buckets[hot.bucket];
    const std::int64_t most =
        allotment_ ? std::min(bucket.allotted, bucket.current) : bucket.current;
    const std::int64_t free = most - bucket.used;
    if (amount > free || bucket.reserved != 0) return false;
    hot.committed += amount;
    bucket.used += amount;  // at most what is allotted, or current
    return true;
  }

  bool Disburses(HotItem& hot, std::size_t i, std::uint32_t item, std::int64_t amount,
                 std::uint32_t commitment) noexcept {
    Columns& entries = state_.entries;
    if (entries.item(commitment) != item || !entries.IsUncorrected(commitment, kCommit) ||
        hot.disbursed > kSumMax - amount) {
      return false;
    }
    // Then its source is this row's too.
    if (!state_.tagged_entries.empty() && entries.source(commitment) != 0) return false;
    const std::int64_t open = entries.extra(commitment);
    if (amount > open) return false;
    const std::uint32_t actor = batch_.actor == nullptr ? 0 : batch_.actor[i];
    if (actor != 0 && officers_ && ActorOf(commitment) == actor) return false;
    hot.disbursed += amount;
    entries.SetExtra(commitment, open - amount);
    return true;
  }

  // The entry that row i names, 0: none.
  [[nodiscard]] std::uint32_t EntryOf(std::int64_t asked, std::size_t i) const noexcept {
    if (asked >= 0) return asked < first_ ? static_cast<std::uint32_t>(asked) : 0;
    const auto back = static_cast<std::uint64_t>(-(asked + 1));
    return back < i ? first_ + static_cast<std::uint32_t>(back) : 0;
  }

  // Actors of the batch are not in their column before the rows are filled in.
  [[nodiscard]] std::uint32_t ActorOf(std::uint32_t entry) const noexcept {
    return entry < first_ ? state_.entries.actor(entry) : batch_.actor[entry - first_];
  }

  // The columns that no row of the batch looks at.
  void Fill(const Columns::Tail& tail, std::size_t begin, std::size_t count) noexcept {
    std::memcpy(tail.day(), batch_.day + begin, count * sizeof *tail.day());
    std::memcpy(tail.amount(), batch_.amount + begin, count * sizeof *tail.amount());
    std::memset(tail.cause(), 0, count);
    if (batch_.actor == nullptr) {
      std::memset(tail.actor(), 0, count * sizeof *tail.actor());
    } else {
      std::memcpy(tail.actor(), batch_.actor + begin, count * sizeof *tail.actor());
    }
    state_.entries.Grow(count);
  }

  BookState& state_;
  const BatchView& batch_;
  const std::uint32_t first_;  // the id of the batch's first row
  const bool commits_;
  const bool disburses_;
  std::size_t looked_ = 0;  // the end of the rows that plain_ speaks of
  bool plain_ = false;
  // Of the day and year that were asked for last.
  std::int32_t day_ = std::numeric_limits<std::int32_t>::min();
  std::uint16_t year_ = 0;
  bool open_ = false;
  bool allotment_ = false;
  bool officers_ = false;
};

}  // namespace yesan::internal
