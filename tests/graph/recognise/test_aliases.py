from corpus.records import Span
from graph.recognise.aliases import alias_spans, defined, repeated
from graph.recognise.finding import Finding

TEXT = "依托江南仪器技术研究院（以下简称“江仪院”）建设。支持江仪院发展，江仪院附属中学除外。"
FULL = Finding(span=Span(start=2, end=11), kind="organisation", score=0.9, reason="test")


def test_the_short_name_takes_kind_and_definition_from_the_full_one():
    found, definitions = defined("x", TEXT, [FULL])
    assert [TEXT[f.span.start : f.span.end] for f in found] == ["江仪院"]
    assert found[0].kind == "organisation"
    assert [(d.name, d.alias) for d in definitions] == [("江南仪器技术研究院", "江仪院")]


def test_a_definition_behind_no_name_is_none():
    assert defined("x", TEXT, []) == ([], [])
    assert len(alias_spans(TEXT)) == 1


def test_it_is_found_again_but_not_inside_longer_names():
    _, definitions = defined("x", TEXT, [FULL])
    school = Finding(span=Span(start=33, end=40), kind="organisation", score=0.9, reason="test")
    assert TEXT[33:40] == "江仪院附属中学"
    again = repeated(TEXT, definitions, [FULL, school])
    assert [finding.span for finding in again] == [Span(start=27, end=30)]
