from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from corpus.shingles import SHINGLE, shingle_hashes


@given(st.text(max_size=40))
def test_every_stretch_of_six_characters_has_its_own_crc(text):
    stretches = [text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1))]
    assert list(shingle_hashes(text)) == [crc32(stretch.encode("utf-32-le")) for stretch in stretches]
