"""What a number counts, cut out of its sentence: whole words, whole brackets, nothing of its neighbours."""

from __future__ import annotations

import msgspec
import pytest
from gold_letters import FORMERLY_UNSEEN, ORDINARY, REWORDED, TUNING, gold_letter
from read_figures import read
from scoring import masked
from sentences import linked

from graph.relate.figures.conflicts import figure_conflicts
from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places

_PAIRS = ("（）", "()", "“”", "《》")


def test_money_that_is_told_by_its_rank_alone_is_a_part_of_the_money_before():
    told = read("争取上级补助资金6.4亿元，其中中央3.1亿元、省级3.3亿元。").figures
    assert [each.metric for each in told] == ["上级补助资金", "中央补助资金", "省级补助资金"]
    told = read("项目总投资6.4亿元，其中中央3.1亿元。").figures
    assert [each.metric for each in told] == ["项目总投资", "中央"]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("会同财政等11个部门成立工作专班。", "部门"),
        ("对2家代理机构作出处理。", "代理机构"),
        ("对城关的17个老旧小区实行了改造。", "老旧小区"),
        ("明确将6个社区作为试点片区。", "社区"),
        ("码头入口3个新建岗亭未安装照明灯。", "未安装照明灯的岗亭"),
        ("发展3家养老服务提供机构。", "养老服务提供机构"),
        ("由4位县领导任“总河长”。", "县领导"),
        ("8个镇政府主要负责人包联企业。", "镇政府主要负责人包联企业"),
        ("推介6条湿地观鸟研学线路以及特色美食。", "湿地观鸟研学线路"),
        ("扶持5个以竹编、陶艺等为主打产品的村落。", "村落"),
        ("建设7个以竹编为主打产品的[乡村工坊园|p]。", "乡村工坊园"),
        ("在全县建成412个“共享菜园”，方便群众。", "“共享菜园”"),
        ("近期进行石桥、沙河2座小（2）型水库除险加固。", "小（2）型水库"),
        ("先后修建了护林员宿舍，总共160套。", "总共"),
        ("截止目前发放稻种补贴163.2万元。", "发放稻种补贴"),
        ("每年招聘不低于60人的护林员。", "护林员"),
        ("两河村与北坡村交界处3.4公里渠道今年未纳入计划。", "渠道"),
        ("申请县财政52万元作为山区小水电改造、增容项目资金。", "山区小水电改造、增容项目资金"),
        ("给予种苗补贴（免费）、大棚租金补贴（12万元）。", "大棚租金补贴"),
        ("给予[种苗补贴|y]、育秧贷款（12万元）。", "育秧贷款"),
        ("我县共建设文化礼堂6家。", "文化礼堂"),
        ("我县建有乡镇粮油库房26座。", "乡镇粮油库房"),
        ("全县现有设有中等职业学校的镇20个。", "设有中等职业学校的镇"),
        ("每年解决不低于60人的护林员。", "护林员"),
        ("覆盖5个乡镇16个村委会2.7万亩油茶林。", "油茶林"),
        ("覆盖16个村委会2.7万亩油茶林，概算投资3150万元。", "油茶林概算投资"),
        ("总量在全省12个地市中位居前列。", "地市"),
        ("目前正在实施石坪村至云岭水库2.5公里渠道衬砌项目。", "渠道衬砌项目"),
        ("先后分4次共设立2亿元贷款风险准备金。", "贷款风险准备金"),
        ("三是积极争取资金30万元，用于管网改造。", "资金"),
        ("各项贷款余额218.5亿元，较年初新增22.1亿元。", "各项贷款余额较年初新增"),
        ("从2个方面入手，抓好落实。", "方面"),
        ("3家企业共同签署协议。", "共同签署协议的企业"),
        ("5所院校开设养老专业，在校生2300人。", "在校生"),
        ("528人据此取得技能证书。", "取得技能证书"),
        ("4家单位参加。", "参加的单位"),
        ("已为12家企业开设专窗。", "企业"),
        ("您反映石坝村渠道衬砌指标3公里。", "石坝村渠道衬砌指标"),
        ("提供共享服务1.9万次。", "共享服务"),
        ("展团签约37.2亿元。", "展团签约"),
        ("46家卫生院全部接入远程会诊系统。", "卫生院"),
        ("18所幼儿园如期建成投用。", "幼儿园"),
        ("建成12个“邻里”食堂。", "“邻里”食堂"),
        ("全市建成5个发布中心。", "发布中心"),
        ("建成5个信息发布中心。", "信息发布中心"),
        ("安排6个正式名额。", "正式名额"),
        ("全市共有30个建成小区。", "建成小区"),
        ("引进3家落户机构。", "落户机构"),
        ("认定5家成功转型企业。", "成功转型企业"),
        ("建成12个同步录播教室。", "同步录播教室"),
        ("全市有5家成功企业。", "成功企业"),
        ("建成3个发布厅、5个上线项目。", "上线项目"),
        ("推出5款压缩饼干。", "压缩饼干"),
        ("新增8名正式教师、12名逐步转岗人员。", "逐步转岗人员"),
        ("5个重点项目全面竣工。", "重点项目"),
        ("3家企业落户开发区。", "企业"),
        ("超60%的行政村通了公交。", "行政村通了公交"),
        ("新建校舍惠及学生2万人，总建筑面积6万平方米。", "总建筑面积"),
        ("年加工能力8万吨，产值21亿元。", "产值"),
        ("[甲基金|f]首期规模拟6亿元。", "甲基金首期规模"),
        ("入学率由目前的81%提高到90%。", "入学率"),
        ("部署7大类46项任务。", "任务"),
        ("选派骨干教师16名到山区学校支教。", "选派骨干教师"),
        ("帮助200名残疾人找到工作。", "残疾人找到工作"),
        ("岗位补贴标准提高至最低工资标准的70%。", "岗位补贴标准"),
        ("研究经费由省级科技专项列支90万元。", "研究经费"),
        ("水产总产量增加5万吨，达到80万吨。", "水产总产量"),
        ("产量增加5万吨，达到80万吨。", "产量"),
        ("床位增加500张，达到3000张。", "床位"),
        ("由[甲公司|o]出资300万元。", "由甲公司出资"),
        ("3.河道清淤12.6公里；", "河道清淤"),
        ("全科医生数仅2.7人。", "全科医生数"),
        ("幼儿园覆盖率稳定在92%以上。", "幼儿园覆盖率"),
        ("36个县（市、区）茶园面积418万亩。", "茶园面积"),
        ("参股[甲基金|f]（规模约100亿元）。", "甲基金规模"),
        ("改造摄影棚（2800平方米）。", "改造摄影棚"),
        ("每个项目资助30-100万元。", "每个项目资助"),
        ("单户额度10万元至300万元。", "单户额度"),
        ("比上月推迟3个月，2.4万平方米载体已投用。", "载体"),
        ("[甲区|p]、[乙集团|o]分别认缴2亿元、1.5亿元。", "认缴"),
        ("增长9%，但工程机械领域增长12%。", "工程机械领域增长"),
        ("与20家金融机构、技术评估机构等建立合作机制。", "金融机构、技术评估机构"),
        ("联合20家金融机构、技术评估机构推进质押融资工作。", "金融机构、技术评估机构"),
        ("现有床位85张，较2022年增加40张。", "床位较2022年增加"),
        ("累计装机达3139万千瓦/6687万千瓦时。", "装机"),
        ("938所学校配备了教师，配备率88.3%。", "配备率"),
        ("17家剧团先后加入。", "剧团"),
        ("从3个方面加以推进。", "方面"),
        ("拟定规模5亿元。", "规模"),
        ("6家重点龙头企业带动农户增收。", "重点龙头企业"),
        ("打造10家行业一流的机器人品牌。", "机器人品牌"),
        ("由[县公交公司|o]开通助学专线14条。", "助学专线"),
        ("支持组建[甲子基金|f]，首期规模暂定5亿元。", "甲子基金首期规模"),
        ("对首次认定的小巨人企业，一次性奖励50万元。", "首次认定的小巨人企业一次性奖励"),
        ("对新建的村级养老服务站，每个补助3万元。", "新建的村级养老服务站每个补助"),
        ("市里拿出资金，补助200万元。", "补助"),
        ("对加氢站按设备投资额30%给予最高500万元补助。", "加氢站补助"),
        ("设立总规模50亿元的[大数据产业基金|f]。", "大数据产业基金总规模"),
        ("[甲银行|o]设立2000亿元[科技创新再贷款|f]。", "科技创新再贷款"),
        ("中央财政每年安排30亿元[降费奖补资金|f]，对地方予以奖补。", "降费奖补资金"),
        ("[甲市商业银行|o]发行40亿元绿色金融债券。", "绿色金融债券"),
        ("由[甲集团|o]发起设立的[氢能产业基金|f]规模10亿元。", "氢能产业基金规模"),
        ("[甲医院|o]牵头的[老年医学联盟|o]目前共有成员119家。", "成员"),
        ("已培育8997家专精特新“小巨人”企业。", "专精特新“小巨人”企业"),
        ("2019—2021年中央财政累计投入奖补资金61亿元。", "中央财政累计投入奖补资金"),
        ("占总算力的比重由2022年的不足30%提高到81%。", "占总算力的比重"),
        ("建成后可新增座位520张。", "座位"),
        ("[甲苑|p]接入戏台监控探头40个。", "戏台监控探头"),
        ("去年，发行一支[超亿元证券化产品|f]，服务企业。", "超亿元证券化产品"),
    ],
)
def test_a_metric_is_cut_at_words_and_brackets(sentence, metric):
    assert read(sentence).figures[-1].metric == metric


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("投入补助300万元修缮戏台12座。", ["投入补助", "修缮戏台"]),
        ("修缮戏台12座，惠及3万人。", ["修缮戏台", "惠及"]),
        ("将12家卫生院整合为2个集团。", ["卫生院", "集团"]),
        ("九年一贯制学校3所，获批1类新药25个。", ["九年一贯制学校", "1类新药"]),
        ("[市财政局|o]下达[戏台专项资金|f]3000万元。", ["戏台专项资金"]),
        ("下一步，我县计划新建戏台3处。", ["戏台"]),
        ("成员剧团已扩展至87家。", ["成员剧团"]),
        ("从各团选出鼓师12名集中授课。", ["从各团选出鼓师"]),
        ("戏台达到120座，其中木构戏台30座。", ["戏台", "木构戏台"]),
    ],
)
def test_each_of_several_numbers_has_the_words_of_its_own(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric", "role"),
    [
        ("演出增速9%，高于全省均值2.4个百分点。", "演出增速高于全省均值", "comparison"),
        ("上座率71%，但仍低于全省约3个百分点。", "上座率低于全省", "comparison"),
        ("上座率比周边场馆高6个百分点。", "上座率比周边场馆高", "comparison"),
        ("演出1200场，是2019年的1.5倍。", "演出是2019年", "comparison"),
        ("接待观众20万人次，较去年同期增加3万人次。", "接待观众较去年同期增加", "growth"),
        ("上座率71%，比2019年提高6个百分点。", "上座率比2019年提高", "growth"),
    ],
)
def test_how_far_a_number_is_from_another_is_told_of_the_number_before(sentence, metric, role):
    figure = read(sentence).figures[-1]
    assert (figure.metric, figure.amount_role) == (metric, role)


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("出具报告8万份，同比翻了一番。", "出具报告同比"),
        ("每个园区安排资金1亿元，分两年拨付。", "每个园区安排资金"),
        ("邀约六大产业集群科技创新“合伙人”。", "产业集群"),
    ],
)
def test_a_number_in_words_that_names_nothing_counts_what_the_one_before_it_does(sentence, metric):
    assert figures(masked_letter(linked(sentence), places.load())).figures[-1].metric == metric


