"""From a name as written to the identity of the thing it names.

Two mentions whose identities have equal keys are the same thing. An identity follows from the name, its kind and the
jurisdiction of its letter alone, so that no other letter can change it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import msgspec

from ontology import lexicon
from ontology.bodies import STATE, CentralBodies
from ontology.department_heads import department_heads
from ontology.identity import LEVEL_WORDS, IdentityKnowledge, Institution
from ontology.places import COUNTRY, TOWN, Place, PlaceTable
from ontology.tsv import any_word, longest_first

from .name_keys import Identity, NameKey, core
from .printed_marks import with_marks
from .regulators import Regulators
from .state_titles import is_of_the_state

TERM = re.compile(r"第?[一二三四五六七八九十百〇零\d]+届")
"""Of which term an assembly is (政协第八届某市委员会): the body stays the same."""
_NUMBERED_BODY = re.compile(
    r"(?:第?[一二三四五六七八九十百〇零\d]+届)?(人大|人民代表大会|政协)(?:第[一二三四五六七八九十百〇零\d]+届)?"
    r"(?:常务委员会|常委会)?(?:委员会)?$"
)
_OF_A_STREET = re.compile("^(?:人民)?政府(?=.{2,8}街道办(?:事处)?$)")
"""What may stand before the office of a street, which is its government's: 人民政府麻石街道办事处."""
_OF_A_TOWN = re.compile("[\u4e00-\u9fff]{1,7}[镇乡](?=人|政|党|第.{1,3}届)")
"""What stands before the bodies of a town: 双桥镇人民政府."""
_FORMER = "原"
"""Before a body's name: what it was called (原市大数据管理局 is the body once called 市大数据管理局)."""
_CPPCC = "中国人民政治协商会议"
COMMITTEE_OF_A_ZONE = "管理委员会"
_FREE_TRADE_ZONE, _FREE_TRADE_ZONE_OF_A_PLACE = "自由贸易试验区", "自贸区"
_CHINA = "中国"
OWN_PLACE = "own_place"
"""The rule of a short form without a place that is taken for the body of the letter's place: likely, never certain."""
_HEADS = {role: any_word(words) for role, words in department_heads().items()}
_OF_ONE_LETTER = re.compile(f"{any_word(LEVEL_WORDS)}{_HEADS['bare']}")
"""市局, 省厅: the bureau above the one that writes; another in the letter of another bureau."""
_IN_BRACKETS = re.compile("[（(](?P<inner>[^（()）]{2,8})[）)]")
_OF_A_UNIVERSITY = re.compile("(.{2,}?大学)(?![生城路堂]|科技[城园]).{2,}")
_OF_A_PROVINCE = re.compile("[\u4e00-\u9fff]{2,8}?(?:电力|通信)?(?:有限)?公司(?=.{2,}公司$)")
_PROVINCE = "省"
"""What 省市场监管厅 begins with: 市场 is no level, and 省市 no level word."""
_MUNICIPALITY = "市"
"""What the names of provinces end with that are cities: they have no departments called 厅."""
_DISTRICT = "区"
_CLIPPED = 2
_DEPARTMENT = re.compile(f"^(.{{2,}}?)({_HEADS['full']})$")
_COMPANY, _COMPANIES = "公司", frozenset({"central_enterprise", "company"})
_OF_A_LETTER, _OF_MANY = 1 << 10, 1 << 13
"""Identities that are remembered: those of the letter at hand, and those of names that many letters use. More would
answer few questions and take 50 MB in every process."""
_COMMITTEE = re.compile("委(?:员会|会)?")
"""Behind party and place: 民进厦门市委会."""


class _Letter(NamedTuple):
    """The letter that a name stands in: its place, None where unknown, and its id."""

    home: str | None
    letter_id: str

    @property
    def scope(self) -> str:
        """Where a name is valid that means another thing in every letter."""
        return f"?{self.letter_id}"


