// Memory runs out at every allocation of a call on a ledger in turn: the call answers YESAN_E_NO_MEMORY, the ledger is as
// it was, and takes the same call afterwards as if nothing had been.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/capi/ledger_support.h"
#include "tests/capi/memory/failing_memory.h"
#include "yesan/capi.h"

namespace {

using failing_memory::countdown;
using failing_memory::failed;
using failing_memory::from_then_on;
using failing_memory::live;
using ledger_support::Fund;
using ledger_support::kLastDay;
using ledger_support::kMarch;
using ledger_support::kNewYear;
using ledger_support::MakeBook;
using ledger_support::Rows;
using ledger_support::Text;
using ledger_support::Zeroed;

// Everything that can be counted or summed.
std::vector<std::int64_t> StateOf(const yesan_book* book) {
  auto counts = Zeroed<yesan_ledger_counts>();
  EXPECT_EQ(yesan_ledger_count(book, &counts, nullptr), YESAN_OK);
  std::vector<std::int64_t> out;
  for (const std::uint64_t count : {counts.accounts, counts.departments, counts.programs,
                                    counts.items, counts.authorizations, counts.entries}) {
    out.push_back(static_cast<std::int64_t>(count));
  }
  std::vector<std::int64_t> budget(counts.items), committed(counts.items), disbursed(counts.items);
  auto table = Zeroed<yesan_balance_table>();
  table.capacity = counts.items;
  table.current_budget = budget.data();
  table.committed_total = committed.data();
  table.disbursed = disbursed.data();
  EXPECT_EQ(yesan_ledger_balances(book, nullptr, YESAN_BY_ITEM, &table, nullptr), YESAN_OK);
  for (const auto* column : {&budget, &committed, &disbursed}) {
    out.insert(out.end(), column->begin(), column->end());
  }
  return out;
}

// The allocation at which the next armed call is to fail; 0: none.
std::int64_t at_allocation = 0;

// Runs the call itself, and nothing of the test, with memory running out.
template <class Call>
yesan_status Armed(Call call) {
  countdown = at_allocation;
  at_allocation = 0;
  const yesan_status status = call();
  countdown = 0;
  return status;
}

// `prepare(book)` makes what the call needs; `call(book, error)` is the call.
template <class Prepare, class Call>
void RunOutAtEach(const char* what, Prepare prepare, Call call) {
  for (const bool forever : {false, true}) {
    std::int64_t n = 1;
    for (; n < 100'000; ++n) {
      const std::int64_t before_all = live;
      yesan_book* book = MakeBook(3);
      ASSERT_NE(book, nullptr);
      prepare(book);
      bool done = false;
      {
        const std::vector<std::int64_t> before = StateOf(book);
        yesan_error error = YESAN_ERROR_INIT;
        failed = false;
        from_then_on = forever;
        at_allocation = n;
        const yesan_status status = call(book, &error);
        if (status == YESAN_OK) {
          done = !failed;
        } else {
          ASSERT_TRUE(failed) << what << " " << n << ": " << error.message;
          ASSERT_EQ(status, YESAN_E_NO_MEMORY) << what << " " << n << ": " << error.message;
          ASSERT_EQ(StateOf(book), before) << what << " " << n;
          auto findings = Zeroed<yesan_finding_table>();
          ASSERT_EQ(yesan_ledger_verify(book, &findings, nullptr), YESAN_OK);
          ASSERT_EQ(findings.count, 0U) << what << " " << n;
          ASSERT_EQ(call(book, &error), YESAN_OK) << what << " " << n << ": " << error.message;
        }
      }
      yesan_book_destroy(book);
      if (n > 1) {
        ASSERT_EQ(live, before_all) << what << " " << n;
      }
      if (done) break;
    }
    EXPECT_GT(n, 1) << what << " allocates nothing, or the test does not see it";
  }
}

void Nothing(yesan_book*) {}
void Money(yesan_book* book) { ASSERT_EQ(Fund(book, 3, 1000), YESAN_OK); }

yesan_status PostSome(yesan_book* book, yesan_error* error) {
  Rows rows;
  rows.Add(1, kMarch, YESAN_ENTRY_COMMIT, 700, 0, 1);
  rows.Add(1, kMarch, YESAN_ENTRY_DISBURSE, 650, -1, 2);
  rows.Add(2, kMarch, YESAN_ENTRY_COMMIT, 1000, 0, 1);
  yesan_entry_columns columns = rows.columns();
  columns.key = Text("a key that is too long to be kept in place");
  const std::vector<std::int64_t> ends{0, 40, 40, 40};
  const std::string memos(40, 'm');
  columns.memo = {ends.data(), memos.data()};
  auto receipt = Zeroed<yesan_receipt>();
  const yesan_status status =
      Armed([&] { return yesan_ledger_post(book, rows.size(), &columns, &receipt, error); });
  // A key whose batch did not get in must not be remembered.
  if (status == YESAN_OK) {
    EXPECT_EQ(receipt.repeated, 0U);
  }
  return status;
}

TEST(LedgerNoMemory, PostingRefusesAndChangesNothing) { RunOutAtEach("post", Money, PostSome); }

// Nine nodes: the next one needs room.
void FullTree(yesan_book* book) {
  std::uint32_t id = 0;
  for (int i = 0; i < 4; ++i) {
    ASSERT_EQ(yesan_ledger_program_add(book, YESAN_RUNG_FIELD, 0, &id, nullptr), YESAN_OK);
  }
}

// A commitment of 650 that is not paid.
void Committed(yesan_book* book) {
  Money(book);
  Rows rows;
  rows.Add(1, kMarch, YESAN_ENTRY_COMMIT, 650, 0, 1);
  const yesan_entry_columns columns = rows.columns();
  auto receipt = Zeroed<yesan_receipt>();
  ASSERT_EQ(yesan_ledger_post(book, 1, &columns, &receipt, nullptr), YESAN_OK);
}

TEST(LedgerNoMemory, RollingOverRefusesAndMakesNoItem) {
  RunOutAtEach("rollover", Committed, [](yesan_book* book, yesan_error* error) {
    const std::uint32_t items[] = {1};
    const std::int32_t causes[] = {YESAN_CAUSE_ACCIDENTAL_CARRYOVER};
    const std::int64_t amounts[] = {650};
    const std::int64_t offsets[] = {0, 1};
    auto counts = Zeroed<yesan_ledger_counts>();
    EXPECT_EQ(yesan_ledger_count(book, &counts, nullptr), YESAN_OK);
    const auto commitment = static_cast<std::uint32_t>(counts.entries);
    auto requests = Zeroed<yesan_carry_columns>();
    requests.item = items;
    requests.cause = causes;
    requests.amount = amounts;
    requests.commitment_offsets = offsets;
    requests.commitments = &commitment;
    auto rows = Zeroed<yesan_carry_table>();
    std::uint64_t state = 0;
    EXPECT_EQ(
        yesan_ledger_rollover_check(book, 2021, 1, &requests, kLastDay, &state, &rows, nullptr),
        YESAN_OK);
    auto receipt = Zeroed<yesan_receipt>();
    std::uint32_t carried = 0;
    return Armed([&] {
      return yesan_ledger_rollover(book, 2021, 1, &requests, kLastDay, 1, state, &carried, &receipt,
                                   error);
    });
  });
}

// Posted entries for the questions.
void Posted(yesan_book* book) {
  Money(book);
  ASSERT_EQ(PostSome(book, nullptr), YESAN_OK);
}

TEST(LedgerNoMemory, AddingAnAccountRefusesAndChangesNothing) {
  RunOutAtEach("account", Nothing, [](yesan_book* book, yesan_error* error) {
    const std::string name(60, 'a');
    std::uint32_t id = 0;
    return Armed([&] {
      return yesan_ledger_account_add(book, YESAN_ACCOUNT_FUND, name.data(), name.size(), &id,
                                      error);
    });
  });
}

TEST(LedgerNoMemory, AddingADepartmentRefusesAndChangesNothing) {
  RunOutAtEach("department", Nothing, [](yesan_book* book, yesan_error* error) {
    const std::string name(60, 'd');
    std::uint32_t id = 0;
    return Armed(
        [&] { return yesan_ledger_department_add(book, name.data(), name.size(), &id, error); });
  });
}

TEST(LedgerNoMemory, AddingAProgramRefusesAndChangesNothing) {
  RunOutAtEach("program", FullTree, [](yesan_book* book, yesan_error* error) {
    std::uint32_t id = 0;
    return Armed([&] { return yesan_ledger_program_add(book, YESAN_RUNG_FIELD, 0, &id, error); });
  });
}

TEST(LedgerNoMemory, NamingAProgramRefusesAndChangesNothing) {
  RunOutAtEach("program_year", Nothing, [](yesan_book* book, yesan_error* error) {
    auto year = Zeroed<yesan_program>();
    year.fiscal_year = 2021;
    year.name = Text("a name that is too long to be kept in place");
    year.code = Text("a code that is too long to be kept in place");
    return Armed([&] { return yesan_ledger_program_year_add(book, 5, &year, error); });
  });
}

TEST(LedgerNoMemory, AddingAnAuthorizationRefusesAndChangesNothing) {
  RunOutAtEach("authorization", Nothing, [](yesan_book* book, yesan_error* error) {
    auto in = Zeroed<yesan_authorization>();
    in.kind = YESAN_AUTHORIZATION_HEAD_DECISION;
    in.day = kNewYear;
    in.document = Text("a document that is too long to be kept in place");
    std::uint32_t id = 0;
    return Armed([&] { return yesan_ledger_authorization_add(book, &in, &id, error); });
  });
}

TEST(LedgerNoMemory, AddingItemsRefusesAndChangesNothing) {
  RunOutAtEach("items", Nothing, [](yesan_book* book, yesan_error* error) {
    const std::int32_t years[] = {2021, 2022};
    const std::uint32_t accounts[] = {1, 1}, departments[] = {1, 1}, programs[] = {5, 5};
    const std::int64_t ends[] = {0, 30, 60}, group_ends[] = {0, 3, 6};
    const std::string objects(60, '9');
    auto columns = Zeroed<yesan_ledger_item_columns>();
    columns.fiscal_year = years;
    columns.account = accounts;
    columns.department = departments;
    columns.program = programs;
    columns.object_item = {ends, objects.data()};
    columns.object_group = {group_ends, "201202"};
    std::uint32_t first = 0;
    return Armed([&] { return yesan_ledger_items_add(book, 2, &columns, &first, error); });
  });
}

TEST(LedgerNoMemory, AdoptingRefusesAndChangesNothing) {
  RunOutAtEach("adopt", Nothing, [](yesan_book* book, yesan_error* error) {
    const std::uint32_t items[] = {1, 2, 3};
    const std::int64_t amounts[] = {100, 200, 300};
    auto budget = Zeroed<yesan_budget>();
    budget.fiscal_year = 2021;
    budget.account = 1;
    budget.stage = YESAN_STAGE_ORIGINAL;
    budget.day = kNewYear;
    budget.authorization = 1;
    budget.line_count = 3;
    budget.item = items;
    budget.amount = amounts;
    auto receipt = Zeroed<yesan_receipt>();
    return Armed([&] { return yesan_ledger_budget_adopt(book, &budget, &receipt, error); });
  });
}

TEST(LedgerNoMemory, BalancesOfADayIsGivenWholeOrNotAtAll) {
  RunOutAtEach("balances_on", Posted, [](yesan_book* book, yesan_error* error) {
    std::int64_t budget[3] = {-7, -7, -7};
    auto table = Zeroed<yesan_balance_table>();
    table.capacity = 3;
    table.current_budget = budget;
    const yesan_status status = Armed([&] {
      return yesan_ledger_balances_on(book, kLastDay, 0, nullptr, YESAN_BY_ITEM, &table, error);
    });
    EXPECT_EQ(budget[0], status == YESAN_OK ? 1000 : -7);
    return status;
  });
}

TEST(LedgerNoMemory, ASettlementIsGivenWholeOrNotAtAll) {
  RunOutAtEach("settle", Posted, [](yesan_book* book, yesan_error* error) {
    std::int64_t budget[3] = {-7, -7, -7};
    auto table = Zeroed<yesan_settled_table>();
    table.capacity = 3;
    table.total[YESAN_STATUTORY_CURRENT_BUDGET - 1] = budget;
    const yesan_status status = Armed(
        [&] { return yesan_ledger_settle(book, 2021, nullptr, YESAN_BY_ITEM, &table, error); });
    EXPECT_EQ(budget[0], status == YESAN_OK ? 1000 : -7);
    return status;
  });
}

TEST(LedgerNoMemory, ACheckIsGivenWholeOrNotAtAll) {
  RunOutAtEach("check", Posted, [](yesan_book* book, yesan_error* error) {
    Rows rows;
    rows.Add(1, kMarch, YESAN_ENTRY_COMMIT, 301, 0, 1);
    const yesan_entry_columns columns = rows.columns();
    std::int32_t code = -7;
    const yesan_status status =
        Armed([&] { return yesan_ledger_post_check(book, 1, &columns, &code, error); });
    EXPECT_EQ(code, status == YESAN_OK ? YESAN_E_ABOVE_AVAILABLE : -7);
    return status;
  });
}

TEST(LedgerNoMemory, AVerificationIsGivenWholeOrNotAtAll) {
  RunOutAtEach("verify", Posted, [](yesan_book* book, yesan_error* error) {
    auto findings = Zeroed<yesan_finding_table>();
    return Armed([&] { return yesan_ledger_verify(book, &findings, error); });
  });
}

}  // namespace
