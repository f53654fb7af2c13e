"""What calendars are called."""

import pytest

import shamsi
from shamsi.calendar.calendar_names import canonical, named


@pytest.mark.parametrize(
    ("name", "calendar"),
    [
        *((name, "persian") for name in ("persian", "jalali", "Shamsi", "SOLAR", "solar hijri", " solar_hijri ")),
        *((name, "gregorian") for name in ("gregorian", "miladi", "Miladi")),
        *((name, "islamic") for name in ("islamic", "lunar", "qamari")),
    ],
)
def test_in_any_case(name: str, calendar: str) -> None:
    assert canonical(name) == calendar


@pytest.mark.parametrize("name", ["hijri", "Hijri"])
def test_a_name_of_two_calendars_is_asked_about(name: str) -> None:
    with pytest.raises(shamsi.ShamsiError, match=f"^'{name}' may be Solar or lunar: write 'persian' .*, 'islamic' "):
        canonical(name)


def test_what_is_not_allowed_is_shown_as_it_was_given() -> None:
    with pytest.raises(shamsi.ShamsiError, match=r"^to must be one of 'gregorian', 'persian', got 'lunar'$"):
        named("to", "lunar", ("gregorian", "persian"))


def test_where_python_names_a_calendar() -> None:
    text = "في 18 مرداد 1404 (18 أغسطس 2025)"
    for name in ("jalali", "Shamsi", "solar"):
        assert shamsi.fix(text, name) == shamsi.fix(text, "persian") != text
        assert shamsi.annotate("9 أغسطس 2025", to=name) == shamsi.annotate("9 أغسطس 2025", to="persian")
    assert shamsi.fix(text, "miladi") == shamsi.fix(text, "gregorian") != text
    assert shamsi.annotate("18 مرداد 1404", to="miladi") == shamsi.annotate("18 مرداد 1404") != "18 مرداد 1404"
