"""The table of ratios, on figures made by hand."""

import importlib.util
import json
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("YESAN_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
spec = importlib.util.spec_from_file_location("bench_table", ROOT / "cmake/bench_table.py")
bench_table = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench_table)


def run(name, time, unit="ns", aggregate="median", **more):
    return {"name": f"{name}_{aggregate}", "run_name": name, "aggregate_name": aggregate,
            "cpu_time": time, "time_unit": unit, **more}


def main():
    targets = bench_table.read_targets(
        "# a comment\nname\tmeasure\tbound\ttarget\twork\n"
        "a\tns_per_op\t<=\t2\tw\nb\tper_s\t>=\t60\tw\nc\tns_per_op\t<=\t\tw\n"
        "f\tns_per_op\t<=\t+20\tw\n")
    values, errors = bench_table.medians({"benchmarks": [
        run("a/yesan", 3), run("a/yesan", 99, aggregate="mean"), run("a/reference", 2),
        run("a/wide/yesan", 5, "us"), run("a/wide/reference", 2, "us"),
        run("b/yesan", 1, items_per_second=120.0), run("b/reference", 1, items_per_second=2.0),
        run("c/yesan", 1), run("c/reference", 1), run("d/yesan", 1),
        run("f/yesan", 30), run("f/reference", 10), run("f/slow/yesan", 31), run("f/slow/reference", 10),
        {"name": "e/yesan", "run_name": "e/yesan", "error_occurred": True, "error_message": "differs"},
    ]})
    assert errors == [("e/yesan", "differs")]
    rows = {row["name"]: row for row in bench_table.results(values, targets)}
    assert list(rows) == ["a", "a/wide", "b", "c", "d", "f", "f/slow"]
    assert rows["a"]["ratio"] == 1.5 and rows["a"]["met"] is True and rows["a"]["ns_per_op"] == 3
    assert rows["a/wide"]["ratio"] == 2.5 and rows["a/wide"]["met"] is False
    assert rows["a/wide"]["reference_value"] == 2000
    assert rows["b"]["ratio"] == 60 and rows["b"]["met"] is True and rows["b"]["per_s"] == 120
    assert rows["c"]["met"] is None and rows["c"]["ratio"] == 1
    assert rows["d"]["ratio"] is None and rows["d"]["met"] is None
    assert rows["f"]["met"] is True and rows["f"]["target"] == "<= +20 ns" and rows["f"]["ratio"] == 3
    assert rows["f/slow"]["met"] is False
    assert "MISSED" in bench_table.table(list(rows.values()))
    # Runs come from several files; one that is not there holds none.
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "targets").write_text("a\tns_per_op\t<=\t2\tw\n", encoding="utf-8")
        for name, runs in (("one", [run("a/yesan", 3)]), ("two", [run("a/reference", 2)])):
            (folder / name).write_text(json.dumps({"benchmarks": runs}), encoding="utf-8")
        paths = [str(folder / name) for name in ("targets", "results", "one", "two", "three")]
        assert bench_table.main(*paths) == 0
        assert json.loads((folder / "results").read_text(encoding="utf-8"))[0]["ratio"] == 1.5
        assert bench_table.main(*paths[:2], str(folder / "three")) == 1
    # The committed table is readable and names each benchmark once.
    text = (ROOT / "tests/bench/targets.tsv").read_text(encoding="utf-8")
    names = [line.split("\t")[0] for line in text.splitlines() if line and line[0] != "#"][1:]
    assert len(bench_table.read_targets(text)) == len(names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
