"""What all tests share: the one flag that lets a golden file change, and the build of the bundled letters."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph.pipeline import BuildOptions, build

settings.register_profile(
    "fuwen",
    deadline=None,  # a busy machine is no failure
    derandomize=True,  # the same examples for everybody: a red run can be run again
    suppress_health_check=[HealthCheck.too_slow],  # the same
)
settings.load_profile("fuwen")

STATE = Path(__file__).resolve().parent.parent / "corpus" / "letters" / "fuwen"


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        metavar="REASON",
        default="",
        help="write golden files (README outputs, expected rows) anew; the reason goes into the commit message",
    )


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Tests keep nothing in the user's cache and find nothing there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FUWEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def accept(request):
    """The reason for which golden files may change, empty in every normal run."""
    return request.config.getoption("--accept")


@pytest.fixture(scope="session")
def bundled():
    """The build of the five bundled letters as `fuwen build` makes it: with their decisions and listed names."""
    return build(BuildOptions(state=STATE, gazetteer=STATE / "gazetteer.tsv"))
