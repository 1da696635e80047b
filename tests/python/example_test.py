"""examples/program_sheet.py says the same as the program in C++."""

import json
import pathlib
import subprocess
import sys
import unittest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
SEOUL = "data/seoul-2021-village-community-center.txt"


def run(*arguments):
    return subprocess.run([sys.executable, "-B", "program_sheet.py", *arguments], cwd=EXAMPLES,
                          capture_output=True, text=True, encoding="utf-8")


class ProgramSheet(unittest.TestCase):
    def test_json_holds_the_same_data(self):
        done = run("--json", SEOUL)
        expected = (EXAMPLES / "expected/program_sheet.json").read_text(encoding="utf-8")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(json.loads(done.stdout), json.loads(expected))

    def test_what_cannot_be_read_is_named(self):
        done = run(SEOUL, "data/no-such-sheet.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no-such-sheet.txt", done.stderr)


if __name__ == "__main__":
    unittest.main()
