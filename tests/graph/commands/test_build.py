"""Where what people keep is looked for, and that it never passes for a letter."""

import csv
import shutil
from pathlib import Path

from graph import cli

LETTER = Path(__file__).resolve().parents[2] / "dev" / "letters" / "d01.txt"


def build(folder, *more):
    return cli.main(["build", str(folder), "--out", str(folder.parent / "out"), "--format", "tables", *more])


def sources(folder):
    with (folder.parent / "out" / "tables" / "letters.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["source"] for row in csv.DictReader(file)]


def test_a_state_folder_that_is_not_there_is_told_and_its_tables_are_no_letters_later(tmp_path, capsys):
    letters = tmp_path / "letters"
    letters.mkdir()
    shutil.copy(LETTER, letters / "a.txt")
    state = letters / "kept"
    assert build(letters, "--state", str(state)) == 0
    assert "there is no such folder" in capsys.readouterr().err
    (state / "notes.csv").write_text("a,b\n", encoding="utf-8")
    assert build(letters, "--state", str(state)) == 0
    assert "no such folder" not in capsys.readouterr().err
    assert sources(letters) == ["a.txt"]
    (state / "notes.csv").unlink()
    assert build(letters) == 0
    assert sources(letters) == ["a.txt"]


def test_the_letters_folder_may_be_the_state_folder_too(tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    shutil.copy(LETTER, letters / "a.txt")
    for _ in range(2):
        assert build(letters, "--state", str(letters), "--no-cache") == 0
    assert (letters / "ids.csv").exists()
    assert sources(letters) == ["a.txt"]
