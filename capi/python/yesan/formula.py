"""Formulas of a cost basis (산출근거), computed exactly."""

import ctypes
import dataclasses
import decimal
import fractions
from typing import FrozenSet, Optional

from . import _abi
from ._columns import decimal_out
from ._library import call, text_in
from .numbers import FormulaKind, FormulaRole, Rounding, Unit, Verdict, roundings_of

_ref = ctypes.byref


@dataclasses.dataclass(frozen=True)
class Formula:
    """One side of a line, held against its first stated result."""

    kind: FormulaKind
    role: FormulaRole
    side_count: int
    label: str
    expression: str
    value: Optional[fractions.Fraction]  #: In won, exactly; None without an expression.
    stated: Optional[decimal.Decimal]    #: In `stated_unit`.
    stated_unit: Unit
    stated_count: int
    unit_assumed: bool
    lacks_won: bool
    verdict: Verdict
    roundings: FrozenSet[Rounding]
    rounded_to: int
    difference: fractions.Fraction       #: Stated − exact, in won.


def evaluate_formula(text: str, side: int = 0, column_unit: Unit = Unit.THOUSAND_WON) -> Formula:
    """`1,160,800원 X 19명 X 12월 = 264,663천원`: 264,662,400 won, exact after rounding up.

    >>> import yesan
    >>> yesan.evaluate_formula("1,160,800원 X 19명 X 12월 = 264,663천원").value
    Fraction(264662400, 1)
    >>> yesan.evaluate_formula("1,160,800원 X 19명 X 12월 = 264,663천원").verdict.name
    'EXACT_AFTER_ROUNDING'
    """
    raw, length = text_in(text)
    out = _abi.yesan_formula(struct_size=ctypes.sizeof(_abi.yesan_formula))
    call("yesan_formula_evaluate", raw, length, side, column_unit, _ref(out))

    def span(offset, size):
        return raw[offset:offset + size].decode("utf-8")

    def fraction(numerator, denominator):
        return fractions.Fraction(decimal_out(numerator)) / fractions.Fraction(decimal_out(denominator))
    return Formula(
        FormulaKind(out.kind), FormulaRole(out.role), out.side_count,
        span(out.label_offset, out.label_length), span(out.expression_offset, out.expression_length),
        fraction(out.numerator, out.denominator) if out.present & _abi.YESAN_FORMULA_HAS_VALUE else None,
        decimal_out(out.stated) if out.present & _abi.YESAN_FORMULA_HAS_STATED else None,
        Unit(out.stated_unit), out.stated_count, bool(out.present & _abi.YESAN_FORMULA_UNIT_ASSUMED),
        bool(out.present & _abi.YESAN_FORMULA_LACKS_WON), Verdict(out.verdict), roundings_of(out.roundings),
        out.rounded_to, fraction(out.difference_numerator, out.difference_denominator))


def row_amount(text: str, rounding: Rounding, unit: int = 1000,
               column_unit: Unit = Unit.THOUSAND_WON) -> int:
    """The amount of the row in won; of a pair 경정 − 기정, each rounded first.

    >>> import yesan
    >>> yesan.row_amount("1,160,800원 X 19명 X 12월", yesan.Rounding.UP)
    264663000
    """
    out = ctypes.c_int64()
    call("yesan_formula_row_amount", *text_in(text), rounding, unit, column_unit, _ref(out))
    return out.value
