"""Claims to rows of their tables. Quotes are checked here: one that is not in its letter is a fault of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from corpus.records import Letter, Span

from ..errors import BrokenEvidence
from ..relate.records import Commitment, Figure, Passage, RankingClaim
from .claim_records import MOST_LETTERS_NAMED, CommitmentRow, FigureRow, PassageRow, RankingRow


def figure_rows(figures: Iterable[Figure], letter: Letter) -> list[FigureRow]:
    """Return the rows of one letter in tables/figures.csv, by id; which disagree is told later (letter_tables)."""
    return sorted((_figure_row(figure, letter) for figure in figures), key=lambda row: row.figure_id)


def ranking_rows(rankings: Iterable[RankingClaim], letter: Letter) -> list[RankingRow]:
    """Return the rows of one letter in tables/rankings.csv, by id."""
    return sorted((_ranking_row(ranking, letter) for ranking in rankings), key=lambda row: row.ranking_id)


def commitment_rows(commitments: Iterable[Commitment], letter: Letter) -> list[CommitmentRow]:
    """Return the rows of one letter in tables/commitments.csv, by id."""
    rows = (_commitment_row(commitment, letter) for commitment in commitments)
    return sorted(rows, key=lambda row: row.commitment_id)


def passage_rows(passages: Iterable[Passage], texts: Mapping[str, str]) -> Iterator[PassageRow]:
    """Yield the rows of tables/passages.csv, one per place, by place; passages by id, `texts` by letter_id."""
    for passage in passages:
        yield from sorted(_passage_rows(passage, texts), key=lambda row: (row.letter_id, row.start))


def _figure_row(figure: Figure, letter: Letter) -> FigureRow:
    return FigureRow(
        figure_id=figure.figure_id,
        letter_id=figure.letter_id,
        type=figure.type,
        metric=figure.metric,
        value=figure.value,
        unit=figure.unit,
        normalised_value=Decimal(figure.normalised) if figure.normalised else None,
        canonical_unit=figure.canonical_unit,
        bound=figure.bound,
        amount_role=figure.amount_role,
        payer=figure.payer,
        payee=figure.payee,
        about_ids=figure.about,
        place=figure.place,
        scope=figure.scope,
        period_start=figure.period_start,
        period_end=figure.period_end,
        as_of=figure.as_of,
        change=figure.change,
        status=figure.status,
        ranking=figure.ranking,
        section_id=figure.section_id,
        sentence_id=figure.sentence_id,
        start=figure.quote.start,
        end=figure.quote.end,
        quote=_quote(letter, figure.quote, figure.span, figure.figure_id),
        number_start=figure.span.start,
        number_end=figure.span.end,
        date=letter.header.date,
    )


def _ranking_row(ranking: RankingClaim, letter: Letter) -> RankingRow:
    return RankingRow(
        ranking_id=ranking.ranking_id,
        letter_id=ranking.letter_id,
        metric=ranking.metric,
        words=ranking.words,
        scope=ranking.scope,
        territory=ranking.territory,
        rank=ranking.rank,
        place=ranking.place,
        as_of=ranking.as_of,
        status=ranking.status,
        figure_id=ranking.figure_id,
        about_ids=ranking.about,
        section_id=ranking.section_id,
        sentence_id=ranking.sentence_id,
        start=ranking.quote.start,
        end=ranking.quote.end,
        quote=_quote(letter, ranking.quote, ranking.span, ranking.ranking_id),
        date=letter.header.date,
    )


def _commitment_row(commitment: Commitment, letter: Letter) -> CommitmentRow:
    return CommitmentRow(
        commitment_id=commitment.commitment_id,
        letter_id=commitment.letter_id,
        actor=commitment.actor,
        responsible=commitment.responsible,
        responsible_basis=commitment.responsible_basis,
        what=commitment.what,
        object_ids=commitment.object_ids,
        status=commitment.status,
        cue=commitment.cue,
        due=commitment.due,
        date=commitment.date,
        section_id=commitment.section_id,
        sentence_id=commitment.sentence_id,
        start=commitment.quote.start,
        end=commitment.quote.end,
        quote=_quote(letter, commitment.quote, commitment.span, commitment.commitment_id),
        outcome=commitment.outcome,
        clause_start=commitment.span.start,
        clause_end=commitment.span.end,
    )


def _passage_rows(passage: Passage, texts: Mapping[str, str]) -> Iterator[PassageRow]:
    letter_ids = tuple(sorted({place.letter_id for place in passage.places}))
    for place in passage.places:
        quote = texts[place.letter_id][place.span.start : place.span.end]
        if "".join(quote.split()) != passage.text:
            raise BrokenEvidence(f"{passage.passage_id}: {place.letter_id} {place.span} holds {quote!r}")
        yield PassageRow(
            passage_id=passage.passage_id,
            letter_id=place.letter_id,
            start=place.span.start,
            end=place.span.end,
            quote=quote,
            sentence_ids=place.sentence_ids,
            length=len(passage.text),
            letter_count=len(letter_ids),
            letter_ids=letter_ids[:MOST_LETTERS_NAMED],
        )


def _quote(letter: Letter, sentence: Span, part: Span, claim_id: str) -> str:
    """The quoted sentence. Raises `BrokenEvidence` where the claim's own words lie outside it or the text."""
    if not (0 <= sentence.start <= part.start <= part.end <= sentence.end <= len(letter.text)):
        raise BrokenEvidence(f"{claim_id}: {part} does not lie in its sentence {sentence}")
    return letter.text[sentence.start : sentence.end]
