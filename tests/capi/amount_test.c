#include "expect.h"

static yesan_amount read(const char* text, uint32_t flags, int32_t unit) {
  yesan_amount amount;
  memset(&amount, 0, sizeof amount);
  amount.struct_size = sizeof amount;
  EXPECT_OK(yesan_amount_parse(text, strlen(text), flags, unit, &amount, &error_));
  return amount;
}

static void single_cells(void) {
  yesan_amount amount = read(
      "\xCE\x94"
      "1,129,462",
      0, YESAN_UNIT_THOUSAND_WON);
  EXPECT(amount.kind == YESAN_AMOUNT_VALUE && amount.sign == YESAN_SIGN_DELTA);
  EXPECT(amount.unit == YESAN_UNIT_NONE && amount.won == -1129462000);
  EXPECT(amount.present == (YESAN_AMOUNT_HAS_VALUE | YESAN_AMOUNT_HAS_WON | YESAN_AMOUNT_GROUPED));

  amount = read("(x-) 5,196,358", 0, YESAN_UNIT_THOUSAND_WON);
  EXPECT(amount.part_kind == YESAN_PART_NONE && strcmp(amount.part_label, "x") == 0);
  EXPECT(amount.won == 5196358000 && (amount.present & YESAN_AMOUNT_HAS_PART) == 0);

  amount = read("(x 1,234) 5,000", 0, YESAN_UNIT_THOUSAND_WON);
  EXPECT(amount.part_kind == YESAN_PART_STATED && amount.part_won == 1234000);

  amount = read("99.862", 0, YESAN_UNIT_NONE);
  EXPECT(amount.fault == YESAN_FAULT_POINT_FOR_COMMA && amount.likely.lo == 99862);
  amount = read("99.862", YESAN_READ_FRACTIONS, YESAN_UNIT_NONE);
  EXPECT(amount.fault == YESAN_FAULT_NONE && amount.value.scale == 3);
  EXPECT((amount.present & YESAN_AMOUNT_HAS_WON) == 0);

  /* 금1,000원(금이천원): the words are another amount than the digits. */
  amount = read(
      "\xEA\xB8\x88"
      "1,000\xEC\x9B\x90(\xEA\xB8\x88\xEC\x9D\xB4\xEC\xB2\x9C\xEC\x9B\x90)",
      0, YESAN_UNIT_NONE);
  EXPECT(amount.fault == YESAN_FAULT_WORDS_DIFFER && amount.won == 1000);

  amount = read("-", 0, YESAN_UNIT_NONE);
  EXPECT(amount.kind == YESAN_AMOUNT_DASH && amount.present == 0);
  amount = read("", 0, YESAN_UNIT_NONE);
  EXPECT(amount.kind == YESAN_AMOUNT_BLANK);
  amount = read("\xEC\x88\x9C\xEC\xA6\x9D", 0, YESAN_UNIT_NONE);
  EXPECT(amount.kind == YESAN_AMOUNT_WORD && amount.word == YESAN_WORD_PURE_INCREASE);

  amount.won = 7;
  EXPECT_REFUSED(
      yesan_amount_parse(TEXT("35,498,8000"), YESAN_READ_REFUSE_FAULTS, 0, &amount, &error_),
      YESAN_E_WRONG_GROUPING);
  EXPECT_REFUSED(yesan_amount_parse(TEXT("abc"), 0, 0, &amount, &error_), YESAN_E_SYNTAX);
  EXPECT_REFUSED(yesan_amount_parse(TEXT("1\xFF"), 0, 0, &amount, &error_), YESAN_E_INVALID_UTF8);
  EXPECT_REFUSED(yesan_amount_parse(TEXT("1"), 8, 0, &amount, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_amount_parse(TEXT("1"), 0, YESAN_UNIT_PERCENT, &amount, &error_),
                 YESAN_E_WRONG_UNIT);
  EXPECT_REFUSED(yesan_amount_parse(TEXT("1"), 0, 77, &amount, &error_), YESAN_E_INVALID_ARGUMENT);
  amount.struct_size = 8;
  EXPECT_REFUSED(yesan_amount_parse(TEXT("1"), 0, 0, &amount, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT(amount.won == 7);
}

static void columns_of_cells(void) {
  const char bytes[] = "1,234-x5,0";
  const int64_t offsets[5] = {0, 5, 6, 6, 10};
  const int64_t good[4] = {0, 5, 6, 6};
  const int64_t falling[3] = {5, 0, 6};
  yesan_text_column texts;
  yesan_amount_columns columns;
  int64_t won[4] = {7, 7, 7, 7};
  int32_t kind[4] = {7, 7, 7, 7}, statuses[4] = {7, 7, 7, 7};
  texts.bytes = bytes;
  texts.offsets = good;
  memset(&columns, 0, sizeof columns);
  columns.struct_size = sizeof columns;
  columns.won = won;
  columns.kind = kind;
  EXPECT_OK(yesan_amounts_parse(3, &texts, 0, YESAN_UNIT_THOUSAND_WON, &columns, &error_));
  EXPECT(won[0] == 1234000 && won[1] == 0 && won[2] == 0 && won[3] == 7);
  EXPECT(kind[0] == YESAN_AMOUNT_VALUE && kind[1] == YESAN_AMOUNT_DASH);
  EXPECT(kind[2] == YESAN_AMOUNT_BLANK);

  texts.offsets = offsets;
  won[0] = 7;
  EXPECT_REFUSED(yesan_amounts_parse(4, &texts, 0, 0, &columns, &error_), YESAN_E_SYNTAX);
  EXPECT(error_.row == 3 && won[0] == 7);
  EXPECT_OK(yesan_amounts_check(4, &texts, 0, 0, statuses, &error_));
  EXPECT(statuses[0] == 0 && statuses[3] == YESAN_E_SYNTAX);
  texts.offsets = falling;
  EXPECT_REFUSED(yesan_amounts_check(2, &texts, 0, 0, statuses, &error_), YESAN_E_INVALID_ARGUMENT);
  columns.reserved = 1;
  EXPECT_REFUSED(yesan_amounts_parse(0, NULL, 0, 0, &columns, &error_), YESAN_E_INVALID_ARGUMENT);
}

static void printing(void) {
  yesan_amount_format format = {
      sizeof(yesan_amount_format), YESAN_UNIT_THOUSAND_WON, 0,
      YESAN_ROUNDING_UNNECESSARY,  YESAN_SIGN_TRIANGLE,     YESAN_PRINT_UNIT};
  const int64_t amounts[2] = {4066896000, -5000};
  const yesan_decimal rate = {(uint64_t)-217356, -1, 4, 0};
  int64_t offsets[3] = {9, 9, 9};
  int32_t statuses[2] = {7, 7};
  yesan_text_out texts;
  char text[64];
  uint64_t length = 0;
  EXPECT_OK(yesan_money_format(-1129462, NULL, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length,
              "\xCE\x94"
              "1,129,462");
  EXPECT_OK(yesan_money_format(4066896000, &format, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length, "4,066,896\xEC\xB2\x9C\xEC\x9B\x90");
  EXPECT_REFUSED(yesan_money_format(1234, &format, text, sizeof text, &length, &error_),
                 YESAN_E_INEXACT);
  format.minus = YESAN_SIGN_PLUS;
  EXPECT_REFUSED(yesan_money_format(1000, &format, text, sizeof text, &length, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  format.minus = YESAN_SIGN_TRIANGLE;

  EXPECT_OK(yesan_money_format_mixed(34836900000000, YESAN_SIGN_DELTA, text, sizeof text, &length,
                                     &error_));
  EXPECT_TEXT(text, length, "34\xEC\xA1\xB0 8,369\xEC\x96\xB5\xEC\x9B\x90");
  EXPECT_REFUSED(yesan_money_format_mixed(1, 0, text, sizeof text, &length, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  EXPECT_OK(yesan_number_format(&rate, NULL, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length,
              "\xCE\x94"
              "21.7356");
  format.rounding = YESAN_ROUNDING_HALF_UP;
  format.flags = 0;
  EXPECT_OK(yesan_number_format(&rate, &format, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length,
              "\xE2\x96\xB3"
              "22");
  format.digits = 39;
  EXPECT_REFUSED(yesan_number_format(&rate, &format, text, sizeof text, &length, &error_),
                 YESAN_E_OUT_OF_RANGE);
  format.digits = 0;

  memset(&texts, 0, sizeof texts);
  EXPECT_OK(yesan_amounts_format(2, amounts, &format, &texts, &error_));
  EXPECT(texts.bytes_length == 9 + 4);
  texts.offsets = offsets;
  texts.bytes = text;
  texts.bytes_capacity = 4;
  EXPECT_REFUSED(yesan_amounts_format(2, amounts, &format, &texts, &error_),
                 YESAN_E_BUFFER_TOO_SMALL);
  EXPECT(offsets[0] == 9);
  texts.bytes_capacity = sizeof text;
  EXPECT_OK(yesan_amounts_format(2, amounts, &format, &texts, &error_));
  EXPECT(offsets[0] == 0 && offsets[1] == 9 && offsets[2] == 13);
  EXPECT(memcmp(text,
                "4,066,896\xE2\x96\xB3"
                "5",
                13) == 0);
  format.rounding = YESAN_ROUNDING_UNNECESSARY;
  format.unit = YESAN_UNIT_MILLION_WON;
  EXPECT_OK(yesan_amounts_format_check(2, amounts, &format, statuses, &error_));
  EXPECT(statuses[0] == YESAN_E_INEXACT && statuses[1] == YESAN_E_INEXACT);
  EXPECT_REFUSED(yesan_amounts_format_check(2, NULL, &format, statuses, &error_),
                 YESAN_E_INVALID_ARGUMENT);
}

static void words(void) {
  const char written[] =
      "\xEC\x9D\xBC\xEC\x8B\xAD\xEC\x9D\xBC\xEB\xA7\x8C\xEC\x82\xBC\xEC\xB2\x9C\xEC\x98\xA4\xEB\xB0"
      "\xB1"
      "\xEC\x9C\xA1\xEC\x8B\xAD"; /* 일십일만삼천오백육십 */
  yesan_decimal number = {113560, 0, 0, 0};
  const yesan_decimal negative = {(uint64_t)-1, -1, 0, 0};
  char text[128];
  uint64_t length = 0;
  int32_t canonical = 7;
  int64_t figures = 7, in_words = 7;
  EXPECT_OK(yesan_words_format(&number, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length, written);
  EXPECT_REFUSED(yesan_words_format(&negative, text, sizeof text, &length, &error_),
                 YESAN_E_OUT_OF_RANGE);
  number.lo = 0;
  EXPECT_OK(yesan_words_parse(TEXT(written), &number, &canonical, &error_));
  EXPECT(number.lo == 113560 && canonical == 1);
  EXPECT_REFUSED(yesan_words_parse(TEXT("12"), &number, NULL, &error_), YESAN_E_SYNTAX);
  EXPECT_OK(yesan_formal_format(113560, text, sizeof text, &length, &error_));
  EXPECT_REFUSED(yesan_formal_format(-1, text, sizeof text, &length, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_formal_parse(text, length, &figures, &in_words, &error_));
  EXPECT(figures == 113560 && in_words == 113560);
  EXPECT_REFUSED(yesan_formal_parse(TEXT("113,560"), &figures, &in_words, &error_), YESAN_E_SYNTAX);
}

int main(void) {
  single_cells();
  columns_of_cells();
  printing();
  words();
  return DONE();
}
