"""Every public header compiles alone, and twice in one file: g++ and clang++, C++17 and C++20, with
warnings as errors; capi.h as strict C99 and C11 too. A compiler that is not there is left out, and
said so.

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
    command, header = job
    text = f'#include "{header}"\n#include "{header}"\n'
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    return None if done.returncode == 0 else f"{header}: {' '.join(command)}\n{done.stderr}"


def jobs():
    headers = sorted(p.relative_to(ROOT / "include").as_posix()
                     for p in (ROOT / "include").rglob("*.h"))
    tail = ["-fsyntax-only", "-I", str(ROOT / "include"), *WARNINGS, "-"]
    for name, language, standards in [("g++", "c++", ("c++17", "c++20")),
                                      ("clang++", "c++", ("c++17", "c++20")),
                                      ("gcc", "c", ("c99", "c11")), ("clang", "c", ("c99", "c11"))]:
        if not shutil.which(name):
            print(f"{name} is not here: left out")
            continue
        for standard in standards:
            for header in headers:
                if language == "c++" or header == "yesan/capi.h":
                    yield [name, "-x", language, f"-std={standard}", *tail], header


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2)
    work = list(jobs())
    with concurrent.futures.ThreadPoolExecutor(parser.parse_args().jobs) as pool:
        failures = [f for f in pool.map(compile_alone, work) if f]
    print("\n".join(failures))
    print(f"{len(work)} compilations of public headers alone, {len(failures)} refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
