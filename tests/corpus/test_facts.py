"""facts.csv: applied with who said so; what cannot be applied is told with its row."""

import pickle

import pytest
from reply_letters import letter, reply, values

from corpus import NO_FACTS, FactsError, read_facts
from ontology.places import load

HEAD = "source,field,value,evidence,by\n"


def book(tmp_path, rows: str):
    path = tmp_path / "facts.csv"
    path.write_text("\ufeff" + HEAD + rows, encoding="utf-8", newline="\n")
    return read_facts(path, places=load())


def test_a_stated_department_is_applied_as_a_fact(tmp_path):
    facts = book(tmp_path, "a.txt,department,苏州市教育局,看到原件,张三\n")
    header = letter(reply(signature=()), facts=facts).header
    assert (header.department.value, header.department.basis, header.department.by) == (
        "苏州市教育局",
        "fact",
        "张三",
    )
    assert header.department.span is None


def test_a_stated_department_settles_the_jurisdiction(tmp_path):
    facts = book(tmp_path, "a.txt,department,苏州市教育局,看到原件,张三\n")
    assert letter(reply(signature=())).header.jurisdiction is None
    assert letter(reply(signature=()), facts=facts).header.jurisdiction == "苏州市"


def test_a_stated_session_is_read_like_a_printed_one(tmp_path):
    facts = book(
        tmp_path, "a.txt,session,市人大六届三次会议,网页,张三\na.txt,jurisdiction,昆山市,网页,张三\n"
    )
    header = letter(reply(title=""), facts=facts).header
    assert (header.session.basis, header.body.value, header.term, header.meeting) == ("fact", "npc", 6, 3)
    assert header.jurisdiction == "苏州市昆山市"


@pytest.mark.parametrize(
    ("stated", "canonical"),
    [("苏州", "苏州市"), ("江苏省苏州市", "苏州市"), ("福田区", "深圳市福田区"), ("全国", "全国")],
)
def test_a_stated_jurisdiction_is_completed_to_the_name_that_all_letters_share(tmp_path, stated, canonical):
    facts = book(tmp_path, f"a.txt,jurisdiction,{stated},网页,张三\n")
    assert letter(reply(), facts=facts).header.jurisdiction == canonical
    assert facts.issues == ()


@pytest.mark.parametrize("stated", ["火星市", "朝阳区", "市"])
def test_a_jurisdiction_that_is_no_place_or_several_is_told_and_not_applied(tmp_path, stated):
    facts = book(tmp_path, f"a.txt,jurisdiction,{stated},网页,张三\n")
    (issue,) = facts.issues
    assert (issue.code, issue.where) == ("fact_not_applied", "row 2")
    assert stated in issue.message
    assert letter(reply(), facts=facts).header.jurisdiction == letter(reply()).header.jurisdiction


def test_several_rows_of_a_list_add_up(tmp_path):
    facts = book(tmp_path, "a.txt,proposers,李明,x,张三\na.txt,proposer,王芳,x,张三\n")
    assert values(letter(reply(), facts=facts).header.proposers) == ["李明", "王芳"]


def test_a_source_matches_by_its_last_parts_only(tmp_path):
    facts = book(tmp_path, "x/a.txt,reply_date,2023-01-02,x,张三\n")
    assert letter(reply(), source="letters/x/a.txt", facts=facts).header.reply_date.value == "2023-01-02"
    assert letter(reply(), source="letters/a.txt", facts=facts).header.reply_date.value == "2023-06-30"
    assert letter(reply(), source="xx/a.txt", facts=facts).header.reply_date.value == "2023-06-30"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("a.txt,colour,red,x,张三", "'colour'"),
        ("a.txt,department,苏州市教育局,x,", "by"),
        (",department,苏州市教育局,x,张三", "source"),
        ("a.txt,body,senate,x,张三", "'senate'"),
        ("a.txt,term,six,x,张三", "'six'"),
    ],
)
def test_a_row_that_cannot_be_applied_is_an_issue_with_file_and_row(tmp_path, row, words):
    facts = book(tmp_path, f"a.txt,reply_date,2023-01-02,x,张三\n{row}\n")
    (issue,) = facts.issues
    assert (issue.source, issue.where, issue.code) == ("facts.csv", "row 3", "fact_not_applied")
    assert words in issue.message
    assert letter(reply(), facts=facts).header.reply_date.value == "2023-01-02"


