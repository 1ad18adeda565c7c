"""Whether a text is a reply letter: told by title, salutation and opening formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cues import cues, either
from .metadata import PAIR, label_kind
from .other_genres import is_another_genre
from .shapes import is_item, is_salutation, is_title, title_label
from .zones import Frame

RECEIVED = re.compile(
    rf"(?:{either('asked_by_you')}|{either('asked')}|第[^，。]{{1,20}}号).{{0,160}}?(?:{either('received')})|(?:{either('asked_by_you')})[^。]{{0,160}}(?:{either('asked')})"
)
ANSWERS_BELOW = re.compile(either("answers_below"))
_SPOKEN_OF = re.compile(either("asked", "person_role"))
# 您反映的…建议 is what the public writes, too.
_OF_PROPOSALS = re.compile(
    rf"{either('asked_cppcc', 'assembly_cppcc', 'assembly_npc', 'person_role')}(?!会)|议案|号建议"
)
_PARTY = re.compile(either("party"))
_ANSWER = re.compile(rf"[【［]?{either('answer_label')}(?:（[^（）]*）)?[】］]?：")
_NAMES_PROPOSAL = frozenset({"meta_number", "meta_title", "meta_proposer"})
_OF_DEPUTIES = re.compile(either("assembly_cppcc", "assembly_npc", "person_role"))
_THANKS = re.compile(either("thanks_asker"))
_NUMBERED = re.compile("第[^，。]{1,20}号")
_SESSION = re.compile("届[^，。]{0,14}次[^，。]{0,4}会")
_LISTS = re.compile(rf"号{either('asked')}的?{either('reply_word')}|{either('question_label')}：")
_CLOSES = re.compile(rf"{either('reply_word')}{either('reply_tail')}?$")
LEAST_ITEM = 24
"""Characters of the shortest first item of an answer that has nothing else above it."""
TOP = 30
LAST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for a reply letter.

    `title`; `salutation` to those who asked; `received`, `below`: an opening that says that a proposal was received, or
    that the answer follows; `ending`: a signature; `form`: rows that name a proposal and one that begins the answer;
    `titled`: a title that says all, and text below it.
    """

    title: bool
    salutation: bool
    received: bool
    below: bool
    ending: bool
    form: bool = False
    titled: bool = False

    @property
    def is_reply(self) -> bool:
        """Whether it is enough: a title with another sign, two signs without one, a form, or a title that says all."""
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
        received=any(RECEIVED.search(line) and _SPOKEN_OF.search(line) for line in after),
        below=any(ANSWERS_BELOW.search(line) and (shown or _SPOKEN_OF.search(line)) for line in after),
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
