"""What stands beside a reply in its file and is no part of it: the proposal itself, a form that asks for opinions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import cues, either
from .genre import ANSWERS_BELOW, RECEIVED
from .late_pattern import late_pattern
from .metadata import PAIR, label_kind
from .other_genres import is_another_genre
from .shapes import is_salutation, is_title
from .signature import ANNEX, IMPRINT
from .zones import ANSWER_LABEL, HEAD, Frame

_TITLE_OF_PROPOSAL = re.compile(rf"(?:附件?[0-9]{{0,2}}：?)?关于[^：，。]{{4,60}}{either('asked')}(?:原文)?")
_ATTACHED_TITLE = re.compile(rf"(?:{either('meta_title')})：《?关于[^：，。《》]{{4,60}}{either('asked')}》?")
_CONTENT_ROW = re.compile(rf"{either('asked')}?{either('content_label')}：")
# 【提案内容】, 建议内容：…: above the answer only the words of the proposal are called so.
_CONTENT_HEAD = re.compile(rf"[【［]?{either('asked')}{either('content_label')}(?:[】］]：?|：|$)")
_SUBJECT_ROW = re.compile(rf"{either('subject_label')}：.")
_OF_REPLY = late_pattern(rf"{either('copies_label')}：.|{IMPRINT.pattern}|.*{either('imprint_line')}")
_OPINION_FORM = late_pattern(
    rf"(?:附件?[0-9]{{0,2}}：?)?[^，。；：]{{0,40}}(?:{either('opinion_form')}"
    rf"|{either('asked', 'person_role', 'answer_label')}[^，。；：]{{0,20}}{either('rated_form')})"
    r"(?:（[^（）]{1,20}）)?"
)
# 委员意见：满意, 【代表反馈】: what who asked says of the reply, in one row or below the words.
_OPINION_ROW = late_pattern(rf"[【［]?{either('opinion_label')}(?:[】］]?：.|{either('rating')}).*")
_OPINION_BELOW = late_pattern(rf"[【［]?{either('opinion_label')}[】］]?：?")
_ANNEX_ALONE = re.compile("附[件表]?[0-9]{0,2}：?")
_ATTACHMENT_ITEM = re.compile("[0-9]{1,2}[.．、]")
ATTACHED_WITHIN = 6
"""Paragraphs below a signature within which an attached proposal shows what it is."""
ABOVE_WITHIN = 12
"""Paragraphs from the top within which a proposal above its reply does."""


def attached_proposal(folded: Sequence[str], frame: Frame) -> frozenset[int]:
    """Return the paragraphs below the signature that are the proposal itself, none where it is not attached.

    What it asks for is no claim of the reply: 由市财政局设立专项资金 there is a wish. Copies and imprint below the
    signature are the reply's.
    """
    first = _below_signature(folded, frame)
    if first is None:
        return frozenset()
    below = range(first, min(len(folded), first + ATTACHED_WITHIN))
    begun = next((at for at in below if _heads_proposal(folded[at]) or _heads_form(folded, at)), None)
    if begun is None:
        return frozenset()
    of_reply = [at for at in range(first, len(folded)) if _OF_REPLY.match(folded[at])]
    begin = max((at + 1 for at in of_reply if at < begun), default=first)
    found = frozenset(range(begin, len(folded))).difference(of_reply)
    return found if any("。" in folded[at] for at in found) else frozenset()


def attached_form(folded: Sequence[str], frame: Frame) -> frozenset[int]:
    """Return the paragraphs below the signature that are a form for who asked to fill in (征询意见表), none without."""
    first = _below_signature(folded, frame)
    if first is None:
        return frozenset()
    below = range(first, len(folded))
    rows = frozenset(at for at in below if _is_opinion_row(folded, at))
    begun = next((at for at in below[:-1] if _heads_opinion_form(folded, at)), None)
    if begun is None:
        return rows
    end = next((at for at in range(begun + 1, len(folded)) if ANNEX.fullmatch(folded[at])), len(folded))
    begin = begun - (begun > first and _ANNEX_ALONE.fullmatch(folded[begun - 1]) is not None)
    return rows.union(at for at in range(begin, end) if not _OF_REPLY.match(folded[at]))


def proposal_above(folded: Sequence[str], frame: Frame) -> frozenset[int]:
    """Return the paragraphs above a reply that are the proposal itself, none where the page prints only the reply.

    The proposal's title and the rows that tell who made it and when stay: they are facts of the reply, too.
    """
    top = range(min(len(folded), ABOVE_WITHIN))
    begun = next((at for at in top if is_proposal_line(folded[at]) or _CONTENT_HEAD.match(folded[at])), None)
    title = frame.head.title
    if begun is None or is_another_genre(folded[:HEAD], title):
        return frozenset()
    below = range(begun + 1, len(folded) if title is None else title + 1)
    end = next((at for at in below if _begins_reply(folded[at])), None)
    if end is None or any(map(_is_of_reply, folded[begun:end])):
        return frozenset()
    words = [at for at in range(begun, end) if not _names_proposal(folded[at])]
    return frozenset(words) if any("。" in folded[at] for at in words) else frozenset()


def _below_signature(folded: Sequence[str], frame: Frame) -> int | None:
    """Return the first paragraph below those who sign and the date, None where nobody does.

    Where nothing is said above them, they stand between title and answer, and the letter is below.
    """
    marked = [*frame.ending.organs, *([] if frame.ending.date is None else [frame.ending.date])]
    return max(marked) + 1 if any("。" in line for line in folded[: min(marked, default=0)]) else None


def _is_of_reply(line: str) -> bool:
    """Return whether a line greets who asked, or opens an answer: above it a page prints the proposal's title."""
    return is_salutation(line) or RECEIVED.search(line) is not None or ANSWERS_BELOW.search(line) is not None


