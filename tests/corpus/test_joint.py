"""Departments that take part in a reply, as openings list them."""

import pytest
from reply_letters import letter, reply

from corpus.header.issuer import are_one


def joint(sentence, signature="广东省教育厅"):
    text = reply(
        title="关于省政协十三届三次会议第12号提案的答复",
        opening=f"您提出的《关于发展养老的提案》收悉。{sentence}，现答复如下：",
        signature=(signature, "2024年7月10日"),
    )
    return [(one.name, one.role) for one in letter(text).header.joint_departments]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "本建议由省教育厅、省人力资源社会保障厅分别办理，省财政厅协办",
            {("省人力资源社会保障厅", "分别办理"), ("省财政厅", "协办")},
        ),
        (
            "该提案由省教育厅、省民政厅、省财政厅分别办理",
            {("省民政厅", "分别办理"), ("省财政厅", "分别办理")},
        ),
        ("该提案由我厅和省民政厅共同办理", {("省民政厅", "共同办理")}),
        (
            "省民政厅、省财政厅、广州市人民政府为会办单位，经与会办单位共同研究",
            {("省民政厅", "会办"), ("省财政厅", "会办"), ("广州市人民政府", "会办")},
        ),
        ("省卫生健康委作为协办单位，经认真研究", {("省卫生健康委", "协办")}),
        (
            "省民政厅、广州市政府对提案进行了会办，经研究",
            {("省民政厅", "会办"), ("广州市政府", "会办")},
        ),
        (
            "经综合省财政厅、省自然资源厅及广州、深圳、珠海市政府的意见",
            {
                ("省财政厅", "会办"),
                ("省自然资源厅", "会办"),
                ("广州市政府", "会办"),
                ("深圳市政府", "会办"),
                ("珠海市政府", "会办"),
            },
        ),
        (
            "综合省财政厅和广州、佛山市人民政府会办意见",
            {("省财政厅", "会办"), ("广州市人民政府", "会办"), ("佛山市人民政府", "会办")},
        ),
        ("结合各地的意见", set()),
        ("该提案由我厅分别办理", set()),
    ],
)
def test_who_handles_a_proposal_with_us_is_read(sentence, found):
    assert set(joint(sentence)) == found


def test_a_body_named_in_the_opening_and_in_the_signature_is_listed_once():
    text = reply(
        title="关于区政协五届三次会议第12号提案的答复",
        opening="您提出的《关于更新小区的提案》收悉。区财政局、麻石街道办事处会办，现答复如下：",
        signature=("青禾区城市管理局  青禾区财政局  青禾区人民政府麻石街道办事处", "2024年7月10日"),
    )
    assert [one.name for one in letter(text).header.joint_departments] == ["区财政局", "麻石街道办事处"]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("区城市管理局", "青禾区城市管理局", True),
        ("青禾区麻石街道办事处", "青禾区人民政府麻石街道办事处", True),
        ("省人力资源社会保障厅", "广东省人力资源和社会保障厅", True),
        ("市教育局", "区教育局", False),
        ("体育局", "教育体育局", False),
        ("市财政局", "苏州市吴中区财政局", False),
        ("市公安局", "市公安局交警支队", False),
    ],
)
def test_two_names_are_of_one_body_where_only_the_place_is_left_out(left, right, one):
    assert are_one(left, right) is one
    assert are_one(right, left) is one


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("我们会同省民政厅、省财政厅进行了调研", {"省民政厅", "省财政厅"}),
        ("省供销社会同省民政厅、省财政厅到竹溪镇座谈", {"省民政厅", "省财政厅"}),
        ("我厅会同省民政厅、省公安厅交通警察总队到各地调研", {"省民政厅", "省公安厅交通警察总队"}),
        ("我厅商省民政厅、省财政厅作了研究", {"省民政厅", "省财政厅"}),
        ("由我厅主办，省民政厅、人民银行广州分行会办", {"省民政厅", "人民银行广州分行"}),
    ],
)
def test_a_list_ends_before_what_is_done_and_may_follow_any_writer(sentence, found):
    assert {name for name, _ in joint(sentence)} == found


