"""What is said of a file that is not read: an issue with the place, the value and a way out."""

from __future__ import annotations

from ..records import Issue


def refusal(source: str, code: str, message: str, hint: str, *, value: str = "") -> Issue:
    """Return the issue row of a file that is not read."""
    return Issue(
        source=source, severity="error", code=code, where="file", value=value, message=message, hint=hint
    )
