"""Response relations against the annotation: who asked, who answered, which section answers which point."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from corpus.slug import slug

from ..link.name_keys import core
from ..tables.graph_tables import EdgeRow, EntityRow, GraphTables, LetterRow
from .gold import GoldEntity
from .normal_forms import Local, heading, ordinals, proposal_number
from .records import FactDifference, FactScores, Score

RELATIONS = ("responds_to", "issued_by", "jointly_with", "submitted_by", "submitted_to", "addresses")
Same = Callable[[Mapping[str, Any], EdgeRow], bool]


def response_scores(
    gold: Sequence[Mapping[str, Any]],
    letters: Mapping[str, LetterRow],
    tables: GraphTables,
    entities: Mapping[str, GoldEntity],
) -> FactScores:
    """Return the scores of every relation over the letters on both sides. Suggested edges do not count."""
    nodes = {row.entity_id: row for row in tables.entities}
    headings = {f"section/{row.section_id}": row.heading for row in tables.sections}
    edges: dict[tuple[str, str], list[EdgeRow]] = {}
    for edge in tables.edges:
        if edge.relation in RELATIONS and edge.certainty != "suggested":
            for letter_id in edge.letter_ids:
                edges.setdefault((letter_id, edge.relation), []).append(edge)
    scores = dict.fromkeys(RELATIONS, Score())
    differences: list[FactDifference] = []
    for doc in sorted({row["doc"] for row in gold} & letters.keys()):
        judge = _Judge(letters[doc], nodes, headings, entities)
        for relation in RELATIONS:
            rows = [row for row in gold if row["doc"] == doc and row["predicate"] == relation]
            found = edges.get((letters[doc].letter_id, relation), [])
            missed, extra = _unmatched(rows, found, judge.same(relation))
            scores[relation] += Score(right=len(rows) - len(missed), found=len(found), gold=len(rows))
            differences += _differences(doc, relation, missed, extra, judge)
    return FactScores(scores=scores, differences=tuple(differences))


def _unmatched(
    rows: Sequence[Mapping[str, Any]], found: Sequence[EdgeRow], same: Same
) -> tuple[list[Mapping[str, Any]], list[EdgeRow]]:
    """Return what is left of both sides when each edge has been used for at most one row."""
    rest = list(found)
    missed = []
    for row in rows:
        edge = next((one for one in rest if same(row, one)), None)
        if edge is None:
            missed.append(row)
        else:
            rest.remove(edge)
    return missed, rest


def _differences(
    doc: str, relation: str, missed: Sequence[Mapping[str, Any]], extra: Sequence[EdgeRow], judge: _Judge
) -> Iterator[FactDifference]:
    for row in missed:
        yield FactDifference(doc=doc, field=relation, gold=judge.shown(row), found="")
    for edge in extra:
        yield FactDifference(doc=doc, field=relation, gold="", found=judge.name(edge.target))


class _Judge:
    """Tells whether an annotated relation of one letter and an edge of the build say the same."""

    def __init__(
        self,
        row: LetterRow,
        nodes: Mapping[str, EntityRow],
        headings: Mapping[str, str],
        entities: Mapping[str, GoldEntity],
    ) -> None:
        self._local = Local(doc=row.letter_id, jurisdiction=row.jurisdiction or None)
        self._nodes, self._headings, self._entities = nodes, headings, entities

    def same(self, relation: str) -> Same:
        """Return the comparison for a relation."""
        return {
            "responds_to": self._same_proposal,
            "issued_by": self._same_body,
            "jointly_with": self._same_body,
            "submitted_by": self._same_proposer,
            "submitted_to": self._same_session,
            "addresses": self._same_point,
        }[relation]

    def name(self, node_id: str) -> str:
        """Return the name of one of the build's nodes."""
        return self._nodes[node_id].name if node_id in self._nodes else node_id

    def shown(self, row: Mapping[str, Any]) -> str:
        """Return the object of an annotated relation as a reader knows it."""
        known = self._entities.get(row["object"])
        return known.names[0] if known else str(row["object"])

    def _same_proposal(self, row: Mapping[str, Any], edge: EdgeRow) -> bool:
        parts = str(row["object"]).removeprefix("proposal:").split(":")
        return edge.target.endswith(f"-{slug(proposal_number(parts[1] if len(parts) > 2 else parts[0]))}")

    def _same_body(self, row: Mapping[str, Any], edge: EdgeRow) -> bool:
        known = self._entities.get(str(row.get("entity") or row["object"]))
        names = known.names if known else (str(row["object"]),)
        if edge.target not in self._nodes:
            return False
        node = self._nodes[edge.target]
        theirs = {self._local.body(name) for name in (node.name, *node.aliases)}
        return self._local.body(names[0]) in theirs

    def _same_proposer(self, row: Mapping[str, Any], edge: EdgeRow) -> bool:
        if edge.target.startswith("person/"):
            return core(str(row["object"])) == core(self.name(edge.target))
        return self._same_body(row, edge)

    def _same_session(self, row: Mapping[str, Any], edge: EdgeRow) -> bool:
        found = ordinals(str(row["object"]))
        printed = ordinals(self.name(edge.target))
        return found is not None and found == printed

    def _same_point(self, row: Mapping[str, Any], edge: EdgeRow) -> bool:
        printed = self._headings.get(edge.source, "")
        return core(str(row["object"])) == core(self.name(edge.target)) and (
            "section" not in row or heading(str(row["section"])) == heading(printed)
        )
