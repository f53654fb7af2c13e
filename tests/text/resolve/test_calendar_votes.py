"""Votes: dates without a calendar take it from the document's other dates."""

import datetime as dt

import pytest

import shamsi

# A text with the date to check in brackets, its calendar and its native value. All calendars are
# assumptions.
CASES = """
او در سال ۱۹۴۵ به شهر آمد و در ⟦دهه پنجاه⟧ رفت. | gregorian 195X
او در سال ۱۳۲۵ به شهر آمد و در ⟦دهه پنجاه⟧ رفت. | persian 135X
او در ۱۲ آبان به شهر آمد، پس از جنگ ۱۹۴۵، و در ⟦دهه پنجاه⟧ رفت. | persian 135X
این تیم در ⟦دهه نود⟧ قهرمان شد. | persian 139X
او در سال ۱۹۴۵ به شهر آمد و در سال ⟦۸۸⟧ رفت. | persian 1388
تابستان ۱۹۶۹ به شهر آمد و در ⟦دهه هشتاد⟧ رفت. | gregorian 198X
فرمان ۱۲۸۵ ه‍.ق در سال ⟦۱۲۹۰⟧ به شهر رسید. | islamic 1290
فرمان ۱۲۸۵ ه‍.ق در سال ⟦۱۳۸۰⟧ به موزه رسید. | persian 1380
پس از هجرت، ۶۱ ه‍.ق، تا سال ⟦۱۳۲۰⟧ که به شهر رسید. | persian 1320
فرمان ۱۲۸۵ ه‍.ق در ۵ دی ۱۳۱۲ و سال ⟦۱۳۲۰⟧ به موزه رسید. | persian 1320
این فرمان در سال ⟦۱۳۹۰ هجری⟧ نوشته شد. | persian 1390
این فرمان در سال ⟦۱۲۹۰ هجری⟧ نوشته شد. | islamic 1290
این فرمان در سال ⟦۱۴۴۵ هجری⟧ نوشته شد. | islamic 1445
كتب هذا عام ⟦1350⟧ في المدينة. | gregorian 1350
ولد عام 1350 هـ وتوفي عام ⟦1420⟧ في المدينة. | islamic 1420
ولد في 5 آبان وتوفي عام ⟦1402⟧ في المدينة. | persian 1402
ولد عام 1310 هـ.ش وتوفي عام ⟦1402⟧ في المدينة. | persian 1402
صدر هذا في ⟦1445/05/19⟧ في المدينة. | islamic 1445-05-19
صدر هذا في ⟦1404/05/19⟧ في المدينة. | persian 1404-05-19
مات في المدينة سنة ⟦ثمان وسبعين⟧ وكان كبيراً. | islamic 0078
په ⟦۱۴۴۵⟧ کال کې د افغانستان د وزارت له خوا. | islamic 1445
په ⟦۱۴۰۲⟧ کال کې د افغانستان د وزارت له خوا. | persian 1402
""".strip().split("\n")


@pytest.mark.parametrize("case", CASES)
def test_a_calendar_that_is_not_named_is_voted_for(case: str) -> None:
    marked, _, wanted = case.partition(" | ")
    start, text = marked.index("⟦"), marked.replace("⟦", "").replace("⟧", "")
    (mention,) = (m for m in shamsi.find(text) if m.start == start)
    assert f"{mention.calendar} {mention.native}" == wanted
    assert "calendar" in mention.assumed


def test_many_gregorian_years_and_no_solar_one_make_two_digits_gregorian() -> None:
    life = " و ".join(f"در سال {year} کتابی نوشت" for year in range(1950, 1957))
    for more, native in (("", "1388"), (" و در سال 1960 نیز", "1988"), (" و در سال 1360 نیز", "1388")):
        *_, year = shamsi.find(f"{life}{more} و سرانجام در سال ۸۸ درگذشت.")
        assert year.native == native
        assert set(year.assumed) == {"calendar", "century"}


@pytest.mark.parametrize(("written", "native"), [(2006, "199X"), (2025, "139X")])
def test_a_decade_has_begun(written: int, native: str) -> None:
    (decade,) = shamsi.find("این تیم در دهه نود قهرمان شد.", reference=dt.date(written, 6, 1))
    assert decade.native == native
