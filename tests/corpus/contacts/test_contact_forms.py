"""Contacts in disguise leave no letter, wherever they stand in it; what has only the digits of one stays."""

import io

import docx
import pytest
from reply_letters import BODY, SIGNATURE, TITLE, letter, readings, reply

FORMS = {
    "微信同号：wx_zhang88": "wx_zhang88",
    "电话（微信同号）：13900000157": "13900000157",
    "VX：wx_zhang88": "wx_zhang88",
    "V信：wx_zhang88": "wx_zhang88",
    "微信号为wx_zhang88": "wx_zhang88",
    "微信（wx_zhang88）": "wx_zhang88",
    "扣扣：971000557": "971000557",
    "QQ号为971000557": "971000557",
    "QQ群（971000557）": "971000557",
    "钉钉：qzhang88": "qzhang88",
    "钉钉号qzhang88": "qzhang88",
    "qzhang88(at)gd.gov.cn": "qzhang88",
    "qzhang88[at]126[dot]com": "qzhang88",
    "qzhang88 AT 126 DOT com": "qzhang88",
    "qzhang88艾特126.com": "qzhang88",
    "qzhang88【@】126.com": "qzhang88",
    "qzhang88&#64;126.com": "qzhang88",
    "qzhang88#126.com（#换成@）": "126.com",
    "qzhang88*126.com（*换成@）": "126.com",
    "qzhang88$126.com（请将$换为@）": "126.com",
    "ｑｚｈａｎｇ８８＠１２６．ｃｏｍ": "ｑｚｈａｎｇ",
    "1390-000-0157": "0157",
    "1390 000 0157": "0157",
    "139.0000.0157": "0157",
    "139·0000·0157": "0157",
    "139—0000—0157": "0157",
    "139－0000－0157": "0157",
    "139/0000/0157": "0157",
    "139　0000　0157": "0157",
    "139  0000  0157": "0157",
    "13900 000157": "000157",
    "13900 000 157": "000 157",
    "139000-00157": "00157",
    "1 3 9 0 0 0 0 0 1 5 7": "1 5 7",
    "１３９０００００１５７": "１５７",
    "139OOOO0157": "0157",
    "一三九零零零零零一五七": "零一五七",
    "一三九 〇〇〇〇 〇一五七": "一五七",
    "幺三九零零零零零幺五七": "幺五七",
    "①③⑨⓪⓪⓪⓪⓪①⑤⑦": "①⑤⑦",
    "＋86 13900000157": "0157",
    "013900000157": "0157",
    "☎83800157": "83800157",
    "📞 13900000157": "0157",
    "8380-0157转8012": "0157",
    "83800157-8012": "83800157",
    "0755（83800157）": "83800157",
    "[0755]83800157": "83800157",
    "（区号0755）83800157": "83800157",
    "0755——83800157": "83800157",
    "0755--83800157": "83800157",
    "0755：83800157": "83800157",
    "0755-83800157、83800158": "83800158",
    "0755-83800157/8158": "8158",
    "400-838-0157": "0157",
    "李琪玥，139****0157": "李琪玥",
    "小李 83800157": "83800157",
}
PLACES = {
    "below the signature": lambda form: reply(tail=(form,)),
    "below the signature in brackets": lambda form: reply(tail=(f"（{form}）",)),
    "above the title": lambda form: reply(head=(form,)),
    "between department and date": lambda form: reply(signature=(SIGNATURE[0], form, SIGNATURE[1])),
    "in brackets in a sentence": lambda form: reply(body=(*BODY, f"高新区设立服务站（{form}）三十个。")),
    "behind a sentence": lambda form: reply(tail=(f"附注：此件公开。{form}",)),
    "in a request": lambda form: reply(body=(*BODY, f"详情请咨询：{form}。")),
    "in the middle of a sentence": lambda form: reply(
        body=(*BODY, f"我市建成平台，{form}，累计服务企业三百家。")
    ),
    "in a row of a table": lambda form: reply(body=(*BODY, f"姑苏区\t{form}\t128家")),
}
STAYS = {
    "in brackets in a sentence": ("高新区设立服务站", "三十个。"),
    "in the middle of a sentence": ("我市建成平台，累计服务企业三百家。",),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", FORMS)
def test_a_contact_in_disguise_leaves_the_letter_and_takes_nothing_along(form, place):
    read = readings(PLACES[place](form))
    assert FORMS[form] not in repr(read)
    for fact in (TITLE, *BODY, *SIGNATURE, *STAYS.get(place, ())):
        assert fact in read[0].letter.text


HARMLESS = [
    "连云港 4601000",
    "苏州市\t12748000",
    "马鞍山 2160000",
    "金华\t7050000",
    "温州 9570000",
    "江门|4798000",
    "安阳市 5477614",
    "高新区 8388000",
    "姑苏区 1390 755 1234",
    "姑苏区 4601 2345",
    "参保人数 4601000",
    "工业总产值 83880000",
    "户籍人口：4601000",
    "企业总数：2356000",
    "合计\t83880000",
    "小计 2345678",
    "城镇职工 3456789",
    "王家庄社区 2356000",
    "高新技术企业 2356000",
    "云计算 8388000",
    "项目编号：13912345678",
    "项目代码：2305-320500-04-01-123456",
    "统一社会信用代码：91440300MA5D12345X",
    "索引号：014150012/2023-00345",
    "公开号CN13900000123的专利已转让。",
    "专利号：ZL202310123456.7",
    "我市2023年财政投入13800000000元。",
    "全年用电量13912345678千瓦时。",
    "全年外贸额18600000000美元。",
    "三年分别为1390 755 1234万元。",
    "坐标120.58531234，31.29891234。",
    "微信WeChat小程序上线。",
    "钉钉DingTalk平台接入单位128家。",
    "市民可拨打12345热线咨询办理。",
    "全市96196家政热线已开通。",
    "二〇二三年六月三十日前完成整改。",
    "①②③④⑤⑥⑦⑧⑨项任务均已完成。",
    "接口调用（COUNT(*) 2.9秒）已达标。",
]


@pytest.mark.parametrize("line", HARMLESS)
def test_what_only_has_the_digits_of_a_contact_stays(line):
    assert line in letter(reply(body=("我市工作成效良好。", line, "下一步继续推进。"))).text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (
            "我市建成平台，联系人：李琪玥，联系电话：13900000157，累计服务企业三百家。",
            "我市建成平台，累计服务企业三百家。",
        ),
        ("我市建成平台（QQ：971000557）三十个。", "我市建成平台三十个。"),
        ("我市建成平台（Tel：0755-83800157）三十个。", "我市建成平台三十个。"),
        ("姑苏区\t座机83800157\t128家", "姑苏区\t\t128家"),
        ("我市建成平台，联系人：李琪玥，服务企业三百家，由王小明负责。", "我市建成平台。"),
    ],
)
def test_a_contact_ends_where_the_sentence_tells_a_figure_and_nobody_more(line, left):
    read = letter(reply(body=("我市工作成效良好。", line, "下一步继续推进。")))
    assert read.text.split("我市工作成效良好。\n")[1].split("\n下一步")[0] == left


