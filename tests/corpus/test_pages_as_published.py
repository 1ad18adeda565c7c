"""Letters as sites publish them and people copy them: cards, bars, headlines, names that a site hides."""

import pytest
from reply_letters import BODY, SALUTATION, SIGNATURE, TITLE, letter, readings, reply, values

UNSIGNED = ("感谢您对我市工业发展的关心和支持！",)
MINISTRY = "对十四届全国人大二次会议第3187号建议的答复"


def value(fact):
    """Return the value of a fact, None without one."""
    return fact.value if fact else None


def zone(read, name):
    """Return the text of the sentences of a zone."""
    return [read.text[one.span.start : one.span.end] for one in read.sentences if one.zone == name]


STACKED = ("索引号", "szgx/2023-00031", "发布机构", "苏州市工信局", "文  号", "发布日期", "2023-07-20")
LINED = (
    "索引号: 0032-1 主题分类: 工业",
    "发布机构: 苏州市工业和信息化局",
    f"名 称: {TITLE}",
    "文号: 关键字:",
    "发布日期: 2023-07-20",
)


@pytest.mark.parametrize("card", [STACKED, LINED], ids=["each on a line", "in lines"])
def test_the_card_above_a_copied_letter_gives_facts_and_is_no_text(card):
    read = letter(reply(head=card))
    assert value(read.header.published) == "2023-07-20"
    assert value(read.header.document_number) is None
    assert not any(word in read.text for word in ("索引号", "0032", "文号", "2023-07-20", "名 称"))
    assert value(read.header.title) == TITLE


@pytest.mark.parametrize("card", [STACKED, LINED], ids=["each on a line", "in lines"])
def test_who_answers_by_the_card_alone_is_quoted(card):
    read = letter(reply(head=card, body=UNSIGNED, signature=()))
    department = read.header.department
    assert department.value.startswith("苏州市工")
    assert read.text[department.span.start : department.span.end] == department.value


def test_a_title_that_only_the_card_has_stays():
    read = letter(reply(head=("索引号: 0032-1 主题分类: 工业", f"名称: {TITLE}"), title=""))
    assert values(read.header.proposal_numbers) == ["0145"]


def test_words_that_labels_may_be_are_text_in_a_letter():
    read = letter(reply(body=("分类", "我市分两类推进。", "日期", "另行通知。", *UNSIGNED)))
    assert "分类\n我市分两类推进。" in read.text


BARS = " | ||||||||||||"
IN_ONE_LINE = (
    f"对《关于扶持双桥镇园区配套设施的建议》的答复{BARS}\n2022-08-16 点击数:{BARS}\n|\n"
    "和财复字〔2022〕19号 签发人:吴立群 尊敬的何丽娟、高文博等代表: 你们提出的关于扶持双桥镇园区配套设施的建议已收悉,"
    "现答复如下: 县财政局对园区建设一直高度重视,先后筹集资金实施了多个工程,园区的交通条件有了明显改善。 "
    "下一步,我们将通过加大投入、政策倾斜等办法支持园区基础设施建设,推动园区发展,使企业引得进、留得住、发展得好。 "
    "感谢您对财政工作的关心和支持! 2022年8月16日 抄送:县政府办公室、县人大常委会人代工委 |\n【关闭窗口】 |\n"
)


def test_a_letter_in_the_one_cell_of_a_table_is_read_in_its_parts():
    read = letter(IN_ONE_LINE)
    header = read.header
    assert value(header.title) == "对《关于扶持双桥镇园区配套设施的建议》的答复"
    assert value(header.document_number) == "和财复字〔2022〕19号"
    assert values(header.proposers) == ["何丽娟", "高文博"]
    assert (value(header.reply_date), value(header.published)) == ("2022-08-16", "2022-08-16")
    assert "县财政局对园区建设" in read.text
    assert "|" not in read.text
    assert "吴立群" not in read.text


def test_a_party_greeted_in_the_one_line_of_a_page_is_greeted():
    told = "贵单位在省政协十二届二次会议上提出的第46号提案《关于推进普惠金融的建议》收悉。现答复如下:"
    prose = "近年来,我省高度重视普惠金融工作,做好顶层设计,稳妥推进各项试点,取得了阶段性成果。"
    page = (
        f"省金融办关于省政协十二届二次会议第46号提案的答复{BARS}\n"
        f"皖金办提〔2018〕35号 民建安徽省委会: {told} {prose} {prose} {prose} {prose} "
        "安徽省人民政府金融办公室 2018年7月9日 |\n"
    )
    header = letter(page).header
    assert (values(header.proposers), value(header.document_number)) == (
        ["民建安徽省委会"],
        "皖金办提〔2018〕35号",
    )


