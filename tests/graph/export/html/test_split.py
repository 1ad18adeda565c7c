"""A graph too large for one page: an index, and the letters in parts."""

from __future__ import annotations

import json
import re
from operator import attrgetter

import pytest
import synthetic
from changed import replace

from graph.export import foremost
from graph.export.html import page, split
from graph.storage.spool import Shelf
from graph.tables.claim_records import ThreadRow
from graph.tables.schema import row_types


@pytest.fixture
def small_pages(monkeypatch):
    """Three letters a part, whatever they weigh."""
    monkeypatch.setattr(split, "LARGEST_PAGE", 1000)
    monkeypatch.setattr(split, "LETTERS_PER_PART", 3)


def start_of(html: str) -> dict:
    return json.loads(re.search(r'id="data-start"[^>]*>(.*?)</script>', html, re.S).group(1))


def test_a_small_graph_is_one_page(tmp_path):
    assert [path.name for path in page.write(synthetic.publication(2), tmp_path)] == ["graph.html"]


def test_a_large_graph_is_an_index_and_parts_that_know_each_other(tmp_path, small_pages):
    publication = synthetic.publication(7)
    written = page.write(publication, tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in written]
    assert names == ["graph-parts/0001.html", "graph-parts/0002.html", "graph-parts/0003.html", "graph.html"]
    index = start_of((tmp_path / "graph.html").read_text(encoding="utf-8"))
    assert [part["file"] for part in index["parts"]] == names[:-1]
    assert sorted(index["part_of"]) == [0, 0, 0, 1, 1, 1, 2]
    first = start_of(written[0].read_text(encoding="utf-8"))
    assert first["index"] == "../graph.html"
    assert first["part"]["of"] == 3


def test_every_letter_and_every_sentence_stands_in_exactly_one_part(small_pages):
    publication = synthetic.with_claims(synthetic.publication(7))
    shares = [share for _, share in split.split(publication, split.parts(publication))]
    for name in ("letters", "sentences", "mentions", "commitments"):
        rows = [row for share in shares for row in getattr(share.tables, name)]
        assert sorted(map(repr, rows)) == sorted(map(repr, getattr(publication.tables, name)))
    assert {letter for share in shares for letter in share.texts} == set(publication.texts)


def test_a_part_holds_both_ends_of_its_edges(small_pages):
    publication = synthetic.publication(7)
    shares = [share for _, share in split.split(publication, split.parts(publication))]
    assert len(shares) == 3
    for share in shares:
        known = {row.entity_id for row in share.tables.entities}
        assert share.tables.edges
        assert all(row.source in known and row.target in known for row in share.tables.edges)
        assert {row.edge_id for row in share.tables.evidence} <= {row.edge_id for row in share.tables.edges}


def test_a_part_holds_the_threads_of_its_promises(small_pages):
    plain = synthetic.with_claims(synthetic.publication(7))
    promises = plain.tables.commitments
    threads = [
        ThreadRow(
            thread_id=f"t{at}", course="open", title="试点", commitment_ids=(row.commitment_id,),
            letter_ids=(row.letter_id,),
        )
        for at, row in enumerate(promises)
    ]  # fmt: skip
    publication = replace(plain, tables=replace(plain.tables, threads=threads))
    shares = [share.tables for _, share in split.split(publication, split.parts(publication))]
    assert len(shares) == 3
    for share in shares:
        own = [row.commitment_id for row in share.commitments]
        assert [one for row in share.threads for one in row.commitment_ids] == own


def test_rows_on_disk_give_the_bytes_of_rows_in_memory(tmp_path, small_pages):
    publication = synthetic.with_claims(synthetic.publication(7))
    tables = publication.tables
    shelf = Shelf()
    on_disk = {name: shelf.spool(type(rows[0]), 5) for name in row_types() if (rows := getattr(tables, name))}
    for name, rows in on_disk.items():
        order = "edge_id" if name in ("edges", "evidence") else ""
        rows.extend(sorted(getattr(tables, name), key=attrgetter(order)) if order else getattr(tables, name))
    in_memory = replace(tables, **{name: [*rows] for name, rows in on_disk.items()})
    pages = []
    for folder, given in ((tmp_path / "1", in_memory), (tmp_path / "2", replace(tables, **on_disk))):
        folder.mkdir()
        written = page.write(replace(publication, tables=given), folder)
        pages.append({path.relative_to(folder): path.read_bytes() for path in written})
    assert len(pages[0]) == 4
    assert pages[0] == pages[1]


def test_the_index_and_every_part_have_places_of_their_own(small_pages):
    publication = synthetic.publication(7)
    shares = [split.index_of(publication)]
    shares += [share for _, share in split.split(publication, split.parts(publication))]
    for share in shares:
        assert set(share.positions) == {row.entity_id for row in share.tables.entities}
    first, second = ({key: share.positions[key] for key in share.positions} for share in shares[1:3])
    both = {*first} & {*second}
    assert both
    assert any(first[key] != second[key] for key in both)


def test_an_end_of_an_edge_that_names_none_of_its_letters_is_in_the_part_all_the_same(small_pages):
    publication = synthetic.publication(7)
    bare = [replace(row, letter_ids=()) for row in publication.tables.entities]
    bare = replace(publication, tables=replace(publication.tables, entities=bare))
    for _, share in split.split(bare, split.parts(bare)):
        ends = {end for row in share.tables.edges for end in (row.source, row.target)}
        assert [row.entity_id for row in share.tables.entities] == [
            row.entity_id for row in bare.tables.entities if row.entity_id in ends
        ]


def test_letters_of_one_department_stand_together(small_pages):
    found = split.parts(synthetic.publication(12))
    order = [department for part in found for department in part.departments]
    assert order == sorted(order)


def test_the_index_keeps_letters_and_what_most_of_them_name(monkeypatch):
    monkeypatch.setattr(foremost, "ROOM", foremost.Size(6, 2))
    publication = synthetic.publication(7)
    index = split.index_of(publication)
    letters = {"reply", "proposal"}
    assert sum(row.kind in letters for row in index.tables.entities) == 3
    named, every = (
        sorted((row.letter_count for row in tables.entities if row.kind not in letters), reverse=True)
        for tables in (index.tables, publication.tables)
    )
    assert named == every[:3]
    assert len(index.tables.edges) <= 2
    assert index.texts == {}


def test_the_index_tells_of_the_evidence_of_all_parts(tmp_path, small_pages):
    publication = synthetic.publication(7)
    page.write(publication, tmp_path)
    start = start_of((tmp_path / page.FILE).read_text(encoding="utf-8"))
    assert start["evidence"] == len(publication.tables.evidence) > 0


def test_a_page_estimated_as_large_is_split():
    assert not split.is_too_large(synthetic.publication(5))
    publication = synthetic.publication(1)
    (letter,) = publication.texts
    huge = dict.fromkeys(publication.texts, "字" * 13_000_000)
    assert split.is_too_large(replace(publication, texts=huge)), letter


def test_more_nodes_than_a_browser_handles_are_split_however_small_the_page(monkeypatch):
    publication = synthetic.publication(3)
    room = foremost.Size(len(publication.tables.entities) - 1, 150_000)
    monkeypatch.setattr(foremost, "ROOM", room)
    assert split.is_too_large(publication)


def test_a_large_graph_without_texts_is_an_index_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(foremost, "ROOM", foremost.Size(20, 40))
    (path,) = page.write(synthetic.sparse_publication(60), tmp_path)
    start = start_of(path.read_text(encoding="utf-8"))
    assert start["parts"] == []
    assert start["whole"]["nodes"] == 60
