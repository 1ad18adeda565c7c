"""GEXF and GraphML side by side: the same bytes as one after the other."""

from pathlib import Path

import pytest
import synthetic

from graph.errors import ExportError
from graph.export import gexf, graphml, text_file, xml_files


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"all_directed": True, "spells": "day"},
        {"profile": "full"},
        {"profile": "entities"},
        {"profile": "letters"},
    ],
)
@pytest.mark.parametrize("together", [1, 500])
def test_both_files_have_the_bytes_of_each_alone(options, together, tmp_path, monkeypatch):
    monkeypatch.setattr(text_file, "_TOGETHER", together)
    publication = synthetic.with_claims(synthetic.publication(40))
    alone = (
        *gexf.write(publication, tmp_path / "alone", **options),
        *graphml.write(publication, tmp_path / "alone"),
    )
    both = xml_files.write(publication, tmp_path / "both", options)
    assert [path.name for path in both] == [path.name for path in alone]
    assert [path.read_bytes() for path in both] == [path.read_bytes() for path in alone]


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / graphml.FILE).mkdir()
    with pytest.raises(ExportError, match=graphml.FILE):
        xml_files.write(synthetic.publication(2), tmp_path, {})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_of_several_files_the_one_that_fails_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(text_file, "BUFFER", 2)
    full = tmp_path / "full"
    full.symlink_to("/dev/full")
    files = {full: iter([b"more than the buffer holds"]), tmp_path / "plain": iter([b"as much again"])}
    with pytest.raises(ExportError, match=r"full: 无法写出.* · cannot be written"):
        text_file.write_side_by_side(files)
