#include "yesan/check/check.h"

#include <algorithm>
#include <tuple>

#include "lib/check/context.h"
#include "lib/check/lost_cells.h"
#include "lib/check/tables.h"
#include "yesan/base/text.h"
#include "yesan/budget/rounding_inference.h"

namespace yesan {
namespace internal {

void CheckRoundingsOf(Context& context) {
  RoundingInference inference;
  std::vector<const RoundedFigure*> observed;
  std::stable_sort(context.rounded.begin(), context.rounded.end(),
                   [](const RoundedFigure& a, const RoundedFigure& b) {
                     return std::tie(a.place.line, a.place.offset) <
                            std::tie(b.place.line, b.place.offset);
                   });
  for (const RoundedFigure& figure : context.rounded) {
    inference.Add(figure.modes, figure.modes == RoundingSet::All());
    observed.push_back(&figure);
  }
  context.report.roundings = inference.modes();
  const auto emptied = inference.emptied_by();
  if (!emptied) return;
  const RoundedFigure& figure = *observed[*emptied];
  context.Report(
      "rounding.mixed", figure.place, figure.subject, figure.printed, "", "",
      {figure.subject + "의 " + Quoted(figure.printed, Language::kKorean) +
           "까지 한 가지 반올림 방식으로는 설명되지 않습니다. 이 금액에 맞는 방식은 " +
           figure.modes.ToKoreanString() + "입니다.",
       "No one rounding explains this figure together with those before it; this one fits " +
           figure.modes.ToString() + "."});
}

namespace {

void SortCoverage(std::vector<Coverage>& coverage) {
  std::sort(coverage.begin(), coverage.end(), [](const Coverage& a, const Coverage& b) {
    return std::tie(a.place.offset, a.place.line, a.place.column, a.place.length, a.rule) <
           std::tie(b.place.offset, b.place.line, b.place.column, b.place.length, b.rule);
  });
  coverage.erase(std::unique(coverage.begin(), coverage.end(),
                             [](const Coverage& a, const Coverage& b) {
                               return a.place == b.place && a.rule == b.rule;
                             }),
                 coverage.end());
}

// Tables with several figures of which no rule knows any, and text that nothing claims.
void ListUnread(Context& context) {
  std::vector<Place>& unread = context.report.unread;
  for (const Text& text : context.sheet.not_understood) {
    if (text.place.known()) unread.push_back(text.place);
  }
  const auto looked_at = [](const std::vector<Coverage>& list, const Place& table) {
    const auto at = std::lower_bound(
        list.begin(), list.end(), table.offset,
        [](const Coverage& a, std::uint32_t offset) { return a.place.offset < offset; });
    return at != list.end() && at->place.offset < std::uint64_t{table.offset} + table.length;
  };
  for (const Section& section : context.sheet.sections) {
    for (const Block& block : section.blocks) {
      if (!block.table || !block.table->place.known()) continue;
      const Place& place = block.table->place;
      if (looked_at(context.report.coverage, place) || looked_at(context.report.rough, place))
        continue;
      if (HoldsFigures(*block.table)) unread.push_back(place);
    }
  }
  std::sort(unread.begin(), unread.end(),
            [](const Place& a, const Place& b) { return a.offset < b.offset; });
  // Pieces of one line are one.
  unread.erase(std::unique(unread.begin(), unread.end(),
                           [](const Place& a, const Place& b) { return a.line == b.line; }),
               unread.end());
}

// Two rules' readers may come upon the same fault: the same rule says the same thing once.
void DropRepeated(std::vector<Finding>& findings) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < findings.size(); ++at) {
    const Finding& finding = findings[at];
    bool repeated = false;
    // Findings are in the order of the document: equals stand close together.
    for (std::size_t i = kept; i-- > 0 && findings[i].place == finding.place && !repeated;) {
      const Finding& before = findings[i];
      repeated = before.rule == finding.rule && before.printed == finding.printed &&
                 before.expected == finding.expected && before.subject == finding.subject;
      if (finding.rule == "presence.missing_figure" && before.rule == finding.rule) repeated = true;
    }
    if (repeated) continue;
    if (kept != at) findings[kept] = std::move(findings[at]);
    ++kept;
  }
  findings.resize(kept);
}

// A cell whose subsidy part is printed above its total, `(x 22,000)` over `44,500`: a finding stands at the one of the two
// that it is about, not over both lines and what is printed between.
void PointAtOneFigure(Context& context) {
  const std::string_view source = context.sheet.source();
  for (Finding& finding : context.report.findings) {
    const std::string_view printed = finding.printed;
    const std::size_t close = printed.find(')');
    if (printed.empty() || printed.front() != '(' || close == std::string_view::npos ||
        !finding.place.known() || finding.place.offset >= source.size())
      continue;
    const Text cell{source.substr(finding.place.offset, finding.place.length), finding.place};
    if (cell.text.find('\n') == std::string_view::npos) continue;
    const bool part = finding.message.en.find("subsidy part") != std::string::npos;
    const std::string_view figure =
        part ? printed.substr(0, close + 1) : Trim(printed.substr(close + 1));
    const std::size_t at = part ? cell.text.find(figure) : cell.text.rfind(figure);
    if (figure.empty() || at == std::string_view::npos) continue;
    finding.place = context.sheet.PlaceOf(cell, at, figure.size());
  }
}

}  // namespace
}  // namespace internal

CheckReport Check(const Sheet& sheet) {
  internal::Context context(sheet);
  constexpr std::size_t kUsualFindings = 16;
  context.report.findings.reserve(kUsualFindings);
  // What the reader noticed stands among the findings, so that nobody has to ask for it.
  context.report.findings = sheet.reading;
  internal::CheckFundingOf(context);
  internal::CheckOverviewOf(context);
  internal::CheckBasisOf(context);
  internal::CheckScheduleOf(context);
  internal::CheckPlansOf(context);
  internal::CheckContractsOf(context);
  internal::CheckHistoryOf(context);
  internal::CheckSettlementOf(context);
  internal::CheckResultsOf(context);
  internal::CheckTotalsOf(context);
  internal::CheckItemsOf(context);
  internal::CheckFundingRows(context);
  internal::CheckYearsOf(context);
  internal::CheckNotationOf(context);
  internal::CheckPresenceOf(context);
  internal::CheckSizesOf(context);
  internal::CheckRoundingsOf(context);
  SortByPlace(context.report.findings);
  internal::AmendDamageOf(context);
  internal::DoubtTheReadingOf(context);
  internal::NameCulprits(context);
  internal::PointAtOneFigure(context);
  internal::DoubtExchanged(context);
  SortByPlace(context.report.findings);
  internal::DropRepeated(context.report.findings);
  internal::SortCoverage(context.report.coverage);
  internal::SortCoverage(context.report.rough);
  internal::ListUnread(context);
  return std::move(context.report);
}

}  // namespace yesan
