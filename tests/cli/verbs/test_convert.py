"""`convert`: both directions, arguments and lines, and values that are no dates."""

import datetime as dt
import io
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi import Date
from shamsi.cli.main import main
from shamsi.cli.verbs.convert import _conversion, to_gregorian, to_persian
from shamsi.formats.names import FILES

Feed = Callable[[bytes], None]
ROOT = Path(shamsi.__file__).parents[1]
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
Capture = pytest.CaptureFixture[str]

PUBLISHED = {  # Nowruz as the official calendar of Iran printed it
    "1398-01-01": "2019-03-21",
    "1399-01-01": "2020-03-20",
    "1400-01-01": "2021-03-21",
    "1403-12-30": "2025-03-20",
    "1404-01-01": "2025-03-21",
}


@pytest.mark.parametrize(("persian", "gregorian"), PUBLISHED.items())
def test_both_directions(persian: str, gregorian: str, capsys: Capture) -> None:
    assert main(["convert", persian, "--to", "gregorian"]) == 0
    assert main(["convert", "--to", "persian", gregorian]) == 0
    assert capsys.readouterr() == (f"{gregorian}\n{persian}\n", "")


@given(st.dates(min_value=dt.date(622, 3, 21)))
def test_to_persian_is_the_date(day: dt.date) -> None:
    assert to_persian(day.isoformat(), era="gregorian") == Date.from_gregorian(day).isoformat()


@given(st.dates(dt.date(622, 3, 21), dt.date(2320, 1, 1)))
def test_there_and_back(day: dt.date) -> None:
    assert to_gregorian(to_persian(day.isoformat(), era="gregorian")) == day.isoformat()


@pytest.mark.parametrize("value", ["۲۰۲۵/۰۳/۲۰", "٢٠٢٥-٠٣-٢٠", "2025.3.20", "\u200f2025-03-20", " 2025/3/20 "])
def test_gregorian_in_any_digits(value: str) -> None:
    assert to_persian(value) == "1403-12-30"


@pytest.mark.parametrize("value", ["۱۴۰۳/۱۲/۳۰", "١٤٠٣-١٢-٣٠", "1403.12.30", "\u200f1403-12-30"])
def test_persian_in_any_digits(value: str) -> None:
    assert to_gregorian(value) == "2025-03-20"


def test_the_direction_must_be_said(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(["convert", "1403-12-30"])
    assert left.value.code == 2
    assert "--to" in capsys.readouterr().err


def test_lines_are_answered_line_by_line(feed: Feed, capsys: Capture) -> None:
    feed("\ufeff1403-12-30\r\n\n۱۴۰۴/۰۱/۰۱\n1402-12-30\n1404-01-02".encode())
    assert main(["convert", "--to", "gregorian"]) == 2
    out, err = capsys.readouterr()
    assert out == "2025-03-20\n\n2025-03-21\n\n2025-03-22\n"
    assert err.startswith("shamsi: line 4: day must be 1..29 in Esfand 1402 (not a leap year), got 30")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2025-02-29", "day must be 1..28 in 2025-02, got 29"),
        ("2025-13-01", "month must be 1..12, got 13"),
        ("0621-01-01", "year must be 622..9999, got 621"),
        ("0622-03-20", "0622-03-21..9999-12-31"),
        ("2025-12-32", "day must be 1..31 in 2025-12, got 32"),
        ("20-03-2025", "year-first, such as 2025-03-20"),
        ("2025-03", "year-month-day"),
        ("2025-03-²", "year-month-day"),
        ("tomorrow", "year-month-day"),
        ("9" * 100_000, "year-month-day"),
        ("2025-03-" + "9" * 100_000, "one or two digits"),
    ],
)
def test_bad_gregorian_values(value: str, message: str, capsys: Capture) -> None:
    assert main(["convert", value, "2025-03-20", "--to", "persian"]) == 2
    out, err = capsys.readouterr()
    assert out == "\n1403-12-30\n"
    assert message in err
    assert len(err) < 500


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1402-12-30", "day must be 1..29 in Esfand 1402"),
        ("1404-13-01", "month must be 1..12, got 13"),
        ("2025-08-18", "looks Gregorian"),
        ("اسفند 1403", "a day, a month and a year"),
        ("9" * 100_000, "a day, a month and a year"),
    ],
)
def test_bad_persian_values(value: str, message: str, capsys: Capture) -> None:
    assert main(["convert", value, "1403-12-30", "--to", "gregorian"]) == 2
    out, err = capsys.readouterr()
    assert out == "\n2025-03-20\n"
    assert message in err
    assert err.startswith("shamsi: ")
    assert len(err) < 500


