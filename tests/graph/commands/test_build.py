"""Where what people keep is looked for, and that it never passes for a letter."""

import csv
import errno
import shutil
from pathlib import Path

import pytest

from graph import cli
from graph.commands.misnamed import misnamed
from graph.link.decisions import COLUMNS

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


@pytest.mark.parametrize(
    ("pattern", "beside"),
    [("202?/*.txt", "."), ("202[45]/a.txt", "."), ("2024/*.txt", "2024"), ("2024/[a].txt", "2024")],
)
def test_the_state_folder_of_a_pattern_is_in_the_folder_where_it_begins(tmp_path, pattern, beside):
    (tmp_path / "2024").mkdir()
    shutil.copy(LETTER, tmp_path / "2024" / "a.txt")
    out = tmp_path / "out"
    command = ["build", str(tmp_path / pattern), "--out", str(out), "--format", "tables", "--no-cache"]
    assert cli.main(command) == 0
    assert list(tmp_path.rglob("ids.csv")) == [tmp_path / beside / "fuwen" / "ids.csv"]


def test_a_folder_whose_name_has_brackets_is_no_pattern(tmp_path):
    letters = tmp_path / "letters[2024]"
    letters.mkdir()
    shutil.copy(LETTER, letters / "a.txt")
    assert build(letters, "--no-cache") == 0
    assert (letters / "fuwen" / "ids.csv").exists()


@pytest.mark.parametrize("more", [(), ("--jobs", "1")])
def test_an_unknown_runner_is_refused_also_where_nothing_has_changed(kept, capsys, more):
    cache = ("--cache", str(kept.parents[2] / "cache"))
    for _ in range(2):
        assert build(kept.parents[1], *cache) == 0
    assert "nothing has changed" in capsys.readouterr().err
    assert build(kept.parents[1], *cache, "--runner", "spark", *more) == 2
    assert "--runner spark" in capsys.readouterr().err


@pytest.fixture
def kept(tmp_path):
    """A folder with one letter and the file of decisions beside it."""
    letters = tmp_path / "letters"
    (letters / "fuwen").mkdir(parents=True)
    shutil.copy(LETTER, letters / "a.txt")
    return letters / "fuwen" / "decisions.csv"


def written(kept, *rows):
    kept.write_text("".join(f"{line}\n" for line in (",".join(COLUMNS), *rows)), encoding="utf-8-sig")
    return build(kept.parents[1])


def test_a_decision_begun_and_not_made_is_told_and_is_no_failure(kept, capsys):
    assert written(kept, ",fund,甲基金,,fund,乙基金,,,,,", ",fund,甲基金,,fund,乙基金,,,王敏,,") == 0
    said = capsys.readouterr().err
    assert "decisions.csv (row 3, column verdict)" in said


def test_a_row_that_cannot_be_read_is_told_and_the_exit_code_tells(kept, capsys):
    assert written(kept, 'hide,,甲,,,,,,王敏,,"无此名', "rename,,乙,,,,,,王敏,,全称") == 4
    said = capsys.readouterr().err
    assert "decisions.csv (row 2)" in said
    assert "decisions.csv (row 3, column value)" in said


def test_what_is_refused_is_told_in_chinese_and_in_english(tmp_path, capsys):
    letters = tmp_path / "letters"
    letters.mkdir()
    shutil.copy(LETTER, letters / "a.txt")
    (letters / "b.pdf").write_bytes(b"%PDF-1.4 cut off")
    assert build(letters) == 4
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("fuwen: 错误 error: b.pdf: PDF 不完整或已损坏；重新下载")
    assert "the PDF is cut off or broken; download it again" in said


def test_of_a_copy_only_that_it_is_one_is_told(tmp_path, capsys):
    letters = tmp_path / "letters"
    letters.mkdir()
    unsigned = (
        "关于市政协十五届一次会议第087号提案的答复\n\n陆静婉委员：\n\n"
        "您提出的“关于补齐科学仪器短板的建议”收悉。我局认真研究，现答复如下：\n\n支持组建验证评价中心。\n"
    )
    for name in ("a.txt", "b.txt"):
        (letters / name).write_text(unsigned, encoding="utf-8")
    build(letters)
    told = capsys.readouterr().err.splitlines()
    assert sum("a.txt: 信末没有署名" in line for line in told) == 1
    assert [line for line in told if ": b.txt" in line] == [
        line for line in told if "b.txt: 与 a.txt 是同一个文件" in line
    ]


def test_hidden_files_are_counted_and_a_letter_open_in_word_is_named(tmp_path, capsys):
    letters = tmp_path / "letters"
    (letters / "sub").mkdir(parents=True)
    shutil.copy(LETTER, letters / "a.txt")
    assert build(letters) == 0
    assert "hidden" not in capsys.readouterr().err
    for name in (".draft.docx", "Thumbs.db", "sub/desktop.ini", "~$答复.docx", "sub/~$不在.docx"):
        (letters / name).write_bytes(b"x")
    (letters / ".git").mkdir()
    (letters / "陈述答复.docx").write_bytes(b"x")
    build(letters)
    hidden, opened, *_ = capsys.readouterr().err.splitlines()
    assert "(6): .draft.docx, .git/, Thumbs.db, desktop.ini, ~$不在.docx …" in hidden
    assert opened.endswith("read as last saved: 陈述答复.docx")


