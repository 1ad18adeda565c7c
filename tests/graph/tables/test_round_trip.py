"""Curation by the command line alone: build, review, fill in, build, build again, add letters, build."""

import csv
import shutil
from pathlib import Path

import pytest

from graph.answers.diff import diff
from graph.cli import main
from graph.link.identifiers import load_ids
from graph.tables.read_tables import read_tables

GOLD = Path(__file__).parents[2] / "gold"
FIRST = ("cppcc-2024237.txt", "npc-JY20230063.txt", "cppcc-2025141.txt")
LATER = ("cppcc-2024232.txt", "cppcc-2024079.txt")


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def save(path, filled):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, filled[0].keys())
        writer.writeheader()
        writer.writerows(filled)


def entities(build):
    return {row.entity_id: row for row in read_tables(build).entities if row.entity_id.startswith("e/")}


def issues(build, *codes):
    return [(row.code, row.where, row.value) for row in read_tables(build).issues if row.code in codes]


@pytest.fixture(scope="module")
def trip(tmp_path_factory):
    """Return the folders of five builds in a row, and the state folder."""
    folder = tmp_path_factory.mktemp("trip")
    letters = folder / "letters"
    letters.mkdir()
    for name in FIRST:
        shutil.copy(GOLD / name, letters)

    def build(name):
        options = ["--runner", "serial", "--format", "tables", "--out", str(folder / name)]
        assert main(["build", str(letters), *options]) == 0
        return folder / name

    builds = {"first": build("first")}
    assert main(["review", "--in", str(builds["first"]), "--out", str(folder / "review")]) == 0
    pairs = rows(folder / "review" / "review_decisions.csv")
    for number, verdict in enumerate(("same", "different")):
        pairs[number] |= {"verdict": verdict, "by": "a reader", "why": "说明"}
    save(letters / "fuwen" / "decisions.csv", pairs)
    facts = rows(folder / "review" / "review_facts.csv")
    unsigned = next(row for row in facts if row["field"] == "department")
    unsigned |= {"value": "福田区科技和工业信息化局", "by": "a reader"}
    save(letters / "fuwen" / "facts.csv", facts)
    builds |= {"decided": build("decided"), "again": build("again")}
    for name in LATER:
        shutil.copy(GOLD / name, letters)
    builds["grown"] = build("grown")
    return builds, letters / "fuwen", pairs


def test_there_is_something_to_decide(trip):
    assert len(trip[2]) >= 2


@pytest.mark.parametrize("name", ["decided", "again", "grown"])
def test_every_later_build_follows_the_decisions(trip, name):
    builds, _, (same, different, *_) = trip
    names = [{row.name, *row.aliases} for row in entities(builds[name]).values()]
    assert any({same["name"], same["other_name"]} <= forms for forms in names)
    assert not any({different["name"], different["other_name"]} <= forms for forms in names)


@pytest.mark.parametrize("name", ["decided", "again", "grown"])
def test_what_was_decided_is_not_proposed_again(trip, name):
    builds, _, pairs = trip
    tables = read_tables(builds[name])
    nodes = {row.entity_id: row.name for row in tables.entities}
    proposed = {
        frozenset((nodes[e.source], nodes[e.target])) for e in tables.edges if e.certainty == "suggested"
    }
    assert not {frozenset((pair["name"], pair["other_name"])) for pair in pairs[:2]} & proposed


@pytest.mark.parametrize("name", ["decided", "grown"])
def test_a_stated_department_is_kept_as_stated(trip, name):
    letters = {row.source: row for row in read_tables(trip[0][name]).letters}
    row = letters["cppcc-2024237.txt"]
    assert (row.department, row.department_basis) == ("福田区科技和工业信息化局", "fact")


def test_rows_that_nobody_answered_are_no_faults(trip):
    assert issues(trip[0]["decided"], "bad_decision", "stale_decision", "fact_not_applied") == []


def test_building_again_changes_nothing(trip):
    assert diff(trip[0]["decided"], trip[0]["again"]).is_empty


def test_more_letters_take_no_entity_and_no_id_away(trip):
    builds, state, _ = trip
    changes = diff(builds["again"], builds["grown"])
    assert len(changes.letters.added) == len(LATER)
    assert changes.letters.removed == changes.entities.vanished == changes.entities.split == ()
    book = load_ids(state / "ids.csv")
    known = {row.id: row.merged_into or row.id for row in book.rows}
    assert {known[one] for one in (*entities(builds["first"]), *entities(builds["decided"]))} <= entities(
        builds["grown"]
    ).keys()


def test_a_merge_by_decision_is_told_as_one(trip):
    builds, _, (same, *_) = trip
    merged = diff(builds["first"], builds["decided"]).entities.merged
    assert any(same["name"] in " ".join(change.before) for change in merged)


def test_a_review_never_overwrites_what_was_filled_in(trip, tmp_path):
    build = str(trip[0]["first"])
    assert main(["review", "--in", build, "--out", str(tmp_path)]) == 0
    assert main(["review", "--in", build, "--out", str(tmp_path)]) == 5
