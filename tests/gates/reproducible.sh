#!/bin/sh
# The same sources give the same program from two folders with different names, lengths and times.
# usage: reproducible.sh SOURCE-FOLDER
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

build_in() { # folder
    mkdir -p "$1"
    for part in CMakeLists.txt CMakePresets.json README.md LICENSE src include data; do
        [ -e "$source/$part" ] && cp -R "$source/$part" "$1/"
    done
    cmake -S "$1" -B "$1/out" -DCMAKE_BUILD_TYPE=RelWithDebInfo
    cmake --build "$1/out" --target rtopitch --parallel "$(getconf _NPROCESSORS_ONLN)"
}

source=$1
for folder in "$place/a" "$place/a much longer name/than before"; do
    build_in "$folder" >"$place/log" 2>&1 || {
        cat "$place/log"
        exit 1
    }
done
cmp "$place/a/out/rtopitch" "$place/a much longer name/than before/out/rtopitch"
