"""Partial names of things that their letter has named in full before: 《条例》, 省厅, 高新区管委会, 十条措施, a brand.

A partial name is resolved only where exactly one thing named before fits; otherwise it stays a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from corpus.records import Letter
from ontology import lexicon
from ontology.department_heads import department_heads
from ontology.identity import IdentityKnowledge
from ontology.place_types import LEVEL
from ontology.places import COUNTRY, PlaceTable
from ontology.tsv import any_word

from ..recognise.words import is_coined
from ..records import Kind, Mention
from . import short_institutions
from .editions import are_two, is_revision
from .name_keys import Identity, NameKey, core, is_subsequence, without_state
from .named_brands import NamedBrands
from .names import COMMITTEE_OF_A_ZONE, OWN_PLACE
from .short_companies import ShortCompanies
from .short_titles import ShortTitles

RULE = "named_before"
_SCORE = 0.9
_SHORTEST = 5
"""A name of fewer characters is not taken for one that a place stood before."""
_ATTACHED, _SHORTEST_ATTACHED = ("附属", "直属"), 4
"""What says that a name of its own follows: 某某大学医学院附属瑞金医院."""
_NUMBERED = re.compile(r"[一二三四五六七八九十百\d]{1,4}条[\u4e00-\u9fff]{0,4}")
_ABOUT = "关于"
_OPENING, _CLOSING = "《", "》"
_WRAPPED = re.compile(r".*关于(?:印发|转发)(.+)的通知")
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
"""Behind a title: （试行）, （草案）, （2021—2025年）."""
_HEADS = {role: any_word(words) for role, words in department_heads().items()}
_BUREAU_ABOVE = re.compile(f"({LEVEL})({_HEADS['bare']})")
_BUREAU = re.compile(f"[\u4e00-\u9fff]{{2,}}{_HEADS['full']}")
_ZONE = "区"
_BESIDE = frozenset("、和与及")
_UNIVERSITY = "大学"
_LONGEST_ZONE = 5
_DEPARTMENT = re.compile(f"([\u4e00-\u9fff]{{2,}})({_HEADS['short']})$")
_LONGEST_STEM = 4
_LONGEST_OWN_STEM = 6
"""Behind a place or a level the whole stem is known: 市大数据发展局 for 市大数据应用发展管理局."""
_OF_A_PLACE = frozenset({"level_word", "place_prefix", "official_form", OWN_PLACE})
_PLACED = frozenset({"level_word", "place_prefix"})


class _Title(NamedTuple):
    """A document named so far: its title, what stands in brackets behind it, where the name ends."""

    title: str
    remark: str
    end: int
    identity: Identity


class NamedBefore:
    """What a letter has named so far. `add` every name in text order; `full` asks what a name says in part."""

    def __init__(
        self, letter: Letter, issuer: Identity | None, knowledge: IdentityKnowledge, places: PlaceTable
    ) -> None:
        self._letter_id = letter.letter_id
        self._text, self._home, self._issuer = letter.text, letter.header.home, issuer
        self._knowledge, self._places = knowledge, places
        self._titles: list[_Title] = []
        self._short_titles = ShortTitles(self._home, knowledge, places)
        self._bodies: dict[NameKey, Identity] = {}
        self._by_end: dict[str, list[tuple[NameKey, Identity]]] = {}
        if issuer is not None:
            self._add_body(issuer)
        self._placed: dict[tuple[Kind, str], dict[NameKey, Identity]] = {}
        self._last = NameKey(scope="", core=""), 0
        self._brands = NamedBrands(letter)
        self._companies = ShortCompanies(knowledge, places)

    def add(self, mention: Mention, identity: Identity) -> None:
        """Remember a name and the thing it names."""
        if mention.kind == "policy":
            title, remark = _title(mention.name)
            self._titles.append(_Title(title, remark, mention.span.end, identity))
        else:
            self._add_body(identity)
        self._last = identity.key, mention.span.end
        self._brands.add(mention, identity)
        if identity.rule in _PLACED:
            self._placed.setdefault((mention.kind, identity.key.core), {})[identity.key] = identity

    def _add_body(self, identity: Identity) -> None:
        if identity.key not in self._bodies:
            self._bodies[identity.key] = identity
            self._by_end.setdefault(identity.key.core[-1:], []).append((identity.key, identity))

    def _ending_alike(self, name: str) -> Sequence[tuple[NameKey, Identity]]:
        """Return what was named so far that is no policy and ends with the same character."""
        return self._by_end.get(name[-1:], ())

    def full(self, mention: Mention, identity: Identity) -> Identity | None:
        """Return the identity of the one thing named before that the name says in part, None where there is none."""
        if mention.kind == "policy":
            found = self._brands.full(mention) or self._title(mention)
        else:
            found = self._own(identity) or self._brands.full(mention) or self._body(mention, identity)
            if found is None and mention.kind == "organisation":
                return self._of_no_place(mention, identity)
        if found is None or (found.key == identity.key and identity.rule != OWN_PLACE):
            return None
        if found.key == self._last[0] and self._text[self._last[1] : mention.span.start] in _BESIDE:
            return None  # 乙集团、甲市乙集团: two that stand side by side are not one
        return msgspec.structs.replace(found, rule=RULE, score=_SCORE)

    def last_titled(self, mention: Mention) -> Identity | None:
        """Return the document of the mention's paragraph that was named last and ends so: 上述意见 for 《…的意见》."""
        title = _title(mention.name)[0]
        last = next((one for one in reversed(self._titles) if one.title.endswith(title)), None)
        if last is None or "\n" in self._text[last.end : mention.span.start]:
            return None
        return msgspec.structs.replace(last.identity, rule=RULE, score=_SCORE)

    def _title(self, mention: Mention) -> Identity | None:
        """《条例》 for the one title before that ends so, 《关于…意见》 for one of an organ, 办法 for 办法（试行）."""
        title, remark = _title(mention.name)
        before = [
            one
            for one in self._titles
            if self._may_name(mention, title, remark, one)
            and (not one.remark or not remark or one.remark == remark)
            and not (not one.remark and is_revision(title, remark))
            and not are_two(
                self._text,
                (one.end, bool(one.remark)),
                (mention.span.start, mention.span.end, bool(remark)),
            )
        ]
        found = _only({one.identity.key: one.identity for one in before})
        if found is None and before:  # of several the last one, where it stands near
            last = before[-1]
            near = self._titles[-1] is last and "\n" not in self._text[last.end : mention.span.start]
            return last.identity if near else None
        return found

    def _may_name(self, mention: Mention, title: str, remark: str, before: _Title) -> bool:
        """Return whether a title is that of a document named before, or a part of it that may stand for it.

        Without its place it may, if no marks say that this is the whole title: 《某某条例》 may be the country's.
        """
        bare = self._knowledge.manner.sub("", title)
        part = bare in self._knowledge.bare_titles or title.startswith(_ABOUT) or _NUMBERED.fullmatch(title)
        if before.title == title or (
            (part or (remark and remark == before.remark)) and before.title.endswith(title)
        ):
            return True
        marked = self._text.startswith(_OPENING, max(0, mention.span.start - 1))
        titled = self._text.startswith(_CLOSING, before.end)
        return titled and not marked and self._short_titles.shortens(title, before.title)

    def _body(self, mention: Mention, identity: Identity) -> Identity | None:
        name = core(mention.name)
        if above := _BUREAU_ABOVE.fullmatch(name):
            return self._bureau_above(above[1], above[2])
        if identity.rule == "same_name" or identity.key.core.endswith(COMMITTEE_OF_A_ZONE):
            found = (
                self._zone(identity.key.core)
                or self._without_place(mention.kind, name, identity)
                or self._without_owner(mention.kind, name)
                or self._without_state(mention.kind, name)
                or self._university(mention.kind, name)
            )
            if found is not None:
                return found
        return (
            self._department(name, identity)
            or self._institution(name, identity)
            or self._company(mention.kind, name, identity)
        )

    def _institution(self, name: str, identity: Identity) -> Identity | None:
        """环监中心 for 某某市环境监测中心."""
        if identity.key in self._bodies:
            return None
        return _only(short_institutions.meant(name, identity, self._ending_alike(name)))

    def _own(self, identity: Identity) -> Identity | None:
        """药监局 for the 市药监局 that the letter of that city has named."""
        return self._bodies.get(identity.key) if identity.rule == OWN_PLACE else None

    def _of_no_place(self, mention: Mention, identity: Identity) -> Identity | None:
        """药监局 behind 国家药监局 or 省药监局, but not that of its own place: nobody knows which one it is."""
        bare = identity.rule in {OWN_PLACE, "same_name"} and _BUREAU.fullmatch(identity.key.core)
        if not bare or identity.key.scope != self._home or identity.key in self._bodies:
            return None
        if not any(
            without_state(key.core) == identity.key.core and key.scope != self._home
            for key, _ in self._ending_alike(identity.key.core)
        ):
            return None
        key = NameKey(scope=f"?{self._letter_id}", core=identity.key.core)
        return Identity(key=key, rule="same_name", score=1.0, name=mention.name, subkind=identity.subkind)

    def _bureau_above(self, level: str, head: str) -> Identity | None:
        """省厅 in a letter of 某某市商务局 for the 省商务厅 that it has named."""
        if self._issuer is None:
            return None
        scope = self._places.resolve(level, within=self._home)
        return self._bodies.get(NameKey(scope=scope or "", core=self._issuer.key.core[:-1] + head))

    def _zone(self, name: str) -> Identity | None:
        """高新区管委会 for 某某高新技术产业开发区管理委员会, 高新区 for that zone; 园区管委会, but not 园区."""
        stem = name.removesuffix(COMMITTEE_OF_A_ZONE)
        if not stem.endswith(_ZONE) or len(stem) > _LONGEST_ZONE:
            return None
        full = dict(self._knowledge.head_forms).get(stem)
        tail, forms = name[len(stem) :], (stem, full or stem)
        words = {*self._knowledge.deletion_heads, *(lexicon.zones() if tail else ())}
        if full is None and stem not in words:
            return None
        return _only(
            {
                key: one
                for key, one in self._ending_alike(name)
                if key.core != name and _names_zone(key.core, forms, tail)
            }
        )

    def _without_owner(self, kind: Kind, name: str) -> Identity | None:
        """北京协和医院 for 中国医学科学院北京协和医院, 柑桔研究所 for that of an academy, 某某片区 for that of a zone.

        Not 人民医院 or 财政局: such a name is that of a body of the letter's own place.
        """
        owned: dict[NameKey, Identity] = {}
        for form in dict.fromkeys((name, self._with_full_place(name))):
            owned |= {
                key: one
                for key, one in self._ending_alike(name)
                if key.core.endswith(form) and self._knowledge.owner.search(key.core[: -len(form)])
            }
        attached = all(key.core.removesuffix(name).endswith(_ATTACHED) for key in owned)
        if not owned or len(name) < (_SHORTEST_ATTACHED if attached else _SHORTEST):
            return None
        local = kind == "organisation" and self._knowledge.scope(kind, name) != "global"
        own_name = self._places.prefix(name) or (attached and is_coined(name))
        return None if local and not own_name else _only(owned)

    def _with_full_place(self, name: str) -> str:
        """Return 天津市某某研究所 for 天津某某研究所: so are branches of the country's bodies compared."""
        printed = self._places.prefix(name) or ""
        known = self._places.known(self._places.resolve(printed, within=self._home) or "")
        return known.name + name[len(printed) :] if known else name

    def _without_state(self, kind: Kind, name: str) -> Identity | None:
        """中小企业发展基金 for 国家中小企业发展基金 in a letter of a ministry; elsewhere it may be the place's own."""
        if kind == "organisation" or self._home != COUNTRY or len(name) < _SHORTEST:
            return None
        return _only(
            {key: one for key, one in self._bodies.items() if key.core != name == without_state(key.core)}
        )

    def _university(self, kind: Kind, name: str) -> Identity | None:
        """哈工大 for 哈尔滨工业大学, 港科大 for 香港科技大学: two characters alone (南大) may mean several."""
        if kind != "organisation" or not name.endswith(_UNIVERSITY[0]) or not 2 < len(name) <= _SHORTEST:
            return None
        return _only(
            {
                key: one
                for key, one in self._ending_alike(_UNIVERSITY)
                if key.core.endswith(_UNIVERSITY)
                and name[0] in key.core[:2]
                and is_subsequence(name, key.core)
            }
        )

    def _department(self, name: str, identity: Identity) -> Identity | None:
        """市教体局 for 某某市教育和体育局: its characters in order, none of them left out at the beginning.

        Not what is known as a central body's local office: 厦门金融监管局 for 厦门市金融监督管理局.
        """
        if identity.rule not in _OF_A_PLACE or identity.key in self._bodies:
            return None
        short = _DEPARTMENT.search(name)
        if short is None:
            return None
        stem = self._knowledge.without_level(short[1])[-_LONGEST_STEM:]
        head = dict(self._knowledge.head_forms).get(short[2], short[2])
        own = identity.key.core.removesuffix(head)
        if _LONGEST_STEM < len(own) <= _LONGEST_OWN_STEM:
            stem = own
        if len(stem) < 2 or not identity.key.core.startswith(stem[0]):
            return None
        return _only(
            {
                key: one
                for key, one in self._ending_alike(head)
                if key.scope == identity.key.scope
                and key.core.endswith(head)
                and stem not in key.core
                and key.core.startswith(stem[0])
                and is_subsequence(stem, key.core.removesuffix(head))
            }
        )

    def _company(self, kind: Kind, name: str, identity: Identity) -> Identity | None:
        """高新创投集团 for 湖南高新创业投资集团有限公司, 红茶发展公司 for 安徽省红茶发展有限公司, a brand."""
        if kind != "organisation" or identity.key in self._bodies:
            return None
        return _only(self._companies.meant(name, identity, self._bodies.items()))

    def _without_place(self, kind: Kind, name: str, identity: Identity) -> Identity | None:
        """省某某基金会 for 某某基金会, 漳州市某某基金 for 漳州某某基金: what is left out is the place or its level."""
        place = None if identity.key.scope else self._places.prefix(name)
        rest = name[len(place or "") :]
        before = self._placed.get((kind, rest), {})
        if not before or len(rest) < _SHORTEST or self._knowledge.scope(kind, rest) == "jurisdiction":
            return None
        scope = self._places.resolve(place, within=self._home) if place else None
        return _only({key: one for key, one in before.items() if place is None or key.scope == scope})


def _names_zone(name: str, forms: tuple[str, ...], tail: str) -> bool:
    """Return whether a name is that of a zone of one of these forms, or, with a tail, of the committee of one."""
    if tail:
        return name.endswith(tail) and any(form in name for form in forms)
    return name.endswith(forms)


def _only(found: dict[NameKey, Identity]) -> Identity | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _title(name: str) -> tuple[str, str]:
    """Return a document's title and the remark behind it: 补助办法, 试行 of 关于印发补助办法（试行）的通知."""
    wrapped = _WRAPPED.fullmatch(name)
    whole = wrapped[1] if wrapped else name
    remark = _REMARK.search(whole)
    return core(whole[: remark.start()] if remark else whole), core(remark[0]) if remark else ""
