"""Who may have written a letter that no department signs: proposed to people, never assumed.

A signed letter of the same place that names the same contact office is the evidence; two departments that fit are
both named, since an office called 办公室 is in every bureau.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.records import Issue, Letter

SUGGESTED = "issuer_suggested"


def suggested_issuers(letters: Iterable[Letter]) -> tuple[Issue, ...]:
    """Return an issue for every unsigned letter whose contact office signed letters of its place have, too."""
    every = sorted(letters, key=lambda letter: letter.letter_id)
    signed: dict[tuple[str, str], list[Letter]] = {}
    for letter in every:
        office = _office(letter)
        if office and letter.header.department:
            signed.setdefault(office, []).append(letter)
    return tuple(
        _issue(letter, signed[office])
        for letter in every
        if letter.header.department is None and (office := _office(letter)) in signed and office is not None
    )


def _office(letter: Letter) -> tuple[str, str] | None:
    """Return the place and the contact office, None where one of them is not known."""
    header = letter.header
    if header.contact_unit is None or header.jurisdiction is None:
        return None
    return header.jurisdiction, header.contact_unit.value


def _issue(letter: Letter, alike: list[Letter]) -> Issue:
    names = sorted({one.header.department.value for one in alike if one.header.department})
    unit = letter.header.contact_unit.value if letter.header.contact_unit else ""
    seen = "、".join(one.source for one in alike)
    return Issue(
        source=letter.source,
        letter_id=letter.letter_id,
        severity="info",
        code=SUGGESTED,
        where="contact line",
        value=" | ".join(names),
        message=f"the contact office {unit} is also that of {' or '.join(names)} ({seen}); nothing was assumed",
        hint=f"if so, add to facts.csv: {letter.source},department,{names[0]},same contact office,your name",
    )
