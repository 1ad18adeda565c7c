"""Promise threads: what makes several promises one, how it went, what is taken up, and silence."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from changed import replace
from promises import fund, letter, letters, promise

from graph.threads.courses import Course
from graph.threads.rows import thread_rows
from graph.threads.steps import Told
from ontology import vocabulary


def threads(*rows, told=(), mentioned=(), known=None, jurisdiction="苏州市"):
    known = known or letters("a", "b", "c", "x")
    named = {row.letter_id for row in (*rows, *told)} | {*mentioned}
    return [*thread_rows(rows, told, known, [fund(*named, jurisdiction=jurisdiction)])]


def told(letter_id, status, *, achieved=True, sentence=9, date="2023-07-18"):
    return Told(
        thing="fund",
        achieved=achieved,
        letter_id=letter_id,
        sentence_id=f"{letter_id}.{sentence}",
        start=sentence,
        status=status,
        date=date,
        evidence_id=f"r.{letter_id}.{sentence}",
    )


@pytest.mark.parametrize(
    ("first", "second", "outcome", "course"),
    [
        ("planned", "done", "", "kept"),
        ("planned", "done", "late", "late"),
        ("planned", "ongoing", "missed", "missed"),
        ("planned", "done", "refused", "refused"),
        ("ongoing", "planned", "", "back"),
        ("planned", "ongoing", "", "forward"),
        ("planned", "planned", "", "open"),
        ("done", "done", "", "done"),
    ],
)
def test_the_course_of_a_promise(first, second, outcome, course):
    (thread,) = threads(promise("a", first), promise("b", second, outcome=outcome))
    assert thread.course == course
    assert thread.commitment_ids == ("a.c1", "b.c1")
    assert (thread.first_date, thread.last_date) == ("2022-06-24", "2023-07-18")


def test_the_courses_are_those_of_the_vocabulary():
    assert set(vocabulary.load().concepts["course"]) == set(get_args(Course))


def test_an_undated_letter_leaves_the_course_unclear():
    (thread,) = threads(promise("x", "done"), promise("a", "planned"))
    assert thread.course == "unclear"
    assert thread.letter_ids == ("a", "x")
    assert thread.reports_on == ("none", "none")


def test_a_later_promise_reports_on_the_last_one_of_an_earlier_date():
    (thread,) = threads(
        promise("a", "planned"),
        promise("a", "planned", number=2),
        promise("b", "ongoing"),
        promise("c", "done"),
    )
    assert thread.reports_on == ("none", "none", "a.c2", "b.c1")


def test_a_promise_reports_on_none_where_it_is_not_known_which_letter_came_first():
    (thread,) = threads(promise("a", "planned", date="2023"), promise("b", "ongoing", date="2023-07-18"))
    assert thread.reports_on == ("none", "none")


def test_a_relation_that_says_the_thing_is_there_keeps_the_promise():
    (thread,) = threads(promise("a", "planned"), told=[told("b", "done"), told("b", "done")])
    assert (thread.course, thread.commitment_ids, thread.evidence_ids) == ("kept", ("a.c1",), ("r.b.9",))


def test_a_letter_that_promises_more_of_what_is_there_leaves_the_promise_open():
    (thread,) = threads(promise("b", "planned"), told=[told("b", "done")])
    assert thread.course == "open"
    (carried,) = threads(
        promise("b", "planned"), told=[told("b", "done"), told("b", "planned", achieved=False, sentence=1)]
    )
    assert carried.course == "done"


def test_a_relation_that_says_what_the_promise_of_its_sentence_says_is_no_further_step():
    (thread,) = threads(promise("b", "done"), told=[told("b", "done", sentence=1)])
    assert thread.evidence_ids == ()


def test_a_promise_to_carry_out_what_is_there_takes_nothing_back():
    rows = promise("a", "ongoing"), promise("b", "planned")
    (thread,) = threads(*rows, told=[told("b", "planned", achieved=False, sentence=1)])
    assert thread.course == "open"
    assert threads(*rows)[0].course == "back"


def test_a_thing_that_nobody_promised_has_a_thread_where_letters_differ_on_it():
    assert threads(told=[told("a", "done", date="2022-06-24"), told("b", "done")]) == []
    (thread,) = threads(told=[told("a", "planned", date="2022-06-24"), told("b", "done")])
    assert (thread.course, thread.commitment_ids) == ("kept", ())


def test_a_later_letter_that_names_the_thing_is_not_silent():
    (silent,) = threads(promise("a", "planned"))
    assert (silent.last_mentioned, silent.silent_letters) == ("2022-06-24", 2)
    (named,) = threads(promise("a", "planned"), mentioned=("b",))
    assert (named.last_mentioned, named.silent_letters) == ("2023-07-18", 1)
    assert named.course == "open"


def test_a_later_letter_that_prints_the_name_is_not_silent_even_where_it_was_not_seen():
    named = replace(fund("a"), name="海岚市专项子基金")
    rows, texts = [promise("a", "planned")], {"b": "……海岚市专\n项子基金投资企业9家。", "c": "海岚市基金。"}
    (thread,) = thread_rows(rows, [], letters("a", "b", "c"), [named], texts)
    assert (thread.last_mentioned, thread.silent_letters) == ("2023-07-18", 1)
    elsewhere = [letter("a"), letter("b", "长沙市"), letter("c")]
    (thread,) = thread_rows(rows, [], elsewhere, [named], texts)
    assert (thread.last_mentioned, thread.silent_letters) == ("2022-06-24", 1)


def test_a_later_letter_of_another_place_is_not_silent():
    known = [letter("a"), letter("b", "长沙市"), letter("c")]
    (thread,) = threads(promise("a", "planned"), known=known)
    assert (thread.places, thread.silent_letters) == (("苏州市",), 1)


def test_what_two_places_promise_of_a_national_plan_are_two_promises():
    known = [letter("a"), letter("b", "长沙市"), letter("c")]
    rows = promise("a", "ongoing"), promise("b", "planned"), promise("c", "done")
    found = {thread.places: thread for thread in threads(*rows, known=known, jurisdiction="全国")}
    assert {key: thread.commitment_ids for key, thread in found.items()} == {
        ("苏州市",): ("a.c1", "c.c1"),
        ("长沙市",): ("b.c1",),
    }
    assert {thread.course for thread in found.values()} == {"kept", "open"}
    (local,) = threads(*rows, known=known)
    assert local.places == ("苏州市", "长沙市")


def test_letters_without_a_place_meet_by_their_department_or_not_at_all():
    wording = {"what": "探索制定统计标准", "objects": (), "cue": "探索"}
    rows = [promise(each, "planned", **wording) for each in ("a", "b", "c")]
    known = [
        letter("a", "", department="吴中区民政局"),
        letter("b", "", department="吴中区民政局"),
        letter("c", ""),
    ]
    assert sorted(thread.letter_ids for thread in threads(*rows, known=known)) == [("a", "b"), ("c",)]


@pytest.mark.parametrize(
    ("department", "letter_ids"),
    [
        ("市民政局", [("a",), ("b",)]),
        ("市场监督管理局", [("a",), ("b",)]),
        ("自治区财政厅", [("a",), ("b",)]),
        ("市中区教育局", [("a", "b")]),
    ],
)
def test_a_department_that_does_not_say_its_place_is_another_in_the_next_letter(department, letter_ids):
    wording = {"what": "探索制定统计标准", "objects": (), "cue": "探索"}
    rows = [promise(each, "planned", **wording) for each in ("a", "b")]
    known = [letter("a", "", department=department), letter("b", "", department=department)]
    assert sorted(thread.letter_ids for thread in threads(*rows, known=known)) == letter_ids


def test_promises_that_name_nothing_meet_by_their_quoted_words():
    (thread,) = threads(
        promise("a", "ongoing", what="构建“交易+融资”平台", objects=(), cue="构建"),
        promise("b", "planned", what="争取构建首个“交易+融资”平台", objects=(), cue="争取"),
    )
    assert (thread.course, thread.title, thread.silent_letters) == ("back", "构建“交易+融资”平台", None)


def test_promises_that_name_nothing_meet_by_their_wording_where_it_says_enough():
    plain = threads(
        promise("a", "planned", what="探索制定统计标准", objects=(), cue="探索"),
        promise("b", "planned", what="制定统计标准", objects=()),
        promise("c", "planned", what="完善统计标准", objects=()),
    )
    assert sorted(len(thread.letter_ids) for thread in plain) == [1, 2]
    short = [promise(each, "ongoing", what="正在征求意见", objects=(), cue="正在") for each in ("a", "b")]
    assert [len(thread.letter_ids) for thread in threads(*short)] == [1, 1]


def test_a_promise_that_names_only_an_organisation_is_found_by_its_wording():
    (thread,) = threads(promise("a", "planned", what="由市文化馆牵头", objects=("e/馆",)))
    assert (thread.title, thread.about_ids) == ("由市文化馆牵头", ("e/馆",))


def test_an_earlier_letter_leaves_the_id_of_a_thread_as_it_is():
    (alone,), (both,) = threads(promise("b", "done")), threads(promise("b", "done"), promise("a", "planned"))
    assert alone.thread_id == both.thread_id


def in_words(letter_id, *, outcome="", date="2023-07-18", stage="", sentence=9):
    return msgspec.structs.replace(
        told(letter_id, "done", date=date, sentence=sentence), outcome=outcome, stage=stage, in_words=True
    )


def test_words_around_the_name_keep_or_refuse_a_promise_and_make_none():
    (kept,) = threads(promise("a", "planned"), told=[in_words("b")])
    assert (kept.course, kept.evidence_ids) == ("kept", ("r.b.9",))
    (refused,) = threads(promise("a", "planned"), told=[in_words("b", outcome="refused")])
    assert (refused.course, refused.letter_ids) == ("refused", ("a", "b"))
    only_words = [in_words("a", date="2022-06-24"), in_words("b", outcome="refused")]
    assert threads(told=only_words) == []


def test_a_relation_is_a_better_step_than_the_words_of_its_sentence():
    words = msgspec.structs.replace(in_words("b"), evidence_id="a.first")
    (thread,) = threads(promise("a", "planned"), told=[words, told("b", "done")])
    assert thread.evidence_ids == ("r.b.9",)


def test_what_was_missed_and_is_there_after_all_is_late():
    rows = promise("a", "planned"), promise("b", "ongoing", outcome="missed", what="未能如期设立")
    (late,) = threads(*rows, told=[in_words("c", date="2024-08-08")])
    assert late.course == "late"
    (missed,) = threads(*rows, told=[in_words("a", date="2022-06-24")])
    assert missed.course == "missed"


def test_what_was_refused_and_is_there_after_all_is_kept():
    rows = promise("a", "planned"), promise("b", "done", outcome="refused", what="暂不设立专项子基金")
    (thread,) = threads(*rows, told=[in_words("c", date="2024-08-08")])
    assert thread.course == "kept"


def test_that_a_thing_is_there_keeps_no_promise_to_do_something_with_it():
    with_it = promise("b", "planned", what="推动专项子基金与甲银行共建实验室")
    (thread,) = threads(with_it, told=[told("a", "done", date="2022-06-24")])
    assert (thread.course, thread.evidence_ids) == ("open", ())


def test_only_what_can_be_carried_out_is_kept_by_being_there():
    with_it = promise("b", "planned", what="支持专项子基金牵头组建联盟")
    steps = [told("a", "done", date="2022-06-24"), told("b", "planned", achieved=False, sentence=1)]
    (supported,) = threads(with_it, told=steps)
    assert (supported.course, supported.evidence_ids) == ("open", ())
    plan = promise("b", "planned", what="全面完成专项子基金收官任务")
    (carried,) = thread_rows([plan], steps, letters("a", "b"), [replace(fund("a", "b"), kind="policy")])
    assert (carried.course, carried.evidence_ids) == ("done", ("r.a.9",))


def test_another_stage_of_a_thing_is_a_promise_of_its_own():
    rows = promise("a", "planned"), promise("b", "planned", what="加快专项子基金二关募集")
    found = {one.title: one for one in threads(*rows, told=[in_words("c", date="2024-08-08", stage="二关")])}
    assert {title: one.course for title, one in found.items()} == {
        "专项子基金": "open",
        "专项子基金二关": "kept",
    }
    assert found["专项子基金"].thread_id != found["专项子基金二关"].thread_id


def test_a_clause_that_only_stands_beside_a_thing_is_no_promise_of_it():
    rows = promise("a", "planned"), promise("a", "planned", what="加快形成新质生产力", number=2)
    assert sorted(one.title for one in threads(*rows)) == ["专项子基金", "加快形成新质生产力"]


def test_until_when_a_thing_is_there_belongs_to_its_promise():
    until = promise("a", "planned", what="2022年底前完成备案", objects=(), cue="力争", number=1)
    (thread,) = threads(promise("a", "planned"), until)
    assert len(thread.commitment_ids) == 2


def test_a_clause_goes_on_with_the_stage_of_the_clause_before_it():
    (thread,) = threads(
        promise("a", "planned", what="加快专项子基金二期募集"),
        promise("a", "planned", what="力争年底前完成备案", number=1),
    )
    assert (thread.title, len(thread.commitment_ids)) == ("专项子基金二期", 2)


def test_a_thing_is_known_by_its_name_where_it_was_not_seen():
    named = replace(fund("b"), name="海岚市专项子基金")
    rows = [
        promise("a", "planned", what="争取设立海岚市专项子基金", objects=(), cue="争取"),
        promise("b", "done", what="不再设立海岚市专项子基金", outcome="refused", cue="不再设立"),
    ]
    (thread,) = thread_rows(rows, [], letters("a", "b"), [named])
    assert (thread.course, thread.commitment_ids) == ("refused", ("a.c1", "b.c1"))
    elsewhere = [letter("a", "长沙市"), letter("b")]
    assert len(thread_rows(rows, [], elsewhere, [named])) == 2


def test_what_a_sentence_promises_its_words_do_not_tell_as_done():
    (thread,) = threads(promise("b", "planned"), told=[in_words("b", sentence=1)])
    assert (thread.course, thread.evidence_ids) == ("open", ())
    (related,) = threads(promise("b", "planned"), told=[told("b", "done", sentence=1)])
    assert related.evidence_ids == ("r.b.1",)


def test_to_give_up_the_plan_of_a_thing_gives_up_the_thing():
    plan = replace(fund("b"), entity_id="plan", kind="policy", name="专项子基金建设计划")
    given_up = msgspec.structs.replace(in_words("b", outcome="refused"), thing="plan")
    (thread,) = thread_rows([promise("a", "planned")], [given_up], letters("a", "b"), [fund("a", "b"), plan])
    assert (thread.title, thread.course) == ("专项子基金", "refused")


def test_a_wording_meets_its_refusal_whatever_the_verbs():
    (thread,) = threads(
        promise("a", "planned", what="争取构建长三角器件检测平台", objects=(), cue="争取"),
        promise(
            "b", "done", what="不再建设长三角器件检测平台", objects=(), cue="不再建设", outcome="refused"
        ),
    )
    assert thread.course == "refused"


def test_a_stage_to_come_is_promised_though_the_thing_itself_is_supported_in_its_sentence():
    rows = [promise("a", "planned", what="完成专项子基金二期募集")]
    supported = told("a", "planned", achieved=False, sentence=1, date="2022-06-24")
    (thread,) = threads(*rows, told=[supported, in_words("b", stage="二期")])
    assert (thread.title, thread.course) == ("专项子基金二期", "kept")
