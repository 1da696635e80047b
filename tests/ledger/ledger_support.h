// A small government for the tests of the ledger.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "yesan/ledger/book.h"

namespace yesan {

inline Date Day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

// A city with one account, two departments, two policy programs, and items of fiscal year 2021.
struct City {
  explicit City(Policy policy = Policy::KoreanLocalGovernment(), Journal* journal = nullptr,
                FiscalCalendar calendar = kKoreanFiscalCalendar,
                GovernmentKind tier = GovernmentKind::kUnknown)
      : book(Make(std::move(policy), journal, calendar, tier)) {
    account = *book.AddAccount({AccountKind::kGeneral, "일반회계"});
    other_account = *book.AddAccount({AccountKind::kOtherSpecial, "주차장특별회계"});
    community = *book.AddDepartment({"지역공동체담당관"});
    culture = *book.AddDepartment({"문화정책과"});
    field = *book.AddProgram({CodeKind::kField, ProgramId::kNone});
    sector = *book.AddProgram({CodeKind::kSector, field});
    policy_a = *book.AddProgram({CodeKind::kPolicyProgram, sector});
    policy_b = *book.AddProgram({CodeKind::kPolicyProgram, sector});
    unit_a = *book.AddProgram({CodeKind::kUnitProgram, policy_a});
    const ProgramId unit_a2 = *book.AddProgram({CodeKind::kUnitProgram, policy_a});
    const ProgramId unit_b = *book.AddProgram({CodeKind::kUnitProgram, policy_b});
    center = *book.AddProgram({CodeKind::kDetailedProgram, unit_a});
    library = *book.AddProgram({CodeKind::kDetailedProgram, unit_a2});
    festival = *book.AddProgram({CodeKind::kDetailedProgram, unit_b});
    entrust = Item(center, "307-05", "307");
    office = Item(center, "201-01", "201");
    books = Item(library, "405-02", "405");
    stage = Item(festival, "201-03", "201");
    reserve = Item(festival, "801-01", "801");
    vote = Authorize(AuthorizationKind::kCouncilVote);
    decision = Authorize(AuthorizationKind::kHeadDecision);
  }

  static Book Make(Policy policy, Journal* journal, FiscalCalendar calendar,
                   GovernmentKind tier = GovernmentKind::kUnknown) {
    Government government{"1100000", "서울특별시"};
    government.tier = tier;
    government.calendar = calendar;
    return *Book::Make(std::move(government), std::move(policy), Classification::Korean(), journal);
  }

  ItemId Item(ProgramId program, std::string object, std::string group,
              DepartmentId department = DepartmentId::kNone, Origin origin = Origin::kCurrent,
              std::int32_t year = 2021) {
    ItemKey key;
    key.fiscal_year = year;
    key.account = account;
    key.department = department == DepartmentId::kNone ? community : department;
    key.program = program;
    key.object_item = std::move(object);
    key.object_group = std::move(group);
    key.origin = origin;
    return *book.AddItem(std::move(key));
  }

  ItemId Revenue(std::string code, std::int32_t year = 2021) {
    ItemKey key;
    key.fiscal_year = year;
    key.account = account;
    key.object_item = std::move(code);
    key.revenue = true;
    return *book.AddItem(std::move(key));
  }

  AuthorizationId Authorize(AuthorizationKind kind) {
    Authorization authorization;
    authorization.kind = kind;
    authorization.day = Day(2020, 12, 1);
    authorization.document = "문서 1";
    if (kind == AuthorizationKind::kContinuingPlan) authorization.last_year = 2022;
    return Authorize(std::move(authorization));
  }

  AuthorizationId Authorize(Authorization authorization) {
    return *book.AddAuthorization(std::move(authorization));
  }

  Posting Row(ItemId item, EntryKind kind, std::int64_t amount, Cause cause = Cause::kNone) const {
    Posting row;
    row.item = item;
    row.day = Day(2021, 3, 2);
    row.kind = kind;
    row.cause = cause;
    row.amount = Money(amount);
    if (kind == EntryKind::kAppropriate || kind == EntryKind::kReduce) row.authorization = vote;
    return row;
  }

  Posting Lean(EntryKind kind, EntryId on, std::int64_t amount) const {
    Posting row = Row(book.Find(on)->item, kind, amount);
    row.reference = NumberOf(on);
    return row;
  }

  // The correction of an entry.
  Posting Correct(EntryId of) const {
    const Entry entry = *book.Find(of);
    Posting row = Lean(EntryKind::kCorrect, of, entry.amount.minor());
    row.source = entry.source;
    row.authorization = entry.authorization;  // what undoes a vote is one
    return row;
  }

