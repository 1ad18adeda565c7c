import csv

import pytest
from linking import ids, letter, linked, names_of, suggested

from graph.both_languages import english
from graph.errors import CurationError
from graph.link.curation import Curation, load_curation
from graph.link.decisions import COLUMNS, load_decisions

LONG, SHORT = "深交所科技成果与知识产权交易中心", "深交所科交中心"
OLD, NEW = "福田区科技创新局", "福田区科技和工业信息化局"


def row(verdict, name, other="", **more):
    return {
        "verdict": verdict,
        "name": name,
        "other_name": other,
        "by": "a reader",
        "why": "说明书第2页",
        **more,
    }


def write(path, *rows, columns=COLUMNS, encoding="utf-8-sig"):
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def curated(tmp_path, *rows):
    write(tmp_path / "decisions.csv", *rows)
    return load_curation(tmp_path)


@pytest.fixture
def letters():
    return [
        letter(
            "a", "深圳市福田区", (LONG, "platform"), (SHORT, "platform"), OLD, "区人民法院", date="2023-05-06"
        ),
        letter("b", "深圳市福田区", (SHORT, "platform"), NEW, "河套人民法庭", date="2024-09-12"),
    ]


def test_two_names_decided_to_be_the_same_are_one_entity_with_both_names(letters, tmp_path):
    assert frozenset((LONG, SHORT)) in suggested(linked(*letters))
    linking = linked(*letters, curation=curated(tmp_path, row("same", SHORT, LONG)))
    assert ids(linking, letters)["a", LONG] == ids(linking, letters)["b", SHORT]
    (entity,) = [one for one in linking.entities if one.name == LONG]
    assert SHORT in entity.aliases
    assert linking.issues == ()


def test_two_names_decided_to_be_different_are_not_proposed_again(letters, tmp_path):
    linking = linked(*letters, curation=curated(tmp_path, row("different", SHORT, LONG)))
    assert frozenset((LONG, SHORT)) not in suggested(linking)
    assert ids(linking, letters)["a", LONG] != ids(linking, letters)["b", SHORT]


def test_what_a_person_was_unsure_of_is_not_proposed_again(letters, tmp_path):
    linking = linked(*letters, curation=curated(tmp_path, row("unsure", SHORT, LONG)))
    assert frozenset((LONG, SHORT)) not in suggested(linking)


def test_different_forbids_a_merge_by_rule(tmp_path):
    made = [letter("a", "深圳市", "信立泰"), letter("b", "深圳市", "深圳信立泰药业股份有限公司")]
    assert len(set(ids(linked(*made), made).values())) == 1
    linking = linked(
        *made, curation=curated(tmp_path, row("different", "信立泰", "深圳信立泰药业股份有限公司"))
    )
    assert len(set(ids(linking, made).values())) == 2


def test_a_successor_and_a_part_stay_two_entities_tied_by_a_relation(letters, tmp_path):
    curation = curated(tmp_path, row("successor", OLD, NEW), row("part_of", "河套人民法庭", "区人民法院"))
    linking = linked(*letters, curation=curation)
    names = {entity.entity_id: entity.name for entity in linking.entities}
    told = {
        (verdict.decision.verdict, names[left], names[right]) for left, right, verdict in linking.relations
    }
    assert told == {("successor", OLD, NEW), ("part_of", "河套人民法庭", "福田区人民法院")}


def test_rename_retype_and_hide_do_what_they_say(letters, tmp_path):
    before = {entity.name: entity for entity in linked(*letters).entities}
    curation = curated(
        tmp_path,
        row("rename", SHORT, value="深圳证券交易所科交中心"),
        row("retype", LONG, value="organisation"),
        row("hide", "河套人民法庭"),
    )
    after = {entity.name: entity for entity in linked(*letters, curation=curation).entities}
    assert after["深圳证券交易所科交中心"].entity_id == before[SHORT].entity_id
    assert (before[LONG].kind, after[LONG].kind) == ("platform", "organisation")
    assert after[LONG].entity_id == before[LONG].entity_id
    assert "河套人民法庭" in before
    assert "河套人民法庭" not in after


def test_a_decision_may_speak_of_a_thing_by_the_name_that_an_earlier_one_gave_it(letters, tmp_path):
    given = "深圳证券交易所科交中心"
    curation = curated(tmp_path, row("rename", SHORT, value=given), row("same", given, LONG))
    linking = linked(*letters, curation=curation)
    assert linking.issues == ()
    assert ids(linking, letters)["a", LONG] == ids(linking, letters)["b", SHORT]


