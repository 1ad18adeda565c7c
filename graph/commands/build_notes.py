"""What a build says on stderr beside its outcome: what may be amiss before it reads, what graph files leave out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..export.foremost import Size
from ..pipeline import BuildOptions, inputs_of
from ..storage.build_folder import read_manifest
from ..terminal import say
from .disk_room import little_room
from .misnamed import KEPT, misnamed


def warn_of_missing_state(state: Path | None) -> None:
    """Say so where the folder that --state names does not exist: it may be misspelt."""
    if state and not state.exists():
        _warn(
            f"--state {state}: 没有这个文件夹，将为 ids.csv 新建，没有采用任何决定、事实或名称 · "
            "there is no such folder; it is made for ids.csv, no decisions, facts or names are applied"
        )


def warn_of_misnamed(state: Path | None) -> None:
    """Say which files of the state folder are read by no build and seem to be one that would be, misnamed."""
    for path, name in misnamed(state) if state else ():
        _warn(f"{path}: 文件名不对，未读取；是否应为 · is not read under this name; did you mean: {name}?")


def warn_of_lost_curation(out: Path, options: BuildOptions) -> None:
    """Say so where the last build into this folder had decisions or facts and this one finds none."""
    curated = (read_manifest(out) or {}).get("curated")
    had = sorted({*curated} & {*KEPT}) if isinstance(curated, dict) else []
    paths = {name: options.state / name if options.state else None for name in had}
    gone = [name for name, path in paths.items() if path is None or not path.exists()]
    if gone:
        _warn(
            f"{out}: 上次构建用了 {'、'.join(gone)}，这次没有；请用 --state 指明所在文件夹 · "
            f"the last build had {', '.join(gone)}, this one finds none; name their folder with --state"
        )
    for path in paths.values():
        if path is not None and path.exists() and not path.stat().st_size:
            _warn(f"{path}: 现在是空的，不再采用其中内容 · is empty now; nothing of it is applied")


def warn_of_little_room(options: BuildOptions, formats: Sequence[str], out: Path) -> None:
    """Say so where a disk has no room for what will be written; letters named by URI are not listed twice for it."""
    if not options.uris:
        inputs = len(inputs_of(options))
        with suppress(OSError):  # a disk that does not tell how full it is ends no build
            for told in little_room(inputs, formats, out):
                _warn(told)


def tell_thinned(edges: int, min_letters: int) -> None:
    """Say that a graph too large to draw whole was thinned without being asked for."""
    say(
        f"图太大，ttl、html、gexf 与图片略去少于 {min_letters} 封复文的共现，表格齐全；--min-letters 1 则全部写入 · "
        f"{edges} edges: ttl, html, gexf and pictures leave out co-mentions of fewer than {min_letters} letters, "
        "tables keep all; --min-letters 1 writes everything"
    )


def tell_bounded(whole: Size, room: Size, min_letters: int) -> None:
    """Say that files for graph programs hold a part of the graph without being asked for."""
    say(
        f"图太大，gexf、graphml、gephi 只写入最要紧的部分；--min-letters {min_letters} 则全部写入 · "
        f"gexf, graphml, gephi hold at most {room.nodes} of {whole.nodes} nodes and {room.edges} of {whole.edges} "
        "edges (letters and proposals, what most letters name, the strongest edges among them); "
        f"--min-letters {min_letters} writes the rest, too"
    )


def _warn(line: str) -> None:
    say(f"提醒 warning: {line}")
