"""What a proposal only asks for is no name, unless the letter states it as well."""

import pytest

from corpus.records import Span
from graph.recognise.asked_for import is_asked_for, without_wishes
from graph.recognise.finding import Finding


def spans(text, name):
    return [Span(start=at, end=at + len(name)) for at in range(len(text)) if text.startswith(name, at)]


def kept(text, name):
    """Return how many of the places where the name stands are kept."""
    found = [Finding(span=span, kind="fund", score=0.9, reason="test") for span in spans(text, name)]
    return len(without_wishes(text, found))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("您建议设立青石市湿地保护基金，我局认为时机尚不成熟。", "青石市湿地保护基金"),
        ("贵会提出设立50亿元竹产业发展基金，暂难安排。", "竹产业发展基金"),
        ("对于代表提出的在青石建设国家级竹编博物馆的建议，暂不考虑。", "国家级竹编博物馆"),
        ("您建议在柳湾村新建提灌站，暂不新建。", "柳湾村新建提灌站"),
        ("三、关于设立市级竹产业专项资金的建议\n目前暂无安排。", "竹产业专项资金"),
        ("（二）关于组建茶业集团。市国资委正在研究。", "茶业集团"),
        ("关于新建竹海博物馆、改造老街的建议，已列入规划。", "竹海博物馆"),
        ("关于设立竹产业基金管理机构的建议，须报编委审批。", "竹产业基金"),
        ('二、关于"设立竹产业基金"的回应。', "竹产业基金"),
        ("您所提的设立竹产业基金，财力暂难安排。", "竹产业基金"),
        ("关于将柳湾镇建成竹编交易中心，正在论证。", "竹编交易中心"),
    ],
)
def test_what_is_asked_for_is_left_out(text, name):
    (span,) = spans(text, name)
    assert is_asked_for(text, span)
    assert kept(text, name) == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("根据代表建议设立青石市湿地保护基金，首期2000万元。", "青石市湿地保护基金"),
        ("按照市委关于建设竹海科创园的部署，完成征地。", "竹海科创园"),
        ("一、关于竹产业园建设\n青石竹产业园已建成。", "青石竹产业园"),
        ("二、关于资金保障.设立竹产业风险池,规模100万元.", "竹产业风险池"),
        ("您建议，完善制度。我局设立竹产业基金。", "竹产业基金"),
        ("您建议中国建设银行青石支行加大投放。", "中国建设银行青石支行"),
    ],
)
def test_what_is_there_stays(text, name):
    assert kept(text, name) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("按照市政府关于设立竹产业基金的工作方案，首期已到位。", "竹产业基金"),
        ("市政府印发关于组建茶业集团的会议纪要。", "茶业集团"),
        ("根据省委关于打造竹海先行区的意见，完成立项。", "竹海先行区"),
        ("按照省政府关于建设竹海示范区，打造竹乡新城的要求，完成规划。", "竹海示范区"),
        ("按照关于建设竹海科创园、改造老街的部署，完成征地。", "竹海科创园"),
        ("现汇报关于建设青石绿道的进展情况。", "青石绿道"),
        ("针对设立竹产业基金以来存在的问题，已整改。", "竹产业基金"),
    ],
)
def test_what_is_decided_stays(text, name):
    assert kept(text, name) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("您提出我市已建成竹惠通平台但知晓度低的问题，我局高度重视。", "竹惠通平台"),
        ("您提到我市设有竹惠通平台，知晓度不高。", "竹惠通平台"),
        ("委员提出我市已经设立竹产业基金，规模偏小。", "竹产业基金"),
        ("您提到我市已于去年设立竹产业基金，应予扩大。", "竹产业基金"),
        ("您提出设立竹产业基金作用不大的问题，正在研究。", "竹产业基金"),
        ("您提到新建青石大桥进度慢的问题，已督促施工单位。", "青石大桥"),
        ("您提出建立竹惠通平台但使用率低的问题，正在整改。", "竹惠通平台"),
        ("群众希望的新建青石大桥于今年五月通车。", "青石大桥"),
        ("市政协提案提出后我市设立竹产业基金，首期2000万元。", "竹产业基金"),
    ],
)
def test_what_a_wisher_says_is_there_stays(text, name):
    assert kept(text, name) == 1


def test_what_is_asked_for_and_stated_stays_in_both_places():
    text = "一、关于设立竹产业基金的建议\n下一步将设立竹产业基金。"
    assert kept(text, "竹产业基金") == 2
