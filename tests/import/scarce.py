#!/usr/bin/env python3
"""Every allocation of an import fails once, libcurl's and the TLS library's among them: all or nothing comes out.

usage: scarce.py IMPORT-PROGRAM OOMFAIL.SO    (a build without sanitizers)
"""
import os
import pathlib
import subprocess
import sys

import standin

SWEEP = pathlib.Path(__file__).parent.parent / "faults/memory.py"
MONTHS = {"2026-07": 2, "2026-09": 150, "2026-10": 3}


def sweep(only, points):
    with standin.Service(standin.gitlab(MONTHS)) as service:
        env = {**os.environ, "GITLAB_TOKEN": standin.TOKEN, "GITLAB_HOST": service.url, "OOM_ONLY": only}
        words = [sys.executable, "-B", str(SWEEP), "--so", sys.argv[2], "--only", only, "--allow", "3,4,70", "--max-points", points,
                 "--", sys.argv[1], "gitlab", "--user", "ada", "--since", "2026-06", "--date", "2026-11-22", "--url", service.url,
                 "--no-cache", "--quiet"]
        done = subprocess.run(words, env=env, check=False)
        tokens = {r["headers"].get("authorization") for r in service.requests}
    # A lost header would be a request without the token, answered all the same.
    return done.returncode == 0 and tokens == {f"Bearer {standin.TOKEN}"}


if __name__ == "__main__":
    sys.exit(0 if sweep("rtopitch,libcurl", "0") and sweep("", "300") else 1)
