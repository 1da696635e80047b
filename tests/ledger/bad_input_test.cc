// What is put in wrong: each mistake is refused by itself, at its row, in both languages, and changes nothing.
#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <set>
#include <string>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

struct Mistake {
  const char* what;
  Code code;
  std::function<void(const City&, Posting&)> make;
};

TEST(BadInput, EachMistakeOfARowIsItsOwnRefusal) {
  constexpr std::int64_t kMost = 100'000'000'000'000'000;
  const Mistake mistakes[] = {
      {"an unknown item", Code::kUnknownItem, [](const City&, Posting& r) { r.item = ItemId{99}; }},
      {"no item", Code::kUnknownItem, [](const City&, Posting& r) { r.item = ItemId::kNone; }},
      {"an unknown kind", Code::kUnknownKind,
       [](const City&, Posting& r) { r.kind = static_cast<EntryKind>(99); }},
      {"an unknown cause", Code::kUnknownCause,
       [](const City&, Posting& r) { r.cause = static_cast<Cause>(99); }},
      {"a kind of revenue on an item of expenditure", Code::kWrongItem,
       [](const City&, Posting& r) { r.kind = EntryKind::kAssess; }},
      {"nothing", Code::kAmountNotPositive, [](const City&, Posting& r) { r.amount = Money(0); }},
      {"less than nothing", Code::kAmountNotPositive,
       [](const City&, Posting& r) { r.amount = Money(-1); }},
      {"an unknown source", Code::kUnknownSource,
       [](const City&, Posting& r) { r.source = static_cast<FundingSource>(99); }},
      {"an unknown authorization", Code::kUnknownAuthorization,
       [](const City&, Posting& r) { r.authorization = AuthorizationId{99}; }},
      {"a day before the year", Code::kDayOutsideYear,
       [](const City&, Posting& r) { r.day = Day(2020, 12, 31); }},
      {"a day after the year", Code::kDayOutsideYear,
       [](const City&, Posting& r) { r.day = Day(2022, 1, 1); }},
      {"a reference to an entry that is not there", Code::kUnknownReference,
       [](const City&, Posting& r) {
         r.kind = EntryKind::kDisburse;
         r.reference = 99;
       }},
      {"a reference to a row that comes later", Code::kUnknownReference,
       [](const City&, Posting& r) {
         r.kind = EntryKind::kDisburse;
         r.reference = -5;
       }},
      {"a reference to what is no commitment", Code::kWrongReference,
       [](const City&, Posting& r) {
         r.kind = EntryKind::kDisburse;
         r.reference = 1;
       }},
      {"no reference", Code::kReferenceMissing,
       [](const City&, Posting& r) { r.kind = EntryKind::kDisburse; }},
      {"a transfer without a group", Code::kGroupMissing,
       [](const City&, Posting& r) {
         r.kind = EntryKind::kTransferOut;
         r.cause = Cause::kIntraProgramVirement;
       }},
      {"a group that does not net to zero", Code::kGroupNotZero,
       [](const City&, Posting& r) {
         r.kind = EntryKind::kTransferOut;
         r.cause = Cause::kIntraProgramVirement;
         r.group = 1;
       }},
      {"a total beyond its range", Code::kOverflow,
       [](const City& city, Posting& r) {
         r = city.Row(r.item, EntryKind::kAppropriate, kMost, Cause::kOriginal);
       }},
      {"the largest amount there is", Code::kOverflow,
       [](const City&, Posting& r) { r.amount = Money(std::numeric_limits<std::int64_t>::max()); }},
      {"a memo over its limit", Code::kTextTooLong,
       [](const City&, Posting& r) { r.memo.assign(4'001, 'm'); }},
      {"a memo that is not UTF-8", Code::kInvalidUtf8,
       [](const City&, Posting& r) { r.memo = "\xFF"; }},
  };
  std::set<std::string> korean;
  for (const Mistake& mistake : mistakes) {
    SCOPED_TRACE(mistake.what);
    City city;
    city.Fund(city.entrust, 1'000);
    Batch batch;
    batch.Add(city.Row(city.entrust, EntryKind::kCommit, 1));
    Posting bad = city.Row(city.entrust, EntryKind::kCommit, 1);
    mistake.make(city, bad);
    batch.Add(bad);
    const std::vector<ItemBalances> before = city.AllBalances();
    const Result<Receipt> refused = city.book.Post(batch);
    ASSERT_EQ(refused.code(), mistake.code) << Name(refused.code());
    EXPECT_EQ(refused.error().row(), 1);
    EXPECT_FALSE(refused.error().rule().empty());
    EXPECT_FALSE(refused.error().message().ko.empty());
    EXPECT_FALSE(refused.error().message().en.empty());
    EXPECT_NE(refused.error().message().ko, refused.error().message().en);
    EXPECT_TRUE(city.AllBalances() == before);
    EXPECT_EQ(city.book.Check(batch.view())[1], mistake.code);
    korean.insert(refused.error().message().ko);
  }
  EXPECT_GE(korean.size(), 15U) << "one sentence for several mistakes";
}

}  // namespace
}  // namespace yesan
