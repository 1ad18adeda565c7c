"""Check a finished build: quotes, evidence, counts, files, and the RDF against its shapes."""

from __future__ import annotations

from .report import Finding, Report, render
from .run import check

__all__ = ["Finding", "Report", "check", "render"]
