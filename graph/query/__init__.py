"""SPARQL over graph.ttl: run a query or a shipped question, show its rows."""

from __future__ import annotations

from .engines import ENGINES, Engine, load
from .parameters import bind
from .render import FORMATS, render
from .result import Cell, Result
from .run import DEFAULT_ENGINE, resolve, run

__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "FORMATS",
    "Cell",
    "Engine",
    "Result",
    "bind",
    "load",
    "render",
    "resolve",
    "run",
]
