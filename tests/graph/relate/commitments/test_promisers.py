"""Who promises, until when, and which clauses only say how: invented sentences."""

from __future__ import annotations

import pytest
from read_promises import read

LIST = (
    "下一步，[我局|o|issuer]将做好以下工作：一是推动[甲基地|p]投用；二是修订《[乙办法|y]》；"
    "三是到2025年，[丙平台|p]接入仪器突破3000台。"
)


def test_who_announces_a_list_promises_its_items():
    assert [(each.actor, each.responsible_basis) for each in read(LIST)] == [("issuer", "inherited")] * 3


def test_an_item_with_an_actor_of_its_own_is_not_the_announcers():
    found = read("[我局|o|issuer]将做好以下工作：一是[甲局|o]修订《[乙办法|y]》；二是推动[丙中心|p]投用。")
    assert [each.actor for each in found] == ["甲局", "issuer"]


def test_who_is_told_to_think_so_refuses():
    (found,) = read("[甲部|o]认为，已设立的[乙基金|f]可给予支持，暂不宜新设基金。")
    assert (found.actor, found.outcome) == ("甲部", "refused")


def test_a_time_that_is_a_clause_of_its_own_is_the_due_date_of_the_next():
    assert [each.due for each in read(LIST)] == ["", "", "2025"]
    (found,) = read("2024-2026年，[我局|o|issuer]将建设公园35个。")
    assert found.due == "2026"


def test_adverbials_fill_no_rows_beside_a_promise():
    found = read("下阶段，[我局|o|issuer]将以此次督办为契机，加快[甲基金|f]募集，积极争取[乙示范基地|p]。")
    assert [each.what for each in found] == ["加快甲基金募集", "争取乙示范基地"]
    (found,) = read("[我局|o|issuer]将会同贵局及相关部门，研究制定《[甲计划|y]》。")
    assert found.what == "研究制定《甲计划》"
    (found,) = read("拟由[甲中心|o]牵头，会同[乙中心|o]开发授权文本。")
    assert (found.what, found.responsible) == ("会同乙中心开发授权文本", "甲中心")


def test_who_assists_is_not_who_promises():
    found = read("下一步，年底前，由[甲局|o]牵头，[乙局|o]配合，制定《[丙方案|y]》。", date="2024-08-08")
    assert [(each.actor, each.responsible, each.due) for each in found] == [("甲局", "甲局", "2024")]
    (alone,) = read("下一步，[乙局|o]积极配合，制定《[丙方案|y]》。")
    assert alone.actor == "乙局"


def test_an_item_that_begins_with_a_year_has_it_as_its_due_date():
    (found,) = read("下一步工作：2.2025年，治理率达到45%。", date="2024-08-08")
    assert (found.what, found.due) == ("治理率达到45%", "2025")


def test_a_clause_that_is_nothing_but_a_time_promises_nothing():
    (found,) = read("力争到2025年，医师数达到3.2人。")
    assert (found.what, found.due) == ("医师数达到3.2人", "2025")


def test_within_some_years_is_not_this_year():
    (found,) = read("力争三年内建成[甲中心|o]。", date="2024-08-08")
    assert found.due == ""


@pytest.mark.parametrize(
    "text",
    [
        "经[甲局|o]论证，坡度过陡，暂不考虑增设缆车。",
        "经[甲局|o]组织专家评估，该处地基松软，不宜再加建楼层。",
        "经[甲局|o]踏勘暂不具备条件。",
    ],
)
def test_who_only_looked_into_a_thing_does_not_refuse_it(text):
    (found,) = read(text, issuer="issuer", jurisdiction="")
    assert (found.actor, found.outcome) == ("issuer", "refused")


def test_who_came_to_its_own_finding_refuses():
    (found,) = read("[甲局|o]经论证，暂不考虑增设缆车。")
    assert found.actor == "甲局"


@pytest.mark.parametrize(
    "text",
    [
        "《[水网规划|y]》提出，到2030年建成水库100座。",
        "规划提出，到2030年建成水库100座。",
        "《规划》提出，将建设水库100座。",
    ],
)
def test_who_carries_out_what_a_paper_sets_is_not_known(text):
    assert [each.actor for each in read(text)] == [""]


def test_who_is_named_behind_what_a_paper_says_promises():
    (found,) = read("《[水网规划|y]》提出，[甲市|o]将建设水库100座。")
    assert found.actor == "甲市"


