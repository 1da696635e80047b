// Who pays: what entries say of the sources of items, and what follows for the rest.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "yesan/budget/funding.h"
#include "yesan/ledger/balances.h"

namespace yesan::internal {

class BookState;

// The sums of the entries that name a source, by item and payer.
using SourceSums = std::map<std::pair<std::uint32_t, std::uint8_t>, ItemBalances>;

// What a government of a tier calls its own money.
[[nodiscard]] inline FundingSource OwnFundsOf(GovernmentKind tier) noexcept {
  return Resolve(FundingSource::kOwnFunds, tier);
}

// Who pays, by whatever name an entry calls it: 자체재원 of a city is its 시비. 0 stays 0.
[[nodiscard]] inline std::uint8_t PayerOf(std::uint8_t source, GovernmentKind tier) noexcept {
  return static_cast<std::uint8_t>(Resolve(static_cast<FundingSource>(source), tier));
}

// Whether a payer gives money that it may want back: not the government itself, nor who lends to it or receives from it.
[[nodiscard]] inline bool GivesSubsidies(FundingSource payer, GovernmentKind tier) noexcept {
  return payer != FundingSource::kOwnFunds && payer != OwnFundsOf(tier) &&
         payer != FundingSource::kLocalBond && payer != FundingSource::kSelfBurden &&
         payer != FundingSource::kLocalMatch;
}

// Of the items of a year (0: of every year), from the entries up to a day and an entry, both closed.
[[nodiscard]] SourceSums SumSources(
    const BookState& state, std::int32_t fiscal_year,
    std::int32_t day = std::numeric_limits<std::int32_t>::max(),
    std::uint32_t known = std::numeric_limits<std::uint32_t>::max());

// The parts of an item's balances by source, as GroupBy::kFundingSource says: they add up to the whole. Own funds come
// last, even where nothing is theirs.
using SourceParts = std::vector<std::pair<FundingSource, ItemBalances>>;
[[nodiscard]] SourceParts SplitBySource(const BookState& state, const SourceSums& sources,
                                        std::uint32_t item, const ItemBalances& whole);

// Shares what names no source among parts, whose budgets are known, and brings each within their whole. Own funds come
// last. Sums over several items have nothing left to share.
void FitParts(SourceParts& parts, const ItemBalances& untagged = ItemBalances());

// What a source has to give beside the shares of others.
struct Claim {
  std::int64_t named = 0;  // of what is taken: that names this source
  std::int64_t kept = 0;   // of what stays
};

// The shares of an amount that is taken from an item: what names its source (`claims`, as long as `parts`), and of the rest, in proportion to the current budget, as far as a source has
// something left beside what it keeps.
[[nodiscard]] std::vector<std::int64_t> ShareOut(const SourceParts& parts, std::int64_t amount,
                                                 const std::vector<Claim>& claims);

}  // namespace yesan::internal
