"""The gates themselves: each must refuse the fault it is there for, and pass the same file without it.

All code here is invented; no line of it is built.
"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
HEAD = "/* Invented. It stands here for a test. */\n"


def function(lines, parameters="void"):
    return HEAD + f"int f({parameters})\n{{\n" + "    g();\n" * lines + "}\n"


PROFILE = HEAD + "typedef struct rtp_person {\n    int name;\n} rtp_person;\n"

# gate, file, text, words of the finding (none: the gate passes), further files
CASES = [
    ("floors", "src/rules/a.c", HEAD + '#include "rtopitch/profile.h"\n', "rules may not include"),
    ("floors", "src/rules/a.c", HEAD + '#include "profile/fields.h"\n', "rules may not include"),
    ("floors", "src/rules/a.c", HEAD + '#include "rtopitch/facts.h"\n', None),
    ("floors", "src/rules/a.c", HEAD + '/* #include "rtopitch/profile.h" */\n', None),
    ("floors", "src/base/a.c", HEAD + '#include "rtopitch/json.h"\n', "base may not include"),
    ("floors", "src/cli/a.c", HEAD + '#include "rtopitch/json.h"\n#include "cli/b.h"\n', None),
    ("floors", "src/cli/a.c", HEAD + '#include "json/read.h"\n', "cli may not include"),
    ("floors", "include/rtopitch/base.h", HEAD + '#include "rtopitch/json.h"\n', "base may not include"),
    ("floors", "src/attic/a.c", HEAD, "attic is not a floor"),
    ("floors", "src/json/bind.c", HEAD + "#include <cjson/cJSON.h>\n", "only by src/json/read.c"),
    ("floors", "src/json/read.c", HEAD + "#include <cjson/cJSON.h>\n", None),
    ("floors", "src/facts/a.c", HEAD + "#include <sys/socket.h>\n", "not for the floor"),
    ("floors", "src/facts/a.c", HEAD + "#include <pthread.h>\n", "only by"),
    ("floors", "src/importer/a.c", HEAD + "#include <curl/curl.h>\n", "only by src/import/http.c"),
    ("floors", "src/import/http.c", HEAD + "#include <curl/curl.h>\n", None),
    ("floors", "src/importer/a.c", HEAD + '#include "import/b.h"\n#include "cli/b.h"\n', None),
    ("floors", "src/cli/a.c", HEAD + '#include "import/b.h"\n', "cli may not include"),
    ("floors", "src/render/a.c", HEAD + "#include <stdio.h>\n", "not for the floor"),
    ("floors", "src/rules/a.c", HEAD + "int f(const rtp_person *p);\n", "names rtp_person",
     {"include/rtopitch/profile.h": PROFILE}),
    ("floors", "src/facts/a.c", HEAD + "int f(const rtp_person *p);\n", None, {"include/rtopitch/profile.h": PROFILE}),
    ("sizes", "src/base/a.c", function(57), None),
    ("sizes", "src/base/a.c", function(58), "f has 61 lines"),
    ("sizes", "src/base/a.c", function(1, "int a, int b, int c, int d, int e"), None),
    ("sizes", "src/base/a.c", function(1, "int a, int b, int c, int d, int e, int g"), "f has 6 parameters"),
    ("sizes", "src/base/a.c", function(1, "int a, int (*b)(int, int, int), int c, int d, int e"), None),
    ("sizes", "src/base/a.c", HEAD + "int a;\n" * 600, "601 lines"),
    ("sizes", "src/base/a.c", "int a;\n", "first line is not a comment"),
    ("banned", "src/facts/a.c", HEAD + "int a = atoi(b);\n", "atoi"),
    ("banned", "src/facts/a.c", HEAD + "/* atoi(b) */ const char *a = \"atoi(b)\";\n", None),
    ("banned", "src/facts/a.c", HEAD + "int a = b->time(c);\n", None),
    ("banned", "src/facts/a.c", HEAD + "int a = time(c);\n", "the date is an argument"),
    ("banned", "src/render/a.c", HEAD + "int a = printf(b);\n", "never prints"),
    ("banned", "src/cli/a.c", HEAD + "int a = printf(b);\n", None),
    ("banned", "src/cli/a.c", HEAD + "int a = sprintf(b);\n", "without a limit"),
    ("banned", "src/render/a.c", HEAD + "int a = snprintf(b);\n", "in one place"),
    ("banned", "src/json/read.c", HEAD + "int a = cJSON_GetObjectItem(b);\n", "ignores case"),
    ("banned", "src/json/read.c", HEAD + "int a = cJSON_ParseWithLengthOpts(b);\n", None),
    ("banned", "src/json/bind.c", HEAD + "int a = cJSON_IsNumber(b);\n", "one door"),
    ("banned", "src/json/read.c", HEAD + "int a = b->valueint;\n", "overflows"),
    ("banned", "src/cli/a.c", HEAD + "void f(void)\n{\nback:\n    g();\n    goto back;\n}\n", "forward"),
    ("banned", "src/cli/a.c", HEAD + "void f(void)\n{\n    goto on;\non:\n    g();\n}\n", None),
    ("banned", "src/cli/a.c", HEAD + "\nint a; // NOLINT\n", "without a reason"),
    ("banned", "src/cli/a.c", HEAD + "int a; // NOLINT(cert-x): the other side owns it\n", None),
    ("headers", "include/rtopitch/base.h", HEAD + "size_t a;\n", "base.h:1"),
    ("headers", "include/rtopitch/base.h", HEAD + "#include <stddef.h>\nextern size_t a;\n", None),
    ("places", "src/a.c", HEAD + '"/ho' 'me/someone/x"\n', "path of one machine"),
    ("places", "src/a.c", HEAD + "/* TO" "DO */\n", "work left for later"),
    ("places", "README.md", "See data/home/x and 10.4.375.\n", None),
    ("data", "data/a.json", '{"a": 1}\n', None),
    ("data", "data/a.json", '{"a": 1, "a": 2}\n', "key twice: a"),
    ("data", "data/a.json", '{"a": 1,}\n', "data/a.json:1"),
    ("data", "data/a.json", '{"a": NaN}\n', "not JSON"),
    ("data", "data/a.json", '{"a": 1}', "LF"),
    ("format", "src/a.c", HEAD + "int  a;\n", "src/a.c:2"),
    ("format", "src/a.c", HEAD + "int a;\n", None),
]


def fault(gate, name, text, words, more=None):
    """What is wrong with the gate's answer, or None."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        files = {"CMakePresets.json": "{}\n", ".clang-format": (HERE / "../../.clang-format").read_text(), name: text}
        for path, content in {**files, **(more or {})}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content)
        done = subprocess.run([sys.executable, "-B", HERE / f"{gate}.py", root], capture_output=True, text=True, check=False)
    if done.returncode == 77:
        return None
    if words is None:
        return None if done.returncode == 0 and not done.stdout else f"refused: {done.stdout}{done.stderr}"
    return None if done.returncode == 1 and words in done.stdout else f"let it pass: {done.stdout}{done.stderr}"


def main():
    faults = 0
    for case in CASES:
        found = fault(*case)
        if found:
            faults += 1
            print(f"{case[0]}: {case[2]!r}\n  {found}")
    print(f"{len(CASES)} cases, {faults} wrong")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
