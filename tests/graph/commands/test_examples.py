"""What --help shows as examples works: every line is run against the bundled build, and answers something."""

import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest

from graph import cli

ROOT = Path(__file__).resolve().parents[3]
LETTERS = ROOT / "corpus" / "letters"
RAW = ROOT / "tests" / "dev" / "raw"
EXAMPLE = re.compile(r"^  (fuwen .*?)(?:\s{2,}.*)?$", re.MULTILINE)


def examples():
    """Every example of every command as words, without what a shell does with its output."""
    parser = cli.parser()
    (commands,) = (action.choices for action in parser._actions if isinstance(action.choices, dict))
    for command in commands.values():
        for line in EXAMPLE.findall(command.epilog):
            for part in line.split(" && "):
                yield shlex.split(part.partition(" > ")[0])[1:]


ALL = list(examples())
ELSEWHERE = "s3://bucket/letters/"
"""What is not on this machine is only read as a command line."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with all that the examples speak of."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("exports", "graph-2024", "mine", "exports-2023", "exports-before"):
        shutil.copytree(ROOT / "exports", folder / name)
    for name in ("letters", "my-letters", "2024"):
        (folder / name).mkdir()
    for name in ("letters/a.txt", "my-letters/a.txt", "2024/a.html"):
        shutil.copy(RAW / "d01.txt", folder / name)
    for letter in LETTERS.glob("*.txt"):
        shutil.copy(letter, folder / "my-letters")
    shutil.copy(RAW / "d02.pdf", folder / "a.pdf")
    shutil.copy(next(RAW.glob("*.docx")), folder / "b.docx")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.write(RAW / "d01.txt", "d01.txt")
    for name in ("tests/gold", "my-gold"):
        shutil.copytree(ROOT / "tests" / "gold", folder / name)
    (folder / "names.tsv").write_text("name\tkind\n苏州市财政局\torganisation\n", encoding="utf-8")
    (folder / "names.csv").write_text("doc,source\ncppcc-2024079,cppcc-2024079.txt\n", encoding="utf-8")
    query = "SELECT ?name WHERE { ?f a fuwen:Fund ; fuwen:name ?name }"
    (folder / "mine.rq").write_text(query, encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_an_example_runs_and_answers(words, desk, tmp_path, monkeypatch, capsys):
    builds = words[0] == "build"  # what is built must not be what the other examples ask
    monkeypatch.chdir(shutil.copytree(desk, tmp_path / "desk") if builds else desk)
    if ELSEWHERE in words:
        assert cli.parser().parse_args(words).run
        return
    shapes = ["--no-shapes"] if words == ["check"] else []  # .ci/run spends their quarter of a minute already
    assert cli.main([*words, *shapes]) == 0
    told = capsys.readouterr().out
    assert told.strip()
    assert "(0 行 rows)" not in told


def test_every_command_has_examples():
    assert {words[0] for words in ALL} == set(cli.COMMANDS)
