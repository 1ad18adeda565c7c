import gc

import pytest

from graph.storage.collection import no_cycle_search


def test_the_search_is_paused_within_the_block_and_goes_on_behind_it():
    assert gc.isenabled()
    with no_cycle_search():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_in_the_block_does_not_end_the_search_for_good():
    with pytest.raises(ValueError, match="x"), no_cycle_search():
        raise ValueError("x")
    assert gc.isenabled()


def test_a_caller_who_had_paused_it_finds_it_paused():
    with no_cycle_search():
        with no_cycle_search():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
