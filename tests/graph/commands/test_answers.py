"""Commands that ask a build: what they say where there is nothing to say, or only part of it."""

import csv
from pathlib import Path

import pytest

from graph import cli
from graph.link.decisions import COLUMNS
from graph.terminal import width

ROOT = Path(__file__).resolve().parents[3]
BUNDLED = str(ROOT / "exports")


def test_an_evaluation_of_no_letter_is_no_success(tmp_path, capsys):
    (tmp_path / "mentions.jsonl").write_text(
        '{"doc": "z9", "start": 0, "end": 2, "text": "福田", "kind": "organisation"}\n', encoding="utf-8"
    )
    assert cli.main(["evaluate", str(tmp_path), "--in", BUNDLED]) == 1
    told = capsys.readouterr()
    assert "标注的信都不在" in told.err
    assert "no annotated letter is in the build" in told.err
    assert "z9" in told.err
    assert told.out == ""


def test_the_undecided_pairs_are_written_to_a_file_and_never_over_another(tmp_path, capsys):
    path = tmp_path / "open.csv"
    assert cli.main(["review", "--in", BUNDLED, "--csv", str(path)]) == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert tuple(next(csv.reader(file)))[: len(COLUMNS)] == COLUMNS
    before = path.read_bytes()
    assert cli.main(["review", "--in", BUNDLED, "--csv", str(path)]) == 5
    assert path.read_bytes() == before


@pytest.fixture(scope="module")
def undated(tmp_path_factory):
    """A build of one dated and one undated letter, each with a promise and a figure."""
    folder = tmp_path_factory.mktemp("undated")
    (folder / "letters").mkdir()
    for name, date in (("a", "2023年7月18日\n"), ("b", "")):
        (folder / "letters" / f"{name}.txt").write_text(
            f"关于市政协十五届一次会议第08{len(date)}号提案的答复\n\n陆静婉委员：\n\n"
            "您提出的“关于补齐科学仪器短板的建议”收悉。我局认真研究，现答复如下：\n\n"
            f"全市科学仪器{name}类企业达到186家。下一步，将设立苏州科学仪器{name}类专项子基金。\n\n"
            f"苏州市科学技术局\n{date}",
            encoding="utf-8",
        )
    out = folder / "out"
    assert cli.main(["build", str(folder / "letters"), "--out", str(out), "--format", "tables"]) == 0
    return str(out)


def test_undated_promises_are_kept_and_counted(undated, capsys):
    assert cli.main(["promises", "--in", undated, "--since", "2023"]) == 0
    assert "1 of 2 are told by undated letters" in capsys.readouterr().err
    assert cli.main(["promises", "--in", undated, "--since", "2024"]) == 0
    assert "1 of 1 are told by undated letters" in capsys.readouterr().err
    cli.main(["promises", "--in", undated])
    assert "undated letters" not in capsys.readouterr().err


def test_undated_figures_are_left_out_and_counted(undated, capsys):
    assert cli.main(["figures", "--in", undated, "--metric", "企业", "--since", "2023"]) == 0
    assert "leaves out 1 undated figures" in capsys.readouterr().err
    assert cli.main(["figures", "--in", undated, "--metric", "企业", "--since", "2024"]) == 1
    assert "leaves out 1 undated figures" in capsys.readouterr().err


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 200, 0])
def test_promises_are_shown_whole_on_any_screen(columns, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns) if columns else "")
    assert cli.main(["promises", "--in", BUNDLED]) == 0
    shown = capsys.readouterr().out
    assert "…" not in shown
    assert max(map(width, shown.splitlines())) <= (columns or 300)
    title = "深圳市科技创新种子基金福田子基金"
    assert (title in shown) == (columns >= 80 or not columns)
    left = "".join(line[:20].partition("  ")[0].strip() for line in shown.splitlines())
    assert title in left or columns >= 80 or not columns


@pytest.mark.parametrize(
    "words",
    [
        ["figures", "--metric", "火星产值"],
        ["figures", "--about", "火星研究院"],
        ["figures", "--place", "火星市", "--since", "2020"],
        ["promises", "--about", "火星基金"],
        ["show", "火星基金"],
        ["compare", "火星", "2024237"],
    ],
)
def test_what_is_not_there_is_told_with_what_was_asked(words, capsys):
    assert cli.main([*words, "--in", BUNDLED]) == 1
    said = capsys.readouterr().err
    assert all(word in said for word in words[1:] if "火星" in word)


def test_width_and_quotes_of_what_is_asked_do_not_matter(capsys):
    answers = []
    for asked in ("20+8", "２０＋８", "“20+8”"):
        assert cli.main(["promises", "--about", asked, "--in", BUNDLED]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1] == answers[2]
    assert cli.main(["figures", "--place", "《福田区》", "--in", BUNDLED]) == 0


def test_a_letter_beside_itself_is_told(capsys):
    assert cli.main(["compare", "2024237", "第2024237号", "--in", BUNDLED]) == 0
    assert "are one letter" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["promises"], "倒退 set back"),
        (["figures", "--metric", "登记金额"], "业务量 volume"),
        (["compare", "2024237", "2025141"], "仅甲 only_a"),
        (["review"], "承办单位 department"),
        (["show", "深交所科交中心"], "在做 ongoing"),
    ],
)
def test_codes_are_shown_in_chinese_and_english(words, said, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "")
    assert cli.main([*words, "--in", BUNDLED]) == 0
    assert said in capsys.readouterr().out


def test_csv_keeps_the_codes_and_the_whole_period(capsys):
    assert cli.main(["figures", "--in", BUNDLED, "--metric", "登记金额", "--format", "csv"]) == 0
    told = capsys.readouterr().out
    assert ",exact,volume," in told
    assert "2022-01-01…2022-12-31" in told


@pytest.mark.parametrize(
    ("asked", "heads", "codes"),
    [
        (["figures", "--metric", "登记金额"], "| 指标 metric |", "| 业务量 volume |"),
        (["promises", "--about", "三位一体"], "| 承诺 promise | 走向 course |", "| 倒退 set back |"),
        (["compare", "2024237", "2025141"], "| 方面 aspect | 异同 where |", "| 实体 entity | 共有 both |"),
    ],
)
def test_markdown_has_heads_and_codes_in_both_languages_and_csv_the_bare_ones(asked, heads, codes, capsys):
    assert cli.main([*asked, "--in", BUNDLED, "--format", "md"]) == 0
    told = capsys.readouterr().out
    assert heads in told
    assert codes in told
    assert cli.main([*asked, "--in", BUNDLED, "--format", "csv"]) == 0
    first, *rows = capsys.readouterr().out.lstrip("\ufeff").splitlines()
    assert first.isascii()
    assert codes.strip("| ") not in "".join(rows)
