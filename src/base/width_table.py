"""Writes width_table.inc, the ranges of code points that take no column or two on a terminal.

Run by hand when Unicode changes: python3 src/base/width_table.py > src/base/width_table.inc
"""
import sys
import unicodedata


def width(code):
    char = chr(code)
    if code == 0xAD:
        return 1
    if 0x1160 <= code <= 0x11FF or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    wide = unicodedata.east_asian_width(char) in ("W", "F")
    return 2 if wide or 0x1F300 <= code <= 0x1F64F or 0x1F900 <= code <= 0x1F9FF else 1


def bridged(ranges):
    """Joins ranges that only unassigned code points keep apart."""
    joined = []
    for first, last in ranges:
        gap = range(joined[-1][1] + 1, first) if joined else ()
        if joined and all(unicodedata.category(chr(code)) == "Cn" for code in gap):
            joined[-1][1] = last
        else:
            joined.append([first, last])
    return joined


def ranges_of(wanted):
    found = []
    for code in range(0x80, 0x110000):
        if width(code) != wanted:
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return bridged(found)


def main():
    print(f"/* Made by width_table.py from Unicode {unicodedata.unidata_version}; do not edit. */")
    for name, wanted in (("width_zero", 0), ("width_two", 2)):
        print(f"static const width_range {name}[] = {{")
        cells = [f"{{0x{first:X}, 0x{last:X}}}," for first, last in ranges_of(wanted)]
        for start in range(0, len(cells), 5):
            print("    " + " ".join(cells[start:start + 5]))
        print("};")


sys.exit(main())
