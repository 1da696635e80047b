// Posting under control against the same array updates without it and against SQLite with triggers that enforce the same
// rules; settlements against copying and reading the bytes that they need.
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <algorithm>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "yesan/ledger/book.h"
#include "yesan/settlement/settle.h"

namespace {

using yesan::BatchView;
using yesan::Book;
using yesan::Cause;
using yesan::Code;
using yesan::EntryKind;
using yesan::ItemId;

// Memory that is given back stays with the program, on both sides: what the kernel takes to hand out pages is not measured.
#if defined(__GLIBC__)
const bool kKeepsMemory = mallopt(M_MMAP_MAX, 0) == 1 && mallopt(M_TRIM_THRESHOLD, INT_MAX) == 1;
#endif

constexpr std::uint32_t kItems = 25'000;
constexpr std::size_t kRows = 1'000;         // a batch
constexpr std::size_t kEntries = 1'000'000;  // an iteration
constexpr std::size_t kSqliteEntries = 100'000;
constexpr std::int64_t kFunds = 1'000'000'000'000;

// 500 commitments of random items, then a disbursement of each. References are to rows of the batch.
struct Work {
  std::vector<std::uint32_t> item;
  std::vector<std::int32_t> day;
  std::vector<std::int32_t> kind;
  std::vector<std::int64_t> amount;
  std::vector<std::int64_t> reference;

  explicit Work(std::size_t entries) {
    std::mt19937 random(2021);
    for (std::size_t begin = 0; begin < entries; begin += kRows) {
      for (std::size_t i = 0; i < kRows / 2; ++i) {
        item.push_back(static_cast<std::uint32_t>(random() % kItems + 1));
        day.push_back(Day());
        kind.push_back(static_cast<std::int32_t>(EntryKind::kCommit));
        amount.push_back(static_cast<std::int64_t>(random() % 1'000'000 + 1));
        reference.push_back(0);
      }
      for (std::size_t i = 0; i < kRows / 2; ++i) {
        item.push_back(item[begin + i]);
        day.push_back(Day());
        kind.push_back(static_cast<std::int32_t>(EntryKind::kDisburse));
        amount.push_back(amount[begin + i] - (i % 2 == 0 && amount[begin + i] > 1 ? 1 : 0));
        reference.push_back(-static_cast<std::int64_t>(i + 1));
      }
    }
  }
  static std::int32_t Day() { return yesan::Date::Make(2021, 6, 1)->days(); }
  [[nodiscard]] std::size_t size() const { return item.size(); }
  [[nodiscard]] BatchView Batch(std::size_t begin, std::size_t rows = kRows) const {
    BatchView view;
    view.count = rows;
    view.item = item.data() + begin;
    view.day = day.data() + begin;
    view.kind = kind.data() + begin;
    view.amount = amount.data() + begin;
    view.reference = reference.data() + begin;
    return view;
  }
};

const Work& Million() {
  static const Work work(kEntries);
  return work;
}

// A book of 25,000 items, all with money to spend.
Book MakeBook(std::uint32_t items = kItems) {
  yesan::Government government;
  government.code = "1100000";
  government.name = "서울특별시";
  Book book = *Book::Make(government, yesan::Policy::KoreanLocalGovernment());
  const auto account = *book.AddAccount({yesan::AccountKind::kGeneral, "일반회계"});
  const auto department = *book.AddDepartment({"예산과"});
  using yesan::CodeKind;
  const auto field = *book.AddProgram({CodeKind::kField, yesan::ProgramId::kNone});
  const auto sector = *book.AddProgram({CodeKind::kSector, field});
  const auto policy = *book.AddProgram({CodeKind::kPolicyProgram, sector});
  const auto unit = *book.AddProgram({CodeKind::kUnitProgram, policy});
  std::vector<yesan::ItemKey> keys;
  yesan::ProgramId program = yesan::ProgramId::kNone;
  for (std::uint32_t i = 0; i < items; ++i) {
    if (i % 10 == 0) program = *book.AddProgram({CodeKind::kDetailedProgram, unit});
    yesan::ItemKey key;
    key.fiscal_year = 2021;
    key.account = account;
    key.department = department;
    key.program = program;
    key.object_item = "201-0" + std::to_string(i % 10);
    key.object_group = "201";
    keys.push_back(std::move(key));
  }
  (void)*book.AddItems(keys);
  yesan::Authorization vote;
  vote.day = *yesan::Date::Make(2020, 12, 15);
  vote.document = "의결";
  const auto authorization = *book.AddAuthorization(vote);
  yesan::Batch batch;
  for (std::uint32_t i = 1; i <= items; ++i) {
    yesan::Posting row;
    row.item = ItemId{i};
    row.day = *yesan::Date::Make(2021, 1, 1);
    row.kind = EntryKind::kAppropriate;
    row.cause = Cause::kOriginal;
    row.amount = yesan::Money(kFunds);
    row.authorization = authorization;
    batch.Add(row);
    row.kind = EntryKind::kAllot;
    row.cause = Cause::kNone;
    row.authorization = yesan::AuthorizationId::kNone;
    batch.Add(row);
  }
  (void)*book.Post(batch);
  return book;
}

// The same balances and columns, without asking whether they may be so.
class Arrays {
 public:
  explicit Arrays(std::size_t entries)
      : committed_(kItems + 1), disbursed_(kItems + 1), bucket_(kItems + 1) {
    for (auto* column : {&item_, &reference_, &actor_}) column->reserve(entries);
    day_.reserve(entries);
    for (auto* column : {&kind_, &cause_, &source_}) column->reserve(entries);
    amount_.reserve(entries);
    open_.reserve(entries);
  }
  void Post(const BatchView& batch) {
    const std::size_t first = item_.size();
    for (std::size_t i = 0; i < batch.count; ++i) {
      const std::uint32_t item = batch.item[i];
      const std::int64_t amount = batch.amount[i];
      std::uint32_t reference = 0;
      std::int64_t open = amount;
      if (batch.kind[i] == static_cast<std::int32_t>(EntryKind::kCommit)) {
        committed_[item] += amount;
        bucket_[item] += amount;
      } else {
        disbursed_[item] += amount;
        reference =
            static_cast<std::uint32_t>(first + static_cast<std::size_t>(-(batch.reference[i] + 1)));
        open_[reference] -= amount;
      }
      item_.push_back(item);
      day_.push_back(batch.day[i]);
      kind_.push_back(static_cast<std::uint8_t>(batch.kind[i]));
      cause_.push_back(0);
      source_.push_back(0);
      amount_.push_back(amount);
      reference_.push_back(reference);
      actor_.push_back(0);
      open_.push_back(open);
    }
  }
  [[nodiscard]] std::int64_t committed(std::uint32_t item) const { return committed_[item]; }
  [[nodiscard]] std::int64_t disbursed(std::uint32_t item) const { return disbursed_[item]; }

