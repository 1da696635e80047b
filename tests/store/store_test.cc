#include "yesan/store/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/store/store_support.h"

namespace yesan {
namespace {

#ifdef YESAN_WITH_STORE

const auto kTaken = [](const auto& result) {
  EXPECT_TRUE(result.ok()) << result.error().message().en;
  return result.ok();
};

std::vector<std::string> RulesOf(const Result<std::vector<Finding>>& findings) {
  std::vector<std::string> rules;
  EXPECT_TRUE(findings.ok());
  if (!findings) return rules;
  for (const Finding& finding : *findings) {
    rules.push_back(finding.rule);
    EXPECT_FALSE(finding.message.ko.empty() || finding.message.en.empty());
  }
  return rules;
}
using Rules = std::vector<std::string>;

std::string Bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// A closed store with a whole year, and its head.
StoreHead MakeYear(const std::string& path) {
  Result<Store> store = MakeStore(path);
  EXPECT_TRUE(store.ok()) << store.error().message().en;
  EXPECT_TRUE(CityYear().Run(store->book(), kTaken));
  const StoreHead head = store->head();
  EXPECT_TRUE(store->Close().ok());
  return head;
}

TEST(Store, OpensToTheSameBook) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  Result<Store> store = MakeStore(path);
  ASSERT_TRUE(store.ok()) << store.error().message().en;
  CityYear year;
  ASSERT_TRUE(year.Run(store->book(), kTaken));
  // While it is open, closed and opened again, and for reading alone.
  const Result<Store> beside = Store::OpenReadOnly(path);
  ASSERT_TRUE(beside.ok()) << beside.error().message().en;
  EXPECT_EQ(Difference(store->book(), beside->book()), "");
  EXPECT_EQ(beside->head(), store->head());
  EXPECT_EQ(RulesOf(store->Verify()), Rules());
  const StoreHead head = store->head();
  Store again = *Store::Open(path);
  EXPECT_EQ(Difference(store->book(), again.book()), "");
  ASSERT_TRUE(store->Close().ok());
  EXPECT_EQ(again.head(), head);
  EXPECT_EQ(RulesOf(again.Verify(head)), Rules());
  EXPECT_EQ(again.book().government().name, "서울특별시");
  EXPECT_EQ(again.book().FindProgram(CodeKind::kDetailedProgram, 2021, "1234-5"), ProgramId{5});
  EXPECT_EQ(again.book().DrawnOn(year.vote), Money(4'166'896'000 + 500'000'000));
  struct stat of {};
  ASSERT_EQ(::stat(path.c_str(), &of), 0);
  EXPECT_EQ(of.st_mode & 0777U, 0600U);
}

TEST(Store, AnswersAKeyAfterItWasOpenedAgain) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  MakeYear(path);
  Store store = *Store::Open(path);
  Posting row;
  row.item = ItemId{3};  // what was carried into 2022
  row.day = On(2022, 1, 1);
  row.kind = EntryKind::kUnallot;
  row.amount = Money(1);
  Batch batch("2022-1");
  batch.Add(row);
  const Receipt first = *store.book().Post(batch);
  EXPECT_FALSE(first.repeated);
  ASSERT_TRUE(store.Close().ok());
  Store later = *Store::Open(path);
  const Result<Receipt> again = later.book().Post(batch);
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->first, first.first);
}

TEST(Store, IsReadByAnyToolInTheTermsOfTheTrade) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  MakeYear(path);
  EXPECT_EQ(Query(path, "PRAGMA application_id; PRAGMA user_version"), "1497715521|1|");
  EXPECT_EQ(
      Query(path,
            "SELECT program_name, adopted, carryover_in, net_adjustment, current_budget, "
            "disbursed, carryover_out, lapsed_balance FROM settlement WHERE fiscal_year = 2021"),
      "마을공동체 지원센터 운영|4166896000|0|0|4166896000|1000000000|500000000|2666896000|");
  EXPECT_EQ(
      Query(path, "SELECT day, kind, kind_korean, amount, memo FROM entry_named WHERE entry = 5"),
      "2021-03-02|commit|지출원인행위|1234567891|위탁금 'x'; DROP TABLE entry; --\n|");
  EXPECT_EQ(Query(path, "SELECT act FROM batch WHERE batch < 3 ORDER BY batch"),
            "book|account|department|");
}

