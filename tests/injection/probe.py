"""Runs the render probe: texts in, one document each out."""

import subprocess


def documents(probe, format_name, texts, *options):
    """The documents, as bytes, of texts in every position; see render_probe.c."""
    fed = b"".join(b"%d\n%s" % (len(raw), raw) for raw in (text.encode("utf-8") for text in texts))
    run = subprocess.run([probe, format_name, *options], input=fed, stdout=subprocess.PIPE, check=True)
    found, at = [], 0
    while at < len(run.stdout):
        end = run.stdout.index(b"\n", at)
        size = int(run.stdout[at:end])
        found.append(run.stdout[end + 1:end + 1 + size])
        at = end + 1 + size
    assert len(found) == len(texts), f"{len(found)} documents for {len(texts)} texts"
    return found
