import json

import pytest
from changed import replace
from publications import edge, letter, node, tables
from two_letters import two_letters

from graph.answers.change_text import as_json, as_markdown, as_text
from graph.answers.diff import diff, difference
from graph.errors import MissingBuild
from graph.export.csv_tables import write
from graph.tables.graph_tables import MentionRow


def mention(place, entity, letter_id="l1"):
    return MentionRow(
        mention_id=f"{letter_id}.m{place}",
        letter_id=letter_id,
        start=place,
        end=place + 3,
        text="科交中心",
        kind="platform",
        entity_id=entity,
        entity_ids=(entity,),
        anaphor=False,
        rule="same_name",
        score=1.0,
        section_id="",
        sentence_id="",
    )


def built(nodes=(), mentions=(), edges=(), letters=("l1",)):
    return tables(
        entities=[node(one, name=name) if isinstance(one, str) else one for one, name in nodes],
        mentions=[mention(place, entity) for place, entity in mentions],
        edges=list(edges),
        letters=[letter(one) for one in letters],
    )


ABC = (("e/a", "甲"), ("e/b", "乙"), ("e/c", "丙"))


def test_a_build_does_not_differ_from_itself():
    everything = two_letters().tables
    assert difference(everything, everything).is_empty
    assert "do not differ" in as_text(difference(everything, everything))


def test_entities_and_letters_that_came_and_went_are_named():
    old = built(ABC[:2], letters=("l1", "l2"))
    new = built(ABC[1:], letters=("l2", "l3"))
    found = difference(old, new)
    assert [one.what for one in found.entities.appeared] == ["e/c"]
    assert [one.what for one in found.entities.vanished] == ["e/a"]
    assert [one.what for one in found.letters.added] == ["l3"]
    assert [one.what for one in found.letters.removed] == ["l1"]


def test_a_letter_whose_file_has_another_name_is_neither_new_nor_gone():
    old = built(letters=("l1", "l2"))
    new = replace(old, letters=[replace(old.letters[0], source="改名.txt"), old.letters[1]])
    found = difference(old, new).letters
    assert (found.added, found.removed) == ((), ())
    assert [(one.before, one.after) for one in found.changed] == [((old.letters[0].source,), ("改名.txt",))]


def test_a_letter_read_otherwise_than_before_is_told():
    old, new = built(), built()
    again = replace(new, letters=[replace(new.letters[0], status="duplicate")])
    (change,) = difference(old, again).letters.changed
    assert (change.before[0], change.after[0]) == ("reply", "duplicate")


def test_a_merge_is_told_by_the_mentions_and_not_as_a_loss():
    old = built(ABC[:2], [(0, "e/a"), (9, "e/b")])
    new = built(ABC[:1], [(0, "e/a"), (9, "e/a")])
    found = difference(old, new).entities
    assert [(one.before, one.after) for one in found.merged] == [(("甲 (e/a)", "乙 (e/b)"), ("甲 (e/a)",))]
    assert (found.vanished, found.appeared, found.split) == ((), (), ())


def test_a_split_is_the_reverse_of_a_merge():
    old = built(ABC[:1], [(0, "e/a"), (9, "e/a")])
    new = built(ABC[:2], [(0, "e/a"), (9, "e/b")])
    found = difference(old, new).entities
    assert [(one.before, one.after) for one in found.split] == [(("甲 (e/a)",), ("甲 (e/a)", "乙 (e/b)"))]
    assert (found.merged, found.appeared) == ((), ())


def test_a_thing_that_goes_by_another_id_is_neither_lost_nor_new():
    found = difference(built(ABC[:1], [(0, "e/a")]), built(ABC[1:2], [(0, "e/b")])).entities
    assert [(one.before, one.after) for one in found.merged] == [(("甲 (e/a)",), ("乙 (e/b)",))]
    assert (found.vanished, found.appeared, found.split) == ((), (), ())


def test_names_and_kinds_that_changed_are_told_with_both():
    old = tables(entities=[node("e/a", "platform", name="甲")])
    new = tables(entities=[node("e/a", "organisation", name="甲中心")])
    found = difference(old, new).entities
    assert (found.renamed[0].before, found.renamed[0].after) == (("甲",), ("甲中心",))
    assert (found.retyped[0].before, found.retyped[0].after) == (("platform",), ("organisation",))


def test_edges_gained_and_lost_are_counted_by_relation_the_heaviest_first():
    old = built(ABC, edges=[edge("e/a", "funds", "e/b")])
    new = built(
        ABC,
        edges=[edge("e/a", "co_mention", "e/b", directed=False), edge("e/b", "co_mention", "e/c", weight=5)],
    )
    found = difference(old, new).edges
    assert [(one.source, one.weight) for one in found.gained["co_mention"]] == [("乙", 5), ("甲", 1)]
    assert [one.target for one in found.lost["funds"]] == ["乙"]


def test_an_edge_of_a_merged_entity_is_the_same_edge():
    old = built(ABC, [(0, "e/a"), (9, "e/b")], [edge("e/b", "funds", "e/c")])
    new = built((ABC[0], ABC[2]), [(0, "e/a"), (9, "e/a")], [edge("e/a", "funds", "e/c")])
    found = difference(old, new).edges
    assert (found.gained, found.lost) == ({}, {})


def test_a_promise_kept_is_an_edge_with_another_status():
    old = built(ABC, edges=[edge("e/a", "established", "e/b", status="planned")])
    new = built(ABC, edges=[edge("e/a", "established", "e/b", status="done", weight=2)])
    found = difference(old, new).edges
    assert [(one.before, one.after) for one in found.restated] == [("planned asserted", "done asserted")]
    assert found.weighed == {"established": 1}


def test_text_markdown_and_json_tell_the_same_change():
    found = difference(built(ABC[:2], [(0, "e/a"), (9, "e/b")]), built(ABC[:1], [(0, "e/a"), (9, "e/a")]))
    assert "合并 merged: 1" in as_text(found)
    assert "## 合并 merged: 1" in as_markdown(found)
    assert json.loads(as_json(found))["entities"]["merged"][0]["after"] == ["甲 (e/a)"]


def test_more_than_can_be_read_is_counted():
    found = difference(tables(), tables(entities=[node(f"e/{n:02}", name=f"机构{n}") for n in range(30)]))
    assert "appeared: 30" in as_text(found)
    assert "18 more" in as_text(found)


def test_a_name_can_neither_steer_the_terminal_nor_be_markup():
    found = difference(tables(), tables(entities=[node("e/a", name="\x1b[2J<script>|")]))
    assert "\x1b" not in as_text(found)
    assert "\\<script\\>" in as_markdown(found)


def test_two_folders_are_compared_as_they_were_written(tmp_path):
    write(two_letters(), tmp_path / "old")
    write(two_letters(), tmp_path / "new")
    assert diff(tmp_path / "old", tmp_path / "new").is_empty
    with pytest.raises(MissingBuild):
        diff(tmp_path / "old", tmp_path / "none")


def test_an_input_that_is_no_reply_is_called_by_its_file():
    notes = replace(letter("x-x-x-x-x-x"), source="会议记录.txt", status="not_a_letter")
    old, new = built(), built()
    found = difference(old, replace(new, letters=[*new.letters, notes]))
    assert [one.what for one in found.letters.added] == ["会议记录.txt"]