 private:
  std::vector<std::int64_t> committed_, disbursed_, bucket_;
  std::vector<std::uint32_t> item_, reference_, actor_;
  std::vector<std::int32_t> day_;
  std::vector<std::uint8_t> kind_, cause_, source_;
  std::vector<std::int64_t> amount_, open_;
};

// SQLite in memory, with triggers that refuse what the ledger refuses.
class Sqlite {
 public:
  Sqlite() {
    sqlite3_open(":memory:", &db_);
    Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "CREATE TABLE item(id INTEGER PRIMARY KEY, first INTEGER, last INTEGER, allotted INTEGER,"
        " committed INTEGER DEFAULT 0, disbursed INTEGER DEFAULT 0);"
        "CREATE TABLE entry(id INTEGER PRIMARY KEY, item INTEGER, day INTEGER, kind INTEGER,"
        " amount INTEGER, reference INTEGER, open INTEGER);"
        "CREATE TRIGGER committed BEFORE INSERT ON entry WHEN new.kind = 9 BEGIN"
        " SELECT CASE WHEN new.amount <= 0 THEN RAISE(ABORT, 'amount') END;"
        " SELECT CASE WHEN (SELECT new.day < first OR new.day > last FROM item WHERE id = new.item)"
        "  THEN RAISE(ABORT, 'day') END;"
        " SELECT CASE WHEN (SELECT committed + new.amount > allotted FROM item WHERE id = new.item)"
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
    sqlite3_stmt* add = nullptr;
    sqlite3_prepare_v2(db_, "INSERT INTO item(id, first, last, allotted) VALUES(?, 0, 99999, ?)",
                       -1, &add, nullptr);
    Run("BEGIN");
    for (std::uint32_t i = 1; i <= kItems; ++i) {
      sqlite3_bind_int64(add, 1, i);
      sqlite3_bind_int64(add, 2, kFunds);
      sqlite3_step(add);
      sqlite3_reset(add);
    }
    Run("COMMIT");
    sqlite3_finalize(add);
    sqlite3_prepare_v2(db_, "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?)", -1, &insert_, nullptr);
  }
  ~Sqlite() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  bool Post(const BatchView& batch, std::int64_t first) {
    Run("BEGIN");
    for (std::size_t i = 0; i < batch.count; ++i) {
      sqlite3_bind_int64(insert_, 1, first + static_cast<std::int64_t>(i));
      sqlite3_bind_int64(insert_, 2, batch.item[i]);
      sqlite3_bind_int64(insert_, 3, batch.day[i]);
      sqlite3_bind_int64(insert_, 4, batch.kind[i]);
      sqlite3_bind_int64(insert_, 5, batch.amount[i]);
      const std::int64_t reference = batch.reference[i];
      sqlite3_bind_int64(insert_, 6, reference < 0 ? first - reference - 1 : 0);
      sqlite3_bind_int64(insert_, 7, batch.amount[i]);
      const bool done = sqlite3_step(insert_) == SQLITE_DONE;
      sqlite3_reset(insert_);
      if (!done) {
        Run("ROLLBACK");
        return false;
      }
    }
    Run("COMMIT");
    return true;
  }
  std::int64_t Sum(const char* sql) {
    sqlite3_stmt* sum = nullptr;
    sqlite3_prepare_v2(db_, sql, -1, &sum, nullptr);
    sqlite3_step(sum);
    const std::int64_t value = sqlite3_column_int64(sum, 0);
    sqlite3_finalize(sum);
    return value;
  }

