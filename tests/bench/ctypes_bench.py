"""Batches of 10,000 entries from NumPy columns through ctypes, against the same batches posted in C++ in the same process.

usage: ctypes_bench.py REFERENCE RAW [FILTER]

REFERENCE is the library of ctypes_reference.cc, RAW the file to write: medians in the form of Google Benchmark's JSON. The
two take turns, so that what else the machine does slows both.
"""

import ctypes
import datetime
import json
import pathlib
import random
import re
import statistics
import sys
import time

import yesan

try:
    import numpy
except ImportError:
    numpy = None

ROWS = 10_000
TIMES = 20  # batches of a turn, into a new book
TURNS = 41
ITEMS = 1_000
FUNDS = 1_000_000_000_000
NAME = "ctypes_batch"


def work():
    """5,000 commitments, then a payment of each."""
    half = ROWS // 2
    i = numpy.arange(half)
    item, amount = i * 7 % ITEMS + 1, 1_000 + i
    march = (datetime.date(2021, 3, 2) - datetime.date(1970, 1, 1)).days
    return {
        "item": numpy.concatenate([item, item]).astype(numpy.uint32),
        "day": numpy.full(ROWS, march, numpy.int32),
        "kind": numpy.repeat([yesan.EntryKind.COMMIT, yesan.EntryKind.DISBURSE], half).astype(numpy.int32),
        "amount": numpy.concatenate([amount, amount]).astype(numpy.int64),
        "reference": numpy.concatenate([numpy.zeros(half), -(i + 1)]).astype(numpy.int64),
        "actor": numpy.repeat([1, 2], half).astype(numpy.uint32),
    }


def funded_book():
    book = yesan.Book("서울특별시")
    account, department = book.add_account("G"), book.add_department("D")
    program = 0
    for rung in yesan.Rung:
        program = book.add_program(rung, program)
    first = book.add_items(2021, account, [f"201-{i}" for i in range(ITEMS)], department, program,
                           object_group=["201"] * ITEMS)
    vote = book.authorize(yesan.AuthorizationKind.COUNCIL_VOTE, datetime.date(2020, 12, 22), "의결")
    item = numpy.arange(first, first + ITEMS, dtype=numpy.uint32)
    new_year = datetime.date(2021, 1, 1)
    book.post(item, new_year, yesan.EntryKind.APPROPRIATE, FUNDS, cause=yesan.Cause.ORIGINAL, authorization=vote)
    book.post(item, new_year, yesan.EntryKind.ALLOT, FUNDS)
    return book


def post(columns):
    """Nanoseconds of posting, and what was disbursed of each item."""
    with funded_book() as book:
        begin = time.thread_time_ns()
        for _ in range(TIMES):
            book.post(**columns)
        end = time.thread_time_ns()
        return end - begin, numpy.array(book.balances_of(numpy.arange(1, ITEMS + 1, dtype=numpy.uint32)).disbursed)


def reference(native, columns):
    disbursed = numpy.zeros(ITEMS, numpy.int64)
    arguments = [columns[name].ctypes.data_as(ctypes.c_void_p)
                 for name in ("item", "day", "kind", "amount", "reference", "actor")]
    took = native.yesan_bench_post(
        ctypes.c_uint64(ROWS), *arguments, ctypes.c_uint32(TIMES), ctypes.c_uint32(ITEMS), ctypes.c_int64(FUNDS),
        disbursed.ctypes.data_as(ctypes.c_void_p))
    return took, disbursed


def measure(native):
    """The runs of both, or why they cannot be compared."""
    columns = work()
    ours, theirs = post(columns)[1], reference(native, columns)[1]
    if not ours.any() or not numpy.array_equal(ours, theirs):
        return [{"name": NAME + "/yesan", "run_name": NAME + "/yesan", "error_occurred": True,
                 "error_message": "what Python posts differs from what C++ posts"}]
    took = {"yesan": [], "reference": []}
    for _ in range(TURNS):
        turns = [("yesan", lambda: post(columns)), ("reference", lambda: reference(native, columns))]
        random.shuffle(turns)
        for name, turn in turns:
            took[name].append(turn()[0] / TIMES)
    return [{"name": f"{NAME}/{name}_median", "run_name": f"{NAME}/{name}", "aggregate_name": "median",
             "cpu_time": statistics.median(times), "time_unit": "ns"} for name, times in took.items()]


def main(library, raw, pattern=".*"):
    if numpy is None or not re.search(pattern, NAME):
        if numpy is None:
            print(f"{NAME}: NumPy is not installed; not measured")
        return 0
    native = ctypes.CDLL(library)
    native.yesan_bench_post.restype = ctypes.c_int64
    pathlib.Path(raw).write_text(json.dumps({"benchmarks": measure(native)}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
