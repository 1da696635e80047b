// Books of absurd sums, and what Verify and balances on a day say of them.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

constexpr std::int64_t kMost = 100'000'000'000'000'000;  // 10^17

TEST(Verify, AddsUpAbsurdSumsOfManyItemsExactly) {
  Policy policy = Policy::Permissive();
  policy.control_level = ControlLevel::kItem;
  City city(policy);
  // 200 items of 10^17 each: 2 × 10^19 in all, beyond 64 bits.
  std::vector<ItemId> items;
  for (int i = 0; i < 200; ++i)
    items.push_back(city.Item(city.center, "307-" + std::to_string(100 + i), "307"));
  Batch batch;
  for (const ItemId item : items) {
    Posting row = city.Row(item, EntryKind::kAppropriate, kMost, Cause::kOriginal);
    row.authorization = AuthorizationId::kNone;
    batch.Add(row);
  }
  for (const EntryKind kind : {EntryKind::kTransferOut, EntryKind::kTransferIn}) {
    for (const ItemId item : items) {
      Posting row = city.Row(item, kind, kMost, Cause::kIntraProgramVirement);
      row.group = 1;
      batch.Add(row);
    }
  }
  ASSERT_TRUE(city.book.Post(batch).ok());
  EXPECT_TRUE(city.book.Verify().empty());
  EXPECT_EQ(city.book.Balances({}, GroupBy::kNothing).code(), Code::kOverflow);
}

TEST(Verify, ReadsABookThatWasPostedInAnotherOrderThanItsDays) {
  City city(Policy::Permissive());
  const auto add = [&](EntryKind kind, Date day) {
    Posting row = city.Row(city.entrust, kind, kMost, Supplementary(1));
    row.authorization = AuthorizationId::kNone;
    row.day = day;
    return city.Done(row);
  };
  // Always 10^17 or nothing in the order of posting; by the end of March a hundred times as much.
  for (int i = 0; i < 100; ++i) {
    add(EntryKind::kAppropriate, Day(2021, 3, 2));
    add(EntryKind::kReduce, Day(2021, 11, 2));
  }
  EXPECT_EQ(city.book.BalancesOn(Day(2021, 3, 31), {}, GroupBy::kItem).code(), Code::kOverflow);
  ItemFilter other;
  other.object_item = "201-01";
  EXPECT_TRUE(city.book.BalancesOn(Day(2021, 3, 31), other, GroupBy::kItem).ok())
      << "another item has nothing to do with it";
  EXPECT_TRUE(city.book.BalancesOn(Day(2021, 12, 31), {}, GroupBy::kItem).ok());
  EXPECT_TRUE(city.Wrong().empty());
}

TEST(Verify, SaysThatAnItemDoesNotAddUp) {
  // Committed and released again and again: 93 times 10^17 committed do not fit, though nothing of it is left.
  City city(Policy::Permissive());
  city.Fund(city.entrust, kMost, false);
  for (int i = 0; i < 100; ++i) {
    const EntryId commitment = city.Commit(city.entrust, kMost);
    city.Done(city.Lean(EntryKind::kRelease, commitment, kMost));
  }
  EXPECT_EQ(city.Wrong(), std::vector<std::string>{"ledger.overflow"});
  for (const Finding& finding : city.book.Verify()) {
    if (finding.rule != "ledger.overflow") continue;
    EXPECT_EQ(finding.about(Language::kKorean), "2021 307-05 (항목 1)");
    EXPECT_EQ(finding.about(Language::kEnglish), "2021 307-05 (item 1)");
    EXPECT_EQ(finding.message.en.rfind("2021 307-05 (item 1): ", 0), 0U);
  }
}

}  // namespace
}  // namespace yesan