@pytest.mark.parametrize(
    ("marked", "actor", "objects"),
    [
        (
            "[财政部|o]、[我部|o|issuer]、[林草局|o]正在修改《[补偿方案|y]》。",
            "issuer",
            ("补偿方案", "财政部", "林草局"),
        ),
        ("[财政部|o]、[林草局|o]正在修改《[补偿方案|y]》。", "财政部", ("补偿方案", "林草局")),
        ("辽宁省、吉林省正在修改《[补偿方案|y]》。", "place/辽宁省", ("补偿方案",)),
        ("[节水基金|f]将进一步加大对装备企业的投资力度。", "节水基金", ("节水基金",)),
        ("[节水基金|f]将于年底前完成注册。", "place/深圳市福田区", ("节水基金",)),
        ("[我委|o|issuer]统计信息中心正在建设[信息平台|p]。", "", ("信息平台",)),
        ("[我委|o|issuer]规划处正在建设[信息平台|p]。", "issuer", ("信息平台",)),
        ("[甲省水利厅|o]修订了《[甲条例|y]》，[乙省水利厅|o]正在制定相关法规。", "乙省水利厅", ()),
        ("[产业基金|f]已设立，[市财政局|o]将于年底前注资。", "市财政局", ("产业基金",)),
        ("《[管理办法|y]》将于年底启动修订。", "place/深圳市福田区", ("管理办法",)),
        ("依托[信息平台|p]将开展监测。", "place/深圳市福田区", ()),
    ],
)
def test_of_several_the_writer_promises_and_what_the_clause_tells_of_is_its_object(marked, actor, objects):
    found = read(marked)[0]
    assert (found.actor, found.object_ids) == (actor, objects)


@pytest.mark.parametrize(
    ("marked", "dues"),
    [
        ("[我部|o|issuer]印发《[指导意见|y]》，提出到2026年底，力争九成县区建成医共体。", ["2026"]),
        (
            "[我部|o|issuer]印发《[指导意见|y]》，明确到2025年底，力争九成县区建成医共体；到2027年底，基本实现全覆盖。",
            ["2025", "2027"],
        ),
        ("《[管理办法|y]》已审议通过，近期将印发。", [""]),
    ],
)
def test_until_when_is_told_behind_words_of_saying_and_in_further_parts(marked, dues):
    assert [each.due for each in read(marked) if each.status == "planned"] == dues


@pytest.mark.parametrize(
    ("marked", "status", "what"),
    [
        ("[我局|o|issuer]正会同[市财政局|o]研究制定接续政策。", "ongoing", "会同市财政局研究制定接续政策"),
        ("[我局|o|issuer]正会同[市财政局|o]研究设立[产业基金|f]。", "planned", "研究设立产业基金"),
        ("[我局|o|issuer]研究制定接续政策。", "planned", "研究制定接续政策"),
        ("规划到2030年，形成千亿级产业集群。", "planned", "形成千亿级产业集群"),
        ("从2025年1月1日起，全面推行电子证照。", "planned", "全面推行电子证照"),
        ("首批计划招收学员120人。", "planned", "计划招收学员120人"),
        ("依托[甲中心|o]合力打造[服务平台|p]。", "ongoing", "打造服务平台"),
    ],
)
def test_what_goes_on_is_told_from_what_is_planned_and_times_from_what_is_done(marked, status, what):
    (found,) = read(marked)
    assert (found.status, found.what) == (status, what)


def test_what_ends_by_itself_is_no_promise_and_a_list_is_not_what_stands_in_it():
    assert read("2020年印发的《[数字规划|y]》即将到期。") == ()
    (found,) = read("《[促进条例|y]》已列入[立法计划|y]，目前正在开展调研。")
    assert found.object_ids == ("促进条例",)


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("由[甲公司|o]建设的[乙乐园|p]正在施工。", "甲公司"),
        ("[乙乐园|p]由[甲公司|o]和[丙公司|o]投资建设，占地30亩，预计10月投用。", "甲公司"),
        ("[甲公司|o]牵头、[丙大学|o]参与建设的[乙乐园|p]正在安装设备。", "甲公司"),
        ("[乙乐园|p]由[甲公司|o]承建；三期预计10月投用。", "issuer"),
        ("[乙乐园|p]由[甲公司|o]承建，将组织游园活动。", "issuer"),
        ("[乙乐园|p]由[甲公司|o]承建，[我局|o|issuer]将加快验收。", "issuer"),
        ("由[甲公司|o]承建的水质监管平台正在施工，预计10月投用。", "甲公司"),
        ("[乙隧道|p]由[甲公司|o]承建，下一步，将加快施工，力争明年投用。", "issuer"),
        ("[乙隧道|p]由[甲公司|o]承建，将督促抢抓施工进度，确保年底通车。", "issuer"),
        ("由[甲公司|o]建设的[乙码头|p]已移交，我们将强化巡查，严格竣工验收。", "issuer"),
        ("[乙隧道|p]由[甲公司|o]承建，将会同沿线各村，加快施工。", "issuer"),
        ("[乙隧道|p]由[甲公司|o]承建，将组织验收。", "issuer"),
    ],
)
def test_who_builds_goes_on_with_the_works_and_ends_them(marked, actor):
    found = read(marked, issuer="issuer", date="2024-08-08")
    assert {each.actor for each in found} == {actor}


