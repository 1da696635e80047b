// Who pays: what entries say of the sources of an item, against what the sources gave it.
#include <algorithm>
#include <map>

#include "lib/ledger/sources.h"
#include "lib/ledger/verifier.h"

namespace yesan::internal {

Message Verifier::PayerName(std::uint32_t item, std::uint8_t source) const {
  const auto payer = static_cast<FundingSource>(source);
  return Join(NameOf(item), KoreanName(payer), Name(payer));
}

// What stands of each source, and refunds.
void Verifier::CheckSources() {
  if (state_.tagged_entries.empty()) return;
  SourceSums sources = SumSources(state_, 0);
  for (const auto& [key, sums] : sources) {
    const auto& [item, source] = key;
    const auto found = state_.given.find(key);
    const SourceGiven given = found == state_.given.end() ? SourceGiven() : found->second;
    if (given.budget != sums.current_budget() || given.refund != sums.subsidy_refund) {
      Report("ledger.standing_source", Severity::kError, PayerName(item, source), given.budget,
             sums.current_budget(),
             {"재원별 잔액이 기록을 더한 값과 다릅니다.",
              "what a source gave is not the sum of its entries."});
    }
  }
  // Refunds stand aside, so that it shows what lapses of each source without them.
  std::map<SourceSums::key_type, std::int64_t> refunds;
  for (auto& [key, sums] : sources) {
    if (sums.subsidy_refund != 0) refunds[key] = sums.subsidy_refund;
    sums.subsidy_refund = 0;
  }
  for (const auto& [key, refund] : refunds) {
    const auto& [item, source] = key;
    ItemBalances whole = sums_[item - 1];
    whole.subsidy_refund = 0;
    std::int64_t lapsed = 0;
    for (const auto& [payer, part] : SplitBySource(state_, sources, item, whole)) {
      if (payer == static_cast<FundingSource>(source)) lapsed = part.lapsed_balance();
    }
    if (refund <= lapsed) continue;
    // Where payments name no source, what lapses of each is what their shares leave: worth a question only.
    const ItemBalances& said = sources.at(key);
    const std::int64_t used = said.disbursed + said.carryover_out();
    if (refund > said.current_budget() - used) {
      Report("ledger.refund_source", Severity::kWarning, PayerName(item, source), refund, lapsed,
             {"그 재원의 집행잔액보다 많은 반납금입니다.",
              "more is owed back to the source than lapses of what it gave the item."});
    } else {
      Report("ledger.refund_source", Severity::kAsk, PayerName(item, source), refund, lapsed,
             {"재원을 적지 않은 기록을 재원의 비율로 나누면 그 재원의 집행잔액보다 많은 "
              "반납금입니다.",
              "entries that name no source, shared as the sources gave, leave less of this one "
              "than is owed back to it."});
    }
  }
  CheckSpentOfSources(sources);
}

// Payments and carried money that name a source, against what the source gave.
void Verifier::CheckSpentOfSources(const SourceSums& sources) {
  const std::uint8_t own = static_cast<std::uint8_t>(OwnFundsOf(state_.government.tier));
  for (auto it = sources.begin(); it != sources.end();) {
    const std::uint32_t item = it->first.first;
    const auto first = it;
    std::int64_t unnamed = sums_[item - 1].current_budget();  // own funds
    for (; it != sources.end() && it->first.first == item; ++it)
      unnamed -= it->second.current_budget();
    const auto said = state_.given.find({item, 0});
    if (said == state_.given.end() || said->second.budget == 0) continue;
    for (auto of = first; of != it; ++of) {
      const ItemBalances& sums = of->second;
      const std::uint8_t source = of->first.second;
      const std::int64_t used = sums.disbursed + sums.carryover_out();
      const std::int64_t gave = sums.current_budget() + (source == own ? unnamed : 0);
      if (used <= std::max<std::int64_t>(gave, 0)) continue;
      Report("ledger.source_overspent", Severity::kWarning, PayerName(item, source), used, gave,
             {"그 재원이 과목에 준 금액보다 많이 지출하거나 이월하였습니다.",
              "more is paid or carried of the source than it gave the item."});
    }
  }
}

}  // namespace yesan::internal
