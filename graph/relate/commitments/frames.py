"""Where a clause stands that promises nothing: in a title, a quotation, advice to others, an account of the past."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from corpus.numerals import ONE_TO_TEN
from corpus.records import Letter
from ontology.clause_words import clause_words
from ontology.quantity_words import figure_words
from ontology.tsv import any_word

from ..clause_roles import any_clause_word, holds_word
from ..lists import MARK, TOLD_ITEM
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence
from ..status import ITEM_MARK, firm_statuses, part_bounds

_LONGEST_TITLE = 40
"""Characters: a numbered paragraph of one longer sentence is prose, as for the reader (`corpus.section_items`)."""
_MARK_REACH = 8
_LISTED = re.compile(rf"\s*{TOLD_ITEM}")
_NUMBER = re.compile(rf"\s*(?:[（(][{ONE_TO_TEN}\d]+[)）]|\d+[.．、])")
_NUMBERED = re.compile(rf"{_NUMBER.pattern}(?=[^。]*[，\d])[^。]{{4,}}[。；]?$")
"""An item in the words of a sentence: a short phrase behind a mark, without a comma or a number, names a topic."""
_ZONES_BELOW = frozenset({"body", "heading"})
_QUOTATION_MARK = re.compile("[“”\n]")
_ATTRIBUTIVE = re.compile(
    rf"(?:正在?|即将)(?![按对在就向以为与和同从由])[^，。；：]{{2}}的(?![，。；：{ANY_NAME}]|$)"
)
_ASKING = "请"
"""Before a name: who is asked to do what follows (请甲镇人民政府将苗木分发栽植)."""
COMPLETED = re.compile("(?<![为除不])了(?!解)")
"""The 了 of what was done; none is that of 为了, 除了, 不了, 了解."""
_TOPIC = re.compile(rf"{MARK}[^，；：、\d{ANY_NAME}]{{2,16}}。$")


def is_title(letter: Letter, masked: MaskedSentence) -> bool:
    """Return whether a sentence is a heading with text below it: an item of a list (三是…。) may stand alone."""
    if masked.sentence.zone != "heading" or len(masked.text) > _LONGEST_TITLE:
        return False
    return not _is_whole_item(letter, masked)


def is_topic(letter: Letter, masked: MaskedSentence) -> bool:
    """Return whether a short listed sentence (一是加大投入力度。) only announces the rest of its paragraph."""
    if not _TOPIC.match(masked.text) or _is_whole_item(letter, masked):
        return False
    return _behind(letter, masked)[:1] not in {"", "\n"}


def _is_whole_item(letter: Letter, masked: MaskedSentence) -> bool:
    """Whether a listed sentence (一是…。) is followed by the next of its list, or by nothing in its paragraph.

    An item of a numbered list (（二）…，…。) is whole where no text stands below it, or the next item right behind it.
    """
    behind = _behind(letter, masked)
    if _LISTED.match(masked.text):
        return behind[:1] in {"", "\n"} or bool(_LISTED.match(behind))
    if not _NUMBERED.match(masked.text):
        return False
    return (behind[:1] in {"", "\n"} or bool(_NUMBER.match(behind))) and not _has_text(letter, masked)


def _has_text(letter: Letter, masked: MaskedSentence) -> bool:
    """Whether the next sentence belongs to the section that a heading opens, or to one within it."""
    sentences, start = letter.sentences, masked.sentence.span.start
    following = bisect_right(sentences, start, key=lambda each: each.span.start)
    if following == len(sentences) or sentences[following].zone not in _ZONES_BELOW:
        return False
    parents = {section.section_id: section.parent for section in letter.sections}
    section_id = sentences[following].section_id
    while section_id is not None and section_id != masked.sentence.section_id:
        section_id = parents.get(section_id)
    return section_id is not None


def _behind(letter: Letter, masked: MaskedSentence) -> str:
    end = masked.sentence.span.end
    return letter.text[end : end + _MARK_REACH]


def is_of_others(letter: Letter, masked: MaskedSentence, at: int) -> bool:
    """Return whether what stands at a place of a masked sentence is quoted, or is what others are advised to do."""
    return _is_quoted(letter, masked, at) or _is_advised(masked, at) or _is_proposed(masked, at)


def _is_quoted(letter: Letter, masked: MaskedSentence, at: int) -> bool:
    """Whether a place lies between quotation marks of its paragraph; marks that do not pair quote nothing."""
    place = masked.offsets[at]
    start = letter.text.rfind("\n", 0, place) + 1
    before = max(letter.text.rfind(mark, start, place) for mark in "“”")
    behind = _QUOTATION_MARK.search(letter.text, place)
    return before >= 0 and letter.text[before] == "“" and behind is not None and behind[0] == "”"


def _is_advised(masked: MaskedSentence, at: int) -> bool:
    """Whether an earlier clause of the part advises: 建议贵镇先定选址，争取按期实施.

    我局 ends the advice; what others advised ends as well where the letter tells what is being done, or gives the
    reasons why it is not: 您建议设站，因财力紧张，拟先试点; 您建议设站，因路远，暂不新设，拟先试点.
    """
    start, _ = part_bounds(masked.text, at)
    if _may_advise().search(masked.text, start, at) is None:
        return False
    found = [*_advice_pattern().finditer(masked.text, start, at)]
    if not found:
        return False
    advice = found[-1]
    if advice["wished"] and _answered_pattern().search(masked.text[advice.end() : at]):
        return False
    return not _speaks_for_itself(masked, advice.end(), at)


def _is_proposed(masked: MaskedSentence, at: int) -> bool:
    """Whether a sentence reports from its beginning what was proposed: 议案里反映：一是…；二是…."""
    told = _proposed_pattern().match(masked.text)
    if told is None or told.end() > at:
        return False
    return not _speaks_for_itself(masked, told.end(), at)


def _speaks_for_itself(masked: MaskedSentence, start: int, end: int) -> bool:
    """Whether the writer is named between two places, as 我局 or by another word for itself."""
    own = any(name.anaphor and name.kind == "organisation" for name in masked.names_in(start, end))
    return own or any(word in masked.text[start:end] for word in clause_words()["self"])


def is_told_as_past(text: str, start: int, end: int) -> bool:
    """Return whether the clause [start, end) belongs to an account: behind 近年来, …以来, or before its outcome."""
    begin, stop = part_bounds(text, start)
    return holds_word("past", text, begin, stop) or has_results(text, end)


def answers_proposal(text: str, at: int) -> bool:
    """Return whether a clause before a place names what was asked for, so that it answers that (关于X的建议，…)."""
    part, _ = part_bounds(text, at)
    return _answering_pattern().search(text, part, at) is not None


def is_account(text: str, start: int, end: int) -> bool:
    """Return whether the clause [start, end), in a section of plans, still tells what was done: 签订了X, 去年，…."""
    if COMPLETED.search(text, start, end):
        return True
    part, _ = part_bounds(text, start)
    if not _account_pattern().match(text, part):
        return False
    return "planned" not in firm_statuses(text, part, start)


def has_results(text: str, position: int) -> bool:
    """Return whether the part of the sentence behind a place, or its last clause, says what came of it (，取得成效)."""
    _, stop = part_bounds(text, position)
    if holds_word("resulting", text, position, stop):
        return True
    ended = text.rstrip("。").endswith(clause_words()["outcome"])
    return ended and _summed_up_pattern().search(text, position) is not None


def is_attributive(text: str, at: int) -> bool:
    """Return whether a cue only tells which of its kind an unnamed thing is (参照正在起草的年度方案)."""
    return bool(_ATTRIBUTIVE.match(text, at))


def describes(text: str, verb: int, end: int) -> bool:
    """Return whether a verb only describes what a name behind it means: 正在修订的X, 建设并运营的X平台."""
    return bool(_described_pattern().match(text, verb, end))


def names_a_task(text: str, start: int, end: int) -> bool:
    """Return whether a clause only says of something what it is to the writer: 也是我们下一步要着力破解的难点."""
    return _task_pattern().search(text, start, end) is not None


@cache
def _task_pattern() -> re.Pattern[str]:
    writer = rf"(?:[{ANY_NAME}{ANY_PLACE}]|{any_clause_word('self', 'lead')})"
    return re.compile(rf"是{writer}[^，。；]*的[^，。；的\d{ANY_NAME}]{{2,8}}$")


@cache
def _answering_pattern() -> re.Pattern[str]:
    """关于…的建议，, 您建议的…，, 代表提到的…一事，: what was asked for, as a clause of its own."""
    whose, wanted = any_clause_word("asker"), any_clause_word("request")
    named = rf"(?:{any_clause_word('about')}|{whose})[^；。]{{0,60}}?(?:{wanted})"
    whole = rf"(?:{whose})[^，；。]{{0,6}}{any_clause_word('wishing')}的?[^；。]{{2,60}}?"
    topic = rf"^[^，；。]{{4,60}}的(?:{wanted})"
    return re.compile(rf"(?:{named}[^，；。的]{{0,6}}|{whole}|{topic})，")


@cache
def _account_pattern() -> re.Pattern[str]:
    """今年以来，…, 截至2023年底，…: what begins a part of a sentence that is an account."""
    return re.compile(
        rf"(?:{ITEM_MARK.pattern})?(?:{any_clause_word('account')}|[^，。；：]{{0,12}}(?:以来|年来)，)"
    )


@cache
def _described_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：的{ANY_NAME}{ANY_PLACE}]{{2,10}}的[{ANY_NAME}]")


@cache
def _summed_up_pattern() -> re.Pattern[str]:
    """The account of several things (甲…；乙…，取得明显成效。) ends."""
    return re.compile(f"，取得[^，。；]*{any_clause_word('outcome')}。?$")


@cache
def _proposed_pattern() -> re.Pattern[str]:
    return re.compile(r"[^，。；]{0,6}(?:建议|提案|议案)[中里]所?(?:提到|提出|反映|指出|涉及)的?[一：，1（(]")


@cache
def _may_advise() -> re.Pattern[str]:
    """What every match of `_advice_pattern` holds one of; few parts of sentences do."""
    return re.compile(any_word(("建议", _ASKING, *clause_words()["addressing"], *clause_words()["wished"])))


@cache
def _advice_pattern() -> re.Pattern[str]:
    """建议 as a verb; 建议已列入…, 建议中所提… speak of a proposal. What others wish for is no plan either."""
    leads = any_clause_word("lead")
    told = any_clause_word("proposal")
    wished = any_clause_word("wished")
    begin = rf"(?:^|(?<=[，；：。]))(?:{leads})*"
    asking = rf"(?:{any_clause_word('addressing')}|{_ASKING}(?=[{ANY_NAME}{ANY_PLACE}]))"
    advised = rf"{begin}(?:建议(?!{told}|[，。；：、”》的]|$)|{asking})"
    return re.compile(rf"{advised}|(?P<wished>{wished})(?!的|关于|[“《，]{{1,2}})")


@cache
def _answered_pattern() -> re.Pattern[str]:
    """A clause in which the letter answers: 目前，…, 经…研究，…, or a reason of its own.

    Who wishes for a thing gives reasons as well (因现校址狭小): the letter's are want of money or of conditions, or
    what is denied for them follows.
    """
    words = {word for word in figure_words("answering") if len(word) > 1} - {*clause_words()["reason"]}
    undone = rf"(?!{any_clause_word('not_unrealised')})(?<!有)未"
    denied = rf"[^，。；：]*，[^。；]*?(?:{any_clause_word('negation')}|{undone})"
    own = rf"(?=[^，。；：]*?{any_clause_word('hampering')}|{denied}){any_clause_word('reason')}"
    return re.compile(rf"，(?:{any_word(words)}|{own}|经[^，。；：]{{0,10}}研究)")
