#include "yesan/ledger/book.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/ledger_support.h"

namespace yesan {
namespace {

using Codes = std::vector<Code>;
constexpr std::int64_t kMost = 100'000'000'000'000'000;  // 10^17

TEST(Book, SaysAmountsInTheMajorUnitOfItsCurrency) {
  Government town{"", "Springfield"};
  town.currency = "USD";
  town.minor_digits = 2;
  Book book = *Book::Make(town, Policy::Permissive());
  ItemKey key;
  key.fiscal_year = 2021;
  key.account = *book.AddAccount({AccountKind::kGeneral, "General"});
  key.department = *book.AddDepartment({"Clerk"});
  for (const CodeKind rung : {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram,
                              CodeKind::kUnitProgram, CodeKind::kDetailedProgram})
    key.program = *book.AddProgram({rung, key.program});
  key.object_item = "201-01";
  key.object_group = "201";
  Posting row;
  row.item = *book.AddItem(key);
  row.day = *Date::Make(2021, 3, 2);
  row.kind = EntryKind::kAppropriate;
  row.cause = Cause::kOriginal;
  row.amount = Money(100'050);
  Batch batch;
  batch.Add(row);
  ASSERT_TRUE(book.Post(batch).ok());
  Batch above;
  row.kind = EntryKind::kCommit;
  row.cause = Cause::kNone;
  row.amount = Money(100'060);
  above.Add(row);
  const Result<Receipt> refused = book.Post(above);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message().en.find("Available 1,000.50, asked 1,000.60."),
            std::string::npos)
      << refused.error().message().en;
}

TEST(Book, SaysWhatDoesNotAddUpInTheMajorUnitToo) {
  Government town{"", "Springfield"};
  town.currency = "USD";
  town.minor_digits = 2;
  Policy policy = Policy::Permissive();
  PolicyLine share;
  share.topic = PolicyTopic::kReservePerMille;
  share.first_day = Day(2021, 1, 1);
  share.last_day = Day(2021, 12, 31);
  share.number = 10;
  share.objects = {"801-01"};
  policy.lines.push_back(share);
  Book book = *Book::Make(town, policy);
  ItemKey key;
  key.fiscal_year = 2021;
  key.account = *book.AddAccount({AccountKind::kGeneral, "General"});
  key.department = *book.AddDepartment({"Clerk"});
  for (const CodeKind rung : {CodeKind::kField, CodeKind::kSector, CodeKind::kPolicyProgram,
                              CodeKind::kUnitProgram, CodeKind::kDetailedProgram})
    key.program = *book.AddProgram({rung, key.program});
  BudgetDocument document;
  document.version = {2021, key.account, BudgetStage::kOriginal, 0};
  document.day = Day(2021, 1, 1);
  for (const char* object : {"201-01", "801-01"}) {
    key.object_item = object;
    key.object_group = std::string(object).substr(0, 3);
    BudgetLine line;
    line.item = *book.AddItem(key);
    line.amount = Money(100'050);
    document.lines.push_back(line);
  }
  const auto told = [&] {
    const Result<Receipt> refused = book.Adopt(document);
    return refused.ok() ? std::string() : refused.error().message().en;
  };
  EXPECT_NE(told().find("The reserve of 1,000.50 is above 10/1000"), std::string::npos) << told();
  document.lines.pop_back();
  document.totals = {{ProgramId::kNone, false, Money(100'051)}};
  EXPECT_NE(told().find("stated 1,000.51, adds up to 1,000.50, difference 0.01"), std::string::npos)
      << told();
  document.totals.clear();
  ASSERT_EQ(told(), "");
  // 1,000.50 committed on a day before the budget.
  Batch early;
  Posting row;
  row.item = document.lines[0].item;
  row.kind = EntryKind::kReserveSubsidyRefund;
  row.day = Day(2021, 3, 1);
  row.amount = Money(100'050);
  row.source = FundingSource::kNationalSubsidy;
  early.Add(row);
  ASSERT_TRUE(book.Post(early).ok());
  row.kind = EntryKind::kAppropriate;
  row.cause = Cause::kOriginal;
  row.amount = Money(50);
  Batch tagged;
  tagged.Add(row);
  ASSERT_TRUE(book.Post(tagged).ok());
  const std::vector<Finding> findings = book.Verify();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "ledger.refund_source");
  EXPECT_EQ(findings[0].printed, "1,000.50");
  EXPECT_EQ(findings[0].expected, "0.50");
  EXPECT_EQ(findings[0].difference, "1,000.00");
}

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
  EXPECT_EQ(
      above.error().message().ko,
      "2021 307-05 지출원인행위 (2021-03-02): 쓸 수 있는 예산을 넘습니다 (지방회계법 §29). 가능한 "
      "금액 66,896,000, 요청한 금액 66,896,001.");
  EXPECT_EQ(
      above.error().message().en,
      "2021 307-05 commit (2021-03-02): It is more than is available (지방회계법 §29). Available "
      "66,896,000, asked 66,896,001.");
  EXPECT_TRUE(city.Post(city.Row(city.entrust, EntryKind::kCommit, 66'896'000)).ok());
  EXPECT_TRUE(city.book.Verify().empty());
}

// ---- batches ----

TEST(Book, PostsAllRowsOfABatchOrNone) {
  City city;
  city.Fund(city.entrust, 1'000);
  Batch batch;
  const std::int64_t commitment = batch.Add(city.Row(city.entrust, EntryKind::kCommit, 600));
  Posting pay = city.Row(city.entrust, EntryKind::kDisburse, 500);
  pay.reference = commitment;
  batch.Add(pay);
  pay.amount = Money(101);
  batch.Add(pay);
  EXPECT_EQ(city.Try(batch, 2), Code::kAboveCommitment);
  EXPECT_EQ(city.book.Check(batch.view()), (Codes{Code::kOk, Code::kOk, Code::kAboveCommitment}));
  EXPECT_EQ(city.book.Post(batch).error().available(), 100);
}

TEST(Book, AnEmptyBatchDoesNothingAndItsKeyIsNotRemembered) {
  City city;
  city.Fund(city.entrust, 10);
  const Result<Receipt> receipt = city.book.Post(Batch("k"));
  ASSERT_TRUE(receipt.ok());
  EXPECT_EQ(receipt->first, EntryId::kNone);
  EXPECT_EQ(receipt->count, 0u);
  EXPECT_TRUE(city.book.Check(BatchView()).empty());
  Batch batch("k");
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 1));
  const Result<Receipt> posted = city.book.Post(batch);
  ASSERT_TRUE(posted.ok());
  EXPECT_FALSE(posted->repeated);
}

TEST(Book, ABatchHasItsFourColumns) {
  City city;
  BatchView view;
  view.count = 1;
  EXPECT_EQ(city.book.Post(view).code(), Code::kInvalidArgument);
  EXPECT_EQ(city.book.Check(view), Codes{Code::kInvalidArgument});
}

TEST(Book, ColumnsThatMayBeAbsentAreAllZero) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 10);
  const std::uint32_t item = NumberOf(city.entrust);
  const std::int32_t day = Day(2021, 5, 5).days();
  const auto kind = static_cast<std::int32_t>(EntryKind::kCommit);
  const std::int64_t amount = 10;
  BatchView view;
  view.count = 1;
  view.item = &item;
  view.day = &day;
  view.kind = &kind;
  view.amount = &amount;
  EXPECT_TRUE(city.book.Post(view).ok());
  EXPECT_EQ(city.book.Find(EntryId{3})->cause, Cause::kNone);
  EXPECT_FALSE(city.book.Find(EntryId{3})->source.has_value());
}

TEST(Book, AMillionRowsWhoseLastIsWrongChangeNothing) {
  City city;
  city.Fund(city.entrust, 999'999);
  const std::vector<ItemBalances> before = city.AllBalances();
  constexpr std::size_t kRows = 1'000'000;
  const std::vector<std::uint32_t> item(kRows, NumberOf(city.entrust));
  const std::vector<std::int32_t> day(kRows, Day(2021, 5, 5).days());
  const std::vector<std::int32_t> kind(kRows, static_cast<std::int32_t>(EntryKind::kCommit));
  const std::vector<std::int64_t> amount(kRows, 1);
  BatchView view;
  view.count = kRows;
  view.item = item.data();
  view.day = day.data();
  view.kind = kind.data();
  view.amount = amount.data();
  const Result<Receipt> receipt = city.book.Post(view);
  EXPECT_EQ(receipt.code(), Code::kAboveAvailable);
  EXPECT_EQ(receipt.error().row(), 999'999);
  EXPECT_EQ(receipt.error().available(), 0);
  EXPECT_EQ(city.book.entry_count(), 2u);
  EXPECT_TRUE(city.AllBalances() == before);
  view.count = kRows - 1;
  EXPECT_TRUE(city.book.Post(view).ok());
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Book, AKeyIsAnsweredAsTheFirstTimeWhileItsRowsAreTheSame) {
  City city;
  city.Fund(city.entrust, 1'000);
  const auto batch = [&](std::int64_t paid, std::string memo) {
    Batch rows("2021-03-02/1");
    Posting pay = city.Row(city.entrust, EntryKind::kDisburse, paid);
    pay.reference = rows.Add(city.Row(city.entrust, EntryKind::kCommit, 10));
    pay.memo = std::move(memo);
    rows.Add(pay);
    return rows;
  };
  const Result<Receipt> first = city.book.Post(batch(5, "위탁금"));
  ASSERT_TRUE(first.ok());
  const Result<Receipt> again = city.book.Post(batch(5, "위탁금"));
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->first, first->first);
  EXPECT_EQ(again->count, 2u);
  EXPECT_EQ(city.book.entry_count(), 4u);
  Batch by_id("2021-03-02/1");
  by_id.Add(city.Row(city.entrust, EntryKind::kCommit, 10));
  Posting pay = city.Lean(EntryKind::kDisburse, first->first, 5);
  pay.memo = "위탁금";
  by_id.Add(pay);
  EXPECT_TRUE(city.book.Post(by_id).ok()) << "−1 and the id that it became are the same";
  EXPECT_EQ(city.book.Post(batch(6, "위탁금")).code(), Code::kKeyReused);
  EXPECT_EQ(city.book.Post(batch(5, "위탁")).code(), Code::kKeyReused);
  Batch shorter("2021-03-02/1");
  shorter.Add(city.Row(city.entrust, EntryKind::kCommit, 10));
  const Result<Receipt> reused = city.book.Post(shorter);
  EXPECT_EQ(reused.code(), Code::kKeyReused);
  EXPECT_EQ(reused.error().row(), -1);
  EXPECT_EQ(city.book.entry_count(), 4u);
  ASSERT_TRUE(city.book.Close(2021).ok());
  EXPECT_TRUE(city.book.Post(batch(5, "위탁금"))->repeated) << "also after the year is closed";
}

TEST(Book, AKeyOfARefusedBatchIsFree) {
  City city;
  city.Fund(city.entrust, 10);
  Batch wrong("k");
  wrong.Add(city.Row(city.entrust, EntryKind::kCommit, 11));
  EXPECT_EQ(city.book.Post(wrong).code(), Code::kAboveAvailable);
  Batch right("k");
  right.Add(city.Row(city.entrust, EntryKind::kCommit, 10));
  const Result<Receipt> receipt = city.book.Post(right);
  ASSERT_TRUE(receipt.ok());
  EXPECT_FALSE(receipt->repeated);
}

TEST(Book, GroupsOfARepeatedBatchMayBeCalledOtherwiseButGroupTheSameRows) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 100);
  const auto batch = [&](std::vector<std::uint32_t> labels) {
    Batch rows("moves");
    for (std::size_t i = 0; i < labels.size(); ++i) {
      Posting row = city.Row(i % 2 == 0 ? city.entrust : city.office,
                             i % 2 == 0 ? EntryKind::kTransferOut : EntryKind::kTransferIn, 5,
                             Cause::kMinorReallocation);
      row.group = labels[i];
      rows.Add(row);
    }
    return rows;
  };
  ASSERT_TRUE(city.book.Post(batch({1, 1, 1, 1})).ok());
  EXPECT_TRUE(city.book.Post(batch({9, 9, 9, 9})).ok());
  EXPECT_EQ(city.book.Post(batch({1, 1, 2, 2})).code(), Code::kKeyReused);
  EXPECT_EQ(city.book.entry_count(), 6u);
}

TEST(Book, CheckJudgesEachRowAsIfTheRefusedOnesWereNotThere) {
  City city;
  city.Fund(city.entrust, 100);
  Batch batch;
  Posting pay = city.Row(city.entrust, EntryKind::kDisburse, 60);
  pay.reference = batch.Add(city.Row(city.entrust, EntryKind::kCommit, 60));
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 41));
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 40));
  batch.Add(pay);
  pay.reference = -2;
  batch.Add(pay);
  const Codes codes = city.book.Check(batch.view());
  EXPECT_EQ(codes, (Codes{Code::kOk, Code::kAboveAvailable, Code::kOk, Code::kOk,
                          Code::kUnknownReference}));
  EXPECT_EQ(city.book.entry_count(), 2u);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).committed_total, 0);
}

