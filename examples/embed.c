/* A ledger inside a C program, as small as it gets: one item of 1,000 won, of which no one spends 1,001.
 *
 *   embed
 *
 * Exit status: 0 when the overspend was refused and nothing else was, 1 otherwise.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "yesan/capi.h"

static yesan_error error = YESAN_ERROR_INIT;

static int refused(yesan_status status) {
  if (status == YESAN_OK) return 0;
  printf("refused: %s (%s)\n", error.message, yesan_status_name(status));
  if ((error.present & YESAN_ERROR_HAS_AVAILABLE) != 0)
    printf("available %" PRId64 ", asked %" PRId64 "\n", error.available, error.asked);
  return 1;
}

/* One entry of the only item. */
static yesan_status post(yesan_book* book, int32_t day, int32_t kind, int32_t cause,
                         int64_t amount) {
  const uint32_t item = 1;
  yesan_entry_columns row;
  yesan_receipt receipt;
  memset(&row, 0, sizeof row);
  memset(&receipt, 0, sizeof receipt);
  row.struct_size = sizeof row;
  receipt.struct_size = sizeof receipt;
  row.item = &item;
  row.day = &day;
  row.kind = &kind;
  row.cause = &cause;
  row.amount = &amount;
  return yesan_ledger_post(book, 1, &row, &receipt, &error);
}

/* An account, a department, a program under its four rungs, and the item. */
static int build(yesan_book* book) {
  const int32_t year = 2021;
  const int64_t object_ends[2] = {0, 6}, group_ends[2] = {0, 3};
  uint32_t account, department, program = 0, item;
  int32_t rung;
  yesan_ledger_item_columns items;
  if (refused(
          yesan_ledger_account_add(book, YESAN_ACCOUNT_GENERAL, "General", 7, &account, &error)))
    return 0;
  if (refused(yesan_ledger_department_add(book, "Clerk", 5, &department, &error))) return 0;
  for (rung = YESAN_RUNG_FIELD; rung <= YESAN_RUNG_DETAILED_PROGRAM; ++rung) {
    if (refused(yesan_ledger_program_add(book, rung, program, &program, &error))) return 0;
  }
  memset(&items, 0, sizeof items);
  items.struct_size = sizeof items;
  items.fiscal_year = &year;
  items.account = &account;
  items.department = &department;
  items.program = &program;
  items.object_item.offsets = object_ends;
  items.object_item.bytes = "201-01";
  items.object_group.offsets = group_ends;
  items.object_group.bytes = "201";
  return !refused(yesan_ledger_items_add(book, 1, &items, &item, &error));
}

int main(void) {
  yesan_government town;
  yesan_book* book = NULL;
  int32_t day = 0;
  int done = 0;
  error.language = YESAN_LANGUAGE_ENGLISH;
  memset(&town, 0, sizeof town);
  town.struct_size = sizeof town;
  town.policy = YESAN_POLICY_PERMISSIVE;
  town.name.bytes = "Springfield";
  town.name.length = 11;
  if (!refused(yesan_ledger_create(&town, &book, &error)) && build(book) &&
      !refused(yesan_date_make(2021, 1, 1, &day, &error)) &&
      !refused(post(book, day, YESAN_ENTRY_APPROPRIATE, YESAN_CAUSE_ORIGINAL, 1000)) &&
      !refused(post(book, day, YESAN_ENTRY_COMMIT, YESAN_CAUSE_NONE, 400))) {
    printf("1000 voted, 400 committed; now 601 more:\n");
    done = refused(post(book, day, YESAN_ENTRY_COMMIT, YESAN_CAUSE_NONE, 601));
  }
  yesan_book_destroy(book);
  return done ? 0 : 1;
}
