/* A batch of 10,000 entries by columns: all of it is posted or nothing, and the first row at fault is named.
 *
 *   batch_post
 *
 * 5,000 commitments on 100 items, then a payment of each; one payment is a won too high.
 * Exit status: 0 when only that row was refused, and the mended batch was posted, 1 otherwise.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "yesan/capi.h"

enum { ITEMS = 100, ROWS = 10000, HALF = ROWS / 2, BAD = 7654 };

static yesan_error error = YESAN_ERROR_INIT;
static uint32_t items[ROWS], actors[ROWS];
static int32_t days[ROWS], kinds[ROWS], statuses[ROWS];
static int64_t amounts[ROWS], references[ROWS];

static int refused(yesan_status status) {
  if (status == YESAN_OK) return 0;
  printf("refused: %s\n", error.message);
  if (error.row >= 0) {
    printf("  row %" PRId64 ", rule %s", error.row, yesan_status_name(status));
    if ((error.present & YESAN_ERROR_HAS_AVAILABLE) != 0)
      printf(", available %" PRId64 ", asked %" PRId64, error.available, error.asked);
    printf("\n");
  }
  return 1;
}

static yesan_text text(const char* bytes) {
  yesan_text out;
  out.bytes = bytes;
  out.length = strlen(bytes);
  return out;
}

/* 100 items of one program: object items 201-00 … 201-99. */
static int build(yesan_book* book) {
  static int32_t years[ITEMS];
  static uint32_t accounts[ITEMS], departments[ITEMS], programs[ITEMS];
  static int64_t object_ends[ITEMS + 1], group_ends[ITEMS + 1];
  static char objects[ITEMS * 6 + 1], groups[ITEMS * 3 + 1];
  uint32_t account, department, program = 0, first;
  int32_t rung;
  int i;
  yesan_ledger_item_columns columns;
  if (refused(
          yesan_ledger_account_add(book, YESAN_ACCOUNT_GENERAL, "General", 7, &account, &error)))
    return 0;
  if (refused(yesan_ledger_department_add(book, "Clerk", 5, &department, &error))) return 0;
  for (rung = YESAN_RUNG_FIELD; rung <= YESAN_RUNG_DETAILED_PROGRAM; ++rung) {
    if (refused(yesan_ledger_program_add(book, rung, program, &program, &error))) return 0;
  }
  for (i = 0; i < ITEMS; ++i) {
    years[i] = 2021;
    accounts[i] = account;
    departments[i] = department;
    programs[i] = program;
    snprintf(objects + 6 * i, 7, "201-%02d", i);
    memcpy(groups + 3 * i, "201", 3);
    object_ends[i + 1] = 6 * (i + 1);
    group_ends[i + 1] = 3 * (i + 1);
  }
  memset(&columns, 0, sizeof columns);
  columns.struct_size = sizeof columns;
  columns.fiscal_year = years;
  columns.account = accounts;
  columns.department = departments;
  columns.program = programs;
  columns.object_item.offsets = object_ends;
  columns.object_item.bytes = objects;
  columns.object_group.offsets = group_ends;
  columns.object_group.bytes = groups;
  return !refused(yesan_ledger_items_add(book, ITEMS, &columns, &first, &error));
}

/* Each item gets 100,000. */
static int vote(yesan_book* book, int32_t day, yesan_receipt* receipt) {
  static int32_t causes[ITEMS];
  yesan_entry_columns columns;
  int i;
  for (i = 0; i < ITEMS; ++i) {
    items[i] = (uint32_t)i + 1;
    days[i] = day;
    kinds[i] = YESAN_ENTRY_APPROPRIATE;
    causes[i] = YESAN_CAUSE_ORIGINAL;
    amounts[i] = 100000;
  }
  memset(&columns, 0, sizeof columns);
  columns.struct_size = sizeof columns;
  columns.item = items;
  columns.day = days;
  columns.kind = kinds;
  columns.cause = causes;
  columns.amount = amounts;
  return !refused(yesan_ledger_post(book, ITEMS, &columns, receipt, &error));
}

int main(void) {
  yesan_government town;
  yesan_entry_columns batch;
  yesan_receipt receipt;
  yesan_balance_table sums;
  yesan_book* book = NULL;
  int64_t committed = 0, disbursed = 0, outstanding = 0;
  int32_t day = 0;
  int i, bad = 0, done = 0;
  error.language = YESAN_LANGUAGE_ENGLISH;
  memset(&town, 0, sizeof town);
  memset(&batch, 0, sizeof batch);
  memset(&receipt, 0, sizeof receipt);
  memset(&sums, 0, sizeof sums);
  town.struct_size = sizeof town;
  batch.struct_size = sizeof batch;
  receipt.struct_size = sizeof receipt;
  sums.struct_size = sizeof sums;
  town.policy = YESAN_POLICY_PERMISSIVE;
  town.name = text("Springfield");
  if (refused(yesan_ledger_create(&town, &book, &error))) return 1;
  if (refused(yesan_date_make(2021, 3, 2, &day, &error)) || !build(book) ||
      !vote(book, day, &receipt)) {
    yesan_book_destroy(book);
    return 1;
  }

  for (i = 0; i < HALF; ++i) {
    items[i] = items[i + HALF] = (uint32_t)(i % ITEMS) + 1;
    days[i] = days[i + HALF] = day;
    kinds[i] = YESAN_ENTRY_COMMIT;
    kinds[i + HALF] = YESAN_ENTRY_DISBURSE;
    amounts[i] = amounts[i + HALF] = 1000 + i % 7;
    references[i + HALF] = -(i + 1); /* row i of this batch, counted from 1 */
    actors[i] = 1;
    actors[i + HALF] = 2;
  }
  ++amounts[BAD];
  batch.item = items;
  batch.day = days;
  batch.kind = kinds;
  batch.amount = amounts;
  batch.reference = references;
  batch.actor = actors;
  batch.key = text("2021-03-02 nightly");
  refused(yesan_ledger_post(book, ROWS, &batch, &receipt, &error));

  /* What else is wrong? A status a row, and nothing is changed. */
  if (!refused(yesan_ledger_post_check(book, ROWS, &batch, statuses, &error))) {
    for (i = 0; i < ROWS; ++i) {
      if (statuses[i] != YESAN_OK) {
        printf("row %d would be refused: %s\n", i, yesan_status_name(statuses[i]));
        ++bad;
      }
    }
  }

  --amounts[BAD];
  if (bad == 1 && !refused(yesan_ledger_post(book, ROWS, &batch, &receipt, &error))) {
    printf("posted: entries %" PRIu32 " to %" PRIu32 "\n", receipt.first,
           receipt.first + receipt.count - 1);
    /* The same key again, after a lost answer, say. */
    if (!refused(yesan_ledger_post(book, ROWS, &batch, &receipt, &error)) && receipt.repeated == 1)
      printf("posted again: still entries %" PRIu32 " to %" PRIu32 "\n", receipt.first,
             receipt.first + receipt.count - 1);
    sums.capacity = 1;
    sums.committed_total = &committed;
    sums.disbursed = &disbursed;
    sums.outstanding = &outstanding;
    if (!refused(yesan_ledger_balances(book, NULL, YESAN_BY_NOTHING, &sums, &error))) {
      printf("committed %" PRId64 ", disbursed %" PRId64 ", outstanding %" PRId64 "\n", committed,
             disbursed, outstanding);
      done = 1;
    }
  }
  yesan_book_destroy(book);
  return done ? 0 : 1;
}
