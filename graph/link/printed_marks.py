"""The marks of a name as it is printed, given back to the name that was restored from its core: “十四五”规划."""

from __future__ import annotations

import msgspec

from .name_keys import Identity, core

_OPENED_BY = dict(zip("》〉”’」』）)]】〕", "《〈“‘「『（([【〔", strict=True))
"""Of every closing mark."""


def with_marks(identity: Identity, written: str) -> Identity:
    """Return an identity whose restored name has the marks of the written one: “十四五”规划, not 十四五规划."""
    shown = "".join(written.split())
    if shown.startswith("《") and shown.endswith("》") and _is_balanced(shown[1:-1]):
        shown = shown[1:-1]  # not of 《甲》和《乙》
    if shown == core(shown):
        return identity
    restored = identity.name
    tails = (shown[at:] for at in range(len(shown)))
    kept = next((tail for tail in tails if restored.endswith(core(tail)) and _is_balanced(tail)), "")
    bare = len(core(kept))
    return msgspec.structs.replace(identity, name=restored[:-bare] + kept) if bare else identity


def _is_balanced(text: str) -> bool:
    """Return whether every closing mark closes the last one that was opened, and none stays open."""
    opened: list[str] = []
    for mark in text:
        if mark in _OPENED_BY.values():
            opened.append(mark)
        elif mark in _OPENED_BY and (not opened or opened.pop() != _OPENED_BY[mark]):
            return False
    return not opened
