// What became of the document before it was read: its end is lost, its columns are, or it is another document altogether.
// One statement takes the place of what its parts would be blamed for.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lib/check/context.h"
#include "lib/check/damage.h"
#include "yesan/calendar/fiscal_year.h"
#include "yesan/calendar/period.h"

namespace yesan::internal {
namespace {

using Rules = std::vector<std::string_view>;

bool Names(const Rules& rules, std::string_view rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

template <class Wanted>
void Withdraw(Context& context, Wanted wanted) {
  std::vector<Finding>& findings = context.report.findings;
  findings.erase(std::remove_if(findings.begin(), findings.end(), wanted), findings.end());
}

// What was proved with rules that cannot be trusted here is only looked at.
void Doubt(Context& context, const Rules& rules) {
  std::vector<Coverage> proved;
  for (const Coverage& coverage : context.report.coverage) {
    (Names(rules, coverage.rule) ? context.report.rough : proved).push_back(coverage);
  }
  context.report.coverage = std::move(proved);
}

// --- no program sheet ---

bool IsNoSheet(const Context& context) {
  if (!context.overview.rows.empty() || !context.basis.tree.empty() ||
      !context.funding.entries.empty() || context.funding.total.state != FigureState::kAbsent ||
      !context.schedule.steps.empty() || !context.settlement.years.empty()) {
    return false;
  }
  std::size_t known = 0;
  for (const Section& section : context.sheet.sections) {
    known += section.kind != SectionKind::kUnknown && section.kind != SectionKind::kGroup ? 1U : 0U;
  }
  return known <= 1;
}

void SayNoSheet(Context& context) {
  Withdraw(context, [](const Finding& finding) {
    return finding.rule == "presence.section" || finding.rule == "presence.usual_section";
  });
  context.Report(
      "presence.no_sheet", {}, "문서", "", "사업별 설명서", "",
      {"사업별 설명서로 보이지 않습니다. 예산 총괄, 사업비, 산출근거, 추진일정, 추진실적, 결산 "
       "현황을 찾았으나 하나도 없습니다.",
       "This looks like no program sheet (사업별 설명서): an overview (예산 총괄), funding "
       "(사업비), a cost basis (산출근거), a schedule (추진일정), results (추진실적) and a "
       "settlement (결산) were looked for, and there is none of them."});
}

// --- columns lost ---

// Figures that stand in a line, separated by single spaces.
std::size_t FiguresIn(std::string_view line) {
  std::size_t figures = 0;
  bool inside = false;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) ++figures;
    inside = digit || (inside && (c == ',' || c == '.'));
  }
  return figures;
}

// `- 2025. 4월 ~ 11월 구축`, `1분기: 2개소, 2분기: 3개소`: no row, which has an amount and no colon.
bool IsListItem(std::string_view line, const PeriodContext& periods) {
  if (line.find(':') != std::string_view::npos) return true;
  std::size_t outside = 0;
  std::size_t at = 0;
  for (const FoundPeriod& found : FindPeriods(line, periods)) {
    outside += FiguresIn(line.substr(at, found.offset - at));
    at = found.offset + found.length;
  }
  return outside + FiguresIn(line.substr(at)) == 0;
}

// A line of a table whose cells ran together; null when the section has a table or no such lines.
const Text* RunTogether(const Context& context, SectionKind kind) {
  constexpr std::size_t kFiguresMin = 3;
  if (context.sheet.FindTable(kind) != nullptr) return nullptr;
  PeriodContext periods;
  if (auto year = FiscalYear::Make(context.fiscal_year); year && context.fiscal_year != 0) {
    periods.fiscal_year = *year;
  }
  for (const Section& section : context.sheet.sections) {
    if (section.kind != kind) continue;
    std::size_t lines = 0;
    for (const Block& block : section.blocks) {
      if (block.table || FiguresIn(block.line.text) < kFiguresMin) continue;
      if (IsListItem(block.line.text, periods)) continue;
      if (++lines == 2) return &block.line;
    }
  }
  return nullptr;
}

bool SayColumnsLost(Context& context) {
  std::vector<std::string> ko;
  std::vector<std::string> en;
  const Text* first = nullptr;
  for (const SectionKind kind :
       {SectionKind::kOverview, SectionKind::kSchedule, SectionKind::kSettlement}) {
    const Text* line = RunTogether(context, kind);
    if (line == nullptr) continue;
    if (first == nullptr || line->place.offset < first->place.offset) first = line;
    ko.emplace_back(KoreanName(kind));
    en.push_back(std::string(Name(kind)) + " (" + std::string(KoreanName(kind)) + ")");
  }
  if (first == nullptr) return false;
  static const Rules kLevels = {"basis.formula",      "basis.item",         "basis.odd_line",
                                "basis.stated_total", "basis.sum",          "basis.total",
                                "basis.won_rounded",  "basis.won_thousand", "funding.total",
                                "schedule.basis"};
  Withdraw(context, [](const Finding& finding) {
    return finding.rule == "presence.section" || finding.rule == "presence.usual_section" ||
           Names(kLevels, finding.rule);
  });
  Doubt(context, kLevels);
  context.Report(
      "reading.columns", first->place, Subject({ko.front()}), Excerpt(first->text), "", "",
      {With(Join(ko, "·"), Particle::kTopic) +
           " 칸과 칸 사이가 한 칸씩만 떨어져 있어 열을 구분할 수 없습니다. 이 부분과 산출근거의 "
           "합은 "
           "검산하지 않았습니다. PDF에서 뽑은 글이면 열을 유지하여(pdftotext -layout) 다시 뽑아 "
           "주십시오.",
       "The cells of " + Join(en, ", ") +
           " are set apart by single spaces, so their columns cannot be told; they and the sums of "
           "the "
           "cost basis (산출근거) were not proved. If the text comes from a PDF, extract it again "
           "with "
           "its columns kept (pdftotext -layout)."});
  return true;
}

// --- the end lost ---

// The section with which the document ends, where others that always follow are missing.
const Section* EndsWithin(const Context& context) {
  const auto& sections = context.sheet.sections;
  const auto last = std::find_if(sections.rbegin(), sections.rend(),
                                 [](const Section& section) { return !section.blocks.empty(); });
  if (last == sections.rend() || !context.settlement.years.empty() ||
      context.sheet.FindTable(SectionKind::kSettlement) != nullptr) {
    return nullptr;
  }
  return &*last;
}

Place EndOf(const Section& section) {
  const Block& block = section.blocks.back();
  if (!block.table) return block.line.place;
  return block.table->rows.empty() ? block.table->place : block.table->rows.back().place;
}

void SayCutOff(Context& context) {
  std::vector<Finding>& findings = context.report.findings;
  const auto broken = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.rule == "presence.cut_off";
  });
  if (broken != findings.end()) {
    // A row that breaks off explains what its last cells and its table are blamed for.
    const std::uint32_t line = broken->place.line;
    const std::string section = broken->subject;
    Withdraw(context, [&](const Finding& finding) {
      if (finding.rule == "presence.cut_off") return false;
      return (line != 0 && finding.place.line == line) ||
             (finding.rule == "presence.total_row" && finding.subject == section) ||
             (finding.rule == "presence.column" && finding.subject.rfind(section, 0) == 0);
    });
    return;
  }
  const Section* section = EndsWithin(context);
  if (section == nullptr) return;
  const SectionKind kind = section->kind;
  const auto first = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return SaysShort(context, finding, kind);
  });
  if (first == findings.end()) return;
  const std::string name(KoreanName(kind));
  const std::string missing = first->difference;
  const std::string printed = first->printed;
  const std::string expected = first->expected;
  Withdraw(context, [&](const Finding& finding) {
    return SaysShort(context, finding, kind) || finding.rule == "overview.sum";
  });
  context.Report(
      "presence.cut_off", EndOf(*section), name, printed, expected, missing,
      {"문서가 " + name + "에서 끝나고 그 내역의 합이 총액에 모자랍니다(" + missing +
           "). 뒷부분이 잘려 나간 것으로 보입니다.",
       "The document ends within " + Quoted(std::string(Name(kind)), Language::kEnglish) + " (" +
           name + "), whose rows fall short of their total (" + missing +
           "): its end seems to be cut off."});
}

}  // namespace

void AmendDamageOf(Context& context) {
  if (IsNoSheet(context)) {
    SayNoSheet(context);
    return;
  }
  if (SayColumnsLost(context)) return;
  SayCutOff(context);
  SayRowsMissing(context);
}

}  // namespace yesan::internal