TEST(Book, CheckRefusesATransferWholeAndGivesBackWhatItTook) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 100);
  Batch batch;
  Posting out = city.Row(city.entrust, EntryKind::kTransferOut, 60, Cause::kMinorReallocation);
  out.group = 3;
  Posting in = city.Row(city.office, EntryKind::kTransferIn, 59, Cause::kMinorReallocation);
  in.group = 3;
  batch.Add(out);
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 50));  // not while the 60 are away
  batch.Add(in);                                              // one won is missing
  batch.Add(city.Row(city.office, EntryKind::kCommit, 1));    // of what came in
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 50));
  EXPECT_EQ(city.book.Check(batch.view()),
            (Codes{Code::kGroupNotZero, Code::kOk, Code::kGroupNotZero, Code::kAboveAvailable,
                   Code::kOk}));
  EXPECT_EQ(city.book.entry_count(), 2u);
}

TEST(Book, CheckAndPostAgreeOnTransfersThatAreTakenApart) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 100);
  Batch batch;
  for (std::uint32_t group = 1; group <= 3; ++group) {
    Posting row = city.Row(city.entrust, EntryKind::kTransferOut, 40, Cause::kMinorReallocation);
    row.group = group;
    batch.Add(row);
    row.item = city.office;
    row.kind = EntryKind::kTransferIn;
    row.amount = Money(group == 1 ? 41 : 40);
    batch.Add(row);
  }
  EXPECT_EQ(city.book.Check(batch.view()), (Codes{Code::kGroupNotZero, Code::kGroupNotZero,
                                                  Code::kOk, Code::kOk, Code::kOk, Code::kOk}));
}

