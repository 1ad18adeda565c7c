"""`fuwen build`: letters in, one graph in every format out."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import add_command, cache_folder
from .build_arguments import add_arguments

if TYPE_CHECKING:  # the pipeline loads every library; `fuwen --help` must not
    from ..pipeline import Build, BuildOptions
    from ..run.runner import Runner
    from .arguments import Commands

_EXAMPLES = """示例 examples:
  fuwen build                 自带的五封复文 · the five bundled letters → exports/
  fuwen build letters/        自己的信，含下级文件夹；人工决定放在 letters/fuwen/
                              your letters, all folders below; decisions in
                              letters/fuwen/
  fuwen build a.pdf b.docx "2024/*.html" c.zip --out graph-2024
  fuwen build letters/ --gazetteer names.tsv --format ttl,gexf --min-letters 2
  fuwen build s3://bucket/letters/ --runner dask://scheduler:8786 --state fuwen/

退出码 exit codes:
  0 完成 done · 2 用法不对 bad usage
  1 没有可用的信，或有表格整张读不出 nothing usable, or a kept table that is none
  4 完成，有文件或表格行未采用 done, some inputs or rows left out
  5 无法写出 cannot write · 130 Ctrl-C
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "build",
        run,
        short="构建图谱 · build the graph",
        long="读取答复函，写出各种格式的知识图谱。\n"
        "Read reply letters and write the knowledge graph in every format.",
        examples=_EXAMPLES,
    )
    add_arguments(command)


def run(arguments: argparse.Namespace) -> int:
    """Build and publish; return 0, or 4 where some inputs, their claims or rows of kept tables were passed over."""
    from ..publish import refuse_unwritable
    from ..run.process_runner import RARE
    from ..storage.build_folder import exclusively, recover
    from .build_notes import warn_of_misnamed, warn_of_missing_state
    from .passed_over import tell_passed_over

    formats = _listed(arguments.format.lower(), "--format")
    gc.set_threshold(*RARE)
    _refuse_unusable(arguments)
    options = _options(arguments)
    warn_of_missing_state(arguments.state)
    warn_of_misnamed(options.state)
    with exclusively(arguments.out):
        recover(arguments.out)
        refuse_unwritable(arguments.out, formats, options.base)
        tell_passed_over(options.paths, options.state)
        return _built(arguments, options, formats)


def _built(arguments: argparse.Namespace, options: BuildOptions, formats: Sequence[str]) -> int:
    """Build and publish, unless nothing has changed; return the exit code."""
    from ..errors import NothingUsable
    from ..export.foremost import ROOM
    from ..pipeline import build
    from ..publish import least_letters, publish
    from ..run.progress import Progress
    from ..terminal import say
    from ..up_to_date import BuildMemory
    from .build_notes import tell_bounded, tell_thinned, warn_of_little_room, warn_of_lost_curation
    from .outcome import outcome, tell, tell_nothing_usable

    warn_of_lost_curation(arguments.out, options)
    memory = BuildMemory(cache_folder(arguments), options, _outputs(arguments), arguments.out)
    if (finished := memory.recalled()) is not None:
        say("没有变化，无需重建 · nothing has changed since the last build")
        return tell(finished)
    warn_of_little_room(options, formats, arguments.out)
    progress = Progress(sys.stderr)
    try:
        with closing(_runner(arguments)) as active:
            made = build(options, runner=active, progress=progress)
    except NothingUsable as error:
        tell_nothing_usable(error)
        raise
    min_letters = arguments.min_letters or least_letters(made.tables)
    written = publish(
        made,
        arguments.out,
        formats=formats,
        min_letters=min_letters,
        room=None if arguments.min_letters else ROOM,
        gexf=_gexf(arguments),
        progress=progress,
        jobs=1 if arguments.runner == "serial" else arguments.jobs or os.cpu_count() or 1,
    )
    # the bundled letters lie in the installed package, which stays as it is
    if arguments.paths or arguments.state:
        _keep_ids(made)
    if arguments.min_letters is None and min_letters > 1:
        tell_thinned(len(made.tables.edges), min_letters)
    if written.bounded:
        tell_bounded(written.bounded, ROOM, min_letters)
    finished = outcome(made, written)
    memory.remember(finished)
    return tell(finished)


