"""The five letters that come with the package."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable


def bundled_letters() -> Traversable:
    """Return the folder of the bundled letters; `importlib.resources.as_file` makes it a path."""
    return resources.files(__package__) / "letters"
