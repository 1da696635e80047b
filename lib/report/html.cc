#include "yesan/report/html.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "lib/report/charts.h"
#include "lib/report/facts.h"
#include "lib/report/page.h"
#include "lib/report/source.h"
#include "yesan/money/format.h"
#include "yesan/report/tables.h"
#include "yesan/report/text_table.h"

namespace yesan {
namespace {

using internal::Facts;
using internal::HtmlTable;
using internal::PrintValue;
using internal::Scale;
using internal::Speaker;

// Most figures without a rule that the page names one by one.
constexpr std::size_t kFiguresNamedMax = 60;

std::string PlaceWords(Place place, const Speaker& say) {
  if (!place.known()) return std::string(say("위치 없음", "no place"));
  std::string out =
      say.korean() ? std::to_string(place.line) + "행" : "line " + std::to_string(place.line);
  if (place.column != 0) {
    out += say.korean() ? " " + std::to_string(place.column) + "열"
                        : ", column " + std::to_string(place.column);
  }
  return out;
}

std::string KeyFigures(const Facts& facts, const CheckReport& report, const Speaker& say,
                       Language language) {
  std::string out = "<dl class=\"keys\">\n";
  const Unit unit = internal::UnitOf(facts.overview.table);
  const auto in_unit = [&](Money value) {
    return PrintValue(value, unit) + std::string(say("", " ")) + std::string(Name(unit, language));
  };
  const std::optional<Money> current = facts.Current();
  const std::optional<Money> prior = facts.Prior();
  const std::string year = facts.year > 0 ? std::to_string(facts.year) : std::string();
  if (current) {
    out += internal::KeyFigure(
        year.empty() ? std::string(say("올해 예산", "This year's budget"))
                     : year + std::string(say("년 예산", " budget")),
        in_unit(*current),
        say.korean() ? FormatMixed(*current) : PrintValue(*current, Unit::kWon) + " won");
  }
  if (const std::optional<Money> change = internal::ChangeOf(prior, current)) {
    std::string rate = internal::PrintChangeRate(prior, current);
    if (!rate.empty()) rate += '%';
    out += internal::KeyFigure(say("전년 대비", "Against last year"),
                               rate.empty() ? in_unit(*change) : rate, in_unit(*change));
  }
  for (std::size_t i = facts.settlement.years.size(); i-- > 0;) {
    const SettlementYear& row = facts.settlement.years[i];
    const std::string rate =
        facts.settlement_scale == Scale::kMixed
            ? std::string()
            : internal::PrintShare(internal::ValueOf(row.disbursed, facts.settlement_scale),
                                   internal::ValueOf(row.current_budget, facts.settlement_scale),
                                   2);
    if (rate.empty()) continue;
    out +=
        internal::KeyFigure(std::to_string(row.year) + std::string(say("년 집행률", " executed")),
                            rate + "%", say("집행액 ÷ 예산현액", "disbursed ÷ current budget"));
    break;
  }
  std::size_t proved = 0;
  const std::vector<ProvedFigure> figures = ProvedFigures(facts.sheet, report);
  for (const ProvedFigure& figure : figures) proved += figure.proof == Proof::kProved ? 1 : 0;
  if (!figures.empty()) {
    out += internal::KeyFigure(say("검산한 수치", "Figures proved"),
                               std::to_string(proved) + " / " + std::to_string(figures.size()),
                               say("한 자리 오기나 맞바뀜도 드러나는 수치",
                                   "a misprinted digit or an exchange would show"));
  }
  const FindingCounts counts = CountFindings(report.findings);
  out += internal::KeyFigure(say("확인할 것", "To look at"),
                             std::to_string(counts.total()) + std::string(say("건", "")),
                             DescribeCounts(counts, language));
  return out + "</dl>\n";
}

// One section with a chart and its table; empty when there is neither.
std::string Chapter(std::string_view id, std::string_view heading, std::string_view lead,
                    const std::string& chart, const TextTable& table) {
  if (chart.empty() && table.empty()) return {};
  std::string out = "<section id=\"" + std::string(id) + "\" aria-labelledby=\"h-" +
                    std::string(id) + "\">\n<h2 id=\"h-" + std::string(id) + "\">" +
                    EscapeHtml(heading) + "</h2>\n";
  if (!lead.empty() && !chart.empty()) out += "<p class=\"lead\">" + EscapeHtml(lead) + "</p>\n";
  if (!chart.empty()) out += "<figure>\n" + chart + "</figure>\n";
  return out + HtmlTable(table) + "</section>\n";
}

std::string OverviewLead(const Facts& facts, const Speaker& say, Language language) {
  const std::optional<Money> a = facts.Prior();
  const std::optional<Money> b = facts.Current();
  const std::optional<Money> change = internal::ChangeOf(a, b);
  if (!change) return {};
  const std::string rate = internal::PrintChangeRate(a, b);
  if (rate.empty()) return {};
  const Result<Money> size = Abs(*change);
  if (!size) return {};
  const Unit unit = internal::UnitOf(facts.overview.table);
  const std::string amount =
      PrintValue(*size, unit) + std::string(say("", " ")) + std::string(Name(unit, language));
  if (change->is_zero())
    return std::string(say("지난해와 같은 예산입니다.", "The same budget as last year."));
  if (say.korean()) {
    return "지난해보다 " + amount + (change->sign() < 0 ? " 줄었습니다" : " 늘었습니다") + " (" +
           rate + "%).";
  }
  return amount + (change->sign() < 0 ? " less" : " more") + " than last year (" + rate + "%).";
}

std::string FindingItem(const Finding& finding, std::size_t number, bool linked, const Speaker& say,
                        Language language) {
  const std::string id = std::to_string(number);
  std::string out = "<li id=\"F" + id + "\">\n<div class=\"where\">" +
                    internal::Badge(finding.severity, language) + " ";
  const std::string place = EscapeHtml(PlaceWords(finding.place, say));
  out += linked && finding.place.known()
             ? "<a href=\"#L" + std::to_string(finding.place.line) + "\">" + place + "</a>"
             : place;
  out += "</div>\n<h4>" + id + ". " +
         EscapeHtml(finding.subject.empty() ? finding.rule : finding.about(language)) + "</h4>\n";
  if (!finding.printed.empty() || !finding.expected.empty()) {
    out += "<p class=\"contrast\">";
    if (!finding.printed.empty()) {
      out += std::string(say("인쇄 ", "printed ")) + "<b>" +
             EscapeHtml(Truncate(finding.printed, 90)) + "</b>";
    }
    if (!finding.expected.empty()) {
      out += std::string(finding.printed.empty() ? "" : " → ") +
             std::string(say("기대 ", "expected ")) + "<b>" +
             EscapeHtml(Truncate(finding.expected, 90)) + "</b>";
    }
    if (!finding.difference.empty()) {
      out += std::string(say(" (차이 ", " (difference ")) + EscapeHtml(finding.difference) + ")";
    }
    out += "</p>\n";
  }
  out += "<p>" + EscapeHtml(finding.message.in(language)) + "</p>\n<p class=\"rule\"><code>" +
         EscapeHtml(finding.rule) + "</code>";
  if (const Rule* rule = FindRule(finding.rule)) {
    out += " " + EscapeHtml(say(rule->ko, rule->en));
    if (!rule->source.empty()) out += " · " + EscapeHtml(rule->source);
  }
  return out + "</p>\n</li>\n";
}

// The listing: each line with its number, the spans of findings marked and linked to them.
std::string SourceListing(std::string_view source, const std::vector<Finding>& findings,
                          const Speaker& say) {
  struct Span {
    std::size_t from, to;
    std::size_t number;
  };
  std::vector<Span> spans;
  std::vector<std::pair<std::uint32_t, std::size_t>> at_line;  // line, number of the finding
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Place place = findings[i].place;
    if (!place.known()) continue;
    at_line.emplace_back(place.line, i + 1);
    const std::size_t from = std::min<std::size_t>(place.offset, source.size());
    const std::size_t to = std::min<std::size_t>(from + place.length, source.size());
    if (to > from) spans.push_back({from, to, i + 1});
  }
  std::sort(at_line.begin(), at_line.end());
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.from != b.from ? a.from < b.from : a.to > b.to;
  });
  // Marks do not overlap: each span begins where the one before it ended, at the earliest.
  std::size_t end = 0;
  for (Span& span : spans) {
    span.from = std::max(span.from, end);
    end = std::max(end, span.to);
  }

  std::string out = "<ol class=\"src\" lang=\"ko\">\n";
  std::uint32_t number = 0;
  std::size_t next_span = 0;
  std::size_t next_finding = 0;
  for (const internal::SourceLine& line : internal::LinesOfSource(source)) {
    ++number;
    const std::string id = std::to_string(number);
    std::vector<std::size_t> here;
    while (next_finding < at_line.size() && at_line[next_finding].first <= number) {
      if (at_line[next_finding].first == number) here.push_back(at_line[next_finding].second);
      ++next_finding;
    }
    out += "<li id=\"L" + id + "\"" + (here.empty() ? "" : " class=\"hit\"") +
           "><a class=\"no\" href=\"#L" + id + "\">" + id + "</a><span class=\"tx\">";
    std::size_t at = 0;
    const std::size_t line_end = line.offset + line.text.size();
    while (next_span < spans.size() && spans[next_span].from < line_end) {
      const Span& span = spans[next_span];
      if (span.to > span.from && span.to > line.offset + at) {
        const std::size_t from = std::max(span.from, line.offset + at) - line.offset;
        const std::size_t to = std::min(span.to, line_end) - line.offset;
        out += EscapeHtml(line.text.substr(at, from - at)) + "<mark><a href=\"#F" +
               std::to_string(span.number) + "\">" + EscapeHtml(line.text.substr(from, to - from)) +
               "</a></mark>";
        at = to;
      }
      if (span.to > line_end) break;  // goes on in the next line
      ++next_span;
    }
    out += EscapeHtml(line.text.substr(at));
    if (!here.empty()) {
      out += "<span class=\"refs\">";
      for (const std::size_t finding : here) {
        out += " <a href=\"#F" + std::to_string(finding) + "\" aria-label=\"" +
               std::string(say("확인할 것 ", "finding ")) + std::to_string(finding) + "\">[" +
               std::to_string(finding) + "]</a>";
      }
      out += "</span>";
    }
    out += "</span></li>\n";
  }
  return out + "</ol>\n";
}

