#include "yesan/ledger/journal.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

// Keeps, refuses or throws, and counts.
class Diary : public Journal {
 public:
  enum class Mood { kKeeps, kRefuses, kThrows };
  Mood mood = Mood::kKeeps;
  std::vector<std::size_t> acts;
  std::vector<std::int64_t> references;
  std::vector<std::uint32_t> groups;
  std::vector<std::int32_t> sources;
  ProgramId year_of = ProgramId::kNone;
  std::size_t items = 0;

  Result<void> Append(const Act& act) override {
    if (mood == Mood::kRefuses) return Error(Code::kInternal);
    if (mood == Mood::kThrows) throw std::runtime_error("the disk is gone");
    acts.push_back(act.index());
    if (const auto* batch = std::get_if<const PostedBatch*>(&act)) {
      for (std::size_t i = 0; i < (*batch)->rows.count; ++i) {
        references.push_back((*batch)->rows.reference[i]);
        groups.push_back((*batch)->rows.group[i]);
        sources.push_back((*batch)->rows.source[i]);
      }
    }
    if (const auto* year = std::get_if<const NodeYear*>(&act)) year_of = (*year)->program;
    if (const auto* added = std::get_if<const AddedItems*>(&act)) items += (*added)->count;
    return {};
  }
};

TEST(Journal, GetsEveryActOnceInOrderWithItsRowsResolved) {
  Diary diary;
  City city(Policy::Permissive(), &diary);
  EXPECT_EQ(diary.items, city.book.item_count());
  diary.acts.clear();
  city.Fund(city.entrust, 100);
  Batch batch = city.Transfer(city.entrust, city.office, 10, Cause::kMinorReallocation);
  Posting pay = city.Row(city.entrust, EntryKind::kDisburse, 1);
  Posting commit = city.Row(city.entrust, EntryKind::kCommit, 2);
  commit.source = FundingSource::kOwnFunds;
  pay.reference = batch.Add(commit);
  batch.Add(pay);
  diary.references.clear();
  diary.groups.clear();
  diary.sources.clear();
  ASSERT_TRUE(city.book.Post(batch).ok());
  EXPECT_EQ(diary.references, (std::vector<std::int64_t>{0, 0, 0, 5}));
  EXPECT_EQ(diary.groups, (std::vector<std::uint32_t>{1, 1, 0, 0})) << "7 was the batch's own";
  EXPECT_EQ(diary.sources, (std::vector<std::int32_t>{0, 0, 8, 8}));
  ProgramYear year;
  year.fiscal_year = 2021;
  year.name = "마을공동체 종합지원센터 운영";
  ASSERT_TRUE(city.book.AddProgramYear(city.center, year).ok());
  EXPECT_EQ(diary.year_of, city.center);
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(diary.acts.size(), 4u);
}

TEST(Journal, WhatItDoesNotKeepDidNotHappen) {
  Diary diary;
  City city(Policy::Permissive(), &diary);
  city.Fund(city.entrust, 100);
  const EntryId commitment = city.Commit(city.entrust, 50);
  for (const Diary::Mood mood : {Diary::Mood::kRefuses, Diary::Mood::kThrows}) {
    const auto fails = [&](auto&& act) {
      const std::vector<ItemBalances> before = city.AllBalances();
      const std::vector<Money> drawn = city.AllDrawn();
      diary.mood = mood;
      if (mood == Diary::Mood::kThrows) {
        EXPECT_THROW((void)act(), std::runtime_error);
      } else {
        EXPECT_EQ(act().code(), Code::kInternal);
      }
      diary.mood = Diary::Mood::kKeeps;
      EXPECT_TRUE(city.AllBalances() == before);
      EXPECT_EQ(city.AllDrawn(), drawn);
      EXPECT_TRUE(city.book.Verify().empty());
    };
    const std::size_t entries = city.book.entry_count();
    fails([&] {
      Batch batch("key");
      Posting row = city.Lean(EntryKind::kDisburse, commitment, 10);
      row.memo = "위탁금";
      batch.Add(row);
      row = city.Row(city.entrust, EntryKind::kAppropriate, 5, Supplementary(1));
      row.source = FundingSource::kNationalSubsidy;
      batch.Add(row);
      return city.book.Post(batch);
    });
    EXPECT_EQ(city.book.entry_count(), entries);
    EXPECT_EQ(city.book.Find(commitment)->open, Money(50));
    EXPECT_EQ(city.book.VersionsOf(city.account, 2021).size(), 1u);
    fails([&] { return city.book.AddAccount({AccountKind::kFund, "재난관리기금"}); });
    EXPECT_FALSE(city.book.FindAccount("재난관리기금").has_value());
    fails([&] { return city.book.AddDepartment({"안전총괄과"}); });
    EXPECT_FALSE(city.book.FindDepartment("안전총괄과").has_value());
    fails([&] { return city.book.AddProgram({CodeKind::kField, ProgramId::kNone}); });
    fails([&] {
      ProgramYear year;
      year.fiscal_year = 2021;
      year.name = "운영";
      year.code = "001";
      return city.book.AddProgramYear(city.center, year);
    });
    EXPECT_EQ(city.book.YearsOf(city.center)->Find(2021), nullptr);
    EXPECT_FALSE(city.book.FindProgram(CodeKind::kDetailedProgram, 2021, "001").has_value());
    const std::size_t items = city.book.item_count();
    fails([&] {
      ItemKey one = *city.book.Find(city.entrust);
      one.fiscal_year = 2030;
      ItemKey two = *city.book.Find(city.office);
      two.fiscal_year = 2030;
      return city.book.AddItems({one, two});
    });
    EXPECT_EQ(city.book.item_count(), items);
    EXPECT_EQ(city.book.Close(2030).code(), Code::kNotFound) << "nor its year";
    fails([&] {
      Authorization by;
      by.document = "문서";
      return city.book.AddAuthorization(by);
    });
    fails([&] { return city.book.Close(2021); });
    EXPECT_FALSE(city.book.IsClosed(2021));
  }
  Batch batch("key");
  batch.Add(city.Lean(EntryKind::kDisburse, commitment, 10));
  const Result<Receipt> receipt = city.book.Post(batch);
  ASSERT_TRUE(receipt.ok());
  EXPECT_FALSE(receipt->repeated) << "the key was not kept either";
}

}  // namespace
}  // namespace yesan
