from changed import replace

from corpus.records import Fact, Header, Span
from graph.recognise.annotated import marked
from graph.recognise.proposals import nameless, quoted_proposals


def quoted(text):
    return [text[span.start : span.end] for span in quoted_proposals(text)]


def test_titles_of_proposals_are_seen_with_and_without_marks():
    assert quoted("您提出的关于加大茶产业支持力度的建议收悉。") == ["关于加大茶产业支持力度的建议"]
    assert quoted("您提出的“关于建立市科技馆的建议”收悉。") == ["关于建立市科技馆的建议"]
    assert quoted("你提出的关于《科技下乡》的提案、市政协五次会议《增设公交站点》（第39号）均已办理。") == [
        "科技下乡",
        "增设公交站点",
    ]


def test_what_a_proposal_would_change_is_no_title_of_it():
    assert quoted("您提出的修订《海东市养犬管理条例》的建议、关于《海东市养犬管理条例》修订的建议") == []


def test_what_a_proposal_asks_for_in_quotes_is_no_name():
    text = (
        "一、关于“设立种业基金”的建议。您提出的“建设良种检测中心”很有意义，市政府提出的“强链行动”正在推进。"
    )
    found = [text[span.start : span.end] for span in nameless(marked("x", text).letter())]
    assert found == ["设立种业基金", "建设良种检测中心"]


def test_the_title_of_the_letter_itself_is_no_proposal():
    assert quoted("关于区政协六届四次会议第2024079号提案的回复") == []


def test_what_the_header_read_is_used():
    letter = marked("x", "建设市科技馆，张三、李四").letter()
    title, person, party = Span(start=0, end=6), Span(start=7, end=9), Span(start=10, end=12)
    facts = [
        Fact(value=value, span=span, basis="title")
        for value, span in (("建设市科技馆", title), ("张三", person), ("民进市委会社会服务处", party))
    ]
    header = Header(proposal_titles=(facts[0],), proposers=(facts[1], facts[2]))
    assert nameless(replace(letter, header=header)) == [title, person]


def test_the_number_of_a_meeting_is_part_of_no_name():
    text = "您在贵州省政协第十二届第三次全体会议、区人大十八届四次会议上提出的建议"
    found = [text[span.start : span.end] for span in nameless(marked("x", text).letter())]
    assert found == ["第三次全体会议", "四次会议"]


def test_a_department_of_four_characters_is_no_person():
    letter = marked("x", "市科技局：区明德委员").letter()
    facts = tuple(
        Fact(value=value, span=Span(start=start, end=end), basis="title")
        for value, start, end in (("市科技局", 0, 4), ("区明德", 5, 8))
    )
    assert nameless(replace(letter, header=Header(addressees=facts))) == [Span(start=5, end=8)]
