"""Letters in, text with offsets out; knows nothing of entities."""

from .bundled import bundled_letters
from .duplicates import ReadingKey, find_duplicates, reading_key, settlement
from .errors import CorpusError, FactsError, InputNotFound, UnreadableInput
from .facts import NO_FACTS, FactBook, read_facts
from .identity import letter_id, letter_ids, proposal_key, renamed, session_key
from .inputs import Input, by_products, find_inputs, legible
from .reader import read_input
from .records import Letter, Reading, Span
from .remote import find_remote, is_uri
from .slug import slug

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
    "by_products",
    "find_duplicates",
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
    "slug",
]
