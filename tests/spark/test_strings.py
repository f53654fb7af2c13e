"""Days as text in Spark, against what `Date` prints."""

from typing import Any

import pytest

from shamsi import ShamsiError
from shamsi.calendar import kernel
from shamsi.formats.directives import CLOCK, DIRECTIVES
from shamsi.formats.writing import compiled
from tests.sql.days import some_days

F: Any = pytest.importorskip("pyspark.sql.functions", reason="PySpark is not installed")
ss: Any = pytest.importorskip("shamsi.spark")

OF_DAYS = [letter for letter, directive in DIRECTIVES.items() if directive.kind != CLOCK]
EVERYTHING = " ".join(f"%{letter}" for letter in OF_DAYS)
NUMBERS = " ".join(f"%-{letter}" for letter in OF_DAYS if DIRECTIVES[letter].form == "number")
PATTERNS = [
    (EVERYTHING, "en", None),
    (EVERYTHING, "fa", None),
    (NUMBERS, "ar", "latn"),
    ("%F|%x", "prs", "arab"),
    ("%d%%\ue000 %B'\\", "ckb", None),
    ("%A", "ps", None),
]


def test_days_are_printed_as_dates_are(spark: Any) -> None:
    numbers = some_days()[::97]
    frame = spark.createDataFrame([(number,) for number in numbers], "n int")
    day = F.date_from_unix_date("n")
    columns = [ss.to_solar_string(day, pattern, lang=lang, digits=digits) for pattern, lang, digits in PATTERNS]
    writers = [compiled(*given) for given in PATTERNS]
    for number, *answers in frame.select("n", *columns).collect():
        assert answers == [writer.text(*kernel.fields(number), number) for writer in writers]


def test_a_pattern_of_letters_alone_is_null_without_a_day(spark: Any) -> None:
    frame = spark.sql("SELECT date'2025-03-20' AS day UNION ALL SELECT NULL")
    answers = frame.select(ss.to_solar_string("day", "a 100%%"), ss.to_solar_string("day", "")).collect()
    assert {tuple(answer) for answer in answers} == {("a 100%", ""), (None, None)}


@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("%Y %H:%M", "pattern must not print the time of day, which %H does: .*, got '%Y %H:%M'"),
        ("%c", "which %H does"),
        ("%Q", "unknown directive '%Q'; allowed are"),
        ("%", "lone %"),
    ],
)
def test_what_a_day_does_not_print_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(ShamsiError, match=message):
        ss.to_solar_string("day", pattern)


@pytest.mark.usefixtures("spark")
def test_unknown_languages_and_digits_are_refused() -> None:
    with pytest.raises(ShamsiError, match="lang must be one of 'en', 'fa'"):
        ss.to_solar_string("day", lang="xx")
    with pytest.raises(ShamsiError, match="digits must be one of 'latn'"):
        ss.to_solar_string("day", digits="roman")
