"""An evaluation as text for the terminal, as Markdown and as JSON: the same numbers in the same order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..terminal import harmless, markdown_table, table
from .records import Confusion, Evaluation, FactScores, LinkScores, MentionScores, Score

EXAMPLES = 8
"""Examples of each class of error that text and Markdown show; JSON has them all."""

Table = Callable[[Sequence[str], Sequence[Sequence[str]]], Iterable[str]]
_HEAD = ("", "准确率 P", "召回率 R", "F1", "对 right", "得 found", "标 gold")
_CLASSES = {
    "missed": "漏掉 missed",
    "spurious": "多出 spurious",
    "wrong_span": "边界错 wrong span",
    "wrong_kind": "类别错 wrong kind",
}


def as_text(evaluation: Evaluation) -> str:
    """Return the evaluation for a terminal, columns aligned for full-width characters."""
    return "\n".join(_lines(evaluation, "", table)) + "\n"


def as_markdown(evaluation: Evaluation) -> str:
    """Return the evaluation as Markdown."""
    return "\n".join(_lines(evaluation, "## ", markdown_table)) + "\n"


def as_json(evaluation: Evaluation) -> str:
    """Return the evaluation as JSON: every count, every share, every error."""
    return json.dumps(as_object(evaluation), ensure_ascii=False, indent=2) + "\n"


def as_object(evaluation: Evaluation) -> dict[str, Any]:
    """Return the evaluation as plain lists, objects and numbers; shares are rounded to four places."""
    mentions, linking = evaluation.mentions, evaluation.linking
    return {
        "letters": evaluation.letters,
        "missing": list(evaluation.missing),
        "mentions": mentions and _mentions_object(mentions),
        "linking": linking and _linking_object(linking),
        "headers": evaluation.headers and _facts_object(evaluation.headers),
        "response": evaluation.response and _facts_object(evaluation.response),
    }


def _mentions_object(scores: MentionScores) -> dict[str, Any]:
    return {
        "strict": _scores_object(scores.strict),
        "strict_f1_interval_95": scores.interval and [round(end, 4) for end in scores.interval],
        "span": _scores_object(scores.span),
        "overlap": _scores_object(scores.overlap),
        "strict_by_letter": _scores_object(scores.by_doc),
        "neutral": scores.neutral,
        "nested": scores.nested,
        "outside": scores.outside,
        "errors": [
            {"class": one.cls, "doc": one.doc, "gold": one.gold, "found": one.found, "context": one.context}
            for one in scores.errors
        ],
    }


def _linking_object(scores: LinkScores) -> dict[str, Any]:
    return {
        "mentions": scores.mentions,
        "b_cubed": {
            "precision": _round(scores.precision),
            "recall": _round(scores.recall),
            "f1": _round(scores.f1),
        },
        "wrong_merges": [_confusion_object(one) for one in scores.wrong_merges],
        "splits": [_confusion_object(one) for one in scores.splits],
        "entities": {"gold": scores.entities, "present": scores.present, "right_kind": scores.right_kind},
        "guessed": scores.guessed,
    }


def _confusion_object(one: Confusion) -> dict[str, Any]:
    return {
        "one": one.one,
        "name": one.name,
        "several": {key: list(forms) for key, forms in one.names.items()},
    }


def _facts_object(scores: FactScores) -> dict[str, Any]:
    return {
        "total": _score_object(scores.total),
        "by_field": _scores_object(scores.scores),
        "differences": [
            {"doc": one.doc, "field": one.field, "gold": one.gold, "found": one.found}
            for one in scores.differences
        ],
    }


def _scores_object(scores: Mapping[str, Score]) -> dict[str, Any]:
    return {key: _score_object(score) for key, score in scores.items()}


def _score_object(score: Score) -> dict[str, Any]:
    shares = {"precision": _round(score.precision), "recall": _round(score.recall), "f1": _round(score.f1)}
    return {**shares, "right": score.right, "found": score.found, "gold": score.gold}


def _round(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _lines(evaluation: Evaluation, mark: str, draw: Table) -> Iterator[str]:
    yield f"{evaluation.letters} 封对照 letters compared"
    if evaluation.missing:
        yield f"构建中没有 not in the build ({len(evaluation.missing)}): {harmless(', '.join(evaluation.missing))}"
    if evaluation.mentions:
        yield from _mention_lines(evaluation.mentions, mark, draw)
    if evaluation.linking:
        yield from _link_lines(evaluation.linking, mark, draw)
    for title, scores in (
        ("函头 Headers", evaluation.headers),
        ("答复关系 Response relations", evaluation.response),
    ):
        if scores:
            yield from _fact_lines(title, scores, mark, draw)


def _mention_lines(scores: MentionScores, mark: str, draw: Table) -> Iterator[str]:
    for title, part in (
        ("名称，边界与类别 Names, span and kind (strict)", scores.strict),
        ("名称，仅边界 Names, span only", scores.span),
        ("名称，有重叠 Names, overlap", scores.overlap),
    ):
        yield from ("", f"{mark}{title}", "")
        yield from draw(_HEAD, [_row(kind, score) for kind, score in part.items()])
    yield ""
    if scores.interval:
        low, high = scores.interval
        yield f"严格 F1 的 95% 重抽样区间 strict F1, 95 % of letters resampled: {low:.3f} – {high:.3f}"
    yield (
        f"两不计 judged neither way: 中性 neutral {scores.neutral}, 在更长的名称之内 inside a longer name "
        f"{scores.nested}, 在未标注的文字中 in text the annotation lacks {scores.outside}"
    )
    for cls, title in _CLASSES.items():
        found = [one for one in scores.errors if one.cls == cls]
        yield from ("", f"{mark}{title}: {len(found)}")
        if found:
            rows = [(one.doc, one.gold or "–", one.found or "–", one.context) for one in found[:EXAMPLES]]
            yield from ("", *draw(("信 letter", "标 gold", "得 found", "上下文 context"), rows))


def _link_lines(scores: LinkScores, mark: str, draw: Table) -> Iterator[str]:
    yield from ("", f"{mark}归并 Linking", "")
    rows = [("B³", _share(scores.precision), _share(scores.recall), _share(scores.f1), str(scores.mentions))]
    yield from draw(("", "准确率 P", "召回率 R", "F1", "提及 mentions"), rows)
    yield ""
    yield (
        f"实体 entities: {scores.entities} 个中找到并归并 found and linked {scores.present}, "
        f"类别正确 with the right kind {scores.right_kind}; 推测的指代 anaphora guessed {scores.guessed}"
    )
    for title, found in (("错误合并 wrong merges", scores.wrong_merges), ("未合并 splits", scores.splits)):
        yield from ("", f"{title}: {len(found)}")
        for one in found:
            several = "; ".join(f"{name} = {'、'.join(forms)}" for name, forms in one.names.items())
            yield f"- {harmless(f'{one.name} ({one.one}): {several}')}"


def _fact_lines(title: str, scores: FactScores, mark: str, draw: Table) -> Iterator[str]:
    yield from ("", f"{mark}{title}", "")
    yield from draw(
        _HEAD, [_row(key, score) for key, score in (*scores.scores.items(), ("total", scores.total))]
    )
    if scores.differences:
        yield ""
        rows = [(one.doc, one.field, one.gold or "–", one.found or "–") for one in scores.differences]
        yield from draw(("信 letter", "字段 field", "标 gold", "得 found"), rows)


def _row(name: str, score: Score) -> tuple[str, ...]:
    shares = (_share(score.precision), _share(score.recall), _share(score.f1))
    return (name, *shares, str(score.right), str(score.found), str(score.gold))


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
