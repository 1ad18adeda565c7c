"""Ctrl-C in the middle of a build with processes: a quick, quiet end, and the old output as it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 20
"""Seconds; 2 are promised on a machine that does nothing else."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to send Ctrl-C to"),
    pytest.mark.skipif(
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
        reason="a shell that put this behind ignores Ctrl-C",
    ),
]


def many(folder, count):
    folder.mkdir()
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests" / "dev" / "letters").glob("*.txt"))
    ]
    for number in range(count):
        text = texts[number % len(texts)].replace("号", f"{number}号", 1)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_ctrl_c_ends_build_and_workers_with_130_and_leaves_the_old_output(tmp_path):
    letters, out = many(tmp_path / "letters", 400), tmp_path / "out"
    out.mkdir()
    build = subprocess.Popen(  # noqa: S603 (this program itself)
        [
            sys.executable,
            "-m",
            "graph.cli",
            "build",
            str(letters),
            "--jobs",
            "2",
            "--no-cache",
            "--out",
            str(out),
        ],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        encoding="utf-8",
    )
    time.sleep(6)
    assert build.poll() is None
    os.killpg(build.pid, signal.SIGINT)
    _, told = build.communicate(timeout=PATIENCE)  # returns when the last worker has let go of stderr

    assert build.returncode == 130
    assert "Traceback" not in told
    assert list(out.iterdir()) == []
