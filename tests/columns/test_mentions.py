"""Columns of text: the mentions and findings of each text, whatever the column is of."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

import shamsi
from shamsi.columns import mentions as rows

np = pytest.importorskip("numpy")
pa = pytest.importorskip("pyarrow")
sa = pytest.importorskip("shamsi.pyarrow")

TEXTS = [
    "از ۵ تا ۷ آبان ۱۴۰۴ و در اواخر دهه هفتاد",
    None,
    "دوشنبه ۵ آبان ۱۴۰۴ (۵ نوامبر ۲۰۲۵)",
    "",
    "هیچ",
    "في 31 مهر 1404 وفي 12 ديسمبر/كانون الأول 2025",
    "سه‌شنبه ۱۴ آبان ۱۴۰۴",
    "بهمن ۵۷ و ۲۲ بهمن",
]
COLUMNS: dict[str, Any] = {
    "list": lambda: TEXTS,
    "iterator": lambda: iter(TEXTS),
    "objects": lambda: np.array(TEXTS, object),
    "string": lambda: pa.array(TEXTS, pa.string()),
    "large": lambda: pa.array(TEXTS, pa.large_string()),
    "views": lambda: pa.array(TEXTS, pa.string_view()),
    "dictionary": lambda: pa.array(TEXTS).dictionary_encode(),
    "chunks": lambda: pa.chunked_array([TEXTS[:3], [], TEXTS[3:]], pa.string()),
    "slice": lambda: pa.array(["۱ مهر ۱۴۰۰", *TEXTS, "۱ مهر ۱۴۰۰"]).slice(1, len(TEXTS)),
    "polars": lambda: pytest.importorskip("polars").Series(TEXTS),
    "pandas": lambda: pytest.importorskip("pandas").Series(TEXTS, index=range(5, 5 + len(TEXTS))),
    "pandas NA": lambda: pytest.importorskip("pandas").Series(TEXTS, dtype="string"),
    "pandas NaN": lambda: pytest.importorskip("pandas").Series(TEXTS, dtype=object).fillna(np.nan),
}


def as_mention(row: dict[str, Any]) -> Any:
    """The mention that a row was made of, by the members of the dataclass alone."""
    members = {field.name: row[field.name] for field in dataclasses.fields(shamsi.Mention) if field.name in row}
    members["extent"] = tuple(row["extent"])
    members["assumed"] = tuple(row["assumed"])
    members["parts"] = tuple(map(as_mention, row.get("parts", ())))
    return shamsi.Mention(**members)


@pytest.mark.parametrize("name", COLUMNS)
def test_mentions_of_every_kind_of_column(name: str) -> None:
    table = sa.find(COLUMNS[name]())
    table.validate(full=True)
    expected = [(row, mention) for row, text in enumerate(TEXTS) for mention in shamsi.find(text or "")]
    assert [(row["row"], as_mention(row)) for row in table.to_pylist()] == expected
    assert {mention.kind for _, mention in expected} >= {"range", "decade", "day", "month"}


@pytest.mark.parametrize("name", COLUMNS)
def test_findings_of_every_kind_of_column(name: str) -> None:
    table = sa.check(COLUMNS[name]())
    table.validate(full=True)
    expected = [(row, finding) for row, text in enumerate(TEXTS) for finding in shamsi.check(text or "")]
    assert {finding.code for _, finding in expected} == {"pair-mismatch", "impossible-date", "weekday-conflict"}
    for row, (place, finding) in zip(table.to_pylist(), expected, strict=True):
        assert row.pop("row") == place
        suggestions = tuple(shamsi.Suggestion(**each) for each in row.pop("suggestions"))
        spans = tuple(map(as_mention, row.pop("spans")))
        evidence = tuple(row.pop("evidence"))
        assert shamsi.Finding(**row, spans=spans, suggestions=suggestions, evidence=evidence) == finding


def test_findings_go_by_the_rules() -> None:
    assert set(sa.check(TEXTS, codes=["impossible-date"])["code"].to_pylist()) == {"impossible-date"}
    with pytest.raises(ValueError, match="code must be one of"):
        sa.check([], codes=["nothing"])


def test_findings_may_have_to_be_sure() -> None:
    texts = ["در سال ۱۳۹۰ (۱۸۹۲) ساخته شد", "۳۱ مهر ۱۴۰۴"]
    assert sa.check(texts)["row"].to_pylist() == [0, 1]
    assert sa.check(texts, min_alarm=0.9)["row"].to_pylist() == [1]
    with pytest.raises(ValueError, match="min_alarm must be a number from 0 to 1, got 9"):
        sa.check([], min_alarm=9)


def test_the_types_say_all_that_a_mention_and_a_finding_have() -> None:
    for kinds, made in ((rows.MENTIONS, shamsi.Mention), (rows.FINDINGS, shamsi.Finding)):
        assert set(kinds) == {"row", *(field.name for field in dataclasses.fields(made))}
    types = sa.find([]).schema
    assert types.field("row").type == pa.int64()
    assert types.field("earliest").type == types.field("latest").type == pa.date32()
    assert types.field("assumed").type == pa.list_(pa.string())
    part = types.field("parts").type.value_type
    assert [each.name for each in part] == [name for name in types.names if name not in ("row", "parts")]


def test_no_text_is_a_table_of_the_same_schema() -> None:
    nothing: Any = (
        [],
        [None],
        pa.nulls(2),
        pa.array([], pa.string()),
        pa.chunked_array([], pa.string()),
        [""],
        ["هیچ"],
    )
    for ask in (sa.find, sa.check):
        schema = ask([TEXTS[2]]).schema
        for texts in nothing:
            assert ask(texts).num_rows == 0
            assert ask(texts).schema == schema


def test_many_texts_come_in_batches_and_in_order() -> None:
    many = [f"۵ آبان ۱۴۰{number % 10}" for number in range(2500)]
    for column in (many, pa.array(many)):
        table = sa.find(column)
        assert table["row"].to_pylist() == [*range(2500)]
        assert table["native"].to_pylist() == [f"140{number % 10}-08-05" for number in range(2500)]


def test_the_options_of_find() -> None:
    text = "دیروز و ۱۲ آبان"
    for options in ({}, {"reference": dt.date(2025, 11, 8)}, {"relative": True}, {"min_confidence": 0.9}):
        expected = [mention.text for mention in shamsi.find(text, **options)]
        assert sa.find([text], **options)["text"].to_pylist() == expected
    assert sa.find(["5 آبان 1404"], languages=["ar"])["lang"].to_pylist() == ["ar"]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sa.find("۵ آبان"), TypeError, "texts must be a column: .* got str"),
        (lambda: sa.find({"a": 1}), TypeError, "got dict"),
        (lambda: sa.find(5), TypeError, "got int"),
        (lambda: sa.find(pa.table({"a": ["۵ آبان"]})), TypeError, "got Table"),
        (lambda: sa.find(pytest.importorskip("pandas").DataFrame({"a": ["۵ آبان"]})), TypeError, "got DataFrame"),
        (lambda: sa.find(["۵ آبان", 5]), TypeError, r"row 1: text must be a str, got 5 \(int\)"),
        (lambda: sa.find(pa.array([5])), TypeError, "texts must be a column of string, got int64"),
        (lambda: sa.find([], languages=["xx"]), ValueError, "xx"),
        (lambda: sa.check([], reference="today"), TypeError, "reference"),
        (lambda: sa.find([], depth=3), TypeError, "depth"),
    ],
)
def test_refusals(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


def test_lunar_dates_may_have_to_be_exact_by_the_umm_al_qura_calendar() -> None:
    text = "صدر القرار في 12 شعبان 1444 هـ الموافق 3 مارس 2023م"  # by the calendar 4 March
    assert list(rows.finding_rows([(0, text)])) == []
    [row] = rows.finding_rows([(0, text)], lunar_tolerance="umm-al-qura")
    assert (row["code"], row["delta_days"]) == ("pair-mismatch", -1)
    with pytest.raises(ValueError, match=r"lunar_tolerance must be 0\.\.5 days or 'umm-al-qura', got 'saudi'"):
        rows.check_options({"lunar_tolerance": "saudi"})  # type: ignore[typeddict-item]
