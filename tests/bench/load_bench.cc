// A file of entries read, controlled and answered by program, streamed, against SQLite in memory loading the same file with
// triggers that enforce the same rules, and against a plain loop that parses the same file and adds.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yesan/exchange/load.h"
#include "yesan/ledger/book.h"

namespace {

using yesan::Book;

constexpr std::uint32_t kItems = 25'000;
constexpr std::uint32_t kItemsOfAProgram = 10;
constexpr std::uint32_t kPrograms = kItems / kItemsOfAProgram;
constexpr std::size_t kRows = 1'000'000;
constexpr std::size_t kSqliteRows = 100'000;
constexpr std::int64_t kFunds = 1'000'000'000'000;

// `key,item,day,kind,amount,reference`: 500 commitments of random items, then a disbursement of each, again and again.
// A file, not a text in memory: what is measured is streamed.
class EntryFile {
 public:
  explicit EntryFile(std::size_t rows) : file_(std::tmpfile()) {
    std::string text = "key,item,day,kind,amount,reference\n";
    std::mt19937 random(2021);
    std::vector<std::pair<std::uint32_t, std::int64_t>> open;
    for (std::size_t i = 0; i < rows; ++i) {
      const bool commits = i % 1000 < 500;
      if (i % 1000 == 0) open.clear();
      if (commits)
        open.emplace_back(static_cast<std::uint32_t>(random() % kItems + 1),
                          random() % 1'000'000 + 2);
      const auto& [item, amount] = open[i % 500];
      text += std::to_string(i + 1) + "," + std::to_string(item) +
              (commits ? ",2021-06-01,commit," + std::to_string(amount) + ",\n"
                       : ",2021-06-15,disburse," + std::to_string(amount - 1) + "," +
                             std::to_string(i + 1 - 500) + "\n");
      if (text.size() > (1U << 20) || i + 1 == rows) {
        static_cast<void>(std::fwrite(text.data(), 1, text.size(), file_));
        text.clear();
      }
    }
  }
  ~EntryFile() { std::fclose(file_); }
  EntryFile(const EntryFile&) = delete;
  EntryFile& operator=(const EntryFile&) = delete;

  [[nodiscard]] std::FILE* Begin() const {
    std::rewind(file_);
    return file_;
  }

