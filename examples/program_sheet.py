#!/usr/bin/env python3
"""Reads program sheets (사업별 설명서), proves them, prints what they say and what was found: program_sheet through ctypes.

    PYTHONPATH=../capi/python YESAN_LIBRARY=../build/libyesan.so program_sheet.py --html report.html sheet.txt

Its options and what it writes are those of the program in C++. Exit status: 0 nothing found, 1 findings, 2 something could
not be read, or wrong usage.
"""

import argparse
import csv
import errno
import io
import json
import os
import pathlib
import stat
import sys
import urllib.parse

import yesan

SUFFIXES = (".txt", ".md", ".html", ".htm")
FORMATS = {"auto": yesan.SheetFormat.AUTO, "tabs": yesan.SheetFormat.TABS, "layout": yesan.SheetFormat.LAYOUT,
           "markdown": yesan.SheetFormat.MARKDOWN, "html": yesan.SheetFormat.HTML}
ENCODINGS = {"utf-8": "utf-8", "UTF-8": "utf-8", "utf8": "utf-8", "cp949": "cp949", "CP949": "cp949",
             "euc-kr": "cp949", "EUC-KR": "cp949", "uhc": "cp949"}
KOREAN_REASONS = {errno.ENOENT: "그런 파일이나 폴더가 없습니다", errno.EACCES: "권한이 없습니다",
                  errno.EISDIR: "폴더입니다"}  # what the system says is English
LANGUAGES = {"ko": yesan.Language.KOREAN, "en": yesan.Language.ENGLISH}
FIELDS = ("severity", "rule", "printed", "expected", "difference")


def count(text):
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise argparse.ArgumentTypeError(f"no count: {text}")
    return int(text)


def path(text):
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return pathlib.Path(text)


def parse_arguments():
    parser = argparse.ArgumentParser(description="사업별 설명서를 읽고 검산합니다. Reads and proves program sheets.",
                                     allow_abbrev=False)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="문서나 폴더 / documents or folders; - is standard input")
    for name, text in (("markdown", "보고서를 Markdown으로 / the report as Markdown"),
                       ("json", "확인할 것, 읽지 못한 것 / findings, and what was not read, as JSON"),
                       ("csv", "확인할 것, 읽지 못한 문서 / findings and unreadable documents as CSV")):
        parser.add_argument(f"--{name}", dest="outputs", action="append_const", const=name, default=[], help=text)
    parser.add_argument("--bom", choices=("auto", "yes", "no"), default="auto",
                        help="CSV 앞의 BOM; auto는 파일로 보낼 때만 / a BOM before CSV; auto: into a file only")
    parser.add_argument("--html", type=path, metavar="PATH",
                        help="HTML 보고서; 문서가 여럿이면 요약과 문서마다 한 장, -는 표준 출력 / HTML report; of several "
                             "documents a summary, and a page for each in a folder of that name beside it; - is "
                             "standard output")
    parser.add_argument("--lang", choices=LANGUAGES, default="ko", help="출력 언어 / language of the output")
    parser.add_argument("--encoding", choices=ENCODINGS, default="utf-8")
    parser.add_argument("--format", choices=FORMATS, default="auto")
    parser.add_argument("--width", type=count, default=100, help="표의 너비 / width of the tables; 0: no limit")
    parser.add_argument("--top", type=count, default=50,
                        help="문서가 여럿일 때 보일 확인할 것의 수 / findings shown over several documents; 0: all")
    parser.add_argument("--version", action="version", version=f"yesan {yesan.version()}")
    options = parser.parse_args()
    if len(set(options.outputs)) > 1:
        parser.error("{0}과 {1}는 함께 쓸 수 없습니다 / {0} and {1} cannot be used together".format(
            *[f"--{name}" for name in options.outputs[:2]]))
    options.output = options.outputs[0] if options.outputs else None
    options.to_stdout = str(options.html) == "-"
    if options.to_stdout and options.output:
        parser.error(f"--html - 와 --{options.output}는 함께 쓸 수 없습니다 / "
                     f"--html - and --{options.output} cannot be used together")
    return options


