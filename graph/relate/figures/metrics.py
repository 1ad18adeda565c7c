"""What a number counts: the noun phrase behind its classifier, else the one before the number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from corpus.records import Letter
from ontology.clause_words import clause_words
from ontology.metric_edges import Side, metric_edges
from ontology.quantity_words import FigureRole, bounds, figure_words
from ontology.tsv import any_word

from ..clause_roles import any_clause_word, holds_word
from ..lists import AND, MARK
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence
from ..status import clause_bounds, part_bounds
from .brackets import within_brackets
from .counted import counted_as, counted_behind
from .left_edges import JOINTS, TERRITORY, left_edges, opens_clause
from .money_nouns import is_bare, names_source, noun_before, noun_behind, of_no_place, part_of_money
from .objects import award, object_start
from .quantity import Quantity
from .right_edges import before_change, before_source, of_level
from .sharing import borne_by
from .thresholds import beyond
from .word_patterns import any_figure_word

_LAST_MARK = re.compile(".*[，。；：！？]")
_LONGEST = 40
_FARTHEST = 80
"""Characters before a number within which its clause, and the 由A of its 由A提高到B, are looked for."""
_BOUNDARY = re.compile(f"[的、将把{ANY_NAME}{ANY_PLACE}](?=..)")
"""Where a phrase that is too long may be cut: no word stands on both sides."""
_LIST_MARK = re.compile(MARK)
_FROM = re.compile(r"(?:由|从)(?=[^，。；]{0,12}(?:\d|[一二两三四五六七八九]成|分之|一半))")
_GROWTH_ROLES: tuple[FigureRole, ...] = ("compared", "growth", "rate")
_NUMBERED = re.compile(r"\d(?!A)|[一二两三四五六七八九十]成|分之")
_LINKS = re.compile("[且并但均也仍又]*(?:目前|已)?")
"""What may stand before a comparison that speaks of the number before: 且高于全省均值."""
_MONEY = "money"
_UNMEASURED = frozenset({_MONEY, "share", "points", "ratio", "duration"})
"""Dimensions of numbers that say nothing of the thing behind them."""
_COMPARED = frozenset({"points", "ratio"})
"""Dimensions of numbers that say how far apart things are."""
_NAME = re.compile(f"[{ANY_NAME}]")
_PLACE = re.compile(f"[{ANY_PLACE}]")
_PLACES = re.compile(f"[{ANY_PLACE}](?:{AND}[{ANY_PLACE}])+$")
_SAME = frozenset({"/", ""})
_SHARE_OF = "占"
_SHARE = re.compile("占(?![比有用地])")
_LENGTH = "length"
_ROUTE = re.compile(r"[^\d，。；：]{2,}[至到][^\d，。；：]{2,}$")
_ACTS: tuple[Side, ...] = ("act", "verb", "doing")
_LONGEST_PER = 6
"""Words that only say of which of them an amount is told (单户, 单个企业) have no more characters."""


class Chain(msgspec.Struct, frozen=True):
    """The masked range of numbers that follow each other without words between, bounds aside: 一支超亿元."""

    start: int
    end: int


class Before(msgspec.Struct, frozen=True):
    """The number before in the sentence: what it counts, its unit, and where it ends in the masked text."""

    metric: str = ""
    unit: str = ""
    end: int = 0
    money: str = ""
    """The last money that the sentence names as a metric (改善办学条件补助资金)."""

    def is_of(self, letter: Letter, masked: MaskedSentence, number: int) -> bool:
        """Return whether only what it counts stands before the next number: 5个乡镇(2.7万亩油茶林)."""
        near = 0 < number - self.end <= len(self.metric)
        return near and masked.printed(letter, self.end, number) == self.metric


def metric(
    letter: Letter, masked: MaskedSentence, quantity: Quantity, *, before: Before, chain: Chain
) -> str:
    """Return what `quantity` counts, without white space, names written out; that of `before` where it is implied.

    Money, shares and measures name their metric before the number (登记金额18.87亿元), classifiers often behind it
    (70余个创新载体). A bare growth rate (同比增长6.3%) or comparison (高于全国2个百分点) belongs to the metric of the
    figure before it; what a chain of numbers counts (一支超亿元产品) stands behind it.
    """
    if quantity.unit_of.dimension == TERRITORY:
        return quantity.unit_of.unit
    said = _metric(letter, masked, quantity, before, chain)
    alone = said == before.metric and _is_measured_alone(masked.text, quantity)
    if before.metric and not alone:
        said = beyond(said, before.metric, before.unit)
    if quantity.unit_of.dimension == _MONEY and (scaled := _scale_of(letter, masked, quantity, said)):
        return scaled
    apart = next((word for word in clause_words()["respective"] if said.startswith(word)), "")
    return said.removeprefix(apart)


def _is_measured_alone(text: str, quantity: Quantity) -> bool:
    """Whether a number without words of its own is no bound of named things: 超亿元120家, of whatever that is."""
    return quantity.unit_of.dimension != _MONEY or text[quantity.end : quantity.end + 1].isdigit()


def _scale_of(letter: Letter, masked: MaskedSentence, quantity: Quantity, said: str) -> str:
    """The money behind an amount whose own words only measure it (设立首期规模3亿元的风险资金), else nothing."""
    if not masked.text.startswith("的", quantity.end):
        return ""
    told = next((word for word in figure_words("bare_metric") if said.endswith(word)), "")
    named = noun_behind(masked.text, quantity.end) if told else None
    return masked.printed(letter, *named) + told if named else ""


def _metric(letter: Letter, masked: MaskedSentence, quantity: Quantity, before: Before, chain: Chain) -> str:
    text = masked.text
    if borne := borne_by(text, quantity):
        return masked.printed(letter, borne[0], borne[1]) + borne[2] + "比例"
    counts = quantity.unit_of.dimension in {"count", "event"} or chain.start < quantity.start
    if not counts and (told := _awarded(letter, masked, quantity) or _repeated(letter, masked, quantity)):
        return told
    start, end, done = _left(text, quantity.start, before.end)
    share = _PLACE.fullmatch(text, start, end) and text.startswith("的", chain.end)
    opens = bool(share) or (start >= end and opens_clause(text, quantity))
    noun = chain.end + (text.startswith("的", chain.end) and (opens or (counts and _is_act(text[start:end]))))
    measures = quantity.unit_of.dimension not in _UNMEASURED and (
        _says_no_thing(text, start, end, quantity) or before.is_of(letter, masked, quantity.start)
    )
    if (counts or opens or (measures and text[before.end : quantity.start] not in _SAME)) and (
        behind := counted_behind(text, noun, quantity)
    ):
        return counted_as(letter, masked, behind, quantity)
    if elsewhere := _told_elsewhere(letter, masked, quantity, before, (start, end, done)):
        return elsewhere
    said = masked.printed(letter, start, end)
    if compared := comparison(text, quantity):
        return _compared(letter, masked, quantity, before, (compared[0], min(compared[1], end)))
    if said.startswith(_SHARE_OF) and before.metric.endswith(said):
        said = before.metric  # 占总量的比重由30%提高到81%
    elif _SHARE_OF in before.metric and _PLACE.fullmatch(text, start, end):
        said = before.metric[: before.metric.rindex(_SHARE_OF) + 1] + said  # 占全省的四成、全国的一成
    elif _is_part_by_place(letter, masked, (start, end), before):
        listed = _PLACES.search(text, max(0, start - _LONGEST), end)
        several = masked.printed(letter, *listed.span()) if listed else ""
        said = before.metric + several  # 招录医生8600名，其中甲省1032名
    elif quantity.unit_of.dimension == _MONEY and (money := part_of_money(said, before.metric)):
        said = money  # 争取上级资金6亿元，其中中央3亿元
    elif _belongs_to_before(text, quantity, start, end):
        said = _told_before(text, quantity, before, said) + said
    elif _is_per(said) and before.metric.endswith(figure_words("award")):
        said += before.metric
    return of_level(said, before.metric) or said or _alone(text, quantity)


def _told_before(text: str, quantity: Quantity, before: Before, said: str) -> str:
    """What a change is told of: a rate behind a share of the whole is the whole's (占全市的13%，同比增长27%)."""
    whole = before_change(text, before.metric, before.end, quantity.start)
    share = _SHARE.search(whole)
    rate = quantity.unit_of.dimension == "share" and not said.startswith(_SHARE_OF)
    return whole[: share.start()] or whole if share and rate else whole


