// What should stand in a sheet and does not: sections, columns, cells, rows, the end of a table.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/lost_cells.h"
#include "lib/check/tables.h"
#include "yesan/calendar/period.h"
#include "yesan/money/paired_amount.h"

namespace yesan::internal {
namespace {

// The tables whose rows are proved: a lost cell there moves figures under wrong headings.
bool HasProvedTable(SectionKind kind) {
  return kind == SectionKind::kOverview || kind == SectionKind::kSchedule ||
         kind == SectionKind::kSettlement;
}

// A schedule may be a list: `- 2024. 4월 ~ 11월 : 교실 운영`.
bool ListsPeriods(const Context& context) {
  const std::vector<Text> lines = LinesOf(context.sheet, SectionKind::kSchedule);
  return std::any_of(lines.begin(), lines.end(),
                     [](const Text& line) { return !FindPeriods(line.text).empty(); });
}

void CheckSections(Context& context) {
  const auto missing = [&](std::string_view rule, SectionKind kind) {
    const std::string name(KoreanName(kind));
    context.Report(rule, {}, name, "", "", "",
                   {With(Quoted(name, Language::kKorean), Particle::kSubject) + " 없습니다.",
                    "The section " + Quoted(name, Language::kEnglish) + " (" +
                        std::string(Name(kind)) + ") is missing."});
  };
  if (context.overview.rows.empty() && context.sheet.FindTable(SectionKind::kOverview) == nullptr) {
    missing("presence.section", SectionKind::kOverview);
  }
  if (context.basis.tree.empty()) missing("presence.section", SectionKind::kCostBasis);
  if (context.funding.total.state == FigureState::kAbsent && context.funding.entries.empty()) {
    missing("presence.usual_section", SectionKind::kFunding);
  }
  if (context.schedule.steps.empty() &&
      context.sheet.FindTable(SectionKind::kSchedule) == nullptr && !ListsPeriods(context)) {
    missing("presence.usual_section", SectionKind::kSchedule);
  }
  if (context.settlement.years.empty() &&
      context.sheet.FindTable(SectionKind::kSettlement) == nullptr) {
    missing("presence.usual_section", SectionKind::kSettlement);
  }
  if (context.results.empty() && context.sheet.Find(SectionKind::kResults) == nullptr) {
    missing("presence.usual_section", SectionKind::kResults);
  }
  // A part that was known by its table, though no heading names it.
  const auto unnamed = [&](SectionKind kind, bool found, const Place& place) {
    if (!found || context.sheet.Find(kind) != nullptr) return;
    const std::string name(KoreanName(kind));
    context.Report("presence.section_heading", place, name, "", name, "",
                   {Quoted(name, Language::kKorean) + (EndsInConsonant(name) ? "이라는" : "라는") +
                        " 제목이 없습니다.",
                    "There is no heading " + Quoted(name, Language::kEnglish) + " (" +
                        std::string(Name(kind)) + ") over its table."});
  };
  const auto place_of = [](const Table* table) {
    return table != nullptr ? table->place : Place{};
  };
  unnamed(SectionKind::kOverview, !context.overview.rows.empty(), place_of(context.overview.table));
  unnamed(SectionKind::kCostBasis, !context.basis.tree.empty(), {});
  unnamed(SectionKind::kSchedule, !context.schedule.steps.empty(),
          place_of(context.schedule.table));
  unnamed(SectionKind::kSettlement, !context.settlement.years.empty(),
          place_of(context.settlement.table));
  // A table without a heading that can be understood: its figures are kept, and nobody can say what they are.
  const auto unheaded = [&](SectionKind kind, bool understood) {
    const Table* table = context.sheet.FindTable(kind);
    if (understood || table == nullptr || table->rows.empty()) return;
    const std::string name(KoreanName(kind));
    context.Report("presence.heading", table->rows.front().place, name, "", "", "",
                   {name + " 표의 제목 행을 알아볼 수 없어 검산하지 못했습니다.",
                    "The table of " + Quoted(name, Language::kEnglish) +
                        " has no heading that could be understood, so it was not proved."});
  };
  unheaded(SectionKind::kOverview, !context.overview.rows.empty());
  unheaded(SectionKind::kSchedule, !context.schedule.steps.empty());
  unheaded(SectionKind::kSettlement, !context.settlement.years.empty());
  for (SectionKind kind :
       {SectionKind::kPurpose, SectionKind::kLegalBasis, SectionKind::kEffects}) {
    if (context.sheet.Find(kind) == nullptr && LinesOf(context.sheet, kind).empty()) {
      missing("presence.usual_section", kind);
    }
  }
}

std::string_view ColumnKo(ColumnRole role) {
  switch (role) {
    case ColumnRole::kPrior:
      return "전년도 예산액";
    case ColumnRole::kCurrent:
      return "올해 예산액";
    case ColumnRole::kChange:
      return "증감";
    case ColumnRole::kPeriod:
      return "추진기간";
    case ColumnRole::kAmount:
      return "집행금액";
    case ColumnRole::kAdopted:
      return "최종예산";
    case ColumnRole::kCurrentBudget:
      return "예산현액";
    case ColumnRole::kDisbursed:
      return "집행액";
    case ColumnRole::kCarryoverIn:
      return "전년이월";
    case ColumnRole::kCarryoverOut:
      return "차년이월";
    case ColumnRole::kLapsed:
      return "집행잔액";
    default:
      return "";
  }
}

// A column is there when some row has a figure or a cell of it, however the table is laid out.
void CheckColumns(Context& context) {
  const auto missing = [&](const Table& table, SectionKind kind, ColumnRole role) {
    const std::string column(ColumnKo(role));
    const std::string section(KoreanName(kind));
    const Place place = !table.columns.empty() && table.columns.front().heading.place.known()
                            ? table.columns.front().heading.place
                            : table.place;
    context.Report(
        "presence.column", place, Subject({section, column}), "", column, "",
        {section + " 표에 " + Quoted(column, Language::kKorean) + " 열이 없습니다.",
         "The table of " + Quoted(section, Language::kEnglish) + " has no column " +
             Quoted(column, Language::kEnglish) + " (" + std::string(Name(role)) + ")."});
  };
  const auto any = [](const auto& rows, const auto& has) {
    return std::any_of(rows.begin(), rows.end(), has);
  };
  const auto there = [](const Figure& figure) { return figure.state != FigureState::kAbsent; };
  if (const Table* table = context.overview.table;
      table != nullptr && !context.overview.rows.empty()) {
    const auto& rows = context.overview.rows;
    if (!any(rows, [&](const OverviewRow& r) { return there(r.prior); })) {
      missing(*table, SectionKind::kOverview, ColumnRole::kPrior);
    }
    if (!any(rows, [&](const OverviewRow& r) { return there(r.current); })) {
      missing(*table, SectionKind::kOverview, ColumnRole::kCurrent);
    }
    if (!any(rows, [&](const OverviewRow& r) { return there(r.change); })) {
      missing(*table, SectionKind::kOverview, ColumnRole::kChange);
    }
  }
  if (const Table* table = context.schedule.table;
      table != nullptr && !context.schedule.steps.empty()) {
    const auto& steps = context.schedule.steps;
    if (!any(steps, [](const ScheduleStep& s) { return !s.period_text.empty(); })) {
      missing(*table, SectionKind::kSchedule, ColumnRole::kPeriod);
    }
    if (!any(steps, [&](const ScheduleStep& s) { return there(s.amount); })) {
      missing(*table, SectionKind::kSchedule, ColumnRole::kAmount);
    }
  }
  if (const Table* table = context.settlement.table;
      table != nullptr && !context.settlement.years.empty()) {
    const auto& years = context.settlement.years;
    struct Member {
      ColumnRole role;
      const Figure SettlementYear::*figure;
    };
    static constexpr Member kMembers[] = {
        {ColumnRole::kAdopted, &SettlementYear::adopted},
        {ColumnRole::kCarryoverIn, &SettlementYear::carryover_in},
        {ColumnRole::kCurrentBudget, &SettlementYear::current_budget},
        {ColumnRole::kDisbursed, &SettlementYear::disbursed},
        {ColumnRole::kCarryoverOut, &SettlementYear::carryover_out},
        {ColumnRole::kLapsed, &SettlementYear::lapsed}};
    // `예산현액 | 집행액 | 집행잔액` begins at the current budget: what it is made of is not of this table.
    const auto has = [&](const Figure SettlementYear::*figure) {
      return any(years, [&](const SettlementYear& y) { return there(y.*figure); });
    };
    const bool from_current = has(&SettlementYear::current_budget) &&
                              !has(&SettlementYear::adopted) && !has(&SettlementYear::carryover_in);
    for (const Member& member : kMembers) {
      if (from_current &&
          (member.role == ColumnRole::kAdopted || member.role == ColumnRole::kCarryoverIn))
        continue;
      if (has(member.figure)) continue;
      if (member.role == ColumnRole::kCarryoverOut &&
          (Sheet::ColumnOf(*table, ColumnRole::kExplicitCarryover) >= 0 ||
           Sheet::ColumnOf(*table, ColumnRole::kAccidentalCarryover) >= 0)) {
        continue;
      }
      missing(*table, SectionKind::kSettlement, member.role);
    }
  }
}

// A heading without rows is a fault where rows are what the section is for.
bool HoldsRows(SectionKind kind) { return HasProvedTable(kind) || kind == SectionKind::kCostBasis; }

bool AllEmpty(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const Text& c) { return c.empty(); });
}

