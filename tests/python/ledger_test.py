"""The ledger through Python: columns in and out, refusals, a year from adoption to rollover."""

import ctypes
import datetime
import unittest

import yesan
from yesan import _columns

NEW_YEAR = datetime.date(2021, 1, 1)
MARCH = datetime.date(2021, 3, 2)
LAST_DAY = datetime.date(2021, 12, 31)


class Ledger(unittest.TestCase):
    def setUp(self):
        book = self.book = yesan.Book("서울특별시", tier=yesan.Tier.METROPOLITAN, code="1100000")
        self.account = book.add_account("일반회계")
        self.office = book.add_department("지역공동체담당관")
        node = 0
        for rung in yesan.Rung:
            node = book.add_program(rung, node)
        self.program = node
        book.name_program(node, 2021, "마을공동체 종합지원센터 운영", "1234-5")
        first = book.add_items(2021, self.account, ["307-05", "201-01"], department=self.office, program=node,
                               object_group=["307", "201"])
        self.grant, self.costs = first, first + 1
        self.revenue = book.add_items(2021, self.account, "200-210-211-01", revenue=1)
        self.vote = book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, datetime.date(2020, 12, 15), "제298회 정례회 의결")
        self.adopted = book.adopt(
            2021, self.account, yesan.Stage.ORIGINAL, NEW_YEAR, [self.grant, self.costs, self.revenue],
            [1000, 200, 1200], authorization=self.vote, totals=[(node, 1200), (0, 1200)], revenue_total=1200,
            sources=[(0, yesan.FundingSource.NATIONAL_SUBSIDY, 600), (0, yesan.FundingSource.PROVINCE_FUNDS, 400)])
        book.post([self.grant, self.costs], NEW_YEAR, yesan.EntryKind.ALLOT, [1000, 200])

    def tearDown(self):
        self.book.close()

    def test_names_and_keys_are_found_again(self):
        self.assertEqual(self.book.find_account("일반회계"), self.account)
        self.assertEqual(self.book.find_department("지역공동체담당관"), self.office)
        self.assertEqual(self.book.find_program(yesan.Rung.DETAILED_PROGRAM, 2021, "1234-5"), self.program)
        self.assertRaises(yesan.BookError, self.book.find_account, "기금")
        found = self.book.find_items(2021, self.account, ["201-01", "401-01"], self.office, self.program)
        self.assertEqual(list(found), [self.costs, 0])
        self.assertEqual(self.book.items().object_group, ["307", "201", ""])
        self.assertEqual(self.book.programs(2021).name[-1], "마을공동체 종합지원센터 운영")
        self.assertEqual(self.book.accounts().name, ["일반회계"])
        self.assertEqual(self.book.departments().name, ["지역공동체담당관"])
        self.assertEqual(self.book.counts()["items"], 3)

    @unittest.skipIf(_columns.numpy is None, "without NumPy")
    def test_an_array_of_two_dimensions_is_no_column(self):
        numpy = _columns.numpy
        grid = numpy.array([[1, 2], [3, 4]], dtype=numpy.int64)
        for column in (grid, grid.T, grid.astype(numpy.int32)):
            with self.assertRaisesRegex(TypeError, "amount: a column of whole numbers was expected, not an array of shape"):
                self.book.post([self.grant, self.grant], MARCH, yesan.EntryKind.COMMIT, column)

    def test_authorizations_are_read_back(self):
        self.book.authorize(yesan.AuthorizationKind.HEAD_DECISION, MARCH, "방침", limit=0, item=self.grant)
        rows = self.book.authorizations()
        self.assertEqual(rows.document, ["제298회 정례회 의결", "방침"])
        self.assertEqual([int(limit) for limit in rows.limit], [-1, 0])
        self.assertEqual([int(item) for item in rows.item], [0, self.grant])
        self.assertEqual([int(drawn) for drawn in rows.drawn], [2400, 0])

    def test_what_is_no_day_and_no_list_of_commitments_is_said(self):
        self.assertRaises(TypeError, self.book.post, self.grant, datetime.datetime(2021, 3, 2), yesan.EntryKind.COMMIT, 1)
        self.assertRaises(TypeError, self.book.post, self.grant, MARCH, yesan.EntryKind.COMMIT, [1.0])
        for commitments, refusal in (([], ValueError), ([5], TypeError)):
            self.assertRaises(refusal, self.book.preview_rollover, 2021, LAST_DAY, self.grant,
                              yesan.Cause.ACCIDENTAL_CARRYOVER, 10, commitments=commitments)

    def test_a_number_that_does_not_fit_is_refused_and_not_cut_off(self):
        for call in (lambda: self.book.close_year(2 ** 32 + 2021), lambda: self.book.balances(known=-1),
                     lambda: self.book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, MARCH, "의결", limit=2 ** 64 + 5),
                     lambda: self.book.drawn_on(2 ** 32 + 1)):
            self.assertRaises(OverflowError, call)

    def test_a_policy_of_ones_own_is_obeyed(self):
        korean = self.book.policy_json()
        self.assertIn("지방회계법", korean)
        try:
            own = yesan.Book("Springfield", policy=korean)
        except yesan.LibraryError:
            self.skipTest("built without JSON")
        self.assertEqual(own.policy_json(), korean)
        with self.assertRaises(yesan.YesanError) as refused:
            yesan.Book("Springfield", policy='{"format": "yesan.policy/1", "lines": [{"topic": "no_such"}]}')
        self.assertIn("$.lines[0].topic", str(refused.exception))

    def test_a_budget_that_does_not_add_up_is_refused_whole(self):
        before = self.book.counts()
        with self.assertRaises(yesan.BookError) as refused:
            self.book.check_budget(2021, self.account, yesan.Stage.SUPPLEMENTARY, MARCH, [self.grant], [-10], number=1,
                                   totals=[(self.program, -11)])
        self.assertEqual(refused.exception.code, yesan.E_DOES_NOT_ADD_UP)
        self.assertEqual(self.book.counts(), before)

    def test_versions_are_compared(self):
        self.book.post(self.costs, MARCH, yesan.EntryKind.UNALLOT, 50)
        self.book.adopt(2021, self.account, yesan.Stage.SUPPLEMENTARY, MARCH, [self.costs, self.revenue], [-50, -50],
                        number=1, authorization=self.vote)
        original, first = self.book.versions(self.account, 2021)
        self.assertEqual(first, yesan.Version(2021, self.account, yesan.Stage.SUPPLEMENTARY, 1))
        rows = self.book.compare_versions(original, first)
        self.assertEqual([int(value) for value in rows.change], [0, -50, -50])
        self.assertEqual([int(value) for value in rows.revised], [1000, 150, 1150])

    def test_a_refused_row_is_named_with_what_was_there_and_nothing_is_posted(self):
        before = self.book.counts()
        with self.assertRaises(yesan.LedgerError) as refused:
            self.book.post([self.grant, self.costs], MARCH, yesan.EntryKind.COMMIT, [1000, 201], actor=1)
        self.assertEqual(refused.exception.code, yesan.E_ABOVE_AVAILABLE)
        self.assertEqual((refused.exception.row, refused.exception.available, refused.exception.asked), (1, 200, 201))
        self.assertEqual(self.book.counts(), before)
        statuses = self.book.check([self.grant, self.costs], MARCH, yesan.EntryKind.COMMIT, [1000, 201], actor=1)
        self.assertEqual(list(statuses), [0, yesan.E_ABOVE_AVAILABLE])

    def test_columns_of_different_lengths_are_refused_before_the_library_sees_them(self):
        self.assertRaises(ValueError, self.book.post, [1, 2], MARCH, yesan.EntryKind.COMMIT, [1])
        self.assertRaises(OverflowError, self.book.post, [-1], MARCH, yesan.EntryKind.COMMIT, [1])
        self.assertRaises((TypeError, AttributeError), self.book.post, [1], MARCH, yesan.EntryKind.COMMIT, [1.5])

    @unittest.skipIf(_columns.numpy is None, "NumPy is not there")
    def test_columns_of_numpy_are_taken_however_they_lie_in_memory(self):
        numpy, kind = _columns.numpy, yesan.EntryKind.COMMIT
        item = numpy.array([self.grant, self.costs], numpy.uint32)
        apart = numpy.array([3, -1, 5, -1], numpy.int64)[::2]  # with gaps
        fixed = numpy.array([7, 9], numpy.int64)
        fixed.setflags(write=False)
        other = numpy.array([1, 2], numpy.int16)
        for amount in (numpy.array([1, 1], numpy.int64), apart, fixed, other):
            before = self.book.balances_of(item).committed_total
            self.book.post(item, MARCH, kind, amount, actor=1)
            after = self.book.balances_of(item).committed_total
            self.assertEqual([int(value) for value in after - before], [int(value) for value in amount])
            days = numpy.full(2, (MARCH - datetime.date(1970, 1, 1)).days, numpy.int32)
            self.book.post(item, days, numpy.full(2, kind, numpy.int32), amount,
                           actor=numpy.ones(2, numpy.uint32))  # no column is copied where none needs it
            again = self.book.balances_of(item).committed_total
            self.assertEqual([int(value) for value in again - after], [int(value) for value in amount])
            self.assertRaises(ValueError, self.book.post, item, days[:1], numpy.full(2, kind, numpy.int32), amount)
        none = numpy.zeros(0, numpy.int64)
        self.assertEqual(self.book.post(none.astype(numpy.uint32), none.astype(numpy.int32),
                                        none.astype(numpy.int32), none).count, 0)

    def test_nothing_but_a_text_is_taken_for_one_and_the_argument_is_named(self):
        book, key = self.book, dict(fiscal_year=2021, account=self.account, department=self.office, program=self.program)
        before = book.counts()

        def post(**rows):
            return book.post(**{**dict(item=self.grant, day=MARCH, kind=yesan.EntryKind.COMMIT, amount=1), **rows})
        for name, call in (
                ("memo[0]", lambda: post(memo=[None])), ("memo[0]", lambda: post(memo=[3])), ("memo[0]", lambda: post(memo=3)),
                ("name", lambda: book.add_account(None)), ("name", lambda: book.add_account(3)),
                ("code", lambda: book.name_program(self.program, 2022, "이름", None)),
                ("document", lambda: book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, MARCH, None)),
                ("object_item", lambda: book.add_items(object_item=None, **key)),
                ("object_item[1]", lambda: book.add_items(object_item=["401-01", None], **key)),
                ("object_group[0]", lambda: book.add_items(object_item=["401-01"], object_group=[401], **key)),
                ("object_group", lambda: book.balances(object_group=None)),
                ("government", lambda: yesan.Book(None)), ("currency", lambda: yesan.Book("서울", currency=None)),
                ("document", lambda: yesan.read(None)), ("texts", lambda: yesan.parse_amounts("100")),
                ("text", lambda: yesan.parse_amount(100)), ("name", lambda: yesan.PrintedBook().add_program(2021, None))):
            with self.assertRaises(TypeError) as refused:
                call()
            self.assertEqual(str(refused.exception).split(":")[0], name)
        with self.assertRaises(yesan.YesanError):
            post(memo=[b"\xff"])
        with self.assertRaises(yesan.YesanError):
            book.add_account(b"\xff")
        self.assertEqual(book.counts(), before)
        self.assertEqual(book.entries(post(memo=["계약".encode()]).first).memo, ["계약"])
        self.assertEqual(book.find_account("일반회계".encode()), self.account)

    def test_no_truth_value_is_an_amount_and_no_text_a_day(self):
        def post(**rows):
            return self.book.post(**{**dict(item=self.grant, day=MARCH, kind=yesan.EntryKind.COMMIT, amount=1), **rows})
        for name, call in (
                ("amount[0]", lambda: post(amount=True)), ("amount[0]", lambda: post(amount=[True])),
                ("amount[0]", lambda: post(amount=["1"])), ("amount[0]", lambda: post(amount="1")),
                ("amount[0]", lambda: post(amount=[1.0])), ("day", lambda: post(day="2021-03-02")),
                ("day[0]", lambda: post(day=["2021-03-02"])), ("day", lambda: post(day=True)),
                ("day", lambda: post(day=datetime.datetime(2021, 3, 2))),
                ("day", lambda: self.book.balances(day="2021-03-02")),
                ("limit", lambda: self.book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, MARCH, "의결", limit=True)),
                ("amount", lambda: yesan.round_amount(True, 1, yesan.Rounding.UP)),
                ("amounts[0]", lambda: yesan.total([True]))):
            with self.assertRaises(TypeError) as refused:
                call()
            self.assertEqual(str(refused.exception).split(":")[0], name)
        item = self.book.add_items(2021, self.account, "200-210-211-02", revenue=[True])
        self.assertEqual(int(self.book.items().revenue[item - 1]), 1)

    def test_a_key_posts_its_rows_once(self):
        rows = dict(item=self.grant, day=MARCH, kind=yesan.EntryKind.COMMIT, amount=10, actor=1, key="3월 1호")
        first = self.book.post(**rows)
        self.assertEqual(self.book.post(**rows), first._replace(repeated=True))
        with self.assertRaises(yesan.LedgerError) as refused:
            self.book.post(**{**rows, "amount": 11})
        self.assertEqual(refused.exception.code, yesan.E_KEY_REUSED)

    def test_a_year_goes_from_entries_to_settlement_and_into_the_next(self):
        book, kind = self.book, yesan.EntryKind
        entries = book.post([self.grant] * 2, MARCH, [kind.COMMIT, kind.DISBURSE], [700, 650], reference=[0, -1],
                            actor=[1, 2], memo=["임차", ""])
        book.post(self.revenue, MARCH, [kind.ASSESS, kind.RECEIVE], [1250, 1250])
        read = book.entries(entries.first, 2)
        self.assertEqual([int(value) for value in read.open], [50, 650])
        self.assertEqual(read.memo, ["임차", ""])
        self.assertEqual(int(read.reference[1]), entries.first)
        by_item = book.balances(yesan.GroupBy.ITEM, revenue=False)
        self.assertEqual([int(value) for value in by_item.outstanding], [50, 0])
        self.assertEqual(int(book.balances(day=NEW_YEAR, revenue=False).committed_total[0]), 0)
        self.assertEqual(int(book.balances(known=entries.first, revenue=False).disbursed[0]), 0)
        self.assertEqual(int(book.balances_of([self.revenue]).received[0]), 1250)
        self.assertRaises(yesan.LedgerError, book.balances_of, [99])

        settled = book.settle(2021)
        self.assertEqual(int(settled.lapsed_balance[0]), 550)
        self.assertEqual(int(settled.part.disbursed[0]), 390)
        self.assertEqual(int(settled.sheet.lapsed_balance[0]), 550)
        printed = book.settle_printed(2021, unit=100)
        self.assertEqual(int(printed.disbursed[0]), 700)
        self.assertEqual(int(printed.lapsed_balance[0]), 500)
        self.assertTrue(int(printed.one_off[0]) >> (yesan.SettlementColumn.LAPSED_BALANCE - 1) & 1)
        self.assertEqual(book.surplus(self.account, 2021)["net_surplus"], 600)
        self.assertEqual(book.refunds(2021), {})

        decision = book.authorize(yesan.AuthorizationKind.HEAD_DECISION, MARCH, "이월 결정")
        preview = book.preview_rollover(2021, LAST_DAY, self.grant, yesan.Cause.ACCIDENTAL_CARRYOVER, 1001,
                                        authorization=decision)
        self.assertFalse(preview.ok)
        self.assertEqual((int(preview.rows.available[0]), int(preview.rows.asked[0])), (300, 1001))
        with self.assertRaises(yesan.LedgerError) as refused:
            book.rollover(preview)
        self.assertEqual((refused.exception.row, refused.exception.available, refused.exception.asked), (0, 300, 1001))
        self.assertIn("마을공동체 종합지원센터 운영 307-05", str(refused.exception))
        preview = book.preview_rollover(2021, LAST_DAY, self.grant, yesan.Cause.ACCIDENTAL_CARRYOVER, 50,
                                        authorization=decision, commitments=[[entries.first]])
        self.assertTrue(preview.ok)
        self.assertEqual(int(preview.rows.committed[0]), 50)
        stale = preview
        receipt, into = book.rollover(preview, actor=3)
        self.assertGreaterEqual(receipt.count, 3)
        with self.assertRaises(yesan.LedgerError) as refused:
            book.undo_rollover(entries.first)
        self.assertEqual(refused.exception.code, yesan.E_WRONG_REFERENCE)
        self.assertEqual(book.undo_rollover(receipt.first, actor=3).count, receipt.count)
        self.assertEqual(int(book.balances_of(into).carryover_in[0]), 0)
        preview = book.preview_rollover(2021, LAST_DAY, self.grant, yesan.Cause.ACCIDENTAL_CARRYOVER, 50,
                                        authorization=decision, commitments=[[entries.first]])
        receipt, into = book.rollover(preview, actor=3)
        carried = book.balances_of(into)
        self.assertEqual((int(carried.carryover_in[0]), int(carried.outstanding[0])), (50, 50))
        with self.assertRaises(yesan.LedgerError) as refused:
            book.rollover(stale)
        self.assertEqual(refused.exception.code, yesan.E_STALE_PREVIEW)
        book.close_year(2021)
        self.assertTrue(book.is_closed(2021))
        self.assertFalse(book.is_closed(2022))
        self.assertRaises(yesan.LedgerError, book.post, self.grant, MARCH, kind.COMMIT, 1)
        self.assertEqual(len(book.verify()), 0)

    def test_subsidy_refunds_are_owed_to_their_payers(self):
        self.book.post(self.grant, LAST_DAY, yesan.EntryKind.RESERVE_SUBSIDY_REFUND, 60,
                       source=yesan.FundingSource.NATIONAL_SUBSIDY)
        self.assertEqual(self.book.refunds(2021), {yesan.FundingSource.NATIONAL_SUBSIDY: 60})

    def test_the_permissive_policy_lets_one_officer_commit_and_disburse(self):
        kind = yesan.EntryKind
        rows = dict(day=MARCH, kind=[kind.COMMIT, kind.DISBURSE], amount=[10, 10], reference=[0, -1], actor=7)
        with self.assertRaises(yesan.LedgerError) as refused:
            self.book.post(item=self.grant, **rows)
        self.assertEqual(refused.exception.code, yesan.E_SAME_OFFICER)
        with yesan.Book("Springfield", policy=yesan.Policy.PERMISSIVE, currency="USD", minor_digits=2) as book:
            account = book.add_account("General")
            node = 0
            for rung in yesan.Rung:
                node = book.add_program(rung, node)
            item = book.add_items(2021, account, "201-01", department=book.add_department("Clerk"), program=node,
                                  object_group="201")
            book.post(item, NEW_YEAR, kind.APPROPRIATE, 100, cause=yesan.Cause.ORIGINAL)
            self.assertEqual(book.post(item=item, **rows).count, 2)

    @unittest.skipIf(_columns.numpy is None, "NumPy is not there")
    def test_arrays_of_the_right_type_are_passed_where_they_lie(self):
        numpy = _columns.numpy
        amounts = numpy.array([5, 6], dtype=numpy.int64)
        pointer, _ = _columns.ints_in(ctypes.c_int64, amounts)
        self.assertEqual(ctypes.cast(pointer, ctypes.c_void_p).value, amounts.ctypes.data)
        days = numpy.array(["2021-03-02", "2021-03-03"], dtype="datetime64[D]")
        posted = self.book.post(numpy.array([self.grant, self.costs], dtype=numpy.uint32), days,
                                numpy.full(2, yesan.EntryKind.COMMIT, dtype=numpy.int32), amounts)
        read = self.book.entries(posted.first)
        self.assertIsInstance(read.amount, numpy.ndarray)
        self.assertEqual(read.amount.tolist(), [5, 6])
        self.assertEqual((read.day[1] - read.day[0]), 1)
        self.assertRaises(TypeError, self.book.post, 1, MARCH, 9, numpy.array([1.0]))

    def test_lists_do_where_numpy_is_not(self):
        there, _columns.numpy = _columns.numpy, None
        try:
            posted = self.book.post([self.grant], [MARCH], [yesan.EntryKind.COMMIT], [5])
            self.assertEqual(self.book.entries(posted.first).amount, [5])
            self.assertEqual(self.book.check([self.grant], MARCH, yesan.EntryKind.COMMIT, [996]),
                             [yesan.E_ABOVE_AVAILABLE])
        finally:
            _columns.numpy = there


if __name__ == "__main__":
    unittest.main()
