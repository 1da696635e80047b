// Processes that post and are killed at any moment: what they acknowledged is there, whole, and once.
#include <gtest/gtest.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "tests/store/store_support.h"

namespace yesan {
namespace {

#ifdef YESAN_WITH_STORE

constexpr std::int64_t kRows = 3;  // of a batch

// A batch that commits, releases what it committed, and commits again.
Batch BatchOf(int writer, std::int64_t number, ItemId item) {
  Batch batch("writer-" + std::to_string(writer) + "-" + std::to_string(number));
  Posting row;
  row.item = item;
  row.day = On(2021, 3, 2);
  row.kind = EntryKind::kCommit;
  row.amount = Money(number + 1);
  Posting release = row;
  release.reference = batch.Add(row);
  release.kind = EntryKind::kRelease;
  batch.Add(release);
  row.amount = Money(1);
  batch.Add(row);
  return batch;
}

// Posts from a number on until it is killed; says each number that was acknowledged.
[[noreturn]] void Write(const std::string& path, int writer, std::int64_t from, int to) {
  StoreOptions options;
  options.busy_ms = 60'000;
  Result<Store> store = Store::Open(path, options);
  if (!store) ::_exit(3);
  for (std::int64_t number = from;; ++number) {
    if (!store->book().Post(BatchOf(writer, number, ItemId{1})).ok()) ::_exit(4);
    if (::write(to, &number, sizeof number) != sizeof number) ::_exit(5);
  }
}

struct Child {
  pid_t process = -1;
  int from = -1;

  void Start(const std::string& path, int writer, std::int64_t number) {
    int ends[2] = {-1, -1};
    ASSERT_EQ(::pipe(ends), 0);
    process = ::fork();
    ASSERT_GE(process, 0);
    if (process == 0) {
      ::close(ends[0]);
      Write(path, writer, number, ends[1]);
    }
    ::close(ends[1]);
    from = ends[0];
  }
  // Kills it, and gives the number after the last that it acknowledged.
  std::int64_t Kill(std::int64_t next) {
    ::kill(process, SIGKILL);
    int status = 0;
    ::waitpid(process, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << WEXITSTATUS(status);
    std::int64_t number = 0;
    while (::read(from, &number, sizeof number) == sizeof number) {
      EXPECT_EQ(number, next);
      next = number + 1;
    }
    ::close(from);
    return next;
  }
};

void KillOftenWith(int writers) {
  const Folder folder;
  const std::string path = folder / "book.yesan";
  {
    Store store = *MakeStore(path);
    // The year is not run to its end: the spending is left to the writers.
    int left = 12;
    CityYear().Run(store.book(), [&](const auto& result) { return result.ok() && --left > 0; });
    Batch allot;
    Posting row;
    row.item = ItemId{1};
    row.day = On(2021, 3, 2);
    row.kind = EntryKind::kAllot;
    row.amount = Money(4'000'000'000);
    allot.Add(row);
    const auto posted = store.book().Post(allot);
    ASSERT_TRUE(posted.ok()) << posted.error().message().en;
  }
  const char* wanted = std::getenv("YESAN_KILLS");
  const int kills = wanted != nullptr ? std::atoi(wanted) : 25;
  std::mt19937 random(11);
  std::vector<std::int64_t> next(static_cast<std::size_t>(writers), 0);
  const std::size_t base = Store::OpenReadOnly(path)->book().entry_count();
  std::int64_t done = 0;
  for (int round = 0; round * writers < kills; ++round) {
    std::vector<Child> children(next.size());
    for (std::size_t i = 0; i < next.size(); ++i)
      children[i].Start(path, static_cast<int>(i), next[i]);
    ::usleep(static_cast<useconds_t>(4'000 + random() % 30'000));
    for (std::size_t i = 0; i < next.size(); ++i) next[i] = children[i].Kill(next[i]);
    done += writers;
    Store store = *Store::Open(path);
    const std::size_t entries = store.book().entry_count() - base;
    ASSERT_EQ(entries % kRows, 0u) << "no half of a batch";
    std::int64_t acknowledged = 0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      acknowledged += next[i];
      // All of them are there under their keys; and what was not acknowledged may be there once.
      if (next[i] > 0) {
        const auto again = store.book().Post(BatchOf(static_cast<int>(i), next[i] - 1, ItemId{1}));
        ASSERT_TRUE(again.ok() && again->repeated);
      }
      const auto one = store.book().Post(BatchOf(static_cast<int>(i), next[i], ItemId{1}));
      ASSERT_TRUE(one.ok());
      acknowledged += one->repeated ? 1 : 0;
      ++next[i];
    }
    ASSERT_EQ(static_cast<std::int64_t>(entries / kRows), acknowledged)
        << "nothing lost, nothing twice";
  }
  Store store = *Store::Open(path);
  const auto findings = store.Verify();
  ASSERT_TRUE(findings.ok());
  EXPECT_TRUE(findings->empty());
  std::printf("%lld kills of %d writers, %zu entries kept\n", static_cast<long long>(done), writers,
              store.book().entry_count() - base);
}

TEST(StoreKills, LoseNothingThatWasAcknowledgedAndLeaveNothingHalfDone) { KillOftenWith(1); }
TEST(StoreKills, OfTwoWritersThatTakeTurnsEither) { KillOftenWith(2); }

#endif

}  // namespace
}  // namespace yesan
