"""Queries: two engines, one answer; what is refused, ended, and how rows are shown."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_letters import two_letters

from graph import cli
from graph.errors import MissingBuild, NotFound, QueryError, QueryTimeout, UsageError
from graph.export import turtle
from graph.query import ENGINES, bind, load, render, resolve, run
from graph.query.hints import unfitting_defaults, unknown_terms, unmatched
from graph.query.parameters import names
from graph.query.result import Cell, Result
from graph.query.tokens import refuse_outside
from graph.terminal import width
from ontology import questions

FUNDS = "SELECT ?name ?replies WHERE { ?fund a fuwen:Fund ; fuwen:name ?name ; fuwen:letterCount ?replies }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    turtle.write(two_letters(), folder)
    return folder


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request, build):
    return load(build, request.param)


def values(result):
    return [tuple(cell.value if cell else None for cell in row) for row in result.rows]


def test_prefixes_need_not_be_declared(engine):
    assert values(engine.run(FUNDS)) == [("江宁种子基金", "2")]
    named = engine.run("SELECT ?kind { e:江宁种子基金 a ?kind FILTER(?kind != fuwen:Entity) }")
    assert values(named) == [("https://w3id.org/fuwen/ns#Fund",)]


def test_a_query_may_declare_a_prefix_of_its_own(engine):
    query = "PREFIX e: <https://w3id.org/fuwen/ns#> SELECT ?name { ?fund a e:Fund ; e:name ?name }"
    assert values(engine.run(query)) == [("江宁种子基金",)]


def test_ask_and_construct_are_answered_too(engine):
    assert values(engine.run("ASK { ?fund a fuwen:Fund }")) == [("true",)]
    triples = engine.run(
        "CONSTRUCT { ?fund fuwen:name ?name } WHERE { ?fund a fuwen:Fund ; fuwen:name ?name }"
    )
    assert triples.columns == ("subject", "predicate", "object")
    assert values(triples)[0][2] == "江宁种子基金"


@pytest.mark.parametrize(
    "query",
    [
        FUNDS,
        "SELECT ?r ?q ?d { ?r fuwen:evidence ?e . ?e fuwen:quote ?q OPTIONAL { ?e fuwen:date ?d } } ORDER BY ?r ?e",
        "SELECT ?kind (COUNT(?x) AS ?n) WHERE { ?x a ?kind } GROUP BY ?kind ORDER BY DESC(?n) ?kind",
        "SELECT ?x ?score WHERE { ?x fuwen:score ?score }",
        "SELECT ?x ?date ?npmi WHERE { ?x fuwen:firstDate ?date OPTIONAL { ?x fuwen:npmi ?npmi } }",
        "ASK { ?x fuwen:name '没有' }",
    ],
)
def test_both_engines_give_equal_rows(build, query):
    one, other = (load(build, name).run(query) for name in sorted(ENGINES))
    assert (one.columns, one.rows) == (other.columns, other.rows)
    assert one.rows


def test_rows_without_an_order_come_in_the_same_order_each_time(build):
    rows = values(load(build, "oxigraph").run("SELECT ?x { ?x fuwen:name ?name }"))
    assert rows == sorted(rows)
    assert len(rows) > 20


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * WHERE {\n  SERVICE <http://example.org/> { ?s ?p ?o } }", "line 2, column 3: SERVICE"),
        ("SELECT * WHERE { service silent <http://example.org/> {} }", "line 1, column 18: SERVICE"),
        ("SELECT *\nFROM <file:///etc/passwd>\nWHERE { ?s ?p ?o }", "line 2, column 1: FROM"),
        ("SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }", "line 1, column 10: FROM"),
        (r"SELECT * { \u0053ERVICE <http://example.org/> {} }", "SERVICE"),
        ("SELECT * { ?s ?p 'a\\'b' SERVICE <http://example.org/> {} }", "SERVICE"),
        ("SELECT * { ?s ?p '''it's''' . # comment\nSERVICE ?where {} }", "line 2, column 1: SERVICE"),
    ],
)
def test_what_would_leave_the_machine_is_refused_with_its_place(engine, query, place):
    with pytest.raises(QueryError, match=place):
        engine.run(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?from ?service { ?from ?p ?service }",
        "SELECT * { ?s ?p 'FROM the SERVICE' }",
        'SELECT * { ?s ?p """SERVICE "FROM" """ }',
        "PREFIX from: <http://example.org/service#> SELECT * { ?s from:from from:SERVICE }",
        "PREFIX a: <http://a/> SELECT * { a:SERVICE a:x.FROM ?o }",
        "SELECT * { ?s ?p ?o } # SERVICE FROM",
        "SELECT * { <http://example.org/SERVICE> ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_the_same_letters_elsewhere_are_no_reason_to_refuse(engine, query):
    refuse_outside(query)
    engine.run(query)


@given(text=st.text(max_size=60))
def test_no_text_hides_a_service_from_the_refusal(text):
    """Whatever stands before: as a comment of its own line it can open no string and no IRI."""
    line = text.replace("\n", " ").replace("\r", " ")
    with pytest.raises(QueryError, match="SERVICE"):
        refuse_outside(f"# {line}\nSELECT * {{ SERVICE <http://example.org/> {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {\n  ?x foaf ?y }", r"query, line 2, column \d+: .* · expected"),
        (
            "SELECT * {\n ?x wd:P31 ?y }",
            r"line 2, column \d+: .* · the prefix wd: is not declared near .*PREFIX wd: <",
        ),
        ("SELECT * { ?x ?p ?y", r"at the end of the line; mend it there; `fuwen query --list`"),
        (
            "SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y }",
            r"line 1, column \d+: .* · the SELECT contains a variable",
        ),
        ("SELECT * { ?x ?p ?y", r"line 1, column \d+: .* · expected .*\}"),
        ("", "is empty; a query only reads: SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("# nothing\nPREFIX a: <http://a/>\n", "is empty; a query only reads"),
        ('SELECT ?x { ?x fuwen:name "a }', r"line 1, column \d+: .* · a text that is not closed"),
        (
            "INSERT DATA { <a:a> <a:b> 1 }",
            "line 1, column 1: .* · INSERT would change the graph; a query only reads",
        ),
        ("PREFIX a: <http://a/>\nDELETE WHERE { a:b ?y ?z }", "line 2, column 1: .* · DELETE would change"),
        ("drop all", "line 1, column 1: .* · DROP would change the graph; a query only reads: SELECT, ASK"),
        ("{ ?x ?y ?z }", "asks for nothing; a query only reads"),
        (
            "SELCT ?x { ?x ?y ?z }",
            "line 1, column 1: .* · SELCT is no beginning of a query; a query only reads",
        ),
    ],
)
def test_a_query_that_cannot_be_read_is_answered_with_line_and_column(engine, query, message):
    with pytest.raises(QueryError, match=message):
        engine.run(query)


def test_a_missing_build_is_answered_with_the_next_step(tmp_path):
    with pytest.raises(MissingBuild, match=r"graph\.ttl: 读不到；.* · .* run `fuwen build` first"):
        run(FUNDS, tmp_path)


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_broken_turtle_is_reported_with_its_line(tmp_path, name):
    (tmp_path / "graph.ttl").write_text("@prefix a: <http://a/> .\na:b a:c .\n", encoding="utf-8")
    with pytest.raises(MissingBuild, match=r"line 2.*broken Turtle"):
        load(tmp_path, name)


def test_a_build_without_ttl_is_told_from_no_build(tmp_path):
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(
        MissingBuild, match=r"graph\.ttl: 这次构建没有写 ttl；.* · .* build again with --format ttl"
    ):
        run(FUNDS, tmp_path)


def test_an_unknown_engine_is_refused(build):
    with pytest.raises(UsageError, match=r"没有这种引擎.*: oxigraph, rdflib"):
        run(FUNDS, build, engine="jena")


@pytest.mark.parametrize("seconds", ["nan", "inf", "1e300", "-1"])
def test_a_timeout_that_no_system_can_wait_for_is_bad_usage(seconds, build, capsys):
    assert cli.main(["query", "ASK {}", "--in", str(build), "--timeout", seconds]) == 2
    assert f"--timeout {float(seconds):g}: 须是 0" in capsys.readouterr().err


def test_an_empty_graph_is_no_build(tmp_path):
    (tmp_path / "graph.ttl").touch()
    with pytest.raises(MissingBuild, match=r"graph\.ttl: 是空的；请重新构建 · is empty; build again"):
        run("ASK {}", tmp_path)


def test_a_query_with_a_timeout_gives_the_same_rows(build):
    assert run(FUNDS, build, timeout=60).rows == run(FUNDS, build).rows


def test_a_query_that_runs_away_is_ended(build):
    with pytest.raises(QueryTimeout, match=r"longer than 1\.5 s.*--timeout") as caught:
        run(ENDLESS, build, timeout=1.5)
    assert caught.value.exit_code == 3


def test_errors_of_the_other_process_come_back_as_they_are(tmp_path):
    (tmp_path / "graph.ttl").write_text("oops", encoding="utf-8")
    with pytest.raises(MissingBuild, match="broken Turtle"):
        run("ASK { ?s ?p ?o }", tmp_path, timeout=60)


def test_a_question_is_found_by_name_and_a_near_miss_is_named():
    assert resolve("aliases") == questions.load()["aliases"].text
    with pytest.raises(NotFound, match="did you mean aliases"):
        resolve("alias")


def test_a_file_is_read_and_a_missing_one_is_named(tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("\ufeff" + FUNDS, encoding="utf-8")
    assert resolve(str(path)) == FUNDS
    with pytest.raises(NotFound, match=r"none\.rq: 读不到.* · cannot be read"):
        resolve(str(tmp_path / "none.rq"))


WITH_PARAMETERS = (
    'SELECT * { VALUES ?name { "a" } VALUES ?least { 3 } ?x fuwen:name ?name ; fuwen:weight ?least }'
)


def test_a_parameter_replaces_its_default_and_keeps_its_type():
    bound = bind(WITH_PARAMETERS, {"name": "江宁", "least": "12"})
    assert names(bound) == {"name": '"江宁"', "least": "12"}


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"nam": "x"}, "没有这个参数.* · the query has no such parameter, it has: name, least"),
        ({"least": "x } #"}, "must be a whole number"),
    ],
)
def test_a_wrong_parameter_is_named(params, message):
    with pytest.raises(UsageError, match=message):
        bind(WITH_PARAMETERS, params)


@given(value=st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_a_value_never_changes_what_the_query_asks(build, value):
    query = bind('SELECT ?given { VALUES ?given { "x" } }', {"given": value})
    assert values(load_once(build).run(query)) == [(value,)]


_LOADED = {}


def load_once(build):
    return _LOADED.setdefault(build, load(build, "oxigraph"))


def sample():
    return Result(
        columns=("name", "n", "iri"),
        rows=(
            (Cell(value="江宁种子基金"), Cell(value="2", datatype="http://www.w3.org/2001/XMLSchema#integer"), None),
            (Cell(value='=cmd|"x"\n'), Cell(value="-12", datatype="http://www.w3.org/2001/XMLSchema#integer"),
             Cell(value="https://w3id.org/fuwen/ns#status-done", kind="uri")),
            (Cell(value="a", language="zh"), None, Cell(value="https://w3id.org/fuwen/id/e/平台", kind="uri")),
        ),
        prefixes={"e": "https://w3id.org/fuwen/id/e/", "fuwen": "https://w3id.org/fuwen/ns#"},
    )  # fmt: skip


def test_a_table_is_aligned_for_wide_characters():
    lines = render(sample()).splitlines()
    assert lines[0].startswith("name          ")
    assert [width(line[: line.index(mark)]) for line, mark in ((lines[2], "2"), (lines[3], "12"))] == [16, 15]
    assert "已做 done" in lines[3]
    assert "e:平台" in lines[4]
    assert lines[-1] == "(3 行 rows)"


def test_csv_and_tsv_shorten_iris_and_let_no_spreadsheet_run_a_cell():
    for format_, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.reader(io.StringIO(render(sample(), format_)), delimiter=delimiter))
        assert rows[1] == ["江宁种子基金", "2", ""]
        assert rows[2] == ['\'=cmd|"x"\n', "-12", "fuwen:status-done"]


def test_json_is_the_format_of_the_w3c():
    answer = json.loads(render(sample(), "json"))
    assert answer["head"]["vars"] == ["name", "n", "iri"]
    first, second, third = answer["results"]["bindings"]
    assert first["n"] == {
        "type": "literal",
        "value": "2",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }
    assert second["iri"] == {"type": "uri", "value": "https://w3id.org/fuwen/ns#status-done"}
    assert third["name"] == {"type": "literal", "value": "a", "xml:lang": "zh"}


def test_json_of_an_ask_is_a_truth_value(build):
    assert json.loads(render(run("ASK { ?x a fuwen:Fund }", build), "json")) == {"head": {}, "boolean": True}


def test_markdown_keeps_every_row_on_one_line_and_runs_no_markup():
    lines = render(sample(), "md").splitlines()
    assert len(lines) == 5
    assert r"=cmd\|" in lines[3]
    hostile = Result(columns=("x",), rows=((Cell(value="<img onerror=1> `a` |"),),))
    assert render(hostile, "md").splitlines()[2] == r"| \<img onerror=1\> \`a\` \| |"


def test_an_empty_answer_is_shown_as_one(build):
    assert render(run("SELECT ?x { ?x fuwen:name '没有' }", build)).endswith("(0 行 rows)\n")


def test_an_unknown_format_is_refused(build):
    with pytest.raises(UsageError, match=r"没有这种格式.*: table, csv, tsv, json, md"):
        render(sample(), "xml")


def test_an_unknown_format_is_refused_before_the_query_is_asked(build, monkeypatch, capsys):
    monkeypatch.setattr("graph.query.run", lambda *_, **__: pytest.fail("the query was asked"))
    assert cli.main(["query", "departments", "--in", str(build), "--format", "xls"]) == 2
    assert "no such format, known are: table" in capsys.readouterr().err


@given(st.text(max_size=30))
def test_a_table_never_breaks_a_line(value):
    result = Result(columns=("x",), rows=((Cell(value=value),),))
    assert len(render(result).split("\n")) == 5


NO_TERM = "没有这个词，见 ontology.html · no such term, ontology.html lists all"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?x { ?x a fuwen:Fundd }", [f"fuwen:Fundd: {NO_TERM} · 是否指 did you mean fuwen:Fund?"]),
        (
            "SELECT ?x { ?x fuwen:nam/fuwen:name ?y }",
            [f"fuwen:nam: {NO_TERM} · 是否指 did you mean fuwen:name?"],
        ),
        (
            "ASK { ?x a <https://w3id.org/fuwen/ns#Qqq> }",
            [f"fuwen:Qqq: {NO_TERM}"],
        ),
        ("SELECT ?x { ?x a fuwen:Fund ; fuwen:name 'fuwen:Fundd' } # fuwen:Fundd", []),
        ("PREFIX fuwen: <http://example.org/> SELECT ?x { ?x a fuwen:Fundd }", []),
        ("PREFIX fuwen: <https://w3id.org/fuwen/ns#> ASK { ?x a fuwen:Fund, skos:Fundd }", []),
    ],
)
def test_a_misspelt_term_of_ours_is_told_with_the_nearest(query, told):
    assert list(unknown_terms(query)) == told


@pytest.mark.parametrize("name", sorted(questions.load()))
def test_the_shipped_questions_hold_terms_of_ours_only(name):
    assert list(unknown_terms(questions.load()[name].text)) == []


def test_a_question_without_rows_says_which_default_it_was_asked_with(build, capsys):
    assert cli.main(["query", "beside", "--in", str(build), "--timeout", "0"]) == 0
    told = capsys.readouterr()
    assert "(0 行 rows)" in told.out
    assert (
        "with the default name=深交所科技成果与知识产权交易中心; ask for yours with --param name=…"
        in told.err
    )
    assert "按默认值 name=深交所科技成果与知识产权交易中心 没有结果；请用 --param name=… 另问" in told.err
    assert unfitting_defaults(questions.load()["beside"].text, {"name": "x"}) == ""
    cli.main(["query", "SELECT ?x { ?x a fuwen:Fundd }", "--in", str(build), "--timeout", "0"])
    assert capsys.readouterr().err == f"fuwen: fuwen:Fundd: {NO_TERM} · 是否指 did you mean fuwen:Fund?\n"


def test_a_question_without_rows_says_how_its_values_are_written(build, capsys):
    asked = ["query", "funds-on-topic", "--param", "topic=茶", "--in", str(build), "--timeout", "0"]
    assert cli.main(asked) == 0
    told = capsys.readouterr().err
    assert "没有与 topic=茶 相符的内容" in told
    assert "养老" in told
    cli.main(["query", "beside", "--param", "name=某中心", "--in", str(build), "--timeout", "0"])
    told = capsys.readouterr().err
    assert "nothing fits name=某中心" in told
    assert "topics" not in told
    assert unmatched({}) == ""


def test_the_table_of_an_answer_fits_a_terminal_and_keeps_its_columns(build, monkeypatch):
    result = run("SELECT ?reply ?quote ?none { ?reply fuwen:evidence ?e . ?e fuwen:quote ?quote }", build)
    monkeypatch.setenv("COLUMNS", "50")
    lines = render(result).splitlines()
    assert max(map(width, lines)) <= 50
    assert lines[0].split() == ["reply", "quote", "none"]
    monkeypatch.delenv("COLUMNS")
    assert max(map(width, render(result).splitlines())) > 50


def test_a_graph_that_another_program_wrote_cannot_steer_the_terminal():
    result = Result(
        columns=("name",), rows=((Cell(kind="literal", value="基金\x1b[2J\u202e"),),), form="SELECT"
    )
    for shown in (render(result), render(result, "md")):
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_of_two_prefixes_that_fit_the_longer_one_shortens():
    prefixes = {"id": "https://w3id.org/fuwen/id/", "e": "https://w3id.org/fuwen/id/e/"}
    result = Result(columns=(), rows=(), prefixes=prefixes)
    assert result.shortened("https://w3id.org/fuwen/id/e/平台") == "e:平台"
    assert result.shortened("https://w3id.org/fuwen/id/x") == "id:x"
    assert result.shortened("https://example.org/") == "<https://example.org/>"
