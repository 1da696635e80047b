// Reads program sheets (사업별 설명서), proves them, prints what they say and what was found, and draws an HTML page.
//
//   program_sheet --html report.html data/seoul-2021-village-community-center.txt
//
// `program_sheet --help` says the rest. Exit status: 0 nothing found, 1 findings, 2 something could not be read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include "program_sheet/documents.h"
#include "program_sheet/findings.h"
#include "program_sheet/options.h"
#include "yesan/base/text.h"
#include "yesan/base/version.h"
#include "yesan/check/check.h"
#include "yesan/report/html.h"
#include "yesan/report/report.h"
#include "yesan/report/summary.h"
#include "yesan/report/text_table.h"

namespace {

namespace fs = std::filesystem;

constexpr int kClean = 0;
constexpr int kFindings = 1;
constexpr int kUnreadable = 2;

bool ErrorsGoToTerminal() {
#ifdef _WIN32
  return _isatty(2) != 0;
#else
  return isatty(2) != 0;
#endif
}

bool Print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
         std::fflush(stdout) == 0;
}

// One line on a terminal that is written over and over, and gone at the end.
class Progress {
 public:
  explicit Progress(std::size_t count) : count_(count), on_(count > 1 && ErrorsGoToTerminal()) {}
  ~Progress() {
    if (on_) std::fputs("\r\033[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void Show(std::size_t number, const std::string& name) const {
    if (!on_) return;
    const std::string line = std::to_string(number) + "/" + std::to_string(count_) + " " +
                             yesan::Truncate(yesan::PrintableText(name), 60);
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
  }

 private:
  std::size_t count_;
  bool on_;
};

bool WriteFile(const fs::path& path, const std::string& text) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  std::FILE* file = std::fopen(path.string().c_str(), "wb");
  bool good = file != nullptr;
  if (good) good = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (file != nullptr && std::fclose(file) != 0) good = false;
  if (!good) std::fprintf(stderr, "쓸 수 없습니다 / cannot write: %s\n", path.string().c_str());
  return good;
}

// What Check says of one sheet of several, with the findings that the others brought.
yesan::CheckReport ReportOf(std::size_t document, const yesan::Sheet& sheet,
                            const std::vector<yesan::Finding>& findings) {
  yesan::CheckReport report = yesan::Check(sheet);
  report.findings.clear();
  for (const yesan::Finding& finding : findings) {
    if (finding.document == document) report.findings.push_back(finding);
  }
  return report;
}

// A page for each document, in the folder beside the summary; sets the links.
bool WritePages(const fs::path& summary, const std::vector<yesan::Finding>& findings,
                const Options& options, std::vector<yesan::SummaryEntry>& entries) {
  const fs::path folder = summary.parent_path() / summary.stem();
  const std::size_t digits = std::to_string(entries.size()).size();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].sheet == nullptr) continue;
    std::string number = std::to_string(i + 1);
    number.insert(0, digits - number.size(), '0');
    yesan::ReportOptions report;
    report.language = options.language;
    report.document = entries[i].name;
    if (!WriteFile(folder / (number + ".html"),
                   yesan::ReportHtml(*entries[i].sheet, ReportOf(i, *entries[i].sheet, findings),
                                     report))) {
      return false;
    }
    // Only the name of the summary itself could need escaping in an address; a dot path is free of it.
    std::string link;
    for (const char c : summary.stem().string()) {
      const auto byte = static_cast<unsigned char>(c);
      constexpr char kHex[] = "0123456789ABCDEF";
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
          c == '_' || c == '.') {
        link += c;
      } else {
        link += '%';
        link += kHex[byte >> 4];
        link += kHex[byte & 15];
      }
    }
    entries[i].link = "./" + link + "/" + number + ".html";
  }
  return true;
}

