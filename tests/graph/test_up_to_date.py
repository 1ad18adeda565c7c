"""A second build of the same is not done, and whatever has changed is noticed."""

from pathlib import Path

import pytest

from graph.cli import main

LETTERS = sorted((Path(__file__).parents[1] / "dev" / "letters").glob("*.txt"))
UNCHANGED = "nothing has changed"


@pytest.fixture
def built(tmp_path, capsys):
    """Two letters, built once; returns a function that builds again and says whether it did any work."""
    letters = tmp_path / "letters"
    letters.mkdir()
    for path in LETTERS[:2]:
        (letters / path.name).write_bytes(path.read_bytes())

    def again(*options):
        code = main(
            [
                "build",
                str(letters),
                "--out",
                str(tmp_path / "out"),
                "--cache",
                str(tmp_path / "cache"),
                *options,
            ]
        )
        said = capsys.readouterr()
        return code, UNCHANGED not in said.err, said.out

    again("--format", "tables")
    return tmp_path, again


def test_the_same_build_again_says_the_same_and_does_nothing(built):
    folder, again = built
    before = {path: path.stat().st_mtime_ns for path in (folder / "out").rglob("*")}
    code, worked, said = again("--format", "tables")
    assert (code, worked) == (0, False)
    assert "2 封复文" in said
    assert {path: path.stat().st_mtime_ns for path in (folder / "out").rglob("*")} == before


def test_a_changed_letter_is_built(built):
    folder, again = built
    letter = next((folder / "letters").glob("*.txt"))
    letter.write_text(letter.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert again("--format", "tables")[1]


def test_another_letter_is_built(built):
    folder, again = built
    (folder / "letters" / "another.txt").write_bytes(LETTERS[2].read_bytes())
    assert "3 封复文" in again("--format", "tables")[2]


def test_other_options_are_built(built):
    _, again = built
    assert again("--format", "tables,ttl")[1]
    assert again("--format", "tables,ttl", "--window", "paragraph")[1]


def test_a_decision_is_built(built):
    folder, again = built
    assert not again("--format", "tables")[1]
    facts = folder / "letters" / "fuwen" / "facts.csv"
    facts.write_text("source,field,value,evidence,by\n", encoding="utf-8")
    assert again("--format", "tables")[1]


@pytest.mark.parametrize("name", ["tables/edges.csv", "report.md", "manifest.json"])
def test_output_that_was_touched_is_built_again(built, name):
    folder, again = built
    path = folder / "out" / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert again("--format", "tables")[1]
    assert not path.read_bytes().endswith(b"\n\n")


def test_output_that_was_deleted_is_built_again(built):
    folder, again = built
    (folder / "out" / "tables" / "edges.csv").unlink()
    assert again("--format", "tables")[1]
    assert (folder / "out" / "tables" / "edges.csv").exists()


def test_without_a_cache_everything_is_built(built):
    _, again = built
    assert again("--format", "tables", "--no-cache")[1]


def test_refused_inputs_are_told_again(tmp_path, capsys):
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "one.txt").write_bytes(LETTERS[0].read_bytes())
    (letters / "empty.txt").write_bytes(b"")
    arguments = ["build", str(letters), "--out", str(tmp_path / "out"), "--cache", str(tmp_path / "cache")]
    first = (main(arguments), capsys.readouterr())
    second = (main(arguments), capsys.readouterr())
    assert first[0] == second[0] == 4
    assert UNCHANGED in second[1].err
    assert "empty.txt" in second[1].err
    assert first[1].out == second[1].out
