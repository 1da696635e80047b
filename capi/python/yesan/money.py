"""Exact decimals and amounts of money. Decimals are decimal.Decimal; amounts are whole won as int."""

import ctypes
import dataclasses
import decimal
from typing import FrozenSet, List, Optional, Sequence, Tuple, Union

from . import _abi
from ._columns import (Table, decimal_in, decimal_out, decimals_in, ints_in, numbers_out, texts_in,
                       texts_out, _column)
from ._library import call, text_in, text_out, whole
from .numbers import (AmountFault, AmountKind, AmountWord, DecimalsOperation, PartKind, Rounding, Sign,
                      Unit, roundings_of)

Number = Union[int, str, decimal.Decimal]
_ref = ctypes.byref


def _decimal(name, *arguments) -> decimal.Decimal:
    out = _abi.yesan_decimal()
    call(name, *arguments, _ref(out))
    return decimal_out(out)


def _won(name, *arguments) -> int:
    out = ctypes.c_int64()
    call(name, *arguments, _ref(out))
    return out.value


def parse_decimal(text: str) -> decimal.Decimal:
    """`-12.50`, plain digits only.

    >>> import yesan
    >>> yesan.parse_decimal("-12.50")
    Decimal('-12.50')
    """
    return _decimal("yesan_decimal_parse", *text_in(text))


def format_decimal(number: Number) -> str:
    """Plain digits with every decimal that the number carries.

    >>> import yesan
    >>> yesan.format_decimal("4066896.0")
    '4066896.0'
    """
    return text_out("yesan_decimal_format", _ref(decimal_in(number)))


def add(a: Number, b: Number) -> decimal.Decimal:
    """a + b, exactly.

    >>> import yesan
    >>> yesan.add("0.1", "0.2")
    Decimal('0.3')
    """
    return _decimal("yesan_decimal_add", _ref(decimal_in(a)), _ref(decimal_in(b)))


def subtract(a: Number, b: Number) -> decimal.Decimal:
    """a − b, exactly.

    >>> import yesan
    >>> yesan.subtract(1, "0.90")
    Decimal('0.10')
    """
    return _decimal("yesan_decimal_subtract", _ref(decimal_in(a)), _ref(decimal_in(b)))


def multiply(a: Number, b: Number) -> decimal.Decimal:
    """a × b, exactly.

    >>> import yesan
    >>> yesan.multiply("1.10", 3)
    Decimal('3.30')
    """
    return _decimal("yesan_decimal_multiply", _ref(decimal_in(a)), _ref(decimal_in(b)))


def divide(a: Number, b: Number, scale: int, rounding: Rounding) -> decimal.Decimal:
    """a ÷ b with `scale` decimals, rounded once.

    >>> import yesan
    >>> yesan.divide(2, 3, 4, yesan.Rounding.HALF_UP)
    Decimal('0.6667')
    """
    return _decimal("yesan_decimal_divide", _ref(decimal_in(a)), _ref(decimal_in(b)), scale, rounding)


def muldiv(a: Number, b: Number, c: Number, scale: int, rounding: Rounding) -> decimal.Decimal:
    """a × b ÷ c with `scale` decimals, rounded once.

    >>> import yesan
    >>> yesan.muldiv(1160800, 4, 12, 0, yesan.Rounding.DOWN)
    Decimal('386933')
    """
    return _decimal("yesan_decimal_muldiv", _ref(decimal_in(a)), _ref(decimal_in(b)),
                    _ref(decimal_in(c)), scale, rounding)


def round_decimal(a: Number, scale: int, rounding: Rounding) -> decimal.Decimal:
    """a with exactly `scale` decimals.

    >>> import yesan
    >>> yesan.round_decimal("2.5", 0, yesan.Rounding.HALF_EVEN)
    Decimal('2')
    """
    return _decimal("yesan_decimal_round", _ref(decimal_in(a)), scale, rounding)


def compare(a: Number, b: Number) -> int:
    """−1, 0 or 1, by value.

    >>> import yesan
    >>> yesan.compare("1.10", "1.1")
    0
    """
    out = ctypes.c_int32()
    call("yesan_decimal_compare", _ref(decimal_in(a)), _ref(decimal_in(b)), _ref(out))
    return out.value


