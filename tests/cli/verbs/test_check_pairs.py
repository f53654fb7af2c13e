"""`check --pair`: two columns of a table, in every kind of table, and what is refused."""

import datetime as dt
import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.main import main

pytest.importorskip("numpy")
Feed = Callable[[bytes], None]
Capture = pytest.CaptureFixture[str]
ROWS = [
    ("1404/05/18", "2025-08-09"),
    ("۱۴۰۴/۰۵/۱۸", "2025-08-18"),
    ("1404/13/01", "2025-08-09"),
    ("", "2025-08-09"),
    ("14040519", "1404/05/19"),
    ("1404-05-20 10:30", "2025-08-11"),
]
LINES = """\
{0}:3: ۱۴۰۴/۰۵/۱۸ is 2025-08-09, but gdate has 2025-08-18, 9 days later [calque]
{0}:4: jdate: month must be 1..12, got 13 [impossible-date]
{0}:6: gdate: looks Persian: '1404/05/19'; it is in the column of Gregorian dates [looks-persian]
"""
SUMMARY = """\
{0}: jdate = gdate: 3 of 6 rows compared, 1 disagree, 2 cannot be read
  1 calque: the name of the month was translated, not converted
"""


def table(delimiter: str = ",") -> str:
    return "\n".join(delimiter.join(row) for row in [("jdate", "gdate"), *ROWS]) + "\n"


def json_lines() -> str:
    rows = [dict(zip(("jdate", "gdate"), row, strict=True)) for row in ROWS]
    return "\n" + "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", table().encode()),
        ("a.csv", table(";").encode("utf-8-sig")),
        ("a.csv", table("\t").encode("utf-16")),
        ("a.tsv", table("\t").encode()),
        ("a.csv.gz", gzip.compress(table().encode())),
        ("a.jsonl", json_lines().encode()),
    ],
)
def test_tables_of_text(tmp_path: Path, name: str, content: bytes, capsys: Capture) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["check", "--pair", "jdate=gdate", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == LINES.format(path)
    assert err == SUMMARY.format(path)


def test_parquet_has_dates_of_its_own(tmp_path: Path, capsys: Capture) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    days = pa.array([dt.date(2025, 8, 9), dt.date(2025, 8, 18), None])
    path = tmp_path / "a.parquet"
    solar = pa.array([14040518, 14040518, 14040518], pa.int32())
    parquet.write_table(pa.table({"jdate": solar, "gdate": days, "other": days}), path)
    assert main(["check", "--pair", "jdate=gdate", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == f"{path}:2: 14040518 is 2025-08-09, but gdate has 2025-08-18, 9 days later [calque]\n"
    assert err.startswith(f"{path}: jdate = gdate: 2 of 3 rows compared, 1 disagree")


def test_json_lists_every_row(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table(), "utf-8")
    assert main(["check", "--pair", "jdate=gdate", "--format", "json", str(path)]) == 1
    first, second, _ = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {
        "code": "column-mismatch",
        "path": str(path),
        "line": 3,
        "solar_field": "jdate",
        "other_field": "gdate",
        "solar": "۱۴۰۴/۰۵/۱۸",
        "other": "2025-08-18",
        "solar_day": "2025-08-09",
        "other_day": "2025-08-18",
        "delta_days": 9,
        "diagnosis": "calque",
    }
    assert (second["code"], second["field"], second["reason"]) == ("unreadable-date", "jdate", "impossible-date")


def test_lunar_columns_by_either_reckoning(tmp_path: Path, capsys: Capture) -> None:
    day = shamsi.Date(1404, 4, 9)
    rows = [str(day.islamic("tabular")), str(day.islamic("umm-al-qura")), "۱۰ محرم ۱۴۴۷"]
    path = tmp_path / "a.csv"
    path.write_text("j,h\n" + "".join(f"{day},{row}\n" for row in rows), "utf-8")
    assert main(["check", "--pair", "j=islamic:h", str(path)]) == 1
    out, _ = capsys.readouterr()
    assert out == f"{path}:4: 1404-04-09 is 2025-06-30, but h has ۱۰ محرم ۱۴۴۷, 5 days later [unknown]\n"
    assert main(["check", "--pair", "j=islamic:h", "--lunar-tolerance", "umm-al-qura", str(path)]) == 1
    out, _ = capsys.readouterr()
    assert [line.split(" ")[0] for line in out.splitlines()] == [f"{path}:2:", f"{path}:4:"]


def test_a_converter_without_leap_years_is_named(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.csv"
    rows: list[str] = []
    for place in range(0, 1400, 3):
        day = shamsi.Date(1402, 1, 1) + dt.timedelta(days=place)
        rows.append(f"{day},{day.gregorian - dt.timedelta(days=day.year > 1403)}\n")
    path.write_text("j,g\n" + "".join(rows), "utf-8")
    assert main(["check", "--pair", "j=g", str(path)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 11
    assert out.splitlines()[-1].endswith(" more: no-leap-years; --format json lists all")
    assert err.splitlines()[1].endswith("no-leap-years: a converter without leap years: off since 1403-12-30")


def test_rows_that_agree_leave_with_0(feed: Feed, capsys: Capture) -> None:
    feed(b"j,g\n1404/05/18,2025-08-09\n")
    assert main(["check", "--pair", "j=g", "--input-format", "csv"]) == 0
    assert capsys.readouterr().out == ""


def test_two_digit_years_need_a_century(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.csv"
    path.write_text("j,g\n04/05/18,2025-08-09\n", "utf-8")
    assert main(["check", "--pair", "j=g", str(path)]) == 1
    assert "pass --century 1400 to read it as 1404" in capsys.readouterr().out
    assert main(["check", "--pair", "j=g", "--century", "1400", str(path)]) == 0


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        ("a,b\n1,2\n", "a.csv", "no column 'j' (found: a, b)"),
        ('{"j": 1}\n', "a.jsonl", "no column 'g' (found: j)"),
        ("{\n", "a.jsonl", "not valid JSON at line 1: "),
        ("[1]\n", "a.jsonl", "line 1 must be a JSON object"),
        ("text", "a.txt", "is read as text, not as a table: name it with one of the suffixes .csv, "),
    ],
)
def test_files_that_are_no_such_table(tmp_path: Path, content: str, name: str, message: str, capsys: Capture) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert main(["check", "--pair", "j=g", str(path)]) == 2
    assert f"{path}: {message}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "html"], "--pair writes text or json, got --format html"),
        (["-o", "found.txt"], "--pair writes to standard output: use > found.txt in place of -o"),
        (["--reference", "2025-01-01"], "--reference is for texts: leave it out with --pair"),
        (["--century", "1400", "--pair", "a"], "must be two columns, SOLAR=GREGORIAN or SOLAR=islamic:LUNAR"),
    ],
)
def test_what_cannot_be_combined(arguments: list[str], message: str, capsys: Capture) -> None:
    try:
        status = main(["check", "--pair", "j=g", *arguments])
    except SystemExit as left:
        status = int(left.code or 0)
    assert status == 2
    assert message in capsys.readouterr().err


def test_control_characters_never_reach_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.csv"
    path.write_text("j,g\x1b[31m\n1404/05/18,\x1b[2J2025\n", "utf-8")
    assert main(["check", "--pair", "j=g\x1b[31m", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err


def test_without_numpy_the_extra_is_named() -> None:
    code = "import sys; sys.modules['numpy'] = None; from shamsi.cli.main import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--pair", "j=g", "a.csv"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "shamsi: --pair needs NumPy: pip install 'shamsi[numpy]'\n")
