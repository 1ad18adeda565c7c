import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from graph import cli
from graph.export.foremost import Size
from graph.link.decisions import COLUMNS
from graph.storage.build_folder import exclusively

LETTERS = Path(__file__).resolve().parents[1] / "dev" / "raw"


def test_every_command_has_help_with_examples(capsys):
    for command in cli.COMMANDS:
        with pytest.raises(SystemExit) as leaving:
            cli.main([command, "--help"])
        assert leaving.value.code == 0
        assert f"fuwen {command}" in capsys.readouterr().out.split("examples", 1)[1]


def test_no_command_prints_the_help_and_is_bad_usage(capsys):
    assert cli.main([]) == 2
    assert "build" in capsys.readouterr().out


def test_an_input_that_does_not_exist_is_one_line_that_names_it(capsys, tmp_path):
    code = cli.main(["build", str(tmp_path / "nowhere"), "--out", str(tmp_path / "exports")])
    error = capsys.readouterr().err

    assert code == 1
    assert "nowhere" in error
    assert "Traceback" not in error


def test_an_unreadable_and_a_foreign_input_are_told_and_the_rest_is_built(capsys, tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "good.txt").write_text(LETTER, encoding="utf-8")
    (letters / "empty.txt").write_bytes(b"")
    (letters / "news.txt").write_text("今天天气晴朗，公园里游人如织。\n花开得很好。\n", encoding="utf-8")
    code = cli.main(["build", str(letters), "--out", str(tmp_path / "exports"), "--format", "tables"])
    told = capsys.readouterr()

    assert code == 4
    assert "empty.txt" in told.err
    assert "news.txt" in told.err
    assert "1 封复文" in told.out
    assert (letters / "fuwen" / "ids.csv").exists()