@pytest.mark.parametrize(
    "line", ["办公室 83800157", "李琪玥 8380157", "金华处：8380157", "狮山街道 6380-0157"]
)
def test_a_number_behind_an_office_or_a_person_is_a_contact_though_places_count_things(line):
    assert line[-4:] not in letter(reply(tail=(line,))).text


HIDDEN = "13900000157"
PAGE = (
    f'<html><head><title>{TITLE}</title><meta name="author" content="李琪玥 {HIDDEN}">'
    f'<meta name="ContentSource" content="市工信局 {HIDDEN}"><meta name="description" content="{HIDDEN}"></head>'
    f"<body><!-- {HIDDEN} -->{{}}"
    f'<a href="mailto:qzhang88@126.com" title="{HIDDEN}">写信</a><a href="tel:{HIDDEN}">拨打</a></body></html>'
)


def test_what_a_page_holds_of_contacts_outside_its_text_leaves_nothing():
    text = "".join(f"<p>{line}</p>" for line in reply().split("\n"))
    shown = repr(readings(PAGE.format(text), source="a.html"))
    assert [word for word in (HIDDEN, "qzhang88", "李琪玥") if word in shown] == []
    assert BODY[1] in shown


def test_the_properties_and_footer_of_a_word_file_are_no_part_of_the_letter():
    document = docx.Document()
    document.core_properties.author = "李琪玥"
    document.core_properties.comments = document.core_properties.subject = HIDDEN
    document.sections[0].footer.paragraphs[0].text = f"联系电话 {HIDDEN}"
    for line in reply().split("\n"):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    shown = repr(readings(file.getvalue(), source="a.docx"))
    assert [word for word in (HIDDEN, "李琪玥") if word in shown] == []
    assert BODY[1] in shown
