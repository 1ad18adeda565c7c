"""What stands beside a reply in its file: the proposal above or below it, the form that asks for opinions."""

import time

import pytest
from reply_letters import BODY, OPENING, SIGNATURE, letter, readings, reply, values

PROPOSAL = (
    "附件：",
    "关于加快智能制造发展的提案",
    "提案人：李明",
    "建议由市财政局设立智能制造专项资金五亿元。",
)


def test_a_proposal_attached_to_its_reply_is_told_and_no_claim_of_it():
    (reading,) = readings(reply(tail=PROPOSAL))
    assert reading.letter.text == letter(reply()).text
    assert "proposal_attached" in {issue.code for issue in reading.issues}
    assert "附表一" in letter(reply(tail=("附表一", "全市新建项目三个。"))).text


def test_copies_and_imprint_around_an_attached_proposal_stay_with_the_reply():
    copies, imprint = (
        "抄送：苏州市政协提案委、苏州市政府督查室。",
        "苏州市工业和信息化局办公室2023年7月1日印发",
    )
    whole = letter(reply(tail=(copies, *PROPOSAL, imprint)))
    assert whole.text == letter(reply(tail=(copies, imprint))).text
    assert len(whole.header.copies_to) == 2


@pytest.mark.parametrize(
    "below",
    [
        ("提案人：李明", "抄送：苏州市政协提案委、苏州市政府督查室。"),
        (
            "标题：关于第12号提案的答复",
            "公开范围：全文公开",
            "联合办理：苏州市公安局",
            "备注：已与委员当面沟通。",
        ),
        ("案由：关于第12号提案的复函", "备注：已与委员当面沟通。"),
    ],
)
def test_the_card_of_a_reply_below_its_signature_is_no_attached_proposal(below):
    (reading,) = readings(reply(tail=below))
    assert "proposal_attached" not in {issue.code for issue in reading.issues}
    assert below[-1] in reading.letter.text


def test_a_form_that_begins_with_its_subject_is_an_attached_proposal():
    form = ("案由：加快智能制造发展", "提案人：李明", "建议由市财政局设立智能制造专项资金五亿元。")
    assert letter(reply(tail=form)).text == letter(reply()).text


def test_a_proposal_attached_with_rows_of_its_own_is_no_claim_of_the_reply():
    form = (
        "附:",
        "标题：关于硬化竹山村通组道路的建议",
        "内容：竹山村位于镇北部。建议县交通局将该道路列入计划。",
    )
    assert letter(reply(tail=form)).text == letter(reply()).text


def test_a_proposal_alone_is_told_to_be_one():
    (reading,) = readings("\n".join(PROPOSAL[1:]))
    assert reading.status == "not_a_letter"
    assert [issue.code for issue in reading.issues] == ["no_reply"]


ABOVE = (
    (
        "【提案内容】",
        "一、存在问题",
        "我市智能制造起步较晚。",
        "二、建议",
        "由市财政局一次性安排五亿元。",
        "【答复内容】",
    ),
    ("建议内容：由市财政局一次性安排五亿元，并免除三年房租。", "答复内容："),
    ("关于加快智能制造发展的提案", "提案人：李明", "一、案由", "建议由市财政局一次性安排五亿元。", "答复："),
    ("关于加快智能制造发展的提案", "建议由市财政局一次性安排五亿元。"),
)


@pytest.mark.parametrize("above", ABOVE, ids=lambda above: above[0][:6])
def test_the_proposal_above_its_reply_is_told_and_no_claim_of_it(above):
    (reading,) = readings(reply(head=above))
    assert "五亿元" not in reading.letter.text
    assert "proposal_attached" in {issue.code for issue in reading.issues}
    plain = letter(reply()).header
    assert reading.letter.header.title.value == plain.title.value
    assert values(reading.letter.header.proposal_titles) == values(plain.proposal_titles)


def test_a_long_proposal_above_hides_no_reply():
    points = tuple(f"{number}.建议第{number}个乡镇建设冷库一座。" for number in range(1, 45))
    (reading,) = readings(reply(head=("【提案内容】", *points, "【答复内容】")))
    assert reading.status == "reply"
    assert "冷库" not in reading.letter.text


@pytest.mark.parametrize(
    "above",
    [
        ("关于加快智能制造发展的提案", "提案人：李明", "承办单位：苏州市工业和信息化局"),
        ("编者按：智能制造是今年提案的热点。",),
    ],
    ids=("a card", "a note"),
)
def test_the_card_of_a_proposal_and_a_note_above_the_reply_stay(above):
    (reading,) = readings(reply(head=above))
    assert "proposal_attached" not in {issue.code for issue in reading.issues}


FORM = (
    "政协提案办理情况征询意见表",
    "提案人：李明",
    "办理态度：□满意 □基本满意 □不满意",
    "意见和建议：",
    "注：请收到答复后十五日内填写本表，寄送市政协提案委。",
)


