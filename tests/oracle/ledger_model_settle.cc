// Settlement: columns, subsidy parts, who pays, surpluses, and rows as they are printed.
#include "tests/oracle/ledger_model.h"
#include "yesan/money/money.h"

namespace yesan::oracle {
namespace {

bool IsNational(int source) { return source >= 1 && source <= 3; }

StatutoryColumns ColumnsOf(const ItemBalances& b) {
  StatutoryColumns c;
  c.adopted = Adopted(b);
  c.carryover_in = b.carryover_in;
  c.contingency_draw = b.contingency_draw;
  c.transfers = Transfers(b);
  c.pre_enactment = b.pre_enactment;
  c.excess_revenue = b.excess_revenue;
  c.current_budget = CurrentBudget(b);
  c.committed = b.committed_total;
  c.disbursed = b.disbursed;
  c.explicit_out = b.explicit_out;
  c.accidental_out = b.accidental_out;
  c.continuing_out = b.continuing_out;
  c.construction_out = b.construction_out;
  c.carryover_out = CarryoverOut(b);
  c.lapsed_balance = Lapsed(b);
  c.subsidy_refund = b.subsidy_refund;
  c.unspent_balance = Lapsed(b) - b.subsidy_refund;
  return c;
}

}  // namespace

std::vector<std::pair<const char*, std::int64_t>> Fields(const StatutoryColumns& c) {
  return {{"adopted", c.adopted},
          {"carryover_in", c.carryover_in},
          {"contingency_draw", c.contingency_draw},
          {"transfers", c.transfers},
          {"pre_enactment", c.pre_enactment},
          {"excess_revenue", c.excess_revenue},
          {"current_budget", c.current_budget},
          {"committed", c.committed},
          {"disbursed", c.disbursed},
          {"explicit_out", c.explicit_out},
          {"accidental_out", c.accidental_out},
          {"continuing_out", c.continuing_out},
          {"construction_out", c.construction_out},
          {"carryover_out", c.carryover_out},
          {"lapsed_balance", c.lapsed_balance},
          {"subsidy_refund", c.subsidy_refund},
          {"unspent_balance", c.unspent_balance}};
}

std::map<int, std::pair<std::int64_t, std::int64_t>> SheetColumns(const SettledRow& row,
                                                                  bool with_refund) {
  std::map<int, std::pair<std::int64_t, std::int64_t>> sheet;
  const auto set = [&](SettlementColumn column, auto&& figure) {
    sheet[static_cast<int>(column)] = {figure(row.total), figure(row.subsidy)};
  };
  using Columns = StatutoryColumns;
  set(SettlementColumn::kAdopted, [](const Columns& c) { return c.adopted; });
  set(SettlementColumn::kCarryoverIn, [](const Columns& c) { return c.carryover_in; });
  set(SettlementColumn::kNetAdjustment,  // I2
      [](const Columns& c) { return c.current_budget - c.adopted - c.carryover_in; });
  set(SettlementColumn::kCurrentBudget, [](const Columns& c) { return c.current_budget; });
  set(SettlementColumn::kDisbursed, [](const Columns& c) { return c.disbursed; });
  set(SettlementColumn::kCarryoverOut, [](const Columns& c) { return c.carryover_out; });
  set(SettlementColumn::kLapsedBalance, [](const Columns& c) { return c.lapsed_balance; });
  if (with_refund) {
    set(SettlementColumn::kSubsidyRefund, [](const Columns& c) { return c.subsidy_refund; });
    set(SettlementColumn::kUnspentBalance, [](const Columns& c) { return c.unspent_balance; });
  }
  return sheet;
}

ModelPrint PrintTotals(const SettlementRow& row, std::int64_t unit, Rounding rounding) {
  ModelPrint print;
  const auto rounded = [&](SettlementColumn column) {
    return Round(*row.at(column).total, unit, rounding)->minor();
  };
  const auto set = [&](SettlementColumn column, std::int64_t value) {
    const int number = static_cast<int>(column);
    print.totals[number] = value;
    if (value != rounded(column)) print.one_off.insert(number);
  };
  using Column = SettlementColumn;
  std::int64_t left = 0;
  for (const Column column : {Column::kAdopted, Column::kCarryoverIn, Column::kNetAdjustment}) {
    set(column, rounded(column));
    left += rounded(column);
  }
  set(Column::kCurrentBudget, left);
  for (const Column column : {Column::kDisbursed, Column::kCarryoverOut}) {
    set(column, rounded(column));
    left -= rounded(column);
  }
  set(Column::kLapsedBalance, left);
  if (row.subsidy_refund.total) {
    set(Column::kSubsidyRefund, rounded(Column::kSubsidyRefund));
    set(Column::kUnspentBalance, left - rounded(Column::kSubsidyRefund));
  }
  return print;
}

// The whole, and what national subsidies pay of it, which is within it.
SettledRow LedgerModel::SettleParts(const std::map<int, ItemBalances>& parts) const {
  constexpr int kNational = 1;
  std::map<int, ItemBalances> sides{{kNational, {}},
                                    {static_cast<int>(FundingSource::kOwnFunds), {}}};
  ItemBalances whole;
  for (const auto& [source, part] : parts) {
    (void)AddTo(whole, part);
    (void)AddTo(IsNational(source) ? sides.begin()->second : sides.rbegin()->second, part);
  }
  SettledRow row;
  row.total = ColumnsOf(whole);
  row.subsidy = ColumnsOf(WithinWhole(sides, ItemBalances()).at(kNational));
  return row;
}

// The expenditure items of a year that a filter lets through; `any`: whether the year has some at all.
std::vector<std::uint32_t> LedgerModel::ExpendituresOf(std::int32_t year, const ItemFilter& filter,
                                                       bool* any) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    const ItemKey& k = items_[number - 1];
    if (k.fiscal_year != year || k.revenue) continue;
    *any = true;
    if (Matches(ItemId{number}, filter)) found.push_back(number);
  }
  return found;
}