def test_a_row_that_is_signed_and_not_answered_is_passed_over_and_told(tmp_path):
    facts = book(tmp_path, "a.txt,department,,,张三\na.txt,reply_date,2023-01-02,x,张三\n")
    (issue,) = facts.issues
    assert (issue.severity, issue.code, issue.where) == ("warning", "undecided_fact", "row 2, column value")
    assert (issue.source, issue.value) == ("facts.csv", "department")
    assert letter(reply(), facts=facts).header.reply_date.value == "2023-01-02"


@pytest.mark.parametrize("value", ["昨天", "2024-13-45", "2023-02-29", "2024年9月12日", "24-1-1"])
def test_a_date_that_is_none_is_told_and_not_applied(tmp_path, value):
    facts = book(tmp_path, f"a.txt,date,{value},,张三\n")
    assert facts.of("a.txt") == ()
    assert value in facts.issues[0].message


@pytest.mark.parametrize("value", ["2024-09-12", "2024-09", "2024"])
def test_a_date_may_end_at_its_month_or_year(tmp_path, value):
    facts = book(tmp_path, f"a.txt,reply_date,{value},,张三\n")
    assert [fact.value for _, fact in facts.of("a.txt")] == [value]


def test_two_rows_that_contradict_are_told_and_the_first_is_kept(tmp_path):
    rows = "a.txt,department,苏州市教育局,,张三\na.txt,department,苏州市财政局,,李四\n"
    facts = book(tmp_path, rows + "a.txt,department,苏州市教育局,,王五\n")
    assert {fact.value for _, fact in facts.of("a.txt")} == {"苏州市教育局"}
    assert [issue.where for issue in facts.issues] == ["row 3"]


def test_a_file_without_its_columns_names_the_missing_one(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text("source,field,value\n", encoding="utf-8")
    with pytest.raises(
        FactsError, match=r"facts\.csv, row 1: 缺 evidence 一列.* · column evidence is missing"
    ):
        read_facts(path)


def test_an_empty_file_holds_no_facts(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text("", encoding="utf-8")
    assert read_facts(path) == NO_FACTS


def test_a_mark_that_is_not_closed_costs_its_own_row_alone(tmp_path):
    facts = book(tmp_path, 'a.txt,department,"苏州市教育局,x,张三\na.txt,reply_date,2023-01-02,x,张三\n')
    assert [(issue.code, issue.where) for issue in facts.issues] == [("unreadable_row", "row 2")]
    assert [name for name, _ in facts.of("a.txt")] == ["reply_date"]


def test_a_file_that_is_not_utf8_is_told(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_bytes(HEAD.encode() + b"\xff\xff")
    with pytest.raises(FactsError, match="UTF-8"):
        read_facts(path)


def test_a_fact_book_can_be_sent_to_other_processes(tmp_path):
    facts = book(tmp_path, "a.txt,department,苏州市教育局,x,张三\n")
    assert pickle.loads(pickle.dumps(facts)) == facts  # noqa: S301 - our own bytes
    assert NO_FACTS.of("a.txt") == ()


def test_facts_that_excel_saved_in_its_own_ways_are_read_and_told(tmp_path):
    path = tmp_path / "facts.csv"
    text = HEAD + "a.txt,department,苏州市教育局,看到原件,张三\n"
    for data in (
        text.encode("gb18030"),
        text.replace(",", "\t").encode("utf-16"),
        text.replace(",", ";").encode(),
    ):
        path.write_bytes(data)
        facts = read_facts(path)
        assert letter(reply(signature=()), facts=facts).header.department.value == "苏州市教育局"
        assert [issue.code for issue in facts.issues] == ["read_as"]


@pytest.mark.parametrize(
    ("stated", "told"), [(("王芳", "李红"), ["李明 → 王芳、李红"]), (("李明", "李红"), [])]
)
def test_facts_that_leave_out_a_proposer_whom_the_letter_prints_are_told(tmp_path, stated, told):
    rows = "".join(f"a.txt,proposers,{name},名单,张三\n" for name in stated)
    read = letter(reply(), facts=book(tmp_path, rows))
    assert tuple(fact.value for fact in read.header.proposers) == stated
    assert [issue.value for issue in read.issues if issue.code == "fact_overrides"] == told


@pytest.mark.parametrize(("stated", "told"), [("苏州市教育局", 1), ("苏州市工业和信息化局", 0)])
def test_a_fact_in_place_of_another_one_that_the_letter_prints_is_told(tmp_path, stated, told):
    read = letter(reply(), facts=book(tmp_path, f"a.txt,department,{stated},x,张三\n"))
    found = [issue for issue in read.issues if issue.code == "fact_overrides"]
    assert read.header.department.value == stated
    assert [(issue.where, issue.value, issue.severity) for issue in found] == [
        ("department", f"苏州市工业和信息化局 → {stated}", "info")
    ] * told