@pytest.mark.parametrize("behind", ["2021-06-18 来源:市政府办公厅建议提案处", "苏工信函〔2023〕58号", "A类"])
def test_what_stands_behind_a_title_in_its_line_is_no_part_of_it(behind):
    assert value(letter(reply(title=f"{TITLE} {behind}")).header.title) == TITLE


def test_a_title_with_its_number_in_one_line_is_not_joined_with_the_next():
    title = f"{MINISTRY} 国粮提〔2023〕81号"
    read = letter(reply(head=(title,), title=MINISTRY, salutation="", body=UNSIGNED, signature=()))
    assert value(read.header.title) == MINISTRY
    assert values(read.header.proposal_titles) == ["关于加快智能制造发展的提案"]


def test_what_was_proposed_is_no_part_of_the_title_below_it():
    head = ("关于加快西部农路建设的建议", "(B类)")
    title = "苏州市交通运输局对政协苏州市第十五届委员会\n第三次会议第0145号提案的答复"
    assert value(letter(reply(head=head, title=title)).header.title) == title.replace("\n", "")


def test_a_headline_its_source_and_who_answers_are_no_part_of_the_title():
    head = (f"{TITLE}：关于《送法下乡》的提案", "来源： 时间：2023-07-23", "苏州市司法局")
    opening = "您提出的关于《送法下乡》的提案收悉，现答复如下："
    header = letter(reply(head=head, opening=opening, signature=())).header
    assert value(header.title) == TITLE
    assert value(header.department) == "苏州市司法局"
    assert value(header.published) == "2023-07-23"
    assert values(header.proposal_titles) == ["关于《送法下乡》的提案"]


LONG_TITLE = f"苏州市工业和信息化局{TITLE[:-2]}会办意见的函"


@pytest.mark.parametrize("lead", ["公开事项名称：", "称：", "好文网> 法律法规库> 政策参考> "])
def test_a_label_or_the_way_to_the_page_is_no_part_of_a_title(lead):
    assert value(letter(reply(title=f"{lead}{LONG_TITLE}")).header.title) == LONG_TITLE


def test_who_runs_a_site_does_not_answer():
    head = ("粮讯中心", "当前所在：首页 > 法规通报 > 正文")
    assert letter(reply(head=head, title=MINISTRY, body=UNSIGNED, signature=())).header.department is None


def test_an_office_of_a_ministry_is_a_source_and_does_not_answer():
    head = ("2021-03-02 10:20来源：巡查协调局",)
    assert letter(reply(head=head, title=MINISTRY, body=UNSIGNED, signature=())).header.department is None
    local = letter(reply(head=("2021-03-02 10:20来源：苏州市应急管理局",), body=UNSIGNED, signature=()))
    assert value(local.header.department) == "苏州市应急管理局"


def test_a_source_that_stays_in_the_text_of_the_letter_tells_who_answers():
    head = ("新闻中心", "来源：泉州市教育局网站")
    read = letter(reply(head=head, body=UNSIGNED, signature=()))
    department = read.header.department
    assert value(department) == "泉州市教育局"
    assert read.text[department.span.start : department.span.end] == "泉州市教育局"


def test_the_own_site_of_a_ministry_tells_who_answers():
    head = ("发布时间：2022-08-10 来源：农业农村部网站 作者：佚名",)
    header = letter(reply(head=head, title=MINISTRY, body=UNSIGNED, signature=())).header
    assert value(header.department) == "农业农村部"
    for other in ("某某新闻网站", "苏州市人民政府门户网站"):
        head = (f"发布时间：2022-08-10 来源：{other}",)
        assert letter(reply(head=head, body=UNSIGNED, signature=())).header.department is None


def test_the_department_of_a_page_answers_and_not_the_government_that_runs_the_site():
    head = ("苏州市人民政府", "信息来源：苏州市民政局")
    header = letter(reply(head=head, body=UNSIGNED, signature=())).header
    assert (value(header.department), header.organ_place) == ("苏州市民政局", "苏州市")


@pytest.mark.parametrize("hidden", ["×××", "***", "XXX", "ΧΧΧ", "ХХХ", "某某某"])
def test_a_name_of_which_a_site_shows_nothing_names_no_proposer(hidden):
    read = letter(reply(salutation=f"{hidden}委员："))
    assert values(read.header.proposers) == []
    assert "unnamed_salutation" in {issue.code for issue in read.issues}
    assert zone(read, "salutation") == [f"{hidden}委员："]


