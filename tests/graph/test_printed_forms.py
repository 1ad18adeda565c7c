"""A letter says the same in every form that sites, printers and typists give it."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.typography import in_turn, usual
from graph.pipeline import BuildOptions, build

LETTERS = Path(__file__).parents[1]
NAMES = (
    "claimed_varied/letters/t401.txt",
    "claimed_offices/letters/gx03.txt",
    "claimed_mixed/letters/r504.txt",
)
_CHINESE, _LATIN = "[\u4e00-\u9fff]", "[0-9A-Za-z]"
_UNPARTED = re.compile(r"[0-9A-Za-z.,%+-]+[，。；：、！？）》”％]*|.[，。；：、！？）》”％]*")
_OF_STRUCTURE = frozenset({"co_mention", "cited_in", "cited_in_section", "same_as_suggested"})
PAGE, WIDTH = 18, 62
"""Lines of a page, and columns of a line in which a Chinese character takes two."""


def narrow(text: str) -> str:
    """Marks in half width, and brackets of documents."""
    return text.translate(str.maketrans("，；：（）！？〔〕", ",;:()!?[]"))


def around_numbers(text: str, blank: str = " ") -> str:
    """Blanks between Chinese characters and numbers or Latin letters."""
    return re.sub(f"(?<={_CHINESE})(?={_LATIN})|(?<={_LATIN})(?={_CHINESE})", blank, text)


def grouped(text: str) -> str:
    """Numbers of things with commas: 1,200户."""
    return re.sub(r"(?<![0-9.\-〔])[0-9]{4,7}(?=[万亿元人户家个亩吨艘])", lambda n: f"{int(n[0]):,}", text)


def printed(text: str) -> str:
    """Lines of a page that part no number and begin with no mark, and page numbers."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _UNPARTED.findall("\u3000\u3000" + paragraph):
            if line and sum(1 + (ord(one) > 0x2000) for one in line + piece) > WIDTH:
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
    pages = [lines[at : at + PAGE] for at in range(0, len(lines), PAGE)]
    return "\n".join("\n".join((*page, "", f"- {number} -", "")) for number, page in enumerate(pages, 1))


FORMS: dict[str, Callable[[str], str]] = {
    "half-width marks": narrow,
    "full-width digits": lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "blanks around numbers": around_numbers,
    "blanks that do not break": lambda text: around_numbers(text, "\u00a0"),
    "blanks behind marks": lambda text: re.sub("([，。；、：])", r"\1 ", text),
    "commas in numbers": grouped,
    "typewriter quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "half-width marks and typewriter quotes": lambda text: narrow(text.replace("“", '"').replace("”", '"')),
    "quotes that only close": lambda text: text.replace("“", "”"),
    "quotes that only open": lambda text: text.replace("”", "“"),
    "corner quotes": lambda text: text.replace("“", "「").replace("”", "」"),
    "indented paragraphs": lambda text: "\n\n".join(f"\u3000\u3000{line}" for line in text.split("\n")),
    "carriage returns and blanks at the end": lambda text: "  \r\n".join(text.split("\n")),
    "one line": lambda text: "\u3000\u3000".join(text.split("\n")),
    "printed pages": printed,
}


def said(folder: Path, form: Callable[[str], str]) -> dict[str, Counter[tuple[str, ...]]]:
    """Return what letters of a form say, in the usual marks and without white space."""
    folder.mkdir()
    for name in NAMES:
        text = form((LETTERS / name).read_text(encoding="utf-8"))
        (folder / Path(name).name).write_text(text, encoding="utf-8", newline="")
    tables = build(BuildOptions(paths=(folder,))).tables
    names = {row.entity_id: row.name for row in tables.entities}
    found = {
        "letters": [
            (row.status, row.department, row.reply_date, *row.proposal_titles) for row in tables.letters
        ],
        "sections": [(row.heading,) for row in tables.sections],
        "names": [(row.text, row.kind) for row in tables.mentions],
        "relations": [
            (names[row.source], row.relation, names[row.target])
            for row in tables.edges
            if row.relation not in _OF_STRUCTURE
        ],
        "figures": [(row.metric, row.value, row.unit, row.as_of, row.status) for row in tables.figures],
        "promises": [(row.what, row.status, row.due) for row in tables.commitments],
    }
    return {what: Counter(tuple(map(_plain, one)) for one in every) for what, every in found.items()}


def _plain(value: str) -> str:
    text = "".join(value.split()).translate(str.maketrans("[]「」”", "〔〕“““")).replace('"', "“")
    return re.sub("(?<=[0-9]),(?=[0-9]{3})", "", usual(in_turn(text)))


@pytest.fixture(scope="module")
def as_written(tmp_path_factory):
    """What the letters say as their writers wrote them."""
    found = said(tmp_path_factory.mktemp("forms") / "as-written", lambda text: text)
    assert all(found.values())
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_says_the_same_in_every_printed_form(form, as_written, tmp_path):
    assert said(tmp_path / "letters", FORMS[form]) == as_written
