"""What names share an identity: official forms of institutions, how far a name reaches, what may be shortened.

Source: the TSV files named in each loader, every row with its own source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, get_args

import msgspec

from . import bodies, lexicon
from .place_types import TYPES
from .tsv import any_word, length_order, longest_first, read_tsv, words_by_role

SCOPES = ("jurisdiction", "prefecture", "global")
LEVEL_WORDS = ("自治区", *TYPES)
"""What stands for a place in names that do not say which (市财政局)."""

_LeftOut = Literal["manner", "owner", "attached", "filler", "firm", "frame", "daughter"]
_Tail = Literal["branch", "part", "fund", "whole", "never", "runs_on", "seated", "conferred"]


class Institution(msgspec.Struct, frozen=True, kw_only=True):
    """An institution every jurisdiction has once: its canonical form and what kind of body it is."""

    canonical: str
    subkind: str
    prefix: str


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A party or the Youth League: its name, and what kind of body its local committees are."""

    name: str
    subkind: str


class BranchHead(msgspec.Struct, frozen=True, kw_only=True):
    """How names of branches end right behind the place where they are; `unless` are regions named like a place."""

    head: str
    unless: tuple[str, ...]


class RegulatorBranch(msgspec.Struct, frozen=True, kw_only=True):
    """Local offices of a regulator: how their full and their short names end behind the place.

    `full_places` says whether the short name may stand behind a full place name or a level word.
    """

    body: str
    tail: str
    short: str
    full_places: bool


class BrandHead(msgspec.Struct, frozen=True, kw_only=True):
    """A noun behind the brand of a thing of a kind; `certain` says that the brand alone is the same thing."""

    head: str
    kind: str
    certain: bool


class LevelHead(msgspec.Struct, frozen=True, kw_only=True):
    """A head that only bodies of one level have (厅: province), but for names that end with one of `unless`."""

    head: str
    level: str
    unless: tuple[str, ...]

    def ends(self, name: str) -> bool:
        """Return whether a name is one of a body of the level: the head and two characters before it."""
        return name.endswith(self.head) and len(name) - len(self.head) >= 2 and not name.endswith(self.unless)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityKnowledge:
    """All tables that the linker's rules read.

    `scopes` maps a kind to its (ending, scope) pairs, `head_forms` are (short, full) endings, both longest first.
    `bare_titles` are words that end the names of policies and funds and name none by themselves (实施方案, 专项资金).
    `branch_forms` are (short, full) beginnings of the names of branches, longest first, `branch_ends` what those names
    end with.
    """

    departments: Mapping[str, str] = field(repr=False)
    head_forms: tuple[tuple[str, str], ...]
    trade_forms: tuple[tuple[str, str], ...]
    """Short and full forms of what companies do, the longest short form first."""
    branch_forms: tuple[tuple[str, str], ...]
    branch_ends: tuple[str, ...]
    institutions: Mapping[str, Institution] = field(repr=False)
    scopes: Mapping[str, tuple[tuple[str, str], ...]] = field(repr=False)
    national_marks: tuple[str, ...]
    level_traps: re.Pattern[str] = field(repr=False)
    """What begins with a level word and names no level: 市场, but not 市民 before 政."""
    legal_forms: tuple[str, ...]
    deletion_heads: tuple[str, ...]
    never_shortened: tuple[str, ...]
    bare_titles: frozenset[str] = field(repr=False)
    branch_heads: tuple[BranchHead, ...]
    """How names of branches of national bodies end, longest first."""
    level_heads: tuple[LevelHead, ...]
    brand_heads: tuple[BrandHead, ...]
    """Longest first."""
    unnamed_bodies: frozenset[str] = field(repr=False)
    """Names that say what a body does and not which it is: 城投公司."""
    completing_forms: frozenset[str] = field(repr=False)
    governing_tails: tuple[str, ...]
    part_tails: Mapping[_Tail, tuple[str, ...]] = field(repr=False)
    """How the names of parts and of their wholes end."""
    parties: Mapping[str, Party] = field(repr=False)
    vertical_systems: tuple[tuple[str, str], ...]
    """Central bodies and the offices they have everywhere: 国家税务总局, 税务局."""
    regulator_branches: tuple[RegulatorBranch, ...]
    reorganised: tuple[tuple[str, str, str], ...] = field(repr=False)
    """Departments that a reform put in the place of others: the old one, the new one, the year."""
    manner: re.Pattern[str] = field(repr=False)
    """The words before that for a document's kind which say of what manner it is: 管理 of 管理办法."""
    owner: re.Pattern[str] = field(repr=False)
    """How the name of a body or zone ends that the name of another may begin with: 大学附属."""
    firm_ends: tuple[str, ...]
    """What the names of companies end with that need no legal form: 银行."""
    frame: re.Pattern[str] = field(repr=False)
    """One or more of the words for how a company is owned or run that its short name leaves out: 控股."""
    daughter: re.Pattern[str] = field(repr=False)
    """What begins behind a company's name in that of a daughter: 财务, 租赁."""
    filler: re.Pattern[str] = field(repr=False)
    """One or more of the words that a short form of a title leaves out of its middle: 高质量发展."""

    def level(self, name: str) -> str | None:
        """Return the level word that a name begins with and does not end with; None for 市场监督管理局."""
        if not name.startswith(LEVEL_WORDS) or self.level_traps.match(name):
            return None
        return next((word for word in LEVEL_WORDS if name.startswith(word) and name != word), None)

    def without_level(self, name: str) -> str:
        """Return 财政局 for 市财政局: the name without the level word it begins with."""
        return name[len(self.level(name) or "") :]

    def spelled_out(self, name: str) -> str:
        """Return 城际公共交通 for 城际公交: the stem of a company's name with what it does in full."""
        for short, full in self.trade_forms:
            name = name.replace(short, full)
        return name

    def scope(self, kind: str, name: str) -> str:
        """Return jurisdiction, prefecture or global: how far a name of this kind reaches that names no place."""
        if kind == "organisation" and name in self.unnamed_bodies:
            return "jurisdiction"
        for ending, scope in self.scopes[kind]:
            if ending == "*" or name.endswith(ending):
                return scope
        return "jurisdiction"


