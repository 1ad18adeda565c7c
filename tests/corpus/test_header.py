"""Header facts in the varieties that replies really come in."""

import pytest
from reply_letters import BODY, letter, reply, values

from corpus import Span, letter_id, proposal_key


@pytest.mark.parametrize(
    ("salutation", "addressees", "role", "count"),
    [
        ("张伟等六位代表：", ["张伟"], "代表", 6),
        ("尊敬李长明代表：", ["李长明"], "代表", None),
        ("马青、周丽等委员：", ["马青", "周丽"], "委员", None),
        ("李明、王芳、张三等3位委员：", ["李明", "王芳", "张三"], "委员", 3),
        ("张伟、李红两位委员：", ["张伟", "李红"], "委员", 2),
        ("李明、王芳、张三3名代表：", ["李明", "王芳", "张三"], "代表", 3),
        ("张伟、何三位委员：", ["张伟", "何三位"], "委员", None),
        ("张伟领衔等10位代表：", ["张伟"], "代表", 10),
        ("两位委员：", [], None, None),
        ("尊敬的刘一平、罗曼·罗楠、张燕代表：", ["刘一平", "罗曼·罗楠", "张燕"], "代表", None),
        ("阿不都热依木·吐尔逊代表：", ["阿不都热依木·吐尔逊"], "代表", None),
        ("致公党云南省委：", ["致公党云南省委"], "集体提案单位", None),
        ("民盟苏州市委会：", ["民盟苏州市委会"], "集体提案单位", None),
        ("民革市委会、李明委员：", ["民革市委会", "李明"], "集体提案单位、委员", None),
        ("严亮委员", ["严亮"], "委员", None),
        ("李明委员，", ["李明"], "委员", None),
        ("张 伟、李 明委员：", ["张伟", "李明"], "委员", None),
        ("张伟 李明 王芳委员：", ["张伟", "李明", "王芳"], "委员", None),
        ("李明代表、王芳代表：", ["李明", "王芳"], "代表", None),
        ("尊敬的市政协李明委员：", ["李明"], "委员", None),
        ("尊敬的李明委员:", ["李明"], "委员", None),
        ("区人大代表王芳：", ["王芳"], "代表", None),
        ("各位代表：", [], None, None),
        ("李明（委员）：", ["李明"], "委员", None),
        ("李明委员并提案联名人：", ["李明"], "委员", None),
        ("李明代表暨联名代表：", ["李明"], "代表", None),
        ("李明委员等：", ["李明"], "委员", None),
        ("李明常委：", ["李明"], None, None),
        ("尊敬的李明副主席：", ["李明"], None, None),
    ],
)
def test_salutations_yield_addressees(salutation, addressees, role, count):
    header = letter(reply(salutation=salutation)).header
    assert values(header.addressees) == addressees
    assert (header.addressee_role, header.addressee_count) == (role, count)
    assert values(header.proposers) == addressees


@pytest.mark.parametrize("before", ["", "市政协提案委员会转来的"])
def test_the_count_behind_the_last_name_of_an_opening_is_no_part_of_it(before):
    asked = (
        f"{before}李红、王芳、赵敏三位委员提出的《关于加快智能制造发展的提案》（第0145号）收悉。现答复如下："
    )
    header = letter(reply(salutation="", opening=asked)).header
    assert values(header.proposers) == ["李红", "王芳", "赵敏"]


@pytest.mark.parametrize(
    "salutation",
    [
        "尊敬的王委员：",
        "尊敬的王女士：",
        "尊敬的委员：",
        "李委员：",
        "刘委员、马委员、王委员、赵委员：",
        "刘、马委员：",
        "尊敬的欧阳委员：",
        "政协委员：",
        "尊敬的代表同志：",
    ],
)
def test_a_salutation_without_a_full_name_names_nobody_and_says_so(salutation):
    read = letter(reply(salutation=salutation))
    assert (read.header.addressees, read.header.proposers) == ((), ())
    (issue,) = (issue for issue in read.issues if issue.code == "unnamed_salutation")
    assert salutation in issue.message
    assert f"\n{salutation}\n" in read.text


