"""Rules that are named in code are patterns of the data: one that was renamed there would be looked for in vain."""

import re
from pathlib import Path

import pytest

import graph.relate.typed
from graph.relate.records import LEARNED
from ontology.relation_patterns import relation_patterns

MODULES = sorted(Path(graph.relate.typed.__file__).parent.glob("*.py"))
NAMED = sorted(
    {name for path in MODULES for name in re.findall(r'"(typed:[\w-]+)"', path.read_text(encoding="utf-8"))}
)


@pytest.mark.parametrize("rule", NAMED)
def test_a_rule_that_is_named_in_code_is_a_pattern(rule):
    assert rule in {LEARNED, *(f"typed:{pattern.rule}" for pattern in relation_patterns())}
