// A sheet in the terms of a book: the rows of the overview with their basis, and the settled years.
#include <algorithm>
#include <map>
#include <utility>

#include "lib/sheet/import_facts.h"
#include "yesan/base/text.h"
#include "yesan/settlement/comparison.h"
#include "yesan/sheet/views.h"

namespace yesan::internal {
namespace {

Result<BudgetAmount> WonOf(const Figure& figure, const Place& row, std::string_view subject,
                           Faults& faults) {
  const std::string name(subject);
  const Place place = figure.printed.place.known() ? figure.printed.place : row;
  if (figure.state == FigureState::kUnreadable)
    return RefusedAt(Code::kSyntax, "sheet.amount", place, name + ": 금액을 읽을 수 없습니다.",
                     name + ": the amount cannot be read.");
  auto amount = ToBudgetAmount(figure.amount, figure.unit);
  if (!amount)
    return RefusedAt(amount.code(), "sheet.amount", place,
                     name + ": 금액을 원으로 바꿀 수 없습니다.",
                     name + ": the amount cannot be had in won.");
  if (!PartWithinTotal(*amount)) {
    if (Result<void> told =
            faults.Differs("subsidy.part", place, name, amount->part, *amount->total);
        !told)
      return std::move(told).error();
  }
  return amount;
}

// Copies a part of a tree.
Result<void> Graft(const CostBasis& from, BasisNodeId id, BasisNodeId parent, CostBasis& into) {
  const Result<BasisNodeId> added = into.Add(from.node(id), parent);
  if (!added) return Error(added.code());
  for (const BasisNodeId child : from.node(id).children) {
    if (Result<void> done = Graft(from, child, *added, into); !done) return done;
  }
  return {};
}

Result<void> CheckBasisSums(const CostBasisView& view, Faults& faults) {
  for (std::size_t i = 0; i < view.tree.size(); ++i) {
    const auto id = static_cast<BasisNodeId>(i);
    const auto difference = view.tree.DifferenceOf(id);
    if (!difference || difference->difference.is_zero()) continue;
    const BasisNode& node = view.tree.node(id);
    if (Result<void> told = faults.Differs("basis.sum", node.place, "산출근거 · " + node.label,
                                           difference->printed, difference->children);
        !told)
      return told;
  }
  return {};
}

// Gives each item the lines that stand under its name; a lone item has them all.
Result<void> ShareBasis(const Sheet& sheet, SheetFacts& facts, Faults& faults) {
  const CostBasisView view = CostBasisOf(sheet);
  if (Result<void> sums = CheckBasisSums(view, faults); !sums) return sums;
  const auto owner = [&](BasisNodeId root) -> ItemFacts* {
    if (facts.items.size() == 1) return &facts.items.front();
    const BasisLine& line = view.lines[static_cast<std::size_t>(root)];
    for (const std::string& name :
         {FoldName(line.object_item.text), FoldName(view.tree.node(root).label)}) {
      if (name.empty()) continue;
      for (ItemFacts& item : facts.items) {
        if (FoldName(item.budget.label) == name) return &item;
      }
    }
    return nullptr;
  };
  for (const BasisNodeId root : view.tree.roots()) {
    ItemFacts* item = owner(root);
    if (item == nullptr) {
      const BasisNode& node = view.tree.node(root);
      faults.Note("basis.no_item", node.place, "산출근거 · " + node.label, node.text,
                  {"예산 총괄에 없는 과목의 산출근거입니다.",
                   "The line stands under no object item of the overview."});
      continue;
    }
    if (Result<void> done = Graft(view.tree, root, kNoBasisNode, item->basis); !done) return done;
  }
  for (const ItemFacts& item : facts.items) {
    const auto total = item.basis.Total();
    if (!total || !item.budget.current.total || *total == *item.budget.current.total) continue;
    const Place place = view.section != nullptr ? item.basis.node(0).place : item.place;
    if (Result<void> told = faults.Differs("basis.item", place, "산출근거 · " + item.budget.label,
                                           *total, *item.budget.current.total);
        !told)
      return told;
  }
  return {};
}

}  // namespace

Result<void> ReadItems(const Sheet& sheet, SheetFacts& facts, Faults& faults) {
  const OverviewView view = OverviewOf(sheet);
  std::vector<BudgetRow> rows;
  std::optional<BudgetRow> total;
  Place total_place;
  for (const OverviewRow& row : view.rows) {
    BudgetRow budget;
    budget.label = std::string(row.label.text);
    const std::string subject = "예산 총괄 · " + budget.label;
    const std::pair<const Figure*, BudgetAmount*> cells[] = {{&row.prior, &budget.prior},
                                                             {&row.current, &budget.current},
                                                             {&row.change, &budget.change}};
    for (const auto& [figure, amount] : cells) {
      auto won = WonOf(*figure, row.row->place, subject, faults);
      if (!won && figure == &row.change && figure->state == FigureState::kUnreadable) continue;
      if (!won) return std::move(won).error();
      // The change's part may well be larger than its total.
      *amount = *won;
    }
    if (!budget.prior.total && !budget.current.total) continue;
    const auto check = CheckBudgetRow(budget);
    if (!check) return Error(check.code());
    if (check->change && !check->change->holds()) {
      if (Result<void> told = faults.Differs("overview.change", row.change.printed.place, subject,
                                             check->change->total, check->change->sum);
          !told)
        return told;
    }
    if (row.total) {
      if (!total) {
        total = budget;
        total_place = row.current.printed.place;
      }
      continue;
    }
    facts.items.push_back({row.row->place, {budget.label, budget.prior, budget.current}, {}});
    rows.push_back(std::move(budget));
  }
  if (total && !rows.empty()) {
    const auto check = CheckBudgetTotal(*total, rows);
    if (!check) return Error(check.code());
    for (const auto* sum :
         {&check->prior, &check->prior_part, &check->current, &check->current_part}) {
      if (!*sum || (*sum)->holds()) continue;
      if (Result<void> told = faults.Differs("overview.sum", total_place, "예산 총괄 · 계",
                                             (*sum)->total, (*sum)->sum);
          !told)
        return told;
    }
  }
  if (facts.items.empty() && total) {
    // A total alone is the one item; the basis may name it.
    const CostBasisView basis = CostBasisOf(sheet);
    if (!basis.lines.empty() && !basis.lines.front().object_item.empty())
      total->label = std::string(basis.lines.front().object_item.text);
    facts.items.push_back({total_place, {total->label, total->prior, total->current}, {}});
  }
  if (facts.items.empty())
    return RefusedAt(Code::kNotFound, "sheet.overview",
                     view.table != nullptr ? view.table->place : Place{},
                     "예산 총괄에 금액이 없습니다.", "The overview states no amount.");
  return ShareBasis(sheet, facts, faults);
}

namespace {

Result<ImportedYear> YearOf(const SettlementYear& row, const std::string& subject, Faults& faults) {
  ImportedYear year;
  year.fiscal_year = row.year;
  BudgetAmount contingency, transfer, lapsed;
  const std::pair<const Figure*, BudgetAmount*> cells[] = {
      {&row.adopted, &year.adopted},
      {&row.carryover_in, &year.carryover_in},
      {&row.net_adjustment, &year.net_adjustment},
      {&row.contingency, &contingency},
      {&row.transfer, &transfer},
      {&row.current_budget, &year.current_budget},
      {&row.disbursed, &year.disbursed},
      {&row.carryover_out, &year.carryover_out},
      {&row.subsidy_refund, &year.subsidy_refund},
      {&row.lapsed, &lapsed}};
  for (const auto& [figure, amount] : cells) {
    auto won = WonOf(*figure, row.row->place, subject, faults);
    if (!won) return std::move(won).error();
    *amount = *won;
  }
  // 예비비 and 전용 apart are 예산변경 together.
  if (!year.net_adjustment.total && (contingency.total || transfer.total)) {
    const auto sum = Add(contingency.total.value_or(Money()), transfer.total.value_or(Money()));
    if (!sum) return Error(sum.code());
    year.net_adjustment = BudgetAmount::Of(*sum);
  }
  // Beside a refund the balance is the narrow one.
  (row.subsidy_refund.state == FigureState::kAbsent ? year.lapsed_balance : year.unspent_balance) =
      lapsed;
  return year;
}

}  // namespace

SettlementRow RowOf(const ImportedYear& year) {
  SettlementRow row;
  row.fiscal_year = year.fiscal_year;
  row.adopted = year.adopted;
  row.carryover_in = year.carryover_in;
  row.net_adjustment = year.net_adjustment;
  row.current_budget = year.current_budget;
  row.disbursed = year.disbursed;
  row.carryover_out = year.carryover_out;
  row.subsidy_refund = year.subsidy_refund;
  row.unspent_balance = year.unspent_balance;
  row.lapsed_balance = year.lapsed_balance;
  return row;
}

Result<void> ReadPast(const Sheet& sheet, SheetFacts& facts, Faults& faults) {
  std::map<std::int32_t, ImportedYear> years;
  std::map<std::int32_t, Place> places;
  std::vector<SettlementRow> rows;
  for (const SettlementYear& row : SettlementOf(sheet).years) {
    const std::string subject = "결산 " + std::string(row.label.text);
    if (row.year == 0) {
      if (!row.label.empty())
        faults.Note(
            "settlement.no_year", row.row->place, subject, row.label.text,
            {"연도를 알 수 없는 결산 행입니다.", "The row of the settlement names no year."});
      continue;
    }
    if (years.count(row.year) != 0)
      return RefusedAt(Code::kDuplicate, "settlement.years", row.row->place,
                       subject + ": 같은 연도가 두 번 있습니다.",
                       subject + ": the year stands twice.");
    auto year = YearOf(row, subject, faults);
    if (!year) return std::move(year).error();
    places[row.year] = row.row->place;
    rows.push_back(RowOf(*year));
    years.emplace(row.year, *std::move(year));
  }
  const auto checks = CheckYears(rows);
  if (!checks) return Error(checks.code());
  for (const YearCheck& year : *checks) {
    // A part above its total has been told where it stands.
    if (year.check.holds || year.check.identity == Identity::kPartWithinTotal) continue;
    const std::string_view rule =
        year.check.identity == Identity::kCurrentBudget ? "settlement.current_budget"
        : year.check.identity == Identity::kYearLink    ? "settlement.year_link"
                                                        : "settlement.lapsed";
    if (Result<void> told = faults.Differs(rule, places[year.fiscal_year],
                                           "결산 " + std::to_string(year.fiscal_year) + " · " +
                                               std::string(KoreanName(year.check.columns.front())),
                                           year.check.stated, year.check.expected);
        !told)
      return told;
  }
  for (const ResultsYear& result : ResultsOf(sheet)) {
    if (result.year == 0) {
      faults.Note("results.no_year", result.text.place, "추진실적", result.label.text,
                  {"연도를 알 수 없는 추진실적입니다.", "The record names no year."});
      continue;
    }
    ImportedYear& year = years[result.year];
    year.fiscal_year = result.year;
    if (!year.record.empty()) year.record += '\n';
    year.record += result.text.text;
  }
  for (auto& [number, year] : years) {
    year.document = std::to_string(facts.year.fiscal_year) + "년도 사업별 설명서";
    facts.years.push_back(std::move(year));
  }
  return {};
}

}  // namespace yesan::internal
