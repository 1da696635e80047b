"""What is generated from capi.h is up to date; the header keeps to its rules; every function is tested in C."""

import ctypes
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = (ROOT / "include/yesan/capi.h").read_text(encoding="utf-8")
FUNCTIONS = re.findall(r"((?:^///[^\n]*\n)+)YESAN_API ([^;]*?)\b(yesan_\w+)\(([^;]*)\);", HEADER, re.M)


class Abi(unittest.TestCase):
    def test_generated_files_are_those_of_the_header(self):
        done = subprocess.run([sys.executable, "-B", ROOT / "capi/python/generate_abi.py", "--check"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_loaded_library_has_every_function(self):
        import yesan
        from yesan import _abi
        self.assertEqual(yesan.library().yesan_abi_version(), _abi.YESAN_ABI_VERSION)
        self.assertEqual(len(_abi.FUNCTIONS), HEADER.count("\nYESAN_API "))
        self.assertEqual(ctypes.sizeof(_abi.yesan_error), 512)

    def test_every_function_says_threads_since_and_what_it_refuses(self):
        self.assertEqual(len(FUNCTIONS), HEADER.count("\nYESAN_API "))
        for comment, returns, name, _ in FUNCTIONS:
            self.assertRegex(comment, r"Threads: \S", name)
            self.assertRegex(comment, r"Since: 0\.\d", name)
            if returns.strip() == "yesan_status":
                self.assertRegex(comment, r"Refuses", name)

    def test_a_function_that_can_refuse_takes_the_error_last(self):
        for _, returns, name, arguments in FUNCTIONS:
            if returns.strip() == "yesan_status":
                self.assertRegex(arguments, r"yesan_error ?\* ?error$", name)

    def test_signatures_hold_no_type_that_differs_between_compilers(self):
        code = re.sub(r"//[^\n]*", "", HEADER)
        code = code[code.index("#include"):]
        for word in ("bool", "long", "short", "int ", "unsigned", "double", "float", "size_t", "__int128"):
            self.assertNotRegex(code, rf"\b{word.strip()}\b", word)
        for _, _, name, arguments in FUNCTIONS:
            self.assertNotRegex(arguments, r"\byesan_(?!status\b|error\b)\w+ \w+", f"{name}: a struct by value")

    def test_c_tests_hold_a_success_and_a_refusal_of_each_function(self):
        tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/capi").glob("*_test.c"))
        tests = re.sub(r"\s+", " ", tests)
        for _, returns, name, _ in FUNCTIONS:
            if returns.strip() != "yesan_status":
                self.assertRegex(tests, rf"\b{name}\(", name)
                continue
            self.assertRegex(tests, rf"(EXPECT_OK\( ?{name}\(|EXPECT\({name}\([^;]*== YESAN_OK)", f"{name}: no success")
            self.assertRegex(tests, rf"(EXPECT_REFUSED\( ?{name}\(|EXPECT\({name}\([^;]*== YESAN_E_)",
                             f"{name}: no refusal")


if __name__ == "__main__":
    unittest.main()
