"""The end of a letter: who signs, when, who took part, to whom copies go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .cues import cues, either
from .late_pattern import late_pattern
from .numerals import ONE_TO_TEN
from .shapes import DATE, NUMERAL, is_date_line, is_stopped

SEAL = rf"（{either('seal_lead')}?{either('seal')}{either('seal_tail')}?）"
"""Where the seal stands: behind a name (市财政局（盖章）), or behind the label before it (单位（盖章）：)."""
_SEAL_LABEL = rf"(?:{either('main_label', 'sealed_label')}{SEAL}：?|{either('main_label')}：)"
_ORGAN = re.compile(
    rf"(?P<label>{_SEAL_LABEL}|{either('seal_alone')}：|{SEAL})?"
    rf"(?P<name>(?!{_SEAL_LABEL}|{SEAL}|[0-9]{{1,2}}(?![0-9]))[\u4e00-\u9fffA-Za-z0-9（）·、“”]{{2,90}}{either('organ_end')}(?:(?!{SEAL})（[^（）]{{2,40}}）)?)"
    rf"(?:{SEAL})?(?P<date>{DATE.pattern})?"
)
# The last characters that such a line can have: of an organ, （盖章）, a date.
_ORGAN_ENDS = frozenset("）日号曰月0123456789").union(word[-1] for word in cues()["organ_end"])
# 国家部委网站: a link beside a letter signs nothing; 国家电网 does.
_SITE_ENDS = cues()["site_end"]
_LIKE_SITES = tuple(word for word in cues()["organ_end"] if word.endswith(_SITE_ENDS))
_DATE_LABEL = re.compile(rf"^(?:{either('meta_date', 'signed_on')})：")
_LABELLED = re.compile(rf"(?:{either('joint_label', 'main_label', 'copies_label')})：.+")
_COPIES = re.compile(rf"{either('copies_label')}：.")
_ASIDE = re.compile(rf"（?(?:{either('class_label')}：|{either('no_text_here', 'aside', 'meta_other')}).*")
# 8月8日, 〇二四年八月八日, 2024年月日: what is left of a date that no day can be read from.
_LEFT = rf"(?:{NUMERAL}|[廿卅Il×*？_.．-])"
_DAMAGED_DATE = re.compile(
    rf"(?=.*{NUMERAL})(?:(?:{_LEFT}{{0,6}}年)(?:{_LEFT}{{0,4}}月)(?:{_LEFT}{{0,4}}[日号曰])?"
    rf"|{_LEFT}{{0,6}}年{_LEFT}{{0,6}}[日号曰]|{_LEFT}{{0,6}}月{_LEFT}{{0,4}}[日号曰])"
)
# The imprint below a letter (GB/T 9704-2012, 7.4.3): who printed it, when. Bounded, as long lines are asked, too.
IMPRINT = late_pattern(rf"(?P<office>[\u4e00-\u9fff]{{0,60}}).*?(?:{DATE.pattern})印发|.*共印[0-9]+份.?")
# 附件1, 附件2：任务清单, 附表: the heading of what is attached, below the signature.
ANNEX = re.compile(
    rf"附(?:[件表录][0-9{ONE_TO_TEN}]{{0,3}}|[0-9{ONE_TO_TEN}]{{1,3}})(?:[：、]?[^。！？；]{{2,60}})?"
)
# 附件：1.甲清单, and below it 2.乙名单: what a letter says above its signature of what is attached.
_ATTACHED = re.compile(r"附件?：.{2,80}")
_ALSO_ATTACHED = re.compile(r"(?:附件)?[0-9]{1,2}[.．、：]?《?[^。；！？]{2,80}")
_PASSES_ON = re.compile(either("passes_on"))
DEPTH = 30
"""Lines at the end of a letter among which its ending is looked for."""
LONGEST_ASIDE = 60
"""Characters that a remark or an imprint below a letter stays below."""
MOST_SIGNERS = 20
"""Bodies that sign one letter; more in a row are a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Indices of the paragraphs that end a letter: signing organs, date, labelled lines (抄送：…), asides."""

    organs: tuple[int, ...] = ()
    date: int | None = None
    labelled: tuple[int, ...] = ()
    asides: tuple[int, ...] = ()

    @property
    def first(self) -> int | None:
        """The first paragraph of the ending, None where the letter has none."""
        found = [*self.organs, *self.labelled, *([] if self.date is None else [self.date])]
        return min(found) if found else None


def organ_line(folded: str) -> re.Match[str] | None:
    """Return the match of a line that is the name of an organ (label and date allowed), else None."""
    if len(folded) > 100 or folded[-1:] not in _ORGAN_ENDS or is_stopped(folded):
        return None
    if folded.endswith(_SITE_ENDS) and not folded.endswith(_LIKE_SITES):
        return None
    return _ORGAN.fullmatch(folded)


def is_damaged_date(folded: str) -> bool:
    """Return whether a folded line is what is left of a date, so that no day can be read from it."""
    return _DAMAGED_DATE.fullmatch(_DATE_LABEL.sub("", folded).strip("（）")) is not None


def _is_date_of(folded: Sequence[str], at: int, organs: Sequence[int]) -> bool:
    """Return whether a line dates a signature; a damaged date does where an organ stands above or below it."""
    if is_date_line(_DATE_LABEL.sub("", folded[at])):
        return True
    return is_damaged_date(folded[at]) and (at + 1 in organs or organ_line(folded[at - 1]) is not None)


def _signs_undated(folded: Sequence[str], at: int) -> bool:
    """Return whether an organ's line signs without a day below it: meetings end in 会, too, and copies go to many."""
    line = folded[at]
    if not line.endswith("会") or _is_dated_above(folded, at):
        return True
    return at == len(folded) - 1 and line.endswith("委员会") and _PASSES_ON.search(line) is None


