// What makes a key an item of a book, and in which order it is told what is wrong with it.
#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

TEST(AddItem, TellsTheFirstOfWhatIsWrongInTheOrderOfItsRules) {
  City city;
  ItemKey carried;  // 2030 has money from outside the book: 2029 comes too late
  carried = *city.book.Find(city.entrust);
  carried.fiscal_year = 2030;
  carried.origin = Origin::kExplicit;
  Posting in =
      city.Row(*city.book.AddItem(carried), EntryKind::kCarryIn, 1, Cause::kExplicitCarryover);
  in.day = Day(2030, 1, 1);
  city.Done(in);
  ItemKey closed = *city.book.Find(city.entrust);
  closed.fiscal_year = 2019;
  ASSERT_TRUE(city.book.AddItem(closed).ok());
  ASSERT_TRUE(city.book.Close(2019).ok());

  // Each spoils a key in one more way; the last that was done is the first to be told.
  using Spoil = std::function<void(ItemKey&)>;
  const std::vector<std::pair<Code, Spoil>> of_expenditure = {
      {Code::kDuplicate, [](ItemKey&) {}},
      {Code::kNotFound,
       [](ItemKey& key) {
         key.object_item = "999-99";
         key.object_group.clear();
       }},
      {Code::kInvalidArgument,
       [](ItemKey& key) {
         key.fiscal_year = 2026;
         key.object_item = "101-01";
         key.object_group = "201";
       }},
      {Code::kInvalidArgument, [&](ItemKey& key) { key.program = city.unit_a; }},
      {Code::kNotFound, [](ItemKey& key) { key.program = ProgramId{99}; }},
      {Code::kNotFound, [](ItemKey& key) { key.department = DepartmentId{99}; }},
      {Code::kInvalidArgument, [](ItemKey& key) { key.object_item = " "; }},
      {Code::kInvalidUtf8, [](ItemKey& key) { key.object_group = "\xFF"; }},
      {Code::kInvalidArgument, [](ItemKey& key) { key.origin = Origin{9}; }},
      {Code::kVersionOrder, [](ItemKey& key) { key.fiscal_year = 2029; }},
      {Code::kYearClosed, [](ItemKey& key) { key.fiscal_year = 2019; }},
      {Code::kNotFound, [](ItemKey& key) { key.account = AccountId{99}; }},
      {Code::kOutOfRange, [](ItemKey& key) { key.fiscal_year = 9999; }},
  };
  ItemKey key = *city.book.Find(city.entrust);
  for (std::size_t i = 0; i < of_expenditure.size(); ++i) {
    of_expenditure[i].second(key);
    EXPECT_EQ(city.book.AddItem(key).code(), of_expenditure[i].first) << i;
    const Result<ItemId> batch = city.book.AddItems({*city.book.Find(city.office), key});
    EXPECT_EQ(batch.error().row(), 0) << "rows in order";
  }
  ItemKey revenue = *city.book.Find(city.Revenue("100-110"));
  EXPECT_EQ(city.book.AddItem(revenue).code(), Code::kDuplicate);
  revenue.department = city.culture;
  EXPECT_EQ(city.book.AddItem(revenue).code(), Code::kInvalidArgument);
  revenue.object_item = "\xFF";
  EXPECT_EQ(city.book.AddItem(revenue).code(), Code::kInvalidUtf8);
}

TEST(AddItem, BelievesTheClassificationOfTheYearBeforeTheObjectGroupThatIsNamed) {
  City city;
  ItemKey key = *city.book.Find(city.entrust);
  key.fiscal_year = 2026;
  key.object_item = "101-01";
  key.object_group = "201";
  const Result<ItemId> refused = city.book.AddItem(key);
  ASSERT_EQ(refused.code(), Code::kInvalidArgument);
  EXPECT_EQ(refused.error().rule(), "item.object_group");
  EXPECT_EQ(refused.error().message().en,
            "2026 101-01 is of object group 101 in the classification of the year, not of 201.");
  EXPECT_EQ(refused.error().message().ko,
            "2026 101-01: 이 연도의 과목표에서 편성목은 101인데 201(으)로 적혀 있습니다.");
  key.object_group = "101";
  EXPECT_TRUE(city.book.AddItem(key).ok());
  key.object_item = "201-77";
  EXPECT_TRUE(city.book.AddItem(key).ok()) << "a code that no table knows";
}