@cache
def load() -> IdentityKnowledge:
    """Return the shipped tables. Raises `LexiconError` naming file, row, column and value."""
    return IdentityKnowledge(
        departments={
            row.required("short"): row.required("full")
            for row in read_tsv("department_forms.tsv", ("short", "full", "source"))
        },
        head_forms=_forms("head_forms.tsv"),
        trade_forms=_forms("trade_forms.tsv"),
        branch_forms=_branch_forms(),
        branch_ends=_words("branch_ends.tsv", "word"),
        institutions=_institutions(),
        scopes=_scopes(),
        national_marks=_words("national_marks.tsv", "mark"),
        level_traps=_level_traps(),
        legal_forms=_words("legal_forms.tsv", "form"),
        deletion_heads=_words("deletion_heads.tsv", "head"),
        never_shortened=_words("never_shortened.tsv", "head"),
        branch_heads=_branch_heads(),
        level_heads=_level_heads(),
        brand_heads=_brand_heads(),
        unnamed_bodies=lexicon.words("unnamed_bodies.tsv"),
        completing_forms=frozenset(_words("completing_forms.tsv", "form")),
        governing_tails=_words("governing_tails.tsv", "tail"),
        part_tails=words_by_role("part_tails.tsv", get_args(_Tail)),
        bare_titles=frozenset(
            head.word for head in lexicon.heads().values() if {"policy", "fund"} & set(head.kinds)
        ),
        parties=_parties(),
        vertical_systems=tuple(
            (row.required("body"), row.required("office"))
            for row in read_tsv("vertical_systems.tsv", ("body", "office", "source"))
        ),
        regulator_branches=_regulator_branches(),
        reorganised=tuple(
            (row.required("old"), row.required("new"), row.required("year"))
            for row in read_tsv("reorganised_departments.tsv", ("old", "new", "year", "source"))
        ),
        manner=re.compile(f"^(?:{_left_out('manner')})*(?=.)"),
        owner=re.compile(f"(?:{_left_out('owner')})(?:{_left_out('attached')})?$"),
        firm_ends=words_by_role("partial_names.tsv", get_args(_LeftOut))["firm"],
        frame=re.compile(f"(?:{_left_out('frame')})+"),
        daughter=re.compile(_left_out("daughter")),
        filler=re.compile(f"(?:{_left_out('filler')})+"),
    )


