"""Program sheets (사업별 설명서): read, taken apart, proved, written and drawn."""

import ctypes
import dataclasses
from typing import Any, List, Optional, Sequence, Union

from . import _abi
from ._columns import Table, ints_in, table_out, texts_in
from ._library import Owned, call, text_in, text_out
from .numbers import Language, ReportFormat, SectionKind, SheetFormat, roundings_of

_ref = ctypes.byref


def decode_cp949(raw: bytes) -> str:
    """Bytes of an old Korean file as text.

    >>> import yesan
    >>> yesan.decode_cp949("예산".encode("cp949"))
    '예산'
    """
    return text_out("yesan_decode_cp949", bytes(raw), len(raw))


@dataclasses.dataclass(frozen=True)
class SheetInfo:
    """A sheet in short; a year that the sheet does not name is None."""

    format: SheetFormat
    fiscal_year: Optional[int]
    overview_prior_year: Optional[int]
    overview_current_year: Optional[int]
    schedule_year: Optional[int]
    source_bytes: int
    section_count: int
    not_understood_count: int


class Sheet(Owned):
    """A program sheet as it was printed. Any number of threads may read one.

    >>> import yesan
    >>> text = ("마을 지원\\n\\n예산 총괄\\n\\n(단위 : 천원)\\n\\n구 분\\t2020예산액 (A)\\t2021예산액 (B)\\t증감 (B-A)\\n"
    ...         "계\\t900\\t1,000\\t101\\n민간위탁금\\t900\\t1,000\\t100\\n")
    >>> with yesan.Sheet(text) as sheet:
    ...     overview = sheet.overview()
    ...     again = yesan.read(sheet.write())
    ...     same = sheet == again
    >>> overview.label[0], int(overview.current.won[0]), overview.change.printed[0], same
    ('계', 1000000, '101', True)
    """

    _destroy = "yesan_sheet_destroy"

    def __init__(self, document: Union[bytes, str], format: SheetFormat = SheetFormat.AUTO,
                 bytes_max: int = 0):
        raw, length = text_in(document, "document")
        handle = ctypes.c_void_p()
        options = _abi.yesan_read_options(ctypes.sizeof(_abi.yesan_read_options), format, bytes_max)
        call("yesan_sheet_read", raw, length, _ref(options), _ref(handle))
        self._handle = handle

    def __eq__(self, other) -> bool:
        """Whether two sheets print the same, wherever it stands."""
        if not isinstance(other, Sheet):
            return NotImplemented
        out = ctypes.c_int32()
        call("yesan_sheet_equal", self._handle, other._handle, _ref(out))
        return bool(out.value)

    __hash__ = None

    @property
    def info(self) -> SheetInfo:
        """The sheet in short."""
        out = _abi.yesan_sheet_info(struct_size=ctypes.sizeof(_abi.yesan_sheet_info))
        call("yesan_sheet_describe", self._handle, _ref(out))
        return SheetInfo(SheetFormat(out.format), out.fiscal_year or None, out.overview_prior_year or None,
                         out.overview_current_year or None, out.schedule_year or None, out.source_bytes,
                         out.section_count, out.not_understood_count)

    @property
    def title(self) -> str:
        """사업명, as printed; empty when there is none."""
        return text_out("yesan_sheet_title", self._handle)

    def write(self, format: SheetFormat = SheetFormat.TABS) -> str:
        """The sheet in one canonical form; reading it gives an equal sheet."""
        return text_out("yesan_sheet_write", self._handle, format)

    def _table(self, name, kind) -> Table:
        return table_out(f"yesan_sheet_{name}", kind, self._handle)

    def sections(self) -> Table:
        """The sections with their headings and places."""
        return self._table("sections", _abi.yesan_section_table)

    def lines(self, section: SectionKind) -> Table:
        """The lines of a section of prose, with their places."""
        return table_out("yesan_sheet_lines", _abi.yesan_line_table, self._handle, section)

    def not_understood(self) -> Table:
        """Text that is neither table nor prose of a known section, line by line: nothing that was read is lost."""
        return self._table("not_understood", _abi.yesan_line_table)

    def reading(self) -> Table:
        """What was noticed while reading."""
        return self._table("reading", _abi.yesan_finding_table)

    def facts(self) -> Table:
        """기본 현황."""
        return self._table("facts", _abi.yesan_fact_table)

    def overview(self) -> Table:
        """예산 총괄."""
        return self._table("overview", _abi.yesan_overview_table)

    def funding(self) -> Table:
        """사업비 by source; the first row is the total."""
        return self._table("funding", _abi.yesan_funding_table)

    def basis(self) -> Table:
        """산출근거 as a tree."""
        return self._table("basis", _abi.yesan_basis_table)

    def schedule(self) -> Table:
        """추진일정."""
        return self._table("schedule", _abi.yesan_schedule_table)

    def settlement(self) -> Table:
        """최근 3년 결산."""
        return self._table("settlement", _abi.yesan_settlement_table)

    def officers(self) -> Table:
        """사업 담당자."""
        return self._table("officers", _abi.yesan_officer_table)

    def results(self) -> Table:
        """추진실적 in numbers."""
        return self._table("results", _abi.yesan_result_table)

    def check(self) -> "Report":
        """Proves this sheet alone."""
        return Report([self])


