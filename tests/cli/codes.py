#!/usr/bin/env python3
"""Every code that a diagnostic of the source can carry is explained by the program, and none twice.

usage: codes.py PROGRAM
"""
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent / "src"
CODE = re.compile(r'"([A-Z]\d{4})"')


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    used, explained = set(), []
    for path in sorted(SOURCE.rglob("*.c")):
        codes = CODE.findall(path.read_text(encoding="utf-8"))
        if path.name == "codes.c":
            explained += codes
        else:
            used.update(codes)
    faults = [f"{code}: used, but in no table" for code in sorted(used - set(explained))]
    faults += [f"{code}: in two tables" for code in sorted(set(explained)) if explained.count(code) > 1]
    for code in sorted(set(explained)):
        done = subprocess.run([program, "explain", code], capture_output=True, text=True, check=False)
        if done.returncode or not done.stdout.startswith(f"{code}: "):
            faults.append(f"{code}: `rtopitch explain {code}` does not explain it")
    print("\n".join(faults) or f"{len(set(explained))} codes explained")
    sys.exit(1 if faults or not explained else 0)


if __name__ == "__main__":
    main()
