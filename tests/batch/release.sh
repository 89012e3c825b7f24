#!/bin/sh
# Runs one test of this folder against the release program, which the launcher builds when it is not there.
# usage: release.sh SCRIPT [WORDS]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/../..
python=/usr/bin/python3
[ -x "$python" ] || python=python3
"$root/rtopitch" --version >/dev/null
script=$1
shift
exec "$python" -B "$here/$script" "$root/build/release/rtopitch" "$@"
