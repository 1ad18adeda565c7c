"""`fuwen diff OLD NEW`: what changed between two builds: letters, entities, edges, what people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..tables.graph_tables import EdgeRow, EntityRow, GraphTables, LetterRow
from ..tables.read_tables import read_tables
from .changes import Change, Difference, EdgeChange, EdgeChanges, EntityChanges, LetterChanges

Key = tuple[str, str, str]
"""Source, relation, target of an edge, with the ids of the new build."""


def diff(old: Path, new: Path) -> Difference:
    """Return what changed between the builds in two folders. Raises `MissingBuild`."""
    return difference(read_tables(old), read_tables(new))


def difference(old: GraphTables, new: GraphTables) -> Difference:
    """Return what changed between two builds in memory."""
    before, after = _entities(old), _entities(new)
    moves = _moves(old, new)
    split = _split(moves, before, after)
    merged = {
        now: ids
        for now, ids in _merged(moves, before, after).items()
        if len(ids) > 1 or not set(ids) & set(split)
    }
    gone = {one for ids in merged.values() for one in ids} | set(split)
    came = {one for ids in split.values() for one in ids} | set(merged)
    stayed = sorted(before.keys() & after.keys())
    successors = {one: now for now, ids in merged.items() for one in ids}
    return Difference(
        letters=_letters(old.letters, new.letters),
        entities=EntityChanges(
            appeared=_named(after, (after.keys() - before.keys()) - came),
            vanished=_named(before, (before.keys() - after.keys()) - gone),
            merged=tuple(
                Change(what=now, before=_shown(before, ids), after=_shown(after, (now,)))
                for now, ids in merged.items()
            ),
            split=tuple(
                Change(what=one, before=_shown(before, (one,)), after=_shown(after, ids))
                for one, ids in split.items()
            ),
            renamed=_changed(stayed, before, after, "name"),
            retyped=_changed(stayed, before, after, "kind"),
        ),
        edges=_edges(old, new, successors),
    )


def _entities(tables: GraphTables) -> dict[str, EntityRow]:
    return {row.entity_id: row for row in tables.entities if row.entity_id.startswith("e/")}


def _shown(rows: Mapping[str, EntityRow], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{rows[one].name} ({one})" for one in ids)


def _named(rows: Mapping[str, EntityRow], ids: Iterable[str]) -> tuple[Change, ...]:
    return tuple(Change(what=one, after=(rows[one].name, rows[one].kind)) for one in sorted(ids))


def _changed(
    ids: Iterable[str], before: Mapping[str, EntityRow], after: Mapping[str, EntityRow], column: str
) -> tuple[Change, ...]:
    return tuple(
        Change(what=one, before=(getattr(before[one], column),), after=(getattr(after[one], column),))
        for one in ids
        if getattr(before[one], column) != getattr(after[one], column)
    )


def _letters(old: Sequence[LetterRow], new: Sequence[LetterRow]) -> LetterChanges:
    """Return what became of the files; a letter whose file has another name now has come and gone nowhere."""
    before, after = ({(row.source, row.letter_id): row for row in rows} for rows in (old, new))
    sources = {row.source: row for row in new}
    known = {row.source for row in old}
    moved = _moved(
        [row for row in old if row.source not in sources], [row for row in new if row.source not in known]
    )
    there = {row.source for row in moved.values()}
    changed = [
        Change(what=row.source, before=(row.status, row.letter_id), after=(now.status, now.letter_id))
        for row in old
        if (now := sources.get(row.source)) and (row.status, row.letter_id) != (now.status, now.letter_id)
    ]
    changed += [Change(what=source, before=(source,), after=(row.source,)) for source, row in moved.items()]
    return LetterChanges(
        added=tuple(_letter(after[key]) for key in sorted(after) if key[0] not in {*known, *there}),
        removed=tuple(_letter(before[key]) for key in sorted(before) if key[0] not in {*sources, *moved}),
        changed=tuple(sorted(changed, key=lambda one: one.what)),
    )


def _moved(gone: Iterable[LetterRow], come: Iterable[LetterRow]) -> dict[str, LetterRow]:
    """Return for a source that is gone the row of the same letter under its new name."""
    replies = {row.letter_id: row for row in come if row.status == "reply"}
    return {
        row.source: replies[row.letter_id]
        for row in gone
        if row.status == "reply" and row.letter_id in replies
    }


def _letter(row: LetterRow) -> Change:
    shown = " ".join(part for part in (row.reply_date, row.department, row.title) if part)
    what = row.letter_id if row.status == "reply" else row.source
    return Change(what=what, after=(row.status, shown))


def _moves(old: GraphTables, new: GraphTables) -> Counter[tuple[str, str]]:
    """Count (entity before, entity now) over the mentions that stand in both builds at the same place."""
    places = {
        (row.letter_id, row.start, row.end): row.entity_ids
        for row in old.mentions
        if len(row.entity_ids) == 1
    }
    return Counter(
        (places[place][0], row.entity_ids[0])
        for row in new.mentions
        if len(row.entity_ids) == 1 and (place := (row.letter_id, row.start, row.end)) in places
    )


def _merged(
    moves: Iterable[tuple[str, str]], before: Mapping[str, EntityRow], after: Mapping[str, EntityRow]
) -> dict[str, tuple[str, ...]]:
    """Return for an entity now the entities before whose mentions it holds: several, some of which are gone."""
    found: dict[str, set[str]] = {}
    for one, now in moves:
        if one in before and now in after:
            found.setdefault(now, set()).add(one)
    gone = {now: {one for one in ids if one not in after or one == now} for now, ids in found.items()}
    return {
        now: tuple(sorted(ids))
        for now, ids in sorted(gone.items())
        if len(ids) > 1 or (ids and now not in ids)
    }


def _split(
    moves: Iterable[tuple[str, str]], before: Mapping[str, EntityRow], after: Mapping[str, EntityRow]
) -> dict[str, tuple[str, ...]]:
    """Return for an entity before the entities that hold its mentions now: several, all but itself new."""
    found = _merged(((now, one) for one, now in moves), after, before)
    return {one: ids for one, ids in found.items() if len(ids) > 1}


def _edges(old: GraphTables, new: GraphTables, successors: Mapping[str, str]) -> EdgeChanges:
    names = {row.entity_id: row.name for row in (*old.entities, *new.entities)}
    before = {_key(edge, successors): edge for edge in old.edges}
    after = {_key(edge, {}): edge for edge in new.edges}
    both = sorted(before.keys() & after.keys())
    restated = [
        _edge(after[key], names, _state(before[key]), _state(after[key]))
        for key in both
        if _state(before[key]) != _state(after[key])
    ]
    weighed = Counter(key[1] for key in both if before[key].weight != after[key].weight)
    return EdgeChanges(
        gained=_by_relation((after[key] for key in sorted(after.keys() - before.keys())), names),
        lost=_by_relation((before[key] for key in sorted(before.keys() - after.keys())), names),
        restated=tuple(sorted(restated, key=_heaviest)),
        weighed=dict(sorted(weighed.items())),
    )


def _key(edge: EdgeRow, successors: Mapping[str, str]) -> Key:
    source, target = (successors.get(end, end) for end in (edge.source, edge.target))
    if not edge.directed and target < source:
        source, target = target, source
    return source, edge.relation, target


def _state(edge: EdgeRow) -> str:
    return " ".join(part for part in (edge.status, edge.certainty) if part)


def _edge(edge: EdgeRow, names: Mapping[str, str], before: str = "", after: str = "") -> EdgeChange:
    return EdgeChange(
        source=names.get(edge.source, edge.source),
        relation=edge.relation,
        target=names.get(edge.target, edge.target),
        weight=edge.weight,
        before=before,
        after=after,
    )


def _by_relation(edges: Iterable[EdgeRow], names: Mapping[str, str]) -> dict[str, tuple[EdgeChange, ...]]:
    found: dict[str, list[EdgeChange]] = {}
    for edge in edges:
        found.setdefault(edge.relation, []).append(_edge(edge, names))
    return {relation: tuple(sorted(found[relation], key=_heaviest)) for relation in sorted(found)}


def _heaviest(one: EdgeChange) -> tuple[int, str, str, str]:
    return -one.weight, one.source, one.target, one.relation
