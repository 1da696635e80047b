// Settlements and surpluses of the book against those of the model, and rows as they are printed.
#include "tests/sim/simulation.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace yesan::sim {

// Who pays, told apart: what is all zero is not there.
void Simulation::CompareSettledSources(std::int32_t year, const ItemFilter& filter) {
  act_ = "Settle " + Text(year) + " by source";
  const auto rows = yesan::Settle(book_, year, GroupBy::kFundingSource, filter);
  std::map<int, StatutoryColumns> wanted;
  Same("code", rows.code(), model_.SettleBySource(year, filter, &wanted));
  if (!rows) return;
  for (const SettledRow& row : *rows) {
    const std::string name = "source " + Text(row.key);
    CheckColumns(name, row.total, nullptr);
    const auto book = oracle::Fields(row.total);
    const auto part = oracle::Fields(row.subsidy);
    const auto model = oracle::Fields(wanted[static_cast<int>(row.key)]);
    for (std::size_t f = 0; f < book.size(); ++f) {
      Same(name + " " + book[f].first, book[f].second, model[f].second);
      Same(name + " subsidy part of " + book[f].first, part[f].second,
           row.key <= 3 ? book[f].second : 0);
    }
    wanted.erase(static_cast<int>(row.key));
  }
  for (const auto& [source, columns] : wanted)
    for (const auto& [column, value] : oracle::Fields(columns))
      Same("source " + Text(source) + " that is not there: " + column, 0, value);
}

void Simulation::CheckColumns(const std::string& name, const StatutoryColumns& c,
                              const StatutoryColumns* all) {
  Same(name + " I1", c.current_budget,
       c.adopted + c.carryover_in + c.contingency_draw + c.transfers + c.pre_enactment +
           c.excess_revenue);
  Same(name + " I3", c.current_budget, c.disbursed + c.carryover_out + c.lapsed_balance);
  Same(name + " I4", c.carryover_out,
       c.explicit_out + c.accidental_out + c.continuing_out + c.construction_out);
  Same(name + " I5", c.lapsed_balance, c.subsidy_refund + c.unspent_balance);
  if (all == nullptr) return;
  const auto parts = oracle::Fields(c);
  const auto totals = oracle::Fields(*all);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view column = parts[i].first;
    if (column == "transfers" || column == "contingency_draw") continue;  // changes may be larger
    if (std::abs(parts[i].second) > std::abs(totals[i].second))
      Fail(name + " " + parts[i].first + ": part " + Text(parts[i].second) + " of " +
           Text(totals[i].second));
  }
}

void Simulation::CompareSettlement(std::int32_t year, GroupBy by, const ItemFilter& filter) {
  act_ = "Settle " + Text(year) + " by " + Text(static_cast<int>(by));
  Result<std::vector<SettledRow>> book = yesan::Settle(book_, year, by, filter);
  std::vector<SettledRow> rows;
  Same("code", book.code(), model_.Settle(year, by, filter, &rows));
  if (!book) return;
  Same("rows", static_cast<std::int64_t>(book->size()), static_cast<std::int64_t>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SettledRow& b = (*book)[i];
    const std::string name = "key " + Text(rows[i].key) + rows[i].code;
    Same(name + " key", b.key, rows[i].key);
    if (b.code != rows[i].code) Fail(name + " code " + b.code);
    Same(name + " year", b.fiscal_year, year);
    Same(name + " origin", static_cast<int>(b.origin), static_cast<int>(YearOrigin::kComputed));
    const auto totals = oracle::Fields(b.total);
    const auto wanted = oracle::Fields(rows[i].total);
    for (std::size_t f = 0; f < totals.size(); ++f)
      Same(name + " " + totals[f].first, totals[f].second, wanted[f].second);
    CheckColumns(name, b.total, nullptr);
    // Of several items parts may cancel out where totals do: |part| ≤ |total| is an item's.
    CheckColumns(name + " subsidy", b.subsidy, by == GroupBy::kItem ? &b.total : nullptr);
    if (!options_.exact_subsidies) continue;
    const auto parts = oracle::Fields(b.subsidy);
    const auto wanted_parts = oracle::Fields(rows[i].subsidy);
    for (std::size_t f = 0; f < parts.size(); ++f)
      Same(name + " subsidy part of " + parts[f].first, parts[f].second, wanted_parts[f].second);
    ComparePrint(name, b);
  }
}

