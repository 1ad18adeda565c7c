"""What the reader hands on: letters as text with offsets. Frozen; a stage returns new records.

All spans are half-open ranges of Unicode code points into `Letter.text`, unless a docstring says otherwise.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

if TYPE_CHECKING:
    Offsets = array[int]
else:
    Offsets = array  # Python 3.11 cannot evaluate array[int], and records are read back by their types

Body = Literal["cppcc", "npc"]
"""Which assembly asked: the CPPCC (政协提案) or the people's congress (人大建议)."""

Status = Literal["reply", "not_a_letter", "duplicate", "refused"]
Severity = Literal["error", "warning", "info"]
Zone = Literal[
    "letterhead", "title", "salutation", "opening", "heading", "body", "closing", "signature", "contact"
]
"""Where in a letter a sentence stands. Names in title, salutation, signature and contact take no part in
co-mention."""

Basis = Literal[
    "signature", "title", "letterhead", "metadata", "salutation", "opening", "contact", "body", "fact"
]
"""Where a header fact was read: a place in the letter, metadata (of the page, the file's name), or facts.csv."""


class Span(msgspec.Struct, frozen=True, kw_only=True, array_like=True, order=True):
    """A half-open range of code points: `text[start:end]`. A struct, for speed: most records hold some."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something a reader must know of: one row of tables/issues.csv.

    `where` is a place a person can find (line 3, character 120, column `name`), `value` what stood there.
    """

    source: str
    letter_id: str = ""
    severity: Severity
    code: str
    where: str = ""
    value: str = ""
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of a letter's header: its value and what it was read from.

    `value` is the normalised value (white space gone, dates as yyyy-mm-dd, as precise as they were printed).
    `span` is None where the fact does not stand in `Letter.text` (metadata lines, facts.csv).
    """

    value: str
    span: Span | None = None
    basis: Basis
    by: str = ""
    """Who stated it, for facts of facts.csv; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDepartment:
    """A department that took part: its name as printed and the printed role (会办, 协办, 分办, 会同, 商, …)."""

    name: str
    role: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a letter says about itself. Unknown stays None or empty; nothing is guessed.

    `session` is the session as printed, `jurisdiction` the canonical place of the body asked (深圳市福田区, 苏州市,
    全国), None where it cannot be told; `term` and `meeting` are its two ordinals (六届四次会议 = 6, 4);
    `session_year` the year in which it met, only where the letter prints one. Proposal numbers keep their
    printed form, without 第 and 号. `role` is the part this letter plays: 主办, 会办, 协办, 分办.
    """

    title: Fact | None = None
    body: Fact | None = None
    session: Fact | None = None
    jurisdiction: str | None = None
    term: int | None = None
    meeting: int | None = None
    session_year: int | None = None
    proposal_numbers: tuple[Fact, ...] = ()
    proposal_titles: tuple[Fact, ...] = ()
    addressees: tuple[Fact, ...] = ()
    addressee_role: str | None = None
    addressee_count: int | None = None
    """How many people the salutation states (等8名代表 = 8), the named ones included."""
    proposers: tuple[Fact, ...] = ()
    department: Fact | None = None
    joint_departments: tuple[JointDepartment, ...] = ()
    role: Fact | None = None
    contact_unit: Fact | None = None
    reply_date: Fact | None = None
    published: Fact | None = None
    """When the page was published, as its metadata says: never the date of the reply."""
    document_number: Fact | None = None
    classification: Fact | None = None
    priority: Fact | None = None
    supervisors: tuple[Fact, ...] = ()
    """Who supervises the handling of a key proposal, as printed with the office: 副市长李明, 市政协副主席."""
    copies_to: tuple[Fact, ...] = ()
    source_url: Fact | None = None
    organ_place: str | None = None
    """The canonical place that the answering organ is of, as its name, letterhead or page shows."""
    organ_within: bool = False
    """Whether that place lies within the assembly's: a county answers deputies of its city."""

    @property
    def home(self) -> str | None:
        """The canonical place that 市财政局 or 我县 in the letter mean: of the assembly, or of an organ within it."""
        return self.organ_place if self.organ_within else self.jurisdiction or self.organ_place

    @property
    def date(self) -> str:
        """The date of the reply (yyyy-mm-dd, yyyy-mm or yyyy), empty where it is not known."""
        return self.reply_date.value if self.reply_date else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered part of a letter. `level` 1 is the outermost, 0 an unnumbered part (下一步 …).

    `span` runs from the heading's first character to the end of the part, subsections included.
    `heading` is the heading's text with its number; `point` the recommendation it says it answers
    (关于X的建议 → X), None where it names none.
    """

    section_id: str
    parent: str | None
    level: int
    heading: str
    heading_span: Span
    span: Span
    point: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence (up to 。！？ or the end of its paragraph). `section_id` is the innermost section around it."""

    sentence_id: str
    section_id: str | None
    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter: the text that every offset points into, and what stands where in it.

    `source` is relative to the common parent of all inputs, with `/`; members of archives are `a.zip!/x.pdf`.
    `raw_offsets[i]` is the offset of `text[i]` in the decoded raw text (PDF, HTML, DOCX: the extracted text); its
    length is `len(text)`, its values never decrease. Contact persons and numbers are in neither.
    """

    letter_id: str
    source: str
    raw_sha256: str
    text: str
    raw_offsets: Offsets = field(repr=False)
    header: Header
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one input: a letter (status `reply`), or the reason why there is none.

    A `not_a_letter` keeps its letter record where the text could be read, so that it can be shown; nothing in it
    is cited in any reply.
    """

    source: str
    status: Status
    sha256: str
    letter: Letter | None = None
    issues: tuple[Issue, ...] = ()


class Places(Protocol):
    """What the reader must know of China's places; `ontology.places` has it, the pipeline hands it in."""

    def resolve(self, name: str, *, within: str | None = None) -> str | None:
        """Return the canonical name of the place that `name` (福田区, 苏州, 深圳市福田区) means.

        Canonical is: province-level 广东省; prefecture-level 深圳市; county-level with its prefecture 深圳市福田区;
        the whole country 全国. `within` is a canonical place that settles an ambiguous name (鼓楼区 within
        南京市) and level words (区, 市, 省, 我区). None where unknown or ambiguous.
        """
        ...

    def ordinary_in(self, name: str, text: str) -> str | None:
        """Return the one place that an ordinary word (老城区) means in a text that names its city, else None."""
        ...

    def is_ordinary(self, name: str, within: str | None) -> bool:
        """Return whether a name is an ordinary word (老城区) that means no place in a letter of `within`."""
        ...

    def town(self, name: str) -> str | None:
        """Return the canonical town whose body's name this is (某某县双桥镇人民政府), None for other names."""
        ...

    def may_begin(self, text: str) -> bool:
        """Return whether the first two characters of a text begin any place's name: few do, and this is quick."""
        ...

    def prefix(self, text: str) -> str | None:
        """Return the longest place name that `text` begins with (深圳市福田区科技创新局 → 深圳市福田区), or None."""
        ...

    def is_full(self, printed: str) -> bool:
        """Return whether a printed prefix ends with a place's type (苏州市), not with a short form (苏州)."""
        ...

    def ancestors(self, canonical: str) -> tuple[str, ...]:
        """Return the canonical names from the country down to the place itself; empty where unknown."""
        ...

    def level(self, canonical: str) -> str | None:
        """Return country, province, prefecture, county or town; None where unknown."""
        ...