def test_a_word_that_may_plan_elsewhere_makes_no_number_of_a_fact_a_target():
    (figure,) = read("2023年专利申请受理量843件。").figures
    assert (figure.metric, figure.status) == ("专利申请受理量", "")


@pytest.mark.parametrize("doc", [*TUNING, *REWORDED, *ORDINARY, *FORMERLY_UNSEEN])
def test_no_metric_of_the_annotated_letters_has_half_a_pair_of_brackets_or_a_mark_at_its_edge(doc):
    for figure in figures(masked(gold_letter(doc))).figures:
        assert all(figure.metric.count(one) == figure.metric.count(two) for one, two in _PAIRS), figure.metric
        assert figure.metric.lstrip("的、，。；：）—–~～-").rstrip("的、，。；：（—–~～-") == figure.metric


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("投入7.8亿元新改扩建学校35所。", ["投入", "新改扩建学校"]),
        ("投资1900万元实施了河道治理工程3处。", ["投资", "实施了河道治理工程"]),
    ],
)
def test_an_act_behind_a_number_begins_the_metric_of_the_next(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("查处违规搭台行为57起。", "查处违规搭台行为"),
        ("“十三五”以来已累计安排戏台资金3亿元。", "戏台资金"),
        ("戏台用地人均2平方米。", "戏台用地人均"),
        ("至2023年已投资约1900万元实施了河道治理工程。", "投资"),
        ("2021—2023年累计新建公园35个。", "新建公园"),
        ("2021年至今投入资金3亿元。", "投入资金"),
    ],
)
def test_a_metric_keeps_its_last_word_and_loses_the_period_of_a_plan(sentence, metric):
    assert read(sentence).figures[0].metric == metric


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("[甲园区|p]引入[乙剧团|o]、[丙剧团|o]等演出单位73家。", "演出单位"),
        ("围绕戏曲、曲艺等方向实施传承项目21个。", "传承项目"),
        ("[市文旅局|o]会同[甲协会|o]举办两岸戏曲训练营2期。", "两岸戏曲训练营"),
        ("在滨江公园试点设置演出场地约200个。", "演出场地"),
        ("集聚社会考生、同等学力考生33人。", "社会考生、同等学力考生"),
    ],
)
def test_who_does_what_with_what_is_counted_is_no_part_of_the_metric(sentence, metric):
    assert read(sentence).figures[-1].metric == metric


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("对剧目创作联合体最高给予200万元支持。", ["剧目创作联合体支持"]),
        ("对年演出达到50场以上的民营剧场，给予最高30万元一次性奖励。", ["年演出", "民营剧场奖励"]),
        (
            "对首次登台的剧团，按实际支出的15%给予补助，单部最高80万元。",
            ["首次登台的剧团补助", "单部首次登台的剧团补助"],
        ),
        (
            "市财政对免费开放的剧场按每天2000元至5000元给予补贴。",
            ["免费开放的剧场补贴", "免费开放的剧场补贴"],
        ),
        ("对剧团贷款利息给予50%贴息。", ["剧团贷款利息贴息"]),
        ("针对剧团需求安排30万元。", ["剧团需求安排"]),
    ],
)
def test_an_amount_that_is_given_is_told_by_who_gets_it_and_as_what(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("2017年，山区36个县（市、区）都有剧团。", "县（市、区）"),
        ("另有4家已建成排练平台。", "排练平台"),
        ("6家剧团于2018年2月共同组建联盟。", "剧团"),
        ("组建3个教联共同体。", "教联共同体"),
        ("建设5个共同富裕示范村。", "共同富裕示范村"),
        ("全年排查出12户因灾返贫家庭。", "因灾返贫家庭"),
        ("去年共发生3起因电线老化引发的火灾。", "火灾"),
        ("招募25名自愿者。", "自愿者"),
        ("认定2家国家地方共建戏曲传承中心。", "国家地方共建戏曲传承中心"),
        ("扶持11个村集体剧团。", "村集体剧团"),
        ("展演签约37亿元，占大会签约的20%。", "展演签约占大会签约"),
        ("5个戏台项目在建。", "戏台项目"),
        ("总面积192万平方米，约占全省的42%、全国的12%。", "总面积占全国"),
        ("排练场达37公里，100%的剧团通公交。", "剧团通公交"),
        ("农村公路共390条2576公里。", "农村公路"),
        ("2021—2023连续3年入选全国试点。", "入选全国试点"),
        ("2.4万平方米载体已签约入驻剧团26家。", "签约入驻剧团"),
    ],
)
def test_what_stands_behind_a_classifier_is_cut_at_words_and_told_whole(sentence, metric):
    assert read(sentence).figures[-1].metric == metric


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("2023年度全国研学游客达6200万人次。", "研学游客"),
        ("2026年前全省剧场覆盖率提高到98%。", "剧场覆盖率"),
        ("[甲厅|o]会同[我厅|o|issuer]将剧团人均补助标准由2023年的89元提高至94元。", "剧团人均补助标准"),
        ("[甲厅|o]会同[我厅|o|issuer]已将剧校生均拨款标准提高到每生每年1.3万元。", "剧校生均拨款标准"),
        ("通过[甲资金|f]等渠道累计安排戏台修缮资金169亿元。", "戏台修缮资金"),
        ("对评价优秀的46家剧团给予后补助资金1亿元。", "后补助资金"),
        ("已有28个省份出台了剧校生均经费标准。", "省份"),
        ("已有21个省份制定了剧场条例。", "省份"),
        ("[甲部|o]联合[乙部|o]等10部门印发《剧场条例》。", "部门"),
        ("从人才、资金等8个方面提出措施。", "方面"),
        ("明确“十四五”期间完成1亿亩茶园改造任务。", "茶园改造任务"),
        ("到2025年底累计完成1亿亩保护任务。", "保护任务"),
        ("[戏台资金|f]下达重庆市4.4亿元。", "戏台资金下达"),
        ("近三年累计投入3亿元改造戏台。", "投入"),
        ("戏台已到位资金40亿元。", "戏台已到位资金"),
        ("[甲委|o]批复总投资约29亿元。", "总投资"),
        ("将乡道补助标准提高至每公里60万元。", "乡道补助标准"),
        ("对排名靠前的10个省份各奖励资金。", "省份"),
    ],
)
def test_no_metric_is_cut_within_a_word_or_begins_with_what_is_told_of_it(sentence, metric):
    assert read(sentence).figures[-1].metric == metric


