"""What the shipped scorer must not add to what patterns tell of a sentence: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import told

_PASSED = "[甲人大|o]通过[乙条例|y]，[丙办公厅|o]、[丁办公厅|o]出台[戊方案|y]，[己市|o]也有安排。"
_BUILT = "2019年，[甲公司|o]投资6亿元完成改造，[乙污水厂|p]由[丙公司|o]承建。"
_PAID = "[甲厅|o]投入4.6亿元整治水毁路段137公里，新建[乙驿站|p]等驿站17座。"
_JOINED = "支持[甲学院|o]与[乙公司|o]共建实训基地，力争三年培养人才500名。"


@pytest.mark.parametrize(
    ("sentence", "guess"),
    [
        (_PASSED, ("丙办公厅", "implements", "乙条例")),
        (_BUILT, ("甲公司", "established", "乙污水厂")),
        (_PAID, ("甲厅", "funds", "乙驿站")),
        (_JOINED, ("issuer", "supports", "乙公司")),
        (
            "一是请[甲局|o]将新技术纳入支付；二是支持[乙医院|o]申报重点医院。",
            ("甲局", "supports", "乙医院"),
        ),
        ("督促各地加快出台[甲规划|y]。", ("issuer", "issued", "甲规划")),
        (
            "下一步，[我局|o|issuer]将督促[甲供排水公司|o]加快剩余38公里管网施工。",
            ("issuer", "supports", "甲供排水公司"),
        ),
    ],
)
def test_what_an_earlier_clause_or_another_is_told_of_is_not_guessed(sentence, guess):
    assert guess not in told(sentence, issuer="issuer")


@pytest.mark.parametrize(
    ("sentence", "guess"),
    [
        (
            "[甲市政府|o]印发[乙方案|y]，[丙局|o]据此出台[丁办法|y]。",
            ("丙局", "implements", "乙方案"),
        ),
        (
            "[甲银行|o]设立绿色金融部，推出以碳汇质押的[乙贷|f]，发放首笔贷款300万元。",
            ("甲银行", "established", "乙贷"),
        ),
        (_BUILT, ("丙公司", "established", "乙污水厂")),
        (_JOINED, ("issuer", "supports", "甲学院")),
    ],
)
def test_what_the_words_tell_is_still_stated(sentence, guess):
    assert guess in told(sentence, issuer="issuer")