def _says_no_thing(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Whether the words before a number are none, or only say where that lies which is measured.

    两村交界处(3.4公里渠道), 甲村至乙湖(2.5公里渠道).
    """
    route = quantity.unit_of.dimension == _LENGTH and _ROUTE.search(text, start, end) is not None
    return start >= end or route or text.endswith(figure_words("spot"), start, end)


def _is_act(words: str) -> bool:
    """Whether words before a number are nothing but what is done with what is counted: 招聘60人的护林员."""
    return words in figure_words("finished") or any(words in metric_edges()[side] for side in _ACTS)


def _is_part_by_place(letter: Letter, masked: MaskedSentence, words: tuple[int, int], before: Before) -> bool:
    """Whether only places stand before a number that tells which part of the number before is theirs."""
    if not before.metric or not _PLACE.fullmatch(masked.text, *words):
        return False
    clause, _ = clause_bounds(masked.text, words[0])
    earlier = masked.text[: before.end]
    names = (masked.printed(letter, at, at + 1) for at, one in enumerate(earlier) if one in masked.names)
    return holds_word("part", masked.text, clause, words[0]) and before.metric not in names


def _told_elsewhere(
    letter: Letter, masked: MaskedSentence, quantity: Quantity, before: Before, words: tuple[int, int, str]
) -> str:
    """What other words say that a number counts than the phrase before it, empty where none do."""
    text, (start, end, done) = masked.text, words
    if quantity.unit_of.unit in metric_edges()["self"]:
        return quantity.unit_of.unit
    if found := _money_of(letter, masked, quantity, before, (start, end)):
        return found
    if start >= end and done and (quantity.unit != before.unit or not before.metric):
        return done  # 改造公厕12座，惠及3万人: other things are counted than before
    if before.metric and text[before.end : quantity.start] in _SAME:
        return before.metric  # 3139万千瓦/6687万千瓦时, 390条2576公里: one thing in two units
    return _total(text, quantity, before) if start >= end else ""


def _total(text: str, quantity: Quantity, before: Before) -> str:
    """总额 where a clause says no more: of the number in the clause before, else of something that has no number."""
    clause, _ = clause_bounds(text, quantity.start)
    total = next((word for word in metric_edges()["total"] if text.startswith(word, clause)), "")
    if not total:
        return ""
    earlier, _ = clause_bounds(text, max(clause - 1, 0))
    return before.metric + total if before.end > earlier else total


def _alone(text: str, quantity: Quantity) -> str:
    """The words of which each gets an amount, or the verb, where nothing else says what it is: 每生每年, 安排."""
    found = _each_of().search(text, clause_bounds(text, quantity.start)[0], quantity.start)
    return found["each"] if found else ""


def _money_of(
    letter: Letter, masked: MaskedSentence, quantity: Quantity, before: Before, words: tuple[int, int]
) -> str:
    """The money that other words name than the `words` before an amount, empty where those do."""
    if quantity.unit_of.dimension != _MONEY or not is_bare(masked.text, *words, by_whom=True):
        return ""
    named = noun_behind(masked.text, quantity.end)
    if named or not is_bare(masked.text, *words):
        return masked.printed(letter, *named) if named else ""
    clause, _ = clause_bounds(masked.text, quantity.start)
    places = len(_PLACE.findall(masked.text, *words))
    placed = places == 1 or (places > 1 and holds_word("respective", masked.text, words[0], quantity.start))
    told = noun_before(masked.text, clause)
    sourced = names_source(masked.text, *words)
    money = "" if sourced else before.money
    money = money or (masked.printed(letter, *told) if told else "")
    if not money or placed or sourced or words[0] == words[1]:
        return of_no_place(money) if placed else money
    if listed := _PLACES.search(masked.text, max(0, quantity.start - _LONGEST), words[1]):
        return money + masked.printed(letter, *listed.span())  # 资金甲市、乙市: what they get together
    if holds_word("part", masked.text, clause, words[0]):
        return money
    return money + masked.printed(letter, *words)


def _compared(
    letter: Letter, masked: MaskedSentence, quantity: Quantity, before: Before, words: tuple[int, int]
) -> str:
    """What a comparison is told of: its clause, with the metric before where that names nothing itself."""
    clause, _ = clause_bounds(masked.text, quantity.start)
    links = _LINKS.match(masked.text, clause)
    start = links.end() if links else clause
    said = masked.printed(letter, start, words[1])
    return before.metric + said if start == words[0] else said


def _belongs_to_before(text: str, quantity: Quantity, start: int, end: int) -> bool:
    """Whether the words before a number only tell more of the metric before it: 同比增长, 较上年增加, 占大会签约."""
    if start >= end or _growth_pattern().fullmatch(text, start, end):
        return True
    share_of = quantity.unit_of.dimension == "share" and text.startswith(_SHARE_OF, start)
    return share_of or _since_pattern().fullmatch(text, start, end) is not None


def _awarded(letter: Letter, masked: MaskedSentence, quantity: Quantity) -> str:
    """What an amount is given for and as (对X给予30万元奖励: X奖励), empty where it is not given to anybody."""
    part, _ = part_bounds(masked.text, quantity.start)
    given = award(masked.text, part, quantity.start, quantity.end)
    if given and given[0][0] == given[0][1] and quantity.unit_of.dimension == _MONEY:
        start, end, _ = _left(masked.text, quantity.start, part)
        if not is_bare(masked.text, start, end) and not _is_per(masked.text[start:end]):
            return ""  # 安排资金2亿元予以支持: 资金
    return "".join(masked.printed(letter, *part) for part in given) if given else ""


def _repeated(letter: Letter, masked: MaskedSentence, quantity: Quantity) -> str:
    """What was done in each of a number of years (连续3年举办X), empty where they are no such years."""
    text, years = masked.text, quantity.unit_of.dimension == "duration"
    if not (years and text.endswith(metric_edges()["repeated"], 0, quantity.start)):
        return ""
    done = _repeated_pattern().match(text, quantity.end)
    return masked.printed(letter, *done.span()) if done else ""


def _is_per(said: str) -> bool:
    """Whether words only say of which of several an amount is given to (给予15%补助，单户最高80万元)."""
    short = len(said) <= _LONGEST_PER and said.startswith(metric_edges()["per"])
    return short and not said.endswith(figure_words("award"))


def comparison(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Return where a number is said to be how far something is from another, None where it is not.

    高于全省2.4个百分点, 是上年的2.5倍: the range of the words before the number.
    """
    if quantity.unit_of.dimension not in _COMPARED:
        return None
    clause, _ = clause_bounds(text, quantity.start)
    found = _compared_pattern().search(text, clause, quantity.start)
    return found.span("words") if found else None


def _left(text: str, end: int, before: int) -> tuple[int, int, str]:
    """The range of the phrase before a number, edge words and times cut off; empty where there is none.

    It begins behind the number that ends at `before` where an act follows that (投入300万元改造公厕12座). With it the
    last word cut off that tells what is done with what is counted (惠及), or an empty string.
    """
    farthest = max(0, end - _FARTHEST)
    mark = _LAST_MARK.match(text, farthest, end)
    start = mark.end() if mark else farthest
    if before > start:
        served = _served_pattern().match(text, before, end)
        served_from = served.start("deed") if served else start
        start = before if _act_pattern().match(text, before, end) else served_from
    change = _FROM.search(text, start + 1, end)
    end = change.start() if change else end
    start = _within_reach(text, start, end)
    listed = _listed_pattern().search(text, start, end)
    end = listed.start() if listed else end
    item = text.rfind("、", start, end)
    if item >= 0 and _NUMBERED.search(text, start, item):
        start = item + 1
    start, end = within_brackets(text, start, end)
    head = _LIST_MARK.match(text, start, end)
    start = head.end() if head else start
    number = end
    while cut := _cut_right(text, start, end):
        end -= cut
    if change or _moved_pattern().search(text, end, number):
        start = _marked_object(text, start, end)
    received = _receiver_pattern().search(text, start, end)
    end = received.start("places") if received else end
    end = before_source(text, start, end, number)
    edge = left_edges().match(text, start, end)
    done = ""
    if edge and edge.end() == end:
        done = next((word for word in metric_edges()["doing"] if text.endswith(word, start, end)), "")
    start = edge.end() if edge else start
    if text[start:end] in metric_edges()["doing"]:
        done, start = text[start:end], end
    apart = _apart_pattern().match(text, start, end)
    start = apart.end() if apart else start
    cut = object_start(text, start, end)
    edge = left_edges().match(text, cut, end) if cut > start else None
    return (edge.end() if edge and edge.end() < end else cut), end, done


def _within_reach(text: str, start: int, end: int) -> int:
    """Where a phrase begins that is no longer than phrases are: behind a name, a mark or 的, never within a word."""
    if end - start <= _LONGEST:
        return start
    cut = _BOUNDARY.search(text, end - _LONGEST, end)
    return cut.end() if cut else end - _LONGEST


def _marked_object(text: str, start: int, end: int) -> int:
    """Where what was raised or lowered begins, behind the word that marks it: 甲厅将X由A提高到B."""
    marked = [each.end() for each in _marking_pattern().finditer(text, start, end - 1)]
    return marked[-1] if marked else start


def _cut_right(text: str, start: int, end: int) -> int:
    """The length of the edge word that [start, end) ends in, 0 where it ends in none; 每户 alone is no edge."""
    if start >= end:
        return 0
    if text[end - 1] in JOINTS:
        return 1
    if text.endswith(metric_edges()["tail"], start, end):
        return 0
    words = _right_edges().get(text[end - 1], ())
    return next(
        (
            len(word)
            for word in words
            if _stands(text, word, start, end) and not (word.startswith("每") and end - len(word) <= start)
        ),
        0,
    )


def _stands(text: str, word: str, start: int, end: int) -> bool:
    """Whether [start, end) ends in a word that is not the end of another one (签约 does not end in 约)."""
    if not text.endswith(word, start, end):
        return False
    bound = bounds("before").get(word)
    return bound is None or not text.endswith(bound.unless_after, 0, end - len(word))


@cache
def _right_edges() -> Mapping[str, Sequence[str]]:
    """The words that may stand between a metric and its number, by their last characters."""
    found: dict[str, list[str]] = {}
    for word in (*metric_edges()["right"], *bounds("before")):
        found.setdefault(word[-1], []).append(word)
    return {last: sorted(words, key=len, reverse=True) for last, words in found.items()}


@cache
def _act_pattern() -> re.Pattern[str]:
    return re.compile(any_word((*metric_edges()["act"], *metric_edges()["left"])))


@cache
def _listed_pattern() -> re.Pattern[str]:
    """The numbers of a list before its last: 支持2730万元和近(2100万元)."""
    each = r"\d[\d.,]*[^，。；、\d]{0,4}?[、和或—–~～至到-]"
    near = any_word(word for word, told in bounds("before").items() if told.bound != "exact")
    return re.compile(rf"(?:{each})+(?:{near})*$")


@cache
def _served_pattern() -> re.Pattern[str]:
    """企业提供: up to what those counted just before do or get, which another number counts.

    为8300家企业提供信贷280亿元; 46家单位完成确权2100项.
    """
    return re.compile(rf"[^，。；：、的\d]{{0,14}}?(?P<deed>{any_figure_word('served')})了?(?=..)")


@cache
def _compared_pattern() -> re.Pattern[str]:
    """高于全省平均, 较全国低近, 是2020年的, 约为均值的: at the end of what stands before a number."""
    measured, near = any_clause_word("measured"), any_word(bounds("before"))
    apart = rf"(?:{measured})(?P<other>[^，。；：、]{{1,14}}?)"
    return re.compile(rf"(?P<words>{apart}|(?:是|为|约为)[^，。；：、]{{1,14}}(?=的))的?(?:{near})*$")


@cache
def _each_of() -> re.Pattern[str]:
    each = any_word(
        (*(word for word in metric_edges()["right"] if word.startswith("每")), *metric_edges()["bare"])
    )
    place = f"[{ANY_PLACE}](?:{AND}[{ANY_PLACE}])*"
    return re.compile(rf"(?P<each>{each})(?:{place})?{any_word(bounds('before'))}*$")


@cache
def _moved_pattern() -> re.Pattern[str]:
    """提高到, 提高至每生每年: what stands between what was raised and the number that it was raised to."""
    return re.compile(rf"{any_word(figure_words('moved'))}[到至为]")


@cache
def _receiver_pattern() -> re.Pattern[str]:
    """X资金下达(甲省、乙省): who gets the money is no part of what it is called."""
    return re.compile(rf"(?<=.){any_figure_word('handing')}(?P<places>[{ANY_PLACE}](?:{AND}[{ANY_PLACE}])*)$")


@cache
def _marking_pattern() -> re.Pattern[str]:
    """The 将 that marks an object, no part of another word (即将)."""
    return re.compile(rf"(?<!即){any_word(figure_words('object_mark'))}")


@cache
def _apart_pattern() -> re.Pattern[str]:
    """甲、乙分别认缴: the names that a list of numbers is told of."""
    names = f"(?:[{ANY_NAME}{ANY_PLACE}]{AND}?)+"
    return re.compile(f"{names}{any_clause_word('respective')}(?=.)")


@cache
def _repeated_pattern() -> re.Pattern[str]:
    """What is done year after year, up to the next number; 每年给予 only begins to say what."""
    return re.compile(rf"(?!每年|{'|'.join(figure_words('giving'))})[^，。；：、（）\d]{{4,24}}")


@cache
def _since_pattern() -> re.Pattern[str]:
    """A phrase that only says since when something grew or fell: 较2022年增加, 比上年末减少了, 比2017年缩短."""
    base, changed = any_clause_word("base"), any_figure_word("growth", "change", "more", "added")
    return re.compile(rf"(?:{base})[^，。；：、]{{1,10}}?{changed}了?")


@cache
def _growth_pattern() -> re.Pattern[str]:
    """A phrase that says no more than that something grew or fell: 同比增长."""
    compared, growth, rate = (any_word(figure_words(role)) for role in _GROWTH_ROLES)
    return re.compile(f"(?:{compared})(?:{growth})?|(?:{growth})|(?:{rate})")
