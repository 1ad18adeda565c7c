import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking import letter, linked

from graph.errors import CurationError
from graph.link.curation import load_curation
from graph.link.external_ids import is_ror, is_uscc, load_external_ids

HEAD = "entity\tscheme\tvalue\tsource\tchecked_by\n"
TSINGHUA = "03cve4549"
TENCENT = "9144030071526726XG"


def write(folder, *lines, head=HEAD):
    path = folder / "external_ids.tsv"
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("value", [TENCENT, "914403001922038216"])
def test_a_social_credit_code_as_registered_is_one(value):
    assert is_uscc(value)


@pytest.mark.parametrize("value", [TSINGHUA, "02v51f717", "042nb2s44", "034t30j35"])
def test_a_ror_id_as_registered_is_one(value):
    assert is_ror(value)


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=16), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_one_wrong_character_is_found(place, mark):
    changed = TENCENT[:place] + mark + TENCENT[place + 1 :]
    assert is_uscc(changed) == (changed == TENCENT)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (f"清华大学\tror\t{TSINGHUA}\t\tLi", "source"),
        (f"清华大学\tror\t{TSINGHUA}\tror.org\t", "checked_by"),
        ("清华大学\tror\t03cve4548\tror.org\tLi", "value"),
        ("清华大学\tisni\t1\tisni.org\tLi", "scheme"),
        ("腾讯\tuscc\t9144030071526726XA\tgsxt.gov.cn\tLi", "value"),
        ("深圳市\tgb2260\t0440300\tGB/T 2260\tLi", "value"),
        ("清华大学\twikidata\t16955\twikidata.org\tLi", "value"),
    ],
)
def test_a_row_without_source_or_with_a_wrong_value_is_refused_by_line_and_column(line, column, tmp_path):
    found, issues = load_external_ids(write(tmp_path, line, "平安银行\tszse\t000001\tszse.cn\tLi"))
    assert [one.entity for one in found] == ["平安银行"]
    assert [(issue.code, issue.where) for issue in issues] == [
        ("bad_external_id", f"line 2, column {column}")
    ]


def test_an_entity_carries_what_people_stated_of_it(tmp_path):
    write(
        tmp_path, f"清华大学\tror\t{TSINGHUA}\tror.org\tLi", "e/清华大学\twikidata\tQ16955\twikidata.org\tLi"
    )
    linking = linked(letter("a", "深圳市", "清华大学", "深圳大学"), curation=load_curation(tmp_path))
    assert {one.name: one.external_ids for one in linking.entities} == {
        "清华大学": (f"ror:{TSINGHUA}", "wikidata:Q16955"),
        "深圳大学": (),
    }


def test_a_row_of_no_entity_and_one_of_two_are_reported(tmp_path):
    write(tmp_path, "市财政局\twikidata\tQ1\twikidata.org\tLi", "火星大学\twikidata\tQ2\twikidata.org\tLi")
    made = [letter("a", "苏州市", "市财政局"), letter("b", "厦门市", "市财政局")]
    linking = linked(*made, curation=load_curation(tmp_path))
    told = {issue.where: issue.message for issue in linking.issues}
    assert "e/厦门市财政局, e/苏州市财政局" in told["line 2, column entity"]
    assert "stands in no letter" in told["line 3, column entity"]


def test_a_file_without_its_columns_is_refused(tmp_path):
    write(tmp_path, head="entity\tvalue\n")
    with pytest.raises(CurationError, match="scheme"):
        load_curation(tmp_path)
