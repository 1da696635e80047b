#include "yesan/report/report.h"

#include <algorithm>
#include <tuple>

#include "lib/report/facts.h"
#include "lib/report/source.h"
#include "yesan/base/text.h"
#include "yesan/report/tables.h"
#include "yesan/report/text_table.h"

namespace yesan {
namespace {

using internal::Speaker;

constexpr std::size_t kFiguresNamedMax = 40;

std::string TitleOf(const Sheet& sheet, const Speaker& say) {
  std::string title = PrintableText(sheet.title.text);
  if (title.empty()) title = say("(제목 없음)", "(no title)");
  if (sheet.fiscal_year > 0) title += " (" + std::to_string(sheet.fiscal_year) + ")";
  return title;
}

std::string PlaceText(const Finding& finding, const ReportOptions& options) {
  std::string out = PrintableText(options.document);
  if (!finding.place.known()) return out;
  if (!out.empty()) out += ':';
  out += std::to_string(finding.place.line);
  if (finding.place.column != 0) out += ":" + std::to_string(finding.place.column);
  return out;
}

// printed → expected (difference), as far as they exist.
std::string Contrast(const Finding& finding, const Speaker& say) {
  std::string out;
  if (!finding.printed.empty()) {
    out += std::string(say("인쇄 ", "printed ")) + Truncate(PrintableText(finding.printed), 60);
  }
  if (!finding.expected.empty()) {
    if (!out.empty()) out += " → ";
    out += std::string(say("기대 ", "expected ")) + Truncate(PrintableText(finding.expected), 60);
  }
  if (!finding.difference.empty()) {
    out += std::string(say(" (차이 ", " (difference ")) + PrintableText(finding.difference) + ")";
  }
  return out;
}

std::vector<TextTable> SheetTables(const Sheet& sheet, Language language) {
  std::vector<TextTable> tables;
  tables.push_back(OverviewTable(sheet, language));
  tables.push_back(FundingTable(sheet, language));
  tables.push_back(CostBasisTable(sheet, language));
  tables.push_back(ScheduleTable(sheet, language));
  tables.push_back(SettlementTable(sheet, language));
  return tables;
}

std::string RoundingNote(const Speaker& say) {
  return std::string(
      say("B−A, 증감률, 비중, 집행률은 여기서 계산한 값입니다(비율은 반올림, half-up).",
          "B−A, rates and shares are worked out here; rates are rounded half-up."));
}

std::string Roundings(const CheckReport& report, const Speaker& say) {
  std::string out(say("이 문서의 반올림과 모순되지 않는 방식: ",
                      "Roundings that no figure of the document contradicts: "));
  return out + (say.korean() ? report.roundings.ToKoreanString() : report.roundings.ToString());
}

// The figures that are not proved, or only roughly, named, as many as a reader will look at.
std::vector<std::string> Uncovered(const Sheet& sheet, const CheckReport& report,
                                   const Speaker& say) {
  std::vector<std::string> out;
  std::size_t more = 0;
  for (const ProvedFigure& figure : ProvedFigures(sheet, report)) {
    if (figure.proof == Proof::kProved) continue;
    if (out.size() == kFiguresNamedMax) {
      ++more;
      continue;
    }
    out.push_back(PrintableText(internal::NameOf(
                      figure, say.korean() ? Language::kKorean : Language::kEnglish)) +
                  " = " + PrintableText(figure.printed) +
                  std::string(figure.proof == Proof::kRough ? say(" · 대강만", " · roughly") : "") +
                  (figure.place.known()
                       ? std::string(say(" (", " (line ")) + std::to_string(figure.place.line) +
                             std::string(say("행)", ")"))
                       : std::string()));
  }
  if (more > 0) {
    out.push_back(std::string(say("그 밖에 ", "and ")) + std::to_string(more) +
                  std::string(say("개", " more")));
  }
  return out;
}

// Text that the reader did not understand, with its line, as much as a person will look at.
std::vector<std::string> NotUnderstood(const Sheet& sheet, const Speaker& say) {
  std::vector<std::string> out;
  for (const Text& text : sheet.not_understood) {
    if (out.size() == kFiguresNamedMax) {
      out.push_back(std::string(say("그 밖에 ", "and ")) +
                    std::to_string(sheet.not_understood.size() - kFiguresNamedMax) +
                    std::string(say("줄", " more")));
      break;
    }
    out.push_back(std::to_string(text.place.line) + std::string(say("행: ", ": ")) +
                  Truncate(PrintableText(text.text), 80));
  }
  return out;
}

std::string_view NotUnderstoodHeading(const Speaker& say) {
  return say("뜻을 알지 못하여 그대로 둔 글(행):",
             "Text that was not understood and is kept as it is (line):");
}

}  // namespace

void SortBySeverity(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.severity, a.document, a.place.line, a.place.column, a.rule) <
           std::tie(b.severity, b.document, b.place.line, b.place.column, b.rule);
  });
}

