"""Persons, telephones, e-mail and postal addresses of contact lines reach nothing; the office does."""

import pickle

import pytest
from reply_letters import BODY, letter, readings, reply

PLANTED = (
    "王小明",
    "王登科",
    "登 科",
    "83880000",
    "8388 0000",
    "13812345678",
    "138 1234 5678",
    "400-838-8000",
    "88881234",
    "wang@example.cn",
    "民田路100号",
    "518000",
    "欧阳",
    "娜娜",
    "李桂芳",
    "买买提",
    "小 明",
    "小明",
    "Xiaoming",
    "661234",
    "wxid_wang",
    "wang",
    "440301199001011234",
)
LINES = [
    ("联系人：王小明，联系电话：0755-83880000", None),
    ("（联系人：王小明；电话：13812345678）", None),
    ("联系单位：跨境电商处　联系人：王小明　联系电话：0755-83880000", "跨境电商处"),
    ("承办处室：高新技术处  经办人：王登科", "高新技术处"),
    ("联系人及电话：王小明 13812345678", None),
    ("联系人：王登科", None),
    ("联系人：金融科 王小明", "金融科"),
    ("联系人：集群发展科，联系电话：83880000", "集群发展科"),
    ("联系方式：wang@example.cn", None),
    ("通讯地址：深圳市民田路100号  邮编：518000", None),
    ("E-mail: wang@example.cn", None),
    ("如有疑问，请与我局王小明联系，电话0755-83880000。", None),
    ("电话：83880000", None),
    ("联系人：\n王小明\n联系电话：\n83880000", None),
    ("感谢您的支持！（联系人：王小明，0755-83880000）", None),
    ("王小明 13812345678", None),
    ("签发人：王小明", None),
    ("（联系单位：市科技局综合科，电话：8388 0000）", "市科技局综合科"),
    ("联系人：市发改委产业科王小明，电话 0755—83880000", "市发改委产业科"),
    ("传真：(0755)83880000", None),
    ("联 系 人：王小明    联系电话：88881234", None),
    ("手机 13812345678", None),
    ("联系人 王小明 0755 83880000", None),
    ("(承办单位及联系人:市科技局 王小明 83880000)", "市科技局"),
    ("联系人\t王小明\t联系电话\t83880000", None),
    ("联系人|王小明|电话|83880000", None),
    ("联系人/电话：王小明/83880000", None),
    ("承办责任人：王小明", None),
    ("承办处室负责人：王登科", None),
    ("单位负责人签字：王登科", None),
    ("领导签批：王  登 科", None),
    ("分管局长：王登科　核稿：王小明　拟稿：王登科", None),
    ("来源：市科技局　作者：王小明", None),
    ("人：王小明", None),
    ("附：联系人王小明，83880000。", None),
    ("如有疑问请与王小明同志联系（83880000）。", None),
    ("王小明（8388 0000）", None),
    ("王小明：83880000", None),
    ("王小明，83880000", None),
    ("经办人签字：王登科", None),
    ("电话联系人：王小明；83880000", None),
    ("来信请寄：民田路100号，王小明收", None),
    ("办公室：83880000", None),
    ("83880000", None),
    ("值班电话：83880000", None),
    ("咨询热线：400-838-8000", None),
    ("业务科室：产业科（王小明 83880000）", None),
    ("对接人：王小明 138 1234 5678", None),
    ("办公地点：民田路100号", None),
    # Persons without a label: beside a number, in a request, alone below another contact.
    ("产业科 王小明 83880000", None),
    ("市科技局（产业科）王小明 83880000", None),
    ("产业科\t王小明\t83880000", None),
    ("产业科|王小明|83880000", None),
    ("产业科：王小明，83880000", None),
    ("产业科科长 王小明 83880000", None),
    ("科长：王小明 83880000", None),
    ("王小明 李桂芳 83880000", None),
    ("王小明 83880000 李桂芳 88881234", None),
    ("83880000（王小明）", None),
    ("王小明 661234", None),
    ("王小明（短号661234）", None),
    ("王 小 明 83880000", None),
    ("产业科 欧阳娜娜 83880000", None),
    ("阿依古丽·买买提 83880000", None),
    ("附注：王小明，83880000", None),
    ("此件请与产业科王小明（83880000）对接。", None),
    ("请与我局产业科欧阳娜娜同志联系（电话：0755-83880000）。", None),
    ("请与王小明同志（电话：83880000）联系。", None),
    ("请与产业科王小明同志联系。", None),
    ("请与阿依古丽·买买提同志联系。", None),
    ("如对答复有意见，请及时向我局王小明反馈。", None),
    ("请您将意见反馈至产业科欧阳娜娜处，邮箱wang@example.cn。", None),
    ("有关情况，请向产业科王小明了解，83880000。", None),
    ("详询王小明，电话83880000。", None),
    ("请拨83880000找王小明。", None),
    ("具体事宜由产业科王小明负责对接，电话83880000。", None),
    ("本答复由王小明同志（电话83880000）承办。", None),
    ("我局指定产业科科长王小明为联络员，电话83880000。", None),
    ("我局联络员为王小明。", None),
    ("请将意见寄至民田路100号，王小明收。", None),
    ("联系人：王小明\n欧阳娜娜", None),
    ("联系人:\t王小明\n\t欧阳娜娜\t83880000", None),
    ("联系单位：市科技局产业科\n王小明\n83880000", "市科技局产业科"),
    # Labels of other words, and in English.
    ("市科技局联系人：王小明", None),
    ("提案办理工作联络员：王小明", None),
    ("1.联系人：王小明", None),
    ("联系人1：王小明 联系人2：李桂芳", None),
    ("（承办：产业科 王小明）", None),
    ("主办处室核稿：王小明", None),
    ("负责同志：王小明", None),
    ("承办单位：市科技局（王小明）", None),
    ("姓名：王小明　职务：科长　电话：83880000", None),
    ("Contact: Wang Xiaoming, Tel +86 755 8388 0000, wang(at)example.cn", None),
    ("Contact person: Wang Xiaoming", None),
    ("Phone: 83880000", None),
    ("Add: 民田路100号", None),
    ("WeChat: wxid_wang", None),
    # Numbers as printed.
    ("+86 755 8388 0000", None),
    ("(0755)8388 0000", None),
    ("王小明 0755−83880000", None),
    ("王小明 0755一83880000", None),
    ("微信号wxid_wang", None),
    ("QQ号码：88881234", None),
    ("wang [at] example [dot] cn", None),
    ("如有建议，可写给 wang at mail.example.gov.cn 说明情况。", None),
    ("如有建议，可写给 wang at mail (dot) example (dot) cn 说明情况。", None),
    ("邮箱：wang#example.cn（请将#改为@）", None),
    ("身份证号：440301199001011234", None),
    ("王小明，身份证号440301199001011234", None),
    ("24小时值班电话：83880000", None),
    ("民田路100号（518000）", None),
]


