/// @file
/// What the figures of a sheet mean: typed views over its sections, computed on demand, every figure with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "yesan/base/result.h"
#include "yesan/budget/cost_basis.h"
#include "yesan/calendar/period.h"
#include "yesan/money/amount.h"
#include "yesan/money/money.h"
#include "yesan/money/paired_amount.h"
#include "yesan/sheet/sheet.h"

namespace yesan {

/// What one number cell holds. Absent is not zero: the five kinds of nothing are kept apart.
enum class FigureState : std::int32_t {
  kAbsent = 0,      ///< The table has no such column, or the row lost the cell.
  kBlank = 1,       ///< The cell is blank, or holds a subsidy mark alone.
  kDash = 2,        ///< `-`.
  kWord = 3,        ///< 순증, 신규, 해당없음 ….
  kValue = 4,       ///< A number.
  kUnreadable = 5,  ///< Text that is no amount; `printed` keeps it.
};

/// A figure as printed: subsidy part and total, unit and place.
struct Figure {
  FigureState state = FigureState::kAbsent;
  Text printed;         ///< The whole cell, as printed.
  PairedAmount amount;  ///< Its parts, when state is kValue, kWord, kDash or kBlank.
  Unit unit = Unit::
      kNone;  ///< The unit that holds: printed on the figure, else of its column, else of its table.

