// Overview, schedule, results, settlement and prose.
#include "yesan/sheet/views.h"

#include <algorithm>
#include <string>

#include "lib/base/fold.h"
#include "lib/sheet/headings.h"
#include "lib/sheet/synonyms.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"

namespace yesan {
namespace internal {

const Table* TableWith(const Sheet& sheet, SectionKind kind, std::initializer_list<ColumnRole> any,
                       std::initializer_list<ColumnRole> distinctive, const Section** section) {
  const auto has = [](const Table& table, ColumnRole role) {
    return Sheet::ColumnOf(table, role) >= 0;
  };
  for (const Section& candidate : sheet.sections) {
    if (candidate.kind != kind) continue;
    for (const Block& block : candidate.blocks) {
      if (!block.table) continue;
      if (std::any_of(any.begin(), any.end(),
                      [&](ColumnRole role) { return has(*block.table, role); })) {
        if (section != nullptr) *section = &candidate;
        return block.table.get();
      }
    }
  }
  for (const Section& candidate : sheet.sections) {
    for (const Block& block : candidate.blocks) {
      if (!block.table || distinctive.size() == 0) continue;
      if (std::all_of(distinctive.begin(), distinctive.end(),
                      [&](ColumnRole role) { return has(*block.table, role); })) {
        if (section != nullptr) *section = &candidate;
        return block.table.get();
      }
    }
  }
  return nullptr;
}

Text LabelOf(const Table& table, const Row& row) {
  Text label = table.columns.empty() || Sheet::ColumnOf(table, ColumnRole::kLabel) < 0
                   ? CellOf(row, 0)
                   : Text{};
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    if (table.columns[i].role == ColumnRole::kLabel && !row.cells[i].empty()) label = row.cells[i];
  }
  return label;
}

std::optional<Period> PeriodOfText(std::string_view text, std::int32_t fiscal_year) {
  PeriodContext context;
  if (fiscal_year != 0) {
    if (Result<FiscalYear> year = FiscalYear::Make(fiscal_year)) context.fiscal_year = *year;
  }
  Result<Period> period = ParsePeriod(Trim(text), context);
  if (period) return *std::move(period);
  // `3년(2020~2022)`, `2020~2022, 3년간`: nothing but a length beside it.
  std::vector<FoundPeriod> found = FindPeriods(text, context);
  if (found.size() == 1 && found[0].period && found[0].period->stated_length)
    return std::move(found[0].period);
  return std::nullopt;
}

std::optional<Period> PeriodOfCell(const Text& cell, std::int32_t fiscal_year) {
  std::string_view text = cell.text;
  constexpr std::string_view kTicked = "☑", kOpen = "☐";
  const std::size_t ticked = text.find(kTicked);
  if (ticked != std::string_view::npos) {
    text = text.substr(ticked + kTicked.size());
    text = text.substr(0, std::min(text.find(kTicked), text.find(kOpen)));
  }
  return PeriodOfText(text, fiscal_year);
}

}  // namespace internal

OverviewView OverviewOf(const Sheet& sheet) {
  OverviewView view;
  view.table =
      internal::TableWith(sheet, SectionKind::kOverview, {ColumnRole::kCurrent, ColumnRole::kPrior},
                          {ColumnRole::kPrior, ColumnRole::kCurrent});
  if (view.table == nullptr) return view;
  const Table& table = *view.table;
  const auto year_of = [&](ColumnRole role) {
    const std::int32_t column = Sheet::ColumnOf(table, role);
    return column < 0 ? 0 : table.columns[static_cast<std::size_t>(column)].year;
  };
  view.prior_year = year_of(ColumnRole::kPrior);
  view.current_year = year_of(ColumnRole::kCurrent);
  view.rows.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    OverviewRow& out = view.rows.emplace_back();
    out.label = internal::LabelOf(table, row);
    out.total = internal::TotalWord(out.label.text) == 1;
    out.prior = FigureOf(table, row, ColumnRole::kPrior);
    out.current = FigureOf(table, row, ColumnRole::kCurrent);
    out.change = FigureOf(table, row, ColumnRole::kChange);
    out.rate = FigureOf(table, row, ColumnRole::kRate);
    out.row = &row;
  }
  return view;
}

