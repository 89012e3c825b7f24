#!/usr/bin/env python3
"""Writes N invented profiles as JSON Lines: make.py N [SEED] > all.jsonl

A few hundred profiles are invented as tests/invariants does it; the lines are those, with another name, team and
number of office days each, so that a hundred thousand take seconds. Every one of them can be built.
"""
import copy
import json
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "invariants"))
PROFILES = HERE.parent.parent / "data" / "profiles"
MARK = "\x01name\x01"
FIRST = "Ada Bao Chiara Dmitri Élodie Farid Gülşen Hana Ines Jamal Kaito Lucía Mirek Nkechi Óscar Priya".split()
LAST = "Abbott Brûlé Castro Dvořák Eze Fischer Green Haddad Ito Jensen Kowalski Łuczak Møller Nguyen".split()
TEAMS = ["Payments", "Ledger", "Data", "Support", "Field sales"]


def examples():
    """The examples, with what an invented person needs: a name that each line replaces."""
    for path in sorted(PROFILES.glob("*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        profile.setdefault("person", {})["name"] = MARK
        yield profile


def variants(count, dice):
    """Lines with a mark where the name goes: the examples with optional parts taken out."""
    bases = list(examples())
    for _ in range(count):
        profile = copy.deepcopy(dice.choice(bases))
        for key in ("wants", "practices", "commute", "costs", "cover", "experiments", "conversations", "senior"):
            if dice.random() < 0.3:
                profile.pop(key, None)
        profile["person"]["team"] = dice.choice(TEAMS)
        yield json.dumps(profile, ensure_ascii=dice.random() < 0.5, separators=(",", ":"))


def lines(count, seed=1):
    dice = random.Random(seed)
    pool = [line.split(json.dumps(MARK)) for line in variants(min(count, 300), dice)]
    for i in range(count):
        name = f"{dice.choice(FIRST)} {dice.choice(LAST)} {i}"
        yield json.dumps(name, ensure_ascii=False).join(pool[i % len(pool)])


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    out = sys.stdout.buffer
    for line in lines(count, seed):
        out.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
