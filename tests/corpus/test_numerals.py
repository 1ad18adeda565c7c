"""Chinese numerals: what is written is read back, and what says no one number is none."""

from fractions import Fraction

import pytest

from corpus.numerals import in_words, number, spelled


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "零"),
        (9, "九"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_numbers_below_a_hundred_are_written_in_words_and_larger_ones_in_digits(count, words):
    assert in_words(count) == words


@pytest.mark.parametrize("count", range(100))
def test_what_is_written_in_words_is_read_as_the_same_number(count):
    assert number(in_words(count)) == count


@pytest.mark.parametrize(
    ("words", "value"),
    [("一百零五", 105), ("两亿零三百万", 203_000_000), ("三点五", Fraction(7, 2)), ("三万五千", 35_000)],
)
def test_larger_numbers_and_decimals_are_read_from_words(words, value):
    assert spelled(words) == value


@pytest.mark.parametrize("words", ["五六百", "三百五", "一万二", "第三", ""])
def test_about_so_many_and_numbers_with_the_last_place_left_out_are_none(words):
    assert spelled(words) is None