ScheduleView ScheduleOf(const Sheet& sheet) {
  ScheduleView view;
  const Section* section = nullptr;
  view.table =
      internal::TableWith(sheet, SectionKind::kSchedule, {ColumnRole::kPeriod, ColumnRole::kAmount},
                          {ColumnRole::kStep, ColumnRole::kPeriod}, &section);
  if (view.table == nullptr) return view;
  view.year = section->year != 0 ? section->year : sheet.fiscal_year;
  const Table& table = *view.table;
  const std::int32_t name = std::max(Sheet::ColumnOf(table, ColumnRole::kStep), 0);
  const std::int32_t first_day = Sheet::ColumnOf(table, ColumnRole::kFirstDay),
                     last_day = Sheet::ColumnOf(table, ColumnRole::kLastDay);
  view.steps.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    ScheduleStep& step = view.steps.emplace_back();
    step.name = CellOf(row, name);
    step.total = internal::TotalWord(step.name.text) == 1;
    step.period_text = CellOf(row, Sheet::ColumnOf(table, ColumnRole::kPeriod));
    if (!step.period_text.empty())
      step.period = internal::PeriodOfCell(step.period_text, view.year);
    if (first_day >= 0 && !step.total) {
      step.period_text = CellOf(row, first_day);
      const std::string both =
          std::string(step.period_text.text) + "~" + std::string(CellOf(row, last_day).text);
      step.period = internal::PeriodOfText(both, view.year);
    }
    step.amount = FigureOf(table, row, ColumnRole::kAmount);
    step.detail = CellOf(row, Sheet::ColumnOf(table, ColumnRole::kDetail));
    if (step.detail.empty()) step.detail = CellOf(row, Sheet::ColumnOf(table, ColumnRole::kRemark));
    step.row = &row;
  }
  return view;
}

namespace {

// 지표 | 2021 | 2022 | 2023: a value a year.
bool AddYearsAcross(const Table& table, std::vector<ResultsYear>& years) {
  const auto across = std::count_if(table.columns.begin(), table.columns.end(),
                                    [](const Column& c) { return c.year != 0; });
  if (across < 2) return false;
  for (const Row& row : table.rows) {
    for (std::size_t i = 1; i < table.columns.size() && i < row.cells.size(); ++i) {
      if (table.columns[i].year == 0 || row.cells[i].empty()) continue;
      ResultsYear out;
      out.year = table.columns[i].year;
      out.label = CellOf(row, 0);
      out.text = row.cells[i];
      years.push_back(out);
    }
  }
  return true;
}

}  // namespace

std::vector<ResultsYear> ResultsOf(const Sheet& sheet) {
  std::vector<ResultsYear> years;
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kResults) continue;
    ResultsYear current;
    for (const Block& block : section.blocks) {
      if (!block.table) {
        const std::int32_t year = internal::YearIn(block.line.text.substr(0, 40));
        if (year != 0) {
          current.year = year;
          current.label = block.line;
        }
        ResultsYear line = current;
        line.text = block.line;
        years.push_back(line);
        continue;
      }
      if (AddYearsAcross(*block.table, years)) continue;
      for (const Row& row : block.table->rows) {
        ResultsYear out;
        out.label = CellOf(row, 0);
        out.year = internal::YearIn(out.label.text);
        out.year_text = internal::PartOf(sheet, out.label, internal::YearDigitsOf(out.label.text));
        // A row without a year goes on with that above it; one with an impossible year does not.
        if (out.year == 0 && out.year_text.empty()) out.year = current.year;
        current.year = out.year;
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
          if (row.cells[i].empty()) continue;
          out.text = row.cells[i];
          years.push_back(out);
        }
      }
    }
  }
  return years;
}