def compare_columns(a: Sequence[Number], b: Sequence[Number]):
    """compare on every row.

    >>> import yesan
    >>> [int(row) for row in yesan.compare_columns([1, 2], [1, 3])]
    [0, -1]
    """
    if len(a) != len(b):
        raise ValueError("the columns have different lengths")
    out = (ctypes.c_int32 * len(a))()
    call("yesan_decimals_compare", len(a), decimals_in(a), decimals_in(b), out)
    return numbers_out(out, len(a))


def _columns_in(a, b, c):
    columns = [None if column is None else decimals_in(column) for column in (a, b, c)]
    if any(column is not None and len(column) != len(columns[0]) for column in columns[1:]):
        raise ValueError("the columns have different lengths")
    return columns


def compute(operation: DecimalsOperation, a: Sequence[Number], b: Optional[Sequence[Number]] = None,
            c: Optional[Sequence[Number]] = None, scale: int = 0,
            rounding: int = 0) -> List[decimal.Decimal]:
    """One operation on every row of columns; all rows or none.

    >>> import yesan
    >>> yesan.compute(yesan.DecimalsOperation.MULTIPLY, ["1.5", 2], [2, 3])
    [Decimal('3.0'), Decimal('6')]
    """
    columns = _columns_in(a, b, c)
    out = (_abi.yesan_decimal * len(a))()
    call("yesan_decimals_compute", operation, len(a), *columns, scale, rounding, out)
    return [decimal_out(value) for value in out]


def compute_check(operation: DecimalsOperation, a: Sequence[Number],
                  b: Optional[Sequence[Number]] = None, c: Optional[Sequence[Number]] = None,
                  scale: int = 0, rounding: int = 0):
    """The status that each row of compute would have, 0 where it would not be refused.

    >>> import yesan
    >>> [int(row) for row in yesan.compute_check(yesan.DecimalsOperation.DIVIDE, [1, 1], [3, 0], scale=2, rounding=yesan.Rounding.HALF_UP)]
    [0, 15]
    """
    columns = _columns_in(a, b, c)
    out = (ctypes.c_int32 * len(a))()
    call("yesan_decimals_check", operation, len(a), *columns, scale, rounding, out)
    return numbers_out(out, len(a))


def sum_decimals(values: Sequence[Number]) -> decimal.Decimal:
    """The exact sum of a column.

    >>> import yesan
    >>> yesan.sum_decimals(["0.1", "0.2"])
    Decimal('0.3')
    """
    return _decimal("yesan_decimals_sum", len(values), decimals_in(values))


def sum_amounts(amounts: Sequence[int]) -> decimal.Decimal:
    """The exact sum of a column of amounts, however large.

    >>> import yesan
    >>> yesan.sum_amounts([9_000_000_000_000_000_000, 9_000_000_000_000_000_000])
    Decimal('18000000000000000000')
    """
    pointer, keep = ints_in(ctypes.c_int64, amounts, "amounts")
    return _decimal("yesan_money_sum", len(amounts), pointer)


def total(amounts: Sequence[int]) -> int:
    """The sum of a column of amounts as an amount.

    >>> import yesan
    >>> yesan.total([1667294000, 368682000])
    2035976000
    """
    pointer, keep = ints_in(ctypes.c_int64, amounts, "amounts")
    return _won("yesan_money_total", len(amounts), pointer)


def _int64(value: int) -> int:
    number = whole(value, "amount")  # a float is none
    if not -(1 << 63) <= number < 1 << 63:
        raise OverflowError(f"{number} is beyond the range of an amount")
    return number


def round_amount(amount: int, unit: int, rounding: Rounding) -> int:
    """An amount to a whole multiple of `unit` won, still in won.

    >>> import yesan
    >>> yesan.round_amount(264662400, 1000, yesan.Rounding.UP)
    264663000
    """
    return _won("yesan_money_round", _int64(amount), _int64(unit), rounding)


def muldiv_amount(amount: int, multiplier: int, divisor: int, rounding: Rounding) -> int:
    """amount × multiplier ÷ divisor in whole won, rounded once.

    >>> import yesan
    >>> yesan.muldiv_amount(1000, 1, 3, yesan.Rounding.HALF_UP)
    333
    """
    return _won("yesan_money_muldiv", _int64(amount), _int64(multiplier), _int64(divisor), rounding)


