"""What is said of an issue in Chinese: every code that the program can emit has a text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import corpus
import graph
from corpus.formats import read
from corpus.records import Issue
from graph.relate.figures.conflicts import ConflictKind
from graph.tables.issue_rows import issue_row, issue_rows
from graph.tables.issue_texts import IssueText, in_chinese, in_english, texts

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


def issue(code: str, **cells: str) -> Issue:
    return Issue(**({"source": "", "severity": "info", "code": code, "message": ""} | cells))


def test_every_code_that_the_program_emits_has_a_chinese_text_and_no_text_lies_idle():
    assert len(emitted()) > 30
    assert set(texts()) == emitted()


def test_every_issue_says_in_english_what_to_do():
    """A hint that is missing would leave the Chinese one alone in the cell."""
    for path, tree in MODULES.items():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if getattr(call.func, "id", "") == "Issue":
                given = {keyword.arg: keyword.value for keyword in call.keywords}
                assert "hint" in given, (path, call.lineno)
                assert ast.unparse(given["hint"]) not in {"''", '""'}, (path, call.lineno)


@pytest.mark.parametrize("code", sorted(texts()))
def test_a_text_names_only_cells_of_the_row(code):
    said = in_chinese(issue_row(issue(code, value="甲", where="乙", message="丙", source="丁")))
    assert "{" not in said.message + said.hint
    assert said.message


def test_a_row_says_what_is_the_matter_and_what_to_do_in_chinese_and_then_in_english():
    told = issue_row(issue("empty", message="the file is empty", hint="give the file again"))
    assert told.message == "文件是空的 · the file is empty"
    assert told.hint == "请重新取得这个文件，或删去它 · give the file again"


def test_the_second_row_of_a_table_is_told_before_the_tenth():
    places = [f"row {number}, column value" for number in (10, 9, 2)]
    told = issue_rows(issue("bad_decision", source="decisions.csv", where=place) for place in places)
    assert [row.where for row in told] == places[::-1]


def test_each_language_is_read_back_from_a_row():
    told = issue_row(issue("empty", message="the file is empty", hint="give the file again"))
    assert in_chinese(told) == IssueText(message="文件是空的", hint="请重新取得这个文件，或删去它")
    assert in_english(told) == IssueText(message="the file is empty", hint="give the file again")


def test_what_stood_there_is_named_in_the_text():
    assert "b.pdf" in in_chinese(issue_row(issue("duplicate", value="b.pdf"))).message


def test_a_file_name_with_a_dot_between_blanks_does_not_part_the_languages():
    told = issue_row(issue("duplicate", value="甲 · 乙.pdf", message="the same file as 甲 · 乙.pdf"))
    assert in_chinese(told).message == "与 甲·乙.pdf 是同一个文件，只计一次"
    assert in_english(told).message == "the same file as 甲 · 乙.pdf"


def test_a_clause_about_an_empty_cell_is_left_out():
    named = issue_row(issue("unsigned", value="综合科 {where}"))
    assert in_chinese(named).message.endswith("；信中提到：综合科 {where}")
    assert in_chinese(issue_row(issue("unsigned"))).message == "信末没有署名，未作推断"


def test_a_message_in_both_languages_keeps_its_own_halves():
    message = "称4个（省级）项目，但列出3个 · says 4 (four), but the list holds 3"
    both = issue_row(issue("claims.count", message=message, hint="check"))
    assert both.message == message
    assert (in_chinese(both).hint, in_english(both).hint) == ("核对原文列举", "check")


def test_english_words_that_leave_out_what_stood_there_are_given_it():
    told = issue_row(issue("two_kinds", value="甲", message="is taken for two"))
    assert in_english(told).message == "甲: is taken for two"


def test_a_code_of_a_plug_in_keeps_its_own_words():
    own = issue_row(issue("of_a_plug_in", message="no such model", hint="install it"))
    assert (own.message, own.hint) == ("no such model", "install it")
    assert in_chinese(own) == in_english(own)


def test_every_code_has_one_text_and_the_table_is_sorted_by_code():
    lines = (
        Path(graph.__file__).with_name("tables").joinpath("issue_texts.tsv").read_text("utf-8").splitlines()
    )
    codes = [line.split("\t")[0] for line in lines if line and not line.startswith(("#", "code\t"))]
    assert len(codes) == len(set(codes)) == len(texts())
    assert codes == sorted(codes)