@pytest.mark.parametrize(("line", "office"), LINES, ids=[line[:20] for line, _ in LINES])
def test_contact_lines_leave_at_most_the_office(line, office):
    read = letter(reply(tail=line.split("\n")))
    found = [secret for secret in PLANTED if secret in repr(read) or secret.encode() in pickle.dumps(read)]
    assert found == []
    assert (read.header.contact_unit.value if read.header.contact_unit else None) == office
    if office:
        span = read.header.contact_unit.span
        assert read.text[span.start : span.end] == office
        assert [s.zone for s in read.sentences if s.span == span] == ["contact"]


def test_contact_data_of_what_is_no_letter_or_two_letters_go_too():
    news = readings("市工信局召开会议\n会议指出要加强办理工作。\n联系人：王小明 13812345678")
    assert "王小明" not in repr(news)


def test_hot_lines_and_plain_figures_stay():
    body = ("2022年，12345热线受理诉求20312件，登记金额18.87亿元，编号2024079。",)
    assert body[0] in letter(reply(body=body)).text


@pytest.mark.parametrize(
    "sentence",
    [
        "欢迎广大市民随时向文明办反映。",
        "请群众向包联队反映问题，办结率98%。",
        "全市餐厨垃圾统一收运并送至环城路3号处理厂集中处置，日处理能力200吨。",
        "石家庄\t112345",
        "2022年，共联系企业2031200户次，走访群众7654321人次。",
        "咨询服务平台累计受理诉求4003000件。",
        "负责人要亲自抓，分管领导要具体抓。",
        "编号：7654321",
        "登记号30203040",
        "新增就业岗位（2356000个）。",
        "承办：苏州市科学技术局",
        "审核：由苏州市财政局负责。",
        "拨打12345热线即可。",
        "建设地点：市民广场。",
        "我局与李明委员电话联系，就母基金作了说明。",
        "市政协副主席王小明领衔督办该提案，由副市长李桂芳同志牵头负责。",
        "我市邀请王小明教授与企业对接，形成联系机制。",
        "企业可与高新区、宁波港对接，可向金融机构询问，可向管理部门反馈。",
        "我市推动基金与企业对接，请各区反映需求。",
        "主要负责人5年内不得调整。",
        "邮件、电话等方式均可办理。",
        "QQ、微信等平台已开通。",
        "（六）联系方式；",
        "并按照下列规定确定责任人：",
        "承办单位：金华市财政局",
        "主办：文旅局",
        "编号：83880000",
        "高新区（管委会统计，65211234元）投入使用。",
    ],
)
def test_what_only_looks_like_a_contact_stays(sentence):
    assert sentence in letter(reply(body=("我市工作成效良好。", sentence, "下一步继续推进。"))).text


