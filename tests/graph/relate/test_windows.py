from changed import replace
from graph_letters import linked

from graph.relate.windows import named_windows


def named(letter, window):
    return [[entity for entity, _ in found.entities] for found in named_windows(letter, window)]


def test_a_paragraph_window_ends_where_the_paragraph_ends():
    apart = linked("[甲公司]建成中试平台。", "[乙公司]参与。")
    assert named(apart, "paragraph") == [["e/甲公司"], ["e/乙公司"]]

    one_line = replace(apart, letter=replace(apart.letter, text=apart.letter.text.replace("\n", " ")))
    assert named(one_line, "paragraph") == [["e/乙公司", "e/甲公司"]]