  Batch Transfer(ItemId from, ItemId to, std::int64_t amount, Cause cause,
                 AuthorizationId authorization = AuthorizationId::kNone) const {
    Batch batch;
    Posting row = Row(from, EntryKind::kTransferOut, amount, cause);
    row.group = 7;
    row.authorization = authorization;
    batch.Add(row);
    row.item = to;
    row.kind = EntryKind::kTransferIn;
    batch.Add(row);
    return batch;
  }

  // Adopted, and allotted when `allotted`.
  void Fund(ItemId item, std::int64_t amount, bool allotted = true) {
    Batch batch;
    batch.Add(Row(item, EntryKind::kAppropriate, amount, Cause::kOriginal));
    if (allotted) batch.Add(Row(item, EntryKind::kAllot, amount));
    const Result<Receipt> receipt = book.Post(batch);
    ASSERT_TRUE(receipt.ok()) << receipt.error().message().en;
  }

  Result<Receipt> Post(const Posting& row) {
    Batch batch;
    batch.Add(row);
    return book.Post(batch);
  }

  // Posts what has to be taken, and gives its entry.
  EntryId Done(const Posting& row) {
    const Result<Receipt> receipt = Post(row);
    EXPECT_TRUE(receipt.ok()) << receipt.error().message().en;
    return receipt.ok() ? receipt->first : EntryId::kNone;
  }
  EntryId Commit(ItemId item, std::int64_t amount) {
    return Done(Row(item, EntryKind::kCommit, amount));
  }
  EntryId Pay(EntryId commitment, std::int64_t amount) {
    return Done(Lean(EntryKind::kDisburse, commitment, amount));
  }

  std::vector<ItemBalances> AllBalances() const {
    std::vector<ItemBalances> all;
    for (std::uint32_t i = 1; i <= book.item_count(); ++i)
      all.push_back(book.BalancesOf(ItemId{i}));
    return all;
  }
  std::vector<Money> AllDrawn() const {
    std::vector<Money> all;
    for (std::uint32_t i = 1; i <= book.authorization_count(); ++i)
      all.push_back(book.DrawnOn(AuthorizationId{i}));
    return all;
  }
  // What is wrong, rules only, without what is merely to be seen.
  std::vector<std::string> Wrong() const {
    std::vector<std::string> rules;
    for (const Finding& finding : book.Verify()) {
      if (finding.severity == Severity::kError) rules.push_back(finding.rule);
    }
    return rules;
  }

  // Posts and gives the code, and holds what every posting has to keep: Check says the same and changes nothing, a
  // refusal changes nothing, names its row and has a sentence in both languages, and the book verifies.
  Code Try(const Batch& batch, std::int64_t row = -1) {
    const std::vector<ItemBalances> before = AllBalances();
    const std::vector<Money> drawn = AllDrawn();
    const std::size_t entries = book.entry_count();
    const std::vector<Code> codes = book.Check(batch.view());
    EXPECT_TRUE(AllBalances() == before) << "Check changed a balance";
    const Result<Receipt> receipt = book.Post(batch);
    if (receipt.ok()) {
      for (const Code code : codes) EXPECT_EQ(code, Code::kOk) << Name(code);
      EXPECT_EQ(book.entry_count(), entries + batch.size());
    } else {
      EXPECT_EQ(book.entry_count(), entries);
      EXPECT_TRUE(AllBalances() == before) << "a refusal changed a balance";
      EXPECT_EQ(AllDrawn(), drawn);
      const Error& error = receipt.error();
      if (row >= 0) {
        EXPECT_EQ(error.row(), row);
      }
      EXPECT_GE(error.row(), 0);
      if (error.row() >= 0) {
        const Code checked = codes[static_cast<std::size_t>(error.row())];
        EXPECT_EQ(checked, error.code()) << Name(checked) << " " << Name(error.code());
      }
      EXPECT_FALSE(error.message().ko.empty());
      EXPECT_FALSE(error.message().en.empty());
    }
    EXPECT_TRUE(Wrong().empty());
    return receipt.code();
  }
  Code Try(const Posting& row) {
    Batch batch;
    batch.Add(row);
    return Try(batch, 0);
  }

  Book book;
  AccountId account, other_account;
  DepartmentId community, culture;
  ProgramId field, sector, policy_a, policy_b, unit_a, center, library, festival;
  ItemId entrust, office, books, stage, reserve;
  AuthorizationId vote, decision;
};

}  // namespace yesan
