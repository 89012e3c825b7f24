#!/usr/bin/env python3
"""Runs the commands of README's tour and compares what they print with what README shows.

usage: readme.py PROGRAM"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def tour():
    """Pairs of a command and the text below it."""
    block = re.search(r"^```\n(\$ .*?)^```", (ROOT / "README.md").read_text(), re.M | re.S).group(1)
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    count = wrong = 0
    for command, shown in tour():
        count += 1
        done = subprocess.run(["sh", "-c", command.replace("./rtopitch", program)], cwd=ROOT, capture_output=True,
                              text=True, check=False)
        if done.stdout + done.stderr != shown:
            wrong += 1
            print(f"$ {command}\nshown:\n{shown}printed:\n{done.stdout}{done.stderr}")
    print(f"{count} commands of README, {wrong} different")
    sys.exit(1 if wrong or count == 0 else 0)


if __name__ == "__main__":
    main()
