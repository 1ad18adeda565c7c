"""graph.html: one file that opens from a disk or an e-mail, holds the whole graph and calls nobody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontology import palette

from ...errors import ExportError
from ...relate.figures import likeness
from ..publication import Publication
from ..text_file import write_parts
from .block import Block, encode
from .data import graph_block, letters_parts
from .network import draw
from .split import Part, index_of, is_too_large, parts, split
from .terms import families, meanings, strings, terms
from .threads import in_several

if TYPE_CHECKING:
    from jinja2 import Environment

FILE = "graph.html"
TEMPLATE = "graph.html.j2"
VIS = "lib/vis-9.1.2/vis-network.min.js"
"""The vis-network that the pyvis wheel ships (MIT or Apache-2.0): nothing is copied into this project."""

SCRIPTS = (
    "dom", "data", "fold", "corpus", "words", "state", "territory", "groups", "filter", "chooser", "limits",
    "path", "scope", "glyph", "chart", "fan", "pairs", "arrange", "strokes", "spotlight", "captions", "labels",
    "tip", "canvas", "initials", "search", "citation", "book", "evidence", "aboutness", "panel", "proposal",
    "questions", "contents", "tabular", "letter", "download", "colophon", "drawing", "table", "ties", "selection",
    "found", "issues", "threads", "periods", "claims", "answers", "pairing", "beside", "compare", "legend", "time",
    "scopeline", "permalink", "paper", "keyboard", "main",
)  # fmt: skip
"""The page's script, in the order in which the parts are joined: a part uses the ones before it as it loads."""

STYLES = ("ground", "masthead", "page", "filters", "time", "detail", "sheet", "screens")
"""The page's style, in the order in which the parts are joined: later ones refine earlier ones."""


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.html into `folder` and return what was written, sorted.

    A graph whose one page would be larger than `split.LARGEST_PAGE` becomes an index, graph.html, and pages with
    the letters, graph-parts/*.html. Raises `ExportError` where a file cannot be written.
    """
    if not is_too_large(publication):
        return (write_parts(folder / FILE, _pieces(publication)),)
    book = parts(publication)
    written = [write_parts(folder / FILE, _pieces(index_of(publication), _index_links(publication, book)))]
    several = in_several(publication.tables.threads)
    for at, (part, share) in enumerate(split(publication, book)):
        written.append(write_parts(folder / part.file, _pieces(share, _part_links(book, at), several)))
    return tuple(sorted(written))


def render(publication: Publication, links: Mapping[str, Any] | None = None) -> str:
    """Return the page's HTML: the same bytes for the same publication. `links` tie the pages of a split graph."""
    return "".join(_pieces(publication, links))


def _pieces(
    publication: Publication, links: Mapping[str, Any] | None = None, several: Set[str] | None = None
) -> Iterator[str]:
    """Yield the page's HTML; the data last of all, and not copied: of a large graph it is nearly all of the page.

    `several`: the promises of the whole graph that stand in several threads, where this is a part of it.
    """
    tables = publication.tables
    network = draw(tables.entities, tables.edges, publication.positions, palette.load())
    blocks = (
        encode("start", _start(publication, network.options) | dict(links or {})),
        encode("graph", graph_block(publication, network.nodes)),
        encode("letters", letters_parts(publication, several)),
    )
    network.nodes = network.edges = ()  # the template asks for none, and pyvis would make them all again
    network.templateEnv = _environment(network.templateEnv.loader)
    network.templateEnv.globals.update(_parts(network.templateEnv, publication, blocks))
    network.path = TEMPLATE
    html = network.generate_html(FILE)
    network.templateEnv.globals.clear()  # it stays in a ring with its template until garbage is collected
    if not isinstance(html, str):
        raise ExportError(
            f"{FILE}: pyvis 没有给出文本；请检查其版本 · "
            f"pyvis returned {type(html).__name__} instead of text; check its version"
        )
    texts = {_place(block): block.text for block in blocks}
    for piece in re.split(f"({'|'.join(texts)})", html):
        yield texts.get(piece, piece)


def _place(block: Block) -> str:
    """Return what stands for the data of a block in the page's template, and nowhere else."""
    return f"@data-{block.name}@"


def _index_links(publication: Publication, book: Sequence[Part]) -> dict[str, Any]:
    """What the index knows of the parts: file, departments, and in which part each letter stands."""
    part_of = {letter: at for at, part in enumerate(book) for letter in part.letter_ids}
    tables = publication.tables
    return {
        "parts": [
            {"file": part.file, "departments": part.departments, "letters": len(part.letter_ids)}
            for part in book
        ],
        "part_of": [part_of.get(row.letter_id, -1) for row in tables.letters],
        "whole": {"nodes": len(tables.entities), "edges": len(tables.edges)},
        "evidence": len(tables.evidence),
    }


def _part_links(book: Sequence[Part], at: int) -> dict[str, Any]:
    return {
        "index": f"../{FILE}",
        "part": {"number": at + 1, "of": len(book), "departments": book[at].departments},
    }


def _start(publication: Publication, options: Any) -> dict[str, Any]:
    """What the page must know before it draws: names of things, looks, counts."""
    tables = publication.tables
    return {
        "version": publication.version,
        "hash": publication.corpus_hash,
        "base": publication.base,
        "options": options,
        "strings": strings(),
        "terms": terms(),
        "meanings": meanings(),
        "families": families(),
        "likeness": {
            "noise": likeness.NOISE.pattern,
            "bigrams": likeness.LEAST_BIGRAMS,
            "containment": likeness.LEAST_CONTAINMENT,
        },
        "kinds": {
            look.kind: {"colour": look.colour, "colour_dark": look.colour_dark, "shape": look.shape}
            for look in palette.load().swatches
        },
        "evidence": len(tables.evidence),
        "sentences": len(tables.sentences),
        "issues": len(tables.issues),
    }


def _environment(pyvis_loader: Any) -> Environment:
    """Return our own environment: autoescape on, our template, pyvis' vis-network."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  (slow to import)

    ours = PackageLoader(__package__ or "graph.export.html", ".")
    return Environment(
        loader=ChoiceLoader([ours, pyvis_loader]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def _parts(environment: Environment, publication: Publication, blocks: Sequence[Block]) -> dict[str, Any]:
    from markupsafe import Markup  # noqa: PLC0415  (comes with jinja2)

    if environment.loader is None:
        raise ExportError(
            f"{FILE}: fuwen 安装不全，请重新安装 · no template loader: the installation is broken, install it again"
        )
    vis = _inline(environment.loader.get_source(environment, VIS)[0])
    script = _inline(_script())
    return {
        "policy": policy((vis, script)),
        "version": publication.version,
        "title": "复文知识图谱",
        "style": Markup(_style()),  # noqa: S704  (our own files)
        "vis": Markup(vis),  # noqa: S704  (the library's own file)
        "script": Markup(script),  # noqa: S704  (our own files)
        "blocks": [
            {"name": block.name, "encoding": block.encoding, "text": _place(block)} for block in blocks
        ],
    }


def policy(scripts: Sequence[str]) -> str:
    """Return the content security policy: these scripts and no other, no request to anywhere (CSP level 2 hashes)."""
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in scripts)
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _inline(script: str) -> str:
    """Return a script as it may stand in a script element, line ends as a browser hashes them."""
    return script.replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script")


@cache
def _script() -> str:
    """Return the page's script: all parts in one closure, nothing global."""
    parts = "\n".join(_source(f"script/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


@cache
def _style() -> str:
    return "\n".join(_source(f"style/{name}.css") for name in STYLES)


def _source(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")
