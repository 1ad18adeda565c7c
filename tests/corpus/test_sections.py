"""Sections: numbering of every kind, nesting, glued headings, recommendation points."""

import pytest
from reply_letters import PROSE, letter, points, reply


def outline(*body: str) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in letter(reply(body=body)).sections]


def test_three_kinds_of_numbers_nest():
    assert outline(
        "一、总体情况",
        PROSE,
        "（一）完善政策",
        "1. 加大支持",
        PROSE,
        "2. 优化服务",
        PROSE,
        "（二）搭建平台",
        PROSE,
    ) == [
        (1, "一、总体情况"),
        (2, "（一）完善政策"),
        (3, "1. 加大支持"),
        (3, "2. 优化服务"),
        (2, "（二）搭建平台"),
    ]


def test_a_series_of_firstly_secondly_nests_below_whatever_encloses_it():
    assert outline("一、总体情况", "一是完善政策。" + PROSE + "二是搭建平台。" + PROSE) == [
        (1, "一、总体情况"),
        (2, "一是完善政策"),
        (2, "二是搭建平台"),
    ]
    assert outline("一是完善政策。" + PROSE, "二是搭建平台。" + PROSE) == [
        (1, "一是完善政策"),
        (1, "二是搭建平台"),
    ]


def test_a_list_inside_one_sentence_makes_no_sections():
    assert outline("我局将做好三项工作：一是完善政策；二是搭建平台；三是优化服务。") == []
    assert outline("一是完善政策，加大支持力度；二是搭建平台，优化服务。") == []


def test_a_single_firstly_makes_no_section():
    assert outline("一是完善政策。" + PROSE) == []


def test_a_heading_glued_to_its_paragraph_ends_at_its_full_stop():
    assert outline("（一）强化政策引领。" + PROSE, "（二）培育运营主体。" + PROSE) == [
        (1, "（一）强化政策引领"),
        (1, "（二）培育运营主体"),
    ]


def test_a_heading_that_runs_on_in_a_long_sentence_ends_at_its_comma():
    body = "一是推动设立种子基金，规模二亿元，旨在支持具有自主知识产权、科技含量高、创新能力强的种子期科技项目发展。"
    assert outline(
        body
        + "二是加强支持，近三年发放科技金融产业补贴资金超一亿元，有效降低了企业的融资成本，解决了融资难题。"
    ) == [
        (1, "一是推动设立种子基金"),
        (1, "二是加强支持"),
    ]


def test_a_very_long_heading_stays_whole():
    long = "一、关于" + "进一步完善政策体系、加大支持力度、优化营商环境、" * 5 + "促进高质量发展"
    assert outline(long, PROSE) == [(1, long)]


def test_numbering_that_restarts_under_each_part():
    assert outline(
        "一、甲方面", "（一）子项", PROSE, "（二）丑项", PROSE, "二、乙方面", "（一）寅项", PROSE
    ) == [
        (1, "一、甲方面"),
        (2, "（一）子项"),
        (2, "（二）丑项"),
        (1, "二、乙方面"),
        (2, "（一）寅项"),
    ]


def test_an_unnumbered_outlook_is_level_zero():
    assert outline("一、总体情况", PROSE, "下一步，我局将继续推进。", "感谢您的关心和支持！") == [
        (1, "一、总体情况"),
        (0, "下一步"),
    ]


