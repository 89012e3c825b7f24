#!/bin/sh
# What a profile costs in a warm loop: microseconds, bytes, allocations; with COUNT=1 instructions, which a busy machine does not change.
# usage: [COUNT=1] [BUILD=build/release] tests/bench/loop.sh [ROUNDS] [PROFILE...]    (default: 1000 rounds of three examples)
set -eu
cd "$(dirname -- "$0")/../.."
build=${BUILD:-build/release}
rounds=${1:-1000}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- data/profiles/backend-engineer.json data/profiles/support-agent.json data/profiles/minimal.json
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cc -O2 -std=c11 -D_DEFAULT_SOURCE -Iinclude -o "$place/loop" tests/bench/loop.c \
    -Wl,--start-group "$build"/src/*.a -Wl,--end-group -lcjson -lm
if [ -z "${COUNT-}" ]; then
    "$place/loop" "$rounds" "$@"
    exit
fi

# Twice, with ten rounds between the two: what the start costs falls out.
count() {
    valgrind --tool=callgrind --callgrind-out-file="$place/out" "$place/loop" "$1" "$2" 2>&1 >/dev/null |
        sed -n 's/.*Collected : *//p'
}
for profile; do
    echo "$((($(count 11 "$profile") - $(count 1 "$profile")) / 10)) instructions  $profile"
done