def test_nobody_is_missed_in_a_salutation_with_a_name_or_where_a_form_names_who_asked():
    told = "提案者\t李明\n" + reply(salutation="尊敬的委员：", signature=())
    for text in (reply(), reply(salutation=""), told):
        assert "unnamed_salutation" not in {issue.code for issue in letter(text).issues}


@pytest.mark.parametrize(
    ("salutation", "greeted"),
    [
        ("赵一鸣委员、钱小雨委员、九三学社苏州市委：", ["赵一鸣", "钱小雨", "九三学社苏州市委"]),
        ("赵一鸣、钱小雨委员，民建苏州市委：", ["赵一鸣", "钱小雨", "民建苏州市委"]),
        ("赵一鸣委员；民建市委会：", ["赵一鸣", "民建市委会"]),
        ("尊敬的赵一鸣委员及农工党苏州市委：", ["赵一鸣", "农工党苏州市委"]),
        ("赵一鸣委员以及民革市委会：", ["赵一鸣", "民革市委会"]),
        ("赵一鸣委员暨民革市委会：", ["赵一鸣", "民革市委会"]),
        ("市工商联并赵一鸣委员：", ["市工商联", "赵一鸣"]),
        ("致公党市委会并赵一鸣、钱小雨委员：", ["致公党市委会", "赵一鸣", "钱小雨"]),
        ("农工党市委、九三学社市委及赵一鸣委员：", ["农工党市委", "九三学社市委", "赵一鸣"]),
        ("赵一鸣代表、城东代表团：", ["赵一鸣", "城东代表团"]),
        ("市政协社会和法制委员会、赵一鸣委员：", ["市政协社会和法制委员会", "赵一鸣"]),
        ("赵一鸣、九三学社市委：", ["赵一鸣", "九三学社市委"]),
        ("赵一鸣 钱小雨委员、民革市委会：", ["赵一鸣", "钱小雨", "民革市委会"]),
        ("阿依古丽·买买提委员、民盟市委会：", ["阿依古丽·买买提", "民盟市委会"]),
        ("赵一鸣委员、民进市委：您好！", ["赵一鸣", "民进市委"]),
        ("赵一鸣委员、民革市委会等：", ["赵一鸣", "民革市委会"]),
        ("民进市委赵一鸣委员：", ["赵一鸣"]),
    ],
)
def test_members_and_bodies_greeted_together_all_submitted_the_proposal(salutation, greeted):
    header = letter(reply(salutation=salutation)).header
    assert values(header.addressees) == greeted
    assert values(header.proposers) == greeted


def test_people_and_a_body_have_each_their_role_and_the_count_is_that_of_the_people():
    header = letter(reply(salutation="赵一鸣等5位委员、九三学社市委：")).header
    assert (header.addressee_role, header.addressee_count) == ("委员、集体提案单位", 5)
    assert values(header.proposers) == ["赵一鸣", "九三学社市委"]


def test_a_department_greeted_beside_a_member_did_not_submit_and_that_is_told():
    read = letter(reply(salutation="赵一鸣委员、市教育局："))
    assert values(read.header.proposers) == ["赵一鸣"]
    (issue,) = (issue for issue in read.issues if issue.code == "greeted_only")
    assert (issue.where, issue.value) == ("salutation", "市教育局")
    assert "greeted_only" not in {issue.code for issue in letter(reply()).issues}


def test_all_deputies_of_a_suggestion_that_a_hundred_and_twenty_signed_are_read():
    names = [
        f"{family}{given}华" for family in "王李张刘陈杨赵黄周吴徐孙" for given in "明芳伟娜敏静丽强磊军"
    ]
    header = letter(reply(salutation="、".join(names) + "代表：")).header
    assert [fact.value for fact in header.addressees] == names


def test_a_letter_without_salutation_has_no_addressee():
    header = letter(reply(salutation="")).header
    assert header.addressees == ()


