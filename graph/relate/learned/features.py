"""What speaks for and against two names being related: features of what stands before, between and behind them.

Each feature is a string: B before the first, A behind the second, M between them; w a word that may tell relations, c a
relation that it may tell, 1 and 2 one and two characters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.relation_words import relation_words

from ..typed.actors import Actors
from .scene import Scene, Unit

_BEFORE, _BEHIND = 5, 8
"""Characters before the first and behind the second name that are looked at."""
_FAR = 24
"""Of longer texts between two names only both ends are looked at, half of this each."""
_LITERAL = 8
"""Texts between two names that are also told as a whole."""
_LONGEST_GAP = 4
_PAUSE = re.compile("[，；。：！？]")
_UP_TO_PAUSE = re.compile(f".*{_PAUSE.pattern}", re.DOTALL)


def before(scene: Scene, index: int) -> list[str]:
    """Return the features of what stands before a unit, as the first of a pair."""
    unit, last = scene.units[index], scene.units[index - 1].end if index else 0
    near = scene.letters[max(0, unit.start - 3) : unit.start]
    found = _around(scene, "B", max(last, unit.start - _BEFORE), unit.start)
    found += (f"b{near[-1:]}", f"b{near[-2:]}", f"b{near}")
    found += (f"pk{scene.units[index - 1].kind if index else '^'}", f"op{_opens(scene, unit)}")
    found += (f"ti{unit.tail}", f"ti{unit.tail[-1:]}")
    return found


def behind(scene: Scene, index: int) -> list[str]:
    """Return the features of what stands behind a unit, as the second of a pair."""
    unit, following = scene.units[index], scene.units[index + 1 : index + 2]
    stop = following[0].start if following else len(scene.letters)
    near = scene.letters[unit.end : unit.end + 3]
    found = _around(scene, "A", unit.end, min(stop, unit.end + _BEHIND))
    found += (f"a{near[:1]}", f"a{near[:2]}", f"a{near}")
    found += (f"nk{following[0].kind if following else '$'}", f"bn{_gap(scene, unit.end, stop)}")
    found += (f"tj{unit.tail}", f"tj{unit.tail[-1:]}")
    return found


def between(scene: Scene, one: int, two: int) -> tuple[list[str], list[str]]:
    """Return the features of two units together: of the pieces of the text between them, and of their kinds.

    The latter tell what else stands between them, and what they are to those who act.
    """
    first, second = scene.units[one], scene.units[two]
    text = scene.letters[first.end : second.start]
    passed = "".join(unit.kind for unit in scene.units[one + 1 : two])
    told = [f"d{two - one}", f"mid{passed}", *_ways(scene, one, two)]
    for size in (1, 2, 3):
        told += [f"m{text[:size]}", f"n{text[-size:]}"]
    if len(text) <= _LITERAL:
        told.append(f"F{text}")
    told += _words(scene, "M", first.end, second.start)
    return [f"k{_listed(first)}{_listed(second)}", *_pieces("M", text)], told


def understood(scene: Scene, index: int) -> list[str]:
    """Return the features, but for those before and behind it, of a unit as related with who is understood to act."""
    unit, (acting, beyond) = scene.units[index], scene.acting[index]
    paused = _UP_TO_PAUSE.match(scene.letters, 0, unit.start)
    start = paused.end() if paused else 0
    last = scene.units[index - 1].end if index else 0
    following = scene.units[index + 1 : index + 2]
    return [
        *_around(scene, "M", max(start, last), unit.start),
        *(
            f"A{_listed(unit)}",
            f"basis{acting.basis}",
            f"named{bool(acting.names)}",
            f"ro{_role(unit, beyond)}",
        ),
        *(f"ae{beyond.basis}{bool(beyond.names)}", f"i{min(index, 3)}", f"first{last <= start}"),
        *(f"st{scene.letters[:2]}", f"cl{scene.letters[start : start + 2]}"),
        f"nx{following[0].kind if following else '$'}",
    ]


def _around(scene: Scene, where: str, start: int, end: int) -> list[str]:
    return _pieces(where, scene.letters[start:end]) + _words(scene, where, start, end)


def _words(scene: Scene, where: str, start: int, end: int) -> list[str]:
    """Return the words of a text and what they may tell, its marks and its length."""
    text = scene.letters[start:end]
    found: list[str] = []
    for word in scene.words_in(start, end):
        found += _of_word(where, word.text)
    found += _of_length(where, min(len(_PAUSE.findall(text)), 3), min(len(text) // 3, 6))
    return [*found, f"{where};"] if "；" in text else found


@lru_cache(maxsize=4096)
def _of_word(where: str, word: str) -> tuple[str, ...]:
    return (f"{where}w{word}", *(f"{where}c{relation}" for relation in relation_words()[word]))


@cache
def _of_length(where: str, pauses: int, length: int) -> tuple[str, str]:
    return f"{where}m{pauses}", f"{where}L{length}"


def _pieces(where: str, text: str) -> list[str]:
    """Return the characters and pairs of characters of a text."""
    if len(text) > _FAR:
        return _pieces(where, text[: _FAR // 2]) + _pieces(where, text[-_FAR // 2 :])
    one, two = f"{where}1", f"{where}2"
    return [one + char for char in text] + [two + text[at : at + 2] for at in range(len(text) - 1)]


def _ways(scene: Scene, one: int, two: int) -> tuple[str, str]:
    """Return what two units are to those who act, seen from the second one on, and how these are known."""
    acting, beyond = scene.acting[two]
    role = _role(scene.units[one], acting)
    return f"ro{role}{_role(scene.units[two], beyond)}", f"rb{acting.basis}{role}"


def _role(unit: Unit, acting: Actors) -> str:
    """Return whether a unit holds one that acts (s), one that acts along (j), or neither (-)."""
    if acting.names and any(name in acting.names for name in unit.names):
        return "s"
    return "j" if acting.joint and any(name in acting.joint for name in unit.names) else "-"


def _listed(unit: Unit) -> str:
    return unit.kind + "+" * (len(unit.names) > 1)


def _opens(scene: Scene, unit: Unit) -> bool:
    return unit.start == 0 or _PAUSE.match(scene.letters, unit.start - 1) is not None


def _gap(scene: Scene, start: int, end: int) -> str:
    return scene.letters[start:end] if end - start <= _LONGEST_GAP and end < len(scene.letters) else "*"