def test_a_long_phrase_before_a_number_is_cut_at_a_word():
    (figure,) = read(f"{'很长的' * 20}戏曲人才培养与创作扶持体系建设经费标准为89元。").figures
    assert figure.metric.startswith("戏曲人才") or "的" not in figure.metric[:1]
    assert figure.metric.endswith("经费标准")


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("招录戏曲教师8600名，其中甘肃省1032名。", ["招录戏曲教师", "招录戏曲教师"]),
        ("其中广东省戏台12座、江西省8座。", ["戏台", "戏台"]),
        ("成立剧团26个，其中广州、佛山、韶关3个获奖。", ["成立剧团", "成立剧团广州、佛山、韶关"]),
        ("观众31.8万人次，较2023年多2.6万人次。", ["观众", "观众较2023年多"]),
        ("审批时间33.6小时，比2017年缩短70%以上。", ["审批时间", "审批时间比2017年缩短"]),
        ("广州市、佛山市分别发放演出券3亿元和2亿元。", ["发放演出券", "发放演出券"]),
    ],
)
def test_what_a_part_or_a_change_counts_is_what_the_whole_does(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("设立[甲子基金|f]，首期规模2亿元。", "甲子基金首期规模"),
        ("[甲银行|o]推出“[茶农贷|f]”，单户额度10万元。", "茶农贷单户额度"),
        ("[甲公司|o]注册资本20亿元。", "甲公司注册资本"),
        ("[甲基金|f]投向[乙基地|p]，占地120亩。", "占地"),
        ("[乙基地|p]引进项目12个，总投资30亿元。", "项目总投资"),
        ("[甲公司|o]入驻[乙基地|p]，总投资3亿元。", "总投资"),
        ("[甲基地|p]选址[乙新城|p]，占地120亩。", "甲基地占地"),
        ("[甲银行|o]、[乙银行|o]推出[丙贷|f]、[丁贷|f]，累计放款5亿元。", "放款"),
    ],
)
def test_a_metric_that_says_nothing_alone_bears_the_name_of_its_one_thing(sentence, metric):
    assert read(sentence).figures[-1].metric == metric


