// The tables of a sheet as columns.
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capi/findings.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/table.h"
#include "yesan/budget/results.h"
#include "yesan/sheet/views.h"

using yesan::Figure;
using yesan::Result;
using yesan::Sheet;
using yesan::Text;
using yesan::capi::CheckTable;
using yesan::capi::FigureRow;
using yesan::capi::GiveTable;
using yesan::capi::Guard;
using yesan::capi::Out;
using yesan::capi::TableWriter;

namespace {

// A column of figures: `figure` is a member of the rows of a view.
template <class Rows, class Member>
std::vector<FigureRow> FigureColumn(const Rows& rows, Member figure) {
  std::vector<FigureRow> out;
  out.reserve(rows.size());
  for (const auto& row : rows) out.push_back(yesan::capi::RowOf(row.*figure));
  return out;
}

// The common frame: checks the arguments, then gives the sheet to the body.
template <class Table, class Body>
yesan_status WithSheet(const yesan_sheet* sheet, Table* table, yesan_error* error, Body body) {
  return Guard(error, [&]() -> Result<void> {
    YESAN_REQUIRE(sheet);
    YESAN_TRY(CheckTable(table));
    return body(*sheet->sheet);
  });
}

Result<void> GiveLines(const std::vector<Text>& lines, yesan_line_table* table) {
  return GiveTable(table, lines.size(), [&](TableWriter& out) {
    out.Column(table->place, [&](std::size_t i) { return Out(lines[i].place); });
    out.Text(table->text, [&](std::size_t i) { return lines[i].text; });
  });
}

}  // namespace

yesan_status yesan_sheet_sections(const yesan_sheet* sheet, yesan_section_table* out_sections,
                                  yesan_error* error) {
  return WithSheet(sheet, out_sections, error, [&](const Sheet& of) {
    const std::vector<yesan::Section>& sections = of.sections;
    const auto count = [&](std::size_t i, bool tables) {
      std::uint32_t found = 0;
      for (const yesan::Block& block : sections[i].blocks) {
        if ((block.table != nullptr) == tables) ++found;
      }
      return found;
    };
    return GiveTable(out_sections, sections.size(), [&](TableWriter& out) {
      out.Column(out_sections->kind, [&](std::size_t i) { return sections[i].kind; });
      out.Column(out_sections->year, [&](std::size_t i) { return sections[i].year; });
      out.Column(out_sections->line_count, [&](std::size_t i) { return count(i, false); });
      out.Column(out_sections->table_count, [&](std::size_t i) { return count(i, true); });
      out.Column(out_sections->place,
                 [&](std::size_t i) { return Out(sections[i].heading.place); });
      out.Text(out_sections->heading, [&](std::size_t i) { return sections[i].heading.text; });
    });
  });
}

yesan_status yesan_sheet_lines(const yesan_sheet* sheet, int32_t section,
                               yesan_line_table* out_lines, yesan_error* error) {
  return WithSheet(sheet, out_lines, error, [&](const Sheet& of) -> Result<void> {
    YESAN_TRY(
        yesan::capi::CheckNumber("section", section, YESAN_SECTION_UNKNOWN, YESAN_SECTION_GROUP));
    return GiveLines(LinesOf(of, static_cast<yesan::SectionKind>(section)), out_lines);
  });
}

yesan_status yesan_sheet_not_understood(const yesan_sheet* sheet, yesan_line_table* out_lines,
                                        yesan_error* error) {
  return WithSheet(sheet, out_lines, error,
                   [&](const Sheet& of) { return GiveLines(of.not_understood, out_lines); });
}

yesan_status yesan_sheet_reading(const yesan_sheet* sheet, yesan_finding_table* out_findings,
                                 yesan_error* error) {
  return WithSheet(sheet, out_findings, error, [&](const Sheet& of) {
    return yesan::capi::GiveFindings(of.reading, out_findings);
  });
}