SettlementView SettlementOf(const Sheet& sheet) {
  SettlementView view;
  view.table = internal::TableWith(sheet, SectionKind::kSettlement,
                                   {ColumnRole::kCurrentBudget, ColumnRole::kDisbursed},
                                   {ColumnRole::kCurrentBudget, ColumnRole::kDisbursed});
  if (view.table == nullptr) return view;
  const Table& table = *view.table;
  const std::int32_t label = std::max(Sheet::ColumnOf(table, ColumnRole::kYear), 0);
  view.years.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    SettlementYear& year = view.years.emplace_back();
    year.label = CellOf(row, label);
    year.year = internal::YearIn(year.label.text);
    year.year_text = internal::PartOf(sheet, year.label, internal::YearDigitsOf(year.label.text));
    const auto figure = [&](ColumnRole role) { return FigureOf(table, row, role); };
    year.adopted = figure(ColumnRole::kAdopted);
    year.carryover_in = figure(ColumnRole::kCarryoverIn);
    year.net_adjustment = figure(ColumnRole::kNetAdjustment);
    year.contingency = figure(ColumnRole::kContingency);
    year.transfer = figure(ColumnRole::kTransfer);
    year.current_budget = figure(ColumnRole::kCurrentBudget);
    year.disbursed = figure(ColumnRole::kDisbursed);
    year.carryover_out = figure(ColumnRole::kCarryoverOut);
    year.subsidy_refund = figure(ColumnRole::kSubsidyRefund);
    year.lapsed = figure(ColumnRole::kLapsed);
    year.execution_rate = figure(ColumnRole::kExecutionRate);
    year.row = &row;
  }
  return view;
}

namespace {

std::optional<internal::FactKey> FactOf(SectionKind kind) noexcept {
  switch (kind) {
    case SectionKind::kPurpose:
      return internal::FactKey::kPurpose;
    case SectionKind::kLegalBasis:
      return internal::FactKey::kLegalBasis;
    case SectionKind::kMethod:
      return internal::FactKey::kMethod;
    case SectionKind::kContent:
      return internal::FactKey::kContent;
    case SectionKind::kHistory:
      return internal::FactKey::kHistory;
    case SectionKind::kEffects:
      return internal::FactKey::kEffects;
    default:
      return std::nullopt;
  }
}

void AddLines(const Sheet& sheet, const Text& text, std::vector<Text>& out) {
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
    const std::string_view line = Trim(text.text.substr(begin, end - begin));
    if (!line.empty()) out.push_back(internal::PartOf(sheet, text, line));
    begin = end + 1;
  }
}

}  // namespace

std::vector<Text> LinesOf(const Sheet& sheet, SectionKind kind) {
  std::vector<Text> lines;
  for (const Section& section : sheet.sections) {
    if (section.kind != kind) continue;
    for (const Block& block : section.blocks) {
      if (!block.table) {
        lines.push_back(block.line);
        continue;
      }
      for (const Row& row : block.table->rows) {
        for (const Text& cell : row.cells) AddLines(sheet, cell, lines);
      }
    }
  }
  const std::optional<internal::FactKey> key = FactOf(kind);
  if (!lines.empty() || !key) return lines;
  // No section of its own: a fact among others, with the deeper lines under it.
  for (const Section& section : sheet.sections) {
    if (section.kind != SectionKind::kBasics && section.kind != SectionKind::kUnknown &&
        section.kind != SectionKind::kContent)
      continue;
    char32_t marker = 0;
    bool inside = false;
    for (const Block& block : section.blocks) {
      if (block.table) {
        inside = false;
        for (const Row& row : block.table->rows) {
          if (row.cells.size() < 2 || row.cells[0].text.size() > 60) continue;
          if (internal::FindFact(
                  internal::FoldedName(internal::PartsOfHeading(row.cells[0].text).core).view()) ==
              key)
            AddLines(sheet, row.cells[1], lines);
        }
        continue;
      }
      const internal::HeadingParts parts = internal::PartsOfHeading(block.line.text);
      const bool is_fact = parts.core.size() <= 60 &&
                           internal::FindFact(internal::FoldedName(parts.core).view()) == key;
      if (is_fact) {
        marker = parts.marker;
        inside = true;
        if (!parts.value.empty()) lines.push_back(internal::PartOf(sheet, block.line, parts.value));
      } else if (inside && parts.marker != marker) {
        lines.push_back(block.line);
      } else {
        inside = false;
      }
    }
    if (!lines.empty()) break;
  }
  return lines;
}

}  // namespace yesan