// The columns of the sheet, and the row as it is printed in a unit.
void Simulation::ComparePrint(const std::string& name, const SettledRow& settled) {
  const bool with_refund = random_.Percent(50);
  const SettlementRow sheet = ToSheetColumns(settled, with_refund);
  const auto columns = oracle::SheetColumns(settled, with_refund);
  Same(name + " sheet's year", sheet.fiscal_year, settled.fiscal_year);
  for (int column = 1; column <= 9; ++column) {
    const auto found = columns.find(column);
    const bool stated = sheet.at(static_cast<SettlementColumn>(column)).total.has_value();
    Same(name + " sheet states column " + Text(column), stated, found != columns.end());
    if (!stated) continue;
    Same(name + " sheet column " + Text(column), TotalAt(sheet, column), found->second.first);
    Same(name + " sheet part " + Text(column), PartAt(sheet, column), found->second.second);
  }
  const std::int64_t units[] = {1, 1'000, 1'000'000, 7};
  const std::int64_t unit = units[random_.Below(4)];
  const Rounding roundings[] = {Rounding::kHalfUp, Rounding::kHalfEven, Rounding::kFloor,
                                Rounding::kCeiling, Rounding::kDown};
  const Rounding rounding = roundings[random_.Below(5)];
  const Result<PrintedRow> printed = RoundForPrint(sheet, unit, rounding);
  if (!printed) Fail(name + " is not printed: " + Text(printed.code()));
  const oracle::ModelPrint wanted = oracle::PrintTotals(sheet, unit, rounding);
  for (const auto& [column, value] : wanted.totals)
    Same(name + " printed column " + Text(column), TotalAt(printed->row, column), value);
  std::set<int> one_off;
  for (const SettlementColumn column : printed->one_off) one_off.insert(static_cast<int>(column));
  if (one_off != wanted.one_off) Fail(name + ": other columns are one off");
  bool moved = false;  // whether a part, rounded by itself, would have to give way
  for (const auto& [column, value] : wanted.totals) {
    const std::int64_t part = PartAt(printed->row, column);
    const std::string at = name + " printed part " + Text(column);
    if (part % unit != 0) Fail(at + " is no multiple of the unit");
    if (PartAt(sheet, column) == 0 && part != 0) Fail(at + " of nothing");
  }
  SettlementRow parts = printed->row;  // the parts as a row of their own
  SettlementRow alone = sheet;
  for (int n = 1; n <= 9; ++n) {
    const auto column = static_cast<SettlementColumn>(n);
    if (!parts.at(column).total) continue;
    parts.at(column) = BudgetAmount::Of(Money(PartAt(printed->row, n)));
    alone.at(column) = BudgetAmount::Of(Money(PartAt(sheet, n)));
  }
  const oracle::ModelPrint by_itself = oracle::PrintTotals(alone, unit, rounding);
  for (const auto& [column, value] : by_itself.totals) {
    moved = moved || std::abs(value) > std::abs(wanted.totals.at(column)) ||
            (value != 0 && PartAt(sheet, column) == 0);
  }
  for (const auto& [column, value] : by_itself.totals)
    if (!moved) Same(name + " printed part " + Text(column), TotalAt(parts, column), value);
  const Result<std::vector<IdentityCheck>> checks = CheckRow(printed->row);
  if (!checks) Fail(name + " cannot be checked: " + Text(checks.code()));
  for (const IdentityCheck& check : *checks) {
    if (check.holds) continue;
    // A part of several items may be larger than their total where it is so in truth.
    const int first = static_cast<int>(check.columns[0]);
    if (check.identity == Identity::kPartWithinTotal &&
        std::abs(PartAt(sheet, first)) > std::abs(TotalAt(sheet, first)))
      continue;
    Fail(name + " printed breaks " + std::string(Name(check.identity)) + " of " +
         std::string(Name(check.side)) + " by " + Text(check.difference.minor()));
  }
}

void Simulation::CompareSurplus(std::int32_t year) {
  for (const AccountId account : town_.accounts) {
    act_ = "SurplusOf " + Text(NumberOf(account));
    const std::int64_t difference = random_.Between(0, 5000);
    Surplus m;
    const Code code = model_.SurplusOf(account, year, difference, &m);
    const Result<Surplus> b = yesan::SurplusOf(book_, account, year, Money(difference));
    Same("code", b.code(), code);
    if (!b) continue;
    Same("revenue_budget", b->revenue_budget, m.revenue_budget);
    Same("expenditure_budget", b->expenditure_budget, m.expenditure_budget);
    Same("assessed", b->assessed, m.assessed);
    Same("received", b->received, m.received);
    Same("written_off", b->written_off, m.written_off);
    Same("uncollected", b->uncollected, m.uncollected);
    Same("disbursed", b->disbursed, m.disbursed);
    Same("closing_surplus", b->closing_surplus, m.closing_surplus);
    Same("carryover_out", b->carryover_out, m.carryover_out);
    Same("subsidy_refund", b->subsidy_refund, m.subsidy_refund);
    Same("grant_difference", b->grant_difference, difference);
    Same("net_surplus", b->net_surplus, m.net_surplus);
    Same("excess_receipts", b->excess_receipts, m.excess_receipts);
    Same("unspent_balance", b->unspent_balance, m.unspent_balance);
    if (b->budgets_agree()) {
      Same("I11", b->net_surplus, b->excess_receipts + b->unspent_balance - difference);
    }
  }
  act_ = "RefundsDue";
  const Result<std::vector<RefundDue>> due = yesan::RefundsDue(book_, year);
  const auto wanted = model_.RefundsDue(year);
  if (!due) Fail("refused " + Text(due.code()));
  Same("rows", static_cast<std::int64_t>(due->size()), static_cast<std::int64_t>(wanted.size()));
  for (const RefundDue& one : *due) {
    const auto found = wanted.find(static_cast<int>(one.source));
    Same("source " + Text(static_cast<int>(one.source)), one.amount.minor(),
         found == wanted.end() ? 0 : found->second);
  }
}

}  // namespace yesan::sim
