"""report.md: what was read, what was found, what stays open. For people, in Chinese and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from pathlib import Path

from ontology import vocabulary

from ..answers import labels
from ..pipeline import Build
from ..storage.narrow_records import chosen, only, text_of
from ..tables.graph_tables import EdgeRow, EntityRow, IssueRow, LetterRow
from ..tables.issue_texts import in_chinese, in_english
from ..terminal import markdown, markdown_table
from .text_file import write_parts

SHOWN = 40
"""Rows of a list that the report prints; the rest is in the tables."""
_MOST_CITED = 20
"""Entities that the report names because most letters name them."""
_SAYS_WHY = frozenset({"not_a_letter", "no_reply", "duplicate", "same_reply"})
"""Issues that are no errors and tell why an input is not counted."""


def write(build: Build, path: Path) -> Path:
    """Write the report and return its path."""
    return write_parts(path, (line + "\n" for line in _lines(build)))


def _lines(build: Build) -> Iterator[str]:
    tables = build.tables
    yield "# 复文知识图谱：构建报告 · Build report"
    yield ""
    inputs, replies = len(tables.letters), len(build.letters)
    yield f"语料 corpus `{build.corpus_hash}` · {inputs} 个输入 inputs · {replies} 封复文 replies"
    yield from _letters([row for row in tables.letters if row.status == "reply"])
    yield from _others([row for row in tables.letters if row.status != "reply"], tables.issues)
    relations, suggested = _read_edges(tables.edges)
    yield from _found(tables.entities, relations)
    yield from _most_cited(tables.entities)
    yield from _open(build)
    yield from _suggested(suggested, tables.entities)
    yield from _issues(build)


def _letters(rows: Sequence[LetterRow]) -> Iterator[str]:
    yield from _head("读到的信件", "What was read")
    yield from _table(
        ("信件 letter", "届次 session", "编号 number", "提出者 asked by", "承办单位 department", "日期 date"),
        (
            (
                row.letter_id,
                row.session or "—",
                "、".join(row.proposal_numbers) or "—",
                "、".join(row.proposers) or "—",
                row.department or "未署名 unsigned",
                row.reply_date or "未注日期 undated",
            )
            for row in rows
        ),
        len(rows),
    )


def _others(rows: Sequence[LetterRow], issues: Sequence[IssueRow]) -> Iterator[str]:
    """What was read and is no letter of the graph, and why; nothing where there is none."""
    if not rows:
        return
    said = [issue for issue in issues if issue.severity == "error" or issue.code in _SAYS_WHY]
    why = {issue.source: _both_languages(issue) for issue in reversed(said)}
    yield from _head("未计入的输入", "Inputs that are not counted")
    cells = ((row.source, labels.word(row.status), why.get(row.source, "—")) for row in rows)
    yield from _table(("文件 file", "状态 status", "原因 reason"), cells, len(rows))


_Suggested = tuple[str, str, str]
"""Source, relation and target of an edge that is only suggested."""


def _read_edges(edges: Sequence[EdgeRow]) -> tuple[Counter[str], list[_Suggested]]:
    """How many edges each relation has, and the edges that are only suggested; edges on disk are read once.

    A row of some columns keeps the bytes of all that were read with it, so none is kept.
    """
    relations: Counter[str] = Counter()
    suggested: list[_Suggested] = []
    for row in only(edges, "relation", "certainty"):
        relations[row.relation] += 1
        if row.certainty == "suggested":
            suggested.append((text_of(row.source), row.relation, text_of(row.target)))
    return relations, suggested


def _found(entities: Sequence[EntityRow], relations: Counter[str]) -> Iterator[str]:
    terms = vocabulary.load()
    yield from _head("找到的内容", "What was found")
    kinds = Counter(row.kind for row in only(entities, "kind"))
    yield from _table(
        ("节点 nodes", "kind", "n"),
        ((terms.kind(k).label_zh, k, str(n)) for k, n in _ranked(kinds)),
        len(kinds),
    )
    yield ""
    yield from _table(
        ("关系 edges", "relation", "n"),
        ((terms.relation(r).label_zh, r, str(n)) for r, n in _ranked(relations)),
        len(relations),
    )


def _most_cited(entities: Sequence[EntityRow]) -> Iterator[str]:
    shown = only(entities, "entity_id", "kind", "name", "mentions", "letter_count")
    named = (row for row in shown if row.entity_id.startswith("e/") and row.letter_count)
    most = nsmallest(_MOST_CITED, named, key=lambda row: (-row.letter_count, -row.mentions, row.entity_id))
    yield from _head("涉及复文最多的实体", "Part of most letters")
    yield (
        "任何位置的提及都算，包括称谓、落款和指代；只算正文点名的见 `fuwen query cited-often`。 "
        "Mentions count wherever they stand; `fuwen query cited-often` counts replies whose text names a thing."
    )
    yield ""
    rows = ((row.name, labels.kind(row.kind), str(row.letter_count), str(row.mentions)) for row in most)
    yield from _table(("名称 name", "类型 kind", "复文 letters", "提及 mentions"), rows, len(most))


def _open(build: Build) -> Iterator[str]:
    """What looks like a name and was not accepted, and anaphora that nothing resolves."""
    yield from _head("未能确认", "Left open")
    unresolved = [*chosen(build.tables.mentions, lambda row: not row.entity_id, "entity_id")]
    yield f"未解析的指代 unresolved references: {len(unresolved)}"
    for row in unresolved[:SHOWN]:
        yield f"- {markdown(row.text)} ({markdown(row.letter_id)}, {row.start}–{row.end})"
    shown = Counter(
        _quoted(build.texts[found.letter_id], span.start, span.end)
        for found in build.recognitions
        for span in found.unlinked
    )
    yield ""
    yield f"像名称而未收录的片段 spans that look like names and were not accepted: {shown.total()}"
    for text, count in islice(_ranked(shown), SHOWN):
        yield f"- {markdown(text)}" + (f" × {count}" if count > 1 else "")


def _suggested(found: Sequence[_Suggested], entities: Sequence[EntityRow]) -> Iterator[str]:
    ends = {end for source, _, target in found[:SHOWN] for end in (source, target)}
    known = {row.entity_id: row for row in chosen(entities, lambda row: row.entity_id in ends, "entity_id")}
    yield from _head("建议合并或承继（未采纳）", "Suggested merges and successions (not applied)")
    rows = (
        (_told_apart(source, target, known), labels.relation(relation), _told_apart(target, source, known))
        for source, relation, target in found
    )
    yield from _table(("一 one", "关系 relation", "另一 other"), rows, len(found))


def _told_apart(node_id: str, other_id: str, known: Mapping[str, EntityRow]) -> str:
    """Return the name of a node; with its place and id where the other one has the same name."""
    node, other = known.get(node_id), known.get(other_id)
    if node is None or other is None or node.name != other.name:
        return node.name if node else node_id
    return f"{node.name} ({', '.join(filter(None, (node.jurisdiction, node_id)))})"


def _issues(build: Build) -> Iterator[str]:
    yield from _head("问题", "Issues")
    rows = build.tables.issues
    if len(rows) > SHOWN:
        kinds = Counter((row.severity, row.code) for row in rows)
        counted = (
            (labels.word(severity), code, str(count)) for (severity, code), count in sorted(kinds.items())
        )
        yield from _table(("级别 severity", "代码 code", "n"), counted, len(kinds))
        yield ""
    yield from _table(
        ("级别 severity", "代码 code", "文件 file", "位置 where", "说明 message"),
        (
            (
                labels.word(row.severity),
                row.code,
                row.source or row.letter_id,
                labels.word(row.where),
                _both_languages(row),
            )
            for row in rows
        ),
        len(rows),
    )


def _both_languages(row: IssueRow) -> str:
    zh, en = in_chinese(row), in_english(row)
    told = " ".join((zh.message, zh.hint, en.message))
    value = "" if row.value in told else f" ({row.value})"
    return f"{zh.message}；{zh.hint} · {en.message}{value}; {en.hint}"


def _head(zh: str, en: str) -> tuple[str, ...]:
    return ("", f"## {zh} · {en}", "")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], count: int) -> Iterator[str]:
    if count == 0:
        yield "无 none"
        return
    yield from markdown_table(head, islice(rows, SHOWN))
    if count > SHOWN:
        yield ""
        yield f"… 另有 {count - SHOWN} 行，见 tables/ · {count - SHOWN} more rows in tables/"


def _ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def _quoted(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split())