def allocate(amount: int, weights: Sequence[int], unit: int = 1) -> List[int]:
    """Shares an amount out by the largest remainder; the shares add up to it exactly.

    >>> import yesan
    >>> yesan.allocate(100, [1, 1, 1])
    [34, 33, 33]
    """
    pointer, keep = ints_in(ctypes.c_int64, weights, "weights")
    out = (ctypes.c_int64 * len(weights))()
    call("yesan_money_allocate", _int64(amount), _int64(unit), len(weights), pointer, out)
    return list(out)


def change_percent(prior: int, current: int, digits: int, rounding: Rounding) -> decimal.Decimal:
    """The rate of change (증감률) in percent, rounded once.

    >>> import yesan
    >>> yesan.change_percent(5196358000, 4066896000, 1, yesan.Rounding.HALF_UP)
    Decimal('-21.7')
    """
    return _decimal("yesan_money_change_percent", _int64(prior), _int64(current), digits, rounding)


def _modes(name, *arguments) -> FrozenSet[Rounding]:
    out = ctypes.c_uint32()
    call(name, *arguments, _ref(out))
    return roundings_of(out.value)


def quotient_roundings(numerator: Number, denominator: Number, printed: Number) -> FrozenSet[Rounding]:
    """The roundings that make `printed` of numerator ÷ denominator.

    >>> import yesan
    >>> sorted(mode.name for mode in yesan.quotient_roundings(2, 3, "0.66"))
    ['DOWN', 'FLOOR']
    """
    return _modes("yesan_quotient_roundings", *[_ref(decimal_in(n)) for n in (numerator, denominator, printed)])


def percent_roundings(numerator: Number, denominator: Number, printed: Number) -> FrozenSet[Rounding]:
    """The same for numerator × 100 ÷ denominator.

    >>> import yesan
    >>> sorted(mode.name for mode in yesan.percent_roundings(1, 3, 34))
    ['CEILING', 'UP']
    """
    return _modes("yesan_percent_roundings", *[_ref(decimal_in(n)) for n in (numerator, denominator, printed)])


def change_roundings(prior: Number, current: Number, printed: Number) -> FrozenSet[Rounding]:
    """The same for the rate of change.

    >>> import yesan
    >>> sorted(mode.name for mode in yesan.change_roundings(5196358, 4066896, -22))
    ['FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UP']
    """
    return _modes("yesan_change_roundings", *[_ref(decimal_in(n)) for n in (prior, current, printed)])


def unit_roundings(exact: Number, unit: int, printed: Number) -> FrozenSet[Rounding]:
    """The same for an exact value printed in units of `unit`.

    >>> import yesan
    >>> sorted(mode.name for mode in yesan.unit_roundings(264662400, 1000, 264663))
    ['CEILING', 'UP']
    """
    return _modes("yesan_unit_roundings", _ref(decimal_in(exact)), _int64(unit), _ref(decimal_in(printed)))


@dataclasses.dataclass(frozen=True)
class Amount:
    """A cell read. None is absent, which is not zero."""

    kind: AmountKind
    word: AmountWord
    fault: AmountFault
    sign: Sign
    unit: Unit
    value: Optional[decimal.Decimal]
    likely: Optional[decimal.Decimal]
    likely_unit: Unit
    won: Optional[int]
    part_kind: PartKind
    part_label: str
    part: Optional[decimal.Decimal]
    part_unit: Unit
    part_won: Optional[int]
    grouped: bool
    mixed: bool
    won_written: bool


def _flags(fractions, negative_parentheses, refuse_faults):
    return (_abi.YESAN_READ_FRACTIONS * bool(fractions) |
            _abi.YESAN_READ_NEGATIVE_PARENTHESES * bool(negative_parentheses) |
            _abi.YESAN_READ_REFUSE_FAULTS * bool(refuse_faults))