def _branch_heads() -> tuple[BranchHead, ...]:
    rows = read_tsv("branch_heads.tsv", ("head", "unless", "source"))
    found = (BranchHead(head=row.required("head"), unless=row.listed("unless")) for row in rows)
    return tuple(sorted(found, key=lambda one: length_order(one.head)))


def _regulator_branches() -> tuple[RegulatorBranch, ...]:
    rows = read_tsv("regulator_branches.tsv", ("body", "tail", "short", "place", "source"))
    found = (
        RegulatorBranch(
            body=row.required("body"),
            tail=row.required("tail"),
            short=row.required("short"),
            full_places=row.one_of("place", ("short", "any")) == "any",
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: length_order(one.short)))


def _level_heads() -> tuple[LevelHead, ...]:
    rows = read_tsv("level_heads.tsv", ("head", "level", "unless", "source"))
    return tuple(
        LevelHead(head=row.required("head"), level=row.required("level"), unless=row.listed("unless"))
        for row in rows
    )


def _brand_heads() -> tuple[BrandHead, ...]:
    rows = read_tsv("brand_heads.tsv", ("head", "kind", "certain", "source"))
    found = (
        BrandHead(
            head=row.required("head"),
            kind=row.required("kind"),
            certain=row.one_of("certain", ("yes", "no")) == "yes",
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: length_order(one.head)))


def _left_out(role: _LeftOut) -> str:
    """Return the words of a role as an expression."""
    return any_word(words_by_role("partial_names.tsv", get_args(_LeftOut))[role])


def _forms(file: str) -> tuple[tuple[str, str], ...]:
    """Return the short and full forms of a list, the longest short form first, then by code point."""
    rows = read_tsv(file, ("short", "full", "source"))
    forms = {row.required("short"): row.required("full") for row in rows}
    return tuple((short, forms[short]) for short in longest_first(forms))


def _branch_forms() -> tuple[tuple[str, str], ...]:
    """Return what the names of branches begin with; a full beginning stands for itself."""
    rows = read_tsv("branch_forms.tsv", ("full", "forms", "source"))
    listed = {form: row["full"] for row in rows for form in (*row.listed("forms"), row.required("full"))}
    branched = set(listed.values())
    known = {form: official for form, official in bodies.load().names.items() if official in branched}
    every = {**known, **listed}
    return tuple((form, every[form]) for form in longest_first(every))


def _level_traps() -> re.Pattern[str]:
    rows = read_tsv("level_traps.tsv", ("word", "unless", "source"))
    traps = ((row.required("word"), row["unless"]) for row in rows)
    return re.compile("|".join(f"{word}(?!{unless})" if unless else word for word, unless in traps))


def _institutions() -> dict[str, Institution]:
    columns = ("canonical", "forms", "prefix", "subkind", "source")
    found: dict[str, Institution] = {}
    for row in read_tsv("institution_forms.tsv", columns):
        institution = Institution(
            canonical=row.required("canonical"), subkind=row["subkind"], prefix=row["prefix"]
        )
        for form in (*row.listed("forms"), institution.canonical):
            found[form] = institution
    return found


def _scopes() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_tsv("identity_scope.tsv", ("kind", "ending", "scope", "source")):
        pair = (row.required("ending"), row.one_of("scope", SCOPES))
        found.setdefault(row.required("kind"), []).append(pair)
    return {
        kind: tuple(sorted(pairs, key=lambda pair: (pair[0] == "*", length_order(pair[0]))))
        for kind, pairs in found.items()
    }


def _parties() -> dict[str, Party]:
    found: dict[str, Party] = {}
    for row in read_tsv("parties.tsv", ("name", "forms", "subkind", "source")):
        party = Party(name=row.required("name"), subkind=row.required("subkind"))
        for form in (*row.listed("forms"), party.name):
            found[form] = party
    return found


def _words(file: str, column: str) -> tuple[str, ...]:
    """Return one column of a word list, longest first, then by code point."""
    return longest_first(row.required(column) for row in read_tsv(file, (column, "source")))
