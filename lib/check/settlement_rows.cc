#include "lib/check/settlement_rows.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "lib/check/tables.h"

namespace yesan::internal {
namespace {

BudgetAmount AmountOf(const Figure& figure) {
  BudgetAmount amount;
  if (const auto total = TotalOf(figure, Nothing::kDashIsZero)) amount.total = total->value;
  if (const auto part = PartOf(figure)) {
    amount.part = part->value;
    amount.part_kind =
        figure.amount.part_kind == PartKind::kNone ? PartKind::kNone : PartKind::kStated;
  }
  return amount;
}

// The sum of columns; absent when one of them is, since a sum over some of them would be wrong.
BudgetAmount SumOf(const std::vector<Figure>& figures) {
  if (figures.empty()) return {};
  if (figures.size() == 1) return AmountOf(figures.front());
  SettlementRow all;
  std::vector<SettlementRow> rows;
  for (const Figure& figure : figures) {
    SettlementRow row;
    row.adopted = AmountOf(figure);
    rows.push_back(row);
  }
  auto sum = SumRows(rows);
  return sum ? sum->adopted : BudgetAmount{};
}

// 이월(명시), 사고이월: the heading of a kind of carryover, whatever role it was given.
bool NamesAKind(std::string_view heading) {
  for (std::string_view kind : {"명시", "사고", "계속비"}) {
    if (heading.find(kind) != std::string_view::npos) return true;
  }
  return false;
}

bool NamesAllKinds(std::string_view heading) {
  return heading.find("명시") != std::string_view::npos &&
         heading.find("사고") != std::string_view::npos;
}

// The view's figure where it is of that column: brackets may have been read there.
Figure CarryoverTotal(const SettlementYear& year, const Table& table, const TableShape& shape) {
  if (shape.carryover_total == Sheet::ColumnOf(table, ColumnRole::kCarryoverOut))
    return year.carryover_out;
  return FigureAt(table, *year.row, shape.carryover_total);
}

// The column of what is carried out, else its kinds.
std::vector<Figure> CarryoversOf(const SettlementYear& year, const Table* table,
                                 const TableShape& shape) {
  std::vector<Figure> kinds;
  if (table == nullptr || year.row == nullptr) {
    if (year.carryover_out.state != FigureState::kAbsent) kinds.push_back(year.carryover_out);
    return kinds;
  }
  if (shape.carryover_total >= 0) return {CarryoverTotal(year, *table, shape)};
  for (const std::int32_t column : shape.carryover_kinds)
    kinds.push_back(FigureAt(*table, *year.row, column));
  return kinds;
}

// 집행잔액 beside a column of refunds is what is left after them, or all that is left: whichever more rows fit.
bool ReadsNarrow(const SettlementView& view, TableShape shape) {
  int narrow = 0;
  int broad = 0;
  for (bool reading : {true, false}) {
    shape.narrow = reading;
    for (const SettlementYear& year : view.years) {
      auto checks = CheckRow(BuildYearRow(year, view.table, shape).row);
      if (!checks) continue;
      for (const IdentityCheck& check : *checks) {
        if (check.identity == Identity::kLapsedBalance && check.side == AmountSide::kTotal &&
            check.holds) {
          ++(reading ? narrow : broad);
        }
      }
    }
  }
  return narrow >= broad;
}

ColumnRole RoleOf(SettlementColumn column) {
  switch (column) {
    case SettlementColumn::kAdopted:
      return ColumnRole::kAdopted;
    case SettlementColumn::kCarryoverIn:
      return ColumnRole::kCarryoverIn;
    case SettlementColumn::kNetAdjustment:
      return ColumnRole::kNetAdjustment;
    case SettlementColumn::kCurrentBudget:
      return ColumnRole::kCurrentBudget;
    case SettlementColumn::kDisbursed:
      return ColumnRole::kDisbursed;
    case SettlementColumn::kCarryoverOut:
      return ColumnRole::kCarryoverOut;
    case SettlementColumn::kSubsidyRefund:
      return ColumnRole::kSubsidyRefund;
    case SettlementColumn::kUnspentBalance:
    case SettlementColumn::kLapsedBalance:
      return ColumnRole::kLapsed;
  }
  return ColumnRole::kUnknown;
}

}  // namespace

Figure FigureAt(const Table& table, const Row& row, std::int32_t column) {
  if (column < 0 || static_cast<std::size_t>(column) >= table.columns.size()) return {};
  const Column& heading = table.columns[static_cast<std::size_t>(column)];
  return ReadFigure(CellOf(row, column), heading.unit != Unit::kNone ? heading.unit : table.unit);
}

TableShape ShapeOf(const SettlementView& view) {
  TableShape shape;
  if (view.table != nullptr) {
    const Table& table = *view.table;
    int adopted = 0;
    bool found_final = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const ColumnRole role = table.columns[i].role;
      if (role == ColumnRole::kSubsidyRefund) shape.refund_column = true;
      const std::string_view heading = table.columns[i].heading.text;
      const bool kind =
          role == ColumnRole::kExplicitCarryover || role == ColumnRole::kAccidentalCarryover ||
          role == ColumnRole::kContinuingCarryover ||
          (role == ColumnRole::kCarryoverOut && NamesAKind(heading) && !NamesAllKinds(heading));
      if (kind) shape.carryover_kinds.push_back(static_cast<std::int32_t>(i));
      if (role == ColumnRole::kCarryoverOut && !kind && shape.carryover_total < 0)
        shape.carryover_total = static_cast<std::int32_t>(i);
      if (role == ColumnRole::kSupplementary) shape.supplementary = static_cast<std::int32_t>(i);
      if (role == ColumnRole::kOriginal) shape.original_adopted = static_cast<std::int32_t>(i);
      if (role == ColumnRole::kAdopted) {
        ++adopted;
        // 예산액 | 추경 | 최종예산, in whatever order: the one that says 최종, else the last.
        const bool final = table.columns[i].heading.text.find("최종") != std::string_view::npos;
        if (final || !found_final) {
          if (shape.final_adopted >= 0) shape.original_adopted = shape.final_adopted;
          shape.final_adopted = static_cast<std::int32_t>(i);
        } else {
          shape.original_adopted = static_cast<std::int32_t>(i);
        }
        found_final = found_final || final;
      }
    }
    if (adopted == 1 && shape.original_adopted < 0) shape.final_adopted = -1;
    if (adopted == 1 && shape.original_adopted < 0 && shape.supplementary >= 0) {
      const std::string heading = HeadingOf(&table, ColumnRole::kAdopted, "");
      shape.add_supplementary = heading.find("최종") == std::string::npos;
    }
  }
  // 차년이월 over 명시 and 사고 may be a heading, without an amount in any year.
  if (shape.carryover_total >= 0 && !shape.carryover_kinds.empty() &&
      std::none_of(view.years.begin(), view.years.end(), [&](const SettlementYear& year) {
        if (year.row == nullptr) return false;
        const Figure figure = CarryoverTotal(year, *view.table, shape);
        return figure.state == FigureState::kValue || HoleOf(figure) == Hole::kBracket;
      })) {
    shape.carryover_total = -1;
  }
  for (const SettlementYear& year : view.years) {
    if (year.subsidy_refund.state != FigureState::kAbsent) shape.refund_column = true;
  }
  if (shape.refund_column) shape.narrow = ReadsNarrow(view, shape);
  return shape;
}

