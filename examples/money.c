/* Money through the C library: amounts as documents print them, exact sums, one named rounding, an amount in words.
 *
 *   money
 *
 * Exit status: 0 when every call succeeded, 1 otherwise.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "yesan/capi.h"

static int failed = 0;

/* Says why a call was refused. */
static int ok(yesan_status status, const yesan_error* error) {
  if (status == YESAN_OK) return 1;
  printf("%s: %s\n", yesan_status_name(status), error->message);
  failed = 1;
  return 0;
}

/* A cell of a table in thousands of won, as printed. */
static void cell(const char* text) {
  yesan_error error = YESAN_ERROR_INIT;
  yesan_amount amount;
  memset(&amount, 0, sizeof amount);
  amount.struct_size = sizeof amount;
  if (!ok(yesan_amount_parse(text, strlen(text), 0, YESAN_UNIT_THOUSAND_WON, &amount, &error),
          &error))
    return;
  printf("%-24s ", text);
  if ((amount.present & YESAN_AMOUNT_HAS_WON) != 0) {
    printf("%" PRId64 " won", amount.won);
  } else {
    printf("no amount");
  }
  if (amount.part_kind == YESAN_PART_NONE) printf(", no subsidy");
  if ((amount.present & YESAN_AMOUNT_HAS_PART_WON) != 0)
    printf(", %" PRId64 " of it a subsidy", amount.part_won);
  printf("\n");
}

int main(void) {
  static const int64_t kAmounts[4] = {1667294000, 368682000, 2016600000, 14320000};
  static const int64_t kWeights[3] = {50, 15, 35};
  yesan_error error = YESAN_ERROR_INIT;
  yesan_amount_format format = {
      sizeof(yesan_amount_format), YESAN_UNIT_THOUSAND_WON, 0,
      YESAN_ROUNDING_UNNECESSARY,  YESAN_SIGN_DELTA,        YESAN_PRINT_UNIT};
  yesan_amount amount;
  yesan_decimal percent;
  int64_t total = 0, shares[3] = {0, 0, 0};
  char text[128];
  uint64_t length = 0;

  cell("(x-) 5,196,358");
  cell("(x 300) Δ1,129,462");
  cell("34조 8,369억원");
  cell("-");

  /* The lines of a cost basis add up exactly. */
  if (ok(yesan_money_total(4, kAmounts, &total, &error), &error) &&
      ok(yesan_money_format(total, &format, text, sizeof text, &length, &error), &error)) {
    printf("total: %.*s\n", (int)length, text);
  }

  /* The rate of change, rounded once from the exact value. */
  if (ok(yesan_money_change_percent(5196358000, total, 2, YESAN_ROUNDING_HALF_UP, &percent, &error),
         &error) &&
      ok(yesan_decimal_format(&percent, text, sizeof text, &length, &error), &error)) {
    printf("change: %.*s %%\n", (int)length, text);
  }

  /* Shares that add up to the won. */
  if (ok(yesan_money_allocate(1000001, 1, 3, kWeights, shares, &error), &error)) {
    printf("1000001 over 50, 15, 35: %" PRId64 ", %" PRId64 ", %" PRId64 "\n", shares[0], shares[1],
           shares[2]);
  }

  if (ok(yesan_formal_format(total, text, sizeof text, &length, &error), &error)) {
    printf("%.*s\n", (int)length, text);
  }

  /* A refusal names the rule and the place; nothing is guessed, and `amount` stays as it is. */
  error.language = YESAN_LANGUAGE_ENGLISH;
  memset(&amount, 0, sizeof amount);
  amount.struct_size = sizeof amount;
  if (yesan_amount_parse("35,498,8000", 11, YESAN_READ_REFUSE_FAULTS, YESAN_UNIT_WON, &amount,
                         &error) != YESAN_OK) {
    printf("refused: %s\n", error.message);
  }
  return failed;
}
