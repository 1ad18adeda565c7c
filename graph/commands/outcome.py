"""How a build ended, as the screen shows it: a line per problem, then what was written where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..both_languages import is_in_both
from ..errors import NothingUsable
from ..export.html.page import FILE as PAGE
from ..pipeline import Build
from ..publish import Written
from ..storage.narrow_records import only
from ..tables.graph_tables import IssueRow
from ..tables.issue_rows import issue_row
from ..tables.issue_texts import in_chinese, in_english
from ..terminal import say
from ..up_to_date import Finished

SHOWN = 30
"""Lines of problems that the screen shows; all of them stand in tables/issues.csv."""
SHOWN_OF_KIND = 5
"""Lines of one kind where there are more: what is found a thousand times hides what is found once."""
_NOT_DONE = frozenset(
    {
        "unusable_row",
        "unreadable_row",
        "fact_not_applied",
        "bad_decision",
        "contradicting_decision",
        "ambiguous_decision",
        "claims_failed",
        "names_failed",
    }
)
"""Issues of rows that people keep and that cannot be used, whichever file they stand in, and of faults of ours."""

_TOLD_PLACE = re.compile(r"(?:row|line|column|byte|character) ")
"""Places within a file that help to find what is told; `file` and `signature` say no more than the message."""
_SEVERITIES = {"error": "错误 error", "warning": "提醒 warning"}
_TWICE = frozenset({"duplicate", "same_reply"})
_OF_CLAIMS = "claims."
"""How the codes begin of issues whose value is an id of this build, which says nothing on a screen."""


def outcome(made: Build, written: Written) -> Finished:
    """Return how a build ended; exit code 4 where inputs, their claims or rows of kept tables were passed over."""
    tables = made.tables
    refused = any(one.status in {"refused", "not_a_letter"} for one in tables.letters)
    not_done = any(issue.code in _NOT_DONE for issue in tables.issues)
    named = sum(row.entity_id.startswith("e/") for row in only(tables.entities, "entity_id"))
    inputs = len(tables.letters)
    others = f"（共 {inputs} 个文件 of {inputs} files）" if inputs > len(made.letters) else ""
    return Finished(
        exit_code=4 if refused or not_done else 0,
        problems=tuple(_problems(tables.issues)),
        summary=f"{len(made.letters)} 封复文 letters{others} · {named} 个实体 entities · "
        f"{len(tables.edges)} 条关系 edges · "
        f"{len(tables.evidence)} 条证据 quotes → {written.folder} ({len(written.files)} 个文件 files)"
        + _what_to_open(written),
    )


def _what_to_open(written: Written) -> str:
    """Return the line that names the page, for whoever builds for the first time; none where no page was written."""
    if PAGE not in written.files:
        return ""
    return f"\n用浏览器打开 open in a browser: {written.folder / PAGE}"


def tell(finished: Finished) -> int:
    """Print a line per file and kind of problem on stderr and what stands where on stdout; return the exit code."""
    _tell_problems(finished.problems)
    print(finished.summary)
    return finished.exit_code


def tell_nothing_usable(error: NothingUsable) -> None:
    """Print on stderr why each input is no letter: no table is written that would say so."""
    _tell_problems(_problems([issue_row(issue) for issue in error.issues], table=""))


def _tell_problems(problems: Iterable[str]) -> None:
    for line in problems:
        say(line)


def _problems(issues: Iterable[IssueRow], *, table: str = ": tables/issues.csv") -> list[str]:
    """Return a line for every file and kind of problem, errors first; several of a kind are counted.

    Of a file that is counted with another one only that is told: nobody need mend it. Of more than `SHOWN` the first
    of each kind are told, and how many there are of which kind.
    """
    groups = _by_file_and_code(issues)
    kept = _first_of_each_code(groups) if len(groups) > SHOWN else groups
    lines = [_line(key, found, table) for key, found in kept.items()]
    if left := Counter(code for _, _, code in groups.keys() - kept.keys()):
        kinds = ", ".join(f"{code} {count}" for code, count in sorted(left.items()))
        lines.append(f"… 另有 {left.total()} 处 · {left.total()} more ({kinds}){table}")
    return lines


_Key = tuple[str, str, str]
"""Severity, file and code of issues that one line tells."""


def _by_file_and_code(issues: Iterable[IssueRow]) -> Mapping[_Key, Sequence[IssueRow]]:
    groups: dict[_Key, list[IssueRow]] = {}
    issues = tuple(issues)
    twice = {issue.source for issue in issues if issue.code in _TWICE}
    for issue in issues:
        idle = issue.source in twice and issue.code not in _TWICE
        if issue.severity in _SEVERITIES and issue.source and not idle:
            groups.setdefault((issue.severity, issue.source, issue.code), []).append(issue)
    return dict(sorted(groups.items()))


def _first_of_each_code(groups: Mapping[_Key, Sequence[IssueRow]]) -> Mapping[_Key, Sequence[IssueRow]]:
    met: Counter[str] = Counter()
    kept: dict[_Key, Sequence[IssueRow]] = {}
    for key, found in groups.items():
        met[key[-1]] += 1
        if met[key[-1]] <= SHOWN_OF_KIND and len(kept) < SHOWN:
            kept[key] = found
    return kept


def _line(key: _Key, found: Sequence[IssueRow], table: str) -> str:
    (severity, source, _), first = key, found[0]
    place = f" ({first.where})" if _TOLD_PLACE.match(first.where) or first.code.startswith(_OF_CLAIMS) else ""
    others = len(found) - 1
    more = f" [另有同类 {others} 处 · {others} more like it{table}]" if others else ""
    return f"{_SEVERITIES[severity]}: {source}{place}: {_in_both_languages(first)}{more}"


def _in_both_languages(issue: IssueRow) -> str:
    """Return what is said of an issue and what to do about it, in Chinese and then in English."""
    english, chinese = in_english(issue), in_chinese(issue)
    both = "; ".join(filter(None, (english.message, english.hint)))
    if not is_in_both(issue.message):
        return both  # of a plug-in: in its own words alone
    return f"{'；'.join(filter(None, (chinese.message, chinese.hint)))} · {both}"
