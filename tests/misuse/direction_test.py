"""The rules of the house that can be read off the text of the sources.

A module uses only modules to its left; nothing under include/ names Abseil or Boost; the library
prints nothing, reads no environment, opens no socket and keeps money away from binary floats.
Each rule is first shown a wrong text, so that a rule that no longer bites fails too.
"""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ.get("YESAN_SOURCE_DIR", pathlib.Path(__file__).parents[2]))

# Left of each module: everything that it may include.
USES = {"base": [], "money": ["base"], "calendar": ["base"]}
for _name in ["budget", "ledger", "settlement", "sheet", "check", "report", "exchange", "store",
              "capi"]:
    USES[_name] = list(USES)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)

# Words that the code (not the comments, not the texts) of the library may not hold.
BANNED = [
    (re.compile(r"\b(double|float)\b"), "binary floating point near money"),
    (re.compile(r"\b(strtod|strtof|atof|stod|stof)\s*\("), "binary floating point near money"),
    (re.compile(r"\b(printf|fprintf|puts|putchar|perror)\s*\(|\bstd::(cout|cerr|clog)\b"),
     "the library prints nothing"),
    (re.compile(r"\b(getenv|secure_getenv|setenv|putenv)\b"), "the library reads no environment"),
    (re.compile(r"\b(socket|connect|getaddrinfo)\s*\("), "the library opens no socket"),
    (re.compile(r"\bsetlocale\b|\bstd::locale\b|\bthread_local\b"), "no global state"),
]
# The one private header that may name the compiler's 128-bit integer.
INT128 = re.compile(r"\b__u?int128(_t)?\b")
INT128_HOME = "lib/base/wide.h"


def module_of(path):
    """The module that a file of the tree, or an included name, belongs to; None for others."""
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] == "capi" or path in ("include/yesan/capi.h", "yesan/capi.h"):
        return "capi"
    for prefix in (("include", "yesan"), ("yesan",), ("lib",)):
        if parts[: len(prefix)] == prefix and len(parts) > len(prefix) + 1:
            return parts[len(prefix)]
    return None


def judge(path, text):
    """The broken rules of one file: (line, message)."""
    found = []
    module = module_of(path)
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start(2)) + 1
        quote, name = match.groups()
        if path.startswith("include/") and re.match(r"(absl|boost|libxml)/", name):
            found.append((line, f"a public header includes {name}"))
        if path.startswith("include/") and name.startswith(("lib/", "capi/")):
            found.append((line, f"a public header includes the private {name}"))
        if quote == '"' and "/" not in name:
            found.append((line, f'"{name}" is not written from the top: "yesan/…" or "lib/…"'))
        other = module_of(name)
        if module is None or other is None or other == module:
            continue
        if other not in USES:
            found.append((line, f"{name}: no such module: {other}"))
        elif other not in USES[module]:
            found.append((line, f"{module} includes {name}: {other} is not to its left"))
    code = COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    for pattern, why in BANNED:
        for match in pattern.finditer(code):
            found.append((code.count("\n", 0, match.start()) + 1, f"{match.group()}: {why}"))
    if path != INT128_HOME:
        for match in INT128.finditer(code):
            found.append((code.count("\n", 0, match.start()) + 1,
                          f"{match.group()}: only {INT128_HOME} may name it"))
    return found


def self_test():
    wrong = [
        ("include/yesan/money/a.h", '#include "yesan/calendar/date.h"\n'),
        ("include/yesan/calendar/a.h", '#include "yesan/money/money.h"\n'),
        ("lib/base/a.cc", '#include "yesan/money/money.h"\n'),
        ("lib/sheet/a.cc", '#include "lib/check/rules.h"\n'),
        ("lib/report/a.cc", '  #  include "yesan/capi.h"\n'),
        ("lib/report/a.cc", '#include "capi/guard.h"\n'),
        ("lib/money/a.cc", '#include "yesan/moony/money.h"\n'),
        ("include/yesan/base/a.h", '#include "absl/strings/string_view.h"\n'),
        ("include/yesan/base/a.h", "#include <boost/multiprecision/cpp_int.hpp>\n"),
        ("include/yesan/base/a.h", '#include "lib/base/wide.h"\n'),
        ("lib/base/a.cc", '#include "wide.h"\n'),
        ("lib/money/a.cc", "int f(double x);\n"),
        ("lib/money/a.cc", 'auto v = std::getenv("A");\n'),
        ("lib/money/a.cc", "std::cout << 1;\n"),
        ("lib/money/a.cc", "__int128 x;\n"),
    ]
    right = [
        ("lib/budget/a.cc", '#include "yesan/money/money.h"\n#include "yesan/calendar/date.h"\n'
                            '#include "lib/budget/inner.h"\n#include "absl/strings/str_cat.h"\n'),
        ("lib/sheet/a.cc", "// no double here: a comment\nauto s = \"double\";\n"),
        ("include/yesan/yesan.h", '#include "yesan/report/report.h"\n'),
        ("capi/a.cc", '#include "yesan/report/report.h"\n#include "capi/guard.h"\n'),
        ("lib/base/wide.h", "__extension__ typedef __int128 int128;\n"),
    ]
    for path, text in wrong:
        assert judge(path, text), f"not refused: {path}: {text}"
    for path, text in right:
        assert not judge(path, text), f"refused: {path}: {judge(path, text)}"


def main():
    self_test()
    failures = files = 0
    for folder in ("include", "lib", "capi"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in (".h", ".cc", ".c", ".inc"):
                continue
            files += 1
            name = path.relative_to(ROOT).as_posix()
            for line, message in judge(name, path.read_text(encoding="utf-8")):
                print(f"{name}:{line}: {message}")
                failures += 1
    print(f"{files} files, {failures} broken rules")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
