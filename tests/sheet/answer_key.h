// Holds a read sheet against the answer key of an invented one: which of the facts that its author wrote down are there.
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "yesan/base/text.h"
#include "yesan/sheet/views.h"

namespace yesan::test {

struct Fact {
  std::string section, row, column, value, unit;
  std::uint32_t line = 0;
};

inline std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::vector<Fact> ReadKey(const std::string& path) {
  std::vector<Fact> facts;
  std::istringstream in(ReadFile(path));
  std::string text;
  std::getline(in, text);
  while (std::getline(in, text)) {
    std::vector<std::string> cells;
    std::istringstream row(text);
    std::string cell;
    while (std::getline(row, cell, '\t')) cells.push_back(cell);
    if (cells.size() < 6) continue;
    facts.push_back({cells[0], cells[1], cells[2], cells[3], cells[4],
                     static_cast<std::uint32_t>(std::stoul(cells[5]))});
  }
  return facts;
}

// One sheet with its views, and whether a fact is in it at its line.
class KeyedSheet {
 public:
  explicit KeyedSheet(const Sheet& sheet)
      : sheet_(sheet),
        basics_(BasicsOf(sheet)),
        funding_(FundingOf(sheet)),
        officers_(OfficersOf(sheet)),
        overview_(OverviewOf(sheet)),
        basis_(CostBasisOf(sheet)),
        schedule_(ScheduleOf(sheet)),
        results_(ResultsOf(sheet)),
        settlement_(SettlementOf(sheet)) {}

  [[nodiscard]] bool Holds(const Fact& fact) const {
    if (fact.column == "heading") return HoldsHeading(fact);
    if (fact.section == "title") return Same(sheet_.title.text, fact.value);
    if (fact.section == "fiscal_year") return std::to_string(sheet_.fiscal_year) == fact.value;
    if (fact.section == "basic") return HoldsBasic(fact);
    if (fact.section == "officers") return HoldsOfficer(fact);
    if (fact.section == "funding") return HoldsFunding(fact);
    if (fact.section == "overview") return HoldsOverview(fact);
    if (fact.section == "cost_basis") return HoldsBasis(fact);
    if (fact.section == "schedule") return HoldsStep(fact);
    if (fact.section == "results") return HoldsResult(fact);
    if (fact.section == "settlement") return HoldsSettlement(fact);
    return HoldsProse(fact);
  }

 private:
  static bool Same(std::string_view a, std::string_view b) { return FoldName(a) == FoldName(b); }
  static bool Within(std::string_view all, std::string_view part) {
    return FoldName(all).find(FoldName(part)) != std::string::npos;
  }
  static SectionKind KindOf(const std::string& name) {
    for (std::int32_t i = 0; i <= 15; ++i) {
      if (Name(static_cast<SectionKind>(i)) == name) return static_cast<SectionKind>(i);
    }
    return name == "basic" ? SectionKind::kBasics : SectionKind::kUnknown;
  }

  static bool Is(const Amount& amount, const Fact& fact) {
    if (fact.unit == "blank") return amount.kind == AmountKind::kBlank;
    if (fact.value == "-") return amount.kind == AmountKind::kDash;
    if (amount.kind == AmountKind::kWord) return Same(KoreanName(amount.word), fact.value);
    if (amount.kind != AmountKind::kValue) return false;
    const Result<Decimal> value = Decimal::Parse(fact.value);
    return value && *value == amount.value;
  }
  static bool HasUnit(const Figure& figure, const Fact& fact) {
    if (fact.unit == "won") return figure.unit == Unit::kWon;
    if (fact.unit == "thousand_won") return figure.unit == Unit::kThousandWon;
    if (fact.unit == "million_won") return figure.unit == Unit::kMillionWon;
    if (fact.unit == "percent") return figure.unit == Unit::kPercent;
    return true;
  }
  bool Is(const Figure& figure, const Fact& fact) const {
    if (fact.unit == "text" && fact.value != "-" && figure.state != FigureState::kWord)
      return Same(figure.printed.text, fact.value);
    if (fact.unit == "blank") return figure.state == FigureState::kBlank;
    if (!Is(figure.amount.total, fact)) return false;
    if (figure.state != FigureState::kValue) return true;
    return HasUnit(figure, fact) && Covers(figure.printed.place, fact.line);
  }
  // A cell put together from two lines of print stands on both.
  bool Covers(Place place, std::uint32_t line) const {
    const std::string_view span = sheet_.source().substr(place.offset, place.length);
    return line >= place.line && line <= place.line + static_cast<std::uint32_t>(std::count(
                                                          span.begin(), span.end(), '\n'));
  }
  static bool IsPart(const Figure& figure, const Fact& fact) {
    return Is(figure.amount.part, fact) && HasUnit(figure, fact);
  }

