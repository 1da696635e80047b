// The rows of a settlement table, put together from the columns that it prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "lib/check/context.h"
#include "yesan/settlement/settlement_row.h"

namespace yesan::internal {

inline constexpr std::string_view kSettlementSection = "결산";

// A row of the view with the columns that stand apart in print put together, and its row of the settlement module.
struct YearRow {
  const SettlementYear* view = nullptr;
  Figure adopted;  // 최종예산; 예산액 and 추경 put together where only they are printed
  std::vector<Figure> adjustments;     // every column of changes
  std::vector<Figure> carryovers_out;  // 차년이월, or its kinds
  SettlementRow row;
  bool current_budget_doubted = false;  // I2 says that 예산현액 is misprinted, and I3 agrees
  bool link_doubted = false;  // its year or its unit is at fault: what links with it proves nothing
};

// How a settlement table is laid out.
struct TableShape {
  bool refund_column = false;
  bool narrow = false;  // 집행잔액 is what is left beside the refund
  bool add_supplementary = false;
  std::int32_t final_adopted = -1;     // column of 최종예산 when several are called adopted
  std::int32_t original_adopted = -1;  // the other of them
  std::int32_t supplementary = -1;
  std::int32_t carryover_total =
      -1;  // column of all that is carried out, with or without its kinds
  std::vector<std::int32_t> carryover_kinds;  // 명시, 사고, 계속비이월
};

TableShape ShapeOf(const SettlementView& view);
YearRow BuildYearRow(const SettlementYear& year, const Table* table, const TableShape& shape);
Figure FigureAt(const Table& table, const Row& row, std::int32_t column);

// `2019년`, or the label when the row names no year.
std::string YearLabel(const SettlementYear& year);
// `FY2019`, or the label in quotes.
std::string YearLabelEn(const SettlementYear& year);
// The figures that print a column of the row, the one that is answerable for it first.
using Figures = absl::InlinedVector<const Figure*, 4>;
Figures FiguresOf(const YearRow& year, SettlementColumn column);
// The heading of a column as printed.
std::string ColumnName(const Context& context, SettlementColumn column);
// For English sentences: `current budget (예산현액)`.
std::string EnglishColumn(const Context& context, SettlementColumn column);
// The rule of an identity.
std::string_view RuleOf(Identity identity);
// The quantity at which a finding of an identity is placed.
std::optional<Quantity> StatedQuantity(const YearRow& year, const IdentityCheck& check);

// What stands in a cell that prints no amount of its own.
enum class Hole { kNone, kBlank, kPartOnly, kBracket };
Hole HoleOf(const Figure& figure);
// Rows with the bracketed figures of a settlement read as what their identities make them, where they make them anything:
// `(1,000)` is −1,000, or 1,000, when the row then adds up. The others stay without an amount.
std::vector<SettlementYear> ReadBrackets(const SettlementView& view, const TableShape& shape);
// Cells without an amount, in a row whose other figures say what it should be; brackets that stand alone.
void CheckSettlementHoles(Context& context, const YearRow& year, const SettlementYear& printed,
                          const TableShape& shape);
// No more is spent, or spent and carried over, than the current budget.
void CheckSettlementLimits(Context& context, const YearRow& year);
// Rows, columns or a table in another unit than they say.
void CheckSettlementUnits(Context& context, std::vector<YearRow>& years);

// What a year is in relation to others: links, rates, the run of years.
void CheckSettlementLinks(Context& context, const std::vector<YearRow>& years);
void CheckSettlementRate(Context& context, const YearRow& year);
void CheckSettlementYears(Context& context, std::vector<YearRow>& rows);

}  // namespace yesan::internal