  /// The total in won, exactly; nothing when the figure is no number, its unit is not one of money, or it does not fit.
  [[nodiscard]] std::optional<Money> won() const;
  /// The subsidy part in won; nothing unless a number stands in `(x …)`.
  [[nodiscard]] std::optional<Money> part_won() const;
  /// The total as the number that is printed, whatever its unit; nothing when the figure is no number.
  [[nodiscard]] std::optional<Decimal> number() const;
};

/// Reads one cell as a figure: `(x-) Δ1,129,462` under `천원` is −1,129,462,000 won, and its subsidy part is none. `unit` is
/// what holds where the cell prints none. Never refuses: text that is no amount is FigureState::kUnreadable and keeps its text.
[[nodiscard]] Figure ReadFigure(const Text& cell, Unit unit);

/// The cell of a column, or an empty text: when the row is shorter, or `column` is negative.
[[nodiscard]] Text CellOf(const Row& row, std::int32_t column);
/// The figure of a role in a row. Its unit is that of the column, else of the table; percent for rates. Absent when the table
/// has no such column or the row was printed without the cell, blank when the cell was printed empty.
[[nodiscard]] Figure FigureOf(const Table& table, const Row& row, ColumnRole role);

/// A fact of the sheet that is named by a key: `회계`, `사업기간`, `사업비`.
struct Fact {
  Text key;    ///< As printed.
  Text value;  ///< As printed.
};

/// 기본 현황.
struct BasicsView {
  std::vector<Fact> facts;  ///< In the order of the document, of the basics and content sections.
  Text account;             ///< 회계.
  Text period_text;         ///< 사업기간 of the basics.
  std::optional<Period> period;  ///< When it can be read.
  Text content;                  ///< 사업내용.
  Text method;                   ///< 추진방법.
};

/// A source of money and its amount, as printed: `(국비)`, `(시비)4,066,896천원`.
struct FundingEntry {
  Text label;     ///< The printed label without brackets.
  Figure amount;  ///< kBlank when the label stands alone; the total behind which `(시비)` stands.
  bool outside = false;  ///< 예산 외: beside the budget, not in the total.
};

/// 사업비 by source.
struct FundingView {
  Text label;                         ///< `사업비 (당해년도)`.
  Figure total;                       ///< The amount of the year.
  std::vector<FundingEntry> entries;  ///< Every label, in order.
};

/// A person in charge.
struct OfficerEntry {
  Text role;   ///< 과장, 팀장, 주무관.
  Text name;   ///< Name as printed, its telephone number removed when one stands in the same cell.
  Text phone;  ///< Empty when none is printed.
};

/// 사업 담당자.
struct OfficersView {
  Text bureau;
  Text department;
  std::vector<OfficerEntry> officers;
};

/// A row of 예산 총괄.
struct OverviewRow {
  Text label;
  bool total = false;  ///< 계, 합계.
  Figure prior;        ///< A.
  Figure current;      ///< B.
  Figure change;       ///< B − A.
  Figure rate;         ///< (B−A)*100/A.
  const Row* row = nullptr;
};

/// 예산 총괄.
struct OverviewView {
  const Table* table = nullptr;  ///< Null when the sheet has none.
  std::int32_t prior_year = 0;   ///< 0 when the heading names none.
  std::int32_t current_year = 0;
  std::vector<OverviewRow> rows;
};

/// A line of 산출근거 beside its node in the tree.
struct BasisLine {
  Text object_item;  ///< 과목구분 that it stands under; empty when the table has none.
  Text label;        ///< With its bullet.
  Text text;         ///< Everything printed for the node: label, formula, results.
  Text won_text;     ///< The amount in won or the formula, as printed; empty when there is none.
  Text result_text;  ///< The stated result after `=`, as printed; empty when there is none.
};

/// 산출근거 as a tree; `lines[i]` is where node i of `tree` was printed.
struct CostBasisView {
  const Section* section = nullptr;  ///< Null when the sheet has none.
  CostBasis tree;                    ///< Without the line that states the total of all.
  std::vector<BasisLine> lines;
  Figure total;  ///< That total (`합계 2,400`), when one is printed.
};

/// A step of 추진일정.
struct ScheduleStep {
  Text name;
  bool total = false;  ///< 계.
  Text period_text;
  std::optional<Period> period;  ///< When it can be read.
  Figure amount;
  Text detail;
  const Row* row = nullptr;
};

/// 추진일정.
struct ScheduleView {
  const Table* table = nullptr;
  std::int32_t year = 0;
  std::vector<ScheduleStep> steps;
};

/// A year of 추진실적.
struct ResultsYear {
  std::int32_t year = 0;  ///< 0 when none is printed, or none that can be meant.
  Text label;             ///< `2019년도`.
  Text year_text;         ///< As in SettlementYear.
  Text text;              ///< The record, pages joined.
};

/// A row of 결산.
struct SettlementYear {
  std::int32_t year =
      0;  ///< 0 for a row without one, or with a number that is no year of a budget.
  Text label;
  /// The number that is all the label says beside words for a year, as printed: `2019` of `2019년도`, `’19`. Where it is
  /// no year of a budget (`9999`, `0`, `21`), `year` is 0 and this keeps what stands there. Empty for `계`, `제1회 추경`.
  Text year_text;
  Figure adopted, carryover_in, net_adjustment, contingency, transfer, current_budget, disbursed,
      carryover_out, subsidy_refund, lapsed, execution_rate;
  const Row* row = nullptr;
};

/// 최근 3년 결산.
struct SettlementView {
  const Table* table = nullptr;
  std::vector<SettlementYear> years;
};

/// Account, period, content and method of the program, and every fact that a key names: rows `회계 | 일반회계` and lines
/// `- 추진방법 : 민간위탁`, in the sections that hold facts.
///
/// This and the views below are empty where the sheet says nothing of the kind. They never refuse and judge nothing: a cell
/// that is no figure is kept as text. Pointers in them live as long as the sheet, unchanged, does.
[[nodiscard]] BasicsView BasicsOf(const Sheet& sheet);
/// Money by source: of a table of sources, across or down, else of the labels in the row or line of 사업비. This year's money
/// comes before the whole program's. Labels keep their misprints: `(사비)` is 사비.
[[nodiscard]] FundingView FundingOf(const Sheet& sheet);
/// The cost of the whole program over its years and the sources that are printed with it: `총사업비 : 1,200백만원 (국비 300,
/// 시비 900)`, whether or not the sheet prints this year's money too. A source without a unit has that of the total. Where no
/// line says it, the totals of a table over several years do (연도별 투자계획), which is never taken for this year's money.
[[nodiscard]] FundingView TotalCostOf(const Sheet& sheet);
/// Who is in charge. A telephone number behind a name is taken apart from it: `최순옥 2133-6330`.
[[nodiscard]] OfficersView OfficersOf(const Sheet& sheet);
/// Last year's budget beside this year's, a row each. Where the table stands under another heading it is found by its columns.
[[nodiscard]] OverviewView OverviewOf(const Sheet& sheet);
/// The cost basis as a tree: every cost basis section in order, the cells of a row as one line, levels by bullet or indent. The
/// line that states the total of all is kept apart.
[[nodiscard]] CostBasisView CostBasisOf(const Sheet& sheet);
/// The steps of the schedule, its total row included and marked. A period that names no year is of the section's year.
[[nodiscard]] ScheduleView ScheduleOf(const Sheet& sheet);
/// The record of each year, a text each; years that run across a table as well as down.
[[nodiscard]] std::vector<ResultsYear> ResultsOf(const Sheet& sheet);
/// The settlement of each year. A column that the table lacks is absent in every year, not zero.
[[nodiscard]] SettlementView SettlementOf(const Sheet& sheet);
/// The lines of a prose section (purpose, legal basis, history, effects …), headings excluded, in order.
[[nodiscard]] std::vector<Text> LinesOf(const Sheet& sheet, SectionKind kind);

}  // namespace yesan