def test_an_opinion_to_the_lead_department_names_the_proposers_itself():
    header = letter(
        reply(
            title="关于市政协十五届三次会议第145号提案的会办意见",
            salutation="市科技局：",
            opening="贵局转来的政协委员李明、王芳提出的《关于加快智能制造发展的提案》收悉，提出如下意见：",
        )
    ).header
    assert values(header.addressees) == ["市科技局"]
    assert header.addressee_role == "主办单位"
    assert values(header.proposers) == ["李明", "王芳"]
    assert header.role.value == "会办"


def test_an_opinion_that_greets_the_member_has_her_for_its_proposer():
    title = "关于市政协十五届三次会议第145号提案的会办意见"
    asked = "您提出的《关于加快智能制造发展的提案》收悉，现提出如下意见："
    assert values(letter(reply(title=title, salutation="赵一鸣委员：", opening=asked)).header.proposers) == [
        "赵一鸣"
    ]
    both = letter(reply(title=title, salutation="市科技局、赵一鸣委员：", opening=asked)).header
    assert values(both.proposers) == ["赵一鸣"]


def test_an_opinion_that_names_no_proposer_has_none():
    header = letter(
        reply(
            title="关于市政协十五届三次会议第145号提案的协办意见",
            salutation="市科技局：",
            opening="贵局转来的《关于加快智能制造发展的提案》收悉，现提出如下意见：",
        )
    ).header
    assert header.proposers == ()


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2024年8月8日", "2024-08-08"),
        ("2023 年 5 月 6 日", "2023-05-06"),
        ("二〇二三年五月六日", "2023-05-06"),
        ("二00七年七月十七日", "2007-07-17"),
        ("二○一八年十月三十日", "2018-10-30"),
        ("二O一五年十二月三日", "2015-12-03"),
        ("08.08.2019", "2019-08-08"),
        ("2019—08—08", "2019-08-08"),
        ("2019－8－8", "2019-08-08"),
        ("20171220", "2017-12-20"),
        ("2017621日", "2017-06-21"),
        ("201811月5日", "2018-11-05"),
        ("2019-08-08", "2019-08-08"),
        ("2019/8/8", "2019-08-08"),
        ("2019.8.8", "2019-08-08"),
        ("2021年9月", "2021-09"),
    ],
)
def test_dates_of_signatures(printed, value):
    header = letter(reply(signature=("苏州市工业和信息化局", printed))).header
    assert (header.reply_date.value, header.reply_date.basis) == (value, "signature")
    assert header.department.value == "苏州市工业和信息化局"


def test_a_day_that_no_calendar_has_is_left_out_and_told():
    read = letter(reply(signature=("苏州市工业和信息化局", "2023年13月40日")))
    assert read.header.reply_date is None
    assert "unreadable_date" in {issue.code for issue in read.issues}


def test_an_undated_letter_stays_undated_and_the_crawl_date_stands_apart():
    text = reply(signature=()).replace("\n", "<br>")
    page = f"<html><body><div>发布日期：2023-07-05 来源：市工信局</div>{text}</body></html>"
    header = letter(page, source="a.html").header
    assert (header.department.value, header.department.basis) == ("市工信局", "metadata")
    assert header.reply_date is None
    assert (header.published.value, header.published.basis) == ("2023-07-05", "metadata")