 private:
  std::FILE* file_;
};

const EntryFile& Million() {
  static const EntryFile file(kRows);
  return file;
}
const EntryFile& HundredThousand() {
  static const EntryFile file(kSqliteRows);
  return file;
}

Book MakeBook() {
  Book book = *Book::Make(yesan::Government{"", "시험시"}, yesan::Policy::KoreanLocalGovernment());
  using yesan::CodeKind;
  const auto account = *book.AddAccount({yesan::AccountKind::kGeneral, "일반회계"});
  const auto department = *book.AddDepartment({"예산과"});
  const auto field = *book.AddProgram({CodeKind::kField, yesan::ProgramId::kNone});
  const auto sector = *book.AddProgram({CodeKind::kSector, field});
  const auto policy = *book.AddProgram({CodeKind::kPolicyProgram, sector});
  const auto unit = *book.AddProgram({CodeKind::kUnitProgram, policy});
  std::vector<yesan::ItemKey> keys;
  yesan::ProgramId program = yesan::ProgramId::kNone;
  for (std::uint32_t i = 0; i < kItems; ++i) {
    if (i % kItemsOfAProgram == 0) program = *book.AddProgram({CodeKind::kDetailedProgram, unit});
    yesan::ItemKey key;
    key.fiscal_year = 2021;
    key.account = account;
    key.department = department;
    key.program = program;
    key.object_item = "201-0" + std::to_string(i % kItemsOfAProgram);
    key.object_group = "201";
    keys.push_back(std::move(key));
  }
  static_cast<void>(*book.AddItems(keys));
  yesan::Authorization vote;
  vote.day = *yesan::Date::Make(2020, 12, 15);
  vote.document = "의결";
  const auto authorization = *book.AddAuthorization(vote);
  yesan::Batch batch;
  for (std::uint32_t i = 1; i <= kItems; ++i) {
    yesan::Posting row;
    row.item = yesan::ItemId{i};
    row.day = *yesan::Date::Make(2021, 1, 1);
    row.kind = yesan::EntryKind::kAppropriate;
    row.cause = yesan::Cause::kOriginal;
    row.amount = yesan::Money(kFunds);
    row.authorization = authorization;
    batch.Add(row);
    row.kind = yesan::EntryKind::kAllot;
    row.cause = yesan::Cause::kNone;
    row.authorization = yesan::AuthorizationId::kNone;
    batch.Add(row);
  }
  static_cast<void>(*book.Post(batch));
  return book;
}

// What was disbursed, by program; empty where a row is refused.
std::vector<std::int64_t> LoadIntoBook(Book& book, const EntryFile& file) {
  yesan::EntryLoadOptions options;
  options.atomic = false;
  std::FILE* const in = file.Begin();
  const yesan::LoadReport report = yesan::LoadEntries(
      [in](char* buffer, std::size_t size) -> yesan::Result<std::size_t> {
        return std::fread(buffer, 1, size, in);
      },
      book, options);
  if (!report.ok()) return {};
  const auto table = book.Balances(yesan::ItemFilter(), yesan::GroupBy::kDetailedProgram);
  std::vector<std::int64_t> answer;
  for (const yesan::BalanceRow& row : table->rows) answer.push_back(row.sums.disbursed);
  return answer;
}

// Rows of a file without quotes, as whoever knows the file would write it in an hour. visit(key, item, day, commits, amount,
// reference).
template <class Visit>
void ForEachRow(const EntryFile& file, Visit&& visit) {
  std::FILE* const in = file.Begin();
  std::vector<char> buffer(1 << 18);
  std::size_t kept = 0;
  bool header = true;
  for (;;) {
    const std::size_t got = std::fread(buffer.data() + kept, 1, buffer.size() - kept, in);
    if (got == 0) return;
    const char* at = buffer.data();
    const char* const end = at + kept + got;
    while (const void* const found = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
      const char* const line_end = static_cast<const char*>(found);
      if (!header) {
        std::int64_t key = 0;
        std::int64_t item = 0;
        std::int64_t amount = 0;
        std::int64_t reference = 0;
        std::int32_t year = 0;
        std::int32_t month = 0;
        std::int32_t day = 0;
        at = std::from_chars(at, line_end, key).ptr + 1;
        at = std::from_chars(at, line_end, item).ptr + 1;
        at = std::from_chars(at, line_end, year).ptr + 1;
        at = std::from_chars(at, line_end, month).ptr + 1;
        at = std::from_chars(at, line_end, day).ptr + 1;
        const bool commits = *at == 'c';
        at += commits ? 7 : 9;
        at = std::from_chars(at, line_end, amount).ptr + 1;
        if (!commits) std::from_chars(at, line_end, reference);
        visit(key, item, (year * 12 + month) * 31 + day, commits, amount, reference);
      }
      header = false;
      at = line_end + 1;
    }
    kept = static_cast<std::size_t>(end - at);
    std::memmove(buffer.data(), at, kept);
  }
}

std::vector<std::int64_t> AddPlainly(const EntryFile& file) {
  std::vector<std::int64_t> answer(kPrograms);
  ForEachRow(file, [&](std::int64_t, std::int64_t item, std::int32_t, bool commits,
                       std::int64_t amount, std::int64_t) {
    if (!commits) answer[static_cast<std::size_t>(item - 1) / kItemsOfAProgram] += amount;
  });
  return answer;
}

class Sqlite {
 public:
  Sqlite() {
    sqlite3_open(":memory:", &db_);
    Run("CREATE TABLE item(id INTEGER PRIMARY KEY, program INTEGER, first INTEGER, last INTEGER,"
        " allotted INTEGER, committed INTEGER DEFAULT 0, disbursed INTEGER DEFAULT 0);"
        "CREATE TABLE entry(id INTEGER PRIMARY KEY, item INTEGER, day INTEGER, kind INTEGER,"
        " amount INTEGER, reference INTEGER, open INTEGER);"
        "CREATE TRIGGER committed BEFORE INSERT ON entry WHEN new.kind = 9 BEGIN"
        " SELECT CASE WHEN new.amount <= 0 THEN RAISE(ABORT, 'amount') END;"
        " SELECT CASE WHEN (SELECT new.day < first OR new.day > last FROM item WHERE id = new.item)"
        "  THEN RAISE(ABORT, 'day') END;"
        " SELECT CASE WHEN (SELECT allotted - committed < new.amount FROM item WHERE id = new.item)"
        "  THEN RAISE(ABORT, 'available') END;"
        " UPDATE item SET committed = committed + new.amount WHERE id = new.item; END;"
        "CREATE TRIGGER disbursed BEFORE INSERT ON entry WHEN new.kind = 11 BEGIN"
        " SELECT CASE WHEN new.amount <= 0 THEN RAISE(ABORT, 'amount') END;"
        " SELECT CASE WHEN (SELECT new.day < first OR new.day > last FROM item WHERE id = new.item)"
        "  THEN RAISE(ABORT, 'day') END;"
        " SELECT CASE WHEN (SELECT open < new.amount OR item <> new.item OR kind <> 9 FROM entry"
        "  WHERE id = new.reference) THEN RAISE(ABORT, 'commitment') END;"
        " UPDATE entry SET open = open - new.amount WHERE id = new.reference;"
        " UPDATE item SET disbursed = disbursed + new.amount WHERE id = new.item; END;");
    Run("BEGIN");
    for (std::uint32_t i = 0; i < kItems; ++i) {
      const std::string sql = "INSERT INTO item(id, program, first, last, allotted) VALUES(" +
                              std::to_string(i + 1) + "," + std::to_string(i / kItemsOfAProgram) +
                              ",0,9999999," + std::to_string(kFunds) + ")";
      Run(sql.c_str());
    }
    Run("COMMIT");
    sqlite3_prepare_v2(db_, "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?)", -1, &insert_, nullptr);
  }
  ~Sqlite() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  std::vector<std::int64_t> Load(const EntryFile& file) {
    bool good = true;
    Run("BEGIN");
    ForEachRow(file, [&](std::int64_t key, std::int64_t item, std::int32_t day, bool commits,
                         std::int64_t amount, std::int64_t reference) {
      const std::int64_t values[] = {key, item, day, commits ? 9 : 11, amount, reference, amount};
      for (int i = 0; i < 7; ++i) sqlite3_bind_int64(insert_, i + 1, values[i]);
      good = sqlite3_step(insert_) == SQLITE_DONE && good;
      sqlite3_reset(insert_);
    });
    Run("COMMIT");
    if (!good) return {};
    std::vector<std::int64_t> answer;
    sqlite3_stmt* sum = nullptr;
    sqlite3_prepare_v2(db_, "SELECT sum(disbursed) FROM item GROUP BY program ORDER BY program", -1,
                       &sum, nullptr);
    while (sqlite3_step(sum) == SQLITE_ROW) answer.push_back(sqlite3_column_int64(sum, 0));
    sqlite3_finalize(sum);
    return answer;
  }

