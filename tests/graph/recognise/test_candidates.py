from graph.recognise.candidates import endings
from graph.recognise.words import segmenter


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
