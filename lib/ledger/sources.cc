#include "lib/ledger/sources.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "lib/ledger/effect.h"
#include "lib/ledger/state.h"
#include "lib/ledger/sums.h"
#include "yesan/money/allocate.h"
#include "yesan/money/money.h"

namespace yesan::internal {

namespace {

// What is shared in proportion where no source is named. The budget itself is not: money without a source is own funds.
constexpr std::int64_t ItemBalances::*kShared[] = {
    &ItemBalances::allotted,         &ItemBalances::committed_total, &ItemBalances::disbursed,
    &ItemBalances::explicit_out,     &ItemBalances::accidental_out,  &ItemBalances::continuing_out,
    &ItemBalances::construction_out, &ItemBalances::commitments_out, &ItemBalances::subsidy_refund,
};
// What a budget is made of and never below zero as a whole; and what changes it, of either sign.
constexpr std::int64_t ItemBalances::*kGiven[] = {
    &ItemBalances::original,      &ItemBalances::provisional,    &ItemBalances::carryover_in,
    &ItemBalances::pre_enactment, &ItemBalances::excess_revenue,
};
constexpr std::int64_t ItemBalances::*kChanges[] = {
    &ItemBalances::contingency_draw,       &ItemBalances::inter_program_virement,
    &ItemBalances::intra_program_virement, &ItemBalances::minor_reallocation,
    &ItemBalances::reorganization,
};
// What is taken from it, in this order: what is owed to a payer is known and comes before what is shared.
constexpr std::int64_t ItemBalances::*kTaken[] = {
    &ItemBalances::subsidy_refund, &ItemBalances::disbursed,      &ItemBalances::explicit_out,
    &ItemBalances::accidental_out, &ItemBalances::continuing_out, &ItemBalances::construction_out,
};

// A figure for each source; own funds last.
using Figures = absl::InlinedVector<std::int64_t, 4>;

std::int64_t Sum(const Figures& row) noexcept {
  return std::accumulate(row.begin(), row.end(), std::int64_t{0});
}

Figures Minus(Figures a, const Figures& b) {
  for (std::size_t s = 0; s < a.size(); ++s) a[s] -= b[s];
  return a;
}

// By the largest remainder: no share is above its weight where the total is not above their sum. Weights are at least 0;
// where none is above it, all is own funds'.
Figures InProportion(std::int64_t total, const Figures& weights) {
  Figures shares(weights.size(), 0);
  if (total == 0) return shares;
  absl::InlinedVector<Money, 4> amounts(weights.size());
  if (Allocate(Money(total), weights.data(), weights.size(), amounts.data())) {
    for (std::size_t s = 0; s < shares.size(); ++s) shares[s] = amounts[s].minor();
  } else {
    shares.back() = total;
  }
  return shares;
}

// What is paid without a source: each payer's share is rounded down, and own funds have the rest. Where they have no part,
// what is left over goes to the largest remainders, so that nobody pays who gives nothing.
Figures WithResidual(std::int64_t total, const Figures& weights) {
  if (weights.back() <= 0) return InProportion(total, weights);
  Figures shares(weights.size(), 0);
  const std::int64_t all = Sum(weights);
  std::int64_t rest = total;
  for (std::size_t s = 0; s + 1 < shares.size(); ++s) {
    const auto share = MulDiv(Money(total), weights[s], all, Rounding::kDown);
    shares[s] = share ? share->minor() : 0;
    rest -= shares[s];
  }
  shares.back() = rest;
  return shares;
}

// Shares of a total, of its sign and near to the wishes, which add up to it. With `room` (≥ 0) no share of a total above
// zero is larger than it: what a source has no room for the others take in proportion to theirs, and what none has
// room for is own funds'.
Figures Within(std::int64_t total, Figures wishes, const Figures* room = nullptr) {
  if (total < 0) {
    for (std::int64_t& wish : wishes) wish = -wish;
    wishes = Within(-total, std::move(wishes));
    for (std::int64_t& wish : wishes) wish = -wish;
    return wishes;
  }
  Figures rest(wishes.size(), 0);
  for (std::size_t s = 0; s < wishes.size(); ++s) {
    wishes[s] = std::max<std::int64_t>(wishes[s], 0);
    if (room == nullptr) continue;
    wishes[s] = std::min(wishes[s], (*room)[s]);
    rest[s] = (*room)[s] - wishes[s];
  }
  const std::int64_t missing = total - Sum(wishes);
  if (missing == 0) return wishes;
  if (missing < 0) return InProportion(total, wishes);
  rest.back() += std::max<std::int64_t>(missing - Sum(rest), 0);
  const Figures more = InProportion(missing, rest);
  for (std::size_t s = 0; s < wishes.size(); ++s) wishes[s] += more[s];
  return wishes;
}

// What the sources have and get of one item, column by column, so that each is within its whole.
class Fitting {
 public:
  Fitting(SourceParts& parts, const ItemBalances& untagged) : parts_(parts), untagged_(untagged) {}

