"""What a page says about itself, in the layouts that government sites give it."""

import pytest
from reply_letters import BODY, OPENING, SALUTATION, SIGNATURE, TITLE, letter, reply, values

from corpus.metadata import pairs


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "[索引号] 0032-1 [发布机构] 市司法局 [发布日期] 2023-11-20 [浏览次数] 41",
            [
                ("索引号", "0032-1"),
                ("发布机构", "市司法局"),
                ("发布日期", "2023-11-20"),
                ("浏览次数", "41"),
            ],
        ),
        (
            "2021-06-15 09:30:11　来源：水务局　点击数：88",
            [("发布日期", "2021-06-15"), ("来源", "水务局"), ("点击数", "88")],
        ),
        ("2021-06-15来源：水务局", [("发布日期", "2021-06-15"), ("来源", "水务局")]),
        (
            "字号：大 中 小 2021-06-15 09:30:11 来源：水务局",
            [("发布日期", "2021-06-15"), ("字号", "大 中 小 2021-06-15 09:30:11"), ("来源", "水务局")],
        ),
        ("提案(建议)编号：第12号", [("提案(建议)编号", "第12号")]),
        ("提案（建议）编号：第12号", [("提案（建议）编号", "第12号")]),
        ("2021-06-15 09:30", [("发布日期", "2021-06-15")]),
        ("2021-06-15", []),
        ("2021年6月15日 09:30 我局召开座谈会。", []),
        ("【工作动态】 我局召开座谈会", []),
    ],
)
def test_pairs_of_a_line(line, found):
    assert list(pairs(line)) == found


CARD = (("索引号", "032-1"), ("文号", "苏工信函〔2023〕58号"), ("公开日期", "2023-07-20"))
CARDS = {
    "definition list": "<dl>" + "".join(f"<dt>{k}：</dt><dd>{v}</dd>" for k, v in CARD) + "</dl>",
    "spans in a row": "<div>" + "".join(f"<span>{k}</span><span>{v}</span>" for k, v in CARD) + "</div>",
    "brackets": "<div>" + " ".join(f"[{k}] {v}" for k, v in CARD) + "</div>",
    "table": "<table><tr>" + "".join(f"<td>{k}</td><td>{v}</td>" for k, v in CARD) + "</tr></table>",
}
FOOT = "<div><p>主办：苏州市人民政府办公室　承办：苏州市大数据局</p><p>网站标识码：3205000001</p></div>"


def _page(card: str, *, headline: str = TITLE, lines=(SALUTATION, OPENING, *BODY, *SIGNATURE)) -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    menu = "<div><h3>栏目导航</h3><ul><li><a href='a'>政策文件</a></li></ul></div>"
    return f"<html><body>{menu}<div><h1>{headline}</h1>{card}{body}</div>{FOOT}</body></html>"


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_the_card_of_a_page_gives_facts_and_is_no_text(card):
    read = letter(_page(card), source="a.html")
    assert read.header.published.value == "2023-07-20"
    assert read.header.document_number.value == "苏工信函〔2023〕58号"
    assert "032-1" not in read.text


def test_the_menu_and_those_who_run_the_site_are_no_text():
    text = letter(_page(""), source="a.html").text
    assert text.startswith(TITLE)
    assert text.endswith(SIGNATURE[-1])


def test_the_headline_of_a_page_is_not_joined_with_the_title_below_it():
    lines = ("苏州市工业和信息化局", TITLE, SALUTATION, OPENING, *BODY, *SIGNATURE)
    page = _page("", headline="苏州市工业和信息化局办理政协提案情况公开", lines=lines)
    assert letter(page, source="a.html").header.title.value == TITLE


def test_the_proposal_above_its_reply_is_no_letter_of_its_own():
    asked = ("【提案内容】", "企业数字化转型缺少人才。建议建设实训基地。", "【答复内容】")
    lines = (*asked, SALUTATION, OPENING, *BODY, *SIGNATURE)
    read = letter(_page("", headline="市政协十五届三次会议第0145号提案及答复", lines=lines), source="a.html")
    assert values(read.header.proposal_numbers) == ["0145"]
    assert values(read.header.addressees) == ["李明"]
    assert read.header.department.value == "苏州市工业和信息化局"


