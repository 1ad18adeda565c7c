"""Values that no command can mean: refused with exit code 2 before anything is read or written."""

import pytest

from graph import cli


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
        ["promises", "--since", "abc"],
        ["promises", "--since", "3000"],
        ["figures", "--since", "99999"],
        ["figures", "--since", "２０２３"],
    ],
)
def test_empty_names_and_years_that_are_none_are_bad_usage(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert leaving.value.code == 2
    assert words[-1 if words[0] != "diff" else 1] == "" or words[-1] in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
