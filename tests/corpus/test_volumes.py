"""Several letters in one file: where each begins, and to which the rows between two belong."""

import pytest
from reply_letters import letter, readings, reply, values

ROADS = reply(
    title="关于对市政协十五届三次会议第0233号提案的答复",
    salutation="王芳委员：",
    opening="您提出的《关于改善停车的提案》（第0233号）收悉。现答复如下：",
    body=("全市新增停车泊位一万二千个，其中老旧小区四千个。", "感谢您的支持！"),
    signature=("苏州市城市管理局", "2023年7月2日"),
)


def classes(text):
    """Return the class that each letter of a text gives itself, None where it gives none."""
    found = (reading.letter.header.classification for reading in readings(text))
    return [fact.value if fact else None for fact in found]


@pytest.mark.parametrize("label", ["办理结果", "类别", "答复类别"])
def test_a_class_between_two_letters_stands_above_the_second(label):
    first = reply(head=("苏工信提〔2023〕8号", f"{label}：A"))
    assert classes(f"{first}\n苏城管提〔2023〕9号\n{label}：B\n{ROADS}") == ["A", "B"]
    assert classes(f"{reply()}\n{label}：B\n{ROADS}") == [None, "B"]


def test_a_class_between_two_letters_stands_below_the_first_where_the_last_letter_has_it_at_its_end():
    assert classes(f"{reply()}\n办理结果：A\n{ROADS}\n办理结果：B") == ["A", "B"]


def test_how_open_a_letter_is_stands_where_the_first_letter_has_it():
    openness = "公开方式：主动公开"
    above = readings(f"{openness}\n{reply()}\n{openness}\n{ROADS}")
    assert [reading.letter.text.startswith(openness) for reading in above] == [True, True]
    below = readings(f"{reply()}\n{openness}\n{ROADS}\n{openness}")
    assert [reading.letter.text.endswith(openness) for reading in below] == [True, True]


ENTRIES = ("关于对市政协十五届三次会议第0145号提案的答复", "关于对市政协十五届三次会议第0233号提案的答复")


@pytest.mark.parametrize(
    "entry",
    [
        "{title}……………{page}",
        "{title}.........({page})",
        "{at}.{title}\t{page}",
        "{at}、{title}",
        "{title}  {page}",
    ],
)
def test_the_list_of_letters_at_the_head_of_a_volume_is_none_of_them(entry):
    listed = [entry.format(title=title, at=at, page=3 * at) for at, title in enumerate(ENTRIES, 1)]
    first, second = readings("\n".join(("目　　录", *listed, reply(), ROADS)))
    assert first.letter.text == letter(reply()).text
    assert second.letter.text == letter(ROADS).text
    assert values(first.letter.header.proposal_numbers) == ["0145"]


def test_a_list_of_letters_whose_titles_run_over_is_none_of_them():
    listed = ("关于对市政协十五届三次会议", "第0145号提案的答复……………1", f"{ENTRIES[1]}……………4")
    first, _ = readings("\n".join((*listed, reply(), ROADS)))
    assert first.letter.text == letter(reply()).text


def test_the_letterhead_below_such_a_list_is_the_first_letters():
    head = "苏工信提〔2023〕8号"
    first, _ = readings("\n".join(("目录", *ENTRIES, reply(head=(head,)), ROADS)))
    assert first.letter.header.document_number.value == head


@pytest.mark.parametrize("line", ["全市共有停车泊位……………", "目录管理制度不断完善。", "一、建立目录"])
def test_lines_that_only_look_like_such_a_list_stay(line):
    assert line in letter(reply(body=("我市停车设施不断完善。", line, "各区积极落实。"))).text


def test_a_word_for_lists_above_a_letter_takes_no_title_from_it():
    alone = letter(reply(head=("目录",)))
    assert alone.header.title.value == letter(reply()).header.title.value
    linked = letter(reply(head=("目录", "苏州市工业和信息化局关于第8号提案的答复"))).header
    assert linked.session.value == letter(reply()).header.session.value


def test_figures_behind_dots_are_no_list_of_letters():
    rows = ("新增智能工厂……………120", "新增示范车间……………300", "培训技能人才……………450")
    text = letter(reply(body=("2022年完成情况如下：", *rows, "下一步继续推进。"))).text
    assert all(row in text for row in rows)
