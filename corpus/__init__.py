"""Letters in, text with offsets out; knows nothing of entities."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bundled import bundled_letters
    from .duplicates import ReadingKey, reading_key, settlement
    from .errors import CorpusError, FactsError, InputNotFound, UnreadableInput
    from .facts import NO_FACTS, FactBook, read_facts
    from .file_names import shown_name
    from .identity import letter_id, letter_ids, proposal_key, renamed, session_key
    from .inputs import Input, find_inputs, legible
    from .reader import read_input
    from .records import Letter, Reading, Span
    from .remote import find_remote, is_uri
    from .versions import told_of

_HOMES = {
    "bundled": ("bundled_letters",),
    "duplicates": ("ReadingKey", "reading_key", "settlement"),
    "errors": ("CorpusError", "FactsError", "InputNotFound", "UnreadableInput"),
    "facts": ("NO_FACTS", "FactBook", "read_facts"),
    "file_names": ("shown_name",),
    "identity": ("letter_id", "letter_ids", "proposal_key", "renamed", "session_key"),
    "inputs": ("Input", "find_inputs", "legible"),
    "reader": ("read_input",),
    "records": ("Letter", "Reading", "Span"),
    "remote": ("find_remote", "is_uri"),
    "versions": ("told_of",),
}
"""Modules by what they hold: loaded when first asked for, since questions to a build read no letters.

The reader's expressions take most of the time in which a question is answered.
"""
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "NO_FACTS",
    "CorpusError",
    "FactBook",
    "FactsError",
    "Input",
    "InputNotFound",
    "Letter",
    "Reading",
    "ReadingKey",
    "Span",
    "UnreadableInput",
    "bundled_letters",
    "find_inputs",
    "find_remote",
    "is_uri",
    "legible",
    "letter_id",
    "letter_ids",
    "proposal_key",
    "read_facts",
    "read_input",
    "reading_key",
    "renamed",
    "session_key",
    "settlement",
    "shown_name",
    "told_of",
]


def __getattr__(name: str) -> Any:
    """Return what the package exports (PEP 562). Raises `AttributeError` where it exports no such thing."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
