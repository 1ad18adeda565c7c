"""What the page and the report say of an issue in Chinese: every code that the program can emit has a text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import corpus
import graph
from corpus.formats import read
from graph.export.issue_texts import in_chinese, in_english, texts
from graph.relate.figures.conflicts import ConflictKind
from graph.tables.graph_tables import IssueRow

FOLDERS = [Path(package.__file__).parent for package in (corpus, graph)]
MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8")) for folder in FOLDERS for path in folder.rglob("*.py")
}


def places_of_code() -> dict[tuple[Path | None, str], int]:
    """Functions that are given a code: by module and name, and by name alone for the modules that import them."""
    found = {}
    for path, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args]
                if "code" in names and (node.name.endswith("issue") or node.name in ("refusal", "problem")):
                    found[path, node.name] = found[None, node.name] = names.index("code")
    return found


def said(path: Path, node: ast.expr) -> Iterator[str]:
    """The codes that an expression can be: literals, either branch of a condition, constants of the module."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from said(path, node.body)
        yield from said(path, node.orelse)
    elif isinstance(node, ast.Name):
        for line in MODULES[path].body:
            if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") == node.id:
                yield from said(path, line.value)


def emitted() -> set[str]:
    places = places_of_code()
    found = {row[0] for row in read._REFUSED.values()}
    for path, tree in MODULES.items():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", "")
            place = places.get((path, name), None if name.startswith("_") else places.get((None, name)))
            given = [keyword.value for keyword in call.keywords if keyword.arg == "code" and name == "Issue"]
            if place is not None and len(call.args) > place:
                given.append(call.args[place])
            found |= {code for value in given for code in said(path, value)}
    return found | {f"claims.{kind}" for kind in get_args(ConflictKind)}


def row(code: str, **cells: str) -> IssueRow:
    empty = dict.fromkeys(("source", "letter_id", "where", "value", "message", "hint"), "")
    return IssueRow(**(empty | {"severity": "info", "code": code} | cells))


def test_every_code_that_the_program_emits_has_a_chinese_text_and_no_text_lies_idle():
    assert len(emitted()) > 30
    assert set(texts()) == emitted()


@pytest.mark.parametrize("code", sorted(texts()))
def test_a_text_names_only_cells_of_the_row(code):
    said = in_chinese(row(code, value="甲", where="乙", message="丙", source="丁"))
    assert "{" not in said.message + said.hint
    assert said.message


def test_what_stood_there_is_named_in_the_text():
    assert "b.pdf" in in_chinese(row("duplicate", value="b.pdf")).message


def test_a_clause_about_an_empty_cell_is_left_out():
    assert in_chinese(row("unsigned", value="综合科 {where}")).message.endswith("；信中提到：综合科 {where}")
    assert in_chinese(row("unsigned")).message == "信末没有署名，未作推断"


def test_a_message_in_both_languages_gives_its_chinese_half():
    message = "称4个（省级）项目，但列出3个 · says 4 (four), but the list holds 3"
    both = row("claims.count", message=message, hint="check")
    assert in_chinese(both).message == "称4个（省级）项目，但列出3个"
    assert in_english(both).message == "says 4 (four), but the list holds 3"
    assert (in_chinese(both).hint, in_english(both).hint) == ("核对原文列举", "check")


def test_english_words_that_leave_out_what_stood_there_are_given_it():
    assert (
        in_english(row("two_kinds", value="甲", message="is taken for two")).message == "甲: is taken for two"
    )


def test_a_code_of_a_plug_in_keeps_its_own_words():
    own = row("of_a_plug_in", message="no such model", hint="install it")
    assert (in_chinese(own).message, in_chinese(own).hint) == ("no such model", "install it")