def test_tables_that_people_keep_in_another_folder_than_the_one_that_is_read_are_told(tmp_path, capsys):
    one, two = tmp_path / "letters" / "2024", tmp_path / "letters" / "2025"
    for year in (one, two):
        (year / "fuwen").mkdir(parents=True)
        shutil.copy(LETTER, year / "a.txt")
        (year / "fuwen" / "ids.csv").write_text("id,kind,key,jurisdiction,merged_into\n", encoding="utf-8")
    (one / "fuwen" / "decisions.csv").write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    for paths in ([one.parent], [one, two], [one / "a.txt", two / "a.txt"]):
        cli.main(["build", *map(str, paths), "--out", str(tmp_path / "out"), "--format", "tables"])
        (told,) = [line for line in capsys.readouterr().err.splitlines() if "not applied" in line]
        assert str(one / "fuwen") in told
        assert "decisions.csv in it" in told
        assert str(one.parent / "fuwen") in told
    assert build(one) == 0
    assert "not applied" not in capsys.readouterr().err
    assert build(one, "--state", str(two / "fuwen")) == 0
    assert f"{one / 'fuwen'}: " in capsys.readouterr().err


def test_a_cache_that_is_a_file_is_refused(kept, capsys):
    assert build(kept.parents[1], "--cache", str(kept.parents[1] / "a.txt")) == 2
    assert "a.txt: 是文件" in capsys.readouterr().err


def test_an_empty_folder_is_told_as_one(tmp_path, capsys):
    (tmp_path / "letters").mkdir()
    assert build(tmp_path / "letters") == 1
    assert "there is no file to read" in capsys.readouterr().err


def test_letters_that_print_a_name_and_its_listed_alias_name_one_thing(kept):
    letters = kept.parents[1]
    said = "依托{name}开展验证评价，完成{count}次。"
    text = LETTER.read_text(encoding="utf-8")
    for number, name in (("a", "数字孪生底座"), ("b", "孪生底座")):
        sentence = said.format(name=name, count=len(name))
        (letters / f"{number}.txt").write_text(
            text.replace("087", f"08{number}") + sentence, encoding="utf-8"
        )
    table = "name\tkind\taliases\n数字孪生底座\tplatform\t孪生底座\n"
    (kept.parent / "gazetteer.tsv").write_text(table, encoding="utf-8")
    assert build(letters) == 0
    with (letters.parent / "out" / "tables" / "entities.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [row for row in csv.DictReader(file) if "孪生底座" in row["name"]]
    assert [(row["name"], row["aliases"]) for row in found] == [("数字孪生底座", "孪生底座")]


def test_an_empty_table_beside_the_letters_holds_nothing(kept):
    for name in ("decisions.csv", "facts.csv", "gazetteer.tsv"):
        (kept.parent / name).write_text("", encoding="utf-8")
    assert build(kept.parents[1]) == 0


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("decisions.xlsx", "decisions.csv"),
        ("decisions.csv.txt", "decisions.csv"),
        ("Decisions.CSV", "decisions.csv"),
        ("decision.csv", "decisions.csv"),
        ("facts(1).csv", "facts.csv"),
        ("gazetteer.csv", "gazetteer.tsv"),
        ("notes.txt", ""),
        ("~$facts.csv", ""),
        ("ids.csv", ""),
    ],
)
def test_files_of_the_state_folder_that_seem_to_be_misnamed_are_told(tmp_path, name, meant):
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert [right for _, right in misnamed(tmp_path)] == [meant] * bool(meant)


@pytest.mark.parametrize("option", ["--gazetteer", "--decisions"])
def test_a_folder_for_a_table_is_told_as_one(tmp_path, option, capsys):
    letters = tmp_path / "letters"
    letters.mkdir()
    assert build(letters, option, str(tmp_path)) == 2
    assert "is a folder" in capsys.readouterr().err


def test_a_locale_that_cannot_name_files_in_chinese_is_told_before_anything_is_read(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr("graph.publish.sys.getfilesystemencoding", lambda: "ascii")
    letters = tmp_path / "letters"
    letters.mkdir()
    shutil.copy(LETTER, letters / "a.txt")
    assert build(letters) == 5
    assert "PYTHONUTF8=1" in capsys.readouterr().err


def test_what_could_not_be_written_whole_leaves_no_file(tmp_path, monkeypatch):
    def full(book, path):
        path.write_text("", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("graph.link.identifiers.write_ids", full)
    letters = tmp_path / "letters"
    letters.mkdir()
    shutil.copy(LETTER, letters / "a.txt")
    assert build(letters) == 0
    assert list((letters / "fuwen").iterdir()) == []