yesan_status yesan_sheet_facts(const yesan_sheet* sheet, yesan_fact_table* out_facts,
                               yesan_error* error) {
  return WithSheet(sheet, out_facts, error, [&](const Sheet& of) {
    const std::vector<yesan::Fact> facts = BasicsOf(of).facts;
    return GiveTable(out_facts, facts.size(), [&](TableWriter& out) {
      out.Column(out_facts->key_place, [&](std::size_t i) { return Out(facts[i].key.place); });
      out.Column(out_facts->value_place, [&](std::size_t i) { return Out(facts[i].value.place); });
      out.Text(out_facts->key, [&](std::size_t i) { return facts[i].key.text; });
      out.Text(out_facts->value, [&](std::size_t i) { return facts[i].value.text; });
    });
  });
}

yesan_status yesan_sheet_overview(const yesan_sheet* sheet, yesan_overview_table* out_overview,
                                  yesan_error* error) {
  return WithSheet(sheet, out_overview, error, [&](const Sheet& of) {
    const std::vector<yesan::OverviewRow> rows = OverviewOf(of).rows;
    const auto prior = FigureColumn(rows, &yesan::OverviewRow::prior);
    const auto current = FigureColumn(rows, &yesan::OverviewRow::current);
    const auto change = FigureColumn(rows, &yesan::OverviewRow::change);
    const auto rate = FigureColumn(rows, &yesan::OverviewRow::rate);
    return GiveTable(out_overview, rows.size(), [&](TableWriter& out) {
      out.Column(out_overview->total, [&](std::size_t i) { return rows[i].total; });
      out.Text(out_overview->label, [&](std::size_t i) { return rows[i].label.text; });
      out.Figures(out_overview->prior, prior);
      out.Figures(out_overview->current, current);
      out.Figures(out_overview->change, change);
      out.Figures(out_overview->rate, rate);
    });
  });
}

yesan_status yesan_sheet_funding(const yesan_sheet* sheet, yesan_funding_table* out_funding,
                                 yesan_error* error) {
  return WithSheet(sheet, out_funding, error, [&](const Sheet& of) {
    yesan::FundingView view = FundingOf(of);
    const bool stated = view.total.state != yesan::FigureState::kAbsent || !view.label.empty() ||
                        !view.entries.empty();
    if (stated) {
      yesan::FundingEntry total;
      total.label = view.label;
      total.amount = view.total;
      view.entries.insert(view.entries.begin(), total);
    }
    const std::vector<yesan::FundingEntry>& rows = view.entries;
    const auto amount = FigureColumn(rows, &yesan::FundingEntry::amount);
    return GiveTable(out_funding, rows.size(), [&](TableWriter& out) {
      out.Column(out_funding->total, [&](std::size_t i) { return i == 0; });
      out.Column(out_funding->outside, [&](std::size_t i) { return rows[i].outside; });
      out.Text(out_funding->label, [&](std::size_t i) { return rows[i].label.text; });
      out.Figures(out_funding->amount, amount);
    });
  });
}

yesan_status yesan_sheet_basis(const yesan_sheet* sheet, yesan_basis_table* out_basis,
                               yesan_error* error) {
  return WithSheet(sheet, out_basis, error, [&](const Sheet& of) {
    const yesan::CostBasisView view = CostBasisOf(of);
    struct Row {
      std::uint32_t present = 0;
      std::int64_t amount = 0;
      std::int64_t children_sum = 0;
      std::int32_t verdict = 0;
      std::uint32_t roundings = 0;
    };
    std::vector<Row> rows(view.tree.size());
    const auto node = [&](std::size_t i) -> const yesan::BasisNode& {
      return view.tree.node(static_cast<yesan::BasisNodeId>(i));
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto id = static_cast<yesan::BasisNodeId>(i);
      if (const auto amount = view.tree.AmountOf(id)) {
        rows[i].present |= YESAN_BASIS_HAS_AMOUNT;
        rows[i].amount = amount->minor();
      }
      if (const auto sum = view.tree.SumOfChildren(id)) {
        rows[i].present |= YESAN_BASIS_HAS_CHILDREN_SUM;
        rows[i].children_sum = sum->minor();
      }
      if (node(i).remark) rows[i].present |= YESAN_BASIS_REMARK;
      if (view.tree.LacksWon(id)) rows[i].present |= YESAN_BASIS_LACKS_WON;
      const yesan::Judgement judgement = view.tree.JudgeNode(id);
      rows[i].verdict = static_cast<std::int32_t>(judgement.verdict);
      rows[i].roundings = judgement.roundings.bits();
    }
    return GiveTable(out_basis, rows.size(), [&](TableWriter& out) {
      out.Column(out_basis->parent, [&](std::size_t i) { return node(i).parent; });
      out.Column(out_basis->level, [&](std::size_t i) { return node(i).level; });
      out.Column(out_basis->role, [&](std::size_t i) { return node(i).role; });
      out.Column(out_basis->present, [&](std::size_t i) { return rows[i].present; });
      out.Column(out_basis->amount, [&](std::size_t i) { return rows[i].amount; });
      out.Column(out_basis->children_sum, [&](std::size_t i) { return rows[i].children_sum; });
      out.Column(out_basis->verdict, [&](std::size_t i) { return rows[i].verdict; });
      out.Column(out_basis->roundings, [&](std::size_t i) { return rows[i].roundings; });
      out.Column(out_basis->place, [&](std::size_t i) { return Out(node(i).place); });
      out.Text(out_basis->object_item,
               [&](std::size_t i) { return view.lines[i].object_item.text; });
      out.Text(out_basis->label,
               [&](std::size_t i) -> const std::string& { return node(i).label; });
      out.Text(out_basis->text, [&](std::size_t i) { return view.lines[i].text.text; });
    });
  });
}

