#include "yesan/settlement/settle.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "lib/ledger/rebuild.h"
#include "lib/ledger/sources.h"
#include "lib/ledger/state.h"
#include "lib/ledger/sums.h"
#include "yesan/money/money.h"

namespace yesan {

using internal::BookState;
using internal::SourceParts;
using internal::SourceSums;

namespace {

// The columns of an item; committed and disbursed are kept apart from its other sums.
void Fill(StatutoryColumns& columns, const ItemBalances& sums, std::int64_t committed,
          std::int64_t disbursed) noexcept {
  columns.adopted = sums.original + sums.supplementary + sums.provisional;
  columns.carryover_in = sums.carryover_in;
  columns.contingency_draw = sums.contingency_draw;
  columns.transfers = sums.inter_program_virement + sums.intra_program_virement +
                      sums.minor_reallocation + sums.reorganization;
  columns.pre_enactment = sums.pre_enactment;
  columns.excess_revenue = sums.excess_revenue;
  columns.current_budget = columns.adopted + columns.carryover_in + columns.contingency_draw +
                           columns.transfers + columns.pre_enactment + columns.excess_revenue;
  columns.committed = committed;
  columns.disbursed = disbursed;
  columns.explicit_out = sums.explicit_out;
  columns.accidental_out = sums.accidental_out;
  columns.continuing_out = sums.continuing_out;
  columns.construction_out = sums.construction_out;
  columns.carryover_out = columns.explicit_out + columns.accidental_out + columns.continuing_out +
                          columns.construction_out;
  columns.lapsed_balance = columns.current_budget - columns.disbursed - columns.carryover_out;
  columns.subsidy_refund = sums.subsidy_refund;
  columns.unspent_balance = columns.lapsed_balance - columns.subsidy_refund;
}

StatutoryColumns ColumnsOf(const ItemBalances& sums) noexcept {
  StatutoryColumns columns;
  Fill(columns, sums, sums.committed_total, sums.disbursed);
  return columns;
}

// Whether a filter lets every item of a year pass that is not revenue.
bool TakesAll(const ItemFilter& filter) noexcept {
  return filter.fiscal_year == 0 && filter.account == AccountId::kNone &&
         filter.department == DepartmentId::kNone && filter.program == ProgramId::kNone &&
         filter.object_group.empty() && filter.object_item.empty() && !filter.origin &&
         !filter.revenue;
}

bool IsNational(FundingSource source) noexcept {
  switch (source) {
    case FundingSource::kNationalSubsidy:
    case FundingSource::kBalancedDevelopmentSubsidy:
    case FundingSource::kFundSubsidy:
      return true;
    default:
      return false;
  }
}

bool IsZero(const StatutoryColumns& columns) noexcept {
  return std::all_of(kStatutoryColumns.begin(), kStatutoryColumns.end(),
                     [&](auto column) { return columns.*column == 0; });
}

// What national subsidies pay of an item, and what others do, own funds among them: the latter come last.
SourceParts NationalAndOthers(const BookState& state, const SourceSums& sources, std::uint32_t item,
                              const ItemBalances& whole) {
  SourceParts sides{{FundingSource::kNationalSubsidy, {}}, {FundingSource::kOwnFunds, {}}};
  for (const auto& [source, part] : internal::SplitBySource(state, sources, item, whole)) {
    ItemBalances& side = sides[IsNational(source) ? 0 : 1].second;
    for (auto sum : internal::kSums) side.*sum += part.*sum;
  }
  return sides;
}

BudgetAmount Pair(std::int64_t total, std::int64_t part) noexcept {
  return part == 0 ? BudgetAmount::WithoutPart(Money(total))
                   : BudgetAmount::WithPart(Money(total), Money(part));
}

}  // namespace

Result<std::vector<SettledRow>> Settle(const Book& book, std::int32_t fiscal_year, GroupBy by,
                                       const ItemFilter& filter) {
  const BookState& state = book.state();
  const auto number = static_cast<std::int32_t>(by);
  if (number < 0 || number > static_cast<std::int32_t>(GroupBy::kFundingSource))
    return Error(Code::kInvalidArgument);
  const auto year = state.year_ids.find(fiscal_year);
  if (year == state.year_ids.end()) return Error(Code::kNotFound);
  const SourceSums sources = internal::SumSources(state, fiscal_year);
  std::vector<SettledRow> rows;
  if (by == GroupBy::kItem) rows.reserve(state.items.size());
  std::map<internal::GroupKey, SourceParts> groups;
  const auto add = [&](internal::GroupKey key, const SourceParts& sides) -> Result<void> {
    const auto [found, is_new] = groups.try_emplace(std::move(key), sides);
    if (is_new) return {};
    for (std::size_t side = 0; side < sides.size(); ++side) {
      if (Result<void> added = AddTo(found->second[side].second, sides[side].second); !added)
        return added;
    }
    return {};
  };
  const bool all = TakesAll(filter);
  bool any = false;
  for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
    const internal::ItemInfo& info = state.InfoOf(item);
    if (info.revenue() || info.year != year->second) continue;
    any = true;
    if (!all && !internal::Fits(state, item, filter)) continue;
    if (by == GroupBy::kItem) {
      const internal::HotItem& hot = state.hot[item - 1];
      SettledRow& row = rows.emplace_back();
      row.key = item;
      row.fiscal_year = fiscal_year;
      Fill(row.total, state.cold[item - 1], hot.committed, hot.disbursed);
      if (sources.empty()) continue;
      row.subsidy =
          ColumnsOf(NationalAndOthers(state, sources, item, state.SumsOf(item)).front().second);
      continue;
    }
    const ItemBalances whole = state.SumsOf(item);
    Result<void> added;
    if (by == GroupBy::kFundingSource) {
      for (const auto& [source, part] : internal::SplitBySource(state, sources, item, whole)) {
        if (IsZero(ColumnsOf(part))) continue;
        added = add({static_cast<std::uint32_t>(source), {}}, {{source, part}});
        if (!added) break;
      }
    } else {
      added = add(internal::GroupKeyOf(state, item, by),
                  NationalAndOthers(state, sources, item, whole));
    }
    if (!added) return std::move(added).error();
  }
  if (!any) return Error(Code::kNotFound);
  for (auto& [key, sides] : groups) {
    SettledRow& row = rows.emplace_back();
    row.key = key.first;
    row.code = key.second;
    row.fiscal_year = fiscal_year;
    ItemBalances whole;
    for (const auto& [source, sums] : sides) {
      if (Result<void> added = AddTo(whole, sums); !added) return std::move(added).error();
    }
    row.total = ColumnsOf(whole);
    // An item may be overspent where others of its control level are not; of a group, the part is within the whole.
    if (by != GroupBy::kFundingSource) internal::FitParts(sides);
    if (IsNational(sides.front().first)) row.subsidy = ColumnsOf(sides.front().second);
  }
  return rows;
}

