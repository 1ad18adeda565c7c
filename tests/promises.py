"""Promises written out by hand: rows of letters and commitments about one fund."""

from graph.tables.claim_records import CommitmentRow
from graph.tables.graph_tables import EntityRow, LetterRow

DATES = {"a": "2022-06-24", "b": "2023-07-18", "c": "2024-08-08"}


def letter(name, place="苏州市", **values):
    given = {"letter_id": name, "source": name, "status": "reply", "jurisdiction": place}
    return LetterRow(**(given | {"reply_date": DATES.get(name, "")} | values))


def letters(*names):
    return [letter(name) for name in names]


def fund(*letter_ids, jurisdiction="苏州市"):
    return EntityRow(
        entity_id="fund",
        kind="fund",
        name="专项子基金",
        short_name="",
        aliases=("子基金",),
        jurisdiction=jurisdiction,
        letter_ids=tuple(sorted(letter_ids)),
        iri="",
    )


def promise(
    letter_id, status, *, what="设立专项子基金", objects=("fund",), outcome="", cue="将", number=1, date=""
):
    return CommitmentRow(
        commitment_id=f"{letter_id}.c{number}",
        letter_id=letter_id,
        actor="",
        responsible="",
        responsible_basis="",
        what=what,
        object_ids=objects,
        status=status,
        cue=cue,
        date=date or DATES.get(letter_id, ""),
        sentence_id=f"{letter_id}.{number}",
        start=number,
        end=number + len(what),
        quote=what,
        outcome=outcome,
        clause_start=number,
        clause_end=number + len(what),
    )
