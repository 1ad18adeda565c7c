"""What all tests share: the one flag that lets a golden file change, and the build of the bundled letters."""

from pathlib import Path

import pytest

from graph.pipeline import BuildOptions, build

STATE = Path(__file__).resolve().parent.parent / "corpus" / "letters" / "fuwen"


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        metavar="REASON",
        default="",
        help="write golden files (README outputs, expected rows) anew; the reason goes into the commit message",
    )


@pytest.fixture(scope="session")
def accept(request):
    """The reason for which golden files may change, empty in every normal run."""
    return request.config.getoption("--accept")


@pytest.fixture(scope="session")
def bundled():
    """The build of the five bundled letters, with their decisions."""
    return build(BuildOptions(state=STATE))