OUTLOOK = "下一步，我局将完善扶持办法。"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            ("一、甲方面", PROSE, OUTLOOK, "二、乙方面", PROSE),
            [(1, "一、甲方面", None), (0, "下一步", 1), (1, "二、乙方面", None)],
            id="the next point ends it",
        ),
        pytest.param(
            ("一、甲方面", PROSE, OUTLOOK, "二、乙方面", PROSE, OUTLOOK),
            [(1, "一、甲方面", None), (0, "下一步", 1), (1, "二、乙方面", None), (0, "下一步", 3)],
            id="the last point has one, too",
        ),
        pytest.param(
            ("一、甲方面", "（一）子项", PROSE, OUTLOOK, "（二）丑项", PROSE, "二、乙方面", PROSE),
            [
                *((1, "一、甲方面", None), (2, "（一）子项", 1), (0, "下一步", 2)),
                *((2, "（二）丑项", 1), (1, "二、乙方面", None)),
            ],
            id="within the innermost series that goes on",
        ),
        pytest.param(
            (
                "一、甲方面",
                PROSE,
                "下一步，我局将做好以下工作：",
                "（一）子项",
                PROSE,
                "（二）丑项",
                PROSE,
                "二、乙方面",
            ),
            [
                *((1, "一、甲方面", None), (0, "下一步", 1), (2, "（一）子项", 2)),
                *((2, "（二）丑项", 2), (1, "二、乙方面", None)),
            ],
            id="with a list of its own",
        ),
        pytest.param(
            (
                "一、甲方面",
                "（一）子项",
                PROSE,
                "（二）丑项",
                PROSE,
                "下一步，我局将：",
                "（一）寅项",
                "（二）卯项",
                "（三）辰项",
            ),
            [
                *((1, "一、甲方面", None), (2, "（一）子项", 1), (2, "（二）丑项", 1), (0, "下一步", None)),
                *((1, "（一）寅项", 4), (1, "（二）卯项", 4), (1, "（三）辰项", 4)),
            ],
            id="a list that begins anew is its own",
        ),
    ],
)
def test_an_outlook_behind_one_point_is_a_part_of_that_point(body, expected):
    sections = letter(reply(body=body)).sections
    number = {one.section_id: place for place, one in enumerate(sections, start=1)}
    assert [(one.level, one.heading, one.parent and number[one.parent]) for one in sections] == expected


def test_an_outlook_behind_one_point_does_not_reach_into_the_next():
    read = letter(reply(body=("一、甲方面", PROSE, OUTLOOK, "二、乙方面", PROSE)))
    first, outlook, second = (read.text[one.span.start : one.span.end].strip() for one in read.sections)
    assert outlook == OUTLOOK
    assert first.endswith(OUTLOOK)
    assert second.startswith("二、乙方面")


def test_points_with_outlooks_between_them_are_one_series():
    assert outline("建议一：设立专项资金。", PROSE, OUTLOOK, "建议二：建设中试平台。", PROSE, OUTLOOK)[
        ::2
    ] == [
        (1, "建议一：设立专项资金。"),
        (1, "建议二：建设中试平台。"),
    ]


def test_an_outlook_may_be_announced_as_a_plan():
    assert outline("一、总体情况", PROSE, "下一步打算:1.加快停车楼建设。2.督促电力增容。") == [
        (1, "一、总体情况"),
        (0, "下一步打算"),
    ]


def test_a_section_ends_where_the_closing_begins():
    read = letter(reply(body=("一、总体情况", PROSE, "感谢您对我市工业发展的关心和支持！")))
    (section,) = read.sections
    assert read.text[section.span.start : section.span.end].endswith("较好成效。")


def test_a_paragraph_that_thanks_and_goes_on_below_a_heading_or_with_a_list_is_text():
    thanks = "感谢您的宝贵建议，我局将抓好以下工作："
    for body in (
        ("一、总体情况", PROSE, "二、下一步工作打算", thanks + "修订办法。"),
        ("一、下一步工作打算", PROSE, thanks + "一是修订办法；二是建设平台。"),
    ):
        read = letter(reply(body=body))
        (sentence,) = [
            each for each in read.sentences if "修订" in read.text[each.span.start : each.span.end]
        ]
        assert (sentence.zone, sentence.section_id) == ("body", read.sections[-1].section_id)


def test_ids_count_in_text_order_and_name_the_parent():
    read = letter(reply(body=("一、甲方面", "（一）子项", PROSE, "二、乙方面", PROSE)))
    assert [section.section_id.rpartition(".")[2] for section in read.sections] == ["s1", "s2", "s3"]
    assert [section.parent and section.parent.rpartition(".")[2] for section in read.sections] == [
        None,
        "s1",
        None,
    ]


