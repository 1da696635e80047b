// Loads a budget and a year's entries out of CSV files and prints the settlement, program by program.
//
//   csv_settle data/budget-2021.csv data/entries-2021.csv
//   csv_settle --csv … > settlement.csv        as CSV, for a spreadsheet
//   csv_settle --help                          every option
//
// Exit status: 0 settled, 1 a file has problems, which are listed, 2 wrong usage, or a file that cannot be opened.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "yesan/base/message.h"
#include "yesan/exchange/csv_tables.h"
#include "yesan/exchange/load.h"
#include "yesan/money/format.h"
#include "yesan/report/text_table.h"
#include "yesan/settlement/settle.h"

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace {

constexpr std::string_view kHelpKo = R"(사용법: csv_settle [선택]… 예산.csv 기록.csv

예산을 읽어 성립시키고, 한 해의 기록(지출원인행위, 지출, 전용 …)을 읽어 쌓은 뒤, 사업별 결산을 출력합니다.
예산을 넘는 기록은 거절하지만 법령은 묻지 않습니다: 의결과 결정, 배정, 담당자, 전용의 제한은 보지 않습니다.
첫 행은 열 이름입니다: 회계연도 회계 부서 세부사업 통계목 금액 …, 기록에는 일자 종류 원인행위 ….
영어 이름(fiscal_year account …)도 됩니다. 잘못된 칸은 모두 모아 보여 줍니다.

  --year 연도          회계연도 (2021)
  --by program|item|account   결산의 줄: 세부사업(기본), 예산과목, 회계
  --csv                결산을 CSV로 출력
  --stream             전부 아니면 전무가 아니라, 10,000행씩 나누어 기록 (큰 파일)
  --lang ko|en         출력 언어 (ko)
  --help
)";

constexpr std::string_view kHelpEn = R"(usage: csv_settle [option]… budget.csv entries.csv

Adopts the budget, posts a year's entries (commitments, disbursements, virements …), and prints the settlement
of each program. Entries beyond the budget are refused, but no law is asked: votes and decisions, allotments,
officers and the limits of virements are not looked at. The first row names the columns: fiscal_year account
department detailed_program object_item amount …, and of entries day kind reference …; Korean names will do as
well. Every field that is wrong is listed.

  --year YEAR          fiscal year (2021)
  --by program|item|account   rows of the settlement: detailed programs (default), items, accounts
  --csv                print the settlement as CSV
  --stream             post 10,000 rows at a time, instead of all or nothing (large files)
  --lang ko|en         language of the output (ko)
  --help
)";

struct Options {
  bool korean = true;
  bool csv = false;
  bool stream = false;
  bool help = false;
  std::int32_t year = 2021;
  yesan::GroupBy by = yesan::GroupBy::kDetailedProgram;
  std::vector<std::string> files;
};

void Print(std::string_view text, std::FILE* to = stdout) {
  std::fwrite(text.data(), 1, text.size(), to);
}

bool ReadOptions(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::string_view value = i + 1 < argc ? argv[i + 1] : "";
    if (argument == "--csv") {
      options.csv = true;
    } else if (argument == "--stream") {
      options.stream = true;
    } else if (argument == "--help") {
      options.help = true;
    } else if (argument == "--lang" && (value == "ko" || value == "en")) {
      options.korean = value == "ko";
      ++i;
    } else if (argument == "--year" && value.size() == 4 &&
               value.find_first_not_of("0123456789") == std::string_view::npos) {
      options.year = std::stoi(std::string(value));
      ++i;
    } else if (argument == "--by" &&
               (value == "program" || value == "item" || value == "account")) {
      options.by = value == "item"      ? yesan::GroupBy::kItem
                   : value == "account" ? yesan::GroupBy::kAccount
                                        : yesan::GroupBy::kDetailedProgram;
      ++i;
    } else if (argument.substr(0, 2) == "--") {
      return false;
    } else {
      options.files.emplace_back(argument);
    }
  }
  return options.help || options.files.size() == 2;
}

struct File {
  std::shared_ptr<std::FILE> file;
  std::uint64_t size = 0;

  explicit File(const std::string& path)
      : file(std::fopen(path.c_str(), "rb"), [](std::FILE* f) {
          if (f != nullptr) std::fclose(f);
        }) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path, error);
    if (!error) size = bytes;
  }
  [[nodiscard]] yesan::CsvSource source() const {
    return [f = file](char* buffer, std::size_t room) -> yesan::Result<std::size_t> {
      const std::size_t count = std::fread(buffer, 1, room, f.get());
      if (count == 0 && std::ferror(f.get()) != 0) return yesan::Error(yesan::Code::kInternal);
      return count;
    };
  }
};

// A line that is written over itself, on a terminal only: in a file or a pipe it would be rubbish.
std::function<bool(const yesan::LoadProgress&)> ProgressLine(bool korean) {
#if __has_include(<unistd.h>)
  if (isatty(fileno(stderr)) == 0) return nullptr;
  return [korean](const yesan::LoadProgress& progress) {
    const std::uint64_t percent =
        progress.bytes_total == 0 ? 0 : progress.bytes * 100 / progress.bytes_total;
    const std::string rows = std::to_string(progress.rows);
    Print("\r" + (korean ? rows + "행" : rows + " rows") + "  " + std::to_string(percent) + "%" +
              (progress.bytes == progress.bytes_total ? "\r\x1b[K" : ""),
          stderr);
    std::fflush(stderr);
    return true;
  };
#else
  (void)korean;
  return nullptr;
#endif
}

