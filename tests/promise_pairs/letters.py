"""Pairs of whole letters with several promises each, and what a build of the two tells of every one of them.

`python tests/promise_pairs/letters.py` prints what is told otherwise than expected, and the totals by file;
`--held` shows the totals of the files that are held back, and nothing else of them.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graph.pipeline import BuildOptions, build  # noqa: E402  (the path is set above)
from graph.tables.claim_records import CommitmentRow, ThreadRow  # noqa: E402  (the path is set above)
from graph.tables.graph_tables import GraphTables  # noqa: E402  (the path is set above)

FILES = {
    "read": Path(__file__).with_name("letter_pairs.txt"),
    "weak": Path(__file__).with_name("weak_letter_pairs.txt"),
    "held": Path(__file__).with_name("held_letter_pairs.txt"),
    "held weak": Path(__file__).with_name("held_weak_letter_pairs.txt"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What a later sentence says of a promise: done, ongoing (in part, late), back (not, given up), again or silent.

    `begun`: no more than a beginning was promised, or it is there but for a part: done and ongoing are both right.

    `promise` and `told` are words of the two letters, `told` is empty of silence; `actor`: self, a name, or ?.
    """

    promise: str
    actor: str
    says: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPair:
    """Two letters as texts of files, and what became of the promises of the first; `apart`: never to be linked."""

    name: str
    earlier: str
    later: str
    fates: tuple[Fate, ...]
    apart: tuple[tuple[str, str], ...]


def letter_pairs(half: str) -> list[LetterPair]:
    """Return the pairs of a file: read or weak, or those held back until the rules were made."""
    text = FILES[half].read_text(encoding="utf-8")
    return [_pair(part) for part in text.split("\n== ")[1:]]


def _pair(part: str) -> LetterPair:
    name, rest = part.split("\n", 1)
    both, expected = rest.split("\n!!\n")
    earlier, later = both.removeprefix(">> ").split("\n<< ")
    lines = [line for line in expected.splitlines() if line and not line.startswith("#")]
    cells = [[cell.strip() for cell in line.removeprefix("-- ").split(" |")] for line in lines]
    return LetterPair(
        name=name,
        earlier=_letter(earlier),
        later=_letter(later),
        fates=tuple(
            Fate(promise=one[0], actor=one[1], says=one[2], told=one[3])
            for one, line in zip(cells, lines, strict=True)
            if not line.startswith("-- ")
        ),
        apart=tuple(
            (one[0], one[1]) for one, line in zip(cells, lines, strict=True) if line.startswith("-- ")
        ),
    )


def _letter(part: str) -> str:
    head, body = part.split("\n", 1)
    date, office, title, who = head.split(" | ")
    year, month, day = (int(one) for one in date.split("-"))
    return f"{office}\n{title}\n\n尊敬的{who}：\n{body}\n\n{office}\n{year}年{month}月{day}日\n"


def tables_of(pair: LetterPair, folder: Path) -> GraphTables:
    """Return the tables of a build of the two letters, whose sources are 1.txt and 2.txt."""
    for name, text in (("1.txt", pair.earlier), ("2.txt", pair.later)):
        (folder / name).write_text(text, encoding="utf-8")
    return build(BuildOptions(paths=(folder,))).tables


class Told:
    """What the tables say of the promises of a pair."""

    def __init__(self, tables: GraphTables) -> None:
        """Read what is asked for often."""
        self.ids = {row.source: row.letter_id for row in tables.letters}
        self.commitments = list(tables.commitments)
        self.threads = list(tables.threads)
        self.sentences = {row.sentence_id: row.text for row in tables.sentences}
        self.claims: dict[str, tuple[str, str, str]] = {}
        for row in self.commitments:
            outcome = row.outcome if row.outcome in {"refused", "missed", "late"} else ""
            self.claims[row.commitment_id] = (row.letter_id, row.quote, outcome or row.status)
        for each in tables.evidence:
            self.claims[each.evidence_id] = (each.letter_id, each.quote, each.status or "mentioned")
        for figure in tables.figures:
            self.claims[figure.figure_id] = (figure.letter_id, figure.quote, "figure")

    def promises(self, words: str) -> list[CommitmentRow]:
        """Return the rows of commitments.csv of the first letter that overlap these words, else the first behind them.

        新建管网26公里，2021年底完工: the promise may be told by its last clause.
        """
        found: list[CommitmentRow] = []
        behind: list[CommitmentRow] = []
        for row in self.commitments:
            at = _plain(row.quote).find(_plain(words))
            if row.letter_id != self.ids["1.txt"] or at < 0:
                continue
            begin = len(_plain(row.quote[: row.clause_start - row.start]))
            end = begin + len(_plain(row.quote[row.clause_start - row.start : row.clause_end - row.start]))
            if at < end and at + len(_plain(words)) > begin:
                found.append(row)
            elif (
                at < begin
                and len(row.what) <= 12
                and not re.search("[；。]", _plain(row.quote)[at + len(_plain(words)) : begin])
            ):
                behind.append(row)
        return found or behind[:1]

    def threads_of(self, rows: Iterable[CommitmentRow]) -> list[ThreadRow]:
        """Return the threads of promises."""
        wanted = {row.commitment_id for row in rows}
        return [one for one in self.threads if wanted & {*one.commitment_ids}]

    def later(self, threads: Iterable[ThreadRow]) -> Iterator[tuple[str, str]]:
        """Yield the sentences of the second letter that are steps of threads, and what they say."""
        second = self.ids["2.txt"]
        for thread in threads:
            for one in (*thread.commitment_ids, *thread.evidence_ids, *thread.figure_ids):
                letter_id, quote, says = self.claims[one]
                if letter_id == second:
                    yield _plain(quote), says
            for one, says in zip(thread.sentence_ids, thread.sentences_say, strict=True):
                if one.startswith(second):
                    yield _plain(self.sentences[one]), says


