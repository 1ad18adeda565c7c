from itertools import permutations

import msgspec
import pytest

from corpus.records import Span
from graph.errors import BrokenEvidence
from graph.records import Claim
from graph.run.edge_tasks import Reducer
from graph.storage.digest_counts import DigestCounts
from graph.storage.spool import MANY, Shelf
from graph.tables.claim_buckets import ClaimBuckets, QuotedClaim, bucketed, edge_id
from graph.tables.edge_rows import Setting
from graph.tables.graph_tables import EdgeRow, EvidenceRow
from graph.tables.wordings import digest_of

SENTENCE = "市科创局会同市财政局设立专项资金。"
ALONE = Setting(windows=0, counts={}, wordings={}, repeated=DigestCounts())


def claim(letter_id="甲", start=10, text=SENTENCE, date="2024-05-06", **fields):
    fields = {"source": "e/市科创局", "relation": "cooperates_with", "target": "e/市财政局"} | fields
    quote = Span(start=start, end=start + len(SENTENCE))
    made = Claim(letter_id=letter_id, sentence_id=f"{letter_id}.1", quote=quote, **fields)
    name = edge_id(made.source, made.relation, made.target)
    return QuotedClaim(edge_id=name, claim=made, text=text, wording=digest_of(text), date=date)


def reduced(claims, setting=ALONE, shelf=None):
    """The rows of claims that go through the buckets and the tasks of a build."""
    shelf = shelf or Shelf()
    kept = ClaimBuckets(shelf)
    kept.add(bucketed(claims))
    edges, evidence = shelf.records(EdgeRow), shelf.records(EvidenceRow)
    for bucket in kept.tasks():
        rows = Reducer(setting=setting)(bucket)
        rows.edges.add_to(edges, EdgeRow)
        rows.evidence.add_to(evidence, EvidenceRow)
    return list(edges), list(evidence)


def test_claims_of_one_edge_become_one_row_with_a_row_of_evidence_each():
    claims = [claim(), claim("乙", date="2022-01-01"), claim("丙", date="")]
    for order in permutations(claims):
        (edge,), evidence = reduced(order)
        assert (edge.weight, edge.letter_count, edge.distinct_texts) == (3, 3, 1)
        assert (edge.first_date, edge.last_date) == ("2022-01-01", "2024-05-06")
        assert [row.letter_id for row in evidence] == ["丙", "乙", "甲"]
        assert {row.evidence_id.partition(".")[0] for row in evidence} == {edge.edge_id}
        assert {row.quote for row in evidence} == {SENTENCE}


def test_a_further_letter_changes_no_id_of_the_evidence_before():
    known = {
        (row.letter_id, row.start): row.evidence_id for row in reduced([claim(), claim("乙", start=3)])[1]
    }
    more = [claim(), claim("乙", start=3), claim("丁"), claim("乙", start=90), claim("乙", start=1)]
    found = {(row.letter_id, row.start): row.evidence_id for row in reduced(more)[1]}
    assert len({*found.values()}) == 5
    assert {place: found[place] for place in known} == known


def test_two_claims_from_one_sentence_have_ids_of_their_own():
    _, evidence = reduced([claim(rule="甲"), claim(rule="乙"), claim("丙", rule="甲")])
    ids = {row.letter_id + row.rule: row.evidence_id for row in evidence}
    assert ids["甲甲"] == f"{ids['甲乙']}.2"
    assert len({*ids.values()}) == 3


def without_sentence(**fields):
    made = claim(**fields)
    return QuotedClaim(edge_id=made.edge_id, claim=msgspec.structs.replace(made.claim, quote=None))


def test_decisions_are_told_apart_by_the_reason_that_a_person_wrote():
    claims = [without_sentence(letter_id="", origin="decision", note=why) for why in ("更名", "改组", "撤并")]
    one_at_a_time = {reduced([each])[1][0].evidence_id for each in claims}
    assert {row.evidence_id for row in reduced(claims)[1]} == one_at_a_time
    assert len(one_at_a_time) == 3


@pytest.mark.parametrize(
    "of_no_sentence",
    [
        {"letter_id": "", "origin": "derived", "rule": "renaming"},
        {"letter_id": "甲", "origin": "decision", "rule": "issued_by:fact"},
    ],
)
def test_the_words_of_a_note_that_fuwen_writes_change_no_id(of_no_sentence):
    ids = {
        reduced([without_sentence(note=note, **of_no_sentence)])[1][0].evidence_id
        for note in ("前者最后见于 2023-05-06", "前者最后见于 2024-01-10")
    }
    assert len(ids) == 1


def test_rows_are_the_same_in_memory_and_on_disk():
    claims = [claim(target=f"e/{number}局", start=number) for number in range(40)]
    edges, evidence = reduced(claims)
    assert (edges, evidence) == reduced(claims, shelf=Shelf(MANY))
    assert [row.edge_id for row in edges] == sorted(row.edge_id for row in edges)


def test_a_text_that_is_no_unicode_is_kept_as_it_is():
    broken = SENTENCE.replace("会", "\ud800")
    for shelf in (Shelf(), Shelf(MANY)):
        _, evidence = reduced([claim(text=broken), claim("乙")], shelf=shelf)
        assert {row.quote for row in evidence} == {broken, SENTENCE}


def test_evidence_says_in_how_many_letters_its_sentence_stands():
    wordings = {digest_of(SENTENCE): 4}
    _, (row,) = reduced([claim()], Setting(windows=0, counts={}, wordings=wordings, repeated=DigestCounts()))
    assert row.repeated_in == 4
    _, (row,) = reduced(
        [claim()], Setting(windows=0, counts={}, wordings={}, repeated=DigestCounts([("甲.1", 3)]))
    )
    assert row.repeated_in == 3


@pytest.mark.parametrize(
    "broken",
    [
        claim(text=SENTENCE[:-1]),
        claim(text=""),
        claim(source_span=Span(start=9, end=12)),
        claim(target_span=Span(start=12, end=99)),
    ],
)
def test_a_quote_that_its_letter_does_not_hold_stops_the_build(broken):
    with pytest.raises(BrokenEvidence, match="甲, characters 10–27: no such quote"):
        reduced([broken])
