#include "expect.h"

static void days(void) {
  int32_t day = 7, year = 0, month = 0, of_month = 0, last = 7;
  char text[16];
  uint64_t length = 0;
  EXPECT_OK(yesan_date_make(2021, 1, 1, &day, &error_));
  EXPECT(day == 18628);
  EXPECT_REFUSED(yesan_date_make(2021, 2, 29, &day, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_date_split(day, &year, &month, &of_month, &error_));
  EXPECT(year == 2021 && month == 1 && of_month == 1);
  EXPECT_REFUSED(yesan_date_split(2932897, &year, NULL, NULL, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_date_parse(TEXT("18.08.23"), 2021, &day, &error_));
  EXPECT_OK(yesan_date_format(day, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length, "2018-08-23");
  EXPECT_REFUSED(yesan_date_format(INT32_MIN, text, sizeof text, &length, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_REFUSED(yesan_date_parse(TEXT("2021.02.30"), 0, &day, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_REFUSED(yesan_date_parse(TEXT("2021.02.03"), 60, &day, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_REFUSED(yesan_date_parse(TEXT("soon"), 0, &day, &error_), YESAN_E_SYNTAX);
  EXPECT_OK(yesan_fiscal_year_days(2021, 10, YESAN_NAMED_BY_LAST_DAY, &day, &last, &error_));
  EXPECT(last - day == 364);
  EXPECT_REFUSED(yesan_fiscal_year_days(2021, 13, YESAN_NAMED_BY_LAST_DAY, &day, &last, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_REFUSED(yesan_fiscal_year_days(2021, 1, 3, &day, &last, &error_),
                 YESAN_E_INVALID_ARGUMENT);
}

static void periods(void) {
  yesan_period period;
  char text[32];
  uint64_t length = 0;
  memset(&period, 0, sizeof period);
  period.struct_size = sizeof period;
  EXPECT_OK(yesan_period_parse(TEXT("2021.02~2021.12"), 2021, 1, &period, &error_));
  EXPECT(period.present == (YESAN_PERIOD_HAS_FIRST | YESAN_PERIOD_HAS_LAST));
  EXPECT(period.kind == YESAN_PERIOD_DATED && period.ending == YESAN_ENDING_GIVEN);
  EXPECT(period.first_day == 18628 + 31 && period.last_day == 18628 + 364 && period.months == 11);
  EXPECT_OK(
      yesan_period_parse(TEXT("2012.08.23~\xED\x98\x84\xEC\x9E\xAC"), 0, 1, &period, &error_));
  EXPECT(period.present == YESAN_PERIOD_HAS_FIRST && period.ending == YESAN_ENDING_NOW);
  EXPECT_OK(yesan_period_parse(TEXT("2021.12~2021.01"), 0, 1, &period, &error_));
  EXPECT((period.present & YESAN_PERIOD_BACKWARDS) != 0);

  period.kind = 77;
  EXPECT_REFUSED(yesan_period_parse(TEXT("12.08"), 0, 1, &period, &error_), YESAN_E_SYNTAX);
  EXPECT(strcmp(error_.rule, "period.ambiguous") == 0);
  EXPECT_REFUSED(yesan_period_parse(TEXT("3~11\xEC\x9B\x94"), 0, 1, &period, &error_),
                 YESAN_E_SYNTAX);
  EXPECT(strcmp(error_.rule, "period.needs_year") == 0 && period.kind == 77);
  EXPECT_REFUSED(yesan_period_parse(TEXT("2021"), 2021, 0, &period, &error_), YESAN_E_OUT_OF_RANGE);
  period.struct_size = 1;
  EXPECT_REFUSED(yesan_period_parse(TEXT("2021"), 2021, 1, &period, &error_),
                 YESAN_E_INVALID_ARGUMENT);

  EXPECT_OK(yesan_period_canonical(TEXT("2021.1~12\xEC\x9B\x94\xEA\xB9\x8C\xEC\xA7\x80"), 0, 1,
                                   text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length, "2021.01~2021.12");
  EXPECT_REFUSED(yesan_period_canonical(TEXT("?"), 0, 1, text, sizeof text, &length, &error_),
                 YESAN_E_SYNTAX);
  EXPECT_OK(yesan_period_format(18659, 18992, YESAN_GRANULARITY_MONTH, text, sizeof text, &length,
                                &error_));
  EXPECT_TEXT(text, length, "2021.02~2021.12");
  EXPECT_REFUSED(yesan_period_format(18659, 18992, YESAN_GRANULARITY_NONE, text, sizeof text,
                                     &length, &error_),
                 YESAN_E_INVALID_ARGUMENT);
}

int main(void) {
  days();
  periods();
  return DONE();
}
