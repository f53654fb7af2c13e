"""Patterns: how they split, what each directive is of a day, which are refused and in which words."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import ShamsiError
from shamsi.calendar import kernel
from shamsi.formats.directives import DIRECTIVES, EXPANSIONS, tokens

numbers = st.integers(kernel.MIN_DAYS, kernel.MAX_DAYS)


def split(pattern: str) -> list[tuple[str, str]]:
    return [(token.text, token.letter) for token in tokens(pattern)]


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("", []),
        ("سال", [("سال", "")]),
        ("%Y", [("%Y", "Y")]),
        ("%-d %B", [("%-d", "d"), (" ", ""), ("%B", "B")]),
        ("%%H", [("%", ""), ("H", "")]),
        ("100%%", [("100", ""), ("%", "")]),
        ("%%%d%%", [("%", ""), ("%d", "d"), ("%", "")]),
        ("%:z|%z", [("%:z", ":z"), ("|", ""), ("%z", "z")]),
        ("%x!", [("%Y", "Y"), ("/", ""), ("%m", "m"), ("/", ""), ("%d", "d"), ("!", "")]),
    ],
)
def test_a_pattern_splits(pattern: str, parts: list[tuple[str, str]]) -> None:
    assert split(pattern) == parts


@pytest.mark.parametrize("name", EXPANSIONS)
def test_short_forms_are_written_out(name: str) -> None:
    assert split(f"%{name}") == split(EXPANSIONS[name])
    assert name not in DIRECTIVES


@pytest.mark.parametrize(
    "name", ["Q", "k", "E", " ", "ی", "-A", "-B", "-p", "-z", "-x", "-%", "-Q", ":Y", ":", "--d", "\n"]
)
def test_an_unknown_directive_is_named_with_those_that_are_known(name: str) -> None:
    with pytest.raises(ShamsiError) as raised:
        tokens(f"%Y %{name}")
    words = str(raised.value)
    shown = repr(f"%{name[:2]}")
    assert words.startswith(f"pattern has an unknown directive {shown}; allowed are %A %a %B %b %C %c %d %e %F ")
    assert all(f" %{letter}" in words for letter in {*DIRECTIVES, *EXPANSIONS})
    assert words.endswith(f"and %% for a percent sign, got {f'%Y %{name}'!r}")


@pytest.mark.parametrize("pattern", ["%", "%Y%", "%%%"])
def test_a_lone_percent_sign_is_refused(pattern: str) -> None:
    with pytest.raises(ShamsiError, match=r"must not end in a lone %; write %% for a percent sign, got '%"):
        tokens(pattern)


@pytest.mark.parametrize("pattern", [None, 5, b"%Y", ["%Y"]])
def test_a_pattern_is_text(pattern: str) -> None:
    with pytest.raises(TypeError, match=f"^pattern must be a str, got .* \\({type(pattern).__name__}\\)$"):
        tokens(pattern)


@given(st.text(alphabet="%-:YmdQ é"))
def test_any_text_is_a_pattern_or_refused(pattern: str) -> None:
    try:
        parts = split(pattern)
    except ShamsiError:
        assert "%" in pattern
    else:
        assert "".join(text.replace("%", "%%") if not letter else text for text, letter in parts) == pattern


@given(numbers)
def test_weeks_begin_on_saturday_and_1_farvardin_lies_in_week_1(number: int) -> None:
    year, month, day = kernel.fields(number)
    start = kernel.year_start(year)
    saturdays = sum(n % 7 == 2 for n in range(start + 1, number + 1))  # 1970-01-03 was a Saturday
    assert DIRECTIVES["W"].value((year, number)) == DIRECTIVES["U"].value((year, number)) == 1 + saturdays
    assert DIRECTIVES["j"].value(month << 5 | day) == number - start + 1


@given(numbers.filter(lambda number: number < kernel.MAX_DAYS - 6))
def test_a_week_is_of_the_year_of_its_friday(number: int) -> None:
    friday = number + (1 - number) % 7  # 1970-01-02 was a Friday
    year = kernel.fields(friday)[0]
    week = (friday - kernel.year_start(year)) // 7 + 1
    key = (kernel.fields(number)[0], number)
    assert (DIRECTIVES["G"].value(key), DIRECTIVES["V"].value(key)) == (year, week)


@given(st.datetimes(timezones=st.sampled_from([None, dt.UTC, ZoneInfo("Asia/Tehran"), ZoneInfo("America/St_Johns")])))
def test_the_clock_is_the_standard_librarys(moment: dt.datetime) -> None:
    clock = moment.timetz()
    for letter in ("H", "I", "M", "S", "f"):
        assert DIRECTIVES[letter].value(clock) == int(clock.strftime(f"%{letter}"))
    assert ("", "AM", "PM")[DIRECTIVES["p"].value(clock)] == clock.strftime("%p")
    for letter in ("z", "Z"):
        assert DIRECTIVES[letter].value(clock) == clock.strftime(f"%{letter}")


@pytest.mark.parametrize(
    ("seconds", "text"), [(12600, "+03:30"), (-12600, "-03:30"), (12344, "+03:25:44"), (0, "+00:00")]
)
def test_an_offset_with_a_colon(seconds: int, text: str) -> None:
    clock = dt.time(tzinfo=dt.timezone(dt.timedelta(seconds=seconds)))
    assert DIRECTIVES[":z"].value(clock) == text
    assert DIRECTIVES[":z"].value(dt.time()) == ""
