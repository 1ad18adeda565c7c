"""Finds the names in letters: grammar, user gazetteer and plug-ins, merged by a stated priority.

One letter at a time (`recognise`), then a second pass with what all letters taught (`learn`, `revisit`).
"""

from .merge import recognise
from .protocol import Recogniser
from .registry import recognisers
from .second_pass import Names, learn, revisit

__all__ = ["Names", "Recogniser", "learn", "recognise", "recognisers", "revisit"]
