"""Days and periods. Days are datetime.date."""

import ctypes
import dataclasses
import datetime
from typing import Optional, Tuple

from . import _abi
from ._library import call, date_of, days_of, text_in, text_out
from .numbers import Ending, Granularity, PeriodKind, Recurrence, YearNaming

_ref = ctypes.byref


def parse_date(text: str, anchor_year: int = 0) -> datetime.date:
    """`2012.03.15`, `18.08.23`, `2012년 3월 15일`.

    >>> import yesan
    >>> yesan.parse_date("2012.03.15")
    datetime.date(2012, 3, 15)
    """
    out = ctypes.c_int32()
    call("yesan_date_parse", *text_in(text), anchor_year, _ref(out))
    return date_of(out.value)


def format_date(day: datetime.date) -> str:
    """`2012-03-15`.

    >>> import yesan
    >>> import datetime
    >>> yesan.format_date(datetime.date(2012, 3, 15))
    '2012-03-15'
    """
    return text_out("yesan_date_format", days_of(day))


def fiscal_year_days(year: int, first_month: int = 1,
                     naming: YearNaming = YearNaming.BY_FIRST_DAY) -> Tuple[datetime.date, datetime.date]:
    """First and last day of a fiscal year; both belong to it.

    >>> import yesan
    >>> yesan.fiscal_year_days(2021)
    (datetime.date(2021, 1, 1), datetime.date(2021, 12, 31))
    """
    first, last = ctypes.c_int32(), ctypes.c_int32()
    call("yesan_fiscal_year_days", year, first_month, naming, _ref(first), _ref(last))
    return date_of(first.value), date_of(last.value)


@dataclasses.dataclass(frozen=True)
class Period:
    """A period, closed: `first` and `last` belong to it. None is not printed, or open (see `ending`)."""

    kind: PeriodKind
    ending: Ending
    first: Optional[datetime.date]
    last: Optional[datetime.date]
    first_granularity: Granularity
    last_granularity: Granularity
    recurrence: Recurrence
    length: Optional[Tuple[int, str]]
    length_holds: Optional[bool]
    noted: Optional[Tuple[datetime.date, datetime.date]]
    exclusion_count: int
    revision_count: int
    backwards: bool
    months: int


def parse_period(text: str, fiscal_year: int = 0, first_month: int = 1) -> Period:
    """`2021.02~2021.12`, `2012.08.23~현재`, `연례반복`; `3~11월` with a fiscal year.

    >>> import yesan
    >>> yesan.parse_period("2021.02~2021.12").last
    datetime.date(2021, 12, 31)
    """
    out = _abi.yesan_period(struct_size=ctypes.sizeof(_abi.yesan_period))
    call("yesan_period_parse", *text_in(text), fiscal_year, first_month, _ref(out))
    has = out.present.__and__
    long = bool(has(_abi.YESAN_PERIOD_HAS_LENGTH))
    unit = {1: "days", 2: "months", 3: "years"}.get(out.length_unit, "")
    return Period(
        PeriodKind(out.kind), Ending(out.ending),
        date_of(out.first_day) if has(_abi.YESAN_PERIOD_HAS_FIRST) else None,
        date_of(out.last_day) if has(_abi.YESAN_PERIOD_HAS_LAST) else None,
        Granularity(out.first_granularity), Granularity(out.last_granularity), Recurrence(out.recurrence),
        (out.length_count, unit) if long else None,
        bool(has(_abi.YESAN_PERIOD_LENGTH_HOLDS)) if long else None,
        (date_of(out.noted_first_day), date_of(out.noted_last_day))
        if has(_abi.YESAN_PERIOD_HAS_NOTED) else None,
        out.exclusion_count, out.revision_count, bool(has(_abi.YESAN_PERIOD_BACKWARDS)), out.months)


def canonical_period(text: str, fiscal_year: int = 0, first_month: int = 1) -> str:
    """`2021.1~12월까지` -> `2021.01~2021.12`.

    >>> import yesan
    >>> yesan.canonical_period("2021.1~12월까지")
    '2021.01~2021.12'
    """
    return text_out("yesan_period_canonical", *text_in(text), fiscal_year, first_month)


def format_period(first: datetime.date, last: datetime.date,
                  granularity: Granularity = Granularity.DAY) -> str:
    """`2021.02~2021.12`.

    >>> import yesan
    >>> import datetime
    >>> yesan.format_period(datetime.date(2021, 2, 1), datetime.date(2021, 12, 31), yesan.Granularity.MONTH)
    '2021.02~2021.12'
    """
    return text_out("yesan_period_format", days_of(first), days_of(last), granularity)