def test_a_surname_that_a_site_leaves_is_a_proposer():
    assert values(letter(reply(salutation="许**委员：")).header.proposers) == ["许**"]


def test_a_summary_that_names_who_asked_is_no_letter_of_its_own():
    told = "关于推动乡村物流转型升级的建议收悉。经商教育部、交通运输部，现答复如下"
    head = (MINISTRY, f"核心提示：赵春兰代表提出的{told}。……（某某网）")
    text = reply(head=head, title="", salutation="赵春兰代表：", opening=f"您提出的{told}：", signature=())
    (reading,) = readings(text)
    assert value(reading.letter.header.title) == MINISTRY
    assert "核心提示" not in reading.letter.text


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("对十三届全国人大五次会议第2958建议的答复", "2958"),
        ("关于县十七届人大四次会议第52建议答复的函", "52"),
    ],
)
def test_a_number_that_lost_its_last_word_is_one(title, number):
    assert values(
        letter(reply(title=title, opening="您提出的建议收悉，现答复如下：")).header.proposal_numbers
    ) == [number]


def test_a_title_before_its_number_need_not_say_what_it_is():
    opening = "您提出的《解决双桥村便民桥维修资金事项》第52号建议交我局办理，现答复如下："
    assert values(letter(reply(opening=opening)).header.proposal_titles) == ["解决双桥村便民桥维修资金事项"]


def test_a_list_of_those_who_asked_may_be_long_and_begin_with_bodies():
    names = "、".join(f"王{one}{two}" for one in "春文建志秋" for two in "华玲辉")
    opening = (
        f"民建双桥总支，第二界别活动组，{names}等委员提出的《关于建设书香校园的建议》提案收悉。现答复如下："
    )
    header = letter(reply(salutation="区教育局：", opening=opening)).header
    assert values(header.addressees) == ["区教育局"]
    assert values(header.proposers) == ["民建双桥总支", "第二界别活动组", *names.split("、")]


def test_a_clause_before_those_who_asked_is_no_body():
    opening = (
        "根据省政府有关要求，李明、王芳等委员提出的《关于加快推进书香校园建设的建议》提案收悉。现答复如下："
    )
    header = letter(reply(salutation="区教育局：", opening=opening)).header
    assert values(header.proposers) == ["李明", "王芳"]


def test_where_a_member_asked_may_stand_behind_the_name():
    opening = (
        "全国政协委员郑海洋在政协十四届全国委员会第一次会议上提出的《关于保护高腔的提案》（第1306号）由贵部会同我省办理。"
        "现将我省会办意见函告如下："
    )
    title = "江苏省人民政府办公厅关于政协十四届全国委员会第一次会议第1306号提案会办意见的函"
    header = letter(reply(title=title, salutation="文化部：", opening=opening)).header
    assert values(header.proposers) == ["郑海洋"]


def test_a_discussion_group_that_is_greeted_has_asked():
    opening = "贵组提出的关于“我区智能制造集群发展的建议”的提案收悉，现答复如下："
    header = letter(reply(title="", salutation="第三讨论组：", opening=opening)).header
    assert values(header.proposers) == ["第三讨论组"]


def test_a_contribution_that_only_tells_how_things_stand_is_a_reply():
    opening = "现将市第四届人大第六次会议第68号建议的办理（落实）情况函告如下，请综合后一并答复代表。"
    (reading,) = readings(reply(title="", salutation="市文化和旅游局：", opening=opening))
    assert reading.status == "reply"


def test_thanks_are_no_part_of_a_letter():
    body = (
        "首先，感谢您对镇政府工作的关心和支持！",
        "其次，您反映双桥村饮水管网老化问题。",
        "近年来新铺管网约30公里。",
    )
    assert letter(reply(body=body)).sections == ()


def test_years_may_begin_the_items_of_a_list():
    body = (
        "二、办理情况",
        "1.2017-2021年安排资金210万元；",
        "2.2020-2021年安排资金17万元；",
        "3.2017年之前每年安排5万元。",
    )
    assert [one.heading[:6] for one in letter(reply(body=body)).sections[1:]] == [
        "1.2017",
        "2.2020",
        "3.2017",
    ]


def test_an_answer_that_is_announced_twice_begins_below():
    again = "我局作为主管部门责无旁贷，现将有关情况汇报如下："
    read = letter(reply(body=(again, *BODY)))
    assert zone(read, "opening")[-1] == again
    other = letter(reply(body=("我市建成园区3个。现将有关情况汇报如下：", *BODY)))
    assert "我市建成园区3个。" in zone(other, "body")


