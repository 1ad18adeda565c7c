"""Two letters side by side: promises, figures and ranks that are about the same stand in one line."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from changed import replace

from graph.relate.figures.likeness import alike
from graph.tables.claim_records import RankingRow, ThreadRow

pytestmark = pytest.mark.browser


def rank(at, letter, metric, words, scope, number):
    return RankingRow(
        ranking_id=f"k{at}", letter_id=letter.letter_id, metric=metric, words=words, scope=scope, territory="",
        rank=number, start=letter.start, end=letter.end, quote=letter.quote,
    )  # fmt: skip


def promised(one, other):
    """Promises and reports of two letters, made of a promise of each."""
    plain = {"outcome": "", "due": "", "object_ids": ()}
    rows = [
        (one, "p0", "构建海洋科技成果交易平台", "ongoing", plain),
        (other, "p1", "争取构建海洋科技成果交易平台", "planned", plain),
        (one, "p2", "完善养老服务补贴办法", "planned", plain),
        (other, "p3", "完善养老服务补贴办法", "planned", plain),
        (one, "p4", "推动平湖湾中试基地一期如期投用", "planned", plain | {"object_ids": ("e/平湖湾中试基地",)}),
        (other, "p5", "加快平湖湾中试基地二期建设", "planned", plain | {"object_ids": ("e/平湖湾中试基地",)}),
        (other, "p6", "平湖湾中试基地一期于三月正式投用", "done",
         plain | {"object_ids": ("e/平湖湾中试基地",), "outcome": "kept"}),
        (one, "p7", "推动设立江北种子基金", "planned", plain | {"object_ids": ("e/江北种子基金",)}),
        (one, "p8", "依托滨江实验室共建联合研究院", "planned", plain | {"object_ids": ("e/滨江实验室",)}),
        (other, "p9", "组织滨江实验室牵头低空经济联盟", "planned", plain | {"object_ids": ("e/滨江实验室",)}),
    ]  # fmt: skip
    return [
        replace(row, commitment_id=number, what=what, status=status, **cells)
        for row, number, what, status, cells in rows
    ]


def counted(first, second, about):
    """Figures of two letters, made of a figure of each; one is told of the entity `about`."""
    rows = [
        (first, "f0", "高新技术企业数量", "100", "place/南州市", "2021"),
        (first, "f1", "高新技术企业数量", "120", "place/南州市", "2022"),
        (second, "f2", "高新技术企业数量", "121", "place/南州市", "2022"),
        (first, "f3", "跨境电商进出口额", "7", "place/南州市", ""),
        (second, "f4", "跨境电商进出口额", "9", "place/临港市", ""),
        (first, "f5", "服务企业家数", "1860", "place/南州市", "2022"),
        (second, "f6", "服务企业家数", "412", "place/南州市", "2022"),
    ]
    return [
        replace(row, figure_id=number, type="count", metric=metric, value=value, unit="家",
                normalised_value=Decimal(value), canonical_unit="家", bound="exact", amount_role="count",
                place=place, period_start=f"{year}-01-01" if year else "",
                period_end=f"{year}-12-31" if year else "", conflict=(),
                about_ids=(about,) if number == "f6" else ())
        for row, number, metric, value, place, year in rows
    ]  # fmt: skip


def ranked(one, other):
    """Rankings that two letters claim."""
    return [
        rank(0, one, "国家级知识产权示范项目", "全国首批", "全国", None),
        rank(1, one, "国家级知识产权示范项目", "全省唯一", "全省", 1),
        rank(2, other, "国家级知识产权示范服务项目", "全省唯一", "全省", 1),
        rank(3, one, "经市级认定的概念验证中心和中小试基地数量", "全市第2", "全市", 2),
        rank(4, other, "概念验证中心、中小试基地数量", "全市第二", "全市", 2),
    ]


@pytest.fixture(scope="module")
def two(letters):
    """Two letters of one place that promise, count and rank the same and other things; and the two letters' ids."""
    tables = letters.tables
    dated = sorted((row for row in tables.letters if row.reply_date), key=lambda row: row.reply_date)
    one, other = (
        next(row for row in tables.commitments if row.letter_id == letter.letter_id) for letter in dated[:2]
    )
    first, second = (
        next(row for row in tables.figures if row.letter_id == each.letter_id) for each in (one, other)
    )
    proof = next(row for row in tables.evidence if row.letter_id == other.letter_id and row.start is not None)
    proof_done = replace(proof, status="done")
    told = ThreadRow(
        thread_id="t0", course="kept", title="江北种子基金", about_ids=("e/江北种子基金",), commitment_ids=("p7",),
        reports_on=("none",), evidence_ids=(proof.evidence_id,), letter_ids=(one.letter_id, other.letter_id),
    )  # fmt: skip
    changed = replace(
        tables,
        commitments=promised(one, other),
        figures=counted(first, second, tables.entities[0].entity_id),
        rankings=ranked(one, other),
        threads=[told],
        evidence=[proof_done if row is proof else row for row in tables.evidence],
    )
    return replace(letters, tables=changed), one.letter_id, other.letter_id, proof_done


