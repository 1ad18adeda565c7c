"""What a letter says about itself, every fact with the place it was read from."""

from .read import read_header

__all__ = ["read_header"]