std::string FindingsSection(const Sheet& sheet, const std::vector<Finding>& findings,
                            const Speaker& say, Language language) {
  const bool linked = !sheet.source().empty();
  std::string out =
      "<section id=\"findings\" aria-labelledby=\"h-findings\">\n<h2 id=\"h-findings\">" +
      std::string(say("확인할 것과 원문", "Findings beside the source")) +
      "</h2>\n<p class=\"lead\">" + DescribeCounts(CountFindings(findings), language) +
      std::string(
          say(". 위치를 누르면 원문의 그 줄로, 원문의 표시를 누르면 설명으로 갑니다.",
              ". A place leads to its line of the source, a mark in the source to its finding.")) +
      "</p>\n<div class=\"pair\">\n<div>\n";
  if (findings.empty()) out += "<p>" + std::string(say("없습니다.", "None.")) + "</p>\n";
  for (std::size_t i = 0; i < findings.size();) {
    const Severity severity = findings[i].severity;
    std::size_t end = i;
    while (end < findings.size() && findings[end].severity == severity) ++end;
    out += "<h3>" + std::string(SeverityName(severity, language)) + " " + std::to_string(end - i) +
           "</h3>\n<ol class=\"findings\">\n";
    for (; i < end; ++i) out += FindingItem(findings[i], i + 1, linked, say, language);
    out += "</ol>\n";
  }
  out += "</div>\n";
  if (linked) {
    out += "<div>\n<h3>" + std::string(say("원문", "Source")) +
           "</h3>\n<div class=\"source\" role=\"region\" tabindex=\"0\" "
           "aria-label=\"" +
           std::string(say("원문", "Source")) + "\">\n" +
           SourceListing(sheet.source(), findings, say) + "</div>\n</div>\n";
  }
  return out + "</div>\n</section>\n";
}

