"""What a check found, part by part, and how it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Severity = Literal["violation", "warning"]
Part = Literal["files", "counts", "quotes", "evidence", "statements", "shapes"]
PARTS: Mapping[Part, str] = {
    "files": "文件 files",
    "counts": "数目 counts",
    "quotes": "原文 quotes",
    "evidence": "证据 evidence",
    "statements": "陈述 statements",
    "shapes": "形状 shapes",
}
_SHOWN = 20
"""Findings of one part and severity that are printed; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong (violation) or that a reader should know (warning).

    `where` is a place a person can find: a file with row and column, or the IRI of a node.
    """

    part: Part
    severity: Severity = "violation"
    where: str
    message_zh: str
    message_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a check. `checked` counts what was looked at per part; `skipped` says why a part was not run."""

    folder: Path
    checked: Mapping[Part, int]
    findings: tuple[Finding, ...] = field(repr=False)
    skipped: Mapping[Part, str] = field(default_factory=dict)

    @property
    def violations(self) -> tuple[Finding, ...]:
        """The findings that make a build unusable; warnings do not."""
        return tuple(finding for finding in self.findings if finding.severity == "violation")

    @property
    def exit_code(self) -> int:
        """0 where there is no violation, else 1."""
        return 1 if self.violations else 0


def render(report: Report) -> str:
    """Return the report as text: a line per part, its findings below, a verdict at the end."""
    lines = []
    for part, title in PARTS.items():
        found = [finding for finding in report.findings if finding.part == part]
        lines.append(f"{title}: {_state(part, found, report)}")
        lines += _listed(found)
    count = len(report.violations)
    verdict = f"{count} 处错误 violations" if count else "通过 clean"
    lines.append(f"{report.folder}: {verdict}")
    return "".join(f"{line}\n" for line in lines)


_WORDS: Mapping[Severity, str] = {"violation": "错误 violation", "warning": "提示 warning"}


def _state(part: Part, found: Iterable[Finding], report: Report) -> str:
    if part in report.skipped:
        return f"未查 skipped ({report.skipped[part]})"
    severities = Counter(finding.severity for finding in found)
    told = [f"{severities[severity]} {word}s" for severity, word in _WORDS.items() if severities[severity]]
    return ", ".join([f"{report.checked.get(part, 0)} 项 checked", *told])


def _listed(found: Iterable[Finding]) -> list[str]:
    ordered = sorted(found, key=lambda finding: (finding.severity, finding.where, finding.message_en))
    lines = [
        f"  {_WORDS[finding.severity]}: {finding.where}: {finding.message_zh} · {finding.message_en}"
        for finding in ordered[:_SHOWN]
    ]
    rest = len(ordered) - _SHOWN
    return [*lines, f"  … 另有 {rest} 处 · {rest} more"] if rest > 0 else lines
