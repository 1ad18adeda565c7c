"""Facts of the letters' headers and their sections against the annotation, field by field.

A field that the annotation of a letter lacks is not measured; one that it gives as null must be empty in the build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..link.name_keys import core
from ..tables.graph_tables import LetterRow, SectionRow
from .gold import GoldEntity
from .normal_forms import Local, assembly, heading, ordinals, place_of, proposal_number
from .records import FactDifference, FactScores, Score

Values = list[tuple[Any, str]]
"""What is compared, and how it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    doc: str
    gold: Mapping[str, Any]
    row: LetterRow
    sections: Sequence[SectionRow]
    entities: Mapping[str, GoldEntity]

    @property
    def local(self) -> Local:
        return Local(doc=self.doc, jurisdiction=self.row.jurisdiction or None)


_Reader = Callable[[_Letter], tuple[Values, Values] | None]


def header_scores(
    gold: Mapping[str, Mapping[str, Any]],
    letters: Mapping[str, LetterRow],
    sections: Iterable[SectionRow],
    entities: Mapping[str, GoldEntity],
) -> FactScores:
    """Return the scores of every field over all letters on both sides, by doc."""
    own: dict[str, list[SectionRow]] = {}
    for section in sections:
        own.setdefault(section.letter_id, []).append(section)
    scores: dict[str, Score] = {}
    differences: list[FactDifference] = []
    for doc in sorted(gold.keys() & letters.keys()):
        row = letters[doc]
        letter = _Letter(
            doc=doc, gold=gold[doc], row=row, sections=own.get(row.letter_id, ()), entities=entities
        )
        for field, read in _FIELDS.items():
            both = read(letter)
            if both is not None:
                score, found = _compared(doc, field, *both, whole=field not in _LISTS)
                scores[field] = scores.get(field, Score()) + score
                differences += found
    return FactScores(scores=scores, differences=tuple(differences))


def _compared(
    doc: str, field: str, gold: Values, found: Values, *, whole: bool
) -> tuple[Score, list[FactDifference]]:
    """Compare two sets of values: `whole` as one fact (right or wrong), else value by value."""
    ours, theirs = {key for key, _ in gold}, {key for key, _ in found}
    extra = [shown for key, shown in found if key not in ours]
    missing = [shown for key, shown in gold if key not in theirs]
    if whole:
        score = Score(right=int(ours == theirs), found=1, gold=1)
        sides = ("、".join(shown for _, shown in side) for side in (gold, found))
        return score, [] if ours == theirs else [
            FactDifference(doc=doc, field=field, gold=next(sides), found=next(sides))
        ]
    score = Score(right=len(ours & theirs), found=len(theirs), gold=len(ours))
    wrong = [FactDifference(doc=doc, field=field, gold=shown, found="") for shown in missing]
    return score, wrong + [FactDifference(doc=doc, field=field, gold="", found=shown) for shown in extra]


def _text(key: str, column: str, normal: Callable[[str], str] = core) -> _Reader:
    """A field that is one text on both sides, or nothing."""

    def read(letter: _Letter) -> tuple[Values, Values] | None:
        if key not in letter.gold:
            return None
        return _values((letter.gold[key] or "",), normal), _values((getattr(letter.row, column),), normal)

    return read


def _list(key: str, column: str, normal: Callable[[str], str] = core) -> _Reader:
    """A field that is a list in the build, and one text or a list in the annotation."""

    def read(letter: _Letter) -> tuple[Values, Values] | None:
        if key not in letter.gold:
            return None
        given = letter.gold[key] or ()
        gold = (given,) if isinstance(given, str) else given
        return _values(gold, normal), _values(getattr(letter.row, column), normal)

    return read


def _values(texts: Iterable[str], normal: Callable[[str], Any]) -> Values:
    return [(normal(text), text) for text in texts if text]


def _body(letter: _Letter) -> tuple[Values, Values] | None:
    return _values((letter.gold.get("body_kind") or "",), assembly), _values((letter.row.body,), str)


def _session(letter: _Letter) -> tuple[Values, Values] | None:
    if "session" not in letter.gold:
        return None
    return _values((letter.gold["session"] or "",), ordinals), _values((letter.row.session,), ordinals)


def _place(letter: _Letter) -> tuple[Values, Values] | None:
    name, row = letter.gold.get("congress"), letter.row
    if not name:
        return None
    return _values((name,), lambda text: place_of(text, row.jurisdiction)), _values((row.jurisdiction,), str)


def _department(letter: _Letter) -> tuple[Values, Values] | None:
    if "issuing_department" not in letter.gold:
        return None
    body = letter.local.body
    return _values((letter.gold["issuing_department"] or "",), body), _values((letter.row.department,), body)


def _joint(letter: _Letter) -> tuple[Values, Values] | None:
    if "jointly_with" not in letter.gold:
        return None
    ids = [joint["id"] for joint in letter.gold["jointly_with"] or () if "id" in joint]
    names = [letter.entities[one].names[0] if one in letter.entities else one for one in ids]
    return _values(names, letter.local.body), _values(letter.row.joint_departments, letter.local.body)


def _sections(letter: _Letter) -> tuple[Values, Values] | None:
    if "sections" not in letter.gold:
        return None
    gold = [(one["heading"], one.get("level", 1)) for one in letter.gold["sections"]]
    found = [(one.heading, one.level) for one in letter.sections]
    return _headings(gold), _headings(found)


def _headings(sections: Iterable[tuple[str, int]]) -> Values:
    return [((heading(printed), level), f"{printed} (level {level})") for printed, level in sections]


def _points(letter: _Letter) -> tuple[Values, Values] | None:
    if "sections" not in letter.gold:
        return None
    return list(_gold_points(letter)), [
        ((heading(one.heading), core(one.recommendation_point)), one.recommendation_point)
        for one in letter.sections
        if one.recommendation_point
    ]


def _gold_points(letter: _Letter) -> Iterator[tuple[Any, str]]:
    for one in letter.gold["sections"]:
        if point := one.get("answers_point"):
            yield (heading(one["heading"]), core(point)), point


_FIELDS: Mapping[str, _Reader] = {
    "body": _body,
    "session": _session,
    "jurisdiction": _place,
    "proposal_number": _list("proposal_number", "proposal_numbers", proposal_number),
    "proposal_title": _list("proposal_title", "proposal_titles"),
    "title": _text("letter_title", "title"),
    "addressees": _list("addressees", "addressees"),
    "proposers": _list("proposers", "proposers"),
    "department": _department,
    "reply_date": _text("reply_date", "reply_date"),
    "role": _text("role", "role"),
    "joint_departments": _joint,
    "document_number": _text("document_number", "document_number"),
    "classification": _text("classification", "classification"),
    "sections": _sections,
    "points": _points,
}
_LISTS = frozenset({"joint_departments", "sections", "points"})
"""Fields scored value by value; the others are one fact per letter."""