// Whether everything is in; what is not is listed.
bool Report(const std::string& path, const yesan::LoadReport& report, bool korean) {
  const yesan::Language language = korean ? yesan::Language::kKorean : yesan::Language::kEnglish;
  for (const yesan::CsvProblem& problem : report.problems)
    Print(path + ": " + problem.message.in(language) + "\n");
  if (report.more_problems) Print("…\n");
  if (report.ok()) return true;
  const std::string posted = std::to_string(report.posted);
  Print(korean ? path + ": 문제 " + std::to_string(report.problems.size()) + "개, 기록한 행 " +
                     posted + "개\n"
               : path + ": " + std::to_string(report.problems.size()) + " problems, " + posted +
                     " rows posted\n");
  return false;
}

std::string Figure(std::int64_t won) {
  const yesan::Result<std::string> text = yesan::FormatMoney(yesan::Money(won));
  return text ? *text : std::to_string(won);
}

std::string NameOf(const yesan::Book& book, const yesan::SettledRow& row, yesan::GroupBy by) {
  if (by == yesan::GroupBy::kAccount) return book.Find(yesan::AccountId{row.key})->name;
  if (by == yesan::GroupBy::kDetailedProgram)
    return std::string(book.YearsOf(yesan::ProgramId{row.key})->NameIn(row.fiscal_year));
  const yesan::ItemKey& key = *book.Find(yesan::ItemId{row.key});
  return std::string(book.YearsOf(key.program)->NameIn(row.fiscal_year)) + " " + key.object_item;
}

void PrintSettlement(const yesan::Book& book, const std::vector<yesan::SettledRow>& rows,
                     const Options& options) {
  const bool korean = options.korean;
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string text = yesan::Pad(cells[0], 26);
    for (std::size_t i = 1; i < cells.size(); ++i)
      text += " " + yesan::Pad(cells[i], 13, yesan::Align::kRight);
    Print(text + "\n");
  };
  Print(korean ? std::to_string(options.year) + "회계연도 세출 결산 (단위: 원)\n\n"
               : "Settlement of expenditure, fiscal year " + std::to_string(options.year) +
                     " (won)\n\n");
  line(korean ? std::vector<std::string>{"", "예산액", "예산변경", "예산현액", "원인행위액",
                                         "지출액", "이월액", "반납금", "집행잔액"}
              : std::vector<std::string>{"", "adopted", "adjustment", "current", "committed",
                                         "disbursed", "carried out", "refund", "unspent"});
  std::int64_t sums[8] = {};
  for (const yesan::SettledRow& row : rows) {
    const yesan::StatutoryColumns& c = row.total;
    const std::int64_t figures[8] = {
        c.adopted,        c.current_budget - c.adopted - c.carryover_in,
        c.current_budget, c.committed,
        c.disbursed,      c.carryover_out,
        c.subsidy_refund, c.unspent_balance};
    std::vector<std::string> cells = {NameOf(book, row, options.by)};
    for (std::size_t i = 0; i < 8; ++i) {
      sums[i] += figures[i];
      cells.push_back(Figure(figures[i]));
    }
    line(cells);
  }
  std::vector<std::string> cells = {korean ? "계" : "total"};
  for (const std::int64_t sum : sums) cells.push_back(Figure(sum));
  line(cells);
}

int Run(const Options& options) {
  const File budget_file(options.files[0]);
  const File entries_file(options.files[1]);
  if (!budget_file.file || !entries_file.file) {
    const std::string& path = budget_file.file ? options.files[1] : options.files[0];
    Print(path + (options.korean ? ": 열 수 없습니다.\n" : ": cannot be opened.\n"), stderr);
    return 2;
  }
  // Control as in Korea would want votes and allotments in the file as well; this book only keeps itself from overspending.
  yesan::Result<yesan::Book> made = yesan::Book::Make(
      yesan::Government{"", "새빛시", yesan::GovernmentKind::kCity}, yesan::Policy::Permissive());
  if (!made) return 2;
  yesan::Book book = std::move(*made);

  yesan::BudgetLoadOptions budget;
  budget.create = true;
  budget.day = *yesan::Date::Make(options.year, 1, 1);
  budget.bytes_total = budget_file.size;
  const yesan::BudgetLoad adopted = yesan::LoadBudget(budget_file.source(), book, budget);
  if (!Report(options.files[0], adopted.report, options.korean)) return 1;

  yesan::EntryLoadOptions entries;
  entries.atomic = !options.stream;
  entries.bytes_total = entries_file.size;
  entries.progress = ProgressLine(options.korean);
  const yesan::LoadReport loaded = yesan::LoadEntries(entries_file.source(), book, entries);
  if (!Report(options.files[1], loaded, options.korean)) return 1;

  const auto rows = yesan::Settle(book, options.year, options.by);
  const yesan::Language language =
      options.korean ? yesan::Language::kKorean : yesan::Language::kEnglish;
  if (!rows) {
    Print(rows.error().message().in(language) + "\n", stderr);
    return 1;
  }
  if (options.csv) {
    yesan::TableOptions table;
    table.language = language;
    const auto sink = [](std::string_view bytes) -> yesan::Result<void> {
      Print(bytes);
      return {};
    };
    return yesan::WriteSettlement(book, *rows, options.by, sink, table).ok() ? 0 : 1;
  }
  PrintSettlement(book, *rows, options);
  Print(options.korean ? "\n예산 " + std::to_string(adopted.report.rows) + "행, 기록 " +
                             std::to_string(loaded.posted) + "행\n"
                       : "\n" + std::to_string(adopted.report.rows) + " rows of the budget, " +
                             std::to_string(loaded.posted) + " entries\n");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!ReadOptions(argc, argv, options)) {
    Print(kHelpKo, stderr);
    Print("\n", stderr);
    Print(kHelpEn, stderr);
    return 2;
  }
  if (options.help) {
    Print(kHelpKo);
    Print("\n");
    Print(kHelpEn);
    return 0;
  }
  return Run(options);
}
