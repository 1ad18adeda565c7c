"""report.md: what people read first of a build."""

from pathlib import Path

from graph.export.report import write
from graph.pipeline import BuildOptions, build

REPLY = Path(__file__).resolve().parents[2] / "dev" / "letters" / "d01.txt"


def test_replies_come_first_and_what_is_not_counted_has_its_file_and_reason(tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    text = REPLY.read_text(encoding="utf-8")
    (letters / "z.txt").write_text(text, encoding="utf-8")
    (letters / "zz.txt").write_text(text, encoding="utf-8")
    (letters / "news.txt").write_text("今天天气晴朗，公园里游人如织。\n", encoding="utf-8")
    for number in range(45):
        (letters / f"a{number}.txt").write_bytes(b"")
    report = write(build(BuildOptions(paths=(letters,))), tmp_path / "report.md").read_text(encoding="utf-8")

    read, others = report.split("## 找到的内容")[0].split("## 未计入的输入 · Inputs that are not counted")
    assert len([line for line in read.splitlines() if line.startswith("|")]) == 3
    assert "unsigned" not in others
    assert "| a0.txt | 未读取 refused | 文件是空的" in others
    assert "the file is empty" in others
    assert "7 more rows" in others

    issues = report.split("## 问题 · Issues")[1]
    assert "| 级别 severity | 代码 code | n |" in issues
    assert "| empty | 45 |" in issues
    assert "| not\\_a\\_letter | 1 |" in issues


def test_what_is_not_counted_is_not_spoken_of_where_everything_is_a_letter(bundled, tmp_path):
    assert "未计入" not in write(bundled, tmp_path / "report.md").read_text(encoding="utf-8")


def test_duplicates_and_other_texts_say_why_they_are_not_counted(tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    for name in ("a.txt", "b.txt"):
        (letters / name).write_text(REPLY.read_text(encoding="utf-8"), encoding="utf-8")
    (letters / "news.txt").write_text("今天天气晴朗，公园里游人如织。\n", encoding="utf-8")
    report = write(build(BuildOptions(paths=(letters,))), tmp_path / "report.md").read_text(encoding="utf-8")
    assert "| b.txt | 重复 duplicate | 与 a.txt 是同一个文件，只计一次" in report
    assert "byte for byte the same file as a.txt; counted once" in report
    assert "| news.txt | 不是复文 not\\_a\\_letter | 没有复文的标题" in report
    assert "no title, salutation or opening formula" in report


def test_the_two_sides_of_a_suggestion_are_told_apart_where_they_have_one_name(bundled, tmp_path):
    report = write(bundled, tmp_path / "report.md").read_text(encoding="utf-8")
    (suggested,) = [part for part in report.split("\n## ") if "Suggested merges" in part.splitlines()[0]]
    rows = [line.split(" | ") for line in suggested.splitlines() if line.startswith("| ")][2:]
    sides = [(one.removeprefix("| "), other.removesuffix(" |")) for one, _, other in rows]
    assert sides
    assert all(one != other for one, other in sides)


def test_kinds_relations_and_severities_are_told_in_both_languages(bundled, tmp_path):
    report = write(bundled, tmp_path / "report.md").read_text(encoding="utf-8")
    assert "| 福田区政协 | 机构 organisation |" in report
    assert "| 疑似同一 possibly the same as |" in report
    assert "| 提醒 warning | unsigned | cppcc-2024232.txt | 落款 signature |" in report