TEST(Store, TheBalanceViewAddsTheEntriesBehindItsSnapshot) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  Result<Store> store = MakeStore(path);
  CityYear year;
  ASSERT_TRUE(year.Run(store->book(), kTaken));
  EXPECT_EQ(Query(path, "SELECT entry FROM snapshot"), "0|");
  const std::string sql =
      "SELECT disbursed, committed_total, current_budget FROM balance WHERE item = 1";
  EXPECT_EQ(Query(path, sql), "1000000000|1000000000|4066896000|");
  EXPECT_EQ(RulesOf(store->Verify()), Rules());
  ASSERT_TRUE(store->Close().ok());
  EXPECT_NE(Query(path, "SELECT entry FROM snapshot"), "0|");
  EXPECT_EQ(Query(path, sql), "1000000000|1000000000|4066896000|");
}

TEST(Store, FindsTheFirstBatchThatWasChanged) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  const StoreHead head = MakeYear(path);
  const std::string clean = Bytes(path);
  const struct {
    const char* sql;
    const char* rule;
    const char* about;
  } changes[] = {
      {"UPDATE entry SET amount = amount + 1 WHERE entry = 5", "store.chain", "16번 묶음"},
      {"UPDATE entry SET memo = 'y' WHERE entry = 5", "store.chain", "16번 묶음"},
      {"UPDATE batch SET posted_at = '2020-01-01T00:00:00.000Z' WHERE batch = 3", "store.chain",
       "3번 묶음"},
      {"UPDATE batch SET actor = 9 WHERE batch = 16", "store.chain", "16번 묶음"},
      {"UPDATE batch SET key = 'z' WHERE batch = 16", "store.chain", "16번 묶음"},
      {"UPDATE account SET name = '특별회계'", "store.chain", "1번 묶음"},
      {"UPDATE policy SET document = replace(document, '801-01', '801-02')", "store.chain",
       "0번 묶음"},
      {"UPDATE program_year SET name = 'x' WHERE batch = 8", "store.chain", "8번 묶음"},
      {"UPDATE cost_basis SET detail = '{}' WHERE item = 1", "store.chain", "12번 묶음"},
      {"UPDATE government SET name = '부산광역시'", "store.chain", "0번 묶음"},
      {"DELETE FROM entry WHERE entry = 5", "store.chain", "16번 묶음"},
      {"DELETE FROM closed_year", "store.chain", nullptr},
      {"INSERT INTO closed_year VALUES(2022, 99)", "store.rows", nullptr},
      {"INSERT INTO account VALUES(9, 4, 'fund', '기금')", "store.rows", nullptr},
      {"UPDATE balance_snapshot SET disbursed = 0 WHERE item = 1", "store.balance", nullptr},
      {"UPDATE entry_kind SET korean = '지출' WHERE name = 'commit'", "store.names", nullptr},
      {"UPDATE effect SET disbursed = 1 WHERE kind = 1", "store.names", nullptr},
      {"DROP VIEW settlement", "store.names", nullptr},
      {"CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM account; END", "store.names",
       nullptr},
  };
  for (const auto& change : changes) {
    std::ofstream(path, std::ios::binary).write(clean.data(), std::streamsize(clean.size()));
    Tamper(path, change.sql);
    const Result<Store> store = Store::Open(path);
    if (!store) {
      // What makes no book is told when it is opened.
      EXPECT_EQ(store.code(), Code::kDamaged) << change.sql;
      EXPECT_EQ(std::string(change.rule), "store.chain") << change.sql;
      continue;
    }
    const Result<std::vector<Finding>> findings = store->Verify(head);
    ASSERT_TRUE(findings.ok()) << change.sql;
    ASSERT_FALSE(findings->empty()) << change.sql;
    EXPECT_EQ(findings->front().rule, change.rule) << change.sql;
    if (change.about != nullptr) {
      EXPECT_EQ(findings->front().subject, change.about) << change.sql;
    }
  }
}

TEST(Store, ATailThatIsGoneShowsAgainstANotedHeadOnly) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  const StoreHead head = MakeYear(path);
  Tamper(path,
         "DELETE FROM closed_year; DELETE FROM batch WHERE batch = (SELECT MAX(batch) FROM batch)");
  const Store store = *Store::Open(path);
  EXPECT_FALSE(store.book().IsClosed(2021));
  EXPECT_EQ(RulesOf(store.Verify()), Rules());
  EXPECT_EQ(RulesOf(store.Verify(head)), Rules{"store.head"});
  StoreHead other = store.head();
  EXPECT_EQ(RulesOf(store.Verify(other)), Rules());
  other.link[0] ^= 1U;
  EXPECT_EQ(RulesOf(store.Verify(other)), Rules{"store.head"});
}

