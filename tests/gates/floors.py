"""Who may include whom: every #include of src and include, held against the table of floors.

Third-party headers have one door each, and floors that may not see the profile do not name its types either.
"""

import re

import sources

FLOORS = {
    "base": (),
    "json": ("base",),
    "profile": ("base", "json"),
    "stats": ("base",),
    "facts": ("base", "profile", "stats"),
    "rules": ("base", "json", "facts"),
    "lint": ("base", "json"),
    "document": ("base", "json", "facts", "rules"),
    "render": ("base", "json", "document"),
    "import": ("base", "json", "profile"),
    "app": ("base", "json", "profile", "stats", "facts", "rules", "lint", "document", "render"),
    "embed": ("base", "json", "rules", "lint", "document"),
}
# May include every public header, and what is inside these floors: they are programs.
PROGRAMS = {"cli": ("cli", "app"), "importer": ("importer", "cli", "import")}

DOORS = {"cjson/cJSON.h": "src/json/read.c", "curl/curl.h": "src/import/http.c",
         "pthread.h": "src/app/batch.c", "emmintrin.h": "src/json/plain.h"}
C_HEADERS = set(
    "assert ctype errno float inttypes limits math stdalign stdarg stdbool stddef stdint stdnoreturn stdlib string".split()
)
SYSTEM = {  # beyond C_HEADERS
    "base": {"stdio", "dirent", "fcntl", "sys/file", "poll", "signal", "stdatomic", "unistd", "sys/random", "sys/stat", "sys/types",
             "sanitizer/asan_interface"},
    "cli": {"stdio", "fcntl", "poll", "signal", "spawn", "stdatomic", "time", "unistd", "sys/inotify", "sys/ioctl", "sys/resource",
            "sys/stat", "sys/types", "sys/wait"},
    "importer": {"time", "unistd", "sys/resource", "sys/stat"},
    "embed": {"stdio"},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def floor_of(root, path):
    parts = path.relative_to(root).parts
    return path.stem if parts[0] == "include" else parts[1]


def may_include(floor, target):
    """Whether a file of `floor` may include "rtopitch/x.h" or "floor/x.h"."""
    folder, _, name = target.partition("/")
    if folder == "rtopitch":
        other = name.removesuffix(".h")
        return floor in PROGRAMS or other == floor or other in FLOORS.get(floor, ())
    if floor in PROGRAMS:
        return folder in PROGRAMS[floor]
    return folder == floor or folder in FLOORS.get(floor, ())


def system_fault(root, path, floor, header):
    door = DOORS.get(header)
    if door:
        return None if path == root / door else f"<{header}> is included only by {door}"
    name = header.removesuffix(".h")
    if name in C_HEADERS or name in SYSTEM.get(floor, ()):
        return None
    return f"<{header}> is not for the floor {floor}"


def profile_types(root):
    """The struct types that include/rtopitch/profile.h defines."""
    header = root / "include/rtopitch/profile.h"
    if not header.exists():
        return set()
    text = sources.code_only(header.read_text())
    return set(re.findall(r"\}\s*(rtp_\w+)\s*;", text))


def named_types(root, path, types):
    text = sources.code_only(path.read_text())
    for match in re.finditer(r"\brtp_\w+\b", text):
        if match.group() in types:
            yield f"{sources.place(root, path, sources.line_of(text, match.start()))}: names {match.group()} of the profile"


def check(root):
    types = profile_types(root)
    for path in sources.c_files(root, "src", "include"):
        if len(path.relative_to(root).parts) < 3:
            continue
        floor = floor_of(root, path)
        if floor not in PROGRAMS and floor not in FLOORS:
            yield f"{sources.place(root, path, 1)}: {floor} is not a floor"
            continue
        text = sources.code_and_strings(path.read_text())
        for match in INCLUDE.finditer(text):
            where = sources.place(root, path, sources.line_of(text, match.start(1 if match.group(1) else 2)))
            if match.group(1) and not may_include(floor, match.group(1)):
                yield f'{where}: the floor {floor} may not include "{match.group(1)}"'
            fault = system_fault(root, path, floor, match.group(2)) if match.group(2) else None
            if fault:
                yield f"{where}: {fault}"
        if floor not in PROGRAMS and floor != "profile" and "profile" not in FLOORS[floor]:
            yield from named_types(root, path, types)


if __name__ == "__main__":
    sources.run(check)
