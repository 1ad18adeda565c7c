"""Whether a text is a reply letter, and a single one: told by title, salutation and opening formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cues import cues, either
from .late_pattern import late_pattern
from .metadata import PAIR, label_kind
from .other_genres import is_another_genre
from .shapes import is_date_line, is_item, is_salutation, is_title, title_label
from .signature import IMPRINT, organ_line
from .zones import Frame

_RECEIVED = re.compile(
    rf"(?:{either('asked_by_you')}|{either('asked')}|第[^，。]{{1,20}}号).{{0,160}}?(?:{either('received')})|(?:{either('asked_by_you')})[^。]{{0,160}}(?:{either('asked')})"
)
_BELOW = re.compile(either("answers_below"))
_SPOKEN_OF = re.compile(either("asked", "person_role"))
# 您反映的…建议 is what the public writes, too.
_OF_PROPOSALS = re.compile(
    rf"{either('asked_cppcc', 'assembly_cppcc', 'assembly_npc', 'person_role')}(?!会)|议案|号建议"
)
_PARTY = re.compile(either("party"))
_ANSWER = re.compile(rf"[【［]?{either('answer_label')}(?:（[^（）]*）)?[】］]?：")
_NAMES_PROPOSAL = frozenset({"meta_number", "meta_title", "meta_proposer"})
_OF_DEPUTIES = re.compile(either("assembly_cppcc", "assembly_npc", "person_role"))
_TITLE_OF_PROPOSAL = re.compile(rf"(?:附件?[0-9]{{0,2}}：?)?关于[^：，。]{{4,60}}{either('asked')}(?:原文)?")
_ATTACHED_TITLE = re.compile(rf"(?:{either('meta_title')})：《?关于[^：，。《》]{{4,60}}{either('asked')}》?")
_CONTENT_ROW = re.compile(rf"{either('asked')}?{either('content_label')}：")
_SUBJECT_ROW = re.compile(rf"{either('subject_label')}：.")
_OF_REPLY = late_pattern(rf"{either('copies_label')}：.|{IMPRINT.pattern}|.*{either('imprint_line')}")
_THANKS = re.compile(either("thanks_asker"))
_NUMBERED = re.compile("第[^，。]{1,20}号")
_SESSION = re.compile("届[^，。]{0,14}次[^，。]{0,4}会")
_LISTS = re.compile(rf"号{either('asked')}的?{either('reply_word')}|{either('question_label')}：")
_CLOSES = re.compile(rf"{either('reply_word')}{either('reply_tail')}?$")
LEAST_ITEM = 24
"""Characters of the shortest first item of an answer that has nothing else above it."""
TOP = 30
LAST = 6
ATTACHED_WITHIN = 6
"""Paragraphs below a signature within which an attached proposal shows what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for a reply letter: a title, a salutation to those who asked, an opening formula, a signature,
    a form with rows that name a proposal and one that begins the answer, a title that says all and text below."""

    title: bool
    salutation: bool
    received: bool
    below: bool
    ending: bool
    form: bool = False
    titled: bool = False

    @property
    def is_reply(self) -> bool:
        """Return whether it is enough: a title with any other sign, or two signs without one, or a form, or a title
        that says all."""
        formula = self.received or self.below
        return (
            (self.title and (self.salutation or formula or self.ending))
            or (self.salutation and formula)
            or (self.received and self.below)
            or self.form
            or self.titled
        )


def find_evidence(folded: Sequence[str], frame: Frame, labels: Iterable[str] = ()) -> Evidence:
    """Return the evidence in a text whose folded paragraphs are given, with what stands around its body.

    `labels` are those of the rows of a form that were taken out of the text.
    """
    top = folded[:TOP]
    if is_another_genre(top, frame.head.title):
        return Evidence(title=False, salutation=False, received=False, below=False, ending=False)
    head = frame.head
    after = [line[:400] for line in folded[head.last + 1 : head.last + 5]]
    greeting = "" if head.salutation is None else folded[head.salutation]
    greeted = _greets_who_asked(greeting, [*top[:8], *after])
    if head.title is None and is_salutation(greeting) and not greeted:
        return Evidence(title=False, salutation=False, received=False, below=False, ending=False)
    shown = greeted or head.title is not None
    told = tuple(labels)
    return Evidence(
        title=head.title is not None or any(is_title(line[at:]) for line in top if (at := title_label(line))),
        salutation=greeted or _greets_organ(greeting, after, titled=head.title is not None),
        received=any(_RECEIVED.search(line) and _SPOKEN_OF.search(line) for line in after),
        below=any(_BELOW.search(line) and (shown or _SPOKEN_OF.search(line)) for line in after),
        ending=frame.ending.first is not None and any("。" in line for line in after),
        form=_is_answered_form(folded, told) or _is_form_that_thanks(folded, told),
        titled=head.title is not None
        and _says_all(folded[head.title])
        and _answers_below(folded, head.title),
    )


def _says_all(title: str) -> bool:
    """Return whether a title names session and number of what it answers: a page may print text and nothing else."""
    return (
        _SESSION.search(title) is not None
        and _NUMBERED.search(title) is not None
        and _CLOSES.search(title) is not None
        and not any(word in title for word in ("：", *cues()["not_reply_end"]))
    )


def _answers_below(folded: Sequence[str], title: int) -> bool:
    """Return whether a numbered list with sentences, and not of titles, stands right below a title."""
    below = folded[title + 1 : title + 3]
    return any(
        is_item(line) and "。" in line and len(line) >= LEAST_ITEM and not _LISTS.search(line)
        for line in below
    )


def _is_answered_form(folded: Sequence[str], labels: Iterable[str]) -> bool:
    """Return whether rows name a proposal in two ways (编号, 标题, 提案人) and prose follows 答复内容."""
    answer = next(
        (at for at, line in enumerate(folded[:TOP]) if "：" in line[:20] and _ANSWER.match(line)), None
    )
    if answer is None or not any("。" in line for line in folded[answer : answer + 4]):
        return False
    rows = (pair["label"] for line in folded[:answer] for pair in PAIR.finditer(line))
    return len(_NAMES_PROPOSAL.intersection(map(label_kind, (*rows, *labels)))) > 1


def _is_form_that_thanks(folded: Sequence[str], labels: Iterable[str]) -> bool:
    """Return whether rows outside the text name session and proposal, and its end thanks who asked."""
    kinds = set(map(label_kind, labels))
    if "meta_session" not in kinds or len(_NAMES_PROPOSAL & kinds) < 2:
        return False
    return any(_THANKS.match(line) for line in folded[-LAST:])


def _greets_who_asked(salutation: str, around: Sequence[str]) -> bool:
    """Return whether a salutation greets deputies or members; 张三同志： does where proposals are spoken of."""
    if not is_salutation(salutation):
        return False
    return bool(_OF_DEPUTIES.search(salutation)) or any(_OF_PROPOSALS.search(line) for line in around)


def _greets_organ(greeting: str, after: Sequence[str], *, titled: bool) -> bool:
    """Return whether a letter goes to an organ for a proposal: departments write to each other of much else, too."""
    if greeting == "" or is_salutation(greeting):
        return False
    return (
        titled
        or any(_OF_PROPOSALS.search(line) for line in (greeting, *after))
        or _PARTY.search(greeting) is not None
    )


def attached_proposal(folded: Sequence[str], frame: Frame) -> frozenset[int]:
    """Return the paragraphs below the signature that are the proposal itself, none where it is not attached.

    What it asks for is no claim of the reply: 由市财政局设立专项资金 there is a wish. Copies and imprint below the
    signature are the reply's.
    """
    marked = [*frame.ending.organs, *([] if frame.ending.date is None else [frame.ending.date])]
    if not marked:
        return frozenset()
    first = max(marked) + 1
    begun = next(
        (
            at
            for at, line in enumerate(folded[first : first + ATTACHED_WITHIN], first)
            if _heads_proposal(line) or _heads_form(folded, at)
        ),
        None,
    )
    if begun is None:
        return frozenset()
    of_reply = [at for at in range(first, len(folded)) if _OF_REPLY.match(folded[at])]
    begin = max((at + 1 for at in of_reply if at < begun), default=first)
    found = frozenset(range(begin, len(folded))).difference(of_reply)
    return found if any("。" in folded[at] for at in found) else frozenset()


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


def split_letters(folded: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of paragraphs that are one letter each.

    A letter begins at its title, at the lines of letterhead above it, or, without a title, at its salutation. A
    salutation below a title and the proposal itself (提案内容 … 答复内容 …) begins no second letter.
    """
    starts: list[int] = []
    body_since = True
    titled = False
    for at, line in enumerate(folded):
        title, salutation = is_title(line), is_salutation(line)
        if title and body_since and _is_followed(folded, at):
            starts.append(_with_letterhead(folded, at, starts[-1] + 1 if starts else 0))
            body_since, titled = False, True
        elif (
            salutation and body_since and not titled and _opens(folded, at) and _is_whole(folded, starts, at)
        ):
            starts.append(_with_letterhead(folded, at, starts[-1] + 1 if starts else 0))
            body_since = False
        elif salutation:
            body_since, titled = False, False
        elif "。" in line or (is_date_line(line) and not titled):
            # a day right below a title dates the letter
            body_since, titled = True, False
    if len(starts) < 2:
        return ((0, len(folded)),)
    starts[0] = 0
    return tuple(zip(starts, [*starts[1:], len(folded)], strict=True))


