"""Every public header compiles alone, twice included, as plain C11 with gcc and with clang.

Somebody who links the library includes one header and must not have to guess what comes before it.
"""

import shutil
import subprocess

import sources

FLAGS = ["-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-x", "c", "-"]


def check(root):
    for compiler in filter(shutil.which, ("gcc", "clang")):
        for header in sorted((root / "include/rtopitch").glob("*.h")):
            line = f'#include "rtopitch/{header.name}"\n'
            done = subprocess.run([compiler, "-I", root / "include", *FLAGS], input=line * 2 + "extern int unused;\n",
                                  capture_output=True, text=True, check=False)
            if done.returncode:
                yield f"{sources.place(root, header, 1)}: {compiler}: {done.stderr.strip()}"


if __name__ == "__main__":
    sources.run(check)
