// Settlement: columns, subsidy parts, who pays, surpluses, and rows as they are printed.
#include <algorithm>
#include <set>

#include "tests/oracle/ledger_model.h"
#include "yesan/money/money.h"

namespace yesan::oracle {
namespace {

bool IsNational(int source) { return source >= 1 && source <= 3; }

// The value of [low, high] that is nearest to `wish`. An empty span: its lower end.
std::int64_t Nearest(std::int64_t wish, std::int64_t low, std::int64_t high) {
  return std::max(low, std::min(wish, high));
}

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

void AddColumns(StatutoryColumns* into, const StatutoryColumns& c, std::int64_t times = 1) {
  into->adopted += times * c.adopted;
  into->carryover_in += times * c.carryover_in;
  into->contingency_draw += times * c.contingency_draw;
  into->transfers += times * c.transfers;
  into->pre_enactment += times * c.pre_enactment;
  into->excess_revenue += times * c.excess_revenue;
  into->current_budget += times * c.current_budget;
  into->committed += times * c.committed;
  into->disbursed += times * c.disbursed;
  into->explicit_out += times * c.explicit_out;
  into->accidental_out += times * c.accidental_out;
  into->continuing_out += times * c.continuing_out;
  into->construction_out += times * c.construction_out;
  into->carryover_out += times * c.carryover_out;
  into->lapsed_balance += times * c.lapsed_balance;
  into->subsidy_refund += times * c.subsidy_refund;
  into->unspent_balance += times * c.unspent_balance;
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

// The part nearest to what is wished, column by column, that stays within its total there and in every running sum.
StatutoryColumns PartNearest(const StatutoryColumns& of, const StatutoryColumns& wished) {
  using Column = std::int64_t StatutoryColumns::*;
  StatutoryColumns fitted;
  std::int64_t total = 0;  // so far, of the current budget
  std::int64_t part = 0;
  for (const Column column : {&StatutoryColumns::adopted, &StatutoryColumns::carryover_in,
                              &StatutoryColumns::pre_enactment, &StatutoryColumns::excess_revenue,
                              &StatutoryColumns::contingency_draw, &StatutoryColumns::transfers}) {
    const std::int64_t t = of.*column;
    total += t;
    std::int64_t low = std::min<std::int64_t>(0, total) - part;
    std::int64_t high = std::max<std::int64_t>(0, total) - part;
    if (column != &StatutoryColumns::contingency_draw && column != &StatutoryColumns::transfers) {
      low = std::max(low, std::min<std::int64_t>(0, t));  // changes may be as they are
      high = std::min(high, std::max<std::int64_t>(0, t));
    }
    fitted.*column = Nearest(wished.*column, low, high);
    part += fitted.*column;
  }
  fitted.current_budget = part;
  fitted.committed = Nearest(wished.committed, 0, of.committed);
  for (const Column column :
       {&StatutoryColumns::subsidy_refund, &StatutoryColumns::disbursed,
        &StatutoryColumns::explicit_out, &StatutoryColumns::accidental_out,
        &StatutoryColumns::continuing_out, &StatutoryColumns::construction_out}) {
    const std::int64_t t = of.*column;
    total -= t;  // what is left
    const std::int64_t low =
        std::max(std::min<std::int64_t>(0, t), part - std::max<std::int64_t>(0, total));
    const std::int64_t high =
        std::min(std::max<std::int64_t>(0, t), part - std::min<std::int64_t>(0, total));
    fitted.*column = Nearest(wished.*column, low, high);
    part -= fitted.*column;
  }
  fitted.unspent_balance = part;
  fitted.lapsed_balance = part + fitted.subsidy_refund;
  fitted.carryover_out =
      fitted.explicit_out + fitted.accidental_out + fitted.continuing_out + fitted.construction_out;
  return fitted;
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

SettledRow LedgerModel::SettleItem(ItemId id) const {
  SettledRow row;
  row.fiscal_year = item(id).fiscal_year;
  row.total = ColumnsOf(BalancesOf(id));

  StatutoryColumns by_source[16];
  for (int source = 0; source <= 15; ++source) {
    Scope scope;
    scope.source = source;
    by_source[source] = ColumnsOf(BalancesOf(id, scope));
  }
  using Column = std::int64_t StatutoryColumns::*;
  const auto tagged = [&](Column column) {
    std::int64_t sum = 0;
    for (int source = 1; source <= 15; ++source)
      if (IsNational(source)) sum += by_source[source].*column;
    return sum;
  };
  const auto wish = [&](Column column) {
    std::int64_t sum = tagged(column);
    if (row.total.current_budget <= 0) return sum;
    for (int source = 1; source <= 15; ++source) {
      if (!IsNational(source) || by_source[source].current_budget <= 0) continue;
      sum += MulDiv(Money(by_source[0].*column), by_source[source].current_budget,
                    row.total.current_budget, Rounding::kDown)
                 .value()
                 .minor();
    }
    return sum;
  };

  StatutoryColumns wished;
  for (const Column column : {&StatutoryColumns::adopted, &StatutoryColumns::carryover_in,
                              &StatutoryColumns::pre_enactment, &StatutoryColumns::excess_revenue,
                              &StatutoryColumns::contingency_draw, &StatutoryColumns::transfers})
    wished.*column = tagged(column);
  for (const Column column :
       {&StatutoryColumns::committed, &StatutoryColumns::disbursed, &StatutoryColumns::explicit_out,
        &StatutoryColumns::accidental_out, &StatutoryColumns::continuing_out,
        &StatutoryColumns::construction_out, &StatutoryColumns::subsidy_refund})
    wished.*column = wish(column);
  row.subsidy = PartNearest(row.total, wished);
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
  std::map<std::pair<std::uint32_t, std::string>, SettledRow> groups;
  bool any = false;
  for (const std::uint32_t number : ExpendituresOf(year, filter, &any)) {
    const auto key = KeyOf(ItemId{number}, by);
    SettledRow& row = groups[key];
    const SettledRow one = SettleItem(ItemId{number});
    row.key = key.first;
    row.code = key.second;
    row.fiscal_year = year;
    row.origin = YearOrigin::kComputed;
    AddColumns(&row.total, one.total);
    AddColumns(&row.subsidy, one.subsidy);
  }
  if (!any) return Code::kNotFound;
  rows->clear();
  for (auto& [key, row] : groups) {
    // Signed columns of several items may net to less than their parts do.
    row.subsidy = PartNearest(row.total, row.subsidy);
    rows->push_back(row);
  }
  return Code::kOk;
}

Code LedgerModel::SettleBySource(std::int32_t year, const ItemFilter& filter,
                                 std::map<int, StatutoryColumns>* rows) const {
  constexpr int kOwn = static_cast<int>(FundingSource::kOwnFunds);
  bool any = false;
  for (const std::uint32_t number : ExpendituresOf(year, filter, &any)) {
    const SettledRow whole = SettleItem(ItemId{number});
    std::set<int> named{kOwn};
    for (const std::uint32_t id : of_item_[number - 1])
      if (entry(id).source != 0) named.insert(entry(id).source);
    const std::map<int, ItemBalances> parts = PartsOf(ItemId{number}, Scope());
    for (const bool national : {true, false}) {
      // In the order of sources, own funds last; the last takes what the others leave.
      std::vector<int> side;
      for (const int source : named)
        if (IsNational(source) == national && source != kOwn) side.push_back(source);
      if (!national) side.push_back(kOwn);
      StatutoryColumns rest = national ? whole.subsidy : whole.total;
      if (!national) AddColumns(&rest, whole.subsidy, -1);
      for (const int source : side) {
        const StatutoryColumns part =
            source == side.back() ? rest : PartNearest(rest, ColumnsOf(parts.at(source)));
        AddColumns(&rest, part, -1);
        AddColumns(&(*rows)[source], part);
      }
    }
  }
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