SettlementRow ToSheetColumns(const SettledRow& row, bool with_refund) {
  SettlementRow sheet;
  sheet.fiscal_year = row.fiscal_year;
  const StatutoryColumns& t = row.total;
  const StatutoryColumns& s = row.subsidy;
  sheet.adopted = Pair(t.adopted, s.adopted);
  sheet.carryover_in = Pair(t.carryover_in, s.carryover_in);
  sheet.net_adjustment =
      Pair(t.contingency_draw + t.transfers + t.pre_enactment + t.excess_revenue,
           s.contingency_draw + s.transfers + s.pre_enactment + s.excess_revenue);
  sheet.current_budget = Pair(t.current_budget, s.current_budget);
  sheet.disbursed = Pair(t.disbursed, s.disbursed);
  sheet.carryover_out = Pair(t.carryover_out, s.carryover_out);
  sheet.lapsed_balance = Pair(t.lapsed_balance, s.lapsed_balance);
  if (with_refund) {
    sheet.subsidy_refund = Pair(t.subsidy_refund, s.subsidy_refund);
    sheet.unspent_balance = Pair(t.unspent_balance, s.unspent_balance);
  }
  return sheet;
}

Result<Surplus> SurplusOf(const Book& book, AccountId account, std::int32_t fiscal_year,
                          Money grant_difference) {
  const BookState& state = book.state();
  if (book.Find(account) == nullptr) return Error(Code::kNotFound);
  ItemFilter filter;
  filter.fiscal_year = fiscal_year;
  filter.account = account;
  ItemBalances revenue;
  ItemBalances expenditure;
  bool any = false;
  for (std::uint32_t item = 1; item <= state.items.size(); ++item) {
    if (!internal::Fits(state, item, filter)) continue;
    any = true;
    ItemBalances& side = state.InfoOf(item).revenue() ? revenue : expenditure;
    if (Result<void> added = AddTo(side, state.SumsOf(item)); !added)
      return std::move(added).error();
  }
  if (!any) return Error(Code::kNotFound);
  Surplus surplus;
  surplus.account = account;
  surplus.revenue_budget = revenue.current_budget();
  surplus.expenditure_budget = expenditure.current_budget();
  surplus.assessed = revenue.assessed;
  surplus.received = revenue.received;
  surplus.written_off = revenue.written_off;
  surplus.uncollected = revenue.uncollected();
  surplus.disbursed = expenditure.disbursed;
  surplus.closing_surplus = surplus.received - surplus.disbursed;
  surplus.carryover_out = expenditure.carryover_out();
  surplus.subsidy_refund = expenditure.subsidy_refund;
  surplus.grant_difference = grant_difference.minor();
  std::int64_t net = 0;
  if (!internal::SubtractSmall(
          surplus.closing_surplus - surplus.carryover_out - surplus.subsidy_refund,
          surplus.grant_difference, net)) {
    return Error(Code::kOverflow);
  }
  surplus.net_surplus = net;
  surplus.excess_receipts = surplus.received - surplus.revenue_budget;
  surplus.unspent_balance = expenditure.unspent_balance();
  return surplus;
}

Result<std::vector<RefundDue>> RefundsDue(const Book& book, std::int32_t fiscal_year,
                                          const ItemFilter& filter) {
  const BookState& state = book.state();
  std::map<std::uint8_t, std::int64_t> due;
  for (const auto& [key, sums] : internal::SumSources(state, fiscal_year)) {
    if (sums.subsidy_refund == 0 || !internal::Fits(state, key.first, filter)) continue;
    if (!internal::AddSmall(due[key.second], sums.subsidy_refund, due[key.second]))
      return Error(Code::kOverflow);
  }
  std::vector<RefundDue> list;
  for (const auto& [source, amount] : due) {
    if (amount != 0) list.push_back({static_cast<FundingSource>(source), Money(amount)});
  }
  return list;
}

}  // namespace yesan
