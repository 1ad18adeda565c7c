"""What the package exports, and what importing it costs."""

import subprocess
import sys
from pathlib import Path

import pytest

import corpus


@pytest.mark.parametrize("name", corpus.__all__)
def test_every_exported_name_is_there(name):
    assert getattr(corpus, name) is not None


def test_no_exported_name_is_that_of_a_module():
    """A module takes the name of its package's attribute when something loads it."""
    modules = {path.stem for path in Path(corpus.__file__).parent.iterdir()}

    assert modules.isdisjoint(corpus.__all__)


def test_a_name_that_is_not_exported_is_told_as_such():
    with pytest.raises(AttributeError, match="no attribute 'letters_of'"):
        _ = corpus.letters_of


@pytest.mark.parametrize(
    "module", ["graph.answers.figure_search", "graph.query.run", "graph.export.html.page"]
)
def test_what_reads_no_letters_does_not_load_the_reader(module):
    """Compiling its expressions takes most of the time of a question to five letters."""
    loaded = "import sys; print([name for name in sys.modules if name == 'corpus.reader'])"
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-c", f"import {module}; {loaded}"], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
