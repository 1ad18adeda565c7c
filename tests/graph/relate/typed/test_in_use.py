"""What a sentence goes on to tell of the thing that is built in it decides whether that is done."""

import pytest
from read_relations import read


def status(text):
    return {each.status for each in read(text) if each.relation == "established"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[甲集团|o]投资2亿元建设[乙中心|p]，2023年9月投入使用。", "done"),
        ("[甲集团|o]建设[乙中心|p]，总投资2亿元，已建成投用。", "done"),
        ("[甲集团|o]建设[乙中心|p]，计划明年投入使用。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，2027年投入使用。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，一期已建成投用。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，[丙站|p]已投入使用。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，进展顺利。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，已于2023年9月正式投入运营。", "done"),
        ("[甲集团|o]建设[乙中心|p]，尚未建成。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，至今未投入使用。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，因疫情未能如期竣工。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，一旦建成，可服务3万人。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，配套道路已建成通车。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，1号楼已竣工。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，首条生产线已投产。", "ongoing"),
        ("[甲集团|o]建设[乙中心|p]，同类项目在邻市已建成。", "ongoing"),
    ],
)
def test_a_thing_that_is_in_use_is_built(text, told):
    assert status(text) == {told}
