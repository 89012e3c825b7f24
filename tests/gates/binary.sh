#!/bin/sh
# Checks what the release program became: hardened, and linked to nothing it does not need.
# usage: binary.sh PROGRAM [LIBRARY]    (one more that it may link, with what that one links)
set -u
program=$1
also=${2-none}
faults=0

expect() { # what, text, pattern that must be there
    printf '%s\n' "$2" | grep -Eq -- "$3" && return
    echo "$program: not $1"
    faults=$((faults + 1))
}

headers=$(LC_ALL=C readelf -Wl "$program") || exit 1
dynamic=$(LC_ALL=C readelf -Wd "$program") || exit 1
expect 'position independent' "$dynamic" 'FLAGS_1.*PIE'
expect 'relocated read-only' "$headers" 'GNU_RELRO'
expect 'bound at start' "$dynamic" 'BIND_NOW|FLAGS_1.*NOW'
expect 'free of an executable stack' "$headers" 'GNU_STACK.* RW +0x'
expect 'packing its relocations' "$dynamic" 'RELR'

linked() {
    if [ "$also" = none ]; then
        ldd "$program" | sed -n 's/^[[:space:]]*\([^ ]*\) .*/\1/p'
    else
        printf '%s\n' "$dynamic" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
    fi
}

# The loader and the kernel's page are no libraries of ours.
for library in $(linked); do
    case $library in
    "$also".so.*) ;;
    libc.so.* | libm.so.* | libcjson.so.* | linux-vdso.so.* | */ld-linux*) ;;
    *)
        echo "$program: links $library"
        faults=$((faults + 1))
        ;;
    esac
done
[ "$faults" -eq 0 ]
