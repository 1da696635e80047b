#include "yesan/report/tables.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "lib/report/facts.h"
#include "lib/sheet/view_parts.h"
#include "yesan/base/text.h"

namespace yesan {
namespace {

using internal::Facts;
using internal::PrintFigure;
using internal::PrintShare;
using internal::PrintValue;
using internal::Scale;
using internal::Speaker;
using internal::UnitNote;
using internal::UnitOf;
using internal::ValueOf;

std::string Caption(std::string_view title, const std::string& note) {
  return std::string(title).append(" ").append(note);
}

std::string YearHeading(std::int32_t year, std::string_view text) {
  return year == 0 ? std::string(text) : std::to_string(year).append(" ").append(text);
}

std::string ProofOf(const CostBasis& tree, BasisNodeId id, Unit unit, const Speaker& say) {
  std::vector<std::string> proofs;
  const auto add = [&](std::string_view what, std::optional<Money> difference) {
    if (!difference) return;
    proofs.push_back(difference->is_zero()
                         ? std::string(what).append(" ✓")
                         : std::string(what).append(" ≠ ").append(PrintValue(*difference, unit)));
  };
  add(say("원 표기", "in won"), tree.WonMismatch(id));
  if (const std::optional<BasisDifference> sum = tree.DifferenceOf(id)) {
    add(say("아래 합", "sum below"), sum->difference);
  }
  const BasisNode& node = tree.node(id);
  // A lone amount is its own result: `368,682,000원 = 368,682천원` was proved above.
  if (node.formula && !node.formula->is_lone_number()) {
    const Judgement judgement = tree.JudgeNode(id);
    switch (judgement.verdict) {
      case Verdict::kExact:
        proofs.emplace_back(say("산식 ✓", "formula ✓"));
        break;
      case Verdict::kExactAfterRounding:
        proofs.push_back(
            std::string(say("산식 ✓ ", "formula ✓ ")) +
            (say.korean() ? judgement.roundings.ToKoreanString() : judgement.roundings.ToString()));
        break;
      case Verdict::kWrong:
        proofs.push_back(std::string(say("산식 ≠ ", "formula ≠ ")) +
                         judgement.difference.ToString() + std::string(say("원", " won")));
        break;
      case Verdict::kNothingStated:
      case Verdict::kNotArithmetic:
        break;
    }
  }
  std::string out;
  for (const std::string& proof : proofs) out += (out.empty() ? "" : ", ") + proof;
  return out;
}

std::string Days(const std::optional<Period>& period) {
  if (!period) return {};
  const PeriodTerm& term = period->in_force();
  std::string out;
  if (term.first) out += term.first->ToString();
  if (term.first || term.last) out += " – ";
  if (term.last) out += term.last->ToString();
  return out;
}

}  // namespace

TextTable OverviewTable(const Sheet& sheet, Language language) {
  const Speaker say(language);
  const OverviewView view = OverviewOf(sheet);
  std::vector<const Figure*> figures;
  for (const OverviewRow& row : view.rows) {
    for (const Figure* figure : {&row.prior, &row.current, &row.change}) figures.push_back(figure);
  }
  const Scale scale = internal::ScaleOf(figures);
  const Unit unit = UnitOf(view.table);
  const bool revised = internal::ComparesRevision(view.table);
  const std::string_view a_name =
      revised ? say("기정 (A)", "so far (A)") : say("예산 (A)", "budget (A)");
  const std::string_view b_name =
      revised ? say("경정 (B)", "revised (B)") : say("예산 (B)", "budget (B)");
  TextTable table({{std::string(say("구분", "item"))},
                   {YearHeading(view.prior_year, a_name), Align::kRight},
                   {YearHeading(view.current_year, b_name), Align::kRight},
                   {std::string(say("B−A", "B−A")), Align::kRight},
                   {std::string(say("증감률 %", "change %")), Align::kRight},
                   {std::string(say("인쇄된 증감", "printed change")), Align::kRight},
                   {std::string(say("인쇄된 %", "printed %")), Align::kRight}});
  table.caption = Caption(say("예산 총괄", "Budget overview"), UnitNote(unit, scale, language));
  for (const OverviewRow& row : view.rows) {
    const std::optional<Money> a = ValueOf(row.prior, scale);
    const std::optional<Money> b = ValueOf(row.current, scale);
    const bool nothing = row.label.empty() && row.prior.state != FigureState::kValue &&
                         row.current.state != FigureState::kValue &&
                         row.change.state != FigureState::kValue;
    if (nothing) continue;
    const std::optional<Money> change =
        scale == Scale::kMixed ? std::nullopt : internal::ChangeOf(a, b);
    const std::optional<Decimal> rate = row.rate.number();
    table.AddRow(
        {std::string(row.label.text), PrintFigure(row.prior, unit, scale),
         PrintFigure(row.current, unit, scale), change ? PrintValue(*change, unit, scale) : "",
         scale == Scale::kMixed ? "" : internal::PrintChangeRate(a, b),
         PrintFigure(row.change, unit, scale),
         rate ? internal::PrintNumber(*rate) : std::string(row.rate.printed.text)},
        row.total);
  }
  return table;
}

TextTable FundingTable(const Sheet& sheet, Language language) {
  const Speaker say(language);
  const FundingView view = FundingOf(sheet);
  if (view.label.empty() && view.entries.empty()) return {};
  const Unit unit = IsMoney(view.total.unit) ? view.total.unit : Unit::kThousandWon;
  std::vector<const Figure*> figures{&view.total};
  for (const FundingEntry& entry : view.entries) figures.push_back(&entry.amount);
  const Scale scale = internal::ScaleOf(figures);
  TextTable table({{std::string(say("재원", "source"))},
                   {std::string(say("금액", "amount")), Align::kRight},
                   {std::string(say("비중 %", "share %")), Align::kRight}});
  table.caption = Caption(say("재원", "Funding"), UnitNote(unit, scale, language));
  const std::optional<Money> total = ValueOf(view.total, scale);
  table.AddRow({view.label.empty() ? std::string(say("사업비", "program cost"))
                                   : std::string(view.label.text),
                PrintFigure(view.total, unit, scale), PrintShare(total, total, 1)},
               true);
  for (const FundingEntry& entry : view.entries) {
    std::string label(entry.label.text);
    if (entry.outside) label += say(" (예산 외)", " (beside the budget)");
    table.AddRow({std::move(label), PrintFigure(entry.amount, unit, scale),
                  entry.outside || scale == Scale::kMixed
                      ? std::string()
                      : PrintShare(ValueOf(entry.amount, scale), total, 1)});
  }
  return table;
}

// `60,000,000원 × 1회`: what a line computes, without its label and what it comes to.
std::string FormulaOf(const BasisNode& node) {
  if (!node.formula || (node.formula->side_count() == 1 && node.formula->is_lone_number()))
    return {};
  std::string_view text = node.text;
  const std::size_t label = node.label.empty() ? std::string_view::npos : text.find(node.label);
  if (label != std::string_view::npos) text.remove_prefix(label + node.label.size());
  // What it comes to stands behind the last = or, in a column of its own, behind a gap.
  std::size_t end = text.rfind('=');
  if (end == std::string_view::npos) end = text.rfind("  ");
  if (end != std::string_view::npos && end > 0) text = text.substr(0, end);
  const std::size_t begin = text.find_first_not_of(" :=-\t");
  return begin == std::string_view::npos ? std::string() : std::string(Trim(text.substr(begin)));
}

TextTable CostBasisTable(const Sheet& sheet, Language language) {
  const Speaker say(language);
  const Facts facts(sheet);
  const CostBasisView& view = facts.basis;
  if (view.tree.empty()) return {};
  const Unit unit = facts.BasisUnit();
  TextTable table({{std::string(say("번호", "no."))},
                   {std::string(say("산출 항목", "line"))},
                   {std::string(say("산식·원 단위 금액", "formula or won")), Align::kLeft},
                   {std::string(say("금액", "amount")), Align::kRight},
                   {std::string(say("비중 %", "share %")), Align::kRight},
                   {std::string(say("검산", "proved"))}});
  table.caption = Caption(say("산출근거", "Cost basis"), UnitNote(unit, Scale::kMoney, language));
  const std::optional<Money> total = view.tree.Total();
  const std::vector<std::string> numbers = internal::BasisNumbers(view.tree);
  for (std::size_t i = 0; i < view.tree.size(); ++i) {
    const auto id = static_cast<BasisNodeId>(i);
    const BasisNode& node = view.tree.node(id);
    const std::optional<Money> amount = view.tree.AmountOf(id);
    std::string label(2 * static_cast<std::size_t>(std::clamp(node.level, 0, 12)), ' ');
    label += node.label.empty() ? node.text : node.label;
    const std::string_view won =
        i < view.lines.size() ? view.lines[i].won_text.text : std::string_view();
    const std::string formula = FormulaOf(node);
    table.AddRow({numbers[i], std::move(label), formula.empty() ? std::string(won) : formula,
                  amount ? PrintValue(*amount, unit) : "",
                  node.remark ? std::string() : PrintShare(amount, total, 1),
                  ProofOf(view.tree, id, unit, say)});
  }
  if (total) {
    table.AddRow({"", std::string(say("합계", "total")), "", PrintValue(*total, unit),
                  PrintShare(total, total, 1), ""},
                 true);
  }
  return table;
}

TextTable ScheduleTable(const Sheet& sheet, Language language) {
  const Speaker say(language);
  const ScheduleView view = ScheduleOf(sheet);
  std::vector<const Figure*> figures;
  std::optional<Money> total;
  for (const ScheduleStep& step : view.steps) figures.push_back(&step.amount);
  const Scale scale = internal::ScaleOf(figures);
  for (const ScheduleStep& step : view.steps) {
    if (step.total) total = ValueOf(step.amount, scale);
  }
  const Unit unit = UnitOf(view.table);
  TextTable table({{std::string(say("추진절차", "step"))},
                   {std::string(say("추진기간", "period"))},
                   {std::string(say("첫날 – 끝날", "first – last day"))},
                   {std::string(say("금액", "amount")), Align::kRight},
                   {std::string(say("비중 %", "share %")), Align::kRight}});
  table.caption = Caption(say("추진일정", "Schedule"), UnitNote(unit, scale, language));
  for (const ScheduleStep& step : view.steps) {
    table.AddRow({std::string(step.name.text), std::string(step.period_text.text),
                  Days(step.period), PrintFigure(step.amount, unit, scale),
                  scale == Scale::kMixed ? "" : PrintShare(ValueOf(step.amount, scale), total, 1)},
                 step.total);
  }
  return table;
}

TextTable SettlementTable(const Sheet& sheet, Language language) {
  const Speaker say(language);
  const Facts facts(sheet);
  const SettlementView& view = facts.settlement;
  const Scale scale = facts.settlement_scale;
  const Unit unit = UnitOf(view.table);
  std::vector<TableColumn> columns = {{std::string(say("연도", "year"))}};
  // A figure of the view, or a column of the table that the view does not know by itself.
  struct Shown {
    const internal::SettlementColumnOf* column;
    ColumnRole role;
  };
  std::vector<Shown> shown;
  const auto show_own = [&](ColumnRole role, std::string_view ko, std::string_view en) {
    if (view.table == nullptr || Sheet::ColumnOf(*view.table, role) < 0) return;
    shown.push_back({nullptr, role});
    columns.push_back(
        {PrintableText(say(internal::HeadingOf(view.table, role, ko), en)), Align::kRight});
  };
  for (const internal::SettlementColumnOf& column : internal::kSettlementColumns) {
    // The kinds of what is carried out stand before their sum, where there is one.
    if (column.role == ColumnRole::kCarryoverOut) {
      show_own(ColumnRole::kExplicitCarryover, "명시이월", "explicit");
      show_own(ColumnRole::kAccidentalCarryover, "사고이월", "accidental");
      show_own(ColumnRole::kContinuingCarryover, "계속비이월", "continuing");
    }
    const bool any =
        std::any_of(view.years.begin(), view.years.end(), [&](const SettlementYear& row) {
          return (row.*column.figure).state != FigureState::kAbsent;
        });
    if (!any) continue;
    shown.push_back({&column, column.role});
    const std::string_view ko = internal::HeadingOf(view.table, column.role, column.ko);
    columns.push_back({PrintableText(say(ko, column.en)), Align::kRight});
    if (column.role == ColumnRole::kAdopted)
      show_own(ColumnRole::kSupplementary, "추경", "supplement");
  }
  columns.push_back({std::string(say("집행률 %", "executed %")), Align::kRight});
  TextTable table(std::move(columns));
  table.caption = Caption(
      say("결산", "Settlement"),
      UnitNote(unit, scale, language)
          .append(say(", 집행률 = 집행액 ÷ 예산현액", ", executed = disbursed ÷ current budget")));
  for (const SettlementYear& row : view.years) {
    std::vector<std::string> cells = {row.year != 0 ? std::to_string(row.year)
                                                    : std::string(row.label.text)};
    for (const Shown& column : shown) {
      if (column.column != nullptr) {
        cells.push_back(PrintFigure(row.*(column.column->figure), unit, scale));
      } else {
        cells.push_back(
            row.row == nullptr
                ? std::string()
                : PrintFigure(FigureOf(*view.table, *row.row, column.role), unit, scale));
      }
    }
    cells.push_back(scale == Scale::kMixed ? ""
                                           : PrintShare(ValueOf(row.disbursed, scale),
                                                        ValueOf(row.current_budget, scale), 2));
    table.AddRow(std::move(cells));
  }
  return table;
}

TextTable FindingsTable(const std::vector<Finding>& findings, Language language) {
  const Speaker say(language);
  TextTable table({{std::string(say("번호", "no."))},
                   {std::string(say("구분", "severity"))},
                   {std::string(say("행:열", "line:column"))},
                   {std::string(say("대상", "about"))},
                   {std::string(say("인쇄", "printed"))},
                   {std::string(say("기대", "expected"))},
                   {std::string(say("차이", "difference")), Align::kRight},
                   {std::string(say("설명", "statement"))},
                   {std::string(say("규칙", "rule"))}});
  std::size_t number = 0;
  for (const Finding& finding : findings) {
    std::string place;
    if (finding.place.known()) {
      place = std::to_string(finding.place.line);
      if (finding.place.column != 0) place += ":" + std::to_string(finding.place.column);
    }
    table.AddRow({std::to_string(++number), std::string(SeverityName(finding.severity, language)),
                  std::move(place), finding.about(language), finding.printed, finding.expected,
                  finding.difference, finding.message.in(language), finding.rule});
  }
  return table;
}

FindingCounts CountFindings(const std::vector<Finding>& findings) noexcept {
  FindingCounts counts;
  for (const Finding& finding : findings) {
    switch (finding.severity) {
      case Severity::kError:
        ++counts.errors;
        break;
      case Severity::kWarning:
        ++counts.warnings;
        break;
      case Severity::kAsk:
        ++counts.asks;
        break;
      case Severity::kNote:
        ++counts.notes;
        break;
    }
  }
  return counts;
}

std::string_view SeverityName(Severity severity, Language language) noexcept {
  const bool korean = language == Language::kKorean;
  switch (severity) {
    case Severity::kError:
      return korean ? "오류" : "error";
    case Severity::kWarning:
      return korean ? "주의" : "warning";
    case Severity::kAsk:
      return korean ? "질문" : "question";
    case Severity::kNote:
      return korean ? "참고" : "note";
  }
  return {};
}

std::string DescribeCounts(const FindingCounts& counts, Language language) {
  const std::pair<Severity, std::size_t> all[] = {{Severity::kError, counts.errors},
                                                  {Severity::kWarning, counts.warnings},
                                                  {Severity::kAsk, counts.asks},
                                                  {Severity::kNote, counts.notes}};
  std::string out;
  for (const auto& [severity, count] : all) {
    if (!out.empty()) out += " · ";
    if (language == Language::kKorean) {
      out.append(SeverityName(severity, language)).append(" ").append(std::to_string(count));
    } else {
      out.append(std::to_string(count)).append(" ").append(SeverityName(severity, language));
      if (count != 1) out += 's';
    }
  }
  return out;
}

namespace {

// The lines of places, as many as a sentence holds.
std::string LinesOf(const std::vector<Place>& places) {
  constexpr std::size_t kNamedMax = 5;
  std::string out;
  for (std::size_t i = 0; i < places.size() && i <= kNamedMax; ++i) {
    if (i > 0) out += ", ";
    out += i == kNamedMax ? "…" : std::to_string(places[i].line);
  }
  return out;
}

// Whether every figure and all text could be read: what holds is all that the document says only then.
bool IsReadWhole(const CheckReport& report) {
  constexpr std::string_view kLeftOut[] = {"notation.too_large", "notation.unreadable",
                                           "presence.cut_off"};
  return report.unread.empty() &&
         std::none_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
           return std::find(std::begin(kLeftOut), std::end(kLeftOut), finding.rule) !=
                  std::end(kLeftOut);
         });
}

}  // namespace

