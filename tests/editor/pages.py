"""Every example's documents as HTML in a browser without a screen: axe-core finds no violation in light on a phone
or in dark on a desk; nothing is wider than the screen; labels of charts do not collide; the paper is the one asked for.

    pages.py BUILD PROGRAM

Exit status 77: browser, node or packages are not there.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import modules

ROOT = modules.HERE.parent.parent
DATE = "2026-11-21"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NEEDS = {"recap": "conversations", "experiment": "experiments"}
OTHERS = {"readiness", "review", "team", "roll-up"}  # made of more than a profile
SPREAD = 2  # browsers at a time

# Invented values that are hard to draw.
HARD = {
    "equal": {f"2025-{month:02}": 5 for month in range(1, 13)},
    "negative": {f"2025-{month:02}": -month for month in range(1, 13)},
    "huge": {f"2025-{month:02}": 1e15 + month * 1e14 for month in range(1, 13)},
    "small": {f"2025-{month:02}": 1e-7 * month for month in range(1, 13)},
    "many": {f"{2017 + i // 12}-{i % 12 + 1:02}": i * 37 % 101 + i for i in range(100)},
    "gaps": {f"{year}-{month:02}": year + month for year in (2019, 2022, 2026) for month in (1, 2, 10)},
}


def hard_profile(values):
    first, last = min(values), max(values)
    middle = sorted(values)[len(values) // 2]
    before = f"{int(middle[:4]) - (middle[5:] == '01')}-{(int(middle[5:]) + 10) % 12 + 1:02}"
    modes = [{"mode": "office", "from": first, "to": before}, {"mode": "remote", "from": middle, "to": last}]
    metric = {"name": "An invented measure", "unit": "h", "source": "an invented system", "values": values,
              "better": "higher" if values[last] > values[first] else "lower"}
    return {"person": {"name": "Invented Person", "role": "Clerk"}, "manager": {"name": "Another"},
            "ask": {"preferred": {"office_days": 2}}, "history": {"modes": modes, "metrics": [metric]}}


def build(program, profile, document, path, *options):
    subprocess.run([program, "build", str(profile), "--as", document, "-q", "--date", DATE, "-o", str(path), *options], check=True)
    return path


def pages(program, folder):
    outlines = [json.loads(path.read_text())["outline"] for path in sorted((ROOT / "data" / "outlines").glob("*.json"))]
    profiles = sorted((ROOT / "data" / "profiles").glob("*.json"))
    for profile in profiles:
        given = json.loads(profile.read_text())
        for document in outlines:
            if document not in OTHERS and NEEDS.get(document, "ask") in given:
                yield build(program, profile, document, folder / f"{profile.stem}.{document}.html")
    for name, values in HARD.items():
        profile = folder / f"{name}.json"
        profile.write_text(json.dumps(hard_profile(values)))
        page = build(program, profile, "talking-points", folder / f"hard-{name}.html")
        assert "<svg" in page.read_text(), f"{name} has no chart"
        yield page
    for paper in ("a4", "letter"):
        yield build(program, profiles[0], "pilot", folder / f"paper.{paper}.html", "--paper", paper)


def main():
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        modules.skip("chromium is not installed")
    packages = modules.folder(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        made = list(map(str, pages(sys.argv[2], pathlib.Path(folder))))
        command = ["node", str(modules.HERE / "pages.mjs"), str(packages), browser]
        runs = [subprocess.Popen([*command, *made[i::SPREAD]]) for i in range(SPREAD)]
        sys.exit(max(run.wait() for run in runs))


if __name__ == "__main__":
    main()
