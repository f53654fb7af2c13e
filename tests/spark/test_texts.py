"""`find` and `check` over columns of text: every row as the function itself answers, on two workers."""

import datetime as dt
from dataclasses import asdict
from typing import Any

import pytest

import shamsi
from shamsi import Finding, Mention, ShamsiError

pytest.importorskip("pyspark", reason="PySpark is not installed")
ss: Any = pytest.importorskip("shamsi.spark")

TEXTS = [
    "از ۵ تا ۷ آبان ۱۴۰۴ و در اواخر دهه هفتاد",
    None,
    "",
    "بی‌تاریخ",
    "في 18 مرداد 1404 (18 أغسطس 2025)",
    "۳۱ مهر ۱۴۰۴ و ۵ و ۱۲ آبان",
    "دیروز و 12 ديسمبر/كانون الأول 2025",
    "\x00 ۱۸ مرداد ۱۴۰۴ 😀 ۱۹ مرداد ۱۴۰۴",
    "در 630 پیش از میلاد",
]


def frame_of(spark: Any) -> Any:
    rows = [(place, f"news-{place}", text) for place, text in enumerate(TEXTS)]
    return spark.createDataFrame(rows, "id int, name string, body string").repartition(2)


def collected(frame: Any) -> list[dict[str, Any]]:
    rows = [row.asDict(recursive=True) for row in frame.collect()]
    return sorted(rows, key=lambda row: (row["id"], row["start"]))


def expected(place: int, answer: Mention | Finding) -> dict[str, Any]:
    """A row as it must come back: lists for tuples, and parts without parts of their own."""
    row = listed(asdict(answer))
    for mention in row.get("spans", [row]):
        for part in mention["parts"]:
            assert part.pop("parts") == []
    if "id" in row:  # of a finding
        row["finding_id"] = row.pop("id")
    return {"id": place, **row}


def listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: listed(each) for name, each in value.items()}
    return [listed(each) for each in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize(
    "options",
    [{}, {"reference": dt.date(2025, 12, 15)}, {"languages": ["ar"], "relative": True, "min_confidence": 0.5}],
    ids=str,
)
def test_find(spark: Any, options: dict[str, Any]) -> None:
    answers = collected(ss.find(frame_of(spark), "body", key=["id", "name"], **options))
    mentions = [(place, each) for place, text in enumerate(TEXTS) for each in shamsi.find(text or "", **options)]
    assert [answer.pop("name") for answer in answers] == [f"news-{place}" for place, _ in mentions]
    assert answers == [expected(place, mention) for place, mention in mentions]
    assert len(answers) > 2


def test_check(spark: Any) -> None:
    answers = collected(ss.check(frame_of(spark), "body", key="id"))
    findings = [(place, finding) for place, text in enumerate(TEXTS) for finding in shamsi.check(text or "")]
    assert answers == [expected(place, finding) for place, finding in findings]
    assert {answer["code"] for answer in answers} == {"pair-mismatch", "impossible-date"}
    assert max(answer["confidence"] for answer in answers) < 0.99
    assert collected(ss.check(frame_of(spark), "body", key="id", min_alarm=0.99)) == []


def test_many_answers_come_back_in_several_batches(spark: Any) -> None:
    text = " - ".join(["۵ آبان ۱۴۰۴"] * 12_000)
    frame = spark.createDataFrame([(1, text)], "id int, body string")
    found = ss.find(frame, "body", key="id").select("start").collect()
    assert [row.start for row in found] == [mention.start for mention in shamsi.find(text)]
    assert len(found) > 5_000


def test_the_schema_is_known_before_anything_is_read(spark: Any) -> None:
    schema = ss.find(frame_of(spark), "body", key=["name", "id"]).schema
    assert schema.names[:4] == ["name", "id", "start", "end"]
    assert set(schema.names[2:]) == set(Mention.__dataclass_fields__)
    assert schema["earliest"].dataType.simpleString() == "date"
    fields = list(Finding.__dataclass_fields__)
    assert ss.check(frame_of(spark), "body", key="name").schema.names[1:] == fields
    assert ss.check(frame_of(spark), "body", key="id").schema.names[1:] == [*fields[:-1], "finding_id"]


def test_wrong_columns_and_options_are_told_before_anything_runs(spark: Any) -> None:
    frame = frame_of(spark)
    with pytest.raises(ShamsiError, match=r"no column 'text' in this DataFrame \(columns: id, name, body\)"):
        ss.find(frame, "text", key="id")
    with pytest.raises(ShamsiError, match="key 'start' is also a column of the result: rename"):
        ss.find(frame.withColumnRenamed("id", "start"), "body", key="start")
    with pytest.raises(ValueError, match="unknown language 'de'; choose from"):
        ss.check(frame, "body", key="id", languages=["de"])
    with pytest.raises(ValueError, match="min_alarm must be a number from 0 to 1, got 2"):
        ss.check(frame, "body", key="id", min_alarm=2)
