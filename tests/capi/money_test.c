#include "expect.h"

static void sums(void) {
  const int64_t amounts[3] = {INT64_MAX, INT64_MAX, INT64_MIN};
  yesan_decimal sum = {7, 0, 0, 0};
  int64_t total = 7;
  EXPECT_OK(yesan_money_sum(2, amounts, &sum, &error_));
  EXPECT(sum.lo == 0xFFFFFFFFFFFFFFFEu && sum.hi == 0 && sum.scale == 0);
  EXPECT_REFUSED(yesan_money_sum(2, NULL, &sum, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_money_sum(0, NULL, &sum, &error_));
  EXPECT(sum.lo == 0);
  EXPECT_OK(yesan_money_total(3, amounts, &total, &error_));
  EXPECT(total == INT64_MAX - 1);
  EXPECT_REFUSED(yesan_money_total(2, amounts, &total, &error_), YESAN_E_OVERFLOW);
  EXPECT(total == INT64_MAX - 1);
}

static void roundings(void) {
  int64_t amount = 7;
  yesan_decimal percent = {7, 0, 0, 0};
  EXPECT_OK(yesan_money_round(1234567, 1000, YESAN_ROUNDING_DOWN, &amount, &error_));
  EXPECT(amount == 1234000);
  EXPECT_REFUSED(yesan_money_round(1234567, 0, YESAN_ROUNDING_DOWN, &amount, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_REFUSED(yesan_money_round(1234567, 10, YESAN_ROUNDING_UNNECESSARY, &amount, &error_),
                 YESAN_E_INEXACT);
  EXPECT_REFUSED(yesan_money_round(1234567, 10, -1, &amount, &error_), YESAN_E_INVALID_ARGUMENT);
  EXPECT_OK(yesan_money_muldiv(264663000, 4, 12, YESAN_ROUNDING_HALF_UP, &amount, &error_));
  EXPECT(amount == 88221000);
  EXPECT_REFUSED(yesan_money_muldiv(1, 1, 0, YESAN_ROUNDING_HALF_UP, &amount, &error_),
                 YESAN_E_DIVISION_BY_ZERO);
  EXPECT_OK(
      yesan_money_change_percent(5196358, 4066896, 0, YESAN_ROUNDING_HALF_UP, &percent, &error_));
  EXPECT(percent.lo == (uint64_t)-22 && percent.hi == -1);
  EXPECT_REFUSED(
      yesan_money_change_percent(0, 4066896, 0, YESAN_ROUNDING_HALF_UP, &percent, &error_),
      YESAN_E_DIVISION_BY_ZERO);
  EXPECT(percent.lo == (uint64_t)-22);
}

static void shares(void) {
  int64_t weights[3] = {1, 1, 1};
  int64_t out[3] = {7, 7, 7};
  EXPECT_OK(yesan_money_allocate(100, 1, 3, weights, out, &error_));
  EXPECT(out[0] == 34 && out[1] == 33 && out[2] == 33);
  EXPECT_OK(yesan_money_allocate(10000, 1000, 3, weights, weights, &error_));
  EXPECT(weights[0] == 4000 && weights[1] == 3000 && weights[2] == 3000);
  weights[1] = -1;
  EXPECT_REFUSED(yesan_money_allocate(100, 1, 3, weights, out, &error_), YESAN_E_OUT_OF_RANGE);
  EXPECT(error_.row == 1 && out[0] == 34);
  EXPECT_REFUSED(yesan_money_allocate(100, 1, 0, weights, out, &error_), YESAN_E_INVALID_ARGUMENT);
}

int main(void) {
  sums();
  roundings();
  shares();
  return DONE();
}