void CheckLostCells(Context& context) {
  if (context.sheet.format == SheetFormat::kLayout) return;  // columns are found by position there
  for (const Section& section : context.sheet.sections) {
    if (!HasProvedTable(section.kind)) continue;
    for (const Block& block : section.blocks) {
      if (!block.table) continue;
      const Table& table = *block.table;
      const LostCells lost(table);
      std::size_t short_rows = 0;
      for (const Row& row : table.rows) {
        if (AllEmpty(row) || !lost.In(row)) continue;
        if (++short_rows > 20) break;  // a table that is not understood, no lost cells
        const bool too_many = lost.TooMany(row);
        const std::size_t printed =
            too_many ? std::max(PrintedCells(row), row.cells.size()) : PrintedCells(row);
        const std::string label = row.cells.empty() ? "" : Excerpt(row.cells.front().text);
        context.Report(
            "presence.lost_cell", row.place, Subject({KoreanName(section.kind), label}),
            std::to_string(printed), std::to_string(table.columns.size()), "",
            {"'" + label + "' 행에 칸이 " + std::to_string(printed) +
                 (too_many ? "개 있습니다. 이 표의 열은 " : "개뿐입니다. 이 표의 열은 ") +
                 std::to_string(table.columns.size()) + "개입니다.",
             "The row \"" + label + "\" has " + std::to_string(printed) + " cells; the table has " +
                 std::to_string(table.columns.size()) + " columns."});
      }
    }
  }
}

