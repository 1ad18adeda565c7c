"""Claims that no sentence makes: what people decided, and what the linker proposes to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ontology.places import PlaceTable

from ..link.linker import Linking
from ..records import Claim, Node
from .nodes import place_id

_RELATIONS = {"part_of": "part_of", "successor": "succeeded_by"}
_SUGGESTED = {"same_as": "same_as_suggested", "succeeded_by": "succeeded_by"}


def decided_claims(linking: Linking) -> list[Claim]:
    """Return part_of and succeeded_by as people decided them, each with author, date and reason.

    A succession has the day that its row states.
    """
    return [
        Claim(
            source=left,
            relation=_RELATIONS[verdict.decision.verdict],
            target=right,
            origin="decision",
            rule=f"decision:{verdict.decision.file}:{verdict.decision.row}",
            note=_reason(verdict.decision.by, verdict.decision.date, verdict.decision.why),
            day=verdict.decision.value if verdict.decision.verdict == "successor" else "",
        )
        for left, right, verdict in linking.relations
    ]


def suggested_claims(linking: Linking) -> Iterator[Claim]:
    """Yield the linker's proposals, visible in every export and never applied."""
    return (
        Claim(
            source=min(left, right) if suggestion.relation == "same_as" else left,
            relation=_SUGGESTED[suggestion.relation],
            target=max(left, right) if suggestion.relation == "same_as" else right,
            directed=suggestion.relation != "same_as",
            origin="derived",
            rule=suggestion.rule,
            score=round(suggestion.score, 4),
            certainty="suggested",
            note=suggestion.reason,
        )
        for left, right, suggestion in linking.suggestions
    )


def place_nodes(wanted: Collection[str], places: PlaceTable) -> list[Node]:
    """Return a node for every place among the node ids that claims name."""
    by_id = {place_id(canonical): place for canonical, place in places.by_canonical.items()} if wanted else {}
    others = {one: places.known(one.removeprefix(place_id(""))) for one in wanted if one not in by_id}
    by_id |= {one: town for one, town in others.items() if town is not None}
    return [
        Node(
            node_id=node_id,
            kind="place",
            subkind=by_id[node_id].level,
            name=by_id[node_id].canonical,
            short_name=by_id[node_id].name,
            jurisdiction=by_id[node_id].canonical,
        )
        for node_id in sorted(wanted)
        if node_id in by_id
    ]


def _reason(by: str, date: str, why: str) -> str:
    return f"{why} ({by}, {date})" if date else f"{why} ({by})"
