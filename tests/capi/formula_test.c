#include "expect.h"

static yesan_formula evaluate(const char* text, uint32_t side) {
  yesan_formula formula;
  memset(&formula, 0, sizeof formula);
  formula.struct_size = sizeof formula;
  EXPECT_OK(
      yesan_formula_evaluate(text, strlen(text), side, YESAN_UNIT_THOUSAND_WON, &formula, &error_));
  return formula;
}

static void verdicts(void) {
  yesan_formula formula = evaluate(
      "1,160,800\xEC\x9B\x90 X 19\xEB\xAA\x85 X 12\xEC\x9B\x94 = 264,663\xEC\xB2\x9C\xEC\x9B\x90",
      0);
  EXPECT(formula.kind == YESAN_FORMULA_EXPRESSION && formula.side_count == 1);
  EXPECT(formula.numerator.lo == 264662400 && formula.denominator.lo == 1);
  EXPECT(formula.verdict == YESAN_VERDICT_EXACT_AFTER_ROUNDING && formula.rounded_to == 1000);
  EXPECT(formula.roundings == (1u << YESAN_ROUNDING_UP | 1u << YESAN_ROUNDING_CEILING));
  EXPECT(formula.stated.lo == 264663 && formula.stated_unit == YESAN_UNIT_THOUSAND_WON);
  EXPECT(formula.difference_numerator.lo == 600);

  /* Nothing is rounded before it must be: a twelfth has no decimal. */
  formula = evaluate("1,000\xEC\x9B\x90 X 1/12\xEC\x9B\x94", 0);
  EXPECT(formula.verdict == YESAN_VERDICT_NOTHING_STATED);
  EXPECT(formula.present == YESAN_FORMULA_HAS_VALUE);
  {
    int32_t order = 7;
    yesan_decimal twelve = {12, 0, 0, 0}, left;
    EXPECT_OK(yesan_decimal_multiply(&formula.numerator, &twelve, &left, &error_));
    EXPECT_OK(yesan_decimal_divide(&left, &formula.denominator, 0, YESAN_ROUNDING_UNNECESSARY,
                                   &left, &error_));
    twelve.lo = 1000;
    EXPECT_OK(yesan_decimal_compare(&left, &twelve, &order, &error_));
    EXPECT(order == 0);
  }

  formula = evaluate("151,000,000 = 151,000\xEC\xB2\x9C\xEC\x9B\x90", 0);
  EXPECT((formula.present & YESAN_FORMULA_LACKS_WON) != 0);
  EXPECT(formula.verdict == YESAN_VERDICT_EXACT && formula.roundings == 127);
  formula = evaluate("\xE2\x97\x8B \xEC\x9D\xB8\xEA\xB1\xB4\xEB\xB9\x84", 0);
  EXPECT(formula.kind == YESAN_FORMULA_LABEL && formula.label_offset == 4);
  EXPECT(formula.present == 0 && formula.verdict == YESAN_VERDICT_NOT_ARITHMETIC);
}

static void refusals(void) {
  yesan_formula formula;
  memset(&formula, 0, sizeof formula);
  formula.struct_size = sizeof formula;
  EXPECT_REFUSED(yesan_formula_evaluate(TEXT("35,498,8000\xEC\x9B\x90 X 2"), 0,
                                        YESAN_UNIT_THOUSAND_WON, &formula, &error_),
                 YESAN_E_WRONG_GROUPING);
  EXPECT(error_.line == 1 && error_.column == 1);
  EXPECT_REFUSED(yesan_formula_evaluate(TEXT("5\xEB\xAA\x85 X 3\xED\x9A\x8C"), 0,
                                        YESAN_UNIT_THOUSAND_WON, &formula, &error_),
                 YESAN_E_WRONG_UNIT);
  EXPECT_REFUSED(yesan_formula_evaluate(TEXT("1 X 2"), 1, YESAN_UNIT_WON, &formula, &error_),
                 YESAN_E_OUT_OF_RANGE);
  EXPECT_REFUSED(yesan_formula_evaluate(TEXT("1 X 2"), 0, YESAN_UNIT_NONE, &formula, &error_),
                 YESAN_E_WRONG_UNIT);
  formula.reserved = 1;
  EXPECT_REFUSED(yesan_formula_evaluate(TEXT("1 X 2"), 0, YESAN_UNIT_WON, &formula, &error_),
                 YESAN_E_INVALID_ARGUMENT);
}

static void rows(void) {
  const char pair[] =
      "\xEA\xB2\xBD\xEC\xA0\x95 2,863,100 X 31\xEC\x9D\xB8 X 12\xEC\x9B\x94 = 1,065,073,000 / "
      "\xEA\xB8\xB0\xEC\xA0\x95 2,262,300 X 31\xEC\x9D\xB8 X 12\xEC\x9B\x94 = 841,576,000";
  const yesan_formula prior = evaluate(pair, 1);
  int64_t amount = 7;
  EXPECT(prior.side_count == 2 && prior.role == YESAN_ROLE_PRIOR);
  EXPECT_OK(yesan_formula_row_amount(TEXT(pair), YESAN_ROUNDING_HALF_UP, 1000,
                                     YESAN_UNIT_THOUSAND_WON, &amount, &error_));
  EXPECT(amount == 223497000);
  EXPECT_REFUSED(yesan_formula_row_amount(TEXT(pair), YESAN_ROUNDING_UNNECESSARY, 1000,
                                          YESAN_UNIT_THOUSAND_WON, &amount, &error_),
                 YESAN_E_INEXACT);
  EXPECT_REFUSED(
      yesan_formula_row_amount(TEXT(pair), 9, 1000, YESAN_UNIT_THOUSAND_WON, &amount, &error_),
      YESAN_E_INVALID_ARGUMENT);
  EXPECT(amount == 223497000);
}

int main(void) {
  verdicts();
  refusals();
  rows();
  return DONE();
}
