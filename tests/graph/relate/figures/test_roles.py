"""What kind of amount a number is: paid, a price, a value, a share."""

from __future__ import annotations

import pytest
from read_figures import read


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("脐橙产值5.9亿元。", "valuation"),
        ("实现旅游综合收入71.3亿元。", "valuation"),
        ("新造高产油茶每亩补助1600元。", "price"),
        ("企业新型学徒制按每人每年5000元的标准补贴。", "price"),
        ("人均补贴866元。", "price"),
        ("中级工、高级工补贴标准分别为5000元、6000元。", "price"),
        ("每个项目最高补助50万元。", "ceiling"),
        ("县财政每年安排旅游发展专项资金1500万元。", "paid"),
        ("今年已下达补助资金9126万元，其中省级资金2460万元。", "paid"),
        ("争取中央新能源汽车推广资金2680万元。", "paid"),
        ("市、区财政配套6300万元。", "paid"),
        ("总投资21.6亿元。", "volume"),
        ("对年营业收入超过1亿元的企业奖励10万元。", "paid"),
        ("贷款年利率4.35%。", "price"),
        ("严家圩村集体经济收入达到186万元。", "valuation"),
        ("金融机构存款余额320亿元。", "volume"),
        ("发放“光伏贷”1.2亿元。", "volume"),
        ("规上企业214家，较上年净增28家。", "growth"),
    ],
)
def test_the_words_right_before_an_amount_say_what_it_is(sentence, role):
    assert read(sentence).figures[-1].amount_role == role
