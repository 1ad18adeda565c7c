from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evaluation.alignment import align, compact, mapped, touched

LETTER = st.text(alphabet="福田区财政局设立基金，。（） \n", max_size=60)


@settings(deadline=None)
@given(LETTER)
def test_a_text_lies_on_itself(text):
    bare = compact(text).text
    assert align(bare, bare) == list(range(len(bare)))


@settings(deadline=None)
@given(LETTER, st.data())
def test_white_space_moves_no_name(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(min_value=0, max_value=len(text)), max_size=5)))
    spaced = text
    for cut in reversed(cuts):
        spaced = f"{spaced[:cut]} \n{spaced[cut:]}"
    assert compact(spaced).text == compact(text).text


@settings(deadline=None)
@given(LETTER, LETTER)
def test_only_equal_characters_are_laid_on_each_other_and_in_order(left, right):
    ours, theirs = compact(left).text, compact(right).text
    places = align(ours, theirs)
    kept = [place for place in places if place is not None]
    assert kept == sorted(set(kept))
    assert all(ours[at] == theirs[place] for at, place in enumerate(places) if place is not None)


def test_a_dropped_line_moves_what_follows_and_loses_what_it_held():
    gold = compact("联系单位：集群发展科。福田区财政局设立种子基金。").text
    ours = compact("福田区财政局设立种子基金。").text
    places = align(gold, ours)
    at = gold.index("种子基金")
    assert mapped(places, at, at + 4) == (ours.index("种子基金"), ours.index("种子基金") + 4)
    assert mapped(places, 0, 4) is None
    assert touched(places, 0, 4) is None


def test_brackets_of_either_width_are_the_same_mark_and_print_as_they_stand():
    assert compact("中国（南方）").text == compact("中国(南方)").text
    assert compact("中国（南方）").printed == "中国（南方）"


def test_a_span_is_counted_without_white_space():
    found = compact("由 福田区\n财政局 牵头")
    start, end = found.span(2, 9)
    assert found.text[start:end] == "福田区财政局"