TEST(StoreHead, IsReadBackAndNothingElseIs) {
  StoreHead head;
  head.batch = 128;
  for (std::size_t i = 0; i < head.link.size(); ++i)
    head.link[i] = static_cast<std::uint8_t>(i * 37 + 11);
  EXPECT_EQ(*StoreHead::Parse(head.ToString()), head);
  EXPECT_EQ(*StoreHead::Parse(" " + head.ToString() + "\n"), head);
  for (const std::string& wrong :
       {std::string(), std::string("128"), head.ToString() + "0", "x" + head.ToString(),
        head.ToString().substr(0, 60), ":" + std::string(64, '0'), "1:" + std::string(64, 'g')})
    EXPECT_EQ(StoreHead::Parse(wrong).code(), Code::kSyntax) << wrong;
}

TEST(Store, TwoWritersTakeTurnsAndEachSeesTheOther) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  Store one = *MakeStore(path);
  Store two = *Store::Open(path);
  ASSERT_TRUE(one.book().AddAccount({AccountKind::kGeneral, "일반회계"}).ok());
  EXPECT_EQ(two.book().account_count(), 0u) << "a stable view";
  // It catches up before it judges: the name is there already.
  EXPECT_EQ(two.book().AddAccount({AccountKind::kGeneral, "일반회계"}).code(), Code::kDuplicate);
  EXPECT_EQ(two.book().account_count(), 1u);
  EXPECT_EQ(*two.book().AddAccount({AccountKind::kFund, "재난관리기금"}), AccountId{2});
  EXPECT_EQ(*one.Refresh(), 1);
  EXPECT_EQ(one.book().Find(AccountId{2})->name, "재난관리기금");
  EXPECT_EQ(one.head(), two.head());
  EXPECT_EQ(*one.Refresh(), 0);
}

TEST(Store, SaysThatItIsBusyAfterABoundedWaitAndGoesOnThen) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  StoreOptions options;
  options.busy_ms = 50;
  Store store = *MakeStore(path, options);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto busy = store.book().AddDepartment({"문화정책과"});
  EXPECT_EQ(busy.code(), Code::kBusy);
  EXPECT_NE(busy.error().message().en.find(path), std::string::npos);
  EXPECT_EQ(store.book().department_count(), 0u);
  ASSERT_EQ(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(other);
  EXPECT_TRUE(store.book().AddDepartment({"문화정책과"}).ok());
}

TEST(Store, ForReadingWritesNothing) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  MakeYear(path);
  const std::string before = Bytes(path);
  Store store = *Store::OpenReadOnly(path);
  EXPECT_EQ(store.book().AddDepartment({"문화정책과"}).code(), Code::kReadOnly);
  Posting row;
  row.item = ItemId{1};
  Batch batch;
  batch.Add(row);
  EXPECT_EQ(store.book().Post(batch).code(), Code::kReadOnly);
  ASSERT_TRUE(store.Close().ok());
  EXPECT_EQ(Bytes(path), before);
}

TEST(Store, RefusesWhatIsNoBookAndSaysWhy) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  EXPECT_EQ(Store::Open(path).code(), Code::kNotFound);
  EXPECT_EQ(Store::OpenReadOnly(path).code(), Code::kNotFound);
  EXPECT_EQ(Store::Open("").code(), Code::kInvalidArgument);
  EXPECT_EQ(Store::Open(std::string("a\0b", 3)).code(), Code::kInvalidArgument);
  EXPECT_EQ(MakeStore(folder / "no/such/folder").code(), Code::kIo);
  StoreOptions wrong;
  wrong.busy_ms = -1;
  EXPECT_EQ(MakeStore(path, wrong).code(), Code::kInvalidArgument);
  const std::string text = folder / "text";
  std::ofstream(text)
      << "This is no book, but long enough to have had a header of one hundred bytes "
         "if it had been one.";
  EXPECT_EQ(Store::Open(text).code(), Code::kNotABook);
  EXPECT_EQ(MakeStore(text).code(), Code::kDuplicate) << "what is there stays";
  EXPECT_EQ(Bytes(text).substr(0, 4), "This");
  const std::string empty = folder / "empty";
  std::ofstream(empty) << "";
  EXPECT_EQ(Store::Open(empty).code(), Code::kNotABook);
  const std::string other = folder / "other";
  Tamper(other, "CREATE TABLE t(x)");
  EXPECT_EQ(Store::Open(other).code(), Code::kNotABook);
  MakeYear(path);
  Tamper(path, "PRAGMA user_version = 2");
  const auto newer = Store::Open(path);
  EXPECT_EQ(newer.code(), Code::kNewerVersion);
  EXPECT_NE(newer.error().message().en.find("version 2"), std::string::npos);
}