  void Budget() {
    for (auto sum : kGiven) Put(sum, Keep(Get(sum)));
    // Votes may take back what was voted: the adopted budget is within its whole, and so is the current one.
    const auto adopted = [](const ItemBalances& part) { return part.adopted(); };
    Change(&ItemBalances::supplementary, Of(adopted));
    const auto changed = std::find_if(std::begin(kChanges), std::end(kChanges), [&](auto sum) {
      const Figures row = Get(sum);
      return std::any_of(row.begin(), row.end(), [](std::int64_t of) { return of != 0; });
    });
    current_ = Of([](const ItemBalances& part) { return part.current_budget(); });
    current_ = Change(changed == std::end(kChanges) ? kChanges[0] : *changed, current_);
    for (std::int64_t& of : current_) of = std::max<std::int64_t>(of, 0);
  }

  void Taken() {
    const Figures committed = Wish(&ItemBalances::committed_total);
    const Figures moved = Wish(&ItemBalances::commitments_out);
    const Figures allotted = Wish(&ItemBalances::allotted);
    // What names its source comes before what is shared: a payment without one moves no carried money.
    std::vector<Figures> kept = Kept();
    Figures left = current_;
    std::size_t column = 0;
    for (auto sum : kTaken) {
      const Figures wished = Wish(sum);
      kept[column++].assign(left.size(), 0);
      Figures room = left;
      for (const Figures& later : kept) room = Left(room, later);
      const Figures row = Within(Sum(wished), wished, &room);
      Put(sum, row);
      left = Left(left, row);
    }
    const Figures out = Of([](const ItemBalances& part) { return part.carryover_out(); });
    const Figures paid = Get(&ItemBalances::disbursed);
    const Figures with = Within(Sum(moved), moved, &out);
    Put(&ItemBalances::commitments_out, with);
    const Figures wished = Minus(Minus(committed, paid), with);
    const Figures free = Left(Left(current_, paid), out);
    const Figures outstanding = Within(Sum(wished), wished, &free);
    for (std::size_t s = 0; s < parts_.size(); ++s)
      parts_[s].second.committed_total = paid[s] + with[s] + outstanding[s];
    // As much is allotted as is used, where the whole has it.
    Figures used = Of([](const ItemBalances& part) {
      return part.committed_total + part.carryover_out() - part.commitments_out;
    });
    const std::int64_t beyond = Sum(allotted) - Sum(used);
    if (beyond < 0) {
      Put(&ItemBalances::allotted, Within(Sum(allotted), allotted));
      return;
    }
    const Figures room = Left(current_, used);
    const Figures more = Within(beyond, Minus(allotted, used), &room);
    for (std::size_t s = 0; s < used.size(); ++s) used[s] += more[s];
    Put(&ItemBalances::allotted, used);
  }

 private:
  using Sums = std::int64_t ItemBalances::*;

