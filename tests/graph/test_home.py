"""A county that answers deputies of its city: 我县 is the county, 市 the city above it."""

from graph.pipeline import BuildOptions, build

LETTER = """对驻马店市五届人大二次会议第108号建议的答复
刘翠英代表：
您提出的《关于支持白芝麻产业发展的建议》收悉。现答复如下：
我县白芝麻种植面积45万亩。市财政安排补助资金300万元，县财政列支500万元。
我县会同市农业农村局建设白芝麻产业园，并向市财政局申请资金。
平舆县人民政府
2023年6月15日
"""


def test_a_county_that_answers_its_citys_deputies_is_at_home_in_the_county(tmp_path):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    tables = build(BuildOptions(paths=(tmp_path,))).tables
    (letter,) = tables.letters
    assert letter.jurisdiction == "驻马店市"
    county, city = "place/驻马店市平舆县", "place/驻马店市"
    figures = {row.value: row for row in tables.figures}
    assert figures["45"].place == county
    assert (figures["300"].payer, figures["500"].payer) == (city, county)
    names = {row.name for row in tables.entities}
    assert {"驻马店市农业农村局", "驻马店市财政局"} <= names
