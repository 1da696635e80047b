"""Builds and runs the code of a README and compares what it prints with the block that follows it.

usage: readme.py README.md WORK LIBDIR ROOT

A block ```cpp, ```c or ```python is a whole program; a block ```text right after it is what it must
print. LIBDIR holds the installed libraries (pkg-config finds them there); programs run in ROOT.
"""

import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)


def flags(package):
    out = subprocess.run(["pkg-config", "--cflags", "--libs", package], capture_output=True,
                         text=True, check=True)
    return out.stdout.split()


def main(readme, work, libdir, root):
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    environment = dict(os.environ, LD_LIBRARY_PATH=libdir, PYTHONUTF8="1",
                       PKG_CONFIG_PATH=f"{libdir}/pkgconfig", PYTHONPATH=f"{root}/capi/python",
                       YESAN_LIBRARY=f"{libdir}/libyesan.so")
    os.environ.update(environment)
    blocks = BLOCK.findall(pathlib.Path(readme).read_text(encoding="utf-8"))
    failures = runs = 0
    for number, (language, code) in enumerate(blocks):
        if language not in ("cpp", "c", "python"):
            continue
        source = work / f"block{number}.{'py' if language == 'python' else language}"
        source.write_text(code, encoding="utf-8")
        program = work / f"block{number}"
        warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
        if language == "cpp":
            build = ["c++", "-std=c++17", *warnings, source, "-o", program, *flags("yesan-cxx")]
        elif language == "c":
            build = ["cc", "-std=c99", *warnings, source, "-o", program, *flags("yesan")]
        else:
            build, program = None, [sys.executable, "-B", source]
        if build:
            done = subprocess.run(build, capture_output=True, text=True)
            if done.returncode != 0:
                print(f"{readme}: block {number + 1} ({language}) does not build:\n{done.stderr}")
                failures += 1
                continue
        done = subprocess.run(program, capture_output=True, text=True, cwd=root, env=environment)
        runs += 1
        expected = None
        if number + 1 < len(blocks) and blocks[number + 1][0] == "text":
            expected = blocks[number + 1][1]
        if done.returncode != 0 or (expected is not None and done.stdout != expected):
            print(f"{readme}: block {number + 1} ({language}): status {done.returncode}, printed\n"
                  f"{done.stdout}{done.stderr}instead of\n{expected}")
            failures += 1
    print(f"{runs} programs run, {failures} failed")
    return 1 if failures or not runs else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
