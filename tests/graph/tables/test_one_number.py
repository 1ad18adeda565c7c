"""Letters of two proposals that are filed under one number."""

from graph.tables.graph_tables import LetterRow
from graph.tables.one_number import shared_numbers

ROADS = "关于修复老城区断头路的建议"
SCHOOLS = "关于新建幼儿园的建议"


def row(
    source: str, *, title: str = ROADS, number: str = "42", proposers=("王芳",), session="苏州市-npc-17-3"
):
    """Return the row of a letter to one proposal."""
    return LetterRow(
        letter_id=f"{session}-{number.lstrip('0')}-{source}",
        source=source,
        status="reply",
        jurisdiction="苏州市",
        session="市十七届人大三次会议",
        proposal_numbers=(number,),
        proposal_titles=(title,) if title else (),
        proposers=proposers,
    )


def test_two_titles_under_one_number_are_told():
    (issue,) = shared_numbers([row("a.txt"), row("b.txt", title=SCHOOLS, number="042")])
    assert (issue.code, issue.severity, issue.source) == ("one_number_two_proposals", "warning", "b.txt")
    assert "a.txt" in issue.message
    assert "facts.csv" in issue.hint


def test_other_submitters_are_told_where_a_title_is_missing():
    (issue,) = shared_numbers([row("a.txt"), row("b.txt", title="", proposers=("李明",))])
    assert issue.source == "b.txt"
    assert shared_numbers([row("a.txt"), row("b.txt", title="", proposers=("李明", "王芳"))]) == ()


def test_letters_to_one_proposal_are_no_two():
    shorter = row("b.txt", title="修复老城区断头路的建议", proposers=("李明",))
    misprinted = row("c.txt", title="关于修复老城断头路建议")
    assert shared_numbers([row("a.txt"), shorter, misprinted]) == ()


def test_numbers_begin_anew_at_every_session():
    other = row("b.txt", title=SCHOOLS, session="苏州市-npc-17-4")
    unknown = row("c.txt", title=SCHOOLS, session="苏州市-npc-x-x")
    assert shared_numbers([row("a.txt"), other, unknown]) == ()
