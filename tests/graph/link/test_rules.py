import importlib.util
from pathlib import Path

import pytest
from linking import ids, letter, linked

from corpus.records import Fact, Header
from graph.link.persons import person_id
from graph.link.rules import is_deletion

_spec = importlib.util.spec_from_file_location("link_pairs", Path(__file__).with_name("pairs.py"))
pairs = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pairs)

NEAR_MISSES = pairs.read("near_misses.tsv")
SAME_THINGS = pairs.read("same_things.tsv")


def both(row, number=""):
    """Return the two letters of a pair, each in its place and naming one of the two."""
    one = letter(f"{number}a", row["jurisdiction"] or None, (row["name"], row["kind"]), date="2022-01-01")
    other = letter(
        f"{number}b", row["other_jurisdiction"] or None, (row["other_name"], row["kind"]), date="2024-01-01"
    )
    return one, other


def entities(row, linking, made, number=""):
    found = ids(linking, made)
    return found[f"{number}a", row["name"]], found[f"{number}b", row["other_name"]]


def person(name, place):
    made, _ = letter("x", place)
    header = Header(jurisdiction=place, body=Fact(value="cppcc", basis="title"), term=6)
    return person_id(
        type(made)(**{slot: getattr(made, slot) for slot in made.__slots__} | {"header": header}), name
    )


def test_the_list_of_near_misses_is_long_and_has_every_kind():
    assert len(NEAR_MISSES) >= 200
    assert {row["kind"] for row in NEAR_MISSES} == {"organisation", "fund", "platform", "policy", "person"}
    assert len({tuple(row.values())[:5] for row in NEAR_MISSES}) == len(NEAR_MISSES)


def test_near_misses_are_never_merged():
    merged = []
    for row in NEAR_MISSES:
        if row["kind"] == "person":
            same = person(row["name"], row["jurisdiction"]) == person(
                row["other_name"], row["other_jurisdiction"]
            )
        else:
            made = both(row)
            one, other = entities(row, linked(*made), made)
            same = bool(set(one) & set(other))
        if same:
            merged.append((row["name"], row["other_name"], row["trap"]))
    assert merged == []


def test_near_misses_are_never_merged_where_all_of_them_stand_in_one_corpus():
    rows = [row for row in NEAR_MISSES if row["kind"] != "person"]
    made = [one for number, row in enumerate(rows) for one in both(row, number)]
    linking = linked(*made)
    merged = []
    for number, row in enumerate(rows):
        one, other = entities(row, linking, made, number)
        if set(one) & set(other):
            merged.append((row["name"], row["other_name"], row["trap"]))
    assert merged == []


@pytest.mark.parametrize("row", SAME_THINGS, ids=lambda row: f"{row['name']}={row['other_name']}")
def test_forms_of_one_thing_are_merged(row):
    made = both(row)
    one, other = entities(row, linked(*made), made)
    assert one == other != ()


def test_a_company_is_known_by_the_beginning_of_its_name_where_only_one_begins_so():
    one = letter("a", "深圳市", "信立泰")
    full = letter("b", "深圳市", "深圳信立泰药业股份有限公司")
    made = [one, full]
    assert len(set(ids(linked(*made), made).values())) == 1
    made.append(letter("c", "深圳市", "深圳信立泰医疗器械股份有限公司"))
    assert len(set(ids(linked(*made), made).values())) == 3


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("信立泰", "深圳信立泰生物科技研究开发股份有限公司"),
        ("水利部", "水利部新江发电有限公司"),
        ("清华大学", "清华大学出版社有限公司"),
        ("信立泰", "信立泰深圳有限公司"),
    ],
)
def test_a_company_is_not_known_by_a_beginning_that_leaves_out_too_much_or_names_another_body(short, full):
    made = [letter("a", "深圳市", short), letter("b", "深圳市", full)]
    assert len(set(ids(linked(*made), made).values())) == 2


def test_an_alias_means_what_its_own_letter_defines():
    one = letter("a", "苏州市", "江南仪器技术研究院", "江仪院", aliases=[("江南仪器技术研究院", "江仪院")])
    other = letter("b", "苏州市", "江岸仪表研究院", "江仪院", aliases=[("江岸仪表研究院", "江仪院")])
    found = ids(linked(one, other), [one, other])
    assert found["a", "江仪院"] == found["a", "江南仪器技术研究院"] != found["b", "江仪院"]
    assert found["b", "江仪院"] == found["b", "江岸仪表研究院"]


def test_an_alias_used_in_another_letter_of_the_place_means_the_only_thing_it_was_defined_for():
    one = letter("a", "苏州市", "江南仪器技术研究院", "江仪院", aliases=[("江南仪器技术研究院", "江仪院")])
    other = letter("b", "苏州市", "江仪院")
    linking = linked(one, other)
    assert ids(linking, [one, other])["b", "江仪院"] == ids(linking, [one, other])["a", "江仪院"]
    assert "alias_elsewhere" in {link.rule for link in linking.links.values()}