def _gexf(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the options of the GEXF writer."""
    return {
        "profile": arguments.gexf_profile,
        "all_directed": arguments.gexf_directed,
        "spells": arguments.gexf_spells,
    }


def _outputs(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the options that say what is written."""
    return {"formats": arguments.format, "min_letters": arguments.min_letters, **_gexf(arguments)}


def _listed(value: str, option: str) -> list[str]:
    """Return the names of an option that takes several, joined by commas or spaces; none where it was not given."""
    from ..errors import UsageError

    names = [name for name in value.replace(",", " ").split() if name]
    if value and not names:
        raise UsageError(
            f"{option} {value}: 没有写名称；请用逗号连接名称，或不写这一项 · "
            "names nothing; write names joined by commas, or leave it out"
        )
    return names


def _runner(arguments: argparse.Namespace) -> Runner:
    """Return what does the work: the chosen runner, behind the cache unless none is wanted."""
    from ..run.cache import Cache, CachingRunner
    from ..run.runners import runner

    chosen = runner(arguments.runner, arguments.jobs)
    folder = cache_folder(arguments)
    return CachingRunner(chosen, Cache(folder)) if folder else chosen


def _refuse_unusable(arguments: argparse.Namespace) -> None:
    """Raise `UsageError` for a number out of its range, a runner, folder or file that is none."""
    from ..errors import UsageError
    from ..run.runners import refuse_unknown

    refuse_unknown(arguments.runner)
    if not 0.0 <= arguments.min_score <= 1.0:
        raise UsageError(f"--min-score {arguments.min_score}: 须在 0 到 1 之间 · must be between 0 and 1")
    for option, value, least in (("--min-letters", arguments.min_letters, 1), ("--jobs", arguments.jobs, 0)):
        if value is not None and value < least:
            raise UsageError(f"{option} {value}: 不得小于 {least} · must be at least {least}")
    if arguments.state and arguments.state.exists() and not arguments.state.is_dir():
        raise UsageError(
            f"--state {arguments.state}: 是文件；请写 decisions.csv 所在的文件夹 · "
            "is a file; name the folder that holds decisions.csv"
        )
    tables = (("--gazetteer", arguments.gazetteer), *(("--decisions", path) for path in arguments.decisions))
    for option, path in tables:
        if path and not path.exists():
            raise UsageError(f"{option} {path}: 没有这个文件；请检查拼写 · no such file; check the spelling")
        if path and path.is_dir():
            raise UsageError(f"{option} {path}: 是文件夹；请写其中的文件 · is a folder; name the file in it")


def _options(arguments: argparse.Namespace) -> BuildOptions:
    """Return the build's options; the state folder is the one named, else the one beside the letters."""
    import corpus
    from corpus.inputs import STATE_FOLDER

    from ..pipeline import BuildOptions

    uris = tuple(path for path in arguments.paths if corpus.is_uri(path))
    paths = tuple(Path(path) for path in arguments.paths if not corpus.is_uri(path))
    bundled = Path() if uris else Path(str(corpus.bundled_letters()))
    state = arguments.state or _beside(paths, STATE_FOLDER) or bundled / STATE_FOLDER
    gazetteer = arguments.gazetteer or state / "gazetteer.tsv"
    return BuildOptions(
        paths=paths,
        uris=uris,
        state=state,
        gazetteer=gazetteer if arguments.gazetteer or _holds_anything(gazetteer) else None,
        decisions=tuple(arguments.decisions),
        base=arguments.base,
        window=arguments.window,
        min_score=arguments.min_score,
        recognisers=tuple(_listed(arguments.recognisers, "--recognisers")),
    )


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _beside(paths: tuple[Path, ...], folder: str) -> Path | None:
    """Return the state folder beside the letters: in the one folder given, else in the common parent."""
    if not paths:
        return None
    plain = [_before_pattern(path) for path in paths]
    if len(plain) == 1 and plain[0].is_dir():
        return plain[0] / folder
    parents = [path.absolute() if path.is_dir() else path.absolute().parent for path in plain]
    try:
        return Path(os.path.commonpath(parents)) / folder
    except ValueError:  # Windows: paths on different drives have nothing in common
        return parents[0] / folder


def _before_pattern(path: Path) -> Path:
    """Return a path that is there as it is, of a pattern (2024/*.html, 202?/) the folder in which it begins."""
    parts = path.parts
    marked = next((at for at, part in enumerate(parts) if any(mark in part for mark in "*?[")), None)
    return path if marked is None or path.exists() else Path(*parts[:marked])


def _keep_ids(made: Build) -> None:
    """Write ids.csv for the next build; where that is not possible say so: the graph itself is complete."""
    from corpus.inputs import IDS

    from ..link.identifiers import write_ids
    from ..terminal import say

    folder = made.options.state
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{IDS}.new"
        try:
            write_ids(made.ids, fresh)
            fresh.replace(folder / IDS)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        say(
            f"提醒 warning: {folder / IDS}: 无法写出，下次构建 id 可能会变；请检查权限 · "
            f"cannot be written ({error.strerror}), ids may change with the next build; check its rights"
        )
