#include "expect.h"

/* A refusal is written into the caller's struct, in the caller's language, and nothing else is. */
static void the_error_is_the_callers(void) {
  yesan_error error = YESAN_ERROR_INIT;
  yesan_error untouched = YESAN_ERROR_INIT;
  yesan_decimal out = {7, 0, 0, 0};
  EXPECT(yesan_decimal_parse(TEXT("12,5"), &out, &error) == YESAN_E_SYNTAX);
  EXPECT(error.code == YESAN_E_SYNTAX && error.row == -1 && error.line == 1 && error.column == 3);
  EXPECT(error.offset == 2 && error.present == 0 && error.rule[0] != 0);
  EXPECT(error.struct_size == 512 && error.language == YESAN_LANGUAGE_KOREAN);
  EXPECT(out.lo == 7);
  EXPECT((unsigned char)error.message[0] >= 0x80);

  error.language = YESAN_LANGUAGE_ENGLISH;
  EXPECT(yesan_decimal_parse(TEXT("12,5"), &out, &error) == YESAN_E_SYNTAX);
  EXPECT((unsigned char)error.message[0] < 0x80);

  EXPECT(yesan_decimal_parse(TEXT("12.5"), &out, &untouched) == YESAN_OK);
  {
    const yesan_error fresh = YESAN_ERROR_INIT;
    EXPECT(memcmp(&fresh, &untouched, sizeof fresh) == 0);
  }
  EXPECT(yesan_decimal_parse(TEXT("x"), &out, NULL) == YESAN_E_SYNTAX);
}

static void an_unusable_error_struct_is_refused_and_left_alone(void) {
  yesan_error error = YESAN_ERROR_INIT;
  yesan_decimal out = {7, 0, 0, 0};
  error.struct_size = 100;
  EXPECT(yesan_decimal_parse(TEXT("12.5"), &out, &error) == YESAN_E_INVALID_ARGUMENT);
  EXPECT(error.code == 0 && out.lo == 7);
  error.struct_size = sizeof error;
  error.language = 2;
  EXPECT(yesan_decimal_parse(TEXT("12.5"), &out, &error) == YESAN_E_INVALID_ARGUMENT);
  EXPECT(out.lo == 7);
}

static void invalid_utf8_is_named_by_its_offset(void) {
  yesan_decimal out = {7, 0, 0, 0};
  EXPECT_REFUSED(yesan_decimal_parse("12\n\xEA\xB0\x80\xFF", 7, &out, &error_),
                 YESAN_E_INVALID_UTF8);
  EXPECT(error_.offset == 6 && error_.line == 2 && error_.column == 2);
}

static void texts_are_sized_by_two_calls(void) {
  const yesan_decimal number = {1250, 0, 2, 0};
  char text[8] = "unused!";
  uint64_t length = 99;
  EXPECT_OK(yesan_decimal_format(&number, NULL, 0, &length, &error_));
  EXPECT(length == 5);
  length = 99;
  EXPECT_REFUSED(yesan_decimal_format(&number, text, 4, &length, &error_),
                 YESAN_E_BUFFER_TOO_SMALL);
  EXPECT(error_.asked == 5 && error_.available == 4 && error_.present == 3);
  EXPECT(length == 99 && strcmp(text, "unused!") == 0);
  EXPECT_OK(yesan_decimal_format(&number, text, 5, &length, &error_));
  EXPECT(length == 5 && memcmp(text, "12.50d!", 7) == 0);
  EXPECT_OK(yesan_decimal_format(&number, text, 6, &length, &error_));
  EXPECT(strcmp(text, "12.50") == 0);
}

int main(void) {
  EXPECT(yesan_abi_version() == YESAN_ABI_VERSION);
  EXPECT(strcmp(yesan_version(), "0.1.0") == 0);
  EXPECT(strcmp(yesan_status_name(YESAN_OK), "ok") == 0);
  EXPECT(strcmp(yesan_status_name(YESAN_E_WRONG_GROUPING), "wrong_grouping") == 0);
  EXPECT(strcmp(yesan_status_name(9999), "unknown") == 0);
  the_error_is_the_callers();
  an_unusable_error_struct_is_refused_and_left_alone();
  invalid_utf8_is_named_by_its_offset();
  texts_are_sized_by_two_calls();
  return DONE();
}
