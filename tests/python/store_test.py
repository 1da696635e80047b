"""A book in a file through Python."""

import datetime
import os
import sqlite3
import tempfile
import unittest

import yesan


class Store(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "장부.yesan")
        try:
            self.book = yesan.Book.create(self.path, "서울특별시", tier=yesan.Tier.METROPOLITAN, actor=7)
        except yesan.LibraryError as error:
            if error.code != yesan.E_NOT_BUILT:
                raise
            self.folder.cleanup()
            self.skipTest("built without a store")

    def tearDown(self):
        self.book.close()
        self.folder.cleanup()

    def test_what_was_done_is_there_when_it_is_opened_again(self):
        self.book.add_account("일반회계")
        noted = self.book.head()
        self.book.add_department("문화정책과")
        self.book.close()
        with yesan.Book.open(self.path) as book:
            self.assertEqual(book.accounts().name, ["일반회계"])
            self.assertEqual(len(book.verify_store(noted)), 0)
            with yesan.Book.open(self.path, read_only=True) as reader:
                book.add_account("기금", yesan.AccountKind.FUND)
                self.assertEqual(reader.accounts().name, ["일반회계"])
                self.assertEqual(reader.refresh(), 1)
                self.assertEqual(reader.accounts().name, ["일반회계", "기금"])
                with self.assertRaises(yesan.StoreError) as refused:
                    reader.add_department("총무과")
                self.assertEqual(refused.exception.code, yesan.E_READ_ONLY)
            copy = self.path + ".copy"
            book.backup(copy)
            with self.assertRaises(yesan.BookError):
                book.backup(copy)
            with yesan.Book.open(copy) as other:
                self.assertEqual(other.head(), book.head())

    def test_what_was_changed_behind_its_back_is_found(self):
        self.book.add_account("일반회계")
        noted = self.book.head()
        self.book.close()
        with sqlite3.connect(self.path) as behind:
            behind.execute("UPDATE account SET name = '특별회계'")
        behind.close()
        with yesan.Book.open(self.path) as book:
            findings = book.verify_store()
            self.assertEqual(findings.rule, ["store.chain"])
            self.assertEqual(findings.subject_ko, ["1번 묶음"])
            self.assertEqual(findings.subject_en, ["batch 1"])
        with sqlite3.connect(self.path) as behind:
            behind.execute("DELETE FROM account")
            behind.execute("DELETE FROM batch WHERE batch = 1")
        behind.close()
        with yesan.Book.open(self.path) as book:
            self.assertEqual(len(book.verify_store()), 0)
            self.assertEqual(book.verify_store(noted).rule, ["store.head"])

    def test_a_file_that_is_no_book_is_refused(self):
        with self.assertRaises(yesan.BookError) as refused:
            yesan.Book.open(self.path + "x")
        self.assertEqual(refused.exception.code, yesan.E_NOT_FOUND)
        with self.assertRaises(yesan.BookError) as refused:
            yesan.Book.create(self.path, "부산광역시")
        self.assertEqual(refused.exception.code, yesan.E_DUPLICATE)
        text = self.path + ".txt"
        with open(text, "w", encoding="utf-8") as out:
            out.write("이것은 장부가 아닙니다. " * 20)
        with self.assertRaises(yesan.StoreError) as refused:
            yesan.Book.open(text)
        self.assertEqual(refused.exception.code, yesan.E_NOT_A_BOOK)
        with self.assertRaises(yesan.MisuseError):
            yesan.Book.open(self.path, busy_ms=-5)
        memory = yesan.Book("서울특별시")
        self.assertRaises(yesan.MisuseError, memory.head)


if __name__ == "__main__":
    unittest.main()
