"""What speaks for and against a candidate being a name: features of its start, its end and its inside.

Start features are shared by all candidates that begin at a word, end features by all that end there, so a letter's
candidates cost little more than its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from .candidates import HARD_STOPS, Candidate
from .words import (
    BODY,
    CONJUNCTION,
    DIGITS,
    GENERIC,
    HARD,
    HEAD,
    LATIN,
    LEVEL,
    PLACE,
    PUNCTUATION,
    SOFT,
    UNKNOWN,
    Word,
    Words,
    joined,
)

_LIST_JOINTS = frozenset("、等和与及”")
_EDGE = Word(text="|", tag=PUNCTUATION, cost=0.0)
_COUNTED = (SOFT, PLACE, LEVEL, UNKNOWN, HEAD, GENERIC, BODY, CONJUNCTION, DIGITS, LATIN, PUNCTUATION)


class Line:
    """A paragraph prepared for scoring: its words, how many of which kind stand up to each, what its lists name.

    `letter` is the text of the whole letter: a name tends to recur in it.
    """

    __slots__ = ("counts", "letter", "list_nouns", "starts", "text", "words")

    def __init__(self, line: Words, text: str, letter: str) -> None:
        self.words: Sequence[Word] = line.words
        self.starts: Sequence[int] = line.starts
        self.text = text
        self.letter = letter
        self.list_nouns = _list_nouns(line.words)
        self.counts: dict[str, list[int]] = {}
        for mark in _COUNTED:
            total, column = 0, [0]
            for word in line.words:
                total += mark in word.tag
                column.append(total)
            self.counts[mark] = column

    def word(self, index: int) -> Word:
        """Return word `index`, or an edge word beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else _EDGE

    def count(self, mark: str, first: int, last: int) -> int:
        """Return how many of the words [first, last) bear `mark`."""
        column = self.counts[mark]
        return column[last] - column[first]


def _list_nouns(words: Sequence[Word]) -> list[str]:
    """Return for each word the class noun that closes the list it stands in (A、B等3家企业: 企业), else ""."""
    nouns = [""] * (len(words) + 1)
    noun = ""
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word.text == "等":
            after = [later for later in words[index + 1 : index + 6] if later.tag not in (DIGITS, PUNCTUATION)]
            known = [later.text for later in after if HEAD in later.tag or GENERIC in later.tag]
            noun = known[0] if known else "?"
        elif word.text in HARD_STOPS:
            noun = ""
        nouns[index] = noun
    return nouns


def start_features(line: Line, first: int) -> list[str]:
    """Return what stands before word `first`, and what it is itself."""
    before, here, after = line.word(first - 1), line.word(first), line.word(first + 1)
    earlier, third = line.word(first - 2), line.word(first - 3)
    found = [
        f"b={before.text}",
        f"bt={before.tag}",
        f"bt,h={before.tag},{here.tag}",
        f"ht={here.tag}",
        f"h={here.text}",
        f"h1={here.text[0]}",
        f"bt,ht,at={before.tag},{here.tag},{after.tag}",
        f"e,b={earlier.text},{before.text}",
        f"et,bt={earlier.tag},{before.tag}",
    ]
    if before.text in "、“《和与及以及":
        found.append(f"conj,e={earlier.text}")
        found.append(f"conj,et={third.tag},{earlier.tag},{here.tag}")
    if before.tag == UNKNOWN:
        found.append("cut-inside-unknown")
    return found


def end_features(line: Line, last: int) -> list[str]:
    """Return what stands after word `last` - 1."""
    after, later, third = line.word(last), line.word(last + 1), line.word(last + 2)
    found = [
        f"a={after.text}",
        f"at={after.tag}",
        f"at,lt={after.tag},{later.tag}",
        f"a,l={after.text},{later.text}",
        f"a1={after.text[0]}",
        f"at,lt,tt={after.tag},{later.tag},{third.tag}",
        f"lp={line.word(last - 1).text},{after.text}",
    ]
    if after.text in _LIST_JOINTS:
        found.append(f"list={line.list_nouns[last]}")
    return found


