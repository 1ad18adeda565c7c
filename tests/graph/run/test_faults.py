"""A fault of ours that one letter meets is told as an issue of that letter, and the rest goes on."""

from __future__ import annotations

import pytest
from reply_letters import reply

from graph.commands.outcome import outcome
from graph.errors import BrokenEvidence, RecogniserError
from graph.pipeline import BuildOptions, build
from graph.publish import Written
from graph.recognise.grammar import Grammar
from graph.run import relate_tasks

BODY = "云岭市财政局设立了云岭市中小企业发展基金，规模3亿元。"


@pytest.fixture
def two_letters(tmp_path):
    for name, number in (("a.txt", "71"), ("b.txt", "72")):
        title = f"关于云岭市政协五届三次会议第{number}号提案的答复"
        (tmp_path / name).write_text(reply(title=title, body=(BODY,)), encoding="utf-8")
    return BuildOptions(paths=(tmp_path,))


def broken(monkeypatch, owner, name, letter_of, error):
    """Let a function fail for a.txt alone."""
    known = getattr(owner, name)

    def faulty(*given):
        if letter_of(*given).source == "a.txt":
            raise error
        return known(*given)

    monkeypatch.setattr(owner, name, faulty)


def told(options, code):
    """The issue of a.txt, and the letters that have figures; every letter has a row."""
    made = build(options)
    tables = made.tables
    assert outcome(made, Written(folder=options.paths[0], files=())).exit_code == 4
    assert {row.source for row in tables.letters if row.status == "reply"} == {"a.txt", "b.txt"}
    (issue,) = [row for row in tables.issues if row.code == code]
    assert (issue.source, issue.severity) == ("a.txt", "error")
    sources = {row.letter_id: row.source for row in tables.letters}
    return issue, made, sources


def test_where_claims_fail_the_names_of_the_letter_are_kept(two_letters, monkeypatch):
    broken(
        monkeypatch, relate_tasks, "typed_relations", lambda masked: masked.linked.letter, ValueError("zip()")
    )
    issue, made, sources = told(two_letters, "claims_failed")
    assert "ValueError in test_faults.py, line" in issue.message
    assert {sources[row.letter_id] for row in made.tables.figures} == {"b.txt"}
    assert {sources[row.letter_id] for row in made.tables.mentions} == {"a.txt", "b.txt"}


def test_a_claim_that_leaves_its_sentence_is_a_fault_in_one_letter(two_letters, monkeypatch):
    misplaced = BrokenEvidence("5–9 does not lie in its sentence 0–7")
    broken(monkeypatch, relate_tasks, "letter_claims", lambda masked, _: masked.linked.letter, misplaced)
    issue, _, _ = told(two_letters, "claims_failed")
    assert "does not lie in its sentence" in issue.message


def test_where_names_fail_the_header_is_kept_and_what_other_letters_taught(two_letters, monkeypatch):
    broken(monkeypatch, Grammar, "recognise", lambda _, letter: letter, KeyError("x"))
    issue, made, sources = told(two_letters, "names_failed")
    assert "KeyError in test_faults.py, line" in issue.message
    own = {row.recogniser for row in made.tables.mentions if sources[row.letter_id] == "a.txt"}
    assert own == {"second pass"}
    assert {row.department for row in made.tables.letters} == {"苏州市工业和信息化局"}


def test_what_every_letter_would_meet_ends_the_build(two_letters, monkeypatch):
    broken(monkeypatch, Grammar, "recognise", lambda _, letter: letter, RecogniserError("no answer"))
    with pytest.raises(RecogniserError, match="no answer"):
        build(two_letters)
