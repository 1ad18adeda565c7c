"""China's administrative divisions: what a place name means, and what lies within what.

Canonical names: 全国; a province-level name (广东省); a prefecture-level name (深圳市); a county-level name behind its
prefecture (深圳市福田区), or alone where it stands directly under its province (仙桃市).
Sources: lexicon/places.tsv (GB/T 2260 codes, National Bureau of Statistics), lexicon/ordinary_place_names.tsv,
lexicon/everyday_places.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import msgspec

from . import lexicon
from .errors import LexiconError
from .place_types import place_types
from .tsv import Row, read_tsv

COUNTRY = "全国"
_COLUMNS = ("code", "name", "short", "level", "parent", "source")
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
"""GB/T 2260 province codes of the four cities directly under the central government."""
TOWN, COUNTY = "town", "county"
_TOWN = re.compile("[\u4e00-\u9fff]{1,7}[镇乡]")
_TOWN_OF_A_BODY = re.compile(
    "(?P<town>[\u4e00-\u9fff]{1,7}?[镇乡])(?=人民政府|政府|人民代表大会|人大|党委|党政|党工委)"
)
_OF_A_PEOPLE = re.compile("(?:自治|族)(?P<type>[县旗区])$")
_WITH_TOWNS = frozenset({COUNTY, "prefecture"})


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One division. `chain` holds the canonical names from the country down to this place."""

    code: str
    name: str
    short: str
    level: str
    canonical: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """All places, with look-ups by canonical name and by any printed form. Satisfies `corpus.records.Places`."""

    by_canonical: Mapping[str, Place] = field(repr=False)
    by_form: Mapping[str, tuple[Place, ...]] = field(repr=False)
    longest: int
    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)
    """How long the printed forms are that begin with two given characters, longest first."""
    ordinary: frozenset[str] = frozenset()
    """Names that are ordinary words as well (老城区, 矿区): such a place only within their own city."""

    def resolve(self, name: str, *, within: str | None = None) -> str | None:
        """Return the canonical name that `name` means, None where unknown or ambiguous.

        `within` (canonical) settles ambiguous names and level words (区, 我市, 全省, 自治区), and keeps ordinary words
        (老城区) from meaning a place elsewhere in the country.
        """
        bare = name.strip()
        if bare in {COUNTRY, "国家", "中国"}:
            return COUNTRY
        level = bare[1:] if bare[:1] in {"我", "本", "全"} else bare
        if level in place_types():
            return self._at_level(level, within)
        found = self._parse(bare)
        if within and bare in self.ordinary:
            found = tuple(place for place in found if place.chain[-2] in self.ancestors(within))
        if found and within:
            found = self._settle(found, within)
        return found[0].canonical if len(found) == 1 else None

    def ordinary_in(self, name: str, text: str) -> str | None:
        """Return the one place that an ordinary word (老城区) means in a text that names its city, None where none."""
        found = self.by_form[name] if name in self.ordinary else ()
        around = (self.by_canonical[place.chain[-2]] for place in found)
        near = [
            place
            for place, outer in zip(found, around, strict=True)
            if outer.name in text or (outer.short and outer.short in text)
        ]
        return near[0].canonical if len(near) == 1 else None

    def is_ordinary(self, name: str, within: str | None) -> bool:
        """Return whether a printed name is an ordinary word that means no place in a letter of `within`."""
        return name in self.ordinary and self.resolve(name, within=within or COUNTRY) is None

    def known(self, canonical: str) -> Place | None:
        """Return a place by its canonical name; a town by that of its county or city with its own behind it."""
        return self.by_canonical.get(canonical) or (
            self._town(canonical) if canonical[-1:] in {"镇", "乡"} else None
        )

    def town(self, name: str) -> str | None:
        """Return the canonical name of the town whose body's name this is (某某县双桥镇人民政府), None for others."""
        printed = self.prefix(name) or ""
        around = self.resolve(printed) if printed else None
        town = _TOWN_OF_A_BODY.match(name, len(printed))
        return f"{around}{town['town']}" if around and town and self.level(around) in _WITH_TOWNS else None

    def _town(self, canonical: str) -> Place | None:
        for end in range(len(canonical) - 2, 1, -1):
            around = self.by_canonical.get(canonical[:end])
            if around and around.level in _WITH_TOWNS and _TOWN.fullmatch(canonical, end):
                return Place(
                    code="",
                    name=canonical[end:],
                    short="",
                    level=TOWN,
                    canonical=canonical,
                    chain=(*around.chain, canonical),
                )
        return None

    def may_begin(self, text: str) -> bool:
        """Return whether the first two characters of a text begin any printed form."""
        return text[:2] in self.lengths

    def prefix(self, text: str) -> str | None:
        """Return the longest place name that `text` begins with (as printed, up to four names deep), or None."""
        end = self._prefix_end(text, 0, None)
        return text[:end] if end else None

    def is_full(self, printed: str) -> bool:
        """Return whether a printed prefix ends with a place's type (苏州市, 恩施州), not with a short form (苏州)."""
        last = next((printed[i:] for i in range(len(printed)) if printed[i:] in self.by_form), "")
        return any(last != place.short for place in self.by_form.get(last, ()))

    def ancestors(self, canonical: str) -> tuple[str, ...]:
        """Return the canonical names from the country down to the place itself; empty where unknown."""
        place = self.known(canonical)
        return place.chain if place else ()

    def level(self, canonical: str) -> str | None:
        """Return country, province, prefecture, county or town; None where unknown."""
        place = self.known(canonical)
        return place.level if place else None

    def compatible(self, left: str, right: str) -> bool:
        """Return whether one place lies within the other, or both are the same."""
        return left in self.ancestors(right) or right in self.ancestors(left)

    def names(self) -> Iterator[str]:
        """Yield every printed form, sorted: full names of all levels, short ones of provinces and prefectures."""
        yield from sorted(self.by_form)

    def _at_level(self, level: str, within: str | None) -> str | None:
        ending = "自治州" if level == "州" else level
        for canonical in reversed(self.ancestors(within or "")):
            known = self.known(canonical)
            name = known.name if known else ""
            if name.endswith(ending) and not (level == "区" and name.endswith(("自治区", "特别行政区"))):
                return canonical
        return None

    def _parse(self, name: str) -> tuple[Place, ...]:
        """Return the places that the whole of `name` can mean, outer names narrowing inner ones."""
        if name in self.by_form:
            return self.by_form[name]
        for cut in range(min(len(name) - 2, self.longest), 1, -1):
            outer = self.by_form.get(name[:cut], ())
            inner = self._parse(name[cut:]) if outer else ()
            codes = {place.canonical for place in outer}
            found = tuple(place for place in inner if codes & set(place.chain[:-1]))
            if found:
                return found
        return ()

    def _settle(self, found: tuple[Place, ...], within: str) -> tuple[Place, ...]:
        inside = tuple(place for place in found if within in place.chain)
        above = tuple(place for place in found if place.canonical in self.ancestors(within))
        beside = self._beside(found, within)
        return inside or above or beside or found

    def _beside(self, found: tuple[Place, ...], within: str) -> tuple[Place, ...]:
        """Places that share the nearest ancestor with `within`: 江北区 in a letter of another Chongqing district."""
        for ancestor in reversed(self.ancestors(within)[1:]):
            near = tuple(place for place in found if ancestor in place.chain)
            if near:
                return near
        return ()

    def _prefix_end(self, text: str, start: int, outer: str | None) -> int:
        for length in self.lengths.get(text[start : start + 2], ()):
            form = text[start : start + length]
            places = self.by_form.get(form, ()) if len(form) == length else ()
            if outer is not None:
                places = tuple(place for place in places if outer in place.chain[:-1])
            if not places:
                continue
            if len(places) > 1 and outer is None:
                return start + length
            inner = self._prefix_end(text, start + length, places[0].canonical)
            return inner or start + length
        return 0