// ---- corrections ----

TEST(Book, CheckJudgesAMillionGroupsThatDoNotNetInAMoment) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 1'000'000'000);
  // The first rows of all groups, then their second rows, a won too large; and one transfer that is sound.
  constexpr std::uint32_t kGroups = 1'000'000;
  const std::size_t count = 2 * std::size_t{kGroups} + 2;
  std::vector<std::uint32_t> item(count, NumberOf(city.entrust));
  std::vector<std::int32_t> day(count, Day(2021, 3, 2).days());
  std::vector<std::int32_t> kind(count, static_cast<std::int32_t>(EntryKind::kTransferOut));
  std::vector<std::int32_t> cause(count, static_cast<std::int32_t>(Cause::kMinorReallocation));
  std::vector<std::int64_t> amount(count, 1);
  std::vector<std::uint32_t> group(count);
  for (std::size_t i = 0; i < count; ++i) {
    group[i] = static_cast<std::uint32_t>(i % (kGroups + 1) + 1);
    if (i <= kGroups) continue;
    kind[i] = static_cast<std::int32_t>(EntryKind::kTransferIn);
    item[i] = NumberOf(city.office);
    if (i + 1 < count) amount[i] = 2;
  }
  BatchView batch;
  batch.count = count;
  batch.item = item.data();
  batch.day = day.data();
  batch.kind = kind.data();
  batch.cause = cause.data();
  batch.amount = amount.data();
  batch.group = group.data();
  const std::vector<Code> codes = city.book.Check(batch);
  std::size_t taken = 0;
  for (const Code code : codes) {
    taken += code == Code::kOk ? 1 : 0;
    ASSERT_TRUE(code == Code::kOk || code == Code::kGroupNotZero);
  }
  EXPECT_EQ(taken, 2U);
  EXPECT_EQ(codes[kGroups], Code::kOk);
  EXPECT_EQ(codes.back(), Code::kOk);
}

