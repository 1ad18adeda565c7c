"""What is written beside trained weights can be checked against the texts that they were trained on."""

import hashlib
import tomllib

import pytest

from graph.weights_file import data_hash, write_weights


@pytest.fixture
def folder(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.txt").write_text("市财政局设立青石发展基金。", encoding="utf-8")
    (data / "mentions.jsonl").write_text('{"doc": "a"}\n', encoding="utf-8")
    return data


@pytest.mark.parametrize("changed", ["a.txt", "mentions.jsonl", "b.tsv"])
def test_the_hash_of_a_folder_tells_that_its_data_changed(folder, changed):
    before = data_hash(folder)
    (folder / changed).write_text("市财政局设立谱联发展基金。", encoding="utf-8")
    assert data_hash(folder) != before


def test_what_is_no_data_does_not_change_the_hash(folder):
    before = data_hash(folder)
    (folder / "README.md").write_text("# Letters", encoding="utf-8")
    assert data_hash(folder) == before


def test_weights_have_their_count_their_hash_and_their_data_beside_them(folder, tmp_path):
    out = tmp_path / "weights.tsv"
    write_weights(["bias\t1", "word\t-2"], out, trained_by="me", what="features", data={"tests/data": "abc"})
    told = tomllib.loads(out.with_suffix(".toml").read_text(encoding="utf-8"))
    assert out.read_bytes() == b"bias\t1\nword\t-2\n"
    assert told == {
        "licence": "Apache-2.0",
        "trained_by": "me",
        "features": 2,
        "sha256": hashlib.sha256(out.read_bytes()).hexdigest(),
        "data": {"tests/data": "abc"},
    }
