"""`fuwen evaluate GOLD`: how far a finished build agrees with an annotation made by hand.

The annotation is a folder of JSON-lines files, any of which may be missing (graph/evaluation/gold.py; tests/gold).
Typed relations, figures and commitments are measured by tests/graph/relate; a scorer for the build's own tables of
them belongs beside `response_scores`, with one more field in `Evaluation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..tables.graph_tables import GraphTables, LetterRow
from ..tables.letter_texts import read_texts
from ..tables.read_tables import read_tables
from .gold import Gold, read_gold
from .header_scores import header_scores
from .link_scores import link_scores
from .mention_scores import match, mention_scores
from .pairing import letters_of, pair_up, read_map
from .records import Evaluation
from .response_scores import response_scores


def evaluate(gold_folder: Path, build_folder: Path, map_file: Path | None = None) -> Evaluation:
    """Return the evaluation of the build in `build_folder` against the annotation in `gold_folder`.

    Raises `GoldError` (annotation or map cannot be read, two letters fit one doc), `MissingBuild`.
    """
    gold, tables = read_gold(gold_folder), read_tables(build_folder)
    sources = read_map(map_file) if map_file else {}
    letters = letters_of(gold.docs, tables.letters, sources)
    texts = read_texts(build_folder, (row.letter_id for row in letters.values()))
    return compare(gold, tables, texts, letters)


def compare(
    gold: Gold, tables: GraphTables, texts: Mapping[str, str], letters: Mapping[str, LetterRow]
) -> Evaluation:
    """Return the evaluation of tables in memory. `letters`: the build's letter of every annotated doc that it has."""
    pairs = pair_up(gold, tables, texts, letters) if gold.mentions is not None else ()
    matches = [match(pair) for pair in pairs]
    nodes = {row.entity_id: row for row in tables.entities}
    linked = any(row.entity_ids for row in gold.mentions or ())
    known = gold.entities or {}
    return Evaluation(
        letters=len(letters),
        missing=tuple(doc for doc in gold.docs if doc not in letters),
        mentions=mention_scores(matches, sum(pair.outside for pair in pairs))
        if gold.mentions is not None
        else None,
        linking=link_scores(matches, known, nodes) if linked else None,
        headers=header_scores(gold.headers, letters, tables.sections, known)
        if gold.headers is not None
        else None,
        response=response_scores(gold.response, letters, tables, known)
        if gold.response is not None
        else None,
    )