def _is_whole(folded: Sequence[str], starts: Sequence[int], at: int) -> bool:
    """Return whether what stands between the last start and `at` is a letter: it greets, opens or is signed."""
    return not starts or any(
        is_salutation(line) or _BELOW.search(line) or _RECEIVED.search(line) or is_date_line(line)
        for line in folded[starts[-1] : at]
    )


def _is_followed(folded: Sequence[str], at: int) -> bool:
    """Return whether a title has a letter below it: a salutation or an opening, not just further titles (links)."""
    below = folded[at + 1 : at + 8]
    return any(is_salutation(line) or _BELOW.search(line) or _RECEIVED.search(line) for line in below)


def _opens(folded: Sequence[str], at: int) -> bool:
    """Return whether a salutation has an opening below it, as one in the middle of a letter has not."""
    return any(_BELOW.search(line) or _RECEIVED.search(line) for line in folded[at + 1 : at + 4])


def _with_letterhead(folded: Sequence[str], at: int, floor: int) -> int:
    """Return where the letter that begins at `at` has its first line of letterhead: short lines without a stop."""
    begin = at
    if begin > floor and _heads_next(folded, begin - 1, floor):
        begin -= 1
    while begin > floor and len(folded[begin - 1]) < 40 and _is_letterhead(folded[begin - 1]):
        begin -= 1
    return begin


def _heads_next(folded: Sequence[str], at: int, floor: int) -> bool:
    """Return whether an organ's line between two letters is letterhead: the letter above is signed, or not by it."""
    organ = organ_line(folded[at])
    if organ is None or organ["date"]:
        return False
    above = folded[floor:at]
    signed = len(above) > 1 and is_date_line(above[-1]) and organ_line(above[-2]) is not None
    return signed or (folded[at] not in above and folded[at] in folded[at + 1 :])


def _is_letterhead(line: str) -> bool:
    return (
        re.search(r"[〔【\[［（(]?20\d\d[〕】\]］）)]?.{0,4}号$|类别|^[（(]?[A-D]\d?类?[)）]?$", line)
        is not None
    )
