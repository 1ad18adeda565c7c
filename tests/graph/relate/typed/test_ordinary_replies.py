"""What replies say without ornament of papers, partners, works, titles and sites: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, WROTE, told
from sentences import linked

from graph.relate.place_names import place_names
from graph.relate.status import is_quoted
from ontology import places


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("经多次论证，形成了《[甲方案|y]》。", (PLACE, "issued", "甲方案")),
        ("《[甲条例(送审稿)|y]》已形成，正在征求意见。", (PLACE, "issued", "甲条例(送审稿)")),
        ("推动《[甲办法|y]》修改工作。", (PLACE, "issued", "甲办法")),
        ("按照[甲局|o]关于印发《[乙方案|y]》的通知，落实责任。", ("甲局", "issued", "乙方案")),
        ("报请[甲政府|o]印发了《[乙规划|y]》。", ("甲政府", "issued", "乙规划")),
        (
            "[甲政府|o]常务会议、[乙委|o]第二次会议先后审议通过了《[丙意见|y]》。",
            ("甲政府", "issued", "丙意见"),
        ),
        ("《[甲规划|y]》已获[乙厅|o]批复。", ("乙厅", "issued", "甲规划")),
        ("按照[甲局|o]《[乙通知|y]》要求，[丙公司|o]完成整改。", ("丙公司", "implements", "乙通知")),
        ("紧扣《[甲规划|y]》，推进项目建设。", (PLACE, "implements", "甲规划")),
        ("结合《[甲办法|y]》、村规民约，加强管护。", (PLACE, "implements", "甲办法")),
        ("借助[甲计划|y]，培训劳动力500人。", (PLACE, "implements", "甲计划")),
        ("争取到[甲工程|y]，新建蓄水池5个。", (PLACE, "implements", "甲工程")),
        ("谋划了[甲项目|y]，申请专项债券。", (PLACE, "implements", "甲项目")),
        ("加大对《[甲条例|y]》等法规的贯彻力度。", (PLACE, "implements", "甲条例")),
        ("根据广东省《[甲办法|y]》相关要求，制定了措施。", (PLACE, "implements", "甲办法")),
        ("依据《[甲规范|y]》，对该路口进行优化。", (PLACE, "implements", "甲规范")),
        ("把[甲工程|y]作为重点工作来抓。", (PLACE, "implements", "甲工程")),
        ("组织有关部门编制了《[甲规划|y]》。", (PLACE, "issued", "甲规划")),
        ("深入企业开展[甲行动|y]。", (PLACE, "implements", "甲行动")),
        ("目前，项目已完成《[甲规划|y]》编制。", ("issuer", "issued", "甲规划")),
        ("积极参与《[甲法|y]》起草工作。", (PLACE, "issued", "甲法")),
        ("主动融入[甲战略|y]。", (PLACE, "implements", "甲战略")),
        ("国家和[甲政府|o]相继启动实施了[乙试点|y]工作。", ("甲政府", "implements", "乙试点")),
    ],
)
def test_who_writes_and_follows_papers(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("经[甲局|o]、[乙局|o]等协办单位共同研究办理，答复如下。", ("issuer", "cooperates_with", "乙局")),
        ("开展与[甲集团|o]等企业的联建。", (PLACE, "cooperates_with", "甲集团")),
        ("加强与外地供销社和[甲大学|o]、[乙学院|o]等合作。", (PLACE, "cooperates_with", "乙学院")),
        ("[我局|o|issuer]积极衔接[甲公司|o]，优化线路。", ("issuer", "cooperates_with", "甲公司")),
        ("多次赴[甲厅|o]汇报衔接，争取项目。", (PLACE, "cooperates_with", "甲厅")),
        ("会同相关部门和[甲镇政府|o]现场勘查。", (PLACE, "cooperates_with", "甲镇政府")),
        ("广泛征求[甲委|o]、[乙局|o]等部门和单位意见。", (PLACE, "cooperates_with", "乙局")),
        ("[甲局|o]、[乙局|o]密切配合，查处案件12起。", ("甲局", "cooperates_with", "乙局")),
        ("已与代表及[甲镇政府|o]进行沟通。", (PLACE, "cooperates_with", "甲镇政府")),
        ("召集[甲局|o]、[乙局|o]召开协调会。", (PLACE, "cooperates_with", "乙局")),
    ],
)
def test_with_whom_things_are_done(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("已将[甲景区|p]申遗纳入规划，并将[乙公园|p]等项目列入专栏。", (PLACE, "supports", "乙公园")),
        ("[甲医院|o]整体搬迁项目已列入储备计划。", ("issuer", "supports", "甲医院")),
        ("[甲小学|o]综合楼建设项目已开工。", ("issuer", "supports", "甲小学")),
        ("培育壮大[甲公司|o]、[乙公司|o]等龙头企业。", (PLACE, "supports", "乙公司")),
        ("双方共同推动[甲古镇|p]保护利用。", (PLACE, "supports", "甲古镇")),
        ("提升[甲湿地|p]保护级别。", (PLACE, "supports", "甲湿地")),
        ("加大[甲古镇|p]宣传推介力度。", (PLACE, "supports", "甲古镇")),
        ("批复[甲水库|p]可行性研究报告。", (PLACE, "supports", "甲水库")),
        ("同意[甲公司|o]从河道取水。", (PLACE, "supports", "甲公司")),
        ("经[甲厅|o]批准，[乙职校|o]新增专业3个。", ("甲厅", "supports", "乙职校")),
        ("嘉兴市对口支援我区。", ("place/嘉兴市", "supports", PLACE)),
        ("通过[甲资金|f]支持嘉兴市发展产业。", ("甲资金", "funds", "place/嘉兴市")),
        ("得到[甲厅|o]大力支持。", ("甲厅", "supports", PLACE)),
        ("在[甲公园|p]内增设健身器材20套。", (PLACE, "supports", "甲公园")),
        ("加强[甲医院|o]重点专科能力建设。", (PLACE, "supports", "甲医院")),
        ("安排50万元用于[甲敬老院|o]维修改造。", (PLACE, "funds", "甲敬老院")),
        ("为[甲公司|o]减免租金20万元。", (PLACE, "supports", "甲公司")),
        ("推荐[甲公司|o]申报[乙示范企业|y]。", (PLACE, "supports", "甲公司")),
        ("对[甲学校|o]操场、[乙学校|o]食堂和[丙学校|o]大门进行维修。", (PLACE, "supports", "丙学校")),
        ("[甲中学|o]教学楼已完成图纸设计。", ("issuer", "supports", "甲中学")),
        (
            "投入200万元，用于[甲学校|o]宿舍、食堂，[乙学校|o]操场等项目建设。",
            (PLACE, "funds", "乙学校"),
        ),
        ("投资300万元改造[甲卫生院|o]门诊楼。", (PLACE, "funds", "甲卫生院")),
        ("给予[甲公司|o]奖励50万元。", (PLACE, "funds", "甲公司")),
        ("对[甲公司|o]、[乙公司|o]分别奖励30万元、20万元。", (PLACE, "funds", "乙公司")),
        ("向[甲厅|o]争取到补助200万元。", ("甲厅", "funds", PLACE)),
    ],
)
def test_what_is_furthered_and_paid(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲厅|o]批复支持嘉兴市创建[乙示范区|p]。", ("place/嘉兴市", "designated_as", "乙示范区")),
        ("[甲部|o]复函[乙政府|o]，支持嘉兴市创建[丙试点|y]。", ("甲部", "supports", "place/嘉兴市")),
        ("[甲医院|o]顺利通过[乙示范医院|y]评审。", ("甲医院", "designated_as", "乙示范医院")),
        ("力争将[甲古镇|p]打造成[乙度假区|y]。", ("甲古镇", "designated_as", "乙度假区")),
        ("[甲部|o]印发《[乙名单|y]》，[丙医院|o]成功入选。", ("丙医院", "designated_as", "乙名单")),
        ("将[甲工程|y]列为[乙民生实事|y]之一。", ("甲工程", "designated_as", "乙民生实事")),
        ("[甲公园|p]成功晋升[乙景区|y]。", ("甲公园", "designated_as", "乙景区")),
        (
            "拥有以[甲公司|o]、[乙公司|o]等为代表的芯片产业集群。",
            ("乙公司", "located_in", PLACE),
        ),
        ("[甲园|p]作为[乙示范区|p]核心区，基础良好。", ("甲园", "part_of", "乙示范区")),
        ("[甲园|p]选址城南，作为[乙试验区|p]的重要承载地。", ("甲园", "part_of", "乙试验区")),
        ("[甲保护区|p]是2007年经[乙政府|o]批准建立的。", ("乙政府", "established", "甲保护区")),
        ("[甲公园|p]、[乙体育馆|p]等将于今年动工建设。", (PLACE, "established", "乙体育馆")),
        ("启动[甲水库|p]前期工作。", (PLACE, "established", "甲水库")),
        ("该项目拟建设[甲大楼|p]。", (PLACE, "established", "甲大楼")),
        (
            "成立由[甲政府|o]副县长任组长，[乙局|o]等部门为成员的[丙领导小组|o]。",
            (PLACE, "established", "丙领导小组"),
        ),
        ("[甲局|o]所辖的场馆有[乙体育馆|p]、[丙体育场|p]。", ("甲局", "operates", "丙体育场")),
        ("[甲景区|p]面积广阔，主管部门是[乙局|o]。", ("乙局", "leads", "甲景区")),
        ("依托[甲公司|o]数字化项目，加快升级。", (PLACE, "relies_on", "甲公司")),
        ("依托[甲项目|y]引领，加快攻关。", (PLACE, "relies_on", "甲项目")),
        ("建设[甲平台|p]，接入[乙平台|p]。", ("甲平台", "relies_on", "乙平台")),
    ],
)
def test_what_is_designated_sited_and_built(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    "sentence",
    [
        "《[甲通知|y]》明确指出“要组织实施[乙工程|y]，加快推广”。",
        "《[甲意见|y]》提出“依托[乙平台|p]开展服务，推动共享”。",
        "建议将[甲古镇|p]列入重点项目。",
        "[甲大道|p]于2001年建成，路面老化严重。",
        "提高[甲公司|o]产品质量意识。",
        "强化[甲市场|p]环境卫生整治。",
        "加大对[甲公司|o]的处罚力度。",
        "提请[甲政府|o]常务会议研究。",
        "围绕《[甲规划|y]》的编制，召开座谈会。",
        "已将操场建设项目上报至[甲局|o]，列为备选。",
        "拟作为一项建设计划报请[甲政府|o]。",
        "在建项目9个、总投资54亿元，[甲热线|p]陆续投产。",
        "建议推广[甲贷|f]。",
        "[甲政府|o]还把食堂建设列入年度计划。",
        "截至6月底，已有95个项目纳入[甲银行|o]授信范围。",
        "我县明确由[甲局|o]牵头，出台方案。",
    ],
)
def test_nothing_is_told_by(sentence):
    assert not told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("报请[甲政府|o]印发了《[乙规划|y]》。", (PLACE, "issued", "乙规划")),
        ("《[国务院关于甲的意见|y]》印发。", (PLACE, "issued", "国务院关于甲的意见")),
        ("[甲厅|o]批复支持嘉兴市创建[乙示范区|p]。", ("place/嘉兴市", "established", "乙示范区")),
        (
            "[甲政府|o]常务会议、[乙委|o]会议先后审议通过了《[丙意见|y]》。",
            (PLACE, "issued", "丙意见"),
        ),
        ("争取将《[甲法|y]》纳入[乙人大|o]立法计划。", ("甲法", "part_of", "乙人大")),
        ("已将[甲景区|p]申遗纳入规划，并将[乙公园|p]等项目列入专栏。", ("甲景区", "supports", "乙公园")),
        ("争取省级补助资金200万元用于[甲古镇|p]保护。", (PLACE, "funds", "甲古镇")),
        ("[甲平台|p]土建铺开，承建方是[乙公司|o]。", (PLACE, "established", "乙公司")),
        ("[甲公司|o]、[乙公司|o]等12家单位参与共建。", ("甲公司", "cooperates_with", "乙公司")),
        ("[甲学院|o]经[乙部|o]批准建设[丙基地|p]。", ("乙部", "established", "甲学院")),
        ("支持嘉兴市建设[甲中试基地|p]。", ("place/嘉兴市", "designated_as", "甲中试基地")),
        ("[甲人大|o]颁布实施了《[乙条例|y]》。", ("甲人大", "implements", "乙条例")),
        ("经[甲局|o]、[乙局|o]等单位共同研究，答复如下。", ("甲局", "cooperates_with", "乙局")),
    ],
)
def test_a_likely_misreading_is_not_told(sentence, claim):
    assert claim not in told(sentence)


def test_words_behind_a_paper_that_says_them_are_quoted():
    text = "方案明确提出“建设平台，推动共享”，我市已建设平台。"
    assert is_quoted(text, text.index("推动"))
    assert not is_quoted(text, text.index("已建设"))
    assert not is_quoted("实施“技能提升”行动", 4)


def test_a_place_opens_a_clause_behind_a_half_width_mark():
    letter = linked("我市推进改革;嘉兴市建立了制度,绍兴市开展了试点。", jurisdiction="浙江省")
    assert {"place/嘉兴市", "place/绍兴市"} <= places_in(letter)


def test_a_place_stands_behind_a_word_that_leads_to_the_subject():
    assert "place/嘉兴市" in places_in(linked("目前嘉兴市已有产业园。", jurisdiction="浙江省"))


def places_in(letter):
    return {name.node_id for name in place_names(letter, places.load())}
