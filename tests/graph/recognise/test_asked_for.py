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


def test_what_is_asked_for_and_stated_stays_in_both_places():
    text = "一、关于设立竹产业基金的建议\n下一步将设立竹产业基金。"
    assert kept(text, "竹产业基金") == 2
