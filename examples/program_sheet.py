#!/usr/bin/env python3
"""Reads program sheets (사업별 설명서), proves them, prints what they say and what was found: program_sheet through ctypes.

    PYTHONPATH=../capi/python YESAN_LIBRARY=../build/libyesan.so program_sheet.py --html report.html sheet.txt

Exit status: 0 nothing found, 1 findings, 2 something could not be read, or wrong usage.
"""

import argparse
import csv
import io
import json
import pathlib
import sys

import yesan

FORMATS = {"auto": yesan.SheetFormat.AUTO, "tabs": yesan.SheetFormat.TABS, "layout": yesan.SheetFormat.LAYOUT,
           "markdown": yesan.SheetFormat.MARKDOWN, "html": yesan.SheetFormat.HTML}
FIELDS = ("severity", "rule", "subject", "printed", "expected", "difference")


def parse_arguments():
    parser = argparse.ArgumentParser(description="사업별 설명서를 읽고 검산합니다. Reads and proves program sheets.")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="문서나 폴더 / documents or folders; - is standard input")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--markdown", action="store_true", help="Markdown")
    output.add_argument("--json", action="store_true", help="확인할 것만 / the findings alone")
    output.add_argument("--csv", action="store_true", help="확인할 것만 / the findings alone")
    parser.add_argument("--html", type=pathlib.Path, help="HTML 보고서 경로 / path of the HTML report")
    parser.add_argument("--lang", choices=("ko", "en"), default="ko")
    parser.add_argument("--encoding", choices=("utf-8", "cp949"), default="utf-8")
    parser.add_argument("--format", choices=FORMATS, default="auto")
    parser.add_argument("--width", type=int, default=100, help="표의 너비 / width of the tables; 0: no limit")
    parser.add_argument("--top", type=int, default=50, help="보일 확인할 것의 수 / findings shown; 0: all")
    return parser.parse_args()


def find_documents(paths):
    """Every document once, in the order given; of a folder those that look like sheets, by name."""
    found = {}
    for name in paths:
        path = pathlib.Path(name)
        if name != "-" and path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in (".txt", ".md", ".html", ".htm"))
            found.update((p.as_posix(), None) for p in inside)
        else:
            found[name] = None
    return list(found)


def read(name, options):
    raw = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
    if options.encoding == "cp949":
        raw = yesan.decode_cp949(raw)
    return yesan.read(raw, FORMATS[options.format])


def rows_of(findings, names, language):
    """The findings as dictionaries of plain Python values."""
    for finding in findings:
        place = finding["place"]
        row = {"file": names[finding["document"]], "line": place.line, "column": place.column}
        row.update((field, finding[field]) for field in FIELDS)
        row["severity"] = yesan.Severity(int(finding["severity"])).name.lower()
        row["message"] = finding[f"message_{language}"]
        yield row


def as_json(findings, names, sheets):
    """The same data as `program_sheet --json` prints, documents that could not be read left out."""
    counts = {severity.name.lower(): 0 for severity in yesan.Severity}
    rows = []
    for row, finding in zip(rows_of(findings, names, "ko"), findings):
        counts[row["severity"]] += 1
        row.update(offset=finding["place"].offset, length=finding["place"].length,
                   message={"ko": finding["message_ko"], "en": finding["message_en"]})
        rows.append(row)
    documents = [{"file": name, "read": True, "title": sheet.title, "fiscal_year": sheet.info.fiscal_year}
                 for name, sheet in zip(names, sheets)]
    return json.dumps({"documents": documents, "findings": rows, "counts": counts},
                      ensure_ascii=False, indent=2) + "\n"


def safe(value):
    """A text that a spreadsheet would run as a formula is set in quotes; a figure stays a figure."""
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in "=+-@\t\r" and text.strip("+-0123456789.,") else text


def as_csv(rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "line", "column", *FIELDS, "message"])
    for row in rows:
        writer.writerow([safe(value) for value in row.values()])
    return out.getvalue()


def main():
    options = parse_arguments()
    korean = options.lang == "ko"
    language = yesan.Language.KOREAN if korean else yesan.Language.ENGLISH
    yesan.set_language(language)
    documents, names, sheets, unreadable = find_documents(options.paths), [], [], False
    for number, name in enumerate(documents, 1):
        if len(documents) > 1 and sys.stderr.isatty():
            print(f"\r\033[K{number}/{len(documents)} {name}", end="", file=sys.stderr, flush=True)
        try:
            sheets.append(read(name, options))
            names.append(name)
        except (OSError, yesan.YesanError) as refusal:
            unreadable = True
            print(f"{name}: {refusal}", file=sys.stderr)
    if len(documents) > 1 and sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if not sheets:
        return 2

    report = yesan.check(sheets)
    findings = report.findings()
    one = len(sheets) == 1
    if options.html:
        form = dict(format=yesan.ReportFormat.HTML, language=language)
        page = report.write(name=names[0], **form) if one else report.summary(names, **form)
        options.html.write_text(page, encoding="utf-8")
    if options.json:
        text = as_json(findings, names, sheets)
    elif options.csv:
        text = as_csv(rows_of(findings, names, options.lang))
    elif options.markdown:
        text = "".join(report.write(i, yesan.ReportFormat.MARKDOWN, language, name)
                       for i, name in enumerate(names))
    elif one:
        text = report.write(0, yesan.ReportFormat.TEXT, language, names[0], options.width)
    else:
        text = report.summary(names, language=language, columns_max=options.width, findings_max=options.top)
    sys.stdout.write(text)
    if unreadable:
        return 2
    return 1 if len(findings) else 0


if __name__ == "__main__":
    sys.exit(main())
