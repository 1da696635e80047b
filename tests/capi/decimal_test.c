#include "expect.h"

static yesan_decimal dec(const char* text) {
  yesan_decimal out = {0, 0, 0, 0};
  EXPECT_OK(yesan_decimal_parse(text, strlen(text), &out, &error_));
  return out;
}

static int is(const yesan_decimal* decimal, const char* expected) {
  char text[48];
  uint64_t length = 0;
  EXPECT_OK(yesan_decimal_format(decimal, text, sizeof text, &length, &error_));
  return same(text, length, expected);
}

static void single_decimals(void) {
  const yesan_decimal a = dec("1.25"), b = dec("1.3"), c = dec("3"), zero = dec("0");
  const yesan_decimal wide = dec("99999999999999999999999999999999999999");
  const yesan_decimal bad = {0, 0, 39, 0}, reserved = {1, 0, 0, 1};
  yesan_decimal out = {7, 0, 0, 0};
  int32_t order = 9;
  EXPECT_OK(yesan_decimal_add(&a, &b, &out, &error_));
  EXPECT(is(&out, "2.55"));
  EXPECT_REFUSED(yesan_decimal_add(&wide, &c, &out, &error_), YESAN_E_OVERFLOW);
  EXPECT(is(&out, "2.55"));
  EXPECT_OK(yesan_decimal_subtract(&a, &b, &out, &error_));
  EXPECT(is(&out, "-0.05"));
  EXPECT_REFUSED(yesan_decimal_subtract(&a, &bad, &out, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_decimal_multiply(&a, &c, &out, &error_));
  EXPECT(is(&out, "3.75"));
  EXPECT_REFUSED(yesan_decimal_multiply(&wide, &wide, &out, &error_), YESAN_E_OVERFLOW);
  EXPECT_OK(yesan_decimal_divide(&a, &c, 4, YESAN_ROUNDING_HALF_UP, &out, &error_));
  EXPECT(is(&out, "0.4167"));
  EXPECT_REFUSED(yesan_decimal_divide(&a, &zero, 4, YESAN_ROUNDING_HALF_UP, &out, &error_),
                 YESAN_E_DIVISION_BY_ZERO);
  EXPECT_REFUSED(yesan_decimal_divide(&a, &c, 4, 8, &out, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_decimal_divide(&a, &c, 39, 0, &out, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_decimal_muldiv(&wide, &c, &wide, 2, YESAN_ROUNDING_UNNECESSARY, &out, &error_));
  EXPECT(is(&out, "3.00"));
  EXPECT_REFUSED(yesan_decimal_muldiv(&a, &a, &c, 0, YESAN_ROUNDING_UNNECESSARY, &out, &error_),
                 YESAN_E_INEXACT);
  EXPECT_OK(yesan_decimal_round(&a, 1, YESAN_ROUNDING_HALF_EVEN, &out, &error_));
  EXPECT(is(&out, "1.2"));
  EXPECT_REFUSED(yesan_decimal_round(&a, 1, YESAN_ROUNDING_UNNECESSARY, &out, &error_),
                 YESAN_E_INEXACT);
  EXPECT_OK(yesan_decimal_compare(&b, &a, &order, &error_));
  EXPECT(order == 1);
  EXPECT_REFUSED(yesan_decimal_compare(&a, &reserved, &order, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_decimal_compare(NULL, &a, &order, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT(order == 1);
}

static void reading_and_writing(void) {
  yesan_decimal out = {7, 0, 0, 0};
  const yesan_decimal bad = {0, INT64_MAX, 0, 0};
  char text[48];
  uint64_t length = 0;
  EXPECT_OK(yesan_decimal_parse(TEXT("-0.050"), &out, &error_));
  EXPECT(out.lo == (uint64_t)-50 && out.hi == -1 && out.scale == 3 && out.reserved == 0);
  EXPECT_REFUSED(yesan_decimal_parse(TEXT("1e5"), &out, &error_), YESAN_E_SYNTAX);
  EXPECT_REFUSED(yesan_decimal_parse(NULL, 3, &out, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_decimal_parse(NULL, 0, &out, &error_), YESAN_E_SYNTAX);
  EXPECT_REFUSED(yesan_decimal_parse(TEXT("1"), NULL, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_decimal_format(&out, text, sizeof text, &length, &error_));
  EXPECT_TEXT(text, length, "-0.050");
  EXPECT_REFUSED(yesan_decimal_format(&bad, text, sizeof text, &length, &error_), YESAN_E_OVERFLOW);
}

static void columns(void) {
  yesan_decimal a[3], b[3], c[3], out[3];
  int32_t statuses[3] = {-1, -1, -1}, orders[3];
  int i;
  for (i = 0; i < 3; ++i) {
    a[i] = dec("5196358");
    b[i] = dec("4066896");
    c[i] = dec("100");
    out[i] = dec("7");
  }
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_CHANGE_PERCENT, 3, a, b, NULL, 2,
                                   YESAN_ROUNDING_HALF_UP, out, &error_));
  EXPECT(is(&out[2], "-21.74"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_PERCENT, 3, b, a, NULL, 1, YESAN_ROUNDING_DOWN,
                                   out, &error_));
  EXPECT(is(&out[0], "78.2"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_MULDIV, 3, a, b, c, 0, YESAN_ROUNDING_UP, out,
                                   &error_));
  EXPECT(is(&out[1], "211330475648"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_ADD, 3, a, b, NULL, 0, 0, out, &error_));
  EXPECT(is(&out[1], "9263254"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_SUBTRACT, 3, out, b, NULL, 0, 0, out, &error_));
  EXPECT(is(&out[1], "5196358"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_MULTIPLY, 3, a, c, NULL, 0, 0, out, &error_));
  EXPECT(is(&out[1], "519635800"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_DIVIDE, 3, a, c, NULL, 2,
                                   YESAN_ROUNDING_UNNECESSARY, out, &error_));
  EXPECT(is(&out[1], "51963.58"));
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_ROUND, 3, out, NULL, NULL, 0,
                                   YESAN_ROUNDING_FLOOR, out, &error_));
  EXPECT(is(&out[1], "51963"));

  /* All or nothing: the second row is refused, and the first is not written. */
  c[1] = dec("0");
  EXPECT_REFUSED(yesan_decimals_compute(YESAN_DECIMALS_DIVIDE, 3, a, c, NULL, 2,
                                        YESAN_ROUNDING_HALF_UP, out, &error_),
                 YESAN_E_DIVISION_BY_ZERO);
  EXPECT(error_.row == 1 && is(&out[0], "51963"));
  EXPECT_OK(yesan_decimals_check(YESAN_DECIMALS_DIVIDE, 3, a, c, NULL, 2, YESAN_ROUNDING_HALF_UP,
                                 statuses, &error_));
  EXPECT(statuses[0] == 0 && statuses[1] == YESAN_E_DIVISION_BY_ZERO && statuses[2] == 0);
  EXPECT_REFUSED(yesan_decimals_check(9, 3, a, c, NULL, 0, 0, statuses, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_decimals_compute(YESAN_DECIMALS_ADD, 3, a, b, c, 0, 0, out, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_REFUSED(yesan_decimals_compute(YESAN_DECIMALS_ADD, 3, a, b, NULL, 2, 0, out, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_decimals_compute(YESAN_DECIMALS_ADD, 0, NULL, NULL, NULL, 0, 0, NULL, &error_));

  EXPECT_OK(yesan_decimals_sum(3, a, &out[0], &error_));
  EXPECT(is(&out[0], "15589074"));
  a[2].scale = -1;
  EXPECT_REFUSED(yesan_decimals_sum(3, a, &out[0], &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT(error_.row == 2);
  EXPECT_REFUSED(yesan_decimals_compare(3, a, b, orders, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_decimals_compare(2, a, b, orders, &error_));
  EXPECT(orders[0] == 1 && orders[1] == 1);
}

static void roundings_that_explain_a_figure(void) {
  const yesan_decimal prior = dec("5196358"), current = dec("4066896"), change = dec("-1129462");
  const yesan_decimal printed = dec("-22"), zero = dec("0"), bad = {0, 0, -1, 0};
  const uint32_t expected = 1u << YESAN_ROUNDING_UP | 1u << YESAN_ROUNDING_FLOOR |
                            1u << YESAN_ROUNDING_HALF_UP | 1u << YESAN_ROUNDING_HALF_DOWN |
                            1u << YESAN_ROUNDING_HALF_EVEN;
  const yesan_decimal exact = dec("264662400"), thousand = dec("264663");
  uint32_t modes = 9999;
  EXPECT_OK(yesan_change_roundings(&prior, &current, &printed, &modes, &error_));
  EXPECT(modes == expected);
  EXPECT_REFUSED(yesan_change_roundings(&prior, &bad, &printed, &modes, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_percent_roundings(&change, &prior, &printed, &modes, &error_));
  EXPECT(modes == expected);
  EXPECT_REFUSED(yesan_percent_roundings(&change, &prior, NULL, &modes, &error_),
                 YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_quotient_roundings(&prior, &zero, &printed, &modes, &error_));
  EXPECT(modes == 0);
  EXPECT_REFUSED(yesan_quotient_roundings(&bad, &zero, &printed, &modes, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_OK(yesan_unit_roundings(&exact, 1000, &thousand, &modes, &error_));
  EXPECT(modes == (1u << YESAN_ROUNDING_UP | 1u << YESAN_ROUNDING_CEILING));
  EXPECT_REFUSED(yesan_unit_roundings(&exact, 1000, &thousand, NULL, &error_),
                 YESAN_E_INVALID_ARGUMENT);
}

int main(void) {
  single_decimals();
  reading_and_writing();
  columns();
  roundings_that_explain_a_figure();
  return DONE();
}
