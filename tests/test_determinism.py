"""Same letters, same bytes: whatever the hash seed, the folder, the order of arguments or the number of processes."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from graph.link.identifiers import load_ids
from graph.pipeline import BuildOptions, build
from graph.run.process_runner import ProcessRunner
from graph.run.runner import SerialRunner

ROOT = Path(__file__).resolve().parent.parent


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run(cwd, seed):
    cwd.mkdir()
    subprocess.run(
        [sys.executable, "-m", "graph.cli", "build"],
        cwd=cwd,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Pacific/Kiritimati"},
    )
    return tree(cwd / "exports")


@pytest.mark.slow
def test_exports_are_what_this_commit_builds_under_any_hash_seed_and_from_any_folder(tmp_path):
    committed = tree(ROOT / "exports")
    for seed in ("1", "2"):
        built = run(tmp_path / seed, seed)
        assert sorted(built) == sorted(committed)
        assert [name for name in built if built[name] != committed[name]] == []


def test_the_order_of_arguments_does_not_matter():
    letters = sorted((ROOT / "corpus" / "letters").glob("*.txt"))
    shuffled = random.Random(7).sample(letters, len(letters))  # noqa: S311 (no secret)
    state = ROOT / "corpus" / "letters" / "fuwen"
    tables = [build(BuildOptions(paths=tuple(paths), state=state)).tables for paths in (letters, shuffled)]

    assert tables[0] == tables[1]


@pytest.mark.slow
def test_processes_give_what_one_process_gives(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.run.process_runner.MIN_TASKS", 1)
    paths = (ROOT / "tests" / "dev" / "raw",)
    one = build(BuildOptions(paths=paths), runner=SerialRunner())
    two = build(BuildOptions(paths=paths), runner=ProcessRunner(2))

    assert one.tables == two.tables


def test_the_ids_of_the_bundled_letters_are_all_recorded(bundled):
    """ids.csv is an input: a build that mints new ones would give other ids to those who add letters first."""
    recorded = load_ids(ROOT / "corpus" / "letters" / "fuwen" / "ids.csv")
    assert bundled.ids == recorded
