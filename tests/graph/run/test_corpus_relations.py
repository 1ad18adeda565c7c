"""What all letters say together: what one letter leaves out is told."""

from reply_letters import reply

from graph.pipeline import BuildOptions, build
from graph.relate.co_mention import MAX_NAMES
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


def test_a_table_whose_numbers_nothing_explains_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(reply(body=("各区情况如下：", "区\t数量", "姑苏区\t12", "吴中区\t13")), encoding="utf-8")
    tables = build(BuildOptions(paths=(path,))).tables
    (issue,) = [row for row in tables.issues if row.code == "table_unread"]
    assert (issue.letter_id, issue.severity, issue.value) == (
        tables.letters[0].letter_id,
        "warning",
        "数量",
    )
    assert not tables.figures
