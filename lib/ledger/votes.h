// The votes of an account in a year, from the entries: every adopted version is a view of them.
#pragma once

#include <cstdint>

#include "lib/ledger/state.h"

namespace yesan::internal {

// Appropriations and reductions of an account in a year that stand, by item, source and cause.
template <class Visit>
void ForEachVote(const BookState& state, AccountId account, std::int32_t year, Visit&& visit) {
  for (const std::uint32_t id : state.budget_entries) {
    const Row row = state.RowOf(id);
    if (static_cast<EntryKind>(row.kind) == EntryKind::kCorrect || state.entries.corrected(id))
      continue;
    const ItemKey& key = state.items[row.item - 1];
    if (key.account != account || key.fiscal_year != year) continue;
    const bool plus = static_cast<EntryKind>(row.kind) == EntryKind::kAppropriate;
    visit(row.item, row.source, static_cast<Cause>(row.cause), plus ? row.amount : -row.amount);
  }
}

// Causes of the votes of an account in a year, also of those that were corrected: a number is used once.
template <class Visit>
void ForEachVotedCause(const BookState& state, AccountId account, std::int32_t year,
                       Visit&& visit) {
  for (const std::uint32_t id : state.budget_entries) {
    if (static_cast<EntryKind>(state.entries.kind(id)) == EntryKind::kCorrect) continue;
    const ItemKey& key = state.items[state.entries.item(id) - 1];
    if (key.account == account && key.fiscal_year == year)
      visit(static_cast<Cause>(state.entries.cause(id)));
  }
}

// Whether a budget of a cause was ever voted.
[[nodiscard]] bool IsAdopted(const BookState& state, AccountId account, std::int32_t year,
                             Cause wanted);
// The number of the last supplementary budget; 0: none.
[[nodiscard]] std::int32_t LastSupplementary(const BookState& state, AccountId account,
                                             std::int32_t year);
// The latest of the first days of original and supplementary budgets; the least number where there is none.
[[nodiscard]] std::int32_t LatestVersionDay(const BookState& state, AccountId account,
                                            std::int32_t year);

}  // namespace yesan::internal