@pytest.mark.parametrize(
    "row",
    [
        "会办单位：苏州市财政局；协办单位：苏州市教育局",
        "会办单位：苏州市财政局　协办单位：苏州市教育局",
        "会办单位\t苏州市财政局\t协办单位\t苏州市教育局",
    ],
)
def test_two_labels_of_one_row_name_each_the_part_that_its_bodies_took(row):
    for text in (reply(head=(row,)), reply(tail=(row,))):
        named = [(one.name, one.role) for one in letter(text).header.joint_departments]
        assert named == [("苏州市财政局", "会办"), ("苏州市教育局", "协办")]


def test_a_part_named_in_brackets_ends_no_row():
    row = "会办单位：苏州市财政局（主办：苏州市公安局）、苏州市教育局"
    named = {one.name for one in letter(reply(tail=(row,))).header.joint_departments}
    assert "苏州市教育局" in named


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("我厅积极会同省民政厅、省财政厅共同研究办理", {"省民政厅", "省财政厅"}),
        ("我厅及时会同省民政厅认真研究", {"省民政厅"}),
        ("我厅对此高度重视，牵头会省民政厅、省财政厅等单位认真研究", {"省民政厅", "省财政厅"}),
        ("我厅汇总了省民政厅、省财政厅的会办意见", {"省民政厅", "省财政厅"}),
        ("经商省民政厅、省财政厅，现将我厅办理情况告知您", {"省民政厅", "省财政厅"}),
        ("经商省民政厅、省财政厅，我省办理情况如下", {"省民政厅", "省财政厅"}),
        ("经两轮征求省民政厅、省财政厅等9家会办单位意见", {"省民政厅", "省财政厅"}),
        (
            "省政府高度重视，组织省民政厅、省财政厅等单位进行研究办理。经综合各会办单位意见",
            {"省民政厅", "省财政厅"},
        ),
        ("我厅会同省民政厅及五市政府共同研究", {"省民政厅"}),
        ("省民政厅、省财政厅提供了会办意见", {"省民政厅", "省财政厅"}),
        ("省民政厅、省财政厅书面反馈了意见", {"省民政厅", "省财政厅"}),
        ("办理中分头听取了省民政厅、南宁海关的意见", {"省民政厅", "南宁海关"}),
        ("在征得省民政厅、省财政厅书面意见的基础上", {"省民政厅", "省财政厅"}),
        ("经与省民政厅、省公安厅充分沟通", {"省民政厅", "省公安厅"}),
        ("会同省民政厅、省财政厅实地走访", {"省民政厅", "省财政厅"}),
        ("联同省民政厅、省财政厅逐项办理", {"省民政厅", "省财政厅"}),
        ("听取了省民政厅的工作汇报", set()),
        ("我行会同省民政厅、省财政厅研究", {"省民政厅", "省财政厅"}),
        ("由分管副厅长牵头，规划处会同省民政厅研究", {"省民政厅"}),
        ("办理中征求了省民政厅、省财政厅的意见", {"省民政厅", "省财政厅"}),
        ("由省民政厅、省财政厅共同研究", {"省民政厅", "省财政厅"}),
        ("经省民政厅、省财政厅会商", {"省民政厅", "省财政厅"}),
        ("我厅组织省民政厅、省财政厅会商办理", {"省民政厅", "省财政厅"}),
        ("会同省委组织部、省委研究室、省民政厅研究", {"省委组织部", "省委研究室", "省民政厅"}),
        ("会同省农村信用社联合社、省民政厅研究", {"省农村信用社联合社", "省民政厅"}),
        ("牵头召集省民政厅、商务厅等单位进行会商", set()),
        (
            "会同广东控股集团有限公司（以下简称“广东控股”）、省民政厅研究",
            {"广东控股集团有限公司", "省民政厅"},
        ),
        ("在征求省民政厅、省财政厅等部门意见的基础上", {"省民政厅", "省财政厅"}),
        ("我厅结合职能并会同省民政厅、省财政厅", {"省民政厅", "省财政厅"}),
        ("商请省民政厅、省财政厅提供了意见", {"省民政厅", "省财政厅"}),
        ("我厅第一时间会同省民政厅研究", {"省民政厅"}),
        ("您的建议由省民政厅主办，我厅会办", set()),
        (
            "会同省市场监管局（省知识产权局）、广东金融监管局（以下简称广东监管局）研究",
            {"省市场监管局", "广东金融监管局"},
        ),
        (
            "省政府高度重视，积极组织省民政厅、省委统战部、团省委等单位进行认真研究办理。经综合各会办单位意见",
            {"省民政厅", "省委统战部", "团省委"},
        ),
        ("并商省民政厅、省经济和信息化厅形成了回复意见", {"省民政厅", "省经济和信息化厅"}),
        ("经会同省民政厅、广州知识产权法庭等单位研究", {"省民政厅", "广州知识产权法庭"}),
        ("我厅为承办部门，省民政厅、省财政厅为汇办部门", {"省民政厅", "省财政厅"}),
    ],
)
def test_whoever_was_asked_to_take_part_is_named_however_the_sentence_says_so(sentence, found):
    assert {name for name, _ in joint(sentence)} == found