yesan_status yesan_sheet_schedule(const yesan_sheet* sheet, yesan_schedule_table* out_schedule,
                                  yesan_error* error) {
  return WithSheet(sheet, out_schedule, error, [&](const Sheet& of) {
    const std::vector<yesan::ScheduleStep> rows = ScheduleOf(of).steps;
    const auto amount = FigureColumn(rows, &yesan::ScheduleStep::amount);
    const auto term = [&](std::size_t i) -> const yesan::PeriodTerm* {
      return rows[i].period ? &rows[i].period->in_force() : nullptr;
    };
    const auto present = [&](std::size_t i) {
      std::uint32_t bits = 0;
      if (const yesan::PeriodTerm* period = term(i)) {
        if (period->first) bits |= YESAN_PERIOD_HAS_FIRST;
        if (period->last) bits |= YESAN_PERIOD_HAS_LAST;
        if (IsBackwards(*period)) bits |= YESAN_PERIOD_BACKWARDS;
      }
      return bits;
    };
    return GiveTable(out_schedule, rows.size(), [&](TableWriter& out) {
      out.Column(out_schedule->total, [&](std::size_t i) { return rows[i].total; });
      out.Column(out_schedule->period_present, present);
      out.Column(out_schedule->first_day, [&](std::size_t i) {
        return term(i) != nullptr && term(i)->first ? term(i)->first->days() : 0;
      });
      out.Column(out_schedule->last_day, [&](std::size_t i) {
        return term(i) != nullptr && term(i)->last ? term(i)->last->days() : 0;
      });
      out.Column(out_schedule->period_place,
                 [&](std::size_t i) { return Out(rows[i].period_text.place); });
      out.Text(out_schedule->name, [&](std::size_t i) { return rows[i].name.text; });
      out.Text(out_schedule->period, [&](std::size_t i) { return rows[i].period_text.text; });
      out.Text(out_schedule->detail, [&](std::size_t i) { return rows[i].detail.text; });
      out.Figures(out_schedule->amount, amount);
    });
  });
}

