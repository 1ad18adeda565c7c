"""The whole flow on one page: read → recognise → link → relate → assemble. Writing is `graph.publish`.

letters   = read(inputs)                  bytes, wraps, header, sections          corpus
found     = recognise(letters)            names in one letter; then names learnt  graph.recognise
linking   = link(letters, found)          one entity per thing, decisions applied graph.link
claims    = relate(letters, linking)      who answered whom, what is said of what graph.relate
tables    = assemble(everything)          rows with checked quotes                graph.assemble
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import corpus
from corpus.records import Issue, Letter, Reading

from . import knowledge as knowledge_files
from . import recognise
from .assemble import Findings, assemble
from .errors import NothingUsable
from .external_ids import ExternalIds, with_external_ids
from .letter_tasks import Finder, Reader, Relater, RelateTask
from .link.curation import Curation, load_curation
from .link.identifiers import IdBook
from .link.issuers import suggested_issuers
from .link.linker import Linking, link
from .progress import Progress
from .recognise import gazetteer
from .recognise.gazetteer import Gazetteer
from .records import Claim, LinkedLetter, Node, Recognition
from .relate import nodes
from .relate.claims import CorpusClaims, LetterClaims, corpus_claims
from .relate.co_mention import MAX_NAMES
from .relate.decided import decided_claims, place_nodes, suggested_claims
from .relate.part_of import part_of_claims
from .relate.windows import Window
from .runners import Runner, SerialRunner
from .tables import GraphTables

BASE = "https://w3id.org/fuwen/id/"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for. Empty `paths`: the bundled letters. `state`: the folder of curated files.

    `recognisers`: names of registered recognisers, empty for the grammar alone.
    """

    paths: tuple[Path, ...] = ()
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
    readings: tuple[Reading, ...] = field(repr=False)
    recognitions: tuple[Recognition, ...] = field(repr=False)
    linking: Linking = field(repr=False)
    tables: GraphTables = field(repr=False)
    curation: Curation = field(repr=False)
    corpus_hash: str
    external_ids: ExternalIds = field(default_factory=lambda: ExternalIds(by_entity={}), repr=False)

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The reply letters, by letter_id."""
        return _letters(self.readings)

    @property
    def ids(self) -> IdBook:
        """The ids, old and newly minted: what ids.csv should hold after this build."""
        return self.linking.ids


def build(options: BuildOptions, *, runner: Runner | None = None, progress: Progress | None = None) -> Build:
    """Return the graph of the letters.

    Raises `NothingUsable` where no input is a letter, `CurationError`, `CorpusError`.
    """
    runner, progress = runner or SerialRunner(), progress or Progress()
    knowledge = knowledge_files.load()
    curation = load_curation(options.state, options.decisions)
    listed = gazetteer.load(options.gazetteer) if options.gazetteer else None
    readings, issues = _read(options, runner, progress)
    letters = _letters(readings)
    if not letters:
        raise NothingUsable(_nothing(readings))
    recognitions = _recognise(letters, options, listed, runner, progress)
    linking = link(letters, recognitions, knowledge=knowledge, curation=curation)
    tasks = [
        RelateTask(linked=linked_letter(letter, found, linking), header=linking.of_header(letter.letter_id))
        for letter, found in zip(letters, recognitions, strict=True)
    ]
    related = _relate(tasks, linking, Relater(window=options.window), runner, progress)
    told = (*(listed.issues if listed else ()), *_reading_issues(readings))
    findings = Findings(
        readings=readings,
        recognitions=recognitions,
        linking=linking,
        claims=related.claims,
        nodes=related.nodes,
        windows=related.windows,
        counts=related.counts,
        said=related.said,
        topics=related.topics,
        issues=(*issues, *told, *linking.issues, *suggested_issuers(letters), *related.issues),
    )
    tables = assemble(findings, base=options.base, knowledge=knowledge)
    tables, external_ids = with_external_ids(tables, options.state)
    return Build(
        options=options,
        readings=readings,
        recognitions=recognitions,
        linking=linking,
        tables=tables,
        external_ids=external_ids,
        curation=curation,
        corpus_hash=_corpus_hash(readings),
    )


def _read(
    options: BuildOptions, runner: Runner, progress: Progress
) -> tuple[tuple[Reading, ...], tuple[Issue, ...]]:
    """Read all inputs; duplicates are marked and every letter gets its final id."""
    inputs = corpus.find_inputs(options.paths or (Path(str(corpus.bundled_letters())),))
    facts = options.state / "facts.csv" if options.state else None
    book = corpus.read_facts(facts) if facts and facts.exists() else corpus.EMPTY
    reader = Reader(facts=book)
    batches = progress.over("read", runner.map(reader, inputs), len(inputs))
    readings = corpus.mark_duplicates([reading for batch in batches for reading in batch])
    wanted = [(one.source, one.letter.letter_id, one.sha256) for one in readings if one.letter]
    ids = corpus.letter_ids(wanted)
    final = tuple(
        replace(one, letter=corpus.renamed(one.letter, ids[one.source])) if one.letter else one
        for one in readings
    )
    return final, (*book.issues, *_unused(book, readings))


def _recognise(
    letters: Sequence[Letter],
    options: BuildOptions,
    listed: Gazetteer | None,
    runner: Runner,
    progress: Progress,
) -> tuple[Recognition, ...]:
    """Find names letter by letter, then look everywhere for what was learnt anywhere."""
    finder = Finder(recognisers=recognise.recognisers(listed, options.recognisers or None, options.min_score))
    first = list(progress.over("recognise", runner.map(finder, letters), len(letters)))
    names = recognise.learn(first)
    return tuple(
        recognise.revisit(letter, found, names) for letter, found in zip(letters, first, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Related:
    """All claims and the nodes they need; `windows` and `counts` are what NPMI is computed from."""

    claims: list[Claim]
    nodes: list[Node]
    windows: int
    counts: Counter[str]
    said: CorpusClaims
    topics: dict[str, tuple[str, ...]]
    issues: list[Issue]


def _relate(
    tasks: Sequence[RelateTask], linking: Linking, relater: Relater, runner: Runner, progress: Progress
) -> _Related:
    """Make every claim: who answered whom, what is named together, what is said, decided and proposed."""
    knowledge = knowledge_files.load()
    claims: list[Claim] = []
    made: list[Node] = []
    said: list[LetterClaims] = []
    counts: Counter[str] = Counter()
    topics: dict[str, tuple[str, ...]] = {}
    windows = 0
    issues: list[Issue] = []
    for task, one in zip(tasks, progress.over("relate", runner.map(relater, tasks), len(tasks)), strict=True):
        claims += one.claims
        made += one.nodes
        said.append(one.said)
        counts.update(one.counts)
        topics |= one.topics
        windows += one.windows
        issues += [_long_list(task.linked.letter, one.unpaired)] if one.unpaired else []
    claims += part_of_claims(linking.entities, knowledge.identity.governing_tails)
    claims += [*suggested_claims(linking), *decided_claims(linking)]
    made += place_nodes(claims, knowledge.places)
    return _Related(
        claims=claims,
        nodes=made,
        windows=windows,
        counts=counts,
        said=corpus_claims(said),
        topics=topics,
        issues=issues,
    )


def _long_list(letter: Letter, unpaired: int) -> Issue:
    return Issue(
        source=letter.source,
        letter_id=letter.letter_id,
        severity="info",
        code="long_list",
        where="co-mentions",
        value=str(unpaired),
        message=f"so many names stand behind the first {MAX_NAMES} names of one window and are paired with none",
        hint="nothing to do: the names are in the graph, and a list says little of any two of them",
    )


def linked_letter(letter: Letter, found: Recognition, linking: Linking) -> LinkedLetter:
    """Return a letter with its mentions resolved, as every relation extractor reads it."""
    place = letter.header.jurisdiction
    return LinkedLetter(
        letter=letter,
        mentions=found.mentions,
        entity_ids={
            mention.mention_id: linking.links[mention.mention_id].entity_ids for mention in found.mentions
        },
        issuer=linking.of_header(letter.letter_id).get("department"),
        place=nodes.place_id(place) if place else None,
        reply=nodes.reply_id(letter),
        proposals=tuple(f"proposal/{key}" for key in corpus.proposal_key(letter.header)),
    )


def _unused(book: corpus.FactBook, readings: Sequence[Reading]) -> list[Issue]:
    """Rows of facts.csv about a source that is not among the inputs."""
    sources = [reading.source for reading in readings]
    stale = [key for key in book.rows if not any(one == key or one.endswith(f"/{key}") for one in sources)]
    return [
        Issue(
            source="facts.csv",
            severity="warning",
            code="stale_fact",
            where="column source",
            value=key,
            message="no input has this source; nothing was done",
            hint="name the file as letters.csv does, or delete the row",
        )
        for key in stale
    ]


def _letters(readings: Sequence[Reading]) -> tuple[Letter, ...]:
    found = [one.letter for one in readings if one.letter is not None and one.status == "reply"]
    return tuple(sorted(found, key=lambda letter: letter.letter_id))


def _reading_issues(readings: Sequence[Reading]) -> list[Issue]:
    """Return every issue once, of files and of the letters in them."""
    every = [issue for one in readings for issue in (*one.issues, *(one.letter.issues if one.letter else ()))]
    return list(dict.fromkeys(every))


def _corpus_hash(readings: Sequence[Reading]) -> str:
    lines = sorted(f"{one.sha256} {one.source}" for one in readings)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _nothing(readings: Sequence[Reading]) -> str:
    first = next((issue for one in readings for issue in one.issues), None)
    why = f"; the first: {first.source}: {first.message}" if first else ""
    return f"none of {len(readings)} inputs is a reply letter{why}"
