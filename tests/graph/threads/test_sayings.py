"""Promises without a name, and the sentences of later letters that speak of them in their words."""

from __future__ import annotations

from changed import replace
from promises import DATES, fund, letter, promise
from publications import tables as graph_tables

from graph.answers.promises import history, promise_threads
from graph.tables.graph_tables import SentenceRow
from graph.threads import retelling
from graph.threads.rows import thread_rows

OFFICE = "苏州市城市管理局"


def sentence(letter_id, text, number=1, zone="body"):
    return SentenceRow(
        letter_id=letter_id,
        sentence_id=f"{letter_id}.s{number}",
        section_id="",
        start=100 * number,
        end=100 * number + len(text),
        text=text,
        zone=zone,
    )


def road(due="2022", what="年底前完成香山路人行道翻修", letter_id="a", **values):
    row = promise(letter_id, "planned", what=what, objects=(), cue="", **values)
    return replace(row, due=due, quote=what + "。", clause_start=row.start, clause_end=row.start + len(what))


def followed(*sentences, rows=(), known=None, office=OFFICE, other=OFFICE):
    known = known or [letter("a", department=office), letter("b", department=other)]
    rows = [*(rows or [road()])]
    return rows, known, thread_rows(rows, (), known, [], {}, (), sentences)


def test_a_later_letter_that_says_so_in_the_words_of_a_promise_keeps_it():
    _, _, (thread,) = followed(sentence("b", "香山路人行道翻修已于2022年11月完成。"))
    assert (thread.course, thread.overdue_as_of) == ("kept", "")
    assert (thread.sentence_ids, thread.sentences_say) == (("b.s1",), ("done",))
    assert (thread.letter_ids, thread.evidence_ids) == (("a", "b"), ())


def test_what_came_about_after_the_time_is_late_and_what_is_not_there_then_is_missed():
    _, _, (late,) = followed(sentence("b", "香山路人行道翻修今年3月才完工。"))
    assert late.course == "late"
    _, _, (missed,) = followed(sentence("b", "香山路人行道翻修没有完成。"))
    assert (missed.course, missed.sentences_say) == ("missed", ("undone",))


def test_a_promise_that_a_later_letter_speaks_of_is_not_told_to_be_overdue():
    _, _, (silent,) = followed(sentence("b", "解放路路灯已更换。"))
    assert (silent.course, silent.overdue_as_of, silent.sentence_ids) == ("open", "2023-07", ())
    _, _, (spoken,) = followed(sentence("b", "您再次提出香山路人行道翻修的建议，我们十分理解。"))
    assert (spoken.course, spoken.overdue_as_of, spoken.sentences_say) == ("open", "", ("mentioned",))


def test_only_letters_of_the_same_body_or_to_the_same_proposer_tell_of_it():
    told = sentence("b", "香山路人行道翻修已完成。")
    _, _, (other,) = followed(told, other="苏州市人民检察院")
    assert other.sentence_ids == ()
    known = [
        letter("a", department=OFFICE, proposers=("周明轩",)),
        letter("b", department="苏州市人民检察院", proposers=("周明轩",)),
    ]
    assert followed(told, known=known)[2][0].course == "kept"
    elsewhere = [letter("a", department=OFFICE), letter("b", "长沙市", department=OFFICE)]
    assert followed(told, known=elsewhere)[2][0].sentence_ids == ()


def test_an_earlier_letter_tells_nothing_of_a_promise():
    rows = [road(letter_id="b", due="2023")]
    _, _, (thread,) = followed(sentence("a", "香山路人行道翻修已完成。"), rows=rows)
    assert thread.sentence_ids == ()


def test_a_report_of_a_later_letter_is_a_step_of_the_promise_and_no_thread_of_its_own():
    text = "香山路人行道翻修没有如期完工。"
    report = promise("b", "ongoing", what=text[:-1], objects=(), cue="", outcome="missed", number=100)
    report = replace(report, sentence_id="b.s1", quote=text, start=100, clause_start=100, clause_end=114)
    _, _, threads = followed(sentence("b", text), rows=[road(), report])
    assert [(one.course, one.commitment_ids) for one in threads] == [("missed", ("a.c1", "b.c100"))]


def test_what_stands_alone_behind_a_promise_in_a_list_tells_of_it():
    listed = sentence("b", "1.完成香山路人行道翻修。", 1), sentence("b", "已完成。", 2)
    _, _, (thread,) = followed(*listed)
    assert (thread.course, thread.sentence_ids) == ("kept", ("b.s2",))


def test_headings_tell_nothing():
    _, _, (thread,) = followed(sentence("b", "香山路人行道翻修已完成", zone="heading"))
    assert thread.sentence_ids == ()


def test_a_promise_of_no_time_and_no_number_is_linked_only_where_it_is_told_how_it_goes():
    rows = [road(due="", what="加强香山路夜间巡查")]
    _, _, (thread,) = followed(sentence("b", "您提出加强香山路夜间巡查，很有必要。"), rows=rows)
    assert thread.sentence_ids == ()


def test_the_sentence_is_told_with_what_it_says():
    sentences = [sentence("b", "香山路人行道翻修已于2022年11月完成，市民满意。")]
    rows, known, threads = followed(*sentences)
    tables = graph_tables(
        letters=known,
        commitments=rows,
        threads=threads,
        sentences=sentences,
    )
    (thread,) = promise_threads(tables)
    step = thread.steps[1]
    assert (step.date, step.status, step.quote) == (DATES["b"], "done", sentences[0].text)
    assert "2023-07 香山路人行道翻修已于2022年11月完成" in history(thread)


def test_letters_of_other_bodies_are_not_silent_about_a_named_thing():
    known = [
        letter("a", department=OFFICE),
        letter("b", department="苏州市人民检察院"),
        letter("c", department=OFFICE),
    ]
    rows = [promise("a", "planned")]
    (thread,) = thread_rows(rows, (), known, [fund("a")])
    assert thread.silent_letters == 1
    tables = graph_tables(
        letters=known,
        entities=[fund("a")],
        commitments=rows,
        threads=[thread],
    )
    assert promise_threads(tables)[0].silent == ("c",)


def test_the_number_of_an_item_is_no_word_of_what_it_tells():
    for mark in ("1、", "1．", "（1）", "①", "一、", ""):
        _, _, (thread,) = followed(sentence("b", f"{mark}香山路人行道翻修已于2022年11月完成。"))
        assert thread.course == "kept", mark


def test_a_thread_is_withdrawn_where_all_it_promises_is_a_step_of_another():
    again = road(due="2023", what="2023年底前完成香山路人行道翻修工作", letter_id="b", date=DATES["b"])
    told = replace(sentence("b", again.what + "。", 1), start=again.start, sentence_id=again.sentence_id)
    _, _, found = followed(told, rows=[road(), again])
    assert [row.commitment_ids for row in found] == [("a.c1", "b.c1")]


def test_what_many_later_letters_say_stands_in_order_however_few_are_read_together(monkeypatch):
    known = [letter(name, department=OFFICE) for name in ("a", "b", "c")]
    told = [sentence("b", "香山路人行道翻修没有完成。"), sentence("c", "香山路人行道翻修已于2024年3月完成。")]
    _, _, together = followed(*told, known=known)
    assert (together[0].course, together[0].sentences_say) == ("late", ("undone", "done"))
    monkeypatch.setattr(retelling, "_TOGETHER", 1)
    assert [*followed(*told, known=known)[2]] == [*together]
