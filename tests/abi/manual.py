"""The headers are the manual: judges what Doxygen says about them.

usage: doxygen Doxyfile 2>&1 | manual.py

Every warning fails, with one relief: what its name and its neighbours already say needs no comment of
its own. That is a member variable of a documented struct, a plain accessor (snake_case), an operator,
a constructor, and an overload beside a documented function of the same name. A type, a function with
a verb for a name, a macro: each has a comment or the gate is shut.
"""

import collections
import functools
import pathlib
import re
import sys

UNDOCUMENTED = re.compile(
    r"^(?P<file>[^:]+):(?P<line>\d+): warning: Member (?P<what>.+) \((?P<kind>[a-z ]+)\) "
    r"of (?P<of>.+) is not documented\.")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def name_of(what):
    """`Add(Money a, Money b)` -> Add; `operator==(…)` -> operator==; `kind` -> kind."""
    match = re.match(r"(operator[^\w\s(]+|operator\(\)|operator \w+|~?\w+)", what)
    return match.group(1) if match else what


@functools.lru_cache(None)
def code_of(path):
    return COMMENT.sub(" ", pathlib.Path(path).read_text(encoding="utf-8"))


def judge(lines, code=code_of):
    warnings = [line.rstrip("\n") for line in lines if "warning:" in line or "error:" in line]
    missing = collections.Counter(
        (m["file"], name_of(m["what"])) for m in map(UNDOCUMENTED.match, warnings) if m)
    found = []
    for line in warnings:
        match = UNDOCUMENTED.match(line)
        if not match:
            found.append(line)
            continue
        name, kind = name_of(match["what"]), match["kind"]
        scope = match["of"].split("::")[-1]
        if kind in ("variable", "typedef") and not match["of"].startswith(("namespace", "file")):
            continue
        if kind == "function" and (
                name.startswith(("operator", "~")) or name == scope
                or re.fullmatch(r"[a-z][a-z0-9_]*", name)
                and match["of"].startswith(("class", "struct"))):
            continue
        declared = len(re.findall(rf"\b{re.escape(name)}\s*\(", code(match["file"])))
        if kind == "function" and missing[match["file"], name] < declared:
            continue
        found.append(line)
    return found


def self_test():
    def one(text, code="Add(Money a); Add(Decimal a);"):
        return judge([text], lambda path: code)

    assert one("a.h:1: warning: Member Add(Money a) (function) of namespace yesan is not documented.",
               "Add(Money a);")
    assert not one("a.h:1: warning: Member Add(Money a) (function) of namespace yesan is not documented.")
    assert one("a.h:1: warning: Compound yesan::Money is not documented.")
    assert one("a.h:1: warning: Member X (macro definition) of file a.h is not documented.")
    assert one("a.h:1: warning: Found unknown command `\\foo'")
    assert not one("a.h:1: warning: Member kind (variable) of struct yesan::A is not documented.")
    assert not one("a.h:1: warning: Member is_zero() const (function) of class yesan::A is not documented.")
    assert not one("a.h:1: warning: Member operator==(A a, A b) (function) of namespace yesan is not documented.")
    assert one("a.h:1: warning: Member Settle() const (function) of class yesan::A is not documented.", "Settle()")


if __name__ == "__main__":
    self_test()
    failures = judge(sys.stdin)
    print("\n".join(failures) or "each public name has its comment")
    sys.exit(1 if failures else 0)