yesan_status yesan_sheet_settlement(const yesan_sheet* sheet,
                                    yesan_settlement_table* out_settlement, yesan_error* error) {
  return WithSheet(sheet, out_settlement, error, [&](const Sheet& of) {
    using Year = yesan::SettlementYear;
    const std::vector<Year> rows = SettlementOf(of).years;
    struct Column {
      Figure Year::*figure;
      yesan_figure_columns yesan_settlement_table::*out;
    };
    constexpr Column kColumns[] = {
        {&Year::adopted, &yesan_settlement_table::adopted},
        {&Year::carryover_in, &yesan_settlement_table::carryover_in},
        {&Year::net_adjustment, &yesan_settlement_table::net_adjustment},
        {&Year::contingency, &yesan_settlement_table::contingency},
        {&Year::transfer, &yesan_settlement_table::transfer},
        {&Year::current_budget, &yesan_settlement_table::current_budget},
        {&Year::disbursed, &yesan_settlement_table::disbursed},
        {&Year::carryover_out, &yesan_settlement_table::carryover_out},
        {&Year::subsidy_refund, &yesan_settlement_table::subsidy_refund},
        {&Year::lapsed, &yesan_settlement_table::lapsed},
        {&Year::execution_rate, &yesan_settlement_table::execution_rate},
    };
    std::vector<std::vector<FigureRow>> figures;
    for (const Column& column : kColumns) figures.push_back(FigureColumn(rows, column.figure));
    return GiveTable(out_settlement, rows.size(), [&](TableWriter& out) {
      out.Column(out_settlement->year, [&](std::size_t i) { return rows[i].year; });
      out.Text(out_settlement->label, [&](std::size_t i) { return rows[i].label.text; });
      for (std::size_t k = 0; k < figures.size(); ++k) {
        out.Figures(out_settlement->*kColumns[k].out, figures[k]);
      }
    });
  });
}

yesan_status yesan_sheet_officers(const yesan_sheet* sheet, yesan_officer_table* out_officers,
                                  yesan_error* error) {
  return WithSheet(sheet, out_officers, error, [&](const Sheet& of) {
    const yesan::OfficersView view = OfficersOf(of);
    const std::vector<yesan::OfficerEntry>& rows = view.officers;
    return GiveTable(out_officers, rows.size(), [&](TableWriter& out) {
      out.Column(out_officers->place, [&](std::size_t i) { return Out(rows[i].name.place); });
      out.Text(out_officers->bureau, [&](std::size_t) { return view.bureau.text; });
      out.Text(out_officers->department, [&](std::size_t) { return view.department.text; });
      out.Text(out_officers->role, [&](std::size_t i) { return rows[i].role.text; });
      out.Text(out_officers->name, [&](std::size_t i) { return rows[i].name.text; });
      out.Text(out_officers->phone, [&](std::size_t i) { return rows[i].phone.text; });
    });
  });
}

yesan_status yesan_sheet_results(const yesan_sheet* sheet, yesan_result_table* out_results,
                                 yesan_error* error) {
  return WithSheet(sheet, out_results, error, [&](const Sheet& of) -> Result<void> {
    struct Row {
      std::int32_t year = 0;
      std::int64_t whole = -1;
      yesan::ResultFigure figure;
      yesan_place place{};
    };
    std::vector<Row> rows;
    for (const yesan::ResultsYear& year : ResultsOf(of)) {
      Result<yesan::Results> results = yesan::ParseResults(year.text.text);
      if (!results) return std::move(results).error();
      const std::size_t base = rows.size();
      for (yesan::ResultFigure& figure : results->figures) {
        Row row;
        row.year = year.year;
        row.place = Out(of.PlaceOf(year.text, figure.offset, figure.length));
        row.figure = std::move(figure);
        rows.push_back(std::move(row));
      }
      for (const yesan::ResultWhole& whole : results->wholes) {
        for (const std::size_t part : whole.parts) {
          rows[base + part].whole = static_cast<std::int64_t>(base + whole.whole);
        }
      }
    }
    return GiveTable(out_results, rows.size(), [&](TableWriter& out) {
      const auto at = [&](std::size_t i) -> const yesan::ResultFigure& { return rows[i].figure; };
      out.Column(out_results->year, [&](std::size_t i) { return rows[i].year; });
      out.Column(out_results->whole, [&](std::size_t i) { return rows[i].whole; });
      out.Column(out_results->number, [&](std::size_t i) { return Out(at(i).number); });
      out.Column(out_results->place, [&](std::size_t i) { return rows[i].place; });
      out.Text(out_results->label,
               [&](std::size_t i) -> const std::string& { return at(i).label; });
      out.Text(out_results->context,
               [&](std::size_t i) -> const std::string& { return at(i).context; });
      out.Text(out_results->unit, [&](std::size_t i) -> const std::string& { return at(i).unit; });
    });
  });
}
