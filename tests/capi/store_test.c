/* A ledger in a file: every function once accepted and once refused. */
#include <stdio.h>

#include "expect.h"

#define PATH "yesan_store_test.yesan"
#define COPY "yesan_store_test.copy.yesan"

static void clear(void) {
  remove(PATH);
  remove(PATH "-wal");
  remove(PATH "-shm");
  remove(COPY);
}

static yesan_text text(const char* bytes) {
  yesan_text out;
  out.bytes = bytes;
  out.length = strlen(bytes);
  return out;
}

static yesan_government seoul(void) {
  yesan_government whose;
  memset(&whose, 0, sizeof whose);
  whose.struct_size = sizeof whose;
  whose.policy = YESAN_POLICY_KOREAN;
  whose.name = text("Seoul");
  return whose;
}

static yesan_book* open_again(uint32_t read_only) {
  yesan_book* book = NULL;
  EXPECT_OK(yesan_store_open(PATH, strlen(PATH), read_only, NULL, &book, &error_));
  return book;
}

static uint64_t findings(const yesan_book* book, const char* noted) {
  yesan_finding_table table;
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_store_verify(book, noted, strlen(noted), &table, &error_));
  return table.count;
}

/* False: the library was built without a store. */
static int is_built(void) {
  yesan_book* book = NULL;
  return yesan_store_open(PATH, strlen(PATH), 0, NULL, &book, &error_) != YESAN_E_NOT_BUILT;
}

static void keeps(void) {
  yesan_government whose = seoul();
  yesan_store_options options;
  yesan_book *book = NULL, *other = NULL, *reader = NULL;
  uint32_t account = 0;
  uint64_t length = 0, batches = 0;
  char head[128] = "", later[128] = "";
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.actor = 7;
  EXPECT_REFUSED(yesan_store_open(PATH, strlen(PATH), 0, NULL, &book, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_store_create(PATH, strlen(PATH), &whose, &options, &book, &error_));
  EXPECT_REFUSED(yesan_store_create(PATH, strlen(PATH), &whose, NULL, &other, &error_),
                 YESAN_E_DUPLICATE);
  EXPECT_OK(yesan_ledger_account_add(book, YESAN_ACCOUNT_GENERAL, "general", 7, &account, &error_));
  EXPECT_REFUSED(yesan_store_head(book, head, 3, &length, &error_), YESAN_E_BUFFER_TOO_SMALL);
  EXPECT_OK(yesan_store_head(book, head, sizeof head - 1, &length, &error_));
  head[length] = '\0';
  EXPECT(length == 66 && same(head, 2, "1:"));
  /* Another handle sees it, writes, and the first one takes that in. */
  other = open_again(0);
  EXPECT_OK(yesan_ledger_account_find(other, "general", 7, &account, &error_));
  EXPECT(account == 1);
  EXPECT_OK(yesan_ledger_account_add(other, YESAN_ACCOUNT_FUND, "fund", 4, &account, &error_));
  EXPECT_REFUSED(yesan_ledger_account_find(book, "fund", 4, &account, &error_), YESAN_E_NOT_FOUND);
  EXPECT_OK(yesan_store_refresh(book, &batches, &error_));
  EXPECT(batches == 1);
  EXPECT_OK(yesan_ledger_account_find(book, "fund", 4, &account, &error_));
  EXPECT(findings(book, head) == 0);
  EXPECT(findings(book, "1:0000000000000000000000000000000000000000000000000000000000000000") == 1);
  reader = open_again(1);
  EXPECT_REFUSED(yesan_ledger_account_add(reader, YESAN_ACCOUNT_FUND, "x", 1, &account, &error_),
                 YESAN_E_READ_ONLY);
  EXPECT_OK(yesan_store_backup(reader, COPY, strlen(COPY), &error_));
  EXPECT_REFUSED(yesan_store_backup(reader, COPY, strlen(COPY), &error_), YESAN_E_DUPLICATE);
  yesan_book_destroy(reader);
  EXPECT_OK(yesan_store_open(COPY, strlen(COPY), 1, NULL, &reader, &error_));
  EXPECT_OK(yesan_store_head(other, head, sizeof head, &length, &error_));
  EXPECT_OK(yesan_store_head(reader, later, sizeof later, &length, &error_));
  EXPECT(memcmp(head, later, (size_t)length) == 0);
  EXPECT_OK(yesan_store_close(book, &error_));
  EXPECT_REFUSED(yesan_ledger_account_add(book, YESAN_ACCOUNT_FUND, "x", 1, &account, &error_),
                 YESAN_E_READ_ONLY);
  EXPECT_REFUSED(yesan_store_refresh(book, &batches, &error_), YESAN_E_READ_ONLY);
  yesan_book_destroy(reader);
  yesan_book_destroy(other);
  yesan_book_destroy(book);
}

static void refuses(void) {
  yesan_government whose = seoul();
  yesan_store_options options;
  yesan_finding_table table;
  yesan_book *book = NULL, *memory = NULL;
  uint64_t length = 0, batches = 0;
  char head[128];
  memset(&options, 0, sizeof options);
  memset(&table, 0, sizeof table);
  table.struct_size = sizeof table;
  EXPECT_OK(yesan_ledger_create(&whose, &memory, &error_));
  EXPECT_REFUSED(yesan_store_head(memory, head, sizeof head, &length, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_refresh(memory, &batches, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_verify(memory, "", 0, &table, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_backup(memory, COPY, strlen(COPY), &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_close(memory, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_create(PATH, strlen(PATH), NULL, NULL, &book, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_create(PATH, strlen(PATH), &whose, &options, &book, &error_),
                 YESAN_E_INVALID_ARGUMENT); /* struct_size */
  options.struct_size = sizeof options;
  options.durability = 3;
  EXPECT_REFUSED(yesan_store_create(PATH, strlen(PATH), &whose, &options, &book, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  options.durability = YESAN_DURABILITY_RELAXED;
  options.busy_ms = 600001;
  EXPECT_REFUSED(yesan_store_create(PATH, strlen(PATH), &whose, &options, &book, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_open("", 0, 0, NULL, &book, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_store_open(PATH, strlen(PATH), 2, NULL, &book, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT(book == NULL);
  options.busy_ms = YESAN_BUSY_NOW;
  EXPECT_OK(yesan_store_create(PATH, strlen(PATH), &whose, &options, &book, &error_));
  EXPECT_REFUSED(yesan_store_verify(book, "x", 1, &table, &error_), YESAN_E_SYNTAX);
  yesan_book_destroy(book);
  yesan_book_destroy(memory);
}

int main(void) {
  clear();
  if (is_built()) {
    keeps();
    clear();
    refuses();
    clear();
  }
  return DONE();
}
