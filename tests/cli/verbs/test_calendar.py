"""`calendar`: a month or a year, the zone of today, and anything that is not a month."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import shamsi
from shamsi import Date
from shamsi._errors import ShamsiError
from shamsi.cli.main import main
from shamsi.cli.reports.month_view import MonthRenderer
from shamsi.cli.verbs.calendar import zone

ROOT = Path(shamsi.__file__).parents[1]
NOON = dt.datetime(2025, 12, 30, 12, tzinfo=dt.UTC)
Capture = pytest.CaptureFixture[str]


class Clock(dt.datetime):
    """A clock that stands still; who reads it without a zone fails."""

    moment = NOON

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        assert tz is not None
        return cls.moment.astimezone(tz)


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr("shamsi.cli.verbs.calendar.dt.datetime", Clock)
    return Clock


def test_a_month_and_a_year_read_no_clock(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shamsi.cli.verbs.calendar.dt.datetime", None)
    assert main(["calendar", "1404", "8"]) == 0
    assert capsys.readouterr() == (MonthRenderer().month(1404, 8) + "\n", "")
    assert main(["calendar", "۱۴۰۴", "--lang", "fa", "--digits", "latn"]) == 0
    assert capsys.readouterr() == (MonthRenderer("fa", "latn").year(1404) + "\n", "")


@pytest.mark.usefixtures("stopped")
def test_without_a_year_it_is_this_month_in_tehran(capsys: Capture) -> None:
    assert main(["calendar"]) == 0
    out, err = capsys.readouterr()
    assert (
        out
        == MonthRenderer(today=Date(1404, 10, 9)).month(1404, 10) + "\n\ntoday in Asia/Tehran: 1404-10-09, 2025-12-30\n"
    )
    assert err == ""


def test_the_zone_decides_which_day_it_is(
    stopped: type[Clock], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stopped, "moment", dt.datetime(2025, 12, 21, 20, 30, tzinfo=dt.UTC))  # midnight in Tehran
    for name, day in (
        ("Asia/Tehran", "1404-10-01, 2025-12-22"),
        ("UTC", "1404-09-30, 2025-12-21"),
        ("+03:29", "1404-09-30, 2025-12-21"),
    ):
        assert main(["calendar", "--tz", name]) == 0
        view, _, today = capsys.readouterr().out.partition("\n\n")
        assert today == f"today in {name}: {day}\n"
        assert ("Dey 1404" in view) == day.startswith("1404-10")


@pytest.mark.usefixtures("stopped")
def test_a_zone_marks_today_in_a_year_that_is_named(capsys: Capture) -> None:
    assert main(["calendar", "1404", "--tz=-05:00"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(MonthRenderer(today=Date(1404, 10, 9)).year(1404))
    assert out.endswith("\n\ntoday in -05:00: 1404-10-09, 2025-12-30\n")
    assert main(["calendar", "1403", "12", "--tz", "UTC"]) == 0
    assert "[" not in capsys.readouterr().out


def test_zones() -> None:
    assert zone("Asia/Tehran") == ZoneInfo("Asia/Tehran")
    assert zone("UTC") == zone("+00:00") == dt.UTC
    assert zone("+03:25:44").utcoffset(None) == dt.timedelta(hours=3, minutes=25, seconds=44)
    assert zone("-09").utcoffset(None) == -dt.timedelta(hours=9)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Asia",
        "Mars/Olympus",
        "+",
        "-",
        "+25:00",
        "+03:30 ",
        "../etc/passwd",
        "/etc/passwd",
        "a\0b",
        "\x1b[31m",
        "é",
        "\ud800",
    ],
)
def test_what_is_no_zone_is_told(name: str, capsys: Capture) -> None:
    with pytest.raises(ShamsiError, match="must be a time zone such as Asia/Tehran, UTC or"):
        zone(name)
    assert main(["calendar", f"--tz={name}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("shamsi: --tz must be a time zone")
    assert err[:-1].isprintable()


def test_a_machine_without_zones_says_so() -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-S", "-m", "shamsi", "calendar", *arguments]  # -S: without the package tzdata
        return subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | {"PYTHONTZPATH": ""}
        )

    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "got 'Asia/Tehran'; there are no zone names here: pip install tzdata, or give an offset" in done.stderr
    for name in ("UTC", "+03:30"):
        assert run("--tz", name).stdout.splitlines()[-1].startswith(f"today in {name}: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["0"], "must be a Solar Hijri year, 1..9378, got '0'"),
        (["9379"], "must be a Solar Hijri year, 1..9378, got '9379'"),
        (["-1404"], "must be a Solar Hijri year, 1..9378, got '-1404'"),
        (["this"], "must be a Solar Hijri year, 1..9378, got 'this'"),
        (["9" * 5000], "must be a Solar Hijri year"),
        (["2025"], "looks Gregorian: 2025 begins in 1403 and ends in 1404; give one of these"),
        (["1404", "13"], "must be the number of a month, 1..12, got '13'"),
        (["1404", "0"], "must be the number of a month, 1..12, got '0'"),
        (["1404", "آبان"], "must be the number of a month, 1..12, got 'آبان'"),
        (["--lang", "de"], "--lang: unknown value 'de'; choose from en, fa"),
        (["--digits", "roman"], "--digits: unknown value 'roman'; choose from latn"),
        (["1404", "8", "\x1b[31m"], "unrecognized arguments: [31m"),
    ],
)
def test_wrong_arguments_are_explained(arguments: list[str], message: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(["calendar", *arguments])
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_months_behind_the_last_day(capsys: Capture) -> None:
    assert main(["calendar", "9378", "11"]) == 2
    assert capsys.readouterr() == ("", "shamsi: the last day is 9378-10-10 (9999-12-31), got the month 9378-11\n")


def test_help_says_the_zone_that_is_taken(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["calendar", "--help"])
    assert "default: Asia/Tehran without YEAR" in " ".join(capsys.readouterr().out.split())
