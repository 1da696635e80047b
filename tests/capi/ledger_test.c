/* The ledger: two departments, three items and a year, with every function once accepted and once refused. */
#include "expect.h"

/* Days since 1970-01-01. */
enum {
  DEC_15_2020 = 18611,
  JAN_1_2021 = 18628,
  MAR_2_2021 = 18688,
  JUN_1_2021 = 18779,
  DEC_31_2021 = 18992
};

static yesan_text text(const char* bytes) {
  yesan_text out;
  out.bytes = bytes;
  out.length = strlen(bytes);
  return out;
}

/* Numbers of what the test makes. */
static uint32_t account, welfare, field, sector, policy, unit, center, vote, decision;

static yesan_book* open_book(int32_t which) {
  yesan_government whose;
  yesan_book* book = NULL;
  memset(&whose, 0, sizeof whose);
  whose.struct_size = sizeof whose;
  whose.policy = which;
  whose.tier = YESAN_TIER_METROPOLITAN;
  whose.name = text("Seoul");
  EXPECT_OK(yesan_ledger_create(&whose, &book, &error_));
  return book;
}

/* A policy comes out as JSON and goes in again; what is wrong in one has its place. */
static void policies(void) {
  static const char unknown[] =
      "{\"format\": \"yesan.policy/1\", \"lines\": [\n{\"topic\": \"no_such\"}]}";
  static char korean[65536], again[65536];
  uint64_t length = 0, length_again = 0;
  yesan_government whose;
  yesan_book *book = open_book(YESAN_POLICY_KOREAN), *own = NULL;
  EXPECT_REFUSED(yesan_ledger_policy(book, korean, 10, &length, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT_OK(yesan_ledger_policy(book, korean, sizeof korean, &length, &error_));
  memset(&whose, 0, sizeof whose);
  whose.struct_size = sizeof whose;
  whose.policy = YESAN_POLICY_OWN;
  whose.name = text("Springfield");
  whose.policy_json = text(unknown);
  if (yesan_ledger_create(&whose, &own, &error_) != YESAN_E_NOT_BUILT) {
    EXPECT_REFUSED(yesan_ledger_create(&whose, &own, &error_), YESAN_E_INVALID_ARGUMENT);
    EXPECT(error_.row == 0 && error_.line == 2 && own == NULL);
    whose.policy_json.bytes = korean;
    whose.policy_json.length = length;
    EXPECT_OK(yesan_ledger_create(&whose, &own, &error_));
    EXPECT_OK(yesan_ledger_policy(own, again, sizeof again, &length_again, &error_));
    EXPECT(length_again == length && memcmp(korean, again, length) == 0);
    whose.policy = YESAN_POLICY_KOREAN;
    EXPECT_REFUSED(yesan_ledger_create(&whose, &own, &error_), YESAN_E_INVALID_ARGUMENT);
  }
  yesan_book_destroy(own);
  yesan_book_destroy(book);
}

static void governments(void) {
  yesan_government whose;
  yesan_book *book = NULL, *plain = NULL;
  yesan_ledger_counts counts;
  memset(&whose, 0, sizeof whose);
  memset(&counts, 0, sizeof counts);
  counts.struct_size = sizeof counts;
  whose.struct_size = sizeof whose;
  whose.policy = YESAN_POLICY_KOREAN;
  EXPECT_REFUSED(yesan_ledger_create(&whose, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  whose.name = text("Seoul");
  whose.policy = 0;
  EXPECT_REFUSED(yesan_ledger_create(&whose, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  whose.policy = YESAN_POLICY_KOREAN;
  whose.currency = text("won");
  EXPECT_REFUSED(yesan_ledger_create(&whose, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  whose.currency = text("");
  whose.first_month = 13;
  EXPECT_REFUSED(yesan_ledger_create(&whose, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  whose.first_month = 4;
  whose.year_naming = 7;
  EXPECT_REFUSED(yesan_ledger_create(&whose, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  whose.year_naming = 0;
  whose.struct_size = 3;
  EXPECT_REFUSED(yesan_ledger_create(&whose, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT(book == NULL);
  whose.struct_size = sizeof whose;
  EXPECT_OK(yesan_ledger_create(&whose, &book, &error_));
  EXPECT_OK(yesan_ledger_count(book, &counts, &error_));
  EXPECT(counts.items == 0 && counts.entries == 0);
  EXPECT_OK(yesan_book_create(&plain, &error_));
  EXPECT_REFUSED(yesan_ledger_count(plain, &counts, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT(strstr(error_.message, "yesan_ledger_create") != NULL);
  yesan_book_destroy(plain);
  yesan_book_destroy(book);
}

static void parts(yesan_book* book) {
  yesan_program named;
  yesan_name_table names;
  uint32_t id = 7, parents[5];
  int32_t kinds[5];
  char bytes[64];
  int64_t offsets[6];
  memset(&named, 0, sizeof named);
  named.struct_size = sizeof named;
  named.fiscal_year = 2021;
  named.name = text("Village centre");
  named.code = text("2021-1");

  EXPECT_OK(
      yesan_ledger_account_add(book, YESAN_ACCOUNT_GENERAL, TEXT("General"), &account, &error_));
  EXPECT(account == 1);
  EXPECT_REFUSED(yesan_ledger_account_add(book, YESAN_ACCOUNT_FUND, TEXT("General"), &id, &error_),
                 YESAN_E_DUPLICATE);
  EXPECT_REFUSED(yesan_ledger_account_add(book, 5, TEXT("Fund"), &id, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_ledger_account_add(book, YESAN_ACCOUNT_FUND, "\xff", 1, &id, &error_),
                 YESAN_E_INVALID_UTF8);
  EXPECT_REFUSED(yesan_ledger_account_find(book, TEXT("general"), &id, &error_), YESAN_E_NOT_FOUND);
  EXPECT(id == 7);
  EXPECT_OK(yesan_ledger_account_find(book, TEXT("General"), &id, &error_));
  EXPECT(id == account);
  EXPECT_OK(yesan_ledger_department_add(book, TEXT("Welfare"), &welfare, &error_));
  EXPECT_REFUSED(yesan_ledger_department_add(book, TEXT(""), &id, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_ledger_department_find(book, TEXT("Welfare"), &id, &error_));
  EXPECT(id == welfare);
  EXPECT_REFUSED(yesan_ledger_department_find(book, TEXT("Culture"), &id, &error_),
                 YESAN_E_NOT_FOUND);

  EXPECT_OK(yesan_ledger_program_add(book, YESAN_RUNG_FIELD, 0, &field, &error_));
  EXPECT_OK(yesan_ledger_program_add(book, YESAN_RUNG_SECTOR, field, &sector, &error_));
  EXPECT_OK(yesan_ledger_program_add(book, YESAN_RUNG_POLICY_PROGRAM, sector, &policy, &error_));
  EXPECT_OK(yesan_ledger_program_add(book, YESAN_RUNG_UNIT_PROGRAM, policy, &unit, &error_));
  EXPECT_OK(yesan_ledger_program_add(book, YESAN_RUNG_DETAILED_PROGRAM, unit, &center, &error_));
  EXPECT_REFUSED(yesan_ledger_program_add(book, YESAN_RUNG_UNIT_PROGRAM, 99, &id, &error_),
                 YESAN_E_NOT_FOUND);
  EXPECT_REFUSED(yesan_ledger_program_add(book, YESAN_RUNG_UNIT_PROGRAM, field, &id, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_ledger_program_year_add(book, center, &named, &error_));
  EXPECT_REFUSED(yesan_ledger_program_year_add(book, center, &named, &error_), YESAN_E_DUPLICATE);
  EXPECT_REFUSED(yesan_ledger_program_year_add(book, 99, &named, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_ledger_program_year_amend(book, center, &named, &error_));
  EXPECT_REFUSED(yesan_ledger_program_year_amend(book, 99, &named, &error_), YESAN_E_NOT_FOUND);
  EXPECT_REFUSED(yesan_ledger_program_year_amend(book, unit, &named, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_ledger_program_find(book, YESAN_RUNG_DETAILED_PROGRAM, 2021, TEXT("2021-1"), &id,
                                      &error_));
  EXPECT(id == center);
  EXPECT_REFUSED(
      yesan_ledger_program_find(book, YESAN_RUNG_UNIT_PROGRAM, 2021, TEXT("2021-1"), &id, &error_),
      YESAN_E_NOT_FOUND);

  memset(&names, 0, sizeof names);
  names.struct_size = sizeof names;
  EXPECT_OK(yesan_ledger_accounts(book, &names, &error_));
  EXPECT(names.count == 1 && names.name.bytes_length == 7);
  EXPECT_OK(yesan_ledger_departments(book, &names, &error_));
  EXPECT(names.count == 1);
  names.capacity = 4;
  EXPECT_REFUSED(yesan_ledger_programs(book, 2022, &names, &error_), YESAN_E_BUFFER_TOO_SMALL);
  names.capacity = 5;
  names.kind = kinds;
  names.parent = parents;
  names.name.offsets = offsets;
  names.name.bytes = bytes;
  names.name.bytes_capacity = sizeof bytes;
  EXPECT_OK(yesan_ledger_programs(book, 2022, &names, &error_));
  EXPECT(names.count == 5 && kinds[4] == YESAN_RUNG_DETAILED_PROGRAM && parents[4] == unit);
  EXPECT(same(bytes + offsets[4], (uint64_t)(offsets[5] - offsets[4]), "Village centre"));
  EXPECT(names.code.bytes_length == 0); /* of 2022 there is none */
  names.reserved = 1;
  EXPECT_REFUSED(yesan_ledger_accounts(book, &names, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_ledger_departments(book, &names, &error_), YESAN_E_INVALID_ARGUMENT);
}

/* Items 1 and 2 are of the centre (307-05, 201-01), item 3 is revenue. */
static void items(yesan_book* book) {
  const int32_t years[3] = {2021, 2021, 2021};
  uint32_t accounts[3], departments[3], programs[3], found[3] = {7, 7, 7}, first = 7, groups = 0;
  const uint32_t revenue[3] = {0, 0, 1};
  uint32_t wrong_revenue[3] = {0, 0, 2};
  const int64_t offsets[4] = {0, 6, 12, 27};
  const int64_t group_offsets[4] = {0, 3, 6, 6};
  yesan_ledger_item_columns columns;
  yesan_ledger_item_table table;
  int i;
  for (i = 0; i < 3; ++i) {
    accounts[i] = account;
    departments[i] = i < 2 ? welfare : 0;
    programs[i] = i < 2 ? center : 0;
  }
  memset(&columns, 0, sizeof columns);
  columns.struct_size = sizeof columns;
  columns.fiscal_year = years;
  columns.account = accounts;
  columns.department = departments;
  columns.program = programs;
  columns.revenue = wrong_revenue;
  columns.object_item.offsets = offsets;
  columns.object_item.bytes = "307-05201-01200-210-211-01x";
  columns.object_group.offsets = group_offsets;
  columns.object_group.bytes = "307201";
  EXPECT_REFUSED(yesan_ledger_items_add(book, 3, &columns, &first, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT(error_.row == 2 && first == 7);
  columns.revenue = revenue;
  programs[1] = unit;
  EXPECT_REFUSED(yesan_ledger_items_add(book, 3, &columns, &first, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT(error_.row == 1);
  programs[1] = center;
  EXPECT_OK(yesan_ledger_items_add(book, 3, &columns, &first, &error_));
  EXPECT(first == 1);
  EXPECT_REFUSED(yesan_ledger_items_add(book, 3, &columns, &first, &error_), YESAN_E_DUPLICATE);
  EXPECT(error_.row == 0);
  departments[1] = 9;
  EXPECT_OK(yesan_ledger_items_find(book, 3, &columns, found, &error_));
  EXPECT(found[0] == 1 && found[1] == 0 && found[2] == 3);
  columns.account = NULL;
  EXPECT_REFUSED(yesan_ledger_items_find(book, 3, &columns, found, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_ledger_items(book, &table, &error_));
  EXPECT(table.count == 3 && table.object_item.bytes_length == 27 &&
         table.object_group.bytes_length == 6);
  table.capacity = 1;
  table.program = &groups;
  EXPECT_REFUSED(yesan_ledger_items(book, &table, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT(error_.asked == 3 && groups == 0);
}

static void authorizations(yesan_book* book) {
  yesan_authorization in;
  yesan_authorization_table list;
  int32_t kinds[2] = {7, 7};
  int64_t drawn = 7, limits[2] = {7, 7};
  uint32_t id = 7;
  memset(&in, 0, sizeof in);
  in.struct_size = sizeof in;
  in.kind = YESAN_AUTHORIZATION_COUNCIL_VOTE;
  in.day = DEC_15_2020;
  EXPECT_REFUSED(yesan_ledger_authorization_add(book, &in, &id, &error_), YESAN_E_INVALID_ARGUMENT);
  in.document = text("Session 298");
  in.item = 9;
  EXPECT_REFUSED(yesan_ledger_authorization_add(book, &in, &id, &error_), YESAN_E_NOT_FOUND);
  in.item = 0;
  in.present = 2;
  EXPECT_REFUSED(yesan_ledger_authorization_add(book, &in, &id, &error_), YESAN_E_INVALID_ARGUMENT);
  in.present = YESAN_AUTHORIZATION_HAS_LIMIT;
  in.limit = -1;
  EXPECT_REFUSED(yesan_ledger_authorization_add(book, &in, &id, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT(id == 7);
  in.present = 0;
  in.limit = 0;
  EXPECT_OK(yesan_ledger_authorization_add(book, &in, &vote, &error_));
  in.kind = YESAN_AUTHORIZATION_HEAD_DECISION;
  in.present = YESAN_AUTHORIZATION_HAS_LIMIT;
  in.limit = 100;
  EXPECT_OK(yesan_ledger_authorization_add(book, &in, &decision, &error_));
  EXPECT(vote == 1 && decision == 2);
  EXPECT_OK(yesan_ledger_authorization_drawn(book, vote, &drawn, &error_));
  EXPECT(drawn == 0);
  memset(&list, 0, sizeof list);
  EXPECT_REFUSED(yesan_ledger_authorizations(book, &list, &error_), YESAN_E_INVALID_ARGUMENT);
  list.struct_size = sizeof list;
  list.capacity = 2;
  list.kind = kinds;
  list.limit = limits;
  EXPECT_OK(yesan_ledger_authorizations(book, &list, &error_));
  EXPECT(list.count == 2 && kinds[0] == YESAN_AUTHORIZATION_COUNCIL_VOTE);
  EXPECT(kinds[1] == YESAN_AUTHORIZATION_HEAD_DECISION && limits[0] == -1 && limits[1] == 100);
  EXPECT_REFUSED(yesan_ledger_authorization_drawn(book, 3, &drawn, &error_), YESAN_E_NOT_FOUND);
}

/* 1,000 for item 1 (600 of it national), 200 for item 2, 1,200 of revenue. */
static void budgets(yesan_book* book) {
  const uint32_t lines[3] = {1, 2, 3};
  int64_t amounts[3] = {1000, 200, 1200};
  const uint64_t of_line[2] = {0, 0};
  const int32_t source[2] = {YESAN_SOURCE_NATIONAL_SUBSIDY, YESAN_SOURCE_PROVINCE_FUNDS};
  int64_t shares[2] = {600, 300};
  uint32_t nodes[3];
  const uint32_t total_revenue[3] = {0, 0, 1};
  int64_t totals[3] = {1200, 1200, 1200};
  const uint32_t changed[2] = {2, 3};
  const int64_t less[2] = {-50, -50};
  yesan_budget budget;
  yesan_receipt receipt;
  yesan_version_table versions;
  yesan_budget_version from, to;
  yesan_version_rows rows;
  int64_t change[3] = {7, 7, 7}, revised[3];
  int32_t stages[2];
  memset(&budget, 0, sizeof budget);
  memset(&receipt, 0, sizeof receipt);
  memset(&versions, 0, sizeof versions);
  memset(&rows, 0, sizeof rows);
  memset(&from, 0, sizeof from);
  budget.struct_size = sizeof budget;
  receipt.struct_size = sizeof receipt;
  versions.struct_size = sizeof versions;
  rows.struct_size = sizeof rows;
  from.struct_size = sizeof from;
  budget.fiscal_year = 2021;
  budget.account = account;
  budget.stage = YESAN_STAGE_ORIGINAL;
  budget.day = JAN_1_2021;
  budget.authorization = vote;
  budget.line_count = 3;
  budget.item = lines;
  budget.amount = amounts;
  budget.source_count = 2;
  budget.source_line = of_line;
  budget.source = source;
  budget.source_amount = shares;
  nodes[0] = policy;
  nodes[1] = nodes[2] = 0;
  budget.total_count = 3;
  budget.total_program = nodes;
  budget.total_revenue = total_revenue;
  budget.total_amount = totals;
  EXPECT_REFUSED(yesan_ledger_budget_check(book, &budget, &error_), YESAN_E_DOES_NOT_ADD_UP);
  shares[1] = 400;
  totals[0] = 1201;
  EXPECT_REFUSED(yesan_ledger_budget_adopt(book, &budget, &receipt, &error_),
                 YESAN_E_DOES_NOT_ADD_UP);
  totals[0] = 1200;
  EXPECT_OK(yesan_ledger_budget_check(book, &budget, &error_));
  EXPECT_OK(yesan_ledger_budget_adopt(book, &budget, &receipt, &error_));
  EXPECT(receipt.first == 1 && receipt.count == 4 && receipt.repeated == 0);
  EXPECT_REFUSED(yesan_ledger_budget_adopt(book, &budget, &receipt, &error_), YESAN_E_DUPLICATE);

  /* The second supplementary budget before the first; then the first. */
  budget.stage = YESAN_STAGE_SUPPLEMENTARY;
  budget.number = 2;
  budget.day = MAR_2_2021;
  budget.line_count = 2;
  budget.item = changed;
  budget.amount = less;
  budget.source_count = 0;
  budget.total_count = 0;
  EXPECT_REFUSED(yesan_ledger_budget_adopt(book, &budget, &receipt, &error_),
                 YESAN_E_VERSION_ORDER);
  budget.number = 1;
  budget.line_count = 1;
  EXPECT_REFUSED(yesan_ledger_budget_adopt(book, &budget, &receipt, &error_),
                 YESAN_E_DOES_NOT_ADD_UP); /* I8: revenue stays 1,200 */

  EXPECT_OK(yesan_ledger_versions(book, account, 2021, &versions, &error_));
  EXPECT(versions.count == 1);
  versions.capacity = 2;
  versions.stage = stages;
  EXPECT_OK(yesan_ledger_versions(book, account, 2021, &versions, &error_));
  EXPECT(stages[0] == YESAN_STAGE_ORIGINAL);
  versions.struct_size = 1;
  EXPECT_REFUSED(yesan_ledger_versions(book, account, 2021, &versions, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  from.fiscal_year = 2021;
  from.account = account;
  from.stage = YESAN_STAGE_ORIGINAL;
  to = from;
  to.stage = YESAN_STAGE_FINAL;
  rows.capacity = 3;
  rows.change = change;
  rows.revised = revised;
  EXPECT_OK(yesan_ledger_versions_compare(book, &from, &to, &rows, &error_));
  EXPECT(rows.count == 3 && change[0] == 0 && revised[0] == 1000 && revised[2] == 1200);
  from.stage = YESAN_STAGE_PROVISIONAL;
  EXPECT_REFUSED(yesan_ledger_versions_compare(book, &from, &to, &rows, &error_),
                 YESAN_E_NOT_FOUND);
}

/* Allots item 1, commits 700, pays 650 of it; assesses and receives 1,250. */
static void entries(yesan_book* book) {
  const uint32_t item[5] = {1, 1, 1, 3, 3};
  int32_t day[5] = {JAN_1_2021, MAR_2_2021, JUN_1_2021, MAR_2_2021, MAR_2_2021};
  const int32_t kind[5] = {YESAN_ENTRY_ALLOT, YESAN_ENTRY_COMMIT, YESAN_ENTRY_DISBURSE,
                           YESAN_ENTRY_ASSESS, YESAN_ENTRY_RECEIVE};
  int64_t amount[5] = {1000, 1001, 650, 1250, 1250};
  const int64_t reference[5] = {0, 0, -2, 0, 0};
  const uint32_t actor[5] = {1, 1, 2, 3, 3};
  const int64_t offsets[6] = {0, 0, 5, 5, 5, 5};
  int32_t statuses[5] = {7, 7, 7, 7, 7};
  yesan_entry_columns columns;
  yesan_entry_table table;
  yesan_receipt receipt;
  uint32_t numbers[3] = {7, 7, 7}, references[3];
  int64_t open[3], memo_offsets[4];
  char memo[8];
  memset(&columns, 0, sizeof columns);
  memset(&receipt, 0, sizeof receipt);
  memset(&table, 0, sizeof table);
  columns.struct_size = sizeof columns;
  receipt.struct_size = sizeof receipt;
  table.struct_size = sizeof table;
  columns.item = item;
  columns.day = day;
  columns.kind = kind;
  columns.amount = amount;
  columns.reference = reference;
  columns.actor = actor;
  columns.memo.offsets = offsets;
  columns.memo.bytes = "lease";
  columns.key = text("batch 1");
  EXPECT_REFUSED(yesan_ledger_post(book, 5, &columns, &receipt, &error_), YESAN_E_ABOVE_AVAILABLE);
  EXPECT(error_.row == 1 && error_.available == 1000 && error_.asked == 1001);
  EXPECT(error_.present == (YESAN_ERROR_HAS_AVAILABLE | YESAN_ERROR_HAS_ASKED));
  EXPECT(receipt.first == 0);
  EXPECT_OK(yesan_ledger_post_check(book, 5, &columns, statuses, &error_));
  EXPECT(statuses[0] == YESAN_OK && statuses[1] == YESAN_E_ABOVE_AVAILABLE);
  EXPECT(statuses[2] == YESAN_E_UNKNOWN_REFERENCE && statuses[3] == YESAN_OK &&
         statuses[4] == YESAN_OK);
  amount[1] = 700;
  EXPECT_OK(yesan_ledger_post(book, 5, &columns, &receipt, &error_));
  EXPECT(receipt.first == 5 && receipt.count == 5 && receipt.repeated == 0);
  EXPECT_OK(yesan_ledger_post(book, 5, &columns, &receipt, &error_));
  EXPECT(receipt.first == 5 && receipt.count == 5 && receipt.repeated == 1);
  amount[1] = 699;
  EXPECT_REFUSED(yesan_ledger_post(book, 5, &columns, &receipt, &error_), YESAN_E_KEY_REUSED);
  columns.key = text("");
  day[3] = DEC_15_2020;
  EXPECT_REFUSED(yesan_ledger_post(book, 5, &columns, &receipt, &error_), YESAN_E_ABOVE_BUDGET);
  columns.memo.bytes = NULL;
  EXPECT_REFUSED(yesan_ledger_post(book, 5, &columns, &receipt, &error_), YESAN_E_INVALID_ARGUMENT);
  columns.kind = NULL;
  EXPECT_REFUSED(yesan_ledger_post_check(book, 5, &columns, statuses, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_ledger_post(book, 0, &columns, &receipt, &error_));
  EXPECT(receipt.first == 0 && receipt.count == 0);

  EXPECT_OK(yesan_ledger_entries(book, 0, 0, &table, &error_));
  EXPECT(table.count == 9);
  EXPECT_OK(yesan_ledger_entries(book, 10, 0, &table, &error_));
  EXPECT(table.count == 0);
  table.capacity = 3;
  table.entry = numbers;
  table.reference = references;
  table.open = open;
  table.memo.offsets = memo_offsets;
  table.memo.bytes = memo;
  table.memo.bytes_capacity = 4;
  EXPECT_REFUSED(yesan_ledger_entries(book, 5, 3, &table, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT(numbers[0] == 7);
  table.memo.bytes_capacity = sizeof memo;
  EXPECT_OK(yesan_ledger_entries(book, 5, 3, &table, &error_));
  EXPECT(table.count == 3 && numbers[0] == 5 && numbers[2] == 7);
  EXPECT(references[2] == 6 && open[1] == 50 && open[2] == 650);
  EXPECT(memo_offsets[2] == 5 && memcmp(memo, "lease", 5) == 0);
}

static void balances(yesan_book* book) {
  yesan_balance_table table;
  yesan_item_filter filter;
  uint32_t key[3] = {7, 7, 7};
  const uint32_t named[2] = {3, 1}, wrong[2] = {1, 4};
  int64_t budget[3], disbursed[3], outstanding[3], uncollected[3];
  memset(&table, 0, sizeof table);
  memset(&filter, 0, sizeof filter);
  table.struct_size = sizeof table;
  filter.struct_size = sizeof filter;
  table.capacity = 3;
  table.key = key;
  table.current_budget = budget;
  table.disbursed = disbursed;
  table.outstanding = outstanding;
  table.uncollected = uncollected;
  EXPECT_OK(yesan_ledger_balances(book, NULL, YESAN_BY_ITEM, &table, &error_));
  EXPECT(table.count == 3 && key[0] == 1 && key[2] == 3);
  EXPECT(budget[0] == 1000 && disbursed[0] == 650 && outstanding[0] == 50);
  EXPECT(budget[2] == 1200 && uncollected[2] == 0);
  filter.present = YESAN_FILTER_REVENUE;
  EXPECT_OK(yesan_ledger_balances(book, &filter, YESAN_BY_POLICY_PROGRAM, &table, &error_));
  EXPECT(table.count == 1 && key[0] == policy && budget[0] == 1200);
  filter.object_group = text("201");
  EXPECT_OK(yesan_ledger_balances(book, &filter, YESAN_BY_OBJECT_GROUP, &table, &error_));
  EXPECT(table.count == 1 && table.code.bytes_length == 3 && budget[0] == 200);
  filter.object_group = text("");
  EXPECT_OK(yesan_ledger_balances(book, &filter, YESAN_BY_FUNDING_SOURCE, &table, &error_));
  EXPECT(table.count == 2 && key[0] == YESAN_SOURCE_NATIONAL_SUBSIDY);
  EXPECT(key[1] == YESAN_SOURCE_PROVINCE_FUNDS && budget[0] == 600 && budget[1] == 600);
  EXPECT_REFUSED(yesan_ledger_balances(book, &filter, 14, &table, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  filter.present = 4;
  EXPECT_REFUSED(yesan_ledger_balances(book, &filter, YESAN_BY_ITEM, &table, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  /* Before the payment of June, and before it was known. */
  EXPECT_OK(yesan_ledger_balances_on(book, MAR_2_2021, 0, NULL, YESAN_BY_ITEM, &table, &error_));
  EXPECT(disbursed[0] == 0 && outstanding[0] == 700);
  EXPECT_OK(yesan_ledger_balances_on(book, DEC_31_2021, 5, NULL, YESAN_BY_ITEM, &table, &error_));
  EXPECT(disbursed[0] == 0 && outstanding[0] == 0);
  EXPECT_REFUSED(yesan_ledger_balances_on(book, INT32_MAX, 0, NULL, YESAN_BY_ITEM, &table, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_ledger_items_balances(book, 2, named, &table, &error_));
  EXPECT(table.count == 2 && key[0] == 3 && budget[1] == 1000);
  EXPECT_REFUSED(yesan_ledger_items_balances(book, 2, wrong, &table, &error_),
                 YESAN_E_UNKNOWN_ITEM);
  EXPECT(error_.row == 1);
}

static void settlement(yesan_book* book) {
  yesan_settled_table table;
  yesan_printed_table printed;
  yesan_surplus surplus;
  yesan_refund_table refunds;
  int64_t budget = 7, disbursed = 7, part = 7, lapsed = 7, sheet = 7;
  uint32_t one_off = 7;
  memset(&table, 0, sizeof table);
  memset(&printed, 0, sizeof printed);
  memset(&surplus, 0, sizeof surplus);
  memset(&refunds, 0, sizeof refunds);
  table.struct_size = sizeof table;
  printed.struct_size = sizeof printed;
  surplus.struct_size = sizeof surplus;
  refunds.struct_size = sizeof refunds;
  table.capacity = 1;
  table.total[YESAN_STATUTORY_CURRENT_BUDGET - 1] = &budget;
  table.total[YESAN_STATUTORY_DISBURSED - 1] = &disbursed;
  table.part[YESAN_STATUTORY_DISBURSED - 1] = &part;
  table.total[YESAN_STATUTORY_LAPSED_BALANCE - 1] = &lapsed;
  table.sheet_total[YESAN_SETTLEMENT_LAPSED_BALANCE - 1] = &sheet;
  EXPECT_OK(yesan_ledger_settle(book, 2021, NULL, YESAN_BY_POLICY_PROGRAM, &table, &error_));
  EXPECT(table.count == 1 && budget == 1200 && disbursed == 650 && part == 390);
  EXPECT(lapsed == 550 && sheet == 550);
  EXPECT_REFUSED(yesan_ledger_settle(book, 2020, NULL, YESAN_BY_POLICY_PROGRAM, &table, &error_),
                 YESAN_E_NOT_FOUND);
  printed.capacity = 1;
  printed.total[YESAN_SETTLEMENT_LAPSED_BALANCE - 1] = &lapsed;
  printed.one_off = &one_off;
  EXPECT_OK(yesan_ledger_settle_printed(book, 2021, NULL, YESAN_BY_ACCOUNT, 1000,
                                        YESAN_ROUNDING_HALF_UP, &printed, &error_));
  /* 1,200 is printed as 1, 650 as 1, and what is left as their difference, though 550 is nearer to 1. */
  EXPECT(lapsed == 0 && (one_off & 1U << (YESAN_SETTLEMENT_LAPSED_BALANCE - 1)) != 0);
  EXPECT_REFUSED(yesan_ledger_settle_printed(book, 2021, NULL, YESAN_BY_ACCOUNT, 0,
                                             YESAN_ROUNDING_HALF_UP, &printed, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_ledger_surplus(book, account, 2021, 10, &surplus, &error_));
  EXPECT(surplus.received == 1250 && surplus.closing_surplus == 600 && surplus.net_surplus == 590 &&
         surplus.excess_receipts == 50);
  EXPECT_REFUSED(yesan_ledger_surplus(book, 9, 2021, 0, &surplus, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_ledger_refunds(book, 2021, NULL, &refunds, &error_));
  EXPECT(refunds.count == 0);
  EXPECT_REFUSED(yesan_ledger_refunds(book, 2021, NULL, NULL, &error_), YESAN_E_INVALID_ARGUMENT);
}

/* The open 50 of item 1 go on as accidental money, with their commitment. */
static void rollover(yesan_book* book) {
  const uint32_t item[1] = {1};
  const int32_t cause[1] = {YESAN_CAUSE_ACCIDENTAL_CARRYOVER};
  int64_t amount[1] = {51};
  const int64_t offsets[2] = {0, 1}, falling[2] = {1, 0};
  const uint32_t commitments[1] = {6};
  uint32_t into[1] = {7}, authorization[1], closed = 7;
  int32_t status[1] = {7};
  int64_t committed[1] = {7}, available[1] = {7}, asked[1] = {7};
  uint64_t state = 7;
  yesan_carry_columns columns;
  yesan_carry_table table;
  yesan_receipt receipt;
  yesan_finding_table findings;
  memset(&columns, 0, sizeof columns);
  memset(&table, 0, sizeof table);
  memset(&receipt, 0, sizeof receipt);
  memset(&findings, 0, sizeof findings);
  columns.struct_size = sizeof columns;
  table.struct_size = sizeof table;
  receipt.struct_size = sizeof receipt;
  findings.struct_size = sizeof findings;
  columns.item = item;
  columns.cause = cause;
  columns.amount = amount;
  columns.commitment_offsets = falling;
  columns.commitments = commitments;
  table.capacity = 1;
  table.status = status;
  table.committed = committed;
  table.available = available;
  table.asked = asked;
  EXPECT_REFUSED(
      yesan_ledger_rollover_check(book, 2021, 1, &columns, DEC_31_2021, &state, &table, &error_),
      YESAN_E_INVALID_ARGUMENT);
  columns.commitment_offsets = offsets;
  EXPECT_REFUSED(yesan_ledger_rollover_check(book, INT32_MAX, 1, &columns, DEC_31_2021, &state,
                                             &table, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT(state == 7 && status[0] == 7);
  authorization[0] = 0;
  columns.authorization = authorization;
  EXPECT_OK(
      yesan_ledger_rollover_check(book, 2021, 1, &columns, DEC_31_2021, &state, &table, &error_));
  EXPECT(status[0] == YESAN_E_ABOVE_CARRIABLE || status[0] == YESAN_E_AUTHORIZATION_MISSING);
  authorization[0] = decision;
  amount[0] = 101;
  EXPECT_OK(
      yesan_ledger_rollover_check(book, 2021, 1, &columns, DEC_31_2021, &state, &table, &error_));
  EXPECT(status[0] == YESAN_E_ABOVE_LIMIT && available[0] == 100 && asked[0] == 101);
  EXPECT_REFUSED(yesan_ledger_rollover(book, 2021, 1, &columns, DEC_31_2021, 4, state, into,
                                       &receipt, &error_),
                 YESAN_E_ABOVE_LIMIT);
  EXPECT(error_.row == 0 && into[0] == 7);
  EXPECT(error_.present == (YESAN_ERROR_HAS_AVAILABLE | YESAN_ERROR_HAS_ASKED) &&
         error_.available == 100 && error_.asked == 101);
  amount[0] = 50;
  EXPECT_OK(
      yesan_ledger_rollover_check(book, 2021, 1, &columns, DEC_31_2021, &state, &table, &error_));
  EXPECT(available[0] == -1 && asked[0] == -1);
  EXPECT(status[0] == YESAN_OK && committed[0] == 50 && table.to_object_item.bytes_length == 6);
  EXPECT_REFUSED(yesan_ledger_rollover(book, 2021, 1, &columns, DEC_31_2021, 4, state + 1, into,
                                       &receipt, &error_),
                 YESAN_E_STALE_PREVIEW);
  EXPECT_OK(yesan_ledger_rollover(book, 2021, 1, &columns, DEC_31_2021, 4, state, into, &receipt,
                                  &error_));
  EXPECT(into[0] == 4 && receipt.first == 10 && receipt.count >= 3);
  EXPECT_REFUSED(yesan_ledger_rollover_undo(book, 1, 4, &receipt, &error_),
                 YESAN_E_WRONG_REFERENCE);
  EXPECT_REFUSED(yesan_ledger_rollover_undo(book, 999, 4, &receipt, &error_),
                 YESAN_E_UNKNOWN_REFERENCE);
  EXPECT_OK(yesan_ledger_rollover_undo(book, 10, 4, &receipt, &error_));
  EXPECT_OK(
      yesan_ledger_rollover_check(book, 2021, 1, &columns, DEC_31_2021, &state, &table, &error_));
  EXPECT_OK(yesan_ledger_rollover(book, 2021, 1, &columns, DEC_31_2021, 4, state, into, &receipt,
                                  &error_));
  EXPECT(into[0] == 4);
  EXPECT_REFUSED(yesan_ledger_year_close(book, 2022 + 1, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_ledger_year_close(book, 2021, &error_));
  EXPECT_REFUSED(yesan_ledger_year_close(book, 2021, &error_), YESAN_E_YEAR_CLOSED);
  EXPECT_OK(yesan_ledger_year_is_closed(book, 2021, &closed, &error_));
  EXPECT(closed == 1);
  EXPECT_REFUSED(yesan_ledger_year_is_closed(book, 2021, NULL, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_ledger_verify(book, &findings, &error_));
  EXPECT(findings.count == 0);
  findings.struct_size = 1;
  EXPECT_REFUSED(yesan_ledger_verify(book, &findings, &error_), YESAN_E_INVALID_ARGUMENT);
}

int main(void) {
  yesan_book* book;
  governments();
  policies();
  book = open_book(YESAN_POLICY_KOREAN);
  parts(book);
  items(book);
  authorizations(book);
  budgets(book);
  entries(book);
  balances(book);
  settlement(book);
  rollover(book);
  yesan_book_destroy(book);
  return DONE();
}
