"""What speaks for and against a word relating two names: features of the word, of each end, and of both together.

Each feature is a string; what a function does not depend on it is not given, so that pairs share sums (`weighing`).
Private names of features: w word, k kind, r rank, g gap, b before, a after, t tail, o order of source, target, word.
"""

from __future__ import annotations

from bisect import bisect_left

from ..records import Basis
from ..typed.actors import Actors
from .scene import IMPLIED, Cue, Scene, Unit

_SHORT_GAP = 3
_MIDDLE_GAP = 8
_LITERAL = 4
"""Gaps of up to so many characters are also told by their words."""


def of_word(scene: Scene, index: int) -> list[str]:
    """Return the features of a word and what stands beside it."""
    cue, plain = scene.cues[index], scene.plain
    start, end = cue.start, cue.end
    features = [
        "",
        f"w {cue.word}",
        f"w0 {cue.word[:1]}",
        f"w1 {cue.word[-1:]}",
        f"b {plain[start - 1] if start else '^'}",
        f"a {plain[end : end + 1]}",
        f"b2 {plain[max(0, start - 2) : start]}",
        f"a2 {plain[end : end + 2]}",
    ]
    if index:
        last = scene.cues[index - 1]
        features += [f"lw {last.word}", f"lg {_gap(plain, last.end, start)}"]
    if index + 1 < len(scene.cues):
        following = scene.cues[index + 1]
        features += [f"nw {following.word}", f"ng {_gap(plain, end, following.start)}"]
    return features


def of_implied(basis: Basis, joint: bool) -> list[str]:
    """Return the features of an end that no name stands for: how those who act are known, and if some act along."""
    return ["A", f"A {basis}", f"Aj {joint}"]


def of_unit(scene: Scene, unit: Unit, side: str) -> list[str]:
    """Return the features of a unit as an end of any word that stands after it (`side` <) or before it (>)."""
    plain = scene.plain
    before, after = plain[max(0, unit.start - 2) : unit.start], plain[unit.end : unit.end + 2]
    return [
        f"k {unit.kind}{len(unit.names) > 1}",
        f"b {side}{before[-1:]}",
        f"b2 {side}{before}",
        f"a {side}{after[:1]}",
        f"a2 {side}{after}",
        f"t {unit.tail}",
        f"t1 {unit.tail[-1:]}",
    ]


def of_end(scene: Scene, cue: Cue, unit: Unit, rank: int, acting: Actors) -> list[str]:
    """Return the features of a unit as an end of what one word says."""
    role = role_of(unit, acting)
    return [
        *of_rank(cue.word, unit.kind, rank),
        *of_role(role, acting.basis, rank),
        *of_way(*way_of(scene, cue, unit, rank)),
    ]


def of_rank(word: str, kind: str, rank: int) -> list[str]:
    """Return the features of a unit of this kind that has this rank beside a word."""
    return [f"r {rank}", f"wr {word}{rank}", f"w1r {word[-1:]}{rank}", f"kr {kind}{rank}"]


def of_role(role: str, basis: Basis, rank: int) -> list[str]:
    """Return the features of what a unit is to those who seem to act (`role_of`), and of how they are known."""
    return [f"o {role}{basis}", f"or {role}{rank}"]


def role_of(unit: Unit, acting: Actors) -> str:
    """Return whether a unit holds one that acts (s), one that acts along (j), or neither (-)."""
    if acting.names and any(name in acting.names for name in unit.names):
        return "s"
    return "j" if acting.joint and any(name in acting.joint for name in unit.names) else "-"


def of_way(side: str, gap: str, literal: str, words: int, inside: bool, opening: bool) -> list[str]:
    """Return the features of the way from a word to a unit, which `way_of` tells."""
    return [
        f"g {side}{gap}",
        f"c {side}{inside}",
        f"l {side}{literal}",
        f"n {side}{words}",
        f"f {side}{opening}",
    ]


def way_of(scene: Scene, cue: Cue, unit: Unit, rank: int) -> tuple[str, str, str, int, bool, bool]:
    """Return on which side of a word a unit stands, what is between them (as a code, and if short in words), how many
    further words, and whether the unit is in the clause of the word, and opens it.
    """
    side, start, end = ("<", unit.end, cue.start) if rank < 0 else (">", cue.end, unit.start)
    words = min(bisect_left(scene.cue_starts, end) - bisect_left(scene.cue_starts, start), 3)
    begin, stop = cue.clause
    return (
        side,
        _gap(scene.plain, start, end),
        _literal(scene.plain, start, end),
        words,
        begin <= unit.start < stop,
        unit.start == begin,
    )


def of_pair(
    scene: Scene, cue: Cue, source: tuple[Unit, int] | None, target: tuple[Unit, int] | None
) -> list[str]:
    """Return the features that only both ends together show; None is an end that no name stands for."""
    plain = scene.plain
    order = _order(source, target)
    kinds = (source[0].kind if source else IMPLIED) + (target[0].kind if target else IMPLIED)
    features = [
        f"o {order}",
        f"wo {cue.word}{order}",
        f"w1o {cue.word[-1:]}{order}",
        f"kk {kinds}",
        f"kko {kinds}{order}",
    ]
    if source:
        features += [f"os {order}{source[1]}", f"sl {order}{_to_word(plain, cue, source)}"]
    if target:
        rank = source[1] if source else IMPLIED
        features += [f"ot {order}{target[1]}{rank}", f"tl {order}{_to_word(plain, cue, target)}"]
    if source and target:
        one, two = (plain[each[0].start - 1] if each[0].start else "^" for each in (source, target))
        features += [f"pp {order}{one}{two}", f"ps {order}{one}", f"pt {order}{two}"]
        first, second = sorted((source[0], target[0]), key=lambda unit: unit.start)
        if first is not second:
            features += [
                f"st {order}{_gap(plain, first.end, second.start)}",
                f"stl {order}{_literal(plain, first.end, second.start)}",
            ]
    return features


def _order(source: tuple[Unit, int] | None, target: tuple[Unit, int] | None) -> str:
    sides = "".join(IMPLIED if end is None else "<" if end[1] < 0 else ">" for end in (source, target))
    if source is None or target is None:
        return sides
    if source[0] is target[0]:
        return sides + "="
    return sides + ("S" if source[0].start < target[0].start else "T")


def _to_word(plain: str, cue: Cue, end: tuple[Unit, int]) -> str:
    unit, rank = end
    return _literal(plain, *((unit.end, cue.start) if rank < 0 else (cue.end, unit.start)))


def _literal(plain: str, start: int, end: int) -> str:
    return plain[start:end] if end - start <= _LITERAL else "*"


def _gap(plain: str, start: int, end: int) -> str:
    """Return in one code what stands between two places: its length, marks and names."""
    if start >= end:
        return "0"
    between = plain[start:end]
    if "；" in between or "。" in between:
        return ";"
    size = "s" if end - start <= _SHORT_GAP else "m" if end - start <= _MIDDLE_GAP else "l"
    marks, names = between.count("，") + between.count("："), between.count("N")
    return f"{size}{min(marks, 2)}{min(names, 2)}"