def inner_features(line: Line, found: Candidate) -> list[str]:
    """Return what the candidate is made of."""
    words, count = line.words, line.count
    first, last, head = found.first, found.last, found.head
    size = line.starts[last] - line.starts[first]
    before = line.word(first - 1)
    shape = found.shape
    features = [f"shape={shape}", f"shape,n={shape},{min(last - first, 8)}", f"size={min(size, 20)},{shape}"]
    stem = head if head >= 0 else last
    made = _made_of(line, first, stem)
    if head >= 0:
        text = words[head].text
        features += [
            f"head={text}",
            f"head,made={text},{made}",
            f"head,after={text},{line.word(last).tag}",
            f"head,before={text},{before.tag}",
            f"neck={line.word(head - 1).text if head > first else '-'},{text}",
            f"neckt={line.word(head - 1).tag if head > first else '-'},{text}",
            f"head1={text[-1]}",
            f"head1,made={text[-1]},{made}",
        ]
        if stem > first:
            features.append(f"first,head={words[first].text},{text}")
            features.append(f"firstt,head={words[first].tag},{text}")
    else:
        features += [f"end={words[last - 1].text}", f"end1={line.text[line.starts[last] - 1]}"]
    features += [f"made={made}", f"made,shape={made},{shape}", f"bt,made={before.tag},{made}"]
    features.append(f"soft={min(count(SOFT, first, stem), 4)}")
    features.append(f"conj={min(count(CONJUNCTION, first, stem), 3)}")
    features.append(f"inner-heads={min(count(HEAD, first, stem), 4)}")
    features.append(f"inner-unknown={min(count(UNKNOWN, first, stem), 6)}")
    for index in range(first, stem):
        word = words[index]
        features.append(f"in={word.text}")
        if index > first:
            if SOFT in word.tag or PUNCTUATION in word.tag or LEVEL in word.tag or PLACE in word.tag:
                features.append(f"mid={word.text}")
                features.append(f"mid,around={words[index - 1].tag},{word.text},{line.word(index + 1).tag}")
            if PLACE in word.tag:
                features.append("mid-place")
            if BODY in word.tag:
                features.append("mid-body")
            if HEAD in word.tag and len(word.kinds) == 1:
                features.append(f"mid-head={word.kinds[0]}")
                features.append(f"mid-head={word.text}")
    if before.text not in HARD_STOPS and before.tag != PUNCTUATION and HARD not in before.tag:
        features.append(f"could-extend={before.tag}")
        features.append(f"could-extend,made={before.tag},{made}")
    if shape == "bracket":
        features += _bracket_features(line, head + 2, last - 1)
    if first == 0 and last == len(words):
        features.append("whole-line")
    recurs = line.letter.count(joined(words[first:last]))
    if recurs > 1:
        features += [f"recurs={min(recurs, 4)}", f"recurs,made={made}"]
    if shape in ("bare", "quote"):
        features += [f"list,made={line.list_nouns[last]},{made}", f"around={before.text},{line.word(last).text}"]
    return features


def _bracket_features(line: Line, first: int, last: int) -> list[str]:
    """Return what stands in the brackets behind a head: a place (福田), a phase, a year, a short name."""
    tags = "".join(word.tag[0] for word in line.words[first : min(last, first + 3)])
    return [
        f"in-brackets={line.word(first).text}",
        f"bracket-tags={tags}",
        f"bracket-size={min(line.starts[last] - line.starts[first], 8)}",
    ]


def _made_of(line: Line, first: int, stem: int) -> str:
    """Return in one code what the words before the head are: place, level, unknown, all generic, empty …"""
    if stem <= first:
        return "empty"
    count = line.count
    size = stem - first
    code = ""
    here = line.words[first].tag
    if PLACE in here:
        code += "L"
    elif LEVEL in here:
        code += "l"
    elif BODY in here:
        code += "B"
    elif count(PLACE, first, stem):
        code += "p"
    unknown = count(UNKNOWN, first, stem)
    if unknown:
        code += "U" if unknown > 1 else "u"
    if count(LATIN, first, stem):
        code += "A"
    if count(GENERIC, first, stem) + count(SOFT, first, stem) >= size:
        code += "G"
    return f"{code or 'N'}{min(size, 5)}"
