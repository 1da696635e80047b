// Rows that are taken many at a time against the same rows judged one by one: a memo keeps them from being taken together.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

#include "tests/ledger/ledger_support.h"
#include "yesan/ledger/book.h"

namespace yesan {
namespace {

struct Columns {
  std::vector<std::uint32_t> item, actor;
  std::vector<std::int32_t> day, kind, source;
  std::vector<std::int64_t> amount, reference;
  std::vector<std::string_view> memo;

  void Add(std::uint32_t of, std::int32_t on, EntryKind what, std::int64_t much,
           std::int64_t refers = 0, std::uint32_t who = 0) {
    item.push_back(of);
    day.push_back(on);
    kind.push_back(static_cast<std::int32_t>(what));
    amount.push_back(much);
    reference.push_back(refers);
    actor.push_back(who);
    source.push_back(0);
    memo.emplace_back(".");
  }
  [[nodiscard]] BatchView View(bool with_memo) const {
    BatchView view;
    view.count = item.size();
    view.item = item.data();
    view.day = day.data();
    view.kind = kind.data();
    view.amount = amount.data();
    view.reference = reference.data();
    view.actor = actor.data();
    view.source = source.data();
    if (with_memo) view.memo = memo.data();
    return view;
  }
};

struct Pair {
  City plain;
  City judged;

  // Posts to both; whether it was posted.
  bool Post(const Columns& rows) {
    const Result<Receipt> a = plain.book.Post(rows.View(false));
    const Result<Receipt> b = judged.book.Post(rows.View(true));
    EXPECT_EQ(a.code(), b.code());
    if (!a.ok() && !b.ok()) {
      EXPECT_EQ(a.error().row(), b.error().row());
      EXPECT_EQ(a.error().available(), b.error().available());
      EXPECT_EQ(a.error().asked(), b.error().asked());
      EXPECT_EQ(a.error().message().en, b.error().message().en);
    } else if (a.ok() && b.ok()) {
      EXPECT_EQ(a->first, b->first);
      EXPECT_EQ(a->count, b->count);
    }
    return a.ok();
  }

