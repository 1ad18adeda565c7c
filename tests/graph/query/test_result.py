"""Rows that a query's order leaves open."""

from __future__ import annotations

from graph.query.result import Cell, settled


def rows(*texts):
    return [tuple(Cell(value=mark) if mark != "-" else None for mark in text) for text in texts]


def test_rows_equal_in_the_columns_of_the_order_are_sorted_by_the_rest_and_no_other_is_moved():
    given = rows("基b", "基a", "基-", "中c", "基a")
    assert settled(given, [0]) == tuple(rows("基-", "基a", "基b", "中c", "基a"))


def test_rows_that_the_order_tells_apart_stay():
    given = rows("b1", "a2", "c0")
    assert settled(given, [0, 1]) == tuple(given)
