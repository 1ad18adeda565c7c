"""What a page says about itself in label and value: 发布机构：…, 成文日期：…, 索引号：…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from .cues import cues, either
from .late_pattern import late_pattern
from .shapes import same_width
from .signature import SEAL

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
PAIR = re.compile(rf"(?P<label>{_LABELS})(?:{SEAL})?：(?P<value>.*?)(?=[，；|｜【［\]】］]*{_LABELS}：|$)")
"""A label and its value in a folded line; the value runs to the next label."""
_SPACED_LABELS = "|".join(
    r"\s*".join(map(re.escape, label)) for label in sorted(_KIND_OF, key=lambda label: (-len(label), label))
)
_SPACED_SEAL = SEAL.replace("（", "[（(]").replace("）", "[）)]")
_SEALED = re.compile(rf"{_SPACED_SEAL}$")
_SPACED_PAIR = late_pattern(
    rf"(?<![\u4e00-\u9fff])[【\[]?(?P<label>{_SPACED_LABELS})[】\]]?\s*(?:{_SPACED_SEAL})?\s*[:：]\s*(?P<value>.*?)\s*(?=[,，;；|｜【\[]*\s*(?:{_SPACED_LABELS})[】\]]?\s*[:：]|[|｜\t]|$)"
)
# [发布机构] 市司法局 [发布日期] 2023-11-20
_BRACKETED_PAIR = late_pattern(
    rf"[【\[]\s*(?P<label>{_SPACED_LABELS})\s*[】\]]\s*(?P<value>[^\s:：【\[][^【\[]*?)\s*(?=[【\[]|$)"
)
_PUBLISHED = "发布日期"
# 2021-06-15 09:30　来源：…: a page prints when it was published without saying so.
_DATED = re.compile(
    r"(?:^|(?<=\s))(?P<date>20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?)"
    r"(?P<clock>\s+[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?(?=\s|$|[\u4e00-\u9fff])"
)
_DAY_FIRST = re.compile(r"(?P<date>20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?:\s+[0-9：]{4,8})?\s*")
_BRACKETED_LABEL = late_pattern(rf"[【［]\s*(?P<label>{_LABELS})\s*[】］]：?\s*")
_BEFORE_COLON = re.compile(r"\s+(?=：)")
# 名 称：, 索 引 号：
_WIDE_LABEL = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]\s+){1,3}[\u4e00-\u9fff]\s*：")
# 2023-02-07 09:12:40 市场监管总局网站
_DAY_AND_SITE = late_pattern(rf"{_DAY_FIRST.pattern}(?P<site>[\u4e00-\u9fff]{{2,20}}{either('site_end')})")
_DRAWN = re.compile("[\t|｜]")
_GAP = re.compile(r"\s{2,}")
# 提案编号 第12号　届次 …: one blank parts the cells of a row, as PDF print tables.
_ROW_CELL = late_pattern(
    rf"(?P<label>{_SPACED_LABELS})\s+(?P<value>[^\s:：].*?)"
    rf"(?=\s+(?:{_SPACED_LABELS})\s+[^\s:：]|\s+{either('contact_label')}|$)"
)
_LABEL_STARTS = frozenset(label[0] for label in _KIND_OF)
_BRACKETS = frozenset("【[（( ")
_OF_A_FORM = frozenset(
    {"meta_number", "meta_title", "meta_session", "meta_proposer", "meta_department", "meta_joint"}
)
_LONGEST_CELL = 120
_COLUMNS = frozenset(
    label
    for kind in ("contact_label", "contact_column", "name_column", "main_label")
    for label in cues()[kind]
)
"""Words that head a column and are no label of metadata: 序号, 姓名, 联系电话."""
FEWEST_COLUMNS = 3
_PROSE = re.compile("[。；：:]")
_KEYWORDS = re.compile(rf"\s{either('keywords_label')}\s[^。：:]*$")  # 关键词 建议；答复
FORM_WITHIN = 30
"""Lines from the top in which the rows of a form, and what a page tells of itself, stand."""
_OF_PAGE = frozenset({"meta_published", "meta_source", "meta_url", "meta_other"})
_OF_INDEX = _OF_PAGE | {"meta_date", "meta_document"}
_COLON = re.compile("[:：]")
LONGEST_PAGE_LINE = 160
MOST = 0.7
"""Share of a line's characters that its pairs have where it holds nothing else."""


