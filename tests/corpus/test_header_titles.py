"""What the title of a reply says: numbers, session, jurisdiction, body."""

import pytest
from reply_letters import TITLE, letter, reply, values

TITLES = [
    (
        "苏州市工业和信息化局关于市政协十五届三次会议第145号提案答复的函",
        ["145"],
        "市政协十五届三次会议",
        "苏州市",
    ),
    ("对省政协第403号提案的答复", ["403"], None, "江苏省"),
    ("关于对第0145号建议的答复", ["0145"], None, None),
    ("市发改委关于市七届人大三次会议第23号建议的复函", ["23"], "市七届人大三次会议", "苏州市"),
    ("关于市政协第十二届三次会议第23号提案办理情况的复函", ["23"], "市政协第十二届三次会议", "苏州市"),
    ("对十四届全国人大二次会议第2871号建议的答复(摘要)", ["2871"], "十四届全国人大二次会议", "全国"),
    (
        "关于政协第十四届全国委员会第二次会议第03187号（农业水利类271号）提案的答复",
        ["03187"],
        "政协第十四届全国委员会第二次会议",
        "全国",
    ),
    ("对市十七届人大五次会议第 JY20230063号建议的答复", ["JY20230063"], "市十七届人大五次会议", "苏州市"),
    ("关于加强养老服务的建议的答复（第94号建议）", ["94"], None, None),
    ("对市政协《关于推进医养结合的提案》第180号提案的答复", ["180"], None, "苏州市"),
    (
        "关于省十三届人大四次会议第0145、0146、0203号建议并案办理的答复",
        ["0145", "0146", "0203"],
        "省十三届人大四次会议",
        "江苏省",
    ),
    ("关于政协云南省第十三届二次会议第130号提案的答复", ["130"], "政协云南省第十三届二次会议", "云南省"),
    ("关于市政协第十届三次会议第7号提案的答复", ["7"], "市政协第十届三次会议", "苏州市"),
    ("对市人大六届三次会议第201号建议的答复意见", ["201"], "市人大六届三次会议", "苏州市"),
    ("关于省人大十三届四次会议第1204号建议的答复", ["1204"], "省人大十三届四次会议", "江苏省"),
    ("关于十三届全国人大五次会议第8001号建议的答复", ["8001"], "十三届全国人大五次会议", "全国"),
    (
        "关于市第十七届人民代表大会第四次会议第B003号建议的回复",
        ["B003"],
        "市第十七届人民代表大会第四次会议",
        "苏州市",
    ),
    (
        "关于政协第十四届苏州市委员会第二次会议087号提案的答复",
        ["087"],
        "政协第十四届苏州市委员会第二次会议",
        "苏州市",
    ),
    ("第0147号提案：关于振兴老字号的提案的答复", ["0147"], None, None),
]


@pytest.mark.parametrize(("title", "numbers", "session", "place"), TITLES, ids=lambda value: str(value)[:24])
def test_titles_yield_numbers_session_and_jurisdiction(title, numbers, session, place):
    header = letter(reply(title=title)).header
    assert header.title.value == "".join(title.split())
    assert values(header.proposal_numbers) == numbers
    assert (header.session.value if header.session else None) == session
    assert header.jurisdiction == place


def test_a_letter_that_names_no_session_is_at_home_where_its_organ_is():
    header = letter(reply(title="关于第17号建议的答复", signature=("元谋县水务局", "2020年9月27日"))).header
    assert (header.jurisdiction, header.home) == (None, "楚雄彝族自治州元谋县")
    asked = letter(reply(signature=("苏州市工业和信息化局", "2023年6月30日"))).header
    assert (asked.jurisdiction, asked.home) == ("苏州市", "苏州市")


@pytest.mark.parametrize(
    "words",
    [
        "您向区政协六届三次会议提出的第23号提案收悉，现答复如下：",
        "区政协六届三次会议第23号提案收悉，现答复如下：",
    ],
)
def test_the_words_before_a_session_do_not_belong_to_it(words):
    header = letter(reply(title="关于第23号提案的答复", opening=words)).header
    assert header.session.value == "区政协六届三次会议"


@pytest.mark.parametrize(
    ("session", "body", "term", "meeting"),
    [
        ("市人大六届三次会议", "npc", 6, 3),
        ("政协云南省第十三届二次会议", "cppcc", 13, 2),
        ("市政协第十届三次会议", "cppcc", 10, 3),
        ("省人大十三届四次会议", "npc", 13, 4),
        ("十三届全国人大五次会议", "npc", 13, 5),
        ("政协苏州市第十五届委员会第四次会议", "cppcc", 15, 4),
        ("中国人民政治协商会议苏州市第十五届委员会第四次会议", "cppcc", 15, 4),
    ],
)
def test_a_session_tells_body_term_and_meeting(session, body, term, meeting):
    header = letter(reply(title=f"关于{session}第12号提案的答复")).header
    assert (header.body.value, header.term, header.meeting) == (body, term, meeting)
    assert header.session.value == session


