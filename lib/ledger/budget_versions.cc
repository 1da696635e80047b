// The versions of a budget, as the entries have them.
#include <algorithm>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "lib/ledger/state.h"
#include "lib/ledger/votes.h"
#include "yesan/ledger/book.h"
#include "yesan/money/small.h"

namespace yesan {
namespace internal {

std::int32_t LastSupplementary(const BookState& state, AccountId account, std::int32_t year) {
  std::int32_t last = 0;
  ForEachVotedCause(state, account, year,
                    [&](Cause cause) { last = std::max(last, SupplementaryNumber(cause)); });
  return last;
}

std::int32_t LatestVersionDay(const BookState& state, AccountId account, std::int32_t year) {
  std::map<Cause, std::int32_t> first;  // a version's first day
  for (const std::uint32_t id : state.budget_entries) {
    const ItemKey& key = state.items[state.entries.item(id) - 1];
    const auto cause = static_cast<Cause>(state.entries.cause(id));
    if (key.account != account || key.fiscal_year != year || cause == Cause::kProvisional ||
        static_cast<EntryKind>(state.entries.kind(id)) == EntryKind::kCorrect) {
      continue;
    }
    const std::int32_t day = state.entries.day(id);
    const auto [found, is_new] = first.try_emplace(cause, day);
    if (!is_new) found->second = std::min(found->second, day);
  }
  std::int32_t latest = std::numeric_limits<std::int32_t>::min();
  for (const auto& [cause, day] : first) latest = std::max(latest, day);
  return latest;
}

bool IsAdopted(const BookState& state, AccountId account, std::int32_t year, Cause wanted) {
  const auto found = state.year_ids.find(year);
  return found != state.year_ids.end() && state.IsAdopted(NumberOf(account), found->second, wanted);
}

bool BookState::IsAdopted(std::uint32_t account, std::uint32_t year, Cause wanted) const noexcept {
  return std::any_of(budget_entries.begin(), budget_entries.end(), [&](std::uint32_t id) {
    const ItemInfo& info = InfoOf(entries.item(id));
    return info.account == account && info.year == year &&
           static_cast<EntryKind>(entries.kind(id)) != EntryKind::kCorrect &&
           static_cast<Cause>(entries.cause(id)) == wanted;
  });
}

}  // namespace internal

using internal::BookState;

std::vector<BudgetVersion> Book::VersionsOf(AccountId account, std::int32_t fiscal_year) const {
  std::vector<Cause> causes;
  internal::ForEachVotedCause(*state_, account, fiscal_year, [&](Cause cause) {
    if (std::find(causes.begin(), causes.end(), cause) == causes.end()) causes.push_back(cause);
  });
  // In the order of the law: provisional, original, supplementary 1…n.
  const auto order = [](Cause cause) {
    return cause == Cause::kProvisional ? 0 : static_cast<std::int32_t>(cause);
  };
  std::sort(causes.begin(), causes.end(), [&](Cause a, Cause b) { return order(a) < order(b); });
  std::vector<BudgetVersion> versions;
  for (const Cause cause : causes) {
    BudgetVersion version{fiscal_year, account, BudgetStage::kSupplementary,
                          SupplementaryNumber(cause)};
    if (cause == Cause::kProvisional) version.stage = BudgetStage::kProvisional;
    if (cause == Cause::kOriginal) version.stage = BudgetStage::kOriginal;
    versions.push_back(version);
  }
  return versions;
}

namespace {

// What each item had after a version.
Result<std::map<std::uint32_t, std::int64_t>> AmountsOf(const BookState& state,
                                                        const BudgetVersion& version) {
  const Cause last = CauseOf(version);
  const bool is_final = version.stage == BudgetStage::kFinal;
  // Adopted it is also where all of its entries were corrected since: then nothing of it stands.
  bool adopted = false;
  internal::ForEachVotedCause(state, version.account, version.fiscal_year, [&](Cause cause) {
    adopted = adopted || (is_final ? cause != Cause::kProvisional : cause == last);
  });
  if (!adopted) return Error(Code::kNotFound);
  std::map<std::uint32_t, std::int64_t> amounts;
  bool fits = true;
  const auto add = [&](std::uint32_t item, std::int64_t amount) {
    std::int64_t& sum = amounts[item];
    std::int64_t next = 0;
    // Versions can be posted row by row in any order: what one leaves need not be what an item ever had.
    fits = fits && internal::AddSmall(sum, amount, next) && next <= internal::kSumMax &&
           next >= -internal::kSumMax;
    if (fits) sum = next;
  };
  internal::ForEachVote(
      state, version.account, version.fiscal_year,
      [&](std::uint32_t item, std::uint8_t, Cause cause, std::int64_t amount) {
        const bool provisional = cause == Cause::kProvisional;
        if (version.stage == BudgetStage::kProvisional) {
          // What it gave, also after the original budget took its place.
          if (provisional && amount > 0) add(item, amount);
          return;
        }
        if (provisional) return;
        if (is_final || static_cast<std::int32_t>(cause) <= static_cast<std::int32_t>(last)) {
          add(item, amount);
        }
      });
  if (!fits) return Error(Code::kOverflow);
  return amounts;
}

}  // namespace

Result<std::vector<VersionRow>> Book::CompareVersions(const BudgetVersion& prior,
                                                      const BudgetVersion& revised) const {
  const auto before = AmountsOf(*state_, prior);
  if (!before) return Error(before.code());
  const auto after = AmountsOf(*state_, revised);
  if (!after) return Error(after.code());
  std::map<std::uint32_t, VersionRow> rows;
  for (const auto& [item, amount] : *before) rows[item].prior = Money(amount);
  for (const auto& [item, amount] : *after) rows[item].revised = Money(amount);
  std::vector<VersionRow> list;
  list.reserve(rows.size());
  for (auto& [item, row] : rows) {
    row.item = ItemId{item};
    row.change = Money(row.revised.minor() - row.prior.minor());  // both within ±10^17
    list.push_back(row);
  }
  return list;
}

}  // namespace yesan