std::string FindingText(const Finding& finding, const Sheet& sheet, const ReportOptions& options) {
  const Speaker say(options.language);
  std::string out(SeverityName(finding.severity, options.language));
  out += " " + PrintableText(finding.rule);
  if (const std::string place = PlaceText(finding, options); !place.empty()) out += "  " + place;
  if (!finding.subject.empty()) out += "  " + PrintableText(finding.about(options.language));
  out += '\n';
  const std::size_t columns = options.columns_max == 0 ? std::string::npos : options.columns_max;
  const std::size_t inner =
      columns == std::string::npos ? columns : columns - std::min<std::size_t>(columns, 4);
  const auto paragraph = [&](const std::string& text) {
    if (text.empty()) return;
    for (const std::string& line : Wrap(text, inner)) out += "    " + line + '\n';
  };
  paragraph(Contrast(finding, say));
  paragraph(finding.message.in(options.language));
  const std::string_view source = sheet.source();
  if (finding.place.known() && finding.place.offset < source.size()) {
    const internal::SourceLine line = internal::LineAt(source, finding.place.offset);
    const std::string number = std::to_string(finding.place.line);
    const std::size_t gutter = number.size() + 3;
    const std::size_t room =
        columns == std::string::npos ? 240 : columns - std::min(columns, gutter + 4);
    const internal::Excerpt excerpt = internal::ExcerptOf(line, finding.place, room);
    out += "    " + number + " │ " + excerpt.text + '\n';
    if (excerpt.width > 0) {
      out += "    " + std::string(number.size(), ' ') + " │ " + std::string(excerpt.column, ' ') +
             std::string(excerpt.width, '^') + '\n';
    }
  }
  return out;
}

std::string ReportText(const Sheet& sheet, const CheckReport& report,
                       const ReportOptions& options) {
  const Speaker say(options.language);
  std::string out = TitleOf(sheet, say) + '\n';
  if (!options.document.empty()) out += PrintableText(options.document) + '\n';
  out += DescribeCheck(report, options.language) + "\n";
  if (const std::string unread = DescribeNotUnderstood(sheet, options.language); !unread.empty()) {
    out += unread + '\n';
  }
  bool any = false;
  for (const TextTable& table : SheetTables(sheet, options.language)) {
    if (table.empty()) continue;
    any = true;
    out += '\n' + table.ToText(options.columns_max);
  }
  if (any) {
    out += '\n';
    for (const std::string& line :
         Wrap(RoundingNote(say),
              options.columns_max == 0 ? std::string::npos : options.columns_max)) {
      out += line + '\n';
    }
  }
  std::vector<Finding> findings = report.findings;
  SortBySeverity(findings);
  if (!findings.empty()) out += '\n' + std::string(say("확인할 것", "Findings")) + '\n';
  for (const Finding& finding : findings) out += '\n' + FindingText(finding, sheet, options);
  out += '\n' + DescribeCounts(CountFindings(findings), options.language) + '\n';

  const TextTable coverage = CoverageTable(sheet, report, options.language);
  if (!coverage.empty()) {
    out += '\n' + coverage.ToText(options.columns_max);
    const std::vector<std::string> uncovered = Uncovered(sheet, report, say);
    if (!uncovered.empty()) {
      out += std::string(
                 say("검산하지 못했거나 대강만 본 수치:", "Figures not proved, or only roughly:")) +
             '\n';
      for (const std::string& name : uncovered) out += "  " + name + '\n';
    }
    out += Roundings(report, say) + '\n';
  }
  if (!sheet.not_understood.empty()) {
    out += '\n' + std::string(NotUnderstoodHeading(say)) + '\n';
    for (const std::string& line : NotUnderstood(sheet, say)) out += "  " + line + '\n';
  }
  return out;
}

std::string ReportMarkdown(const Sheet& sheet, const CheckReport& report,
                           const ReportOptions& options) {
  const Speaker say(options.language);
  std::string out = "# " + EscapeMarkdown(TitleOf(sheet, say)) + "\n\n";
  if (!options.document.empty()) out += EscapeMarkdown(options.document) + "\n\n";
  out += DescribeCheck(report, options.language) + "\n\n";
  if (const std::string unread = DescribeNotUnderstood(sheet, options.language); !unread.empty()) {
    out += unread + "\n\n";
  }
  const std::string_view headings[] = {say("예산 총괄", "Budget overview"), say("재원", "Funding"),
                                       say("산출근거", "Cost basis"), say("추진일정", "Schedule"),
                                       say("결산", "Settlement")};
  bool any = false;
  std::size_t at = 0;
  for (const TextTable& table : SheetTables(sheet, options.language)) {
    const std::string_view heading = headings[at++];
    if (table.empty()) continue;
    any = true;
    out += "## " + std::string(heading) + "\n\n" + table.ToMarkdown() + '\n';
  }
  if (any) out += RoundingNote(say) + "\n\n";
  std::vector<Finding> findings = report.findings;
  SortBySeverity(findings);
  out += "## " + std::string(say("확인할 것", "Findings")) + "\n\n";
  if (!findings.empty()) out += FindingsTable(findings, options.language).ToMarkdown() + '\n';
  out += DescribeCounts(CountFindings(findings), options.language) + "\n";
  const TextTable coverage = CoverageTable(sheet, report, options.language);
  if (!coverage.empty()) {
    out += "\n## " + std::string(say("검산", "What was proved")) + "\n\n" + coverage.ToMarkdown() +
           '\n';
    const std::vector<std::string> uncovered = Uncovered(sheet, report, say);
    if (!uncovered.empty()) {
      out += std::string(
                 say("검산하지 못했거나 대강만 본 수치:", "Figures not proved, or only roughly:")) +
             "\n\n";
      for (const std::string& name : uncovered) out += "- " + EscapeMarkdown(name) + '\n';
      out += '\n';
    }
    out += EscapeMarkdown(Roundings(report, say)) + '\n';
  }
  if (!sheet.not_understood.empty()) {
    out += '\n' + std::string(NotUnderstoodHeading(say)) + "\n\n";
    for (const std::string& line : NotUnderstood(sheet, say)) {
      out += "- " + EscapeMarkdown(line) + '\n';
    }
  }
  return out;
}

}  // namespace yesan
