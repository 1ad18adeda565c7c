"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "ontology", "graph")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def tracked():
    """The files git knows; where there is no git (an unpacked archive), every file of the packages."""
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607 (git is on the path or the fallback is taken)
    except (OSError, subprocess.CalledProcessError):
        return [str(path.relative_to(ROOT)) for path in SOURCES]
    return [name for name in done.stdout.decode().split("\0") if name]


def test_the_top_level_holds_what_the_design_card_names_and_nothing_else():
    allowed = {"pyproject.toml", "README.md", "LICENSE", "graph", "ontology", "corpus", "tests", "exports"}
    top = {name.split("/", 1)[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} <= allowed


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small_enough_to_read(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


def test_no_module_is_named_for_nothing():
    empty = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)(_|\.|$)")
    assert [str(path) for path in SOURCES if empty.search(path.name)] == []


def test_no_committed_file_names_a_registry_or_a_path_of_a_machine():
    registry = "|".join(("py" + "pi.org", "npm" + "js.org", "python" + "hosted.org"))
    machine = "|".join(("/wo" + "rk/", "/tm" + "p/"))
    forbidden = re.compile(f"{registry}|(?<![\\w.])({machine})")
    hits = []
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".pdf", ".docx", ".png", ".zip"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        hits += [f"{name}: {match.group()}" for match in forbidden.finditer(text)]
    assert hits == []


def test_no_telephone_number_stands_in_letters_or_outputs():
    number = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|联系电话[:：]? ?\d")
    for name in tracked():
        if name.startswith(("exports/", "corpus/")) and (ROOT / name).is_file():
            text = (ROOT / name).read_text(encoding="utf-8", errors="replace")
            assert number.search(text) is None, name


OWN_WORDING = "zh"
"""The column of tables that hold what the program itself says: nobody else is its source."""
OWN_DRAWING = {"model_boxes.tsv", "model_arrows.tsv"}
"""Where things stand in a picture: the same."""
TRAINED = "weights.tsv"
"""Made by a program; the file beside it, weights.toml, says how."""


@pytest.mark.parametrize(
    "path",
    sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.tsv")),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_table_of_knowledge_names_its_sources(path):
    if path.name in OWN_DRAWING:
        return
    if path.name == TRAINED:
        assert "trained_by" in path.with_suffix(".toml").read_text(encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    columns = next(line for line in lines if line and not line.startswith("#")).split("\t")
    assert {"source", OWN_WORDING} & set(columns) or any("source:" in line for line in comments)


def test_every_file_that_a_text_names_is_there():
    named = re.compile(r"\b(?:graph|corpus|ontology|tests)/[\w/.-]+\.(?:py|tsv|toml|ttl|md)\b")
    texts = [name for name in tracked() if name.endswith((".md", ".py", ".tsv")) and "exports" not in name]
    missing = {
        (name, path)
        for name in texts
        for path in named.findall((ROOT / name).read_text(encoding="utf-8"))
        if not (ROOT / path).exists()
    }
    assert missing == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_the_errors_of_a_package_are_drawn_as_the_tree_that_they_are(package):
    errors = import_module(f"{package}.errors")
    drawn = re.findall(r"^(?:[├└]── )?([A-Z]\w+) {2,}", errors.__doc__, re.MULTILINE)
    classes = [
        one for one in vars(errors).values() if isinstance(one, type) and one.__module__ == errors.__name__
    ]
    root, *others = sorted(classes, key=lambda one: len(one.__mro__))
    assert sorted(drawn) == sorted(one.__name__ for one in classes)
    assert drawn[0] == root.__name__
    assert all(one.__base__ is root for one in others)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_errors_that_users_may_see_are_defined_in_the_errors_of_their_package(path):
    roots = {"GraphError", "CorpusError", "OntologyError"}
    if path.name == "errors.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            assert not roots & {base.id for base in node.bases if isinstance(base, ast.Name)}, node.name


def test_every_suppression_carries_its_reason():
    bare = re.compile(
        r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[^\]]*\])?)\s*$", re.MULTILINE
    )
    for path in [*SOURCES, *(ROOT / "tests").rglob("*.py")]:
        found = bare.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"
