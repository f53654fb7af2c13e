"""Turki years: an animal of the twelve-year cycle, and a number."""

import pytest

import shamsi
from shamsi.lang.language import load
from shamsi.text.resolve.turki import meaning


@pytest.mark.parametrize(
    ("animal", "year", "is_solar", "wanted"),
    [
        (8, 1325, False, ("islamic", 1325)),  # the Sheep of 1907
        (12, 1329, False, ("islamic", 1329)),  # the Pig of 1911
        (7, 1325, False, ("islamic", 1325)),  # the Horse ends after 1325 has begun
        (5, 1329, False, None),
        (1, 1303, True, ("persian", 1303)),  # the Mouse of 1924
        (11, 1328, True, ("persian", 1289)),  # the Dog of 1910, with its lunar number
        (4, 1306, False, ("persian", 1306)),  # the Hare of 1927
        (3, 1303, True, None),
        (1, 1403, False, None),
    ],
)
def test_the_animal_decides(animal: int, year: int, is_solar: bool, wanted: tuple[str, int] | None) -> None:
    assert meaning(animal, year, is_solar=is_solar) == wanted


def test_every_old_year_has_one_animal_in_each_calendar() -> None:
    for year in range(1280, 1304):
        assert sum(meaning(animal, year, is_solar=False) is not None for animal in range(1, 13)) in (2, 3)
        assert sum(meaning(animal, year, is_solar=True) == ("persian", year) for animal in range(1, 13)) == 1


@pytest.mark.parametrize(
    ("text", "calendar", "native", "assumed"),
    [
        ("مالیات تنگوز ئیل ۱۳۲۹ وصول شد.", "islamic", "1329", ("calendar",)),
        ("مالیات سنه تنگوزئیل ۱۳۲۹ وصول شد.", "islamic", "1329", ("calendar",)),
        ("مالیات پیچی‌ئیل ۱۳۱۴ هجری قمری وصول شد.", "islamic", "1314", ()),
        ("در ۳ محرم توشقان ئیل ۱۳۳۳ آمد.", "islamic", "1333-01-03", ()),
        ("در ۷ جوزا تنگوز ئیل ۱۳۰۲ آمد.", "persian", "1302-03-07", None),
        ("در ۲۰ سنبله یونت ئیل ۱۳۲۴ آمد.", "persian", "1285-06-20", None),
    ],
)
def test_a_turki_year_is_read(text: str, calendar: str, native: str, assumed: tuple[str, ...] | None) -> None:
    (mention,) = shamsi.find(text)
    assert (mention.calendar, mention.native) == (calendar, native)
    assert assumed is None or mention.assumed == assumed


@pytest.mark.parametrize(
    "text",
    [
        "مالیات لوی ئیل ۱۳۲۹ وصول شد.",
        "پس از بارس ئیل نوبت توشقان ئیل است.",
        "ایل قوی ۱۳۰۰ خانوار داشت.",
        "قوی ئیل ۱۴۰۲ گذشت.",
    ],
)
def test_what_fits_no_animal_is_not_read(text: str) -> None:
    assert shamsi.find(text) == []


@pytest.mark.parametrize(("number", "row"), list(enumerate(load("fa").tables.turki_years.animals, 1)))
def test_every_spelling_of_an_animal_is_read(number: int, row: tuple[str, ...]) -> None:
    lunar = next(year for year in range(1310, 1330) if meaning(number, year, is_solar=False))
    for animal in row:
        (mention,) = shamsi.find(f"دستورالعمل {animal} ئیل {lunar} به ولایات رسید.")
        assert mention.native == str(lunar)
