import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.recognise.candidates import endings
from graph.recognise.marks import HEAD, LEVEL
from graph.recognise.words import joined, segmenter


def texts_of(text):
    return [word.text for word in segmenter().cut(text).words]


@given(st.text(alphabet="市政协局部署“”（）、，。ab12 \u3000苏州科技公司", max_size=40))
def test_words_together_are_the_text(text):
    cut = segmenter().cut(text)
    assert joined(cut.words) == text
    assert [text[a:b] for a, b in zip(cut.starts, cut.starts[1:], strict=False)] == [
        w.text for w in cut.words
    ]


def test_a_head_inside_a_common_word_is_no_head():
    assert "部署" in texts_of("认真落实部署要求")
    assert "布局" in texts_of("优化产业布局")


def test_level_and_head_are_told_apart():
    market = segmenter().cut("市政协")
    assert [word.text for word in market.words] == ["市", "政协"]
    assert LEVEL in market.words[0].tag
    assert HEAD in market.words[1].tag


def test_a_county_named_like_a_verb_is_not_preferred():
    assert texts_of("会同县编办")[0] == "会同"


@pytest.mark.parametrize("before", ["原", "归", "属", "运营方", "总结", "外聘"])
def test_a_name_may_begin_behind_these_words(before):
    line = segmenter().cut(f"{before}沄溪竹业公司")
    found = {joined(line.words[first : one.last]) for one in endings(line) for first in one.firsts}
    assert "沄溪竹业公司" in found


def test_a_name_does_not_begin_with_an_indefinite_number():
    line = segmenter().cut("不少沄溪镇卫生院反映")
    found = {joined(line.words[first : one.last]) for one in endings(line) for first in one.firsts}
    assert "不少沄溪镇卫生院" not in found