def label_kind(label: str) -> str | None:
    """Return the kind of metadata (meta_date …) that a label introduces, None where it introduces none."""
    bare = _bare(label)
    return _KIND_OF.get(_SEALED.sub("", bare) if bare.endswith(("）", ")")) else bare)


def _bare(text: str) -> str:
    """Return a text without blanks, colons and square brackets."""
    return re.sub(r"[\s：:【】\[\]]", "", text)


def may_be_row(line: str) -> bool:
    """Return whether a line holds what may stand between the cells of a table row."""
    return "\t" in line or "  " in line or "|" in line or "\u3000\u3000" in line or "｜" in line


def cell_pairs(line: str) -> Iterator[tuple[str, str]]:
    """Yield label and value of neighbouring cells of a table row whose cells tabs, | or wide gaps separate.

    Gaps alone are not enough for one pair: two labels must stand in the line.
    """
    drawn = _DRAWN.search(line) is not None
    cells = [cell.strip() for cell in (_DRAWN if drawn else _GAP).split(line)]
    if _head_columns(cells):
        return
    found = [
        (re.sub(r"[\s：:]", "", label), value)
        for label, value in pairwise(cells)
        if label_kind(label) and value and not label_kind(value)
    ]
    if drawn or len(found) > 1:
        yield from found


def _head_columns(cells: Sequence[str]) -> bool:
    """Return whether all cells are labels, so that values stand below and not beside them: 标题, 提案人, 承办单位."""
    bare = [word for cell in cells if (word := re.sub(r"[\s：:]", "", cell))]
    return len(bare) >= FEWEST_COLUMNS and all(word in _COLUMNS or label_kind(word) for word in bare)


def form_rows(lines: Sequence[str]) -> dict[int, list[tuple[str, str]]]:
    """Return, by their places, labels and values of the rows of a form at the top whose cells one blank parts.

    A line may begin with such a word by chance: two neighbours must tell of a proposal. What a value runs over to is
    part of it, at its place no pairs.
    """
    rows = {at: found for at, line in enumerate(lines[:FORM_WITHIN]) if (found := _cells(line))}
    for at in sorted(rows):
        if at + 2 in rows and at + 1 not in rows and _goes_on(lines[at + 1]):
            label, value = rows[at][-1]
            rows[at][-1] = (label, value + lines[at + 1].strip())
            rows[at + 1] = []
    kinds = {at: {label_kind(label) for label, _ in found} & _OF_A_FORM for at, found in rows.items()}
    near = {at: set().union(*(kinds.get(other, set()) for other in range(at - 2, at + 3))) for at in rows}
    of_card = _rows_of_card(rows)
    return {at: rows[at] for at in rows if len(near[at]) > 1 or at in of_card}


def _rows_of_card(rows: Mapping[int, Sequence[tuple[str, str]]]) -> set[int]:
    """Return the rows in two cells that tell of a page alone, beside others of a card: 发布日期 2023-02-07 有效性 有效.

    Who answers stays text, which quotes it.
    """
    kinds = {at: {label_kind(label) for label, _ in found} for at, found in rows.items()}
    of_card = {at for at, found in kinds.items() if found and found <= _OF_INDEX | {"meta_department"}}
    return {
        at
        for at in of_card
        if len(rows[at]) > 1 and kinds[at] <= _OF_INDEX and not of_card.isdisjoint((at - 1, at + 1))
    }


def _cells(line: str) -> list[tuple[str, str]]:
    begins = line[:1] in _LABEL_STARTS and len(line.split(maxsplit=1)) > 1
    if (
        not begins
        or len(line) > _LONGEST_CELL
        or _PROSE.search(_KEYWORDS.sub("", line))
        or not _ROW_CELL.match(line)
    ):
        return []  # most lines; the pattern, which comes last, is slow
    if _head_columns(line.split()):
        return []
    cells = [
        (re.sub(r"\s", "", cell["label"]), _without_labels(cell["value"]))
        for cell in _ROW_CELL.finditer(line)
    ]
    # 主办单位 市水利局 王芳 65112233: what stands behind an organ may be a person; the line stays text.
    return (
        []
        if any(label_kind(label) == "meta_department" and " " in value for label, value in cells)
        else cells
    )


