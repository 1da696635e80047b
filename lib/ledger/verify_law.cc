// What the law wants to be seen of a book whose figures all hold.
#include "lib/ledger/verifier.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "yesan/money/small.h"

namespace yesan::internal {

void Verifier::CheckPreEnactment() {
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    if (sums_[item - 1].pre_enactment == 0) continue;
    if (!state_.YearOf(state_.InfoOf(item)).closed) continue;
    Report("ledger.pre_enactment", Severity::kWarning, NameOf(item), sums_[item - 1].pre_enactment,
           0,
           {"성립전 예산이 그 회계연도의 추경에 반영되지 않았습니다 (지방재정법 §45).",
            "pre-enactment spending was taken into no supplementary budget of its year."});
  }
}

// 성립전 goes into the next supplementary budget, not a later one (지방재정법 §45).
void Verifier::CheckLateAbsorption() {
  const Columns& entries = state_.entries;
  // The first vote of each supplementary budget of an account and year, in the order of posting.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::map<std::uint32_t, Cause>> budgets;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<Cause>> seen;
  for (const std::uint32_t id : state_.budget_entries) {
    const auto cause = static_cast<Cause>(entries.cause(id));
    if (SupplementaryNumber(cause) == 0) continue;
    const ItemInfo& info = state_.InfoOf(entries.item(id));
    const std::pair<std::uint32_t, std::uint32_t> key{info.account, info.year};
    if (seen[key].insert(cause).second) budgets[key][id] = cause;
  }
  std::map<std::uint32_t, std::uint32_t> corrected_by;
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    if (static_cast<EntryKind>(entries.kind(id)) == EntryKind::kCorrect &&
        static_cast<Cause>(entries.cause(entries.reference(id))) == Cause::kPreEnactment) {
      corrected_by[entries.reference(id)] = id;
    }
  }
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    if (static_cast<EntryKind>(entries.kind(id)) != EntryKind::kAuthorizeSpending ||
        static_cast<Cause>(entries.cause(id)) != Cause::kPreEnactment) {
      continue;
    }
    const ItemInfo& info = state_.InfoOf(entries.item(id));
    const auto of = budgets.find({info.account, info.year});
    if (of == budgets.end()) continue;
    const auto next = of->second.upper_bound(id);
    if (next == of->second.end()) continue;
    const auto after = std::next(next);
    const auto undone = corrected_by.find(id);
    const bool in_time = undone != corrected_by.end() &&
                         (undone->second < next->first || after == of->second.end() ||
                          undone->second < after->first);
    if (in_time) continue;
    Report("ledger.pre_enactment_next", Severity::kWarning,
           Join(NameOf(entries.item(id)), EntryName(id).ko, EntryName(id).en), entries.amount(id),
           0,
           {"성립전 예산이 그 다음 추경(" + KoreanName(next->second) +
                ")에 계상되지 않았습니다 (지방재정법 §45).",
            "the next supplementary budget, " + Name(next->second) +
                ", did not take this pre-enactment spending in."});
  }
}

