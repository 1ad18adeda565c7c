"""Texts that are near to replies and are none: notices, reports on a year's work, answers to the public or a court.

Told by their first lines: what such a text calls itself, whom it greets, the rows of its form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import either
from .shapes import is_salutation

_NOT_REPLY = re.compile(rf".*(?:{either('not_reply_end')})(?:（[^（）]*）)?")
_NAMED_NOTICE = re.compile(rf".*关于.+{either('not_reply_end')}(?:（[^（）]*）)?")
_PUBLIC = rf"{either('public')}(?:朋友|同志)?(?:们)?[：，！]?"
_TO_PUBLIC = re.compile(
    rf"(?:{either('honorific')})?[\u4e00-\u9fff]{{0,6}}?{_PUBLIC}(?:[您你]们?好[！，。：]?)?"
)
# 网友：您好！…: the answer goes on in the line of the greeting.
_PUBLIC_GREETED = re.compile(rf"{_PUBLIC}[您你]们?好")
_PUBLIC_ROW = re.compile(rf"[【［]?{either('public_label')}[】］]?：")
# 关于2024年度人大代表建议和政协提案办理情况的报告: of a year's work, not of one proposal.
_YEARS_WORK = re.compile(
    rf"(?=.*{either('asked_noun')}[和、及与]?(?:政协|委员|代表|人大)*{either('asked_noun')})(?!.*号)"
    rf"(?:.*关于|(?:19|20)[0-9]{{2}}年).*{either('years_report_end')}"
)
_OTHER_ASKED = re.compile(either("other_asked"))
_ASKED_BY_YOU = re.compile(either("asked_by_you"))
_OF_ASSEMBLIES = re.compile(either("asked_cppcc", "assembly_cppcc", "assembly_npc", "person_role"))
TITLE_WITHIN, TITLE_OF_REPLY_WITHIN, SALUTATION_WITHIN = 3, 6, 8
"""Lines from the top in which a text says what it is, that it is a reply, and whom it greets."""
LONGEST_TITLE = 80
LONGEST_GREETING = 30


def is_another_genre(top: Sequence[str], title: int | None) -> bool:
    """Return whether the first folded lines of a text are those of something else than a reply to a proposal.

    `title` is the index of the line that reads as the title of a reply, None where none does.
    """
    if any(_is_to_public(line) for line in top[:SALUTATION_WITHIN]):
        return True
    named = [line for line in top[:TITLE_WITHIN] if len(line) < LONGEST_TITLE]
    if any(
        "建议" in line and _OTHER_ASKED.search(line) and not _OF_ASSEMBLIES.search(line) for line in named
    ):
        return True
    if title is not None and title < TITLE_OF_REPLY_WITHIN:
        return _is_notice_with_sample(top[:title])
    if any(map(_NOT_REPLY.fullmatch, named)):
        return True
    return any(map(_YEARS_WORK.fullmatch, named)) and not any(map(_speaks_to_one, top[:SALUTATION_WITHIN]))


def _speaks_to_one(line: str) -> bool:
    """Return whether a line greets or thanks those who asked: above it the site prints the name of its column."""
    return is_salutation(line) or _ASKED_BY_YOU.search(line) is not None


def _is_to_public(line: str) -> bool:
    if len(line) < LONGEST_GREETING and _TO_PUBLIC.fullmatch(line):
        return True
    if "：" in line[:LONGEST_GREETING] and _PUBLIC_ROW.match(line):
        return True
    return "好" in line[:LONGEST_GREETING] and _PUBLIC_GREETED.match(line) is not None


def _is_notice_with_sample(above: Sequence[str]) -> bool:
    """Return whether a notice with its own title and prose stands above the title of a reply (a sample, an annex)."""
    return any("。" in line for line in above) and any(map(_NAMED_NOTICE.fullmatch, above[:TITLE_WITHIN]))
