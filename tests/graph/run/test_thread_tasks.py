from contextlib import closing

import pytest
from changed import replace
from promises import letter, promise

from graph.run import process_runner
from graph.run.process_runner import ProcessRunner
from graph.run.thread_tasks import Reteller
from graph.storage.record_bytes import packed, unpacked
from graph.tables.graph_tables import SentenceRow
from graph.threads.later_letters import Bodies
from graph.threads.retelling import letter_groups, retold

OFFICE = "苏州市城市管理局"


def groups(text):
    what = "年底前完成香山路人行道翻修"
    row = promise("a", "planned", what=what, objects=(), cue="")
    row = replace(
        row, due="2022", quote=what + "。", clause_start=row.start, clause_end=row.start + len(what)
    )
    told = SentenceRow(
        letter_id="b",
        sentence_id="b.s1",
        section_id="",
        start=100,
        end=100 + len(text),
        text=text,
        zone="body",
    )
    letters = [letter("a", department=OFFICE), letter("b", department=OFFICE)]
    return letter_groups([row], [told], Bodies.of(letters, {"a": "苏州市", "b": "苏州市"}), {})


@pytest.mark.parametrize("text", ["香山路人行道翻修已于2022年11月完成。", "路灯已更换。"])
def test_a_group_says_the_same_wherever_it_is_read(text):
    (group,) = groups(text)
    found = retold(group)
    assert [one.promise for one in found] == ([] if "路灯" in text else ["a.c1"])
    assert Reteller()(group) == found
    assert retold(unpacked(packed(group) or b"", Reteller().task_type)) == found
    assert unpacked(packed(found) or b"", Reteller().result_type) == found


@pytest.mark.slow
def test_two_groups_are_enough_to_be_read_in_processes(monkeypatch):
    (group,) = groups("香山路人行道翻修已于2022年11月完成。")
    monkeypatch.setattr(process_runner, "map", None, raising=False)  # nothing is done here
    with closing(ProcessRunner(2)) as runner:
        assert [*runner.map(Reteller(letters=10_000), [group] * 2)] == [retold(group)] * 2
