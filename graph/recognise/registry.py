"""Which recognisers there are: ours and those that other packages register as entry points `fuwen.recognisers`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module

from ..errors import UsageError
from .gazetteer import Gazetteer
from .grammar import Grammar
from .merge import Thresholded
from .protocol import Recogniser

GROUP = "fuwen.recognisers"
DEFAULT = ("grammar",)


def recognisers(
    gazetteer: Gazetteer | None = None, names: Sequence[str] | None = None, min_score: float = 0.0
) -> tuple[Recogniser, ...]:
    """Return the chosen recognisers in order of priority: the user's gazetteer, the grammar, then plug-ins.

    `names` chooses among `grammar`, `neural`, `llm` and the registered ones (None: the grammar alone). Raises
    `UsageError` where a name is not registered.
    """
    chosen = tuple(names) if names is not None else DEFAULT
    ordered = sorted(set(chosen), key=lambda name: (name != "grammar", chosen.index(name)))
    found = [_named(name) for name in ordered]
    if gazetteer is not None:
        found.insert(0, gazetteer)
    if min_score > 0:
        return tuple(Thresholded(recogniser, min_score) for recogniser in found)
    return tuple(found)


def _from_environment(module: str) -> Recogniser:
    """Return what the user has set up, of a module that is loaded only here: `llm` needs all that speaks HTTP."""
    made: Recogniser = import_module(f".{module}", __package__).from_environment()
    return made


_OURS: Mapping[str, Callable[[], Recogniser]] = {
    "grammar": Grammar,
    "llm": partial(_from_environment, "llm"),
    "neural": partial(_from_environment, "neural"),
}


def _named(name: str) -> Recogniser:
    if name in _OURS:
        return _OURS[name]()
    from importlib.metadata import entry_points  # noqa: PLC0415  (what reads mail headers comes with it)

    registered = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in registered:
        known = ", ".join(sorted({*_OURS, *registered}))
        raise UsageError(f"--recognisers {name}: 没有安装，已有的是 · not installed, there are: {known}")
    made: Recogniser = registered[name].load()()
    return made