def test_the_sizes_of_two_funds_of_alike_names_are_no_contradiction():
    told = "截至2023年底，[{}省产业引导基金|f]规模{}亿元。"
    one, two = (read(told.format(*each)).figures[0] for each in (("甲", 30), ("乙", 50)))
    other = msgspec.structs.replace(two, letter_id="other", figure_id="other.f1")
    assert one.metric == "甲省产业引导基金规模"
    assert figure_conflicts([one, other]) == ()
    same = msgspec.structs.replace(other, metric=one.metric, about=one.about)
    assert len(figure_conflicts([one, same])) == 1


def test_one_metric_of_two_bodies_is_still_set_against_itself():
    told = "截至2023年底，[{}|o]建成高标准农田面积{}万亩。"
    one, two = (read(told.format(*each)).figures[0] for each in (("甲局", 300), ("乙局", 500)))
    other = msgspec.structs.replace(two, letter_id="other", figure_id="other.f1")
    assert len(figure_conflicts([one, other])) == 1


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("脐橙产量9.8万吨，产值5.9亿元。", ["脐橙产量", "脐橙产值"]),
        ("国际重要湿地64处，面积732万公顷。", ["国际重要湿地", "国际重要湿地面积"]),
        ("改建工程全长28.6公里，概算总投资9.4亿元。", ["改建工程全长", "改建工程概算总投资"]),
        ("排查隐患64处，已整改58处，其余6处。", ["排查隐患", "整改隐患", "其余隐患"]),
        ("下达补助资金300万元，面积2万亩。", ["补助资金", "面积"]),
        ("新建书屋16个、绿道38公里，总投资3.6亿元。", ["新建书屋", "绿道", "总投资"]),
        ("规上企业214家，较上年净增28家。", ["规上企业", "规上企业较上年净增"]),
        ("人均住院费用7400元，降幅14%。", ["人均住院费用", "人均住院费用降幅"]),
        ("青龙镇种植脐橙2.1万亩，浮江乡1.6万亩。", ["种植脐橙", "种植脐橙"]),
        ("南山区种植荔枝28万亩，宝安区22万亩。", ["种植荔枝", "种植荔枝"]),
        ("改造小区12个，其中青云小区3个，面积2万平方米。", ["改造小区", "青云小区", "面积"]),
        ("[甲公司|o]有员工300人，[乙公司|o]产值5亿元。", ["员工", "乙公司产值"]),
    ],
)
def test_a_bare_measure_is_of_what_the_number_before_it_tells(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("全市新增公办学位1.2万个。", "新增公办学位"),
        ("惠及群众3126户。", "惠及群众"),
        ("培训果农3000人次。", "培训果农"),
        ("中央财政累计安排湿地保护修复资金98亿元。", "湿地保护修复资金"),
        ("省财政对乡村医生每人每月补助500元。", "乡村医生每人每月补助"),
        ("中央财政累计安排资金98亿元。", "中央财政累计安排资金"),
        ("小岭村现有青檀林2.3万亩。", "青檀林"),
        ("每千名老年人拥有养老床位40张。", "每千名老年人拥有养老床位"),
        ("毕业生就业率连续多年保持在97%。", "毕业生就业率"),
        ("所需经费由市、县财政按4∶6分担。", "市、县财政分担比例"),
        ("由市财政和区财政各承担50%。", "市财政和区财政承担比例"),
        ("对甲、乙、丙选手分别给予50万元、30万元和20万元奖励。", "甲、乙、丙选手奖励"),
        ("全市累计完成投资14.7亿元。", "完成投资"),
        ("由省财政按每村50万元给予补助。", "补助"),
    ],
)
def test_a_metric_keeps_what_was_done_and_loses_who_had_or_paid_it(sentence, metric):
    assert read(sentence).figures[-1].metric == metric