TEST(Book, CheckTakesTheCorrectionOutWithTheTransferThatItCorrects) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 100);
  Batch batch = city.Transfer(city.entrust, city.office, 10, Cause::kMinorReallocation);
  const auto correct = [&](ItemId item, std::int64_t reference) {
    Posting row = city.Row(item, EntryKind::kCorrect, 10);
    row.reference = reference;
    batch.Add(row);
  };
  correct(city.entrust, -1);
  correct(city.office, -2);
  Posting late = city.Row(city.stage, EntryKind::kTransferIn, 1, Cause::kMinorReallocation);
  late.group = 7;  // of the transfer: it does not net any more
  batch.Add(late);
  batch.Add(city.Row(city.entrust, EntryKind::kCommit, 100));
  EXPECT_EQ(city.book.Check(batch.view()),
            (std::vector<Code>{Code::kGroupNotZero, Code::kGroupNotZero, Code::kUnknownReference,
                               Code::kUnknownReference, Code::kGroupNotZero, Code::kOk}));
}

TEST(Correction, NegatesEveryKindOfExpenditureAndLeavesNoTrace) {
  City city(Policy::Permissive());
  const ItemId carried =
      city.Item(city.center, "307-05", "307", city.community, Origin::kAccidental);
  city.Fund(city.entrust, 1'000);
  city.Fund(city.office, 1'000);
  const EntryId commitment = city.Commit(city.entrust, 100);
  const EntryId payment = city.Pay(commitment, 50);
  Posting reserve = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 7);
  reserve.source = FundingSource::kFundSubsidy;
  const std::vector<Posting> rows = {
      city.Row(city.entrust, EntryKind::kAppropriate, 3, Supplementary(1)),
      city.Row(city.entrust, EntryKind::kReduce, 3, Supplementary(2)),
      city.Row(city.entrust, EntryKind::kAuthorizeSpending, 3, Cause::kPreEnactment),
      city.Row(city.entrust, EntryKind::kAuthorizeSpending, 3, Cause::kExcessRevenue),
      city.Row(carried, EntryKind::kCarryIn, 3, Cause::kAccidentalCarryover),
      city.Row(city.entrust, EntryKind::kAllot, 3),
      city.Row(city.entrust, EntryKind::kUnallot, 3),
      city.Row(city.entrust, EntryKind::kCommit, 3),
      city.Lean(EntryKind::kRelease, commitment, 3),
      city.Lean(EntryKind::kDisburse, commitment, 3),
      city.Lean(EntryKind::kRefund, payment, 3),
      reserve,
  };
  for (const Posting& row : rows) {
    const std::vector<ItemBalances> before = city.AllBalances();
    const Money open = city.book.Find(commitment)->open;
    const EntryId id = city.Done(row);
    ASSERT_NE(id, EntryId::kNone) << Name(row.kind);
    EXPECT_FALSE(city.AllBalances() == before) << Name(row.kind);
    EXPECT_EQ(city.Try(city.Correct(id)), Code::kOk) << Name(row.kind);
    EXPECT_TRUE(city.AllBalances() == before) << Name(row.kind);
    EXPECT_EQ(city.book.Find(commitment)->open, open) << Name(row.kind);
    EXPECT_TRUE(city.book.Find(id)->corrected);
    EXPECT_EQ(city.Try(city.Correct(id)), Code::kAlreadyCorrected) << Name(row.kind);
    const EntryId last{static_cast<std::uint32_t>(city.book.entry_count())};
    EXPECT_EQ(city.Try(city.Correct(last)), Code::kWrongReference) << "corrections stand";
  }
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Correction, NegatesEveryKindOfRevenue) {
  City city(Policy::Permissive());
  const ItemId tax = city.Revenue("100-110-111");
  city.Done(city.Row(tax, EntryKind::kAppropriate, 500, Cause::kOriginal));
  city.Done(city.Row(tax, EntryKind::kAssess, 100));
  city.Done(city.Row(tax, EntryKind::kReceive, 50));
  const std::vector<Posting> rows = {
      city.Row(tax, EntryKind::kAppropriate, 3, Supplementary(1)),
      city.Row(tax, EntryKind::kReduce, 3, Supplementary(1)),
      city.Row(tax, EntryKind::kCarryIn, 3, Cause::kExplicitCarryover),
      city.Row(tax, EntryKind::kAssess, 3),
      city.Row(tax, EntryKind::kReceive, 3),
      city.Row(tax, EntryKind::kRefundRevenue, 3),
      city.Row(tax, EntryKind::kWriteOff, 3),
      city.Row(tax, EntryKind::kCancelAssessment, 3),
  };
  for (const Posting& row : rows) {
    const std::vector<ItemBalances> before = city.AllBalances();
    const EntryId id = city.Done(row);
    EXPECT_EQ(city.Try(city.Correct(id)), Code::kOk) << Name(row.kind);
    EXPECT_TRUE(city.AllBalances() == before) << Name(row.kind);
  }
}

TEST(Correction, HasTheAmountAndTheSourceOfItsEntry) {
  City city;
  city.Fund(city.entrust, 100);
  Posting row = city.Row(city.entrust, EntryKind::kCommit, 10);
  row.source = FundingSource::kNationalSubsidy;
  const EntryId commitment = city.Done(row);
  Posting correction = city.Correct(commitment);
  correction.amount = Money(9);
  EXPECT_EQ(city.Try(correction), Code::kCorrectionDiffers);
  correction = city.Correct(commitment);
  correction.source = FundingSource::kOwnFunds;
  EXPECT_EQ(city.Try(correction), Code::kCorrectionDiffers);
  EXPECT_EQ(city.Try(city.Correct(commitment)), Code::kOk);
}

TEST(Correction, WaitsUntilNothingLeansOnItsEntry) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId commitment = city.Commit(city.entrust, 100);
  const EntryId payment = city.Pay(commitment, 60);
  const EntryId refund = city.Done(city.Lean(EntryKind::kRefund, payment, 10));
  EXPECT_EQ(city.Try(city.Correct(payment)), Code::kStillUsed);
  EXPECT_EQ(city.Try(city.Correct(commitment)), Code::kStillUsed);
  EXPECT_EQ(city.Try(city.Correct(refund)), Code::kOk);
  EXPECT_EQ(city.Try(city.Correct(payment)), Code::kOk);
  const EntryId release = city.Done(city.Lean(EntryKind::kRelease, commitment, 1));
  EXPECT_EQ(city.Try(city.Correct(commitment)), Code::kStillUsed);
  EXPECT_EQ(city.Try(city.Correct(release)), Code::kOk);
  EXPECT_EQ(city.Try(city.Correct(commitment)), Code::kOk);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kDisburse, commitment, 1)), Code::kAlreadyCorrected);
}

