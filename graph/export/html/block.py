"""Data blocks: how JSON stands inside the page, so that no letter can end its script element or run as one."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

import msgspec

COMPRESS_ABOVE = 300_000
"""Bytes of JSON above which a block is compressed: decoding costs a browser 16 ms for a thousand nodes."""

LEVEL = 4
"""Of compression: 6 takes twice the time and saves seven bytes in a hundred (page of 1,000 letters)."""

_TOGETHER = 100
"""Items of an array that are encoded at a time: a place of a passage may name hundreds of letters."""

_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The text of one data block; `encoding` is `json`, or `deflate` for base64 of zlib-compressed JSON."""

    name: str
    encoding: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A JSON array whose items are made as they are written, so that few of them are in memory."""

    items: Iterable[Any]


def encode(name: str, value: Any, *, compress_above: int = COMPRESS_ABOVE) -> Block:
    """Return `value` as a block: JSON with `<` escaped, or compressed where it is longer than `compress_above`.

    An iterator of keys and values is an object whose values are in memory one at a time, `Listed` an array of which
    a few items are. Lone surrogates (broken input) become `?`, so that the page stays UTF-8.
    """
    pieces = _pieces(value)
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > compress_above:
            del piece  # what is packed may go: the texts of all letters are one piece
            first = (held.pop(0) for _ in range(len(held)))
            packed = base64.b64encode(_deflated(chain(first, pieces))).decode("ascii")
            return Block(name=name, encoding="deflate", text=packed)
    return Block(name=name, encoding="json", text=b"".join(held).decode("utf-8").translate(_ESCAPES))


def _deflated(pieces: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(LEVEL)
    return b"".join([*map(packer.compress, pieces), packer.flush()])


def _pieces(value: Any) -> Iterator[bytes]:
    """Yield the JSON of anything that a block may hold, piece by piece where it comes so."""
    if isinstance(value, Iterator):
        yield from _object(value)
    elif isinstance(value, Listed):
        yield from _array(iter(value.items))
    else:
        yield _json(value)


def _object(parts: Iterator[tuple[str, Any]]) -> Iterator[bytes]:
    before = b"{"
    for key, value in parts:
        yield before + _json(key) + b":"
        yield from _pieces(value)
        before = b","
    yield b"}" if before == b"," else b"{}"


def _array(items: Iterator[Any]) -> Iterator[bytes]:
    before = b"["
    while some := [*islice(items, _TOGETHER)]:
        yield before + _json(some)[1:-1]
        before = b","
    yield b"]" if before == b"," else b"[]"


def _json(value: Any) -> bytes:
    """Return compact JSON in UTF-8; by msgspec, which needs less time and memory than json."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # a lone surrogate
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return plain.encode("utf-8", errors="replace")
