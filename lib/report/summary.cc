#include "yesan/report/summary.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

#include "lib/report/facts.h"
#include "lib/report/page.h"
#include "yesan/base/text.h"
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

std::string PlaceOf(const Finding& finding, const std::vector<SummaryEntry>& entries,
                    std::size_t shared = 0) {
  const SummaryEntry* entry = EntryOf(finding, entries);
  std::string out = entry != nullptr ? entry->name.substr(shared) : std::string();
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

struct Documents {
  TextTable table;
  std::vector<std::size_t> entry_of_row;  // entries.size(): a heading
};

// Where the name of a document stands: in a column, or on a line of its own above its row.
enum class Names { kBeside, kAbove };

// The documents with their counts, below their folders when there are several.
Documents DocumentsOf(const std::vector<SummaryEntry>& entries,
                      const std::vector<Finding>& findings, Language language, Names names) {
  const Speaker say(language);
  std::size_t unread = 0;
  for (const SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) unread += entry.sheet->not_understood.size();
  }
  const bool beside = names == Names::kBeside;
  std::vector<TableColumn> columns;
  if (beside) columns.push_back({std::string(say("문서", "document")), Align::kLeft, true});
  columns.push_back(
      {std::string(beside ? say("사업", "program") : say("문서, 사업", "document, program"))});
  const std::pair<std::string_view, std::string_view> numbers[] = {
      {"연도", "year"},      {"예산(천원)", "budget (thousand won)"},
      {"오류", "errors"},    {"주의", "warnings"},
      {"질문", "questions"}, {"참고", "notes"}};
  for (const auto& [ko, en] : numbers) {
    columns.push_back({std::string(say(ko, en)), Align::kRight});
  }
  if (unread > 0) {
    columns.push_back({std::string(say("못 읽은 줄", "lines not read")), Align::kRight});
  }
  Documents documents{TextTable(std::move(columns)), {}};
  TextTable& table = documents.table;
  table.caption = say("문서와 확인할 것의 수", "Documents and how much was found in each");
  const std::size_t shared = SharedFolder(entries);
  const auto folder_of = [&](const SummaryEntry& entry) {
    const std::size_t slash = entry.name.find_last_of("/\\");
    return slash == std::string::npos || slash + 1 < shared
               ? std::string()
               : entry.name.substr(shared, slash + 1 - shared);
  };
  bool folders = false;
  for (const SummaryEntry& entry : entries) folders = folders || !folder_of(entry).empty();
  const auto heading = [&](std::string text) {
    table.AddHeading(std::move(text));
    documents.entry_of_row.push_back(entries.size());
  };
  const std::vector<FindingCounts> counts = CountsOf(entries, findings);
  std::string folder;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SummaryEntry& entry = entries[i];
    if (folders && (i == 0 || folder_of(entry) != folder)) {
      folder = folder_of(entry);
      heading(folder.empty() ? "./" : folder);
    }
    std::string indent = folders ? "  " : "";
    const std::string name = indent + entry.name.substr(shared + folder.size());
    std::vector<std::string> cells;
    if (beside) {
      cells.push_back(name);
      indent.clear();
    } else {
      heading(name);
      indent += "  ";
    }
    documents.entry_of_row.push_back(i);
    if (entry.sheet == nullptr) {
      cells.push_back(indent + std::string(say("읽을 수 없음", "unreadable")));
      table.AddRow(std::move(cells));
      continue;
    }
    const internal::Facts facts(*entry.sheet);
    const std::optional<Money> current = facts.Current();
    cells.push_back(indent + std::string(Trim(entry.sheet->title.text)));
    cells.push_back(facts.year > 0 ? std::to_string(facts.year) : "");
    cells.push_back(current ? internal::PrintValue(*current, Unit::kThousandWon) : "");
    for (const std::size_t count : {counts[i].errors, counts[i].warnings, counts[i].asks,
                                    counts[i].notes, entry.sheet->not_understood.size()}) {
      cells.push_back(std::to_string(count));
    }
    table.AddRow(std::move(cells));
  }
  return documents;
}

// In one line a document where that fits, else with the names above: a name is never broken.
std::string DocumentsText(const std::vector<SummaryEntry>& entries,
                          const std::vector<Finding>& findings, const ReportOptions& options) {
  std::string shared;
  if (const std::size_t length = SharedFolder(entries); length > 0) {
    shared = ": " + entries.front().name.substr(0, length);
  }
  for (const Names names : {Names::kBeside, Names::kAbove}) {
    TextTable table = DocumentsOf(entries, findings, options.language, names).table;
    table.caption += shared;
    if (names == Names::kAbove) return table.ToText(options.columns_max);
    std::string text = table.ToText();
    if (options.columns_max == 0) return text;
    std::size_t widest = 0;
    for (std::size_t from = text.find('\n') + 1; from < text.size();) {
      const std::size_t to = text.find('\n', from);
      widest = std::max(widest, DisplayWidth(std::string_view(text).substr(from, to - from)));
      from = to + 1;
    }
    if (widest <= options.columns_max) return text;
  }
  return {};
}

