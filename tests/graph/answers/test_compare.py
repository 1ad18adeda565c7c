"""Two letters side by side, figures in series, and how a sentence is cited."""

from __future__ import annotations

from decimal import Decimal

import pytest
from changed import replace
from msgspec.structs import replace as replaced
from promises import fund, letters, promise
from publications import tables

from graph.answers.citation import letter_citation, quote_citation
from graph.answers.compare import COMPARE_COLUMNS, compare_letters, compare_table
from graph.answers.figure_search import FIGURE_COLUMNS, figure_table, find_figures
from graph.tables.claim_records import FigureRow, RankingRow
from graph.tables.graph_tables import EdgeRow, EvidenceRow, LetterRow
from graph.threads.rows import thread_rows
from graph.threads.steps import told_of_things


def figure(letter_id, value, *, metric="规上科学仪器企业", role="count", end="2021-12-31", number=1):
    return FigureRow(
        figure_id=f"{letter_id}.f{number}",
        letter_id=letter_id,
        type="count",
        metric=metric,
        value=value,
        unit="家",
        normalised_value=Decimal(value),
        canonical_unit="家",
        bound="exact",
        amount_role=role,
        place="place/苏州市",
        period_start="2021-01-01",
        period_end=end,
        start=0,
        end=9,
        quote=f"企业{value}家。",
        number_start=2,
        number_end=5,
    )


def ranking(letter_id, words, rank, *, metric="国家级质检项目", scope="全省", number=1):
    return RankingRow(
        ranking_id=f"{letter_id}.k{number}",
        letter_id=letter_id,
        metric=metric,
        words=words,
        scope=scope,
        territory="",
        rank=rank,
        start=0,
        end=4,
        quote=f"{words}{metric}。",
    )


def ranked(*rankings):
    own = tables(rankings=rankings)
    return [(each.where, each.in_a, each.in_b) for each in compare_letters(own, "a", "b")]


def promised(*rows, told=(), edges=()):
    things = [fund("a", "b"), replace(fund("a", "b"), entity_id="lab", kind="platform", name="海岚实验室")]
    threads = thread_rows(rows, told_of_things(edges, told), letters("a", "b"), things)
    own = tables(entities=things, commitments=rows, threads=threads, edges=edges, evidence=told)
    found = compare_letters(own, "a", "b")
    return [(each.where, each.in_a, each.in_b) for each in found if each.aspect == "promise"]


def cited(number, quote, name, thing):
    at = quote.index(name)
    edge = EdgeRow(
        edge_id=f"r{number}",
        source=thing,
        relation="cited_in",
        target="letter/b",
        directed=True,
        weight=1,
        distinct_texts=1,
        letter_count=1,
        letter_ids=("b",),
    )
    proof = EvidenceRow(
        evidence_id=f"r{number}.1",
        edge_id=edge.edge_id,
        origin="letter",
        letter_id="b",
        sentence_id=f"b.{number + 20}",
        start=0,
        end=len(quote),
        quote=quote,
        source_start=at,
        source_end=at + len(name),
        date="2023-07-18",
    )
    return edge, proof


def compared(*figures):
    own = tables(figures=figures)
    return [(each.where, each.in_a, each.in_b) for each in compare_letters(own, "a", "b")]


def test_a_changed_value_is_told_from_an_equal_one():
    assert [where for where, *_ in compared(figure("a", "186"), figure("b", "168"))] == ["changed"]
    assert [where for where, *_ in compared(figure("a", "186"), figure("b", "186"))] == ["both"]


def test_a_fall_beside_a_rise_is_seen_as_one():
    fall = replace(figure("b", "2.1", role="growth"), normalised_value=Decimal("-2.1"), bound="about")
    minus = replace(fall, value="-2.1")
    assert compared(figure("a", "6.3", role="growth"), fall) == [
        ("changed", "6.3家 (2021)", "↓≈2.1家 (2021)")
    ]
    assert compared(minus)[0][2] == "≈-2.1家 (2021)"


def test_what_a_city_has_is_no_change_of_what_one_platform_has():
    of_city = figure("a", "1860", metric="服务企业")
    of_platform = replace(figure("b", "412", metric="服务企业"), about_ids=("e/微波射频中试平台",))
    assert [where for where, *_ in compared(of_city, of_platform)] == ["only_a", "only_b"]
    earlier = replace(figure("a", "300", metric="服务企业"), about_ids=("e/示范区", *of_platform.about_ids))
    assert [where for where, *_ in compared(earlier, of_platform)] == ["changed"]


def test_the_equal_partner_is_preferred_to_the_first_one():
    rows = compared(figure("a", "186"), figure("b", "168"), figure("b", "186", number=2))
    assert [where for where, *_ in rows] == ["both", "only_b"]


