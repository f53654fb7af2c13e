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
        ('name = "x"\n', "must set code and civil_calendar"),
        (TOY.replace('tradition = "toy"', ""), "own.toml: a table has no 'tradition'"),
        (TOY.replace('needs = "nothing"', 'needs = "luck"'), "own.toml: a month needs one of"),
        (TOY.replace("year =", "yaer ="), "own.toml: [words] has an unknown list 'yaer'; allowed are month,"),
        (
            TOY + PATTERN.replace('reads = "year-month-day"', ""),
            "own.toml: a pattern needs name, tokens and reads",
        ),
        (TOY + PATTERN.replace("year-month-day", "yesterday"), "'yesterday'; it must read like one of"),
        (TOY + PATTERN.replace("year-first", "day"), "needs a name of its own"),
        (TOY + PATTERN.replace("MONTH", "MOON"), "'year-first' has MOON; its parts are MONTH,"),
        (TOY + PATTERN.replace("four_", "for_"), "'for_digits', which is no class; did you mean 'four_digits'?"),
        (TOY + PATTERN.replace("day0]", "day0"), "own.toml: pattern 'year-first' is no regular expression"),
        (TOY + PATTERN.replace("MONTH", "(?P<x>MONTH)"), "write ( … ) for (?P<name> … )"),
        (TOY + PATTERN.replace("four_digits MONTH [day day0]", "MONTH?"), "may match nothing"),
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
        assert {"confidence", "dateline", "words", "months", "example"} <= set(load(code).data)
