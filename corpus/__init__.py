"""Letters in, text with offsets out; knows nothing of entities."""

from .bundled import bundled_letters
from .duplicates import (
    Duplicate,
    ReadingKey,
    find_duplicates,
    reading_key,
    settlement,
)
from .errors import CorpusError, FactsError, InputNotFound, UnreadableInput
from .facts import EMPTY, FactBook, read_facts
from .identity import letter_id, letter_ids, proposal_key, renamed, session_key
from .inputs import Input, find_inputs, legible
from .reader import read_input
from .records import (
    Fact,
    Header,
    Issue,
    JointDepartment,
    Letter,
    Places,
    Reading,
    Section,
    Sentence,
    Span,
)
from .remote import find_remote, is_uri
from .shapes import hides_name
from .slug import slug

__all__ = [
    "EMPTY",
    "CorpusError",
    "Duplicate",
    "Fact",
    "FactBook",
    "FactsError",
    "Header",
    "Input",
    "InputNotFound",
    "Issue",
    "JointDepartment",
    "Letter",
    "Places",
    "Reading",
    "ReadingKey",
    "Section",
    "Sentence",
    "Span",
    "UnreadableInput",
    "bundled_letters",
    "find_duplicates",
    "find_inputs",
    "find_remote",
    "hides_name",
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
