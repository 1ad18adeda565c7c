"""Regular expressions that are compiled when first used: compiling the longest takes longer than reading a letter."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _LatePattern:
    """All that a pattern has, of one that is not yet compiled; what was asked for once is at hand from then on."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def __getattr__(self, name: str) -> Any:
        """Return what the compiled pattern has under this name. Raises `AttributeError` where it has no such thing."""
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used; what is wrong with it shows only then."""
    return cast("re.Pattern[str]", _LatePattern(pattern))
