import pytest

from graph.errors import UsageError
from graph.recognise import recognisers
from graph.recognise.merge import Thresholded


def test_the_grammar_alone_is_the_default():
    assert [recogniser.name for recogniser in recognisers()] == ["grammar"]


def test_an_unknown_recogniser_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match=r"nowhere.*grammar"):
        recognisers(names=["nowhere"])


def test_a_minimum_score_applies_to_all():
    assert {type(recogniser) for recogniser in recognisers(min_score=0.5)} == {Thresholded}
