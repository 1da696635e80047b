#include "yesan/settlement/rollover.h"

#include <gtest/gtest.h>

#include "tests/ledger/ledger_support.h"
#include "yesan/settlement/settle.h"

namespace yesan {
namespace {

TEST(Rollover, CarriesMoneyIntoTheNextYearItemByItem) {
  City city;
  city.Fund(city.entrust, 1'000);
  Batch batch;
  const std::int64_t commitment = batch.Add(city.Row(city.entrust, EntryKind::kCommit, 600));
  Posting pay = city.Row(city.entrust, EntryKind::kDisburse, 450);
  pay.reference = commitment;
  batch.Add(pay);
  const Result<Receipt> posted = city.book.Post(batch);
  ASSERT_TRUE(posted.ok()) << posted.error().message().en;
  CarryRequest accidental;
  accidental.item = city.entrust;
  accidental.cause = Cause::kAccidentalCarryover;
  accidental.amount = Money(150);
  accidental.commitments = {posted->first};
  CarryRequest explicit_request;
  explicit_request.item = city.entrust;
  explicit_request.cause = Cause::kExplicitCarryover;
  explicit_request.amount = Money(300);
  explicit_request.authorization = city.vote;
  const RolloverPreview preview =
      PreviewRollover(city.book, 2021, {accidental, explicit_request}, Day(2021, 12, 31));
  ASSERT_TRUE(preview.ok()) << Name(preview.rows[0].refused) << Name(preview.rows[1].refused);
  const Result<RolloverReceipt> done = Rollover(city.book, preview);
  ASSERT_TRUE(done.ok()) << done.error().message().en;
  EXPECT_EQ(Rollover(city.book, preview).code(), Code::kStalePreview);
  const auto rows = Settle(city.book, 2021, GroupBy::kDetailedProgram);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 3u);
  EXPECT_EQ((*rows)[0].total.carryover_out, 450);
  EXPECT_EQ((*rows)[0].total.lapsed_balance, 100);
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).carryover_in, 150);
  EXPECT_EQ(city.book.BalancesOf(done->carried[0]).outstanding(), 150);
  EXPECT_EQ(city.book.BalancesOf(done->carried[1]).carryover_in, 300);
  EXPECT_TRUE(city.book.Verify().empty());
  EXPECT_TRUE(city.book.Close(2021).ok());
  EXPECT_EQ(city.Post(city.Row(city.entrust, EntryKind::kCommit, 1)).code(), Code::kYearClosed);
}

}  // namespace
}  // namespace yesan
