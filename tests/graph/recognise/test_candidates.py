import pytest

from graph.recognise.annotated import marked
from graph.recognise.candidates import endings
from graph.recognise.grammar import Grammar
from graph.recognise.words import joined, segmenter


def stretches(text):
    line = segmenter().cut(text)
    return {
        text[line.starts[first] : line.starts[ending.last]]
        for ending in endings(line)
        for first in ending.firsts
    }


def test_a_head_word_offers_every_beginning_up_to_a_hard_stop():
    found = stretches("会同苏州市科学技术局。")
    assert "苏州市科学技术局" in found
    assert not any(name.startswith("会同") for name in found)


def test_brackets_and_versions_behind_a_head_may_belong_to_it():
    assert "深港创新研究院(福田)" in stretches("涉及深港创新研究院(福田)等")
    assert "慕课行动2.0" in stretches("实施慕课行动2.0")


def test_quotes_offer_their_inside_and_what_they_begin_or_end():
    assert {"仓海", "“仓海”系统"} <= stretches("开发“仓海”系统")
    assert "科技金融“赋能计划”" in stretches("实施科技金融“赋能计划”。")


def test_unbalanced_marks_and_two_quoted_names_are_never_one():
    found = stretches("推出“青绣贷”“拉伊贷”产品（试")
    assert not any(name.count("“") != name.count("”") for name in found)
    assert not any("”“" in name for name in found)


def test_brands_in_lists_are_offered_without_a_head():
    assert {"山雾里", "皖青"} <= stretches("支持山雾里、皖青等企业")


def test_no_name_begins_with_the_mark_between_items_at_the_start_of_a_line():
    line = segmenter().cut("、8英寸硅基光电薄膜平台投入使用")
    found = endings(line)
    assert found
    assert not any(0 in ending.firsts for ending in found)


def test_names_that_published_replies_hold_are_in_reach():
    assert {"华为", "海康威视"} <= stretches("先后引进华为、海康威视等企业")
    assert "南陵实验区" in stretches("将南陵实验区划归")


def test_no_name_begins_within_a_word_that_says_where_or_that_it_is_the_only_one():
    assert "市数据资源平台" not in stretches("本市数据资源平台上线")
    assert "国家唯一硅光集成创新中心" not in stretches("国家唯一硅光集成创新中心落户")


def test_names_begin_behind_blanks_and_list_marks_never_with_them():
    for text in ("• 县科技馆开放", "建议。 县科技馆开放", "■县科技馆开放"):
        found = stretches(text)
        assert "县科技馆" in found
        assert not any(name[0] in "•■ 。" for name in found)


def test_a_bare_title_begins_behind_the_verb_that_issues_it():
    assert "襄阳市既有住宅增设电梯管理办法" in stretches("先后出台襄阳市既有住宅增设电梯管理办法。")
    title = "关于进一步加大政府采购支持中小企业力度的通知"
    assert title in stretches(f"又印发了{title}，")
    assert not any("推进。" in name for name in stretches("印发后推进。落实管理办法"))


def test_a_counted_thing_ends_no_name():
    assert not any(name.endswith("台") for name in stretches("上海路立体停车楼可停放车辆386台,已试运营"))
    assert "科创20条" in stretches("落实科创20条。")
    assert "6大产业园" not in stretches("提出布局6大产业园。")


def test_brands_stand_between_half_width_marks_and_before_sums_in_lists():
    assert "鹤城客运" in stretches("一是整合经营主体,鹤城客运收购个体班线车31台")
    assert "澜沧智航" in stretches("出资2亿元、澜沧智航9500万元")


def test_names_begin_and_end_at_verbs_of_one_character_and_of_leasing_opening_and_giving():
    assert "杨柳社区居委会" in stretches("前者设杨柳社区居委会，")
    assert "长垣产业技术研究所" in stretches("落址园区的长垣产业技术研究所，")
    assert "中国农业大学" in stretches("推动三元朱鲜牵手中国农业大学，")
    assert "无锡人才创投基金" in stretches("力争三年内无锡人才创投基金规模扩大")
    assert "顺德工业技术学院" in stretches("落在顺德工业技术学院校内。")


def test_a_place_and_the_institution_it_works_with_are_two():
    assert "佛山市与澳门大学" not in stretches("佛山市与澳门大学签署协议")
    assert "澳门大学" in stretches("佛山市与澳门大学签署协议")
    assert "江门市和暨南大学" not in stretches("江门市和暨南大学共建研究院")
    assert "海口市和上海交通大学" not in stretches("海口市和上海交通大学合作")
    assert "青石县与西北农林科技大学" not in stretches("青石县与西北农林科技大学签约")
    assert "长沙市同湖南大学" not in stretches("长沙市同湖南大学合作")