def _is_dated_above(folded: Sequence[str], at: int) -> bool:
    """Return whether the last line of a letter stands below its date: 2024年5月31日, 某市商务委员会."""
    return at == len(folded) - 1 and is_date_line(folded[at - 1])


def find_ending(folded: Sequence[str], *, start: int) -> Ending:
    """Return the ending of a letter whose folded paragraphs are given; it lies behind paragraph `start`."""
    organs: list[int] = []
    labelled: list[int] = []
    asides: list[int] = []
    date: int | None = None
    for at in range(len(folded) - 1, max(start, len(folded) - 1 - DEPTH), -1):
        line = folded[at]
        organ = organ_line(line)
        if _LABELLED.fullmatch(line) and organ is None:
            labelled.append(at)
        elif date is None and _is_date_of(folded, at, organs):
            date = at
        elif organ is not None and len(organs) < MOST_SIGNERS and _signs(folded, at, organ, date):
            organs.append(at)
            date = at if organ["date"] and date is None else date
        elif _is_aside(line) or _is_attached(folded, at):
            asides.append(at)
        else:
            break
    signed = None if date is not None else _above_attachments(folded, start)
    if signed is not None and (signed.organs or not organs):
        return signed
    return Ending(
        organs=tuple(sorted(organs)),
        date=date,
        labelled=tuple(sorted(labelled)),
        asides=tuple(sorted(asides)),
    )


def _signs(folded: Sequence[str], at: int, organ: re.Match[str], date: int | None) -> bool:
    """Return whether an organ's line is a signature: behind its label, above the date, or without any."""
    return bool(organ["label"]) or date is not None or _signs_undated(folded, at)


def _is_aside(line: str) -> bool:
    return len(line) < LONGEST_ASIDE and (_ASIDE.fullmatch(line) or IMPRINT.fullmatch(line)) is not None


def _is_attached(folded: Sequence[str], at: int) -> bool:
    """Return whether a line names something attached: 附件：1.甲清单, or 2.乙名单 below such a line."""
    while at and _ALSO_ATTACHED.fullmatch(folded[at]):
        at -= 1
    return _ATTACHED.fullmatch(folded[at]) is not None


def _above_attachments(folded: Sequence[str], start: int) -> Ending:
    """Return the last signature with a date that something follows (an attachment, a table), or an empty ending."""
    for at in range(len(folded) - 2, start + 1, -1):
        if is_date_line(folded[at]) and organ_line(folded[at - 1]):
            ending = find_ending(folded[: at + 1], start=start)
            copies = [below for below in range(at + 1, len(folded)) if _is_of_copies(folded[below])]
            return replace(ending, labelled=(*ending.labelled, *copies))
    return Ending()


def _is_of_copies(line: str) -> bool:
    """Return whether a line tells who gets copies, or who printed them, whatever stands below it."""
    return _COPIES.match(line) is not None or IMPRINT.fullmatch(line) is not None