std::string ProofSection(const Sheet& sheet, const CheckReport& report, const Speaker& say,
                         Language language) {
  const TextTable table = CoverageTable(sheet, report, language);
  if (table.empty()) return {};
  std::string out =
      "<section id=\"proof\" aria-labelledby=\"h-proof\">\n<h2 id=\"h-proof\">" +
      std::string(say("무엇을 검산했나", "What was proved")) + "</h2>\n<p class=\"lead\">" +
      EscapeHtml(std::string(say("이 문서의 반올림과 모순되지 않는 방식: ",
                                 "Roundings that no figure of the document contradicts: ")) +
                 (say.korean() ? report.roundings.ToKoreanString() : report.roundings.ToString())) +
      "</p>\n" + HtmlTable(table);
  std::size_t named = 0;
  std::size_t uncovered = 0;
  std::string list;
  for (const ProvedFigure& figure : ProvedFigures(sheet, report)) {
    if (figure.proof == Proof::kProved) continue;
    ++uncovered;
    if (named == kFiguresNamedMax) continue;
    ++named;
    list += "<li>" +
            EscapeHtml(
                internal::NameOf(figure, say.korean() ? Language::kKorean : Language::kEnglish)) +
            " = " + EscapeHtml(Truncate(figure.printed, 60)) +
            std::string(figure.proof == Proof::kRough ? say(" · 대강만", " · roughly") : "") +
            " (" + EscapeHtml(PlaceWords(figure.place, say)) + ")</li>\n";
  }
  if (uncovered > 0) {
    out += "<h3>" +
           std::string(
               say("검산하지 못했거나 대강만 본 수치 ", "Figures not proved, or only roughly: ")) +
           std::to_string(uncovered) + std::string(say("개", "")) +
           "</h3>\n<ul class=\"plain\">\n" + list + "</ul>\n";
    if (uncovered > named) {
      out += "<p>" + std::string(say("그 밖에 ", "and ")) + std::to_string(uncovered - named) +
             std::string(say("개", " more")) + "</p>\n";
    }
  }
  return out + "</section>\n";
}

