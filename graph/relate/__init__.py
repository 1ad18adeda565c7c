"""Edges and what proves them: one kind of relation per file."""
