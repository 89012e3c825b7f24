#!/bin/sh
# How much CPU one run of rtopitch takes, against a C program that does nothing (target: at most 1.8 times).
# usage: tests/bench/startup.sh [ROUNDS] [COMMAND...]    (default: 2000 rounds of building the example profile)
set -eu
cd "$(dirname -- "$0")/../.."
rounds=${1:-2000}
[ $# -eq 0 ] || shift
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

./rtopitch --version >/dev/null
echo 'int main(void) { return 0; }' >"$place/empty.c"
cc -O2 -o "$place/empty" "$place/empty.c"
cc -O2 -std=c11 -D_POSIX_C_SOURCE=200809L -o "$place/pair" tests/bench/pair.c
[ $# -gt 0 ] || set -- build/release/rtopitch build data/profiles/backend-engineer.json --date 2026-11-23
echo "first: an empty program; second: $*"
"$place/pair" "$rounds" "$place/empty" -- "$@"
