"""Clauses with a cue that promise nothing by what stands around them, and what their neighbours still promise."""

import pytest
from read_promises import read


@pytest.mark.parametrize(
    "sentence",
    [
        "建设镇粮站周转仓房后，综合考虑粮点的布局，再次将该点纳入[粮食储备项目库|p]。",
        "2018年9月，在争取石平机场复航时，[省政府|o]决定先改造另一跑道。",
        "该纲要主要内容为：建设[中药材良种基地|p]，建设南部药谷。",
        "为深入贯彻会议精神，落实《[粮食安全意见|y]》文件要求，[省政府|o|x]印发了《[储备规划|y]》。",
        "出台《[数字乡村方案|y]》，构建数字乡村“246”服务格局。",
        "2016年5月，[甲部|o|x]下发了《[河湖指引|y]》，提出下一阶段将统筹开展小流域治理工作。",
        "依托供销社建设的30个农资服务点，现已完成4个。",
        "您提出的：近年抽走了部分护士，致使乡村病房不能及时开放。",
        "每3年实施一次，实施对象为在册堰塘，实施时间为国庆前后。",
        "[省政府|o|x]2024年1月修订印发了《[茶产业规划|y]》（2024—2030年）。",
        "上述骨干水网的建设将有效提高山区各镇的供水能力，强化与邻县管网的互通。",
        "该泵站建成后将明显改善北片各村的灌溉条件。",
        "感谢您的支持，希望您今后一如既往地关心我们的工作，提出宝贵意见和建议。",
        "现苗木已全部到货，请[石坪镇人民政府|o]将到货苗木进行分发栽植。",
        "[我局|o|issuer]逐一登记需要进一步加固和清淤的山塘情况。",
        "谋划推进康养基地建设，促进医养结合，十分必要。",
        "待各村将工程自行列入来年清单，方可以动工。",
        "[我局|o|issuer]正在拟制《[实施方案|y]》。",
    ],
)
def test_what_tells_something_else_promises_nothing(sentence):
    assert read(sentence) == ()


def test_what_was_intended_long_ago_is_no_plan():
    past = "{}年在单位调整过程中，[县水利局|o|issuer]积极协调，拟新设立[县水文站|o]。"
    assert read(past.format("2015")) == ()
    (found,) = read(past.format("2024"))
    assert found.what == "新设立县水文站"


def test_a_bracket_belongs_to_what_stands_before_it():
    (found,) = read("[我局|o|issuer]将新设[县水文站|o]（人员4名，拟从[县气象局|o]划入），争取专人管理。")[:1]
    assert found.what.endswith("划入）")


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        (
            "[我局|o|issuer]将加强联动，确保汛情发生后，村组之间及时通报、有序转移。",
            "确保汛情发生后，村组之间及时通报、有序转移",
        ),
        (
            "[我局|o|issuer]正在测绘，待测绘工作完成，报专家评审后即可实施清淤。",
            "待测绘工作完成，报专家评审后即可实施清淤",
        ),
        ("截至目前长坪社区养老食堂正在进行装修。", "长坪社区养老食堂正在进行装修"),
        ("项目正在选址，下一步组织土方开挖。", "组织土方开挖"),
    ],
)
def test_what_is_promised_is_told_whole_and_without_its_time(sentence, what):
    assert read(sentence)[-1].what == what


def test_what_deputies_advise_is_heeded():
    found = read("下一步，[我局|o|issuer]将加强巡护，结合代表建议，继续完善巡护制度，加快补齐装备短板。")
    assert [each.what for each in found] == ["加强巡护", "继续完善巡护制度", "加快补齐装备短板"]
    assert read("委员建议，继续完善巡护制度，加快补齐装备短板。") == ()


def test_a_heading_of_an_account_and_what_stands_below_it_as_a_heading_promise_nothing():
    headed = read("（一）持续组织开展[护苗行动|y]", heading="一、已开展的主要工作")
    assert all(each.status != "planned" for each in headed)


def test_a_start_is_no_due_date_where_nobody_knows_the_letters_own():
    (found,) = read("自2012年起，[我部|o|issuer]持续开展[百县百艺|y]评定工作。", date="")
    assert found.due == ""


def test_with_whom_something_is_talked_over_is_promised():
    found = read("下一步，[我局|o|issuer]将加大引种力度，积极与种业公司对接，主动与有关单位汇报、协调。")
    assert [each.what for each in found][1:] == ["与种业公司对接", "主动与有关单位汇报、协调"]
    assert read("近年来，[我局|o|issuer]积极与种业公司对接。") == ()


def test_what_the_writer_will_do_on_a_condition_is_promised():
    (found,) = read("如果筹到善款，[我局|o|issuer]将给予救助。")
    assert found.what == "给予救助"
    assert read("如果将来放开退货，[石平保税区|p]这样的新区将最先受益。") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "[我局|o|issuer]计划开展占道经营整治，必要时联合交警部门执法。",
        "[我局|o|issuer]拟在城北建设公交首末站，必要的手续正在办理。",
    ],
)
def test_what_is_done_where_necessary_does_not_judge_the_plan_before_it(sentence):
    assert read(sentence)[0].what in {"计划开展占道经营整治", "在城北建设公交首末站"}


def test_a_bracket_that_nothing_closes_hides_no_promise():
    (found,) = read("[我局|o|issuer]对老旧小区（含家属院，将逐一改造管网。")
    assert found.what == "逐一改造管网"


def test_a_condition_within_a_sentence_leaves_the_promise_and_what_it_is_good_for_is_none():
    (found,) = read("同时，如果上级资金到位，[我局|o|issuer]将新建养老院1所。")
    assert found.what == "新建养老院1所"
    assert read("同时，如果上级放开限额，[石平新区|p]这样的片区将最先受益。") == ()
    assert read("[我局|o|issuer]认为，如果设立少年宫，将有助于丰富课余生活。", heading="二、下一步打算") == ()
    (kept,) = read("[我局|o|issuer]将在有利于群众的前提下推进管网改造。")
    assert kept.status == "planned"


@pytest.mark.parametrize("step", ["完成立项", "完成投资300万元", "完成工程量的60%"])
def test_a_first_step_that_was_taken_ends_no_plan(step):
    found = read(f"计划投资1.2亿元，新增学位3600个，目前已经{step}。", heading="二、下一步打算")
    assert "新增学位3600个" in {each.what for each in found}


def test_what_a_condition_brings_is_promised_by_nobody():
    head = "二、下一步打算"
    assert read("如果按照新标准执行，每年需增加支出800万元。", heading=head) == ()
    assert read("如果条件允许，我们会积极争取资金。", heading=head)
