"""The end of a letter as it stands in damaged prints: who signs is not lost with the day."""

import time

import pytest
from reply_letters import PROSE, SIGNATURE, letter, reply


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2O23年6月30日", "2023-06-30"),
        ("2023年六月三十曰", "2023-06-30"),
        ("２０２３年６月３０曰", "2023-06-30"),
    ],
)
def test_a_date_with_a_character_that_looks_alike_is_read(printed, date):
    header = letter(reply(signature=(SIGNATURE[0], printed))).header
    assert (header.department.value, header.reply_date.value) == (SIGNATURE[0], date)
    assert letter(reply(signature=(SIGNATURE[0] + printed,))).header.reply_date.value == date


@pytest.mark.parametrize(
    "printed",
    ["6月30日", "〇二三年六月三十日", "2023年月日", "（二三年六月三十日）", "日期：6月30日"],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_damaged_date_loses_no_signature_and_is_told(printed, above):
    signature = (SIGNATURE[0], printed) if above else (printed, SIGNATURE[0])
    read = letter(reply(signature=signature))
    assert (read.header.department.value, read.header.department.basis) == (SIGNATURE[0], "signature")
    assert read.header.reply_date is None
    (told,) = [issue for issue in read.issues if issue.code == "unreadable_date"]
    assert printed.removeprefix("日期：").strip("（）") in told.message
    assert "unsigned" not in {issue.code for issue in read.issues}


@pytest.mark.parametrize("last", ["近年来，我局多次会同苏州市财政局\n6月30日", "6月30日", "2023年月"])
def test_what_is_left_of_a_date_signs_nothing_where_no_organ_stands_beside_it(last):
    assert letter(reply(signature=(), tail=(last,))).header.department is None


def test_all_bodies_that_sign_a_joint_answer_are_read_and_the_first_leads():
    trades = "水务、财政、教育、民政、审计、体育、商务、统计、林业、交通运输、农业农村、应急管理、生态环境"
    bodies = [f"苏州市{trade}局" for trade in trades.split("、")]
    header = letter(reply(signature=(*bodies, SIGNATURE[1]))).header
    assert header.department.value == "苏州市水务局"
    assert [joint.name for joint in header.joint_departments] == bodies[1:]


def test_a_day_in_brackets_below_the_title_dates_the_letter_and_begins_no_other():
    header = letter(reply(salutation="（2023年6月30日）\n李明委员：", signature=SIGNATURE[:1])).header
    assert (header.date, header.reply_date.basis) == ("2023-06-30", "letterhead")
    assert [fact.value for fact in header.addressees] == ["李明"]
    signed = letter(reply(salutation="（2023年7月2日）\n李明委员：")).header
    assert signed.date == "2023-06-30"


def test_a_commission_signs_the_last_line_without_a_day_and_one_that_copies_go_to_does_not():
    assert (
        letter(reply(signature=("苏州市卫生健康委员会",))).header.department.value == "苏州市卫生健康委员会"
    )
    assert letter(reply(signature=("苏州市政协提案委员会",))).header.department is None


def test_who_signs_below_a_bracket_of_contacts_is_kept():
    contacts = "（联系单位：苏州市工业和信息化局技术创新与智能制造处，联系人：王芳，联系电话：0512-65210001）"
    lines = (
        "您提出的关于加快智能制造发展的提案收悉，现将有关办理情况向您答复如下：",
        *[PROSE[:41]] * 5,
        contacts,
    )
    read = letter(reply(opening="", body=lines))
    assert read.header.department.value == SIGNATURE[0]
    assert "王芳" not in read.text


def test_who_gets_copies_is_no_sentence_of_the_letter_whatever_stands_below():
    copies = "抄送：苏州市政协提案委、苏州市政府督查室。"
    read = letter(reply(tail=(copies, "本文由资料室存档。")))
    zones = {read.text[one.span.start : one.span.end]: one.zone for one in read.sentences}
    assert zones[copies] == "signature"
    assert len(read.header.copies_to) == 2


@pytest.mark.parametrize("link", ["回到顶部", "国家部委网站", "统计局网站", "政务服务大厅", "点击排行"])
def test_a_link_of_the_page_signs_no_unsigned_letter(link):
    assert letter(reply(signature=(), tail=(link,))).header.department is None


def test_where_something_lies_is_told():
    lines = ("项目名称：双桥镇冷库", "所在位置：双桥镇人民路东侧")
    assert all(line in letter(reply(body=(PROSE, *lines, PROSE))).text for line in lines)


@pytest.mark.parametrize("company", ["国家电网", "内蒙古电网"])
def test_a_grid_that_signs_is_no_site(company):
    assert letter(reply(signature=(company, SIGNATURE[1]))).header.department.value == company


def test_a_long_line_below_the_date_is_read_in_no_time():
    below = "市" * 15_000
    begun = time.perf_counter()
    assert below in letter(reply(tail=(below,))).text
    assert time.perf_counter() - begun < 5
