"""What sounds like a promise and is none."""

import pytest
from read_promises import read


def test_a_mark_of_the_object_promises_nothing():
    assert read("将九类仪器列入攻关目录。") == ()


def test_thanks_and_announcements_are_no_promises():
    assert read("现将办理情况答复如下：。") == ()
    assert read("欢迎您继续监督，我们将不胜感谢。") == ()


def test_the_topic_of_an_answer_is_no_promise():
    assert read("关于您提出的争取设立发展基金的建议，意见如下。") == ()


def test_what_another_body_explored_is_no_plan_of_the_writer():
    assert read("[某县文化馆|o]探索“研学”新模式。") == ()
    (found,) = read("[我局|o|issuer]探索“研学”新模式。")
    assert found.status == "planned"


def test_an_object_at_the_begin_of_a_clause_is_no_future():
    assert read("学校改革课程，将企业生产线搬进校园。") == ()
    (found,) = read("将重新统筹资金用于新设基金。")
    assert found.status == "planned"


def test_what_hands_over_an_object_is_no_future_and_a_rank_no_work_in_progress():
    assert read("[甲中心|o]通过购买服务将渠系委托[乙公司|o]管护。") == ()
    assert read("[甲中心|o]为[乙局|o]管理的正科级事业单位。") == ()


def test_what_merely_leaves_something_to_be_wished_is_no_plan():
    assert read("基层的服务能力有待增强，设施尚待完善。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "方案明确：“鼓励村集体建设[日间照料站|p]，拟给予补助。”",
        "建议贵镇先定选址，争取工程按期实施。",
        "您建议我局加大投入，推进[滨河公园|p]建设。",
        "近年来，持续推进[智慧水务平台|p]建设，漏损率明显降低。",
        "着力探索多种托育模式，取得较好成效。",
        "落实[园林所|o]对古树进行了修剪。",
        "实施[绿色屋顶|y]改造工程150多处。",
        "参照正在起草的年度方案。",
        "对暂不具备条件的，分类指导。",
        "经反复研究并妥善处理，意见如下。",
        "要求各乡镇将责任落实到人。",
        "2023年，我们将[城东水厂|p]交给公司管理。",
        "随着人口增长，需求将越来越大。",
        "集中整治群众身边不正之风。",
        "希望您继续关注，推进[滨河公园|p]建设。",
        "规定不允许将污水直接排放到河道。",
        "将原有的两处门店改为食堂。",
    ],
)
def test_what_is_quoted_advised_wished_or_told_of_the_past_promises_nothing(text):
    assert read(text) == ()


def test_the_ground_of_a_fact_in_a_plan_is_no_promise():
    found = read("下一步，按照《[管理办法|y]》，主管部门为交通部门。")
    assert found == ()


@pytest.mark.parametrize(
    "text",
    [
        "你镇正在搭建的蘑菇大棚值得肯定。",
        "三方交换了文本，计划互派教师。",
        "各县对照清单补短板，落实《[节水条例|y]》。",
        "施工单位持证上岗，力争少扰民。",
    ],
)
def test_what_others_do_is_no_promise_of_the_writer(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "我局尽力争取把便桥列入计划，并得到了县里的扶持。",
        "养护费用主要靠村集体自筹，争取社会捐赠。",
        "收到建议当日，我局派员查看，研究处置办法。",
        "力争扭转局面，目前客流已回升。",
    ],
)
def test_what_was_tried_before_is_no_plan(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，各组要守纪律，力求善始善终。",
        "要求值班人员逐户走访，力争不漏一户。",
        "《[节水条例|y]》规定，超额用水将加价收费。",
    ],
)
def test_what_rules_and_meetings_demand_is_no_promise(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "经营方式正由粗放向精细转变。",
        "渡口停运后，客流正在减少。",
        "用工成本将长期处于高位。",
        "养老需求将不断增加。",
        "便桥建成后将极大方便两岸往来。",
    ],
)
def test_what_comes_of_itself_is_no_promise(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "建设单位向[园林所|o]递交图纸。",
        "推进[滨河公园|p]建设意义重大。",
        "尽快补齐短板是大家的心愿。",
    ],
)
def test_a_verb_in_a_noun_and_a_remark_about_a_task_promise_nothing(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "我局将编制月报工作列入考核。",
        "站长每晚将读数在门口进行公示。",
    ],
)
def test_a_duty_that_is_ranked_and_a_thing_that_is_shown_are_objects(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "不属于补助范围的商户共8家。",
        "由于渔民不符合参保条件，我局另设了互助金。",
        "坡道太陡，轮椅不能通行。",
    ],
)
def test_who_does_not_qualify_and_why_is_no_refusal(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "工程总价预计900万元。",
        "该馆预计可容纳300人。",
        "承诺书由摊主保管。",
        "一定比例的费用由村里自筹。",
        "贸然拆除将引发纠纷。",
        "我们适时调整了班次。",
        "我局将台账梳理成清单。",
        "该渡船目前正在使用。",
    ],
)
def test_estimates_states_and_words_that_only_begin_alike_are_no_plans(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "失智老人无力承担护工开支。",
        "个别商户不能享受减免。",
        "渡口周边暂无大型商超。",
        "巡查中暂未发现隐患。",
        "资金迟到，工程暂缓了两个月。",
        "不予受理的情形共有两种。",
        "现阶段不少店家停业。",
    ],
)
def test_who_cannot_and_what_is_not_there_is_no_refusal(text):
    assert read(text) == ()