class Identifier:
    """Computes identities. Pure: the same name, kind, place of the letter and letter always give the same key."""

    def __init__(self, *, knowledge: IdentityKnowledge, places: PlaceTable, central: CentralBodies) -> None:
        self.knowledge, self.places = knowledge, places
        self._central = central
        self._regulators = Regulators(knowledge, places, central)
        self.identify = lru_cache(maxsize=_OF_A_LETTER)(self._identify)
        self._identify_somewhere = lru_cache(maxsize=_OF_MANY)(self._identify_in)

    def _identify(self, name: str, kind: str, home: str | None, letter_id: str) -> Identity:
        """Return what a name means in a letter of a place (`home`, canonical; None or empty where it is unknown).

        Only what is valid in one letter alone must be worked out anew for every letter.
        """
        found = self._identify_somewhere(name, kind, home, "")
        return self._identify_in(name, kind, home, letter_id) if found.key.scope == "?" else found

    def _identify_in(self, name: str, kind: str, home: str | None, letter_id: str) -> Identity:
        bare = self._without_state(core(name), kind)
        town = self.places.known(home) if home and self.places.level(home) == TOWN else None
        if town is not None and (inside := self._in_town(bare, kind, town)):
            return self._identify_in(inside, kind, town.chain[-2], letter_id)
        letter = _Letter(home or None, letter_id)
        official = self._central.official(bare) or self._central.official(TERM.sub("", bare))
        if home == COUNTRY:
            official = official or self._central.official(f"国家{bare}")  # 林草局 in a letter of a ministry
        if official := official or self._listed_company(bare):
            return self._of_the_state(official, "central_body" if core(official) != bare else "same_name")
        if kind == "organisation":
            term = TERM.match(bare)
            if term and self.places.prefix(bare[term.end() :]):
                bare = bare[term.end() :]  # 十四届漳州市人大
            if _OF_A_TOWN.match(bare) and _NUMBERED_BODY.search(bare):
                bare = TERM.sub("", bare)  # 双桥镇第二届人民代表大会
            if found := self._committee(bare, letter):
                return found
            if office := self._regulators.office(bare, letter.home):
                return _identity(office.scope, office.core, office.name, "official_form")
            bare = self._of_a_branch(bare, letter.home)
        elif kind == "platform":
            bare = self._of_a_zone(bare)
        if found := self._placed(bare, letter):
            return found if kind == "organisation" else with_marks(found, name)
        return self._unplaced(bare, name, kind, letter)

    def _listed_company(self, bare: str) -> str | None:
        """Return 国家电网有限公司 for 国网公司: a listed company's short name may say that it is one."""
        official = self._central.official(bare.removesuffix(_COMPANY)) if bare.endswith(_COMPANY) else None
        return official if official and self._central.subkind(official) in _COMPANIES else None

    def _in_town(self, bare: str, kind: str, town: Place) -> str | None:
        """Return what a county's letter would call a body that a town's letter names: 双桥镇人民政府 for 镇政府.

        A town has no bureaus: 财政局 is the county's. None for what is the town's own (中心小学).
        """
        if bare.startswith(town.name):
            return bare
        if bare.startswith(town.name[-1]) and not self.places.prefix(bare):
            return town.name[:-1] + bare
        bureau = kind == "organisation" and bare.endswith(department_heads()["county"])
        return bare if bureau or self.knowledge.level(bare) or self.places.prefix(bare) else None

    def _of_the_state(self, official: str, rule: str = "central_body") -> Identity:
        """Return the identity of a central body, by its official name."""
        return Identity(
            key=NameKey(scope=COUNTRY, core=core(official)),
            rule=rule,
            score=1.0,
            name=official,
            jurisdiction=COUNTRY,
            subkind=self._central.subkind(official),
        )

    def _without_state(self, bare: str, kind: str) -> str:
        """Return 长沙海关 for 中华人民共和国长沙海关, 药品管理法 for 中华人民共和国药品管理法; others as they are."""
        for body, office in self.knowledge.vertical_systems:
            local = bare.removeprefix(body)
            if local != bare and local.endswith(office) and self.places.prefix(local):
                return local  # 国家税务总局长沙市税务局
        rest = bare.removeprefix(STATE)
        if rest != bare and (self.places.prefix(rest) or self.knowledge.scope(kind, rest) == "global"):
            return rest
        return bare

    def _of_a_branch(self, bare: str, home: str | None) -> str:
        """Return 中国农业银行祁门县支行 for 农行祁门支行; the name itself where it is none of a known branch."""
        if not bare.endswith(self.knowledge.branch_ends):
            return bare
        name = self._with_full_head(bare)
        for short, full in self.knowledge.branch_forms:
            if name.startswith(short):
                return full + self._with_full_place(self._without_province(name[len(short) :]), home)
        return bare

    def _without_province(self, rest: str) -> str:
        """Return 潍坊分公司 for 山东有限公司潍坊分公司: what stands between is the company of the province."""
        company = _OF_A_PROVINCE.match(rest)
        return rest[company.end() :] if company and self.places.prefix(rest) else rest

    def _with_full_place(self, rest: str, home: str | None) -> str:
        """Return 祁门县支行 for 祁门支行 in a letter of that county."""
        own = self.places.known(home or "")
        if own and not self.places.prefix(rest) and not rest.startswith(own.short or own.name):
            return self._with_county(rest, own)
        printed = self.places.prefix(rest) or (own.short if own and rest.startswith(own.short) else "")
        scope = self.places.resolve(printed, within=home) if printed else None
        if own and printed and printed == own.short:
            scope = own.canonical
        return (self._shown_place(scope, printed) if scope else printed) + rest[len(printed) :]

    def _with_county(self, rest: str, own: Place) -> str:
        """Return 鄞州区分行 for 鄞州分行 in a letter of its city: short names of counties are no places elsewhere."""
        end = next((end for end in self.knowledge.branch_ends if rest.endswith(end)), "")
        stem = rest.removesuffix(end)
        full = (f"{stem}{word}" for word in LEVEL_WORDS if end and len(stem) > 1)
        found = {place for name in full if (place := self.places.resolve(name, within=own.canonical))}
        inside = [place for place in found if own.canonical in self.places.ancestors(place)]
        return self._shown_place(inside[0], stem) + end if len(inside) == 1 else rest

    def _of_a_zone(self, bare: str) -> str:
        """Return 某某高新技术产业开发区 for 某某高新区, 福建自由贸易试验区 for 中国（福建）自贸试验区."""
        full = self._with_full_head(bare)
        place = self.places.prefix(full)
        if place and full == place + _FREE_TRADE_ZONE_OF_A_PLACE:
            return place + _FREE_TRADE_ZONE
        return full.removeprefix(_CHINA) if full.endswith(_FREE_TRADE_ZONE) else full

    def _committee(self, bare: str, letter: _Letter) -> Identity | None:
        """民进厦门市委会, 中共江津区委, 团省委, 政协云南省第十三届委员会: the party first, then the place."""
        bare = bare.replace(_CPPCC, "政协", 1) if bare.startswith(_CPPCC) else bare
        seat = bare[2:]
        if bare.startswith("政协") and (term := TERM.match(seat)):  # 政协第八届三亚市委员会
            seat = seat[term.end() :]
        if bare.startswith("政协") and (place := self.places.prefix(seat)):
            rest = TERM.sub("", seat[len(place) :])
            if rest in {"", "委员会"}:
                return self._body(place, "政协", letter, "official_form")
        if not bare.startswith(self._party_forms):
            return None
        for form in self._party_forms:
            if bare.startswith(form) and (found := self._party_committee(bare, form, letter)):
                return found
        return None

    @cached_property
    def _party_forms(self) -> tuple[str, ...]:
        return longest_first(self.knowledge.parties)

    def _party_committee(self, bare: str, form: str, letter: _Letter) -> Identity | None:
        party, tail = self.knowledge.parties[form], bare[len(form) :]
        place = self.places.prefix(tail) or next(
            (level for level in LEVEL_WORDS if tail.startswith(level)), None
        )
        committee = _COMMITTEE.match(tail, len(place)) if place else None
        if place is None or committee is None:
            return None
        rest = tail[committee.end() :]
        scope = self._scope(place, letter)
        shown = self._shown_place(scope, place)
        if party.name == "中国共产党":
            if rest and f"委{rest}" in self.knowledge.institutions:
                return self._body(
                    place, f"委{rest}", letter, "official_form"
                )  # 中共某省委机构编制委员会办公室
            key, name = f"委{rest}", f"中共{shown}委{rest}"
        else:
            key, name = f"{party.name}委员会{rest}", f"{form}{shown}委{rest}"
        level = _unknown_level(scope, place)
        return _identity(scope, level + key, name, "official_form", subkind=party.subkind)

    def _placed(self, bare: str, letter: _Letter) -> Identity | None:
        """A name that begins with a place (深圳市福田区X) or with the level of one (区X)."""
        printed = self._printed_place(bare, letter.home)
        rest = bare[len(printed or "") :]
        if printed and rest and (self.places.is_full(printed) or self._is_department(rest)):
            return self._body(printed, rest, letter, "place_prefix")
        if _OF_ONE_LETTER.fullmatch(bare):
            return _identity(letter.scope, bare, bare, "same_name")
        level = self.knowledge.level(bare)
        if level is None:
            former = not printed and bare.startswith(_FORMER)
            return self._placed(bare[len(_FORMER) :], letter) if former else None
        return self._body(level, bare[len(level) :], letter, "level_word")

    def _printed_place(self, bare: str, home: str | None) -> str | None:
        """Return the place that a name begins with; 老城区 of 老城区改造工程 is none in a letter of another city."""
        printed = self.places.prefix(bare)
        if not printed or not self.places.is_ordinary(printed, home):
            return printed
        known = self.places.resolve(printed) and self._is_department(bare[len(printed) :])
        return printed if known else None

    def _body(self, place: str, rest: str, letter: _Letter, rule: str) -> Identity:
        scope = self._scope(place, letter)
        official, institution = self._official(rest)
        if scope == COUNTRY and (central := self._central.official(f"国家{official}")):
            return self._of_the_state(central)  # 发展改革委 in a letter of a ministry
        if official != core(rest) and rule == "place_prefix":
            rule = "official_form"
        shown = self._shown_place(scope, place)
        prefix = institution.prefix if institution else ""
        return _identity(
            scope,
            _unknown_level(scope, place) + official,
            f"{prefix}{shown}{official}",
            rule,
            subkind=institution.subkind if institution else "",
        )

    def _official(self, rest: str) -> tuple[str, Institution | None]:
        """Return the canonical form of what follows the place, and the institution it is, if it is one."""
        plain = TERM.sub("", rest) if _NUMBERED_BODY.search(rest) else rest
        if institution := self.knowledge.institutions.get(plain):
            return institution.canonical, institution
        plain = _OF_A_STREET.sub("", plain)
        if town := _OF_A_TOWN.match(plain):
            institution = self.knowledge.institutions.get(plain[town.end() :])
            return (town[0] + institution.canonical if institution else self._with_full_head(plain)), None
        full = self._with_full_head(plain)
        match = _DEPARTMENT.match(full)
        if match is None:
            return full, None
        if full != plain and self._is_clipped(match[1]):
            return plain, None  # 市创文办: no 创文办公室 is called so
        return self.knowledge.departments.get(match[1], match[1]) + match[2], None

    def _is_clipped(self, stem: str) -> bool:
        """Return whether what stands before 委 or 办 is two characters of a longer name that nothing here tells."""
        known = stem in self.knowledge.departments or stem in self._full_stems
        words = (lexicon.common_words(), lexicon.heads(), lexicon.words("generic_words.tsv"))
        return len(stem) == _CLIPPED and not known and not any(stem in listed for listed in words)

    def _with_full_head(self, name: str) -> str:
        """Return 某某开发区管理委员会 for 某某开发区管委会; the name itself where its head has no short form."""
        if name.endswith(COMMITTEE_OF_A_ZONE):
            return self._with_full_head(name.removesuffix(COMMITTEE_OF_A_ZONE)) + COMMITTEE_OF_A_ZONE
        for short, full in self._heads_by_end.get(name[-1:], ()):
            if name.endswith(short) and len(name) - len(short) >= 2:
                stem = name[: len(name) - len(short)]
                return (self._with_full_head(stem) if full == COMMITTEE_OF_A_ZONE else stem) + full
        return name

    @cached_property
    def _heads_by_end(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The short and full heads by the last character of the short one, the longest first."""
        found: dict[str, list[tuple[str, str]]] = {}
        for short, full in self.knowledge.head_forms:
            found.setdefault(short[-1], []).append((short, full))
        return found

    def _is_department(self, rest: str) -> bool:
        """Return whether a name behind a short place name (广西教育厅, 苏州发改委) can only be a body of that place."""
        match = _DEPARTMENT.match(self._with_full_head(rest))
        stems = self.knowledge.departments
        listed = match is not None and (match[1] in stems or match[1] in self._full_stems)
        return listed or rest.endswith("厅") or (len(rest) > 1 and rest in self.knowledge.institutions)

    @cached_property
    def _full_stems(self) -> frozenset[str]:
        return frozenset(self.knowledge.departments.values())

    def _scope(self, place: str, letter: _Letter) -> str:
        if resolved := self.places.resolve(place, within=letter.home):
            return resolved
        if self.places.is_ordinary(place, letter.home) and (only := self.places.resolve(place)):
            return only  # 河西区人民政府, in a letter of another province
        return letter.scope if place in LEVEL_WORDS or letter.home is None else place

    def _shown_place(self, scope: str, printed: str) -> str:
        known = self.places.known(scope)
        return known.name if known else printed

    def _unplaced(self, bare: str, name: str, kind: str, letter: _Letter) -> Identity:
        """A name without a place in front: valid everywhere, in the city, or in the letter's jurisdiction only."""
        shown = "".join(name.split())
        if place := self._place_of_national(bare, shown, kind, letter.home):
            return _identity(place, bare, shown, "same_name")
        full = self._with_full_head(bare) if kind == "organisation" else bare
        owned = kind != "policy" and self._university(bare)
        known = owned or self._printed_place(bare, letter.home)
        reach = "global" if known else self.knowledge.scope(kind, full)
        if kind == "organisation":
            official = self._official(bare)[0] if reach == "jurisdiction" else full
            if above := self._place_above(official, letter.home):
                return self._body(above, bare.removeprefix(_PROVINCE), letter, OWN_PLACE)
            if official != bare and reach == "jurisdiction" and letter.home is not None:
                return self._of_own_place(bare, official, shown, letter.home, letter)
            bare = official
        if reach == "global":
            identity = _identity("", bare, shown, "same_name")
            place = self._place_begun_with(bare, letter.home) if kind in {"fund", "platform"} else ""
            return msgspec.structs.replace(identity, jurisdiction=place)
        if letter.home is None or (kind in {"policy", "fund"} and bare in self.knowledge.bare_titles):
            return _identity(
                letter.scope, bare, shown, "same_name"
            )  # 《实施方案》 is another one in every letter
        scope = letter.home if reach == "jurisdiction" else self._city(letter.home)
        return _identity(scope, bare, shown, "same_name")

    def _university(self, bare: str) -> bool:
        """Return whether a name begins with that of one university: 西北农林科技大学某某试验站, but not 老年大学."""
        found = _OF_A_UNIVERSITY.match(bare)
        return (
            found is not None
            and found[1] not in self.knowledge.unnamed_bodies
            and not self.knowledge.level(bare)
        )

    def _place_begun_with(self, bare: str, home: str | None) -> str:
        """Return 苏州市 for 苏州天使母基金, nothing for 中山大学某某平台, 中山路某某平台 or 上海合作组织某某基地."""
        printed = self._printed_place(bare, home) or ""
        if printed and any(self._central.official(bare[:end]) for end in range(len(printed) + 1, len(bare))):
            return ""
        rest = bare[len(printed) :]
        if any(word in rest for word in self.knowledge.part_tails["seated"]) or rest.startswith("路"):
            return ""
        return (self.places.resolve(printed, within=home) or "") if printed else ""

    def _place_of_national(self, bare: str, shown: str, kind: str, home: str | None) -> str | None:
        """Return where a thing is whose name begins as if it were the country's: 中国（杭州）…谷, 中国银行郑州分行.

        None where it does not begin so. A document of a ministry is the country's.
        """
        if kind == "policy" and is_of_the_state(shown, self._central, self.places):
            return COUNTRY
        if not bare.startswith(self.knowledge.national_marks):
            return None
        for bracketed in _IN_BRACKETS.finditer(shown):
            if place := self.places.resolve(bracketed["inner"], within=home):
                return place
        if home and (printed := self.places.prefix(bare.removeprefix(_CHINA))) and bare.startswith(_CHINA):
            place = self.places.resolve(printed, within=home)
            if place and self.places.compatible(place, home):
                return place  # 中国杭州…小镇, in a letter of that city
        return self._branch_place(bare, home) or COUNTRY

    def _branch_place(self, bare: str, home: str | None) -> str | None:
        """Return the place right before what names of branches end with (…湖北监管局), None where there is none."""
        for branch in self.knowledge.branch_heads:
            stem = bare.removesuffix(branch.head)
            if stem == bare or stem.endswith(branch.unless):
                continue
            places = (stem[start:] for start in range(2, len(stem) - 1))
            printed = next((name for name in places if self.places.prefix(name) == name), "")
            if (
                found := self.places.resolve(printed, within=home)
                if printed
                else self._branch_place(stem, home)
            ):
                return found
        return None

    def _place_above(self, official: str, home: str | None) -> str | None:
        """Return the province for 科技厅 in a letter of a city, None for bodies that the place has itself."""
        level = next((head.level for head in self.knowledge.level_heads if head.ends(official)), None)
        if level is None or home is None or self.places.level(home) == level:
            return None
        above = (place for place in self.places.ancestors(home) if self.places.level(place) == level)
        return next((place for place in above if not place.endswith(_MUNICIPALITY)), None)

    def _of_own_place(self, bare: str, official: str, shown: str, home: str, letter: _Letter) -> Identity:
        """Return the body of the letter's place that a short form without a place (人社局) most likely means.

        A body with a name of its own (某某科学城管委会) gets no place that is not printed, and 园区管委会 is of no
        place: a city has many.
        """
        zone = official.removesuffix(COMMITTEE_OF_A_ZONE)
        if zone != official and zone in self._zones_of_many:
            return _identity(letter.scope, official, shown, "same_name")
        found = self._body(home, bare, letter, OWN_PLACE)
        if self._is_department(bare) or found.rule != OWN_PLACE or zone in self._zones_of_one:
            return found
        return msgspec.structs.replace(found, name=official)

    @cached_property
    def _zones_of_one(self) -> frozenset[str]:
        """The words for zones of which a place has one, most often (高新区), short and full."""
        forms = (form for pair in self.knowledge.head_forms for form in pair)
        return frozenset((*forms, *self.knowledge.deletion_heads))

    @cached_property
    def _zones_of_many(self) -> frozenset[str]:
        return lexicon.zones() - self._zones_of_one

    def _city(self, home: str) -> str:
        """Return the city of a district, and any other place itself: every county has things of its own.

        A district shares with the city what has a name and no place; what every district has says identity_scope.tsv.
        """
        level = self.places.level(home)
        if level == TOWN or (level == "county" and not home.endswith(_DISTRICT)):
            return home
        chain = self.places.ancestors(home)
        city = next((place for place in chain if self.places.level(place) == "prefecture"), None)
        if city is None and len(chain) > 1:
            return chain[1] if self.places.level(home) != "county" or chain[1].endswith("市") else home
        return city or home


def _unknown_level(scope: str, place: str) -> str:
    """Return the level word that a key keeps: 省发改委 and 市发改委 are two even where nobody knows of which place."""
    return place if scope.startswith("?") and place in LEVEL_WORDS else ""


def _identity(scope: str, key: str, name: str, rule: str, *, subkind: str = "") -> Identity:
    jurisdiction = "" if scope.startswith("?") else scope
    return Identity(
        key=NameKey(scope=scope, core=core(key)),
        rule=rule,
        score=1.0 if rule in {"same_name", "place_prefix"} else 0.95,
        name=name,
        jurisdiction=jurisdiction,
        subkind=subkind,
    )