def parse_amount(text: str, default_unit: Unit = Unit.NONE, *, fractions: bool = False,
                 negative_parentheses: bool = False, refuse_faults: bool = False) -> Amount:
    """Reads one cell: `Δ1,129,462`, `(x-) 5,196,358`, `34조 8,369억원`, `-`, `순증`.

    >>> import yesan
    >>> yesan.parse_amount("(x-) Δ1,129,462", yesan.Unit.THOUSAND_WON).won
    -1129462000
    """
    out = _abi.yesan_amount(struct_size=ctypes.sizeof(_abi.yesan_amount))
    call("yesan_amount_parse", *text_in(text), _flags(fractions, negative_parentheses, refuse_faults),
         default_unit, _ref(out))

    def has(bit, value):
        return value if out.present & bit else None
    return Amount(
        AmountKind(out.kind), AmountWord(out.word), AmountFault(out.fault), Sign(out.sign), Unit(out.unit),
        has(_abi.YESAN_AMOUNT_HAS_VALUE, decimal_out(out.value)),
        has(_abi.YESAN_AMOUNT_HAS_VALUE, decimal_out(out.likely)), Unit(out.likely_unit),
        has(_abi.YESAN_AMOUNT_HAS_WON, out.won), PartKind(out.part_kind), out.part_label.decode("utf-8"),
        has(_abi.YESAN_AMOUNT_HAS_PART, decimal_out(out.part)), Unit(out.part_unit),
        has(_abi.YESAN_AMOUNT_HAS_PART_WON, out.part_won), bool(out.present & _abi.YESAN_AMOUNT_GROUPED),
        bool(out.present & _abi.YESAN_AMOUNT_MIXED), bool(out.present & _abi.YESAN_AMOUNT_WON_WRITTEN))


def parse_amounts(texts: Sequence[str], default_unit: Unit = Unit.NONE, *, fractions: bool = False,
                  negative_parentheses: bool = False, refuse_faults: bool = False) -> Table:
    """Reads a column of cells into columns; `present` says which figures hold (YESAN_AMOUNT_HAS_*).

    >>> import yesan
    >>> [int(row) for row in yesan.parse_amounts(["4,066,896", "-"], yesan.Unit.THOUSAND_WON).won]
    [4066896000, 0]
    """
    count = len(texts)
    column, keep = texts_in(texts)
    out = _abi.yesan_amount_columns(struct_size=ctypes.sizeof(_abi.yesan_amount_columns))
    arrays = {}
    for name, kind in out._fields_:
        if hasattr(kind, "contents"):
            arrays[name] = (kind._type_ * count)()
            setattr(out, name, ctypes.cast(arrays[name], kind))
    call("yesan_amounts_parse", count, _ref(column),
         _flags(fractions, negative_parentheses, refuse_faults), default_unit, _ref(out))
    return Table({name: _column(array._type_, array, count) for name, array in arrays.items()}, count)


def parse_amounts_check(texts: Sequence[str], default_unit: Unit = Unit.NONE, *, fractions: bool = False,
                        negative_parentheses: bool = False, refuse_faults: bool = False):
    """The status that each row of parse_amounts would have.

    >>> import yesan
    >>> list(yesan.parse_amounts_check(["1,000", "1,0x0"])) == [0, yesan.E_SYNTAX]
    True
    """
    column, keep = texts_in(texts)
    out = (ctypes.c_int32 * len(texts))()
    call("yesan_amounts_check", len(texts), _ref(column),
         _flags(fractions, negative_parentheses, refuse_faults), default_unit, out)
    return numbers_out(out, len(texts))


def _format(unit, digits, rounding, minus, grouped, write_unit):
    flags = (0 if grouped else _abi.YESAN_PRINT_PLAIN) | (_abi.YESAN_PRINT_UNIT if write_unit else 0)
    return _abi.yesan_amount_format(ctypes.sizeof(_abi.yesan_amount_format), unit, digits, rounding, minus, flags)


def format_amount(amount: int, unit: Unit = Unit.WON, digits: int = 0,
                  rounding: Rounding = Rounding.UNNECESSARY, *, minus: Sign = Sign.DELTA,
                  grouped: bool = True, write_unit: bool = False) -> str:
    """An amount of won in the unit of a table: `4,066,896천원`.

    >>> import yesan
    >>> yesan.format_amount(4066896000, yesan.Unit.THOUSAND_WON, write_unit=True)
    '4,066,896천원'
    """
    return text_out("yesan_money_format", _int64(amount),
                    _ref(_format(unit, digits, rounding, minus, grouped, write_unit)))