def test_we_are_who_signed_even_in_a_letter_that_speaks_as_its_place():
    plans = read(
        "我区将修建戏台。我们将加密班车。下一步，我们将抓好两件事：一是修订《[乙办法|y]》。", issuer="issuer"
    )
    assert [each.actor for each in plans] == ["place/深圳市福田区", "issuer", "issuer"]


def test_the_whole_of_a_place_is_where_a_target_holds_not_who_promises_it():
    found = read("[我局|o|issuer]将修订《[乙办法|y]》，到2026年全区戏台达到240座。", date="2024-08-08")
    assert {each.actor for each in found} == {"issuer"}


PLACE = "place/深圳市福田区"
SIGNED = "[甲科技局|o|issuer]印发。"
"""Tells that a department of the place writes."""


@pytest.mark.parametrize(
    "sentence",
    [
        "考虑到财政承受能力，暂不单独设立养殖基金。",
        "关于组建投资公司的建议，由于所需资金较大，暂不具备条件。",
        "[甲平台|p]一期于3月正式投入使用，较原定时间推迟约三个月。",
        "[甲子基金|f]正在办理备案。",
    ],
)
def test_what_a_department_cannot_decide_alone_its_place_refuses_or_lets_come_about(sentence):
    assert {each.actor for each in read(SIGNED + sentence)} == {PLACE}


@pytest.mark.parametrize(
    "sentence",
    [
        "[我局|o|issuer]考虑到财政承受能力，暂不单独设立养殖基金。",
        "经与[甲财政局|o]会商，目前财力难以支撑，此条建议暂不采纳。",
        "《[甲办法|y]》未能如期出台。",
        "[甲平台|p]运行后，将进一步加大宣传力度，组织培训10场。",
        "[甲基金|f]已完成备案，下一步将制定《[丙工作方案|y]》。",
        "受[我局|o|issuer]编制限制，暂不设立专门科室。",
        "[甲平台|p]由[我局|o|issuer]开发建设，计划年底前上线。",
        "[我局|o|issuer]将督促由[甲公司|o]承建的[乙基地|p]加快建设。",
    ],
)
def test_the_writer_refuses_what_is_asked_of_it_and_answers_for_its_papers(sentence):
    assert {each.actor for each in read(SIGNED + sentence)} == {"issuer"}


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("拟由[甲集团|o]发起设立[乙基金|f]。", "甲集团"),
        ("该项目计划交由[甲公司|o]管理。", "甲公司"),
        ("[我局|o|issuer]将修订《[甲办法|y]》，支持[乙医院|o]争创国家中心。", "issuer"),
        ("[甲高新区|p]正与[乙大学|o]筹建[丙中心|p]。", "甲高新区"),
        ("[甲基地|p]由[乙公司|o]投资1.2亿元建设，预计年底完工。", "乙公司"),
        (
            "[甲公园|p]由[乙集团|o]旗下的[丙公司|o]建设，总投资2.7亿元，园区一期正在施工，预计明年国庆节前开园。",
            "丙公司",
        ),
    ],
)
def test_whom_a_thing_is_handed_to_promises_it_and_whom_others_back_does_not(sentence, actor):
    assert read(sentence)[-1].actor == actor


def test_a_writer_that_works_with_another_body_is_a_department_and_no_place():
    told = "我区将加快建设。将与[甲局|o]共同修订《[乙办法|y]》，力争年底前印发。我区将加快建设。"
    promised = read(SIGNED + told)
    assert [each.actor for each in promised] == [PLACE, "issuer", "issuer", PLACE]


@pytest.mark.parametrize(
    ("behind", "responsible"),
    [
        ("由[甲集团|o]负责实施", "甲集团"),
        ("由[甲集团|o]组织实施", "甲集团"),
        ("由[甲集团|o]负责运营", "issuer"),
        ("由[甲集团|o]提供的数据较少", "issuer"),
    ],
)
def test_who_carries_a_promise_out_may_stand_in_a_clause_behind_it(behind, responsible):
    found = read(f"[我局|o|issuer]将设立引导基金，{behind}。")
    assert found[0].responsible == responsible


def test_the_name_of_a_window_in_quotes_refuses_nothing():
    (found,) = read("[我局|o|issuer]将在政务大厅设立“办不成事”反映窗口。")
    assert (found.status, found.outcome) == ("planned", "")


