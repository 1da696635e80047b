"""A government's budget ledger: what is voted, moved, committed and spent, and what is left of it."""

import ctypes
import datetime
import os
from typing import Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple, Union

from . import _abi
from ._columns import Table, as_they_are, ints_in, numbers_out, table_out, texts_in
from ._library import Owned, call, days_of, text_in, text_out, whole
from .numbers import (AccountKind, AuthorizationKind, Durability, FundingSource, GroupBy, Policy, Purpose, Rounding,
                      SettlementColumn, Stage, StatutoryColumn, Tier, YearNaming)

_ref = ctypes.byref
_i32, _u32, _i64, _u64 = ctypes.c_int32, ctypes.c_uint32, ctypes.c_int64, ctypes.c_uint64

Day = Union[datetime.date, int]
Numbers = Union[int, Sequence[int]]  # one number for every row, or a column
Texts = Union[str, Sequence[str]]


class Receipt(NamedTuple):
    """What a batch became: entries first … first + count − 1. `repeated`: the key had been posted before, and nothing was
    changed."""

    first: int
    count: int
    repeated: bool


class Version(NamedTuple):
    """A version of a year's budget of one account; `number` is n of the n-th supplementary budget."""

    fiscal_year: int
    account: int
    stage: Stage
    number: int = 0


class RolloverPreview(NamedTuple):
    """What requests to carry money would do: `rows` has a status each. Book.rollover does it."""

    rows: Table
    ok: bool
    fiscal_year: int
    state: int
    requests: dict
    day: Day


def _is_column(values):
    return not isinstance(values, (str, bytes, bytearray)) and hasattr(values, "__len__")


class _Columns:
    """Columns of one length on their way into a struct, and what must live until the call is over."""

    def __init__(self, **columns):
        lengths = {name: len(column) for name, column in columns.items() if column is not None and _is_column(column)}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"the columns have different lengths: {lengths}")
        self.count = next(iter(lengths.values()), 1)
        self._columns = columns
        self._keep = []

    def is_absent(self, name):
        return self._columns[name] is None

    def ints(self, ctype, name):
        values = self._columns[name]
        if values is None:
            return None
        if not _is_column(values):
            values = [values] * self.count
        pointer, array = ints_in(ctype, values, name)
        self._keep.append(array)
        return pointer

    def days(self, name):
        values = self._columns[name]
        if not _is_column(values):
            values = [days_of(values, name)] * self.count
        elif hasattr(values, "dtype"):
            if values.dtype.kind == "M":
                values = values.astype("datetime64[D]").astype("int64")
        else:
            values = [days_of(value, name, i) for i, value in enumerate(values)]
        pointer, array = ints_in(_i32, values, name)
        self._keep.append(array)
        return pointer

    def texts(self, name):
        values = self._columns[name]
        if values is not None and not _is_column(values):
            if self.count == 0:
                text_in(values, name)  # no row needs it, and yet it has to be one
            values = [values] * self.count
        column, array = texts_in(values, name)
        self._keep.append(array)
        return column

    def text(self, value, name):
        if value == "":
            return _abi.yesan_text()
        raw, length = text_in(value, name)
        buffer = ctypes.create_string_buffer(raw, length + 1)
        self._keep.append(buffer)
        return _abi.yesan_text(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)), length)

    def keep(self, pointer_and_array):
        pointer, array = pointer_and_array
        self._keep.append(array)
        return pointer


# Empty structs, to be copied.
_RECEIPT = bytes(_abi.yesan_receipt(struct_size=ctypes.sizeof(_abi.yesan_receipt)))
_ENTRIES = bytes(_abi.yesan_entry_columns(struct_size=ctypes.sizeof(_abi.yesan_entry_columns)))
_ENTRY_COLUMNS = (("item", _u32), ("day", _i32), ("kind", _i32), ("amount", _i64), ("cause", _i32),
                  ("reference", _i64), ("group", _u32), ("source", _i32), ("authorization", _u32), ("actor", _u32))


def _receipt():
    return _abi.yesan_receipt.from_buffer_copy(_RECEIPT)


def _given(receipt):
    return Receipt(receipt.first, receipt.count, bool(receipt.repeated))


