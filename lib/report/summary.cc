#include "yesan/report/summary.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "lib/report/facts.h"
#include "lib/report/page.h"
#include "yesan/money/amount.h"
#include "yesan/report/tables.h"
#include "yesan/report/text_table.h"

namespace yesan {
namespace {

using internal::Speaker;

const SummaryEntry* EntryOf(const Finding& finding, const std::vector<SummaryEntry>& entries) {
  return finding.document < entries.size() ? &entries[finding.document] : nullptr;
}

// From its first row to its last: the place of a table that was built by hand may be unknown.
bool Holds(const Table& table, Place place) {
  if (table.rows.empty() || !place.known()) return false;
  const Place first = table.rows.front().place;
  const Place last = table.rows.back().place;
  return first.known() && last.known() && place.offset >= first.offset &&
         std::uint64_t{place.offset} < std::uint64_t{last.offset} + std::max(last.length, 1u);
}

Unit UnitAt(const Sheet& sheet, Place place) {
  for (const Section& section : sheet.sections) {
    for (const Block& block : section.blocks) {
      if (block.table != nullptr && Holds(*block.table, place)) return block.table->unit;
    }
  }
  return Unit::kNone;
}

// The folder that all names share, its slash included: a table of documents says it once.
std::size_t SharedFolder(const std::vector<SummaryEntry>& entries) {
  if (entries.size() < 2) return 0;
  const std::string& first = entries.front().name;
  std::size_t shared = first.find_last_of("/\\");
  shared = shared == std::string::npos ? 0 : shared + 1;
  for (const SummaryEntry& entry : entries) {
    std::size_t common = 0;
    while (common < shared && common < entry.name.size() && entry.name[common] == first[common])
      ++common;
    if (common == shared) continue;
    const std::size_t slash =
        common == 0 ? std::string::npos : first.find_last_of("/\\", common - 1);
    shared = slash == std::string::npos ? 0 : slash + 1;
  }
  return shared;
}

std::string PlaceOf(const Finding& finding, const std::vector<SummaryEntry>& entries) {
  const SummaryEntry* entry = EntryOf(finding, entries);
  std::string out = entry != nullptr ? entry->name : std::string();
  if (finding.place.known()) {
    out += ":" + std::to_string(finding.place.line);
    if (finding.place.column != 0) out += ":" + std::to_string(finding.place.column);
  }
  return out;
}

std::vector<FindingCounts> CountsOf(const std::vector<SummaryEntry>& entries,
                                    const std::vector<Finding>& findings) {
  std::vector<FindingCounts> counts(entries.size());
  for (const Finding& finding : findings) {
    if (finding.document >= entries.size()) continue;
    const FindingCounts one = CountFindings({finding});
    FindingCounts& sum = counts[finding.document];
    sum.errors += one.errors;
    sum.warnings += one.warnings;
    sum.asks += one.asks;
    sum.notes += one.notes;
  }
  return counts;
}

TextTable DocumentTable(const std::vector<SummaryEntry>& entries,
                        const std::vector<Finding>& findings, Language language) {
  const Speaker say(language);
  TextTable table({{std::string(say("문서", "document"))},
                   {std::string(say("사업", "program"))},
                   {std::string(say("연도", "year")), Align::kRight},
                   {std::string(say("예산(천원)", "budget (thousand won)")), Align::kRight},
                   {std::string(say("오류", "errors")), Align::kRight},
                   {std::string(say("주의", "warnings")), Align::kRight},
                   {std::string(say("질문", "questions")), Align::kRight},
                   {std::string(say("참고", "notes")), Align::kRight}});
  table.caption = say("문서와 확인할 것의 수", "Documents and how much was found in each");
  const std::size_t shared = SharedFolder(entries);
  if (shared > 0) table.caption += ": " + entries.front().name.substr(0, shared);
  const std::vector<FindingCounts> counts = CountsOf(entries, findings);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SummaryEntry& entry = entries[i];
    if (entry.sheet == nullptr) {
      table.AddRow({entry.name.substr(shared), std::string(say("읽을 수 없음", "unreadable")), "",
                    "", "", "", "", ""});
      continue;
    }
    const internal::Facts facts(*entry.sheet);
    const std::optional<Money> current = facts.Current();
    table.AddRow({entry.name.substr(shared), std::string(entry.sheet->title.text),
                  facts.year > 0 ? std::to_string(facts.year) : "",
                  current ? internal::PrintValue(*current, Unit::kThousandWon) : "",
                  std::to_string(counts[i].errors), std::to_string(counts[i].warnings),
                  std::to_string(counts[i].asks), std::to_string(counts[i].notes)});
  }
  return table;
}

constexpr std::string_view kRankedKo = "확인할 것, 무거운 것부터";
constexpr std::string_view kRankedEn = "Findings, the heaviest first";

TextTable RankedTable(const std::vector<SummaryEntry>& entries, const std::vector<Finding>& ranked,
                      Language language) {
  const Speaker say(language);
  TextTable table({{std::string(say("순위", "rank")), Align::kRight},
                   {std::string(say("구분", "severity"))},
                   {std::string(say("위치", "place"))},
                   {std::string(say("대상", "about"))},
                   {std::string(say("설명", "statement"))}});
  table.caption = say(kRankedKo, kRankedEn);
  const std::size_t shared = SharedFolder(entries);
  if (shared > 0) table.caption += ": " + entries.front().name.substr(0, shared);
  std::size_t rank = 0;
  for (const Finding& finding : ranked) {
    const std::string place = PlaceOf(finding, entries);
    table.AddRow({std::to_string(++rank), std::string(SeverityName(finding.severity, language)),
                  finding.document < entries.size() ? place.substr(shared) : place,
                  Truncate(finding.subject, 60), finding.message.in(language)});
  }
  return table;
}

std::string Headline(const std::vector<SummaryEntry>& entries, const std::vector<Finding>& findings,
                     Language language) {
  const Speaker say(language);
  std::size_t unreadable = 0;
  for (const SummaryEntry& entry : entries) unreadable += entry.sheet == nullptr ? 1 : 0;
  const std::string read = std::to_string(entries.size() - unreadable);
  std::string out =
      say.korean()
          ? "문서 " + std::to_string(entries.size()) + "개 가운데 " + read + "개를 읽었습니다."
          : read + " of " + std::to_string(entries.size()) + " documents were read.";
  return out + " " + DescribeCounts(CountFindings(findings), language);
}

}  // namespace