def _without_labels(value: str) -> str:
    """Return a value without the labels behind it that have none: 水务局 处理状态."""
    words = value.split(" ")
    while len(words) > 1 and (not words[-1] or label_kind(words[-1])):
        words.pop()
    return " ".join(words).strip()


def _goes_on(line: str) -> bool:
    """Return whether a line between two rows can be the rest of the first row's value: one word, no sentence."""
    return len(line.split()) == 1 and not _PROSE.search(line)


def pairs(line: str) -> Iterator[tuple[str, str]]:
    """Yield label and value of every pair in a line of a page: `发布日期：2020-08-17  信息来源：市商务局`."""
    yield from cell_pairs(line)
    colon = ":" in line or "：" in line  # the pattern is slow where there is nothing to find
    found = [match for match in _SPACED_PAIR.finditer(line) if match["value"].strip()] if colon else []
    found += _BRACKETED_PAIR.finditer(line) if "[" in line or "【" in line else ()
    dated = _DATED.search(line) if "20" in line else None
    if dated and _is_publication(dated, line.strip(), has_pairs=bool(found)):
        yield _PUBLISHED, dated["date"]
    for match in found:
        yield re.sub(r"\s", "", match["label"]), match["value"].strip()


def tells_nothing_else(line: str, found: Sequence[tuple[str, str]]) -> bool:
    """Return whether the pairs found in a line are nearly all that it holds."""
    said = sum(len(label) + len("".join(value.split())) + 1 for label, value in found)
    return bool(found) and said >= MOST * len("".join(line.split()))


def page_pairs(line: str) -> list[tuple[str, str]]:
    """Return label and value of the line in which a page tells its day, source and visitors, [] for other lines.

    A value may be empty: `作者： 来源： 发布时间：2021-10-28`.
    """
    if len(line) > LONGEST_PAGE_LINE or not _may_be_of_page(line):
        return []  # most lines; the patterns are slow
    found = list(pairs(line))
    if len(found) < 2 or not tells_nothing_else(line, found):
        found = run_together(same_width(line))
    kinds = {label_kind(label) for label, _ in found}
    told = "meta_published" in kinds or kinds == {"meta_other"}
    if len(found) > 1 and told and kinds <= _OF_PAGE:
        return found
    site = _DAY_AND_SITE.fullmatch(line)
    return [(_PUBLISHED, site["date"]), ("来源", site["site"])] if site else []


def run_together(line: str) -> list[tuple[str, str]]:
    """Return labels and values of a line that is nothing else, where no blank parts them or values are missing."""
    line = _WIDE_LABEL.sub(lambda label: "".join(label.group().split()), line)
    line = _BEFORE_COLON.sub("", line)
    line = _BRACKETED_LABEL.sub(r"\g<label>：", line) if line[:1] in "【［" else line
    day = _DAY_FIRST.match(line)
    begin = day.end() if day else 0
    if "。" in line or not PAIR.match(line, begin):
        return []
    told = [(match["label"], match["value"].strip()) for match in PAIR.finditer(line, begin)]
    return [(_PUBLISHED, day["date"]), *told] if day else told


def begins_with_label(line: str) -> bool:
    """Return whether the first character of a line, brackets aside, is that of a label: few lines begin so."""
    return line[:1] in _LABEL_STARTS or (
        line[:1] in _BRACKETS and line.lstrip("【[（( ")[:1] in _LABEL_STARTS
    )


def _may_be_of_page(line: str) -> bool:
    """Return whether a line begins with a label, or tells a day and has a label."""
    if "20" not in line:
        return begins_with_label(line) and _COLON.search(line) is not None
    if _COLON.search(line) is None:
        return line.startswith("20") and _DATED.match(line) is not None
    return (
        begins_with_label(line)
        or _DATED.search(line) is not None
        or any(map(_bare(line).__contains__, cues()["meta_published"]))
    )


def _is_publication(dated: re.Match[str], line: str, *, has_pairs: bool) -> bool:
    """Return whether a date without label says when a page was published: with a clock alone, or beside pairs."""
    first = line.lstrip("[【（( ").startswith(dated.group())
    return (has_pairs and (first or bool(dated["clock"]))) or (bool(dated["clock"]) and line == dated.group())
