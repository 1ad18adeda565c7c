"""The whole flow on one page: read → recognise → link → relate → assemble. Writing is `graph.publish`.

letters   = read(inputs)                  bytes, wraps, header, sections          corpus
found     = recognise(letters)            names in one letter; then names learnt  graph.recognise
linking   = link(letters, found)          one entity per thing, decisions applied graph.link
claims    = relate(letters, linking)      who answered whom, what is said of what graph.relate
tables    = assemble(everything)          rows with checked quotes                graph.assemble
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
from corpus.records import Issue, Letter
from ontology.topics import Topic

from . import recognise
from .assemble import Findings, assemble
from .errors import NothingUsable
from .knowledge import load as load_knowledge
from .link.curation import Curation, load_curation
from .link.identifiers import IdBook
from .link.linker import link
from .recognise import gazetteer
from .recognise.gazetteer import Gazetteer
from .records import Recognition
from .relate.own_topics import OwnTopics, own_topics
from .relate.windows import Window
from .run.corpus_relations import corpus_relations
from .run.faults import names_failed
from .run.letter_tasks import Finder, Reader
from .run.link_tasks import Namer, name_tasks
from .run.progress import Progress
from .run.readings import Readings, settled
from .run.relate_tasks import Relater, relate_tasks
from .run.runner import Runner, SerialRunner
from .run.work import Work
from .storage.spool import Shelf
from .tables.external_ids import ExternalIds, with_external_ids
from .tables.graph_tables import GraphTables, LetterRow
from .tables.issuers import suggested_issuers
from .tables.one_number import shared_numbers
from .version import BASE

_TOGETHER = 16
"""Letters whose recognitions are written to disk together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for. Neither `paths` nor `uris`: the bundled letters. `state`: the folder of curated files.

    `recognisers`: names of registered recognisers, empty for the grammar alone.
    """

    paths: tuple[Path, ...] = ()
    uris: tuple[str, ...] = ()
    state: Path | None = None
    gazetteer: Path | None = None
    decisions: tuple[Path, ...] = ()
    base: str = BASE
    window: Window = "sentence"
    min_score: float = 0.0
    recognisers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A finished graph, not yet written. `corpus_hash`: 12 hex digits over all inputs' bytes."""

    options: BuildOptions
    letters: Sequence[Letter] = field(repr=False)
    """The reply letters, by letter_id."""
    texts: Mapping[str, str] = field(repr=False)
    """Their texts, by letter_id."""
    recognitions: Sequence[Recognition] = field(repr=False)
    tables: GraphTables = field(repr=False)
    topics: tuple[Topic, ...] = field(repr=False)
    """The user's own."""
    shelf: Shelf = field(repr=False)
    """Where the records of a large build are: they are gone when nothing refers to it."""
    corpus_hash: str
    ids: IdBook = field(repr=False)
    """The ids, old and newly minted: what ids.csv should hold after this build."""
    people: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    """Deputies and members made one with another: see `Linking.people`."""
    external_ids: ExternalIds = field(default_factory=lambda: ExternalIds(by_entity={}), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What people keep beside the letters, but for facts.csv, which is read with them."""

    curation: Curation
    gazetteer: Gazetteer | None
    topics: OwnTopics

    @classmethod
    def of(cls, options: BuildOptions, shelf: Shelf) -> _Kept:
        """Return what the folder of curated files holds. Raises `CurationError`."""
        return cls(
            curation=load_curation(options.state, options.decisions, shelf),
            gazetteer=gazetteer.load(options.gazetteer) if options.gazetteer else None,
            topics=own_topics(options.state),
        )

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The rows of names and topics that could not be used; those of decisions are told when they are applied."""
        return (*(self.gazetteer.issues if self.gazetteer else ()), *self.topics.issues)


def build(options: BuildOptions, *, runner: Runner | None = None, progress: Progress | None = None) -> Build:
    """Return the graph of the letters.

    Raises `NothingUsable` where no input is a letter, `CorpusError` where inputs are not there, and whatever of
    `graph.errors` a stage raises: `CurationError`, `RecogniserError`, `WorkersLost`, `BrokenEvidence`.
    """
    knowledge = load_knowledge()
    inputs = inputs_of(options)
    work = Work(runner=runner or SerialRunner(), progress=progress or Progress(), shelf=Shelf(len(inputs)))
    kept = _Kept.of(options, work.shelf)
    readings, issues_of_facts = _read(inputs, options, work)
    letters = readings.letters
    if not letters:
        raise NothingUsable(_no_letter(len(readings.records)), readings.issues)
    recognitions, faults = _recognise(letters, options, kept.gazetteer, work)
    named = work.done("link", Namer(), name_tasks(letters, recognitions))
    with work.progress.during("merge"):
        linking = link(named, knowledge=knowledge, curation=kept.curation, shelf=work.shelf)
    relater = Relater(window=options.window, topics=kept.topics.topics)
    related = work.done("relate", relater, relate_tasks(letters, recognitions, linking))
    relations = corpus_relations(related, letters, linking, knowledge, work.shelf)
    issues = (
        *(*issues_of_facts, *kept.issues),
        *(*readings.issues, *faults, *linking.issues, *relations.issues),
        *(*suggested_issuers(readings.rows), *shared_numbers(readings.rows)),
    )
    linking = linking.without_suggestions()  # they have become claims, and tables need the room
    findings = Findings(
        rows=readings.rows, letters=letters, linking=linking, relations=relations, issues=issues
    )
    with work.progress.during("assemble"):
        tables = assemble(findings, base=options.base, knowledge=knowledge, work=work)
    tables, external_ids = with_external_ids(tables, options.state, work.shelf)
    return Build(
        options=options,
        letters=letters,
        texts=relations.texts,
        recognitions=recognitions,
        tables=tables,
        external_ids=external_ids,
        topics=kept.topics.topics,
        shelf=work.shelf,
        corpus_hash=_corpus_hash(readings.rows),
        ids=linking.ids,
        people=linking.people,
    )


def inputs_of(options: BuildOptions) -> tuple[corpus.Input, ...]:
    """Return the files that a build reads, sorted. Raises `InputNotFound`."""
    if not options.paths and not options.uris:
        return corpus.find_inputs([Path(str(corpus.bundled_letters()))])
    return (*corpus.find_inputs(options.paths, options.state), *corpus.find_remote(options.uris))


def _read(
    inputs: Sequence[corpus.Input], options: BuildOptions, work: Work
) -> tuple[Readings, tuple[Issue, ...]]:
    """Read all inputs: duplicates are marked and every letter has its final id. Also what is wrong in facts.csv."""
    path = options.state / "facts.csv" if options.state else None
    facts = corpus.NO_FACTS
    if path and path.exists():
        facts = corpus.read_facts(path, places=load_knowledge().places)
    batches = work.done("read", Reader(facts=facts), inputs)
    readings = settled((one for batch in batches for one in batch), work.shelf)
    return readings, (*facts.issues, *_unused(facts, [row.source for row in readings.rows]))


def _recognise(
    letters: Sequence[Letter], options: BuildOptions, user_gazetteer: Gazetteer | None, work: Work
) -> tuple[Sequence[Recognition], list[Issue]]:
    """Find names letter by letter, then look everywhere for what was learnt anywhere. Also where that failed."""
    finder = Finder(
        recognisers=recognise.recognisers(user_gazetteer, options.recognisers or None, options.min_score)
    )
    first = work.shelf.records(Recognition, _TOGETHER)
    first.extend(work.done("recognise", finder, letters))
    names = recognise.learn(first)
    found = work.shelf.records(Recognition, _TOGETHER)
    faults: list[Issue] = []
    for letter, one in zip(letters, first, strict=True):
        found.append(recognise.revisit(letter, one, names))
        faults += [names_failed(letter, one.fault)] if one.fault else []
    return found, faults


def _unused(facts: corpus.FactBook, sources: Sequence[str]) -> list[Issue]:
    """Return an issue for every source that facts.csv speaks of and that is not among the inputs."""
    stale = [key for key in facts.rows if not any(one == key or one.endswith(f"/{key}") for one in sources)]
    return [
        Issue(
            source="facts.csv",
            severity="warning",
            code="stale_fact",
            where="column source",
            value=corpus.shown_name(key),
            message="no input has this source; nothing was done",
            hint="name the file as letters.csv does, or delete the row",
        )
        for key in stale
    ]


def _no_letter(inputs: int) -> str:
    """Return why nothing is built; an empty folder holds no input at all."""
    if not inputs:
        return (
            "没有可读的文件；请写存放答复函的文件夹、文件或 .zip · "
            "there is no file to read; name a folder, files or a .zip of reply letters"
        )
    return f"{inputs} 个文件中没有一封答复函 · none of {inputs} inputs is a reply letter"


def _corpus_hash(rows: Sequence[LetterRow]) -> str:
    lines = sorted(f"{one.sha256} {one.source}" for one in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