def test_nothing_usable_is_exit_code_1(capsys, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    assert cli.main(["build", str(tmp_path), "--out", str(tmp_path / "exports")]) == 1
    assert not (tmp_path / "exports").exists()


@pytest.mark.parametrize(
    "option",
    [
        ["--min-score", "2"],
        ["--min-letters", "0"],
        ["--jobs", "-1"],
        ["--gazetteer", "none.tsv"],
        ["--format", ","],
        ["--state", __file__],
        ["--runner", "x"],
    ],
)
def test_options_out_of_range_are_bad_usage(option, tmp_path, capsys):
    assert cli.main(["build", "--out", str(tmp_path / "exports"), *option]) == 2


def test_a_bad_row_of_a_kept_table_is_told_and_the_rest_built(tmp_path, capsys):
    listed = tmp_path / "names.tsv"
    listed.write_text("name\tkind\n青石\tcompany\n白鹭平台\tplatform\n", encoding="utf-8")
    out = tmp_path / "exports"
    assert cli.main(["build", "--out", str(out), "--format", "tables", "--gazetteer", str(listed)]) == 4
    said = capsys.readouterr().err
    assert "names.tsv (line 2, column kind): 这一行（第 2 行，kind 列）不能使用：'company' 须是" in said
    assert " · 'company' must be one of" in said
    assert "unusable_row" in (out / "tables" / "issues.csv").read_text(encoding="utf-8-sig")


def test_a_file_name_with_a_line_break_cannot_pass_for_another_message(tmp_path, capsys):
    try:
        (tmp_path / "a\nfuwen: error: b.txt").write_bytes(b"")
    except OSError:
        pytest.skip("this system allows no line breaks in names")
    assert cli.main(["build", str(tmp_path), "--out", str(tmp_path / "exports")]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert told[0].startswith("fuwen: 错误 error: a fuwen: error: b.txt: ")
    assert told[1] == "fuwen: 1 个文件中没有一封答复函 · none of 1 inputs is a reply letter"


def test_help_starts_without_loading_the_libraries():
    heavy = {"rdflib", "lxml", "networkx", "docx", "pyvis"}
    code = f"import sys, graph.cli as c; c.parser(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 (our own code)
    assert done.stdout.strip() == "[]"


LETTER = """关于市政协十五届一次会议第087号提案的答复

陆静婉委员：

您提出的“关于补齐科学仪器短板的建议”收悉。我局会同市财政局认真研究，现答复如下：

一、关于“加快建设验证与中试体系”的建议

支持苏州市计量测试院组建长三角科学仪器验证评价中心。

苏州市科学技术局
2022年6月24日
"""


def test_a_graph_too_large_to_draw_is_thinned_unless_the_user_says_otherwise(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("graph.publish.MANY_EDGES", 100)
    letters = str(Path(__file__).parents[2] / "corpus" / "letters")
    state = str(tmp_path / "state")
    asked = ["build", letters, "--state", state, "--format", "nt", "--out"]

    cli.main([*asked, str(tmp_path / "thin")])
    assert "--min-letters 1 writes everything" in capsys.readouterr().err
    cli.main([*asked, str(tmp_path / "whole"), "--min-letters", "1"])
    assert "--min-letters" not in capsys.readouterr().err

    thin, whole = (tmp_path / name for name in ("thin", "whole"))
    assert (thin / "graph.nt").stat().st_size < (whole / "graph.nt").stat().st_size
    assert (thin / "tables" / "edges.csv").read_bytes() == (whole / "tables" / "edges.csv").read_bytes()


def in_file(path):
    return Counter(re.findall(r"<(node|edge) ", path.read_text(encoding="utf-8")))


def test_files_for_graph_programs_are_bounded_unless_the_user_says_how_many_letters(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.setattr("graph.export.foremost.ROOM", Size(100, 150))
    letters = str(Path(__file__).parents[2] / "corpus" / "letters")
    asked = ["build", letters, "--state", str(tmp_path / "state"), "--format", "gexf,graphml,gephi", "--out"]
    part, whole = (tmp_path / name for name in ("part", "whole"))

    cli.main([*asked, str(part)])
    told = capsys.readouterr().err
    assert "图太大" in told
    assert "at most 100 of " in told
    assert "--min-letters 1 writes the rest, too" in told
    cli.main([*asked, str(whole), "--min-letters", "1"])
    assert "图太大" not in capsys.readouterr().err

    for name in ("graph.gexf", "graph.graphml"):
        assert in_file(part / name) == {"node": 100, "edge": 150}
    size = json.loads((whole / "manifest.json").read_text(encoding="utf-8"))["counts"]
    assert in_file(whole / "graph.gexf") == {"node": size["entities"], "edge": size["edges"]}
    for folder in (part, whole):
        assert cli.main(["check", "--in", str(folder), "--no-shapes"]) == 0, capsys.readouterr()


def test_a_second_build_into_the_same_folder_is_refused_before_it_reads_anything(tmp_path):
    out = tmp_path / "exports"
    command = [sys.executable, "-m", "graph.cli", "build", str(tmp_path / "nowhere"), "--out", str(out)]
    with exclusively(out):
        done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")  # noqa: S603 (this program)
    assert done.returncode == 5
    assert "another build" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_name_and_a_file_name_in_gbk_are_built_and_told(tmp_path, capsys):
    try:
        folder = tmp_path / os.fsdecode("答复".encode("gbk"))
        folder.mkdir()
        (folder / os.fsdecode("第87号.txt".encode("gbk"))).write_text(LETTER, encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        pytest.skip("this system allows only names that are text")
    out = tmp_path / "exports"
    assert cli.main(["build", str(tmp_path), "--out", str(out), "--cache", str(tmp_path / ".cache")]) == 0
    assert "1 封复文" in capsys.readouterr().out
    assert "答复/第87号.txt" in (out / "tables" / "letters.csv").read_text(encoding="utf-8-sig")
    assert "name_not_utf8" in (out / "tables" / "issues.csv").read_text(encoding="utf-8-sig")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_letters_is_refused_and_the_rest_built(tmp_path, capsys):
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "good.txt").write_text(LETTER, encoding="utf-8")
    os.mkfifo(letters / "pipe.txt")
    asked = ["build", str(letters), "--out", str(tmp_path / "out"), "--format", "tables"]
    assert cli.main([*asked, "--cache", str(tmp_path / "cache")]) == 4
    said = capsys.readouterr().err
    assert "pipe.txt: 文件不能打开" in said
    assert "this is a pipe" in said


def test_where_no_input_is_a_letter_each_says_why(tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "news.txt").write_text("今天天气晴朗，公园里游人如织。\n", encoding="utf-8")
    assert cli.main(["build", str(tmp_path), "--out", str(tmp_path / "exports")]) == 1
    told = capsys.readouterr().err
    assert "error: empty.txt: " in told
    assert "warning: news.txt: " in told
    assert "tables/issues.csv" not in told


def kept(folder, name, text):
    """A folder with one letter and one file that people keep beside it."""
    (folder / "fuwen").mkdir()
    (folder / "a.txt").write_text(LETTER, encoding="utf-8")
    (folder / "fuwen" / name).write_text(text, encoding="utf-8")
    return ["build", str(folder), "--out", str(folder / "out"), "--format", "tables"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts.csv", "source,field,value,evidence,by\na.txt,colour,red,,me\n"),
        ("decisions.csv", f"{','.join(COLUMNS)}\nperhaps,,市财政局,,,,,,me,,because\n"),
        ("gazetteer.tsv", "name\tkind\n青石\tcompany\n白鹭平台\tplatform\n"),
        ("external_ids.tsv", "entity\tscheme\tvalue\tsource\n市财政局\tphone\t1\tme\n"),
    ],
)
def test_a_wrong_row_is_exit_code_4_in_whichever_file_it_stands(name, text, tmp_path, capsys):
    assert cli.main(kept(tmp_path, name, text)) == 4
    assert name in capsys.readouterr().err


def test_decisions_that_are_gone_or_empty_since_the_last_build_are_told(tmp_path, capsys):
    asked = kept(tmp_path, "decisions.csv", ",".join(COLUMNS) + "\n")
    assert cli.main(asked) == 0
    path = tmp_path / "fuwen" / "decisions.csv"
    before = path.read_bytes()
    path.unlink()
    capsys.readouterr()
    cli.main(asked)
    assert "the last build had decisions.csv, this one finds none" in capsys.readouterr().err
    path.write_bytes(before)
    cli.main(asked)
    path.write_bytes(b"")
    capsys.readouterr()
    cli.main(asked)
    assert "decisions.csv: 现在是空的，不再采用其中内容 · is empty now" in capsys.readouterr().err
    cli.main(asked)
    assert "empty now" not in capsys.readouterr().err


def started(words, **streams):
    """Run the command line in a process of its own, whose output is buffered as that of users is."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    root = Path(__file__).parents[2]
    return subprocess.Popen(  # noqa: S603 (our own code)
        [sys.executable, "-m", "graph.cli", *words],
        cwd=root,
        env=environment,
        stderr=subprocess.PIPE,
        **streams,
    )


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["show", "基金"], ["promises", "--format", "csv"]]
)
def test_a_reader_that_goes_away_is_no_failure_and_no_noise(words):
    reading, writing = os.pipe()
    os.close(reading)
    with started(words, stdout=writing) as process:
        os.close(writing)
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_disk_that_is_full_is_told():
    with Path("/dev/full").open("wb") as full, started(["show", "基金"], stdout=full) as process:
        told = process.stderr.read().decode()
    assert told.startswith(
        "fuwen: 输出写不下去；请腾出磁盘空间 · the output cannot be written (No space left"
    )
    assert told.count("\n") == 1
    assert process.returncode == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "--hlep"], "did you mean --help?"),
        (["build", "--formt", "ttl"], "did you mean --format?"),
        (["biuld"], "did you mean build?"),
        (["--vresion"], "did you mean --version?"),
        (["--out"], "name a command before its options"),
        (["show", "深交所", "科交中心"], "'科交中心' is more than it takes; quote names"),
        (["show", "--qoutes", "3", "基金"], "'--qoutes' is more than it takes; did you mean --quotes?"),
        (["check", "tests"], "name the folder of a build with --in tests"),
    ],
)
def test_a_slip_is_refused_with_what_was_meant(words, said, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert leaving.value.code == 2
    assert said in capsys.readouterr().err


def test_paths_may_stand_on_both_sides_of_an_option(tmp_path, capsys):
    first, second = (shutil.copy(LETTERS / name, tmp_path) for name in ("d01.txt", "d05.txt"))
    words = ["build", str(first), "--format", "tables", str(second), "--out", str(tmp_path / "out")]
    assert cli.main(words) == 0
    assert "2 封复文" in capsys.readouterr().out


def test_an_empty_path_behind_an_option_is_refused_as_before_it(tmp_path, capsys):
    for words in (["", "--out", str(tmp_path)], ["letters", "--out", str(tmp_path), ""]):
        with pytest.raises(SystemExit) as leaving:
            cli.main(["build", *words])
        assert leaving.value.code == 2
        assert "是空的；请写文件或文件夹" in capsys.readouterr().err


def test_a_file_without_permission_is_one_line_that_names_it(monkeypatch, capsys):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied", "/srv/exports/tables/letters.csv")

    monkeypatch.setattr("graph.answers.show.show", refused)
    assert cli.main(["show", "基金"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "fuwen: /srv/exports/tables/letters.csv: 没有权限；请检查它和上级文件夹的权限 · no right to it"
    )
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(28, "No space left on device", "/srv/cache"), "fuwen: /srv/cache: 读写不了；请检查路径"),
        (MemoryError(), "fuwen: 内存不足；请分批构建，或加 --jobs 1 · memory is short"),
        (KeyboardInterrupt(), "\nfuwen: 已中断，旧的输出未动 · interrupted; the old output is untouched"),
    ],
)
def test_what_the_system_refuses_and_what_ends_a_command_is_one_line(fault, said, monkeypatch, capsys):
    def refused(*_, **__):
        raise fault

    monkeypatch.setattr("graph.answers.show.show", refused)
    assert cli.main(["show", "基金"]) in {1, 130}
    told = capsys.readouterr().err
    assert told.startswith(said)
    assert len(told.strip().splitlines()) == 1


@pytest.mark.parametrize(("words", "said"), [(["help"], "commands"), (["help", "build"], "--gazetteer")])
def test_help_is_a_command_too(words, said, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert leaving.value.code == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "code"),
    [
        (["--format", "tll"], 2),
        (["--base", "example.org"], 2),
        (["--format", "tables", "--base", "http://example.org/x y/"], 2),
        (["--out", "letters"], 5),
        (["--out", "letters/a.txt"], 5),
    ],
)
def test_wishes_that_cannot_be_met_are_told_before_any_letter_is_read(
    option, code, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.setattr("graph.pipeline.inputs_of", lambda options: pytest.fail("letters were read"))
    assert cli.main(["build", "letters", "--no-cache", *option]) == code
    assert option[-1] in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "letters"]


def test_a_format_whose_library_is_missing_is_told_before_any_letter_is_read(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setattr("graph.pipeline.inputs_of", lambda options: pytest.fail("letters were read"))
    assert cli.main(["build", "--no-cache", "--out", str(tmp_path / "out"), "--format", "xlsx"]) == 2
    assert "pip install 'fuwen[xlsx]'" in capsys.readouterr().err


def test_formats_may_be_written_in_capitals_and_with_spaces(tmp_path):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    out = tmp_path / "out"
    assert (
        cli.main(["build", str(tmp_path), "--out", str(out), "--no-cache", "--format", "TTL, Gexf nt"]) == 0
    )
    assert {path.name for path in out.glob("graph.*")} == {"graph.ttl", "graph.gexf", "graph.nt"}
