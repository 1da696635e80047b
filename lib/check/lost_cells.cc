#include "lib/check/lost_cells.h"

#include <algorithm>

namespace yesan::internal {
namespace {

bool IsNumberRole(ColumnRole role) {
  switch (role) {
    case ColumnRole::kPrior:
    case ColumnRole::kCurrent:
    case ColumnRole::kSupplementary:
    case ColumnRole::kChange:
    case ColumnRole::kRate:
    case ColumnRole::kAdopted:
    case ColumnRole::kCarryoverIn:
    case ColumnRole::kNetAdjustment:
    case ColumnRole::kContingency:
    case ColumnRole::kTransfer:
    case ColumnRole::kCurrentBudget:
    case ColumnRole::kDisbursed:
    case ColumnRole::kCarryoverOut:
    case ColumnRole::kSubsidyRefund:
    case ColumnRole::kLapsed:
    case ColumnRole::kExecutionRate:
    case ColumnRole::kAmount:
    case ColumnRole::kNational:
    case ColumnRole::kProvince:
    case ColumnRole::kDistrict:
    case ColumnRole::kOtherFunds:
    case ColumnRole::kOriginal:
    case ColumnRole::kFund:
    case ColumnRole::kBond:
    case ColumnRole::kTotal:
    case ColumnRole::kExplicitCarryover:
    case ColumnRole::kAccidentalCarryover:
    case ColumnRole::kContinuingCarryover:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::size_t PrintedCells(const Row& row) {
  return row.printed_cells != 0 ? row.printed_cells : row.cells.size();
}

LostCells::LostCells(const Table& table) : table_(table), expected_(table.columns.size(), false) {
  std::vector<std::size_t> filled(table.columns.size(), 0);
  for (const Row& row : table.rows) {
    const std::size_t cells = std::min(row.cells.size(), filled.size());
    for (std::size_t i = 0; i < cells; ++i) filled[i] += row.cells[i].empty() ? 0U : 1U;
  }
  for (std::size_t i = 0; i < filled.size(); ++i) {
    expected_[i] =
        IsNumberRole(table.columns[i].role) && filled[i] > 0 && filled[i] * 2 >= table.rows.size();
  }
  const auto surplus = std::count_if(table.rows.begin(), table.rows.end(),
                                     [&](const Row& row) { return HasSurplus(row); });
  surplus_is_odd_ = surplus > 0 && static_cast<std::size_t>(surplus) * 2 < table.rows.size();
}

bool LostCells::HasSurplus(const Row& row) const {
  for (std::size_t i = table_.columns.size(); i < row.cells.size(); ++i) {
    if (!row.cells[i].empty()) return !table_.columns.empty();
  }
  // The last cell may be blank: then the shift shows where words stand in a number column.
  if (PrintedCells(row) <= table_.columns.size()) return false;
  for (std::size_t i = 0; i < table_.columns.size() && i < row.cells.size(); ++i) {
    if (IsNumberRole(table_.columns[i].role) && !row.cells[i].empty() &&
        ReadFigure(row.cells[i], table_.unit).state == FigureState::kUnreadable) {
      return true;
    }
  }
  return false;
}

bool LostCells::TooFew(const Row& row) const {
  for (std::size_t i = PrintedCells(row); i < table_.columns.size(); ++i) {
    if (expected_[i]) return true;
  }
  return false;
}

bool HoldsFigures(const Table& table) {
  constexpr std::size_t kCellBytesMax = 96;  // more is prose
  std::size_t figures = 0;
  for (const Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].text.size() > kCellBytesMax) continue;
      const ColumnRole role =
          i < table.columns.size() ? table.columns[i].role : ColumnRole::kUnknown;
      const bool amounts = IsNumberRole(role) || role == ColumnRole::kUnknown;
      if (amounts && ReadFigure(row.cells[i], table.unit).state == FigureState::kValue &&
          ++figures == 2) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace yesan::internal
