"""Functions nobody calls here, and those that only the command line or the ground floor may call.

Each row says why, and the finding repeats it.
"""

import re

import sources

ANYWHERE = {
    r"strtok|gmtime|localtime|asctime|ctime|strerror|rand|srand|random|tmpnam|mktemp": "shares hidden state or is not safe",
    r"setlocale|localeconv": "output must not depend on the locale",
    r"setenv|putenv|unsetenv": "the environment is not ours to change",
    r"sprintf|vsprintf|strcpy|strcat|gets|strncat|alloca": "writes without a limit",
    r"atoi|atol|atoll|atof": "cannot tell a wrong number from zero",
    r"regcomp|regexec": "time depends on the pattern and the locale",
    r"system|popen": "runs a shell",
    r"cJSON_(?:GetObjectItem|GetArrayItem|HasObjectItem|Print\w*|Minify)": "ignores case, walks twice, or prints by its own rules",
    r"valueint": "overflows silently; read valuedouble",
}
ANYWHERE_FREE = {"valueint"}  # members, not calls

# Calls that only these folders may make.
ONLY_IN = [
    (r"printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|fputc|putc|fwrite|perror", ("src/cli", "src/embed", "tests"),
     "the library never prints"),
    (r"snprintf|vsnprintf", ("src/base", "src/cli", "src/embed", "tests"), "numbers and text are put together in one place"),
    (r"exit|_exit|_Exit|quick_exit", ("src/cli", "src/embed", "tests"), "the library never exits"),
    (r"getenv|secure_getenv", ("src/cli", "src/importer", "tests"), "the library reads no environment"),
    (r"time|clock|clock_gettime|gettimeofday", ("src/cli", "src/importer", "tests"), "the date is an argument"),
    (r"malloc|calloc|realloc|free|strdup|strndup", ("src/base", "tests"), "memory comes from an arena"),
    (r"cJSON_\w+", ("src/json/read.c", "tests"), "cJSON has one door"),
]
GOTO = re.compile(r"\bgoto\s+(\w+)\s*;")
SUPPRESSION = re.compile(r"NOLINT\w*(?:\([^)]*\))?|clang-format off|#\s*pragma\s+(?:GCC|clang)\s+diagnostic\s+ignored\s+\"[^\"]*\"")


def calls(pattern, text):
    return re.finditer(rf"(?<![\w.>])(?:{pattern})\s*\(", text)


def is_in(path, root, places):
    name = path.relative_to(root).as_posix()
    return any(name == p or name.startswith(p + "/") for p in places)


def banned(root, path, text):
    for pattern, reason in ANYWHERE.items():
        found = re.finditer(rf"\b{pattern}\b", text) if pattern in ANYWHERE_FREE else calls(pattern, text)
        for match in found:
            yield match.start(), f"{match.group().rstrip('( ')}: {reason}"
    for pattern, places, reason in ONLY_IN:
        if not is_in(path, root, places):
            for match in calls(pattern, text):
                yield match.start(), f"{match.group().rstrip('( ')} only in {', '.join(places)}: {reason}"


def backward_gotos(text):
    for match in GOTO.finditer(text):
        ahead = text[match.end():].split("\n}", 1)[0]
        if not re.search(rf"^\s*{match.group(1)}:", ahead, re.MULTILINE):
            yield match.start(), f"goto {match.group(1)} does not go forward"


def bare_suppressions(raw):
    """A suppression needs its reason beside it: three words on its line, or a comment on the line before."""
    lines = raw.split("\n")
    for number, line in enumerate(lines):
        match = SUPPRESSION.search(line)
        before = lines[number - 1] if number and re.match(r"\s*(/\*|//|\*)", lines[number - 1]) else ""
        if match and len(re.findall(r"[A-Za-z]{2,}", before + line.replace(match.group(), ""))) < 3:
            yield number + 1, "a warning is switched off without a reason beside it"


def check(root):
    for path in sources.c_files(root, "src", "include", "tests"):
        raw = path.read_text()
        text = sources.code_only(raw)
        for offset, what in [*banned(root, path, text), *backward_gotos(text)]:
            yield f"{sources.place(root, path, sources.line_of(text, offset))}: {what}"
        for line, what in bare_suppressions(raw):
            yield f"{sources.place(root, path, line)}: {what}"


if __name__ == "__main__":
    sources.run(check)
