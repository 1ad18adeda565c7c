"""The command line: `fuwen COMMAND`. Verbs are the library's verbs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from .errors import GraphError
from .terminal import harmless
from .version import __version__

COMMANDS = (
    "build",
    "query",
    "show",
    "promises",
    "figures",
    "compare",
    "check",
    "evaluate",
    "review",
    "diff",
)
"""Each is a module of graph.commands with `register(parser)` and `run(arguments) -> exit code`."""

EXIT_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (graph.errors; 130: Ctrl-C). Errors are one line on stderr."""
    _force_utf8()
    parsed = parser().parse_args(arguments)
    if parsed.run is None:
        parser().print_help()
        return 2
    try:
        code: int = parsed.run(parsed)
    except _expected_errors() as error:
        print(f"fuwen: {harmless(str(error))}", file=sys.stderr)
        return error.exit_code if isinstance(error, GraphError) else 1
    except KeyboardInterrupt:
        print("\nfuwen: 已中断，旧的输出未动 interrupted; the old output is untouched", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return 0  # the reader of our output (head, less) has seen enough
    return code


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="fuwen",
        description="复文：从人大建议、政协提案的答复函构建知识图谱。\n"
        "Knowledge graphs from replies to CPPCC proposals and people's congress suggestions.",
        epilog="fuwen COMMAND --help shows examples. 每个命令的 --help 有示例。",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"fuwen {__version__}")
    top.set_defaults(run=None)
    commands = top.add_subparsers(title="commands 命令", metavar="COMMAND")
    for name in COMMANDS:
        import_module(f".commands.{name}", __package__).register(commands)
    return top


def _expected_errors() -> tuple[type[Exception], ...]:
    """Return the root errors of the three packages; loaded only when one was raised, so that --help stays quick."""
    from corpus.errors import CorpusError  # noqa: PLC0415 (see above)
    from ontology.errors import OntologyError  # noqa: PLC0415 (see above)

    return GraphError, CorpusError, OntologyError


def _force_utf8() -> None:
    """Windows consoles default to a legacy code page; ours is always UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
