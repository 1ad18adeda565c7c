"""What a page says about itself in label and value: 发布机构：…, 成文日期：…, 索引号：…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .cues import cues

KINDS = (
    "meta_number",
    "meta_title",
    "meta_department",
    "meta_source",
    "meta_date",
    "meta_published",
    "meta_document",
    "meta_url",
    "meta_proposer",
    "meta_joint",
    "meta_session",
    "meta_priority",
    "meta_supervisor",
    "class_label",
    "meta_other",
)
_KIND_OF = {label: kind for kind in reversed(KINDS) for label in cues()[kind]}
_LABELS = "(?:" + "|".join(map(re.escape, sorted(_KIND_OF, key=lambda label: (-len(label), label)))) + ")"
PAIR = re.compile(rf"(?P<label>{_LABELS})：(?P<value>.*?)(?=[，；|｜【［\]】］]*{_LABELS}：|$)")
"""A label and its value in a folded line; the value runs to the next label."""
_SPACED_LABELS = "|".join(
    r"\s*".join(label) for label in sorted(_KIND_OF, key=lambda label: (-len(label), label))
)
_SPACED_PAIR = re.compile(
    rf"(?<![\u4e00-\u9fff])[【\[]?(?P<label>{_SPACED_LABELS})[】\]]?\s*[:：]\s*(?P<value>.*?)\s*(?=[,，;；|｜【\[]*\s*(?:{_SPACED_LABELS})[】\]]?\s*[:：]|[|｜\t]|$)"
)


_DRAWN = re.compile("[\t|｜]")
_GAP = re.compile(r"\s{2,}")


def label_kind(label: str) -> str | None:
    """Return the kind of metadata (meta_date …) that a label introduces, None where it introduces none."""
    return _KIND_OF.get(re.sub(r"[\s：:【】\[\]]", "", label))


def may_be_row(line: str) -> bool:
    """Return whether a line holds what may stand between the cells of a table row."""
    return "\t" in line or "  " in line or "|" in line or "\u3000\u3000" in line or "｜" in line


def cell_pairs(line: str) -> Iterator[tuple[str, str]]:
    """Yield label and value of neighbouring cells of a table row whose cells tabs, | or wide gaps separate.

    Gaps alone are not enough for one pair: two labels must stand in the line.
    """
    drawn = _DRAWN.search(line) is not None
    cells = [cell.strip() for cell in (_DRAWN if drawn else _GAP).split(line)]
    found = [
        (re.sub(r"[\s：:]", "", label), value)
        for label, value in pairwise(cells)
        if label_kind(label) and value and not label_kind(value)
    ]
    if drawn or len(found) > 1:
        yield from found


def pairs(line: str) -> Iterator[tuple[str, str]]:
    """Yield label and value of every pair in a line of a page: `发布日期：2020-08-17  信息来源：市商务局`."""
    yield from cell_pairs(line)
    for match in _SPACED_PAIR.finditer(line):
        if match["value"].strip():
            yield re.sub(r"\s", "", match["label"]), match["value"].strip()