TEST(Store, OfATruncatedFileIsRefusedOrFound) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  MakeYear(path);
  const std::string clean = Bytes(path);
  const std::string cut = folder / "cut.yesan";
  for (std::size_t size = 0; size < clean.size(); size += 1777) {
    std::ofstream(cut, std::ios::binary | std::ios::trunc)
        .write(clean.data(), static_cast<std::streamsize>(size));
    const Result<Store> store = Store::Open(cut);
    if (!store) {
      EXPECT_TRUE(store.code() == Code::kNotABook || store.code() == Code::kDamaged ||
                  store.code() == Code::kIo)
          << size << " " << store.error().message().en;
      continue;
    }
    const auto findings = store->Verify();
    EXPECT_TRUE(!findings || !findings->empty()) << size;
  }
}

TEST(Store, CopiesItselfWhileItIsOpen) {
  const Folder folder;
  Store store = *MakeStore(folder / "book.yesan");
  CityYear year;
  ASSERT_TRUE(year.Run(store.book(), kTaken));
  const std::string copy = folder / "copy.yesan";
  ASSERT_TRUE(store.Backup(copy).ok());
  EXPECT_EQ(store.Backup(copy).code(), Code::kDuplicate);
  EXPECT_EQ(store.Backup(folder / "no/such").code(), Code::kIo);
  const Store other = *Store::Open(copy);
  EXPECT_EQ(Difference(store.book(), other.book()), "");
  EXPECT_EQ(other.head(), store.head());
  EXPECT_EQ(RulesOf(other.Verify(store.head())), Rules());
  struct stat of {};
  ASSERT_EQ(::stat(copy.c_str(), &of), 0);
  EXPECT_EQ(of.st_mode & 0777U, 0600U);
}

TEST(Store, APathIsOnlyData) {
  const Folder folder;
  for (const char* name :
       {"장부 '1' \"2\" ;--.yesan", "file:x?mode=memory", ":memory:", "a%41#?.db"}) {
    const std::string path = folder / name;
    Store store = *MakeStore(path);
    ASSERT_TRUE(store.book().AddDepartment({"문화정책과"}).ok());
    ASSERT_TRUE(store.Close().ok());
    EXPECT_EQ(Store::Open(path)->book().department_count(), 1u) << name;
    EXPECT_EQ(Store::OpenReadOnly(path)->book().department_count(), 1u) << name;
  }
}

TEST(Store, TheBookOfOneThatIsClosedRefusesEverything) {
  const Folder folder;
  Store store = *MakeStore(folder / "book.yesan");
  ASSERT_TRUE(store.Close().ok());
  EXPECT_TRUE(store.Close().ok());
  EXPECT_EQ(store.book().AddDepartment({"문화정책과"}).code(), Code::kReadOnly);
  EXPECT_EQ(store.Verify().code(), Code::kReadOnly);
  EXPECT_EQ(store.Refresh().code(), Code::kReadOnly);
  EXPECT_EQ(store.Backup(folder / "copy").code(), Code::kReadOnly);
}

TEST(Store, RenewsItsSnapshotAsItGoes) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  StoreOptions options;
  options.durability = Durability::kRelaxed;
  Store store = *MakeStore(path, options);
  CityYear year;
  const auto no_close = [](const auto& result) { return result.ok(); };
  ASSERT_TRUE(year.Run(store.book(), no_close));
  Batch batch;
  Posting row;
  row.item = ItemId{3};
  row.day = On(2022, 2, 1);
  row.amount = Money(1);
  for (int i = 0; i < 35'000; ++i) {
    row.kind = EntryKind::kUnallot;
    batch.Add(row);
    row.kind = EntryKind::kAllot;
    batch.Add(row);
  }
  const auto posted = store.book().Post(batch);
  ASSERT_TRUE(posted.ok()) << posted.error().message().en;
  EXPECT_EQ(Query(path, "SELECT entry FROM snapshot"),
            std::to_string(store.book().entry_count()) + "|");
  EXPECT_EQ(RulesOf(store.Verify()), Rules());
}

#else

TEST(Store, IsNotBuilt) {
  EXPECT_EQ(Store::Open("book.yesan").code(), Code::kNotBuilt);
  EXPECT_EQ(Store::OpenReadOnly("book.yesan").code(), Code::kNotBuilt);
  EXPECT_EQ(MakeStore("book.yesan").code(), Code::kNotBuilt);
}

#endif

}  // namespace
}  // namespace yesan
