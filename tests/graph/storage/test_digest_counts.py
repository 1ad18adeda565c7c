"""Counts by the hash of a text."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from graph.storage.digest_counts import DigestCounts


@given(st.dictionaries(st.text(), st.integers(0, 2**32 - 1)), st.text())
def test_every_text_has_its_number_and_no_other_has_one(counts, other):
    found = DigestCounts(counts.items())
    assert {text: found.get(text, -1) for text in counts} == counts
    assert all(text in found for text in counts)
    assert (other in found) is (other in counts)
    assert found.get(other, -1) == counts.get(other, -1)


def test_a_number_takes_twelve_bytes_where_it_is_sent():
    names = [f"淮安市淮阴区城市管理局第{number}号" for number in range(10_000)]
    sent = pickle.dumps(DigestCounts((name, 1) for name in names), protocol=pickle.HIGHEST_PROTOCOL)
    assert len(sent) < 13 * len(names)
    assert names[17] in pickle.loads(sent)  # noqa: S301 (made above)