TEST(Correction, IsUnderTheSameControlAsWhatItDoes) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId commitment = city.Commit(city.entrust, 100);
  const EntryId release = city.Done(city.Lean(EntryKind::kRelease, commitment, 40));
  const EntryId taken = city.Commit(city.entrust, 40);
  EXPECT_EQ(city.Try(city.Correct(release)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Correct(EntryId{2})), Code::kBelowCommitted) << "the allotment";
  EXPECT_EQ(city.Try(city.Correct(EntryId{1})), Code::kBelowCommitted) << "what is allotted";
  EXPECT_EQ(city.Try(city.Correct(taken)), Code::kOk);
  EXPECT_EQ(city.Try(city.Correct(release)), Code::kOk);
  EXPECT_EQ(city.Try(city.Correct(commitment)), Code::kOk);
  EXPECT_EQ(city.Try(city.Correct(EntryId{1})), Code::kBelowCommitted);
  EXPECT_EQ(city.Try(city.Correct(EntryId{2})), Code::kOk);
  EXPECT_EQ(city.Try(city.Correct(EntryId{1})), Code::kOk);
}

TEST(Correction, OfATransferTakesAllItsRowsInOneBatch) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 10, false);
  ASSERT_EQ(city.Try(city.Transfer(city.entrust, city.office, 30, Cause::kIntraProgramVirement)),
            Code::kOk);
  const EntryId out{3};
  const EntryId in{4};
  EXPECT_EQ(city.Try(city.Correct(out)), Code::kGroupNotZero);
  EXPECT_EQ(city.Try(city.Correct(in)), Code::kGroupNotZero);
  Batch both;
  both.Add(city.Correct(in));
  both.Add(city.Row(city.entrust, EntryKind::kAllot, 1));
  both.Add(city.Correct(out));
  Posting grouped = city.Correct(out);
  grouped.group = 1;
  EXPECT_EQ(city.Try(grouped), Code::kInvalidArgument);
  EXPECT_EQ(city.Try(both), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).net_adjustment(), 0);
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Correction, OfATransferOfTheSameBatchIsAGroupToo) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 10, false);
  Batch batch = city.Transfer(city.entrust, city.office, 30, Cause::kIntraProgramVirement);
  Posting correction = city.Row(city.entrust, EntryKind::kCorrect, 30);
  correction.reference = -1;
  batch.Add(correction);
  EXPECT_EQ(city.Try(batch, 2), Code::kGroupNotZero);
  correction.item = city.office;
  correction.reference = -2;
  batch.Add(correction);
  EXPECT_EQ(city.Try(batch), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(city.office).current_budget(), 10);
}