 private:
  void Run(const char* sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

bool PostAll(Book& book, const Work& work, std::size_t entries) {
  for (std::size_t begin = 0; begin < entries; begin += kRows) {
    if (!book.Post(work.Batch(begin))) return false;
  }
  return true;
}

// Whether the book and its references come to the same, before anything is timed; and that an overspend is refused.
std::optional<std::string> Differs() {
  const Work& work = Million();
  Book book = MakeBook();
  if (!PostAll(book, work, kSqliteEntries)) return "the book refuses a batch";
  Arrays arrays(kSqliteEntries);
  Sqlite sqlite;
  for (std::size_t begin = 0; begin < kSqliteEntries; begin += kRows) {
    arrays.Post(work.Batch(begin));
    if (!sqlite.Post(work.Batch(begin), static_cast<std::int64_t>(begin) + 1))
      return "SQLite refuses a batch";
  }
  std::int64_t committed = 0;
  std::int64_t disbursed = 0;
  for (std::uint32_t item = 1; item <= kItems; ++item) {
    const yesan::ItemBalances& sums = book.BalancesOf(ItemId{item});
    if (sums.committed_total != arrays.committed(item) || sums.disbursed != arrays.disbursed(item))
      return "the arrays differ from the book";
    committed += sums.committed_total;
    disbursed += sums.disbursed;
  }
  if (sqlite.Sum("SELECT sum(committed) FROM item") != committed ||
      sqlite.Sum("SELECT sum(disbursed) FROM item") != disbursed)
    return "SQLite differs from the book";
  yesan::Posting above;
  above.item = ItemId{1};
  above.day = *yesan::Date::Make(2021, 6, 1);
  above.kind = EntryKind::kCommit;
  above.amount = yesan::Money(kFunds);
  yesan::Batch batch;
  batch.Add(above);
  if (book.Post(batch).code() != Code::kAboveAvailable) return "the book lets an overspend pass";
  if (sqlite.Post(batch.view(), static_cast<std::int64_t>(kSqliteEntries) + 1))
    return "SQLite lets an overspend pass";
  return std::nullopt;
}

const std::optional<std::string>& Difference() {
  static const std::optional<std::string> difference = Differs();
  return difference;
}

void PostControlled(benchmark::State& state) {
  if (Difference()) return state.SkipWithError(Difference()->c_str());
  for (auto _ : state) {
    state.PauseTiming();
    auto book = std::make_unique<Book>(MakeBook());
    state.ResumeTiming();
    if (!PostAll(*book, Million(), kEntries)) return state.SkipWithError("a batch is refused");
    state.PauseTiming();
    book.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{kEntries});
}
BENCHMARK(PostControlled)->Name("post_controlled/yesan")->Unit(benchmark::kMillisecond);
BENCHMARK(PostControlled)->Name("post_controlled_floor/yesan")->Unit(benchmark::kMillisecond);

void PostToArrays(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto arrays = std::make_unique<Arrays>(kEntries);
    state.ResumeTiming();
    for (std::size_t begin = 0; begin < kEntries; begin += kRows)
      arrays->Post(Million().Batch(begin));
    benchmark::DoNotOptimize(arrays->committed(1));
    state.PauseTiming();
    arrays.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{kEntries});
}
BENCHMARK(PostToArrays)->Name("post_controlled_floor/reference")->Unit(benchmark::kMillisecond);

void PostToSqlite(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto sqlite = std::make_unique<Sqlite>();
    state.ResumeTiming();
    for (std::size_t begin = 0; begin < kSqliteEntries; begin += kRows) {
      if (!sqlite->Post(Million().Batch(begin), static_cast<std::int64_t>(begin) + 1))
        return state.SkipWithError("SQLite refuses a batch");
    }
    state.PauseTiming();
    sqlite.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{kSqliteEntries});
}
BENCHMARK(PostToSqlite)->Name("post_controlled/reference")->Unit(benchmark::kMillisecond);

// ---- settlements ----

const Book& Spent() {
  static const Book book = [] {
    Book made = MakeBook();
    (void)PostAll(made, Million(), kEntries);
    return made;
  }();
  return book;
}

void SettleToday(benchmark::State& state) {
  const Book& book = Spent();
  const auto rows = yesan::Settle(book, 2021, yesan::GroupBy::kItem);
  if (!rows || rows->size() != kItems) return state.SkipWithError("not every item is settled");
  for (std::uint32_t item = 1; item <= kItems; ++item) {
    if ((*rows)[item - 1].total.disbursed != book.BalancesOf(ItemId{item}).disbursed)
      return state.SkipWithError("a row differs from its balances");
  }
  for (auto _ : state) benchmark::DoNotOptimize(yesan::Settle(book, 2021, yesan::GroupBy::kItem));
}
BENCHMARK(SettleToday)->Name("settle_today/yesan")->Unit(benchmark::kMicrosecond);

void CopyRows(benchmark::State& state) {
  const auto rows = *yesan::Settle(Spent(), 2021, yesan::GroupBy::kItem);
  for (auto _ : state) {
    // What Settle reads, a row of sums an item, and what it writes.
    std::vector<yesan::SettledRow> copy(rows);
    benchmark::DoNotOptimize(copy.data());
  }
}
BENCHMARK(CopyRows)->Name("settle_today/reference")->Unit(benchmark::kMicrosecond);

// Ten million entries over 100,000 items, as of a day in the past.
constexpr std::uint32_t kManyItems = 100'000;
constexpr std::size_t kManyEntries = 10'000'000;

const Book& Large() {
  static const Book book = [] {
    Book made = MakeBook(kManyItems);
    Work work(kEntries);
    std::mt19937 random(7);
    for (std::size_t posted = 0; posted < kManyEntries; posted += kEntries) {
      for (std::size_t begin = 0; begin < kEntries; begin += kRows) {
        for (std::size_t i = 0; i < kRows / 2; ++i)
          work.item[begin + i] = work.item[begin + kRows / 2 + i] =
              static_cast<std::uint32_t>(random() % kManyItems + 1);
      }
      (void)PostAll(made, work, kEntries);
    }
    return made;
  }();
  return book;
}

void SettleOnDay(benchmark::State& state) {
  const Book& book = Large();
  yesan::ItemFilter filter;
  filter.fiscal_year = 2021;
  const yesan::Date day = *yesan::Date::Make(2021, 9, 30);
  const auto table = book.BalancesOn(day, filter, yesan::GroupBy::kItem);
  if (!table || table->rows.size() != kManyItems)
    return state.SkipWithError("not every item has its balances");
  for (std::uint32_t item = 1; item <= kManyItems; ++item) {
    if (table->rows[item - 1].sums != book.BalancesOf(ItemId{item}))
      return state.SkipWithError("the balances on the day differ from those that stand");
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(book.BalancesOn(day, filter, yesan::GroupBy::kItem));
}
BENCHMARK(SettleOnDay)->Name("settle_on_day/yesan")->Unit(benchmark::kMillisecond);

// The columns that a balance on a day is made of, each read once.
void ReadColumns(benchmark::State& state) {
  std::vector<std::uint32_t> item(kManyEntries, 1);
  std::vector<std::int32_t> day(kManyEntries, 2);
  std::vector<std::uint8_t> kind(kManyEntries, 9);
  std::vector<std::uint8_t> cause(kManyEntries, 0);
  std::vector<std::uint32_t> reference(kManyEntries, 3);
  std::vector<std::int64_t> amount(kManyEntries, 4);
  for (auto _ : state) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < kManyEntries; ++i)
      sum += std::int64_t{item[i]} + day[i] + kind[i] + cause[i] + reference[i] + amount[i];
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(ReadColumns)->Name("settle_on_day/reference")->Unit(benchmark::kMillisecond);

// What an entry costs does not depend on how many there are: 10,000, 100,000, 1,000,000 and 10,000,000.
void PostGrowing(benchmark::State& state) {
  const auto entries = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    state.PauseTiming();
    auto book = std::make_unique<Book>(MakeBook());
    state.ResumeTiming();
    for (std::size_t posted = 0; posted < entries; posted += std::min(entries, kEntries)) {
      if (!PostAll(*book, Million(), std::min(entries, kEntries)))
        return state.SkipWithError("a batch is refused");
    }
    state.PauseTiming();
    book.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(PostGrowing)
    ->Name("post_growing")
    ->RangeMultiplier(10)
    ->Range(10'000, 10'000'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