CONTACT = ("承办人：陶文彬  联系方式：13900000157",)


def test_a_contact_person_is_named_nowhere_in_the_letter():
    body = ("我局规划股股长陶文彬于5月9日与李明委员当面沟通。", *BODY)
    read = letter(reply(body=body, tail=CONTACT))
    assert "陶文彬" not in read.text
    assert "我局规划股股长于5月9日与李明委员当面沟通。" in read.text


def test_an_office_as_the_contact_takes_no_word_out_of_the_letter():
    body = ("路长制工作全面推开，设立路长230名。", *BODY)
    assert body[0] in letter(reply(body=body, tail=("联系人：路长制办公室 张立群",))).text


@pytest.mark.parametrize(
    ("salutation", "body"),
    [
        ("陶文彬委员：", "我局与陶文彬委员当面沟通。"),
        (SALUTATION, "我局赴陶文彬村调研。"),
        (SALUTATION, "安溪县陶文彬茶业有限公司投资800万元。"),
        (SALUTATION, "陶文彬工作室开展培训3场。"),
    ],
    ids=["who asked", "a place", "a company", "a studio"],
)
def test_what_only_has_the_name_of_a_contact_person_stays(salutation, body):
    assert body in letter(reply(salutation=salutation, body=(body, *BODY), tail=CONTACT)).text


def test_the_congress_of_a_town_is_one_of_the_town_that_answers():
    organ = "重庆市江津区白沙镇人民政府"
    title = f"{organ}关于白沙镇第十八届人民代表大会第二次会议第15号建议的复函"
    text = reply(title=title, salutation="李明代表：", signature=(organ, SIGNATURE[1]))
    assert letter(text).header.jurisdiction == "重庆市江津区白沙镇"


def test_a_district_may_stand_in_short_behind_its_city():
    organ = "重庆涪陵高新技术产业开发区管理委员会"
    title = f"{organ}关于区十七届人大四次会议第73号建议的复函"
    text = reply(title=title, salutation="李明代表：", signature=(organ, SIGNATURE[1]))
    assert letter(text).header.jurisdiction == "重庆市涪陵区"
    city = "重庆长安汽车服务中心"
    text = reply(title=title.replace(organ, city), salutation="李明代表：", signature=(city, SIGNATURE[1]))
    assert letter(text).header.jurisdiction is None


def test_what_tells_which_proposal_it_is_is_not_its_title():
    title = "关于“苏州市政协十五届三次会议第0145号提案”的答复"
    opening = "您们提出“关于开放单位内部停车场的提案”，已转交我局办理，现将办理情况答复如下："
    header = letter(reply(title=title, opening=opening)).header
    assert values(header.proposal_titles) == ["关于开放单位内部停车场的提案"]
    assert values(header.proposal_numbers) == ["0145"]


def test_a_street_may_be_greeted_as_the_one_in_charge():
    opening = (
        "区政协六届一次会议提出的《关于打造游园的建议》（第201号提案）已转由我局协办。现将协办情况函复如下："
    )
    title = "苏州市姑苏区城市管理局关于区政协六届一次会议第201号提案协办意见的函"
    assert values(letter(reply(title=title, salutation="双塔街道：", opening=opening)).header.addressees) == [
        "双塔街道"
    ]


@pytest.mark.parametrize(
    "line", ["12-top_bar.png", "foot_bar_3.JPG", "x", "点击：", "文号 | 浏览量 |", "文号 浏览量"]
)
def test_what_is_left_of_a_page_is_no_text(line):
    assert letter(reply(head=(line,))).text == letter(reply()).text


def test_a_card_whose_cells_a_blank_parts_gives_its_day():
    rows = (
        "索 引 号 3205-113/2023-89569 文号",
        "发布日期 2023-07-29 公开时限 长期公开",
        "所属分类 建议提案 效力状态 有效",
    )
    read = letter(reply(head=("责任部门 苏州市工信局 公开方式 主动公开", *rows)))
    assert value(read.header.published) == "2023-07-29"
    assert "长期公开" not in read.text
    assert "苏州市工信局" in read.text


def test_the_formula_that_ends_a_letter_is_a_paragraph_of_its_own():
    right = " " * 11
    above = (
        "类别：B",
        "苏工函〔2023〕74号",
        "何志强、吴晓军、李立平、王雪梅、冯玉成委员：",
        "您提出的《关于修缮校舍的提案》收悉。现答复如下：",
    )
    prose = (
        "近年来，项目以涉农领域为主，且今年计划已征集结束。"
        + "下一步，将加强沟通协调，计划将修缮校舍纳入明年项目，提升办学质量。" * 2
    )
    below = ("专此答复。", *(f"{right}{line}" for line in SIGNATURE))
    contact = ("      主管领导：吴立群", "      经办人及联系电话：王建华：0512—65123456")
    text = "\n\n".join((TITLE, *above, prose, *below, *contact))
    assert zone(letter(text), "closing") == ["专此答复。"]


