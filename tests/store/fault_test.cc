// Every call that a store makes of the file system fails once, in each of several ways, while a year is booked: what was
// acknowledged is there afterwards, nothing is half done, and the file is sound.
#include "tests/store/fault_vfs.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/store/store_support.h"

namespace yesan {
namespace {

#ifdef YESAN_WITH_STORE

struct Outcome {
  std::int64_t acknowledged = -1;  // batches, −1: not even the first
  bool unknown = false;
  std::int64_t calls = 0;
};

// Books a year while a call fails, and closes the store.
Outcome Book(const std::string& path, std::int64_t fails, faults::Fault how, bool stays) {
  faults::plan = {0, fails, how, stays, false};
  Outcome outcome;
  StoreOptions options;
  options.vfs = faults::Install();
  options.busy_ms = 0;
  Result<Store> store = MakeStore(path, options);
  if (store) {
    outcome.acknowledged = 0;
    CityYear().Run(store->book(), [&](const auto& result) {
      outcome.unknown = outcome.unknown || result.code() == Code::kOutcomeUnknown;
      if (result.ok()) ++outcome.acknowledged;
      // Where a step is refused because the one before it never was, the year ends.
      return result.ok();
    });
    static_cast<void>(store->Close());
  } else {
    outcome.unknown = store.code() == Code::kOutcomeUnknown;
  }
  outcome.calls = faults::plan.calls;
  faults::plan = {};
  return outcome;
}

TEST(StoreFaults, WhateverCallFailsNothingAcknowledgedIsLostAndNothingIsHalfDone) {
  const Folder folder;
  const Outcome whole = Book(folder / "whole.yesan", -1, faults::Fault::kError, false);
  ASSERT_GT(whole.calls, 300);
  Store full = *Store::Open(folder / "whole.yesan");
  ASSERT_EQ(whole.acknowledged, full.head().batch);
  // Every call takes a minute: with YESAN_EVERY_FAULT in the environment all of them, else a sample.
#ifdef YESAN_SANITIZED
  const std::int64_t step = 23;
#else
  const std::int64_t step = std::getenv("YESAN_EVERY_FAULT") != nullptr ? 1 : 5;
#endif
  std::int64_t injected = 0, refused = 0, unknown = 0;
  const struct {
    faults::Fault how;
    bool stays;
  } ways[] = {{faults::Fault::kError, false},
              {faults::Fault::kError, true},
              {faults::Fault::kDiskFull, true},
              {faults::Fault::kShortRead, false}};
  for (const auto& [how, stays] : ways) {
    for (std::int64_t n = 0; n < whole.calls; n += step) {
      const std::string path = folder / "book.yesan";
      for (const char* tail : {"", "-wal", "-shm"}) ::unlink((path + tail).c_str());
      const Outcome outcome = Book(path, n, how, stays);
      ++injected;
      refused += outcome.acknowledged < whole.acknowledged ? 1 : 0;
      unknown += outcome.unknown ? 1 : 0;
      const std::string at = "call " + std::to_string(n) + " way " +
                             std::to_string(static_cast<int>(how)) + (stays ? " for good" : "");
      Result<Store> store = Store::Open(path);
      if (!store) {
        // Only where there never was a book.
        ASSERT_LT(outcome.acknowledged, 0) << at << " " << store.error().message().en;
        continue;
      }
      const auto findings = store->Verify();
      ASSERT_TRUE(findings.ok()) << at;
      ASSERT_TRUE(findings->empty()) << at << " " << findings->front().message.en;
      const std::int64_t kept = store->head().batch;
      ASSERT_GE(kept, outcome.acknowledged) << at;
      ASSERT_LE(kept, outcome.acknowledged + (outcome.unknown ? 1 : 0)) << at;
      // A prefix of the year, act by act.
      ASSERT_LE(store->book().entry_count(), full.book().entry_count()) << at;
      for (std::uint32_t id = 1; id <= store->book().entry_count(); ++id) {
        ASSERT_EQ(store->book().Find(EntryId{id})->amount, full.book().Find(EntryId{id})->amount)
            << at;
      }
    }
  }
  std::printf("%lld faults injected, %lld ended a year early, of %lld the outcome was unknown\n",
              static_cast<long long>(injected), static_cast<long long>(refused),
              static_cast<long long>(unknown));
}

TEST(StoreFaults, AnUnknownOutcomeIsSettledByTheKey) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  StoreOptions options;
  options.vfs = faults::Install();
  int settled = 0;
  for (std::int64_t n = 0; n < 60; ++n) {
    for (const char* tail : {"", "-wal", "-shm"}) ::unlink((path + tail).c_str());
    faults::plan = {};
    Store store = *MakeStore(path, options);
    const auto no_close = [](const auto& result) { return result.ok(); };
    ASSERT_TRUE(CityYear().Run(store.book(), no_close));
    Posting row;
    row.item = ItemId{3};
    row.day = On(2022, 1, 1);
    row.kind = EntryKind::kUnallot;
    row.amount = Money(1);
    Batch batch("2022-1");
    batch.Add(row);
    const std::size_t before = store.book().entry_count();
    faults::plan = {0, n, faults::Fault::kError, true, false};
    const Result<Receipt> posted = store.book().Post(batch);
    if (posted.code() == Code::kOutcomeUnknown) {
      ++settled;
      EXPECT_EQ(store.book().Post(batch).code(), Code::kOutcomeUnknown) << "nothing but Close";
      EXPECT_EQ(store.Refresh().code(), Code::kOutcomeUnknown);
    }
    static_cast<void>(store.Close());
    faults::plan = {};
    Store again = *Store::Open(path);
    const Result<Receipt> settles = again.book().Post(batch);
    ASSERT_TRUE(settles.ok()) << n;
    EXPECT_EQ(again.book().entry_count(), before + 1) << "once, whatever happened";
    if (posted.ok()) {
      EXPECT_TRUE(settles->repeated);
      break;
    }
  }
  EXPECT_GT(settled, 0);
}

#endif

}  // namespace
}  // namespace yesan