class Document:
    """A document, read (`sheet`) or not (`reason`, in both languages)."""

    def __init__(self, name, reason=None):
        self.name, self.sheet, self.reason = name, None, reason

    def read(self, options):
        if self.reason:
            return
        try:
            raw = sys.stdin.buffer.read() if self.name == "-" else pathlib.Path(self.name).read_bytes()
        except OSError as refusal:
            why = KOREAN_REASONS.get(refusal.errno, f"시스템 오류 {refusal.errno}")
            self.reason = {"ko": f"열 수 없습니다: {why}", "en": f"cannot be opened: {refusal.strerror}"}
            return
        reason = {}
        for key, language in LANGUAGES.items():  # a refusal is said in the language that is set
            yesan.set_language(language)
            try:
                text = yesan.decode_cp949(raw) if ENCODINGS[options.encoding] == "cp949" else raw
                self.sheet = yesan.read(text, FORMATS[options.format])
                return
            except yesan.YesanError as refusal:
                place = {"ko": f" ({refusal.line}행)", "en": f" (line {refusal.line})"}[key] if refusal.line else ""
                reason[key] = refusal.message + place
        self.reason = reason


def is_own_page(file):
    """A page that this program or the one in C++ wrote, into a folder that is read again."""
    if os.path.splitext(file)[1] not in (".html", ".htm"):
        return False
    try:
        with open(file, "rb") as page:
            return b'<meta name="generator" content="yesan"' in page.read(4096)
    except OSError:
        return False


def find_documents(paths):
    """Every document once, in the order given; of a folder those that look like sheets, by name."""
    found = {}
    for name in paths:
        if name == "-" or not os.path.isdir(name):
            found.setdefault(name, Document(name))
            continue
        inside = sorted((os.path.join(folder, file) for folder, _, files in os.walk(name) for file in files
                         if os.path.splitext(file)[1].lower() in SUFFIXES and os.path.splitext(file)[0] != "README"
                         and os.path.isfile(os.path.join(folder, file))
                         and not is_own_page(os.path.join(folder, file))), key=os.fsencode)
        for file in inside:
            found.setdefault(file, Document(file))
        if not inside:
            found.setdefault(name, Document(name, {"ko": "폴더에 *.txt *.md *.html *.htm 문서가 없습니다",
                                                   "en": "there is no *.txt *.md *.html *.htm in this folder"}))
    return list(found.values())


def place_of(place):
    return {"line": place.line, "column": place.column, "offset": place.offset, "length": place.length}


def as_json(documents, findings):
    """Documents with what was not understood of them or why they could not be read, findings, counts."""
    def dump(value, brace=True):
        text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        return text if brace else text[1:-1]

    counts = {severity.name.lower(): 0 for severity in yesan.Severity}
    listed, rows = [], []
    names = [document.name for document in documents if document.sheet]
    for document in documents:
        head = dump({"file": document.name, "read": document.sheet is not None}, False)
        if document.sheet is None:
            listed.append(f"{head}, " + dump({"reason": document.reason}, False))
            continue
        head += ", " + dump({"title": document.sheet.title, "fiscal_year": document.sheet.info.fiscal_year or 0}, False)
        lines = ",".join("\n      " + dump({**place_of(line["place"]), "text": line["text"]})
                         for line in document.sheet.not_understood())
        listed.append(f'{head},\n     "not_understood": [{lines}]')
    for finding in findings:
        severity = yesan.Severity(int(finding["severity"])).name.lower()
        counts[severity] += 1
        rows.append(",\n     ".join(dump(part, False) for part in (
            {"file": names[finding["document"]], **place_of(finding["place"])},
            {"rule": finding["rule"], "severity": severity},
            {"subject": {"ko": finding["subject_ko"], "en": finding["subject_en"]}},
            {field: finding[field] for field in FIELDS[2:]})) +
            ',\n     "message": {"ko": ' + dump(finding["message_ko"]) +
            ',\n                 "en": ' + dump(finding["message_en"]) + "}")
    for part in (listed, rows):
        part[:] = [f"\n    {{{text}}}" for text in part]
    return ('{\n  "documents": [' + ",".join(listed) + '\n  ],\n  "findings": [' + ",".join(rows) +
            ("\n  " if rows else "") + '],\n  "counts": ' + dump(counts) + "\n}\n")


def safe(value):
    """A text that a spreadsheet would run as a formula gets a ' before it; a figure stays a figure."""
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and text.strip("+-0123456789.,") else text


def as_csv(documents, findings, language):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "line", "column", "severity", "rule", "subject", *FIELDS[2:], "message"])
    names = [document.name for document in documents if document.sheet]
    for finding in findings:
        place = finding["place"]
        row = [names[finding["document"]], place.line or "", place.column or "",
               yesan.Severity(int(finding["severity"])).name.lower(), finding["rule"],
               finding[f"subject_{language}"], *[finding[field] for field in FIELDS[2:]], finding[f"message_{language}"]]
        writer.writerow([safe(value) for value in row])
    # A document that could not be read is a row too, or it would be missed.
    for document in documents:
        if document.sheet is None:
            row = [document.name, "", "", "unreadable", *[""] * len(FIELDS), document.reason[language]]
            writer.writerow([safe(value) for value in row])
    return out.getvalue()