def test_the_most_alike_are_paired_not_the_first_ones():
    target = replace(figure("a", "3000", end="2023-12-31"), status="planned")
    later = figure("b", "3214", end="2022-12-31", number=2)
    assert compared(target, figure("a", "2687", number=2), figure("b", "2687"), later) == [
        ("changed", "3000家 (将做 planned, 2021…2023)", "3214家 (2021…2022)"),
        ("both", "2687家 (2021)", "2687家 (2021)"),
    ]
    first, only = ranking("a", "全国首批", None, scope="全国"), ranking("a", "全省唯一", 1, number=2)
    assert [where for where, *_ in ranked(first, only, ranking("b", "全省唯一", 1))] == ["only_a", "both"]


def test_ranks_of_lists_of_the_same_things_are_compared():
    most = ranking("a", "全市最多", 1, metric="海洋领域概念验证中心、中小试基地、公共平台数量", scope="全市")
    second = ranking("b", "全市第2", 2, metric="海岚区经市级认定的概念验证中心和中小试基地数量", scope="全市")
    assert [where for where, *_ in ranked(most, second)] == ["changed"]
    assert [
        where for where, *_ in ranked(replace(second, letter_id="a"), replace(second, words="全市第二"))
    ] == ["both"]
    other = replace(second, metric="海岚区概念验证中心和高新技术企业数量")
    assert [where for where, *_ in ranked(most, other)] == ["only_a", "only_b"]


def test_promises_that_only_name_the_same_thing_are_not_one():
    jointly = promise("a", "planned", what="推动海岚实验室与甲集团共建研究院", objects=("lab",))
    leading = promise("b", "planned", what="支持海岚实验室牵头组建创新联合体", objects=("lab",))
    assert [where for where, *_ in promised(jointly, leading)] == ["only_a", "only_b"]
    founding = promise("b", "ongoing", what="正在建设海岚实验室", objects=("lab",))
    wanted = promise("a", "planned", what="争取布局海岚实验室", objects=("lab",))
    assert [where for where, *_ in promised(wanted, founding)] == ["changed"]


def test_a_promise_put_off_is_no_longer_the_same():
    first = replace(promise("a", "planned", what="2023年6月底前设立专项子基金"), due="2023-06")
    again = replace(promise("b", "planned", what="预计2023年12月底前设立专项子基金"), due="2023-12")
    assert promised(first, again) == [
        (
            "changed",
            "将做 planned (期限 due 2023-06): 2023年6月底前设立专项子基金",
            "将做 planned (期限 due 2023-12): 预计2023年12月底前设立专项子基金",
        )
    ]
    assert [where for where, *_ in promised(first, replace(again, due="2023-06"))] == ["both"]
    assert [where for where, *_ in promised(first, replace(again, due=""))] == ["both"]


def test_an_account_is_compared_with_the_promise_that_it_takes_up():
    account = replace(promise("b", "done", what="已完成注册", number=2), outcome="kept")
    other = promise("b", "planned", number=3)
    rows = promised(promise("a", "planned"), other, account)
    assert ("changed", "将做 planned: 设立专项子基金", "已兑现 kept: 已完成注册") in rows


def test_a_rank_that_is_only_striven_for_is_another_statement():
    one, two = ranking("a", "全国首个", 1), ranking("b", "全国首个", 1)
    assert [where for where, *_ in ranked(one, two)] == ["both"]
    assert ranked(one, replace(two, status="planned")) == [
        ("changed", "全国首个: 国家级质检项目", "全国首个 (将做 planned): 国家级质检项目")
    ]


def test_what_a_letter_tells_of_a_promised_thing_is_compared_with_the_promise():
    edge, proof = cited(1, "专项子基金已于2023年5月完成注册。", "专项子基金", "fund")
    assert promised(promise("a", "planned"), told=[proof], edges=[edge]) == [
        ("changed", "将做 planned: 设立专项子基金", "已做 done: 专项子基金 已于2023年5月完成注册")
    ]
    assert promised(told=[proof], edges=[edge]) == []


def test_what_is_told_without_words_of_its_own_meets_the_promise_too():
    edge, proof = cited(1, "《专项子基金》：由海岚市政府发布。", "专项子基金", "fund")
    issued, by = (
        replaced(edge, relation="established", source="e/府", target="fund"),
        replaced(proof, status="done"),
    )
    issued_by = replaced(by, source_start=None, source_end=None, target_start=1, target_end=6)
    found = promised(promise("a", "planned"), told=[issued_by], edges=[issued])
    assert found == [("changed", "将做 planned: 设立专项子基金", "已做 done: 专项子基金")]