std::optional<Money> AmountOff(const Finding& finding, const Sheet& sheet) {
  if (finding.difference.empty()) return std::nullopt;
  const Result<Amount> amount = ParseAmount(finding.difference);
  if (!amount || !amount->has_value()) return std::nullopt;
  const Result<Money> won = amount->InWon(UnitAt(sheet, finding.place));
  if (!won) return std::nullopt;
  const Result<Money> off = Abs(*won);
  if (!off) return std::nullopt;
  return *off;
}

void RankFindings(std::vector<Finding>& findings, const std::vector<SummaryEntry>& entries) {
  struct Key {
    std::size_t index;
    std::int64_t off;  // −1: no amount
  };
  std::vector<Key> keys;
  keys.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const SummaryEntry* entry = EntryOf(findings[i], entries);
    std::int64_t off = -1;
    if (findings[i].severity == Severity::kError && entry != nullptr && entry->sheet != nullptr) {
      if (const std::optional<Money> amount = AmountOff(findings[i], *entry->sheet))
        off = amount->minor();
    }
    keys.push_back({i, off});
  }
  std::stable_sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    const Finding& x = findings[a.index];
    const Finding& y = findings[b.index];
    return std::tie(x.severity, b.off, x.document, x.place.line, x.place.column, x.rule) <
           std::tie(y.severity, a.off, y.document, y.place.line, y.place.column, y.rule);
  });
  std::vector<Finding> ranked;
  ranked.reserve(findings.size());
  for (const Key& key : keys) ranked.push_back(std::move(findings[key.index]));
  findings = std::move(ranked);
}

void RenumberDocuments(std::vector<Finding>& findings, const std::vector<SummaryEntry>& entries) {
  std::vector<std::uint32_t> of_sheet;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].sheet != nullptr) of_sheet.push_back(static_cast<std::uint32_t>(i));
  }
  for (Finding& finding : findings) {
    if (finding.document < of_sheet.size()) finding.document = of_sheet[finding.document];
  }
}

