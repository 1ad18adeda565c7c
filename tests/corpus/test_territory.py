import pytest
from reply_letters import letter, reply

from corpus.header.territory import own_place
from corpus.page import lay_out
from ontology import places

TABLE = places.load()


def place(level, *paragraphs):
    return own_place(lay_out(paragraphs, ["body"] * len(paragraphs), paragraphs), level, TABLE)


def test_a_district_named_throughout_is_the_letters_own():
    text = "江津区成立医共体。江津区中心医院牵头，重庆市江津区印发方案，吸纳永川区人民医院参加。"
    assert place("区", text) == "重庆市江津区"


@pytest.mark.parametrize(
    "text",
    [
        "江津区与永川区共建，江津区出资，永川区供地，江津区、永川区共享。",
        "借鉴江津区的做法，学习江津区经验。",
        "我区印发方案，区卫健委牵头。",
        "南京市鼓楼区、福州市鼓楼区、徐州市鼓楼区分别推进。",
    ],
)
def test_places_named_alike_often_or_seldom_settle_nothing(text):
    assert place("区", text) is None


def test_a_place_of_another_level_settles_nothing():
    assert place("市", "江津区推进，江津区落实，江津区完成。") is None


def test_a_towns_government_answers_the_towns_congress():
    text = reply(
        title="关于镇十四届人大六次会议第8号建议的答复",
        salutation="李明代表：",
        opening="您提出的《关于修建村道的建议》收悉。现答复如下：",
        signature=("博白县双桥镇人民政府", "2024年7月10日"),
    )
    header = letter(text).header
    assert header.jurisdiction == "玉林市博白县双桥镇"
    assert header.session.value == "镇十四届人大六次会议"
    assert letter(text).letter_id == "玉林市博白县双桥镇-npc-14-6-8-博白县双桥镇人民政府"


def test_a_towns_government_answers_the_countys_conference():
    text = reply(
        title="关于县政协十一届三次会议第17号提案的答复", signature=("博白县双桥镇人民政府", "2024年7月10日")
    )
    assert letter(text).header.jurisdiction == "玉林市博白县"


def test_a_verb_before_a_county_is_no_county():
    text = "我委会同县财政局办理。桐庐县设园。桐庐县出资，会同县水利局施工，桐庐县验收。"
    assert place("县", text) == "杭州市桐庐县"


@pytest.mark.parametrize(
    ("session", "organ", "home"),
    [
        ("对驻马店市五届人大二次会议第108号建议的答复", "平舆县人民政府", "驻马店市平舆县"),
        ("对省十四届人大一次会议第1108号建议的答复", "广东省深圳市科技创新局", "深圳市"),
        ("对十四届全国人大一次会议第3156号建议的答复", "浙江省教育厅", "浙江省"),
        ("对十四届全国人大一次会议第3156号建议的答复", "工业和信息化部", "全国"),
        ("对驻马店市五届人大二次会议第108号建议的答复", "驻马店市教育局", "驻马店市"),
        ("对平舆县五届人大二次会议第108号建议的答复", "驻马店市生态环境局", "驻马店市平舆县"),
    ],
)
def test_the_home_of_a_letter_is_that_of_an_organ_within_the_assemblys_place(session, organ, home):
    header = letter(reply(title=session, salutation="李明代表：", signature=(organ, "2023年6月30日"))).header
    assert header.home == home
