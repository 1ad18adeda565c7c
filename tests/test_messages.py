"""What readers are told is told in Chinese and in English: `place: 中文；下一步 · English; next step`."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for package in ("corpus", "ontology", "graph")
    for path in sorted((ROOT / package).rglob("*.py"))
}
OURS = {"ArgumentTypeError", "Unavailable"}
"""Further exceptions whose text is shown."""
NOT_SHOWN = {"UnreadableInput", "BrokenEvidence", "DamagedStore"}
"""Exceptions that carry an issue, whose text stands in issue_texts.tsv; that add their text; that nobody sees."""
CHINESE = re.compile(r"[一-鿿]")
IN_CHINESE = re.compile(r"[一-鿿]|…；|… …$")
IN_ENGLISH = re.compile(r"[a-z]+ [a-z]+|…;|… …$")
"""A language, or values that are in it."""
PLACE = re.compile(r"(?:[\w ,:]|…)+: …")
"""A message that is put in behind the name of a place."""


def names_of_errors():
    """The classes of the three errors.py, and what else is shown."""
    found = {
        node.name
        for path, tree in MODULES.items()
        if path.name == "errors.py"
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
    return (found | OURS) - NOT_SHOWN


def literal(node):
    """The text of an expression, `…` for every value that is put in; None where it holds no text of its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "…" for part in node.values]
        text = "".join(parts)
        return None if text == "…" or PLACE.fullmatch(text) else text
    return None


def is_told(call, errors):
    """Whether a call makes one of the errors, or prints a line on stderr."""
    name = getattr(call.func, "id", "")
    to_stderr = any("stderr" in ast.dump(one.value) for one in call.keywords)
    return name in errors or name in {"_tell", "_warn", "tell"} or (name == "print" and to_stderr)


def messages():
    """Every message that an exception of ours is given or that goes to stderr, with its module and line."""
    errors = names_of_errors()
    for path, tree in MODULES.items():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if call.args and is_told(call, errors) and path.name != "parsing.py":  # it puts both together
                text = literal(call.args[0])
                if text is not None:
                    yield pytest.param(text, id=f"{path.relative_to(ROOT).as_posix()}:{call.lineno}")


@pytest.mark.parametrize("text", [*messages()])
def test_an_error_is_told_in_chinese_first_and_then_in_english(text):
    chinese, between, english = text.partition(" · ")
    assert between, "no ` · ` between the languages"
    assert IN_CHINESE.search(chinese)
    assert IN_ENGLISH.search(english)
    assert not CHINESE.search(english.partition("中文 / English")[0])


def test_the_messages_of_all_packages_are_looked_at():
    assert len(list(messages())) > 90
