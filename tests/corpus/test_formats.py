"""The file formats: what comes out of each, and what each refuses."""

import io
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from reply_letters import BODY, OPENING, SALUTATION, SIGNATURE, letter, read_file, readings, reply, values

from corpus import UnreadableInput
from corpus.formats.read import read_bytes

PAGES = Path(__file__).parent / "pages"
TITLE = "苏州市工业和信息化局关于对市政协十五届三次会议第0145号提案的答复"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def code_of(data: bytes, source: str = "a.bin") -> str:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, source=source)
    issue = caught.value.issue
    assert issue.source == source
    assert issue.message
    assert issue.hint
    return issue.code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_the_encodings_of_chinese_text_are_told_apart(encoding):
    assert letter(reply().encode(encoding)).text == letter(reply()).text


def test_traditional_text_in_big5_is_read_and_told():
    text = "關於市政協會議第145號提案的答覆\n李明委員：\n您提出的提案收悉。現將有關情況答覆如下，敬請審閱。\n"
    text += "我市積極推動產業發展，取得良好成效。"
    extract = read_bytes(text.encode("big5"), source="a.txt")
    assert extract.text == text
    assert [issue.code for issue in extract.issues] == ["guessed_encoding"]


def test_broken_bytes_are_told_with_their_place():
    data = reply().encode()
    extract = read_bytes(data[:300] + b"\xff" + data[300:], source="a.txt")
    (issue,) = extract.issues
    assert issue.code == "invalid_utf8"
    assert issue.where.startswith("byte 300, line ")


def test_a_file_cut_in_the_middle_of_a_character_is_read():
    data = reply().encode("gb18030")[:-1]
    assert [issue.code for issue in read_bytes(data, source="a.txt").issues] == ["invalid_gb18030"]


def test_lines_of_two_encodings_are_read_and_told():
    data = reply().encode() + b"\n" + "（信息公开类型：主动公开）".encode("gb18030")
    extract = read_bytes(data, source="a.txt")
    assert extract.text.endswith("主动公开）")
    assert [issue.code for issue in extract.issues] == ["mixed_encoding"]


def test_nul_and_invisible_characters_are_left_out():
    marred = reply().replace("智能制造", "智\u200b能\ufeff制\x00造\x07\ue5e5\U000f0001")
    assert letter(marred).text == letter(reply()).text


def test_markdown_marks_go_and_words_stay():
    plain = reply()
    marked = plain.replace(TITLE, f"# {TITLE}").replace("一、", "### **一、").replace("体系\n", "体系**\n")
    marked = marked.replace(
        "《苏州市智能制造行动计划》", "[《苏州市智能制造行动计划》](http://example.cn/a_b.html)"
    )
    assert letter(marked, source="a.md").text == letter(plain).text


@pytest.mark.parametrize(
    "line",
    [
        "**李明委员：**",
        "尊敬的**李明**委员：",
        "李*委员、张*委员：",
        "李**、王**代表：",
        "张*明、李*红委员：",
    ],
)
def test_stars_that_hide_a_name_are_no_marks(line):
    addressees = values(letter(reply(salutation=line)).header.addressees)
    hidden = "*" in line.strip("*") and "**李明" not in line
    assert all(("*" in name) == hidden for name in addressees)
    assert len(addressees) == 1 + line.count("、")