@pytest.mark.parametrize(
    ("short", "long", "head", "expected"),
    [
        ("河套合作区", "河套深港科技创新合作区", "合作区", True),
        ("河套合作区", "前海深港现代服务业合作区", "合作区", False),
        ("河套合作区", "河套合作区", "合作区", False),
        ("合作区", "河套深港科技创新合作区", "合作区", False),
        ("河深合作区", "河套深港科技创新合作区", "合作区", False),
    ],
)
def test_words_are_left_out_only_behind_the_first_two_characters(short, long, head, expected):
    assert is_deletion(short, long, head) is expected


def test_our_bureau_is_the_department_that_signs_and_nobody_where_none_signs():
    signed = letter("a", "长沙市", "我局", "市财政局", department="长沙市财政局")
    unsigned = letter("b", "长沙市", "我局")
    found = ids(linked(signed, unsigned), [signed, unsigned])
    assert found["a", "我局"] == found["a", "市财政局"]
    assert found["b", "我局"] == ()


def test_a_department_that_a_curator_stated_resolves_our_bureau_as_inferred():
    made = letter("a", "长沙市", "我局", department="长沙市财政局", basis="fact")
    (link,) = linked(made).links.values()
    assert link.certainty == "inferred"


def test_a_centre_that_is_a_body_in_one_letter_and_a_platform_in_the_next_is_one_thing():
    made = [
        letter("a", "深圳市福田区", ("深交所科交中心", "organisation")),
        letter("b", "深圳市福田区", ("深交所科交中心", "platform")),
    ]
    assert len(set(ids(linked(*made), made).values())) == 1
    institute = [
        letter("a", "深圳市福田区", ("鹏城先进材料研究院", "organisation")),
        letter("b", "深圳市南山区", ("鹏城先进材料研究院", "platform")),
        letter("c", "深圳市福田区", ("鹏城先进材料研究院", "platform")),
    ]
    assert len(set(ids(linked(*institute), institute).values())) == 1
    elsewhere = [made[0], letter("c", "深圳市南山区", ("深交所科交中心", "platform"))]
    assert len(set(ids(linked(*elsewhere), elsewhere).values())) == 2


def test_a_body_of_the_district_is_not_that_of_the_city_whatever_its_kind():
    made = [
        letter("a", "深圳市福田区", ("区知识产权保护中心", "organisation")),
        letter("b", "深圳市福田区", ("市知识产权保护中心", "platform")),
    ]
    assert len(set(ids(linked(*made), made).values())) == 2


@pytest.mark.parametrize(
    ("bare", "long", "kind"),
    [
        ("“湖科通”", "湖科通平台", "platform"),
        ("“湖科通”", "“湖科通”平台", "platform"),
        ("“湖科通”", "湖州市“湖科通”系统", "platform"),
        ("“湖科通”", "市“湖科通”服务平台", "platform"),
        ("“湖科通”", "湖科通基金", "fund"),
    ],
)
def test_a_quoted_brand_with_and_without_its_head_is_one_thing_of_one_place(bare, long, kind):
    made = letter("a", "湖州市", (bare, kind), (long, kind))
    assert len(linked(made).entities) == 1


@pytest.mark.parametrize(
    ("bare", "long", "kinds"),
    [
        ("湖科通", "湖科通平台", ("platform", "platform")),
        ("“湖科通”", "湖科通小程序", ("platform", "platform")),
        ("“湖科通”", "浙江省“湖科通”平台", ("platform", "platform")),
        ("“湖科通”", "湖科通平台", ("policy", "platform")),
        ("“湖科通”", "苏州市湖科通平台", ("platform", "platform")),
        ("“科创”", "科创平台", ("platform", "platform")),
        ("“智慧城市”", "智慧城市平台", ("platform", "platform")),
    ],
)
def test_a_brand_without_quotes_of_another_place_kind_or_channel_is_not_merged(bare, long, kinds):
    made = letter("a", "湖州市", (bare, kinds[0]), (long, kinds[1]))
    assert len(linked(made).entities) == 2


@pytest.mark.parametrize(
    ("short", "long", "kind"),
    [
        ("湖州市数科集团", "湖州市数科集团有限公司", "organisation"),
        ("湖州市数科集团", "湖州市数科集团股份有限公司", "organisation"),
        ("湖州市并购基金", "湖州市并购基金（有限合伙）", "fund"),
        ("湖州市并购基金", "湖州市并购基金合伙企业（有限合伙）", "fund"),
    ],
)
def test_a_name_with_and_without_its_legal_form_is_one_firm(short, long, kind):
    assert len(linked(letter("a", "湖州市", (short, kind), (long, kind))).entities) == 1


def test_a_group_with_two_firms_is_merged_with_neither_and_both_are_proposed():
    two = letter("a", "湖州市", "湖州市数科集团", "湖州市数科集团有限公司", "湖州市数科集团股份有限公司")
    made = linked(two)
    assert len(made.entities) == 3
    assert {one.rule for _, _, one in made.suggestions} >= {"legal_form"}