def test_deleting_the_row_undoes_the_decision(letters, tmp_path):
    untouched = linked(*letters)
    linked(*letters, curation=curated(tmp_path, row("same", SHORT, LONG)))
    undone = linked(*letters, curation=curated(tmp_path))
    assert undone.entities == untouched.entities


def test_a_stale_a_duplicate_and_a_contradicting_row_are_named_with_file_and_row(letters, tmp_path):
    curation = curated(
        tmp_path,
        row("same", "火星研究院", LONG),
        row("same", SHORT, LONG),
        row("same", SHORT, LONG),
        row("different", SHORT, LONG),
    )
    linking = linked(*letters, curation=curation)
    told = {issue.code: (issue.source, issue.where) for issue in linking.issues}
    assert told["stale_decision"] == ("decisions.csv", "row 2, column name")
    assert "gazetteer.tsv" in next(one.hint for one in linking.issues if one.code == "stale_decision")
    assert told["duplicate_decision"] == ("decisions.csv", "row 4, column name")
    assert told["contradicting_decision"][0] == "decisions.csv"
    assert ids(linking, letters)["a", LONG] != ids(linking, letters)["b", SHORT]


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (row("perhaps", SHORT, LONG), "verdict"),
        (row("same", SHORT), "other_name"),
        (row("retype", SHORT, value="company"), "value"),
        (row("rename", SHORT), "value"),
        (row("same", SHORT, LONG, by=""), "by"),
        (row("same", SHORT, LONG, why=""), "why"),
    ],
)
def test_a_row_that_cannot_be_used_is_reported_and_the_rest_applied(wrong, column, tmp_path):
    found, issues = load_decisions([write(tmp_path / "decisions.csv", wrong, row("same", SHORT, LONG))])
    assert [decision.row for decision in found] == [3]
    assert [(issue.code, issue.where) for issue in issues] == [("bad_decision", f"row 2, column {column}")]


def test_a_review_file_half_filled_in_is_read_as_it_is(tmp_path):
    columns = (*COLUMNS, "options", "score", "context")
    open_row = {"name": SHORT, "other_name": LONG, "score": "0.73", "context": "依托深交所科交中心"}
    path = write(tmp_path / "decisions.csv", open_row, row("same", OLD, NEW, score="0.6"), columns=columns)
    found, issues = load_decisions([path])
    assert [(one.verdict, one.name) for one in found] == [("same", OLD)]
    assert issues == ()


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({"by": "王敏"}, "by is"),
        ({"why": "同一平台"}, "why is"),
        ({"by": "王敏", "date": "2026-01-31", "why": "待查"}, "by, date, why is"),
        ({"value": "2019-01-10"}, "value is"),
    ],
)
def test_a_row_with_everything_but_a_verdict_is_passed_over_with_a_warning(filled, told, tmp_path):
    open_row = {"name": SHORT, "other_name": LONG, **filled}
    path = write(tmp_path / "decisions.csv", open_row, row("same", OLD, NEW))
    (decision,), (issue,) = load_decisions([path])
    assert decision.name == OLD
    assert (issue.source, issue.severity, issue.code) == ("decisions.csv", "warning", "undecided_row")
    assert (issue.where, issue.value) == ("row 2, column verdict", f"{SHORT} / {LONG}")
    assert issue.message == f"verdict is not filled in, {told}; the row was passed over"


@pytest.mark.parametrize("verdict", ["same", "different", "part_of", "unsure", "hide"])
def test_a_value_that_means_nothing_to_a_verdict_is_told_and_the_row_applied(verdict, tmp_path):
    other = "" if verdict == "hide" else LONG
    path = write(tmp_path / "decisions.csv", row(verdict, SHORT, other, value="2019-01-10"))
    (decision,), (issue,) = load_decisions([path])
    assert (decision.verdict, decision.value) == (verdict, "")
    assert (issue.code, issue.severity) == ("ignored_value", "warning")
    assert (issue.where, issue.value) == ("row 2, column value", "2019-01-10")


def test_a_name_that_a_spreadsheet_would_run_is_read_without_its_guard(tmp_path):
    found, _ = load_decisions([write(tmp_path / "decisions.csv", row("hide", "'=1+1产业基金"))])
    assert found[0].name == "=1+1产业基金"


def test_a_file_without_the_columns_or_in_another_encoding_is_refused_by_name(tmp_path):
    path = tmp_path / "decisions.csv"
    path.write_text("name,verdict\n", encoding="utf-8")
    with pytest.raises(
        CurationError, match=r"decisions\.csv, row 1: 缺 kind 一列.* · column kind is missing"
    ):
        load_decisions([path])
    path.write_bytes(",".join(COLUMNS).encode() + b"\n\xff\xff")
    with pytest.raises(CurationError, match="UTF-8"):
        load_decisions([path])


