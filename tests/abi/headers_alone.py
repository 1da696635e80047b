"""Every public header compiles alone, and twice in one file: g++ as C++17 and clang++ as C++20, with
warnings as errors, and all of them together the other way round; capi.h as strict C99 and C11 too.
A compiler that is not there is left out, and said so.

usage: headers_alone.py [--jobs N]
"""

import argparse
import concurrent.futures
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[2]
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow",
            "-Werror"]


def compile_alone(job):
    command, headers = job
    text = "".join(f'#include "{header}"\n' for header in headers) * 2
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    return None if done.returncode == 0 else f"{headers}: {' '.join(command)}\n{done.stderr}"


def jobs():
    headers = sorted(p.relative_to(ROOT / "include").as_posix()
                     for p in (ROOT / "include").rglob("*.h"))
    one_each, c_header = [[header] for header in headers], [["yesan/capi.h"]]
    tail = ["-fsyntax-only", "-I", str(ROOT / "include"), *WARNINGS, "-"]
    for name, language, standard, files in [
            ("g++", "c++", "c++17", one_each), ("g++", "c++", "c++20", [headers]),
            ("clang++", "c++", "c++17", [headers]), ("clang++", "c++", "c++20", one_each),
            ("gcc", "c", "c99", c_header), ("gcc", "c", "c11", c_header),
            ("clang", "c", "c99", c_header), ("clang", "c", "c11", c_header)]:
        if not shutil.which(name):
            print(f"{name} is not here: left out")
            continue
        for file in files:
            yield [name, "-x", language, f"-std={standard}", *tail], file


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2)
    work = list(jobs())
    with concurrent.futures.ThreadPoolExecutor(parser.parse_args().jobs) as pool:
        failures = [f for f in pool.map(compile_alone, work) if f]
    print("\n".join(failures))
    print(f"{len(work)} compilations of public headers, {len(failures)} refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
