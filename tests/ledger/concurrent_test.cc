// Many readers at once, and never two writers.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

// A book with every kind of thing to be read.
City Busy() {
  City city;
  BudgetDocument original;
  original.version = {2021, city.account, BudgetStage::kOriginal, 0};
  original.day = Day(2021, 1, 1);
  original.authorization = city.vote;
  for (const ItemId item : {city.entrust, city.office, city.books, city.stage}) {
    BudgetLine line;
    line.item = item;
    line.amount = Money(100'000);
    original.lines.push_back(line);
  }
  EXPECT_TRUE(city.book.Adopt(original).ok());
  BudgetDocument extra = original;
  extra.version.stage = BudgetStage::kSupplementary;
  extra.version.number = 1;
  extra.lines.resize(1);
  extra.lines[0].amount = Money(500);
  EXPECT_TRUE(city.book.Adopt(extra).ok());
  for (const ItemId item : {city.entrust, city.office, city.books}) {
    EXPECT_TRUE(city.Post(city.Row(item, EntryKind::kAllot, 90'000)).ok());
    for (int i = 1; i <= 40; ++i) city.Pay(city.Commit(item, 1'000 + i), 500 + i);
  }
  return city;
}

TEST(LedgerConcurrent, ManyThreadsReadOneBook) {
  const City city = Busy();
  const Book& book = city.book;
  ItemFilter filter;
  filter.fiscal_year = 2021;
  Batch batch;
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 1));
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 90'000));
  const BatchView view = batch.view();
  const ItemBalances balances = book.BalancesOf(city.entrust);
  const auto read = [&] {
    for (int i = 0; i < 20; ++i) {
      EXPECT_TRUE(book.BalancesOf(city.entrust) == balances);
      EXPECT_EQ(book.Balances(filter, GroupBy::kDetailedProgram)->rows.size(), 3U);
      EXPECT_TRUE(book.BalancesOn(Day(2021, 12, 31), filter, GroupBy::kItem)->rows[0].sums ==
                  balances);
      EXPECT_EQ(book.VersionsOf(city.account, 2021).size(), 2U);
      const auto rows = book.CompareVersions({2021, city.account, BudgetStage::kOriginal, 0},
                                             {2021, city.account, BudgetStage::kSupplementary, 1});
      EXPECT_EQ(rows->front().change, Money(500));
      EXPECT_EQ(book.Check(view), (std::vector<Code>{Code::kOk, Code::kAboveAvailable}));
      EXPECT_TRUE(book.Verify().empty());
      std::uint32_t entries = 0;
      book.ForEachEntry(EntryId::kNone, [&](const Entry&) { ++entries; });
      EXPECT_EQ(entries, book.entry_count());
      EXPECT_EQ(book.FindDepartment("문화정책과"), city.culture);
      EXPECT_EQ(book.FindItem(*book.Find(city.entrust)), city.entrust);
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 4; ++i) threads.emplace_back(read);
  for (std::thread& thread : threads) thread.join();
}

#ifndef NDEBUG

// A disk that takes its time: whoever waits for it holds the book.
class SlowDisk : public Journal {
 public:
  Result<void> Append(const Act&) override {
    if (!slow) return {};
    waits = true;
    while (true) std::this_thread::yield();
  }
  bool slow = false;
  std::atomic<bool> waits{false};
};

void TwoWriters() {
  SlowDisk disk;
  City city(Policy::Permissive(), &disk);
  disk.slow = true;
  std::thread first([&] { (void)city.book.AddDepartment({"안전총괄과"}); });
  while (!disk.waits) std::this_thread::yield();
  (void)city.book.Close(2021);
  first.join();
}

TEST(LedgerWritersDeathTest, TwoAtOnceEndTheProgramWhereAssertionsAreOn) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(TwoWriters(), "two writers of one book at once");
}

// A journal that writes into the book that it keeps.
class Meddler : public Journal {
 public:
  Result<void> Append(const Act&) override {
    if (book != nullptr) (void)book->AddDepartment({"감사과"});
    return {};
  }
  Book* book = nullptr;
};

TEST(LedgerWritersDeathTest, AJournalDoesNotWriteIntoItsBook) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  Meddler meddler;
  City city(Policy::Permissive(), &meddler);
  meddler.book = &city.book;
  EXPECT_DEATH((void)city.book.AddDepartment({"안전총괄과"}), "two writers of one book at once");
}

#endif

}  // namespace
}  // namespace yesan
