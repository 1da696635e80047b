"""The symbols that libyesan.so shows are exactly those of symbols.txt, and capi.h declares them all.

usage: symbols_test.py path/to/libyesan.so
"""

import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]


def exported(library):
    out = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True,
                         check=True).stdout
    # `A` is the version node itself; a name carries its node after @@.
    return {fields[2].split("@")[0] for fields in map(str.split, out.splitlines())
            if len(fields) == 3 and fields[1] != "A"}


def listed(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def main():
    names = listed(HERE / "symbols.txt")
    found = []
    if names != sorted(set(names)):
        found.append("symbols.txt: sorted, each name once")
    symbols = exported(sys.argv[1])
    for name in sorted(symbols - set(names)):
        found.append(f"exported, but not in symbols.txt: {name}")
    for name in sorted(set(names) - symbols):
        found.append(f"in symbols.txt, but not exported: {name}")
    header = (ROOT / "include/yesan/capi.h").read_text(encoding="utf-8")
    header = re.sub(r"/\*.*?\*/|//[^\n]*", " ", header, flags=re.S)
    declared = set(re.findall(r"\b(yesan_[a-z0-9_]+)\s*\(", header))
    for name in sorted(set(names) - declared):
        found.append(f"in symbols.txt, but not declared in capi.h: {name}")
    for name in sorted(declared - set(names)):
        found.append(f"declared in capi.h, but not in symbols.txt: {name}")
    print("\n".join(found) or f"{len(names)} symbols, as listed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