// A budget that took 성립전 in and is taken back leaves spending without any budget (지방재정법 §45).
void Verifier::CheckUndoneAbsorption() {
  const Columns& entries = state_.entries;
  const auto takes_back = [&](std::uint32_t id) {
    return static_cast<EntryKind>(entries.kind(id)) == EntryKind::kCorrect &&
           static_cast<EntryKind>(entries.kind(entries.reference(id))) ==
               EntryKind::kAuthorizeSpending &&
           static_cast<Cause>(entries.cause(entries.reference(id))) == Cause::kPreEnactment;
  };
  const auto votes = [&](std::uint32_t id) {
    const auto kind = static_cast<EntryKind>(entries.kind(id));
    return (kind == EntryKind::kAppropriate || kind == EntryKind::kReduce) &&
           SupplementaryNumber(static_cast<Cause>(entries.cause(id))) > 0;
  };
  // An adoption posts its votes, and behind them what they take in.
  struct Taken {
    std::uint32_t last_vote = 0;
    std::int64_t amount = 0;
  };
  std::map<std::uint32_t, Taken> taken;  // by item, by the latest budget
  std::uint32_t vote = 0;
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    if (votes(id)) {
      vote = id;
    } else if (!takes_back(id)) {
      vote = 0;
    } else if (vote != 0 && entries.day(id) == entries.day(vote)) {
      Taken& of = taken[entries.item(id)];
      if (of.last_vote != vote) of = {vote, 0};
      (void)AddSmall(of.amount, entries.amount(id), of.amount);
    }
  }
  struct Voted {
    bool undone = false;
    std::int64_t amount = 0;
  };
  std::map<std::uint32_t, Voted> voted;  // by item, at that budget and later ones
  for (const std::uint32_t id : state_.budget_entries) {
    const auto of = taken.find(entries.item(id));
    if (of == taken.end() || !votes(id) ||
        static_cast<EntryKind>(entries.kind(id)) != EntryKind::kAppropriate)
      continue;
    const std::uint8_t cause = entries.cause(of->second.last_vote);
    if (entries.cause(id) < cause) continue;
    Voted& sum = voted[of->first];
    if (entries.corrected(id)) {
      sum.undone = sum.undone || entries.cause(id) == cause;
    } else {
      (void)AddSmall(sum.amount, entries.amount(id), sum.amount);
    }
  }
  for (const auto& [item, sum] : voted) {
    const Taken& of = taken.at(item);
    if (!sum.undone || sum.amount >= of.amount) continue;
    const auto cause = static_cast<Cause>(entries.cause(of.last_vote));
    Report("ledger.pre_enactment_undone", Severity::kWarning, NameOf(item), sum.amount, of.amount,
           {"성립전 예산을 반영한 추경(" + KoreanName(cause) +
                ")의 기록이 정정되어, 반영한 금액의 예산이 없습니다 (지방재정법 §45).",
            "the vote that took pre-enactment spending in, of " + Name(cause) +
                ", was corrected; what it took in has no budget."});
  }
}

// Plans that follow each other carry the same money on as one plan would, which runs five years (지방재정법 §42②).
void Verifier::CheckPlanYears() {
  const Columns& entries = state_.entries;
  struct Chain {
    std::int32_t first_year = 0;
    std::set<std::uint32_t> plans;
  };
  std::map<std::uint32_t, Chain> chains;  // of what stands on an item
  std::vector<std::uint32_t> outs;        // of the request that is being read
  for (std::uint32_t id = 1; id <= entries.size(); ++id) {
    const auto kind = static_cast<EntryKind>(entries.kind(id));
    if (kind == EntryKind::kCarryOut) {
      if (!outs.empty() && entries.item(outs.front()) != entries.item(id)) outs.clear();
      outs.push_back(id);
      continue;
    }
    if (kind == EntryKind::kCarryIn && !outs.empty() && !entries.corrected(outs.front()) &&
        static_cast<Cause>(entries.cause(id)) == Cause::kContinuingCarryover) {
      const std::uint32_t number = state_.AuthorizationOf(outs.front());
      if (number != 0 &&
          state_.authorizations[number - 1].kind == AuthorizationKind::kContinuingPlan) {
        const std::uint32_t from = entries.item(outs.front());
        const std::uint32_t to = entries.item(id);
        const Authorization& plan = state_.authorizations[number - 1];
        const std::int32_t year = state_.items[from - 1].fiscal_year;
        Chain next;
        if (const auto before = chains.find(from); before != chains.end()) {
          next = before->second;
        } else {
          next.first_year = plan.fiscal_year != 0 ? std::min(plan.fiscal_year, year) : year;
        }
        next.plans.insert(number);
        Chain& of = chains[to];
        if (of.first_year == 0 || next.first_year < of.first_year) of.first_year = next.first_year;
        of.plans.insert(next.plans.begin(), next.plans.end());
      }
    }
    outs.clear();
  }
  for (const auto& [item, chain] : chains) {
    if (chain.plans.size() < 2) continue;  // one plan was measured when it was made
    const YearInfo& year = state_.YearOf(state_.InfoOf(item));
    const std::int64_t years = std::int64_t{year.year} - chain.first_year + 1;
    for (const PolicyLine* line : state_.index.Of(PolicyTopic::kPlanYearsMax)) {
      if (!PolicyIndex::InForce(*line, year.first_day) || years <= line->number) continue;
      ReportText("ledger.plan_years", Severity::kWarning, NameOf(item), std::to_string(years),
                 std::to_string(line->number),
                 {"잇따른 계속비 계획으로 " + std::to_string(chain.first_year) +
                      "년부터 이월하여 계속비의 연한을 넘습니다 (" + line->article + ").",
                  "continuing plans that follow each other carry this on since " +
                      std::to_string(chain.first_year) + ", longer than a plan may run (" +
                      line->article + ")."});
      findings_.back().difference = std::to_string(years - line->number);
      break;
    }
  }
}

