"""Header facts where the page around them is printed in unusual ways."""

import pytest
from reply_letters import letter, reply, values

from corpus import proposal_key


def test_the_imprint_and_typewriter_quotes_do_not_hide_the_facts():
    opening = '首先感谢您对我市工作的关心。您提出的"关于加快智能制造发展的提案"收悉,现答复如下:'
    tail = ("抄送：市政协提案委。", "苏州市工业和信息化局办公室            2023年6月30日印发")
    header = letter(reply(opening=opening, tail=tail)).header
    assert values(header.proposal_titles) == ["关于加快智能制造发展的提案"]
    assert header.department.value == "苏州市工业和信息化局"
    assert header.reply_date.value == "2023-06-30"


def test_a_summary_of_a_ministry_without_salutation_and_signature_is_read():
    read = letter(
        reply(
            title="对十三届全国人大四次会议第3327号建议的答复（摘要）",
            salutation="索引号：000019174/2021-00123\n发文机构：工业和信息化部\n成文日期：2021-08-16",
            opening="经商教育部，现将有关情况答复如下（摘要）：",
            signature=(),
        )
    )
    header = read.header
    assert (header.department.value, header.department.basis) == ("工业和信息化部", "metadata")
    assert (header.reply_date.value, header.reply_date.basis) == ("2021-08-16", "metadata")
    assert [joint.name for joint in header.joint_departments] == ["教育部"]


@pytest.mark.parametrize(
    "greeting", ["李明委员：您好！", "尊敬的李明委员：你好。", "李明委员：您好！您提出的提案收悉。"]
)
def test_a_greeting_behind_the_salutation_hides_nothing(greeting):
    header = letter(reply(salutation=greeting)).header
    assert values(header.addressees) == ["李明"]
    assert values(header.proposal_numbers) == ["0145"]


def test_a_signature_above_an_attachment_is_found():
    tail = (
        "附件",
        "苏州市智能制造项目清单如下，共三十个项目，总投资二十亿元，均已开工建设。",
        "单位负责建设。",
    )
    header = letter(reply(tail=tail)).header
    assert (header.department.basis, header.reply_date.value) == ("signature", "2023-06-30")


@pytest.mark.parametrize("blank", ["\u3000\u3000", " "], ids=["wide", "single"])
def test_a_page_copied_into_one_line_is_read(blank):
    whole = letter(reply())
    flat = letter(reply().replace("\n", blank))
    assert flat.text == whole.text
    assert flat.header.department.value == whole.header.department.value


def test_wide_digits_are_the_same_number():
    wide = letter(reply(title="关于市政协十五届三次会议第０１４５号提案的答复")).header
    assert proposal_key(wide) == ("苏州市-cppcc-15-3-145",)


@pytest.mark.parametrize(
    ("salutation", "people"),
    [
        ("陈国和委员：", ["陈国和"]),
        ("李明、陈国和代表：", ["李明", "陈国和"]),
        ("李明委员和王芳委员：", ["李明", "王芳"]),
    ],
)
def test_a_name_may_end_in_a_word_that_joins_names(salutation, people):
    assert values(letter(reply(salutation=salutation)).header.proposers) == people


def test_a_label_alone_on_its_line_has_its_value_below_where_it_fits():
    card = ("文  号：", "苏财复〔2022〕75号", "实施日期：", "发文日期：", "2022-07-14", "主题词：")
    header = letter(reply(head=card, signature=())).header
    assert header.document_number.value == "苏财复〔2022〕75号"
    assert (header.reply_date.value, header.reply_date.basis) == ("2022-07-14", "metadata")
    empty = letter(reply(head=("发文日期：", "主题词：", "发布机构：", "城市建设"), signature=())).header
    assert empty.reply_date is None
    assert empty.department is None


def test_a_title_without_the_word_about_is_read_behind_what_was_brought_forward():
    opening = "在第一次会议上，你们提出了《大坪村移民搬迁道路硬化工程》的建议，现答复如下："
    assert values(letter(reply(opening=opening)).header.proposal_titles) == ["大坪村移民搬迁道路硬化工程"]


def test_another_number_in_the_opening_is_told():
    told = letter(reply(opening="您提出的《关于加快智能制造发展的提案》（第0146号）收悉。现答复如下："))
    assert values(told.header.proposal_numbers) == ["0145"]
    (issue,) = (issue for issue in told.issues if issue.code == "two_numbers")
    assert issue.value == "0145, 0146"
    assert "two_numbers" not in {issue.code for issue in letter(reply()).issues}


def test_the_office_that_the_imprint_names_is_told_and_not_assumed():
    read = letter(reply(signature=("2023年6月30日", "苏州市财政局办公室 2023年6月30日印发")))
    assert read.header.department is None
    (issue,) = (issue for issue in read.issues if issue.code == "unsigned")
    assert issue.value.startswith("苏州市财政局办公室")


def test_a_number_within_the_marks_of_a_title_is_no_part_of_it():
    for printed in (
        "《关于建设高标准农田的提案（第145号提案）》",
        "《关于建设高标准农田的提案(第145号提案》",
    ):
        header = letter(reply(opening=f"您提出的{printed}收悉，现答复如下：")).header
        assert values(header.proposal_titles) == ["关于建设高标准农田的提案"]
