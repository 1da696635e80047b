#include <algorithm>
#include <cstddef>
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
    std::string name(KoreanName(section));
    for (const std::string_view part : {row, column}) {
      if (!part.empty()) name.append(" · ").append(part);
    }
    out_.push_back({std::move(name), section, place, std::string(printed), 0});
  }

 private:
  std::vector<ProvedFigure>& out_;
};

std::string_view HeadingOf(const Table* table, ColumnRole role, std::string_view otherwise) {
  if (table == nullptr) return otherwise;
  const std::int32_t column = Sheet::ColumnOf(*table, role);
  if (column < 0) return otherwise;
  const Text& heading = table->columns[static_cast<std::size_t>(column)].heading;
  return heading.empty() ? otherwise : heading.text;
}

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

}  // namespace

std::vector<ProvedFigure> ProvedFigures(const Sheet& sheet, const CheckReport& report) {
  const Facts facts(sheet);
  std::vector<ProvedFigure> figures;
  Collector collect(figures);
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
      collect.Add(SectionKind::kSettlement, row.label.text, column.ko, row.*column.figure);
    }
    collect.Add(SectionKind::kSettlement, row.label.text, "집행률", row.execution_rate);
  }

  // Figures do not overlap, so that the one a covered place belongs to is the last that begins
  // before the end of the place.
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].place.known()) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return figures[a].place.offset < figures[b].place.offset;
  });
  std::vector<std::set<std::string_view>> rules(figures.size());
  for (const Coverage& coverage : report.coverage) {
    const std::uint64_t end =
        std::uint64_t{coverage.place.offset} + std::max(coverage.place.length, 1u);
    auto at = std::lower_bound(
        order.begin(), order.end(), end,
        [&](std::size_t i, std::uint64_t offset) { return figures[i].place.offset < offset; });
    while (at != order.begin()) {
      const ProvedFigure& figure = figures[*--at];
      if (std::uint64_t{figure.place.offset} + figure.place.length <= coverage.place.offset) break;
      rules[*at].insert(coverage.rule);
    }
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    figures[i].rules = static_cast<std::uint32_t>(rules[i].size());
  }
  return figures;
}

TextTable CoverageTable(const Sheet& sheet, const CheckReport& report, Language language) {
  const Speaker say(language);
  struct Count {
    std::size_t all = 0, none = 0, once = 0, twice = 0, more = 0;
    void Add(std::uint32_t rules) {
      ++all;
      ++(rules == 0 ? none : rules == 1 ? once : rules == 2 ? twice : more);
    }
  };
  std::map<SectionKind, Count> sections;
  Count total;
  for (const ProvedFigure& figure : ProvedFigures(sheet, report)) {
    sections[figure.section].Add(figure.rules);
    total.Add(figure.rules);
  }
  TextTable table({{std::string(say("구역", "section"))},
                   {std::string(say("수치", "figures")), Align::kRight},
                   {std::string(say("규칙 하나", "one rule")), Align::kRight},
                   {std::string(say("둘", "two")), Align::kRight},
                   {std::string(say("셋 이상", "three or more")), Align::kRight},
                   {std::string(say("없음", "none")), Align::kRight}});
  table.caption =
      say("검산한 수치: 몇 가지 규칙이 확인하는가", "Figures proved, by how many rules");
  const auto add = [&](std::string label, const Count& count, bool strong) {
    table.AddRow(
        {std::move(label), std::to_string(count.all), std::to_string(count.once),
         std::to_string(count.twice), std::to_string(count.more), std::to_string(count.none)},
        strong);
  };
  for (const auto& [section, count] : sections) {
    add(std::string(say.korean() ? KoreanName(section) : Name(section)), count, false);
  }
  if (total.all > 0) add(std::string(say("합계", "total")), total, true);
  return table;
}

}  // namespace yesan