def test_the_title_of_the_reply_in_a_card_is_no_title_of_a_proposal():
    card = "<div><span>名称</span><span>国家邮政局关于第02117号提案答复的函</span></div>"
    lines = (SALUTATION, "您的提案收悉，现答复如下：", *BODY, *SIGNATURE)
    assert letter(_page(card, lines=lines), source="a.html").header.proposal_titles == ()


def test_labels_that_only_a_style_parts_stand_apart():
    told = ("发布时间：2023-07-20 10:22", "信息来源：苏州市工信局", "阅读次数：88次", "文字大小：大")
    card = f"<div>{''.join(f'<span>{pair}</span>' for pair in told)}</div>"
    read = letter(_page(card), source="a.html")
    assert read.header.published.value == "2023-07-20"
    assert read.text == letter(_page(""), source="a.html").text


NAMED = "关于苏州市政协十五届三次会议第0145号提案的答复"


@pytest.mark.parametrize(
    "site", ["-苏州市工业和信息化局", "—建议提案-苏州市工信局", "_提案答复_苏州市政府", ""]
)
def test_a_title_that_only_the_title_of_the_page_gives_stands_above_the_letter(site):
    page = _page("", headline="提案答复").replace(
        "<html>", f"<html><head><title>{NAMED}{site}</title></head>"
    )
    read = letter(page, source="a.html")
    assert read.header.title.value == NAMED
    assert read.text.count(NAMED) == 1


UNNUMBERED = "您提出的《关于加快智能制造发展的提案》收悉。现答复如下："


@pytest.mark.parametrize(
    "name", [f"{NAMED}.txt", f"letters.zip!/03. {NAMED}(1).html", f"附件/{NAMED}_工信局.docx.txt"]
)
def test_a_title_that_only_the_name_of_the_file_gives_is_the_letter_s(name):
    header = letter(reply(title="", opening=UNNUMBERED), source=name).header
    assert header.title.value == NAMED
    assert (header.title.basis, header.title.span) == ("metadata", None)
    assert values(header.proposal_numbers) == ["0145"]
    assert (header.term, header.meeting, header.jurisdiction) == (15, 3, "苏州市")


@pytest.mark.parametrize("name", ["提案答复.txt", "第0145号提案的答复材料.txt", f"{NAMED}×.txt"])
def test_other_names_of_files_are_no_titles(name):
    assert letter(reply(title="", opening=UNNUMBERED), source=name).header.title is None


def test_a_title_in_the_letter_goes_before_the_name_of_its_file():
    assert (
        letter(reply(), source="关于市政协十五届三次会议第0999号提案的答复.txt").header
        == letter(reply()).header
    )


LINKS = ("市政协召开提案办理协商会 2023-07-02", "市工信局：服务企业在身边 [2023-07-01]")


def test_other_pages_listed_below_the_date_are_no_text():
    lines = "\n".join((TITLE, SALUTATION, OPENING, *BODY, *SIGNATURE))
    assert letter("\n".join((lines, *LINKS))).text == lines
    assert LINKS[0] in letter("\n".join((lines, LINKS[0], "附件：名单"))).text


def test_what_a_page_recommends_below_the_letter_is_no_text():
    more = "<p>推荐阅读</p><p>我市召开工业经济运行分析会议</p>"
    page = _page("").replace("</p></div><div><p>主办", f"</p>{more}</div><div><p>主办")
    assert "运行分析会议" in page
    assert "运行分析会议" not in letter(page, source="a.html").text


IMPRINTS = {
    "below": "<div><p>主办单位：苏州市人民政府办公室　承办单位：苏州市大数据局</p></div>",
    "with rights": "<p>版权所有：苏州市人民政府 主办单位：苏州市人民政府办公室 技术支持：苏州某某公司</p>",
    "by a department": "<div><p>主办单位：苏州市科学技术局</p><p>苏ICP备12345678号</p></div>",
    "in a table": "<table><tr><td>主办单位</td><td>苏州市大数据局</td></tr><tr><td>苏ICP备1号</td></tr></table>",
}
UNSIGNED = (SALUTATION, OPENING, *BODY)