@pytest.mark.parametrize(
    ("heading", "point"),
    [
        ("一、关于加快平台建设的建议", "加快平台建设"),
        ("一、关于“加快平台建设”的建议", "加快平台建设"),
        ("（一）关于设立“出海专项”的建议", "设立“出海专项”"),
        ("一、针对“加快平台建设”建议，答复如下：", "加快平台建设"),
        ("一、您提出的加快平台建设的建议", "加快平台建设"),
        ("一、你们提出加快平台建设的建议很好", "加快平台建设"),
        ("一、关于加快平台建设的问题", "加快平台建设"),
        ("一、关于加快平台建设", "加快平台建设"),
        ("一、关于加快平台建设的建议的答复", "加快平台建设"),
        ("一、关于“加快平台建设”的说明", "加快平台建设"),
        ("一、关于几项建议的说明", None),
        ("一、关于未采纳建议的说明", None),
        ("一、关于所提建议的办理情况", None),
        ("一、关于提案办理工作情况", None),
        ("一、关于贵会所提建议的采纳情况", None),
        ("一、您提出的关于“加快平台建设”的建议，我们已采取措施", "加快平台建设"),
        ("一、首先感谢您的建议", None),
        ("一、关于建议中反映的问题", None),
        ("一、下一步工作打算", None),
        ("一、完善政策体系", None),
    ],
)
def test_headings_name_the_point_they_answer(heading, point):
    found = points(heading, PROSE)
    assert found == ([point] if heading[0] in "一（" else [])


def test_a_glued_heading_names_its_point():
    assert points("（一）关于优化布局的建议。" + PROSE, "（二）关于通关便利的建议。" + PROSE) == [
        "优化布局",
        "通关便利",
    ]


def test_sentences_know_their_innermost_section_and_their_zone():
    read = letter(reply(body=("一、甲方面", "（一）子项。" + PROSE, "感谢您的支持！")))
    found = [
        (read.text[s.span.start : s.span.end], s.zone, s.section_id and s.section_id.rpartition(".")[2])
        for s in read.sentences
    ]
    assert found[0][1] == "title"
    assert found[1][1:] == ("salutation", None)
    assert found[2][1] == "opening"
    assert ("一、甲方面", "heading", "s1") in found
    assert ("（一）子项。", "heading", "s2") in found
    assert (PROSE, "body", "s2") in found
    assert ("感谢您的支持！", "closing", None) in found
    assert [zone for _, zone, _ in found[-2:]] == ["signature", "signature"]


def test_a_sentence_keeps_its_closing_marks_and_ends_with_its_paragraph():
    read = letter(reply(body=("他说“好。”随后发布通知", "各单位落实（见附件。）")))
    found = [read.text[s.span.start : s.span.end] for s in read.sentences if s.zone == "body"]
    assert found == ["他说“好。”", "随后发布通知", "各单位落实（见附件。）"]


def test_points_that_are_numbered_as_suggestions_are_sections():
    body = ("建议一：加强政策支持", PROSE, "建议二：搭建平台", PROSE)
    assert outline(*body) == [(1, "建议一：加强政策支持"), (1, "建议二：搭建平台")]
    assert points(*body) == ["加强政策支持", "搭建平台"]


def test_a_heading_before_a_colon_ends_there():
    assert outline("1.关于加强人才的建议：我市引进人才。", "2.关于加强宣传的建议：我市开展宣传。") == [
        (1, "1.关于加强人才的建议"),
        (1, "2.关于加强宣传的建议"),
    ]


@pytest.mark.parametrize(
    ("heading", "point"),
    [
        ("一、针对“加强产学研合作”建议，答复如下", "加强产学研合作"),
        (
            "一、针对您提出的加强师资建设的建议，我局每年招聘教师五百名，开展全员培训，效果良好。",
            "加强师资建设",
        ),
        ("（一）关于“停车难，乱停车”问题", "停车难，乱停车"),
    ],
)
def test_a_heading_glued_to_its_answer_names_the_point_alone(heading, point):
    read = letter(reply(body=(heading, "支持企业与高校共建研发机构二十家，成效明显。", "二、关于其他建议")))
    assert read.sections[0].point.value == point


def test_circled_numbers_count_as_a_series():
    read = letter(reply(body=("我局采取以下措施：", "①加强领导。成立专班。", "②加强督导。每月通报。")))
    assert [section.heading for section in read.sections] == ["①加强领导", "②加强督导"]