std::string SummaryText(const std::vector<SummaryEntry>& entries,
                        const std::vector<Finding>& findings, const ReportOptions& options,
                        std::size_t findings_max) {
  const Speaker say(options.language);
  std::string out = Headline(entries, findings, options.language) + '\n';
  const TextTable documents = DocumentTable(entries, findings, options.language);
  if (!documents.empty()) out += '\n' + documents.ToText(options.columns_max);
  for (const SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) continue;
    out += '\n' + PrintableText(entry.name) + ": " +
           PrintableText(entry.refusal.in(options.language)) + '\n';
  }
  std::vector<Finding> ranked = findings;
  RankFindings(ranked, entries);
  // A list and no table: a place that is broken over lines cannot be followed.
  const std::size_t shown =
      findings_max == 0 ? ranked.size() : std::min(findings_max, ranked.size());
  if (shown > 0) out += '\n' + std::string(say(kRankedKo, kRankedEn)) + '\n';
  const std::size_t columns = options.columns_max == 0 ? std::string::npos : options.columns_max;
  for (std::size_t i = 0; i < shown; ++i) {
    const Finding& finding = ranked[i];
    const std::string number =
        Pad(std::to_string(i + 1), std::to_string(shown).size(), Align::kRight) + ". ";
    const std::string indent(number.size(), ' ');
    out += number + std::string(SeverityName(finding.severity, options.language)) + "  " +
           PrintableText(PlaceOf(finding, entries)) + '\n';
    std::string statement = finding.subject.empty() ? std::string() : finding.subject + ": ";
    statement += finding.message.in(options.language);
    const std::size_t room =
        columns == std::string::npos ? columns : columns - std::min(columns, indent.size());
    for (const std::string& line : Wrap(statement, room)) out += indent + line + '\n';
  }
  if (ranked.size() > shown) {
    out += std::string(say("그 밖에 ", "and ")) + std::to_string(ranked.size() - shown) +
           std::string(say("건", " more")) + '\n';
  }
  return out;
}

std::string SummaryHtml(const std::vector<SummaryEntry>& entries,
                        const std::vector<Finding>& findings, const ReportOptions& options) {
  const Language language = options.language;
  const Speaker say(language);
  std::vector<Finding> ranked = findings;
  RankFindings(ranked, entries);
  const std::string_view heading =
      say("사업별 설명서 검산: 모아 보기", "Program sheets, proved: summary");
  std::string out = internal::PageHead(heading, language);
  out += "<a class=\"skip\" href=\"#main\">" + std::string(say("본문으로", "Skip to the content")) +
         "</a>\n";
  out += "<header class=\"top\"><div class=\"wrap\">\n<p class=\"eyebrow\">" +
         EscapeHtml(options.document.empty() ? std::string(say("여러 문서", "Several documents"))
                                             : options.document) +
         "</p>\n<h1>" + EscapeHtml(heading) + "</h1>\n<p class=\"verdict\">" +
         EscapeHtml(Headline(entries, findings, language)) +
         "</p>\n</div></header>\n<main id=\"main\"><div class=\"wrap\">\n";
  out += "<section aria-labelledby=\"h-documents\">\n<h2 id=\"h-documents\">" +
         std::string(say("문서", "Documents")) + "</h2>\n" +
         internal::HtmlTable(DocumentTable(entries, findings, language),
                             [&](std::size_t row) { return entries[row].link; });
  bool any = false;
  for (const SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) continue;
    if (!any)
      out += "<h3>" + std::string(say("읽을 수 없는 문서", "Documents that could not be read")) +
             "</h3>\n<ul class=\"plain\">\n";
    any = true;
    out +=
        "<li>" + EscapeHtml(entry.name) + ": " + EscapeHtml(entry.refusal.in(language)) + "</li>\n";
  }
  if (any) out += "</ul>\n";
  out += "</section>\n<section aria-labelledby=\"h-ranked\">\n<h2 id=\"h-ranked\">" +
         std::string(say("확인할 것, 무거운 것부터", "Findings, the heaviest first")) + "</h2>\n";
  const TextTable table = RankedTable(entries, ranked, language);
  out += table.empty() ? "<p>" + std::string(say("없습니다.", "None.")) + "</p>\n"
                       : internal::HtmlTable(table, [&](std::size_t row) {
                           const Finding& finding = ranked[row];
                           const SummaryEntry* entry = EntryOf(finding, entries);
                           if (entry == nullptr || entry->link.empty()) return std::string();
                           return entry->link + (finding.place.known()
                                                     ? "#L" + std::to_string(finding.place.line)
                                                     : std::string());
                         });
  out += "</section>\n</div></main>\n" + internal::PageFoot(language);
  return out;
}

}  // namespace yesan
