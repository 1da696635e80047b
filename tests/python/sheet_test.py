"""Books and program sheets through ctypes."""

import pathlib
import threading
import unittest

import yesan
from yesan import SettlementColumn as Column
from yesan import _columns

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEOUL = (ROOT / "examples/data/seoul-2021-village-community-center.txt").read_bytes()


class Books(unittest.TestCase):
    def setUp(self):
        self.book = yesan.PrintedBook()
        self.addCleanup(self.book.close)
        self.program = self.book.add_program(2020, "마을공동체 종합지원센터 운영")

    def test_a_program_keeps_its_number_when_it_is_renamed(self):
        self.book.add_program_year(self.program, 2021, "마을자치 지원")
        self.assertEqual(self.book.find_program("마을·자치지원"), self.program)
        self.assertEqual(self.book.program_name(self.program, 2020), "마을공동체 종합지원센터 운영")
        with self.assertRaises(yesan.BookError) as refused:
            self.book.add_program_year(self.program, 2021, "x")
        self.assertEqual(refused.exception.code, yesan.E_DUPLICATE)

    def test_items_go_in_whole_or_not_at_all(self):
        columns = dict(fiscal_year=[2021, 2021], program=[0, 9], object_item=["307-05", "401-01"],
                       prior=[5196358000, 1], current=[4066896000, 2])
        self.assertEqual(list(self.book.check_items(**columns)), [0, yesan.E_NOT_FOUND])
        with self.assertRaises(yesan.BookError) as refused:
            self.book.add_items(**columns)
        self.assertEqual(refused.exception.row, 1)
        self.assertEqual(len(self.book.items()), 0)
        columns["program"] = [0, 0]
        self.assertEqual(self.book.add_items(**columns), 0)
        items = self.book.items()
        self.assertEqual(list(items.change), [-1129462000, 1])
        self.assertEqual(items.object_item, ["307-05", "401-01"])

    def test_settlement_rows_are_proved(self):
        totals = {Column.ADOPTED: [5218436000], Column.CARRYOVER_IN: [0], Column.NET_ADJUSTMENT: [0],
                  Column.CURRENT_BUDGET: [5218436000], Column.DISBURSED: [4908037000],
                  Column.CARRYOVER_OUT: [0], Column.LAPSED_BALANCE: [310400000]}
        self.assertEqual(list(self.book.check_settlement([0], [2017], totals)), [0])
        self.assertEqual(self.book.add_settlement([0], [2017], totals), 0)
        self.assertRaises(yesan.BookError, self.book.add_settlement, [0], [2017], totals)
        findings = self.book.check()
        self.assertEqual(findings.rule, ["settlement.lapsed"])
        self.assertEqual((findings.printed, findings.expected), (["310,400,000원"], ["310,399,000원"]))
        self.assertEqual(findings.difference, ["1,000원"])
        self.assertIn("310,399,000원", findings.message_ko[0])
        rows = self.book.settlement()
        self.assertEqual(rows.total[Column.DISBURSED - 1][0], 4908037000)


