import json
import threading
from pathlib import Path

import pytest

from graph.errors import ExportError, UsageError
from graph.export.foremost import Size
from graph.pipeline import BuildOptions, build
from graph.publish import publish
from graph.storage.build_folder import MANIFEST, MARK, exclusively, read_manifest, recover


@pytest.fixture(scope="module")
def made():
    return build(BuildOptions())


def tables_only(made, out):
    return publish(made, out, formats=["tables"])


def test_a_build_lists_every_file_with_its_hash_in_the_manifest(made, tmp_path):
    written = tables_only(made, tmp_path / "exports")
    manifest = json.loads((written.folder / MANIFEST).read_text(encoding="utf-8"))

    on_disk = {p.relative_to(written.folder).as_posix() for p in written.folder.rglob("*") if p.is_file()}
    assert on_disk == {*manifest["files"], MANIFEST}
    assert manifest["counts"]["letters"] == 5


def test_a_second_build_replaces_ours_and_keeps_what_others_put_there(made, tmp_path):
    out = tmp_path / "exports"
    tables_only(made, out)
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    (out / "tables" / "letters.csv").write_text("spoilt", encoding="utf-8")
    tables_only(made, out)

    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert "spoilt" not in (out / "tables" / "letters.csv").read_text(encoding="utf-8-sig")
    assert not list(tmp_path.glob("exports.*"))


def test_a_folder_that_is_no_build_is_refused_and_left_alone(made, tmp_path):
    out = tmp_path / "thesis"
    out.mkdir()
    (out / "chapter1.docx").write_bytes(b"years of work")
    with pytest.raises(ExportError, match="no build of fuwen"):
        tables_only(made, out)

    assert [path.name for path in out.iterdir()] == ["chapter1.docx"]


def test_the_report_says_what_it_counts_and_a_node_is_part_of_all_letters_that_cite_it(made, tmp_path):
    written = tables_only(made, tmp_path / "exports")
    report = (written.folder / "report.md").read_text(encoding="utf-8")
    section = report.partition("## 涉及复文最多的实体 · Part of most letters")[2].partition("##")[0]
    assert "`fuwen query cited-often`" in section
    cited = {edge.source: edge.letter_count for edge in made.tables.edges if edge.relation == "cited_in"}
    parts = {row.entity_id: row.letter_count for row in made.tables.entities}
    assert all(parts[one] >= letters for one, letters in cited.items())
    (addressed,) = (row.entity_id for row in made.tables.entities if row.name == "福田区政协")
    assert (parts[addressed], cited[addressed]) == (4, 1)


def test_a_failing_writer_leaves_the_old_build_whole(made, tmp_path, monkeypatch):
    out = tmp_path / "exports"
    tables_only(made, out)
    before = (out / MANIFEST).read_bytes()

    def broken(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.publish.write_report", broken)
    with pytest.raises(KeyboardInterrupt):
        tables_only(made, out)

    assert (out / MANIFEST).read_bytes() == before
    assert not list(tmp_path.glob("exports.*"))


@pytest.mark.parametrize("complete", [True, False])
def test_an_interrupted_swap_is_finished_or_undone_at_the_next_run(made, tmp_path, complete):
    out = tmp_path / "exports"
    tables_only(made, out)
    out.rename(tmp_path / ".exports.fuwen-old")
    if complete:
        tables_only(made, tmp_path / "exports.new")
    recover(out)

    assert read_manifest(out) is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["exports"]


def test_copies_that_people_keep_beside_a_build_are_left_alone(made, tmp_path):
    out = tmp_path / "exports"
    tables_only(made, out)
    tables_only(made, tmp_path / "exports.old")
    tables_only(made, out)
    assert read_manifest(tmp_path / "exports.old") is not None
    tables_only(made, tmp_path / "exports.new")
    with pytest.raises(ExportError, match=r"exports\.new: 挡住了.* · is in the way"):
        tables_only(made, out)
    assert read_manifest(tmp_path / "exports.new") is not None


def test_what_an_interrupted_build_left_is_cleared_away(made, tmp_path):
    left = tmp_path / "exports.new"
    left.mkdir()
    (left / MARK).touch()
    (left / "graph.ttl").write_text("half", encoding="utf-8")
    tables_only(made, tmp_path / "exports")
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]
    assert not (tmp_path / "exports" / MARK).exists()


