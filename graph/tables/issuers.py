"""Who may have written a letter that no department signs: proposed to people, never assumed.

A signed letter of the same place that names the same contact office is the evidence; two departments that fit are
both named, since an office called 办公室 is in every bureau.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.records import Issue

from .graph_tables import LetterRow

SUGGESTED = "issuer_suggested"


def suggested_issuers(rows: Iterable[LetterRow]) -> tuple[Issue, ...]:
    """Return an issue for every unsigned letter whose contact office signed letters of its place have, too."""
    every = sorted((row for row in rows if row.status == "reply"), key=lambda row: row.letter_id)
    signed: dict[tuple[str, str], list[LetterRow]] = {}
    for row in every:
        office = _office(row)
        if office and row.department:
            signed.setdefault(office, []).append(row)
    return tuple(
        _issue(row, signed[office])
        for row in every
        if not row.department and (office := _office(row)) in signed and office is not None
    )


def _office(row: LetterRow) -> tuple[str, str] | None:
    """Return the place and the contact office, None where one of them is not known."""
    return (row.jurisdiction, row.contact_unit) if row.jurisdiction and row.contact_unit else None


def _issue(row: LetterRow, alike: Sequence[LetterRow]) -> Issue:
    names = sorted({one.department for one in alike})
    seen = "、".join(one.source for one in alike)
    fits = f"the contact office {row.contact_unit} is also that of {' or '.join(names)} ({seen})"
    return Issue(
        source=row.source,
        letter_id=row.letter_id,
        severity="info",
        code=SUGGESTED,
        where="contact line",
        value=" | ".join(names),
        message=f"{fits}; nothing was assumed",
        hint=f"if so, add to facts.csv: {row.source},department,{names[0]},same contact office,your name",
    )