bool BeginsWithBracket(std::string_view text) {
  return text.front() == '(' || text.front() == '[' || text.substr(0, 3) == "（" ||
         text.substr(0, 3) == "［";
}

void CheckStrayMarks(Context& context) {
  for (const Section& section : context.sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table) continue;
      for (const Row& row : block.table->rows) {
        const Text* mark = nullptr;
        bool other = false;
        for (const Text& cell : row.cells) {
          if (cell.empty()) continue;
          // A mark stands in brackets and is short: prose is not even looked at.
          if (cell.text.size() > 64 || !BeginsWithBracket(cell.text)) {
            other = true;
            break;
          }
          const auto pair = ParsePairedAmount(cell.text);
          if (pair && pair->total.kind == AmountKind::kBlank &&
              pair->part_kind == PartKind::kNone) {
            if (mark == nullptr) mark = &cell;
          } else {
            other = true;
            break;
          }
        }
        if (mark == nullptr || other) continue;
        const std::string printed(mark->text);
        context.Report("presence.stray_subsidy_mark", mark->place,
                       Subject({KoreanName(section.kind)}), printed, "", "",
                       {"금액 없이 국비 등 내역 표시 " + printed + "만 있는 행입니다.",
                        "A row with nothing but the subsidy mark " + printed + "."});
      }
    }
  }
}

// A figure that the rest of its row calls for.
void CheckOverviewBlanks(Context& context) {
  const auto blank = [](const Figure& figure) {
    return figure.state == FigureState::kBlank && figure.printed.text.empty();
  };
  bool rates = false;
  for (const OverviewRow& row : context.overview.rows) {
    rates = rates || row.rate.state == FigureState::kValue;
  }
  const Table* table = context.overview.table;
  for (const OverviewRow& row : context.overview.rows) {
    const auto a = TotalOf(row.prior, Nothing::kDashIsZero);
    const auto b = TotalOf(row.current, Nothing::kDashIsZero);
    const auto c = TotalOf(row.change, Nothing::kDashIsZero);
    const Figure* lost = nullptr;
    ColumnRole role = ColumnRole::kUnknown;
    const Quantity* model = nullptr;
    Result<Money> needed = Error(Code::kNotFound);
    if (blank(row.prior) && b && c && b->value != c->value) {
      lost = &row.prior;
      role = ColumnRole::kPrior;
      needed = Subtract(b->value, c->value);
      model = &*b;
    } else if (blank(row.current) && a && c) {
      auto sum = Add(a->value, c->value);
      if (sum && !sum->is_zero()) {
        lost = &row.current;
        role = ColumnRole::kCurrent;
        needed = *sum;
        model = &*a;
      }
    } else if (blank(row.change) && a && b && a->value != b->value) {
      lost = &row.change;
      role = ColumnRole::kChange;
      needed = Subtract(b->value, a->value);
      model = &*a;
    } else if (blank(row.rate) && rates && a && b && !a->value.is_zero() && a->value != b->value) {
      lost = &row.rate;
      role = ColumnRole::kRate;
    }
    if (lost == nullptr) continue;
    const std::string label = Excerpt(row.label.text);
    const std::string column = HeadingOf(table, role, "");
    const bool known = model != nullptr && needed.ok();
    context.Report(
        "presence.missing_figure",
        lost->printed.place.known() ? lost->printed.place : row.label.place,
        Subject({"예산 총괄", label, column}), "",
        known ? context.At(*model, *needed) : std::string(), "",
        {"'" + label + "' 행의 '" + column + "' 칸이 비어 있습니다." +
             (known ? " 나머지 금액으로 보면 " +
                          With(context.Ko(*model, *needed), Particle::kSubject) + " 있어야 합니다."
                    : std::string()),
         "The cell \"" + column + "\" of \"" + label + "\" is blank" +
             (known ? "; the other figures need " + context.En(*model, *needed) + " there."
                    : std::string("."))});
  }
}

