"""Language files of the caller's own: a spelling, a word or a pattern that is added to a file needs no code."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest

import shamsi
from shamsi.lang.language import load

TOY = """
code = "toy"
name = "Toy"
civil_calendar = "persian"
digits = "latn"
common = ["zu", "und"]

[[months]]
calendar = "persian"
tradition = "toy"
needs = "nothing"
names = [["Blumo"], ["Grano"], ["Hitzo"], ["Fruto"], ["Sonno"], ["Ernto"], ["Wino"], ["Nebo"], ["Sturmo"], ["Eiso"],
  ["Regno"], ["Knospo"]]

[words]
year = ["Jaro"]
link = ["zu"]
"""
PATTERN = """
[[patterns]]
name = "year-first"
tokens = "four_digits MONTH [day day0]"
reads = "year-month-day"
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A whole language in a file of its own."""
    path = tmp_path / "toy.toml"
    path.write_text(TOY + PATTERN, "utf-8")
    return path


def test_a_language_is_a_file(toy: Path) -> None:
    found = shamsi.find("gestern und 18 Sonno 1404 und Jaro 1399 zu", languages=[toy])
    assert [(m.text, m.native, m.lang) for m in found] == [
        ("18 Sonno 1404", "1404-05-18", str(toy)),
        ("1399", "1399", str(toy)),
    ]
    assert found[0].earliest == dt.date(2025, 8, 9)


def test_a_pattern_that_is_added_to_a_file_is_read(toy: Path) -> None:
    text = "und Sonno 1404, 18 zu"
    row = PATTERN.replace("four_digits MONTH", "MONTH four_digits comma").replace("year-first", "day-last")
    toy.write_text(TOY + row, "utf-8")
    (mention,) = shamsi.find(text, languages=[toy])
    assert (mention.text, mention.native, mention.rule) == ("Sonno 1404, 18", "1404-05-18", "day-last")
    toy.with_name("plain.toml").write_text(TOY, "utf-8")
    assert [m.native for m in shamsi.find(text, languages=[toy.with_name("plain.toml")])] != ["1404-05-18"]


def test_an_own_pattern_may_begin_with_any_class(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(TOY + PATTERN.replace('"four', '"link four'), "utf-8")
    (mention,) = shamsi.find("und zu 1404 Sonno 18 und", languages=[path])
    assert (mention.native, mention.rule) == ("1404-05-18", "year-first")


def test_a_spelling_that_is_added_to_a_file_is_read(tmp_path: Path) -> None:
    shipped = Path(shamsi.__file__).parent / "lang" / "fa.toml"
    text = "باغبان در ۱۸ مردادگان ۱۴۰۴ آمد و رفت"
    assert "1404-05-18" not in [m.native for m in shamsi.find(text)]
    own = tmp_path / "own.toml"
    own.write_text(shipped.read_text("utf-8").replace('["مرداد"', '["مرداد", "مردادگان"', 1), "utf-8")
    assert [m.native for m in shamsi.find(text, languages=[own])] == ["1404-05-18"]


def test_own_files_stand_beside_shipped_ones(toy: Path) -> None:
    for text, native in [("در ۱۸ مرداد ۱۴۰۴ آمد و به شهر رفت", "1404-05-18"), ("und 18 Sonno 1404 zu", "1404-05-18")]:
        assert [m.native for m in shamsi.find(text, languages=["fa", toy])] == [native]


def test_pairs_and_repairs_read_own_files(toy: Path) -> None:
    (finding,) = shamsi.check("und 18 Sonno 1404 (18/08/2025) zu", languages=[toy, "ar"])
    assert [repair.replacement for repair in finding.suggestions] == ["27 Sonno 1404", "09/08/2025"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("code = 1 2", "own.toml: "),
        ('name = "x"\n', "before the first table: missing key 'code'; it must be a string"),
        (TOY.replace('tradition = "toy"', ""), "own.toml: [[months]] 1: missing key 'tradition'"),
        (
            TOY.replace('needs = "nothing"', 'needs = "luck"'),
            "own.toml: [[months]] 1: 'needs' must be one of 'nothing', 'cue', 'number', 'date', got 'luck'",
        ),
        (
            TOY.replace("year =", "yaer ="),
            "own.toml: [words]: unknown key 'yaer'; did you mean 'year'? Allowed are month,",
        ),
        (
            TOY + PATTERN.replace('reads = "year-month-day"', ""),
            "own.toml: [[patterns]] 1: missing key 'reads'",
        ),
        (TOY + PATTERN.replace("year-month-day", "yesterday"), "'yesterday'; it must read like one of"),
        (TOY + PATTERN.replace("year-first", "day"), "needs a name of its own"),
        (TOY + PATTERN.replace("MONTH", "MOON"), "'year-first' has MOON; its parts are MONTH,"),
        (TOY + PATTERN.replace("four_", "for_"), "'for_digits', which is no class; did you mean 'four_digits'?"),
        (TOY + PATTERN.replace("day0]", "day0"), "own.toml: pattern 'year-first' is no regular expression"),
        (TOY + PATTERN.replace("MONTH", "(?P<x>MONTH)"), "write ( … ) for (?P<name> … )"),
        (TOY + PATTERN.replace("four_digits MONTH [day day0]", "MONTH?"), "may match nothing"),
        (TOY + PATTERN.replace("MONTH", f"{'( ' * 9000}MONTH{' )' * 9000}"), "'year-first' is no regular expression"),
        (TOY + PATTERN.replace("MONTH", "MONTH{99999999999}"), "'year-first' is no regular expression: the repetition"),
        (
            TOY.replace("[[months]]", "[months]"),
            "own.toml: before the first table: 'months' must be an array of tables",
        ),
        (TOY.replace("civil_", "civl_"), "unknown key 'civl_calendar'; did you mean 'civil_calendar'?"),
        (TOY.replace('["Grano"]', '"Grano"'), "[[months]] 1: item 2 of 'names' must be a list of strings, got 'Grano'"),
        (TOY + f"[numbers]\nx = {'9' * 5000}", "own.toml: a number has too many digits (at line "),
        (
            TOY + f"[numbers]\nx = 0x{'f' * 5000}",
            "[numbers]: 'x' must be an integer from 0 to 9999, got a very long int",
        ),
        (
            TOY + "[numbers]\nx = 1 2",
            "own.toml: Expected newline or end of document after a statement (at line 19, column 7)",
        ),
        ("[months]\nx = 1 2\n", "own.toml: before the first table: missing key 'code'"),
        (TOY + '[digits]\nx = "latn"', "own.toml: 'digits' stands before the first table, and as a table"),
        ("months = []\n" + TOY, "own.toml: 'months' stands before the first table, and as a table"),
        (f"languages = {'[' * 50000}", "own.toml: lists or tables are nested too deeply"),
        (TOY + '[numbers]\n"" = 5', "own.toml: a form of numbers must have a letter or a sign, got ''"),
        (TOY + '[modifiers]\nend = ["\\u200b\\u00a0"]', "own.toml: a form of modifiers must have a letter or a sign"),
    ],
)
def test_a_file_that_is_no_language_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=re.escape(told)):
        shamsi.find("und 18 Sonno 1404 zu", languages=[path])


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        ("Y<MON>[dz]", "'Y<MON>', letters for classes; write their names: four_digits MONTH"),
        ("four_digits MONTH [dz]", "'dz', letters for classes; write their names: day day0"),
        ("MONTH d(?!c)", "'d', letters for classes; write their names: day"),
        ("MONTH %", "'%', which is no class"),
        ("MONTH #", "'#', letters for classes; write their names: number_context"),
    ],
)
def test_a_pattern_in_letters_is_told_the_names(tmp_path: Path, letters: str, told: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(TOY + PATTERN.replace("four_digits MONTH [day day0]", letters), "utf-8")
    with pytest.raises(ValueError, match=re.escape(f"own.toml: pattern 'year-first' has {told}")):
        shamsi.find("und 18 Sonno 1404 zu", languages=[path])


def test_rows_of_a_list_may_begin_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('weekdays = [\n["Mondo"],\n["Marso"],\n]\n' + TOY, "utf-8")
    (mention,) = shamsi.find("und Marso 18 Sonno 1404 zu", languages=[path])
    assert (mention.native, mention.weekday) == ("1404-05-18", 2)


def test_repairs_do_without_what_a_file_leaves_out(tmp_path: Path) -> None:
    """A row of weekdays and an ordinal that the file lacks; a repair in digits, and none of the weekday."""
    path = tmp_path / "own.toml"
    path.write_text('weekdays = [["Mondo"], ["Marso"]]\nordinals = [["Unua"], ["Dua"]]\n' + TOY, "utf-8")
    (finding,) = shamsi.check("und Marso 18 Sonno 1404 zu", languages=[path])
    assert [one.replacement for one in finding.suggestions] == ["21 Sonno 1404"]
    (finding,) = shamsi.check("und Dua Sonno 1404 (18/08/2025) zu", languages=[path, "ar"])
    assert "27 Sonno 1404" in [one.replacement for one in finding.suggestions]


def test_signs_of_a_vowelled_word_are_no_pattern(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('vowelled = ["(x", "Bl*"]\n' + TOY, "utf-8")
    assert [m.native for m in shamsi.find("und 18 Sonno 1404 zu", languages=[path])] == ["1404-05-18"]


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(TOY.encode("utf-16"))
    with pytest.raises(shamsi.ShamsiError, match=r"own\.toml: 'utf-8' codec can't decode"):
        shamsi.find("und 18 Sonno 1404 zu", languages=[path])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        shamsi.find("und 18 Sonno 1404", languages=[tmp_path / "none.toml"])


def test_the_command_takes_a_path(toy: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "shamsi", "find", "--language", str(toy)],
        input="und 18 Sonno 1404 zu",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, "1404-05-18" in run.stdout) == (0, True)


@pytest.mark.parametrize("fault", [("year =", "yaer ="), ("MONTH", "MOON"), ("[words]", "[words")])
def test_the_command_tells_a_fault_without_a_traceback(toy: Path, fault: tuple[str, str]) -> None:
    toy.write_text((TOY + PATTERN).replace(*fault), "utf-8")
    command = [sys.executable, "-m", "shamsi", "check", "--language", str(toy)]
    run = subprocess.run(command, input="und 18 Sonno 1404 zu", capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert f"argument --language: {toy}: " in run.stderr
    assert "Traceback" not in run.stderr


def test_shipped_files_say_what_own_files_may_leave_out() -> None:
    for code in ("fa", "ar"):
        tables = load(code).tables
        assert all((tables.confidence, any(tables.dateline), tables.words, tables.months, tables.example))
