"""examples/program_sheet.py says the same as the program in C++."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import yesan

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

    def test_json_names_what_was_not_read(self):
        done = run("--json", "data", "no-such-folder/없음.txt")
        expected = (EXAMPLES / "expected/program_sheet.partly_missing.json").read_text(encoding="utf-8")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(json.loads(done.stdout), json.loads(expected))

    def test_json_has_the_text_that_was_not_understood(self):
        with tempfile.TemporaryDirectory() as folder:
            sheet = pathlib.Path(folder, "sheet.txt")
            sheet.write_text("마을 지원\n\n@@ 알 수 없는 글 @@\n", encoding="utf-8")
            document = json.loads(run("--json", str(sheet)).stdout)["documents"][0]
            expected = [{"line": line["place"].line, "column": line["place"].column, "offset": line["place"].offset,
                         "length": line["place"].length, "text": line["text"]}
                        for line in yesan.read(sheet.read_bytes()).not_understood()]
            self.assertEqual(document["not_understood"], expected)

    def test_several_documents_have_a_page_each_and_a_summary_that_links_to_them(self):
        with tempfile.TemporaryDirectory() as folder:
            summary = pathlib.Path(folder, "new", "모음.html")
            done = run("--html", str(summary), SEOUL, "../tests/sheet/data/07-solnae-counsel.md")
            self.assertEqual(done.returncode, 1, done.stderr)
            text = summary.read_text(encoding="utf-8")
            for number in (1, 2):
                self.assertIn("<svg", (summary.parent / "모음" / f"{number}.html").read_text(encoding="utf-8"))
                self.assertIn(f'href="./{urllib.parse.quote("모음")}/{number}.html"', text)

    def test_a_page_is_never_written_over_a_document(self):
        with tempfile.TemporaryDirectory() as folder:
            sheet = pathlib.Path(folder, "all", "1.html")
            sheet.parent.mkdir()
            sheet.write_bytes((EXAMPLES / SEOUL).read_bytes())
            before = sheet.read_bytes()
            for arguments in (("--html", str(sheet), str(sheet)),
                              ("--html", str(pathlib.Path(folder, "all.html")), str(sheet), SEOUL)):
                done = run("--format", "tabs", *arguments)
                self.assertEqual(done.returncode, 2)
                self.assertIn("--html", done.stderr)
                self.assertEqual(sheet.read_bytes(), before)

    def test_a_page_of_its_own_is_no_document_of_a_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            sheet = pathlib.Path(folder, "sheet.txt")
            sheet.write_bytes((EXAMPLES / SEOUL).read_bytes())
            run("--html", str(pathlib.Path(folder, "report.html")), str(sheet))
            documents = json.loads(run("--json", folder).stdout)["documents"]
            self.assertEqual([document["file"] for document in documents], [str(sheet)])

    def test_csv_has_a_bom_in_a_file_and_none_in_a_pipe(self):
        self.assertTrue(run("--csv", SEOUL).stdout.startswith("file,"))
        with tempfile.TemporaryFile() as file:
            subprocess.run([sys.executable, "-B", "program_sheet.py", "--csv", SEOUL], cwd=EXAMPLES, stdout=file)
            file.seek(0)
            self.assertEqual(file.read(8), b"\xef\xbb\xbffile,")

    def test_what_cannot_be_read_is_named(self):
        done = run(SEOUL, "data/no-such-sheet.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no-such-sheet.txt: 열 수 없습니다", done.stdout)  # the summary names it
        done = run("data/no-such-sheet.txt")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("no-such-sheet.txt", done.stderr)


if __name__ == "__main__":
    unittest.main()
