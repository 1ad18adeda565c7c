"""Persons without a number: in tables, in lines below the day, behind labels; deputies, figures and bodies stay."""

import pytest
from reply_letters import letter, reply, values

SIGNED = ("昆山市水务局", "2023年6月30日")
THANKS = "感谢您对我市工业发展的关心和支持！"


def below(*lines):
    """Return what is left of lines below the day."""
    read = letter(reply(signature=SIGNED, tail=lines))
    assert read.header.department.value == SIGNED[0]
    assert read.header.joint_departments == ()
    return read.text.partition(SIGNED[1])[2].strip()


def beside(words):
    """Return what is left behind a statement of the body."""
    text = "我市依托昆山市节水中心累计服务企业三百家" + words + "，后续稳步推进。"
    read = letter(reply(body=("一、完善节水政策", text, THANKS)))
    return read.text.partition("三百家")[2].partition("\n")[0]


@pytest.mark.parametrize(
    "rows",
    [
        ("姓名\t科室", "邹珂然\t科技处"),
        ("|姓名|科室|", "|---|---|", "|邹珂然|科技处|"),
        ("经办人\t科室负责人\t分管领导", "邹珂然\t钱珂宁\t王建华"),
        ("拟稿\t核稿\t签发", "邹珂然\t钱珂宁\t王建华"),
        ("主办单位联系人\t会办单位联系人", "邹珂然\t钱珂宁"),
        ("主办单位联系人\t邹珂然\t会办单位联系人\t钱珂宁",),
        ("办理单位\t经办人\t电话", "昆山市财政局\t钱珂宁\t65220158"),
        ("序号\t单位\t联系人\t电话", "1\t市财政局\t钱珂宁\t65220158", "2\t市住建局\t邹珂然\t65220159"),
        ("姓名\t职务\t电话", "邹珂然\t科长\t65220157"),
        ("参加面商人员\t邹珂然、钱珂宁",),
        ("主要领导签字\t邹珂然",),
        ("邹珂然 科技处",),
        ("水资源科　邹珂然",),
        ("昆山市水务局局长 邹珂然",),
        ("局长：邹珂然",),
        ("姑苏区人民路88号3幢502室",),
        ("（联系人邹珂然）",),
        ("【联系人】邹珂然",),
        ("联系人=邹珂然",),
        ("办件人：邹珂然",),
        ("企业微信：邹珂然",),
        ("此件由节水科邹珂然、钱珂宁办理。",),
        ("聯絡人：鄒珂然　電話：2810 1234",),
    ],
)
def test_tables_and_lines_of_persons_below_a_letter_go_whole(rows):
    assert below(*rows) == ""


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("沟通时间\t2023年6月1日\t沟通人员\t邹珂然", "沟通时间\t2023年6月1日"),
        ("印发：邹珂然 共印3份", "共印3份"),
        ("抄送：市政协提案委（联系人邹珂然）", "抄送：市政协提案委"),
        ("抄送：市政协提案委，邹珂然", "抄送：市政协提案委"),
    ],
)
def test_what_stands_beside_a_person_and_says_something_stays(row, kept):
    assert below(row) == kept


@pytest.mark.parametrize(
    "rows",
    [
        ("姓名\t代表团", "李明\t城区代表团"),
        ("姓名\t界别", "李明\t科技界"),
        ("项目\t负责单位\t户数", "节水改造\t市水务局\t300户"),
        ("城市\t完成率", "连云港\t98%"),
        ("抄送：市政协提案委，李明委员",),
        ("提案人：李明",),
        ("附议人：王芳、张伟",),
        ("此件由李明委员提出。",),
    ],
)
def test_deputies_bodies_and_figures_of_tables_and_lines_stay(rows):
    assert below(*rows) == "\n".join(rows)


def test_a_copy_to_who_is_greeted_stays():
    read = letter(reply(salutation="李建明委员：", signature=SIGNED, tail=("抄送：市政协提案委，李建明",)))
    assert values(read.header.copies_to) == ["市政协提案委", "李建明"]


