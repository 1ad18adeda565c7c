import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.recognise.annotated import marked, read
from graph.recognise.grammar import Grammar

TESTS = Path(__file__).resolve().parents[2]


def names(text):
    return [(m.text, m.kind) for m in Grammar().recognise(marked("x", text).letter()).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "引导金融机构加大信贷投放，鼓励企业、高校、科研院所建设各类创新平台。",
        "全市建成12家概念验证中心和中小试基地，市级财政安排专项资金予以支持。",
        "各类服务平台、信息系统实现互联互通，有关部门协同推进。",
        "感谢您对我市科技工作的关心和支持！",
    ],
)
def test_generic_phrases_are_no_names(text):
    assert names(text) == []


def test_bodies_by_level_and_bodies_side_by_side_are_found():
    found = names("县委县政府高度重视，会同市财政局、省科技厅和国家发展改革委研究。")
    assert found == [
        ("县委", "organisation"),
        ("县政府", "organisation"),
        ("市财政局", "organisation"),
        ("省科技厅", "organisation"),
        ("国家发展改革委", "organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("辖内产业集聚明显。福田区泽立泰、康瑞九新等生物医药重点企业积极参与合作。", "泽立泰"),
        ("引导义乌市鼎华锦泽、恒合光能等龙头企业数字化改造。", "鼎华锦泽"),
        ("江北新区集康泽瑞、药泽康等企业获批上市。", "集康泽瑞"),
        ("由滨江区浙江大学、西湖大学牵头。", "浙江大学"),
        ("推动萧山区浙江康倍得药业股份有限公司技术改造。", "浙江康倍得药业股份有限公司"),
        ("滨江区海康威视和大华股份开放场景。", "海康威视"),
    ],
)
def test_a_bare_place_before_a_name_is_no_part_of_it(text, name):
    assert names(text)[0] == (name, "organisation")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("依托厦门市青少年宫建成活动基地。", "厦门市青少年宫"),
        ("会同杭州市城市建设投资集团利用闲置厂房。", "杭州市城市建设投资集团"),
        ("支援工作队会同昆明市延安医院开展义诊。", "昆明市延安医院"),
        ("会同徐汇区上海路小学开展共建。", "徐汇区上海路小学"),
    ],
)
def test_a_place_that_begins_the_official_name_stays(text, name):
    assert (name, "organisation") in names(text)


def test_proposals_and_sessions_leave_only_the_body():
    text = "您在市政协十五届一次会议上提出的《关于设立市科技基金的提案》收悉。"
    assert names(text) == [("市政协", "organisation")]


def test_a_defined_short_name_has_its_definition():
    text = "依托苏州江南仪器技术研究院（以下简称“江仪院”）开展验证，江仪院已服务企业30家。"
    found = Grammar().recognise(marked("x", text).letter())
    assert [(a.name, a.alias) for a in found.aliases] == [("苏州江南仪器技术研究院", "江仪院")]
    assert [m.text for m in found.mentions].count("江仪院") == 2


@pytest.mark.parametrize("document", read(TESTS / "dev"), ids=lambda document: document.name)
def test_mentions_stand_where_they_say_in_order_without_overlap(document):
    found = Grammar().recognise(document.letter()).mentions
    for mention in found:
        assert document.text[mention.span.start : mention.span.end] == mention.text
        assert mention.mention_id == f"{document.name}.m{mention.span.start}-{mention.span.end}"
        assert 0 <= mention.score <= 1
        assert mention.reason
    ends = [mention.span.end for mention in found]
    assert all(mention.span.start >= end for mention, end in zip(found[1:], ends, strict=False))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="市政协局“”（）《》、，。\nab12 苏州科技公司建设平台基金等的", max_size=60))
def test_any_text_is_read_without_fault(text):
    for mention in Grammar().recognise(marked("x", text).letter()).mentions:
        assert text[mention.span.start : mention.span.end] == mention.text


def test_the_recogniser_pickles_and_repeats_itself():
    letter = read(TESTS / "dev")[0].letter()
    copy = pickle.loads(pickle.dumps(Grammar()))  # noqa: S301  (our own)
    assert copy.recognise(letter) == Grammar().recognise(letter)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中央财政下达陕西省天然林保护补助资金6亿元、四川省7亿元。", ["天然林保护补助资金"]),
        ("设立15亿元商业航天产业基金，撬动社会资本。", ["商业航天产业基金"]),
        ("成立氢能母基金和算力母基金，规模30亿元。", ["氢能母基金", "算力母基金"]),
        ("济南市与山东大学签约，共建研究院。", ["山东大学"]),
        ("县中办班模式推广，改善市中办学条件。", []),
        ("实施“沙海粮仓”科技会战，集中攻关。", ["“沙海粮仓”科技会战"]),
        ("接入国家全民健康信息平台二期，实现互通。", ["国家全民健康信息平台二期"]),
        ("紧盯城东中学迁建，写进2026年民生实事计划。", ["城东中学", "2026年民生实事计划"]),
        ("清江县水利局（公章） 清江县财政局（公章）", ["清江县水利局", "清江县财政局"]),
        ("学校食堂投保食品安全责任险，覆盖率100%。", ["食品安全责任险"]),
    ],
)
def test_names_of_ministries_and_counties_begin_and_end_where_they_do(text, expected):
    assert [name for name, _ in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("现请市政府协调有关部门。", "市政府"),
        ("已函告青山区人民政府办理。", "青山区人民政府"),
        ("我局严查市财政局反馈的问题。", "市财政局"),
        ("拟建绿源盛控股集团有限公司二厂。", "绿源盛控股集团有限公司"),
        ("改造项目，协同绿洲盛控股集团有限公司做好监督。", "绿洲盛控股集团有限公司"),
    ],
)
def test_a_verb_of_letters_ends_before_a_body(text, name):
    assert (name, "organisation") in names(text)


def test_a_quoted_body_of_a_place_is_a_body():
    assert names("更名为“清水县第二人民医院”，并开诊。") == [("清水县第二人民医院", "organisation")]


@pytest.mark.parametrize("name", ["浙江省国资委", "泗县农行"])
def test_what_places_have_as_well_as_the_state_keeps_its_place(name):
    assert (name, "organisation") in names(f"会同{name}研究落实。")
