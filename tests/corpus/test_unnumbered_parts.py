"""Sections without numbers: paragraphs that begin with the point they answer."""

import pytest
from reply_letters import PROSE, letter, points, reply


def test_paragraphs_that_begin_with_the_point_they_answer_are_parts_of_a_letter():
    body = (
        "针对“强化源头追溯”建议，答复如下：我局建成追溯平台，接入企业三百家。",
        "关于您提出的打击掺假的建议，答复如下：我局开展专项检查，立案十二件。",
    )
    read = letter(reply(body=body))
    assert [section.point.value for section in read.sections] == ["强化源头追溯", "打击掺假"]
    assert [section.level for section in read.sections] == [0, 0]
    numbered = letter(reply(body=("一、主要做法", *body, "二、下一步工作")))
    assert [section.level for section in numbered.sections] == [1, 0, 0, 1]
    assert [section.point.value for section in numbered.sections[1:3]] == ["强化源头追溯", "打击掺假"]


ANSWERS = (
    "针对“强化源头追溯”建议，答复如下：",
    "我局建成追溯平台，接入企业三百家。",
    "针对您提出的打击掺假的建议，现答复如下：",
    "我局开展专项检查，立案十二件。",
)


@pytest.mark.parametrize("opening", ["您提出的《关于加强食品监管的提案》收悉。", ""])
def test_the_first_of_several_points_answered_is_a_part_and_no_opening(opening):
    read = letter(reply(opening=opening, body=ANSWERS))
    assert [section.point.value for section in read.sections] == ["强化源头追溯", "打击掺假"]
    told = [(read.text[s.span.start : s.span.end], s.zone, s.section_id) for s in read.sentences]
    first, second = (section.section_id for section in read.sections)
    assert [row for row in told if row[0] in ANSWERS] == [
        (text, ("heading", "body")[place % 2], first if place < 2 else second)
        for place, text in enumerate(ANSWERS)
    ]


def test_a_letter_to_one_point_opens_with_it():
    read = letter(reply(opening="", body=ANSWERS[2:]))
    assert [s.zone for s in read.sentences if "打击掺假" in read.text[s.span.start : s.span.end]] == [
        "opening"
    ]
    assert read.sections == ()


POLICY, PLATFORM = "关于完善政策体系的建议", "关于搭建服务平台的建议"


def test_lines_that_are_nothing_but_a_point_head_the_parts_that_answer_them():
    read = letter(reply(body=(POLICY, PROSE, PLATFORM, PROSE)))
    assert [(part.heading, part.level) for part in read.sections] == [(POLICY, 0), (PLATFORM, 0)]
    assert [part.point.value for part in read.sections] == ["完善政策体系", "搭建服务平台"]
    headings = [read.text[s.span.start : s.span.end] for s in read.sentences if s.zone == "heading"]
    assert headings == [POLICY, PLATFORM]


def test_numbers_that_begin_anew_below_each_such_line_are_parts_of_it():
    steps = (f"1.加强规划。{PROSE}", f"2.抓好实施。{PROSE}")
    parts = letter(reply(body=(POLICY, *steps, PLATFORM, *steps))).sections
    above = {part.section_id: part.heading for part in parts}
    assert [(part.level, above.get(part.parent)) for part in parts] == [
        (0, None), (1, POLICY), (1, POLICY), (0, None), (1, PLATFORM), (1, PLATFORM)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        (POLICY, PROSE),
        ("您提出的下列建议均已办理：", POLICY, PLATFORM, PROSE),
        (PROSE, PLATFORM),
    ],
)
def test_a_list_of_points_and_one_alone_head_no_parts(body):
    assert letter(reply(body=body)).sections == ()


def test_such_lines_within_a_numbered_part_are_its_text():
    assert points("一、总体情况", PROSE, POLICY, PROSE, PLATFORM, PROSE, "二、下一步打算", PROSE) == [
        None,
        None,
    ]


def test_two_paragraphs_that_name_their_point_first_are_parts_and_one_alone_is_none():
    first = "关于明确监管职责的建议。目前我市登记机构六百家。一是理顺体制。二是压实责任。"
    second = "关于推行课后服务提质的建议。我局招募志愿者一千名。"
    read = letter(reply(body=(first, second)))
    assert [section.point.value for section in read.sections if section.point] == [
        "明确监管职责",
        "推行课后服务提质",
    ]
    assert [section.level for section in read.sections] == [0, 1, 1, 0]
    assert points(second, PROSE) == []


