"""Promises as they are told: steps with their words, silence, and what is asked for."""

from __future__ import annotations

from changed import replace
from promises import fund, letters, promise
from publications import tables as graph_tables

from graph.answers.promises import history, history_lines, promise_rows, promise_threads
from graph.tables.graph_tables import EdgeRow, EvidenceRow, MentionRow
from graph.threads.rows import thread_rows
from graph.threads.steps import told_of_things


def threads(*rows, edges=(), evidence=(), mentions=(), known=("a", "b", "c"), **asked):
    named = {row.letter_id for row in (*rows, *evidence)}
    given = {"letters": letters(*known), "entities": [fund(*named)]}
    followed = thread_rows(rows, told_of_things(edges, evidence), *given.values())
    tables = graph_tables(
        **given, mentions=mentions, edges=edges, evidence=evidence, commitments=rows, threads=followed
    )
    return promise_threads(tables, **asked)


def test_an_undated_letter_is_told_as_undated():
    (thread,) = threads(promise("a", "planned"), promise("x", "done"), known=("a", "x"))
    assert thread.course == "unclear"
    assert history(thread) == "2022-06 设立专项子基金 → 日期不详 undated 设立专项子基金"


def test_later_letters_that_do_not_name_the_thing_are_listed_as_silent():
    (thread,) = threads(promise("a", "planned"))
    assert thread.silent == ("b", "c")
    assert [row[4] for row in promise_rows([thread])] == ["planned", "not_mentioned", "not_mentioned"]
    assert history(thread).endswith("；此后未再提及 not mentioned since (2)")


def test_a_long_history_is_told_step_by_step_and_never_cut():
    rows = (
        promise("a", "planned", what="推进设立专项子基金"),
        promise("b", "ongoing", what="正在组建专项子基金"),
    )
    (thread,) = threads(*rows)
    assert history_lines(thread, 200) == (history(thread),)
    assert history_lines(thread, 30) == (
        "2022-06 推进设立专项子基金",
        "→ 2023-07 正在组建专项子基金",
        "此后未再提及 not mentioned since (1)",
    )


def edge(relation, source, target):
    return EdgeRow(
        edge_id="r1",
        source=source,
        relation=relation,
        target=target,
        directed=True,
        weight=1,
        distinct_texts=1,
        letter_count=1,
        letter_ids=("b",),
    )


def proof(quote, **place):
    return EvidenceRow(
        evidence_id="r1.1",
        edge_id="r1",
        origin="letter",
        letter_id="b",
        sentence_id="b.9",
        start=20,
        end=20 + len(quote),
        quote=quote,
        date="2023-07-18",
        **place,
    )


def test_what_became_of_a_thing_is_told_from_the_words_around_its_name():
    cited = proof("专项子基金已于2023年5月完成工商注册。", source_start=20, source_end=25)
    (thread,) = threads(
        promise("a", "planned"), edges=[edge("cited_in", "fund", "letter/b")], evidence=[cited]
    )
    assert [(step.words, step.status, step.outcome) for step in thread.steps] == [
        ("设立专项子基金", "planned", ""),
        ("已于2023年5月完成工商注册", "done", ""),
    ]
    given_up = proof("因条件不成熟，不再推进专项子基金。", source_start=31, source_end=36)
    (thread,) = threads(
        promise("a", "planned"), edges=[edge("cited_in", "fund", "letter/b")], evidence=[given_up]
    )
    assert (thread.course, thread.steps[1].outcome) == ("refused", "refused")


def test_the_words_before_a_name_end_at_a_half_width_mark_too():
    quote = "积极对接,成功设立专项子基金。"
    established = proof(quote, target_start=29, target_end=34, status="done")
    (thread,) = threads(
        promise("a", "planned"), edges=[edge("established", "e/局", "fund")], evidence=[established]
    )
    assert thread.steps[1].words == "成功设立"


def test_a_relation_is_told_with_the_words_before_the_name():
    quote = "市财政局，成功设立专项子基金。"
    established = proof(quote, target_start=29, target_end=34, status="done")
    name = MentionRow(
        mention_id="b#m1",
        letter_id="b",
        start=20,
        end=24,
        text="市财政局",
        kind="organisation",
        entity_id="e/局",
        entity_ids=("e/局",),
        anaphor=False,
        rule="",
        score=1.0,
        section_id="",
        sentence_id="b.9",
    )
    (thread,) = threads(
        promise("a", "planned"),
        edges=[edge("established", "e/局", "fund")],
        evidence=[established],
        mentions=[name],
    )
    assert [(step.words, step.claim_id) for step in thread.steps] == [
        ("设立专项子基金", "a.c1"),
        ("成功设立", "r1.1"),
    ]
    assert (thread.course, thread.steps[1].quote) == ("kept", quote)


def test_threads_are_asked_for_by_alias_and_year():
    rows = (promise("a", "planned"), promise("a", "planned", what="举办推介会", objects=(), number=2))
    assert [thread.title for thread in threads(*rows, about="子基金")] == ["专项子基金"]
    assert threads(*rows, since="2023") == ()


def test_what_was_due_before_the_latest_letter_is_told_as_overdue():
    row = promise("a", "planned")
    due = replace(row, due="2022-12")
    (thread,) = threads(due)
    assert (thread.due, thread.overdue_as_of) == ("2022-12", "2024-08")
    assert history(thread).endswith(
        "；应于2022-12，截至2024-08未见完成 due 2022-12, not told as done as of 2024-08"
        "；此后未再提及 not mentioned since (2)"
    )
    (thread,) = threads(due, promise("b", "done"))
    assert (thread.course, thread.overdue_as_of) == ("kept", "")
