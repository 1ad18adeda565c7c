"""What a list is summed up as tells whether its members are bodies."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.listed_things import without_things


def kept(text, name, reason="bare"):
    at = text.index(name)
    finding = Finding(span=Span(start=at, end=at + len(name)), kind="organisation", score=0.6, reason=reason)
    return bool(without_things(text, [finding]))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("信阳毛尖、灵宝苹果等6个农产品入选名录。", "灵宝苹果"),
        ("培育脑机接口、合成生物等未来产业。", "合成生物"),
        ("永州血鸭和浏阳蒸菜等特色菜品走俏。", "永州血鸭"),
        ("信阳毛尖、灵宝苹果等十余种国家地理标志农产品销往各地。", "灵宝苹果"),
        ("发展脑机接口、合成生物等产业。", "合成生物"),
    ],
)
def test_a_member_of_a_list_of_things_is_no_body(text, name):
    assert not kept(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("华星光电、天马微电等产业链龙头企业落户。", "天马微电"),
        ("华星光电、天马微电等参与。", "天马微电"),
        ("天马微电，信阳毛尖等6个农产品入选。", "天马微电"),
        ("与京东、美团等合作推广农产品。", "美团"),
        ("引进腾讯、阿里巴巴、字节跳动等总部项目和技术。", "字节跳动"),
        ("对接中国商飞、中航工业等重点行业。", "中航工业"),
        ("引进腾讯、字节跳动等产业项目。", "字节跳动"),
        ("引进腾讯、字节跳动等技术和资金。", "字节跳动"),
        ("与京东、美团等3个电商合作推广农产品。", "美团"),
    ],
)
def test_a_member_of_a_list_of_bodies_or_of_no_summed_list_stays(text, name):
    assert kept(text, name)


def test_a_name_with_a_head_word_stays_whatever_its_list_is_called():
    assert kept("天马公司、华星公司等项目技术。", "天马公司", reason="head:公司")


def test_a_bare_head_word_in_brackets_is_no_name():
    assert not kept("各区政府（管委会）负责落实。", "管委会", reason="head:管委会")
    assert kept("甲园区（乙管委会）负责落实。", "乙管委会", reason="head:管委会")


def test_names_that_a_list_clips_are_no_companies():
    assert not kept("已布局云湖、清泉等7家创新实验室。", "清泉")
    assert kept("已引进云湖、清泉等7家科技企业。", "清泉")
