// A small government for the tests of the ledger.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>

#include "yesan/ledger/book.h"

namespace yesan {

inline Date Day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return *Date::Make(year, month, day);
}

// A city with one account, two departments, a policy program of two unit programs, and items of fiscal year 2021.
struct City {
  explicit City(Policy policy = Policy::KoreanLocalGovernment())
      : book(std::move(*Book::Make(Government{"1100000", "서울특별시"}, std::move(policy)))) {
    account = *book.AddAccount({AccountKind::kGeneral, "일반회계"});
    community = *book.AddDepartment({"지역공동체담당관"});
    culture = *book.AddDepartment({"문화정책과"});
    const ProgramId field = *book.AddProgram({CodeKind::kField, ProgramId::kNone});
    const ProgramId sector = *book.AddProgram({CodeKind::kSector, field});
    policy_a = *book.AddProgram({CodeKind::kPolicyProgram, sector});
    policy_b = *book.AddProgram({CodeKind::kPolicyProgram, sector});
    const ProgramId unit_a = *book.AddProgram({CodeKind::kUnitProgram, policy_a});
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

  AuthorizationId Authorize(AuthorizationKind kind) {
    Authorization authorization;
    authorization.kind = kind;
    authorization.day = Day(2020, 12, 1);
    authorization.document = "문서 1";
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

  // Adopted and allotted.
  void Fund(ItemId item, std::int64_t amount) {
    Batch batch;
    batch.Add(Row(item, EntryKind::kAppropriate, amount, Cause::kOriginal));
    batch.Add(Row(item, EntryKind::kAllot, amount));
    const Result<Receipt> receipt = book.Post(batch);
    ASSERT_TRUE(receipt.ok()) << receipt.error().message().en;
  }

  Result<Receipt> Post(const Posting& row) {
    Batch batch;
    batch.Add(row);
    return book.Post(batch);
  }

  Book book;
  AccountId account;
  DepartmentId community, culture;
  ProgramId policy_a, policy_b, center, library, festival;
  ItemId entrust, office, books, stage, reserve;
  AuthorizationId vote, decision;
};

}  // namespace yesan