@pytest.mark.parametrize(
    ("signature", "department", "joint"),
    [
        (("苏州市工业和信息化局 苏州市财政局", "2023年6月30日"), "苏州市工业和信息化局", ["苏州市财政局"]),
        (("苏州市工业和信息化局", "苏州市财政局", "2023年6月30日"), "苏州市工业和信息化局", ["苏州市财政局"]),
        (("苏州市工业和信息化局2023年6月30日",), "苏州市工业和信息化局", []),
        (("苏州市工业和信息化局（盖章）", "2023年6月30日"), "苏州市工业和信息化局", []),
        (("苏州市工业和信息化局（签章）", "2023年6月30日"), "苏州市工业和信息化局", []),
        (("承办单位（印章）：苏州市财政局", "2023年6月30日"), "苏州市财政局", []),
        (("2023年6月30日", "苏州市工业和信息化局"), "苏州市工业和信息化局", []),
        (("苏 州 市 财 政 局", "2023年6月30日"), "苏州市财政局", []),
        (("（此页无正文）", "中共苏州市委宣传部", "2023年6月30日"), "中共苏州市委宣传部", []),
        (("国网苏州供电公司", "2023年6月30日", "（此件公开发布）"), "国网苏州供电公司", []),
    ],
)
def test_signatures_yield_department_date_and_joint_signatories(signature, department, joint):
    header = letter(reply(signature=signature)).header
    assert (header.department.value, header.department.basis) == (department, "signature")
    assert header.reply_date.value == "2023-06-30"
    assert [(other.name, other.role) for other in header.joint_departments] == [
        (name, "联署") for name in joint
    ]


def test_the_department_comes_from_signature_then_title_then_letterhead_then_metadata():
    title = "苏州市教育局关于市政协十五届三次会议第145号提案的答复"
    signed = letter(reply(head=("苏州市教育局文件",), title=title))
    titled = letter(reply(title=title, signature=()))
    headed = letter(reply(head=("苏州市教育局文件",), signature=()))
    told = letter(reply(head=("发布机构：苏州市教育局　成文日期：2023年6月1日",), signature=()))
    assert [
        (read.header.department.value, read.header.department.basis)
        for read in (signed, titled, headed, told)
    ] == [
        ("苏州市工业和信息化局", "signature"),
        ("苏州市教育局", "title"),
        ("苏州市教育局", "letterhead"),
        ("苏州市教育局", "metadata"),
    ]
    assert (told.header.reply_date.value, told.header.reply_date.basis) == ("2023-06-01", "metadata")


def test_an_unsigned_letter_gets_no_department_whatever_its_text_says():
    read = letter(reply(signature=()))
    assert read.header.department is None
    assert "unsigned" in {issue.code for issue in read.issues}


@pytest.mark.parametrize(
    ("opening", "joint"),
    [
        ("我局会同市财政局、市科技局认真研究，现答复如下：", [("市财政局", "会同"), ("市科技局", "会同")]),
        ("经商财政部、国家发展改革委，现答复如下：", [("财政部", "经商"), ("国家发展改革委", "经商")]),
        ("我委商市教育局、市总工会办理，现答复如下：", [("市教育局", "商"), ("市总工会", "商")]),
        ("现结合省经信厅、省财政厅会办意见，答复如下：", [("省经信厅", "会办"), ("省财政厅", "会办")]),
        ("经研究并汇总省气象局、省水利厅意见，现答复如下：", [("省气象局", "会办"), ("省水利厅", "会办")]),
        (
            "我局会同市委宣传部、市广电局、思明区政府等3家分办单位调研，现答复如下：",
            [("市委宣传部", "分办"), ("市广电局", "分办"), ("思明区政府", "分办")],
        ),
        (
            "交由我局主办，州生态环境局、大理旅游度假区管委会会办。现答复如下：",
            [("州生态环境局", "会办"), ("大理旅游度假区管委会", "会办")],
        ),
        ("我局会同有关部门、市财政局研究，现答复如下：", [("市财政局", "会同")]),
        ("经商市财政局、市科技局同意，现答复如下：", [("市财政局", "经商"), ("市科技局", "经商")]),
        ("经商市财政局同意，现答复如下：", [("市财政局", "经商")]),
        ("经会同市财政局、市科技局会签同意，现答复如下：", [("市财政局", "会同"), ("市科技局", "会同")]),
        ("我局会同市财政局和市审计局一致认可，现答复如下：", [("市财政局", "会同"), ("市审计局", "会同")]),
        ("经综合各部门意见，现答复如下：", []),
        ("经与义乌海关、市市场发展委会商，现答复如下：", [("义乌海关", "会商"), ("市市场发展委", "会商")]),
        (
            "经合川区政府、市住房城乡建委、市委宣传部等协办单位共同研究办理，现答复如下：",
            [("合川区政府", "协办"), ("市住房城乡建委", "协办"), ("市委宣传部", "协办")],
        ),
        ("经市政府同意，现答复如下：", []),
    ],
)
def test_openings_name_those_that_took_part(opening, joint):
    header = letter(reply(opening=f"您提出的《关于加快智能制造发展的提案》收悉。{opening}")).header
    assert [(other.name, other.role) for other in header.joint_departments] == joint


