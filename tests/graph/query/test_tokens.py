"""What the order of a query's own rows is made of."""

from __future__ import annotations

import pytest

from graph.query.tokens import order_variables


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * { ?s ?p ?o } ORDER BY ?p DESC(?o) LIMIT 3", ("p", "o")),
        ("SELECT * { ?s ?p ?o } order by STR(?s) OFFSET 2 VALUES ?p { 1 }", ("s",)),
        ("SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?o LIMIT 3 } }", ()),
        ("SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?o } } ORDER BY ?s", ("s",)),
        ("SELECT * { ?s ?p '} ORDER BY ?o' } # ORDER BY ?p", ()),
    ],
)
def test_only_the_outer_order_counts(query, names):
    assert order_variables(query) == names