// Text that the reader did not understand, each line with its place, as much as a person will look at.
std::string UnreadSection(const Sheet& sheet, std::string_view heading, const Speaker& say) {
  if (sheet.not_understood.empty()) return {};
  const bool linked = !sheet.source().empty();
  std::string out =
      "<section id=\"unread\" aria-labelledby=\"h-unread\">\n<h2 id=\"h-unread\">" +
      EscapeHtml(heading) + "</h2>\n<p class=\"lead\">" +
      std::string(say("버린 글은 없습니다. 아래의 글은 표도 설명도 아니어서 검산에 쓰이지 "
                      "않았으니 원문에서 확인하십시오.",
                      "Nothing is lost, but these lines took no part in any proof: look "
                      "at them in the source.")) +
      "</p>\n<ol class=\"unread\">\n";
  std::size_t listed = 0;
  for (const Text& text : sheet.not_understood) {
    if (listed++ == kFiguresNamedMax) break;
    const std::string place = EscapeHtml(PlaceWords(text.place, say));
    out += "<li><span class=\"where\">" +
           (linked && text.place.known()
                ? "<a href=\"#L" + std::to_string(text.place.line) + "\">" + place + "</a>"
                : place) +
           "</span> <span lang=\"ko\">" + EscapeHtml(Truncate(text.text, 160)) + "</span></li>\n";
  }
  out += "</ol>\n";
  if (sheet.not_understood.size() > kFiguresNamedMax) {
    out += "<p>" + std::string(say("그 밖에 ", "and ")) +
           std::to_string(sheet.not_understood.size() - kFiguresNamedMax) +
           std::string(say("줄", " more")) + "</p>\n";
  }
  return out + "</section>\n";
}

}  // namespace