def test_the_number_of_a_row_is_no_part_of_who_signs():
    read = letter(reply(signature=("2023年6月30日",), tail=("1市财政局",))).header
    assert read.department is None


@pytest.mark.parametrize(
    "words",
    [
        "（可致电邹珂然）",
        "（科室负责人：邹珂然）",
        "（住址：昆山市人民路88号）",
        "（宅电：65220157）",
        "（联系人——邹珂然）",
        "（联系人邹珂然）",
        "（邹珂然收）",
        "（Tel.65220157）",
        "（T:65220157）",
        "（M:13907550157）",
        "（℡ 83800157）",
        "（+852 9123 4567）",
        "（00852-91234567）",
        "（+1 415 555 2671）",
        "（+86 139 0755 0157）",
        "（139_0755_0157）",
        "（139~0755~0157）",
        "（139,0755,0157）",
        "（¹³⁹⁰⁷⁵⁵⁰¹⁵⁷）",
        "（𝟏𝟑𝟗𝟎𝟕𝟓𝟓𝟎𝟏𝟓𝟕）",
        "（1⃣3⃣9⃣0⃣7⃣5⃣5⃣0⃣1⃣5⃣7⃣）",
        "（١٣٩٠٧٥٥٠١٥٧）",
        "（收款账号：6222021234567890157（户名邹珂然））",
        "（zouke88@163点com）",
        "（飞书：zouke88）",
        "（支付宝账号zouke88）",
        "（护照号E12345678）",
        "（Telegram：@zouke88）",
        "（聯絡人：鄒珂然　電話：2810 1234）",
    ],
)
def test_contacts_in_brackets_go_and_the_sentence_stays(words):
    assert beside(words) == "，后续稳步推进。"


@pytest.mark.parametrize(
    "words",
    [
        "（微信小程序）",
        "（H₂O浓度200mg）",
        "（同比+12 个百分点）",
        "（电话回访300家）",
        "（飞书平台）",
        "（抖音号运营）",
        "（护照办理300件）",
        "（微博、抖音等平台）",
        "（主办：市水务局）",
        "（投资1,200,000,000元）",
        "（T：时间）",
        "（联系人制度）",
        "（130，150，170家）",
        "（10⁵立方米）",
        "（20230101-20231231）",
        "（由李明委员提出）",
    ],
)
def test_what_has_the_look_of_contacts_and_is_none_stays(words):
    assert beside(words) == words + "，后续稳步推进。"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("会办单位：昆山市财政局 钱珂宁", "会办单位：昆山市财政局"),
        ("请找邹珂然", ""),
        ("「联系人」邹珂然", ""),
        ("有疑问可拨打邹珂然手机", ""),
        ("附件：邹珂然联系方式.docx", ""),
        ("节水科\t承办人电话\t65220157", ""),
        ("会办单位：昆山市财政局、关工委、江苏银行", "会办单位：昆山市财政局、关工委、江苏银行"),
    ],
)
def test_a_person_beside_a_body_or_of_whom_a_call_is_told_goes(line, kept):
    read = letter(reply(signature=SIGNED, tail=(line,)))
    assert read.text.partition(SIGNED[1])[2].strip() == kept


def test_a_row_of_a_form_above_the_title_is_no_part_of_it():
    read = letter(reply(head=("办理单位\t昆山市水务局\t负责人签字\t邹珂然",), signature=SIGNED))
    assert "邹珂然" not in read.text
    assert read.header.title.value == "关于对市政协十五届三次会议第0145号提案的答复"


@pytest.mark.parametrize(
    "rows",
    [
        ("办理\t2022年\t2023年", "答复\t12件\t15件", "面商\t10件\t12件"),
        ("环节\t结果", "答复\t满意", "投资\t增长"),
        ("主任\t职责", "统筹\t协调"),
    ],
)
def test_rows_that_begin_with_the_word_of_a_label_stay(rows):
    assert below(*rows) == "\n".join(rows)
