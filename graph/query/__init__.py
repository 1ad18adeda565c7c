"""SPARQL over graph.ttl: run a query or a shipped question, show its rows."""

from __future__ import annotations

from .engines import ENGINES, load
from .parameters import bind
from .render import render, renderer
from .result import Result
from .run import resolve, run

__all__ = ["ENGINES", "Result", "bind", "load", "render", "renderer", "resolve", "run"]