def write_html(options, documents, report):
    """Writes the page, or the summary and a page for each document; False when it would go over a document."""
    form = dict(format=yesan.ReportFormat.HTML, language=LANGUAGES[options.lang])
    one = len(documents) == 1
    if options.to_stdout:
        sys.stdout.buffer.write(report.write(name=documents[0].name, **form).encode("utf-8"))
        return True
    folder = options.html.with_suffix("")
    digits = len(str(len(documents)))
    pages = {} if one else {i: folder / f"{i + 1:0{digits}}.html"
                            for i, document in enumerate(documents) if document.sheet}
    for page in [*pages.values(), options.html]:
        for document in documents:
            if page.exists() and os.path.exists(document.name) and os.path.samefile(page, document.name):
                print(f"{document.name}: --html 경로가 읽을 문서와 같습니다 / --html names a document that is read",
                      file=sys.stderr)
                return False

    def write(file, text):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
    try:
        if one:
            write(options.html, report.write(name=documents[0].name, **form))
            return True
        links = [""] * len(documents)
        for number, (i, page) in enumerate(pages.items()):
            write(page, report.write(number, name=documents[i].name, **form))
            links[i] = f"./{urllib.parse.quote(folder.name, safe='')}/{page.name}"
        write(options.html, summary(report, documents, options, links=links, format=yesan.ReportFormat.HTML))
    except OSError as refusal:
        print(f"쓸 수 없습니다 / cannot write: {refusal.filename}", file=sys.stderr)
        return False
    return True


def summary(report, documents, options, **form):
    sheets = iter(range(len(documents)))
    return report.summary([document.name for document in documents], language=LANGUAGES[options.lang],
                          columns_max=options.width, findings_max=options.top,
                          sheets=[next(sheets) if document.sheet else -1 for document in documents],
                          refusals=["" if document.sheet else document.reason[options.lang]
                                    for document in documents], **form)


def is_file(stream):
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def main():
    options = parse_arguments()
    documents = find_documents(options.paths)
    one = len(documents) == 1
    if options.to_stdout and not one:
        print("--html - 는 문서가 하나일 때만 쓸 수 있습니다 / --html - takes one document alone", file=sys.stderr)
        return 2
    progress = not one and sys.stderr.isatty()
    for number, document in enumerate(documents, 1):
        if progress:
            print(f"\r\033[K{number}/{len(documents)} {document.name[:60]}", end="", file=sys.stderr, flush=True)
        document.read(options)
    if progress:
        print("\r\033[K", end="", file=sys.stderr)
    yesan.set_language(LANGUAGES[options.lang])
    unreadable = [document for document in documents if document.sheet is None]
    if one or options.output:  # the summary names them itself
        for document in unreadable:
            print(f"{document.name}: {document.reason[options.lang]}", file=sys.stderr)
    sheets = [document.sheet for document in documents if document.sheet]
    if not sheets and one and options.output not in ("json", "csv"):
        return 2

    report = yesan.check(sheets)
    findings = report.findings()
    if options.html and sheets and not write_html(options, documents, report):
        return 2
    if options.to_stdout:
        return 1 if len(findings) else 0
    ranked = list(findings) if one else [findings.record(row) for row in report.ranking()]
    if options.output == "json":
        text = as_json(documents, ranked)
    elif options.output == "csv":
        bom = options.bom == "yes" or (options.bom == "auto" and is_file(sys.stdout))
        text = ("\ufeff" if bom else "") + as_csv(documents, ranked, options.lang)
    elif options.output == "markdown":
        names = [document.name for document in documents if document.sheet]
        text = "".join(report.write(i, yesan.ReportFormat.MARKDOWN, LANGUAGES[options.lang], name)
                       for i, name in enumerate(names))
    elif one:
        text = report.write(0, yesan.ReportFormat.TEXT, LANGUAGES[options.lang], documents[0].name, options.width)
    else:
        text = summary(report, documents, options)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))  # whatever the console's own encoding is
    if unreadable:
        return 2
    return 1 if len(findings) else 0


if __name__ == "__main__":
    sys.exit(main())