int Run(const Options& options) {
  std::vector<Document> documents = FindDocuments(options.paths);
  {
    const Progress progress(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      progress.Show(i + 1, documents[i].name);
      ReadDocument(options, documents[i]);
    }
  }
  std::vector<yesan::SummaryEntry> entries;
  std::vector<const yesan::Sheet*> sheets;
  for (const Document& document : documents) {
    yesan::SummaryEntry entry;
    entry.name = document.name;
    entry.refusal = document.refusal;
    if (document.sheet) {
      entry.sheet = &*document.sheet;
      sheets.push_back(entry.sheet);
    }
    entries.push_back(std::move(entry));
  }
  yesan::CheckReport report = yesan::CheckTogether(sheets);
  yesan::RenumberDocuments(report.findings, entries);

  yesan::ReportOptions format;
  format.language = options.language;
  format.columns_max = options.width;
  const bool one = documents.size() == 1;
  const bool unreadable = sheets.size() < documents.size();
  // The summary names them itself.
  if (unreadable && (one || options.output != Output::kText)) {
    for (const yesan::SummaryEntry& entry : entries) {
      if (entry.sheet != nullptr) continue;
      std::fprintf(stderr, "%s: %s\n", yesan::PrintableText(entry.name).c_str(),
                   yesan::PrintableText(entry.refusal.in(options.language)).c_str());
    }
  }
  const bool data = options.output == Output::kJson || options.output == Output::kCsv;
  if (sheets.empty() && one && !data) return kUnreadable;
  if (one && !unreadable) {
    format.document = entries.front().name;
    report = ReportOf(0, *entries.front().sheet, report.findings);
  }

  bool written = true;
  if (!options.html.empty() && !sheets.empty()) {
    const fs::path path = options.html;
    for (const yesan::SummaryEntry& entry : entries) {
      std::error_code ignored;
      if (!fs::equivalent(path, entry.name, ignored)) continue;
      std::fprintf(
          stderr, "%s: --html 경로가 읽을 문서와 같습니다 / --html names a document that is read\n",
          entry.name.c_str());
      return kUnreadable;
    }
    written = one ? WriteFile(path, yesan::ReportHtml(*entries.front().sheet, report, format))
                  : WritePages(path, report.findings, options, entries) &&
                        WriteFile(path, yesan::SummaryHtml(entries, report.findings, format));
  }
  if (!one) yesan::RankFindings(report.findings, entries);
  switch (options.output) {
    case Output::kJson:
      written = Print(FindingsAsJson(entries, report.findings)) && written;
      break;
    case Output::kCsv:
      written = Print(FindingsAsCsv(entries, report.findings, options.language)) && written;
      break;
    case Output::kMarkdown:
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].sheet == nullptr) continue;
        format.document = entries[i].name;
        written =
            Print(yesan::ReportMarkdown(*entries[i].sheet,
                                        ReportOf(i, *entries[i].sheet, report.findings), format)) &&
            written;
      }
      break;
    case Output::kText:
      written = Print(one ? yesan::ReportText(*entries.front().sheet, report, format)
                          : yesan::SummaryText(entries, report.findings, format, options.top)) &&
                written;
      break;
  }
  if (unreadable || !written) return kUnreadable;
  return report.findings.empty() ? kClean : kFindings;
}

}  // namespace

int main(int argc, char** argv) {
  yesan::Message problem;
  const std::optional<Options> options = ParseOptions(argc, argv, problem);
  if (!options) {
    std::fprintf(
        stderr, "%s\n%s\n\n%s", problem.ko.c_str(), problem.en.c_str(),
        (HelpText(yesan::Language::kKorean) + "\n" + HelpText(yesan::Language::kEnglish)).c_str());
    return kUnreadable;
  }
  if (options->help) {
    Print(HelpText(yesan::Language::kKorean) + "\n" + HelpText(yesan::Language::kEnglish));
    return kClean;
  }
  if (options->version) {
    Print("yesan " + std::string(yesan::Version()) + "\n");
    return kClean;
  }
  return Run(*options);
}
