"""The wheel is built, installed where nothing else is, and run from a folder of its own."""

import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command, cwd, **environment):
    # the wheel must be found by its own environment, not by a path of this one
    outside = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(  # noqa: S603 (our own commands)
        [str(part) for part in command],
        cwd=cwd,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**outside, "PYTHONUTF8": "1", **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("fuwen-*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_the_packages_with_their_data_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/", 1)[0] for name in names if ".dist-info" not in name}

    assert tops == {"corpus", "ontology", "graph"}
    for needed in (
        "corpus/letters/cppcc-2024237.txt",
        "corpus/letters/fuwen/decisions.csv",
        "ontology/fuwen.ttl",
    ):
        assert needed in names
    on_disk = {
        path.relative_to(ROOT).as_posix()
        for package in ("corpus", "ontology", "graph")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert on_disk <= set(names)


@pytest.mark.slow
def test_the_wheel_runs_from_another_folder_in_an_environment_without_development_tools(wheel, tmp_path):
    """The clean environment borrows the dependencies of this one, and none of its own code."""
    venv.create(tmp_path / "env", with_pip=False)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    site = run(
        scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path
    ).strip()
    zipfile.ZipFile(wheel).extractall(site)
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    Path(site, "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    code = "import graph, sys, graph.cli as c; print(graph.__file__); sys.exit(c.main(['build', '--out', 'out']))"
    told = run(scripts / "python", "-c", code, cwd=tmp_path)

    assert str(Path(site).resolve()) in told or site in told
    assert (tmp_path / "out" / "graph.ttl").exists()
    assert (tmp_path / "out" / "tables" / "evidence.csv").exists()


def test_no_other_distribution_has_taken_our_package_names():
    """Three plain names at the top level can be overwritten by a stranger's package without a word from pip."""
    owners = packages_distributions()
    for name in ("corpus", "ontology", "graph"):
        assert set(owners.get(name, ["fuwen"])) == {"fuwen"}
