"""The headers are the manual: judges what Doxygen says about them.

usage: doxygen Doxyfile 2>&1 | manual.py

Every warning fails, with one relief: what its name and its neighbours already say needs no comment of
its own. That is a member variable of a documented struct, a plain accessor (snake_case), an operator,
a constructor, and whatever stands in one paragraph, without a blank line between, below a comment: an
overload, a second constant. A type, a function with a verb for a name, a macro: each has a comment or
the gate is shut.
"""

import functools
import pathlib
import re
import sys

UNDOCUMENTED = re.compile(
    r"^(?P<file>[^:]+):(?P<line>\d+): warning: Member (?P<what>.+) \((?P<kind>[a-z ]+)\) "
    r"of (?P<of>.+) is not documented\.")


def name_of(what):
    """`Add(Money a, Money b)` -> Add; `operator==(…)` -> operator==; `kind` -> kind."""
    match = re.match(r"(operator[^\w\s(]+|operator\(\)|operator \w+|~?\w+)", what)
    return match.group(1) if match else what


@functools.lru_cache(None)
def lines_of(path):
    return pathlib.Path(path).read_text(encoding="utf-8").splitlines()


def has_comment_above(lines, number):
    """Whether a comment stands above line `number` (from 1) in the same paragraph."""
    for line in reversed(lines[: number - 1]):
        if not line.strip():
            return False
        if line.lstrip().startswith(("///", "/**", "*/")):
            return True
    return False


def judge(output, read=lines_of):
    found = []
    for line in output:
        line = line.rstrip("\n")
        if "warning:" not in line and "error:" not in line:
            continue
        match = UNDOCUMENTED.match(line)
        if not match:
            found.append(line)
            continue
        name, kind = name_of(match["what"]), match["kind"]
        member = match["of"].startswith(("class", "struct", "union"))
        scope = match["of"].split("::")[-1]
        if member and (kind in ("variable", "typedef") or name.startswith("~") or name == scope
                       or re.fullmatch(r"[a-z][a-z0-9_]*", name)):
            continue
        if name.startswith("operator"):
            continue
        # Doxygen may name the line of an inline definition; the comment stands at a declaration.
        lines = read(match["file"])
        places = [n for n, text in enumerate(lines, 1) if re.search(rf"\b{re.escape(name)}\b", text)]
        if kind != "macro definition" and any(
                has_comment_above(lines, n) for n in [int(match["line"]), *places]
                if not lines[n - 1].lstrip().startswith("//")):
            continue
        found.append(line)
    return found


def self_test():
    def one(text, header):
        return judge([f"a.h:{len(header)}: warning: {text}"], lambda path: header)

    def member(what, kind, of):
        return f"Member {what} ({kind}) of {of} is not documented."

    alone = ["/// A.", "int A();", "", "int B();"]
    below = ["/// A.", "int A();", "int A(int);"]
    function = member("B()", "function", "namespace yesan")
    assert one(function, alone)
    assert not one(function, below)
    assert one("Compound yesan::Money is not documented.", below)
    assert one(member("X", "macro definition", "file a.h"), below)
    assert one("Found unknown command `\\foo'", below)
    assert one(member("kA", "variable", "namespace yesan"), alone)
    assert one(member("Settle() const", "function", "class yesan::A"), alone)
    assert not one(member("kind", "variable", "struct yesan::A"), alone)
    assert not one(member("is_zero() const", "function", "class yesan::A"), alone)
    assert not one(member("A()", "function", "class yesan::A"), alone)
    assert not one(member("operator==(A a, A b)", "function", "namespace yesan"), alone)


if __name__ == "__main__":
    self_test()
    failures = judge(sys.stdin)
    print("\n".join(failures) or "each public name has its comment")
    sys.exit(1 if failures else 0)
