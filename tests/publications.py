"""Publications written out by hand, row by row; `synthetic` makes up large ones."""

from dataclasses import replace

from graph.drawing.layout import positions
from graph.export.publication import Publication
from graph.storage.spool import Shelf
from graph.tables.graph_tables import EdgeRow, EntityRow, EvidenceRow, GraphTables, LetterRow
from graph.tables.schema import row_types

BASE = "https://w3id.org/fuwen/id/"


def tables(**rows):
    """Return tables that hold these rows and nothing else."""
    return GraphTables(**(dict.fromkeys(row_types(), ()) | rows))


def node(node_id, kind="organisation", **values):
    name = node_id.partition("/")[2] or node_id
    given = {"entity_id": node_id, "kind": kind, "name": name, "short_name": name[:10], "iri": BASE + node_id}
    letters = values.get("letter_ids", ())
    return EntityRow(**(given | {"letter_count": len(letters)} | values))


def edge(source, relation, target, *, directed=True, **values):
    given = {"edge_id": f"edge/{source}-{relation}-{target}", "source": source, "relation": relation}
    given |= {"target": target, "directed": directed, "weight": 1, "distinct_texts": 1}
    letters = values.get("letter_ids", ())
    return EdgeRow(**(given | {"letter_ids": letters, "letter_count": len(letters)} | values))


def letter(letter_id, date=""):
    return LetterRow(letter_id=letter_id, source=f"{letter_id}.txt", status="reply", reply_date=date)


def evidence(row, letter_id="", date="", **values):
    given = {
        "evidence_id": f"{row.edge_id}/{letter_id}",
        "edge_id": row.edge_id,
        "origin": "letter",
        "date": date,
    }
    return EvidenceRow(
        **(given | {"letter_id": letter_id, "quote": "为此，区科创局会同区金融局推进。"} | values)
    )


def publication(entities=(), edges=(), letters=(), quotes=()):
    """Return a publication of these rows with the places that the layout gives them."""
    return Publication(
        tables=tables(
            entities=tuple(entities), edges=tuple(edges), letters=tuple(letters), evidence=tuple(quotes)
        ),
        texts={},
        positions=positions(entities, edges),
        base=BASE,
        version="0.0.0",
        corpus_hash="0123456789ab",
    )


def on_disk(publication):
    """The same publication with its edges and their evidence in files."""
    shelf, tables = Shelf(), publication.tables
    edges, evidence = shelf.spool(EdgeRow), shelf.spool(EvidenceRow)
    edges.extend(sorted(tables.edges, key=lambda row: row.edge_id))
    evidence.extend(sorted(tables.evidence, key=lambda row: row.edge_id))
    return replace(publication, tables=replace(tables, edges=edges, evidence=evidence))