def test_no_state_folder_is_no_curation(tmp_path):
    assert load_curation(tmp_path / "nothing").decisions == ()
    assert load_curation(None) == Curation()


def test_the_names_of_a_corpus_do_not_change_with_an_empty_file(letters, tmp_path):
    assert names_of(linked(*letters, curation=curated(tmp_path))) == names_of(linked(*letters))


def test_a_name_of_two_cities_needs_its_jurisdiction(tmp_path):
    made = [letter("a", "苏州市", "市财政局", "苏州国资"), letter("b", "厦门市", "市财政局")]
    linking = linked(*made, curation=curated(tmp_path, row("same", "市财政局", "苏州国资")))
    assert [issue.code for issue in linking.issues] == ["ambiguous_decision"]
    assert ids(linking, made)["a", "市财政局"] != ids(linking, made)["a", "苏州国资"]
    placed = linked(
        *made, curation=curated(tmp_path, row("same", "市财政局", "苏州国资", jurisdiction="苏州市"))
    )
    assert ids(placed, made)["a", "市财政局"] == ids(placed, made)["a", "苏州国资"]
    assert ids(placed, made)["b", "市财政局"] != ids(placed, made)["a", "苏州国资"]


def test_a_name_of_an_unknown_place_is_decided_by_its_letter(tmp_path):
    made = [letter("a", None, "区中心医院", "江津区中心医院"), letter("b", "深圳市福田区", "区中心医院")]
    verdict = row("same", "区中心医院", "江津区中心医院", jurisdiction="?a")
    found = ids(linked(*made, curation=curated(tmp_path, verdict)), made)
    assert found["a", "区中心医院"] == found["a", "江津区中心医院"] != found["b", "区中心医院"]


def test_a_name_that_means_another_thing_in_one_letter_is_split_off_and_not_proposed_again(letters, tmp_path):
    more = [*letters, letter("c", "深圳市福田区", (SHORT, "platform"))]
    linking = linked(*more, curation=curated(tmp_path, row("split", SHORT, value="b")))
    found = ids(linking, more)
    assert found["a", SHORT] == found["c", SHORT] != found["b", SHORT]
    assert frozenset((found["a", SHORT][0], found["b", SHORT][0])) not in {
        frozenset(pair[:2]) for pair in linking.suggestions
    }
    assert linking.issues == ()
    joined = linked(
        *more, curation=curated(tmp_path, row("split", SHORT, value="b"), row("same", SHORT, LONG))
    )
    assert ids(joined, more)["c", SHORT] == ids(joined, more)["a", LONG] != ids(joined, more)["b", SHORT]


def test_a_split_of_a_letter_that_does_not_name_the_thing_is_reported(letters, tmp_path):
    linking = linked(
        *letters, curation=curated(tmp_path, row("split", SHORT, value="z"), row("split", "火星", value="a"))
    )
    assert [(issue.code, issue.where) for issue in linking.issues] == [
        ("stale_decision", "row 2, column value"),
        ("stale_decision", "row 3, column name"),
    ]


def test_a_split_is_reported_though_the_same_row_of_another_file_was_too(letters, tmp_path):
    write(tmp_path / "decisions.csv", row("split", "火星", value="a"))
    further = write(tmp_path / "further.csv", row("split", SHORT, value="z"))
    linking = linked(*letters, curation=load_curation(tmp_path, (further,)))
    assert [(issue.source, issue.where) for issue in linking.issues] == [
        ("decisions.csv", "row 2, column name"),
        ("further.csv", "row 2, column value"),
    ]


def test_rows_that_contradict_over_a_third_name_are_reported_and_their_order_does_not_matter(
    letters, tmp_path
):
    third = "河套人民法庭"
    rows = [row("same", OLD, NEW), row("same", NEW, third), row("different", OLD, third)]
    one, other = (linked(*letters, curation=curated(tmp_path, *some)) for some in (rows, rows[::-1]))
    assert ids(one, letters) == ids(other, letters)
    assert [(issue.code, issue.value) for issue in one.issues] == [("contradicting_decision", "same")]
    assert ids(one, letters)["a", OLD] != ids(one, letters)["b", third]


