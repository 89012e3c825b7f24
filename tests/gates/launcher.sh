#!/bin/sh
# The script at the root, tried on an invented program of one file, so that each case takes a moment:
# it builds once, stays quiet afterwards, notices changes, and hands through arguments, streams and exit codes.
# usage: launcher.sh LAUNCHER
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
root="$place/a house/with [odd] \$names"
faults=0

mkdir -p "$root/src" "$root/include" "$root/data/profiles" || exit 1
cp "$1" "$root/rtopitch"
cat >"$root/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(toy LANGUAGES C)
add_executable(rtopitch src/main.c)
END
cat >"$root/CMakePresets.json" <<'END'
{"version": 6, "configurePresets": [{"name": "release", "binaryDir": "${sourceDir}/build/release"}],
 "buildPresets": [{"name": "release", "configurePreset": "release"}]}
END
write_program() { # word
    cat >"$root/src/main.c" <<END
#include <stdio.h>
int main(int count, char **words)
{
    int c = getchar();
    printf("$1 %d %s %d\n", count, count > 1 ? words[1] : "-", c);
    return count > 2 ? 42 : 0;
}
END
}

expect() { # what, found, wanted
    [ "$2" = "$3" ] && return
    printf '%s\n  found:  %s\n  wanted: %s\n' "$1" "$2" "$3"
    faults=$((faults + 1))
}

run() {
    "$root/rtopitch" "$@" 2>"$place/stderr"
}

write_program one
expect 'the first call builds and keeps stdin for the program' "$(echo A | run x)" 'one 2 x 65'
expect 'it says so, once' "$(cat "$place/stderr")" 'rtopitch: building, this once'
expect 'a later call' "$(run 'two words' </dev/null)" 'one 2 two words -1'
expect 'says nothing' "$(cat "$place/stderr")" ''
run a b </dev/null >/dev/null
expect 'the exit code is the program'\''s' "$?" 42
expect 'stdin may be closed' "$(run x <&-)" 'one 2 x -1'
expect 'from its own folder' "$(cd "$root" && ./rtopitch x </dev/null)" 'one 2 x -1'
ln -s "$root/rtopitch" "$place/link"
ln -s link "$place/link to link"
expect 'through links' "$(cd / && "$place/link to link" x </dev/null)" 'one 2 x -1'
expect 'found on PATH' "$(cd / && PATH=$place:$PATH && link x </dev/null)" 'one 2 x -1'

before=$(ls -i "$root/build/release/rtopitch")
touch "$root/data/profiles/mine.json"
run x </dev/null >/dev/null
expect 'a profile is no reason to build' "$(ls -i "$root/build/release/rtopitch")" "$before"

write_program two
for i in 1 2 3; do
    run x </dev/null >"$place/out$i" &
done
wait
expect 'three calls after a change, at the same time' "$(cat "$place/out1" "$place/out2" "$place/out3")" \
    "$(printf 'two 2 x -1\ntwo 2 x -1\ntwo 2 x -1')"

echo 'not C' >"$root/src/main.c"
expect 'a failed build prints nothing on stdout' "$(run x </dev/null)" ''
run x </dev/null
expect 'and exits with 3' "$?" 3
expect 'and shows why' "$(grep -c 'not C' "$place/stderr" | sed 's/[1-9][0-9]*/some/')" some

write_program three
mv "$root" "$place/moved"
root=$place/moved
expect 'the folder was moved' "$(run x </dev/null)" 'three 2 x -1'

mkdir "$place/bin"
for tool in sh find readlink mkdir flock cat id grep sed mv rm getconf dirname; do
    ln -s "$(command -v $tool)" "$place/bin/$tool"
done
write_program four
(
    PATH=$place/bin
    "$root/rtopitch" x </dev/null 2>"$place/stderr"
)
expect 'without tools to build with: exits with 3' "$?" 3
expect 'and names them' "$(grep -c 'please install: CMake' "$place/stderr")" 1
[ "$faults" -eq 0 ]
