"""Hashes of every stretch of a few characters of a text (shingles), all of them computed at once.

CRC-32 is affine: texts that differ in single places have CRCs that add up by xor. So what each character adds at
each place of a shingle is worked out once per character, and a shingle's CRC is the xor of six numbers; whole texts
are added up as one large integer.
"""

from __future__ import annotations

import sys
from array import array
from typing import Final
from zlib import crc32

SHINGLE: Final = 6
_WIDTH: Final = 4
"""Bytes of a character (UTF-32) and of a CRC."""


class _Parts(dict[str, bytes]):
    """What a character adds to a shingle's CRC at its first place, its second and so on."""

    def __missing__(self, character: str) -> bytes:
        code = character.encode("utf-32-le")
        alone = [crc32(code.rjust(place * _WIDTH, b"\0").ljust(_LENGTH, b"\0")) for place in _PLACES]
        self[character] = array("I", [alone[0], *(crc ^ _EMPTY for crc in alone[1:])]).tobytes()
        return self[character]


_PLACES: Final = range(1, SHINGLE + 1)
_LENGTH: Final = SHINGLE * _WIDTH
_EMPTY: Final = crc32(bytes(_LENGTH))
_PARTS: Final = _Parts()


def shingle_hashes(text: str) -> array[int]:
    """Return the CRC-32 of every six characters of a text in UTF-32 (little-endian), in the order of the text.

    A shorter text is one shingle.
    """
    count = len(text) - SHINGLE + 1
    if count < 1:
        return array("I", [crc32(text.encode("utf-32-le"))])
    parts = array("I", b"".join(map(_PARTS.__getitem__, text)))
    total = 0
    for place in range(SHINGLE):
        first = place * SHINGLE + place
        added = parts[first : first + count * SHINGLE : SHINGLE]
        total ^= int.from_bytes(added.tobytes(), sys.byteorder)
    return array("I", total.to_bytes(count * _WIDTH, sys.byteorder))
