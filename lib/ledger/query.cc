// Balances: of an item, summed, on a day.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lib/ledger/rebuild.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "lib/ledger/sums.h"
#include "yesan/ledger/book.h"

namespace yesan {

namespace internal {

bool Fits(const BookState& state, std::uint32_t item, const ItemFilter& filter) {
  const ItemKey& key = state.items[item - 1];
  const ItemInfo& info = state.InfoOf(item);
  return (filter.fiscal_year == 0 || filter.fiscal_year == key.fiscal_year) &&
         (filter.account == AccountId::kNone || filter.account == key.account) &&
         (filter.department == DepartmentId::kNone || filter.department == key.department) &&
         (filter.program == ProgramId::kNone ||
          state.IsUnder(info.program, NumberOf(filter.program))) &&
         (filter.object_group.empty() || filter.object_group == key.object_group) &&
         (filter.object_item.empty() || filter.object_item == key.object_item) &&
         (!filter.origin || *filter.origin == key.origin) &&
         (!filter.revenue || *filter.revenue == key.revenue);
}

GroupKey GroupKeyOf(const BookState& state, std::uint32_t item, GroupBy by) {
  const ItemKey& key = state.items[item - 1];
  const ItemInfo& info = state.InfoOf(item);
  const auto node = [&](CodeKind rung) { return GroupKey{state.Above(info.program, rung), {}}; };
  switch (by) {
    case GroupBy::kNothing:
      return {};
    case GroupBy::kItem:
      return {item, {}};
    case GroupBy::kDetailedProgram:
      return {info.program, {}};
    case GroupBy::kUnitProgram:
      return {info.unit, {}};
    case GroupBy::kPolicyProgram:
      return {info.policy, {}};
    case GroupBy::kSector:
      return node(CodeKind::kSector);
    case GroupBy::kField:
      return node(CodeKind::kField);
    case GroupBy::kAccount:
      return {info.account, {}};
    case GroupBy::kDepartment:
      return {NumberOf(key.department), {}};
    case GroupBy::kObjectGroup:
      return {0, key.object_group};
    case GroupBy::kObjectItem:
      return {0, key.object_item};
    case GroupBy::kOrigin:
      return {static_cast<std::uint32_t>(key.origin), {}};
    case GroupBy::kFiscalYear:
      return {static_cast<std::uint32_t>(key.fiscal_year), {}};
    case GroupBy::kFundingSource:  // an item may have several: see Group
      break;
  }
  return {};
}

std::vector<std::uint32_t> Rebuild(const BookState& state, std::int32_t day, std::uint32_t known,
                                   std::vector<ItemBalances>& sums) {
  sums.assign(state.items.size(), ItemBalances());
  std::vector<std::uint32_t> lost;
  // Nearly all entries are of two kinds; what they add to stays close together.
  struct Spent {
    std::int64_t committed = 0;
    std::int64_t disbursed = 0;
  };
  std::vector<Spent> spent(state.items.size());
  const Columns& entries = state.entries;
  std::uint32_t id = 0;
  for (std::size_t c = 0; c < entries.chunk_count() && id < known; ++c) {
    const Columns::Chunk& chunk = entries.chunk(c);
    const std::size_t size = std::min<std::size_t>(entries.chunk_size(c), known - id);
    id += static_cast<std::uint32_t>(size);
    for (std::size_t i = 0; i < size; ++i) {
      if (chunk.day[i] > day) continue;
      const std::uint32_t number = chunk.item[i] - 1;
      const auto kind = static_cast<EntryKind>(chunk.kind[i] & ~Columns::kCorrected);
      const auto add = [&](std::int64_t& sum, std::int64_t by) {
        if (!AddSmall(sum, by, sum)) lost.push_back(number + 1);
      };
      if (kind == EntryKind::kCommit) {
        add(spent[number].committed, chunk.amount[i]);
        continue;
      }
      if (kind == EntryKind::kDisburse) {
        add(spent[number].disbursed, chunk.amount[i]);
        continue;
      }
      ItemBalances& item = sums[number];
      const auto change = [&](std::int64_t ItemBalances::*sum, std::int64_t by) {
        add(item.*sum, by);
      };
      const auto control = [](std::int64_t Bucket::*, std::int64_t) {};
      const bool corrects = kind == EntryKind::kCorrect;
      const std::uint32_t of = chunk.reference[i];
      const auto what = corrects ? static_cast<EntryKind>(entries.kind(of)) : kind;
      const auto cause =
          corrects ? static_cast<Cause>(entries.cause(of)) : static_cast<Cause>(chunk.cause[i]);
      const std::uint32_t reference = corrects ? entries.reference(of) : of;
      ForEachEffect(what, cause, state.EffectOn(what, chunk.item[i], reference),
                    corrects ? -chunk.amount[i] : chunk.amount[i], change, control);
    }
  }
  for (std::size_t i = 0; i < spent.size(); ++i) {
    ItemBalances& item = sums[i];
    bool fits = AddSmall(item.committed_total, spent[i].committed, item.committed_total) &&
                AddSmall(item.disbursed, spent[i].disbursed, item.disbursed);
    for (std::int64_t ItemBalances::*sum : kSums)
      fits = fits && item.*sum <= kTotalMax && item.*sum >= -kTotalMax;
    if (!fits) lost.push_back(static_cast<std::uint32_t>(i + 1));
  }
  std::sort(lost.begin(), lost.end());
  lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
  return lost;
}

namespace {

template <class SumsOf>
Result<BalanceTable> Group(const BookState& state, const SumsOf& sums_of, const ItemFilter& filter,
                           GroupBy by, std::int32_t day = std::numeric_limits<std::int32_t>::max(),
                           std::uint32_t known = std::numeric_limits<std::uint32_t>::max()) {
  const auto number = static_cast<std::int32_t>(by);
  if (number < 0 || number > static_cast<std::int32_t>(GroupBy::kFundingSource))
    return Error(Code::kInvalidArgument);
  BalanceTable table;
  table.by = by;
  if (by == GroupBy::kItem) {
    for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
      if (Fits(state, item, filter)) table.rows.push_back({item, {}, sums_of(item)});
    }
    return table;
  }
  std::map<GroupKey, ItemBalances> groups;
  const SourceSums sources =
      by == GroupBy::kFundingSource ? SumSources(state, 0, day, known) : SourceSums();
  for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
    if (!Fits(state, item, filter)) continue;
    if (by == GroupBy::kFundingSource) {
      for (const auto& [source, part] : SplitBySource(state, sources, item, sums_of(item))) {
        if (part == ItemBalances()) continue;
        if (Result<void> added = AddTo(groups[{static_cast<std::uint32_t>(source), {}}], part);
            !added) {
          return std::move(added).error();
        }
      }
      continue;
    }
    if (Result<void> added = AddTo(groups[GroupKeyOf(state, item, by)], sums_of(item)); !added)
      return std::move(added).error();
  }
  table.rows.reserve(groups.size());
  for (auto& [key, total] : groups) table.rows.push_back({key.first, key.second, total});
  return table;
}

}  // namespace

}  // namespace internal

ItemBalances Book::BalancesOf(ItemId item) const noexcept { return state_->SumsOf(NumberOf(item)); }

Result<BalanceTable> Book::Balances(const ItemFilter& filter, GroupBy by) const {
  return internal::Group(
      *state_, [this](std::uint32_t item) { return state_->SumsOf(item); }, filter, by);
}

Result<BalanceTable> Book::BalancesOn(Date day, const ItemFilter& filter, GroupBy by,
                                      EntryId known) const {
  const auto last = static_cast<std::uint32_t>(state_->entries.size());
  const std::uint32_t until = known == EntryId::kNone ? last : std::min(last, NumberOf(known));
  std::vector<ItemBalances> sums;
  for (const std::uint32_t item : internal::Rebuild(*state_, day.days(), until, sums)) {
    if (internal::Fits(*state_, item, filter)) return Error(Code::kOverflow);
  }
  return internal::Group(
      *state_, [&sums](std::uint32_t item) { return sums[item - 1]; }, filter, by, day.days(),
      until);
}

}  // namespace yesan