@pytest.mark.parametrize(
    ("lead", "point"),
    [
        ("您建议，“扩大联合体覆盖面”。", "扩大联合体覆盖面"),
        ("您建议：“扩大联合体覆盖面”。", "扩大联合体覆盖面"),
        ("您提出，“设立地质勘查发展基金”，", "设立地质勘查发展基金"),
        ("建议提出的“加强教师培养”。", "加强教师培养"),
        ("您在提案中提出“设立专项资金”。", "设立专项资金"),
        ("您提到的“办事跑多趟”问题，", "办事跑多趟"),
        ("您提出的“每校配建泳池”的建议，", "每校配建泳池"),
        ("您提出“建平台”和“设基金”。", None),
        ("您建议，“建好平台”和“设立基金”。", "建好平台”和“设立基金"),
    ],
)
def test_a_paragraph_that_begins_with_what_was_asked_in_quotes_is_a_part(lead, point):
    assert points(lead + PROSE) == ([] if point is None else [point])


def test_what_was_asked_without_quotes_begins_a_part_where_another_paragraph_begins_so():
    assert points("您建议扩大试点范围。" + PROSE, "您建议设立专项资金。" + PROSE) == [
        "扩大试点范围",
        "设立专项资金",
    ]
    assert points("您建议扩大试点范围。" + PROSE, PROSE) == []
    assert points("关于客货邮融合。" + PROSE, "关于资金保障。" + PROSE) == ["客货邮融合", "资金保障"]


def test_a_point_that_a_numbered_part_answers_on_the_way_ends_before_the_next_number():
    read = letter(
        reply(
            body=(
                "一、总体情况",
                "您提出“建立退出机制”。" + PROSE,
                "（一）完善政策",
                PROSE,
                "二、保障",
                PROSE,
            )
        )
    )
    assert [(section.level, section.heading) for section in read.sections] == [
        (1, "一、总体情况"),
        (0, "您提出“建立退出机制”"),
        (2, "（一）完善政策"),
        (1, "二、保障"),
    ]
    assert read.sections[1].parent == read.sections[2].parent == read.sections[0].section_id


def test_paragraphs_that_quote_the_point_they_answer_are_parts_however_they_go_on():
    body = (
        "你们提出的“加大对县域物流配送中心的支持力度”的建议十分中肯。2023年以来，我厅建成配送中心57个。",
        "针对“推动农村电商提质增效”的建议，我厅建成电商产业园18个。",
        "对于你们建议的“完善冷链基础设施”，我们认为很有必要。目前已建成9个项目。",
    )
    read = letter(reply(body=body))
    assert [(section.point.value, section.level) for section in read.sections if section.point] == [
        ("加大对县域物流配送中心的支持力度", 0),
        ("推动农村电商提质增效", 0),
        ("完善冷链基础设施", 0),
    ]
    assert points(body[1], PROSE) == []


def test_paragraphs_that_begin_with_what_was_asked_in_plain_words_are_parts():
    body = (
        "你在提案中提出，要盘活农村闲置资源。对此，我局清查闲置校舍214处。",
        "你还建议加大项目资金扶持。2024年，县财政安排专项资金2000万元。",
    )
    read = letter(reply(body=body))
    assert [section.point.value for section in read.sections if section.point] == [
        "盘活农村闲置资源",
        "加大项目资金扶持",
    ]


LISTED = "您提出的《关于推进城市更新的提案》收悉。您提出两点意见：一是完善法规体系；二是强化历史建筑保护。现答复如下："


def test_a_point_that_a_heading_calls_by_its_number_is_that_of_the_list_above():
    read = letter(reply(opening=LISTED, body=("一、关于第一条建议", PROSE, "二、关于第二点意见", PROSE)))
    assert [section.point.value for section in read.sections if section.point] == [
        "完善法规体系",
        "强化历史建筑保护",
    ]
    first = read.sections[0].point.span
    assert read.text[first.start : first.end] == "第一条"


def test_a_number_that_no_list_above_holds_names_no_point():
    body = ("一、关于第一条建议", PROSE, "二、关于第三条建议", PROSE)
    assert points(*body) == [None, None]
    read = letter(reply(opening=LISTED, body=body))
    assert [section.point and section.point.value for section in read.sections] == ["完善法规体系", None]