TEST(Correction, OfHalfATransferThatNetsToZeroIsTaken) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 10, false);
  Batch batch = city.Transfer(city.entrust, city.office, 30, Cause::kIntraProgramVirement);
  Posting row = city.Row(city.entrust, EntryKind::kTransferOut, 20, Cause::kIntraProgramVirement);
  row.group = 7;
  batch.Add(row);
  row.item = city.office;
  row.kind = EntryKind::kTransferIn;
  batch.Add(row);
  ASSERT_EQ(city.Try(batch), Code::kOk);
  Batch mixed;
  mixed.Add(city.Correct(EntryId{3}));
  mixed.Add(city.Correct(EntryId{6}));
  EXPECT_EQ(city.Try(mixed), Code::kGroupNotZero);
  Batch half;
  half.Add(city.Correct(EntryId{5}));
  half.Add(city.Correct(EntryId{6}));
  EXPECT_EQ(city.Try(half), Code::kOk);
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Correction, OfPartOfAReorganizationLeavesMoneyItsPurpose) {
  City city;
  const AuthorizationId change = city.Authorize(AuthorizationKind::kOrganizationChange);
  const ItemId entrust_there = city.Item(city.center, "307-05", "307", city.culture);
  const ItemId office_there = city.Item(city.center, "201-01", "201", city.culture);
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 100, false);
  Batch batch = city.Transfer(city.entrust, entrust_there, 30, Cause::kReorganization, change);
  Posting row = city.Row(city.office, EntryKind::kTransferOut, 30, Cause::kReorganization);
  row.group = 7;
  row.authorization = change;
  batch.Add(row);
  row.item = office_there;
  row.kind = EntryKind::kTransferIn;
  batch.Add(row);
  ASSERT_EQ(city.Try(batch), Code::kOk);  // #3 #4: 307-05, #5 #6: 201-01
  const auto undo = [&](std::uint32_t out, std::uint32_t in) {
    Batch undone;
    undone.Add(city.Correct(EntryId{out}));
    undone.Add(city.Correct(EntryId{in}));
    return city.Try(undone, 1);
  };
  EXPECT_EQ(undo(3, 6), Code::kPurposeChanged) << "it would leave 201-01 to become 307-05";
  EXPECT_EQ(undo(5, 4), Code::kPurposeChanged);
  EXPECT_EQ(undo(5, 6), Code::kOk);
  EXPECT_EQ(undo(3, 4), Code::kOk);
  EXPECT_TRUE(city.book.Verify().empty());
}

// ---- money ----

TEST(LedgerMoney, ADisbursementOrAReleaseStaysInsideItsCommitment) {
  City city;
  city.Fund(city.entrust, 1'000);
  const EntryId commitment = city.Commit(city.entrust, 100);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kDisburse, commitment, 101)), Code::kAboveCommitment);
  city.Pay(commitment, 70);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRelease, commitment, 31)), Code::kAboveCommitment);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRelease, commitment, 30)), Code::kOk);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kDisburse, commitment, 1)), Code::kAboveCommitment);
}

TEST(LedgerMoney, ARefundStaysInsideItsDisbursementAndMayBeSpentAgain) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId payment = city.Pay(city.Commit(city.entrust, 100), 60);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRefund, payment, 61)), Code::kAboveDisbursement);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 1)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Lean(EntryKind::kRefund, payment, 60)), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).committed_total, 40);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 61)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 60)), Code::kOk);
}

TEST(LedgerMoney, RevenueIsReceivedWrittenOffAndCancelledWhileItIsUncollected) {
  City city;
  const ItemId tax = city.Revenue("100-110-111");
  city.Done(city.Row(tax, EntryKind::kAssess, 100));
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kReceive, 101)), Code::kAboveUncollected);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kReceive, 60)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kWriteOff, 41)), Code::kAboveUncollected);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kWriteOff, 10)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kCancelAssessment, 31)), Code::kAboveUncollected);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kCancelAssessment, 30)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kRefundRevenue, 61)), Code::kAboveCollected);
  EXPECT_EQ(city.Try(city.Row(tax, EntryKind::kRefundRevenue, 60)), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(tax).uncollected(), 60) << "징수결정 70, 수납 0, 결손 10";
}

TEST(LedgerMoney, WhatIsReservedForAPayerLapsesAndIsNotSpentInAnotherWay) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Done(city.Row(city.entrust, EntryKind::kAllot, 90));
  const EntryId commitment = city.Commit(city.entrust, 60);
  Posting reserve = city.Row(city.entrust, EntryKind::kReserveSubsidyRefund, 41);
  reserve.source = FundingSource::kNationalSubsidy;
  EXPECT_EQ(city.Try(reserve), Code::kAboveLapsed);
  reserve.amount = Money(25);
  EXPECT_EQ(city.Try(reserve), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 16)), Code::kAboveLapsed);
  Posting reduce = city.Row(city.entrust, EntryKind::kReduce, 16, Supplementary(1));
  EXPECT_EQ(city.Try(reduce), Code::kAboveLapsed);
  reduce.amount = Money(10);
  EXPECT_EQ(city.Try(reduce), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 5)), Code::kOk);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).lapsed_balance(), 90);
  city.Pay(commitment, 60);
  EXPECT_EQ(city.book.BalancesOf(city.entrust).unspent_balance(), 5)
      << "the commitment of 5 that is not paid";
}

TEST(LedgerMoney, AnItemGivesNoMoreThanItHas) {
  City city;
  city.Fund(city.entrust, 100, false);
  city.Fund(city.office, 1, false);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kReduce, 101, Supplementary(1))),
            Code::kBelowZero);
  EXPECT_EQ(city.Try(city.Transfer(city.entrust, city.office, 101, Cause::kIntraProgramVirement)),
            Code::kBelowZero);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kUnallot, 1)), Code::kBelowZero);
  EXPECT_EQ(city.Try(city.Transfer(city.entrust, city.office, 100, Cause::kIntraProgramVirement)),
            Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.office, EntryKind::kReduce, 2, Supplementary(1))),
            Code::kBelowZero)
      << "a vote takes back what a vote gave";
  EXPECT_EQ(city.Try(city.Row(city.office, EntryKind::kReduce, 1, Supplementary(1))), Code::kOk);
}