// A total without rows, and rows without a total.
void CheckTotalRows(Context& context) {
  const auto note = [&](std::string_view rule, SectionKind kind, const Place& place,
                        std::string_view ko, std::string_view en) {
    const std::string section(KoreanName(kind));
    context.Report(
        rule, place, section, "", "", "",
        {section + " 표에 " + std::string(ko),
         "The table of " + Quoted(section, Language::kEnglish) + " has " + std::string(en)});
  };
  const auto check = [&](const Table* table, SectionKind kind, std::size_t totals,
                         std::size_t plain, bool total_blank, const Place& total_place) {
    if (table == nullptr || totals + plain == 0) return;
    if (totals == 0)
      note("presence.total_row", kind, table->place, "합계 행이 없습니다.", "no row of totals.");
    if (plain == 0) {
      note("presence.total_row", kind, total_place, "합계 행만 있고 내역이 없습니다.",
           "a total, and nothing that it adds up.");
    }
    if (total_blank) {
      note("presence.missing_total", kind, total_place, "합계 행의 금액이 비어 있습니다.",
           "a row of totals without its amount.");
    }
  };
  std::size_t totals = 0;
  std::size_t plain = 0;
  bool blank = false;
  Place place;
  for (const OverviewRow& row : context.overview.rows) {
    const bool marks_only = row.label.empty();
    if (marks_only) continue;
    ++(row.total ? totals : plain);
    if (row.total) place = row.label.place;
    blank = blank || (row.total && row.current.state == FigureState::kBlank &&
                      row.prior.state == FigureState::kBlank);
  }
  check(context.overview.table, SectionKind::kOverview, totals, plain, blank, place);
  totals = plain = 0;
  blank = false;
  bool amounts = false;
  for (const ScheduleStep& step : context.schedule.steps) {
    ++(step.total ? totals : plain);
    amounts = amounts || step.amount.state == FigureState::kValue;
    if (!step.total) continue;
    place = step.name.place;
    blank = blank || step.amount.state == FigureState::kBlank ||
            step.amount.state == FigureState::kAbsent;
  }
  if (amounts) check(context.schedule.table, SectionKind::kSchedule, totals, plain, blank, place);
}

// A table that stops: a heading without rows, or a last row that breaks off at the end of the document.
void CheckCutOff(Context& context) {
  const std::size_t end = context.sheet.source().size();
  for (const Section& section : context.sheet.sections) {
    // A heading that the page tore in two is followed by its rows.
    bool rows = false;
    for (const Block& block : section.blocks)
      rows = rows || (block.table && !block.table->rows.empty());
    for (const Block& block : section.blocks) {
      if (!block.table || block.table->columns.empty()) continue;
      const Table& table = *block.table;
      bool cut = !rows && table.rows.empty() && HoldsRows(section.kind);
      Place place = table.columns.front().heading.place;
      if (!table.rows.empty() && end > 0) {
        const Row& last = table.rows.back();
        const std::size_t stop = std::size_t{last.place.offset} + last.place.length;
        // A last line without its end is short of cells whatever the other rows have.
        const char final = context.sheet.source().back();
        const bool torn = final != '\n' && final != '\r' && final != '>' && stop == end &&
                          PrintedCells(last) < table.columns.size() && PrintedCells(last) > 1;
        if (HasProvedTable(section.kind) &&
            (torn || (stop + 2 >= end && LostCells(table).TooFew(last)))) {
          cut = true;
          place = last.place;
        }
      }
      if (!cut) continue;
      const std::string name(KoreanName(section.kind));
      context.Report("presence.cut_off", place.known() ? place : table.place, name, "", "", "",
                     {name + " 표가 중간에 끊겼습니다.",
                      "The table of " + Quoted(name, Language::kEnglish) + " is cut off."});
    }
  }
}

}  // namespace

void CheckPresenceOf(Context& context) {
  CheckSections(context);
  CheckColumns(context);
  CheckLostCells(context);
  CheckStrayMarks(context);
  CheckOverviewBlanks(context);
  CheckTotalRows(context);
  CheckCutOff(context);
}

}  // namespace yesan::internal
