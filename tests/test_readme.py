"""What the README shows is what the program prints: every `$ fuwen …` in a console block is run, in order."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^```(?P<language>\w*)$", re.MULTILINE)


def commands(block):
    """Pairs of a command line and the output printed below it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2].rstrip("\n")) for part in parts]


def finished(line, cwd):
    words = shlex.split(line)
    assert words[0] == "fuwen"
    return subprocess.run(  # noqa: S603 (the README's own commands)
        [sys.executable, "-m", "graph.cli", *words[1:]],
        cwd=cwd,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), "COLUMNS": ""},
    )


def run(line, cwd):
    done = finished(line, cwd)
    return "\n".join(text.rstrip() for text in (done.stdout + done.stderr).rstrip("\n").split("\n"))


def matches(shown, printed):
    """Whether the output is as shown; a line `…` in the README stands for any lines."""
    pattern = ".*".join(re.escape(part) for part in re.split(r"^…$", shown, flags=re.MULTILINE))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def test_the_commands_print_what_the_readme_shows(tmp_path, accept):
    text = README.read_text(encoding="utf-8")
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "d01.txt").write_bytes((ROOT / "tests" / "dev" / "raw" / "d01.txt").read_bytes())
    wrong = []
    for block in BLOCK.findall(text):
        for line, shown in commands(block):
            printed = run(line, tmp_path)
            if matches(shown, printed):
                continue
            wrong.append(f"$ {line}\n{printed}")
            if accept and "\n…" not in shown:
                text = text.replace(f"$ {line}\n{shown}\n", f"$ {line}\n{printed}\n")
    if accept:
        README.write_text(text, encoding="utf-8", newline="\n")
        pytest.skip(f"README outputs written anew: {accept}")
    assert wrong == []


def test_the_readme_has_the_two_commands_and_a_chinese_summary():
    text = README.read_text(encoding="utf-8")
    assert "<!-- test-command -->" in text
    assert "中文" in text
    assert "exports/graph.svg" in text


def chinese_commands():
    """The commands of fuwen that the Chinese summary tells its readers to type."""
    summary = README.read_text(encoding="utf-8").partition("## 中文摘要")[2].partition("## Licence")[0]
    return [code for code in re.findall(r"`(fuwen [^`]+)`", summary) if "命令" not in code]


def test_the_commands_of_the_chinese_summary_run(tmp_path):
    (tmp_path / "文件夹").mkdir()
    (tmp_path / "文件夹" / "复文.txt").write_bytes((ROOT / "tests" / "dev" / "raw" / "d01.txt").read_bytes())
    for name in ("exports", "旧输出", "新输出"):
        shutil.copytree(ROOT / "exports", tmp_path / name)
    lines = [line for line in chinese_commands() if line != "fuwen evaluate"]  # it needs annotated letters
    assert len(lines) > 10
    for line in lines:
        done = finished(line, tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()
        assert "(0 行 rows)" not in done.stdout


def test_every_block_of_the_readme_is_closed_on_a_line_of_its_own():
    text = README.read_text(encoding="utf-8")
    fences = [fence["language"] for fence in FENCE.finditer(text)]
    assert text.count("```") == len(fences)
    assert all(fences[::2])
    assert not any(fences[1::2])
