"""Buckets hold what was put into them, in memory or on disk."""

import pytest

from graph.storage.buckets import Buckets
from graph.storage.spool import MANY, Shelf


@pytest.mark.parametrize("inputs", [0, MANY])
def test_a_bucket_gives_back_its_own_records_as_often_as_it_is_asked(inputs):
    buckets = Buckets(tuple[int, str], 3, Shelf(inputs))
    for number in range(1000):
        buckets.add(number % 2, (number, "甲" * 100))
    for _ in range(2):
        assert [number for number, _ in buckets.of(1)] == [*range(1, 1000, 2)]
        assert [number for number, _ in buckets.of(0)] == [*range(0, 1000, 2)]
        assert buckets.of(2) == []


@pytest.mark.parametrize("inputs", [0, MANY])
def test_a_text_that_is_no_unicode_comes_back_too(inputs):
    buckets = Buckets(str, 1, Shelf(inputs))
    for text in ("甲", "\ud800", "乙"):
        buckets.add(0, text)
    assert sorted(buckets.of(0)) == sorted(["甲", "\ud800", "乙"])