 private:
  void Run(const char* sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

// Before anything is timed, all three come to the same.
bool Agree() {
  static const bool agree = [] {
    Book book = MakeBook();
    const std::vector<std::int64_t> ours = LoadIntoBook(book, HundredThousand());
    return ours.size() == kPrograms && ours == AddPlainly(HundredThousand()) &&
           ours == Sqlite().Load(HundredThousand());
  }();
  return agree;
}

void LoadAnswer(benchmark::State& state) {
  if (!Agree()) return state.SkipWithError("the book, SQLite and the plain loop differ");
  static_cast<void>(Million());
  for (auto _ : state) {
    state.PauseTiming();
    auto book = std::make_unique<Book>(MakeBook());
    state.ResumeTiming();
    if (LoadIntoBook(*book, Million()).empty()) return state.SkipWithError("a row is refused");
    state.PauseTiming();
    book.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{kRows});
}
BENCHMARK(LoadAnswer)->Name("load_answer/yesan")->Unit(benchmark::kMillisecond);
BENCHMARK(LoadAnswer)->Name("load_answer_plain/yesan")->Unit(benchmark::kMillisecond);

void LoadIntoSqlite(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto sqlite = std::make_unique<Sqlite>();
    state.ResumeTiming();
    if (sqlite->Load(HundredThousand()).empty()) return state.SkipWithError("SQLite refuses a row");
    state.PauseTiming();
    sqlite.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{kSqliteRows});
}
BENCHMARK(LoadIntoSqlite)->Name("load_answer/reference")->Unit(benchmark::kMillisecond);

void LoadPlainly(benchmark::State& state) {
  static_cast<void>(Million());
  for (auto _ : state) benchmark::DoNotOptimize(AddPlainly(Million()));
  state.SetItemsProcessed(state.iterations() * std::int64_t{kRows});
}
BENCHMARK(LoadPlainly)->Name("load_answer_plain/reference")->Unit(benchmark::kMillisecond);

}  // namespace
