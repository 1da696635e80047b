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

#include <sys/stat.h>
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

// Where the page of each document goes: a folder beside the summary with its name. Empty for one that was not read.
std::vector<fs::path> PagesOf(const fs::path& summary,
                              const std::vector<yesan::SummaryEntry>& entries) {
  const std::size_t digits = std::to_string(entries.size()).size();
  std::vector<fs::path> pages(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].sheet == nullptr) continue;
    std::string number = std::to_string(i + 1);
    number.insert(0, digits - number.size(), '0');
    pages[i] = summary.parent_path() / summary.stem() / (number + ".html");
  }
  return pages;
}

// An address in a page beside it, `./` before it so that no name is taken for a scheme.
std::string AddressOf(const fs::path& folder, const fs::path& page) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "./";
  for (const char c : folder.string()) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
        c == '_' || c == '.') {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out + "/" + page.filename().string();
}

// The document that one of the paths would be written over, or nothing.
const yesan::SummaryEntry* WrittenOver(const std::vector<fs::path>& paths,
                                       const std::vector<yesan::SummaryEntry>& entries) {
  for (const fs::path& path : paths) {
    if (path.empty()) continue;
    for (const yesan::SummaryEntry& entry : entries) {
      std::error_code ignored;
      if (fs::equivalent(path, entry.name, ignored)) return &entry;
    }
  }
  return nullptr;
}

// The report on each document that was read, the empty one for others.
std::vector<yesan::CheckReport> ReportsOf(const std::vector<yesan::SummaryEntry>& entries) {
  std::vector<const yesan::Sheet*> sheets;
  for (const yesan::SummaryEntry& entry : entries) {
    if (entry.sheet != nullptr) sheets.push_back(entry.sheet);
  }
  std::vector<yesan::CheckReport> checked = yesan::CheckEach(sheets);
  std::vector<yesan::CheckReport> reports(entries.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].sheet == nullptr) continue;
    reports[i] = std::move(checked[next++]);
    for (yesan::Finding& finding : reports[i].findings) {
      finding.document = static_cast<std::uint32_t>(i);
    }
  }
  return reports;
}

// Writes the page, or the summary and a page for each document. `findings` are those of all.
bool WriteHtml(const Options& options, const std::vector<yesan::CheckReport>& reports,
               const std::vector<yesan::Finding>& findings,
               std::vector<yesan::SummaryEntry>& entries) {
  const fs::path path = options.html;
  const bool one = entries.size() == 1;
  if (options.html == "-") {
    yesan::ReportOptions format;
    format.language = options.language;
    format.document = entries.front().name;
    return Print(yesan::ReportHtml(*entries.front().sheet, reports.front(), format));
  }
  std::vector<fs::path> pages = one ? std::vector<fs::path>() : PagesOf(path, entries);
  pages.push_back(path);
  if (const yesan::SummaryEntry* entry = WrittenOver(pages, entries)) {
    std::fprintf(stderr,
                 "%s: --html 경로가 읽을 문서와 같습니다 / --html names a document that is read\n",
                 yesan::PrintableText(entry->name).c_str());
    return false;
  }
  yesan::ReportOptions format;
  format.language = options.language;
  if (one) {
    format.document = entries.front().name;
    return WriteFile(path, yesan::ReportHtml(*entries.front().sheet, reports.front(), format));
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].sheet == nullptr) continue;
    format.document = entries[i].name;
    if (!WriteFile(pages[i], yesan::ReportHtml(*entries[i].sheet, reports[i], format)))
      return false;
    entries[i].link = AddressOf(path.stem(), pages[i]);
  }
  format.document.clear();
  return WriteFile(path, yesan::SummaryHtml(entries, findings, format));
}

// Excel in Korea takes CSV without a BOM for cp949; other programs take the BOM for a part of the first heading. So it is
// written where a person will open the file, and not into a pipe.
bool WantsBom(const Options& options) {
  if (options.bom != Bom::kAuto) return options.bom == Bom::kYes;
#ifdef _WIN32
  struct _stat64 status;
  return _fstat64(1, &status) == 0 && (status.st_mode & _S_IFMT) == _S_IFREG;
#else
  struct stat status;
  return fstat(1, &status) == 0 && S_ISREG(status.st_mode);
#endif
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
  std::size_t read = 0;
  for (const Document& document : documents) {
    yesan::SummaryEntry entry;
    entry.name = document.name;
    entry.refusal = document.refusal;
    if (document.sheet) {
      entry.sheet = &*document.sheet;
      ++read;
    }
    entries.push_back(std::move(entry));
  }
  const std::vector<yesan::CheckReport> reports = ReportsOf(entries);
  std::vector<yesan::Finding> findings;
  for (const yesan::CheckReport& report : reports) {
    findings.insert(findings.end(), report.findings.begin(), report.findings.end());
  }

  yesan::ReportOptions format;
  format.language = options.language;
  format.columns_max = options.width;
  const bool one = documents.size() == 1;
  if (options.html == "-" && !one) {
    std::fputs(
        "--html - 는 문서가 하나일 때만 쓸 수 있습니다 / --html - takes one document alone\n",
        stderr);
    return kUnreadable;
  }
  const bool unreadable = read < documents.size();
  // The summary names them itself.
  if (unreadable && (one || options.output != Output::kText)) {
    for (const yesan::SummaryEntry& entry : entries) {
      if (entry.sheet != nullptr) continue;
      std::fprintf(stderr, "%s: %s\n", yesan::PrintableText(entry.name).c_str(),
                   yesan::PrintableText(entry.refusal.in(options.language)).c_str());
    }
  }
  const bool data = options.output == Output::kJson || options.output == Output::kCsv;
  if (read == 0 && one && !data) return kUnreadable;

  bool written = true;
  if (!options.html.empty() && read > 0) {
    written = WriteHtml(options, reports, findings, entries);
    if (!written) return kUnreadable;
    if (options.html == "-") return findings.empty() ? kClean : kFindings;
  }
  if (!one) yesan::RankFindings(findings, entries);
  switch (options.output) {
    case Output::kJson:
      written = Print(FindingsAsJson(entries, findings));
      break;
    case Output::kCsv:
      written = Print((WantsBom(options) ? "\xEF\xBB\xBF" : "") +
                      FindingsAsCsv(entries, findings, options.language));
      break;
    case Output::kMarkdown:
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].sheet == nullptr) continue;
        format.document = entries[i].name;
        written = Print(yesan::ReportMarkdown(*entries[i].sheet, reports[i], format)) && written;
      }
      break;
    case Output::kText:
      if (one) format.document = entries.front().name;
      written = Print(one ? yesan::ReportText(*entries.front().sheet, reports.front(), format)
                          : yesan::SummaryText(entries, findings, format, options.top));
      break;
  }
  if (unreadable || !written) return kUnreadable;
  return findings.empty() ? kClean : kFindings;
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
