"""What a promise without a recognised name is about, in its own words: 象山大道排水管网 of 完成象山大道排水管网改造.

Where its clause only says what is to be done (计划9月份印发), what its sentence began with is its subject.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.numerals import ONE_TO_TEN
from ontology.promise_words import PromiseRole, promise_words
from ontology.time_words import YEARS_OF_WORK, time_expression

from ...relate.lists import LOOSE_MARK
from ...tables.claim_records import CommitmentRow
from .objects import begins_with_means, begins_with_ways, members_of, object_of, without_home
from .respects import without_cue
from .units import number_expression, number_pattern, unit_of
from .word_roles import any_long_promise_word, any_promise_word, promise_pattern

_LIGHT: tuple[PromiseRole, ...] = ("vague", "works", "verb", "finished", "begin")
LEAST_TELLING = 4
"""Characters that tell a thing from others of its sort: 老旧小区 of 老旧小区改造."""
_TERM = r"(?:[春夏秋冬]季?(?:学期)?|学年|学期|开学|半年|寒假|暑假|暑期|期间)"
PERIOD = (
    rf"(?:{time_expression()}|{_TERM})"
    rf"(?:{time_expression()}|{_TERM}|，?(?:之前|以前|以后|起|前|内|后|底|末|初|开始|左右|份|来|间))*"
)
"""A time in the words of a promise, terms of schools among them."""
_MARKS = r"[，。；：、！？,;“”《》「」（）()\[\]\s]+"
_MANNER = r"(?:[把将对由为给向让使于从就按]|在(?![编建校岗职]))"
_LEAD_SENTENCE = 20
"""Characters of the first sentence of a paragraph that only says what the paragraph is about."""
_LONGEST_SUBJECT = 24
_LONG_NAME = 8


class Topic(NamedTuple):
    """`pieces`: runs of words that say what is promised; `counts`: the numbers, with what they count; `acts`: verbs.

    `subject`: what the words before them say that it is about. `begins`: no more than a beginning is promised;
    `yearly`: it may be done again every year. `date` of the promise, `due` until when, `sentence` where it stands.
    `what` holds all words of it, `home` is the place of its letter; `apart`: where or for whom it is to be done is
    left out of the pieces. `members`: the things of a list of which each may be told for itself.
    """

    pieces: tuple[str, ...]
    counts: tuple[str, ...]
    acts: frozenset[str]
    subject: str = ""
    begins: bool = False
    yearly: bool = False
    date: str = ""
    due: str = ""
    sentence: str = ""
    apart: bool = False
    what: str = ""
    home: str = ""
    members: tuple[str, ...] = ()

    def telling(self) -> int:
        """Return how many characters tell it from others of its sort."""
        return sum(map(telling, self.pieces))

    def is_definite(self) -> bool:
        """Return whether it is promised until some time or in some number: not 深化产教融合, told of every year."""
        return bool(self.due or self.counts)

    def is_sized(self) -> bool:
        """Return whether its number is how much money one thing holds that is to be set up: 设立规模1亿元的基金."""
        money = bool(self.counts) and all(count.endswith("元") for count in self.counts)
        return money and not self.acts.isdisjoint(promise_words()["founding"])

    def is_named(self) -> bool:
        """Return whether one run of its words is long enough to be of one thing: 区历史文化遗产保护委员会."""
        return max(map(telling, self.pieces), default=0) >= _LONG_NAME


def paragraph_before(text: str, start: int) -> str:
    """Return the paragraph of a sentence that begins at `start`, up to it."""
    return text[text.rfind("\n", 0, start) + 1 : start]


def topic_of(row: CommitmentRow, before: str, home: str = "") -> Topic:
    """Return what the words of a promise are about; `before` is its letter, or its paragraph, up to its sentence.

    `home`: the place of the letter, whose name need not be told again.
    """
    words = "".join(row.what.split())
    awaited = _awaited_pattern().match(words)
    words = words[awaited.end() :] if awaited else words if begins_with_ways(words) else without_cue(row)
    words = _approved_pattern().sub("，", _without_progress(words))
    topic = _topic(row, words, home)
    if topic.counts and not topic.pieces:
        topic = topic._replace(pieces=_counted_before(topic.counts[0], row, before, home))
    if topic.telling() >= LEAST_TELLING:
        return topic
    subject = _subject(row, before)
    begun = "" if subject or topic.telling() else _without_progress(_first_clause(row))
    whole = _topic(row, f"{begun}，{words}", home) if begun else topic
    return whole if whole.telling() >= LEAST_TELLING else topic._replace(subject=subject)


def _counted_before(count: str, row: CommitmentRow, before: str, home: str) -> tuple[str, ...]:
    """What the last number of the same unit before a promise counts: 高新技术企业为835家。力争今年净增150家."""
    earlier = "".join(before.split()) + _words_before(row)
    for clause in reversed(re.split("[，。；：]", earlier)):
        for number in number_pattern().finditer(clause):
            if unit_of(number[0]) == unit_of(count) and unit_of(count) not in promise_words()["vague_unit"]:
                words = _there_are_pattern().sub("", clause[: number.start()])
                pieces = _pieces(period_pattern().sub("，", words), home)[-1:]
                if pieces and telling(pieces[0]) >= LEAST_TELLING:
                    return pieces
    return ()


def _without_progress(words: str) -> str:
    """Words without how far it is (X正在征求意见); of what is being drawn up only the paper (甲委正在起草X)."""
    found = _under_way_pattern().search(words)
    if found is None:
        return words
    drawn = _drawing_pattern().match(found["how"])
    return found["how"][drawn.end() :] if drawn else words[: found.start()]


def _topic(row: CommitmentRow, words: str, home: str) -> Topic:
    with_cue = words if words.endswith(said := "".join(row.what.split())) else f"{said}，{words}"
    whole = _base_pattern().sub("", period_pattern().sub("，", words))
    timeless, apart = object_of(whole)
    return Topic(
        pieces=_pieces(_title_in(timeless) or timeless, home),
        counts=tuple(number_pattern().findall(timeless)),
        acts=_acts(with_cue),
        begins=promise_pattern("begin").search(words) is not None,
        yearly=any(word in words for word in promise_words()["yearly"]),
        date=row.date,
        due=row.due or _year_before(row),
        sentence="".join(row.quote.split()),
        apart=apart,
        what=with_cue,
        home=home,
        members=members_of(timeless if begins_with_means(whole) else whole, home),
    )


def _acts(words: str) -> frozenset[str]:
    """The verbs among the words of a promise: 设立 of 计划设立, not 划设."""
    known = promise_words()
    found = promise_pattern("verb", "entered", "plan").findall(words)
    return frozenset(one for one in found if one in known["verb"] or one in known["entered"])


def _year_before(row: CommitmentRow) -> str:
    """The year that the part of its sentence begins with, before the clause of a promise: 2022年新建A，新增B."""
    earlier = _words_before(row)
    found = re.match(r"(20\d{2})年(?![—至到～-])", _item_pattern().sub("", re.split("[；。：]", earlier)[-1]))
    return found[1] if found and found[1] >= row.date[:4] else ""


def _title_in(words: str) -> str:
    """The title of the paper that is to be drawn up (推动《X条例》立法进程), empty where the words are of more."""
    found = _drawn_up_pattern().search(words)
    return found["title"] if found else ""


def _first_clause(row: CommitmentRow) -> str:
    """The first clause of the part of its sentence in which a promise stands, where that is not its own.

    新建管网26公里，由甲公司实施，2021年底完工.
    """
    earlier = _full_width(_words_before(row))
    part = re.split("[；。：]", earlier)[-1]
    return _item_pattern().sub("", part.split("，")[0])


def title_of(row: CommitmentRow, before: str) -> str:
    """Return the words of a promise, with what they are about before them where they do not say it."""
    if _pieces(period_pattern().sub("，", without_cue(row))):
        return row.what
    subject = _subject(row, before)
    known = any(subject[at : at + 2] in row.what for at in range(len(subject) - 1))
    return row.what if known or not subject else f"{subject}：{row.what}"


def _pieces(timeless: str, home: str = "") -> tuple[str, ...]:
    """The runs of words that say what is promised, in its words without their times and the name of its own place."""
    parts = re.split(_MARKS, promise_pattern("compare").sub("，", number_pattern().sub("，", timeless)))
    pieces = (without_home(_counted_pattern().sub("", _without_lead(part)), home) for part in parts)
    return tuple(piece for piece in pieces if telling(piece) > 1)


@lru_cache(maxsize=8192)
def telling(piece: str) -> int:
    """Return how many characters of a piece tell it from others: 改造, 建设 and the like do not."""
    return len(without_light(piece))


def without_light(piece: str) -> str:
    """Return a piece without the words that tell nothing from others of its sort."""
    return _light_pattern().sub("", piece)


def _without_lead(piece: str) -> str:
    found = _lead_pattern().match(piece)
    return piece[found.end() :] if found else piece


def _subject(row: CommitmentRow, before: str) -> str:
    """What the sentence of a promise began with, else what its paragraph says that it is about, else nothing."""
    earlier = _full_width(_words_before(row))
    if row.outcome == "refused":  # 因与《X》不符: no X is refused
        earlier = _reason_pattern().sub("", earlier)
    return _titled(earlier) or _own_name(row) or _first_name(earlier) or _of_paragraph(before)


def _words_before(row: CommitmentRow) -> str:
    """The words of its sentence before the clause of a promise."""
    return "".join(row.quote[: max(0, row.clause_start - row.start)].split())


def _own_name(row: CommitmentRow) -> str:
    """The words of its clause before those of a promise: 慈相寺消防工程 of 慈相寺消防工程拟于下半年动工."""
    clause = "".join(row.quote[max(0, row.clause_start - row.start) : row.clause_end - row.start].split())
    what = "".join(row.what.split())
    if not what or what not in clause:
        return ""
    name = clause[: clause.find(what)].removesuffix(row.cue.split("/")[-1])
    return _as_subject(_without_lead(period_pattern().sub("", _item_pattern().sub("", name))))


def _full_width(text: str) -> str:
    return re.sub(r"(?<!\d)[,;](?!\d)", "，", text)


def _titled(earlier: str) -> str:
    """The last title or quoted thing of the words before: 起草《X》，计划9月份印发."""
    found = re.findall(r"《[^《》]{3,}》", earlier) or re.findall(
        r"(?:建议|提出|提案)[^“”]{0,4}“([^“”]{3,})”", earlier
    )
    found = found or re.findall(r"“([^“”]{3,})”的(?:建议|提案|意见)", earlier)
    return found[-1] if found else ""


def _first_name(earlier: str) -> str:
    """The subject of the first clause of the part of a sentence: X于2023年10月动工，总投资1.2亿元，计划明年竣工."""
    part = re.split("[；。]", earlier.rstrip("，；。："))[-1]
    clause = _item_pattern().sub("", re.split("[，：]", part)[0])
    matter = _matter_pattern().search(clause)
    if matter:
        return _as_subject(matter["name"])
    clause = _told_before_pattern().sub("", clause)
    alone = _goes_on_pattern().match(part[len(part.split("，")[0]) + 1 :]) is not None
    found = _named_pattern().match(clause + "，" if alone else clause)
    return _as_subject(_without_lead(found["name"])) if found else ""


def _as_subject(name: str) -> str:
    """A name that may stand alone, else nothing: no amount, no time, no half of a clause."""
    name = _counted_off_pattern().sub("", _asked_pattern().sub("", name))
    whole = 3 < len(name) <= _LONGEST_SUBJECT and not name.endswith(promise_words()["unfinished"])
    plain = not (
        number_pattern().search(name)
        or _no_subject_pattern().match(name)
        or re.search("[（(）)：:“”]|由[^贸]|认为", name)
        or _body_pattern().fullmatch(name)
    )
    return name if whole and plain and telling(name) >= LEAST_TELLING else ""


def _of_paragraph(before: str) -> str:
    paragraph = before[before.rfind("\n") + 1 :].lstrip()
    first = _item_pattern().sub("", re.split("[。：？]", paragraph)[0])
    found = _about_pattern().match("".join(first.split()))
    return found["name"] if found and len(first) <= _LEAD_SENTENCE else ""


@cache
def _reason_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<=[，。；]){any_promise_word('cause')}[^，。；]*，?")


@cache
def period_pattern() -> re.Pattern[str]:
    """Return the pattern of a time in the words of a promise, terms of schools among them."""
    return re.compile(PERIOD)


@cache
def _awaited_pattern() -> re.Pattern[str]:
    """土地划拨后 of 待土地划拨后启动建设, 在条件成熟后: what a promise waits for."""
    return re.compile(
        rf"(?:{any_promise_word('lead', 'plan')})*{any_promise_word('awaiting')}[^，。；\d]{{2,16}}?后，?(?=..)"
    )


@cache
def _approved_pattern() -> re.Pattern[str]:
    """报市政府批准后, 提请县人大常委会审议: before whom it goes first."""
    verbs = any_promise_word("submitting")
    body = rf"{any_promise_word('level')}[^，。；、]{{0,8}}?{any_promise_word('body')}"
    return re.compile(rf"{verbs}{body}(?:常务会议)?(?:{any_promise_word('weighing')}|通过)*(?:之?后)?")


@cache
def _there_are_pattern() -> re.Pattern[str]:
    """为, 达到: between what is counted and its number."""
    return re.compile(rf"(?:{any_promise_word('stock', 'compare')}|[为有共达])+$")


@cache
def _body_pattern() -> re.Pattern[str]:
    """市住房城乡建设委, 市级财政: who does it."""
    return re.compile(rf"{any_promise_word('level')}(?:级财政|[^，。；]*{any_promise_word('body')})")


@cache
def _counted_off_pattern() -> re.Pattern[str]:
    """6台机组 of 抽水蓄能电站6台机组: how many parts of a thing are told of."""
    return re.compile(rf"(?<=....){number_expression()}[^，。；]{{2,4}}$")


@cache
def _under_way_pattern() -> re.Pattern[str]:
    """正在征求意见 of X正在征求意见: how far what is promised is."""
    return re.compile(rf"(?<=..){any_promise_word('under_way')}(?P<how>[^，。；]*)$")


@cache
def _drawing_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_promise_word('lead', 'manner')})*{any_promise_word('drawing')}+(?=《?[^，。；]{{6,}})"
    )


@cache
def _drawn_up_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"^{any_promise_word('lead', 'plan')}*{any_promise_word('drawing')}+《(?P<title>[^《》]{{5,}})》"
    )


@cache
def _base_pattern() -> re.Pattern[str]:
    """由人均每月600元 of 由人均每月600元提高到800元: what it is to be raised from, and what it is for (用于…)."""
    base = rf"[由从][^，。；\d]{{0,8}}{number_expression()}(?=[^，。；]{{1,4}}\d)"
    return re.compile(rf"{base}|用于[^，。；]*|用?{YEARS_OF_WORK}")


@cache
def _counted_pattern() -> re.Pattern[str]:
    """一届 of 一届旅游节: a number in words before what it counts."""
    return re.compile(f"^[两{ONE_TO_TEN}]+[届个项座所条次场]")


@cache
def _light_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_long_promise_word(*_LIGHT)}|[的等和与及把将到至个了还不尚全]")


@cache
def _lead_pattern() -> re.Pattern[str]:
    words = rf"{any_promise_word('lead', 'plan', 'manner')}|{any_long_promise_word('verb')}"
    return re.compile(rf"^(?:(?:{words}|{_MANNER}|[的了])(?![至到]))+")


@cache
def _named_pattern() -> re.Pattern[str]:
    """X于2023年10月动工, X因为…, X正在…, X已…: a name up to what is told of it."""
    ends = any_promise_word("told_of", "no", "delay")
    name = rf"(?P<name>[^“”《》]{{3,{_LONGEST_SUBJECT}}}?)"
    return re.compile(rf"^(?:关于|对于)?{name}(?:{PERIOD}|，|{ends})")


@cache
def _told_before_pattern() -> re.Pattern[str]:
    """原先说的X, 您关心的X."""
    return re.compile(rf"^{any_promise_word('said', 'lead')}+的?")


@cache
def _asked_pattern() -> re.Pattern[str]:
    """您提出的, 提案建议: who asks for what follows, and that it is a wish that ends here."""
    asking = rf"{any_promise_word('who_asks')}?[中里]?所?{any_promise_word('asks')}"
    return re.compile(rf"^{asking}的?|的?{any_promise_word('wish')}$")


@cache
def _goes_on_pattern() -> re.Pattern[str]:
    """X，由甲公司代建，明年竣工: how a clause goes on that has no subject of its own."""
    return re.compile(rf"{any_promise_word('goes_on')}|{PERIOD}")


@cache
def _no_subject_pattern() -> re.Pattern[str]:
    return re.compile(rf"{PERIOD}|{any_promise_word('no_subject')}")


@cache
def _matter_pattern() -> re.Pattern[str]:
    """关于X的建议, 对于X问题: what is answered."""
    name = rf"(?P<name>.{{3,{_LONGEST_SUBJECT}}}?)"
    return re.compile(rf"^(?:关于|对于|针对|对(?=您)){name}的?{any_promise_word('matter')}$")


@cache
def _about_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:关于)?(?P<name>.{{3,}}?){any_promise_word('aside_case')}$")


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(rf"^{LOOSE_MARK}\s*")