def test_the_mark_of_an_item_before_years_is_no_number():
    (told,) = read("1.2016-2019年安排专项资金共计164万元；").figures
    assert (told.metric, told.value, told.period_start) == ("专项资金", "164", "2016-01-01")


def test_money_without_a_unit_is_money():
    (told,) = read("按照规定给予养蜂贴息贷款（126万）。").figures
    assert (told.type, told.unit, told.canonical_unit) == ("amount", "万元", "元")
    (told,) = read("去年接待游客126万。").figures
    assert told.type == "count"


def test_an_amount_for_each_is_a_price():
    (told,) = read("场租补贴标准为3元/天。").figures
    assert told.amount_role == "price"
    assert {each.amount_role for each in read("门票价格从50—320元不等。").figures} == {"price"}


def test_what_is_listed_behind_dui_gets_no_money():
    (told,) = read("《办法》对机手培训、农机补贴发放等进行了规范，截至目前发放农机补贴163.2万元。").figures
    assert told.payee == ""


def test_what_things_are_rated_and_called_counts_nothing():
    found = read("新建10kV线路12条，架设LJ-25mm导线4公里，五年计划总投资3亿元。").figures
    assert [each.value for each in found] == ["12", "4", "3"]
    (told,) = read("供电电压达到10kV。").figures
    assert told.value == "10"


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("“茶农贷”累计为260家企业提供贷款3.1亿元。", ["企业", "贷款"]),
        ("去年为145户企业办理退税2.6亿元。", ["办理退税的企业", "办理退税"]),
        ("为29家企业兑现补助1.3亿元。", ["兑现补助的企业", "兑现补助"]),
        ("向7家诊所开放数据接口15个。", ["诊所", "开放数据接口"]),
        ("推动31家单位完成成果确权420项。", ["单位", "成果确权"]),
        ("60岁以上村民每人每月领取85元。", ["村民每人每月领取", "60岁以上村民每人每月领取"]),
    ],
)
def test_whoever_gets_a_thing_is_no_part_of_what_is_counted(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("新增12家青年创业企业入驻。", "入驻的青年创业企业"),
        ("由32家茶企发起成立茶业联盟。", "茶企"),
        ("拿出17条产线供机器人企业开展实训。", "产线"),
        ("10家企业在我区开展测试。", "在我区开展测试的企业"),
        ("5所高校在我区设立10个平台。", "在我区设立的高校"),
        ("指导10家4A级以上景区完成改造。", "4A级以上景区"),
        ("已覆盖22个区（市）县。", "区（市）县"),
        ("形成8大产业生态圈。", "产业生态圈"),
        ("茶业是全市16条重点产业链之一。", "重点产业链"),
        ("在上海、杭州布局科创飞地5个。", "科创飞地"),
        ("月产能有望提升到4万片。", "月产能"),
        ("新建低空监视雷达2套。", "新建低空监视雷达"),
        ("确保新开工备份项目20个。", "新开工备份项目"),
        ("5年内培训茶农600人。", "培训茶农"),
    ],
)
def test_what_is_counted_ends_before_what_it_does_and_where(sentence, metric):
    assert read(sentence).figures[0].metric == metric