@pytest.mark.parametrize(
    "furniture",
    [
        "首页 > 政务公开 > 建议提案办理",
        "> 政府信息公开 > 重点公开领域 > 政协提案 > 2021-2022",
        "您当前的位置：首页/政务公开/建议提案办理",
        "欢迎访问某某县人民政府门户网",
        "【字体：大 中 小】",
        "大 中 小",
        "【我要打印】 【关闭】",
        "无障碍浏览 长者模式",
        "Word版下载",
        "扫一扫在手机打开当前页面",
        "扫描二维码随身看资讯",
        "您对本页内容是否满意：",
        "非常满意 满意 不满意",
        "主办单位:某某市人民政府办公室 网站标识码:3205000001",
        "设为首页 | 加入收藏 | 适老模式 今天是：2024年9月30日 星期一",
        "[ 打印 ] [ 收藏 ] [ 返回顶部 ]",
        "首页 / 提案公开 / 提案详情",
        "[首页](https://www.example.gov.cn/) > [政务公开](https://www.example.gov.cn/zwgk/) > 正文",
        "[打印](javascript:window.print()) [关闭](javascript:window.close())",
        "免责声明：本网站转载的信息仅供参考",
        "所在位置：首页>专题专栏>人大建议政协提案",
        "A+ A-",
        "简 | 繁 | EN",
        "保护视力色：",
        "点击量：56",
        "下载文字版",
        "上一页 下一页",
        "打印本文 | 关闭窗口",
        "点击排行",
        "回到顶部",
        "本文是否对您有帮助？",
        "站点地图 隐私声明 法律声明",
        "点击上方蓝字关注我们",
        "喜欢此内容的人还喜欢",
        "在看 点赞 分享 收藏",
        "技术支持：某某软件有限公司",
        "微信扫一扫",
        "相关附件：",
    ],
)
def test_what_a_site_prints_around_a_letter_is_not_read(furniture):
    read = letter(reply(head=(furniture,), tail=(furniture,)))
    assert furniture not in read.text
    assert read.text == letter(reply()).text


@pytest.mark.parametrize("name", ["divs.html", "tables.htm", "article.html", "pasted.html"])
def test_pages_yield_the_letter_and_nothing_else(name):
    (reading,) = read_file(PAGES / name)
    assert reading.status == "reply"
    assert "".join(reading.letter.text.split()) == "".join(
        (TITLE, SALUTATION, OPENING, *page_body(), *SIGNATURE)
    )


def page_body() -> list[str]:
    (reading,) = read_file(PAGES / "divs.html")
    texts = reading.letter.text.split("\n")
    return texts[3:-2]


def test_the_body_of_a_page_is_whole():
    assert page_body()[0] == BODY[0]
    assert page_body()[-1] == BODY[-1]
    assert len(page_body()) == len(BODY)


def test_an_index_card_gives_facts():
    (reading,) = read_file(PAGES / "tables.htm")
    header = reading.letter.header
    assert (header.document_number.value, header.document_number.basis) == (
        "苏工信函〔2023〕12号",
        "metadata",
    )
    assert header.published.value == "2023-07-05"


def test_a_form_page_gives_facts():
    (reading,) = read_file(PAGES / "form.html")
    header = reading.letter.header
    assert values(header.proposal_numbers) == ["0145"]
    assert header.session.value == "市政协十五届三次会议"
    assert [joint.name for joint in header.joint_departments] == ["苏州市财政局"]


def test_a_news_page_is_no_letter():
    (reading,) = read_file(PAGES / "news.html")
    assert reading.status == "not_a_letter"


def test_an_article_that_a_script_shows_is_read_and_what_else_is_hidden_is_not():
    article = "".join(f"<p>{line}</p>" for line in reply().split("\n"))
    page = f'<html><body><h1>某某发布</h1><div style="visibility: hidden; opacity: 0;">{article}</div>'
    assert letter(page, source="a.html").text == letter(reply()).text
    beside = f'<html><body><div style="display:none">摘要：另有要求。</div><div>{article}</div>'
    assert "另有要求" not in letter(beside, source="a.html").text


def test_a_summary_of_what_the_letter_says_begins_no_letter():
    summary = f"【内容摘要】{OPENING[:24]}……"
    read = letter(reply(salutation=f"{summary}\n{SALUTATION}"))
    assert read.text == letter(reply()).text
    assert "【内容摘要】另见附件" in letter(reply(head=("【内容摘要】另见附件",))).text


LISTS = {
    'style="list-style-type: cjk-ideographic"': "一、",
    'class="custom_cn list-paddingleft-1"': "一、",
    'class="custom_cn2 list-paddingleft-1"': "（一）",
    'class="custom_num1"': "1）",
    'type="a"': "a.",
    "": "1.",
    'start="3"': "3.",
    'style="list-style:none"': "",
}


@pytest.mark.parametrize(("list_of", "mark"), LISTS.items())
def test_the_numbers_of_a_list_are_read_as_a_browser_prints_them(list_of, mark):
    page = f"<html><body><ol {list_of}><li><p>完善政策体系，强化统筹。</p></li></ol><p>已印发意见。</p></body></html>"
    assert read_bytes(page.encode(), source="a.html").text.split("\n")[0] == f"{mark}完善政策体系，强化统筹。"


