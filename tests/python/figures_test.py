"""Money, days and formulas through ctypes."""

import datetime
import decimal
import fractions
import unittest

import yesan
from yesan import Rounding, Sign, Unit

D = decimal.Decimal


class Money(unittest.TestCase):
    def test_decimals_keep_every_digit_both_ways(self):
        for text in ("0", "-0.050", "12.50", "9" * 38, "-" + "9" * 38, "0." + "0" * 37 + "1"):
            self.assertEqual(str(yesan.format_decimal(yesan.parse_decimal(text))), text)
        self.assertEqual(yesan.add("1.25", D("1.3")), D("2.55"))
        self.assertEqual(yesan.subtract(1, "0.1"), D("0.9"))
        self.assertEqual(yesan.multiply("1.20", 3).as_tuple(), D("3.60").as_tuple())
        self.assertEqual(yesan.divide(2, 3, 4, Rounding.HALF_UP), D("0.6667"))
        self.assertEqual(yesan.muldiv(264663000, 4, 12, 0, Rounding.UNNECESSARY), 88221000)
        self.assertEqual(yesan.round_decimal("2.345", 2, Rounding.HALF_EVEN), D("2.34"))
        self.assertEqual(yesan.compare("1.0", "1.00"), 0)
        self.assertEqual(yesan.sum_decimals(["1.5", 2, D("-0.25")]), D("3.25"))
        self.assertEqual(list(yesan.compare_columns([1, 2], [2, 2])), [-1, 0])

    def test_a_float_is_no_number(self):
        for call in (lambda: yesan.add(0.1, 1), lambda: yesan.round_amount(1.5, 1, Rounding.UP),
                     lambda: yesan.allocate(100, [0.5, 0.5]), lambda: yesan.compute(1, [0.1], [1])):
            self.assertRaises((TypeError, AttributeError), call)
        self.assertRaises(ValueError, yesan.add, D("NaN"), 1)

    def test_a_batch_is_refused_whole_and_names_its_row(self):
        with self.assertRaises(yesan.FigureError) as refused:
            yesan.compute(yesan.DecimalsOperation.DIVIDE, [1, 1], [2, 0], scale=2, rounding=Rounding.UP)
        self.assertEqual(refused.exception.code, yesan.E_DIVISION_BY_ZERO)
        self.assertEqual(refused.exception.row, 1)
        self.assertEqual(refused.exception.name, "division_by_zero")
        self.assertEqual(list(yesan.compute_check(yesan.DecimalsOperation.DIVIDE, [1, 1], [2, 0], scale=2)),
                         [0, yesan.E_DIVISION_BY_ZERO])

    def test_amounts_are_whole_won(self):
        self.assertEqual(yesan.total([1, 2, 3]), 6)
        self.assertEqual(yesan.sum_amounts([2**63 - 1] * 2), D(2**64 - 2))
        self.assertRaises(yesan.FigureError, yesan.total, [2**63 - 1] * 2)
        self.assertRaises(OverflowError, yesan.total, [2**63])
        self.assertEqual(yesan.round_amount(1234567, 1000, Rounding.DOWN), 1234000)
        self.assertEqual(yesan.muldiv_amount(1000, 1, 3, Rounding.DOWN), 333)
        self.assertEqual(yesan.allocate(100, [1, 1, 1]), [34, 33, 33])
        self.assertEqual(yesan.change_percent(5196358, 4066896, 0, Rounding.HALF_UP), -22)
        self.assertEqual(yesan.change_roundings(5196358, 4066896, -22),
                         {Rounding.UP, Rounding.FLOOR, Rounding.HALF_UP, Rounding.HALF_DOWN, Rounding.HALF_EVEN})
        self.assertEqual(yesan.unit_roundings(264662400, 1000, 264663), {Rounding.UP, Rounding.CEILING})
        self.assertEqual(len(yesan.quotient_roundings(1, 2, "0.5")), 7)
        self.assertEqual(yesan.percent_roundings(1, 3, "34"), {Rounding.UP, Rounding.CEILING})

    def test_numpy_columns_are_taken_as_they_are(self):
        try:
            import numpy
        except ImportError:
            self.skipTest("NumPy is not here")
        self.assertEqual(yesan.total(numpy.arange(1000, dtype=numpy.int64)), 499500)
        self.assertEqual(yesan.total(numpy.arange(1000, dtype=numpy.int32)[::2]), 249500)
        self.assertRaises(TypeError, yesan.total, numpy.array([1.0]))
        self.assertRaises(OverflowError, yesan.total, numpy.array([2**64 - 1], dtype=numpy.uint64))

    def test_cells_as_documents_print_them(self):
        amount = yesan.parse_amount("(x 1,234) Δ5,000", Unit.THOUSAND_WON)
        self.assertEqual((amount.won, amount.part_won, amount.sign), (-5000000, 1234000, Sign.DELTA))
        self.assertIsNone(yesan.parse_amount("-").won)
        with self.assertRaises(yesan.FigureError) as refused:
            yesan.parse_amount("35,498,8000", refuse_faults=True)
        self.assertEqual(refused.exception.code, yesan.E_WRONG_GROUPING)
        self.assertEqual(refused.exception.line, 1)
        formal = yesan.parse_amount("금120,000,000원(금일억삼천만원)")
        self.assertEqual((formal.won, formal.fault), (120000000, yesan.AmountFault.WORDS_DIFFER))
        self.assertEqual(yesan.parse_amount("금120,000,000원(금일억이천만원)").fault, yesan.AmountFault.NONE)
        table = yesan.parse_amounts(["1,234", "-", "34조 8,369억원"], Unit.THOUSAND_WON)
        self.assertEqual(list(table.won), [1234000, 0, 34836900000000])
        self.assertEqual(list(table.kind), [yesan.AmountKind.VALUE, yesan.AmountKind.DASH, yesan.AmountKind.VALUE])
        self.assertEqual(list(yesan.parse_amounts_check(["1", "x"])), [0, yesan.E_SYNTAX])
        self.assertEqual(yesan.format_amounts([1000, -5000], Unit.THOUSAND_WON, minus=Sign.TRIANGLE), ["1", "△5"])
        self.assertEqual(list(yesan.format_amounts_check([1], Unit.THOUSAND_WON)), [yesan.E_INEXACT])
        self.assertEqual(yesan.format_amount(4066896000, Unit.THOUSAND_WON, write_unit=True), "4,066,896천원")
        self.assertEqual(yesan.format_number("28.75", Unit.PERCENT, write_unit=True), "28.75%")
        self.assertEqual(yesan.format_mixed(34836900000000), "34조 8,369억원")
        self.assertEqual(yesan.words(113560), "일십일만삼천오백육십")
        self.assertEqual(yesan.parse_words("십일만"), (D(110000), False))
        self.assertEqual(yesan.parse_formal(yesan.formal(4066896000)), (4066896000, 4066896000))

    def test_messages_come_in_the_language_asked_for(self):
        try:
            yesan.set_language(yesan.KOREAN)
            with self.assertRaisesRegex(yesan.YesanError, "[가-힣]"):
                yesan.parse_decimal("x")
        finally:
            yesan.set_language(yesan.ENGLISH)
        with self.assertRaisesRegex(yesan.YesanError, "^[^가-힣]*$"):
            yesan.parse_decimal("x")
        with self.assertRaises(yesan.MisuseError):
            yesan.divide(1, 2, 0, 8)
        with self.assertRaises(yesan.FigureError) as refused:
            yesan.parse_decimal("1\udcff")
        self.assertEqual((refused.exception.code, refused.exception.offset), (yesan.E_INVALID_UTF8, 1))


