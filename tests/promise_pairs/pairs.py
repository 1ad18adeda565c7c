"""Pairs of letters as texts, and what the build makes of the promise of the first: for tests, and for a look by hand.

`python tests/promise_pairs/pairs.py` prints what is expected, what is told, and how many are right.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.answers.promises import Thread, promise_threads
from graph.pipeline import BuildOptions, build

_FILES = tuple(Path(__file__).with_name(name) for name in ("pairs.tsv", "plain_pairs.tsv"))
_MOST_TELLING = ("kept", "late", "missed", "refused", "back", "forward", "unclear", "done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A promise of a letter, a later letter, and the course that a reader of both would tell."""

    half: str
    name: str
    place: str
    date1: str
    text1: str
    date2: str
    place2: str
    text2: str
    about: str
    course: str
    office: str = "科学技术局"


def pairs() -> list[Pair]:
    """Return the pairs of the files."""
    return [pair for file in _FILES for pair in _pairs_of(file)]


def _pairs_of(file: Path) -> list[Pair]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Pair(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def course_of(pair: Pair, folder: Path) -> str:
    """Return the course of the promise, with what of it is open told apart, as a build of the two letters has it."""
    for name, number, place, date, text in (
        ("1.txt", 101, pair.place, pair.date1, pair.text1),
        ("2.txt", 207, pair.place2 or pair.place, pair.date2, pair.text2),
    ):
        (folder / name).write_text(_letter(number, place + pair.office, date, text), encoding="utf-8")
    tables = build(BuildOptions(paths=(folder,))).tables
    return _course([one for one in promise_threads(tables, about=pair.about) if _begins(one, pair)])


def _begins(thread: Thread, pair: Pair) -> bool:
    """Whether the first letter promises it: what only the second says is another promise."""
    return any(step.date == pair.date1 for step in thread.steps)


def _course(threads: Sequence[Thread]) -> str:
    if not threads:
        return "unseen"
    told = sorted({one.course for one in threads} & {*_MOST_TELLING}, key=_MOST_TELLING.index)
    if told:
        return told[0]
    if any(len({step.letter_id for step in one.steps}) > 1 for one in threads):
        return "repeated"
    return "silent" if any(one.silent for one in threads) else "apart"


def _letter(number: int, office: str, date: str, text: str) -> str:
    year, month, day = (int(part) for part in date.split("-"))
    session = "一二三四"[year - 2022]
    return (
        f"{office}\n关于市政协十四届{session}次会议第{number:03d}号提案的答复\n\n尊敬的周明轩委员：\n"
        f"您提出的《关于事项{number}的提案》（第{number:03d}号）收悉，现答复如下：\n{text}\n\n"
        f"{office}\n{year}年{month}月{day}日\n"
    )


def main() -> int:
    """Print every pair that is told otherwise than expected, and the totals by half."""
    right: dict[str, list[bool]] = {}
    for pair in pairs():
        with tempfile.TemporaryDirectory() as folder:
            course = course_of(pair, Path(folder))
        right.setdefault(pair.half, []).append(course == pair.course)
        if course != pair.course:
            sys.stdout.write(f"{pair.half} {pair.name}: expected {pair.course}, told {course}\n")
    for half, each in right.items():
        sys.stdout.write(f"{half}: {sum(each)} of {len(each)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
