"""What people decided of two bodies, from the row to tables and RDF: a renaming has its own day."""

import csv

import pytest
import rdflib
from rdflib.namespace import DCTERMS, ORG, RDF, XSD

from graph.cli import main
from graph.link.decisions import COLUMNS
from graph.tables.read_tables import read_tables
from ontology.vocabulary import NAMESPACE

OLD, NEW = "江宁区科技创新局", "江宁区科技和工业信息化局"
LETTER = """对区政协六届四次会议第2024237号提案的答复

张立明委员：
    您提出的提案收悉。现答复如下：
    我局会同区财政局推动科技创新。{more}
    感谢您的支持。

{signed}
{day}
"""
RENAMED = f"{OLD}更名为{NEW}。"


@pytest.fixture
def built(tmp_path):
    """Return a function that builds two letters with successor rows and returns the folder of the build."""
    folder = tmp_path / "letters"
    (folder / "fuwen").mkdir(parents=True)

    def build(*days, more=""):
        for name, signed, day in (("a", OLD, "2023年6月1日"), ("b", NEW, "2024年9月12日")):
            text = LETTER.format(signed=signed, day=day, more=more if name == "b" else "")
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        with (folder / "fuwen" / "decisions.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            said = {"verdict": "successor", "name": OLD, "other_name": NEW, "by": "a reader"}
            writer.writerows({**said, "value": day, "why": f"reform, {day}"} for day in days)
        code = main(["build", str(folder), "--out", str(tmp_path / "out"), "--runner", "serial"])
        assert code == (4 if len(set(days)) > 1 else 0)  # a row that was not followed
        return tmp_path / "out"

    return build


def succession(folder):
    """Return the dates of the one edge from the old body to the new one, and of the decisions behind it."""
    tables = read_tables(folder)
    (edge,) = [row for row in tables.edges if row.relation == "succeeded_by"]
    proofs = [row for row in tables.evidence if row.edge_id == edge.edge_id]
    return edge, sorted(row.date for row in proofs if row.origin == "decision")


def change(folder):
    """Return the graph of a build and the one change of a body in it."""
    graph = rdflib.Graph(bind_namespaces="none").parse(folder / "graph.ttl")
    (event,) = graph.subjects(RDF.type, ORG.ChangeEvent)
    return graph, event


@pytest.mark.parametrize(
    ("day", "typed"),
    [
        ("2024-01-10", ("2024-01-10", XSD.date)),
        ("2024-01", ("2024", XSD.gYear)),
        ("2024", ("2024", XSD.gYear)),
    ],
)
def test_a_renaming_is_dated_with_the_day_of_its_row(built, day, typed):
    folder = built(day)
    edge, decided = succession(folder)
    assert (edge.first_date, edge.last_date, decided) == (day, day, [day])
    graph, event = change(folder)
    date = graph.value(event, DCTERMS.date)
    assert (str(date), date.datatype) == typed
    text = graph.value(event, rdflib.URIRef(NAMESPACE + "dateText"))
    assert (str(text) if text else "") == ("2024-01" if day == "2024-01" else "")
    assert main(["check", "--in", str(folder)]) == 0


def test_the_day_of_the_row_goes_before_that_of_a_letter_which_tells_of_the_renaming(built):
    edge, decided = succession(built("2024-01-10", more=RENAMED))
    assert edge.letter_count == 1
    assert (edge.first_date, edge.last_date, decided) == ("2024-01-10", "2024-09-12", ["2024-01-10"])


def test_a_renaming_without_a_day_has_none_of_its_own(built):
    folder = built("")
    edge, decided = succession(folder)
    assert (edge.first_date, decided) == ("", [""])
    graph, event = change(folder)
    assert graph.value(event, DCTERMS.date) is None


def test_two_days_for_one_renaming_contradict_each_other_and_the_earlier_one_counts(built):
    folder = built("2024-03-01", "2024-01-10")
    edge, decided = succession(folder)
    assert (edge.first_date, decided) == ("2024-01-10", ["2024-01-10", "2024-03-01"])
    (told,) = [row for row in read_tables(folder).issues if row.code == "contradicting_decision"]
    assert (told.where, told.value) == ("row 2, column value", "2024-03-01")
    graph, event = change(folder)
    assert [str(day) for day in graph.objects(event, DCTERMS.date)] == ["2024-01-10"]
