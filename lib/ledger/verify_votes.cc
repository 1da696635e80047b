// Votes that were posted row by row, held against what Adopt would have refused.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "lib/ledger/figure.h"
#include "lib/ledger/reserve_share.h"
#include "lib/ledger/verifier.h"
#include "yesan/money/small.h"

namespace yesan::internal {
namespace {

using AccountYear = std::pair<std::uint32_t, std::uint32_t>;  // and index of YearInfo

// Provisional, original, supplementary 1…n.
std::int32_t TurnOf(Cause cause) noexcept {
  if (cause == Cause::kProvisional) return 0;
  return 1 + SupplementaryNumber(cause);
}

Cause CauseAt(std::int32_t turn) noexcept {
  if (turn == 0) return Cause::kProvisional;
  return turn == 1 ? Cause::kOriginal : Supplementary(turn - 1);
}

}  // namespace

// Budgets follow each other, and none is added to once another is there.
void Verifier::CheckVersions() {
  std::map<AccountYear, std::set<std::int32_t>> voted;  // turns
  std::set<std::pair<AccountYear, std::int32_t>> told;
  for (const std::uint32_t id : state_.budget_entries) {
    const auto kind = static_cast<EntryKind>(state_.entries.kind(id));
    const auto cause = static_cast<Cause>(state_.entries.cause(id));
    if (kind == EntryKind::kCorrect) continue;
    // The original budget takes what is left of the provisional one back.
    if (kind == EntryKind::kReduce && cause == Cause::kProvisional) continue;
    const ItemInfo& info = state_.InfoOf(state_.entries.item(id));
    const AccountYear of{info.account, info.year};
    std::set<std::int32_t>& turns = voted[of];
    const std::int32_t turn = TurnOf(cause);
    const std::int32_t latest = turns.empty() ? -1 : *turns.rbegin();
    const bool follows = turn <= 1 || turns.count(turn - 1) != 0;
    turns.insert(turn);
    if ((turn >= latest && follows) || !told.insert({of, turn}).second) continue;
    const Message name = Join(AccountName(info.account, state_.years[info.year].year),
                              KoreanName(cause), Name(cause));
    if (turn < latest) {
      const Cause after = CauseAt(latest);
      ReportText("ledger.version_order", Severity::kWarning, name, KoreanName(cause),
                 KoreanName(after),
                 {KoreanName(after) + "이(가) 기록된 뒤에 기록되었습니다.",
                  "it was voted after " + Name(after) + "."});
    } else {
      const Cause before = CauseAt(turn - 1);
      ReportText("ledger.version_order", Severity::kWarning, name, KoreanName(cause),
                 KoreanName(before),
                 {"그 앞의 " + KoreanName(before) + "이(가) 없습니다.",
                  "there is no " + Name(before) + " before it."});
    }
  }
}

// A supplementary budget is of no earlier day than those that it follows.
void Verifier::CheckVersionDays() {
  std::map<AccountYear, std::map<std::int32_t, std::int32_t>> first;  // day, by turn
  for (const std::uint32_t id : state_.budget_entries) {
    const std::int32_t turn = TurnOf(static_cast<Cause>(state_.entries.cause(id)));
    if (turn == 0 || static_cast<EntryKind>(state_.entries.kind(id)) == EntryKind::kCorrect)
      continue;
    const ItemInfo& info = state_.InfoOf(state_.entries.item(id));
    const std::int32_t day = state_.entries.day(id);
    const auto [found, is_new] = first[{info.account, info.year}].try_emplace(turn, day);
    if (!is_new) found->second = std::min(found->second, day);
  }
  for (const auto& [of, days] : first) {
    std::int32_t latest = days.begin()->second;
    std::int32_t latest_turn = days.begin()->first;
    for (const auto& [turn, day] : days) {
      if (day >= latest) {
        latest = day;
        latest_turn = turn;
        continue;
      }
      const Cause cause = CauseAt(turn);
      const Cause before = CauseAt(latest_turn);
      ReportText(
          "ledger.version_days", Severity::kWarning,
          Join(AccountName(of.first, state_.years[of.second].year), KoreanName(cause), Name(cause)),
          DayText(day), DayText(latest),
          {"그 앞의 " + KoreanName(before) + "보다 이른 날의 것입니다.",
           "it is dated before " + Name(before) + ", which it follows."});
    }
  }
}

// An original budget takes the place of the provisional one (지방재정법 §46②): both together count the money twice.
void Verifier::CheckProvisional() {
  std::set<AccountYear> original;
  for (const std::uint32_t id : state_.budget_entries) {
    if (static_cast<Cause>(state_.entries.cause(id)) != Cause::kOriginal) continue;
    const ItemInfo& info = state_.InfoOf(state_.entries.item(id));
    original.insert({info.account, info.year});
  }
  std::map<AccountYear, WideSum> standing;
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    const ItemInfo& info = state_.InfoOf(item);
    const AccountYear of{info.account, info.year};
    if (sums_[item - 1].provisional != 0 && original.count(of) != 0)
      standing[of].Add(sums_[item - 1].provisional);
  }
  for (const auto& [of, sum] : standing) {
    Report("ledger.provisional", Severity::kWarning,
           AccountName(of.first, state_.years[of.second].year), sum.value(), Decimal(),
           {"본예산이 성립하였는데 준예산이 남아 있습니다 (지방재정법 §46②).",
            "a provisional budget stands beside the original one."});
  }
}