def test_what_is_counted_ends_before_the_first_lot_of_what_comes_next():
    told = read("医疗、交通等6个领域首批19个场景已上线。").figures
    assert [each.metric for each in told] == ["领域", "场景"]


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("建成国家级创新中心2个、省级19个。", ["国家级创新中心", "省级创新中心"]),
        ("建成省级以上示范区48处，其中国家级22处。", ["省级以上示范区", "国家级示范区"]),
    ],
)
def test_a_level_alone_counts_what_the_number_before_counts(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


def test_a_rate_behind_a_share_is_told_of_the_whole_and_points_of_the_share():
    told = read("登记额18亿元，占全市的13%，同比增长27%。").figures
    assert [each.metric for each in told] == ["登记额", "登记额占全市", "登记额同比增长"]
    told = read("登记额18亿元，占全市的13%，较上年提高2个百分点。").figures
    assert told[-1].metric == "登记额占全市较上年提高"


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        (
            "产值超亿元企业47家、超10亿元企业3家。",
            ["产值", "产值超亿元企业", "产值", "产值超10亿元企业"],
        ),
        ("产值5亿元，税收1亿元。", ["产值", "税收"]),
    ],
)
def test_a_further_bound_is_one_of_the_same_measure(sentence, metrics):
    assert [each.metric for each in read(sentence).figures] == metrics


