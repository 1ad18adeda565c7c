"""Typed relations: who established, issued, supports, runs … what, by patterns over sentences with masked names."""
