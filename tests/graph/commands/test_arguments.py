"""Values that no command can mean are refused with exit code 2; values that are left out are the library's own."""

from inspect import signature

import pytest

from graph import cli, query
from graph.answers.show import show
from graph.pipeline import BuildOptions
from graph.query.run import DEFAULT_ENGINE


@pytest.mark.parametrize(
    "words",
    [
        ["build", ""],
        ["build", " "],
        ["build", "letters", "--out", ""],
        ["build", "letters", "--state", ""],
        ["show", "x", "--in", ""],
        ["diff", "", "exports"],
        ["evaluate", ""],
        ["review", "--csv", ""],
        ["show", ""],
        ["show", " "],
        ["compare", "2024237", ""],
        ["promises", "--since", "abc"],
        ["promises", "--since", "3000"],
        ["figures", "--since", "99999"],
        ["figures", "--since", "２０２３"],
        ["figures", "--since", "2024年"],
        ["show", "x", "--quotes", "-1"],
    ],
)
def test_empty_names_and_years_that_are_none_are_bad_usage(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert leaving.value.code == 2
    assert words[-1 if words[0] != "diff" else 1] == "" or words[-1] in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_defaults_of_commands_are_those_of_the_functions_that_they_call():
    parsed = cli.parser().parse_args
    for name in ("base", "window", "min_score"):
        assert getattr(parsed(["build"]), name) == getattr(BuildOptions(), name)
    assert parsed(["show", "x"]).quotes == signature(show).parameters["quotes"].default
    assert parsed(["query", "x"]).engine == DEFAULT_ENGINE
    assert parsed(["query", "x"]).format == signature(query.render).parameters["format"].default
