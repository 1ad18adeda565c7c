"""Read the letters with inline marks beside this file, and check them.

A mark is ``[[name|k]]`` with k one of o (organisation), f (fund), p (platform), y (policy) and n (neutral).
``parse`` is the library; run as a script, the module prints what is wrong and ends with 1 if anything is.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

KINDS = "ofpyn"
SHORTEST_REPEAT = 4
MARK = re.compile(r"\[\[([^\[\]|\n]+)\|([" + KINDS + r"])\]\]")
PROPOSAL_TITLE = re.compile(r"关于(?:(?!第?[0-9]{2})[^。；;\n])*?(?:提案|建议|议案)")


class Mention(NamedTuple):
    """A marked name: its place in the plain text, its text and the letter of its kind."""

    start: int
    end: int
    text: str
    kind: str


def parse(text: str) -> tuple[str, list[Mention]]:
    """Return the plain text and the mentions with offsets into it; raise ValueError on a broken mark."""
    parts: list[str] = []
    mentions: list[Mention] = []
    length = last = 0
    for mark in MARK.finditer(text):
        before, name = text[last : mark.start()], mark[1]
        start = length + len(before)
        length = start + len(name)
        parts += before, name
        mentions.append(Mention(start, length, name, mark[2]))
        last = mark.end()
    plain = "".join([*parts, text[last:]])
    if broken := re.search(r".{0,12}(?:\[\[|\]\]|\|).{0,12}", plain):
        raise ValueError(f"broken mark near {broken[0]!r}")
    return plain, mentions


def unmarked_repeats(plain: str, mentions: list[Mention]) -> list[str]:
    """List the repeats of a marked name that stand neither in a mark nor in a proposal's title."""
    covered = [(m.start, m.end) for m in mentions] + [m.span() for m in PROPOSAL_TITLE.finditer(plain)]
    names = sorted({m.text for m in mentions if len(m.text) >= SHORTEST_REPEAT})
    return [
        f"{name} at {hit.start()} is unmarked: {plain[max(0, hit.start() - 8) : hit.end() + 8]!r}"
        for name in names
        for hit in re.finditer(re.escape(name), plain)
        if not any(start <= hit.start() and hit.end() <= end for start, end in covered)
    ]


def check(path: Path) -> list[str]:
    """List what is wrong in one file."""
    try:
        plain, mentions = parse(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return [str(error)]
    wrong = [f"space at the edge of {m.text!r}" for m in mentions if m.text != m.text.strip()]
    return wrong + unmarked_repeats(plain, mentions)


def main() -> int:
    """Check every letter beside this file."""
    paths = sorted(Path(__file__).parent.glob("[a-z]*[0-9][0-9].txt"))
    wrong = [f"{path.name}: {message}" for path in paths for message in check(path)]
    print("\n".join([*wrong, f"{len(paths)} letters, {len(wrong)} problems"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
