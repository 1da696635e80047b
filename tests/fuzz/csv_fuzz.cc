// Any bytes as CSV: nothing crashes, the pieces in which they come change nothing, what is read is written and read as the
// same again, and a load of them leaves a book that adds up, or as it was.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "yesan/base/text.h"
#include "yesan/exchange/csv.h"
#include "yesan/exchange/csv_tables.h"
#include "yesan/exchange/load.h"

namespace {

using namespace yesan;  // NOLINT: all of it is under test

void Demand(bool claim) {
  if (!claim) std::abort();
}

using Table = std::vector<std::vector<std::string>>;

struct Reading {
  Table rows;
  std::vector<std::string> problems;
};

Reading ReadIn(std::string_view text, std::size_t piece, const CsvOptions& options) {
  Reading reading;
  CsvReader reader(
      [text, piece](char* buffer, std::size_t size) mutable -> Result<std::size_t> {
        const std::size_t count = std::min({piece, size, text.size()});
        text.copy(buffer, count);
        text.remove_prefix(count);
        return count;
      },
      options);
  std::uint64_t row = 0;
  std::uint64_t line = 0;
  for (CsvStep step = reader.Next(); step != CsvStep::kEnd; step = reader.Next()) {
    if (step == CsvStep::kProblem) {
      const CsvProblem& problem = reader.problem();
      Demand(problem.code != Code::kOk && !problem.rule.empty());
      Demand(!problem.message.ko.empty() && !FindInvalidUtf8(problem.message.ko));
      Demand(!problem.message.en.empty() && !FindInvalidUtf8(problem.message.en));
      reading.problems.push_back(problem.message.en);
      continue;
    }
    Demand(reader.row() > row && reader.line() > line);
    row = reader.row();
    line = reader.line();
    for (const std::string_view field : reader.fields()) {
      Demand(!FindInvalidUtf8(field) && field.find('\0') == std::string_view::npos);
      Demand(field.size() <= options.field_bytes_max);
    }
    reading.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    Demand(reading.rows.back().size() == reading.rows.front().size());
  }
  return reading;
}

// Whether the book holds together; what only the law asks of it, a budget that balances say, is a warning.
bool IsSound(const Book& book) {
  for (const Finding& finding : book.Verify()) {
    if (finding.severity == Severity::kError) return false;
  }
  return true;
}

Book SmallBook() {
  Book book = *Book::Make(Government{"", "시험시"}, Policy::KoreanLocalGovernment());
  static_cast<void>(*book.AddAccount({AccountKind::kGeneral, "일반회계"}));
  Authorization vote;
  vote.document = "의결";
  static_cast<void>(*book.AddAuthorization(vote));
  ItemKey key;
  key.fiscal_year = 2021;
  key.account = AccountId{1};
  key.revenue = true;
  key.object_item = "200-01";
  static_cast<void>(*book.AddItem(key));
  return book;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CsvOptions options;
  options.field_bytes_max = 200;
  options.fields_max = 40;
  const Reading whole = ReadIn(text, size + 1, options);
  const Reading pieces = ReadIn(text, 1, options);
  Demand(pieces.rows == whole.rows && pieces.problems == whole.problems);

  std::string written;
  CsvWriter writer(SinkTo(written));
  for (const auto& row : whole.rows) {
    for (const std::string& field : row) writer.Field(field);
    Demand(writer.EndRow().ok());
  }
  Demand(writer.Finish().ok());
  const Reading again = ReadIn(written, written.size() + 1, options);
  Demand(again.problems.empty() && again.rows == whole.rows);

  Book book = SmallBook();
  EntryLoadOptions entries;
  entries.atomic = size % 2 == 0;
  entries.batch_rows = 3;
  entries.fiscal_year = 2021;
  const LoadReport report = LoadEntries(SourceOf(text), book, entries);
  Demand(book.entry_count() == report.posted);
  Demand(!entries.atomic || report.posted == 0 || report.problems.empty());
  Demand(IsSound(book));
  std::string table;
  Demand(WriteEntries(book, SinkTo(table)).ok());
  if (report.posted > 0) {
    Book other = SmallBook();
    const LoadReport copied = LoadEntries(SourceOf(table), other, EntryLoadOptions());
    Demand(copied.ok() && copied.posted == report.posted);
  }

  Book made = SmallBook();
  BudgetLoadOptions budget;
  budget.create = true;
  budget.fiscal_year = 2021;
  budget.account = "일반회계";
  budget.day = *Date::Make(2021, 1, 1);
  budget.authorization = AuthorizationId{1};
  const BudgetLoad load = LoadBudget(SourceOf(text), made, budget);
  if (!load.report.ok()) {
    Demand(made.item_count() == 1 && made.entry_count() == 0 && made.account_count() == 1);
  } else {
    Demand(made.entry_count() == load.report.posted && IsSound(made));
  }
  return 0;
}
