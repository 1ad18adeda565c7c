"""Threads of promises: what was promised in one letter, and what became of it by later ones."""