std::string ReportHtml(const Sheet& sheet, const CheckReport& report,
                       const ReportOptions& options) {
  const Language language = options.language;
  const Speaker say(language);
  const Facts facts(sheet);
  const std::string title = sheet.title.empty() ? std::string(say("(제목 없음)", "(no title)"))
                                                : std::string(sheet.title.text);
  std::vector<Finding> findings = report.findings;
  SortBySeverity(findings);

  struct Part {
    std::string_view id;
    std::string_view heading;
    std::string html;
  };
  std::vector<Part> parts;
  const auto add = [&](std::string_view id, std::string_view heading, std::string html) {
    if (!html.empty()) parts.push_back({id, heading, std::move(html)});
  };
  const auto section = [&](std::string_view id, std::string_view heading, std::string_view lead,
                           const std::string& chart, const TextTable& table) {
    add(id, heading, Chapter(id, heading, lead, chart, table));
  };
  // Each chart once for a wide page and once for a narrow screen; the style shows one of them.
  const auto both = [&](auto chart) {
    return chart(facts, language, internal::Room::kWide) +
           chart(facts, language, internal::Room::kNarrow);
  };
  section("overview", say("지난해와 올해", "Last year and this year"),
          OverviewLead(facts, say, language), both(internal::OverviewChart),
          OverviewTable(sheet, language));
  section("funding", say("재원", "Funding"), {}, {}, FundingTable(sheet, language));
  section(
      "basis", say("무엇에 쓰나", "What it is spent on"),
      say("산출근거의 각 항목이 전체에서 차지하는 몫입니다. 번호는 아래 표의 번호입니다.",
          "The parts of the cost basis within the whole. Numbers are those of the table below."),
      both(internal::BasisChart), CostBasisTable(sheet, language));
  section("schedule", say("언제 쓰나", "When it is spent"), {}, both(internal::ScheduleChart),
          ScheduleTable(sheet, language));
  section("settlement", say("지난 결산", "Settlements so far"), {}, both(internal::SettlementChart),
          SettlementTable(sheet, language));
  add("findings", say("확인할 것과 원문", "Findings beside the source"),
      FindingsSection(sheet, findings, say, language));
  const std::string_view unread = say("읽지 못한 글", "Text that was not read");
  add("unread", unread, UnreadSection(sheet, unread, say));
  add("proof", say("무엇을 검산했나", "What was proved"),
      ProofSection(sheet, report, say, language));

  std::string out = internal::PageHead(
      title + std::string(say(" – 사업별 설명서 검산", " – program sheet proved")), language);
  out += "<a class=\"skip\" href=\"#main\">" + std::string(say("본문으로", "Skip to the content")) +
         "</a>\n";
  out += "<header class=\"top\"><div class=\"wrap\">\n<p class=\"eyebrow\">" +
         std::string(say("사업별 설명서 검산", "Program sheet, proved"));
  if (facts.year > 0) out += " · " + std::to_string(facts.year) + std::string(say("년도", ""));
  if (!options.document.empty()) {
    out += " · " + EscapeHtml(internal::FileNameOf(options.document));
  }
  out += "</p>\n<h1 lang=\"ko\">" + EscapeHtml(title) + "</h1>\n<p class=\"verdict\">" +
         EscapeHtml(DescribeCheck(report, language)) + "</p>\n" +
         (sheet.not_understood.empty()
              ? std::string()
              : "<p class=\"unread\"><a href=\"#unread\">" +
                    EscapeHtml(DescribeNotUnderstood(sheet, language)) + "</a></p>\n") +
         KeyFigures(facts, report, say, language) + "<nav class=\"toc\" aria-label=\"" +
         std::string(say("차례", "Contents")) + "\"><ul>\n";
  for (const Part& part : parts) {
    out +=
        "<li><a href=\"#" + std::string(part.id) + "\">" + EscapeHtml(part.heading) + "</a></li>\n";
  }
  out += "</ul></nav>\n</div></header>\n<main id=\"main\"><div class=\"wrap\">\n";
  for (const Part& part : parts) out += part.html;
  out += "</div></main>\n" + internal::PageFoot(language);
  return out;
}

}  // namespace yesan