@pytest.mark.parametrize(
    ("lead", "point"),
    [
        ("关于您提出的“将科技经费单列”的建议，经商市财政局，暂不宜单列。", "将科技经费单列"),
        ("关于提案所提“设立黑土地保护基金”的建议，我局将研究论证。", "设立黑土地保护基金"),
        ("关于代表提出的由财政给予直接补偿的建议，因不符合规定，暂不予采纳。", "由财政给予直接补偿"),
    ],
)
def test_what_was_asked_besides_is_a_part_of_a_numbered_letter(lead, point):
    body = ("一、工作情况", PROSE, "二、下一步计划", "（一）完善政策。" + PROSE, "（二）做实服务。" + PROSE)
    assert [one for one in points(*body, lead) if one] == [point]
    assert [one for one in points(*body, "关于您提出的其他建议，我局将认真研究。") if one] == []


@pytest.mark.parametrize(
    "heading",
    [
        "二、关于您提出的其他建议",
        "二、您反映的几个问题",
        "二、关于提案其他建议",
        "二、关于暂不能采纳的建议",
        "二、已采纳的建议",
        "二、关于您建议中的具体事项",
        "二、关于提案所提其他事项",
        "二、针对您提出的三个问题",
        "二、关于贵党派提出的其他建议",
        "二、关于提案中暂不具备条件的事项",
        "二、针对建议的落实举措",
    ],
)
def test_other_points_are_none_with_a_name(heading):
    assert points("一、工作情况", PROSE, heading, PROSE) == [None, None]


def test_who_named_a_point_is_no_part_of_it():
    heading = "二、关于提案提出的设立特别审评通道的建议"
    assert points("一、工作情况", PROSE, heading, PROSE) == [None, "设立特别审评通道"]


@pytest.mark.parametrize(
    ("heading", "point"),
    [
        ("一、针对提案“扩大孵化空间”建议，答复如下：", "扩大孵化空间"),
        ("一、关于建议一“设立产业创新网络计划”", "设立产业创新网络计划"),
        ("一、针对提案中“建设算力网”的建议", "建设算力网"),
        ("一、对“完善机制”建议的答复", "完善机制"),
        ("一、关于您关注的算力不足问题", "算力不足"),
        ("一、关于“建设实训平台”的建议——部分采纳", "建设实训平台"),
        ("一、关于您建议建设活畜交易中心", "建设活畜交易中心"),
    ],
)
def test_what_a_heading_quotes_is_its_point_whatever_it_calls_it(heading, point):
    assert points(heading, PROSE, "二、下一步工作", PROSE) == [point, None]


MEMBERS = "您提出的三点建议：（一）拓宽融资渠道，（二）培育专业人才，（三）健全监管机制，对我们很有启发。现答复如下："


@pytest.mark.parametrize(
    "opening",
    [
        MEMBERS,
        "您提出的《关于发展科普的提案》收悉。提案建议：一是拓宽融资渠道；二是培育专业人才；三是健全监管机制。现答复如下：",
    ],
)
def test_a_heading_in_the_words_of_a_listed_point_answers_it(opening):
    body = ("一、拓宽融资渠道", PROSE, "二、大力培育专业人才", PROSE, "三、其他工作", PROSE)
    read = letter(reply(opening=opening, body=body))
    assert [section.point and section.point.value for section in read.sections] == [
        "拓宽融资渠道",
        "大力培育专业人才",
        None,
    ]


def test_without_a_list_above_such_a_heading_names_no_point():
    assert points("一、拓宽融资渠道", PROSE, "二、培育专业人才", PROSE) == [None, None]


def test_points_by_number_below_the_last_part_are_of_the_whole_letter():
    body = (
        "一、工作情况", PROSE, "（一）规划先行", PROSE, "（二）项目带动", PROSE,
        "关于第三点建议", PROSE, "关于第一条建议，我局将会同有关部门研究。",
    )  # fmt: skip
    read = letter(reply(opening=MEMBERS, body=body))
    told = [(one.parent, one.level, one.point.value) for one in read.sections if one.point]
    assert told == [(None, 0, "健全监管机制"), (None, 0, "拓宽融资渠道")]


def test_lines_that_name_points_below_all_numbers_are_parts():
    lines = ("关于提案中加强与周边合作的建议", PROSE, "关于建议中的建立导师制度的建议", PROSE)
    assert [one for one in points("一、工作情况", PROSE, "二、下一步打算", PROSE, *lines) if one] == [
        "加强与周边合作",
        "建立导师制度",
    ]
