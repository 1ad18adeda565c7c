"""The patterns of typed relations as regular expressions, and which of them are worth trying on a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.relation_patterns import (
    RelationPattern,
    broken_pattern,
    macros,
    relation_patterns,
    unknown_macro,
)

from ..clause_roles import any_clause_word
from ..lists import AMOUNT, AND, BRACKETED, TOLD_ITEM
from ..masking import ANY_NAME, MaskedSentence, kind_class, marks_of, outline
from ..needed_words import Needs, needed_words, spelt, stand_in_order, surest, without_names
from .pattern_text import as_patterns_read
from .succession import CLOSED
from .treasuries import WHOSE

_KINDS = {"O": "organisation", "F": "fund", "P": "platform", "Y": "policy", "L": "place", "M": "named_place"}
_ALL = kind_class(*_KINDS.values())
_PREPOSITIONS = "以由与在对向给从被"
_NOTE = r"(?:[（(][^）)]*[）)])?"
_CLASS_NOUN = rf"(?:(?!{any_clause_word('own_doing')})[^，。；：、（）的{_ALL}]{{2,4}}(?=[、和及]))?"
"""A word behind a quoted name that says what it is: “技能贵州”行动和“一县一技”工程."""
_AMOUNT = rf"(?:{AMOUNT}(?=[、和及与]))?"
"""How much of a fund it is, in a list of funds: 甲资金1800万元、乙资金1860万元."""
_BETWEEN = rf"(?:、|{any_clause_word('and', 'beside', 'or', 'owning')})?"
_MOST_ENDS = 3
"""Ends that a pattern can name: s, t and u."""
_IN_LOOK_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\(\?P<")


def applicable_patterns(masked: MaskedSentence) -> Iterator[tuple[RelationPattern, re.Pattern[str]]]:
    """Yield the patterns, in file order, whose ends and needed words a sentence holds: most hold few of either.

    They match its text `as_patterns_read`.
    """
    wanted = _wanted()
    kinds = [name.kind for name in masked.names.values()]
    fitting = _with_ends(frozenset((kind, min(kinds.count(kind), _MOST_ENDS)) for kind in kinds))
    met, asked = 0, wanted.free
    for word in {word for _, _, word in wanted.automaton.find_overlapping(masked.text)}:
        met |= wanted.needs[word]
        asked |= wanted.patterns[word]
    for at in _numbers(asked & fitting):
        if not wanted.by_pattern[at] & ~met and wanted.tried[at].may_match(masked.text):
            yield relation_patterns()[at], compiled(at)


class _Tried:
    """A pattern, compiled when a sentence first holds all that it needs in order.

    Compiling takes 2 ms; a single letter holds the words of a third of the patterns, of many in another order.
    """

    def __init__(self, pattern: RelationPattern, needs: Needs) -> None:
        self._pattern = pattern
        self._needs = needs

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return expression(self._pattern)

    @cached_property
    def steps(self) -> Sequence[Sequence[str]]:
        """What a match holds, in order, as an outline has it."""
        return [spelt(words, _marks()) for words in self._needs]

    def may_match(self, text: str) -> bool:
        """Whether a sentence holds it all in order; what is compiled finds that out as fast by itself."""
        return "regex" in vars(self) or stand_in_order(outline(text), self.steps)


@cache
def _name_macros() -> Mapping[str, str]:
    """The macros of patterns that are names, each with a character for private use that stands for it in needs."""
    found = {macro for pattern in relation_patterns() for macro in macros(pattern.pattern)}
    return {macro: chr(0xE000 + at) for at, macro in enumerate(sorted(filter(_kinds_of, found)))}


@cache
def _marks() -> Mapping[str, str]:
    """By the character that stands for a name in needs, those that stand for names of its kinds in an outline."""
    return {char: marks_of(*_kinds_of(macro)) for macro, char in _name_macros().items()}


def _kinds_of(macro: str) -> tuple[str, ...]:
    """The kinds of names that a macro is, none where it is something else."""
    letters = macro.rstrip("+").replace("N", "OFPY")
    return tuple(_KINDS[letter] for letter in letters) if set(letters) <= _KINDS.keys() else ()


Numbers = int
"""A set of small numbers: of each, the bit that it counts. Joining such sets takes no longer than adding."""


def _numbers(found: Numbers) -> Iterator[int]:
    """Yield the numbers of a set, sorted."""
    while found:
        lowest = found & -found
        yield lowest.bit_length() - 1
        found ^= lowest


def _bits(numbers: Iterable[int]) -> Numbers:
    return sum(1 << number for number in set(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What finds the words that patterns need. Needs are numbered: of each, one word must stand in the sentence."""

    tried: Sequence[_Tried]
    automaton: CharwiseDoubleArrayAhoCorasick
    needs: Sequence[Numbers]
    """For each word of the automaton, the needs that it meets."""
    patterns: Sequence[Numbers]
    """For each word, the patterns whose surest need it meets; the others are looked at where theirs is met."""
    by_pattern: Sequence[Numbers]
    free: Numbers
    """The patterns without needs."""


@cache
def _wanted() -> _Wanted:
    in_order = [needed_words(pattern.pattern, _name_macros()) for pattern in relation_patterns()]
    of_patterns = [without_names(needs) for needs in in_order]
    numbers = {need: at for at, need in enumerate(dict.fromkeys(chain.from_iterable(of_patterns)))}
    needs: dict[str, set[int]] = {}
    patterns: dict[str, set[int]] = {}
    for need, number in numbers.items():
        for word in sorted(need):
            needs.setdefault(word, set()).add(number)
    for at, of_pattern in enumerate(of_patterns):
        for word in surest(of_pattern):
            patterns.setdefault(word, set()).add(at)
    return _Wanted(
        tried=[_Tried(*each) for each in zip(relation_patterns(), in_order, strict=True)],
        automaton=CharwiseDoubleArrayAhoCorasick(list(needs)),
        needs=[_bits(each) for each in needs.values()],
        patterns=[_bits(patterns.get(word, ())) for word in needs],
        by_pattern=[_bits(numbers[need] for need in each) for each in of_patterns],
        free=_bits(at for at, each in enumerate(of_patterns) if not each),
    )


