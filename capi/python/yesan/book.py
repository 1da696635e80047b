"""A budget built by hand, figures as printed: programs, items, settlement rows, and what is wrong with them."""

import ctypes
from typing import Dict, Optional, Sequence

from . import _abi
from ._columns import Table, ints_in, numbers_out, table_out, texts_in
from ._library import Owned, call, text_in, text_out
from .numbers import SettlementColumn

_ref = ctypes.byref


def _text(text, keep, name):
    raw, length = text_in(text, name)
    buffer = ctypes.create_string_buffer(raw, length + 1)
    keep.append(buffer)
    return _abi.yesan_text(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)), length)


class PrintedBook(Owned):
    """Programs, items and settlement rows as documents print them, numbered from 0. Nothing is taken out once it is in. What
    is voted and spent, entry by entry, is for Book.

    >>> import yesan
    >>> with yesan.PrintedBook() as book:
    ...     program = book.add_program(2021, "마을공동체 종합지원센터 운영")
    ...     first = book.add_items(fiscal_year=[2021], program=[program], object_item=["307-05"],
    ...                            prior=[5196358000], current=[4066896000])
    ...     change = int(book.items().change[first])
    >>> program, change
    (0, -1129462000)
    """

    _destroy = "yesan_book_destroy"

    def __init__(self):
        self._handle = ctypes.c_void_p()
        call("yesan_book_create", _ref(self._handle))

    @staticmethod
    def _program(fiscal_year, name, code, bureau, department, period, keep):
        return _abi.yesan_program(ctypes.sizeof(_abi.yesan_program), fiscal_year, _text(name, keep, "name"),
                                  _text(code, keep, "code"), _text(bureau, keep, "bureau"),
                                  _text(department, keep, "department"), _text(period, keep, "period"))

    def add_program(self, fiscal_year: int, name: str, code: str = "", bureau: str = "", department: str = "",
                    period: str = "") -> int:
        """Adds a program with its first year and gives its number."""
        keep, out = [], ctypes.c_uint32()
        program = self._program(fiscal_year, name, code, bureau, department, period, keep)
        call("yesan_book_program_add", self._handle, _ref(program), _ref(out))
        return out.value

    def add_program_year(self, program: int, fiscal_year: int, name: str, code: str = "", bureau: str = "",
                         department: str = "", period: str = "") -> None:
        """Adds another year to a program, which keeps its number."""
        keep = []
        year = self._program(fiscal_year, name, code, bureau, department, period, keep)
        call("yesan_book_program_year_add", self._handle, program, _ref(year))

    def find_program(self, name: str) -> int:
        """The first program of that name in some year; spaces and punctuation do not count."""
        out = ctypes.c_uint32()
        call("yesan_book_program_find", self._handle, *text_in(name, "name"), _ref(out))
        return out.value

    def program_name(self, program: int, fiscal_year: int) -> str:
        """Its name in a year, or in the last year before it that is known."""
        return text_out("yesan_book_program_name", self._handle, program, fiscal_year)

    @staticmethod
    def _count(columns):
        lengths = {len(column) for column in columns if column is not None}
        if len(lengths) != 1:
            raise ValueError("the columns have different lengths")
        return lengths.pop()

    def _items(self, fiscal_year, program, object_item, account, department, origin, prior, current, prior_part,
               current_part, present, keep):
        count = self._count([fiscal_year, program, object_item, account, department, origin, prior, current,
                             prior_part, current_part, present])

        def ints(ctype, values, name):
            pointer, array = ints_in(ctype, values, name)
            keep.append(array)
            return pointer

        def texts(values, name):
            column, array = texts_in(values, name)
            keep.append(array)
            return column
        return count, _abi.yesan_item_columns(
            ctypes.sizeof(_abi.yesan_item_columns), 0, ints(ctypes.c_int32, fiscal_year, "fiscal_year"),
            ints(ctypes.c_uint32, program, "program"), ints(ctypes.c_int32, origin, "origin"),
            ints(ctypes.c_uint32, present, "present"), ints(ctypes.c_int64, prior, "prior"),
            ints(ctypes.c_int64, current, "current"), ints(ctypes.c_int64, prior_part, "prior_part"),
            ints(ctypes.c_int64, current_part, "current_part"), texts(account, "account"),
            texts(department, "department"), texts(object_item, "object_item"))

    def add_items(self, fiscal_year: Sequence[int], program: Sequence[int],
                  object_item: Optional[Sequence[str]] = None, account: Optional[Sequence[str]] = None,
                  department: Optional[Sequence[str]] = None, origin: Optional[Sequence[int]] = None,
                  prior: Optional[Sequence[int]] = None, current: Optional[Sequence[int]] = None,
                  prior_part: Optional[Sequence[int]] = None, current_part: Optional[Sequence[int]] = None,
                  present: Optional[Sequence[int]] = None) -> int:
        """Adds items, all or none; gives the number of the first. `present` is a mask of YESAN_ITEM_*; without it every
        column that is given is stated."""
        keep, out = [], ctypes.c_uint32()
        count, columns = self._items(fiscal_year, program, object_item, account, department, origin, prior,
                                     current, prior_part, current_part, present, keep)
        call("yesan_book_items_add", self._handle, count, _ref(columns), _ref(out))
        return out.value

    def check_items(self, fiscal_year, program, object_item=None, account=None, department=None, origin=None,
                    prior=None, current=None, prior_part=None, current_part=None, present=None):
        """The status that each row of add_items would have; nothing is changed."""
        keep = []
        count, columns = self._items(fiscal_year, program, object_item, account, department, origin, prior,
                                     current, prior_part, current_part, present, keep)
        out = (ctypes.c_int32 * count)()
        call("yesan_book_items_check", self._handle, count, _ref(columns), out)
        return numbers_out(out, count)

    def items(self) -> Table:
        """The items as columns, row i being item i."""
        return table_out("yesan_book_items", _abi.yesan_item_table, self._handle)

    def _settlement(self, program, fiscal_year, totals, parts, total_present, part_present, part_none, keep):
        count = self._count([program, fiscal_year, total_present, part_present, part_none,
                             *(totals or {}).values(), *(parts or {}).values()])
        columns = _abi.yesan_settlement_columns(struct_size=ctypes.sizeof(_abi.yesan_settlement_columns))

        def put(name, ctype, values):
            pointer, array = ints_in(ctype, values, name)
            keep.append(array)
            if pointer is not None:
                setattr(columns, name, pointer)
        put("program", ctypes.c_uint32, program)
        put("fiscal_year", ctypes.c_int32, fiscal_year)
        put("total_present", ctypes.c_uint32, total_present)
        put("part_present", ctypes.c_uint32, part_present)
        put("part_none", ctypes.c_uint32, part_none)
        for field, given in ((columns.total, totals), (columns.part, parts)):
            for column, values in (given or {}).items():
                pointer, array = ints_in(ctypes.c_int64, values, SettlementColumn(column).name)
                keep.append(array)
                field[SettlementColumn(column) - 1] = pointer
        return count, columns

    def add_settlement(self, program: Sequence[int], fiscal_year: Sequence[int],
                       totals: Dict[SettlementColumn, Sequence[int]],
                       parts: Optional[Dict[SettlementColumn, Sequence[int]]] = None,
                       total_present: Optional[Sequence[int]] = None,
                       part_present: Optional[Sequence[int]] = None,
                       part_none: Optional[Sequence[int]] = None) -> int:
        """Adds settlement rows, all or none; gives the number of the first. Columns are keyed by SettlementColumn; bit
        1 << (column − 1) of a mask says that the column is stated in that row."""
        keep, out = [], ctypes.c_uint32()
        count, columns = self._settlement(program, fiscal_year, totals, parts, total_present, part_present,
                                          part_none, keep)
        call("yesan_book_settlement_add", self._handle, count, _ref(columns), _ref(out))
        return out.value

    def check_settlement(self, program, fiscal_year, totals, parts=None, total_present=None, part_present=None,
                         part_none=None):
        """The status that each row of add_settlement would have; nothing is changed."""
        keep = []
        count, columns = self._settlement(program, fiscal_year, totals, parts, total_present, part_present,
                                          part_none, keep)
        out = (ctypes.c_int32 * count)()
        call("yesan_book_settlement_check", self._handle, count, _ref(columns), out)
        return numbers_out(out, count)

    def settlement(self) -> Table:
        """The settlement rows; `total` and `part` are lists of nine columns."""
        rows = table_out("yesan_book_settlement", _abi.yesan_settlement_rows, self._handle)
        return rows

    def check(self) -> Table:
        """What does not hold, as findings."""
        return table_out("yesan_book_check", _abi.yesan_finding_table, self._handle)