def test_labelled_departments_come_before_those_of_the_opening():
    header = letter(
        reply(signature=("会办单位：苏州市财政局、苏州市科学技术局", "苏州市教育局", "2023年6月30日"))
    ).header
    assert [(joint.name, joint.role) for joint in header.joint_departments] == [
        ("苏州市财政局", "会办"),
        ("苏州市科学技术局", "会办"),
    ]
    assert header.department.value == "苏州市教育局"


@pytest.mark.parametrize(
    "number",
    [
        "粤科函规财字〔2018〕1204号",
        "苏工信函【2023】12号",
        "苏工信函[2023]12号",
        "苏工信函﹝2023﹞12号",
        "苏工信复字（2023）12号",
        "苏工信函〔2023〕第12号",
        "苏工信提2023-12号",
        "粤科函规财字20181204号",
    ],
)
def test_document_numbers_keep_their_printed_form(number):
    above = letter(reply(head=("苏州市工业和信息化局文件", number)))
    below = letter(reply(title=f"关于对市政协十五届三次会议第0145号提案的答复\n{number}"))
    assert above.header.document_number.value == below.header.document_number.value == number


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("答复类别：A", "A"),
        ("答复类别：B类", "B"),
        ("（A类　同意公开）", "A"),
        ("类别：C", "C"),
        ("（B）", "B"),
        ("B", "B"),
        ("苏工信函〔2023〕12号　　A2类", "A2"),
    ],
)
def test_classes_of_replies(line, value):
    assert letter(reply(head=(line,))).header.classification.value == value


def test_key_proposals_and_copies():
    header = letter(
        reply(
            title="关于市政协十五届三次会议重点督办提案第145号的答复",
            tail=("抄送：市政府办公室（1份），市政协提案委员会（2份）。",),
        )
    ).header
    assert header.priority.value == "重点督办"
    assert values(header.copies_to) == ["市政府办公室", "市政协提案委员会"]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("您提出的《关于加快智能制造发展的提案》收悉。现答复如下：", "关于加快智能制造发展的提案"),
        ("您提出的“关于加快智能制造发展的建议”收悉，现答复如下：", "关于加快智能制造发展的建议"),
        ("您提出的关于加快智能制造发展的提案收悉，现答复如下：", "关于加快智能制造发展的提案"),
        ("您提出的“强化科创能力，支撑集聚区建设”的建议收悉，现答复如下：", "强化科创能力，支撑集聚区建设"),
        (
            "贵单位“关于深化科技金融风险分担机制”的提案已收悉，现答复如下：",
            "关于深化科技金融风险分担机制",
        ),
    ],
)
def test_titles_of_proposals(opening, title):
    assert values(letter(reply(opening=opening)).header.proposal_titles) == [title]


def test_a_form_gives_the_facts_that_the_letter_lacks():
    rows = (
        "建议标题\t关于加快智能制造发展的建议",
        "建议编号\t0145",
        "届次\t市十七届人大三次会议",
        "会办单位\t苏州市财政局",
    )
    read = letter(
        reply(head=rows, title="", salutation="李明代表：", opening="您提出的建议收悉。现答复如下：")
    )
    header = read.header
    assert values(header.proposal_numbers) == ["0145"]
    assert (header.session.value, header.term, header.meeting) == ("市十七届人大三次会议", 17, 3)
    assert [joint.name for joint in header.joint_departments] == ["苏州市财政局"]
    assert "建议编号" not in read.text


