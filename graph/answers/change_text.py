"""The difference of two builds in words, Chinese and English: for a terminal, as Markdown, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from ..terminal import harmless, markdown
from . import labels
from .changes import Change, Difference, EdgeChange

SHOWN = 12
"""Examples of each kind of change that text and Markdown show; JSON has them all."""

_Escape = Callable[[str], str]


def as_text(found: Difference) -> str:
    """Return the difference for a terminal."""
    return "\n".join(_lines(found, "", harmless)) + "\n"


def as_markdown(found: Difference) -> str:
    """Return the difference as Markdown."""
    return "\n".join(_lines(found, "## ", markdown)) + "\n"


def as_json(found: Difference) -> str:
    """Return the whole difference as JSON."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


def _lines(found: Difference, mark: str, escape: _Escape) -> Iterator[str]:
    if found.is_empty:
        yield "两次构建没有差别 · the two builds do not differ"
        return
    letters, entities, edges = found.letters, found.entities, found.edges
    for title, changes, say in (
        ("新增信件 letters added", letters.added, _new),
        ("移除信件 letters removed", letters.removed, _new),
        (
            "状态、编号或文件名有变的信件 letters with another status, id or file name",
            letters.changed,
            _turned,
        ),
        ("新出现的实体 entities that appeared", entities.appeared, _new),
        ("消失的实体 entities that vanished", entities.vanished, _new),
        ("合并 merged", entities.merged, _turned),
        ("拆分 split", entities.split, _turned),
        ("改名 renamed", entities.renamed, _renamed),
        ("改类别 retyped", entities.retyped, _renamed),
    ):
        yield from _list(title, [say(one) for one in changes], mark, escape)
    for title, by_relation in (("新增关系 edges gained", edges.gained), ("失去关系 edges lost", edges.lost)):
        yield from _edge_lines(title, by_relation, mark, escape)
    restated = [f"{_arrow(one)}: {_status(one.before)} → {_status(one.after)}" for one in edges.restated]
    yield from _list("状态有变的关系 edges with another status", restated, mark, escape)
    weighed = [f"{labels.relation(relation)}: {count}" for relation, count in edges.weighed.items()]
    yield from _list(
        "权重有变的关系 edges with another weight", weighed, mark, escape, count=sum(edges.weighed.values())
    )


def _list(
    title: str, lines: Sequence[str], mark: str, escape: _Escape, *, count: int | None = None
) -> Iterator[str]:
    if not lines:
        return
    yield from ("", f"{mark}{title}: {len(lines) if count is None else count}", "")
    for line in lines[:SHOWN]:
        yield f"- {escape(line)}"
    if len(lines) > SHOWN:
        yield f"- … 另有 {len(lines) - SHOWN} 项 · {len(lines) - SHOWN} more"


def _edge_lines(
    title: str, by_relation: Mapping[str, Sequence[EdgeChange]], mark: str, escape: _Escape
) -> Iterator[str]:
    total = sum(map(len, by_relation.values()))
    if not total:
        return
    yield from ("", f"{mark}{title}: {total}", "")
    for relation, edges in by_relation.items():
        shown = "; ".join(f"{_arrow(one)} ({one.weight})" for one in edges[:3])
        yield f"- {escape(f'{labels.relation(relation)}: {len(edges)}')} — {escape(shown)}" + (
            " …" if len(edges) > 3 else ""
        )


def _arrow(one: EdgeChange) -> str:
    return f"{one.source} –{one.relation}→ {one.target}"


def _status(code: str) -> str:
    return labels.concept("status", code) or "–"


def _new(one: Change) -> str:
    return " · ".join((one.what, *(part for part in one.after if part)))


def _turned(one: Change) -> str:
    return (
        f"{'、'.join(part for part in one.before if part)} → {'、'.join(part for part in one.after if part)}"
    )


def _renamed(one: Change) -> str:
    return f"{one.what}: {_turned(one)}"