constexpr std::string_view kRankedKo = "확인할 것, 무거운 것부터";
constexpr std::string_view kRankedEn = "Findings, the heaviest first";

// Findings that are one line of the summary: one, or the settlements of one year that disagree.
using Line = std::vector<const Finding*>;

constexpr std::string_view kSeparator = " · ";

// `결산 · 2018년` and `집행액` of `결산 · 2018년 · 집행액`.
std::pair<std::string_view, std::string_view> SplitSubject(std::string_view subject) {
  const std::size_t at = subject.rfind(kSeparator);
  if (at == std::string_view::npos) return {subject, {}};
  return {subject.substr(0, at), subject.substr(at + kSeparator.size())};
}

std::vector<Line> LinesOf(const std::vector<Finding>& ranked,
                          const std::vector<SummaryEntry>& entries) {
  std::vector<Line> lines;
  std::map<std::pair<std::string, std::string>, std::size_t> years;  // program, year -> line
  for (const Finding& finding : ranked) {
    const SummaryEntry* entry = EntryOf(finding, entries);
    if (finding.rule == "together.settlement" && entry != nullptr && entry->sheet != nullptr) {
      const auto [at, first] =
          years.emplace(std::make_pair(FoldName(entry->sheet->title.text),
                                       std::string(SplitSubject(finding.subject).first)),
                        lines.size());
      if (!first) {
        lines[at->second].push_back(&finding);
        continue;
      }
    }
    lines.push_back({&finding});
  }
  return lines;
}

// The sheet whose figure a finding of together.settlement was compared with: of the earlier sheets of the program the
// last that prints the figure.
const SummaryEntry* ComparedWith(const Finding& finding, const std::vector<SummaryEntry>& entries) {
  const SummaryEntry& later = entries[finding.document];
  const auto [where, what] = SplitSubject(finding.subject);
  const Figure SettlementYear::*figure = nullptr;
  for (const internal::SettlementColumnOf& column : internal::kSettlementColumns) {
    if (column.ko == what) figure = column.figure;
  }
  if (figure == nullptr) return nullptr;
  const std::string program = FoldName(later.sheet->title.text);
  const std::int32_t year = internal::Facts(*later.sheet).year;
  const SummaryEntry* found = nullptr;
  std::int32_t found_year = 0;
  for (const SummaryEntry& entry : entries) {
    if (&entry == &later || entry.sheet == nullptr ||
        FoldName(entry.sheet->title.text) != program) {
      continue;
    }
    const internal::Facts facts(*entry.sheet);
    if (facts.year > year || (facts.year == year && &entry > &later) ||
        (found != nullptr && facts.year < found_year)) {
      continue;
    }
    for (const SettlementYear& row : facts.settlement.years) {
      if (where != "결산 · " + std::to_string(row.year) + "년") continue;
      if ((row.*figure).state != FigureState::kValue) continue;
      found = &entry;
      found_year = facts.year;
    }
  }
  return found;
}

std::string StatementOf(const Line& line, const std::vector<SummaryEntry>& entries,
                        std::size_t shared, Language language) {
  const Speaker say(language);
  const Finding& first = *line.front();
  if (first.rule != "together.settlement" || first.document >= entries.size()) {
    return (first.subject.empty() ? std::string() : first.about(language) + ": ") +
           first.message.in(language);
  }
  std::string out =
      std::string(SplitSubject(first.about(language)).first) + ": " +
      std::string(say("설명서마다 금액이 다릅니다. ", "the sheets print different amounts. "));
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Finding& finding = *line[i];
    const SummaryEntry* other = ComparedWith(finding, entries);
    if (i > 0) out += "; ";
    out += std::string(SplitSubject(finding.about(language)).second) + " " + finding.printed +
           " (" + PlaceOf(finding, entries, shared) + ") ≠ " + finding.expected;
    if (other != nullptr) out += " (" + other->name.substr(shared) + ")";
  }
  return out + ".";
}

