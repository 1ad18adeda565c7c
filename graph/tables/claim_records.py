"""Rows of what the letters claim: figures, rankings, promises, repeated passages. A field is a column of its CSV.

In every row that quotes, `text[start:end] == quote` holds in letters/<letter_id>.txt. Lists are joined by `|`.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

MOST_LETTERS_NAMED = 20
"""Of a passage: if each of its rows named all its letters, what n letters share would be named n² times."""


class FigureRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A number with its unit and all that is said of it: tables/figures.csv.

    `value`, `unit` as printed (18.87, 亿元), `normalised_value` the plain number in `canonical_unit` (1887000000,
    元), below zero where it is by how much something fell (下降2.1%: -0.021); `bound` of the printed number exact,
    over, about or at_most. `change` is what is said of a change: 同比增长6.3%, or 同比下降 of the number itself.
    Figures of different `amount_role` are never to be summed. `number_start`, `number_end`: the number itself
    within the quoted sentence. `conflict` names figures of the same metric, place and period that say something
    else, of very many at least 10; it asks for review and is no verdict.
    """

    figure_id: str
    letter_id: str
    type: str
    metric: str
    value: str
    unit: str
    normalised_value: Decimal | None
    canonical_unit: str
    bound: str
    amount_role: str
    payer: str = ""
    payee: str = ""
    about_ids: tuple[str, ...] = ()
    place: str = ""
    scope: str = ""
    period_start: str = ""
    period_end: str = ""
    as_of: str = ""
    change: str = ""
    status: str = ""
    ranking: str = ""
    section_id: str = ""
    sentence_id: str = ""
    start: int
    end: int
    quote: str
    number_start: int
    number_end: int
    date: str = ""
    conflict: tuple[str, ...] = ()


class RankingRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A claim of rank: tables/rankings.csv. `rank` is None where the words (领先) say no number.

    `status` is planned where the rank is only striven for.
    """

    ranking_id: str
    letter_id: str
    metric: str
    words: str
    scope: str
    territory: str
    rank: int | None
    place: str = ""
    as_of: str = ""
    status: str = ""
    figure_id: str = ""
    about_ids: tuple[str, ...] = ()
    section_id: str = ""
    sentence_id: str = ""
    start: int
    end: int
    quote: str
    date: str = ""


class CommitmentRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A promise, or the report on an earlier one: tables/commitments.csv.

    `outcome` is empty for a promise, else kept, late, missed or refused. `clause_start`, `clause_end`: the clause
    within the quoted sentence.
    """

    commitment_id: str
    letter_id: str
    actor: str
    responsible: str
    responsible_basis: str
    what: str
    object_ids: tuple[str, ...] = ()
    status: str
    cue: str
    due: str = ""
    date: str = ""
    section_id: str = ""
    sentence_id: str
    start: int
    end: int
    quote: str
    outcome: str = ""
    clause_start: int
    clause_end: int


class ThreadRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What became of one promise over the letters: tables/threads.csv. It quotes nothing: its claims do.

    `course`: kept, late, missed, refused (a letter reports so, or a later one tells that it is done or given up;
    late too where it was missed and is done after all), back (a later letter only promises what an earlier one had
    under way), forward (from planned to ongoing), open (still promised), done (only ever done, and nothing more
    promised of it in the last letter), unclear (a letter without a date says done). `about_ids`: the thing
    promised; of a promise that names none, whom it names. `places` are those of the letters that name the thing, a
    department where a letter has no place.

    `commitment_ids`, `evidence_ids` and `letter_ids` stand in order of date, the undated last; `figure_ids` are
    figures of what was to be reached (已建成82家), the evidence is of typed relations, or of `cited_in` where the
    words around the name tell what became of it (X已竣工, X不再推进); `reports_on` holds for each of the
    commitments the earlier one that it takes up, or `none`. `sentence_ids` are sentences of later letters of the
    same body that speak of the promise in its words where no name or number does, by date; `sentences_say` holds
    for each done, ongoing, undone, refused, planned, or mentioned where what it says of it is not understood.

    `last_mentioned` is the date of the last letter that names the thing, `silent_letters` the number of later ones
    of the same places, which do not, those of bodies of another line of work left out: silence is no refusal. It is
    None where no thing or no date is known. `due` is until when the first letter that says so promises it;
    `overdue_as_of` the month of the latest of all letters where that is later and none tells that it is done, nor
    speaks of it in other words when it is due, empty elsewhere.
    """

    thread_id: str
    course: str
    title: str
    about_ids: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    commitment_ids: tuple[str, ...] = ()
    reports_on: tuple[str, ...] = ()
    evidence_ids: tuple[str, ...] = ()
    letter_ids: tuple[str, ...] = ()
    first_date: str = ""
    last_date: str = ""
    last_mentioned: str = ""
    silent_letters: int | None = None
    figure_ids: tuple[str, ...] = ()
    due: str = ""
    overdue_as_of: str = ""
    sentence_ids: tuple[str, ...] = ()
    sentences_say: tuple[str, ...] = ()


class PassageRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One place of a passage that two or more letters share: tables/passages.csv.

    `passage_id` is the same for all places; `length` counts characters without white space. `letter_count` counts
    all letters that share it; `letter_ids` names the first 20 of them, and the rows of a passage together name
    every one.
    """

    passage_id: str
    letter_id: str
    start: int
    end: int
    quote: str
    sentence_ids: tuple[str, ...]
    length: int
    letter_count: int
    letter_ids: tuple[str, ...]