def test_the_session_decides_the_body_not_the_word_in_the_title():
    header = letter(
        reply(
            title="关于对市人大提案第12号的答复", opening="市十七届人大三次会议第12号建议收悉，现答复如下："
        )
    ).header
    assert header.body.value == "npc"


def test_without_a_session_those_greeted_tell_the_body():
    members = letter(
        reply(title="关于第12号建议的答复", salutation="李明委员：", opening="您的建议收悉，现答复如下：")
    )
    deputies = letter(
        reply(title="关于第12号建议的答复", salutation="李明代表：", opening="您的建议收悉，现答复如下：")
    )
    assert (members.header.body.value, deputies.header.body.value) == ("cppcc", "npc")


def test_the_year_of_a_session_is_taken_only_where_it_is_printed():
    printed = letter(reply(opening="2023年苏州市政协十五届三次会议第0145号提案收悉，现答复如下："))
    assert printed.header.session_year == 2023
    assert letter(reply()).header.session_year is None


@pytest.mark.parametrize("column", ["公开 | ", "提案办理｜", "政务公开丨"])
def test_the_name_of_a_column_before_a_title_is_no_part_of_it(column):
    read = letter(reply(title=f"{column}{TITLE}"))
    title = read.header.title
    assert title.value == TITLE
    assert read.text[title.span.start : title.span.end] == TITLE


def test_a_document_number_in_front_of_a_title_is_no_part_of_it():
    header = letter(reply(title=f"苏工信办案〔2024〕61号 {TITLE}")).header
    assert header.title.value == TITLE
    assert header.document_number.value == "苏工信办案〔2024〕61号"


def test_brackets_around_the_title_that_a_page_gives_are_no_part_of_it():
    header = letter(reply(head=("案由：（关于加快智能制造发展的建议）",), title="")).header
    assert header.title.value == "关于加快智能制造发展的建议"


NOTICE = (
    "根据区委督查室《关于做好区七届人大三次会议代表建议和区政协六届四次会议提案办理工作的通知》（深督〔2023〕22号）要求，"
    "我局为{asked}“关于推动工业互联网的建议（第20230119号）”的承办部门，现答复如下："
)


@pytest.mark.parametrize(
    ("who", "asked", "session"),
    [
        ("林惠珠代表：", "人大建议", "区七届人大三次会议"),
        ("林惠珠委员：", "政协提案", "区政协六届四次会议"),
    ],
)
def test_a_notice_that_hands_proposals_out_is_none_and_names_the_session_of_who_asked(who, asked, session):
    header = letter(
        reply(
            title="",
            salutation=who,
            opening=NOTICE.format(asked=asked),
            signature=("深圳市宝安区工业和信息化局", "2023年6月16日"),
        )
    ).header
    assert values(header.proposal_titles) == ["关于推动工业互联网的建议"]
    assert values(header.proposal_numbers) == ["20230119"]
    assert (header.session.value, header.jurisdiction) == (session, "深圳市宝安区")


def test_copies_to_an_assembly_tell_where_it_sits():
    header = letter(
        reply(
            title="",
            salutation="省文化和旅游厅：",
            opening="刘学军等21位委员提出的《关于培育超高清视频产业的提案》收悉。现将会办意见函告如下：",
            signature=("湖北省经济和信息化厅", "2025年5月28日"),
            tail=("抄送：省政协提案委，省政府督查室",),
        )
    ).header
    assert (header.body.value, header.jurisdiction) == ("cppcc", "湖北省")


def test_a_ministry_that_greets_a_delegation_is_at_home_in_the_country():
    header = letter(
        reply(
            title="关于十四届全国人大一次会议第3127号建议答复的函",
            salutation="安徽代表团：",
            opening="你们提出的关于建设新型显示产业创新高地的建议收悉。现答复如下：",
            signature=("工业和信息化部", "2023年8月21日"),
        )
    ).header
    assert (header.jurisdiction, header.home) == ("全国", "全国")


def test_what_was_received_is_a_title_whether_it_is_called_a_proposal_or_not():
    header = letter(
        reply(opening="贵会提出的《抢抓低空经济新赛道，打造低空产业名城》（第0145号）收悉，现答复如下：")
    ).header
    assert values(header.proposal_titles) == ["抢抓低空经济新赛道，打造低空产业名城"]
