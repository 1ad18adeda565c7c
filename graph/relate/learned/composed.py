"""Composed sentences as letters to train on: templates whose names are slots and whose words have alternatives.

`{O1}由{O2}[管理|运营]。<tab>operates O2 O1`: a slot is a letter for its kind (O F P Y, L a place) and a number; what
follows the number ends the name ({O1协会}). A stands for the place of the letter. Templates are expanded diagonally,
the n-th sentence with the n-th alternatives, so that every alternative comes up without making all combinations.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from corpus.records import Header, Letter, Sentence, Span
from ontology import places

from ...records import Kind, LinkedLetter, Mention
from .annotated import Related

_SLOT = re.compile(r"\{([OFPYL])(\d)([^}]*)\}|我[局委厅办部]")
_CHOICE = re.compile(r"\[([^\]]*)\]")
_MOST = 5
"""Sentences of one template."""
_HOME, _PLACES = "舟山市", ("嘉兴市", "绍兴市", "湖州市")
_ISSUER = "issuer"
_KINDS: Final[Mapping[str, tuple[Kind, tuple[str, ...]]]] = {
    "O": ("organisation", ("公司", "大学", "局", "研究院", "集团", "医院")),
    "F": ("fund", ("基金", "专项资金", "引导基金", "贷")),
    "P": ("platform", ("平台", "园区", "基地", "中心", "实验室")),
    "Y": ("policy", ("办法", "行动", "方案", "计划")),
}


def composed(path: Path) -> list[tuple[str, Related]]:
    """Return (template, letter of one sentence) for every sentence that a file of templates gives, in file order.

    Raises `OSError`, or `ValueError` where a line has no tab or a relation is not three words.
    """
    found: list[tuple[str, Related]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            template, stated = line.split("\t")
            for index, sentence in enumerate(_sentences(template)):
                found.append((str(number), _letter(sentence, stated, number, f"{number}.{index}")))
    return found


def _sentences(template: str) -> list[str]:
    pieces = _CHOICE.split(template)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    most = max(len(choice) for choice in choices)
    found = (
        "".join(
            choice[(turn + turn // len(choice) * index) % len(choice)] for index, choice in enumerate(choices)
        )
        for turn in range(max(most, _MOST))
    )
    return list(dict.fromkeys(found))[:_MOST]


def _letter(sentence: str, stated: str, number: int, letter_id: str) -> Related:
    text = ""
    mentions: list[Mention] = []
    ids: dict[str, tuple[str, ...]] = {}
    position = 0
    for slot in _SLOT.finditer(sentence):
        text += sentence[position : slot.start()]
        position = slot.end()
        name, kind, node = _name(slot, number)
        if kind:
            span = Span(start=len(text), end=len(text) + len(name))
            mentions.append(_mention(letter_id, len(mentions), span, name, kind))
            ids[mentions[-1].mention_id] = (node,)
        text += name
    text += sentence[position:]
    linked = LinkedLetter(
        letter=_record(letter_id, text),
        mentions=tuple(mentions),
        entity_ids=ids,
        issuer=_ISSUER,
        place=_place(_HOME),
        reply=f"reply/{letter_id}",
        proposals=(),
    )
    return Related(linked=linked, stated=frozenset(_relations(stated)))


def _name(slot: re.Match[str], number: int) -> tuple[str, Kind | None, str]:
    """Return what is printed for a slot, its kind (None: a bare place) and its node."""
    letter, digit, tail = slot[1], slot[2], slot[3]
    if letter is None:
        return slot[0], "organisation", _ISSUER
    if letter == "L":
        return _PLACES[int(digit) - 1], None, ""
    kind, tails = _KINDS[letter]
    name = f"甲乙{letter}{digit}" + (tail or tails[(int(digit) + number) % len(tails)])
    return f"《{name}》" if letter == "Y" else name, kind, letter + digit


def _relations(stated: str) -> Iterator[tuple[str, str, str, str]]:
    for statement in filter(None, map(str.strip, stated.split(";"))):
        relation, source, target = statement.split()
        yield "0001", relation, _node(source), _node(target)


def _node(end: str) -> str:
    if end == "A":
        return _place(_HOME)
    return _place(_PLACES[int(end[1]) - 1]) if end.startswith("L") else end


def _place(name: str) -> str:
    return f"place/{places.load().resolve(name)}"


def _mention(letter_id: str, number: int, span: Span, name: str, kind: Kind) -> Mention:
    return Mention(
        mention_id=f"{letter_id}#{number}",
        letter_id=letter_id,
        span=span,
        text=name,
        kind=kind,
        recogniser="gold",
        score=1.0,
        anaphor=name.startswith("我"),
    )


def _record(letter_id: str, text: str) -> Letter:
    span = Span(start=0, end=len(text))
    return Letter(
        letter_id=letter_id,
        source=letter_id,
        raw_sha256="",
        text=text,
        raw_offsets=array("L", range(len(text))),
        header=Header(jurisdiction=places.load().resolve(_HOME)),
        sections=(),
        sentences=(Sentence(sentence_id="0001", section_id=None, span=span, zone="body"),),
    )
