from hypothesis import given
from hypothesis import strategies as st

from graph.recognise.templates import FeatureRecorder
from graph.recognise.weights import best_kind, flags, pack, raised_from, unpack, weights_of
from graph.records import KINDS

four = st.tuples(*[st.integers(-1_000_000, 1_000_000)] * len(KINDS))


@given(four, four)
def test_adding_packed_weights_adds_each_kind(left, right):
    assert unpack(pack(left) + pack(right)) == tuple(a + b for a, b in zip(left, right, strict=True))


@given(four, st.lists(st.sampled_from(KINDS), min_size=1, unique=True))
def test_the_best_kind_is_the_first_of_the_highest(numbers, kinds):
    score, kind = best_kind(kinds, pack(numbers))
    by_kind = dict(zip(KINDS, numbers, strict=True))
    assert score == max(by_kind[kind] for kind in kinds)
    assert kind == max(kinds, key=by_kind.__getitem__)


@given(four, st.integers(-1_000_000, 1_000_000), st.lists(st.sampled_from(KINDS), min_size=1, unique=True))
def test_a_flag_is_set_where_the_number_reaches_the_threshold(numbers, threshold, kinds):
    by_kind = dict(zip(KINDS, numbers, strict=True))
    reached = bool(pack(numbers) + raised_from(threshold) & flags(tuple(kinds)))
    assert reached == any(by_kind[kind] >= threshold for kind in kinds)


def test_each_feature_stands_in_the_table_of_its_template():
    by_feature = {("head", "基金"): 5, ("bt h", "v", "n"): 6, ("tags", "n"): 7, ("whole line",): 8}
    tables = weights_of(by_feature).parts.tables
    assert tables.head == {"基金": 5}
    assert tables.bt_h == {("v", "n"): 6}
    assert tables.tags == {("n",): 7}
    assert tables.whole_line == {(): 8}


def test_notes_write_down_the_features_that_are_looked_up():
    recorder = FeatureRecorder()
    weight = recorder.tables.in_.get("基金", 0) + recorder.tables.tags.get(("v", "n"), 0)
    assert weight + recorder.tables.bias.get((), 0) == 0
    assert recorder.take() == (("bias",), ("in", "基金"), ("tags", "v", "n"))
    assert recorder.take() == ()
