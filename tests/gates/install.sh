#!/bin/sh
# Installs a build below an empty folder and runs the program from there, schema and all.
# usage: install.sh BUILD-FOLDER
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

DESTDIR=$place cmake --install "$1" --prefix /usr >"$place/log"
cd "$place/usr"
bin/rtopitch --version | grep -q '^rtopitch [0-9]'
bin/rtopitch schema >"$place/schema"
cmp share/rtopitch/profile.schema.json "$place/schema"
for file in share/doc/rtopitch/README.md share/doc/rtopitch/LICENSE share/doc/rtopitch/examples/minimal.json; do
    [ -s "$file" ] || {
        echo "not installed: $file"
        exit 1
    }
done
bin/rtopitch build share/doc/rtopitch/examples/minimal.json --date 2026-11-23 | grep -q '^# '
# Without libcurl it is not built, and says so.
if [ -e libexec/rtopitch/rtopitch-import ]; then
    bin/rtopitch import --help | grep -q '^Usage: rtopitch import'
else
    bin/rtopitch import 2>&1 | grep -q O0030
fi