@pytest.mark.parametrize(
    ("sentence", "metric", "role"),
    [
        ("设立首期规模5000万元的概念验证资金。", "概念验证资金首期规模", "fund_size"),
        ("推动组建50亿元规模的[甲母基金|f]。", "甲母基金规模", "fund_size"),
        ("组建总规模20亿元的[甲母基金|f]。", "甲母基金总规模", "fund_size"),
    ],
)
def test_money_that_is_measured_before_it_is_named_is_what_is_counted(sentence, metric, role):
    (found,) = read(sentence).figures
    assert (found.metric, found.amount_role) == (metric, role)


def test_the_last_of_a_list_counts_what_the_first_does():
    told = read("2019年、2020年分别支持2730万元和近2100万元。").figures
    assert [(each.metric, each.bound) for each in told] == [("支持", "exact"), ("支持", "about")]


def test_the_area_of_land_is_no_owner_of_what_is_invested():
    assert read("项目用地面积21万平方米，总投资9.8亿元。").figures[-1].metric == "总投资"


def test_a_level_behind_a_mark_counts_the_thing_alone():
    told = read("共有12个国家级社区服务中心、省级3个。").figures
    assert told[-1].metric == "省级社区服务中心"


def test_those_beyond_a_further_bound_are_not_called_by_the_measure_alone():
    told = read("年产值超10亿元企业5家、超亿元120家。").figures
    assert told[-1].metric == "年产值超10亿元企业"


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        (
            "全区现有长者食堂46家，覆盖20个街道，新增12家。",
            ["长者食堂", "街道", "长者食堂"],
        ),
        (
            "全区有通勤班车38条，辐射9个片区，较上年增长15%。",
            ["通勤班车", "片区", "通勤班车较上年增长"],
        ),
        ("全区改造农贸市场24个，惠及居民6万人，增加1万人。", ["改造农贸市场", "惠及居民", "惠及居民增加"]),
        ("全区改造农贸市场24个，惠及居民6万人，增长8%。", ["改造农贸市场", "惠及居民", "惠及居民增长"]),
        ("全区有书店24家；覆盖9个街道，增加2个。", ["书店", "街道", "街道增加"]),
        ("参保人数24万人，覆盖率98%，提高2个百分点。", ["参保人数", "覆盖率", "覆盖率提高"]),
    ],
)
def test_a_change_is_told_of_what_was_counted_and_not_of_how_far_it_reaches(sentence, metrics):
    found = read(sentence).figures
    assert [each.metric for each in found] == metrics
    changed = [each.metric for each in found[:-1] if each.change]
    assert all(metrics[-1].startswith(each) for each in changed)


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("农村客运网络不断完善，覆盖率达到97%。", "农村客运覆盖率"),
        ("绿道建设快速推进，密度达1.2公里/平方公里。", "绿道密度"),
        ("一是海洋经济稳步壮大，总量突破900亿元。", "海洋经济总量"),
        ("垃圾分类收集能力显著增强，收集率达96%。", "垃圾分类收集率"),
        ("燃气供应：普及率达99%。", "燃气供应普及率"),
        ("[我局|o|issuer]不断加强执法，覆盖率达到97%。", "覆盖率"),
        ("各部门大力推进，覆盖率达到97%。", "覆盖率"),
        ("绿道建设快速推进；密度达1.2公里/平方公里。", "密度"),
        ("绿道建设快速推进，森林覆盖率达61%。", "森林覆盖率"),
    ],
)
def test_a_bare_measure_is_of_the_thing_that_the_clause_before_tells_of(sentence, metric):
    assert read(sentence).figures[0].metric == metric


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("护林员补贴标准进一步提高到每月900元。", "护林员补贴标准"),
        ("泊位46个确保9月底前建成。", "泊位"),
    ],
)
def test_how_and_how_far_is_no_part_of_what_is_counted(sentence, metric):
    assert read(sentence).figures[0].metric == metric


def test_a_change_may_stand_behind_the_mark_of_a_list():
    assert read("2023年，全区办理不动产登记6.2万件、同比增长9%。").figures[0].change == "同比增长9%"