class Calendar(unittest.TestCase):
    def test_days_are_dates(self):
        self.assertEqual(yesan.parse_date("18.08.23"), datetime.date(2018, 8, 23))
        self.assertEqual(yesan.format_date(datetime.date(2021, 2, 28)), "2021-02-28")
        self.assertEqual(yesan.fiscal_year_days(2021, 4), (datetime.date(2021, 4, 1), datetime.date(2022, 3, 31)))
        self.assertRaises(yesan.FigureError, yesan.parse_date, "2021.02.30")

    def test_periods(self):
        period = yesan.parse_period("2021.02~2021.12", 2021)
        self.assertEqual((period.first, period.last, period.months),
                         (datetime.date(2021, 2, 1), datetime.date(2021, 12, 31), 11))
        self.assertIsNone(yesan.parse_period("2012.08.23~현재").last)
        self.assertEqual(yesan.parse_period("2026년 ~ 2028년(3년)").length, (3, "years"))
        self.assertEqual(yesan.canonical_period("2021.1~12월까지"), "2021.01~2021.12")
        self.assertEqual(yesan.format_period(period.first, period.last, yesan.Granularity.MONTH), "2021.02~2021.12")
        with self.assertRaises(yesan.FigureError) as refused:
            yesan.parse_period("12.08")
        self.assertEqual(refused.exception.rule, "period.ambiguous")


class Formulas(unittest.TestCase):
    def test_nothing_is_rounded_before_it_must_be(self):
        self.assertEqual(yesan.evaluate_formula("1,000원 X 1/12월").value, fractions.Fraction(1000, 12))
        formula = yesan.evaluate_formula("○ 보수 1,160,800원 X 19명 X 12월 = 264,663천원")
        self.assertEqual((formula.label, formula.value), ("보수", 264662400))
        self.assertEqual(formula.verdict, yesan.Verdict.EXACT_AFTER_ROUNDING)
        self.assertEqual((formula.roundings, formula.rounded_to), ({Rounding.UP, Rounding.CEILING}, 1000))
        self.assertEqual(formula.difference, 600)
        self.assertEqual(yesan.row_amount("1,160,800원 X 19명 X 12월", Rounding.HALF_UP), 264662000)
        self.assertRaises(yesan.FigureError, yesan.evaluate_formula, "5명 X 3회")


if __name__ == "__main__":
    unittest.main()
