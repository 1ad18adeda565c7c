"""Names that the user lists: found wherever they stand, longest first, before anything the grammar thinks.

File: TSV with the columns `name`, `kind` (organisation, fund, platform, policy) and, if wanted, `aliases` (joined by
`|`), which stand for the name in every letter. Matching is leftmost-longest (daachorse), on the letter's text as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from corpus.records import Issue, Letter, Span
from ontology.errors import LexiconError
from ontology.tsv import Row

from ..both_languages import chinese, english
from ..curated_rows import kept_rows, unusable
from ..errors import CurationError
from ..records import KINDS, AliasDefinition, Kind, Recognition
from .finding import Finding

_SHORTEST = 2
"""Code points: a name of one character would be found in half of all words."""


@dataclass(frozen=True)
class Gazetteer:
    """The user's names with their kinds. Pickles as the plain table; the automaton is built where it is used."""

    kinds: Mapping[str, Kind] = field(repr=False)
    """Names and aliases."""
    meant: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Alias → the name that it stands for; without what is an alias of two names, or a name itself."""
    issues: tuple[Issue, ...] = field(default=(), repr=False)
    """Rows of the file that could not be used."""

    @property
    def name(self) -> str:
        """`gazetteer`."""
        return "gazetteer"

    def recognise(self, letter: Letter) -> Recognition:
        """Return every listed name in the letter; of names that overlap, the leftmost, then the longest."""
        names, automaton = self._automaton
        found = [
            (names[index], Span(start=start, end=end)) for start, end, index in automaton.find(letter.text)
        ]
        findings = (
            Finding(span=span, kind=self.kinds[name], score=1.0, reason="gazetteer") for name, span in found
        )
        aliases = {name: span for name, span in found if name in self.meant}
        return Recognition(
            letter_id=letter.letter_id,
            mentions=tuple(one.mention(letter.letter_id, letter.text, self.name) for one in findings),
            aliases=tuple(
                AliasDefinition(
                    letter_id=letter.letter_id,
                    name=self.meant[alias],
                    alias=alias,
                    name_span=span,
                    alias_span=span,
                )
                for alias, span in aliases.items()
            ),
        )

    @cached_property
    def _automaton(self) -> tuple[list[str], CharwiseDoubleArrayAhoCorasick]:
        names = sorted(self.kinds)
        return names, CharwiseDoubleArrayAhoCorasick(names, MATCH_KIND_LEFTMOST_LONGEST)

    def __getstate__(self) -> dict[str, Mapping[str, Kind] | Mapping[str, str]]:
        return {"kinds": self.kinds, "meant": self.meant}


def load(path: Path) -> Gazetteer:
    """Return the gazetteer in `path`; a row that cannot be used is among its issues.

    Raises `CurationError` (file, row, column, value) where the file is no such table or no row can be used.
    """
    kinds: dict[str, Kind] = {}
    meant: dict[str, set[str]] = {}
    rows, told = kept_rows(path, ("name", "kind"))
    issues: list[Issue] = []
    for row in rows:
        try:
            kinds.update(_names(row, kinds))
        except LexiconError as error:
            issues.append(unusable(path, row, error))
            continue
        for alias in (row["name"], *_aliases(row)):
            meant.setdefault(alias, set()).add(row["name"])
    if not kinds:
        first = next((one for one in (*told, *issues) if one.severity == "error"), None)
        zh = f"；{first.where}: {chinese(first.message)}" if first else ""
        en = f"; {first.where}: {english(first.message)}" if first else ""
        raise CurationError(
            f"{path}: 没有可用的名称，请在表头之下写 name、kind 各行{zh} · "
            f"holds no usable name, write rows of name and kind below the header{en}"
        )
    settled = {
        alias: min(names) for alias, names in sorted(meant.items()) if names - {alias} and len(names) == 1
    }
    return Gazetteer(kinds=kinds, meant=settled, issues=(*told, *issues))


def _names(row: Row, known: Mapping[str, Kind]) -> dict[str, Kind]:
    """Return the names of one row with their kind. Raises `LexiconError`: a row is used whole or not at all."""
    kind = _kind(row)
    names = (row.required("name"), *_aliases(row))
    for name in names:
        _check(known, row, name, kind)
    return dict.fromkeys(names, kind)


def _aliases(row: Row) -> tuple[str, ...]:
    return tuple(row.listed("aliases")) if "aliases" in row.cells else ()


def _kind(row: Row) -> Kind:
    value = row.one_of("kind", KINDS)
    return next(kind for kind in KINDS if kind == value)


def _check(known: Mapping[str, Kind], row: Row, name: str, kind: Kind) -> None:
    if len(name) < _SHORTEST:
        raise row.error("name", "过短：名称至少两个字", "is too short: a name has two characters or more")
    if known.get(name, kind) != kind:
        en = f"contradicts an earlier row, in which {name} is of the kind {known[name]}"
        raise row.error("kind", f"与前面一行矛盾：那里 {name} 是 {known[name]}", en)
