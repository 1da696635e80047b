#include "lib/ledger/sources.h"

#include <algorithm>
#include <cstddef>

#include "lib/ledger/effect.h"
#include "lib/ledger/state.h"
#include "lib/ledger/sums.h"
#include "yesan/money/money.h"

namespace yesan::internal {

namespace {

// What is shared in proportion where no source is named. The budget itself is not: money without a source is own funds.
constexpr std::int64_t ItemBalances::*kShared[] = {
    &ItemBalances::allotted,         &ItemBalances::committed_total, &ItemBalances::disbursed,
    &ItemBalances::explicit_out,     &ItemBalances::accidental_out,  &ItemBalances::continuing_out,
    &ItemBalances::construction_out, &ItemBalances::commitments_out, &ItemBalances::subsidy_refund,
};

}  // namespace

FundingSource OwnFundsOf(GovernmentKind tier) noexcept {
  switch (tier) {
    case GovernmentKind::kMetropolitan:
      return FundingSource::kProvinceFunds;
    case GovernmentKind::kCity:
    case GovernmentKind::kCounty:
    case GovernmentKind::kDistrict:
      return FundingSource::kDistrictFunds;
    case GovernmentKind::kUnknown:
      break;
  }
  return FundingSource::kOwnFunds;
}

SourceSums SumSources(const BookState& state, std::int32_t fiscal_year, std::int32_t day,
                      std::uint32_t known) {
  SourceSums sums;
  if (state.tagged_entries == 0) return sums;
  const Columns& entries = state.entries;
  std::uint32_t id = 0;
  for (std::size_t c = 0; c < entries.chunk_count() && id < known; ++c) {
    const Columns::Chunk& chunk = entries.chunk(c);
    const std::size_t size = std::min<std::size_t>(entries.chunk_size(c), known - id);
    for (std::size_t i = 0; i < size; ++i) {
      ++id;
      if (chunk.source[i] == 0 || chunk.day[i] > day) continue;
      const std::uint32_t item = chunk.item[i];
      if (fiscal_year != 0 && state.items[item - 1].fiscal_year != fiscal_year) continue;
      ItemBalances& of = sums[{item, chunk.source[i]}];
      const auto change = [&of](std::int64_t ItemBalances::*sum, std::int64_t by) {
        of.*sum += by;
      };
      const auto control = [](std::int64_t Bucket::*, std::int64_t) {};
      const auto kind = static_cast<EntryKind>(chunk.kind[i] & ~Columns::kCorrected);
      const bool corrects = kind == EntryKind::kCorrect;
      const std::uint32_t what = corrects ? chunk.reference[i] : id;
      ForEachEffect(
          static_cast<EntryKind>(entries.kind(what)), static_cast<Cause>(entries.cause(what)),
          state.EffectOn(static_cast<EntryKind>(entries.kind(what)), item, entries.reference(what)),
          corrects ? -chunk.amount[i] : chunk.amount[i], change, control);
    }
  }
  return sums;
}

SourceParts SplitBySource(const BookState& state, const SourceSums& sources, std::uint32_t item,
                          const ItemBalances& whole) {
  SourceParts parts;
  ItemBalances untagged = whole;
  for (auto it = sources.lower_bound({item, 0}); it != sources.end() && it->first.first == item;
       ++it) {
    parts.emplace_back(static_cast<FundingSource>(it->first.second), it->second);
    for (auto sum : kSums) untagged.*sum -= it->second.*sum;
  }
  ItemBalances rest = untagged;
  const std::int64_t budget = whole.current_budget();
  for (auto& [source, part] : parts) {
    const std::int64_t weight = part.current_budget();
    if (budget <= 0 || weight <= 0) continue;
    for (auto sum : kShared) {
      // The weight may be above the budget, where a transfer named its source on one side only.
      const auto share = MulDiv(Money(untagged.*sum), weight, budget, Rounding::kDown);
      if (!share) continue;
      part.*sum += share->minor();
      rest.*sum -= share->minor();
    }
  }
  const FundingSource own = OwnFundsOf(state.government.tier);
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [own](const auto& part) { return part.first == own; });
  if (found != parts.end()) {
    for (auto sum : kSums) found->second.*sum += rest.*sum;
    std::rotate(found, found + 1, parts.end());
  } else {
    parts.emplace_back(own, rest);
  }
  return parts;
}

}  // namespace yesan::internal
