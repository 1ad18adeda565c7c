"""Help and refusals of arguments, for readers of Chinese and of English."""

import re
from itertools import chain

import pytest

from graph import cli
from graph.terminal import width

CHINESE = re.compile(r"[一-鿿]")


def parsers():
    top = cli.parser()
    (commands,) = (action.choices for action in top._actions if isinstance(action.choices, dict))
    return [top, *commands.values()]


@pytest.mark.parametrize("parser", parsers(), ids=lambda parser: parser.prog)
def test_every_argument_is_explained_in_chinese_first_and_then_in_english(parser):
    commands = chain.from_iterable(getattr(action, "_choices_actions", ()) for action in parser._actions)
    texts = [action.help for action in (*parser._actions, *commands) if action.help]
    assert texts
    for text in texts:
        chinese, between, english = text.partition(" · ")
        assert between, text
        assert CHINESE.search(chinese), text
        assert re.search(r"[a-z]{2}", english), text


@pytest.mark.parametrize("parser", parsers(), ids=lambda parser: parser.prog)
def test_the_arguments_of_a_command_fit_a_terminal_of_80_columns(parser, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    options = parser.format_help().partition("选项 options:")[2].partition("示例 examples:")[0]
    assert options
    assert max(map(width, options.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["show"],
            "fuwen: 缺少 NAME（用法见 `fuwen show --help`） · the following arguments are required: NAME",
        ),
        (["build", "--out"], "fuwen: --out: 后面要写一个值（"),
        (["build", "--jobs", "two"], "fuwen: --jobs: 'two' 不是数（"),
        (["build", "--min-score", "x"], "fuwen: --min-score: 'x' 不是数（"),
        (["build", "--window", "page"], "fuwen: --window: 没有 'page'，可用的有 "),
        (["build", "--gexf", "full"], "fuwen: --gexf 不够明确，可指 --gexf-profile"),
        (["build", "--no-cache=yes"], "fuwen: --no-cache: 后面不写值，多了 'yes'（"),
        (["figures", "--since", "20"], "fuwen: --since: '20' 不是年份；请写成 2023（"),
        (["biuld"], "fuwen: 没有 'biuld' 这个命令；是否指 build（"),
        (["check", "tests"], "fuwen: 不认得 'tests'；"),
    ],
)
def test_a_refused_argument_is_one_line_in_both_languages_that_names_the_help(words, said, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert leaving.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(said)
    assert told.err.count("\n") == 1
    chinese, _, english = told.err.partition(" · ")
    assert CHINESE.search(chinese)
    assert not CHINESE.search(english)
    assert "--help`)" in english


def test_a_refusal_that_no_text_is_known_for_is_told_all_the_same(capsys):
    with pytest.raises(SystemExit):
        cli.parser().error("argument --out: something new")
    assert capsys.readouterr().err.startswith(
        "fuwen: --out: 参数不对（用法见 `fuwen --help`） · something new ("
    )
