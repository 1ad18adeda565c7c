from collections import namedtuple

import pytest

from graph import cli
from graph.commands import disk_room
from graph.commands.disk_room import little_room

Disk = namedtuple("Disk", "total used free")
GIGABYTE = 10**9


@pytest.fixture
def free(monkeypatch):
    def has(gigabytes):
        monkeypatch.setattr(disk_room.shutil, "disk_usage", lambda _: Disk(0, 0, int(gigabytes * GIGABYTE)))

    return has


def test_a_disk_too_small_for_many_letters_is_told_with_both_numbers_and_a_way_out(tmp_path, free):
    free(50)
    (told,) = little_room(100_000, (), tmp_path / "not" / "there")
    assert "122 GB" in told
    assert "50 GB are free" in told
    assert "--format" in told
    assert str(tmp_path / "not" / "there") in told


def test_fewer_formats_need_less(tmp_path, free):
    free(80)
    assert list(little_room(100_000, ["html"], tmp_path)) == []
    assert list(little_room(100_000, ["html", "ttl"], tmp_path))


def test_graph_files_of_many_letters_hold_no_more_than_those_of_some(tmp_path, free):
    free(77)
    assert list(little_room(100_000, ["gexf", "graphml"], tmp_path)) == []


def test_a_few_letters_are_no_reason_to_look_at_the_disk(tmp_path, free):
    free(0)
    assert list(little_room(199, (), tmp_path)) == []


def test_a_disk_that_does_not_tell_how_full_it_is_ends_no_build(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError("not told")

    monkeypatch.setattr(disk_room.shutil, "disk_usage", refuse)
    monkeypatch.setattr(disk_room, "MANY", 1)
    assert cli.main(["build", "--out", str(tmp_path / "out"), "--format", "tables", "--no-cache"]) == 0


def test_the_build_says_so_before_it_reads_and_goes_on(tmp_path, free, monkeypatch, capsys):
    free(0)
    monkeypatch.setattr(disk_room, "MANY", 1)
    assert cli.main(["build", "--out", str(tmp_path / "out"), "--format", "tables", "--no-cache"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("fuwen: 提醒 warning: ")
    assert "0 GB are free" in said[0]
