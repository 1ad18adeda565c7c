"""The arguments of `fuwen build`: what is read, how it is analysed, who does the work, what is written."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ..version import BASE
from .arguments import named, path_of


def add_arguments(command: ArgumentParser) -> None:
    """Add all of them to the parser of the command."""
    for add in (_add_inputs, _add_analysis, _add_outputs, _add_gexf, _add_work):
        add(command)


def _add_inputs(command: ArgumentParser) -> None:
    """Add what is read: letters, and tables that people keep."""
    add = command.add_argument
    add(
        "paths",
        nargs="*",
        type=named,
        metavar="PATH",
        help="文件、文件夹、通配符、.zip 或网址；不写则用自带的信 · "
        "files, folders, globs, .zip or URIs; none: the bundled letters",
    )
    add(
        "--state",
        type=path_of,
        metavar="DIR",
        help="decisions.csv、facts.csv、topics.tsv、ids.csv 所在的文件夹（默认为信件旁的 fuwen/） · folder of "
        "decisions.csv, facts.csv, topics.tsv, ids.csv (default: fuwen/ beside the letters)",
    )
    add(
        "--gazetteer",
        type=path_of,
        metavar="TSV",
        help="已知名称表（默认为上述文件夹中的 gazetteer.tsv） · "
        "names you know (default: gazetteer.tsv in that folder)",
    )
    add(
        "--decisions",
        type=path_of,
        action="append",
        default=[],
        metavar="CSV",
        help="另一份 decisions.csv · a further decisions.csv",
    )


def _add_analysis(command: ArgumentParser) -> None:
    """Add how names are found and where analyses are kept."""
    add = command.add_argument
    add(
        "--recognisers",
        default="",
        metavar="LIST",
        help="识别名称的办法：grammar（默认）及已装的插件 neural、llm 等 · "
        "what finds names: grammar (default) and plug-ins that are installed: neural, llm …",
    )
    add(
        "--window",
        choices=("sentence", "paragraph", "section"),
        default="sentence",
        help="共现的范围：句、段、节（默认 sentence 句） · where names meet (default: sentence)",
    )
    add(
        "--min-score",
        type=float,
        default=0.0,
        metavar="X",
        help="略去把握低于此值的名称，0 到 1 · drop mentions below this score, 0 to 1",
    )
    add(
        "--cache",
        type=path_of,
        metavar="DIR",
        help="分析结果的留存处，下次构建更快 · where analyses of letters are kept for the next build",
    )
    add(
        "--no-cache",
        action="store_true",
        help="每封信重新分析，什么都不留存 · analyse every letter anew and keep nothing",
    )


def _add_outputs(command: ArgumentParser) -> None:
    """Add what is written where."""
    add = command.add_argument
    add(
        "--out",
        type=path_of,
        default=Path("exports"),
        metavar="DIR",
        help="写到哪个文件夹（默认 exports） · folder to write (default: exports)",
    )
    add(
        "--format",
        default="",
        metavar="LIST",
        help="写哪些格式，以逗号连接，tables 总会写出 · formats, joined by commas; tables are always written · "
        "ttl,html,gexf,graphml,svg,ontology,tables（默认 default）; nt,nq,gephi,xlsx,parquet,png",
    )
    add(
        "--base",
        default=BASE,
        metavar="IRI",
        help=f"标识（IRI）的开头（默认 {BASE}） · what all ids begin with",
    )
    add(
        "--min-letters",
        type=int,
        default=None,
        metavar="N",
        help="ttl、html、gexf 略去少于 N 封复文的共现，表格齐全（默认 1，超过 50,000 条关系时为 2） · "
        "leave co-mentions of fewer letters out of ttl, html, gexf; tables keep all (default: 1; above "
        "50,000 edges 2, and gexf, graphml, gephi hold no more than 50,000 nodes and 150,000 edges)",
    )


def _add_gexf(command: ArgumentParser) -> None:
    """Add how graph.gexf is written."""
    add = command.add_argument
    add(
        "--gexf-profile",
        choices=("full", "entities", "letters"),
        default="full",
        help="graph.gexf 写入什么：全部、只写实体、只写信件（默认 full） · what graph.gexf holds (default: full)",
    )
    add(
        "--gexf-directed",
        action="store_true",
        help="全部写成有向边，供不收混合图的程序用 · for readers that refuse mixed graphs (networkx)",
    )
    add(
        "--gexf-spells",
        choices=("year", "day"),
        default="year",
        help="时间轴按年或按日（默认 year） · the timeline's grain (default: year)",
    )


def _add_work(command: ArgumentParser) -> None:
    """Add who does the work."""
    add = command.add_argument
    add(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="进程数（默认用全部核心） · processes (default: all cores)",
    )
    add(
        "--runner",
        default="",
        metavar="NAME",
        help="由谁来算：serial、processes（信多时的默认值）、dask、dask://host:8786 · what does the work: serial, "
        "processes (default for many letters), dask, or dask://host:8786 (pip install 'fuwen[dask]')",
    )