def _plain(text: str) -> str:
    return "".join(text.split())


_ALLOWED = {
    "done": {"done", "figure"},
    "ongoing": {"ongoing", "figure", "undone", "missed", "planned", "late"},
    "begun": {"done", "ongoing", "figure", "late", "planned"},
    "back": {"refused", "missed", "undone", "planned"},
    "again": {"planned", "ongoing"},
}
_FULFILLED = {"kept", "late", "done"}
"""Courses of what came about."""


def judged(pair: LetterPair, told: Told) -> Iterator[tuple[str, str]]:
    """Yield (verdict, words) for each promise, and `apart` or wrong for what must not be linked.

    Verdicts: right, linked (no fate is told), missed, unseen (no row of commitments.csv), wrong, silent.
    """
    by_promise: dict[str, list[Fate]] = {}
    for one in pair.fates:
        by_promise.setdefault(one.promise, []).append(one)
    for promise, fates in by_promise.items():
        yield _judged(promise, [one for one in fates if one.told], told)
    for promise, words in pair.apart:
        later = [*told.later(told.threads_of(told.promises(promise)))]
        expected = [_plain(one.told) for one in by_promise.get(promise, ()) if one.told]
        hits = [
            (s, says) for s, says in later if _plain(words) in s and not any(one in s for one in expected)
        ]
        if hits:
            yield "wrong", f"{promise} ≠ {words} ({hits[0][1]})"
        else:
            yield "apart", promise


def _judged(promise: str, fates: Sequence[Fate], told: Told) -> tuple[str, str]:
    rows = told.promises(promise)
    threads = told.threads_of(rows)
    later = [*told.later(threads)]
    if not fates:
        return ("wrong", f"{promise}: silent, told {later}") if later else ("silent", promise)
    if not later:
        return ("missed" if rows else "unseen", f"{promise} → {fates[0].told}")
    strange = [one for one in later if not any(_plain(fate.told) in one[0] for fate in fates)]
    says, courses = {each for _, each in later}, {one.course for one in threads}
    wanted = {fate.says for fate in fates}
    allowed = set().union(*(_ALLOWED[one] for one in wanted)) | ({"ongoing"} if len(wanted) > 1 else set())
    put_off = courses == {"late"} and "late" in says  # what is put off is told as late
    kept = not wanted <= {"done", "begun"} and bool(courses & _FULFILLED) and not put_off
    if strange or kept or not says & (allowed | {"mentioned", ""}):
        return "wrong", f"{promise}: {sorted(says)} {sorted(courses)} {strange}, expected {sorted(wanted)}"
    return ("right" if says & allowed else "linked"), f"{promise} {sorted(says)} {sorted(courses)}"


def promisers(pair: LetterPair, tables: GraphTables) -> Iterator[tuple[str, str]]:
    """Yield (verdict, words) for each promise that is seen: right, place (the writer's), or wrong is who must do it."""
    told = Told(tables)
    first = next(row for row in tables.letters if row.source == "1.txt")
    names = {row.entity_id: (row.name, *row.aliases, row.short_name) for row in tables.entities}
    for promise, actor in {one.promise: one.actor for one in pair.fates}.items():
        rows = told.promises(promise)
        if rows and actor != "?":
            node = rows[0].responsible
            own = first.department if actor == "self" else actor.split("、")[0]
            of_place = actor == "self" and node.startswith("place/") and node.endswith(first.jurisdiction)
            right = any(_is_called(own, name) for name in names.get(node, ()) if name)
            verdict = "place" if of_place else "right" if right else "wrong"
            yield verdict, f"{promise}: {node}, expected {actor}"


def _is_called(own: str, name: str) -> bool:
    """Whether a name is that of a body, or shorter or longer by a place: 市财政局, 洛阳市财政局, 财政局."""
    bare = own[1:] if own[0] in "省市县区" else own
    return bare in name or name in own


def main() -> int:
    """Print what is told otherwise than expected, and the totals; of the files that are held back the totals alone."""
    for half in ("held", "held weak") if "--held" in sys.argv else ("read", "weak"):
        totals: Counter[str] = Counter()
        for pair in letter_pairs(half):
            with tempfile.TemporaryDirectory() as folder:
                tables = tables_of(pair, Path(folder))
            found = [*judged(pair, Told(tables))]
            found += [(f"promiser {verdict}", words) for verdict, words in promisers(pair, tables)]
            totals.update(verdict for verdict, _ in found)
            if not half.startswith("held"):
                for verdict, words in found:
                    if verdict not in {"silent", "apart", "promiser right"}:
                        sys.stdout.write(f"{pair.name[:12]} {verdict}: {words}\n")
        sys.stdout.write(f"{half}: {dict(sorted(totals.items()))}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
