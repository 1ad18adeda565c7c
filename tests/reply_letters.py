"""Reply letters for tests: one plain letter whose parts can be replaced, and its reading."""

from __future__ import annotations

from pathlib import Path

from corpus import NO_FACTS, FactBook, Letter, Reading
from corpus.formats.read import read_bytes
from corpus.reader import read_extract
from ontology.places import load

TITLE = "关于对市政协十五届三次会议第0145号提案的答复"
SALUTATION = "李明委员："
OPENING = "您提出的《关于加快智能制造发展的提案》（第0145号）收悉。经研究，现答复如下："
BODY = (
    "一、完善政策体系",
    "近年来，我市印发《苏州市智能制造行动计划》，推动企业数字化转型，取得了较好成效。",
    "二、搭建服务平台",
    "依托苏州市产业技术研究院，为中小企业提供诊断服务，累计服务企业三百余家。",
    "感谢您对我市工业发展的关心和支持！",
)
SIGNATURE = ("苏州市工业和信息化局", "2023年6月30日")
PROSE = "近年来，我市坚持规划引领，出台一系列政策措施，取得了较好成效。"


def reply(
    *, head=(), title=TITLE, salutation=SALUTATION, opening=OPENING, body=BODY, signature=SIGNATURE, tail=()
):
    """Return the text of a letter, one paragraph a line; a part that is "" or () is left out."""
    parts = [*head, title, salutation, opening, *body, *signature, *tail]
    return "\n".join(part for part in parts if part)


def readings(data: bytes | str, *, source: str = "a.txt", facts: FactBook = NO_FACTS) -> tuple[Reading, ...]:
    """Return what the reader makes of the bytes of a file."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    return read_extract(
        read_bytes(raw, source=source), source=source, sha256="0" * 64, places=load(), facts=facts
    )


def letter(data: bytes | str, *, source: str = "a.txt", facts: FactBook = NO_FACTS) -> Letter:
    """Return the one letter that the bytes of a file hold."""
    (reading,) = readings(data, source=source, facts=facts)
    assert reading.status == "reply", reading.issues
    assert reading.letter is not None
    return reading.letter


def read_file(path: Path) -> tuple[Reading, ...]:
    """Return what the reader makes of a file on disk."""
    return readings(path.read_bytes(), source=path.name)


def values(facts) -> list[str]:
    """Return the values of facts."""
    return [fact.value for fact in facts]


def points(*body: str) -> list[str | None]:
    """Return the point that each section of a letter with this body answers, None where it answers none."""
    return [section.point.value if section.point else None for section in letter(reply(body=body)).sections]