@pytest.fixture
def compared(read, two):
    def opened(**wishes):
        publication, one, other, _ = two
        page = read(publication, hash_=f"#v=compare&ab=letter:{one}~letter:{other}", name="two", **wishes)
        page.page.wait_for_selector("#beside-rankings")
        return page

    return opened


def pairs(page, name, where):
    lines = page.find(f"#beside-{name} [data-where='{where}'] > li").all()
    return [
        tuple(button.locator(".said").inner_text() for button in line.locator("button").all())
        for line in lines
    ]


def fronts(page, name, where):
    lines = page.find(f"#beside-{name} [data-where='{where}'] > li").all()
    return [tuple(line.locator("button .tag").all_inner_texts()) for line in lines]


def test_a_promise_that_was_taken_back_stands_beside_what_it_was_and_the_words_that_differ_are_marked(
    compared,
):
    page = compared()
    first = page.find("#beside-commitments [data-where=changed] > li").first
    assert first.locator(".said").all_inner_texts() == [
        "构建海洋科技成果交易平台",
        "争取构建海洋科技成果交易平台",
    ]
    assert first.locator(".said mark").all_inner_texts() == ["争取"]
    assert first.locator(".tag").all_inner_texts() == ["在做", "将做"]
    assert pairs(page, "commitments", "both") == [("完善养老服务补贴办法", "完善养老服务补贴办法")]


def test_an_account_stands_beside_its_promise_and_not_what_is_promised_next(compared):
    page = compared()
    assert ("推动平湖湾中试基地一期如期投用", "平湖湾中试基地一期于三月正式投用") in [
        tuple(line.locator(".said").all_inner_texts())
        for line in page.find("#beside-commitments [data-where=changed] > li").all()
    ]
    assert ("将做", "已兑现") in fronts(page, "commitments", "changed")


def test_promises_that_only_name_the_same_actor_are_no_pair(compared):
    page = compared()
    assert pairs(page, "commitments", "only.a") == [("依托滨江实验室共建联合研究院",)]
    assert pairs(page, "commitments", "only.b") == [
        ("加快平湖湾中试基地二期建设",), ("组织滨江实验室牵头低空经济联盟",),
    ]  # fmt: skip


def test_what_the_other_letter_only_tells_of_stands_beside_the_promise(compared, two):
    page = compared()
    line = page.find("#beside-commitments [data-where=changed] > li").filter(has_text="推动设立江北种子基金")
    assert line.locator(".tag").all_inner_texts() == ["将做", "已做"]
    line.locator("button").last.click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == two[3].quote


def test_figures_are_paired_by_period_and_never_across_places_or_things(compared):
    page = compared()
    assert fronts(page, "figures", "changed") == [("120家", "121家")]
    assert fronts(page, "figures", "only.a") == [("100家",), ("7家",), ("1860家",)]
    assert fronts(page, "figures", "only.b") == [("9家",), ("412家",)]


