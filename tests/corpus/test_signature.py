"""The end of a letter as it stands in damaged prints: who signs is not lost with the day."""

import pytest
from reply_letters import SIGNATURE, letter, reply


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
