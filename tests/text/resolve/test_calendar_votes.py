"""Votes: dates without a calendar take it from the document's other dates or a neighbour."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar.intervals import interval
from shamsi.lang.language import lunar_reckoning

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
این فرمان در ⟦۱۳۳۰⟧ (۱۹۱۲) نوشته شد. | islamic 1330
این فرمان در سال ⟦۱۳۳۰⟧ (۱۹۵۱ میلادی) نوشته شد. | persian 1330
این فرمان در سال ⟦۱۴۴۵⟧ (۲۰۲۳) نوشته شد. | islamic 1445
این فرمان در سال ⟦۱۳۹۰ هجری⟧ نوشته شد. | persian 1390
این فرمان در سال ⟦۱۲۹۰ هجری⟧ نوشته شد. | islamic 1290
این فرمان در سال ⟦۱۴۴۵ هجری⟧ نوشته شد. | islamic 1445
كتب هذا سنة ⟦1402⟧ (2023) في المدينة. | persian 1402
كتب هذا عام ⟦1350⟧ (1931) في المدينة. | islamic 1350
كتب هذا عام ⟦1350⟧ في المدينة. | gregorian 1350
ولد عام 1350 هـ وتوفي عام ⟦1420⟧ في المدينة. | islamic 1420
ولد في 5 آبان وتوفي عام ⟦1402⟧ في المدينة. | persian 1402
ولد عام 1310 هـ.ش وتوفي عام ⟦1402⟧ في المدينة. | persian 1402
صدر هذا في ⟦1445/05/19⟧ في المدينة. | islamic 1445-05-19
صدر هذا في ⟦1404/05/19⟧ في المدينة. | persian 1404-05-19
صدر هذا في ⟦1445/05/19⟧ (10 أغسطس 2066) في المدينة. | persian 1445-05-19
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


@given(st.integers(1000, 1450), st.sampled_from(("persian", "islamic")), st.sampled_from(("fa", "ar")))
def test_a_year_means_what_its_gregorian_neighbour_says(year: int, calendar: str, lang: str) -> None:
    era = {"persian": "خورشیدی", "islamic": "قمری"}[calendar]
    (meant,) = shamsi.find(f"سال {year} {era}")
    assert meant.earliest is not None
    if meant.earliest.year > 1500:
        text = {"fa": "این را در سال {} ({}) نوشت", "ar": "كتب هذا سنة {} ({}) هنا"}[lang]
        found = shamsi.find(text.format(year, meant.earliest.year))
        counted = interval(lunar_reckoning(lang) if calendar == "islamic" else calendar, year)
        assert counted is not None
        assert (found[0].calendar, found[0].earliest) == (calendar, counted[0])
        assert not shamsi.check(text.format(year, meant.earliest.year))