@given(st.text(), st.sampled_from(["gregorian", "persian"]))
def test_any_text_is_answered_or_refused(value: str, direction: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        out, err = io.StringIO(), io.StringIO()
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        status = main(["convert", "--to", direction, "--", value])
    assert out.getvalue().count("\n") == 1
    assert (status == 2) is bool(err.getvalue())


def test_bytes_that_are_not_utf8_are_refused_as_values(feed: Feed, capsys: Capture) -> None:
    feed(b"1403-12-3\xff\n1403-12-30\n")
    assert main(["convert", "--to", "gregorian"]) == 2
    out, err = capsys.readouterr()
    assert out == "\n2025-03-20\n"
    assert err.startswith("shamsi: line 1: ")


class TestPatterns:
    @pytest.mark.parametrize(
        ("options", "answer"),
        [
            (["1403-12-30", "--to", "gregorian", "--format", "%-d %B %Y"], "20 March 2025"),
            (["1403-12-30", "--to", "gregorian", "--lang", "fa", "--format", "%A %-d %B %Y"], "پنجشنبه ۲۰ مارس ۲۰۲۵"),
            (["1403-12-30", "--to", "gregorian", "--digits", "arabext"], "۲۰۲۵-۰۳-۲۰"),
            (["2025-03-20", "--to", "persian", "--format", "%A %-d %B %Y"], "Thursday 30 Esfand 1403"),
            (["2025-03-20", "--to", "persian", "--lang", "prs", "--format", "%-d %B"], "۳۰ حوت"),
            (["2025-03-20", "--to", "persian", "--lang", "ar", "--format=%d %B", "--digits=arab"], "٣٠ إسفند"),
            (["2025-03-20", "--to", "persian", "--lang", "fa"], "۱۴۰۳-۱۲-۳۰"),
            (["2025-03-20", "--to", "persian", "--format", "%Y\t%m"], "1403\t12"),
        ],
    )
    def test_answers(self, options: list[str], answer: str, capsys: Capture) -> None:
        assert main(["convert", *options]) == 0
        assert capsys.readouterr() == (f"{answer}\n", "")

    @pytest.mark.parametrize("lang", FILES)
    @given(st.dates(dt.date(1821, 3, 21), dt.date(2120, 3, 20)))
    def test_what_is_printed_is_read_back(self, lang: str, day: dt.date) -> None:
        options = Namespace(to="persian", format="%A %d %B %Y", lang=lang, digits=None, era=None, century=None)
        assert Date.strptime(_conversion(options)(day.isoformat()), options.format, lang=lang).gregorian == day

    def test_lines_that_are_no_dates_stay_empty(self, feed: Feed, capsys: Capture) -> None:
        feed(b"2025-03-20\n\x1b[31m\n2025-03-21")
        assert main(["convert", "--to", "persian", "--lang", "fa", "--format", "%-d %B"]) == 2
        out, err = capsys.readouterr()
        assert out == "۳۰ اسفند\n\n۱ فروردین\n"
        assert err.startswith("shamsi: line 2: ")
        assert err[:-1].isprintable()

    @pytest.mark.parametrize("pattern", ["", "%q", "\x1b[31m%Y", "%Y\n"])
    def test_a_wrong_pattern_is_refused_before_any_line_is_read(self, pattern: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["convert", "--to", "persian", "--format", pattern])
        assert left.value.code == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "argument --format: " in err
        assert "\x1b" not in err


class TestStreams:
    def test_an_answer_comes_as_soon_as_its_line(self) -> None:
        command = [sys.executable, "-m", "shamsi", "convert", "--to", "gregorian"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=BUFFERED) as talk:
            assert talk.stdin
            assert talk.stdout
            giving_up = Timer(30, talk.kill)  # or a silent command would be waited for
            giving_up.start()
            for line, answer in ((b"1403-12-30\n", b"2025-03-20\n"), (b"1404-01-01\n", b"2025-03-21\n")):
                talk.stdin.write(line)
                talk.stdin.flush()
                assert talk.stdout.readline() == answer
            giving_up.cancel()
            talk.stdin.close()
        assert talk.returncode == 0

    def test_both_streams_in_one_file_keep_their_order(self) -> None:
        command = [
            sys.executable,
            "-m",
            "shamsi",
            "convert",
            "--to",
            "gregorian",
            "1403-12-30",
            "no date",
            "1404-01-01",
        ]
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            cwd=ROOT,
            env=BUFFERED,
        )
        lines = done.stdout.splitlines()
        assert lines[:1] + lines[2:] == ["2025-03-20", "", "2025-03-21"]
        assert lines[1].startswith("shamsi: ")

    def test_arabic_script_is_isolated_on_a_terminal_only(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        command = ["convert", "2025-03-20", "--to", "persian", "--lang", "fa", "--format", "%-d %B"]
        main(command)
        assert capsys.readouterr().out == "۳۰ اسفند\n"
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        main(command)
        main(["convert", "2025-03-20", "--to", "persian"])
        assert capsys.readouterr().out == "\u2068۳۰ اسفند\u2069\n1403-12-30\n"


class TestDirection:
    @pytest.mark.parametrize("name", ["jalali", "Shamsi", "SOLAR", "persian"])
    def test_persian_by_any_name(self, name: str, capsys: Capture) -> None:
        assert main(["convert", "2025-03-20", "--to", name]) == 0
        assert main(["convert", "1403-12-30", "--to", "miladi"]) == 0
        assert capsys.readouterr().out == "1403-12-30\n2025-03-20\n"

    def test_hijri_may_be_either(self, capsys: Capture) -> None:
        with pytest.raises(SystemExit):
            main(["convert", "2025-03-20", "--to", "hijri"])
        assert "'hijri' may be Solar or lunar: write 'persian'" in capsys.readouterr().err

    @pytest.mark.parametrize("value", ["1403-12-30", "۱۲۵۰/۰۱/۰۱", "1500.6.31", "1403-02-31"])
    @pytest.mark.parametrize("options", [[], ["--lang", "fa"]])
    def test_what_looks_persian_is_refused(self, value: str, options: list[str], capsys: Capture) -> None:
        assert main(["convert", value, "2025-03-20", "--to", "persian", *options]) == 2
        out, err = capsys.readouterr()
        assert out.startswith("\n")
        assert "looks Persian: " in err
        assert "; pass --to gregorian to convert it, or --era gregorian if the year is Gregorian" in err

    def test_a_gregorian_year_that_only_looks_persian(self, capsys: Capture) -> None:
        assert main(["convert", "1453-05-29", "--to", "persian", "--era", "gregorian"]) == 0
        assert main(["convert", "1249-12-31", "1501-01-01", "--to", "persian"]) == 0
        assert capsys.readouterr().out == "0832-03-08\n0628-10-11\n0879-10-11\n"


class TestEras:
    @pytest.mark.parametrize(
        ("value", "era", "answer"),
        [
            ("2535-10-25", "imperial", "1977-01-15"),
            ("۱ فروردین ۲۵۳۵", "imperial", "1976-03-21"),
            ("2725-01-01", "kurdish-700", "2025-03-21"),
            ("2637-01-01", "kurdish-612", "2025-03-21"),
            ("2535-10-25", "solar-hijri", "3157-01-15"),
        ],
    )
    def test_all_of_them(self, value: str, era: str, answer: str, capsys: Capture) -> None:
        assert main(["convert", value, "--to", "gregorian", "--era", era]) == 0
        assert capsys.readouterr().out == f"{answer}\n"

    @pytest.mark.parametrize(
        ("value", "way"),
        [
            ("2535-10-25", "pass --era imperial to read it as 1355, or solar-hijri to keep 2535"),
            ("25 Dey 2537", "pass --era imperial to read it as 1357, or solar-hijri to keep 2537"),
            ("2725/1/1", "pass --era kurdish-700 to read it as 1404, or --era solar-hijri to keep 2725"),
            ("2680/1/1", "pass --era kurdish-700 to read it as 1359, --era kurdish-612 to read it as 1447, or --era"),
        ],
    )
    def test_a_year_of_another_era_is_asked_about(self, value: str, way: str, capsys: Capture) -> None:
        assert main(["convert", value, "--to", "gregorian"]) == 2
        assert main(["convert", value, "--to", "gregorian", "--lang", "fa"]) == 2
        out, err = capsys.readouterr()
        assert out == "\n\n"
        assert err.count(way) == 2

    def test_an_era_that_the_text_names_needs_no_option(self, capsys: Capture) -> None:
        assert main(["convert", "۱ فروردین ۲۵۳۵ شاهنشاهی", "--to", "gregorian"]) == 0
        assert capsys.readouterr().out == "1976-03-21\n"

    @pytest.mark.parametrize(
        "options", [["--to", "gregorian", "--era", "gregorian"], ["--to", "persian", "--era", "imperial"]]
    )
    def test_an_era_of_the_other_calendar(self, options: list[str], capsys: Capture) -> None:
        assert main(["convert", "2535-10-25", *options]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert f"shamsi: --era {options[-1]} counts " in err


class TestReference:
    """One date expression, written on a day."""

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            ("هفته آینده", "2025-11-08/2025-11-14"),
            ("هفته آینده --to persian", "1404-08-17/1404-08-23"),
            ("اول مهر", "2025-09-23"),
            ("اول مهر --to persian", "1404-07-01"),
            ("غدا", "2025-11-06"),
            ("5 Aban 1404 --to gregorian", "2025-10-27"),
            ("۱۸ تا ۲۰ آذر --to persian --lang fa", "۱۴۰۴-۰۹-۱۸/۱۴۰۴-۰۹-۲۰"),
            ("فردا --lang fa --format %d/%m", "۰۶/۱۱"),
        ],
    )
    def test_it_prints_a_day_or_two(self, words: str, line: str, capsys: Capture) -> None:
        value, *options = words.split(" --")
        given = [word for option in options for word in f"--{option}".split()]
        assert main(["convert", value, "--reference", "2025-11-05", *given]) == 0
        assert capsys.readouterr() == (f"{line}\n", "")

    def test_today_is_that_of_the_zone(self, capsys: Capture) -> None:
        days = {Date.today("Asia/Tehran")}
        assert main(["convert", "امروز", "--reference", "today", "--tz", "Asia/Tehran", "--to", "persian"]) == 0
        days.add(Date.today("Asia/Tehran"))
        assert capsys.readouterr().out.strip() in set(map(str, days))

    def test_anything_else_gives_an_empty_line_and_status_1(self, feed: Feed, capsys: Capture) -> None:
        feed("فردا\n\nسلام\nاول مهر بود\n".encode())
        assert main(["convert", "--reference", "2025-11-05"]) == 1
        out, err = capsys.readouterr()
        assert out == "2025-11-06\n\n\n\n"
        assert err.splitlines() == [
            "shamsi: line 3: cannot read 'سلام' as one date expression",
            "shamsi: line 4: cannot read 'اول مهر بود' as one date expression",
        ]

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ("--reference today", "--reference today needs --tz, such as --tz Asia/Tehran"),
            ("--reference today --tz Nowhere", "--tz must be a time zone such as Asia/Tehran"),
            ("--reference 2025-11-05 --tz UTC", "--tz is the time zone of --reference today, got 2025-11-05"),
            ("--to persian --tz UTC", "--tz is the time zone of --reference today: add that, or leave it out"),
            ("--reference 2025-11-05 --century 1400", "--century is for dates in numbers"),
            ("--reference 2025-11-05 --era imperial", "--era is for dates in numbers"),
        ],
    )
    def test_options_that_conflict(self, options: str, message: str, capsys: Capture) -> None:
        assert main(["convert", "فردا", *options.split()]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"shamsi: {message}")

    @pytest.mark.parametrize(
        ("reference", "message"),
        [
            ("auto", "must be a Gregorian date like 2025-12-15, or today, got 'auto'"),
            ("1404-08-05", "looks Persian"),
        ],
    )
    def test_other_references(self, reference: str, message: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit):
            main(["convert", "فردا", "--reference", reference])
        assert message in capsys.readouterr().err


