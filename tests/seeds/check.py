#!/usr/bin/env python3
"""Every piece of the advice is applied by something that exists, or says why nothing applies it.

usage: check.py PROGRAM
"""
import json
import pathlib
import subprocess
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent.parent / "data"
IDS = [f"D{n:02}" for n in range(1, 64)] + [f"P{n:02}" for n in range(1, 32)]
UNTRACEABLE = {"D01", "D45", "D46", "P05"}  # figures without a source are never an argument


def named():
    """Who names which seed: (name, seed) of rules and concerns."""
    for path in sorted((DATA / "rules").glob("*.json")):
        for rule in json.loads(path.read_text(encoding="utf-8"))["rules"]:
            yield from ((rule["id"], seed) for seed in rule.get("seeds", []))
    for path in sorted((DATA / "concerns").glob("*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8"))["concerns"]:
            yield from ((entry["id"], seed) for seed in entry.get("seeds", []))


def faults(program):
    done = subprocess.run([program, "rules", "--seeds", "--json"], capture_output=True, text=True, check=True)
    seeds = {seed["id"]: seed for seed in json.loads(done.stdout)}
    if list(seeds) != IDS:
        yield f"not the {len(IDS)} seeds in order: {sorted(set(IDS) ^ set(seeds))}"
        return
    for name, seed in named():
        if seed not in seeds:
            yield f"{name} names {seed}, which is no seed"
        elif name not in seeds[seed]["rules"] + seeds[seed]["concerns"]:
            yield f"{name} names {seed}, and the table does not show it"
    for seed in seeds.values():
        appliers = seed["rules"] + seed["concerns"] + seed["lint"]
        if seed["not_emitted"] and appliers:
            yield f"{seed['id']} is not emitted, and yet applied by {', '.join(appliers)}"
        elif not seed["not_emitted"] and not appliers:
            yield f"{seed['id']} is applied by nothing, and nothing says why: {seed['gist']}"
        if seed["id"] in UNTRACEABLE and not seed["not_emitted"]:
            yield f"{seed['id']} has no source and may not be emitted"
    for code in sorted({code for seed in seeds.values() for code in seed["lint"]}):
        known = subprocess.run([program, "explain", code], capture_output=True, check=False).returncode == 0
        if not known:
            yield f"{code} is no code"


def main():
    found = list(faults(sys.argv[1]))
    for fault in found:
        print(fault)
    print(f"{len(IDS)} seeds, {len(found)} faults")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