def test_a_joint_that_is_part_of_the_name_behind_a_place_parts_nothing():
    assert "上海市同济大学" in stretches("依托上海市同济大学")
    assert "安徽省和县人民医院" in stretches("由安徽省和县人民医院承担")
    assert "深圳市和润科技有限公司" in stretches("引进深圳市和润科技有限公司，")
    assert "佛山市与辉同行公司" in stretches("引进佛山市与辉同行公司，")
    assert "市文化和旅游局" in stretches("会同市文化和旅游局，")
    assert "天津市和平区人民医院" in stretches("由天津市和平区人民医院承担")


def test_no_office_of_the_centre_is_torn_out_of_other_words():
    for text in (
        "改善县中办学条件",
        "清理市中办公用房",
        "城中办学规模大",
        "支持镇中办好特色班",
        "省实验中办了分校",
    ):
        assert not any(name.endswith("中办") for name in stretches(text)), text
    assert "中办" in stretches("据中办、国务院办公厅印发的意见")
    assert "中办" in stretches("由中办牵头")


def test_brackets_that_say_who_sealed_a_letter_belong_to_no_name():
    for seal in ("盖章", "公章", "代章", "加盖公章", "盖 章"):
        found = stretches(f"青石县住房和城乡建设局（{seal}）")
        assert "青石县住房和城乡建设局" in found
        assert not any(seal in name for name in found)
    assert "深港创新研究院（福田）" in stretches("涉及深港创新研究院（福田）等")


def test_a_phase_behind_a_head_may_belong_to_the_name():
    assert "全民健康信息平台二期" in stretches("接入全民健康信息平台二期，")
    assert "智慧水务平台第二期" in stretches("智慧水务平台第二期通过验收")
    assert "省半导体及集成电路产业投资基金三期" in stretches("设立省半导体及集成电路产业投资基金三期（简称")


def test_a_second_signer_of_the_same_place_begins_behind_a_blank():
    found = stretches("青石县教育局 青石县财政局  青石县麻溪镇人民政府")
    assert {"青石县教育局", "青石县财政局", "青石县麻溪镇人民政府"} <= found
    assert not any("局 " in name for name in found)
    within = stretches("玉林市博白县教育局  博白县财政局")
    assert {"玉林市博白县教育局", "博白县财政局"} <= within
    assert not any("  " in name for name in within)
    assert "省生态环境 监测中心" in stretches("由省生态环境 监测中心承担")


def test_the_year_of_a_plan_is_cut_off_whole_or_not_at_all():
    found = stretches("落实2025年度农产品抽检计划")
    assert {"2025年度农产品抽检计划", "农产品抽检计划"} <= found
    assert "年度农产品抽检计划" not in found


def test_districts_that_no_list_has_are_no_brands():
    assert "青阳区" not in stretches("在青阳区、临河县设立联络室")
    assert "创新商务区" in stretches("在创新商务区、临空经济区设立联络室")


def test_what_a_number_of_things_is_counted_by_ends_no_document():
    assert not any(name.endswith("3条") for name in stretches("开通“青石定制公交”预约专线3条，"))
    assert "助企20条" in stretches("落实助企20条。")


def test_a_place_before_the_centre_is_no_body():
    assert "河南省中央" not in stretches("下达河南省中央预算内投资")
    assert "民盟中央" in stretches("由民盟中央提交")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("全国竹产业重点县", "policy"),
        ("全国竹编样板县", "policy"),
        ("中国竹编之乡", "policy"),
        ("国家竹业合作社示范社", "policy"),
        ("国家竹业特色医院培育单位", "policy"),
        ("省级竹业改革示范单位", "policy"),
        ("青石竹产业示范园区", "platform"),
        ("竹溪为农服务中心", "platform"),
        ("竹溪镇人大主席团", "organisation"),
        ("竹溪大药房", "organisation"),
        ("青石市竹业技术转移中心", "organisation"),
        ("竹溪护理站", "organisation"),
        ("竹溪商帮会馆", "platform"),
        ("竹溪肿瘤协作网", "organisation"),
    ],
)
def test_titles_that_are_awarded_and_further_heads_end_names(name, kind):
    line = segmenter().cut(f"获评{name}。")
    found = {joined(line.words[first : one.last]): one.kinds for one in endings(line) for first in one.firsts}
    assert kind in found[name]


def test_a_number_that_counts_a_quoted_thing_is_no_version_of_it():
    letter = marked("x", "到2027年，建成“十分钟健身圈”300个、社区食堂80个。").letter()
    assert all("300" not in mention.text for mention in Grammar().recognise(letter).mentions)
