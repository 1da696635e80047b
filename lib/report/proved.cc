#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/report/facts.h"
#include "yesan/report/tables.h"

namespace yesan {
namespace {

using internal::Facts;
using internal::HeadingOf;
using internal::Speaker;

// Every figure that holds a number, with its name.
class Collector {
 public:
  explicit Collector(std::vector<ProvedFigure>& out) : out_(out) {}
  void Add(SectionKind section, std::string_view row, std::string_view column,
           const Figure& figure) {
    if (figure.state != FigureState::kValue) return;
    Add(section, row, column, figure.printed.place, figure.printed.text);
  }
  void Add(SectionKind section, std::string_view row, std::string_view column, Place place,
           std::string_view printed) {
    if (!place.known()) return;
    std::string name(KoreanName(section));
    for (const std::string_view part : {row, column}) {
      if (!part.empty()) name.append(" · ").append(part);
    }
    out_.push_back({std::move(name), section, place, std::string(printed), Proof::kNone, 0});
  }

 private:
  std::vector<ProvedFigure>& out_;
};

// Where the amounts of a line stand is what the view says: the tree knows the line alone when its
// text was put together of cells.
void CollectBasis(const CostBasisView& basis, Collector& collect) {
  for (std::size_t i = 0; i < basis.tree.size(); ++i) {
    const BasisNode& node = basis.tree.node(static_cast<BasisNodeId>(i));
    const auto add = [&](const std::optional<BasisAmount>& amount, const Text& cell,
                         std::string_view what) {
      if (!amount) return;
      const bool seen = !cell.empty() && cell.place.known();
      const std::string figure = amount->figure.ToString();
      collect.Add(SectionKind::kCostBasis, node.label, what, seen ? cell.place : amount->place,
                  seen ? cell.text : std::string_view(figure));
    };
    const BasisLine line = i < basis.lines.size() ? basis.lines[i] : BasisLine();
    add(node.won_amount, line.won_text, Name(Unit::kWon));
    add(node.unit_amount, line.result_text,
        node.unit_amount ? Name(node.unit_amount->unit) : std::string_view());
  }
}

// The cells of all tables, known to a view or not, by their row and heading.
void CollectRest(const Sheet& sheet, Collector& collect) {
  for (const Section& section : sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table || section.kind == SectionKind::kCostBasis) continue;
      for (const Row& row : block.table->rows) {
        if (row.cells.empty()) continue;
        const std::string_view label = row.cells[0].text;
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
          const std::string_view heading = i < block.table->columns.size()
                                               ? block.table->columns[i].heading.text
                                               : std::string_view();
          if (!row.cells[i].empty())
            collect.Add(section.kind, label, heading, row.cells[i].place, "");
        }
      }
    }
  }
}

// The names of the lines of the basis by the line that they begin on: a formula stands in a cell beside its label.
std::map<std::uint32_t, std::string> BasisNames(const CostBasisView& basis) {
  std::map<std::uint32_t, std::string> names;
  for (std::size_t i = 0; i < basis.lines.size() && i < basis.tree.size(); ++i) {
    const BasisNode& node = basis.tree.node(static_cast<BasisNodeId>(i));
    const BasisLine& line = basis.lines[i];
    std::string name = node.label.empty() ? std::string(line.object_item.text) : node.label;
    if (name.empty()) continue;
    for (const Place& place : {line.text.place, node.text_place, node.place}) {
      if (place.known())
        names.emplace(place.line, std::string(KoreanName(SectionKind::kCostBasis)) + " · " + name);
    }
  }
  return names;
}

// What holds a place: the last that begins at or before it, or nothing.
const ProvedFigure* Holding(const std::vector<ProvedFigure>& named, const Place& place) {
  auto at = std::upper_bound(
      named.begin(), named.end(), place.offset,
      [](std::uint32_t offset, const ProvedFigure& cell) { return offset < cell.place.offset; });
  if (at == named.begin()) return nullptr;
  --at;
  const bool within = place.offset < std::uint64_t{at->place.offset} + at->place.length;
  return within ? &*at : nullptr;
}

}  // namespace