def test_of_two_names_given_to_one_thing_the_later_counts_in_any_order_of_rows(letters, tmp_path):
    rows = [
        row("rename", SHORT, value="科交中心", date="2026-02-01"),
        row("rename", SHORT, value="深交所中心"),
    ]
    for some in (rows, rows[::-1]):
        linking = linked(*letters, curation=curated(tmp_path, *some))
        (entity,) = [one for one in linking.entities if one.name == "科交中心"]
        assert ids(linking, letters)["b", SHORT] == (entity.entity_id,)
        assert [(issue.code, issue.value) for issue in linking.issues] == [
            ("contradicting_decision", "深交所中心")
        ]


@pytest.mark.parametrize("verdict", ["part_of", "successor"])
@pytest.mark.parametrize("joined", [False, True])
def test_rows_that_lead_in_a_circle_are_all_passed_over_and_say_so(verdict, joined, letters, tmp_path):
    third = "河套人民法庭"
    rows = [row(verdict, OLD, NEW), row(verdict, NEW, third), row(verdict, third, OLD)]
    if joined:
        rows = [row(verdict, OLD, NEW), row(verdict, third, OLD), row("same", third, NEW)]
    linking = linked(*letters, curation=curated(tmp_path, *rows))
    told = [issue for issue in linking.issues if issue.code == "contradicting_decision"]
    assert linking.relations == ()
    assert [issue.value for issue in told] == [verdict] * (2 if joined else 3)
    assert all("none of them was applied" in issue.message for issue in told)


def test_a_row_beside_a_circle_is_applied(letters, tmp_path):
    third = "河套人民法庭"
    rows = [row("part_of", OLD, NEW), row("part_of", NEW, OLD), row("part_of", third, OLD)]
    linking = linked(*letters, curation=curated(tmp_path, *rows))
    (kept,) = linking.relations
    assert kept[2].decision.name == third


def test_a_row_that_was_passed_over_is_not_doubted_as_one_that_was_applied(letters, tmp_path):
    rows = [row("rename", OLD, value="河套人民法庭"), row("rename", OLD, value="科交中心", date="2026-02-01")]
    linking = linked(*letters, curation=curated(tmp_path, *rows))
    assert [(issue.code, issue.value) for issue in linking.issues] == [
        ("contradicting_decision", "河套人民法庭")
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row("different", OLD, NEW), row("different", NEW, OLD)], ["duplicate_decision"]),
        ([row("successor", OLD, NEW), row("successor", NEW, OLD)], ["contradicting_decision"] * 2),
        ([row("same", OLD, NEW), row("part_of", OLD, NEW)], ["contradicting_decision"]),
        ([row("different", OLD, f"深圳市{OLD}")], ["bad_decision"]),
        ([row("hide", OLD, kind="company")], ["bad_decision"]),
    ],
)
def test_rows_that_cannot_both_be_true_or_say_nothing_are_reported(rows, told, letters, tmp_path):
    letters.append(letter("c", "深圳市福田区", f"深圳市{OLD}"))
    linking = linked(*letters, curation=curated(tmp_path, *rows))
    assert [issue.code for issue in linking.issues] == told
    assert linking.relations == ()


def test_decisions_that_excel_saved_in_its_own_ways_are_read_and_told(tmp_path):
    path = write(tmp_path / "decisions.csv", row("same", SHORT, LONG))
    text = path.read_text(encoding="utf-8-sig")
    for data in (
        text.encode("gb18030"),
        text.replace(",", "\t").encode("utf-16"),
        text.replace(",", ";").encode(),
    ):
        path.write_bytes(data)
        (decision,), (issue,) = load_decisions([path])
        assert (decision.name, decision.other_name) == (SHORT, LONG)
        assert (issue.code, issue.severity) == ("read_as", "info")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-01-10", "2019-01-10"),
        ("2019/1/10", "2019-01-10"),
        ("2019年1月10日", "2019-01-10"),
        ("2019年1月", "2019-01"),
        ("2019-01", "2019-01"),
        ("2019", "2019"),
        ("", ""),
    ],
)
def test_the_day_of_a_succession_is_read_as_people_and_spreadsheets_write_it(tmp_path, written, day):
    (decision,), issues = load_decisions(
        [write(tmp_path / "d.csv", row("successor", OLD, NEW, value=written))]
    )
    assert (decision.value, issues) == (day, ())


@pytest.mark.parametrize("written", ["2019-13-01", "2019-02-30", "去年", "10.1.2019"])
def test_what_is_no_day_of_the_calendar_dates_no_succession(tmp_path, written):
    decisions, (issue,) = load_decisions(
        [write(tmp_path / "d.csv", row("successor", OLD, NEW, value=written))]
    )
    assert decisions == ()
    assert (issue.code, issue.where, issue.value) == ("bad_decision", "row 2, column value", written)
    assert "2019-01-10" in issue.message


