from hypothesis import given
from hypothesis import strategies as st

from graph.recognise.weights import Weights, best_kind, pack, unpack
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


def test_unknown_features_weigh_nothing():
    weights = Weights(by_feature={("head", "基金"): pack((0, 5, 0, 0))})
    assert unpack(weights.total([("head", "基金"), ("head", "没见过")])) == (0, 5, 0, 0)