def test_ranks_are_paired_by_the_best_match_and_numerals_are_one(compared):
    page = compared()
    assert fronts(page, "rankings", "both") == [("全省唯一", "全省唯一"), ("全市第2", "全市第二")]
    assert fronts(page, "rankings", "only.a") == [("全国首批",)]
    assert page.find("#beside-rankings [data-where=changed]").count() == 0


def test_a_file_has_one_row_for_a_pair_with_both_sentences_and_citations(compared, two):
    page = compared()
    with page.page.expect_download() as waiting:
        page.find("#sheet .chip").filter(has_text="CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    (pair,) = [row for row in rows if "海洋科技" in row["名称"]]
    assert (pair["类型"], pair["见于"]) == ("承诺", "有变化")
    assert (pair["甲"], pair["乙"]) == (
        "在做 · 构建海洋科技成果交易平台", "将做 · 争取构建海洋科技成果交易平台",
    )  # fmt: skip
    quotes = {row.letter_id: row.quote for row in two[0].tables.commitments}
    assert (pair["甲 · 原句"], pair["乙 · 原句"]) == (quotes[two[1]], quotes[two[2]])
    assert all("[Z]" in pair[f"{side} · 引文"] for side in "甲乙")
    assert {row["见于"] for row in rows if row["类型"] == "排名"} == {"两者都有", "仅甲"}


def test_the_promises_are_one_click_from_the_head_of_the_comparison(compared):
    page = compared()
    chip = page.find("#sheet .parts-of .chip").filter(has_text="承诺")
    assert chip.inner_text() == "承诺 · 有变化 3"
    chip.focus()
    page.page.keyboard.press("Enter")
    page.wait("() => document.activeElement.closest('#beside-commitments')")
    head = page.find("#beside-commitments h3").bounding_box()
    assert head is not None
    assert head["y"] < 300


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
@pytest.mark.parametrize("width", [390, 1060, 1280])
def test_a_comparison_lies_within_its_window(compared, width, locale):
    page = compared(locale=locale, viewport={"width": width, "height": 844})
    room = "() => { const s = document.getElementById('sheet'); return s.scrollWidth - s.clientWidth; }"
    assert page.page.evaluate(room) <= 0


def test_the_page_takes_two_wordings_for_one_where_the_build_does(page):
    phrases = (
        "规上科学仪器企业", "科学仪器及核心部件规上企业", "企业", "高新技术企业", "全市累计高新技术企业数量",
        "“一网通办”事项", "一网通办事项（项）", "2023年专利授权量", "专利授权", "𠮷林冰雪旅游人次", "",
    )  # fmt: skip
    for one in phrases:
        for other in phrases:
            found = page.page.evaluate("([one, other]) => window.fuwen.alike(one, other)", [one, other])
            assert found == alike(one, other), (one, other)


def test_of_years_only_letters_that_tell_their_place_are_paired(read, two):
    publication, one, other, _ = two
    letters = [
        replace(row, jurisdiction="") if row.letter_id == other else row for row in publication.tables.letters
    ]
    rows = [replace(row, object_ids=()) for row in publication.tables.commitments]
    placeless = replace(publication, tables=replace(publication.tables, letters=letters, commitments=rows))
    years = {row.letter_id: row.reply_date[:4] for row in letters}
    page = read(placeless, hash_=f"#v=compare&ab=letter:{one}~letter:{other}", name="placeless")
    page.page.wait_for_selector("#beside-commitments [data-where=both]")
    page.follow(f"#v=compare&ab=year:{years[one]}~letter:{other}")
    page.page.wait_for_selector("#beside-commitments [data-where='only.a']")
    assert page.find("#beside-commitments [data-where=both]").count() == 0
    assert page.find("#beside-commitments .under").filter(has_text=years[one]).count() > 0
