"""`fuwen diff`: what changed goes to the output, what is being done only to a terminal."""

import io
import sys
from pathlib import Path

from graph import cli

EXPORTS = str(Path(__file__).resolve().parents[3] / "exports")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_sees_that_builds_are_compared_and_the_output_holds_the_changes_alone(monkeypatch, capsys):
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    assert cli.main(["diff", EXPORTS, EXPORTS]) == 0
    assert "对比 comparing builds" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")
    assert "comparing" not in capsys.readouterr().out
