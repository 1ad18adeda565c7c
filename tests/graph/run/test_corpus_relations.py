"""What all letters say together: what one letter leaves out is told."""

from reply_letters import reply

from graph.commands.outcome import outcome
from graph.pipeline import BuildOptions, build
from graph.publish import Written
from graph.relate.co_mention import MAX_NAMES
from graph.relate.typed.extraction import typed_relations
from graph.run import letter_tasks
from ontology.places import load


def test_a_list_too_long_for_pairs_is_told_with_how_many_names_it_left_unpaired(tmp_path):
    cities = sorted(place.name for place in load().by_canonical.values() if place.name.endswith("市"))
    unpaired = 40
    names = "、".join(f"{city}财政局" for city in cities[: MAX_NAMES + unpaired])
    path = tmp_path / "a.txt"
    path.write_text(reply(body=(f"参加会议的有{names}。",)), encoding="utf-8")
    tables = build(BuildOptions(paths=(path,))).tables
    (issue,) = [row for row in tables.issues if row.code == "long_list"]
    assert (issue.letter_id, issue.value) == (tables.letters[0].letter_id, str(unpaired))


def test_a_fault_in_one_letter_is_told_and_the_rest_goes_on(tmp_path, monkeypatch):
    def faulty(masked):
        if masked.linked.letter.source == "a.txt":
            raise ValueError("zip() argument 2 is longer than argument 1")
        return typed_relations(masked)

    monkeypatch.setattr(letter_tasks, "typed_relations", faulty)
    body = "云岭市财政局设立了云岭市中小企业发展基金，规模3亿元。"
    for name, number in (("a.txt", "71"), ("b.txt", "72")):
        title = f"关于云岭市政协五届三次会议第{number}号提案的答复"
        (tmp_path / name).write_text(reply(title=title, body=(body,)), encoding="utf-8")
    made = build(BuildOptions(paths=(tmp_path,)))
    tables = made.tables
    assert outcome(made, Written(folder=tmp_path, files=())).exit_code == 4
    (issue,) = [row for row in tables.issues if row.code == "claims_failed"]
    assert (issue.source, issue.severity) == ("a.txt", "error")
    assert "ValueError in test_corpus_relations.py, line" in issue.message
    assert {row.source for row in tables.letters if row.status == "reply"} == {"a.txt", "b.txt"}
    letters = {row.letter_id for row in tables.figures}
    assert letters == {row.letter_id for row in tables.letters if row.source == "b.txt"}
