"""Every JSON file of data and the presets is well-formed, without a key twice, and ends with a line end.

The program's own loader says more about packs and profiles; this reads what no loader reads, too.
"""

import json

import sources


def no_key_twice(pairs):
    keys = [key for key, _ in pairs]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"key twice: {', '.join(sorted(twice))}")
    return dict(pairs)


def no_constant(name):
    raise ValueError(f"{name} is not JSON")


def check(root):
    for path in [*sorted((root / "data").rglob("*.json")), root / "CMakePresets.json"]:
        try:
            text = path.read_text(encoding="utf-8")
            json.loads(text, object_pairs_hook=no_key_twice, parse_constant=no_constant)
        except (ValueError, OSError) as error:
            yield f"{sources.place(root, path, getattr(error, 'lineno', 1))}: {error}"
            continue
        if not text.endswith("\n") or "\r" in text:
            yield f"{sources.place(root, path, text.count(chr(10)))}: lines end with one LF, the last one too"


if __name__ == "__main__":
    sources.run(check)