@pytest.mark.parametrize("imprint", IMPRINTS.values(), ids=IMPRINTS)
@pytest.mark.parametrize("wrapped", [True, False], ids=["letter in an element", "all in the body"])
def test_who_runs_a_site_is_not_who_answers(imprint, wrapped):
    page = _page("", headline=TITLE, lines=UNSIGNED).replace(FOOT, imprint)
    page = page if wrapped else page.replace("<div>", "").replace("</div>", "")
    read = letter(page, source="a.html")
    assert read.header.department is None
    assert "unsigned" in {issue.code for issue in read.issues}


def test_the_source_that_a_page_states_answers_and_not_who_runs_the_site():
    page = _page("<div>信息来源：市工信局</div>", lines=UNSIGNED).replace(FOOT, IMPRINTS["below"])
    assert letter(page, source="a.html").header.department.value == "市工信局"


@pytest.mark.parametrize("above", [True, False])
def test_the_main_department_in_a_form_answers_wherever_the_form_stands(above):
    cells = ("主办单位", "苏州市工业和信息化局", "会办单位", "苏州市财政局")
    form = "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"
    page = _page(form if above else "", lines=UNSIGNED)
    page = page if above else page.replace(FOOT, form + FOOT)
    read = letter(page, source="a.html")
    assert read.header.department.value == "苏州市工业和信息化局"
    assert [joint.name for joint in read.header.joint_departments] == ["苏州市财政局"]


FOOT_LINES = ("信息来源：市工信局", "发布时间：2023-07-20")


def test_source_and_day_below_a_letter_are_those_of_its_page_and_no_text():
    signed = letter(reply(tail=FOOT_LINES))
    assert (signed.header.department.value, signed.header.reply_date.value) == (SIGNATURE[0], "2023-06-30")
    assert signed.header.published.value == "2023-07-20"
    assert [sentence.zone for sentence in signed.sentences[-2:]] == ["letterhead", "letterhead"]
    unsigned = letter(reply(signature=FOOT_LINES))
    assert (unsigned.header.department.value, unsigned.header.department.basis) == ("市工信局", "metadata")
    assert unsigned.header.reply_date is None


def test_the_labelled_date_of_a_signature_is_no_day_of_publication():
    assert (
        letter(reply(signature=(SIGNATURE[0], "日期：2023年6月30日"))).header.reply_date.value == "2023-06-30"
    )


FRONT = "---\ntitle: 一封复文\nsource: 市工信局\ndate: 2023-07-20\ntags:\n  - 提案\nauthor: 王小明\n---\n"


def test_the_front_matter_of_markdown_gives_facts_and_is_no_text():
    read = letter(FRONT + reply(signature=()), source="a.md")
    assert read.text == letter(reply(signature=())).text
    assert read.header.department.value == "市工信局"
    assert read.header.published.value == "2023-07-20"
    assert "王小明" not in repr(read)


def test_a_rule_above_a_letter_is_no_front_matter():
    assert letter("---\n" + reply() + "\n---\n", source="a.md").text == letter(reply()).text


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2023-07-20 16:08 来源：苏州市工信局 浏览：12",
        "发布日期：2023-07-20　来源：苏州市工信局　浏览次数：96　字号：[大 中 小]　打印　关闭",
        "[ 2023-07-20 ] 来源：苏州市工信局",
        "时间：2023-07-20 | 来源：苏州市工信局 | 点击：12次 | 【打印】【关闭】",
    ],
)
@pytest.mark.parametrize("below", ["（A类）", "苏工信函〔2023〕58号"])
def test_what_a_page_copied_as_text_tells_of_itself_is_no_text_and_no_part_of_the_next_line(line, below):
    read = letter(reply(title=f"{TITLE}\n{line}\n{below}"))
    assert read.text == letter(reply(title=f"{TITLE}\n{below}")).text
    assert read.header.published.value == "2023-07-20"
    assert read.header.date == "2023-06-30"


def test_rows_of_a_form_are_not_what_a_page_tells_of_itself():
    row = "提案编号：0145　发布日期：2023-07-20　来源：苏州市工信局"
    assert row.split("　", maxsplit=1)[0] in letter(reply(head=(row,))).text
