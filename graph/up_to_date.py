"""Skips a build where nothing has changed since the last one: same letters, options and program, same output.

All that a build follows from is hashed. Under that hash the cache keeps what the build said at its end and the hash of
its manifest; the manifest has the hash of every file. So an output that anybody has touched is built anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import corpus

from .check.counts import file_findings
from .pipeline import BuildOptions, inputs_of
from .run.cache import Cache, body_of, code_hash, record_of
from .run.file_hashes import file_hashes
from .storage.build_folder import MANIFEST, read_manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How a build ended: its exit code, a line per problem of its inputs, and its last line."""

    exit_code: int
    problems: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A finished build, and the hash of the manifest that it wrote."""

    finished: Finished
    manifest: str


class BuildMemory:
    """What the cache in `folder` knows of earlier builds into `out`; `folder` None: nothing."""

    def __init__(
        self, folder: Path | None, options: BuildOptions, wanted: Mapping[str, object], out: Path
    ) -> None:
        # what these give may change, and nothing here would tell
        unseen = options.recognisers or options.uris
        self._folder = None if unseen else folder
        self._options = options
        self._wanted = f"{code_hash()} {options!a} {dict(wanted)!a} {out.resolve()!a}"
        self._out = out
        self._letters = _hash_of(_letters(options)) if self._folder else ""

    def recalled(self) -> Finished | None:
        """Return how the same build ended, if what it wrote is still there, untouched."""
        key = self._key()
        if self._folder is None or not key:
            return None
        with closing(Cache(self._folder)) as cache:
            body = cache.found([key]).get(key)
        kept: _Kept | None = record_of(body, _Kept) if body else None
        return kept.finished if kept and kept.manifest == self._manifest() and self._is_whole() else None

    def remember(self, finished: Finished) -> None:
        """Keep how this build ended, unless letters have changed since it began."""
        key = self._key()
        body = body_of(_Kept(finished=finished, manifest=self._manifest()))
        if self._folder and key and body and _hash_of(_letters(self._options)) == self._letters:
            with closing(Cache(self._folder)) as cache:
                cache.keep([(key, body)])

    def _key(self) -> str:
        """Return a hash of all that the output follows from; empty where that cannot be read."""
        curated = _hash_of(_curated(self._options)) if self._letters else ""
        text = f"{self._wanted} {self._letters} {curated}"
        return hashlib.sha256(text.encode()).hexdigest() if curated else ""

    def _manifest(self) -> str:
        return _hash_of([(MANIFEST, self._out / MANIFEST)])

    def _is_whole(self) -> bool:
        """Whether every file is as the manifest says."""
        files = (read_manifest(self._out) or {}).get("files")
        return isinstance(files, dict) and next(file_findings(self._out, files), None) is None


def _letters(options: BuildOptions) -> Iterator[tuple[str, Path]]:
    """Yield what a build calls the files it reads letters from, and where they are."""
    for one in inputs_of(options):
        yield one.source, one.path


def _curated(options: BuildOptions) -> Iterator[tuple[str, Path]]:
    """Yield the files that people keep: in the state folder, or named one by one."""
    if options.state is not None and options.state.is_dir():
        yield from ((path.name, path) for path in sorted(options.state.glob("*.[ct]sv")))
    if options.gazetteer is not None:
        yield "gazetteer", options.gazetteer
    yield from (("decisions", path) for path in options.decisions)


def _hash_of(files: Iterable[tuple[str, Path]]) -> str:
    """Return a hash of names and contents; empty where a file cannot be read."""
    digest = hashlib.sha256()
    try:
        named = list(files)
        for (name, _), content in zip(named, file_hashes([path for _, path in named]), strict=True):
            digest.update(f"{name!a} {content}\n".encode())
    except (OSError, corpus.CorpusError):
        return ""
    return digest.hexdigest()
