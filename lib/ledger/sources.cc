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

SourceSums SumSources(const BookState& state, std::int32_t fiscal_year, std::int32_t day,
                      std::uint32_t known) {
  SourceSums sums;
  const Columns& entries = state.entries;
  for (const std::uint32_t id : state.tagged_entries) {
    if (id > known) break;
    if (entries.day(id) > day) continue;
    const std::uint32_t item = entries.item(id);
    if (fiscal_year != 0 && state.items[item - 1].fiscal_year != fiscal_year) continue;
    ItemBalances& of = sums[{item, PayerOf(entries.source(id), state.government.tier)}];
    const bool corrects = static_cast<EntryKind>(entries.kind(id)) == EntryKind::kCorrect;
    const std::uint32_t what = corrects ? entries.reference(id) : id;
    ForEachEffect(
        static_cast<EntryKind>(entries.kind(what)), static_cast<Cause>(entries.cause(what)),
        state.EffectOn(static_cast<EntryKind>(entries.kind(what)), item, entries.reference(what)),
        corrects ? -entries.amount(id) : entries.amount(id),
        [&of](std::int64_t ItemBalances::*sum, std::int64_t by) { of.*sum += by; },
        [](std::int64_t Bucket::*, std::int64_t) {});
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
