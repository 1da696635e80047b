#include "expect.h"

static yesan_text text(const char* bytes) {
  yesan_text out;
  out.bytes = bytes;
  out.length = strlen(bytes);
  return out;
}

static yesan_program program(int32_t year, const char* name) {
  yesan_program out;
  memset(&out, 0, sizeof out);
  out.struct_size = sizeof out;
  out.fiscal_year = year;
  out.name = text(name);
  return out;
}

static void programs(yesan_book* book) {
  yesan_program first = program(2020, "Village centre"), renamed = program(2021, "Village hub");
  uint32_t id = 7;
  char name[32];
  uint64_t length = 0;
  EXPECT_OK(yesan_book_program_add(book, &first, &id, &error_));
  EXPECT(id == 0);
  EXPECT_OK(yesan_book_program_year_add(book, id, &renamed, &error_));
  EXPECT_REFUSED(yesan_book_program_year_add(book, id, &renamed, &error_), YESAN_E_DUPLICATE);
  EXPECT_REFUSED(yesan_book_program_year_add(book, 5, &renamed, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_book_program_find(book, TEXT("villagehub"), &id, &error_));
  EXPECT(id == 0);
  EXPECT_REFUSED(yesan_book_program_find(book, TEXT("library"), &id, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_book_program_name(book, 0, 2020, name, sizeof name, &length, &error_));
  EXPECT_TEXT(name, length, "Village centre");
  EXPECT_OK(yesan_book_program_name(book, 0, 2023, name, sizeof name, &length, &error_));
  EXPECT_TEXT(name, length, "Village hub");
  EXPECT_REFUSED(yesan_book_program_name(book, 9, 2020, name, sizeof name, &length, &error_),
                 YESAN_E_NOT_FOUND);

  first.fiscal_year = 0;
  EXPECT_REFUSED(yesan_book_program_add(book, &first, &id, &error_), YESAN_E_OUT_OF_RANGE);
  first = program(2020, "");
  EXPECT_REFUSED(yesan_book_program_add(book, &first, &id, &error_), YESAN_E_INVALID_ARGUMENT);
  first = program(2020, "x");
  first.struct_size = 1;
  EXPECT_REFUSED(yesan_book_program_add(book, &first, &id, &error_), YESAN_E_INVALID_ARGUMENT);
}

static void items(yesan_book* book) {
  const int32_t years[2] = {2021, 2021};
  const uint32_t programs_of[2] = {0, 0};
  const uint32_t missing[2] = {0, 3};
  const int64_t prior[2] = {5196358000, 100}, current[2] = {4066896000, 50}, part[2] = {0, 70};
  const uint32_t present[2] = {YESAN_ITEM_PRIOR | YESAN_ITEM_CURRENT | YESAN_ITEM_CURRENT_PART_NONE,
                               YESAN_ITEM_CURRENT | YESAN_ITEM_CURRENT_PART};
  const uint32_t both[2] = {0, YESAN_ITEM_CURRENT_PART | YESAN_ITEM_CURRENT_PART_NONE};
  const int64_t code_offsets[3] = {0, 6, 12};
  yesan_item_columns columns;
  yesan_item_table table;
  int64_t changes[2] = {7, 7}, offsets[3];
  uint32_t bits[2] = {0, 0}, first = 7;
  int32_t statuses[2] = {7, 7};
  char bytes[16];
  memset(&columns, 0, sizeof columns);
  columns.struct_size = sizeof columns;
  columns.fiscal_year = years;
  columns.program = missing;
  columns.prior = prior;
  columns.current = current;
  columns.current_part = part;
  columns.present = present;
  columns.object_item.offsets = code_offsets;
  columns.object_item.bytes = "307-05401-01";
  EXPECT_REFUSED(yesan_book_items_add(book, 2, &columns, &first, &error_), YESAN_E_NOT_FOUND);
  EXPECT(error_.row == 1 && first == 7);
  EXPECT_OK(yesan_book_items_check(book, 2, &columns, statuses, &error_));
  EXPECT(statuses[0] == YESAN_OK && statuses[1] == YESAN_E_NOT_FOUND);
  columns.program = programs_of;
  columns.present = both;
  EXPECT_OK(yesan_book_items_check(book, 2, &columns, statuses, &error_));
  EXPECT(statuses[1] == YESAN_E_INVALID_ARGUMENT);
  columns.present = present;
  EXPECT_OK(yesan_book_items_add(book, 2, &columns, &first, &error_));
  EXPECT(first == 0);
  EXPECT_REFUSED(yesan_book_items_add(book, 1, &columns, &first, &error_), YESAN_E_DUPLICATE);
  columns.fiscal_year = NULL;
  EXPECT_REFUSED(yesan_book_items_check(book, 1, &columns, statuses, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_book_items(book, &table, &error_));
  EXPECT(table.count == 2 && table.object_item.bytes_length == 12 &&
         table.account.bytes_length == 0);
  table.capacity = 1;
  table.change = changes;
  EXPECT_REFUSED(yesan_book_items(book, &table, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT(error_.asked == 2 && changes[0] == 7);
  table.capacity = 2;
  table.present = bits;
  table.object_item.offsets = offsets;
  table.object_item.bytes = bytes;
  table.object_item.bytes_capacity = 11;
  EXPECT_REFUSED(yesan_book_items(book, &table, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT(error_.asked == 12 && changes[0] == 7);
  table.object_item.bytes_capacity = sizeof bytes;
  EXPECT_OK(yesan_book_items(book, &table, &error_));
  EXPECT(changes[0] == -1129462000 && changes[1] == 0);
  EXPECT(bits[0] == present[0] && bits[1] == present[1]);
  EXPECT(offsets[2] == 12 && memcmp(bytes, "307-05401-01", 12) == 0);
}

/* 2017 and 2018 of the sheet of a Seoul program, in won; 2018 with one wrong balance. */
static void settlement(yesan_book* book) {
  const uint32_t programs_of[2] = {0, 0};
  const int32_t years[2] = {2017, 2018}, wrong_years[2] = {2017, 10000};
  const int64_t zero[2] = {0, 0};
  const int64_t adopted[2] = {5218436000, 5656594000}, disbursed[2] = {4908037000, 5370182000};
  const int64_t carried_in[2] = {0, 1000};
  const int64_t lapsed[2] = {310399000, 286413000};
  yesan_settlement_columns columns;
  yesan_settlement_rows rows;
  uint32_t first = 7, masks[2] = {0, 0};
  int32_t statuses[2] = {7, 7};
  yesan_decimal numerator[2];
  memset(&columns, 0, sizeof columns);
  columns.struct_size = sizeof columns;
  columns.program = programs_of;
  columns.fiscal_year = wrong_years;
  columns.total[YESAN_SETTLEMENT_ADOPTED - 1] = adopted;
  columns.total[YESAN_SETTLEMENT_CARRYOVER_IN - 1] = carried_in;
  columns.total[YESAN_SETTLEMENT_NET_ADJUSTMENT - 1] = zero;
  columns.total[YESAN_SETTLEMENT_CURRENT_BUDGET - 1] = adopted;
  columns.total[YESAN_SETTLEMENT_DISBURSED - 1] = disbursed;
  columns.total[YESAN_SETTLEMENT_CARRYOVER_OUT - 1] = zero;
  columns.total[YESAN_SETTLEMENT_LAPSED_BALANCE - 1] = lapsed;
  EXPECT_REFUSED(yesan_book_settlement_add(book, 2, &columns, &first, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT(error_.row == 1);
  EXPECT_OK(yesan_book_settlement_check(book, 2, &columns, statuses, &error_));
  EXPECT(statuses[0] == YESAN_OK && statuses[1] == YESAN_E_OUT_OF_RANGE);
  columns.fiscal_year = years;
  EXPECT_OK(yesan_book_settlement_add(book, 2, &columns, &first, &error_));
  EXPECT_REFUSED(yesan_book_settlement_add(book, 2, &columns, &first, &error_), YESAN_E_DUPLICATE);
  EXPECT_REFUSED(yesan_book_settlement_check(book, 2, NULL, statuses, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  memset(&rows, 0, sizeof rows);
  rows.struct_size = sizeof rows;
  rows.capacity = 2;
  rows.total_present = masks;
  rows.execution_numerator = numerator;
  EXPECT_OK(yesan_book_settlement(book, &rows, &error_));
  EXPECT(rows.count == 2 && masks[0] == 0x13F && numerator[0].lo == 4908037000);
  rows.reserved = 1;
  EXPECT_REFUSED(yesan_book_settlement(book, &rows, &error_), YESAN_E_INVALID_ARGUMENT);
}

static int row_of(const char* bytes, const int64_t* offsets, uint64_t i, const char* expected) {
  return same(bytes + offsets[i], (uint64_t)(offsets[i + 1] - offsets[i]), expected);
}

static void findings(const yesan_book* book) {
  yesan_finding_table table;
  int64_t rows[8], rule_offsets[9], expected_offsets[9];
  char rules[256], expected[256];
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_book_check(book, &table, &error_));
  EXPECT(table.count == 4);
  table.capacity = 8;
  table.row = rows;
  table.rule.offsets = rule_offsets;
  table.rule.bytes = rules;
  table.rule.bytes_capacity = sizeof rules;
  table.expected.offsets = expected_offsets;
  table.expected.bytes = expected;
  table.expected.bytes_capacity = sizeof expected;
  EXPECT_OK(yesan_book_check(book, &table, &error_));
  if (table.count != 4) return;
  /* The part of item 1 is larger than the item. */
  EXPECT(rows[0] == 1 && row_of(rules, rule_offsets, 0, "subsidy.part"));
  /* 2018: 1,000 won came in that neither the current budget nor 2017 knows of; the balance is off. */
  EXPECT(rows[1] == 1 && row_of(rules, rule_offsets, 1, "settlement.current_budget"));
  EXPECT(row_of(expected, expected_offsets, 1, "5,656,595,000\xEC\x9B\x90"));
  EXPECT(rows[2] == 1 && row_of(rules, rule_offsets, 2, "settlement.lapsed"));
  EXPECT(row_of(expected, expected_offsets, 2, "286,412,000\xEC\x9B\x90"));
  EXPECT(rows[3] == 1 && row_of(rules, rule_offsets, 3, "settlement.year_link"));
  table.struct_size = 0;
  EXPECT_REFUSED(yesan_book_check(book, &table, &error_), YESAN_E_INVALID_ARGUMENT);
}

int main(void) {
  yesan_book* book = NULL;
  EXPECT_REFUSED(yesan_book_create(NULL, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_book_create(&book, &error_));
  if (book == NULL) return 1;
  programs(book);
  items(book);
  settlement(book);
  findings(book);
  yesan_book_destroy(book);
  yesan_book_destroy(NULL);
  return DONE();
}