class TestAdvice:
    """Errors name options, not Python."""

    @pytest.mark.parametrize(
        ("value", "way"),
        [
            ("02/1/1", "; pass --century 1400 to read it as 1402\n"),
            ("2025-10-27", "looks Gregorian: 2025-10-27; use --to persian\n"),
            ("27 March 2025", "looks Gregorian: 'March', got '27 March 2025'; use --to persian\n"),
            ("۲۷ مارس ۲۰۲۵", "looks Gregorian: 'مارس', got '۲۷ مارس ۲۰۲۵'; use --to persian\n"),
            ("1 Farvardin 2025", "; pass --era solar-hijri if you mean the Solar Hijri year 2025\n"),
            ("اول مهر", "it has no year, or counts from the day it was written; give --reference\n"),
            ("1403-12-30T10:00", "as a date: unexpected 'T'; give the day without its time\n"),
        ],
    )
    def test_in_options(self, value: str, way: str, capsys: Capture) -> None:
        assert main(["convert", value, "--to", "gregorian"]) == 2
        err = capsys.readouterr().err
        assert err.endswith(way)
        assert "Date" not in err
        assert "=" not in err

    def test_the_century_of_two_digits(self, capsys: Capture) -> None:
        assert main(["convert", "02/1/1", "99/1/1", "--to", "gregorian", "--century", "1350"]) == 0
        assert capsys.readouterr().out == "2023-03-21\n2020-03-20\n"
        assert main(["convert", "2025-03-20", "--to", "persian", "--century", "1350"]) == 2
        assert "--century completes Persian years: use it with --to gregorian" in capsys.readouterr().err