def test_a_plan_that_is_a_thing_and_an_object_of_the_past_are_no_plans():
    assert read("计划内名额已用完。") == ()
    assert read("近年来，我县将完善航道摆在首要位置。") == ()


def test_a_number_that_is_expected_to_be_reached_is_no_promise():
    assert read("今年屠宰能力预计达到200万头。") == ()
    assert [each.what for each in read("屠宰场预计约8月完工。")] == ["预计约8月完工"]


def test_what_a_clause_says_about_a_task_makes_the_task_no_promise():
    assert read("建设高标准农田，是保障粮食安全的基础。") == ()
    assert read("推进托育服务体系建设，既是民生工程，也是发展工程。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "我市公布轻微违法不予处罚、减轻处罚事项清单195项。",
        "市司法局建立不予行政处罚事项动态调整机制。",
        "对绩效评价差的项目，下一年度不再安排。",
        "凡考核不合格的企业，暂不纳入扶持范围。",
    ],
)
def test_what_the_law_declines_and_what_holds_for_some_of_a_kind_is_no_refusal(text):
    assert [each.outcome for each in read(text) if each.outcome] == []


def test_inconvenience_is_a_plight_and_no_refusal():
    assert read("您在提案中指出学生周末返家不便，情况属实。") == ()


@pytest.mark.parametrize(
    "sentence", ["这些问题也是我们下一步要着力破解的重点难点。", "这是我们下一步将重点推进的方向。"]
)
def test_what_a_thing_is_to_the_writer_promises_nothing(sentence):
    assert read(sentence) == ()


def test_with_whom_work_will_be_done_that_is_listed_behind_it_promises_nothing():
    assert read("下一步，我部将会同有关部门，重点做好以下工作：") == ()
    assert [each.what for each in read("下一步，我部将会同有关部门制定办法。")] == ["会同有关部门制定办法"]


@pytest.mark.parametrize("under", ["在[省林业局|o]指导下", "在[省林业局|o]、[甲研究院|o]的支持下"])
def test_under_whom_something_is_done_is_no_promise_before_what_is_done(under):
    (found,) = read(f"下一步，将会同市发改委等部门，{under}，抓好湿地修复。")
    assert found.what == "抓好湿地修复"


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("[我局|o|issuer]将会同梧江海关，推动测试落地。", ["推动测试落地"]),
        ("[我局|o|issuer]将按照“一核三带”布局，启动中心建设。", ["启动中心建设"]),
        ("[我局|o|issuer]将结合办法的修订，研究扩大服务券范围。", ["研究扩大服务券范围"]),
    ],
)
def test_with_whom_and_upon_what_is_no_promise_beside_one(text, promised):
    assert [each.what for each in read(text)] == promised


def test_what_the_reader_is_asked_for_in_view_of_is_no_promise():
    assert read("请填写回执，以便我们进一步改进工作。", heading="三、下一步打算") == ()


def test_money_and_plans_of_projects_promise_nothing():
    assert read("首批课题11项，研究经费1200万元。") == ()
    assert read("新引进项目112个，计划投资总额736亿元。") == ()


def test_a_fair_that_will_be_held_is_not_cut_in_its_name():
    (found,) = read("第三届博览会将于11月12日举办。")
    assert not found.what.startswith("会")
