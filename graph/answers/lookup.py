"""Which node a person means: by id, name, alias, short name, proposal number, or the beginning of one of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from ..errors import NotFound
from ..link.name_keys import core, is_subsequence
from ..tables.graph_tables import EntityRow, LetterRow
from .search_terms import advice, day_of, number_of, without_ends

SHOWN = 6
"""Candidates that an error names."""
NEAREST = 3
"""Names that are proposed for one that no node has."""
MIN_PART = 2
"""Fewer characters are no part of a name to look for: they stand in thousands of them."""

_PASSAGES = frozenset({"section", "point"})


def find(name: str, rows: Sequence[EntityRow], letters: Sequence[LetterRow] = ()) -> tuple[EntityRow, ...]:
    """Return the nodes that `name` means, those named in most letters first; empty where there are none.

    The first of these that any node satisfies counts: its id or IRI; its name, short name or an alias; its proposal
    number; for a reply, the file or day among `letters`; the beginning of its name; a part of its name. Parts of
    sections and points, whose ids hold the department, count only where those of nothing else do. White space,
    quotes, brackets, width and the marks of a sentence around it do not matter.
    """
    wanted = core(without_ends(name))
    names = {core(name), wanted}
    replies = {f"reply/{row.letter_id}" for row in letters_named(name, letters)}
    whole: tuple[Callable[[EntityRow], bool], ...] = (
        lambda row: name in {row.entity_id, row.iri},
        lambda row: any(core(form) in names for form in _forms(row)),
        lambda row: row.kind == "proposal" and _number(row) == number_of(wanted),
        lambda row: row.entity_id in replies,
    )
    parts: tuple[Callable[[EntityRow], bool], ...] = (
        lambda row: any(core(form).startswith(wanted) for form in _forms(row)),
        lambda row: any(wanted in core(form) for form in _forms(row)),
    )
    things = [row for row in rows if row.kind not in _PASSAGES]
    tests = [(test, rows) for test in whole] if wanted else []
    if len(wanted) >= MIN_PART:
        tests += [(test, some) for some in (things, rows) for test in parts]
    for test, some in tests:
        found = [row for row in some if test(row)]
        if found:
            return tuple(sorted(found, key=lambda row: (-row.letter_count, -row.mentions, row.entity_id)))
    return ()


def nearest(name: str, rows: Sequence[EntityRow]) -> tuple[str, ...]:
    """Return the names most like one that no node has: those a slip away, then those that it may be short for."""
    wanted = core(without_ends(name))
    if len(wanted) < MIN_PART:
        return ()
    forms = {core(form): row.name for row in rows for form in (row.name, row.short_name, *row.aliases)}
    close = get_close_matches(wanted, forms, NEAREST)
    longer = sorted((form for form in forms if is_subsequence(wanted, form)), key=lambda one: (len(one), one))
    return tuple(dict.fromkeys(forms[form] for form in (*close, *longer)))[:NEAREST]


def meant(name: str, rows: Sequence[EntityRow]) -> str:
    """Return what to do about a name that no node has, to be put behind the message, or nothing."""
    near = "、".join(nearest(name, rows))
    return (f" · 是否指 did you mean {near}?" if near else "") + advice(name)


def one_entity(name: str, rows: Sequence[EntityRow]) -> EntityRow:
    """Return the one node that `name` means. Raises `NotFound`, with the candidates where there are several."""
    found = find(name, rows)
    exact = [row for row in found if core(name) in {core(form) for form in _forms(row)}]
    chosen = exact if len(exact) == 1 else found
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise NotFound(
            f"{name}: 没有这个名称，用 `fuwen show` 可按名称的一部分查找 · "
            f"no node has this name; `fuwen show` finds parts of names{meant(name, rows)}"
        )
    shown = "、".join(row.name for row in chosen[:SHOWN]) + (" …" if len(chosen) > SHOWN else "")
    raise NotFound(
        f"{name}: 可指 {len(chosen)} 个名称，请写全名 · means {len(chosen)} nodes, give the whole name: {shown}"
    )


def one_letter(name: str, rows: Sequence[LetterRow]) -> LetterRow:
    """Return the one letter that `name` means: see `letters_named`. Raises `NotFound`."""
    found = letters_named(name, rows)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(
            f"{name!r}: 没有一封复文是这个提案号、letter_id、文件名或日期；见 tables/letters.csv · "
            f"no letter has this proposal number, letter_id, file or day; see tables/letters.csv{advice(name)}"
        )
    raise NotFound(
        f"{name}: 有 {len(found)} 封复文，请写 letter_id · {len(found)} letters have it, give a letter_id: "
        f"{'、'.join(row.letter_id for row in found[:SHOWN])}"
    )


def letters_named(name: str, rows: Sequence[LetterRow]) -> list[LetterRow]:
    """Return the replies that `name` means, as `find` does.

    The first of these that any satisfies counts: its letter_id, its source, the name of its file, the number of its
    proposal, the name of its file without the ending, its text in the folder letters/ of a build, its day or month.
    """
    wanted = name.removeprefix("reply/")
    numbers, day = {name.lstrip("0"), number_of(name)} - {""}, day_of(name)
    tests: tuple[Callable[[LetterRow], bool], ...] = (
        lambda row: row.letter_id == wanted,
        lambda row: row.source == name,
        lambda row: _file(row) == name,
        lambda row: any(number.lstrip("0") in numbers for number in row.proposal_numbers),
        lambda row: name in {_file(row).rpartition(".")[0], _file(row).partition(".")[0]},
        lambda row: name.replace("\\", "/").rpartition("/")[2] == f"{row.letter_id}.txt",
        lambda row: bool(day) and row.reply_date.startswith(day),
    )
    replies = [row for row in rows if row.status == "reply"] if name else []
    found = ([row for row in replies if test(row)] for test in tests)
    return next(filter(None, found), [])


def _file(row: LetterRow) -> str:
    return row.source.replace("!/", "/").rpartition("/")[2]


def _forms(row: EntityRow) -> Iterator[str]:
    yield row.name
    yield row.short_name
    yield from row.aliases
    yield row.entity_id.partition("/")[2]


def _number(row: EntityRow) -> str:
    """Return the number at the end of a proposal's id (proposal/<place>-cppcc-6-4-2024079 → 2024079)."""
    return core(row.entity_id.rpartition("-")[2]).lstrip("0")
