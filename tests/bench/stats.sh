#!/bin/sh
# What the statistics of a profile cost against parsing it (target: at most as much, for four metrics of 34 months).
# usage: tests/bench/stats.sh [PROFILE]    (default: the example profile with four invented metrics in its place)
set -eu
cd "$(dirname -- "$0")/../.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

profile=${1-}
if [ -z "$profile" ]; then
    profile=$place/profile.json
    /usr/bin/python3 - data/profiles/backend-engineer.json >"$profile" <<'PYTHON'
import json, random, sys

draw = random.Random(34)
profile = json.load(open(sys.argv[1], encoding="utf-8"))
months = [f"{2024 + at // 12}-{at % 12 + 1:02}" for at in range(34)]
kinds = (lambda at: round(31 - 6 * (at > 11) + 3 * draw.random(), 1), lambda at: draw.randrange(6),
         lambda at: 85 - 15 * (at > 11) + draw.randrange(20), lambda at: round(draw.gauss(4, 1), 2))
profile["history"]["metrics"] = [
    {"name": f"Invented {i}", "unit": "h", "better": "lower", "values": {month: kind(at) for at, month in enumerate(months)}}
    for i, kind in enumerate(kinds)]
json.dump(profile, sys.stdout, indent=2)
PYTHON
fi
# As src/cmake/Flags.cmake builds a release.
cc -O2 -std=c11 -D_POSIX_C_SOURCE=200809L -fno-trapping-math -fno-math-errno -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 \
    -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero -fPIE -pie \
    -Iinclude -Isrc -o "$place/stats" tests/bench/stats.c src/stats/*.c src/base/*.c -lcjson -lm
"$place/stats" "$profile"