@cache
def _with_ends(names: frozenset[tuple[str, int]]) -> Numbers:
    """The indices of the patterns whose ends can be found in a sentence that holds so many names of these kinds."""
    counts = dict(names)
    return sum(patterns for ends, patterns in _by_ends().items() if _can_stand(ends, counts))


class _Ends(NamedTuple):
    """The kinds of names that can stand at each end of a pattern, and whether no two ends can be one name."""

    kinds: tuple[frozenset[str], ...]
    apart: bool


@cache
def _by_ends() -> Mapping[_Ends, Numbers]:
    """The indices of the patterns with each of the few combinations of ends that there are."""
    found: dict[_Ends, Numbers] = {}
    for index, pattern in enumerate(relation_patterns()):
        ends = _Ends(_needed(pattern.pattern), apart=not _IN_LOOK_AROUND.search(pattern.pattern))
        found[ends] = found.get(ends, 0) | 1 << index
    return found


def _can_stand(ends: _Ends, counts: Mapping[str, int]) -> bool:
    """Whether so many names of each kind can stand at all ends."""
    if any(end.isdisjoint(counts) for end in ends.kinds):
        return False
    kinds = frozenset().union(*ends.kinds)
    return not ends.apart or sum(counts[kind] for kind in kinds & counts.keys()) >= len(ends.kinds)


def steps(at: int) -> Sequence[Sequence[str]]:
    """Return words, and marks of names in an outline; of each set, in this order, a match of that pattern holds one."""
    return _wanted().tried[at].steps


def compiled(at: int) -> re.Pattern[str]:
    """Return the regular expression of the pattern of this index, compiled once. Raises as `expression` does."""
    return _wanted().tried[at].regex


def expression(pattern: RelationPattern) -> re.Pattern[str]:
    """Return a pattern's regular expression, for texts `as_patterns_read`.

    Raises `LexiconError` where it is none or a macro is unknown.
    """
    try:
        return re.compile(as_patterns_read(_expand(pattern)))
    except re.error as error:
        raise broken_pattern(pattern.rule, str(error)) from error


def _needed(pattern: str) -> tuple[frozenset[str], ...]:
    """For each named group of a pattern, the kinds of names that can stand there."""
    ends = re.findall(rf"\(\?P<[stu]>\{{([{''.join(_KINDS)}]+)\+{{0,2}}\}}", pattern)
    return tuple(frozenset(_KINDS[letter].replace("named_place", "place") for letter in end) for end in ends)


def _expand(pattern: RelationPattern) -> str:
    """Replace the macros; the head of relation_patterns.tsv lists them: {OP} one name, {OP+} a list of names, …."""
    expanded = pattern.pattern
    for macro in macros(pattern.pattern):
        expanded = expanded.replace(f"{{{macro}}}", _macro(pattern.rule, macro))
    return expanded


def _macro(rule: str, macro: str) -> str:
    words = {
        "amount": AMOUNT,
        "gap": rf"[^，。；：、（）…{ANY_NAME}]{{0,14}}?",
        "mod": rf"(?:面向[^，。；：、（）{ANY_NAME}]{{1,10}}?)?[^，。；：、（）{_PREPOSITIONS}{ANY_NAME}]{{0,14}}?",
        "modchar": rf"[^，。；：、（）{_PREPOSITIONS}{_ALL}]",
        "adv": rf"[^，。；：、的（）{_ALL}]{{0,8}}?",
        "char": rf"[^，。；：、（）{_ALL}]",
        "end": rf"(?![、和与及{_ALL}])",
        "etc": rf"(?:等[^，。；：{ANY_NAME}]{{0,14}}?)?",
        "close": CLOSED,
        "names": ANY_NAME,
        "level": WHOSE,
        "its": rf"(?:其?{any_clause_word('belonging')}*的?{any_clause_word('own_firm')}?)?",
        "start": rf"(?:(?<=[，。；：])|^)(?:{TOLD_ITEM}|{BRACKETED})?",
    }
    if macro in words:
        return words[macro]
    letters = macro.removeprefix("not").rstrip("+")
    if letters == "N":
        chars = ANY_NAME
    elif set(letters) <= set(_KINDS):
        chars = kind_class(*(_KINDS[letter] for letter in letters))
    else:
        raise unknown_macro(rule, macro)
    if macro.startswith("not"):
        return f"[^。；{chars}]{{0,60}}?"
    one = f"[{chars}]"
    item = rf"{one}{_NOTE}"
    if macro.endswith("++"):
        return rf"{item}(?:{_part_of_each(item)}{item})*"
    between = {
        "O": _BETWEEN,
        "F": f"{_AMOUNT}{_CLASS_NOUN}{_BETWEEN}(?:{any_clause_word('money_level')})?",
    }.get(letters, _CLASS_NOUN + _BETWEEN)
    return rf"{item}(?:{between}{item})*" if macro.endswith("+") else one


def _part_of_each(item: str) -> str:
    """What stands between the members of a list where it is said what of each is meant: A宿舍、食堂，B操场、C大门."""
    part = rf"[^，。；：、的和与及（）{_ALL}]{{2,8}}"
    comma = rf"，(?={item}[^，。；：已正将{_ALL}]{{2,10}}(?:，|等))"
    return rf"(?:{part}(?:、{part}){{0,2}})?(?:{AND}|{comma})"
