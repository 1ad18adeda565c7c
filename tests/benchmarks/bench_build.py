"""The whole build: wall, CPU (also per letter) and memory for 5, 1,000 … letters, by stage, and beside bare tagging.

    python tests/benchmarks/bench_build.py [--letters 5 1000] [--jobs 1 2] [--incremental] [--ratios] [--scaling]

Letters are made up (many_letters.py). Every build is a process of its own, so that its peak memory is its own; memory
is what the build and its workers hold together at their common peak (memory.py); where the system does not tell, the
largest resident sets of the build and, times the number of workers, of its largest worker (an upper bound). Times
depend on what else the machine does: nothing is asserted. Goals (2 cores): 1,000 letters with all exports in
less than 15 s and 600 MB; 60 letters a second and core for read, recognise and link; 5 letters 3 s.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(Path(__file__).parent)]

import many_letters  # noqa: E402  (the script runs from any folder)
from memory import PeakMemory  # noqa: E402  (as above)

STAGES = {
    "read": ("graph.pipeline", "_read"),
    "recognise": ("graph.pipeline", "_recognise"),
    "link": ("graph.pipeline", "link"),
    "relate": ("graph.pipeline", "corpus_relations"),
    "assemble": ("graph.pipeline", "assemble"),
    "export": ("graph.commands.build", "publish"),
}
MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""What `ru_maxrss` counts: kilobytes on Linux, bytes on macOS."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, nargs="+", default=[5, 1000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[2])
    parser.add_argument(
        "--incremental", action="store_true", help="rebuild with 0 %% and 1 %% of the letters changed"
    )
    parser.add_argument("--format", default="", help="as of fuwen build; empty: all formats")
    parser.add_argument("--ratios", action="store_true", help="compare with daachorse, rjieba and jieba")
    parser.add_argument(
        "--scaling", action="store_true", help="two processes against one, beside a loop that needs nothing"
    )
    parser.add_argument("--one", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measured(asked.one)))
        return
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {platform.system()}"
    )
    print(
        f"{'letters':>8} {'jobs':>4} {'wall s':>7} {'CPU s':>7} {'ms each':>7} {'MB':>6}  share of wall by stage"
    )
    with tempfile.TemporaryDirectory() as scratch:
        for count in asked.letters:
            letters = many_letters.write(Path(scratch) / f"letters-{count}", count)
            for jobs in asked.jobs:
                options = ["--jobs", str(jobs), "--out", str(Path(scratch) / "out"), "--format", asked.format]
                row(letters, count, jobs, [*options, "--no-cache"])
                if asked.incremental:
                    incremental(
                        letters, count, jobs, [*options, "--cache", str(Path(scratch) / f"cache-{jobs}")]
                    )
            if asked.ratios:
                ratios(letters)
            if asked.scaling:
                scaling(letters)


def incremental(letters: Path, count: int, jobs: int, options: list[str]) -> None:
    """Build with an empty cache, then with nothing and with one letter in a hundred changed."""
    print("with a cache: cold, 0 % changed, 1 % changed")
    row(letters, count, jobs, options)
    row(letters, count, jobs, options)
    for path in sorted(letters.glob("*.txt"))[::100]:
        path.write_text(path.read_text(encoding="utf-8").replace("。", "，特此说明。", 1), encoding="utf-8")
    row(letters, count, jobs, options)


def row(letters: Path, count: int, jobs: int, options: list[str]) -> None:
    """Build in a fresh process and print its line."""
    command = [sys.executable, __file__, "--one", "build", str(letters), *options]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    made = subprocess.Popen(command, encoding="utf-8", **pipes)  # noqa: S603 (ourselves)
    with made, PeakMemory(made) as peak:
        output, errors = made.communicate()
    if made.returncode:
        raise SystemExit(errors)
    found = json.loads(output.splitlines()[-1])
    wall = found["wall"]
    shares = " · ".join(f"{name} {seconds / wall:.0%}" for name, seconds in found["stages"].items())
    memory = peak.megabytes or found["parent"] + (jobs if jobs > 1 else 0) * found["worker"]
    each = found["cpu"] / count * 1000
    numbers = f"{count:>8} {jobs:>4} {wall:>7.1f} {found['cpu']:>7.1f} {each:>7.0f} {memory:>6.0f}"
    print(f"{numbers}  {shares}", flush=True)


def measured(arguments: list[str]) -> dict[str, Any]:
    """Run the command line here; return seconds and megabytes, workers included."""
    begun = time.perf_counter()
    from graph import (  # noqa: PLC0415 (as above)
        cli,
        pipeline,
        publish,
    )

    stages: dict[str, float] = {}
    for name, (module, function) in STAGES.items():
        holder = publish if module == "graph.commands.build" else pipeline
        setattr(holder, function, _timed(getattr(holder, function), name, stages))
    code = cli.main(arguments)
    if code not in (0, 4):
        raise SystemExit(code)
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "wall": time.perf_counter() - begun,
        "cpu": own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
        "parent": own.ru_maxrss / MEGABYTE,
        "worker": workers.ru_maxrss / MEGABYTE,
        "stages": stages,
    }


def _timed(function: Callable[..., Any], name: str, stages: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            stages[name] = stages.get(name, 0.0) + time.perf_counter() - begun

    return timed


def ratios(folder: Path) -> None:
    """Print letters per CPU second: ours from file to entities, and others that only scan or tag the same text."""
    import corpus  # noqa: PLC0415 (as above)
    from graph import knowledge, recognise  # noqa: PLC0415 (only this part needs them)
    from graph.link.curation import Curation  # noqa: PLC0415 (as above)
    from graph.link.linker import link  # noqa: PLC0415 (as above)
    from graph.run.letter_tasks import Finder, Reader  # noqa: PLC0415 (as above)
    from graph.run.link_tasks import Namer, NameTask  # noqa: PLC0415 (as above)

    inputs = corpus.find_inputs((folder,))[:500]
    reader, finder = Reader(facts=corpus.NO_FACTS), Finder(recognisers=recognise.recognisers())
    namer = Namer()
    finder(_letters(reader, inputs[:1])[0])  # the lexicons are loaded before the clock starts
    with _clock("read, recognise, link", len(inputs)):
        letters = _letters(reader, inputs)
        named = (namer(NameTask(letter=one, found=finder(one))) for one in letters)
        link(named, knowledge=knowledge.load(), curation=Curation())
    texts = [one.text for one in letters]
    for name, scan in _others([name for pool in many_letters.pools(10_000) for name in pool]):
        with _clock(name, len(texts)):
            for text in texts:
                scan(text)


def scaling(folder: Path) -> None:
    """Print how much faster two processes recognise names than one, as a share of what an empty loop gains."""
    import corpus  # noqa: PLC0415 (as above)
    from graph import recognise  # noqa: PLC0415 (as above)
    from graph.run.letter_tasks import Finder, Reader  # noqa: PLC0415 (as above)
    from graph.run.process_runner import ProcessRunner  # noqa: PLC0415 (as above)
    from graph.run.runner import SerialRunner  # noqa: PLC0415 (as above)

    letters = _letters(Reader(facts=corpus.NO_FACTS), corpus.find_inputs((folder,))[:1000])
    finder = Finder(recognisers=recognise.recognisers())
    gains = []
    for function, tasks in ((_loop, [200_000] * 400), (finder, letters)):
        seconds = []
        for runner in (SerialRunner(), ProcessRunner(2)):
            list(runner.map(function, tasks[:200]))  # processes are there and have loaded what they need
            begun = time.perf_counter()
            list(runner.map(function, tasks))
            seconds.append(time.perf_counter() - begun)
            runner.close()
        gains.append(seconds[0] / seconds[1])
    print(f"two processes: an empty loop {gains[0]:.2f} times as fast, names {gains[1]:.2f} times; ", end="")
    print(f"{gains[1] / gains[0]:.2f} of what is there to gain")


def _loop(times: int) -> int:
    total = 0
    for number in range(times):
        total += number
    return total


def _letters(reader: Any, inputs: Any) -> list[Any]:
    from corpus.records import Reading  # noqa: PLC0415 (as above)

    readings = (one for entry in inputs for found in reader(entry) for one in found.reading.rows(Reading))
    return [one.letter for one in readings if one.letter and one.status == "reply"]


def _others(names: list[str]) -> Iterator[tuple[str, Callable[[str], Any]]]:
    from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick  # noqa: PLC0415 (as above)

    distinct = sorted(set(names))[:10_000]
    yield (
        f"daachorse, {len(distinct)} names",
        CharwiseDoubleArrayAhoCorasick(distinct, MATCH_KIND_LEFTMOST_LONGEST).find,
    )
    for module, function in (("rjieba", "tag"), ("jieba.posseg", "lcut")):
        try:
            tag = getattr(__import__(module, fromlist=[function]), function)
        except ImportError:
            print(f"{module}: not installed")
            continue
        tag("预热")
        yield f"{module}.{function}", tag


@contextmanager
def _clock(name: str, count: int) -> Iterator[None]:
    begun = time.process_time()
    yield
    print(f"{name:>32}: {count / (time.process_time() - begun):>10,.0f} letters per CPU second", flush=True)


if __name__ == "__main__":
    main()
