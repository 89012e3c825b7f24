#!/usr/bin/env python3
"""Exports of other programs, in files/: what each becomes, or where and why it is refused. All of them are invented.

usage: files.py PROGRAM [PART OF A NAME]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FILES = pathlib.Path(__file__).parent / "files"
LOWER = ("--better", "lower")


def months(*values, first="2025-01"):
    """Values from a month on; None leaves one out."""
    year, month = int(first[:4]), int(first[5:]) - 1
    return {f"{year + (month + i) // 12}-{(month + i) % 12 + 1:02}": v for i, v in enumerate(values) if v is not None}


# file, options, metric's values, fragments of the rest: of the metric as JSON, or of the notes
MADE = [
    ("jira.csv", ("--metric", "Issues resolved"), months(1, 0, 2),
     ['"name": "Issues resolved"', "jira.csv, count a month, 3 records, read on 22 November 2026", "weak evidence",
      "1 row without a date", "no record in 2025-02: counted as 0"]),
    ("jira.csv", ("--month-col", "created", "--group", "count", "--metric", "Opened"), months(2, 2), []),
    ("github-insights.csv", ("--group", "sum"), months(10, 5), ['"name": "merged_pull_requests"']),
    ("zendesk.csv", ("--value-col", "Median first reply time (hrs)", *LOWER), months(3.4, 2.9, 2.6),
     ['"name": "Median first reply time"', '"unit": "hrs"', '"better": "lower"']),
    ("zendesk.csv", ("--value-col", "2"), months(118, 127, 131), ['"name": "Solved tickets"']),
    ("excel-de.csv", ("--value-col", "Anteil"), months(97.5, None, 98.1),
     ['"unit": "%"', "Windows-1252", '"%" was taken off', "no record in 2025-02: left out"]),
    ("excel-de.csv", ("--value-col", "bearbeitete Fälle", "--decimal", "comma", *LOWER), months(1204, None, 987), []),
    ("excel-fr.csv", ("--value-col", "Dossiers traités"), {"2025-01": 1204, "2025-02": 987, "2025-08": 1010}, []),
    ("excel-fr.csv", ("--value-col", "3", *LOWER), {"2025-01": 12.5, "2025-02": 11.25, "2025-08": 9}, ['"unit": "h"']),
    ("excel-us.csv", (), months(1204.5, 987, -12.25), ['"unit": "$"', "month/day"]),
    ("excel-mmm-yy.csv", (), months(10, 12, 9), ['months from "Month", values from "Tickets"']),
    ("excel-unicode.txt", (), months(1234.5, 12), []),
    ("excel-unicode-be.txt", (), months(7, 12), ["Café 😀"]),
    ("excel-sep.csv", (), months(10, 12), []),
    ("libreoffice.csv", ("--group", "mean", *LOWER), months(1.75, 4), []),
    ("libreoffice.csv", ("--group", "median", *LOWER), months(1.75, 4), []),
    ("libreoffice.csv", ("--group", "sum", "--unit", "hours", "--better", "higher", "--metric", "Writing", "--source",
                         "Own notes", "--about", "productivity"), months(3.5, 4),
     ['"name": "Writing"', '"unit": "hours"', '"source": "Own notes"', '"productivity"']),
    ("google-sheets.csv", ("--group", "mean"), months(4, 4.5), []),
    ("google-de.csv", ("--group", "sum", *LOWER), months(15.75), []),
    ("sap.txt", ("--value-col", "Anzahl"), months(12, 14), ["1 row with totals left out", "1 line above the header"]),
    ("sap.txt", ("--value-col", "Betrag"), months(-1500, 2300.5), []),
    ("salesforce.csv", ("--value-col", "Age (Hours)", "--group", "median", *LOWER), months(12.5, 8.5),
     ['"unit": "Hours"', "a remark among the rows left out"]),
    ("power-bi.csv", (), months(4.31, 4.4, 4.52), ['"name": "Average of CSAT"', "Applied filters"]),
    ("toggl.csv", ("--group", "sum", *LOWER), months(2.25, 10), ['"unit": "h"', "read as hours and minutes"]),
    ("tableau.csv", (), months(96.4, 97), ['"unit": "%"', "1 row with totals"]),
    ("servicenow.csv", ("--group", "count", "--metric", "Incidents closed"), months(2, 0, 1), []),
    ("pipe.csv", LOWER, months(12, 9), ["1 row without a value"]),
    ("asana.csv", ("--metric", "Tasks"), months(1, 1), ['months from "Completed At", rows counted']),
    ("british.csv", ("--group", "sum"), months(22, 11), []),
    ("swiss.csv", (), months(1204.5, 12987), []),
    ("old-mac.csv", (), months(10, 12), []),
    ("no-header.csv", ("--metric", "Tickets"), months(10, 12), ["values from column 2"]),
    ("german-names.csv", (), {"2025-01": 12, "2025-12": 9}, []),
    ("ambiguous.csv", ("--dates", "day-first"), months(12, 10), []),
    ("ambiguous.csv", ("--dates", "month-first"), {"2025-03": 12, "2025-04": 10}, []),
    ("thousands.csv", ("--decimal", "comma", *LOWER), months(1234, 2345), []),
    ("thousands.csv", ("--decimal", "point", *LOWER), months(1.234, 2.345), []),
    ("repeated.csv", ("--group", "sum"), months(22), []),
    ("two-numbers.csv", ("--value-col", "closed"), months(5), []),
    ("two-dates.csv", ("--month-col", "Ended on", "--metric", "Trips"), months(1), []),
    ("control.csv", ("--group", "count", "--metric", "Rows"), months(1, 1), []),
    ("gh-pr-list.json", ("--from", "createdAt", "--to", "mergedAt", "--metric", "Time to merge"), months(42),
     ['"unit": "h"', '"better": "lower"', "1 record without a month", "median of the hours"]),
    ("gh-pr-list.json", ("--from", "createdAt", "--to", "mergedAt", "--metric", "T", "--in", "days", "--group", "mean"),
     months(1.75), ['"unit": "days"']),
    ("gh-paginate.json", ("--metric", "Merged"), months(2, 0, 1), []),
    ("jira-search.json", ("--month", "fields.resolutiondate", "--metric", "Resolved"), {"2025-03": 2}, []),
    ("jira-search.json", ("--month", "/fields/resolutiondate", "--value", "fields.timespent", "--group", "sum", *LOWER),
     {"2025-03": 10800}, ['"name": "fields.timespent"']),
    ("lines.jsonl", ("--value", "score", "--group", "mean"), months(3.75, None, 4), ["1 record without a value"]),
    ("graphql.json", ("--records", "data.search.nodes", "--metric", "Closed"), months(2), []),
    ("graphql.json", ("--records", "/data/search/nodes", "--metric", "Closed"), months(2), []),
    ("epoch.json", ("--value", "v"), months(2, 3), []),
]

# file, options, status, code, place, fragment
REFUSED = [
    ("ambiguous.csv", (), 1, "I0503", "2:1", "--dates day-first"),
    ("contradictory.csv", (), 1, "I0503", "4:1", "line 3 has it the other way round"),
    ("word.csv", ("--value-col", "2"), 1, "I0506", "3:9", "many"),
    ("bare-decimal-comma.csv", LOWER, 1, "I0502", "3:11", "3 cells, and the header has 2"),
    ("thousands.csv", LOWER, 1, "I0506", "2:9", "--decimal comma"),
    ("marks.csv", LOWER, 1, "I0506", "3:9", "another decimal mark than line 2"),
    ("units.csv", LOWER, 1, "I0506", "3:9", "another unit than line 2"),
    ("serial.csv", ("--month-col", "Date"), 1, "I0503", "2:1", "format the column as a date"),
    ("open-quote.csv", (), 1, "I0502", "2:9", "does not end"),
    ("repeated.csv", (), 1, "I0505", "3:1", "--group sum"),
    ("future.csv", (), 1, "I0503", "3:1", "in the future"),
    ("formula.csv", ("--value-col", "Tickets"), 1, "I0506", "2:9", "formula"),
    ("no-such-day.csv", ("--month-col", "1"), 1, "I0503", "2:1", "2025-02-30"),
    ("quarter.csv", (), 1, "I0503", "8:1", "Q3 2025"),
    ("two-numbers.csv", (), 1, "I0504", "1:1", "--value-col"),
    ("two-dates.csv", ("--metric", "Trips"), 1, "I0504", "1:1", "several columns hold dates"),
    ("matrix-across.csv", (), 1, "I0504", "1:1", "transpose"),
    ("zero.csv", (), 1, "I0501", "2:10", "zero byte"),
    ("half-utf16.csv", (), 1, "I0501", "", "cut off"),
    ("workbook.csv", (), 1, "I0501", "", "save the sheet as CSV"),
    ("page.csv", (), 1, "I0501", "", "web page"),
    ("control.csv", ("--value-col", "Tickets"), 1, "I0506", "3:10", "is no number"),
    ("libreoffice.csv", ("--group", "sum"), 2, "I0204", "", "--better lower"),
    ("jira.csv", (), 2, "I0204", "", "--metric"),
    ("zendesk.csv", ("--value-col", "Solved ticket"), 1, "I0504", "1:1", 'did you mean "Solved tickets"'),
    ("jira.csv", ("--value-col", "Sprint"), 1, "I0504", "1:1", "2 columns are named"),
    ("zendesk.csv", ("--group", "average"), 2, "I0204", "", "--group does not take"),
    ("zendesk.csv", ("--better", "more"), 2, "I0204", "", "higher, lower"),
    ("zendesk.csv", ("--about", "productivty"), 2, "I0204", "", "did you mean productivity?"),
    ("zendesk.csv", ("--dates", "us"), 2, "I0204", "", "day-first or month-first"),
    ("bad-date.jsonl", ("--value", "score"), 1, "I0503", "2:11", "soon"),
    ("bad-json.jsonl", ("--value", "score"), 1, "J0", "2:", ""),
    ("two-lists.json", (), 1, "I0507", "1:1", "--records"),
    ("numbers.json", (), 1, "I0507", "1:2", "a record is an object"),
    ("backwards.json", ("--from", "createdAt", "--to", "mergedAt", "--metric", "T"), 1, "I0506", "1:2", "ends before"),
    ("bad-number.json", ("--value", "v"), 1, "I0506", "1:25", "no number"),
    ("gh-pr-list.json", ("--from", "createdAt"), 2, "I0204", "", "belong together"),
    ("graphql.json", ("--records", "data.nodes", "--metric", "T"), 1, "I0507", "1:1", "no list at"),
    ("cut-off.ics", (), 1, "I0508", "2:1", "does not end"),
    ("bad-day.ics", (), 1, "I0508", "6:1", "cannot be read"),
    ("bad-rule.ics", (), 1, "I0508", "7:1", "FREQ=WEEKLY"),
    ("no-calendar.ics", (), 1, "I0508", "1:1", "no calendar"),
    ("looks-like.ics", (), 1, "I0102", "", "--office"),
]

# file, options, periods
CALENDARS = [
    ("weekly.ics", (), [("office", "2025-01", "2025-06"), ("remote", "2025-07", "2025-12")]),
    ("weekly.ics", ("--office-from", "85"), [("office", "2025-01", "2025-06"), ("remote", "2025-07", "2025-12")]),
    ("every-second.ics", (), [("hybrid", "2025-01", "2025-06")]),
    ("folded.ics", ("--office", "berlin"), [("office", "2025-03", "2025-03")]),
    ("folded.ics", ("--office", "ground floor"), [("office", "2025-03", "2025-03")]),
    ("override.ics", (), [("remote", "2025-03", "2025-03")]),
]

# text, periods or a fragment of the refusal with its place
MODES = [
    ("office 2024-01..2024-12, remote 2025-01..", [("office", "2024-01", "2024-12"), ("remote", "2025-01", None)]),
    ("remote 2025-01.., Office 2024-01 .. 2024-12", [("office", "2024-01", "2024-12"), ("remote", "2025-01", None)]),
    ("hybrid 2025-03", [("hybrid", "2025-03", "2025-03")]),
    ("office 2024-01..2024-12, remote 2024-12..", "1:26: error: \"office 2024-01..2024-12\" and"),
    ("office 2024-01.., remote 2025-01..", "overlap"),
    ("office 2024-12..2024-01", "1:8: error: these months run backwards"),
    ("home 2024-01", "1:1: error: \"home\" is none of"),
    ("office", "belong together"),
    ("", "belong together"),
    ("office 2024-13", "1:8: error: \"2024-13\" is no month"),
    ("office 2027-01..", "future"),
    ("office 2024-01,", "belong together"),
]


def run(*words, status=0, folder=None):
    kept = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "HOME")
    done = subprocess.run([PROGRAM, *words], capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL,
                          env={k: os.environ[k] for k in kept if k in os.environ}, cwd=folder or FILES)
    err = done.stderr.decode()
    assert done.returncode == status, f"{words}: status {done.returncode}, not {status}: {err}"
    assert "\x1b" not in err and "\x0b" not in err, "a control character is told"
    return done.stdout.decode(), err


def take(name, words, status=0):
    kind = {".csv": "csv", ".txt": "csv", ".ics": "ics"}.get(pathlib.Path(name).suffix, "json")
    return run("import", kind, name, *words, "--date", "2026-11-22", status=status)


def periods(text):
    return [(p["mode"], p["from"], p.get("to")) for p in json.loads(text)["history"].get("modes", [])]


def check_made(name, words, values, fragments):
    out, err = take(name, words)
    (metric,) = json.loads(out)["history"]["metrics"]
    assert metric["values"] == values, f"{metric['values']}\n{err}"
    whole = json.dumps(metric, ensure_ascii=False) + err
    for fragment in fragments:
        assert fragment in whole, f"no {fragment!r} in {whole}"
    assert metric["x-import"]["date"] == "2026-11-22" and metric["x-import"]["query"] == name


def check_refused(name, words, status, code, place, fragment):
    out, err = take(name, words, status)
    assert not out and f"[{code}" in err and fragment in err, err
    assert not place or f"{name}:{place}" in err, err
    assert "= help:" in err, err


def check_calendar(name, words, expected):
    out, err = take(name, words)
    assert periods(out) == expected, f"{periods(out)}\n{err}"
    for secret in ("Dentist", "Berlin", "training", "UID"):
        assert secret not in out and secret not in err, f"{secret} is told"


def check_modes(text, expected):
    words = ("import", "csv", "old-mac.csv", "--date", "2026-11-22", "--modes", text)
    if isinstance(expected, str):
        out, err = run(*words, status=2)
        assert not out and expected in err and "[I0205]" in err, err
    else:
        assert periods(run(*words)[0]) == expected


def check_huge():
    """Hostile cells: ten million bytes, many columns, formulas, deep JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        for name, text, fragment in (
                ("long.csv", "Month,Note,Tickets\n2025-01," + "x" * 10_000_000 + ",3\n", "[I0502]"),
                ("quoted.csv", 'Month,Note,Tickets\n2025-01,"' + 'x""' * 3_000_000 + '",3\n', "[I0502]"),
                ("wide.csv", "Month,Tickets" + "," * 2_000_000 + "\n2025-01,3\n", "[I0502]"),
                ("quotes.csv", "Month,Tickets\n" + '"' * 999_999 + "\n", "[I05"),
                ("blank.csv", "\n" * 1_000_000, "no rows"),
                ("empty.csv", "", "no rows"),
                ("header.csv", "Month,Tickets\n", "[I0504]"),
                ("deep.json", "[" * 100_000, "[J"),
                ("empty.json", " \n", "[I0507]"),
                ("exceptions.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Office\nDTSTART:19900101\nRRULE:FREQ=DAILY\n"
                 "EXDATE:" + ",".join(["20250101"] * 200_000) + "\n", "[I0508]")):
            (path / name).write_text(text)
            kind = path.joinpath(name).suffix[1:]
            out, err = run("import", kind, name, "--date", "2026-11-22", "--metric", "T", status=1, folder=folder) \
                if kind != "ics" else run("import", kind, name, "--date", "2026-11-22", status=1, folder=folder)
            assert not out and fragment in err and len(err) < 4000, (name, err[:2000])