def _store(durability, busy_ms, actor):
    return _abi.yesan_store_options(struct_size=ctypes.sizeof(_abi.yesan_store_options), durability=durability,
                                    busy_ms=busy_ms if busy_ms else _abi.YESAN_BUSY_NOW, actor=actor)


def _sheet_names():
    return [column.name.lower() for column in SettlementColumn]


class Book(Owned):
    """One government's budgets and ledger. What is in it is numbered from 1; 0 is none. A fiscal year is closed by close_year; close
    frees the book. `policy` is one of Policy or a policy of your own as JSON.

    Columns are NumPy arrays (passed as they are when their type is the library's, which the methods name), other sequences,
    or one number for every row. Days are datetime.date or days since 1970-01-01. A refusal is a YesanError and changes
    nothing. What a rule of the ledger or of its policy refuses is a LedgerError with `row`, `available` and `asked`; what is
    not there (E_NOT_FOUND), is there already (E_DUPLICATE), or is a budget that does not add up (E_DOES_NOT_ADD_UP) is a
    BookError; an amount out of range is a FigureError, an argument that a method does not take a MisuseError. What is of
    another type, a number for a text or a truth value for an amount, is a TypeError that names the argument.

    >>> import datetime, yesan
    >>> book = yesan.Book("서울특별시", tier=yesan.Tier.METROPOLITAN)
    >>> general, office = book.add_account("일반회계"), book.add_department("지역공동체담당관")
    >>> program = 0
    >>> for rung in yesan.Rung:  # 분야, 부문, 정책사업, 단위사업, 세부사업
    ...     program = book.add_program(rung, program)
    >>> item = book.add_items(fiscal_year=2021, account=general, department=office, program=program,
    ...                       object_item="307-05", object_group="307")
    >>> vote = book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, datetime.date(2020, 12, 15), "제298회 정례회 의결")
    >>> new_year = datetime.date(2021, 1, 1)
    >>> book.adopt(2021, general, yesan.Stage.ORIGINAL, new_year, item=[item], amount=[4066896000],
    ...            authorization=vote)
    Receipt(first=1, count=1, repeated=False)
    >>> _ = book.post(item, new_year, yesan.EntryKind.ALLOT, 4066896000)
    >>> _ = book.post(item, new_year, yesan.EntryKind.COMMIT, 4000000000, actor=1)
    >>> try:
    ...     book.post(item, new_year, yesan.EntryKind.COMMIT, 66896001, actor=1)
    ... except yesan.LedgerError as refusal:
    ...     refusal.name, refusal.row, refusal.available, refusal.asked
    ('above_available', 0, 66896000, 66896001)
    >>> int(book.balances(yesan.GroupBy.ITEM).outstanding[0])
    4000000000
    """

    _destroy = "yesan_book_destroy"

    def __init__(self, government: str, policy: Union[Policy, str, bytes] = Policy.KOREAN,
                 tier: Tier = Tier.UNKNOWN, code: str = "", currency: str = "KRW", minor_digits: int = 0,
                 first_month: int = 1, year_naming: YearNaming = YearNaming.BY_FIRST_DAY):
        self._handle = ctypes.c_void_p()
        columns = _Columns()
        whose = self._whose(columns, government, policy, tier, code, currency, minor_digits, first_month, year_naming)
        call("yesan_ledger_create", _ref(whose), _ref(self._handle))

    @staticmethod
    def _whose(columns, government, policy, tier, code, currency, minor_digits, first_month, year_naming):
        own = b""
        if isinstance(policy, (str, bytes)):
            policy, own = Policy.OWN, policy
        return _abi.yesan_government(
            struct_size=ctypes.sizeof(_abi.yesan_government), policy=policy, tier=tier,
            minor_digits=minor_digits, first_month=first_month, year_naming=year_naming,
            name=columns.text(government, "government"), code=columns.text(code, "code"),
            currency=columns.text(currency, "currency"),
            policy_json=columns.text(own, "policy"))

    # ---- in a file ----

    @classmethod
    def create(cls, path: str, government: str, policy: Union[Policy, str, bytes] = Policy.KOREAN,
               tier: Tier = Tier.UNKNOWN, code: str = "", currency: str = "KRW", minor_digits: int = 0,
               first_month: int = 1, year_naming: YearNaming = YearNaming.BY_FIRST_DAY, *,
               durability: Durability = Durability.FULL, busy_ms: int = 5000, actor: int = 0) -> "Book":
        """A new book in a new file, readable by its owner alone. Every call that changes it is kept when it returns, or not
        done at all. What the file refuses is a StoreError: E_BUSY after `busy_ms`, E_IO, E_OUTCOME_UNKNOWN; a file that
        is there already is a BookError (E_DUPLICATE)."""
        book = cls.__new__(cls)
        book._handle = ctypes.c_void_p()
        columns = _Columns()
        whose = cls._whose(columns, government, policy, tier, code, currency, minor_digits, first_month, year_naming)
        call("yesan_store_create", *text_in(os.fspath(path), "path"), _ref(whose), _ref(_store(durability, busy_ms, actor)),
             _ref(book._handle))
        return book

    @classmethod
    def open(cls, path: str, read_only: bool = False, *, durability: Durability = Durability.FULL, busy_ms: int = 5000,
             actor: int = 0) -> "Book":
        """The book of a file: `with yesan.Book.open(path) as book: …`. A file that is not there is a BookError; one that is no
        book, of a later version or damaged is a StoreError."""
        book = cls.__new__(cls)
        book._handle = ctypes.c_void_p()
        call("yesan_store_open", *text_in(os.fspath(path), "path"), int(read_only), _ref(_store(durability, busy_ms, actor)),
             _ref(book._handle))
        return book

    def refresh(self) -> int:
        """Takes in what other processes wrote since, and gives how many batches that were."""
        out = _u64()
        call("yesan_store_refresh", self._handle, _ref(out))
        return out.value

    def head(self) -> str:
        """The last batch and its link in the chain, to be noted elsewhere: `128:9f86d081…`."""
        return text_out("yesan_store_head", self._handle)

    def verify_store(self, noted: str = "") -> Table:
        """Reads the whole file again: what was changed behind its back, and every identity that does not hold, as findings.
        `noted` is a head that was noted before. None: all is well."""
        return table_out("yesan_store_verify", _abi.yesan_finding_table, self._handle, *text_in(noted, "noted"))

    def backup(self, path: str) -> None:
        """Copies the file as it is now into a new one, while others may go on writing."""
        call("yesan_store_backup", self._handle, *text_in(os.fspath(path), "path"))

    def policy_json(self) -> str:
        """The policy of the book as JSON: change it, and give it to Book as `policy`."""
        return text_out("yesan_ledger_policy", self._handle)

    def counts(self) -> Dict[str, int]:
        """How many accounts, departments, programs, items, authorizations and entries there are."""
        out = _abi.yesan_ledger_counts(struct_size=ctypes.sizeof(_abi.yesan_ledger_counts))
        call("yesan_ledger_count", self._handle, _ref(out))
        return {name: getattr(out, name) for name, _ in out._fields_[2:]}

    # ---- accounts, departments, programs, items ----

    def _number(self, name, *arguments) -> int:
        out = _u32()
        call(name, self._handle, *arguments, _ref(out))
        return out.value

    def add_account(self, name: str, kind: AccountKind = AccountKind.GENERAL) -> int:
        """Adds an account (회계) and gives its number."""
        return self._number("yesan_ledger_account_add", kind, *text_in(name, "name"))

    def find_account(self, name: str) -> int:
        """The account of exactly that name."""
        return self._number("yesan_ledger_account_find", *text_in(name, "name"))

    def add_department(self, name: str) -> int:
        """Adds a department (부서) and gives its number."""
        return self._number("yesan_ledger_department_add", *text_in(name, "name"))

    def find_department(self, name: str) -> int:
        """The department of exactly that name."""
        return self._number("yesan_ledger_department_find", *text_in(name, "name"))

    def add_program(self, rung: int, parent: int = 0) -> int:
        """Adds a node of the program tree under a node of the next rung up, and gives its number; name_program names it."""
        return self._number("yesan_ledger_program_add", rung, parent)

    def name_program(self, program: int, fiscal_year: int, name: str, code: str = "") -> None:
        """Says what a node is called in a year, and by which code."""
        columns = _Columns()
        year = _abi.yesan_program(struct_size=ctypes.sizeof(_abi.yesan_program), fiscal_year=fiscal_year,
                                  name=columns.text(name, "name"), code=columns.text(code, "code"))
        call("yesan_ledger_program_year_add", self._handle, program, _ref(year))

    def rename_program(self, program: int, fiscal_year: int, name: str = "", code: str = "") -> None:
        """Says anew what a node is called in a year that it has, and by which code; what is empty stays as it was."""
        columns = _Columns()
        year = _abi.yesan_program(struct_size=ctypes.sizeof(_abi.yesan_program), fiscal_year=fiscal_year,
                                  name=columns.text(name, "name"), code=columns.text(code, "code"))
        call("yesan_ledger_program_year_amend", self._handle, program, _ref(year))

    def find_program(self, rung: int, fiscal_year: int, code: str) -> int:
        """The node of a rung that has the code in the year."""
        return self._number("yesan_ledger_program_find", rung, fiscal_year, *text_in(code, "code"))

    def accounts(self) -> Table:
        """The accounts: kind, name; row i is number i + 1."""
        return table_out("yesan_ledger_accounts", _abi.yesan_name_table, self._handle)

    def departments(self) -> Table:
        """The departments: name; row i is number i + 1."""
        return table_out("yesan_ledger_departments", _abi.yesan_name_table, self._handle)

    def programs(self, fiscal_year: int) -> Table:
        """The nodes of the tree: kind (Rung), parent, name and code in the year; row i is number i + 1."""
        return table_out("yesan_ledger_programs", _abi.yesan_name_table, self._handle, fiscal_year)

    @staticmethod
    def _items(columns):
        if columns.is_absent("object_item"):
            raise TypeError("object_item: a text or a column of texts was expected, not None")
        return _abi.yesan_ledger_item_columns(
            ctypes.sizeof(_abi.yesan_ledger_item_columns), 0, columns.ints(_i32, "fiscal_year"),
            columns.ints(_u32, "account"), columns.ints(_u32, "department"), columns.ints(_u32, "program"),
            columns.ints(_i32, "origin"), columns.ints(_u32, "revenue"), columns.texts("object_item"),
            columns.texts("object_group"))

    def add_items(self, fiscal_year: Numbers, account: Numbers, object_item: Texts,
                  department: Optional[Numbers] = None, program: Optional[Numbers] = None,
                  origin: Optional[Numbers] = None, revenue: Optional[Numbers] = None,
                  object_group: Optional[Texts] = None) -> int:
        """Adds budget items, or revenue items where `revenue` is 1, all or none; gives the number of the first, the others
        follow. int32: fiscal_year, origin; uint32: the others."""
        columns = _Columns(fiscal_year=fiscal_year, account=account, object_item=object_item, department=department,
                           program=program, origin=origin, revenue=revenue, object_group=object_group)
        return self._number("yesan_ledger_items_add", columns.count, _ref(self._items(columns)))

    def find_items(self, fiscal_year: Numbers, account: Numbers, object_item: Texts,
                   department: Optional[Numbers] = None, program: Optional[Numbers] = None,
                   origin: Optional[Numbers] = None, revenue: Optional[Numbers] = None):
        """The numbers of items by their keys; 0 where there is none."""
        columns = _Columns(fiscal_year=fiscal_year, account=account, object_item=object_item, department=department,
                           program=program, origin=origin, revenue=revenue, object_group=None)
        out = (_u32 * columns.count)()
        call("yesan_ledger_items_find", self._handle, columns.count, _ref(self._items(columns)), out)
        return numbers_out(out, columns.count)

    def items(self) -> Table:
        """The items as columns; row i is number i + 1."""
        return table_out("yesan_ledger_items", _abi.yesan_ledger_item_table, self._handle)

    # ---- authorizations and budgets ----

    def authorize(self, kind: AuthorizationKind, day: Day, document: str, limit: Optional[int] = None,
                  fiscal_year: int = 0, account: int = 0, program: int = 0, item: int = 0,
                  purpose: Purpose = Purpose.NONE, last_year: int = 0) -> int:
        """Adds a vote, decision or plan that entries lean on, and gives its number. What is 0 covers any."""
        columns = _Columns()
        authorization = _abi.yesan_authorization(
            struct_size=ctypes.sizeof(_abi.yesan_authorization), kind=kind, day=days_of(day),
            fiscal_year=fiscal_year, account=account, program=program, item=item, purpose=purpose,
            last_year=last_year, present=0 if limit is None else _abi.YESAN_AUTHORIZATION_HAS_LIMIT,
            limit=0 if limit is None else whole(limit, "limit"), document=columns.text(document, "document"))
        return self._number("yesan_ledger_authorization_add", _ref(authorization))

    def authorizations(self) -> Table:
        """The authorizations, row i being number i + 1: kind, day (days since 1970-01-01), what each covers (0: any),
        purpose, last_year, limit (−1: none), drawn, document."""
        return table_out("yesan_ledger_authorizations", _abi.yesan_authorization_table, self._handle)

    def drawn_on(self, authorization: int) -> int:
        """What entries drew on an authorization so far."""
        out = _i64()
        call("yesan_ledger_authorization_drawn", self._handle, authorization, _ref(out))
        return out.value

    @staticmethod
    def _budget(fiscal_year, account, stage, day, item, amount, number, authorization, actor, sources, totals,
                revenue_total, absorbs):
        columns = _Columns(item=item, amount=amount)
        source_columns = [list(column) for column in zip(*(sources or []))] or [[], [], []]
        total_rows = [(program, 0, total) for program, total in (totals or [])]
        if revenue_total is not None:
            total_rows.append((0, 1, revenue_total))
        total_columns = [list(column) for column in zip(*total_rows)] or [[], [], []]
        taken = list(absorbs or [])

        def put(ctype, values, name):
            return columns.keep(ints_in(ctype, values, name))
        budget = _abi.yesan_budget(
            struct_size=ctypes.sizeof(_abi.yesan_budget), fiscal_year=fiscal_year, account=account, stage=stage,
            number=number, day=days_of(day), authorization=authorization, actor=actor,
            line_count=columns.count, item=columns.ints(_u32, "item"), amount=columns.ints(_i64, "amount"),
            source_count=len(source_columns[0]), source_line=put(_u64, source_columns[0], "sources"),
            source=put(_i32, source_columns[1], "sources"), source_amount=put(_i64, source_columns[2], "sources"),
            total_count=len(total_rows), total_program=put(_u32, total_columns[0], "totals"),
            total_revenue=put(_u32, total_columns[1], "totals"), total_amount=put(_i64, total_columns[2], "totals"),
            absorb_count=len(taken), absorbs=put(_u32, taken, "absorbs"))
        return budget, columns

    def adopt(self, fiscal_year: int, account: int, stage: Stage, day: Day, item: Sequence[int],
              amount: Sequence[int], number: int = 0, authorization: int = 0, actor: int = 0,
              sources: Optional[Iterable[Tuple[int, int, int]]] = None,
              totals: Optional[Iterable[Tuple[int, int]]] = None, revenue_total: Optional[int] = None,
              absorbs: Optional[Sequence[int]] = None) -> Receipt:
        """Adopts a budget: lines of `item` (uint32) and `amount` (int64; of a supplementary budget the change).
        `sources`: (line, FundingSource, amount); `totals` that the document states: (node, amount), node 0 being the
        expenditure of the account; `absorbs`: pre-enactment spending that a supplementary budget takes in."""
        budget, columns = self._budget(fiscal_year, account, stage, day, item, amount, number, authorization, actor,
                                       sources, totals, revenue_total, absorbs)
        receipt = _receipt()
        call("yesan_ledger_budget_adopt", self._handle, _ref(budget), _ref(receipt))
        return _given(receipt)

    def check_budget(self, fiscal_year: int, account: int, stage: Stage, day: Day, item: Sequence[int],
                     amount: Sequence[int], number: int = 0, authorization: int = 0, actor: int = 0,
                     sources: Optional[Iterable[Tuple[int, int, int]]] = None,
                     totals: Optional[Iterable[Tuple[int, int]]] = None, revenue_total: Optional[int] = None,
                     absorbs: Optional[Sequence[int]] = None) -> None:
        """Refuses a budget that does not add up; changes nothing. Takes what adopt takes."""
        budget, columns = self._budget(fiscal_year, account, stage, day, item, amount, number, authorization, actor,
                                       sources, totals, revenue_total, absorbs)
        call("yesan_ledger_budget_check", self._handle, _ref(budget))

    def versions(self, account: int, fiscal_year: int) -> List[Version]:
        """The versions adopted for an account in a year, in order."""
        rows = table_out("yesan_ledger_versions", _abi.yesan_version_table, self._handle, account, fiscal_year)
        return [Version(fiscal_year, account, Stage(int(stage)), int(number))
                for stage, number in zip(rows.stage, rows.number)]

    def compare_versions(self, prior: Version, revised: Version) -> Table:
        """Two versions side by side: item, prior (기정액), change (증감), revised (경정액)."""
        one, other = [_abi.yesan_budget_version(ctypes.sizeof(_abi.yesan_budget_version), *version, 0)
                      for version in (prior, revised)]
        return table_out("yesan_ledger_versions_compare", _abi.yesan_version_rows, self._handle, _ref(one),
                         _ref(other))

    # ---- entries ----

    @staticmethod
    def _entries(item, day, kind, amount, cause, reference, group, source, authorization, actor, memo, key):
        """How many rows, the struct, and what must live until the call is over."""
        given = (item, day, kind, amount, cause, reference, group, source, authorization, actor)
        entries = _abi.yesan_entry_columns.from_buffer_copy(_ENTRIES)
        if memo is None and not key:
            count = as_they_are(entries, _ENTRY_COLUMNS, given)
            if count is not None:
                return count, entries, given
        columns = _Columns(**{name: values for (name, _), values in zip(_ENTRY_COLUMNS, given)}, memo=memo)
        for (name, ctype), values in zip(_ENTRY_COLUMNS, given):
            if values is not None:  # a column that is not there costs nothing
                setattr(entries, name, columns.days(name) if name == "day" else columns.ints(ctype, name))
        if memo is not None:
            entries.memo = columns.texts("memo")
        if key:
            entries.key = columns.text(key, "key")
        return columns.count, entries, columns

    def post(self, item: Numbers, day: Union[Day, Sequence[Day]], kind: Numbers, amount: Numbers,
             cause: Optional[Numbers] = None, reference: Optional[Numbers] = None, group: Optional[Numbers] = None,
             source: Optional[Numbers] = None, authorization: Optional[Numbers] = None,
             actor: Optional[Numbers] = None, memo: Optional[Texts] = None, key: str = "") -> Receipt:
        """Posts a batch: its rows are judged in order, and all are posted or none. `reference` −k is row k of the batch,
        counted from 1. int32: day, kind, cause, source; int64: amount, reference; uint32: the others."""
        count, entries, keep = self._entries(item, day, kind, amount, cause, reference, group, source, authorization,
                                             actor, memo, key)
        receipt = _receipt()
        call("yesan_ledger_post", self._handle, count, _ref(entries), _ref(receipt))
        return _given(receipt)

    def check(self, item: Numbers, day: Union[Day, Sequence[Day]], kind: Numbers, amount: Numbers,
              cause: Optional[Numbers] = None, reference: Optional[Numbers] = None,
              group: Optional[Numbers] = None, source: Optional[Numbers] = None,
              authorization: Optional[Numbers] = None, actor: Optional[Numbers] = None,
              memo: Optional[Texts] = None):
        """The status of each row that post would have if the refused rows were not there: 0 or E_*. Changes nothing."""
        count, entries, keep = self._entries(item, day, kind, amount, cause, reference, group, source, authorization,
                                             actor, memo, "")
        out = (_i32 * count)()
        call("yesan_ledger_post_check", self._handle, count, _ref(entries), out)
        return numbers_out(out, count)

    def entries(self, first: int = 1, rows_max: int = 0) -> Table:
        """The entries from `first` on, at most `rows_max` of them; 0: all."""
        return table_out("yesan_ledger_entries", _abi.yesan_entry_table, self._handle, first, rows_max)

    # ---- balances ----

    @staticmethod
    def _filter(fiscal_year, account, department, program, origin, revenue, object_group, object_item):
        columns = _Columns()
        present = 0 if origin is None else _abi.YESAN_FILTER_ORIGIN
        present |= 0 if revenue is None else _abi.YESAN_FILTER_REVENUE
        return columns, _abi.yesan_item_filter(
            struct_size=ctypes.sizeof(_abi.yesan_item_filter), present=present, fiscal_year=fiscal_year,
            account=account, department=department, program=program, origin=origin or 0,
            revenue=int(bool(revenue)), object_group=columns.text(object_group, "object_group"),
            object_item=columns.text(object_item, "object_item"))

    def balances(self, by: GroupBy = GroupBy.NOTHING, day: Optional[Day] = None, known: int = 0,
                 fiscal_year: int = 0, account: int = 0, department: int = 0, program: int = 0,
                 origin: Optional[int] = None, revenue: Optional[bool] = None, object_group: str = "",
                 object_item: str = "") -> Table:
        """Sums over items, one row a group: now, or of the entries up to a day, as known when `known` was the last entry."""
        keep, items = self._filter(fiscal_year, account, department, program, origin, revenue, object_group,
                                   object_item)
        if day is None and not known:
            return table_out("yesan_ledger_balances", _abi.yesan_balance_table, self._handle, _ref(items), by)
        last = datetime.date.max if day is None else day
        return table_out("yesan_ledger_balances_on", _abi.yesan_balance_table, self._handle, days_of(last), known,
                         _ref(items), by)

    def balances_of(self, items: Sequence[int]) -> Table:
        """What stands on items now, one row an item, in the order given (uint32)."""
        pointer, keep = ints_in(_u32, items, "items")
        return table_out("yesan_ledger_items_balances", _abi.yesan_balance_table, self._handle, len(items), pointer)

    # ---- settlement, rollover, closing ----

    def settle(self, fiscal_year: int, by: GroupBy = GroupBy.DETAILED_PROGRAM, account: int = 0,
               department: int = 0, program: int = 0, origin: Optional[int] = None, object_group: str = "",
               object_item: str = "") -> Table:
        """The settlement of a year: the columns of the statute (StatutoryColumn, small letters), their subsidy parts in
        `part`; those of the program sheet in `sheet` and `sheet_part`."""
        keep, items = self._filter(0, account, department, program, origin, None, object_group, object_item)
        rows = table_out("yesan_ledger_settle", _abi.yesan_settled_table, self._handle, fiscal_year, _ref(items), by)
        statutory = [column.name.lower() for column in StatutoryColumn]
        columns = {name: getattr(rows, name) for name in ("key", "fiscal_year", "year_origin", "code")}
        columns.update(zip(statutory, rows.total))
        columns["part"] = Table(dict(zip(statutory, rows.part)), len(rows))
        columns["sheet"] = Table(dict(zip(_sheet_names(), rows.sheet_total)), len(rows))
        columns["sheet_part"] = Table(dict(zip(_sheet_names(), rows.sheet_part)), len(rows))
        return Table(columns, len(rows))

    def settle_printed(self, fiscal_year: int, by: GroupBy = GroupBy.DETAILED_PROGRAM, unit: int = 1000,
                       rounding: Rounding = Rounding.HALF_UP, account: int = 0, department: int = 0,
                       program: int = 0, origin: Optional[int] = None, object_group: str = "",
                       object_item: str = "") -> Table:
        """The sheet's columns rounded for print, so that every identity holds between the printed figures; `one_off` is a
        mask of 1 << (SettlementColumn − 1): sums that are not what rounding the true figure gives."""
        keep, items = self._filter(0, account, department, program, origin, None, object_group, object_item)
        rows = table_out("yesan_ledger_settle_printed", _abi.yesan_printed_table, self._handle, fiscal_year,
                         _ref(items), by, unit, rounding)
        columns = {"key": rows.key, "code": rows.code, **dict(zip(_sheet_names(), rows.total)),
                   "part": Table(dict(zip(_sheet_names(), rows.part)), len(rows)), "one_off": rows.one_off}
        return Table(columns, len(rows))

    def surplus(self, account: int, fiscal_year: int, grant_difference: int = 0) -> Dict[str, int]:
        """A year's surplus of an account: closing_surplus (결산상잉여금), net_surplus (순세계잉여금) and what they are made of."""
        out = _abi.yesan_surplus(struct_size=ctypes.sizeof(_abi.yesan_surplus))
        call("yesan_ledger_surplus", self._handle, account, fiscal_year, grant_difference, _ref(out))
        return {name: getattr(out, name) for name, _ in out._fields_[2:]}

    def refunds(self, fiscal_year: int) -> Dict[FundingSource, int]:
        """What is owed to each payer of a year."""
        rows = table_out("yesan_ledger_refunds", _abi.yesan_refund_table, self._handle, fiscal_year, None)
        return {FundingSource(int(source)): int(amount) for source, amount in zip(rows.source, rows.amount)}

    @staticmethod
    def _requests(item, cause, amount, authorization, commitments, next_object_item, next_object_group):
        if commitments is not None:
            if not all(_is_column(row) for row in commitments):
                raise TypeError("commitments: a list for each request was expected")
            if not _is_column(item):
                item = [item]
        columns = _Columns(item=item, cause=cause, amount=amount, authorization=authorization,
                           commitments=commitments, next_object_item=next_object_item,
                           next_object_group=next_object_group)
        offsets, moved = None, None
        if commitments is not None:
            offsets, moved = [0], []
            for row in commitments:
                moved.extend(row)
                offsets.append(len(moved))
        return columns, _abi.yesan_carry_columns(
            ctypes.sizeof(_abi.yesan_carry_columns), 0, columns.ints(_u32, "item"), columns.ints(_i32, "cause"),
            columns.ints(_i64, "amount"), columns.ints(_u32, "authorization"),
            columns.keep(ints_in(_i64, offsets, "commitments")), columns.keep(ints_in(_u32, moved, "commitments")),
            columns.texts("next_object_item"), columns.texts("next_object_group"))

    def preview_rollover(self, fiscal_year: int, day: Day, item: Numbers, cause: Numbers, amount: Numbers,
                         authorization: Optional[Numbers] = None,
                         commitments: Optional[Sequence[Sequence[int]]] = None,
                         next_object_item: Optional[Texts] = None,
                         next_object_group: Optional[Texts] = None) -> RolloverPreview:
        """Judges requests to carry money into the next year; `commitments` of each are open ones that move with it."""
        requests = {"item": item, "cause": cause, "amount": amount, "authorization": authorization,
                    "commitments": commitments, "next_object_item": next_object_item,
                    "next_object_group": next_object_group}
        columns, carry = self._requests(**requests)
        state = _u64()
        rows = table_out("yesan_ledger_rollover_check", _abi.yesan_carry_table, self._handle, fiscal_year,
                         columns.count, _ref(carry), days_of(day), _ref(state))
        return RolloverPreview(rows, not any(int(status) for status in rows.status), fiscal_year, state.value,
                               requests, day)

    def rollover(self, preview: RolloverPreview, actor: int = 0) -> Tuple[Receipt, List[int]]:
        """Does what a preview says, all of it or nothing; gives the item of the next year of each request too. A preview is
        stale once the book has changed."""
        columns, carry = self._requests(**preview.requests)
        into, receipt = (_u32 * columns.count)(), _receipt()
        call("yesan_ledger_rollover", self._handle, preview.fiscal_year, columns.count, _ref(carry),
             days_of(preview.day), actor, preview.state, into, _ref(receipt))
        return _given(receipt), list(into)

    def undo_rollover(self, carry_out: int, actor: int = 0) -> Receipt:
        """Takes back one request of a rollover, wholly, while both years are open; `carry_out` is any entry that carried
        it out."""
        receipt = _receipt()
        call("yesan_ledger_rollover_undo", self._handle, carry_out, actor, _ref(receipt))
        return _given(receipt)

    def close_year(self, fiscal_year: int) -> None:
        """Closes a fiscal year: from then on it takes no entry, item or name."""
        call("yesan_ledger_year_close", self._handle, fiscal_year)

    def is_closed(self, fiscal_year: int) -> bool:
        """Whether a fiscal year is closed."""
        out = _u32()
        call("yesan_ledger_year_is_closed", self._handle, fiscal_year, _ref(out))
        return bool(out.value)

    def verify(self) -> Table:
        """Recomputes everything from the entries: every identity that does not hold, as findings. None: all is well."""
        return table_out("yesan_ledger_verify", _abi.yesan_finding_table, self._handle)