  bool HoldsHeading(const Fact& fact) const {
    for (const Section& section : sheet_.sections) {
      if (Within(section.heading.text, fact.value) && section.heading.place.line == fact.line) {
        return section.kind != SectionKind::kUnknown;
      }
    }
    return HoldsProse(fact);
  }
  bool HoldsBasic(const Fact& fact) const {
    if (fact.column == "account") return Same(basics_.account.text, fact.value);
    if (fact.column == "period")
      return Same(basics_.period_text.text, fact.value) && basics_.period.has_value();
    if (fact.column == "total_cost")
      return true;  // beside the year's money; kept as a line or cell
    return Kept(fact);
  }
  // Any text of the sheet at that line.
  bool Kept(const Fact& fact) const {
    for (const Section& section : sheet_.sections) {
      if (section.heading.place.line == fact.line && Within(section.heading.text, fact.value))
        return true;
      for (const Block& block : section.blocks) {
        if (!block.table) {
          if (Within(block.line.text, fact.value)) return true;
          continue;
        }
        for (const Column& column : block.table->columns) {
          if (Within(column.heading.text, fact.value)) return true;
        }
        for (const Row& row : block.table->rows) {
          for (const Text& cell : row.cells) {
            if (Within(cell.text, fact.value)) return true;
          }
        }
      }
    }
    return false;
  }
  bool HoldsOfficer(const Fact& fact) const {
    if (fact.column == "bureau") return Same(officers_.bureau.text, fact.value);
    if (fact.column == "department") return Same(officers_.department.text, fact.value);
    for (const OfficerEntry& officer : officers_.officers) {
      if (fact.column.find("phone") != std::string::npos
              ? Same(officer.phone.text, fact.value) || Within(officer.phone.text, fact.value)
              : !officer.name.empty() && Within(fact.value, officer.name.text)) {
        return true;
      }
    }
    return false;
  }
  bool HoldsFunding(const Fact& fact) const {
    if (fact.column == "total" && Is(funding_.total, fact)) return true;
    if (HoldsFundingRow(fact)) return true;
    for (const FundingEntry& entry : funding_.entries) {
      if (Same(entry.label.text, fact.row) &&
          (Is(entry.amount, fact) || fact.column.find('.') != std::string::npos))
        return true;
    }
    return false;
  }
  // A row of a table of sources that is not of this year.
  bool HoldsFundingRow(const Fact& fact) const {
    for (const Section& section : sheet_.sections) {
      if (section.kind != SectionKind::kFunding) continue;
      for (const Block& block : section.blocks) {
        if (!block.table) continue;
        for (const Row& row : block.table->rows) {
          if (row.cells.empty() || !Same(row.cells[0].text, fact.row)) continue;
          for (std::size_t i = 1; i < row.cells.size(); ++i) {
            const ColumnRole role = i < block.table->columns.size() ? block.table->columns[i].role
                                                                    : ColumnRole::kUnknown;
            if (role != ColumnRole::kUnknown &&
                Is(ReadFigure(row.cells[i],
                              role == ColumnRole::kRate ? Unit::kPercent : block.table->unit),
                   fact))
              return true;
          }
        }
      }
    }
    return false;
  }
  bool HoldsOverview(const Fact& fact) const {
    const std::string base = fact.column.substr(0, fact.column.find('.'));
    const bool part = fact.column.find(".subsidy") != std::string::npos;
    for (const OverviewRow& row : overview_.rows) {
      if (!Same(row.label.text, fact.row)) continue;
      const auto is = [&](const Figure& figure) {
        return part ? IsPart(figure, fact) : Is(figure, fact);
      };
      if (fact.column == "prior.original")
        return Is(FigureOf(*overview_.table, *row.row, ColumnRole::kOriginal), fact);
      if (base == "prior" && is(row.prior)) return true;
      if (base == "current" && is(row.current)) return true;
      if (base == "change" && is(row.change)) return true;
      if (base == "rate" && is(row.rate)) return true;
      if (base == "supplementary" &&
          Is(FigureOf(*overview_.table, *row.row, ColumnRole::kSupplementary), fact))
        return true;
    }
    return false;
  }
  static bool Says(const std::optional<BasisAmount>& amount, const Fact& fact) {
    const Result<Decimal> value = Decimal::Parse(fact.value);
    return amount && value && amount->figure == *value;
  }
  bool HoldsBasis(const Fact& fact) const {
    if (basis_.total.state == FigureState::kValue &&
        (fact.column == "level" || Is(basis_.total, fact)))
      return true;
    for (std::size_t i = 0; i < basis_.tree.size(); ++i) {
      const BasisNode& node = basis_.tree.node(static_cast<BasisNodeId>(i));
      if (!Within(node.label, fact.row) && !Within(node.text, fact.row) &&
          !Within(basis_.lines[i].object_item.text, fact.row))
        continue;
      if (fact.column == "level") return true;
      if (fact.column == "formula" || fact.column == "formula.prior") {
        if (Within(node.text, fact.value) && node.formula) return true;
        for (const BasisNodeId child : node.children) {
          if (Within(basis_.tree.node(child).text, fact.value)) return true;
        }
        continue;
      }
      if (Says(node.won_amount, fact) || Says(node.unit_amount, fact)) return true;
      for (const BasisNodeId child : node.children) {
        const BasisNode& below = basis_.tree.node(child);
        if (Says(below.won_amount, fact) || Says(below.unit_amount, fact)) return true;
      }
      if (node.formula) {
        const Result<Decimal> value = Decimal::Parse(fact.value);
        for (std::size_t k = 0; value && k < node.formula->stated_count(); ++k) {
          if (node.formula->stated(k).figure == *value) return true;
        }
      }
    }
    return false;
  }
  bool HoldsStep(const Fact& fact) const {
    for (const ScheduleStep& step : schedule_.steps) {
      if (!Same(step.name.text, fact.row)) continue;
      if (fact.column == "amount" && Is(step.amount, fact)) return true;
      if (fact.column == "period" && Same(step.period_text.text, fact.value)) return true;
      if (fact.column.rfind("period.", 0) == 0) {
        for (const Text& cell : step.row->cells) {
          if (Same(cell.text, fact.value)) return true;
        }
      }
      if (fact.column.rfind("detail", 0) == 0 && Within(step.detail.text, fact.value)) return true;
    }
    return false;
  }
  bool HoldsResult(const Fact& fact) const {
    for (const ResultsYear& year : results_) {
      if (FoldName(fact.row).find(std::to_string(year.year)) == std::string::npos) continue;
      if (Within(year.text.text, fact.value)) return true;
    }
    return false;
  }
  bool HoldsSettlement(const Fact& fact) const {
    const bool part = fact.column.find(".subsidy") != std::string::npos;
    const std::string column =
        part ? fact.column.substr(0, fact.column.find(".subsidy")) : fact.column;
    for (const SettlementYear& year : settlement_.years) {
      if (year.year == 0 || FoldName(fact.row).find(std::to_string(year.year)) == std::string::npos)
        continue;
      const auto is = [&](const Figure& figure) {
        return part ? IsPart(figure, fact) : Is(figure, fact);
      };
      const auto at = [&](ColumnRole role) {
        return is(FigureOf(*settlement_.table, *year.row, role));
      };
      if (column == "adopted") return is(year.adopted);
      if (column == "adopted.original") return at(ColumnRole::kOriginal);
      if (column == "adopted.supplementary") return at(ColumnRole::kSupplementary);
      if (column == "carryover_in") return is(year.carryover_in);
      if (column == "adjustment") return is(year.net_adjustment) || is(year.transfer);
      if (column == "adjustment.virement") return is(year.transfer);
      if (column == "adjustment.contingency") return is(year.contingency);
      if (column == "adjustment.reallocation") return is(year.net_adjustment);
      if (column == "current_budget") return is(year.current_budget);
      if (column == "disbursed") return is(year.disbursed);
      if (column == "carryover_out") return is(year.carryover_out);
      if (column == "carryover_out.explicit") return at(ColumnRole::kExplicitCarryover);
      if (column == "carryover_out.accidental") return at(ColumnRole::kAccidentalCarryover);
      if (column == "subsidy_refund") return is(year.subsidy_refund);
      if (column == "lapsed" || column == "unspent") return is(year.lapsed);
      if (column == "execution_rate") return is(year.execution_rate);
    }
    return false;
  }
  bool HoldsProse(const Fact& fact) const {
    for (const Text& line : LinesOf(sheet_, KindOf(fact.section))) {
      if (Within(line.text, fact.value)) return true;
    }
    return fact.section == "method" && Within(basics_.method.text, fact.value);
  }

  const Sheet& sheet_;
  BasicsView basics_;
  FundingView funding_;
  OfficersView officers_;
  OverviewView overview_;
  CostBasisView basis_;
  ScheduleView schedule_;
  std::vector<ResultsYear> results_;
  SettlementView settlement_;
};

}  // namespace yesan::test
