"""The version: read by the build, written into every export."""

__version__ = "0.1.0"
