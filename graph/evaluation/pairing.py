"""Annotated letters and the build's letters, side by side: who is who, and every name in one system of coordinates."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..errors import GoldError
from ..tables.graph_tables import GraphTables, LetterRow, MentionRow
from .alignment import Compact, align, compact, mapped, touched
from .gold import Gold, GoldMention


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Named:
    """A name of either side. `start`, `end`: half-open, in the build's text without white space.

    `exact` is False where an annotated name stands in the build's text in part only; both ends are -1 where it does
    not stand there at all. `kind` is one of the four, or `neutral`.
    """

    start: int
    end: int
    kind: str
    name: str
    entity_ids: tuple[str, ...] = ()
    anaphor: bool = False
    exact: bool = True
    context: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPair:
    """One letter on both sides; `outside` counts the build's names in text that the annotation does not have."""

    doc: str
    letter: LetterRow
    gold: tuple[Named, ...] = field(repr=False)
    neutral: tuple[Named, ...] = field(repr=False)
    found: tuple[Named, ...] = field(repr=False)
    outside: int = 0


def read_map(path: Path) -> dict[str, str]:
    """Return doc → source of a CSV with these two columns (UTF-8). Raises `GoldError`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"doc", "source"} <= set(reader.fieldnames or ()):
                raise GoldError(
                    f"{path}, row 1: 须有 doc、source 两列 · "
                    f"the columns must be doc,source; found {', '.join(reader.fieldnames or ()) or '–'}"
                )
            return {row["doc"].strip(): row["source"].strip() for row in reader if row["doc"]}
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else f"not UTF-8 at byte {error.start}"
        raise GoldError(
            f"{path}: 读不到；请给出有 doc、source 两列的 CSV · "
            f"cannot be read ({why}); give a CSV with the columns doc,source"
        ) from error


def letters_of(
    docs: Iterable[str], letters: Iterable[LetterRow], sources: Mapping[str, str]
) -> dict[str, LetterRow]:
    """Return the build's reply for every annotated doc that has one: by the map, else by the name of its file.

    d06 is d06.txt, d06.gb18030.txt or a.zip!/x/d06.pdf. Raises `GoldError` where two letters fit.
    """
    replies = [row for row in letters if row.status == "reply"]
    pairs = {}
    for doc in docs:
        fitting = [row for row in replies if _fits(doc, row.source, sources)]
        closest = [row for row in fitting if _file(row.source).stem == doc] if len(fitting) > 1 else fitting
        if len(fitting) > 1 and len(closest) != 1:
            both = ", ".join(row.source for row in fitting[:2])
            raise GoldError(
                f"{doc}: 两个文件都可能是这封信，请用 --map 指明（doc、source 两列） · "
                f"two files could be this letter, say which with --map (columns doc,source): {both}"
            )
        if closest:
            pairs[doc] = closest[0]
    return pairs


def _fits(doc: str, source: str, sources: Mapping[str, str]) -> bool:
    if doc in sources:
        return source == sources[doc] or source.endswith(f"/{sources[doc]}")
    name = _file(source)
    return doc in {name.name, name.stem, name.name.split(".", 1)[0]}


def _file(source: str) -> PurePosixPath:
    return PurePosixPath(source.replace("!", "/").replace("\\", "/"))


def pair_up(
    gold: Gold, tables: GraphTables, texts: Mapping[str, str], letters: Mapping[str, LetterRow]
) -> tuple[LetterPair, ...]:
    """Return every letter that both sides have, by doc. `texts`: the build's letters by letter_id."""
    own: dict[str, list[MentionRow]] = {}
    for row in tables.mentions:
        own.setdefault(row.letter_id, []).append(row)
    return tuple(
        _pair(doc, letter, gold, own.get(letter.letter_id, []), texts.get(letter.letter_id, ""))
        for doc, letter in sorted(letters.items())
    )


def _pair(doc: str, letter: LetterRow, gold: Gold, rows: Sequence[MentionRow], text: str) -> LetterPair:
    ours = compact(text)
    found = tuple(sorted(_found(row, ours) for row in rows))
    names = [row for row in gold.mentions or () if row.doc == doc]
    neutral = [row for row in gold.neutral if row.doc == doc]
    annotated = gold.texts.get(doc)
    if annotated is None:
        placed = _by_occurrence(names, found)
        return LetterPair(doc=doc, letter=letter, gold=placed, neutral=(), found=found)
    theirs = compact(annotated)
    places = align(theirs.text, ours.text)
    covered = frozenset(place for place in places if place is not None)
    inside = tuple(one for one in found if any(place in covered for place in range(one.start, one.end)))
    return LetterPair(
        doc=doc,
        letter=letter,
        gold=tuple(sorted(_placed(row, theirs, places) for row in names)),
        neutral=tuple(sorted(_placed(row, theirs, places) for row in neutral)),
        found=inside,
        outside=len(found) - len(inside),
    )


def _found(row: MentionRow, ours: Compact) -> Named:
    start, end = ours.span(row.start, row.end)
    return Named(
        start=start,
        end=end,
        kind=row.kind,
        name=_bare(row.text),
        entity_ids=row.entity_ids,
        anaphor=row.anaphor,
        context=_context(ours, start, end),
    )


def _placed(row: GoldMention, theirs: Compact, places: Sequence[int | None]) -> Named:
    start, end = theirs.span(row.start, row.end)
    exact = mapped(places, start, end)
    at = exact or touched(places, start, end) or (-1, -1)
    return Named(
        start=at[0],
        end=at[1],
        kind=row.kind,
        name=_bare(row.text),
        entity_ids=row.entity_ids,
        anaphor=row.anaphor,
        exact=exact is not None,
        context=_context(theirs, start, end),
    )


def _by_occurrence(names: Iterable[GoldMention], found: Iterable[Named]) -> tuple[Named, ...]:
    """Place names by being the n-th of their name on both sides: all that is possible without the annotated text."""
    spans: dict[str, list[Named]] = {}
    for one in found:
        spans.setdefault(one.name, []).append(one)
    seen: Counter[str] = Counter()
    placed = []
    for row in names:
        name = _bare(row.text)
        same, number = spans.get(name, []), seen[name]
        seen[name] += 1
        at = (same[number].start, same[number].end) if number < len(same) else (-1, -1)
        placed.append(
            Named(
                start=at[0],
                end=at[1],
                kind=row.kind,
                name=name,
                entity_ids=row.entity_ids,
                anaphor=row.anaphor,
                exact=at[0] >= 0,
            )
        )
    return tuple(sorted(placed))


def _bare(text: str) -> str:
    return "".join(text.split())


def _context(text: Compact, start: int, end: int) -> str:
    before, after = text.printed[max(0, start - 12) : start], text.printed[end : end + 12]
    return f"{before}【{text.printed[start:end]}】{after}"
