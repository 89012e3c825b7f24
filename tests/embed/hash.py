#!/usr/bin/env python3
"""Embedded files are told apart by their hash, so that a batch makes again what older ones made: hash.py EMBED"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

RULES = pathlib.Path(__file__).resolve().parent.parent.parent / "data" / "rules" / "gaps.json"


def hash_of(embed, folder, rules):
    (folder / "rules.json").write_text(json.dumps(rules))
    subprocess.run([embed, "packs", folder / "out.c", folder / "rules.json"], check=True)
    return re.search(r'rtp_embedded_packs_hash\[\] = "([0-9a-f]{64})"', (folder / "out.c").read_text()).group(1)


def main():
    rules = json.loads(RULES.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        first, again = (hash_of(sys.argv[1], pathlib.Path(folder), rules) for _ in range(2))
        rules["rules"].pop()
        other = hash_of(sys.argv[1], pathlib.Path(folder), rules)
    print(first, again, other)
    sys.exit(0 if first == again != other else 1)


if __name__ == "__main__":
    main()
