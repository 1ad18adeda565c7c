from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Span
from graph.records import Claim
from graph.storage.spool import MANY, Shelf
from graph.tables.claim_buckets import (
    BUCKETS,
    ClaimBuckets,
    QuotedClaim,
    bucketed,
    edge_id,
)
from graph.tables.wordings import digest_of

names = st.text("省市区科技局基金", min_size=1, max_size=6)
quotes = st.text(max_size=8) | st.just("断\ud800字")


@st.composite
def quoted_claims(draw):
    text = draw(quotes)
    claim = Claim(
        source=f"e/{draw(names)}",
        relation="co_mention",
        target=f"e/{draw(names)}",
        letter_id="深圳市-cppcc-7-1-1-科创局",
        quote=Span(start=3, end=3 + len(text)),
    )
    name = edge_id(claim.source, claim.relation, claim.target)
    return QuotedClaim(edge_id=name, claim=claim, text=text, wording=digest_of(text), date="2024-05-06")


def ids(bucket):
    return [one.edge_id for one in bucket.claims()]


def plain(claims):
    return sorted(map(repr, claims))


@given(letters=st.lists(st.lists(quoted_claims(), max_size=5), max_size=4), inputs=st.sampled_from([1, MANY]))
def test_buckets_hold_every_claim_once_in_ranges_of_edge_ids(letters, inputs):
    kept = ClaimBuckets(Shelf(inputs))
    for claims in letters:
        kept.add(bucketed(claims))
    tasks = list(kept.tasks())
    assert len(tasks) == (1 if inputs == 1 else BUCKETS)
    assert plain(one for bucket in tasks for one in bucket.claims()) == plain(
        one for each in letters for one in each
    )
    ranges = [sorted(ids(bucket)) for bucket in tasks if ids(bucket)]
    assert all(one[-1] < following[0] for one, following in pairwise(ranges))
    kept.clear()
    assert [one for bucket in kept.tasks() for one in bucket.claims()] == []
