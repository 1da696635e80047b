#include "yesan/ledger/book.h"

#include <gtest/gtest.h>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

TEST(Book, CommitsUpToTheLastWonAndNoFurther) {
  City city;
  city.Fund(city.entrust, 4'066'896'000);
  ASSERT_TRUE(city.Post(city.Row(city.entrust, EntryKind::kCommit, 4'000'000'000)).ok());
  const Result<Receipt> above = city.Post(city.Row(city.entrust, EntryKind::kCommit, 66'896'001));
  ASSERT_FALSE(above.ok());
  EXPECT_EQ(above.code(), Code::kAboveAvailable);
  EXPECT_EQ(above.error().row(), 0);
  EXPECT_EQ(above.error().available(), 66'896'000);
  EXPECT_EQ(above.error().asked(), 66'896'001);
  EXPECT_TRUE(city.Post(city.Row(city.entrust, EntryKind::kCommit, 66'896'000)).ok());
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Book, PostsAllRowsOfABatchOrNone) {
  City city;
  city.Fund(city.entrust, 1'000);
  const ItemBalances before = city.book.BalancesOf(city.entrust);
  const std::size_t entries = city.book.entry_count();
  Batch batch;
  const std::int64_t commitment = batch.Add(city.Row(city.entrust, EntryKind::kCommit, 600));
  Posting pay = city.Row(city.entrust, EntryKind::kDisburse, 500);
  pay.reference = commitment;
  batch.Add(pay);
  pay.amount = Money(101);
  batch.Add(pay);
  const Result<Receipt> receipt = city.book.Post(batch);
  ASSERT_FALSE(receipt.ok());
  EXPECT_EQ(receipt.code(), Code::kAboveCommitment);
  EXPECT_EQ(receipt.error().row(), 2);
  EXPECT_EQ(receipt.error().available(), 100);
  EXPECT_EQ(city.book.entry_count(), entries);
  EXPECT_TRUE(city.book.BalancesOf(city.entrust) == before);
  EXPECT_TRUE(city.book.Verify().empty());
  const std::vector<Code> codes = city.book.Check(batch.view());
  EXPECT_EQ(codes, (std::vector<Code>{Code::kOk, Code::kOk, Code::kAboveCommitment}));
}

TEST(Book, MovesMoneyBetweenItemsOfOnePolicyProgram) {
  City city;
  city.Fund(city.entrust, 1'000);
  city.Fund(city.books, 10);
  const auto transfer = [&](ItemId from, ItemId to, Cause cause) {
    Batch batch;
    Posting out = city.Row(from, EntryKind::kTransferOut, 100, cause);
    out.group = 7;
    Posting in = city.Row(to, EntryKind::kTransferIn, 100, cause);
    in.group = 7;
    Posting unallot = city.Row(from, EntryKind::kUnallot, 100);
    batch.Add(unallot);
    batch.Add(out);
    batch.Add(in);
    return city.book.Post(batch);
  };
  EXPECT_TRUE(transfer(city.entrust, city.books, Cause::kIntraProgramVirement).ok());
  EXPECT_EQ(transfer(city.entrust, city.stage, Cause::kIntraProgramVirement).code(),
            Code::kNoBudget);
  city.Fund(city.stage, 10);
  EXPECT_EQ(transfer(city.entrust, city.stage, Cause::kIntraProgramVirement).code(),
            Code::kAcrossPolicyPrograms);
  EXPECT_EQ(transfer(city.entrust, city.stage, Cause::kInterProgramVirement).code(),
            Code::kAuthorizationMissing);
  EXPECT_TRUE(city.book.Verify().empty());
}

}  // namespace
}  // namespace yesan