HANDLED = "收到提案后，市科技局作为主办单位，协同市数据管理局、长乐区政府认真研究，形成办理方案。"


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("一、办理工作背景", ["市数据管理局", "长乐区政府"]),
        ("一、提案办理过程", ["市数据管理局", "长乐区政府"]),
        ("一、措施与成效", []),
    ],
)
def test_a_part_about_the_handling_names_who_took_part(heading, found):
    read = letter(reply(body=(heading, HANDLED, "二、下一步工作", HANDLED.replace("长乐区", "鼓楼区"))))
    assert [one.name for one in read.header.joint_departments] == found


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("我委作为主办单位，经综合各会办单位意见", "主办"),
        ("经综合各会办单位意见", None),
        ("省民政厅、省财政厅为会办单位，经认真研究", None),
        ("我厅为人大建议“关于发展养老的建议（第12号）”的承办部门，省民政厅为汇办部门", "承办"),
        ("我厅为汇办部门", "汇办"),
        ("我厅为会办部门", "会办"),
        ("我厅高度重视，由分管领导牵头，会同省民政厅研究", None),
        ("由副市长牵头，我厅会同省民政厅研究", None),
        ("由我厅牵头，会同省民政厅研究", "牵头"),
        ("经研究，现将会办意见函告如下", "会办"),
        ("结合职能，现提出以下协办意见如下", "协办"),
        ("经认真研究并汇总会办意见", None),
        ("我厅是全省居家养老改造工作的牵头部门", None),
    ],
)
def test_the_part_of_a_letter_is_what_it_says_of_itself(sentence, role):
    opening = f"您提出的《关于发展养老的提案》收悉。{sentence}，现答复如下："
    header = letter(reply(title="关于第12号提案的答复", opening=opening)).header
    assert (header.role.value if header.role else None) == role


@pytest.mark.parametrize(
    ("named", "signs", "found"),
    [
        ("区科技局", "广州市南沙区科学技术局", ["区财政局"]),
        ("区工信局", "深圳市宝安区工业和信息化局", ["区财政局"]),
        ("区教育局", "广州市南沙区科学技术局", ["区教育局", "区财政局"]),
        ("市科技局", "广州市南沙区科学技术局", ["市科技局", "区财政局"]),
    ],
)
def test_who_answers_takes_no_part_under_a_short_name(named, signs, found):
    assert [name for name, _ in joint(f"会同{named}、区财政局研究", signature=signs)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "我局收到后召开局务会研究，会同市农业农村局、市财政局等单位提出了办理意见。",
            ["市农业农村局", "市财政局"],
        ),
        ("您的建议很重要，我局与市水务局、市交通局多次会商，形成如下意见：", ["市水务局", "市交通局"]),
        ("去年，我局会同市公安局、市财政局出台了管理办法。", []),
        ("去年，我局会同市公安局研究制定了管理办法。", []),
    ],
)
def test_the_text_above_the_first_number_names_who_dealt_with_a_proposal(sentence, found):
    read = letter(reply(body=(sentence, "一、工作情况", "去年我市出台了一系列政策，取得了较好成效。")))
    assert [one.name for one in read.header.joint_departments] == found
