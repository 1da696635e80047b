// 10,110 rows of requests to move money between budget lines (OpenBudget/open-budget-data, CC BY-SA 3.0), in thousands of
// shekels: a request is a transfer, and a transfer nets to zero (I6) or is no transfer.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/exchange/real_data_support.h"
#include "tests/ledger/ledger_support.h"
#include "yesan/budget/budget_amount.h"
#include "yesan/money/amount.h"

namespace yesan {
namespace {

class IsraelTransfers : public ::testing::Test {
 protected:
  struct Request {
    std::uint32_t group = 0;
    std::vector<std::pair<std::string, std::int64_t>> moves;  // program code, change
  };

  IsraelTransfers() : table_("israel-transfers/changes-2012.csv"), city_(Policy::Permissive()) {}

  // The requests in the order of the file. A figure of thousands is read as one of whole units.
  void Read() {
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const std::pair<std::string, std::string> key = {table_.at(i, "סעיף מוביל"),
                                                       table_.at(i, "מספר בקשה")};
      const auto [found, added] = by_key_.emplace(key, requests_.size());
      if (added) {
        requests_.emplace_back();
        requests_.back().group = static_cast<std::uint32_t>(requests_.size());
      }
      const auto amount = ParseAmount(table_.at(i, "הוצאות נטו"));
      ASSERT_TRUE(amount.ok()) << table_.at(i, "הוצאות נטו");
      const auto change = amount->InWon();
      ASSERT_TRUE(change.ok());
      requests_[found->second].moves.emplace_back(table_.at(i, "קוד תוכנית"), change->minor());
    }
  }

  // An item a program code, with as much as all requests together want to take from it.
  void FundItems() {
    std::map<std::string, std::int64_t> taken;
    for (const Request& request : requests_) {
      for (const auto& [code, change] : request.moves) taken[code] += change < 0 ? -change : 0;
    }
    Batch budget;
    for (const auto& [code, amount] : taken) {
      ItemKey key;
      key.fiscal_year = 2012;
      key.account = city_.account;
      key.department = city_.community;
      key.program = city_.center;
      key.object_item = code;
      key.object_group = "307";
      const auto item = city_.book.AddItem(key);
      ASSERT_TRUE(item.ok());
      items_[code] = *item;
      Posting row;
      row.item = *item;
      row.day = Day(2012, 1, 1);
      row.kind = EntryKind::kAppropriate;
      row.cause = Cause::kOriginal;
      row.amount = Money(amount);
      if (amount > 0) budget.Add(row);
    }
    ASSERT_TRUE(city_.book.Post(budget).ok());
  }

  void AddRows(const Request& request, Batch& batch) const {
    for (const auto& [code, change] : request.moves) {
      if (change == 0) continue;  // it moves no money: another column of the request does
      Posting row;
      row.item = items_.at(code);
      row.day = Day(2012, 6, 1);
      row.kind = change > 0 ? EntryKind::kTransferIn : EntryKind::kTransferOut;
      row.cause = Cause::kReorganization;
      row.amount = Money(change > 0 ? change : -change);
      row.group = request.group;
      batch.Add(row);
    }
  }

  // The sum that our own types make of a request.
  static Money Sum(const Request& request) {
    std::vector<std::optional<Money>> changes;
    for (const auto& [code, change] : request.moves) changes.emplace_back(Money(change));
    return SumStated(changes)->value_or(Money());
  }

  RealTable table_;
  City city_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_key_;
  std::vector<Request> requests_;
  std::map<std::string, ItemId> items_;
};

TEST_F(IsraelTransfers, NetToZeroIn1465Of1867RequestsAndTheLedgerRefusesTheRest) {
  if (table_.empty())
    GTEST_SKIP() << "no real data at " << table_.path() << "; set YESAN_TEST_DATA";
  ASSERT_EQ(table_.size(), 10'110U);
  Read();
  ASSERT_EQ(requests_.size(), 1'867U);
  FundItems();
  if (HasFatalFailure()) return;
  EXPECT_EQ(items_.size(), 1'268U);

  // All requests in one batch: one code a row, and a request stands or falls as a whole.
  Batch all;
  std::vector<std::size_t> rows_of;
  for (const Request& request : requests_) {
    const std::size_t before = all.size();
    AddRows(request, all);
    rows_of.push_back(all.size() - before);
  }
  EXPECT_EQ(all.size(), 8'738U);
  const std::vector<Code> codes = city_.book.Check(all.view());
  ASSERT_EQ(codes.size(), all.size());

  int net = 0;      // by sums
  int moved = 0;    // of them, those that move money at all
  int refused = 0;  // by the ledger
  std::int64_t first_refused = -1;
  std::size_t row = 0;
  std::map<std::string, std::int64_t> expected;
  for (std::size_t r = 0; r < requests_.size(); ++r) {
    const Request& request = requests_[r];
    const Money sum = Sum(request);
    if (sum.is_zero()) ++net;
    if (rows_of[r] == 0) {
      EXPECT_TRUE(sum.is_zero());
      continue;
    }
    const Code wanted = sum.is_zero() ? Code::kOk : Code::kGroupNotZero;
    for (std::size_t i = 0; i < rows_of[r]; ++i, ++row)
      ASSERT_EQ(codes[row], wanted) << "request " << r << " row " << i;
    Batch one;
    AddRows(request, one);
    if (sum.is_zero()) {
      ++moved;
    } else {
      ++refused;
      if (first_refused < 0) first_refused = static_cast<std::int64_t>(row) - 1;
      EXPECT_EQ(city_.book.Post(one).code(), Code::kGroupNotZero);
      continue;
    }
    for (const auto& [code, change] : request.moves) expected[code] += change;
  }
  std::printf("%d of %zu requests net to zero: %d move money, %d move none; %d are refused\n", net,
              requests_.size(), moved, net - moved, refused);
  EXPECT_EQ(net, 1'465);
  EXPECT_EQ(moved, 1'162);
  EXPECT_EQ(refused, 402);

  // One bad request spoils a batch: it is named by its last row, and nothing is moved.
  const std::size_t entries = city_.book.entry_count();
  const auto whole = city_.book.Post(all);
  ASSERT_EQ(whole.code(), Code::kGroupNotZero);
  EXPECT_EQ(whole.error().row(), first_refused);
  EXPECT_EQ(city_.book.entry_count(), entries);

  // The good ones, posted: each line has what its requests say, and together they say nothing.
  Batch good;
  for (const Request& request : requests_) {
    if (Sum(request).is_zero()) AddRows(request, good);
  }
  ASSERT_TRUE(city_.book.Post(good).ok());
  for (const auto& [code, item] : items_)
    ASSERT_EQ(city_.book.BalancesOf(item).reorganization, expected[code]) << code;
  ItemFilter filter;
  filter.fiscal_year = 2012;
  const auto sums = city_.book.Balances(filter, GroupBy::kNothing);
  ASSERT_TRUE(sums.ok());
  EXPECT_EQ(sums->rows.at(0).sums.reorganization, 0);
  EXPECT_TRUE(city_.Wrong().empty());
}

}  // namespace
}  // namespace yesan