def doubts(linking):
    return [english(issue.message) for issue in linking.issues if issue.code == "doubtful_decision"]


def test_an_organisation_made_one_with_a_fund_is_applied_and_told(letters, tmp_path):
    letters.append(letter("c", "深圳市福田区", ("福田引导基金", "fund")))
    same = row("same", OLD, "福田引导基金")
    linking = linked(*letters, curation=curated(tmp_path, same))
    assert doubts(linking) == [f"joins organisation {OLD} with fund 福田引导基金; it was applied"]
    (told,) = [issue for issue in linking.issues if issue.code == "doubtful_decision"]
    assert "retype" in told.hint
    assert ids(linking, letters)["a", OLD] == ids(linking, letters)["c", "福田引导基金"]
    settled = curated(tmp_path, same, row("retype", "福田引导基金", value="fund"))
    assert doubts(linked(*letters, curation=settled)) == []
    assert doubts(linked(*letters, curation=curated(tmp_path, row("same", OLD, NEW)))) == []


def test_a_signing_body_made_a_fund_is_applied_and_told(letters, tmp_path):
    made = [letter("a", "深圳市福田区", OLD, department=OLD)]
    linking = linked(*made, curation=curated(tmp_path, row("retype", OLD, value="fund")))
    assert [one.kind for one in linking.entities] == ["fund"]
    assert doubts(linking) == ["makes a fund of what takes part in the answer to a letter; it was applied"]
    assert doubts(linked(*made, curation=curated(tmp_path, row("retype", OLD, value="organisation")))) == []
    unsigned = [letter("a", "深圳市福田区", OLD)]
    assert doubts(linked(*unsigned, curation=curated(tmp_path, row("retype", OLD, value="fund")))) == []


def test_a_name_that_another_thing_has_is_given_and_told(letters, tmp_path):
    (told,) = doubts(linked(*letters, curation=curated(tmp_path, row("rename", OLD, value=NEW))))
    assert "is the name of another thing" in told
    assert doubts(linked(*letters, curation=curated(tmp_path, row("rename", OLD, value="福田科创局")))) == []


def test_one_row_that_gives_two_things_one_name_is_told(tmp_path):
    """A row without a jurisdiction means both where the place of one lies within that of the other."""
    made = [letter("a", "深圳市福田区", "泽立泰", "福田区泽立泰")]
    given = row("rename", "泽立泰", value="深圳泽立泰药业股份有限公司")
    linking = linked(*made, curation=curated(tmp_path, given))
    assert [one.name for one in linking.entities] == ["深圳泽立泰药业股份有限公司"] * 2
    (told,) = [issue for issue in linking.issues if issue.code == "doubtful_decision"]
    assert (told.where, told.severity) == ("row 2, column value", "warning")
    assert english(told.message) == "is given to 2 things (e/泽立泰, e/福田区泽立泰); all have it now"
    assert "same row" in told.hint
    assert "jurisdiction" in told.hint
    narrowed = curated(tmp_path, {**given, "jurisdiction": "深圳市"})
    assert doubts(linked(*made, curation=narrowed)) == []


def test_a_name_that_a_thing_of_a_place_around_has_is_told(tmp_path):
    made = [letter("a", "深圳市福田区", "泽立泰", "福田区康瑞新")]
    given = row("rename", "福田区康瑞新", value="泽立泰")
    (told,) = doubts(linked(*made, curation=curated(tmp_path, given)))
    assert told == "is the name of another thing, too (e/泽立泰); both have it now"


def test_a_name_of_another_place_may_be_given(tmp_path):
    made = [letter("a", "苏州市", "市财政局"), letter("b", "厦门市", "市财政局", "厦门市国资")]
    given = row("rename", "厦门市国资", value="苏州市财政局")
    assert doubts(linked(*made, curation=curated(tmp_path, given))) == []


def test_a_thing_decided_to_be_itself_is_told(letters, tmp_path):
    linking = linked(*letters, curation=curated(tmp_path, row("same", OLD, f"“{OLD}”")))
    assert [issue.code for issue in linking.issues] == ["bad_decision"]


def test_verdicts_and_kinds_may_be_written_with_capitals(tmp_path):
    path = write(tmp_path / "d.csv", row("SAME", SHORT, LONG, kind="Platform", other_kind="PLATFORM"))
    (decision,), issues = load_decisions([path])
    assert (decision.verdict, decision.kind, decision.other_kind) == ("same", "platform", "platform")
    assert issues == ()