LONG_POINT = (
    "加快建立以企业为主体、市场为导向、产学研用深度融合的技术创新体系，推动创新链产业链资金链人才链深度融合，"
    "促进科技成果向现实生产力转化，加快培育新质生产力，全面提升区域创新能力和产业核心竞争力，"
    "并进一步完善科技金融服务体系和知识产权保护体系，形成开放包容、富有活力的良好创新创业生态环境"
)


@pytest.mark.parametrize("mark", ["", "。", "："])
@pytest.mark.parametrize("glued", [True, False])
def test_a_long_heading_that_names_its_point_is_whole(mark, glued):
    heading = f"（一）关于{LONG_POINT}的建议"
    body = [heading + mark + PROSE] if glued and mark else [heading + mark, PROSE]
    read = letter(reply(body=(*body, "（二）关于设立基金的建议", PROSE)))
    assert [section.heading.rstrip("。：") for section in read.sections] == [
        heading,
        "（二）关于设立基金的建议",
    ]
    assert [section.point.value for section in read.sections] == [LONG_POINT, "设立基金"]


@pytest.mark.parametrize("verdict", ["采纳", "部分采纳", "暂难采纳", "已落实", "留作参考"])
def test_a_verdict_in_brackets_is_no_part_of_the_point(verdict):
    assert points(
        f"（一）关于“以平台引才”的建议（{verdict}）", PROSE, "（二）关于设立基金的建议（采纳）", PROSE
    ) == ["以平台引才", "设立基金"]


@pytest.mark.parametrize("praise", ["很好", "很有针对性", "非常及时", "十分中肯", "切实可行"])
def test_a_heading_that_praises_the_point_names_it(praise):
    assert points(
        f"一、您提出的关于搭建成果转化平台的建议{praise}，我局会同市财政局研究采纳，成效明显。{PROSE}",
        "二、您提出的关于设立基金的建议，我局已推动设立，规模一亿元。",
    ) == ["搭建成果转化平台", "设立基金"]


@pytest.mark.parametrize(
    "sentence",
    [
        "一、关于平台建设，我局高度重视，多次赴企业调研，认真听取了各方面代表和有关专家提出的意见和完善政策的建议。",
        "一、针对您提出的打击掺假的建议，市市场监管局组织开展专项检查，向社会各界广泛征集了改进食品监管工作的建议。",
        "一、关于加强平台建设，我市每年安排专项资金支持中小企业数字化转型，今后还将逐步扩大支持范围并认真研究采纳各方面提出的建议。",
    ],
)
def test_a_sentence_that_ends_in_a_proposal_is_no_heading_as_a_whole(sentence):
    read = letter(reply(body=(sentence + PROSE, "二、关于设立基金的建议", PROSE)))
    assert len(read.sections[0].heading) < 25


@pytest.mark.parametrize(
    ("heading", "point"),
    [
        ("（一）针对王芳委员提出的“加大补贴力度”，我局会同市财政局印发实施意见。", "加大补贴力度"),
        ("（一）针对您提出的“支持丘区农机研发”，我局正在研究。", "支持丘区农机研发"),
        ("（一）关于李燕代表提出的设立专项资金的建议。我局认真研究。", "设立专项资金"),
        ("（一）您建议成立科技银行。" + PROSE, "成立科技银行"),
        ("（一）关于建议的答复", None),
    ],
)
def test_the_point_of_a_heading_is_what_was_asked_not_who_asked_nor_the_answer(heading, point):
    assert points(heading, PROSE, "（二）强化保障", PROSE)[0] == point


def test_a_numbered_sentence_with_nothing_below_it_is_text():
    """Promises are looked for in text: a list of plans is often as short as a heading."""
    read = letter(
        reply(
            body=(
                "一、下一步打算",
                "（一）年底前建成城东小学。",
                "（二）九月开通两条专线。",
                "感谢您对我市教育工作的关心和支持！",
            )
        )
    )
    zones = {sentence.zone for sentence in read.sentences if read.text[sentence.span.start] == "（"}

    assert zones == {"body"}
    assert [section.level for section in read.sections] == [1, 2, 2]


