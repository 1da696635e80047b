#include "program_sheet/findings.h"

#include <cstddef>
#include <string_view>

#include "yesan/base/text.h"
#include "yesan/report/tables.h"

namespace {

std::string JsonText(std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    // Bytes of a file name that are no UTF-8 become U+FFFD here.
    const char32_t c = yesan::NextCharacter(text, at);
    if (c == U'"' || c == U'\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == U'\n') {
      out += "\\n";
    } else if (c == U'\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F) {
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else {
      yesan::AppendCharacter(c, out);
    }
  }
  return out + "\"";
}

std::string CsvField(std::string_view text) {
  // A document is no friend: `=HYPERLINK(…)` in a label must not run in a spreadsheet. A figure stays a figure.
  const bool formula = !text.empty() &&
                       std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
                       text.find_first_not_of("+-0123456789.,") != std::string_view::npos;
  std::string value = (formula ? "'" : "") + std::string(text);
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string PlaceAsJson(yesan::Place place) {
  return "\"line\": " + std::to_string(place.line) +
         ", \"column\": " + std::to_string(place.column) +
         ", \"offset\": " + std::to_string(place.offset) +
         ", \"length\": " + std::to_string(place.length);
}

std::string NotUnderstood(const yesan::Sheet& sheet) {
  std::string out;
  for (const yesan::Text& text : sheet.not_understood) {
    out += (out.empty() ? "\n      {" : ",\n      {") + PlaceAsJson(text.place) +
           ", \"text\": " + JsonText(text.text) + "}";
  }
  return out;
}

std::string_view FileOf(const yesan::Finding& finding,
                        const std::vector<yesan::SummaryEntry>& entries) {
  return finding.document < entries.size() ? std::string_view(entries[finding.document].name)
                                           : std::string_view();
}

}  // namespace

std::string FindingsAsJson(const std::vector<yesan::SummaryEntry>& entries,
                           const std::vector<yesan::Finding>& findings) {
  std::string out = "{\n  \"documents\": [";
  bool first = true;
  for (const yesan::SummaryEntry& entry : entries) {
    out += first ? "\n" : ",\n";
    first = false;
    out += "    {\"file\": " + JsonText(entry.name);
    if (entry.sheet != nullptr) {
      out += ", \"read\": true, \"title\": " + JsonText(entry.sheet->title.text) +
             ", \"fiscal_year\": " + std::to_string(entry.sheet->fiscal_year) +
             ",\n     \"not_understood\": [" + NotUnderstood(*entry.sheet) + "]}";
    } else {
      out += ", \"read\": false, \"reason\": {\"ko\": " + JsonText(entry.refusal.ko) +
             ", \"en\": " + JsonText(entry.refusal.en) + "}}";
    }
  }
  out += "\n  ],\n  \"findings\": [";
  first = true;
  for (const yesan::Finding& finding : findings) {
    out += first ? "\n" : ",\n";
    first = false;
    out += "    {\"file\": " + JsonText(FileOf(finding, entries)) + ", " +
           PlaceAsJson(finding.place) + ",\n     \"rule\": " + JsonText(finding.rule) +
           ", \"severity\": " + JsonText(yesan::Name(finding.severity)) +
           ",\n     \"subject\": {\"ko\": " + JsonText(finding.about(yesan::Language::kKorean)) +
           ", \"en\": " + JsonText(finding.about(yesan::Language::kEnglish)) + "}" +
           ",\n     \"printed\": " + JsonText(finding.printed) +
           ", \"expected\": " + JsonText(finding.expected) +
           ", \"difference\": " + JsonText(finding.difference) +
           ",\n     \"message\": {\"ko\": " + JsonText(finding.message.ko) +
           ",\n                 \"en\": " + JsonText(finding.message.en) + "}}";
  }
  const yesan::FindingCounts counts = yesan::CountFindings(findings);
  out += std::string(findings.empty() ? "" : "\n  ") +
         "],\n  \"counts\": {\"error\": " + std::to_string(counts.errors) +
         ", \"warning\": " + std::to_string(counts.warnings) +
         ", \"ask\": " + std::to_string(counts.asks) +
         ", \"note\": " + std::to_string(counts.notes) + "}\n}\n";
  return out;
}

std::string FindingsAsCsv(const std::vector<yesan::SummaryEntry>& entries,
                          const std::vector<yesan::Finding>& findings, yesan::Language language) {
  std::string out = "file,line,column,severity,rule,subject,printed,expected,difference,message\n";
  for (const yesan::Finding& finding : findings) {
    const std::string line = finding.place.known() ? std::to_string(finding.place.line) : "";
    const std::string column =
        finding.place.column != 0 ? std::to_string(finding.place.column) : "";
    const std::string_view fields[] = {FileOf(finding, entries),
                                       line,
                                       column,
                                       yesan::Name(finding.severity),
                                       finding.rule,
                                       finding.about(language),
                                       finding.printed,
                                       finding.expected,
                                       finding.difference,
                                       finding.message.in(language)};
    bool first = true;
    for (const std::string_view field : fields) {
      if (!first) out += ',';
      first = false;
      out += CsvField(field);
    }
    out += '\n';
  }
  // A document that could not be read is a row too, or it would be missed.
  for (const yesan::SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) continue;
    out +=
        CsvField(entry.name) + ",,,unreadable,,,,,," + CsvField(entry.refusal.in(language)) + '\n';
  }
  return out;
}
