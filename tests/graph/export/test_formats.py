"""Formats: every row names a writer, and what nobody names is written only where it is usual."""

from importlib import import_module

import pytest

from graph.errors import UsageError
from graph.export.formats import FORMATS, refuse_missing, wanted


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_writer(name):
    assert callable(import_module(FORMATS[name].module).write)


def test_tables_are_always_written_and_others_as_they_are_named():
    assert wanted(["gephi", "ttl", "gephi"]) == ("gephi", "ttl", "tables")
    assert wanted(["tables"]) == ("tables",)


def test_where_no_format_is_named_those_are_written_that_need_nothing_more():
    assert wanted([]) == ("tables", "ttl", "html", "gexf", "graphml", "svg", "ontology")
    assert not any(FORMATS[name].library for name in wanted([]))


def test_what_is_bounded_is_thinned_too():
    assert all(one.thinned for one in FORMATS.values() if one.bounded)


def test_a_format_whose_library_is_missing_is_refused_with_the_extra_that_brings_it(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("graph.export.extras.import_module", missing)
    with pytest.raises(UsageError, match=r"fuwen\[parquet\]"):
        refuse_missing(["ttl", "parquet"])
    refuse_missing(wanted([]))


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match="no such format, known are: tables, ttl"):
        wanted(["xls"])