TEST(LedgerMoney, AllotmentStandsBetweenBudgetAndCommitment) {
  City city;
  city.Fund(city.entrust, 100, false);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 1)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAllot, 101)), Code::kAboveBudget);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAllot, 80)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 81)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 50)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kUnallot, 31)), Code::kBelowCommitted);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kReduce, 21, Supplementary(1))),
            Code::kBelowCommitted);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kReduce, 20, Supplementary(1))), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kUnallot, 30)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAllot, 31)), Code::kAboveBudget);
}

// Allotment that binds from a day on finds what was allotted and committed before it.
TEST(LedgerMoney, AllotmentThatBeginsLaterLetsNoMoreBeUsedThanThereIs) {
  Policy policy = Policy::Permissive();
  PolicyLine line;
  line.topic = PolicyTopic::kAllotment;
  line.first_day = Day(2021, 7, 1);
  line.last_day = Day(2021, 12, 31);
  policy.lines.push_back(line);
  const auto august = [](Posting row) {
    row.day = Day(2021, 8, 1);
    return row;
  };
  City city(policy);
  city.Fund(city.entrust, 100, false);
  ASSERT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAllot, 1'000)), Code::kOk);
  EXPECT_EQ(city.Try(august(city.Row(city.entrust, EntryKind::kCommit, 101))),
            Code::kAboveAvailable);
  EXPECT_EQ(city.Try(august(city.Row(city.entrust, EntryKind::kCommit, 100))), Code::kOk);
  EXPECT_EQ(city.Try(august(city.Row(city.entrust, EntryKind::kUnallot, 901))),
            Code::kBelowCommitted);
  EXPECT_EQ(city.Try(august(city.Row(city.entrust, EntryKind::kUnallot, 900))), Code::kOk);
  // A budget reduced below what was allotted before.
  ASSERT_EQ(city.Try(city.Row(city.office, EntryKind::kAppropriate, 1'000, Cause::kOriginal)),
            Code::kOk);
  ASSERT_EQ(city.Try(city.Row(city.office, EntryKind::kAllot, 1'000)), Code::kOk);
  ASSERT_EQ(city.Try(city.Row(city.office, EntryKind::kReduce, 900, Supplementary(1))), Code::kOk);
  EXPECT_EQ(city.Try(august(city.Row(city.office, EntryKind::kCommit, 101))),
            Code::kAboveAvailable);
  EXPECT_EQ(city.Try(august(city.Row(city.office, EntryKind::kCommit, 100))), Code::kOk);
  // What was committed without allotment stays covered.
  city.Fund(city.books, 1'000, false);
  city.Commit(city.books, 1'000);
  EXPECT_EQ(city.Try(august(city.Row(city.books, EntryKind::kReduce, 1, Supplementary(1)))),
            Code::kBelowCommitted);
  EXPECT_EQ(city.Try(august(city.Row(city.books, EntryKind::kAllot, 1'000))), Code::kOk);
  EXPECT_EQ(city.Try(august(city.Row(city.books, EntryKind::kCommit, 1))), Code::kAboveAvailable);
}

TEST(LedgerMoney, WithoutAllotmentTheCurrentBudgetIsTheLimit) {
  City city(Policy::Permissive());
  city.Fund(city.entrust, 100, false);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 101)), Code::kAboveAvailable);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, 60)), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kReduce, 41, Supplementary(1))),
            Code::kBelowCommitted);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kReduce, 40, Supplementary(1))), Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAllot, 1'000)), Code::kOk)
      << "allotted is a note where allotment does not bind";
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(LedgerMoney, NoSumLeavesItsRange) {
  City city(Policy::Permissive());
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate, kMost + 1, Cause::kOriginal)),
            Code::kOverflow);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate,
                              std::numeric_limits<std::int64_t>::max(), Cause::kOriginal)),
            Code::kOverflow);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate, kMost, Cause::kOriginal)),
            Code::kOk);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate, 1, Cause::kOriginal)),
            Code::kOverflow);
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate, 1, Supplementary(1))),
            Code::kOverflow)
      << "the current budget is a sum too";
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, kMost + 1)), Code::kOverflow)
      << "before kAboveAvailable";
  EXPECT_EQ(city.Try(city.Row(city.entrust, EntryKind::kCommit, kMost)), Code::kOk);
}

// Money that goes out in the name of one source and comes back in that of another leaves the item's own sums in range.
TEST(LedgerMoney, WhatNamesASourceStaysInItsRangeToo) {
  City city(Policy::Permissive());
  ASSERT_EQ(city.Try(city.Row(city.entrust, EntryKind::kAppropriate, kMost, Cause::kOriginal)),
            Code::kOk);
  int rounds = 0;
  for (Code code = Code::kOk; code == Code::kOk && rounds < 100; ++rounds) {
    const auto move = [&](ItemId from, ItemId to, FundingSource source) {
      Batch batch;
      Posting row = city.Row(from, EntryKind::kTransferOut, kMost, Cause::kMinorReallocation);
      row.group = 1;
      row.source = source;
      batch.Add(row);
      row.kind = EntryKind::kTransferIn;
      row.item = to;
      batch.Add(row);
      return batch;
    };
    const Batch there = move(city.entrust, city.office, FundingSource::kNationalSubsidy);
    const Batch back = move(city.office, city.entrust, FundingSource::kProvinceFunds);
    code = city.book.Post(there).code();
    if (code == Code::kOk) code = city.book.Post(back).code();
    EXPECT_TRUE(code == Code::kOk || code == Code::kOverflow) << Name(code);
  }
  EXPECT_EQ(rounds, 6) << "ten rows of 10^17 on each item";
  Posting pay = city.Row(city.entrust, EntryKind::kCommit, 1);
  EXPECT_EQ(city.Try(pay), Code::kOk);
  pay.source = FundingSource::kNationalSubsidy;
  EXPECT_EQ(city.Try(pay), Code::kOverflow);
  EXPECT_TRUE(city.Wrong().empty());
}