def test_a_number_in_the_middle_of_prose_goes_alone():
    read = letter(
        reply(body=("请拨打服务专线0755-83880000咨询。", "我市设立服务站点（0755-83880000）三十个。"))
    )
    assert "83880000" not in read.text
    assert "三十个" in read.text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("提案人：王小明 13812345678", "提案人：王小明"),
        ("领衔代表：王小明，联系电话13812345678", "领衔代表：王小明"),
        ("王小明委员（13812345678）提出的建议很好。", "王小明委员提出的建议很好。"),
    ],
)
def test_who_proposed_stays_without_the_number(line, left):
    read = letter(reply(body=("我市工作成效良好。", line, "下一步继续推进。")))
    assert left in read.text
    assert "13812345678" not in repr(read)


FORM = (
    "主办单位\t苏州市工业和信息化局（联系人：王小明 13812345678）\n"
    "提案者\t李明 13812345678\n"
    "协办单位\t市财政局（联系人王小明0755-83880000）\n"
)


def test_contact_data_in_the_cells_of_a_form_go_and_the_facts_stay():
    read = letter(FORM + reply(salutation="", opening="现将提案答复如下：", signature=()))
    assert [secret for secret in PLANTED if secret in repr(read)] == []
    assert read.header.department.value == "苏州市工业和信息化局"
    assert [fact.value for fact in read.header.proposers] == ["李明"]
    assert [joint.name for joint in read.header.joint_departments] == ["市财政局"]


def test_a_person_beside_a_number_in_the_cell_of_an_organ_goes_and_who_proposed_stays():
    form = "主办单位\t苏州市工业和信息化局 王小明 83880000\n提案者\t李明 83880000\n"
    read = letter(form + reply(salutation="", opening="现将提案答复如下：", signature=()))
    assert [secret for secret in PLANTED if secret in repr(read)] == []
    assert read.header.department.value == "苏州市工业和信息化局"
    assert [fact.value for fact in read.header.proposers] == ["李明"]


