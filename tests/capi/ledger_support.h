// A small ledger made through the C library, for the tests that need one.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "yesan/capi.h"

namespace ledger_support {

constexpr std::int32_t kNewYear = 18628;  // 2021-01-01
constexpr std::int32_t kMarch = 18688;    // 2021-03-02
constexpr std::int32_t kLastDay = 18992;  // 2021-12-31

template <class T>
T Zeroed() {
  T out;
  std::memset(&out, 0, sizeof out);
  out.struct_size = sizeof out;
  return out;
}

inline yesan_text Text(const char* bytes) { return {bytes, std::strlen(bytes)}; }

// Columns of entries that own what they hold.
struct Rows {
  std::vector<std::uint32_t> item, actor, authorization;
  std::vector<std::int32_t> day, kind, cause;
  std::vector<std::int64_t> amount, reference;

  void Add(std::uint32_t of, std::int32_t on, std::int32_t what, std::int64_t much,
           std::int64_t refers = 0, std::uint32_t who = 0, std::int32_t why = 0,
           std::uint32_t leans = 0) {
    item.push_back(of);
    day.push_back(on);
    kind.push_back(what);
    amount.push_back(much);
    reference.push_back(refers);
    actor.push_back(who);
    cause.push_back(why);
    authorization.push_back(leans);
  }
  [[nodiscard]] std::uint64_t size() const { return item.size(); }
  [[nodiscard]] yesan_entry_columns columns() const {
    auto out = Zeroed<yesan_entry_columns>();
    out.item = item.data();
    out.day = day.data();
    out.kind = kind.data();
    out.cause = cause.data();
    out.amount = amount.data();
    out.reference = reference.data();
    out.authorization = authorization.data();
    out.actor = actor.data();
    return out;
  }
};

// A book of 2021 with an account, a department, a program and `items` items of it, numbered 1 … items. Null when anything
// is refused.
inline yesan_book* MakeBook(std::uint32_t items) {
  auto government = Zeroed<yesan_government>();
  government.policy = YESAN_POLICY_KOREAN;
  government.name = Text("서울특별시");
  yesan_book* book = nullptr;
  if (yesan_ledger_create(&government, &book, nullptr) != YESAN_OK) return nullptr;
  std::uint32_t account = 0, department = 0, program = 0, first = 0, vote = 0;
  bool ok = yesan_ledger_account_add(book, YESAN_ACCOUNT_GENERAL, "G", 1, &account, nullptr) ==
                YESAN_OK &&
            yesan_ledger_department_add(book, "D", 1, &department, nullptr) == YESAN_OK;
  for (std::int32_t rung = YESAN_RUNG_FIELD; rung <= YESAN_RUNG_DETAILED_PROGRAM; ++rung) {
    ok = ok && yesan_ledger_program_add(book, rung, program, &program, nullptr) == YESAN_OK;
  }
  const std::vector<std::int32_t> years(items, 2021);
  const std::vector<std::uint32_t> accounts(items, account), departments(items, department),
      programs(items, program);
  std::string objects, groups;
  std::vector<std::int64_t> object_ends{0}, group_ends{0};
  for (std::uint32_t i = 0; i < items; ++i) {
    objects += "201-" + std::to_string(i);
    groups += "201";
    object_ends.push_back(static_cast<std::int64_t>(objects.size()));
    group_ends.push_back(static_cast<std::int64_t>(groups.size()));
  }
  auto columns = Zeroed<yesan_ledger_item_columns>();
  columns.fiscal_year = years.data();
  columns.account = accounts.data();
  columns.department = departments.data();
  columns.program = programs.data();
  columns.object_item = {object_ends.data(), objects.data()};
  columns.object_group = {group_ends.data(), groups.data()};
  ok = ok && yesan_ledger_items_add(book, items, &columns, &first, nullptr) == YESAN_OK;
  auto authorization = Zeroed<yesan_authorization>();
  authorization.kind = YESAN_AUTHORIZATION_COUNCIL_VOTE;
  authorization.day = kNewYear - 10;
  authorization.document = Text("의결");
  ok = ok && yesan_ledger_authorization_add(book, &authorization, &vote, nullptr) == YESAN_OK &&
       first == 1 && vote == 1;
  if (ok) return book;
  yesan_book_destroy(book);
  return nullptr;
}

// So much for each item, allotted.
inline yesan_status Fund(yesan_book* book, std::uint32_t items, std::int64_t amount) {
  Rows rows;
  for (std::uint32_t i = 1; i <= items; ++i) {
    rows.Add(i, kNewYear, YESAN_ENTRY_APPROPRIATE, amount, 0, 0, YESAN_CAUSE_ORIGINAL, 1);
    rows.Add(i, kNewYear, YESAN_ENTRY_ALLOT, amount);
  }
  const yesan_entry_columns columns = rows.columns();
  auto receipt = Zeroed<yesan_receipt>();
  return yesan_ledger_post(book, rows.size(), &columns, &receipt, nullptr);
}

}  // namespace ledger_support
