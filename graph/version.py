"""The version, and what all ids begin with unless a publisher has a base of their own: written into every export."""

__version__ = "0.1.0"
BASE = "https://w3id.org/fuwen/id/"