def test_contact_data_in_brackets_go_without_the_sentence_around_them():
    read = letter(
        reply(
            body=("我市设站（联系人王小明，电话13812345678）三十个。", "另设（联系电话：83880000）二十个。")
        )
    )
    assert [secret for secret in PLANTED if secret in repr(read)] == []
    assert "我市设站三十个。" in read.text
    assert "另设二十个。" in read.text


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        (
            "企业可拨打12345热线或0755-83880000了解子基金，我局2023年已设立光学引导基金，规模20亿元。",
            "我局2023年已设立光学引导基金，规模20亿元。",
        ),
        ("详情可致电13812345678咨询，我局已设立专项资金。", "我局已设立专项资金。"),
        ("我局已设立人才基金，规模2亿元，详情请拨打0755-83880000。", "我局已设立人才基金，规模2亿元。"),
        ("如有疑问，请与王小明同志联系，电话0755-83880000，在民田路100号。", ""),
        ("市科技局人才处王小明，可拨打0755-83880000。", ""),
        ("请拨打0755-83880000，王小明同志答复，已办结。", ""),
        (
            "我市设立工业母基金，规模20亿元，企业可拨打0755-83880000咨询，也可与王小明同志联系。",
            "我市设立工业母基金，规模20亿元。",
        ),
        (
            "基金由市产业投资公司管理，联系人王小明（13812345678），已投资项目12个。",
            "基金由市产业投资公司管理，已投资项目12个。",
        ),
        ("基金设在高新区，由王小明（0755-83880000）负责，规模2亿元。", "基金设在高新区，规模2亿元。"),
        ("我市在高新区（0755-83880000）设立服务站三十个。", "我市在高新区设立服务站三十个。"),
        ("市工业母基金服务热线0755-83880000已正式开通。", "市工业母基金服务热线已正式开通。"),
        ("市工业母基金的网上平台已开通，电话0755-83880000。", "市工业母基金的网上平台已开通。"),
        ("答复前我局拜访了您，请与产业科王小明同志联系。", "答复前我局拜访了您。"),
        ("王小明（产业科科长，83880000）与您对接。", "与您对接。"),
        ("已办结，由王小明（产业科 83880000）与您对接。", "已办结，由与您对接。"),
    ],
)
def test_a_call_to_ring_takes_its_clauses_along_and_leaves_what_the_sentence_tells(sentence, left):
    read = letter(reply(body=("我市工作成效良好。", sentence, "下一步继续推进。")))
    assert [secret for secret in PLANTED if secret in repr(read)] == []
    assert f"我市工作成效良好。\n{left}{chr(10) if left else ''}下一步继续推进。" in read.text


CONTACTS = (
    "联系人：王小明，联系电话：0755-83880000，邮政编码：518000",
    "（联系人：王小明；电话：13812345678；地址：民田路100号6幢302室）",
    "联系单位：产业科　联系人：王小明　联系电话：0755-83880000　电子邮箱：wang@example.cn",
)


@pytest.mark.parametrize("line", CONTACTS)
def test_a_contact_line_broken_anywhere_leaves_nothing_behind(line):
    leaks = []
    for cut in range(2, len(line) - 1):
        shown = repr(readings(reply(tail=(line[:cut], line[cut:]))))
        leaks += [(line[:cut], word) for word in (*PLANTED, "example.cn", "6幢") if word in shown]
    assert leaks == []


def test_the_signature_below_a_label_without_value_stays():
    read = letter(reply(signature=("联系人：王小明　电话：", "苏州市工业和信息化局", "2023年6月30日")))
    assert read.header.department.value == "苏州市工业和信息化局"
    assert read.header.reply_date.value == "2023-06-30"


@pytest.mark.parametrize(
    "clause",
    [
        "我局数字经济处副处长东方朔文于5月12日与您电话沟通（139-0000-0157）",
        "我委规划科科长王建华已与您当面沟通（13900000157）",
        "我局局长李强带队上门听取了您的意见（联系电话13900000157）",
    ],
)
def test_an_official_who_is_named_beside_a_number_that_goes_goes_too(clause):
    read = letter(reply(body=("我市工作成效良好。", f"办理过程中，{clause}，您表示满意。")))
    assert [name for name in ("东方", "朔文", "王建华", "李强", "0157") if name in repr(read)] == []
    assert "我市工作成效良好。" in read.text


def test_an_official_who_is_named_beside_no_number_stays():
    text = "我局局长李强带队上门听取了您的意见，您表示满意。"
    assert text in letter(reply(body=("我市工作成效良好。", text))).text


def test_of_a_call_that_runs_over_no_mark_is_left():
    body = (*BODY, "（此件主动公开，联系人：曹建国 0513-8551234", "5）")
    assert letter(reply(body=body)).text == letter(reply()).text