class Sheets(unittest.TestCase):
    def setUp(self):
        self.sheet = yesan.read(SEOUL)
        self.addCleanup(self.sheet.close)

    def test_the_figures_of_the_real_sheet(self):
        self.assertEqual(self.sheet.title, "마을공동체 종합지원센터 운영")
        self.assertEqual(self.sheet.info.fiscal_year, 2021)
        overview = self.sheet.overview()
        self.assertEqual(list(overview.current.won)[-1], 4066896000)
        self.assertEqual(overview.change.printed[-1], "(x-) Δ1,129,462")
        place = overview.change.place[-1]
        self.assertEqual(SEOUL[place.offset:place.offset + place.length].decode(), "(x-) Δ1,129,462")
        self.assertEqual(list(self.sheet.settlement().year), [2017, 2018, 2019])
        self.assertEqual(len(self.sheet.officers()), 3)
        self.assertEqual(self.sheet.schedule().record(0)["amount"]["won"], 4066896000)
        self.assertEqual(sum(self.sheet.basis().parent == -1) if _columns.numpy else 4, 4)
        self.assertGreater(len(self.sheet.results()), 20)
        self.assertEqual(self.sheet.funding().label[1], "국비")
        self.assertEqual(self.sheet.facts().value[0], "일반회계")
        self.assertEqual(len(self.sheet.lines(yesan.SectionKind.EFFECTS)), 5)
        self.assertIn(yesan.SectionKind.SETTLEMENT, list(self.sheet.sections().kind))
        self.assertEqual(len(self.sheet.not_understood()), self.sheet.info.not_understood_count)
        self.assertGreaterEqual(len(self.sheet.reading()), 0)

    def test_what_is_written_reads_back(self):
        for form in (yesan.SheetFormat.TABS, yesan.SheetFormat.MARKDOWN):
            self.assertEqual(yesan.read(self.sheet.write(form)), self.sheet)
        self.assertRaises(yesan.MisuseError, self.sheet.write, yesan.SheetFormat.LAYOUT)

    def test_findings_and_reports(self):
        report = self.sheet.check()
        findings = report.findings()
        lines = [place.line for place, rule in zip(findings.place, findings.rule) if "unit" in rule or "won" in rule]
        self.assertEqual([line for line in lines if 43 <= line <= 46], [43, 44, 45, 46])
        self.assertNotIn(yesan.Severity.ERROR, list(findings.severity))
        self.assertIn("sheet.txt:43:", report.write(name="sheet.txt"))
        self.assertIn("<svg", report.write(format=yesan.ReportFormat.HTML, language=yesan.Language.ENGLISH))
        self.assertIn("| ", report.write(format=yesan.ReportFormat.MARKDOWN))
        self.assertIn("a.txt", report.summary(["a.txt"]))
        self.assertEqual(len(report.roundings()), 5)
        self.assertGreater(len(report.coverage()), 30)
        self.assertIn("overview.change", yesan.rules().id)
        self.assertRaises(yesan.BookError, report.roundings, 3)

    def test_how_far_each_figure_is_proved(self):
        report = self.sheet.check()
        figures = report.figures()
        proofs = [yesan.Proof(proof) for proof in figures.proof]
        self.assertTrue(all(figures.name))
        self.assertTrue(any(name.startswith("결산 현황 · 2017 · ") for name in figures.name))
        self.assertGreater(proofs.count(yesan.Proof.PROVED), len(figures) // 2)
        self.assertIn(yesan.Proof.ROUGH, proofs)
        for place, printed in zip(figures.place, figures.printed):
            self.assertEqual(SEOUL[place.offset:place.offset + place.length].decode(), printed)
        proved = {place.line for place in report.coverage().place}
        self.assertTrue({place.line for place, proof in zip(figures.place, proofs)
                         if proof is yesan.Proof.PROVED} <= proved)
        self.assertIn("overview.rate", report.rough().rule)
        self.assertEqual(len(report.unread()), 0)
        odd = yesan.read("마을 지원\n\n알 수 없는 글\n\n".encode() + SEOUL[SEOUL.index("2 예산".encode()):])
        both = yesan.check([self.sheet, odd])
        self.assertEqual([(document, place.line) for document, place in
                          zip(both.unread().document, both.unread().place)], [(1, 3)])
        self.assertEqual(set(both.figures().document), {0, 1})

    def test_refusals_of_documents(self):
        cp949 = SEOUL.decode().replace("☑", "").encode("cp949", "ignore")
        with self.assertRaises(yesan.DocumentError) as refused:
            yesan.read(cp949)
        self.assertEqual(refused.exception.code, yesan.E_ENCODING)
        self.assertIn("마을공동체", yesan.read(yesan.decode_cp949(cp949)).title)
        self.assertRaises(yesan.DocumentError, yesan.read, SEOUL, bytes_max=10)
        with self.assertRaises(yesan.FigureError) as refused:
            yesan.read(b"ab\xff")
        self.assertEqual(refused.exception.offset, 2)

    def test_tables_come_as_lists_without_numpy(self):
        numpy, _columns.numpy = _columns.numpy, None
        try:
            self.assertEqual(self.sheet.overview().current.won[-1:], [4066896000])
            self.assertIsInstance(self.sheet.settlement().year, list)
        finally:
            _columns.numpy = numpy

    def test_many_threads_read_one_sheet(self):
        titles = []

        def work():
            for _ in range(3):
                self.sheet.basis()
                titles.append(self.sheet.title)
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(titles), 12)


if __name__ == "__main__":
    unittest.main()