@pytest.mark.parametrize("label", [(), ("附件",), ("附件1：",)], ids=("bare", "annex", "annex 1"))
def test_a_form_for_who_asked_is_told_and_no_part_of_the_reply(label):
    (reading,) = readings(reply(tail=(*label, *FORM)))
    assert reading.letter.text == letter(reply()).text
    assert "form_attached" in {issue.code for issue in reading.issues}


def test_copies_and_a_further_attachment_around_such_a_form_stay():
    copies, annex = "抄送：苏州市政协提案委、苏州市政府督查室。", ("附件2：项目清单", "全市新建项目三个。")
    read = letter(reply(tail=(copies, "附件1：", *FORM, *annex)))
    assert copies in read.text
    assert "全市新建项目三个。" in read.text
    assert "十五日内" not in read.text


@pytest.mark.parametrize(
    "tail", [("附件：1.项目清单", "2.提案办理征询意见表"), ("附件：提案办理征询意见表",)]
)
def test_the_name_of_such_a_form_in_a_list_of_attachments_is_no_form(tail):
    (reading,) = readings(reply(tail=tail))
    assert tail[-1] in reading.letter.text
    assert "form_attached" not in {issue.code for issue in reading.issues}


@pytest.mark.parametrize(
    "row",
    [
        "代表意见 □满意 □基本满意 □不满意",
        "对办理结果：满意□ 基本满意□ 不满意□",
        "□满意　□基本满意　□不满意",
        "满意/基本满意/不满意",
    ],
)
def test_rows_for_ticks_are_furniture(row):
    assert letter(reply(tail=(row,))).text == letter(reply()).text


def test_a_sentence_on_who_is_content_is_text():
    said = "经回访，九成居民表示满意，其余居民基本满意，没有不满意的。"
    assert said in letter(reply(body=(*BODY, said))).text


@pytest.mark.parametrize(
    "said",
    [
        ("【代表反馈】", "李明：进度太慢，每个小区应当补贴十万元。"),
        ("委员意见：", "希望由市财政局每年安排五亿元。"),
        ("委员评价：满意",),
        ("代表意见 满意",),
    ],
    ids=lambda said: said[0],
)
def test_what_who_asked_says_of_the_reply_is_no_part_of_it(said):
    assert letter(reply(tail=said)).text == letter(reply()).text


def test_what_the_text_says_of_opinions_stays():
    said = ("二、委员意见：我局逐条研究，全部采纳。", "代表意见占全部意见的九成。")
    assert all(one in letter(reply(body=(*BODY, *said))).text for one in said)


def test_a_reply_below_the_title_of_its_proposal_is_no_proposal():
    page = (
        "关于加快智能制造发展的提案",
        "您提出的《关于加快智能制造发展的提案》（第0145号）收悉。现答复如下：",
        "我局每年安排智能制造专项资金五亿元。",
        "答复意见：",
        "下一步，我局将扩大支持范围。",
        "苏州市工业和信息化局",
        "2023年6月30日",
    )
    (reading,) = readings("\n".join(page))
    assert reading.status == "reply"
    assert page[2] in reading.letter.text


@pytest.mark.parametrize("title", ["附件：智能工厂评价表", "附件1：全市营商环境测评表"])
def test_a_table_of_results_below_the_signature_is_no_form(title):
    (reading,) = readings(reply(tail=(title, "昆山市得分92.5分，全省第一。")))
    assert "昆山市得分92.5分，全省第一。" in reading.letter.text
    assert "form_attached" not in {issue.code for issue in reading.issues}


@pytest.mark.parametrize("title", ["提案答复满意度测评表", "委员评议表", "办理情况反馈表", "回执"])
def test_a_form_that_rates_an_answer_is_no_part_of_it(title):
    assert letter(reply(tail=(title, "请于十五日内寄回。"))).text == letter(reply()).text


@pytest.mark.parametrize(
    "row", ["满意         " * 4 + "其他", "大  中  小  " * 4 + "其他", "大|中|小|" * 5 + "其他"]
)
def test_rows_with_gaps_are_told_in_no_time(row):
    begun = time.perf_counter()
    assert letter(reply(tail=(row,))).text.split()[-1].endswith("其他")
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("label", ["政务服务大厅", "在线咨询", "移动端"])
def test_a_sentence_that_begins_with_a_word_of_sites_stays(label):
    said = f"{label}：全市建成12个，进驻事项320项。"
    assert said in letter(reply(body=(*BODY, said))).text


def test_a_signature_above_the_answer_makes_no_form_of_a_heading_in_it():
    said = ("一、办理过程", "我局逐条研究。", "委员意见", "我局新建公园十二个。")
    text = letter(
        reply(salutation="", head=(), signature=(), opening="\n".join((*SIGNATURE, OPENING)), body=said)
    ).text
    assert said[-1] in text


def test_an_attachment_below_a_heading_of_links_stays():
    tail = ("相关链接", "附件1：智能工厂名单", "昆山市：12家", "吴江区：10家")
    assert tail[-1] in letter(reply(tail=tail)).text
