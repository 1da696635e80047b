// Who pays for what: shares by source that add up to the whole and are within it.
#include <algorithm>
#include <functional>
#include <vector>

#include "tests/oracle/ledger_model.h"
#include "tests/oracle/rational.h"

namespace yesan::oracle {
namespace {

using Sum = std::int64_t ItemBalances::*;
constexpr int kOwn = static_cast<int>(FundingSource::kOwnFunds);

std::int64_t Total(const BySource& figures) {
  std::int64_t total = 0;
  for (const auto& [source, figure] : figures) total += figure;
  return total;
}

BySource Negative(BySource figures) {
  for (auto& [source, figure] : figures) figure = -figure;
  return figures;
}

BySource Of(const std::map<int, ItemBalances>& parts,
            const std::function<std::int64_t(const ItemBalances&)>& figure) {
  BySource figures;
  for (const auto& [source, part] : parts) figures[source] = figure(part);
  return figures;
}

// The order in which sources are served.
std::vector<int> InOrder(const BySource& figures) {
  std::vector<int> order;
  for (const auto& [source, figure] : figures)
    if (source != kOwn) order.push_back(source);
  order.push_back(kOwn);
  return order;
}

}  // namespace

BySource Proportional(std::int64_t amount, const BySource& weights) {
  if (amount < 0) return Negative(Proportional(-amount, weights));
  BySource shares;
  for (const auto& [source, weight] : weights) shares[source] = 0;
  const std::int64_t all = Total(weights);
  if (all == 0) {
    shares[kOwn] = amount;
    return shares;
  }
  std::vector<std::pair<int, Rational>> fractions;
  std::int64_t left = amount;
  for (const int source : InOrder(weights)) {
    const Rational exact = Rational(Whole(amount) * Whole(weights.at(source)), Whole(all));
    const Whole whole = Floor(exact);
    shares[source] = static_cast<std::int64_t>(whole);
    left -= shares[source];
    fractions.emplace_back(source, exact - Rational(whole));
  }
  std::stable_sort(fractions.begin(), fractions.end(),
                   [](const auto& a, const auto& b) { return b.second < a.second; });
  for (std::int64_t k = 0; k < left; ++k) ++shares[fractions[static_cast<std::size_t>(k)].first];
  return shares;
}

// The residual is own funds', where they pay at all.
BySource ProportionalOwnLast(std::int64_t amount, const BySource& weights) {
  const auto own = weights.find(kOwn);
  if (own == weights.end() || own->second <= 0) return Proportional(amount, weights);
  if (amount < 0) return Negative(ProportionalOwnLast(-amount, weights));
  BySource shares;
  std::int64_t left = amount;
  for (const auto& [source, weight] : weights) {
    if (source == kOwn) continue;
    const Rational exact = Rational(Whole(amount) * Whole(weight), Whole(Total(weights)));
    shares[source] = static_cast<std::int64_t>(Floor(exact));
    left -= shares[source];
  }
  shares[kOwn] = left;
  return shares;
}

BySource NearestShares(std::int64_t total, const BySource& wishes, const BySource* rooms) {
  if (total < 0) return Negative(NearestShares(-total, Negative(wishes)));
  BySource shares = wishes;
  BySource more;  // that a source has room for
  for (auto& [source, share] : shares) {
    if (share < 0) share = 0;
    if (rooms != nullptr) {
      share = std::min(share, rooms->at(source));
      more[source] = rooms->at(source) - share;
    }
  }
  if (Total(shares) > total) return Proportional(total, shares);
  if (Total(shares) == total) return shares;
  const std::int64_t missing = total - Total(shares);
  if (Total(more) < missing) more[kOwn] += missing - Total(more);
  for (const auto& [source, share] : Proportional(missing, more)) shares[source] += share;
  return shares;
}

std::map<int, ItemBalances> WithinWhole(std::map<int, ItemBalances> parts,
                                        const ItemBalances& untagged) {
  const auto set = [&](Sum sum, const BySource& figures) {
    for (const auto& [source, figure] : figures) parts[source].*sum = figure;
  };
  const auto get = [&](Sum sum) {
    return Of(parts, [sum](const ItemBalances& part) { return part.*sum; });
  };
  // What is said to be of a source of the figures that are shared, before own funds have what names none.
  const auto said = parts;
  bool alone = true;
  for (const auto& [source, part] : parts)
    alone = alone && (source == kOwn || part == ItemBalances());
  (void)AddTo(parts[kOwn], untagged);
  if (alone) return parts;

  // The budget: what was given, votes, changes.
  for (const Sum sum :
       {&ItemBalances::original, &ItemBalances::provisional, &ItemBalances::carryover_in,
        &ItemBalances::pre_enactment, &ItemBalances::excess_revenue})
    set(sum, NearestShares(Total(get(sum)), get(sum)));
  const auto bring = [&](Sum change, const BySource& figures) {
    for (const auto& [source, figure] : NearestShares(Total(figures), figures))
      parts[source].*change += figure - figures.at(source);
  };
  bring(&ItemBalances::supplementary, Of(parts, Adopted));
  Sum change = &ItemBalances::contingency_draw;
  for (const Sum sum : {&ItemBalances::reorganization, &ItemBalances::minor_reallocation,
                        &ItemBalances::intra_program_virement,
                        &ItemBalances::inter_program_virement, &ItemBalances::contingency_draw}) {
    for (const auto& [source, figure] : get(sum))
      if (figure != 0) change = sum;
  }
  bring(change, Of(parts, CurrentBudget));
  BySource budget;
  for (const auto& [source, figure] : Of(parts, CurrentBudget))
    budget[source] = std::max<std::int64_t>(figure, 0);

  // What is taken from it.
  const auto wish = [&](Sum sum) {
    BySource wishes = ProportionalOwnLast(untagged.*sum, budget);
    for (auto& [source, figure] : wishes) figure += said.at(source).*sum;
    return wishes;
  };
  const std::vector<Sum> taken = {&ItemBalances::subsidy_refund, &ItemBalances::disbursed,
                                  &ItemBalances::explicit_out,   &ItemBalances::accidental_out,
                                  &ItemBalances::continuing_out, &ItemBalances::construction_out};
  const auto less = [](BySource figures, const BySource& by) {
    for (auto& [source, left] : figures) left = std::max<std::int64_t>(left - by.at(source), 0);
    return figures;
  };
  // What names a source has its room before anything is shared.
  std::map<std::size_t, BySource> held;
  BySource room = budget;
  for (std::size_t k = 0; k < taken.size(); ++k) {
    BySource named = Of(said, [&](const ItemBalances& part) { return part.*taken[k]; });
    const std::int64_t whole = std::min(Total(wish(taken[k])), Total(named));
    for (auto& [source, figure] : named) figure = std::clamp<std::int64_t>(figure, 0, room[source]);
    held[k] = NearestShares(std::clamp<std::int64_t>(whole, 0, Total(named)), named);
    room = less(room, held[k]);
  }
  room = budget;
  for (std::size_t k = 0; k < taken.size(); ++k) {
    BySource open = room;
    for (std::size_t later = k + 1; later < taken.size(); ++later) open = less(open, held[later]);
    const BySource shares = NearestShares(Total(wish(taken[k])), wish(taken[k]), &open);
    set(taken[k], shares);
    room = less(room, shares);
  }
  // Commitments: those that moved with carried money, those paid, those that are open.
  const BySource out = Of(parts, CarryoverOut);
  set(&ItemBalances::commitments_out, NearestShares(Total(wish(&ItemBalances::commitments_out)),
                                                    wish(&ItemBalances::commitments_out), &out));
  BySource open = wish(&ItemBalances::committed_total);
  BySource free;
  for (auto& [source, figure] : open) {
    figure -= parts[source].disbursed + parts[source].commitments_out;
    free[source] = std::max<std::int64_t>(budget[source] - parts[source].disbursed, 0);
    free[source] = std::max<std::int64_t>(free[source] - out.at(source), 0);
  }
  for (const auto& [source, figure] : NearestShares(Total(open), open, &free))
    parts[source].committed_total =
        parts[source].disbursed + parts[source].commitments_out + figure;
  // Allotted: what is used, and more of what is left.
  const BySource allotted = wish(&ItemBalances::allotted);
  const BySource used = Of(parts, [](const ItemBalances& part) {
    return part.committed_total + CarryoverOut(part) - part.commitments_out;
  });
  if (Total(allotted) < Total(used)) {
    set(&ItemBalances::allotted, NearestShares(Total(allotted), allotted));
    return parts;
  }
  BySource beyond = allotted;
  BySource unused = budget;
  for (const auto& [source, figure] : used) {
    beyond[source] -= figure;
    unused[source] = std::max<std::int64_t>(unused[source] - figure, 0);
  }
  for (const auto& [source, figure] : NearestShares(Total(beyond), beyond, &unused))
    parts[source].allotted = used.at(source) + figure;
  return parts;
}

}  // namespace yesan::oracle
