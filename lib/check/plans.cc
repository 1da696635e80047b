// Plans of several years (연차별 투자계획): the sums across the years and down the rows.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/coverage.h"
#include "lib/check/damage.h"
#include "lib/check/lost_cells.h"
#include "lib/check/settlement_rows.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"

namespace yesan::internal {
namespace {

constexpr std::string_view kSection = "연차별 투자계획";

struct PlanColumns {
  std::int32_t label = 0;
  std::int32_t total = -1;
  std::vector<std::int32_t> years;
};

// What was spent up to a year and what comes after one stand for years too.
bool IsOpenEnd(std::string_view folded) {
  for (const std::string_view word : {"까지", "이후", "이전", "향후", "기투자", "기집행"}) {
    if (folded.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool IsTotalHeading(std::string_view heading) {
  if (IsTotal(heading)) return !IsSubtotal(heading);
  const std::string name = FoldName(heading);
  return name == "총사업비" || name == "사업비계" || name == "총투자액";
}

// A table that compares two budgets, or settles years, has rules of its own.
bool IsOfABudget(ColumnRole role) {
  return role == ColumnRole::kPrior || role == ColumnRole::kCurrent ||
         role == ColumnRole::kChange || role == ColumnRole::kCurrentBudget ||
         role == ColumnRole::kDisbursed || role == ColumnRole::kYear;
}

// The columns of a plan; nothing of any other table.
std::optional<PlanColumns> PlanOf(const Table& table) {
  PlanColumns plan;
  std::int32_t last = 0;
  std::size_t years = 0;
  for (const Column& column : table.columns) {
    if (IsOfABudget(column.role)) return std::nullopt;
    years += column.year != 0 ? 1U : 0U;
  }
  if (years == 0) return std::nullopt;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const auto index = static_cast<std::int32_t>(i);
    const bool open = IsOpenEnd(FoldName(column.heading.text));
    if (IsTotalHeading(column.heading.text)) {
      if (plan.total >= 0) return std::nullopt;
      plan.total = index;
    } else if (column.year != 0 || open) {
      // Two columns of one year are two things about it: a plan and what became of it.
      if (column.year == last && !open) return std::nullopt;
      last = column.year;
      plan.years.push_back(index);
    }
  }
  if (plan.years.size() < 2 || plan.years.front() == 0) return std::nullopt;
  plan.label = std::max(Sheet::ColumnOf(table, ColumnRole::kLabel), 0);
  return plan;
}

struct AcrossRow {
  std::string label;
  Quantity total;
  std::vector<Quantity> parts;
  SumFit fit;
};

std::optional<AcrossRow> AcrossOf(const Table& table, const Row& row, const PlanColumns& plan) {
  AcrossRow across;
  const auto total = TotalOf(FigureAt(table, row, plan.total));
  if (!total) return std::nullopt;
  across.total = *total;
  for (const std::int32_t column : plan.years) {
    const Figure figure = FigureAt(table, row, column);
    const auto part = TotalOf(figure, Nothing::kDashOrBlankIsZero);
    if (!part) return std::nullopt;
    if (figure.state == FigureState::kValue) across.parts.push_back(*part);
  }
  if (across.parts.empty()) return std::nullopt;
  across.label = Excerpt(CellOf(row, plan.label).text);
  across.fit = Compare(across.total, across.parts);
  return across;
}

// One slip of the hand in a figure of the row makes it hold.
bool IsSlip(const AcrossRow& row) {
  const auto meant = Subtract(row.total.value, row.fit.difference);
  if (meant && IsOneSlip(row.total, *meant)) return true;
  return std::any_of(row.parts.begin(), row.parts.end(), [&](const Quantity& part) {
    const auto right = Add(part.value, row.fit.difference);
    return right && IsOneSlip(part, *right);
  });
}

void CheckAcross(Context& context, const Table& table, const PlanColumns& plan) {
  if (plan.total < 0) return;
  std::vector<AcrossRow> rows;
  std::size_t held = 0;
  std::size_t off = 0;
  for (const Row& row : table.rows) {
    auto across = AcrossOf(table, row, plan);
    if (!across || across->fit.fit == Fit::kUnknown) continue;
    ++(across->fit.fit == Fit::kOff ? off : held);
    rows.push_back(std::move(*across));
  }
  const std::string heading = HeadingOf(&table, ColumnRole::kTotal, "합계");
  for (const AcrossRow& row : rows) {
    const SumFit& fit = row.fit;
    // A total of more years than are printed is no sum of them: then no row holds.
    if (fit.fit == Fit::kOff && held <= off && !IsSlip(row)) continue;
    CoverSum(context, "plan.row", fit, WithParts(row.total, row.parts));
    if (fit.fit == Fit::kRounded) ReportRounded(context, row.total, fit, kSection, row.label);
    if (fit.fit != Fit::kOff) continue;
    context.Report(
        "plan.row", row.total.place, Subject({kSection, row.label, heading}),
        std::string(row.total.printed), context.At(row.total, fit.sum),
        context.At(row.total, fit.difference),
        {"투자계획의 " + Quoted(row.label, Language::kKorean) + " " +
             With(heading, Particle::kTopic) + " " + context.Ko(row.total, row.total.value) +
             "인데, 연도별 금액을 더하면 " + context.Ko(row.total, fit.sum) + "입니다. 차이는 " +
             context.Ko(row.total, fit.difference) + "입니다.",
         "The total of " + Quoted(row.label, Language::kEnglish) + " in the plan is printed as " +
             context.En(row.total, row.total.value) + ", but its years add up to " +
             context.En(row.total, fit.sum) + "; the difference is " +
             context.En(row.total, fit.difference) + "."});
  }
}

void CheckDown(Context& context, const Table& table, const PlanColumns& plan, bool with_total) {
  std::vector<std::int32_t> columns = plan.years;
  if (plan.total >= 0 && with_total) columns.insert(columns.begin(), plan.total);
  for (const std::int32_t column : columns) {
    std::vector<Figure> figures;
    figures.reserve(table.rows.size());
    for (const Row& row : table.rows) figures.push_back(FigureAt(table, row, column));
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Text label = CellOf(table.rows[i], plan.label);
      rows.push_back({label, IsTotal(label.text), &figures[i], {}});
    }
    CheckColumnTotals(context, rows,
                      {"plan.column", std::string(kSection),
                       Excerpt(table.columns[static_cast<std::size_t>(column)].heading.text)});
  }
}

}  // namespace

void CheckPlansOf(Context& context) {
  for (const Section& section : context.sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table || block.table->rows.empty()) continue;
      const Table& table = *block.table;
      if (&table == context.overview.table || &table == context.settlement.table) continue;
      const auto plan = PlanOf(table);
      if (!plan) continue;
      const LostCells lost(table);
      const bool whole = context.sheet.format == SheetFormat::kLayout ||
                         std::none_of(table.rows.begin(), table.rows.end(),
                                      [&](const Row& row) { return lost.In(row); });
      if (!whole) continue;
      CheckAcross(context, table, *plan);
      // A table of sources has its column of totals proved with the sources.
      CheckDown(context, table, *plan, section.kind != SectionKind::kFunding);
    }
  }
}

}  // namespace yesan::internal