Code LedgerModel::Settle(std::int32_t year, GroupBy by, const ItemFilter& filter,
                         std::vector<SettledRow>* rows) const {
  std::map<std::pair<std::uint32_t, std::string>, std::map<int, ItemBalances>> groups;
  bool any = false;
  for (const std::uint32_t number : ExpendituresOf(year, filter, &any)) {
    std::map<int, ItemBalances>& group = groups[KeyOf(ItemId{number}, by)];
    for (const auto& [source, part] : PartsOf(ItemId{number}, Scope()))
      (void)AddTo(group[source], part);
  }
  if (!any) return Code::kNotFound;
  rows->clear();
  for (const auto& [key, parts] : groups) {
    SettledRow row = SettleParts(parts);
    row.key = key.first;
    row.code = key.second;
    row.fiscal_year = year;
    row.origin = YearOrigin::kComputed;
    rows->push_back(row);
  }
  return Code::kOk;
}

Code LedgerModel::SettleBySource(std::int32_t year, const ItemFilter& filter,
                                 std::map<int, StatutoryColumns>* rows) const {
  std::map<int, ItemBalances> all;
  bool any = false;
  for (const std::uint32_t number : ExpendituresOf(year, filter, &any))
    for (const auto& [source, part] : PartsOf(ItemId{number}, Scope()))
      (void)AddTo(all[source], part);
  for (const auto& [source, sums] : all) (*rows)[source] = ColumnsOf(sums);
  return any ? Code::kOk : Code::kNotFound;
}

Code LedgerModel::SurplusOf(AccountId account, std::int32_t year, std::int64_t grant_difference,
                            Surplus* surplus) const {
  Surplus s;
  s.account = account;
  bool any = false;
  for (std::uint32_t number = 1; number <= items_.size(); ++number) {
    const ItemKey& k = items_[number - 1];
    if (k.fiscal_year != year || k.account != account) continue;
    any = true;
    const ItemBalances b = BalancesOf(ItemId{number});
    if (k.revenue) {
      s.revenue_budget += CurrentBudget(b);
      s.assessed += b.assessed;
      s.received += b.received;
      s.written_off += b.written_off;
      s.uncollected += Uncollected(b);
    } else {
      s.expenditure_budget += CurrentBudget(b);
      s.disbursed += b.disbursed;
      s.carryover_out += CarryoverOut(b);
      s.subsidy_refund += b.subsidy_refund;
      s.unspent_balance += Lapsed(b) - b.subsidy_refund;
    }
  }
  if (!any) return Code::kNotFound;
  s.grant_difference = grant_difference;
  s.closing_surplus = s.received - s.disbursed;
  s.net_surplus = s.closing_surplus - s.carryover_out - (s.subsidy_refund + s.grant_difference);
  s.excess_receipts = s.received - s.revenue_budget;
  *surplus = s;
  return Code::kOk;
}

std::map<int, std::int64_t> LedgerModel::RefundsDue(std::int32_t year) const {
  std::map<int, std::int64_t> due;
  for (std::uint32_t id = 1; id <= entries_.size(); ++id) {
    const ModelEntry& e = entry(id);
    if (e.kind != EntryKind::kReserveSubsidyRefund || Corrected(id)) continue;
    if (items_[e.item - 1].fiscal_year == year) due[e.source] += e.amount;
  }
  return due;
}

}  // namespace yesan::oracle