def format_number(number: Number, unit: Unit = Unit.NONE, digits: int = 0,
                  rounding: Rounding = Rounding.UNNECESSARY, *, minus: Sign = Sign.DELTA,
                  grouped: bool = True, write_unit: bool = False) -> str:
    """A number as it stands; the unit is only written behind it: `28.75%`.

    >>> import yesan
    >>> yesan.format_number("28.75", yesan.Unit.PERCENT, 2, write_unit=True)
    '28.75%'
    """
    return text_out("yesan_number_format", _ref(decimal_in(number)),
                    _ref(_format(unit, digits, rounding, minus, grouped, write_unit)))


def format_amounts(amounts: Sequence[int], unit: Unit = Unit.WON, digits: int = 0,
                   rounding: Rounding = Rounding.UNNECESSARY, *, minus: Sign = Sign.DELTA,
                   grouped: bool = True, write_unit: bool = False) -> List[str]:
    """format_amount on every row.

    >>> import yesan
    >>> yesan.format_amounts([-1129462000, 0], yesan.Unit.THOUSAND_WON)
    ['Δ1,129,462', '0']
    """
    pointer, keep = ints_in(ctypes.c_int64, amounts, "amounts")
    form = _format(unit, digits, rounding, minus, grouped, write_unit)
    out = _abi.yesan_text_out()
    call("yesan_amounts_format", len(amounts), pointer, _ref(form), _ref(out))
    raw = ctypes.create_string_buffer(max(1, out.bytes_length))
    offsets = (ctypes.c_int64 * (len(amounts) + 1))()
    out.offsets = offsets
    out.bytes = ctypes.cast(raw, ctypes.POINTER(ctypes.c_char))
    out.bytes_capacity = len(raw)
    call("yesan_amounts_format", len(amounts), pointer, _ref(form), _ref(out))
    return texts_out(offsets, raw.raw, len(amounts))


def format_amounts_check(amounts: Sequence[int], unit: Unit = Unit.WON, digits: int = 0,
                         rounding: Rounding = Rounding.UNNECESSARY):
    """The status that each row of format_amounts would have.

    >>> import yesan
    >>> list(yesan.format_amounts_check([1000, 1], yesan.Unit.THOUSAND_WON)) == [0, yesan.E_INEXACT]
    True
    """
    pointer, keep = ints_in(ctypes.c_int64, amounts, "amounts")
    out = (ctypes.c_int32 * len(amounts))()
    call("yesan_amounts_format_check", len(amounts), pointer,
         _ref(_format(unit, digits, rounding, Sign.DELTA, True, False)), out)
    return numbers_out(out, len(amounts))


def format_mixed(amount: int, minus: Sign = Sign.DELTA) -> str:
    """`34조 8,369억원`.

    >>> import yesan
    >>> yesan.format_mixed(34_836_900_000_000)
    '34조 8,369억원'
    """
    return text_out("yesan_money_format_mixed", _int64(amount), minus)


def words(number: Number) -> str:
    """A whole number in Korean words: `일십일만삼천오백육십`.

    >>> import yesan
    >>> yesan.words(113560)
    '일십일만삼천오백육십'
    """
    return text_out("yesan_words_format", _ref(decimal_in(number)))


def parse_words(text: str) -> Tuple[decimal.Decimal, bool]:
    """The number, and whether words() would write the same.

    >>> import yesan
    >>> yesan.parse_words("일십일만삼천오백육십")
    (Decimal('113560'), True)
    """
    canonical = ctypes.c_int32()
    out = _abi.yesan_decimal()
    call("yesan_words_parse", *text_in(text), _ref(out), _ref(canonical))
    return decimal_out(out), bool(canonical.value)


def formal(amount: int) -> str:
    """`금113,560원(금일십일만삼천오백육십원)`.

    >>> import yesan
    >>> yesan.formal(113560)
    '금113,560원(금일십일만삼천오백육십원)'
    """
    return text_out("yesan_formal_format", _int64(amount))


def parse_formal(text: str) -> Tuple[int, int]:
    """What the figures say and what the words say, in won.

    >>> import yesan
    >>> yesan.parse_formal("금113,560원(금일십일만삼천오백육십원)")
    (113560, 113560)
    """
    figures, in_words = ctypes.c_int64(), ctypes.c_int64()
    call("yesan_formal_parse", *text_in(text), _ref(figures), _ref(in_words))
    return figures.value, in_words.value
