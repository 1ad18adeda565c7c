"""Short names of companies within one letter: what a letter calls a company that it has named in full."""

import pytest
from linking import ids, letter, linked


def one_company(full, short, *, place="襄阳市", also=()):
    """Return whether a letter that names these companies means the first one by the short name."""
    made = letter("x", place, full, *also, short)
    found = ids(linked(made), (made,))
    return found["x", full] == found["x", short]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("襄阳市融资担保有限公司", "市融资担保公司"),
        ("襄阳市产业投资控股（集团）有限公司", "市产投集团"),
        ("襄阳市交通控股集团有限公司", "市交控集团"),
        ("襄阳市城市建设发展投资集团有限公司", "市城投集团"),
        ("襄阳汉江控股集团有限公司", "汉江集团"),
        ("兆易创新科技集团股份有限公司", "兆易创新"),
        ("长存时代半导体集成电路制造有限公司", "长存时代"),
        ("汉口银行股份有限公司", "汉口银行"),
    ],
)
def test_a_company_is_meant_by_its_short_name(full, short):
    assert one_company(full, short)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("襄阳市旅游投资集团有限公司", "市投资集团"),
        ("襄阳市融资担保有限公司", "省融资担保公司"),
        ("谷城县融资担保有限公司", "市融资担保公司"),
        ("襄阳一中教育集团有限公司", "襄阳一中"),
        ("兆易创新财务有限公司", "兆易创新"),
        ("兆易创新科技（武汉）有限公司", "兆易创新"),
    ],
)
def test_another_company_or_the_owner_is_not_meant(full, short):
    assert not one_company(full, short)


def test_of_two_companies_that_fit_none_is_meant():
    other = "襄阳市产业投资运营集团有限公司"
    assert not one_company("襄阳市产业投资控股集团有限公司", "市产投集团", also=(other,))