YearRow BuildYearRow(const SettlementYear& year, const Table* table, const TableShape& shape) {
  YearRow out;
  out.view = &year;
  out.adopted = year.adopted;
  SettlementRow& row = out.row;
  row.fiscal_year = year.year;
  std::vector<Figure> adopted = {year.adopted};
  if (table != nullptr && year.row != nullptr) {
    if (shape.final_adopted >= 0) {
      out.adopted = FigureAt(*table, *year.row, shape.final_adopted);
      adopted = {out.adopted};
    } else if (shape.add_supplementary) {
      adopted.push_back(FigureAt(*table, *year.row, shape.supplementary));
    }
  }
  row.adopted = SumOf(adopted);
  row.carryover_in = AmountOf(year.carryover_in);
  for (const Figure* figure : {&year.net_adjustment, &year.contingency, &year.transfer}) {
    if (figure->state != FigureState::kAbsent) out.adjustments.push_back(*figure);
  }
  row.net_adjustment = SumOf(out.adjustments);
  row.current_budget = AmountOf(year.current_budget);
  row.disbursed = AmountOf(year.disbursed);
  out.carryovers_out = CarryoversOf(year, table, shape);
  row.carryover_out = SumOf(out.carryovers_out);
  if (shape.refund_column) row.subsidy_refund = AmountOf(year.subsidy_refund);
  if (shape.refund_column && shape.narrow) {
    row.unspent_balance = AmountOf(year.lapsed);
  } else {
    row.lapsed_balance = AmountOf(year.lapsed);
  }
  if (shape.refund_column && !shape.narrow) row.subsidy_refund = {};
  return out;
}