@cache
def load() -> PlaceTable:
    """Return the shipped table. Raises `LexiconError` where a row names an unknown parent."""
    return _build(read_tsv("places.tsv", _COLUMNS))


def _build(rows: Iterable[Row]) -> PlaceTable:
    raw = {row["code"]: row for row in rows}
    places = {code: _place(code, raw) for code in raw}
    forms: dict[str, list[Place]] = {}
    provinces = {place.short for place in places.values() if place.level == "province"}
    # 吉林 is the province, 吉林市 the city; 河南县域 is of the province, no short name of the county in another one
    theirs = provinces | {f"{short}县" for short in provinces}
    for place in places.values():
        for form in _forms(place):
            if place.level == "province" or form not in theirs:
                forms.setdefault(form, []).append(place)
    return PlaceTable(
        by_canonical={place.canonical: place for place in places.values()},
        by_form={form: tuple(found) for form, found in forms.items()},
        longest=max(map(len, forms)),
        lengths=_lengths(forms),
        ordinary=lexicon.words("ordinary_place_names.tsv") & forms.keys(),
    )


def _lengths(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for form in forms:
        found.setdefault(form[:2], set()).add(len(form))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def _place(code: str, raw: Mapping[str, Row]) -> Place:
    row = raw[code]
    chain: list[str] = []
    parent = row["parent"]
    while parent:
        if parent not in raw:
            raise LexiconError(
                f"places.tsv: {code} {row['name']}, column parent: 没有代码 {parent!r} 的地方；请改正 · "
                f"no place has the code {parent!r}; correct it"
            )
        chain.insert(0, _canonical(parent, raw))
        parent = raw[parent]["parent"]
    canonical = _canonical(code, raw)
    return Place(
        code=code,
        name=row["name"],
        short=row["short"],
        level=row["level"],
        canonical=canonical,
        chain=(*chain, canonical),
    )


def _canonical(code: str, raw: Mapping[str, Row]) -> str:
    row = raw[code]
    parent = raw.get(row["parent"])
    if row["level"] != "county" or parent is None:
        return row["name"]
    if parent["level"] == "province" and parent["code"][:2] not in _MUNICIPALITIES:
        return row["name"]
    return parent["name"] + row["name"]


def _forms(place: Place) -> tuple[str, ...]:
    """Return the printed forms: the full name, and for provinces and prefectures the short ones.

    County-level places keep their type: 福田, 和平 and their like are ambiguous or common words. Those that name a
    people are called without it, too: 屏边县 is 屏边苗族自治县, 管城区 is 管城回族区; banners as
    everyday_places.tsv has it.
    """
    forms = {place.name}
    if place.level == COUNTY and (own := _OF_A_PEOPLE.search(place.name)):
        forms.add(place.short + own["type"])
    if place.level == COUNTY:
        forms |= _everyday().get(place.name, frozenset())
    if place.level in {"province", "prefecture"} and place.short:
        forms.add(place.short)
        if place.name.endswith("自治州"):
            forms.add(place.short + "州")
    return tuple(sorted(forms))


@cache
def _everyday() -> Mapping[str, frozenset[str]]:
    """Return everyday_places.tsv: 达茂旗 of 达尔罕茂明安联合旗, by the full name."""
    found: dict[str, set[str]] = {}
    for row in read_tsv("everyday_places.tsv", ("form", "name", "source")):
        found.setdefault(row["name"], set()).add(row.required("form"))
    return {name: frozenset(forms) for name, forms in found.items()}
