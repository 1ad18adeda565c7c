"""What names are compared by: keys, and the text of a name without what may be printed one way or another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

import msgspec

_IGNORED = re.compile(r"[\s《》〈〉“”‘’\"'「」『』（）()\[\]【】〔〕﹝﹞]+")
_DASHES = re.compile(r"[‐‑‒–—―−~～-]+(?P<number>(?=\d))?")


class NameKey(NamedTuple):
    """What a name's identity hangs on: where it is valid (`scope`) and the name itself without marks (`core`).

    `scope` is a canonical place, 全国, empty (valid everywhere), or `?` + letter_id where the place is unknown.
    A tuple, because keys are hashed and compared millions of times in a large corpus.
    """

    scope: str
    core: str


class Identity(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A key, the rule that gave it with its score, the full name it stands for, and the kind of body if known."""

    key: NameKey
    rule: str
    score: float
    name: str
    jurisdiction: str = ""
    subkind: str = ""


@lru_cache(maxsize=1 << 14)
def core(name: str) -> str:
    """Return a name without brackets, quotes, white space and width: what equality means.

    Dashes are printed as it happens (中国—东盟, 2021～2025年): one hyphen is kept before a number, none elsewhere.
    """
    bare = _IGNORED.sub("", normalize("NFKC", name))
    bare = _DASHES.sub(lambda dash: "" if dash["number"] is None else "-", bare)
    return normalize("NFKC", bare)  # what stands side by side now may be one character


def without_state(bare: str) -> str:
    """Return 知识产权局 for 国家知识产权局: what the bodies of places with the same duties are called."""
    return bare.removeprefix("国家")


def is_subsequence(short: str, long: str) -> bool:
    """Return whether the characters of `short` stand in `long` in order."""
    at = -1
    for character in short:
        at = long.find(character, at + 1)
        if at < 0:
            return False
    return True