def test_what_is_told_once_answers_each_promise_of_the_thing():
    edge, proof = cited(1, "专项子基金已于2023年5月完成注册。", "专项子基金", "fund")
    two = (
        promise("a", "planned"),
        replace(promise("a", "planned", what="计划于2023年6月底前设立", number=2), due="2023-06"),
    )
    found = promised(*two, told=[proof], edges=[edge])
    assert [(where, in_b.split(":")[0]) for where, _, in_b in found] == [("changed", "已做 done")] * 2


def test_a_promise_made_again_is_in_both_whatever_the_other_letter_tells_beside_it():
    edge, proof = cited(1, "专项子基金已于2023年5月完成注册。", "专项子基金", "fund")
    found = promised(promise("a", "planned"), promise("b", "planned"), told=[proof], edges=[edge])
    assert [where for where, *_ in found] == ["both"]


def test_a_promise_of_two_things_meets_what_became_of_each():
    both = promise("a", "planned", what="推进设立专项子基金、海岚实验室", objects=("fund", "lab"))
    told = (
        cited(1, "专项子基金已完成注册。", "专项子基金", "fund"),
        cited(2, "海岚实验室暂缓建设。", "海岚实验室", "lab"),
    )
    found = promised(both, told=[proof for _, proof in told], edges=[edge for edge, _ in told])
    assert [(where, in_b.split(":")[0]) for where, _, in_b in found] == [
        ("changed", "已做 done"),
        ("changed", "不予采纳 refused"),
    ]


def test_other_roles_and_short_metrics_are_not_compared():
    assert [where for where, *_ in compared(figure("a", "1"), figure("b", "2", role="share"))] == [
        "only_a",
        "only_b",
    ]
    one, two = figure("a", "1", metric="企业"), figure("b", "2", metric="企业服务机构")
    assert [where for where, *_ in compared(one, two)] == ["only_a", "only_b"]


@pytest.mark.parametrize("known", [{"payer": "e/甲区"}, {"scope": "全市"}])
def test_figures_of_other_payers_or_wholes_are_no_change_of_each_other(known):
    (column,) = known
    one = replace(figure("a", "1130"), **known)
    assert [where for where, *_ in compared(one, replace(figure("b", "2045"), **{column: "e/乙区"}))] == [
        "only_a",
        "only_b",
    ]
    assert [where for where, *_ in compared(one, figure("b", "2045"))] == ["changed"]


def test_a_target_is_told_from_what_was_reached():
    wanted = replace(figure("a", "3000"), status="planned")
    assert compared(wanted, figure("b", "3214")) == [
        ("changed", "3000家 (将做 planned, 2021)", "3214家 (2021)")
    ]


def test_rows_have_a_cell_for_every_column():
    own = tables(figures=[figure("a", "1"), figure("b", "2")])
    pair = [LetterRow(letter_id=name, source=f"{name}.txt", status="reply") for name in "ab"]
    rows = [*compare_table(compare_letters(own, "a", "b"), *pair)]
    assert {len(row) for row in rows} == {len(COMPARE_COLUMNS)}
    cells = dict(zip(COMPARE_COLUMNS, rows[0], strict=True))
    assert cells["citation_a"] == "未署名. a[Z]. 日期不详.“企业1家。”（第0–9字）"
    assert cells["citation_b"].startswith("未署名. b[Z].")
    assert {len(row) for row in figure_table([figure("a", "1")], {})} == {len(FIGURE_COLUMNS)}


def test_figures_come_as_series_in_order_of_period():
    rows = [figure("b", "203", end="2022-12-31"), figure("a", "168"), figure("a", "9", metric="共享服务次数")]
    assert [row.value for row in find_figures(rows, metric="科学仪器企业")] == ["168", "203"]
    assert [row.value for row in find_figures(rows, since="2022")] == ["203"]
    assert find_figures(rows, place="无锡") == ()


def test_a_letter_is_cited_by_the_national_standard():
    letter = LetterRow(
        letter_id="x",
        source="x.txt",
        status="reply",
        title="关于提案的答复",
        department="苏州市科学技术局",
        reply_date="2022-06-24",
    )
    assert letter_citation(letter) == "苏州市科学技术局. 关于提案的答复[Z]. 2022-06-24."
    assert quote_citation(letter, "成功\n设立。", 3, 9).endswith("“成功 设立。”（第3–9字）")


def test_quotation_marks_within_a_quotation_are_single_ones():
    letter = LetterRow(letter_id="x", source="x.txt", status="reply")
    cited = quote_citation(letter, "落实“一网‘通办’”，it’s", 0, 9)
    assert cited == "未署名. x[Z]. 日期不详.“落实‘一网“通办”’，it’s”（第0–9字）"


def test_a_letter_from_the_web_is_cited_with_its_address_and_an_unsigned_one_says_so():
    letter = LetterRow(letter_id="x", source="x.html", status="reply", source_url="https://example.org/1")
    assert letter_citation(letter) == "未署名. x[EB/OL]. (日期不详). https://example.org/1."
