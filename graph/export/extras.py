"""Libraries that only some formats need and that are not installed by default."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import UsageError


def library(name: str, *, extra: str) -> Any:
    """Return the module of that name. Raises `UsageError` with the command that installs it where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(
            f"--format {extra}: 需要 {name}，尚未安装；请运行 · "
            f"needs {name}, which is not installed; run: pip install 'fuwen[{extra}]'"
        ) from error