class Report(Owned):
    """What was proved of one sheet, or of several together. It keeps what it needs of them.

    >>> import yesan
    >>> sheet = yesan.read("마을 지원\\n\\n예산 총괄\\n\\n(단위 : 천원)\\n\\n구 분\\t2020예산액 (A)\\t2021예산액 (B)\\t증감 (B-A)\\n"
    ...                    "계\\t900\\t1,000\\t101\\n민간위탁금\\t900\\t1,000\\t100\\n")
    >>> report = yesan.Report([sheet])
    >>> [(f["place"].line, f["printed"], f["expected"]) for f in report.findings() if f["rule"] == "overview.change"]
    [(8, '101', '100')]
    >>> report.write(format=yesan.ReportFormat.HTML).startswith("<!DOCTYPE html>")
    True
    """

    _destroy = "yesan_report_destroy"

    def __init__(self, sheets: Sequence[Sheet]):
        handles = (ctypes.c_void_p * len(sheets))(*[sheet._handle for sheet in sheets])
        handle = ctypes.c_void_p()
        call("yesan_report_create", len(sheets), handles, _ref(handle))
        self._handle = handle

    def findings(self) -> Table:
        """What was found, in the order of documents and places; `ranking` gives another order."""
        return table_out("yesan_report_findings", _abi.yesan_finding_table, self._handle)

    def coverage(self) -> Table:
        """The figures that are proved (any one misprinted digit is found), each with every rule that proves it.

        >>> import yesan
        >>> with yesan.read("설명서\\n\\n예산 총괄\\n\\n(단위 : 천원)\\n\\n구 분\\t2020예산액 (A)\\t2021예산액 (B)\\t증감 (B-A)\\n"
        ...                 "계\\t900\\t1,000\\t100\\n민간위탁금\\t900\\t1,000\\t100\\n") as sheet:
        ...     report = sheet.check()
        >>> [c["place"].line for c in report.coverage() if c["rule"] == "overview.change"]
        [8, 8, 8, 9, 9, 9]
        """
        return table_out("yesan_report_coverage", _abi.yesan_coverage_table, self._handle)

    def rough(self) -> Table:
        """The figures that a rule looks at without proving them: a large misprint is found, a small one may not be.

        >>> import yesan
        >>> with yesan.read("설명서\\n\\n예산 총괄\\n\\n(단위 : 천원)\\n\\n구 분\\t2020예산액 (A)\\t2021예산액 (B)\\t증감 (B-A)\\n"
        ...                 "계\\t900\\t1,000\\t101\\n민간위탁금\\t900\\t1,000\\t100\\n") as sheet:
        ...     report = sheet.check()
        >>> [r["place"].line for r in report.rough() if r["rule"] == "overview.change"]  # 1,000 - 900 is not 101
        [8, 8, 8]
        """
        return table_out("yesan_report_rough", _abi.yesan_coverage_table, self._handle)

    def unread(self) -> Table:
        """The places that no rule looked at: text that was not understood, tables of which no rule knows the meaning.

        >>> import yesan
        >>> len(yesan.check([]).unread())
        0
        """
        return table_out("yesan_report_unread", _abi.yesan_place_table, self._handle)

    def figures(self) -> Table:
        """Every amount-like figure of the documents with how far it is proved.

        >>> import yesan
        >>> with yesan.read("설명서\\n\\n예산 총괄\\n\\n(단위 : 천원)\\n\\n구 분\\t2020예산액 (A)\\t2021예산액 (B)\\t증감 (B-A)\\n"
        ...                 "계\\t900\\t1,000\\t100\\n민간위탁금\\t900\\t1,000\\t100\\n") as sheet:
        ...     figures = sheet.check().figures()
        >>> figures.printed[:3], yesan.Proof(figures.proof[0]).name
        (['900', '1,000', '100'], 'PROVED')
        """
        return table_out("yesan_report_figures", _abi.yesan_proof_table, self._handle)

    def roundings(self, document: int = 0):
        """The roundings that agree with every rounded figure of a document."""
        out = ctypes.c_uint32()
        call("yesan_report_roundings", self._handle, document, _ref(out))
        return roundings_of(out.value)

    @staticmethod
    def _options(format, language, columns_max, findings_max=0):
        return _abi.yesan_report_options(ctypes.sizeof(_abi.yesan_report_options), format, language,
                                         columns_max, findings_max)

    def write(self, document: int = 0, format: ReportFormat = ReportFormat.TEXT,
              language: Language = Language.KOREAN, name: str = "", columns_max: int = 100) -> str:
        """The report on one document: for a terminal, as Markdown, or as one HTML page."""
        return text_out("yesan_report_write", self._handle, document, *text_in(name, "name"),
                        _ref(self._options(format, language, columns_max)))

    def ranking(self) -> List[int]:
        """The rows of findings() from the heaviest to the lightest, over all documents.

        >>> import yesan
        >>> with yesan.read("설명서\\n\\n예산 총괄\\n\\n(단위 : 천원)\\n\\n구 분\\t2020예산액 (A)\\t2021예산액 (B)\\t증감 (B-A)\\n"
        ...                 "계\\t900\\t1,000\\t101\\n민간위탁금\\t900\\t1,000\\t100\\n") as sheet:
        ...     report = sheet.check()
        >>> findings = report.findings()
        >>> findings.rule[report.ranking()[0]]
        'overview.change'
        """
        out_count = ctypes.c_uint64()
        call("yesan_report_ranking", self._handle, None, 0, _ref(out_count))
        rows = (ctypes.c_int64 * out_count.value)()
        if out_count.value:
            call("yesan_report_ranking", self._handle, rows, out_count.value, _ref(out_count))
        return list(rows)

    def summary(self, names: Optional[Sequence[str]] = None, format: ReportFormat = ReportFormat.TEXT,
                language: Language = Language.KOREAN, columns_max: int = 100, findings_max: int = 0, *,
                sheets: Optional[Sequence[int]] = None, refusals: Optional[Sequence[str]] = None,
                links: Optional[Sequence[str]] = None) -> str:
        """A summary of all documents, the findings ranked over all of them: TEXT or HTML.

        names       what the documents are called, one each
        sheets      of each document the index of its sheet in this report, −1 for one that could not be read; without it
                    the documents are the sheets
        refusals    why a document could not be read, one each; of others it is not looked at
        links       addresses of the documents' own pages, relative to an HTML summary; empty: none
        """
        given = [column for column in (names, sheets, refusals, links) if column is not None]
        if len({len(column) for column in given}) > 1:
            raise ValueError("the columns have different lengths")
        documents = None
        keep: List[Any] = []
        if given:
            documents = _abi.yesan_summary_documents(
                struct_size=ctypes.sizeof(_abi.yesan_summary_documents), count=len(given[0]))
            documents.sheet, kept = ints_in(ctypes.c_int64, sheets, "sheets")
            keep.append(kept)
            for field, texts in (("names", names), ("refusals", refusals), ("links", links)):
                column, kept = texts_in(texts, field)
                setattr(documents, field, column)
                keep.append(kept)
        return text_out("yesan_report_summary", self._handle, None if documents is None else _ref(documents),
                        _ref(self._options(format, language, columns_max, findings_max)))


def read(document: Union[bytes, str], format: SheetFormat = SheetFormat.AUTO, bytes_max: int = 0) -> Sheet:
    """Reads a program sheet from bytes (UTF-8) or text.

    >>> import yesan
    >>> yesan.read("마을 지원\\n\\n1 기본 현황\\n").title
    '마을 지원'
    """
    return Sheet(document, format, bytes_max)


def check(sheets: Sequence[Sheet]) -> Report:
    """Proves sheets, each alone and those of one program against each other.

    >>> import yesan
    >>> len(yesan.check([]).findings())
    0
    """
    return Report(sheets)


def rules() -> Table:
    """Every rule that findings name.

    >>> import yesan
    >>> "overview.change" in yesan.rules().id
    True
    """
    return table_out("yesan_rules", _abi.yesan_rule_table)
