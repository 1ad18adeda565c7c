"""What does not agree is put side by side, and only that."""

from __future__ import annotations

import dataclasses

import msgspec
from sentences import linked

from graph.relate.claims import conflict_issues
from graph.relate.figures.conflicts import (
    MOST_PARTNERS,
    conflict_partners,
    count_conflicts,
    figure_conflicts,
    ranking_comparisons,
)
from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places


def read(marked, letter_id, **options):
    letter = linked(marked, **options)
    renamed = dataclasses.replace(letter, letter=dataclasses.replace(letter.letter, letter_id=letter_id))
    return figures(masked_letter(renamed, places.load()))


def test_two_numbers_for_one_thing_and_year_ask_for_review():
    one = read("2021年，全市科学仪器及核心部件规上企业达186家。", "a").figures
    two = read("规上科学仪器企业由2021年的168家增至2022年的203家，全市领先。", "b").figures

    same_place = tuple(msgspec.structs.replace(each, place="place/苏州市") for each in (*one, *two))
    (conflict,) = figure_conflicts(same_place)
    assert "186" in conflict.message_zh
    assert "168" in conflict.message_en
    assert conflict_partners([conflict]) == {
        conflict.claim_ids[0]: (conflict.claim_ids[1],),
        conflict.claim_ids[1]: (conflict.claim_ids[0],),
    }


def test_other_years_targets_and_round_numbers_are_no_conflict():
    rows = (
        *read("2021年，规上科学仪器企业186家。", "a").figures,
        *read("2022年，规上科学仪器企业168家。", "b").figures,
        *read("力争2021年规上科学仪器企业突破200家。", "c").figures,
        *read("2021年，规上科学仪器企业约190家。", "d").figures,
    )
    assert figure_conflicts(rows) == ()


def test_ranks_of_differing_scope_are_compared_not_condemned():
    rankings = (
        *read("概念验证中心、中小试基地数量全市最多。", "a").rankings,
        *read("生物医药领域概念验证中心、中小试基地数量全市第二。", "b").rankings,
    )
    (conflict,) = ranking_comparisons(rankings)
    assert "未必矛盾" in conflict.message_zh
    (issue,) = conflict_issues([conflict], {"a": "a.txt"})
    assert (issue.severity, issue.code) == ("info", "claims.ranking")


def test_other_ranks_in_one_scope_ask_for_review():
    rankings = (
        *read("2022年，高新技术企业512家，居全市第一。", "a").rankings,
        *read("2022年，高新技术企业530家，居全市第二。", "b").rankings,
    )
    (conflict,) = ranking_comparisons(rankings)
    assert "口径不同" not in conflict.message_zh
    assert "位次不同，请核对" in conflict.message_zh
    (issue,) = conflict_issues([conflict], {"a": "a.txt"})
    assert (issue.severity, issue.code) == ("warning", "claims.rank")


def test_one_rank_written_in_two_ways_is_nothing_to_look_at():
    rankings = (
        *read("2022年，高新技术企业居全市第2。", "a").rankings,
        *read("2022年，高新技术企业居全市第二。", "b").rankings,
    )
    assert len(rankings) == 2
    assert ranking_comparisons(rankings) == ()


def test_ranks_of_lists_of_the_same_things_are_compared():
    rankings = (
        *read("生物医药领域概念验证中心、中小试基地、中试平台数量全市最多。", "a").rankings,
        *read("经市级认定的概念验证中心和中小试基地数量排名全市第2。", "b").rankings,
    )
    (conflict,) = ranking_comparisons(rankings)
    assert conflict.letter_ids == ("a", "b")


def test_a_count_that_repeats_a_name_to_be_reached_is_flagged():
    marked = "获批“[甲示范区|p]”“[甲示范区|p]”“[乙基地|p]”等3个国家级项目。"
    letter = linked(marked)
    (conflict,) = count_conflicts(letter, figures(masked_letter(letter, places.load())).figures)
    assert "2个不同名称" in conflict.message_zh


def test_lists_that_fit_or_are_open_are_not_flagged():
    for marked in (
        "获批[甲示范区|p]、[乙基地|p]两个国家级项目。",
        "获批[甲示范区|p]、[乙基地|p]等5个国家级项目。",
        "[我局|o|issuer]商[市财政局|o]、[市国资委|o]、[市卫健委|o]两次召开推进会。",
    ):
        letter = linked(marked)
        assert count_conflicts(letter, figures(masked_letter(letter, places.load())).figures) == ()


def of_letters(letters, says):
    """The figures of so many letters of one city, each with another number."""
    figure = read("2021年，规上科学仪器企业186家。", "a").figures[0]
    return [
        msgspec.structs.replace(
            figure,
            figure_id=f"{number:03}.f1",
            letter_id=f"{number:03}",
            place="place/苏州市",
            value=says(number),
            normalised=says(number),
        )
        for number in range(letters)
    ]


def test_of_many_figures_that_differ_each_is_told_to_differ_from_some_and_the_rest_is_counted():
    members = 60
    *told, further = figure_conflicts(of_letters(members, str))
    partners = conflict_partners(told)
    assert len(partners) == members
    assert min(map(len, partners.values())) >= MOST_PARTNERS
    assert len(told) <= members * MOST_PARTNERS
    assert all(one in partners[other] for one, others in partners.items() for other in others)
    assert further.kind == "further"
    assert f"{members * (members - 1) // 2 - len(told)} more pairs" in further.message_en
    (issue,) = conflict_issues([further], {"000": "a.txt"})
    assert (issue.severity, issue.code, issue.value) == ("info", "claims.further", further.claim_ids[0])


def test_one_figure_against_many_is_told_to_differ_from_all_of_them():
    told = figure_conflicts(of_letters(40, lambda number: "1" if number == 7 else "2"))
    assert {one.kind for one in told} == {"figure"}
    assert len(conflict_partners(told)["007.f1"]) == 39


def test_few_figures_that_differ_are_all_told():
    told = figure_conflicts(of_letters(MOST_PARTNERS + 1, str))
    assert {one.kind for one in told} == {"figure"}
    assert len(told) == (MOST_PARTNERS + 1) * MOST_PARTNERS // 2