TextTable RankedTable(const std::vector<SummaryEntry>& entries, const std::vector<Line>& lines,
                      Language language) {
  const Speaker say(language);
  TextTable table({{std::string(say("순위", "rank")), Align::kRight},
                   {std::string(say("구분", "severity"))},
                   {std::string(say("위치", "place"))},
                   {std::string(say("설명", "statement"))}});
  table.caption = say(kRankedKo, kRankedEn);
  const std::size_t shared = SharedFolder(entries);
  std::size_t rank = 0;
  for (const Line& line : lines) {
    const Finding& finding = *line.front();
    table.AddRow({std::to_string(++rank), std::string(SeverityName(finding.severity, language)),
                  PlaceOf(finding, entries, shared), StatementOf(line, entries, shared, language)});
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

std::vector<std::size_t> Ranking(const std::vector<Finding>& findings,
                                 const std::vector<SummaryEntry>& entries) {
  struct Key {
    std::size_t index;
    std::int64_t off;  // −1: no amount
  };
  std::vector<Key> keys;
  keys.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const SummaryEntry* entry = EntryOf(findings[i], entries);
    std::int64_t off = -1;
    // Warnings that are about money before those about how things are written.
    const bool ranked =
        findings[i].severity == Severity::kError || findings[i].severity == Severity::kWarning;
    if (ranked && entry != nullptr && entry->sheet != nullptr) {
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
  std::vector<std::size_t> ranking;
  ranking.reserve(keys.size());
  for (const Key& key : keys) ranking.push_back(key.index);
  return ranking;
}

void RankFindings(std::vector<Finding>& findings, const std::vector<SummaryEntry>& entries) {
  std::vector<Finding> ranked;
  ranked.reserve(findings.size());
  for (const std::size_t index : Ranking(findings, entries)) {
    ranked.push_back(std::move(findings[index]));
  }
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
  if (!entries.empty()) out += '\n' + DocumentsText(entries, findings, options);
  for (const SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) continue;
    out += '\n' + PrintableText(entry.name) + ": " +
           PrintableText(entry.refusal.in(options.language)) + '\n';
  }
  std::vector<Finding> ranked = findings;
  RankFindings(ranked, entries);
  const std::vector<Line> lines = LinesOf(ranked, entries);
  const std::size_t shared = SharedFolder(entries);
  // A list and no table: a place that is broken over lines cannot be followed.
  const std::size_t shown = findings_max == 0 ? lines.size() : std::min(findings_max, lines.size());
  if (shown > 0) out += '\n' + std::string(say(kRankedKo, kRankedEn)) + '\n';
  const std::size_t columns = options.columns_max == 0 ? std::string::npos : options.columns_max;
  std::size_t told = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const Finding& finding = *lines[i].front();
    told += lines[i].size();
    const std::string number =
        Pad(std::to_string(i + 1), std::to_string(shown).size(), Align::kRight) + ". ";
    const std::string indent(number.size(), ' ');
    out += number + std::string(SeverityName(finding.severity, options.language)) + "  " +
           PrintableText(PlaceOf(finding, entries)) + '\n';
    const std::size_t room =
        columns == std::string::npos ? columns : columns - std::min(columns, indent.size());
    for (const std::string& line :
         Wrap(StatementOf(lines[i], entries, shared, options.language), room)) {
      out += indent + line + '\n';
    }
  }
  if (ranked.size() > told) {
    out += std::string(say("그 밖에 ", "and ")) + std::to_string(ranked.size() - told) +
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
  const std::vector<Line> lines = LinesOf(ranked, entries);
  const Documents documents = DocumentsOf(entries, findings, language, Names::kBeside);
  const std::size_t shared = SharedFolder(entries);
  const std::string_view heading =
      say("사업별 설명서 검산: 모아 보기", "Program sheets, proved: summary");
  std::string out = internal::PageHead(heading, language);
  out += "<a class=\"skip\" href=\"#main\">" + std::string(say("본문으로", "Skip to the content")) +
         "</a>\n";
  out += "<header class=\"top\"><div class=\"wrap\">\n<p class=\"eyebrow\">" +
         EscapeHtml(options.document.empty() ? say("여러 문서", "Several documents")
                                             : internal::FileNameOf(options.document)) +
         "</p>\n<h1>" + EscapeHtml(heading) + "</h1>\n<p class=\"verdict\">" +
         EscapeHtml(Headline(entries, findings, language)) +
         "</p>\n</div></header>\n<main id=\"main\"><div class=\"wrap\">\n";
  out += "<section aria-labelledby=\"h-documents\">\n<h2 id=\"h-documents\">" +
         std::string(say("문서", "Documents")) + "</h2>\n" +
         internal::HtmlTable(documents.table, [&](std::size_t row) {
           const std::size_t entry = documents.entry_of_row[row];
           return entry < entries.size() ? entries[entry].link : std::string();
         });
  bool any = false;
  for (const SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) continue;
    if (!any)
      out += "<h3>" + std::string(say("읽을 수 없는 문서", "Documents that could not be read")) +
             "</h3>\n<ul class=\"plain\">\n";
    any = true;
    out += "<li>" + EscapeHtml(entry.name.substr(shared)) + ": " +
           EscapeHtml(entry.refusal.in(language)) + "</li>\n";
  }
  if (any) out += "</ul>\n";
  out += "</section>\n<section aria-labelledby=\"h-ranked\">\n<h2 id=\"h-ranked\">" +
         std::string(say("확인할 것, 무거운 것부터", "Findings, the heaviest first")) + "</h2>\n";
  const TextTable table = RankedTable(entries, lines, language);
  out += table.empty() ? "<p>" + std::string(say("없습니다.", "None.")) + "</p>\n"
                       : internal::HtmlTable(table, [&](std::size_t row) {
                           const Finding& finding = *lines[row].front();
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
