"""A name that runs over the end of a sentence is none: no sentence could prove what is said of it."""

from __future__ import annotations

import pytest

from graph.pipeline import BuildOptions, build

LETTER = """关于市政协五届三次会议第78号提案的答复
王芳委员：
您提出的《关于加强养老服务的提案》收悉，现答复如下：
{body}
云岭市民政局
2024年5月3日
"""


def policies(tmp_path, body):
    (tmp_path / "78.txt").write_text(LETTER.format(body=body), encoding="utf-8")
    tables = build(BuildOptions(paths=(tmp_path,))).tables
    return [row.text for row in tables.mentions if row.kind == "policy"]


@pytest.mark.parametrize(
    "body",
    [
        "我局落实《云岭市养老服务。补贴办法》要求。",
        "我局落实《（一）云岭市养老服务。补贴办法》要求，按《（二）养老。",
    ],
)
def test_a_title_that_nobody_closed_ends_no_build(tmp_path, body):
    assert policies(tmp_path, body) == []


def test_a_title_may_hold_a_mark_that_ends_sentences(tmp_path):
    assert policies(tmp_path, "我局印发《加油！云岭市就业帮扶行动方案》，成效明显。") == [
        "加油！云岭市就业帮扶行动方案"
    ]


def test_a_title_whose_closing_mark_is_missing_ends_with_its_name(tmp_path):
    body = "我局落实《云岭市养老服务条例。各区照《云岭市补贴办法》办理。"
    assert policies(tmp_path, body) == ["云岭市养老服务条例", "云岭市补贴办法"]


def test_no_name_runs_over_the_border_of_a_cell(tmp_path):
    body = "下一步任务：\n任务\t项目（个）\t2024年计划\n组建养老服务子基金\t云岭市国资集团\t2025年6月"
    (tmp_path / "78.txt").write_text(LETTER.format(body=body), encoding="utf-8")
    tables = build(BuildOptions(paths=(tmp_path,))).tables
    assert {row.text for row in tables.mentions} >= {"云岭市国资集团"}
    assert [row.text for row in tables.mentions if "\t" in row.text or "（个）" in row.text] == []
