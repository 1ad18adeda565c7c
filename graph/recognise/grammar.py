"""The grammar: titles, defined short names and anaphora by rule; all other names by scored candidates.

Works without any list of names; the lexicons say which words end names and which stand around them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.records import Letter, Span
from corpus.typography import usual_lines

from ..records import Recognition
from .aliases import alias_spans, companies_again, defined, numbered_again, repeated
from .anaphora import anaphora
from .asked_for import without_wishes
from .company_lists import beside_companies
from .counted_lists import without_sums
from .document_numbers import numbered_definitions, without_numbers
from .enumerations import with_parts
from .finding import TEXT_ORDER, Finding, Taken, overlapping
from .joint_short_names import of_several
from .listed_things import without_things
from .loan_lists import each_loan
from .place_before import without_places
from .proposals import nameless
from .quoted_brands import apps, of_their_heads, without_nouns, without_ways
from .quoted_lists import beside_names
from .receivers import without_receivers
from .scoring import names, paragraphs
from .things_again import things_again
from .time_before import without_times
from .titles import titles
from .titles_again import titles_again
from .trimmed import trimmed
from .two_in_one import parted
from .universities_again import universities_again
from .unnamed import without_unnamed
from .verbs_before import without_verbs
from .weights import Weights, shipped
from .words import segmenter


@dataclass(frozen=True, slots=True)
class Grammar:
    """The recogniser of the default build. `weights` None: those that ship with the package."""

    weights: Weights | None = None

    @property
    def name(self) -> str:
        """`grammar`."""
        return "grammar"

    def recognise(self, letter: Letter) -> Recognition:
        """Return the letter's names, its defined short names, and what nearly was a name."""
        printed = letter.text
        letter = replace(letter, text=usual_lines(printed))
        text = letter.text
        fixed, closed = closed_spans(letter)
        found, unsure = _scored(text, closed, self.weights or shipped())
        found = without_numbers(text, found)
        found = trimmed(text, without_verbs(text, without_things(text, found)))
        found = without_unnamed(text, found)
        found = without_places(text, without_times(text, found))
        found = without_wishes(text, of_their_heads(text, without_nouns(text, found)))
        found = [*fixed, *without_sums(text, without_receivers(text, each_loan(text, parted(text, found))))]
        shorts, definitions = defined(letter.letter_id, text, found)
        defined_here = {finding.span for finding in shorts}
        found = [finding for finding in found if finding.span not in defined_here] + shorts
        again = repeated(text, definitions, found)
        taken = Taken.by(finding.span for finding in again)
        found = [finding for finding in found if not taken.touch(finding.span)] + again
        found = without_ways(text, found)
        found += apps(text, found)
        found += beside_names(text, found)
        found += numbered_again(text, found)
        found += companies_again(text, found)
        found += titles_again(text, found)
        found += things_again(text, found)
        found += beside_companies(text, found)
        found += of_several(text, found)
        universities, called = universities_again(letter.letter_id, text, found)
        found += universities
        definitions += [*called, *numbered_definitions(letter.letter_id, text, found)]
        mentions = (
            finding.mention(letter.letter_id, printed, self.name) for finding in with_parts(text, found)
        )
        return Recognition(
            letter_id=letter.letter_id,
            mentions=tuple(sorted(mentions, key=TEXT_ORDER)),
            aliases=tuple(definitions),
            unlinked=tuple(unsure),
        )


def closed_spans(letter: Letter) -> tuple[list[Finding], list[Span]]:
    """Return what the rules find, and all spans in which the scored candidates have no say."""
    text = letter.text
    proposals = nameless(letter)
    policies, others = titles(text)
    shorts = alias_spans(text)
    policies = [
        finding
        for finding in policies
        if not overlapping(finding.span, proposals) and not overlapping(finding.span, shorts)
    ]
    fixed = [*policies, *anaphora(text)]
    return fixed, [*(finding.span for finding in fixed), *others, *proposals, *shorts]


def _scored(text: str, closed: list[Span], weights: Weights) -> tuple[list[Finding], list[Span]]:
    found: list[Finding] = []
    unsure: list[Span] = []
    for paragraph in paragraphs(segmenter(), text, closed):
        names_here, unsure_here = names(paragraph, weights)
        found += names_here
        unsure += unsure_here
    return found, unsure
