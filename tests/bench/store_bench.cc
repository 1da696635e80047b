// A book in a file against bare SQLite with the same settings, inserting and reading the same rows.
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/funded_book.h"
#include "yesan/store/store.h"

namespace {

using yesan::Store;

constexpr std::uint32_t kItems = 10'000;
constexpr std::int64_t kFunds = 1'000'000'000'000;

struct Folder {
  Folder() {
    std::string pattern = "yesan-bench-XXXXXX";
    path = ::mkdtemp(pattern.data()) == nullptr ? "." : pattern;
  }
  ~Folder() { static_cast<void>(std::system(("rm -rf " + path).c_str())); }
  std::string path;
};

// A store with items that have money.
std::optional<Store> FundedStore(const std::string& path, std::uint32_t items) {
  yesan::Government government;
  government.name = "서울특별시";
  auto store = Store::Create(path, government, yesan::Policy::KoreanLocalGovernment());
  if (!store) return std::nullopt;
  bench::FundItems(store->book(), items, kFunds);
  return *std::move(store);
}

// Commitments on items at random.
ledger_support::Rows Work(std::uint32_t count, std::uint64_t seed) {
  ledger_support::Rows rows;
  for (std::uint32_t i = 0; i < count; ++i) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    rows.Add(static_cast<std::uint32_t>((seed >> 33) % kItems) + 1, ledger_support::kMarch,
             YESAN_ENTRY_COMMIT, 1'000 + i, 0, 1);
  }
  return rows;
}

class Bare {
 public:
  explicit Bare(const std::string& path) {
    sqlite3_open(path.c_str(), &db_);
    Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE entry(entry INTEGER PRIMARY KEY, batch INTEGER NOT NULL, item INTEGER NOT "
        "NULL, day INTEGER NOT NULL, kind INTEGER NOT NULL, cause INTEGER NOT NULL, amount INTEGER "
        "NOT NULL, reference INTEGER NOT NULL, transfer INTEGER NOT NULL, source INTEGER NOT NULL, "
        "authorization INTEGER NOT NULL, actor INTEGER NOT NULL, memo TEXT) STRICT");
    sqlite3_prepare_v2(db_, "INSERT INTO entry VALUES(NULL,1,?1,?2,?3,0,?4,0,0,0,0,?5,NULL)", -1,
                       &insert_, nullptr);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;
  ~Bare() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }
  void Run(const char* sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }
  void Insert(const ledger_support::Rows& rows) {
    Run("BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      sqlite3_bind_int64(insert_, 1, rows.item[i]);
      sqlite3_bind_int64(insert_, 2, rows.day[i]);
      sqlite3_bind_int64(insert_, 3, rows.kind[i]);
      sqlite3_bind_int64(insert_, 4, rows.amount[i]);
      sqlite3_bind_int64(insert_, 5, rows.actor[i]);
      sqlite3_step(insert_);
      sqlite3_reset(insert_);
    }
    Run("COMMIT");
  }

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

void Durable(benchmark::State& state, std::uint32_t count) {
  const Folder folder;
  auto store = FundedStore(folder.path + "/book.yesan", kItems);
  if (!store) return state.SkipWithError("no store");
  std::uint64_t seed = 1;
  for (auto _ : state) {
    state.PauseTiming();
    const ledger_support::Rows rows = Work(count, ++seed);
    state.ResumeTiming();
    if (!store->book().Post(bench::ViewOf(rows))) return state.SkipWithError("refused");
  }
  state.SetItemsProcessed(state.iterations() * count);
}
void DurableReference(benchmark::State& state, std::uint32_t count) {
  const Folder folder;
  Bare bare(folder.path + "/bare.db");
  std::uint64_t seed = 1;
  for (auto _ : state) {
    state.PauseTiming();
    const ledger_support::Rows rows = Work(count, ++seed);
    state.ResumeTiming();
    bare.Insert(rows);
  }
  state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK_CAPTURE(Durable, batch, 1'000)->Name("durable_batch/yesan")->UseRealTime();
BENCHMARK_CAPTURE(DurableReference, batch, 1'000)->Name("durable_batch/reference")->UseRealTime();
BENCHMARK_CAPTURE(Durable, one, 1)->Name("durable_one/yesan")->UseRealTime();
BENCHMARK_CAPTURE(DurableReference, one, 1)->Name("durable_one/reference")->UseRealTime();

// A store of a million entries, opened ready to post, against reading its entries as rows.
constexpr std::uint32_t kStored = 1'000'000;

const std::string& MillionEntries() {
  static const Folder folder;
  static const std::string path = [] {
    const std::string file = folder.path + "/book.yesan";
    auto store = FundedStore(file, kItems);
    for (std::uint32_t i = 0; store && i < kStored / 1'000; ++i)
      if (!store->book().Post(bench::ViewOf(Work(1'000, i)))) return std::string();
    return store && store->Close().ok() ? file : std::string();
  }();
  return path;
}

void OpenBook(benchmark::State& state) {
  for (auto _ : state) {
    auto store = Store::Open(MillionEntries());
    if (!store || store->book().entry_count() < kStored) return state.SkipWithError("not opened");
    state.PauseTiming();
    static_cast<void>(store->Close());
    state.ResumeTiming();
  }
}
// What a book needs to go on: items, programs and the snapshot of balances.
void OpenBookReference(benchmark::State& state) {
  for (auto _ : state) {
    sqlite3* db = nullptr;
    std::int64_t sum = 0;
    sqlite3_open_v2(MillionEntries().c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
    for (const char* sql : {"SELECT * FROM item", "SELECT * FROM program_year",
                            "SELECT * FROM balance_snapshot", "SELECT * FROM batch",
                            "SELECT * FROM entry WHERE entry > (SELECT entry FROM snapshot)"}) {
      sqlite3_stmt* query = nullptr;
      sqlite3_prepare_v2(db, sql, -1, &query, nullptr);
      while (sqlite3_step(query) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(query); ++column)
          sum += sqlite3_column_int64(query, column);
      }
      sqlite3_finalize(query);
    }
    sqlite3_close(db);
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(OpenBook)->Name("open_book/yesan")->UseRealTime();
BENCHMARK(OpenBookReference)->Name("open_book/reference")->UseRealTime();

}  // namespace
