#include "lib/check/context.h"
#include "lib/sheet/subject.h"

#include <utility>

namespace yesan::internal {
namespace {

// The first minus mark that is printed in the document: what is expected is printed in the same hand.
SignMark MinusOf(const OverviewView& overview, const SettlementView& settlement) {
  const auto mark = [](const Figure& figure) {
    const SignMark sign = figure.amount.total.sign;
    return figure.state == FigureState::kValue && IsNegative(sign) && sign != SignMark::kParentheses
               ? sign
               : SignMark::kNone;
  };
  for (const OverviewRow& row : overview.rows) {
    for (const Figure* figure : {&row.change, &row.rate, &row.current}) {
      if (mark(*figure) != SignMark::kNone) return mark(*figure);
    }
  }
  for (const SettlementYear& year : settlement.years) {
    for (const Figure* figure : {&year.net_adjustment, &year.transfer, &year.lapsed}) {
      if (mark(*figure) != SignMark::kNone) return mark(*figure);
    }
  }
  return SignMark::kDelta;
}

}  // namespace

Context::Context(const Sheet& sheet_in)
    : sheet(sheet_in),
      basics(BasicsOf(sheet_in)),
      funding(FundingOf(sheet_in)),
      overview(OverviewOf(sheet_in)),
      basis(CostBasisOf(sheet_in)),
      schedule(ScheduleOf(sheet_in)),
      settlement(SettlementOf(sheet_in)),
      results(ResultsOf(sheet_in)) {
  fiscal_year = sheet.fiscal_year;
  if (fiscal_year == 0) fiscal_year = overview.current_year;
  if (fiscal_year == 0) fiscal_year = schedule.year;
  minus = MinusOf(overview, settlement);
}

void Context::Report(std::string_view rule, Place place, std::string subject, std::string printed,
                     std::string expected, std::string difference, Message message) {
  Finding finding;
  finding.rule = rule;
  const Rule* known = FindRule(rule);
  if (known != nullptr) finding.severity = known->severity;
  finding.place = place;
  SetSubject(finding, std::move(subject));
  finding.printed = std::move(printed);
  finding.expected = std::move(expected);
  finding.difference = std::move(difference);
  finding.message = std::move(message);
  report.findings.push_back(std::move(finding));
}

void Context::AddTo(std::vector<Coverage>& list, std::string_view rule, const Place& place) {
  // Figures come in runs of one rule.
  if (covering == nullptr || covering->id != rule) covering = FindRule(rule);
  if (covering != nullptr && place.known()) list.push_back({place, covering->id});
}

void Context::Cover(std::string_view rule, Place place) { AddTo(report.coverage, rule, place); }

void Context::Cover(std::string_view rule, const std::vector<Quantity>& quantities) {
  for (const Quantity& quantity : quantities) Cover(rule, quantity.place);
}

void Context::Rounded(const Figure& figure, std::string subject, RoundingSet modes) {
  // All seven modes leave an exact figure alone: it tells nothing.
  if (modes == RoundingSet::All()) return;
  rounded.push_back(
      {figure.printed.place, std::string(figure.printed.text), std::move(subject), modes});
}

void SetSubject(Finding& finding, std::string subject) {
  finding.subject = std::move(subject);
  finding.subject_en = EnglishSubject(finding.subject);
}

std::string Subject(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += Excerpt(part);
  }
  return out;
}

bool IsTotalItself(const FundingView& view, const FundingEntry& entry) {
  const Place& total = view.total.printed.place;
  return total.known() && entry.amount.printed.place == total;
}

std::string HeadingOf(const Table* table, ColumnRole role, std::string_view otherwise) {
  if (table != nullptr) {
    const std::int32_t column = Sheet::ColumnOf(*table, role);
    if (column >= 0) {
      const Text& heading = table->columns[static_cast<std::size_t>(column)].heading;
      if (!heading.empty()) return Excerpt(heading.text);
    }
  }
  return std::string(otherwise);
}

}  // namespace yesan::internal
