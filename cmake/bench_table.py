"""Turns Google Benchmark's JSON into the table of ratios: bench_table.py TARGETS RESULTS RAW…

Benchmarks come in pairs, <name>/yesan and <name>/reference, measured in the same run; only their ratio
means anything on a shared machine. A RAW that is not there holds no run. TARGETS is a table of tab-separated columns
    name  measure  bound  target  work
where measure is ns_per_op (the median of the CPU time an iteration) or per_s (items a second), bound
is <= or >=, and target is the ratio to the reference (empty: reported, not judged), or with a + before it
the nanoseconds that it may take longer. A pair named
<name>/<variant>/yesan is judged by <name>. RESULTS is written as a JSON array, one object a pair:
{name, ns_per_op | per_s, reference, reference_value, ratio, target, met}.

A missed target is shown and does not fail the run: a benchmark is not a timed test.
"""

import json
import pathlib
import sys

NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def read_targets(text):
    targets = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith(("#", "name\t")):
            continue
        name, measure, bound, target, work = line.split("\t")
        if measure not in ("ns_per_op", "per_s") or bound not in ("<=", ">="):
            raise ValueError(f"targets: {line!r}")
        if target.startswith("+") and (measure, bound) != ("ns_per_op", "<="):
            raise ValueError(f"targets: {line!r}")
        targets[name] = (measure, bound, target if target.startswith("+") else float(target) if target else None, work)
    return targets


def medians(raw):
    """name -> {ns_per_op, per_s, label}; a run without repetitions has only its one figure."""
    values, errors = {}, []
    for run in raw["benchmarks"]:
        name = run.get("run_name", run["name"]).removesuffix("/real_time")
        if run.get("error_occurred"):
            errors.append((name, run.get("error_message", "")))
            continue
        if run.get("aggregate_name", "median") != "median":
            continue
        values[name] = {
            "ns_per_op": run["cpu_time"] * NANOSECONDS[run["time_unit"]],
            "per_s": run.get("items_per_second"),
            "label": run.get("label", ""),
        }
    return values, errors


def results(values, targets):
    rows = []
    for name in sorted(n[: -len("/yesan")] for n in values if n.endswith("/yesan")):
        ours, reference = values[name + "/yesan"], values.get(name + "/reference")
        key = name if name in targets else name.split("/")[0]
        measure, bound, target, work = targets.get(key, ("ns_per_op", "<=", None, ""))
        row = {"name": name, measure: ours[measure], "reference": None, "reference_value": None,
               "ratio": None, "target": None, "met": None}
        longer = float(target) if isinstance(target, str) else None
        if longer is not None:
            row["target"] = f"{bound} {target} ns"
        elif target is not None:
            row["target"] = f"{bound} {target:g}"
        if reference and reference[measure] and ours[measure]:
            row["reference"] = reference["label"] or name + "/reference"
            row["reference_value"] = reference[measure]
            row["ratio"] = ours[measure] / reference[measure]
            if longer is not None:
                row["met"] = ours[measure] - reference[measure] <= longer
            elif target is not None:
                row["met"] = row["ratio"] <= target if bound == "<=" else row["ratio"] >= target
        rows.append(row)
    return rows


def figure(row, value):
    if value is None:
        return "-"
    if "per_s" in row:
        return f"{value:,.0f}/s"
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if value >= size:
            return f"{value / size:,.2f} {unit}"
    return f"{value:,.2f} ns"


def table(rows):
    lines = [("name", "yesan", "reference", "ratio", "target", "")]
    for row in rows:
        ratio = "-" if row["ratio"] is None else f"{row['ratio']:.2f}"
        verdict = {True: "met", False: "MISSED", None: ""}[row["met"]]
        lines.append((row["name"], figure(row, row.get("ns_per_op", row.get("per_s"))),
                      figure(row, row["reference_value"]), ratio, row["target"] or "-", verdict))
    widths = [max(len(line[i]) for line in lines) for i in range(6)]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0])]
                  + [line[i].rjust(widths[i]) for i in range(1, 5)] + [line[5]]).rstrip()
        for line in lines)


def main(targets_path, results_path, *raw_paths):
    targets = read_targets(pathlib.Path(targets_path).read_text(encoding="utf-8"))
    runs = []
    for path in map(pathlib.Path, raw_paths):
        if path.is_file() and path.stat().st_size > 0:
            runs += json.loads(path.read_text(encoding="utf-8"))["benchmarks"]
    values, errors = medians({"benchmarks": runs})
    rows = results(values, targets)
    pathlib.Path(results_path).write_text(
        json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(table(rows))
    for name in sorted(set(targets) - {r["name"] for r in rows}
                       - {r["name"].split("/")[0] for r in rows}):
        print(f"{name}: not measured in this run")
    judged = [r for r in rows if r["met"] is not None]
    print(f"{len(rows)} measured, {sum(r['met'] for r in judged)} of {len(judged)} targets met; "
          f"{results_path}")
    # A benchmark that says its result differs from the reference's is an error, not a slow run.
    for name, message in errors:
        print(f"{name}: ERROR: {message}")
    return 1 if errors or not rows else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
