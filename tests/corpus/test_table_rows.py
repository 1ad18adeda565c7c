"""Rows of tables: every column keeps its place, whatever cells are empty or merged."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reply_letters import letter, readings, reply

OPENING = reply().split("\n")


def saved(rows, change=lambda table: None):
    document = docx.Document()
    for text in OPENING[:-2]:
        document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    change(table)
    for text in OPENING[-2:]:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word(rows, change=lambda table: None):
    return letter(saved(rows, change), source="a.docx")


def source_of(table):
    paragraphs = [f"<p>{line}</p>" for line in OPENING if line]
    return f"<html><body>{''.join(paragraphs[:-2])}{table}{''.join(paragraphs[-2:])}</body></html>".encode()


def page(table):
    return letter(source_of(table), source="a.html")


def rows_of(read):
    for sentence in read.sentences:
        words = read.text[sentence.span.start : sentence.span.end]
        assert words == words.strip()
    return [line for line in read.text.split("\n") if "\t" in line]


def html(*rows):
    cells = ("".join(cell if cell.startswith("<") else f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


ROWS = [
    ["", "2022年补助（万元）", "2023年补助（万元）", "备注"],
    ["姑苏区", "700", "", ""],
    ["吴中区", "", "850", "含市级"],
]
LINES = ["\t2022年补助（万元）\t2023年补助（万元）\t备注", "姑苏区\t700\t\t", "吴中区\t\t850\t含市级"]


def test_empty_cells_of_a_word_table_keep_their_columns():
    assert rows_of(word(ROWS)) == LINES


def test_empty_cells_of_a_page_s_table_keep_their_columns():
    assert rows_of(page(html(*ROWS))) == LINES


def test_empty_cells_of_a_markdown_table_keep_their_columns():
    drawn = [f"| {' | '.join(row)} |" for row in ROWS]
    marked = [
        "# " + OPENING[0],
        *OPENING[1:-2],
        drawn[0],
        "| --- | --- | --- | --- |",
        *drawn[1:],
        *OPENING[-2:],
    ]
    read = letter("\n".join(marked).encode(), source="a.md")
    assert [[cell.strip() for cell in line.split("\t")] for line in rows_of(read)] == ROWS


def test_a_merged_cell_of_a_word_table_stands_in_the_first_of_its_columns_and_rows():
    def merge(table):
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(1, 0).merge(table.cell(2, 0))

    rows = [["区", "2022年", "", "备注"], ["姑苏区", "甲类", "7", ""], ["", "乙类", "9", ""]]
    assert rows_of(word(rows, merge)) == ["区\t2022年\t\t备注", "姑苏区\t甲类\t7\t", "\t乙类\t9\t"]


def test_columns_that_a_word_row_begins_behind_are_empty():
    def indent(table):
        row = table.rows[1]._tr
        row.remove(row.tc_lst[0])
        before = OxmlElement("w:gridBefore")
        before.set(qn("w:val"), "1")
        row.get_or_add_trPr().append(before)

    assert rows_of(word([["区", "户数", "金额"], ["", "3", "9"]], indent)) == ["区\t户数\t金额", "\t3\t9"]


@pytest.mark.parametrize("broken", ["", "-1", "two", "99999999999"])
def test_a_broken_number_of_columns_breaks_no_table(broken):
    table = html(["区", "户数"], [f'<td colspan="{broken}">姑苏区</td>', "3"])
    first, second = rows_of(page(table))
    assert first == "区\t户数"
    assert (second.split("\t")[0], second.split("\t")[-1]) == ("姑苏区", "3")


def test_merged_cells_of_a_page_s_table_stand_in_the_first_of_their_columns_and_rows():
    table = html(
        ['<td rowspan="2">区</td>', '<td colspan="2">2022年</td>', '<td rowspan="2">备注</td>'],
        ["户数", "金额"],
        ['<td rowspan="2">姑苏区</td>', "3", "9", ""],
        ["4", "8", "新"],
    )
    assert rows_of(page(table)) == ["区\t2022年\t\t备注", "\t户数\t金额\t", "姑苏区\t3\t9\t", "\t4\t8\t新"]


def test_a_table_inside_a_cell_keeps_its_own_columns():
    inner = html(["区", "户数"], ["姑苏区", ""])
    assert rows_of(page(f"<table><tr><td>{inner}</td></tr></table>")) == ["区\t户数", "姑苏区\t"]


def test_what_is_laid_out_with_a_table_has_no_empty_cells_around_it():
    text = "我局将继续做好相关工作。"
    for read in (word([["", text, ""]]), page(html(["", text, ""]))):
        assert rows_of(read) == []
        assert text in read.text.split("\n")


def test_a_title_above_the_columns_stands_alone_and_a_heading_below_them_does_not():
    rows = [["各区补助情况", "", ""], ["区", "户数", "金额"], ["一、市区", "", ""], ["姑苏区", "3", "9"]]
    for read in (word(rows), page(html(*rows))):
        assert "各区补助情况" in read.text.split("\n")
        assert rows_of(read) == ["区\t户数\t金额", "一、市区\t\t", "姑苏区\t3\t9"]


def test_a_long_cell_of_a_table_of_tasks_stays_in_its_row():
    task = "完善社区嵌入式服务设施布局，" * 20
    rows = [["任务", "责任单位", "完成时限"], [task, "市民政局", "2024年9月"]]
    for read in (word(rows), page(html(*rows))):
        assert rows_of(read)[1] == f"{task}\t市民政局\t2024年9月"


def test_a_long_cell_of_a_layout_is_prose():
    prose = "我局会同有关部门加强统筹，" * 20 + "取得成效。"
    for read in (word([["答复", prose], ["办理", prose]]), page(html(["答复", prose], ["办理", prose]))):
        assert rows_of(read) == []


def test_a_letterhead_in_a_table_is_read_as_before():
    rows = [["主办单位", "苏州市民政局", "", ""], ["提案编号", "0145", "", ""]]
    assert rows_of(word(rows)) == []
    assert rows_of(page(html(*rows))) == []


def issues_of(data, source):
    (reading,) = readings(data, source=source)
    return [(issue.code, issue.value) for issue in reading.issues if issue.code == "merged_numbers"]


def test_a_number_that_stands_for_several_rows_is_told():
    def merge(table):
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 2).merge(table.cell(2, 2))

    rows = [["区", "类别", "补助（万元）"], ["姑苏区", "道路", "300"], ["", "公园", ""]]
    page_rows = html(rows[0], ['<td rowspan="2">姑苏区</td>', "道路", '<td rowspan="2">300</td>'], ["公园"])
    assert issues_of(saved(rows, merge), "a.docx") == [("merged_numbers", "300")]
    assert issues_of(saved(rows), "a.docx") == []
    assert issues_of(source_of(page_rows), "a.html") == [("merged_numbers", "300")]
    assert issues_of(source_of(html(*rows)), "a.html") == []


def test_heads_of_several_lines_stay_in_their_row():
    rows = [["区", "2022年\n补助\n（万元）", "2023年\n补助"], ["姑苏区", "7", ""]]
    assert rows_of(word(rows)) == ["区\t2022年补助（万元）\t2023年补助", "姑苏区\t7\t"]
    broken = [[cell.replace("\n", "<br>") for cell in row] for row in rows]
    assert rows_of(page(html(*broken))) == ["区\t2022年补助（万元）\t2023年补助", "姑苏区\t7\t"]


def test_a_row_of_years_below_an_empty_corner_keeps_its_columns():
    rows = [
        ["街道", "照料中心（个）", "", "助餐点（处）", ""],
        ["", "2022", "2023", "2022", "2023"],
        ["平江", "3", "", "", "9"],
    ]
    lines = ["街道\t照料中心（个）\t\t助餐点（处）\t", "\t2022\t2023\t2022\t2023", "平江\t3\t\t\t9"]
    assert rows_of(word(rows)) == lines
    assert rows_of(page(html(*rows))) == lines


ATTACHED = [
    ["提案编号", "标题", "提案人", "承办单位"],
    ["0145", "关于加快智能制造发展的提案", "李明", "市工业和信息化局"],
    ["0203", "关于培育专精特新企业的提案", "王芳", "市工业和信息化局"],
]


def below_the_letter(rows):
    below = ["附件", "2023年承办提案一览表", *rows]
    return letter(reply(tail=tuple(below)))


def test_a_table_of_proposals_attached_signs_nothing_and_tells_nothing_of_the_letter():
    for mark in ("\t", " "):
        header = below_the_letter(mark.join(row) for row in ATTACHED).header
        assert header.department.value == "苏州市工业和信息化局"
        assert header.date == "2023-06-30"
        assert [fact.value for fact in header.proposers] == ["李明"]
        assert [fact.value for fact in header.proposal_numbers] == ["0145"]


def test_a_column_of_calls_beside_who_deals_with_the_proposals_goes():
    calls = ("联系电话", "65210001", "65210002")
    rows = [[*row, call] for row, call in zip(ATTACHED, calls, strict=True)]
    read = below_the_letter("\t".join(row) for row in rows)
    assert "6521" not in read.text
    assert "王芳" in read.text


TOGETHER = {
    "title": "关于对市政协十五届三次会议第0145号等2件提案的答复",
    "salutation": "各位委员：",
    "opening": "你们提出的关于发展智能制造的2件提案收悉。因内容相近，现一并答复如下：",
}


def answered_together(rows=ATTACHED, **parts):
    below = ("附件", "并案办理提案清单", *("\t".join(row) for row in rows))
    return letter(reply(**TOGETHER | parts, tail=below)).header


def test_a_list_of_proposals_answered_together_gives_all_of_them_and_who_asked():
    header = answered_together()
    assert [fact.value for fact in header.proposal_numbers] == ["0145", "0203"]
    assert [fact.value for fact in header.proposal_titles] == [row[1] for row in ATTACHED[1:]]
    assert [fact.value for fact in header.proposers] == ["李明", "王芳"]


def test_a_list_of_other_proposals_or_of_more_than_are_told_gives_none():
    others = [ATTACHED[0], ["0301", *ATTACHED[1][1:]], ATTACHED[2]]
    assert len(answered_together(others).proposal_numbers) == 1
    more = [*ATTACHED, ["0301", "关于发展工业设计的提案", "张强", "市工业和信息化局"]]
    assert len(answered_together(more).proposal_numbers) == 1
    alone = "关于对市政协十五届三次会议第0145号提案的答复"
    assert len(answered_together(title=alone).proposal_numbers) == 1
