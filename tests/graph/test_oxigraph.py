"""What is done where pyoxigraph cannot be loaded: a build as always, queries by rdflib, else the next step."""

from __future__ import annotations

import sys

import pytest
from two_letters import two_letters

from graph import cli
from graph.errors import MissingBuild, MissingLibrary, QueryError
from graph.export import turtle
from graph.query import load, run

FUNDS = "SELECT ?name { ?fund a fuwen:Fund ; fuwen:name ?name }"


@pytest.fixture
def build(tmp_path, monkeypatch):
    """A build on a machine without the C++ runtime that pyoxigraph asks for."""
    turtle.write(two_letters(), tmp_path)
    monkeypatch.setitem(sys.modules, "pyoxigraph", None)
    return tmp_path


def test_a_query_is_told_the_next_step(build):
    with pytest.raises(
        MissingLibrary, match=r"Visual C\+\+ Redistributable: winget .*; or add --engine rdflib"
    ):
        run(FUNDS, build)


def test_rdflib_answers_and_refuses_where_pyoxigraph_cannot_be_loaded(build):
    assert {str(row[0]) for row in run(FUNDS, build, engine="rdflib").rows}
    with pytest.raises(QueryError, match=r"line:1, col:13"):
        run("SELECT ?x { ?x a ", build, engine="rdflib")
    with pytest.raises(QueryError, match="SERVICE would call another server"):
        run("SELECT * { SERVICE <http://x/> { ?a ?b ?c } }", build, engine="rdflib")


def test_rdflib_reports_a_broken_file(build):
    (build / "graph.ttl").write_text("@prefix a: <http://a/> .\na:b a:c ;;; 'x' [", encoding="utf-8")
    with pytest.raises(MissingBuild, match=r"graph\.ttl"):
        load(build, "rdflib")


def test_check_says_in_one_line_what_it_needs(tmp_path, monkeypatch, capsys):
    out = tmp_path / "exports"
    assert cli.main(["build", "--out", str(out), "--cache", str(tmp_path / "cache")]) == 0
    monkeypatch.setitem(sys.modules, "pyoxigraph", None)
    capsys.readouterr()
    assert cli.main(["check", "--in", str(out)]) == 1
    assert capsys.readouterr().err.startswith("fuwen: pyoxigraph 无法载入；")