  void ExpectSame() const {
    ASSERT_EQ(plain.book.entry_count(), judged.book.entry_count());
    for (std::uint32_t id = 1; id <= plain.book.entry_count(); ++id) {
      const Entry a = *plain.book.Find(EntryId{id});
      const Entry b = *judged.book.Find(EntryId{id});
      ASSERT_TRUE(a.item == b.item && a.day == b.day && a.kind == b.kind && a.cause == b.cause &&
                  a.amount == b.amount && a.reference == b.reference && a.group == b.group &&
                  a.source == b.source && a.authorization == b.authorization &&
                  a.actor == b.actor && a.corrected == b.corrected && a.open == b.open)
          << "entry " << id;
    }
    for (std::uint32_t item = 1; item <= plain.book.item_count(); ++item)
      ASSERT_EQ(plain.book.BalancesOf(ItemId{item}), judged.book.BalancesOf(ItemId{item}));
    EXPECT_EQ(plain.book.Verify().size(), judged.book.Verify().size());
  }
};

TEST(PlainRows, AreTakenAndRefusedAsIfJudgedOneByOne) {
  Pair books;
  for (City* city : {&books.plain, &books.judged}) {
    for (const ItemId item : {city->entrust, city->office, city->books, city->stage})
      city->Fund(item, 3'000'000);
    Posting reserved = city->Row(city->books, EntryKind::kReserveSubsidyRefund, 100'000);
    reserved.source = FundingSource::kNationalSubsidy;
    ASSERT_TRUE(city->Post(reserved).ok());
    city->Revenue("211-01");
  }
  std::mt19937 random(20210302);
  const auto below = [&random](std::uint32_t n) {
    return static_cast<std::uint32_t>(random() % n);
  };
  const std::int32_t spring = Day(2021, 3, 2).days();
  const std::int32_t january = Day(2022, 1, 15).days();
  std::size_t posted = 0;
  std::size_t refused = 0;
  for (int batch = 0; batch < 600; ++batch) {
    Columns rows;
    const auto entries = static_cast<std::uint32_t>(books.plain.book.entry_count());
    const std::uint32_t count = 1 + below(batch % 3 == 0 ? 400 : 12);
    for (std::uint32_t i = 0; i < count; ++i) {
      const bool odd = below(400) == 0;  // a row that may not be so
      std::int32_t day = spring + static_cast<std::int32_t>(below(60));
      if (below(50) == 0) day = january;
      if (odd) day += static_cast<std::int32_t>(below(800)) - 400;
      const auto amount = odd ? std::int64_t{below(4'000'000)} - 100 : std::int64_t{1} + below(90);
      const std::uint32_t actor = below(3) == 0 ? 0 : 1 + below(2);
      const std::uint32_t what = below(100);
      if (what < 55 || i + entries == 0) {
        const std::uint32_t item = 1 + below(odd ? 8 : 4);
        rows.Add(item, day, odd && below(4) == 0 ? EntryKind::kReceive : EntryKind::kCommit, amount,
                 odd ? below(3) : 0, actor);
        continue;
      }
      // What the row names: an entry of the book that has something open, or a row of the batch.
      const EntryKind kind = what < 92   ? EntryKind::kDisburse
                             : what < 95 ? EntryKind::kRelease
                             : what < 98 ? EntryKind::kRefund
                                         : EntryKind::kAllot;
      if (kind == EntryKind::kAllot) {
        rows.Add(1 + below(4), day, kind, 1);
        continue;
      }
      const auto size = static_cast<std::uint32_t>(rows.item.size());
      if (size > 0 && below(2) == 0) {
        const std::uint32_t back = below(size);
        if (rows.kind[back] != static_cast<std::int32_t>(EntryKind::kCommit) && !odd) continue;
        rows.Add(rows.item[back], day, kind, 1, -static_cast<std::int64_t>(back) - 1,
                 odd ? actor : 3);
        continue;
      }
      const std::uint32_t id = 1 + below(entries + (odd ? 5 : 0));
      const auto entry = books.plain.book.Find(EntryId{id});
      const EntryKind wanted =
          kind == EntryKind::kRefund ? EntryKind::kDisburse : EntryKind::kCommit;
      if (!odd && (!entry || entry->kind != wanted || entry->open.minor() < 2)) continue;
      rows.Add(entry ? NumberOf(entry->item) : 1, day, kind, 1, id, odd ? actor : 3);
    }
    if (rows.item.empty()) continue;
    // A source keeps its block of rows from being taken together.
    if (below(10) == 0) rows.source[below(static_cast<std::uint32_t>(rows.source.size()))] = 1;
    ++(books.Post(rows) ? posted : refused);
    if (::testing::Test::HasFailure()) return;
  }
  books.ExpectSame();
  EXPECT_GT(posted, 200U);
  EXPECT_GT(refused, 50U);
}

TEST(PlainRows, GoOnInTheNextChunkOfEntries) {
  Pair books;
  for (City* city : {&books.plain, &books.judged}) city->Fund(city->office, 1'000'000'000);
  const std::uint32_t office = NumberOf(books.plain.office);
  const std::int32_t day = Day(2021, 3, 2).days();
  // 140,004 entries with the two of the budget: two chunks are filled, and batches lie across their ends.
  for (int batch = 0; batch < 2; ++batch) {
    Columns rows;
    for (std::int64_t i = 0; i < 35'001; ++i) {
      rows.Add(office, day, EntryKind::kCommit, 10 + i % 7, 0, 1);
      rows.Add(office, day, EntryKind::kDisburse, 1 + i % 5, -(2 * i + 1), 2);
    }
    ASSERT_TRUE(books.Post(rows));
  }
  books.ExpectSame();
  // A payment of an entry of the first chunk, one of its officer's own, and one above what is open.
  Columns rows;
  rows.Add(office, day, EntryKind::kDisburse, 1, 3, 2);
  ASSERT_TRUE(books.Post(rows));
  rows.actor[0] = 1;
  EXPECT_FALSE(books.Post(rows));
  rows.actor[0] = 2;
  rows.amount[0] = 100;
  EXPECT_FALSE(books.Post(rows));
  books.ExpectSame();
}

TEST(PlainRows, AreTakenBackWithARowThatIsRefused) {
  Pair books;
  for (City* city : {&books.plain, &books.judged}) city->Fund(city->office, 1'000);
  const std::uint32_t office = NumberOf(books.plain.office);
  const std::int32_t day = Day(2021, 3, 2).days();
  Columns rows;
  for (int i = 0; i < 10; ++i) rows.Add(office, day, EntryKind::kCommit, 100, 0, 1);
  rows.Add(office, day, EntryKind::kDisburse, 40, -1, 2);
  rows.Add(office, day, EntryKind::kCommit, 1, 0, 1);
  EXPECT_FALSE(books.Post(rows));
  books.ExpectSame();
  EXPECT_EQ(books.plain.book.BalancesOf(books.plain.office).committed_total, 0);
  EXPECT_EQ(books.plain.book.entry_count(), 2U);
}

}  // namespace
}  // namespace yesan