@pytest.mark.parametrize("items", [("一、强化统筹。", "二、搭建平台。"), ("<a>首页</a>", "<a>公开。</a>")])
def test_items_with_numbers_of_their_own_and_links_get_none(items):
    page = f"<html><body><ol>{''.join(f'<li>{item}</li>' for item in items)}</ol><p>已印发意见。</p></body></html>"
    assert "1." not in read_bytes(page.encode(), source="a.html").text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file_is_read(encoding):
    page = f"<html><head><meta charset='{encoding}'></head><body>" + "".join(
        f"<p>{line}</p>" for line in reply().split("\n")
    )
    part = MIMEText(page, "html", encoding)
    archive = MIMEMultipart("related")
    archive.attach(part)
    (reading,) = readings(archive.as_bytes(), source="a.doc")
    assert reading.letter.text == letter(reply()).text


def test_html_under_the_name_of_an_old_word_file_is_read():
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in reply().split("\n")) + "</body></html>"
    assert letter(page, source="a.doc").text == letter(reply()).text


def test_a_page_that_names_entities_resolves_none(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>{reply()}&x;</p></body></html>'
    assert "秘密" not in repr(readings(page, source="a.html"))


def word(*paragraphs: str, extra: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if extra:
        document.element.body.insert(0, parse_xml(extra))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_word_paragraphs_tables_and_text_boxes_are_read():
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "提案编号", "0145"
    for text in reply(title="").split("\n"):
        paragraph = document.add_paragraph()
        for start in range(0, len(text), 7):
            paragraph.add_run(text[start : start + 7])
    stream = io.BytesIO()
    document.save(stream)
    read = letter(stream.getvalue(), source="a.docx")
    assert values(read.header.proposal_numbers) == ["0145"]
    assert read.text == letter(reply(title="")).text


def test_a_text_box_is_read_once():
    box = (
        f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><mc:AlternateContent>'
        "<mc:Choice Requires='wps'><wps:txbx><w:txbxContent><w:p><w:r><w:t>苏州市教育局</w:t></w:r></w:p>"
        "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>苏州市教育局</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    read = letter(word(*reply(signature=()).split("\n"), extra=box), source="a.docx")
    assert read.text.count("苏州市教育局") == 1
    assert read.header.department.basis == "letterhead"


def test_what_was_deleted_under_tracking_is_not_read():
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>废</w:delText></w:r></w:del>'
    deleted = f"<w:p {W}><w:r><w:t>类别：B</w:t></w:r>{gone}</w:p>"
    assert "废" not in letter(word(*reply().split("\n"), extra=deleted), source="a.docx").text


def packed(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_what_was_moved_under_tracking_is_read_where_it_went_and_hidden_text_is_not():
    moved = '<w:moveFrom w:id="1" w:author="a"><w:r><w:t>感谢支持。</w:t></w:r></w:moveFrom>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>（待核）</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>已办结</w:t></w:r>'
    went = '<w:moveTo w:id="2" w:author="a"><w:r><w:t>感谢支持。</w:t></w:r></w:moveTo>'
    data = word(extra=f"<w:p {W}>{moved}{hidden}{shown}{went}</w:p>")
    assert read_bytes(data, source="a.docx").text.split() == ["已办结感谢支持。"]


def test_an_entity_bomb_in_a_word_file_does_not_unfold():
    bomb = b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "' + b"x" * 1000 + b'">'
    for level in range(1, 8):
        before = b"&" + (b"a" if level == 1 else b"a%d" % (level - 1)) + b";"
        bomb += b'<!ENTITY a%d "%s">' % (level, before * 10)
    bomb += f"]><w:document {W}><w:body><w:p><w:r><w:t>&a7;</w:t></w:r></w:p></w:body></w:document>".encode()
    good = word("x")
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    data = packed(members | {"word/document.xml": bomb})
    try:
        assert len(read_bytes(data, source="a.docx").text) < 10_000
    except UnreadableInput as error:
        assert error.issue.code in {"broken_docx", "no_text"}  # noqa: PT017 - either end is right: refused, or not unfolded


def test_a_zip_bomb_in_a_word_file_is_refused(monkeypatch):
    monkeypatch.setattr("corpus.archives.MEMBER_LIMIT", 2**20)
    with zipfile.ZipFile(io.BytesIO(word("x"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert code_of(packed(members | {"word/media/a.bin": b"\0" * 2**21}), "a.docx") == "archive_bomb"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x7fELF" + bytes(200), "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_office_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
        (b"{\\rtf1\\ansi }", "rtf"),
        (b"Rar!\x1a\x07\x00", "unknown_archive"),
        (b"PK\x03\x04 cut off", "broken_archive"),
        (b"%PDF-1.4\n1 0 obj", "broken_pdf"),
        (packed({"xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        (packed({"OFD.xml": b"<x/>"}), "ofd"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "open_document"),
        (packed({"a.txt": b"x"}), "nested_archive"),
        (packed({"word/document.xml": b"<x"}), "broken_docx"),
        (b"Received: from a by b\r\nFrom: a\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx", "mail"),
        (b'[{"title": "x", "content": "y"}]', "data_file"),
        (b"<html><body><script>1</script></body></html>", "no_text"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--", "no_text"),
        (("发展，" * 400_000).encode(), "too_long"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data, code):
    assert code_of(data) == code


@pytest.mark.parametrize("name", ["复文.csv", "复文.TSV", "复文.json", "复文.xml"])
def test_tables_of_data_are_refused_by_their_names(name):
    assert code_of(f"标题,正文\n{reply()}".encode(), name) == "data_file"


def test_a_letter_with_lines_like_headers_is_no_mail():
    assert letter("Subject: 答复\nFrom: a\n\n" + reply()).header.proposal_numbers


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of the given objects, numbered from 1; the first is the catalogue."""
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    count = len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return data + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        count,
        trailer,
        start,
    )


EMPTY_PAGE = [
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
]


def test_a_protected_pdf_asks_for_a_copy_without_password():
    key = b"<" + b"5A" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -44 >> /ID [<00> <00>]" % (key, key)
    assert code_of(pdf(EMPTY_PAGE, lock), "a.pdf") == "password_protected"
    # The library keeps the reason of its last failure: a PDF without pages has none of its own.
    bare = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    assert code_of(pdf(bare), "a.pdf") == "broken_pdf"


def test_a_pdf_of_pictures_names_ocr():
    empty = pdf(EMPTY_PAGE)
    with pytest.raises(UnreadableInput, match="no text layer") as caught:
        read_bytes(empty, source="a.pdf")
    assert caught.value.issue.code == "image_only_pdf"
    assert "OCR" in caught.value.issue.hint


def stream(words: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(words), more, words)


@pytest.mark.parametrize(
    ("size", "told"), [(b"595 0 0 842", ["1"]), (b"120 0 0 120", [])], ids=("page", "seal")
)
def test_pages_that_are_pictures_are_told_where_others_hold_text(size, told):
    dot = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << %s >> >>"
    data = pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            page % (5, b"/XObject << /I 6 0 R >>"),
            page % (7, b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"),
            stream(b"q %s 0 0 cm /I Do Q" % size),
            stream(b"\x00", dot),
            stream(b"BT /F 12 Tf 72 700 Td (The letter goes on here with many words of text) Tj ET"),
        ]
    )
    issues = read_bytes(data, source="a.pdf").issues
    assert [issue.value for issue in issues if issue.code == "pages_unread"] == told


def test_a_cut_off_pdf_is_refused():
    whole = (Path(__file__).parents[1] / "dev" / "raw" / "d02.pdf").read_bytes()
    assert code_of(whole[:2000], "a.pdf") == "broken_pdf"


def test_links_below_a_page_that_was_printed_are_not_read():
    links = (
        "相关链接",
        "关于市政协十五届三次会议第0101号提案的答复",
        "2024-06-01",
        "一图读懂夜间经济 2024-05-20",
    )
    assert letter("\n".join((reply(), "分享到：微信 微博", *links))).text == letter(reply()).text
    kept = letter("\n".join((reply(signature=()), *links[:1], *SIGNATURE)))
    assert kept.header.reply_date.value == "2023-06-30"