def test_a_body_whose_name_ends_in_a_meeting_still_plans():
    (found,) = read("园区管委会将启动园区污水处理厂扩建。")
    assert (found.status, found.what) == ("planned", "启动园区污水处理厂扩建")


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("[青石经开区|p]拟建设[检测平台|p]，服务汽车企业。", "青石经开区"),
        ("[青石经开区|p]计划新建厂房3万平方米。", "青石经开区"),
        ("[青石新区|p]将于年底建成投用。", "place/深圳市福田区"),
        ("[青石书院|p]拟新建展厅300平方米。", "place/深圳市福田区"),
    ],
)
def test_a_zone_promises_what_it_will_build_and_not_what_becomes_of_it(sentence, actor):
    assert read(sentence)[0].actor == actor


def test_who_begins_a_sentence_of_plans_goes_on_behind_a_semicolon():
    found = read(
        "下一步，[甲厅|o|x]将完善会商机制；建立健全预报评分制度，推动实现全流域调度。", issuer="issuer"
    )
    assert {each.actor for each in found} == {"x"}
    found = read("下一步，[我局|o|issuer]将督促[甲公司|o]加快施工；建立健全预报评分制度。", issuer="issuer")
    assert found[-1].actor == "issuer"


def test_a_body_that_is_no_entity_is_the_writer_only_where_it_is_one_of_its():
    sentence = "[县政府|o|x]批准了方案，同时教育局将研究支教人员的住房补贴问题。"
    (found,) = read(sentence, issuer="e/石平县卫生局")
    assert found.actor == ""
    (found,) = read(sentence, issuer="e/石平县教育局")
    assert found.actor == "e/石平县教育局"


def test_an_unsigned_writer_beside_another_body_is_not_that_body():
    (found,) = read("[我厅|o|]与[省发改委|o]将组织专家对选址报告进行论证。")
    assert found.actor == ""


def test_what_goes_on_behind_a_body_without_a_name_is_its_too():
    sentence = "我县计划新建码头。对于停航的渡口，公安水警部门将增派快艇，加强值守，保障过渡安全。"
    found = read(sentence, issuer="e/石平县公安局")[1:]
    assert {each.actor for each in found} == {"e/石平县公安局"}
    found = read("同时教育局将研究住房问题，[县委|o|z]将督促落实。", issuer="e/石平县卫生局")
    assert [each.actor for each in found] == ["", "z"]


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[县公安局交管大队|o]已上路执勤，交管部门将增设卡点9处。", "县公安局交管大队"),
        ("[县林草局|o]编制了方案，[县水务局|o]参与评审。同时，水务部门将清淤河道6公里。", "县水务局"),
        ("[县水务局|o]、[乡水务中心|o]参与评审。同时，水务部门将清淤河道6公里。", ""),
        ("[水利部|o]印发了办法。同时，水利部门将清淤河道6公里。", ""),
        ("各乡镇将设立服务站12个。", ""),
        ("各县（区）也将设立服务站12个。", ""),
        ("各乡镇要跟进，[我局|o|issuer]将设立服务站12个。", "issuer"),
    ],
)
def test_a_body_of_a_field_is_the_one_named_and_lower_places_are_nobody_known(marked, actor):
    assert read(marked, issuer="issuer")[-1].actor == actor


def test_a_government_promises_for_the_places_below_it():
    (found,) = read("各乡镇将设立服务站12个。", issuer="e/石平县人民政府")
    assert found.actor == "e/石平县人民政府"


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[东江港务集团有限公司|o]接管码头，该集团将于年内更新吊机6台。", "东江港务集团有限公司"),
        ("[东江港务集团|o]接管码头，该企业将于年内更新吊机6台。", "东江港务集团"),
        ("已商请[县消防救援大队|o]研究，该大队答复将在老街增设消火栓20个。", "县消防救援大队"),
        ("[县民政局|o]起草了方案，该局面复杂，将分步实施养老床位改造300张。", "县民政局"),
        ("由[东江港务集团|o]发起，[县民政局|o]已核准章程，计划9月召开首次大会。", "东江港务集团"),
        ("[县民政局|o]已核准章程并设立秘书处，计划9月召开首次大会。", "县民政局"),
    ],
)
def test_who_is_pointed_at_promises_and_who_only_allowed_a_thing_does_not(marked, actor):
    assert read(marked, issuer="issuer")[-1].actor == actor


def test_what_becomes_of_the_proposal_is_the_writers_to_say():
    found = read(
        "用途变更须经[县自然资源局|o]批准，5月该局复函不同意调整，因此这条建议无法采纳。", issuer="issuer"
    )
    assert found[-1].actor == "issuer"