  template <class Figure>
  Figures Of(Figure figure) const {
    Figures row;
    for (const auto& [source, part] : parts_) row.push_back(figure(part));
    return row;
  }
  Figures Get(Sums sum) const {
    return Of([sum](const ItemBalances& part) { return part.*sum; });
  }
  void Put(Sums sum, const Figures& row) {
    for (std::size_t s = 0; s < row.size(); ++s) parts_[s].second.*sum = row[s];
  }
  static Figures Keep(const Figures& row) { return Within(Sum(row), row); }
  static Figures Left(const Figures& room, const Figures& taken) {
    Figures left = Minus(room, taken);
    for (std::int64_t& of : left) of = std::max<std::int64_t>(of, 0);
    return left;
  }
  // Of each column what names its source, within what there is of it and within the column. What a source has no room
  // for takes no room of others.
  std::vector<Figures> Kept() const {
    std::vector<Figures> kept;
    Figures left = current_;
    for (auto sum : kTaken) {
      Figures tagged = Get(sum);
      const std::int64_t named = Sum(tagged);
      const std::int64_t most = std::max<std::int64_t>(std::min(named, named + untagged_.*sum), 0);
      for (std::size_t s = 0; s < tagged.size(); ++s)
        tagged[s] = std::min(std::max<std::int64_t>(tagged[s], 0), left[s]);
      kept.push_back(Within(std::min(most, Sum(tagged)), tagged));
      left = Left(left, kept.back());
    }
    return kept;
  }
  // Lets a change bring figures that it is part of within their whole.
  Figures Change(Sums change, const Figures& figures) {
    Figures kept = Keep(figures);
    const Figures by = Minus(kept, figures);
    for (std::size_t s = 0; s < by.size(); ++s) parts_[s].second.*change += by[s];
    return kept;
  }
  // As tagged, and of the rest what the budget of a source is of the budget of all.
  Figures Wish(Sums sum) const {
    Figures wish = WithResidual(untagged_.*sum, current_);
    for (std::size_t s = 0; s < wish.size(); ++s) wish[s] += parts_[s].second.*sum;
    return wish;
  }

  SourceParts& parts_;
  const ItemBalances& untagged_;
  Figures current_;
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
  const FundingSource own = OwnFundsOf(state.government.tier);
  SourceParts parts;
  ItemBalances untagged = whole;
  ItemBalances of_own;
  for (auto it = sources.lower_bound({item, 0}); it != sources.end() && it->first.first == item;
       ++it) {
    const auto source = static_cast<FundingSource>(it->first.second);
    for (auto sum : kSums) untagged.*sum -= it->second.*sum;
    if (source == own) {
      of_own = it->second;
    } else {
      parts.emplace_back(source, it->second);
    }
  }
  // What names no source is own funds, but for what is shared.
  for (auto sum : kSums) of_own.*sum += untagged.*sum;
  parts.emplace_back(own, of_own);
  if (parts.size() == 1) return parts;
  for (auto sum : kShared) parts.back().second.*sum -= untagged.*sum;
  FitParts(parts, untagged);
  return parts;
}

void FitParts(SourceParts& parts, const ItemBalances& untagged) {
  Fitting fitting(parts, untagged);
  fitting.Budget();
  fitting.Taken();
}

std::vector<std::int64_t> ShareOut(const SourceParts& parts, std::int64_t amount,
                                   const std::vector<Claim>& claims) {
  Figures budget;
  Figures left;
  Figures named;
  for (std::size_t s = 0; s < parts.size(); ++s) {
    const ItemBalances& part = parts[s].second;
    budget.push_back(std::max<std::int64_t>(part.current_budget(), 0));
    const std::int64_t unspent = std::max<std::int64_t>(part.unspent_balance(), 0);
    named.push_back(claims[s].named);
    left.push_back(std::max<std::int64_t>(unspent - claims[s].named - claims[s].kept, 0));
  }
  const std::int64_t rest = amount - Sum(named);
  Figures shares = Within(rest, WithResidual(rest, budget), &left);
  for (std::size_t s = 0; s < shares.size(); ++s) shares[s] += named[s];
  return {shares.begin(), shares.end()};
}

}  // namespace yesan::internal
