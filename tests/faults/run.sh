#!/bin/sh
# Runs one of the sweeps of this folder against the release program.
# usage: run.sh edges|memory|calls|kills OOMFAIL.SO
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/../..
python=/usr/bin/python3
[ -x "$python" ] || python=python3
"$root/rtopitch" --version >/dev/null
program=$root/build/release/rtopitch
profile=$root/data/profiles/backend-engineer.json
export SOURCE_DATE_EPOCH=1795219200

sweep() { # script, options...
    script=$1
    shift
    exec "$python" -B "$here/$script" --allow 3,70 "$@" -- "$program" build "$profile" -o '{out}/pitch.md'
}

case $1 in
edges)
    exec "$python" -B "$here/edges.py" --profile "$profile" --allow 1,2,3,70 --timeout 5 \
        --file "$program build {profile} -o {out} -f markdown" --stdout "$program build {profile}"
    ;;
memory) sweep memory.py --so "$2" ;;
calls)
    command -v strace >/dev/null || exit 77
    sweep calls.py
    ;;
kills)
    "$python" -B "$here/kills.py" --kills 100 --signal TERM -- "$program" build "$profile" -o '{out}/pitch.md'
    exec "$python" -B "$here/kills.py" --kills 100 --rerun -- "$program" build "$profile" -o '{out}/pitch.md'
    ;;
esac
