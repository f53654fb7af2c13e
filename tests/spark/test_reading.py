"""Text as days in Spark, against what columns read elsewhere."""

from typing import Any

import pytest

from shamsi import RangeError, ShamsiError
from shamsi.columns.cells import CellOptions, cell_options
from shamsi.formats.numbers import is_numeric
from tests.columns.cases import TEXTS
from tests.columns.spellings import OPEN, PLAIN, SPELLINGS
from tests.sql.texts import Answer, answer_of, some_texts

F: Any = pytest.importorskip("pyspark.sql.functions", reason="PySpark is not installed")
ss: Any = pytest.importorskip("shamsi.spark")


def read(spark: Any, texts: list[str], options: CellOptions) -> list[Answer]:
    given = options._asdict()
    columns = [
        ss.to_gregorian("text", **given | {"times": "drop" if options.times == "keep" else options.times}),
        ss.to_gregorian("text", **given | {"times": "keep"}),
        ss.reason(F.col("text"), **given),
    ]
    frame = spark.createDataFrame(list(enumerate(texts)), "place int, text string").repartition(2)
    rows = frame.select("place", *columns).collect()
    return [Answer(*row[1:]) for row in sorted(rows)]


@pytest.mark.parametrize("options", [PLAIN, OPEN, cell_options(era="imperial", times="drop")], ids=str)
def test_spellings_and_texts_at_random(spark: Any, options: CellOptions) -> None:
    texts = [*(each.text for each in SPELLINGS if each.numeric), *filter(is_numeric, TEXTS), *some_texts(1_000)]
    for text, answer in zip(texts, read(spark, texts, options), strict=True):
        assert answer == answer_of(text, options), repr(text)


def test_whole_numbers_of_eight_digits(spark: Any) -> None:
    frame = spark.createDataFrame([(14020512,), (14021301,), (None,)], "number int")
    rows = frame.select(ss.to_gregorian("number").cast("string"), ss.reason("number")).collect()
    assert [tuple(row) for row in rows] == [("2023-08-03", None), (None, "impossible-date"), (None, None)]


@pytest.mark.usefixtures("spark")
def test_wrong_options_are_refused() -> None:
    with pytest.raises(RangeError, match=r"century must be 1\.\.9279, got 0"):
        ss.to_gregorian("text", century=0)
    with pytest.raises(ShamsiError, match="era must be one of"):
        ss.reason("text", era="roman")
    with pytest.raises(ValueError, match='times must be one of "refuse", "keep", "drop"'):
        ss.reason("text", times="cut")


def test_two_columns_are_refused() -> None:
    with pytest.raises(TypeError, match="pass months and days together, or neither when years holds text"):
        ss.to_gregorian("year", "month")
