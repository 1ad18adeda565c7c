"""Records with some of their values changed: of dataclasses and of msgspec's structs alike."""

import dataclasses
from typing import TypeVar

import msgspec

Record = TypeVar("Record")


def replace(record: Record, **values: object) -> Record:
    """Return the record with other values."""
    if isinstance(record, msgspec.Struct):
        return msgspec.structs.replace(record, **values)
    return dataclasses.replace(record, **values)