def _begins_reply(line: str) -> bool:
    return is_title(line) or ANSWER_LABEL.match(line) is not None


def _names_proposal(line: str) -> bool:
    """Return whether a line tells which proposal it is: its title, or a row of its form."""
    if _CONTENT_HEAD.match(line):
        return False
    return is_proposal_line(line) or (PAIR.match(line) is not None and "。" not in line)


def _is_opinion_row(folded: Sequence[str], at: int) -> bool:
    """Return whether a line is what who asked says of the reply, or the label of that with nothing below it."""
    last = at == len(folded) - 1 and _OPINION_BELOW.fullmatch(folded[at]) is not None
    return last or _OPINION_ROW.fullmatch(folded[at]) is not None


def _heads_opinion_form(folded: Sequence[str], at: int) -> bool:
    """Return whether a line is the title of such a form; in a list of what is attached it is a name alone."""
    if _OPINION_BELOW.fullmatch(folded[at]):
        return True
    if _ATTACHMENT_ITEM.match(folded[at]) or _ATTACHMENT_ITEM.match(folded[at + 1]):
        return False
    return _OPINION_FORM.fullmatch(folded[at]) is not None and not _OF_REPLY.match(folded[at + 1])


def _heads_proposal(line: str) -> bool:
    """Return whether a line can only begin a proposal: 标题：… and 提案人：… stand in the card of a reply as well."""
    if _TITLE_OF_PROPOSAL.fullmatch(line):
        return True
    return _SUBJECT_ROW.match(line) is not None and not line.endswith(cues()["reply_end"])


def _heads_form(folded: Sequence[str], at: int) -> bool:
    """Return whether two rows give title and text of the proposal: 标题：关于…的建议, 内容：…."""
    return (
        at + 1 < len(folded)
        and _ATTACHED_TITLE.fullmatch(folded[at]) is not None
        and _CONTENT_ROW.match(folded[at + 1]) is not None
    )


def is_proposal_line(line: str) -> bool:
    """Return whether a line stands above a proposal: its title, or a row of its form (案由：, 提案人：)."""
    if _TITLE_OF_PROPOSAL.fullmatch(line):
        return True
    pair = PAIR.match(line)
    return pair is not None and label_kind(pair["label"]) in ("meta_proposer", "meta_title")
