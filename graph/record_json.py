"""Records as JSON and back, by their type hints: positional, exact, and nothing but records can come of reading it.

Serves what the program itself wrote (graph.cache); a text that does not fit the type raises `ValueError`.
"""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Step = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, NoneType)


def to_json(value: Any, annotation: Any) -> str:
    """Return a value of this type as JSON; equal values give equal text. Raises `TypeError` for another type."""
    encoded = _encoder(annotation)(value)
    return json.dumps(encoded, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def from_json(text: str | bytes, annotation: Any) -> Any:
    """Return the value of this type that `to_json` made the text of. Raises `ValueError` where it cannot be one."""
    try:
        return _decoder(annotation)(json.loads(text))
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"no {annotation}: {error}") from error


@cache
def _encoder(annotation: Any) -> Step:
    """Return what turns a value of this type into lists, texts and numbers."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_dataclass(annotation):
        hints = _hints(annotation)
        steps = [(field.name, _encoder(hints[field.name])) for field in fields(annotation)]
        return lambda record: [step(getattr(record, name)) for name, step in steps]
    if annotation in _PLAIN or origin is Literal:
        return _same
    if origin in (UnionType, Union):
        inner = _encoder(_without_none(arguments))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_steps(arguments, _encoder, list)
    if origin is not None and issubclass(origin, Mapping):
        of_value = _encoder(arguments[1])
        return lambda found: {key: of_value(value) for key, value in found.items()}
    if annotation is _Offsets:
        return lambda numbers: b64encode(array("q", numbers).tobytes()).decode("ascii") + numbers.typecode
    raise TypeError(f"records hold no {annotation}")


@cache
def _decoder(annotation: Any) -> Step:
    """Return the reverse of `_encoder`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_dataclass(annotation):
        return _record_decoder(annotation)
    if annotation in _PLAIN or origin is Literal:
        return _same
    if origin in (UnionType, Union):
        inner = _decoder(_without_none(arguments))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_steps(arguments, _decoder, tuple)
    if origin is not None and issubclass(origin, Mapping):
        of_value = _decoder(arguments[1])
        return lambda found: {key: of_value(value) for key, value in found.items()}
    if annotation is _Offsets:
        return _array
    raise TypeError(f"records hold no {annotation}")


def _record_decoder(record: Any) -> Step:
    hints = _hints(record)
    names = [field.name for field in fields(record)]
    steps = [_decoder(hints[name]) for name in names]

    def decode(values: Any) -> Any:
        if type(values) is not list or len(values) != len(steps):
            raise ValueError(f"no {record.__name__}")
        return record(**{name: step(value) for name, step, value in zip(names, steps, values, strict=True)})

    return decode


def _tuple_steps(arguments: tuple[Any, ...], of: Callable[[Any], Step], made: Callable[[Any], Any]) -> Step:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        step = of(arguments[0])
        if step is _same:
            return made
        return lambda values: made([step(value) for value in values])
    steps = [of(argument) for argument in arguments]
    return lambda values: made([step(value) for step, value in zip(steps, values, strict=True)])


def _array(text: str) -> array[int]:
    numbers: array[int] = array("q")
    numbers.frombytes(b64decode(text[:-1], validate=True))
    return array(text[-1], numbers)


class _Offsets:
    """Stands for `array[int]`, which Python 3.11 cannot evaluate."""

    def __class_getitem__(cls, _: Any) -> type[_Offsets]:
        return cls


def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record, localns={"array": _Offsets})


def _without_none(arguments: tuple[Any, ...]) -> Any:
    """Return the one type beside None; a union of several has no place in a record."""
    (inner,) = (each for each in arguments if each is not NoneType)
    return inner


def _same(value: Any) -> Any:
    return value
