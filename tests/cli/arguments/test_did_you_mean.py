"""Calls that are almost right: what the command says was meant."""

import subprocess
import sys
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.arguments.command_line import VERBS, parser
from shamsi.cli.main import main

Capture = pytest.CaptureFixture[str]


def refused(arguments: list[str], capsys: Capture) -> str:
    """What a wrong call prints on standard error."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_without_arguments_the_help_is_printed(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 0
    out, err = capsys.readouterr()
    assert out.startswith("usage: shamsi")
    assert "examples:\n  shamsi convert" in out
    assert err == ""


@pytest.mark.parametrize("verb", VERBS)
def test_a_misspelt_verb(verb: str, capsys: Capture) -> None:
    assert f"did you mean {verb}?" in refused([verb[:-2] + verb[-1] + verb[-2]], capsys)


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("help", "shamsi --help"),
        ("help check", "shamsi check --help"),
        ("version", "--version"),
        ("-V", "--version"),
        ("CHECK news.txt", "check"),
        ("lint news.txt", "check"),
        ("today", "calendar"),
        ("to_jalali 2025-03-20", "convert"),
    ],
)
def test_other_first_words(words: str, guess: str, capsys: Capture) -> None:
    assert f"; did you mean {guess}?" in refused(words.split(), capsys)


@pytest.mark.parametrize("verb", VERBS)
def test_a_misspelt_option_of_every_verb(verb: str, capsys: Capture) -> None:
    asked = parser([verb]).verbs[verb]
    for option in asked.options():
        if len(option) > 4:
            typo = f"{option[:-1]}x"
            assert f"unknown option {typo}; did you mean {option}?" in refused([verb, typo], capsys)


@pytest.mark.parametrize("verb", VERBS)
def test_a_misspelt_value_of_every_choice(verb: str, capsys: Capture) -> None:
    asked = parser([verb]).verbs[verb]
    for option, values in asked.choices().items():
        for value in values:
            if len(value) > 3:
                err = refused([verb, *required(verb, option), option, value[:-1] + "xx"], capsys)
                assert f"argument {option}: " in err.replace("-o/", "")
                assert "; did you mean " in err


def required(verb: str, option: str) -> list[str]:
    """The options that a verb must have, other than one."""
    options = {"convert": ["--to", "persian"], "fix": ["--side", "persian"], "redact": ["--keep", "year"]}
    needed = options.get(verb, [])
    return [] if option in needed else needed


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("check --html", "did you mean --format html?"),
        ("convert --gregorian 1403-12-30", "did you mean --to gregorian?"),
        ("check --fix", "did you mean shamsi fix?"),
        ("find --diff", "it is an option of fix, annotate, redact"),
        ("find --min 1", "did you mean --min-confidence?"),
        ("find -f json", "did you mean --format?"),
        ("convert 1403-12-30 --too gregorian", "did you mean --to?"),
        ("convert 2025-03-20 --to persian --lang farsi", "did you mean fa?"),
        ("--lang fa convert", "options follow the verb: shamsi convert --lang"),
        ("calendar 1404 8 9", "unrecognized arguments: 9"),
    ],
)
def test_options_of_another_name(words: str, guess: str, capsys: Capture) -> None:
    assert guess in refused(words.split(), capsys)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("fix news.txt", "--side is required: choose from persian, gregorian, islamic, preferred"),
        ("convert 1403-12-30", "--to is required: choose from gregorian, persian"),
        ("redact", "--keep is required: choose from month, year, nothing"),
    ],
)
def test_what_must_be_given_is_listed(words: str, message: str, capsys: Capture) -> None:
    assert message in refused(words.split(), capsys)


def test_a_verb_as_a_value_is_a_value(capsys: Capture) -> None:
    assert "must be a Gregorian date like 2025-12-15, or auto, got 'check'" in refused(
        ["find", "--reference", "check"], capsys
    )
    assert "shamsi find: error" in refused(["find", "--field", "check", "--formt", "json"], capsys)
    assert "did you mean check?" in refused(["chek", "--field", "find"], capsys)


def test_values_that_begin_with_a_dash_are_no_options(capsys: Capture) -> None:
    assert main(["convert", "--to", "gregorian", "--", "-1403-12-30"]) == 2
    assert "cannot read '-1403-12-30'" in capsys.readouterr().err
    assert main(["convert", "1403-12-30", "--to=gregorian"]) == 0


def test_guesses_are_loaded_for_errors_only() -> None:
    code = "import sys; from shamsi.cli.main import main; main(); print('difflib' in sys.modules)"
    call = [sys.executable, "-S", "-c", code, "convert", "1403-12-30", "--to", "gregorian"]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=Path(shamsi.__file__).parents[1])
    assert done.stdout == "2025-03-20\nFalse\n"