def check_document():
    """As a new user: from a fresh profile to a document that shows the months and their source."""
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder) / "profile.json"
        profile.write_text('{"person": {"role": "Support Specialist"}, "ask": {"preferred": {"office_days": 1}}}\n')
        rows = [f"2024-{m:02},{60 - m % 3}" for m in range(1, 13)] + [f"2025-{m:02},{50 - m % 4}" for m in range(1, 13)]
        (pathlib.Path(folder) / "times.csv").write_text("Month,Resolution time (h)\n" + "\n".join(rows) + "\n")
        run("import", "csv", "times.csv", *LOWER, "--modes", "office 2024-01..2024-12, remote 2025-01..", "--into",
            "profile.json", "--date", "2026-11-22", folder=folder)
        made = json.loads(profile.read_text())
        assert made["person"] == {"role": "Support Specialist"} and len(made["history"]["modes"]) == 2
        out, _ = run("build", "profile.json", "--date", "2026-11-22", folder=folder)
        assert "Resolution time" in out and "times.csv, 24 records, read on 22 November 2026" in out, out


def main():
    cases = [(f"{check.__name__} {row[0]} {' '.join(map(str, row[1])) if isinstance(row[1], tuple) else ''}", check, row)
             for check, table in ((check_made, MADE), (check_refused, REFUSED), (check_calendar, CALENDARS),
                                  (check_modes, MODES)) for row in table]
    cases += [("check_huge", check_huge, ()), ("check_document", check_document, ())]
    wanted, failed = sys.argv[2] if len(sys.argv) > 2 else "", 0
    cases = [c for c in cases if wanted in c[0]]
    for name, check, row in cases:
        try:
            check(*row)
        except (AssertionError, ValueError, subprocess.TimeoutExpired) as error:
            failed += 1
            print(f"{name}:\n  {error}")
    known = {row[0] for table in (MADE, REFUSED, CALENDARS) for row in table}
    unused = sorted(p.name for p in FILES.iterdir() if p.name not in known and p.suffix != ".md")
    if unused and not wanted:
        failed += 1
        print(f"files that nothing reads: {unused}")
    print(f"{len(cases)} cases, {failed} wrong")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
