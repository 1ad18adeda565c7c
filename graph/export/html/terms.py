"""What things are called on the page: the string table, the vocabulary's labels, families of relations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ontology import vocabulary
from ontology.tsv import read_tsv

_HERE = Path(__file__).parent
_Labels = dict[str, dict[str, str]]


def strings() -> _Labels:
    """Return key → {zh, en} of strings.tsv. Raises `LexiconError` where a cell is empty or a key stands twice."""
    found: _Labels = {}
    for row in read_tsv(_HERE / "strings.tsv", ("key", "zh", "en")):
        if row["key"] in found:
            raise row.error("key", "有两行", "has two rows")
        found[row.required("key")] = {"zh": row.required("zh"), "en": row.required("en")}
    return found


def families() -> Mapping[str, str]:
    """Return relation → family of families.tsv: response, citation, co_mention or identity."""
    allowed = ("response", "citation", "co_mention", "identity")
    rows = read_tsv(_HERE / "families.tsv", ("relation", "family", "source"))
    return {row.required("relation"): row.one_of("family", allowed) for row in rows}


def terms() -> dict[str, _Labels]:
    """Return the labels of kinds, relations and listed values, by group and by their code in the tables."""
    known = vocabulary.load()
    groups: dict[str, Mapping[str, vocabulary.Term]] = {"kinds": known.kinds, "relations": known.relations}
    groups |= {scheme.replace("-", "_"): concepts for scheme, concepts in known.concepts.items()}
    return {
        group: {code: {"zh": term.label_zh, "en": term.label_en} for code, term in sorted(found.items())}
        for group, found in sorted(groups.items())
    }


def meanings() -> _Labels:
    """Return what the courses of promises mean, by their code in the tables: a label alone does not say it."""
    courses = vocabulary.load().concepts["course"]
    return {
        code: {"zh": term.definition_zh, "en": term.definition_en} for code, term in sorted(courses.items())
    }