// The reserve after each version, as Adopt looks at it; what was corrected since is left out.
void Verifier::CheckReserveShare() {
  if (state_.index.Of(PolicyTopic::kReservePerMille).empty()) return;
  struct Version {
    std::int32_t day = 0;
    std::map<std::uint32_t, std::int64_t> changes;  // by item
    bool fits = true;
  };
  std::map<AccountYear, std::map<std::int32_t, Version>> years;  // by turn
  for (const std::uint32_t id : state_.budget_entries) {
    const auto kind = static_cast<EntryKind>(state_.entries.kind(id));
    const std::uint32_t item = state_.entries.item(id);
    const ItemInfo& info = state_.InfoOf(item);
    const std::int32_t turn = TurnOf(static_cast<Cause>(state_.entries.cause(id)));
    if (kind == EntryKind::kCorrect || state_.entries.corrected(id) || turn == 0 || info.revenue())
      continue;
    const auto [version, is_new] = years[{info.account, info.year}].try_emplace(turn);
    if (is_new) version->second.day = state_.entries.day(id);
    std::int64_t& change = version->second.changes[item];
    const std::int64_t amount = state_.entries.amount(id);
    version->second.fits =
        version->second.fits &&
        AddSmall(change, kind == EntryKind::kAppropriate ? amount : -amount, change);
  }
  for (const auto& [of, versions] : years) {
    std::map<std::uint32_t, std::int64_t> amounts;
    bool fits = true;
    for (const auto& [turn, version] : versions) {
      fits = fits && version.fits;
      for (const auto& [item, change] : version.changes)
        fits = fits && AddSmall(amounts[item], change, amounts[item]);
      const bool sound = fits && std::all_of(amounts.begin(), amounts.end(),
                                             [](const auto& one) { return one.second >= 0; });
      if (!sound) continue;
      const auto above = FindReserveAboveShare(state_, of.first, version.day, amounts);
      if (!above) continue;
      const Cause cause = CauseAt(turn);
      const std::string share = std::to_string(above->line->number);
      Report(
          "ledger.reserve_share", Severity::kWarning,
          Join(AccountName(of.first, state_.years[of.second].year), KoreanName(cause), Name(cause)),
          above->reserve, above->most,
          {"예비비가 회계 세출예산의 1,000분의 " + share + "을 넘습니다" +
               (above->line->article.empty() ? "." : " (" + above->line->article + ")."),
           "the reserve is above " + share + "/1000 of the account's expenditure."});
    }
  }
}

}  // namespace yesan::internal