def test_a_link_to_a_folder_is_followed_and_stays_a_link(made, tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "exports"
    try:
        link.symlink_to(tmp_path / "real", target_is_directory=True)
    except OSError:
        pytest.skip("this system lets only administrators make links")
    if not link.is_symlink():
        pytest.skip("this system makes links that it does not tell as such")
    for _ in range(2):
        tables_only(made, link)
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["exports", "real"]


def test_the_root_of_a_file_system_is_refused(made):
    with pytest.raises(ExportError, match="root of a file system"):
        tables_only(made, Path(Path.cwd().anchor))


def test_a_file_held_open_leaves_the_new_build_beside_the_old_and_says_so(made, tmp_path, monkeypatch):
    out = tmp_path / "exports"
    tables_only(made, out)
    rename = Path.rename

    def held(self, target):
        if self == out:
            raise PermissionError(13, "used by another process")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(ExportError, match=r"exports\.new"):
        tables_only(made, out)

    assert read_manifest(out) is not None
    assert read_manifest(tmp_path / "exports.new") is not None


@pytest.mark.parametrize("formats", [["gexf"], ["graphml", "ttl"], ["gephi"]])
def test_files_for_graph_programs_are_bounded_where_there_is_less_room_and_the_manifest_says_so(
    made, tmp_path, formats
):
    whole = Size.of(made.tables)
    written = publish(made, tmp_path / "exports", formats=formats, room=Size(whole.nodes, whole.edges - 1))
    assert written.bounded == whole
    manifest = read_manifest(written.folder)
    assert manifest["graph_files"] == {"nodes": whole.nodes, "edges": whole.edges - 1}


@pytest.mark.parametrize(("formats", "less", "min_letters"), [("gexf", 0, 1), ("ttl", 1, 1), ("gexf", 1, 2)])
def test_a_manifest_says_nothing_of_room_where_there_is_enough_or_nobody_needs_it(
    made, tmp_path, formats, less, min_letters
):
    whole = Size.of(made.tables)
    room = Size(whole.nodes, whole.edges - less)
    written = publish(made, tmp_path / "exports", formats=[formats], room=room, min_letters=min_letters)
    assert written.bounded is None
    assert "graph_files" not in read_manifest(written.folder)


def test_the_manifest_says_which_profile_a_gexf_file_has_unless_it_is_the_full_one(made, tmp_path):
    for profile, said in (("entities", "entities"), ("full", None)):
        written = publish(made, tmp_path / "exports", formats=["gexf"], gexf={"profile": profile})
        assert read_manifest(written.folder).get("gexf_profile") == said


def test_an_unknown_format_names_the_known_ones(made, tmp_path):
    with pytest.raises(UsageError, match="graphml"):
        publish(made, tmp_path / "exports", formats=["xls"])


def elsewhere(action):
    """What an action in another thread, which shares no lock with ours, raises."""
    told = []

    def run():
        try:
            action()
        except ExportError as error:
            told.append(str(error))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return told


def test_two_builds_do_not_write_one_folder_at_once(made, tmp_path):
    out = tmp_path / "new" / "exports"
    with exclusively(out):
        told = elsewhere(lambda: tables_only(made, out))
        assert len(told) == 1
        assert "another build" in told[0]
        assert not out.exists()
        tables_only(made, out)
    assert elsewhere(lambda: tables_only(made, out)) == []
    assert [path.name for path in out.parent.iterdir()] == ["exports"]


def test_a_build_that_writes_nothing_leaves_no_folder(tmp_path):
    with exclusively(tmp_path / "a" / "b" / "exports"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_part_of_a_build_never_takes_the_place_of_a_whole_one(made, tmp_path, monkeypatch):
    out = tmp_path / "exports"
    tables_only(made, out)
    before = (out / MANIFEST).read_bytes()

    def by_another_hand(_, path):
        (path.parent / "tables" / "edges.csv").unlink()

    monkeypatch.setattr("graph.publish.write_report", by_another_hand)
    with pytest.raises(ExportError, match=r"edges\.csv: 写出后不见了.* · was written and is gone"):
        tables_only(made, out)
    assert (out / MANIFEST).read_bytes() == before
    assert (out / "tables" / "edges.csv").exists()