std::string DescribeCheck(const CheckReport& report, Language language) {
  const FindingCounts counts = CountFindings(report.findings);
  const std::size_t others = counts.total() - counts.errors;
  const bool whole = IsReadWhole(report);
  std::string out;
  if (language == Language::kKorean) {
    if (counts.errors > 0) {
      out = "맞지 않는 곳이 " + std::to_string(counts.errors) + "곳 있습니다.";
      if (others > 0) out += " 그 밖에 확인할 것이 " + std::to_string(others) + "건 있습니다.";
      return out;
    }
    out = report.coverage.empty() ? "검산할 수 있는 수치를 찾지 못했습니다."
          : whole                 ? "검산한 합계·차액·비율은 모두 맞습니다."
                  : "검산한 수치에서는 틀린 곳을 찾지 못했습니다.";
    if (!report.unread.empty()) {
      out += " 읽지 못해 검산하지 않은 글과 표가 " + std::to_string(report.unread.size()) + "곳(" +
             LinesOf(report.unread) + "행) 있습니다.";
    }
    out += others > 0 ? " 확인할 것이 " + std::to_string(others) + "건 있습니다."
                      : " 확인할 것이 없습니다.";
    return out;
  }
  const auto things = [](std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
  };
  if (counts.errors > 0) {
    out = things(counts.errors, "figure does not hold.", "figures do not hold.");
    if (others > 0)
      out += " Beside that, " + things(others, "point to look at.", "points to look at.");
    return out;
  }
  out = report.coverage.empty() ? "No figure could be proved."
        : whole                 ? "Every sum, difference and rate that could be proved holds."
                                : "No fault was found in the figures that could be proved.";
  if (!report.unread.empty()) {
    out += " " + things(report.unread.size(), "text or table", "texts and tables") +
           " could not be read and so not proved (lines " + LinesOf(report.unread) + ").";
  }
  out += others > 0 ? " " + things(others, "point to look at.", "points to look at.")
                    : " Nothing to look at.";
  return out;
}

std::string DescribeNotUnderstood(const Sheet& sheet, Language language) {
  const std::size_t count = sheet.not_understood.size();
  if (count == 0) return {};
  if (language == Language::kKorean) {
    return "뜻을 알지 못하여 그대로 둔 글이 " + std::to_string(count) + "줄 있습니다.";
  }
  return std::to_string(count) + (count == 1 ? " line was" : " lines were") +
         " not understood and kept as printed.";
}

}  // namespace yesan
