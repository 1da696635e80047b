#include "lib/money/pair_read.h"
#include "yesan/sheet/views.h"

namespace yesan {

std::optional<Money> Figure::won() const {
  if (state != FigureState::kValue) return std::nullopt;
  Result<Money> won = amount.total.InWon(unit);
  if (!won) return std::nullopt;
  return *won;
}

std::optional<Money> Figure::part_won() const {
  if (!amount.part.has_value()) return std::nullopt;
  Result<Money> won = amount.part.InWon(unit);
  if (!won) return std::nullopt;
  return *won;
}

std::optional<Decimal> Figure::number() const {
  if (state != FigureState::kValue) return std::nullopt;
  return amount.total.value;
}

Figure ReadFigure(const Text& cell, Unit unit) {
  Figure figure;
  figure.printed = cell;
  figure.unit = unit;
  AmountOptions options;
  options.whole = unit != Unit::kPercent;
  internal::Refusal ignored;
  if (!internal::ReadPairedAmount(cell.text, options, figure.amount, ignored)) {
    figure.amount = PairedAmount();
    figure.state = FigureState::kUnreadable;
    return figure;
  }
  const Amount& total = figure.amount.total;
  if (total.unit != Unit::kNone) figure.unit = total.unit;
  switch (total.kind) {
    case AmountKind::kBlank:
      figure.state = FigureState::kBlank;
      break;
    case AmountKind::kDash:
      figure.state = FigureState::kDash;
      break;
    case AmountKind::kWord:
      figure.state = FigureState::kWord;
      break;
    case AmountKind::kValue:
      figure.state = FigureState::kValue;
      break;
  }
  return figure;
}

Text CellOf(const Row& row, std::int32_t column) {
  if (column < 0 || static_cast<std::size_t>(column) >= row.cells.size()) return {};
  return row.cells[static_cast<std::size_t>(column)];
}

Figure FigureOf(const Table& table, const Row& row, ColumnRole role) {
  const std::int32_t at = Sheet::ColumnOf(table, role);
  Figure figure;
  if (at < 0) return figure;
  const auto index = static_cast<std::size_t>(at);
  const Column& column = table.columns[index];
  const bool is_rate = role == ColumnRole::kRate || role == ColumnRole::kExecutionRate;
  figure.unit = is_rate ? Unit::kPercent : column.unit != Unit::kNone ? column.unit : table.unit;
  if (index >= row.cells.size()) {
    // Blank cells at the end of a row are not kept; a row that was printed short lost them.
    if (index < row.printed_cells) figure.state = FigureState::kBlank;
    return figure;
  }
  return ReadFigure(row.cells[index], figure.unit);
}

}  // namespace yesan
