"""The lexicons of claims load, and a broken row is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graph
from graph.relate.typed.regexes import compiled, expression
from ontology import relation_patterns as patterns
from ontology.area_words import area_words
from ontology.back_reference_words import back_reference_words
from ontology.clause_words import clause_words
from ontology.cues import POSITIONS, REACHES, STATUSES, commitment_cues, status_cues
from ontology.department_heads import department_heads
from ontology.edition_words import edition_words
from ontology.errors import LexiconError
from ontology.metric_edges import metric_edges
from ontology.metric_subjects import metric_subjects
from ontology.name_edges import name_edges
from ontology.not_second_names import not_second_names
from ontology.outcome_words import outcome_words
from ontology.promise_words import promise_words
from ontology.quantity_words import (
    BOUNDS,
    RANKING_PARTS,
    amount_roles,
    bounds,
    ranking_words,
    unit_subjects,
    units,
)
from ontology.relation_patterns import RELATIONS, _pattern, precedence, relation_patterns
from ontology.submitting_words import submitting_words
from ontology.table_words import table_words
from ontology.tsv import Row, read_tsv

WORD_LISTS = (
    area_words,
    back_reference_words,
    clause_words,
    department_heads,
    edition_words,
    metric_edges,
    name_edges,
    not_second_names,
    outcome_words,
    promise_words,
    submitting_words,
    table_words,
)
SOURCES = sorted(Path(graph.__file__).parent.rglob("*.py"))
OWN = sorted(Path(patterns.__file__).parent.glob("*.py"))
"""Modules that list the roles: there only a look-up (words()["assembly"]) asks for one."""


def test_every_lexicon_holds_something_of_each_part():
    assert {cue.status for cue in status_cues()} == set(STATUSES)
    assert {cue.reach for cue in status_cues()} == set(REACHES)
    assert {"元", "平方米"} <= {unit.canonical for unit in units().values()}
    assert {bound.bound for side in ("before", "after") for bound in bounds(side).values()} == set(BOUNDS)
    assert len(amount_roles()) > len({each.role for each in amount_roles()}) > 1
    assert [position for position in POSITIONS if not commitment_cues(position)] == []
    assert [part for part in RANKING_PARTS if not ranking_words(part)] == []
    assert metric_subjects()
    assert unit_subjects().keys() <= units().keys()


@pytest.mark.parametrize("words", WORD_LISTS)
def test_every_role_of_a_word_list_has_words(words):
    assert [role for role, found in words().items() if not found] == []


def _texts(paths, pattern):
    return {text for path in paths for text in re.findall(pattern, path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("words", WORD_LISTS)
def test_every_role_of_a_word_list_is_asked_for(words):
    """Words that nothing reads look as if they were understood."""
    asked = _texts(SOURCES, r"""["'](\w+)["']""") | _texts(OWN, r"""\[["'](\w+)["']\]""")
    assert [role for role in words() if role not in asked] == []


def test_every_relation_of_the_guidelines_has_a_pattern_and_all_compile():
    assert {pattern.relation for pattern in relation_patterns()} == set(RELATIONS)
    assert all(compiled(at).pattern for at in range(len(relation_patterns())))


def row(**cells):
    base = {
        "id": "x",
        "relation": "issued",
        "pattern": "(?P<v>印发)(?P<t>{Y+})",
        "source_end": "actor",
        "target_end": "t",
        "status": "done",
        "strength": "explicit",
        "score": "0.9",
        "source_words": "",
        "target_words": "",
        "source": "test",
    }
    return Row(file="patterns.tsv", line=7, cells={**base, **cells})


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"relation": "loves"}, "line 7, column relation: 'loves'"),
        ({"pattern": "(?P<v>印发)"}, "has no group named t"),
        ({"status": "maybe"}, "column status: 'maybe'"),
        ({"score": "much"}, "column score: 'much' 须是数 · 'much' must be a number"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_named(cells, message):
    with pytest.raises(LexiconError) as caught:
        _pattern(row(**cells))
    assert message in str(caught.value)


def test_a_pattern_that_is_no_regular_expression_is_named_when_it_is_compiled():
    with pytest.raises(LexiconError, match=r"row x, column pattern: .* · is no regular expression"):
        expression(_pattern(row(pattern="(?P<v>印发)(?P<t>{Y+}")))


def test_a_pattern_goes_before_another_for_one_target_or_for_both_ends():
    assert precedence()["operate-commission-of", "operate-run"] == "target"
    assert precedence()["support-approve-build", "est-set-up"] == "both"
    assert ("operate-run", "operate-commission-of") not in precedence()


def test_precedence_over_a_pattern_that_there_is_not_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "relation_precedence.tsv"
    path.write_text("rules\tover\tends\tsource\noperate-run\toperate-walk\ttarget\ttest\n", encoding="utf-8")

    def read(name, columns):
        return read_tsv(path if name == path.name else name, columns)

    monkeypatch.setattr(patterns, "read_tsv", read)
    with pytest.raises(LexiconError, match="there is no pattern operate-walk"):
        precedence.__wrapped__()