std::vector<ProvedFigure> ProvedFigures(const Sheet& sheet, const CheckReport& report) {
  const Facts facts(sheet);
  std::vector<ProvedFigure> named;
  Collector collect(named);
  collect.Add(SectionKind::kFunding, facts.funding.label.text, "", facts.funding.total);
  for (const FundingEntry& entry : facts.funding.entries) {
    collect.Add(SectionKind::kFunding, entry.label.text, "", entry.amount);
  }
  for (const OverviewRow& row : facts.overview.rows) {
    const Table* table = facts.overview.table;
    const auto add = [&](ColumnRole role, const Figure& figure, std::string_view otherwise) {
      collect.Add(SectionKind::kOverview, row.label.text, HeadingOf(table, role, otherwise),
                  figure);
    };
    add(ColumnRole::kPrior, row.prior, "A");
    add(ColumnRole::kCurrent, row.current, "B");
    add(ColumnRole::kChange, row.change, "B−A");
    add(ColumnRole::kRate, row.rate, "%");
  }
  CollectBasis(facts.basis, collect);
  for (const ScheduleStep& step : facts.schedule.steps) {
    collect.Add(SectionKind::kSchedule, step.name.text,
                HeadingOf(facts.schedule.table, ColumnRole::kAmount, "금액"), step.amount);
  }
  for (const SettlementYear& row : facts.settlement.years) {
    for (const internal::SettlementColumnOf& column : internal::kSettlementColumns) {
      collect.Add(SectionKind::kSettlement, row.label.text,
                  HeadingOf(facts.settlement.table, column.role, column.ko), row.*column.figure);
    }
    collect.Add(SectionKind::kSettlement, row.label.text,
                HeadingOf(facts.settlement.table, ColumnRole::kExecutionRate, "집행률"),
                row.execution_rate);
  }

  // What the views name are cells; a cell may hold two figures. They do not overlap, so that the one that a figure
  // belongs to is the last that begins before it.
  std::vector<ProvedFigure> rest;
  Collector collect_rest(rest);
  CollectRest(sheet, collect_rest);
  for (std::vector<ProvedFigure>* list : {&named, &rest}) {
    std::stable_sort(list->begin(), list->end(), [](const ProvedFigure& a, const ProvedFigure& b) {
      return a.place.offset < b.place.offset;
    });
  }
  std::vector<ProvedFigure> figures;
  const std::map<std::uint32_t, std::string> basis_names = BasisNames(facts.basis);
  for (const FigureProof& proof : ProveFigures(sheet, report)) {
    ProvedFigure figure;
    figure.section = proof.section;
    figure.place = proof.place;
    figure.printed = std::string(proof.printed);
    figure.proof = proof.proof;
    figure.rules = proof.rules;
    const ProvedFigure* cell = Holding(named, proof.place);
    if (cell == nullptr) cell = Holding(rest, proof.place);
    if (cell != nullptr) {
      figure.name = cell->name;
      figure.section = cell->section;
    } else {
      const auto of_line = proof.section == SectionKind::kCostBasis
                               ? basis_names.find(proof.place.line)
                               : basis_names.end();
      figure.name =
          of_line != basis_names.end() ? of_line->second : std::string(KoreanName(proof.section));
    }
    figures.push_back(std::move(figure));
  }
  return figures;
}

TextTable CoverageTable(const Sheet& sheet, const CheckReport& report, Language language) {
  const Speaker say(language);
  struct Count {
    std::size_t all = 0, none = 0, rough = 0, once = 0, twice = 0, more = 0;
    void Add(const ProvedFigure& figure) {
      ++all;
      if (figure.proof != Proof::kProved) {
        ++(figure.proof == Proof::kRough ? rough : none);
      } else {
        ++(figure.rules <= 1 ? once : figure.rules == 2 ? twice : more);
      }
    }
  };
  std::map<SectionKind, Count> sections;
  Count total;
  for (const ProvedFigure& figure : ProvedFigures(sheet, report)) {
    sections[figure.section].Add(figure);
    total.Add(figure);
  }
  TextTable table({{std::string(say("구역", "section"))},
                   {std::string(say("수치", "figures")), Align::kRight},
                   {std::string(say("규칙 하나", "one rule")), Align::kRight},
                   {std::string(say("둘", "two")), Align::kRight},
                   {std::string(say("셋 이상", "three or more")), Align::kRight},
                   {std::string(say("대강만", "roughly")), Align::kRight},
                   {std::string(say("없음", "none")), Align::kRight}});
  table.caption = say(
      "검산한 수치: 한 자리라도 잘못 적히거나 다른 수치와 서로 바뀌면 드러나는 수치와 그 규칙의 "
      "수. 대강만: 반올림한 비율이나 한 합에만 드는 두 수치처럼, 작은 오기나 맞바뀜은 지나칠 수 "
      "있는 수치",
      "Figures proved: any one digit misprinted would show, and an exchange with another figure, "
      "under so many rules. Roughly: a small misprint or an exchange may pass, as in a rounded "
      "rate, or in two figures of one sum alone");
  const auto add = [&](std::string label, const Count& count, bool strong) {
    table.AddRow({std::move(label), std::to_string(count.all), std::to_string(count.once),
                  std::to_string(count.twice), std::to_string(count.more),
                  std::to_string(count.rough), std::to_string(count.none)},
                 strong);
  };
  for (const auto& [section, count] : sections) {
    add(internal::SectionName(section, language), count, false);
  }
  if (total.all > 0) add(std::string(say("합계", "total")), total, true);
  return table;
}

}  // namespace yesan
