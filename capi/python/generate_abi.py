#!/usr/bin/env python3
"""Writes what must agree with include/yesan/capi.h, from capi.h itself:

  capi/python/yesan/_abi.py   constants, structs and signatures for ctypes
  tests/capi/layout.inc       sizes, offsets and constants, for the C compiler to compare

usage: generate_abi.py [--check]      --check writes nothing and fails when a file is not up to date
"""

import ctypes
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = ROOT / "include/yesan/capi.h"
ABI = ROOT / "capi/python/yesan/_abi.py"
LAYOUT = ROOT / "tests/capi/layout.inc"

SCALARS = {"uint8_t": "c_uint8", "int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64",
           "uint64_t": "c_uint64", "char": "c_char", "yesan_status": "c_int32"}


class Header:
    """The declarations of a header that keeps to one style: a constant, a field or a function each."""

    def __init__(self, text):
        text = re.sub(r"//[^\n]*", "", text)
        self.constants = [(name, int(value)) for name, value in
                          re.findall(r"\b(YESAN_[A-Z0-9_]+)\s*=\s*(\d+)\b", text)]
        self.abi_version = int(re.search(r"#define YESAN_ABI_VERSION (\d+)u", text).group(1))
        self.handles = re.findall(r"^typedef struct (yesan_\w+) \1;", text, re.M)
        self.structs = [(name, self.fields(body)) for name, body in
                        re.findall(r"^typedef struct (yesan_\w+) \{\n(.*?)^\} \1;", text, re.M | re.S)]
        self.functions = [(name, returns.strip(), [self.split(a) for a in arguments.split(",")
                                                   if a.strip() != "void"])
                          for returns, name, arguments in
                          re.findall(r"^YESAN_API ([\w ]+[ *]+)(yesan_\w+)\(([^)]*)\);", text, re.M)]
        words = len(re.findall(r"^YESAN_API ", text, re.M))
        fields = sum(len(f) for _, f in self.structs)
        semicolons = sum(body.count(";") for body in
                         re.findall(r"^typedef struct yesan_\w+ \{\n(.*?)^\}", text, re.M | re.S))
        if words != len(self.functions) or fields != semicolons:
            raise SystemExit(f"capi.h: {words} functions declared, {len(self.functions)} understood; "
                             f"{semicolons} fields declared, {fields} understood")

    @staticmethod
    def split(declaration):
        """`const int64_t *amounts` -> (type, stars, name, 0); `char rule[56]` -> (char, 0, rule, 56)."""
        declaration = re.sub(r"\bconst\b", " ", declaration)
        match = re.match(r"\s*(\w+)\s*([* ]*?)\s*(\w+)\s*(?:\[(\d+)\])?\s*$", declaration)
        if not match:
            raise SystemExit(f"capi.h: not understood: {declaration!r}")
        kind, stars, name, count = match.groups()
        return kind, stars.count("*"), name, int(count or 0)

    def fields(self, body):
        return [self.split(field) for field in body.split(";") if field.strip()]

    def ctype(self, kind, stars, count=0):
        if kind == "void" and stars == 0:
            return "None"
        if kind in self.handles:
            if stars == 0:
                raise SystemExit(f"capi.h: {kind} by value")
            text, stars = "c_void_p", stars - 1
        elif kind == "char" and stars:
            # Never c_char_p: it would copy up to the first NUL.
            text = "POINTER(c_char)"
            stars -= 1
        else:
            text = SCALARS.get(kind, kind)
        for _ in range(stars):
            text = f"POINTER({text})"
        return f"{text} * {count}" if count else text


# ctypes cuts a whole number off at the width of its field or argument; these refuse it.
CHECKED = '''LIMITS = {c_int32: (-1 << 31, (1 << 31) - 1), c_uint32: (0, (1 << 32) - 1),
          c_int64: (-1 << 63, (1 << 63) - 1), c_uint64: (0, (1 << 64) - 1)}


def check(name, kind, value):
    """Refuses a whole number that does not fit; ctypes would cut it off."""
    low, high = LIMITS[kind]
    if not low <= value <= high:
        sign = "signed" if low else "unsigned"
        raise OverflowError(f"{name}: {value} does not fit {8 * sizeof(kind)} bits, {sign}")


class Struct(Structure):
    """A struct whose whole numbers are checked when it is made."""

    def __init_subclass__(cls):
        cls._whole = {name: kind for name, kind in cls._fields_ if kind in LIMITS}

    def __init__(self, *values, **named):
        for (name, kind), value in zip(self._fields_, values):
            if kind in LIMITS:
                check(name, kind, value)
        for name, value in named.items():
            if name in self._whole:
                check(name, self._whole[name], value)
        super().__init__(*values, **named)'''


def python_of(header):
    out = ['"""Constants, structs and signatures of libyesan. Generated from capi.h by generate_abi.py."""', "",
           "from ctypes import (POINTER, Structure, c_char, c_char_p, c_int32, c_int64, c_uint32, c_uint64,",
           "                    c_void_p, sizeof)", "", f"YESAN_ABI_VERSION = {header.abi_version}", ""]
    out += [f"{name} = {value}" for name, value in header.constants]
    out += ["", CHECKED]
    for name, fields in header.structs:
        out += ["", "", f"class {name}(Struct):", "    _fields_ = ["]
        out += [f'        ("{field}", {header.ctype(kind, stars, count)}),'
                for kind, stars, field, count in fields]
        out += ["    ]"]
    out += ["", "", "# name: (result, arguments)", "FUNCTIONS = {"]
    for name, returns, arguments in header.functions:
        kind, stars = returns.replace("const", "").replace("*", "").strip(), returns.count("*")
        result = "c_char_p" if kind == "char" and stars else header.ctype(kind, stars)
        types = [header.ctype(k, s, c) for k, s, _, c in arguments]
        line = f'    "{name}": ({result}, [{", ".join(types)}]),'
        if len(line) > 100:
            line = f'    "{name}": (\n        {result},\n        [' + ",\n         ".join(types) + "]),"
        out.append(line)
    return "\n".join(out + ["}", ""])


def layout_of(header, python):
    scope = {}
    exec(compile(python, str(ABI), "exec"), scope)
    out = ["// Sizes, offsets and constants of capi.h where pointers have 64 bits. Generated by generate_abi.py."]
    for name, fields in header.structs:
        out.append(f"SIZE({name}, {ctypes.sizeof(scope[name])})")
        out += [f"FIELD({name}, {field}, {getattr(scope[name], field).offset})"
                for _, _, field, _ in fields]
    out += [f"VALUE({name}, {value})" for name, value in header.constants]
    return "\n".join(out + [""])


def main(arguments):
    header = Header(HEADER.read_text(encoding="utf-8"))
    python = python_of(header)
    stale = []
    for path, text in [(ABI, python), (LAYOUT, layout_of(header, python))]:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.relative_to(ROOT).as_posix())
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8")
    if stale:
        print("not up to date: " if "--check" in arguments else "written: ", ", ".join(stale), sep="")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
