"""What may lie where: the top of the tree is fixed, and each folder explains itself.

README.md and README.ko.md are one text in two languages: the same headings in the same order and the
same code, word for word.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("YESAN_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
TOP = {
    "CMakeLists.txt", "include", "lib", "capi", "examples", "tests", "cmake",
    "README.md", "README.ko.md", "LICENSE", "CONTRIBUTING.md", "CMakePresets.json",
    ".clang-format", ".clang-tidy", ".gitignore", ".ci",
}


def tracked():
    """The files of the tree: git's list, or all of them where there is no git."""
    try:
        out = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True)
        files = [name for name in out.stdout.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        files = [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file()]
    return [name for name in files if not name.startswith(("build/", ".git/"))]


def outline(text):
    """Headings (their depth) and code blocks of a Markdown text, in order."""
    shape, code = [], None
    for line in text.splitlines():
        if line.startswith("```"):
            if code is None:
                code = [line]
            else:
                shape.append("\n".join(code))
                code = None
        elif code is not None:
            code.append(line)
        elif match := re.match(r"(#+) ", line):
            shape.append(match.group(1))
    return shape


def judge(files, read):
    found = []
    for name in files:
        top = name.split("/")[0]
        if top not in TOP:
            found.append(f"{name}: {top} has no place at the top of the tree")
        if top == ".ci" and name != ".ci/run":
            found.append(f"{name}: .ci holds run and nothing else")
    folders = {f.split("/")[0] for f in files if "/" in f} - {".ci"}
    # A folder of tests that is named after a module, or after an interface, needs no words.
    plain = {f.split("/")[2] for f in files if re.match(r"include/yesan/[^/]+/", f)}
    folders |= {"/".join(f.split("/")[:2]) for f in files if re.match(r"tests/[^/]+/", f)
                and f.split("/")[1] not in plain | {"capi", "python"}}
    for folder in sorted(folders):
        if f"{folder}/README.md" not in files:
            found.append(f"{folder}: no README.md says what this folder is")
    lines = read("CMakeLists.txt").count("\n")
    if lines >= 120:
        found.append(f"CMakeLists.txt: {lines} lines; it must stay under 120")
    umbrella = read("include/yesan/yesan.h")
    for name in files:
        if re.match(r"include/yesan/[^/]+/.+\.h$", name):
            if f'#include "{name[len("include/"):]}"' not in umbrella:
                found.append(f"{name}: yesan/yesan.h does not take it in")
    english, korean = outline(read("README.md")), outline(read("README.ko.md"))
    for number, (a, b) in enumerate(zip(english, korean), 1):
        if a != b:
            found.append(f"README.md and README.ko.md part at heading or code block {number}:\n"
                         f"  {a[:200]!r}\n  {b[:200]!r}")
            break
    if len(english) != len(korean):
        found.append(f"README.md has {len(english)} headings and code blocks, "
                     f"README.ko.md {len(korean)}")
    return found


def self_test():
    text = {"CMakeLists.txt": "x\n", "README.md": "# a\n", "README.ko.md": "# b\n",
            "include/yesan/yesan.h": '#include "yesan/base/a.h"\n'}
    good = ["CMakeLists.txt", "README.md", "README.ko.md", "lib/README.md", "lib/base/a.cc"]
    assert not judge(good, text.get)
    assert judge(good + ["docs/a.md"], text.get)
    assert judge(good + ["include/README.md", "include/yesan/base/b.h"], text.get)
    assert judge(good + ["notes.txt"], text.get)
    assert judge(good + [".ci/other"], text.get)
    assert judge(good + ["capi/a.cc"], text.get)
    assert judge(good + ["tests/README.md", "tests/odd/a.py"], text.get)
    assert not judge(good + ["tests/README.md", "tests/base/a_test.cc", "include/README.md",
                             "include/yesan/base/a.h"], text.get)
    assert judge(good, dict(text, **{"README.md": "# a\n## b\n"}).get)
    assert judge(good, dict(text, **{"CMakeLists.txt": "x\n" * 120}).get)


def main():
    self_test()
    found = judge(tracked(), lambda name: (ROOT / name).read_text(encoding="utf-8"))
    print("\n".join(found) or "the tree is in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