def test_a_numbered_sentence_above_text_or_a_list_is_a_heading():
    read = letter(reply(body=("一、加强组织领导。", "（一）健全机制。", PROSE, "（二）落实责任。", PROSE)))
    headings = [
        read.text[sentence.span.start : sentence.span.end]
        for sentence in read.sentences
        if sentence.zone == "heading"
    ]

    assert headings == ["一、加强组织领导。", "（一）健全机制。", "（二）落实责任。"]


def test_what_is_attached_is_no_part_of_the_plans_above_the_signature():
    attached = ("附件：1.承诺事项兑现情况表", "2.老旧小区改造计划清单", "3.加装电梯补助办法")
    below = (
        "附件1",
        "承诺事项兑现情况表",
        "1.完成七十六个小区改造。已完成。",
        "2.加装电梯。未完成。",
        "附件2",
        PROSE,
    )
    read = letter(reply(body=("一、基本情况", PROSE, "下一步，我局将加快推进。", *attached), tail=below))

    assert [(section.level, section.heading) for section in read.sections] == [
        (1, "一、基本情况"),
        (0, "下一步"),
        (0, "附件1"),
        (1, "1.完成七十六个小区改造"),
        (1, "2.加装电梯"),
        (0, "附件2"),
    ]
    plans = read.sections[1].span
    assert read.text[plans.start : plans.end] == "下一步，我局将加快推进。"
    zones = {read.text[one.span.start : one.span.end]: one.zone for one in read.sentences}
    assert [zones[line] for line in attached] == ["signature"] * 3


def test_circled_numbers_beyond_ten_number_parts():
    body = [f"{chr(ord('①') + number)}完善政策。{PROSE}" for number in range(12)]
    assert len(outline(*body)) == 12


def test_a_number_before_a_year_is_the_mark_of_an_item_and_no_decimal():
    body = ("一、下一步打算", "1.2023年底前建成数据平台。", "2.2024年6月底前开通专线。")
    assert [heading for _, heading in outline(*body)][1:] == [
        "1.2023年底前建成数据平台",
        "2.2024年6月底前开通专线",
    ]


def test_a_time_alone_heads_no_part():
    plan = "（一）2024年12月底前，会同市财政局提高偏远地区学校的补贴标准，由每生每学期一百八十元提高到二百四十元。"
    other = (
        "（二）2025年，在两个区先行试点教师弹性上下班制度和课后服务统一平台，并逐步推广到全市各区县的学校。"
    )
    assert [heading for _, heading in outline("三、下一步打算", plan, other)][1:] == [
        "（一）2024年12月底前，会同市财政局提高偏远地区学校的补贴标准",
        "（二）2025年，在两个区先行试点教师弹性上下班制度和课后服务统一平台",
    ]


def test_a_first_step_behind_a_colon_is_one_of_those_that_begin_sentences():
    text = (
        "我局重点做好以下工作：一是加快平台建设，年内上线。已投入一千万元。二是培育典型场景。三是延续券政策。"
    )
    read = letter(reply(body=("一、工作情况", PROSE, "二、下一步工作", text)))
    assert [part.heading for part in read.sections] == [
        "一、工作情况",
        "二、下一步工作",
        "一是加快平台建设，年内上线",
        "二是培育典型场景",
        "三是延续券政策",
    ]
    assert [part.level for part in read.sections] == [1, 1, 2, 2, 2]
    listed = letter(reply(body=("一、工作情况", PROSE, "二、下一步工作", text.replace("。二是", "；二是"))))
    assert [part.heading for part in listed.sections][2:] == []


def test_steps_that_are_asked_for_are_no_parts_of_the_answer():
    asked = "您建议：一是简化加装电梯的审批。二是加大补贴力度。我局认为很有必要。"
    assert outline("一、简化审批方面", PROSE, asked) == [(1, "一、简化审批方面")]


def test_a_heading_ends_with_its_sentence_before_any_comma_behind_it():
    text = "二、区政府今年3月向市政府提出“支持青禾区建设国家轻合金新材料先进制造业集群并设立产业基金”。"
    text += "对此，市经信委研究提出三条措施。"
    read = letter(reply(body=("一、工作情况", PROSE, text, PROSE)))
    assert "对此" not in read.sections[1].heading
