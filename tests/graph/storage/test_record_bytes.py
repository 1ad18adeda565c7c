from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Header, Letter, Sentence, Span
from graph.records import Mention, Recognition
from graph.storage.record_bytes import packed, unpacked

TEXTS = st.text()
SPANS = st.builds(Span, start=st.integers(0, 10**6), end=st.integers(0, 10**6))
MENTIONS = st.builds(
    Mention,
    mention_id=TEXTS,
    letter_id=TEXTS,
    span=SPANS,
    text=TEXTS,
    kind=st.sampled_from(["fund", "policy"]),
    recogniser=TEXTS,
    score=st.floats(0, 1),
    parts=st.lists(TEXTS).map(tuple),
)


@given(
    st.builds(Recognition, letter_id=TEXTS, mentions=st.lists(MENTIONS).map(tuple), unlinked=st.tuples(SPANS))
)
def test_a_record_comes_back_as_it_was(found):
    data = packed(found)
    assert unpacked(data, Recognition) == found
    assert packed(unpacked(data, Recognition)) == data


def test_a_text_with_a_lone_surrogate_is_not_packed():
    assert packed(Recognition(letter_id="\ud800", mentions=())) is None


def test_offsets_keep_their_array_type():
    letter = Letter(
        letter_id="l1",
        source="a.txt",
        raw_sha256="",
        text="答复",
        raw_offsets=array("I", [3, 7]),
        header=Header(),
        sections=(),
        sentences=(Sentence(sentence_id="l1.1", section_id=None, span=Span(start=0, end=2), zone="body"),),
    )
    back = unpacked(packed(letter), Letter)
    assert back == letter
    assert back.raw_offsets.typecode == "I"


@pytest.mark.parametrize(
    "data", [b"", b"\x80", b"\x90", b"\xc0", b"{}", b"\x81\xa9letter_id\x01", b"cos\nsystem\n."]
)
def test_what_is_no_such_record_is_refused(data):
    with pytest.raises(ValueError, match=r"."):
        unpacked(data, Recognition)