// What was committed and neither paid nor carried when the year was closed.
void Verifier::CheckOpenAtClosing() {
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    if (!state_.YearOf(state_.InfoOf(item)).closed || sums_[item - 1].outstanding() <= 0) continue;
    Report("ledger.open_at_closing", Severity::kWarning, NameOf(item),
           sums_[item - 1].outstanding(), 0,
           {"지출하지도 이월하지도 않은 지출원인행위가 남은 채 마감하였습니다 (지방재정법 §50②).",
            "the year was closed with commitments that are neither paid nor carried."});
  }
}

// I8, where an account has revenue items of a year and the policy balances.
void Verifier::CheckRevenue() {
  struct Sides {
    bool any = false;
    std::int64_t voted[2] = {0, 0};  // expenditure, revenue
    std::int64_t carried[2] = {0, 0};
    std::int64_t carried_out = 0;
    bool fits = true;
  };
  std::map<std::pair<std::uint32_t, std::int32_t>, Sides> accounts;  // and year
  for (std::uint32_t item = 1; item <= state_.items.size(); ++item) {
    const ItemInfo& info = state_.InfoOf(item);
    const ItemBalances& sums = sums_[item - 1];
    Sides& sides = accounts[{info.account, state_.YearOf(info).year}];
    const int side = info.revenue() ? 1 : 0;
    sides.any = sides.any || info.revenue();
    sides.fits =
        sides.fits &&
        AddSmall(sides.voted[side], sums.original + sums.supplementary, sides.voted[side]) &&
        AddSmall(sides.carried[side], sums.carryover_in, sides.carried[side]) &&
        AddSmall(sides.carried_out, sums.carryover_out(), sides.carried_out);
  }
  for (const auto& [key, sides] : accounts) {
    const auto year = state_.year_ids.find(key.second);
    if (!sides.any || !sides.fits || year == state_.year_ids.end()) continue;
    const YearInfo& info = state_.years[year->second];
    if (!state_.index.Binds(PolicyTopic::kRevenueEqualsExpenditure, info.last_day)) continue;
    const Message name = AccountName(key.first, key.second);
    if (sides.voted[0] != sides.voted[1]) {
      Report("ledger.revenue_voted", Severity::kWarning, name, sides.voted[1], sides.voted[0],
             {"세입예산과 세출예산이 다릅니다 (I8).",
              "the revenue that was voted is not the expenditure (I8)."});
    }
    const auto before = accounts.find({key.first, key.second - 1});
    const bool known = state_.year_ids.count(key.second - 1) != 0;
    const std::int64_t out = before == accounts.end() ? 0 : before->second.carried_out;
    if (known && sides.carried[1] > out) {
      Report("ledger.revenue_carried", Severity::kWarning, name, sides.carried[1], out,
             {"세입의 전년도 이월액이 전년도 세출의 이월액보다 많습니다.",
              "more revenue is carried in than expenditure was carried out."});
    } else if (info.closed && sides.carried[0] != sides.carried[1]) {
      Report("ledger.revenue_carried", Severity::kWarning, name, sides.carried[1], sides.carried[0],
             {"세입과 세출의 전년도 이월액이 다릅니다 (I8).",
              "the revenue carried in is not the expenditure carried in (I8)."});
    }
  }
}

}  // namespace yesan::internal