// An item of 2022, the book's first year, with money that was carried out of no book.
struct Late : testing::Test {
  Late() : book(City::Make(Policy::KoreanLocalGovernment(), nullptr, kKoreanFiscalCalendar)) {
    key.account = *book.AddAccount({AccountKind::kGeneral, "일반회계"});
    key.department = *book.AddDepartment({"문화정책과"});
    ProgramId node = ProgramId::kNone;
    for (std::int32_t rung = 1; rung <= 5; ++rung)
      node = *book.AddProgram({static_cast<CodeKind>(rung), node});
    key.program = node;
    key.fiscal_year = 2022;
    key.object_item = "307-05";
    key.object_group = "307";
    key.origin = Origin::kExplicit;
    item = *book.AddItem(key);
    row.item = item;
    row.day = Day(2022, 1, 1);
    row.kind = EntryKind::kCarryIn;
    row.cause = Cause::kExplicitCarryover;
    row.amount = Money(100);
    in = Post(row);
  }
  EntryId Post(const Posting& posting) {
    Batch batch;
    batch.Add(posting);
    const Result<Receipt> receipt = book.Post(batch);
    EXPECT_TRUE(receipt.ok()) << receipt.error().message().en;
    return receipt.ok() ? receipt->first : EntryId::kNone;
  }
  void Correct() {
    Posting correct = row;
    correct.kind = EntryKind::kCorrect;
    correct.cause = Cause::kNone;
    correct.reference = NumberOf(in);
    Post(correct);
  }
  Result<ItemId> Add(std::int32_t year) {
    ItemKey earlier = key;
    earlier.fiscal_year = year;
    return book.AddItem(earlier);
  }
  Book book;
  ItemKey key;
  ItemId item{};
  Posting row;
  EntryId in{};
};

TEST_F(Late, AnEarlierYearIsRefusedWhileMoneyFromOutsideStandsBehindIt) {
  const Result<ItemId> refused = Add(2021);
  ASSERT_EQ(refused.code(), Code::kVersionOrder);
  EXPECT_EQ(refused.error().rule(), "item.year_order");
  EXPECT_NE(refused.error().message().ko.find("2022년도의 전년도 이월액"), std::string::npos);
  EXPECT_NE(refused.error().message().en.find("before adding 2021"), std::string::npos);
  EXPECT_TRUE(Add(2020).ok()) << "2021 lies between";
  EXPECT_EQ(Add(2021).code(), Code::kVersionOrder);
  EXPECT_TRUE(Add(2023).ok());
  EXPECT_TRUE(book.Verify().empty());
}

TEST_F(Late, AnEarlierYearComesInOnceThatMoneyIsCorrected) {
  Correct();
  EXPECT_TRUE(Add(2021).ok());
  EXPECT_TRUE(book.Verify().empty());
}

TEST_F(Late, AYearThatTheBookHasNotIsRefusedBeforeOneThatIsClosed) {
  Correct();
  ASSERT_TRUE(Add(2020).ok());
  ASSERT_TRUE(book.Close(2020).ok());
  ASSERT_TRUE(book.Close(2022).ok());
  for (const std::int32_t year : {2019, 2021}) {
    const Result<ItemId> refused = Add(year);
    ASSERT_EQ(refused.code(), Code::kVersionOrder) << year;
    EXPECT_EQ(refused.error().rule(), "item.year_order");
  }
  EXPECT_EQ(Add(2020).code(), Code::kYearClosed);
  EXPECT_TRUE(Add(2023).ok());
}

TEST_F(Late, RevenueFromOutsideIsNoHindrance) {
  Correct();
  ItemKey revenue;
  revenue.fiscal_year = 2022;
  revenue.account = key.account;
  revenue.object_item = "700";
  revenue.revenue = true;
  row.item = *book.AddItem(revenue);
  Post(row);
  EXPECT_TRUE(Add(2021).ok());
}

}  // namespace
}  // namespace yesan
