from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.recognise.candidates import Candidate
from graph.recognise.selection import Scored, select

SIZE = 8
items = st.lists(
    st.tuples(st.integers(-5, 9), st.integers(0, SIZE - 1), st.integers(1, 4)).map(
        lambda row: Scored(row[0], Candidate(row[1], min(row[1] + row[2], SIZE), -1, (), "head"), "")
    ),
    max_size=7,
)


def overlap(left, right):
    return left.candidate.first < right.candidate.last and right.candidate.first < left.candidate.last


@given(items)
def test_no_other_set_without_overlap_scores_higher(scored):
    chosen = select(scored, SIZE)
    assert not any(overlap(a, b) for a, b in combinations(chosen, 2))
    best = max(
        sum(item.score for item in group)
        for size in range(len(scored) + 1)
        for group in combinations(scored, size)
        if not any(overlap(a, b) for a, b in combinations(group, 2))
    )
    assert sum(item.score for item in chosen) == best