TEST(LedgerMoney, TheSumsOfAControlledSetFitToo) {
  Policy policy = Policy::Permissive();
  policy.control_level = ControlLevel::kDetailedProgram;
  City city(policy);
  std::vector<ItemId> items;
  for (int i = 0; i < 93; ++i)
    items.push_back(city.Item(city.center, "201-" + std::to_string(i + 10), "201"));
  Code code = Code::kOk;
  int taken = 0;
  for (const ItemId item : items) {
    code = city.Post(city.Row(item, EntryKind::kAppropriate, kMost, Cause::kOriginal)).code();
    if (code != Code::kOk) break;
    ++taken;
  }
  EXPECT_EQ(taken, 92) << "92 × 10^17 fit 64 bits";
  EXPECT_EQ(code, Code::kOverflow);
  EXPECT_TRUE(city.Wrong().empty());
}

// ---- verification finds ----

TEST(Verify, WarnsOfWhatIsDatedBeforeWhatItLeansOn) {
  City city;
  city.Fund(city.entrust, 100);
  const EntryId commitment = city.Commit(city.entrust, 10);
  Posting early = city.Lean(EntryKind::kDisburse, commitment, 1);
  early.day = Day(2021, 3, 1);
  city.Done(early);
  const std::vector<Finding> findings = city.book.Verify();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "ledger.back_dated");
  EXPECT_EQ(findings[0].severity, Severity::kWarning);
  EXPECT_EQ(findings[0].printed, "2021-03-01");
  EXPECT_EQ(findings[0].expected, "2021-03-02");
}

TEST(Verify, WarnsOfACommitmentDatedBeforeItsBudget) {
  City city;
  city.Fund(city.entrust, 100);
  Posting early = city.Row(city.entrust, EntryKind::kCommit, 10);
  early.day = Day(2021, 2, 1);
  city.Done(early);
  const std::vector<Finding> findings = city.book.Verify();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "ledger.control_on_day");
  EXPECT_EQ(findings[0].severity, Severity::kWarning);
  EXPECT_EQ(findings[0].printed, "10");
  EXPECT_EQ(findings[0].expected, "0");
  EXPECT_EQ(findings[0].difference, "10");
}

TEST(Verify, SaysNothingOfEntriesOutOfOrderThatHoldOnTheirDays) {
  City city;
  city.Fund(city.entrust, 100);
  Posting late = city.Row(city.entrust, EntryKind::kCommit, 10);
  late.day = Day(2021, 6, 1);
  city.Done(late);
  late.day = Day(2021, 4, 1);
  city.Done(late);
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Verify, LetsMoneyComeIntoTheFirstYearFromOutside) {
  City city;
  const ItemId carried = city.Item(city.center, "307-05", "307", city.community, Origin::kExplicit);
  city.Done(city.Row(carried, EntryKind::kCarryIn, 30, Cause::kExplicitCarryover));
  EXPECT_TRUE(city.book.Verify().empty());
}

TEST(Verify, WarnsOfPreEnactmentSpendingThatNoBudgetTookInWhenTheYearIsClosed) {
  City city;
  Posting row = city.Row(city.entrust, EntryKind::kAuthorizeSpending, 30, Cause::kPreEnactment);
  row.source = FundingSource::kNationalSubsidy;
  row.authorization = city.decision;
  city.Done(row);
  EXPECT_TRUE(city.book.Verify().empty());
  ASSERT_TRUE(city.book.Close(2021).ok());
  const std::vector<Finding> findings = city.book.Verify();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule, "ledger.pre_enactment");
  EXPECT_EQ(findings[0].printed, "30");
}

// ---- closing ----

TEST(Close, GoesYearByYearAndEndsAllThatIsDoneToAYear) {
  City city;
  const ItemId next =
      city.Item(city.center, "307-05", "307", city.community, Origin::kCurrent, 2022);
  EXPECT_EQ(city.book.Close(2023).code(), Code::kNotFound);
  EXPECT_EQ(city.book.Close(2022).code(), Code::kVersionOrder);
  EXPECT_TRUE(city.book.Close(2021).ok());
  EXPECT_TRUE(city.book.IsClosed(2021));
  EXPECT_FALSE(city.book.IsClosed(2022));
  EXPECT_EQ(city.book.Close(2021).code(), Code::kYearClosed);
  ItemKey key = *city.book.Find(city.entrust);
  key.object_item = "207-01";
  EXPECT_EQ(city.book.AddItem(key).code(), Code::kYearClosed);
  ProgramYear name;
  name.fiscal_year = 2021;
  name.name = "마을공동체 종합지원센터 운영";
  EXPECT_EQ(city.book.AddProgramYear(city.center, name).code(), Code::kYearClosed);
  Posting vote = city.Row(next, EntryKind::kAppropriate, 1, Cause::kOriginal);
  vote.day = Day(2022, 1, 1);
  EXPECT_EQ(city.Try(vote), Code::kOk);
  EXPECT_TRUE(city.book.Close(2022).ok());
}

}  // namespace
}  // namespace yesan