def test_what_was_proposed_may_stand_behind_a_title():
    title = f"{TITLE}函《关于加强园区配套设施建设的建议》"
    header = letter(reply(title=title, opening="您的提案收悉，现将办理情况答复如下：")).header
    assert value(header.title) == title
    assert values(header.proposal_titles) == ["关于加强园区配套设施建设的建议"]


def test_the_year_above_a_list_of_replies_is_not_that_of_the_session():
    title = "市政协十五届三次会议第0145号提案的答复函"
    assert letter(reply(head=("2019年",), title=title)).header.session_year is None
    assert letter(reply(title=f"关于2019年{title}")).header.session_year == 2019


BUTTONS = (
    "拼音",
    "辅助浏览",
    "轻松阅读",
    "读屏",
    "视图",
    "放大",
    "缩小",
    "配色",
    "大鼠标",
    "辅助线",
    "显示屏",
    "声音",
)


def test_the_buttons_above_a_letter_are_no_text():
    page = "\n".join((*BUTTONS * 3, reply()))
    assert letter(page).text == letter(reply()).text


def test_a_few_short_lines_above_a_letter_stay():
    assert letter(reply(head=("工作动态", "提案选登"))).text.startswith("工作动态\n提案选登\n")


def test_the_row_of_a_form_above_a_title_is_no_part_of_it():
    title = f"苏州市教育局{TITLE}"
    assert value(letter(reply(head=("反馈时间：", "办理情况"), title=title)).header.title) == title


def test_a_group_of_members_that_is_greeted_has_asked():
    opening = "首先，感谢你们！你们在市政协会议上提出的《关于新建运动场的提案》（第33号），交由我局办理。现答复如下："
    header = letter(reply(salutation="驻双桥委员联络组：", opening=opening)).header
    assert values(header.proposers) == ["驻双桥委员联络组"]


def test_those_through_whom_a_reply_went_took_part():
    opening = "您提出的《关于建设菜市场的建议》收悉，经苏州市财政局、苏州市水务局会办，现答复如下："
    joint = letter(reply(opening=opening)).header.joint_departments
    assert [(one.name, one.role) for one in joint] == [("苏州市财政局", "会办"), ("苏州市水务局", "会办")]


@pytest.mark.parametrize(
    ("salutation", "names"),
    [
        ("张文彬、李明芬、孙州代表：", ["张文彬", "李明芬", "孙州"]),
        ("孙州代表：", ["孙州"]),
        ("周敏并吴兰、郑宇代表：", ["周敏", "吴兰", "郑宇"]),
        ("李明、王芳市人大代表：", ["李明", "王芳"]),
    ],
)
def test_a_name_may_end_as_a_place_does_and_lead_others(salutation, names):
    title = "关于对市十五届人大三次会议第0145号建议的答复"
    assert values(letter(reply(title=title, salutation=salutation)).header.proposers) == names


def test_a_number_within_a_class_is_one_where_there_is_no_other():
    opening = "您提出的建议收悉，现答复如下："
    title = "关于对县人大第十八届二次会议财政经济类第2号建议的答复"
    assert values(letter(reply(title=title, opening=opening)).header.proposal_numbers) == ["2"]
    title = "关于市十五届人大三次会议第1836号（工业类第71号）建议的答复"
    assert values(letter(reply(title=title, opening=opening)).header.proposal_numbers) == ["1836"]


def test_the_way_to_the_page_may_be_broken_and_a_label_may_have_nothing_below_it():
    way = ("您当前所在的位置", ": 首页 > 政民互动 > 人大代表建议 > 正文")
    assert letter(reply(head=way, tail=("委员反馈意见:",))).text == letter(reply()).text


@pytest.mark.parametrize("behind", ["", "的答复", "的回复", "的说明", "办理情况", "的建议"])
def test_a_quoted_point_is_answered_whatever_the_answer_is_called(behind):
    body = (
        f"一、关于“健全人才评价机制”{behind}",
        "我局已印发办法。",
        f"二、关于“扩大试点范围”{behind}",
        "我局已新增3家。",
    )
    found = [one.point.value for one in letter(reply(body=body)).sections]
    assert found == ["健全人才评价机制", "扩大试点范围"]