std::string YearLabel(const SettlementYear& year) {
  return year.year != 0 ? std::to_string(year.year) + "년" : Excerpt(year.label.text);
}

std::string YearLabelEn(const SettlementYear& year) {
  return year.year != 0 ? "FY" + std::to_string(year.year)
                        : Quoted(Excerpt(year.label.text), Language::kEnglish);
}

Figures FiguresOf(const YearRow& year, SettlementColumn column) {
  Figures figures;
  const auto all = [&](const std::vector<Figure>& list) {
    for (const Figure& figure : list) figures.push_back(&figure);
  };
  switch (column) {
    case SettlementColumn::kAdopted:
      figures.push_back(&year.adopted);
      break;
    case SettlementColumn::kCarryoverIn:
      figures.push_back(&year.view->carryover_in);
      break;
    case SettlementColumn::kNetAdjustment:
      all(year.adjustments);
      break;
    case SettlementColumn::kCurrentBudget:
      figures.push_back(&year.view->current_budget);
      break;
    case SettlementColumn::kDisbursed:
      figures.push_back(&year.view->disbursed);
      break;
    case SettlementColumn::kCarryoverOut:
      all(year.carryovers_out);
      break;
    case SettlementColumn::kSubsidyRefund:
      figures.push_back(&year.view->subsidy_refund);
      break;
    case SettlementColumn::kUnspentBalance:
    case SettlementColumn::kLapsedBalance:
      figures.push_back(&year.view->lapsed);
      break;
  }
  return figures;
}

std::string ColumnName(const Context& context, SettlementColumn column) {
  std::string name = HeadingOf(context.settlement.table, RoleOf(column), KoreanName(column));
  if (column == SettlementColumn::kCarryoverOut && NamesAKind(name)) name = KoreanName(column);
  return name;
}

std::string EnglishColumn(const Context& context, SettlementColumn column) {
  std::string name(Name(column));
  std::replace(name.begin(), name.end(), '_', ' ');
  if (column == SettlementColumn::kAdopted) name = "final budget";
  if (column == SettlementColumn::kDisbursed) name = "disbursement";
  return name + " (" + ColumnName(context, column) + ")";
}

std::string_view RuleOf(Identity identity) {
  switch (identity) {
    case Identity::kCurrentBudget:
      return "settlement.current_budget";
    case Identity::kLapsedBalance:
    case Identity::kRefund:
      return "settlement.lapsed";
    case Identity::kYearLink:
      return "settlement.year_link";
    case Identity::kPartWithinTotal:
      return "subsidy.part";
  }
  return "";
}

std::optional<Quantity> StatedQuantity(const YearRow& year, const IdentityCheck& check) {
  if (check.columns.empty()) return std::nullopt;
  for (const Figure* figure : FiguresOf(year, check.columns.front())) {
    auto quantity = check.side == AmountSide::kSubsidyPart ? PartOf(*figure)
                                                           : TotalOf(*figure, Nothing::kDashIsZero);
    if (!quantity) continue;
    quantity->value = check.stated;
    return quantity;
  }
  return std::nullopt;
}

}  // namespace yesan::internal