def test_a_letter_may_begin_at_its_salutation():
    read = letter(reply(title=""))
    assert read.header.title is None
    assert read.text.startswith("李明委员")
    assert values(read.header.proposal_numbers) == ["0145"]


def test_an_earlier_proposal_named_in_the_opening_is_not_the_one_answered():
    header = letter(
        reply(
            title="关于提案的答复",
            opening="您提出的第0112号提案收悉。该提案是对您2022年第087号提案的深化。现答复如下：",
        )
    ).header
    assert values(header.proposal_numbers) == ["0112"]


def test_one_number_in_two_printings_is_one_proposal():
    title = letter(reply(title="关于市政协十五届三次会议第0452号提案的答复")).header
    other = letter(reply(title="关于市政协十五届三次会议第452号提案的答复")).header
    assert proposal_key(title) == proposal_key(other) == ("苏州市-cppcc-15-3-452",)
    assert letter_id(title) == "苏州市-cppcc-15-3-452-苏州市工业和信息化局"


def test_several_proposals_answered_at_once_have_a_key_each():
    header = letter(reply(title="关于市政协十五届三次会议第12、34号提案的答复")).header
    assert proposal_key(header) == ("苏州市-cppcc-15-3-12", "苏州市-cppcc-15-3-34")


def test_what_cannot_be_told_is_x_in_the_id():
    header = letter(reply(title="", opening="您的提案收悉，现答复如下：", signature=())).header
    assert letter_id(header) == "x-cppcc-x-x-x-x"


def test_facts_know_where_they_stand():
    read = letter(reply())
    assert read.header.department.span == Span(
        start=read.text.index("苏州市工业和信息化局"), end=read.text.index("\n2023年")
    )


def test_body_text_alone_makes_no_header():
    assert (
        letter(reply(body=(*BODY, "2022年，市教育局印发通知。"))).header.department.value
        == "苏州市工业和信息化局"
    )


def test_an_opinion_greets_the_lead_department_without_a_colon_too():
    header = letter(
        reply(
            title="苏州市科学技术局对市十七届人大四次会议第031号建议的会办意见",
            salutation="团市委",
            opening="赵一鸣代表提出的《关于深化校地融合的建议》收悉，经研究，现将会办意见函告如下",
        )
    ).header
    assert (values(header.addressees), values(header.proposers)) == (["团市委"], ["赵一鸣"])


def test_a_party_that_asked_with_others_is_a_proposer():
    header = letter(
        reply(
            title="苏州市人民政府关于省政协十三届二次会议第615号提案的会办意见",
            salutation="江苏省能源局：",
            opening="民建江苏省委会等提出的《关于构建新型储能产业体系的系列提案》（第615号）收悉。我市会办意见如下：",
        )
    ).header
    assert values(header.proposers) == ["民建江苏省委会"]


def test_who_asked_may_be_counted_in_brackets():
    header = letter(reply(salutation="尊敬的李嘉（等3人）委员：")).header
    assert (values(header.proposers), header.addressee_count) == (["李嘉"], 3)


def test_the_part_of_a_letter_may_stand_in_brackets_in_its_title():
    header = letter(reply(title="关于市政协十五届三次会议第145号提案（分办）答复的函")).header
    assert header.role.value == "分办"


def test_an_assembly_with_its_term_alone_has_its_seat():
    header = letter(
        reply(
            title="关于对市七届人大常委会代表建议第B20240032号的答复",
            salutation="郭万里代表：",
            opening="您在闭会期间提出的《关于完善低空立法的建议》收悉，现答复如下：",
        )
    ).header
    assert (header.body.value, header.jurisdiction) == ("npc", "苏州市")


def test_parties_are_greeted_whatever_stands_below():
    header = letter(
        reply(
            title="苏州市商务局关于市政协2024年度第20240088号重点提案办理意见的函",
            salutation="致公党苏州市委会、民进苏州市委员会：",
            opening="我局高度重视提案办理，现结合我市外贸发展实际，对提案建议答复如下：",
        )
    ).header
    assert values(header.proposers) == ["致公党苏州市委会", "民进苏州市委员会"]
