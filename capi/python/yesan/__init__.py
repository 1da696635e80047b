"""yesan (예산): municipal budgets, exactly. A thin layer over libyesan, the C library.

    import yesan
    sheet = yesan.read(open("sheet.txt", "rb").read())
    for finding in sheet.check().findings():
        print(finding["place"].line, finding["rule"], finding["message_ko"])

Decimals are decimal.Decimal, amounts int (won), days datetime.date. Tables come as columns: NumPy arrays when NumPy is
there, lists otherwise. Refusals are exceptions (YesanError) with code, row, place, available and asked.
"""

from . import _abi
from ._columns import Place, Table
from ._library import (BookError, DocumentError, ENGLISH, FigureError, KOREAN, LedgerError, LibraryError, StoreError,
                       MisuseError, YesanError, library, load, set_language)
from .book import PrintedBook
from .calendar import (Period, canonical_period, fiscal_year_days, format_date, format_period, parse_date,
                       parse_period)
from .formula import Formula, evaluate_formula, row_amount
from .ledger import Book, Receipt, RolloverPreview, Version
from .money import (Amount, add, allocate, change_percent, change_roundings, compare, compare_columns, compute,
                    compute_check, divide, formal, format_amount, format_amounts, format_amounts_check,
                    format_decimal, format_mixed, format_number, muldiv, muldiv_amount, multiply, parse_amount,
                    parse_amounts, parse_amounts_check, parse_decimal, parse_formal, parse_words,
                    percent_roundings, quotient_roundings, round_amount, round_decimal, subtract, sum_amounts,
                    sum_decimals, total, unit_roundings, words)
from .numbers import *  # noqa: F401,F403  the enums
from .sheet import Report, Sheet, SheetInfo, check, decode_cp949, read, rules

# The codes of refusals, E_SYNTAX and so on.
globals().update({name[len("YESAN_"):]: value for name, value in vars(_abi).items()
                  if name.startswith("YESAN_E_")})


def version() -> str:
    """The version of the loaded library, `0.1.0`.

    >>> import yesan
    >>> yesan.version().count(".")
    2
    """
    return library().yesan_version().decode()
