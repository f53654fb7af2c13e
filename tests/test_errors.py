"""The error family, and values as messages show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import DateError, ParseError, RangeError, ShamsiError, shown


@pytest.mark.parametrize("kind", [DateError, ParseError, RangeError])
def test_every_error_is_a_shamsi_error_and_a_value_error(kind: type[ShamsiError]) -> None:
    assert kind.__bases__ == (ShamsiError,)
    assert issubclass(kind, ValueError)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (13, "13"),
        ("مهر", "'مهر'"),
        ("a\x1b[31m\u202eb\n", r"'a\x1b[31m\u202eb\n'"),
        ("\udcff", r"'\udcff'"),
        ("x" * 100, "'" + "x" * 58 + "…"),
        pytest.param(10**5000, "a very long int", id="5001 digits"),
    ],
)
def test_shown(value: object, text: str) -> None:
    assert shown(value) == text


class Rude:
    """An object whose repr would reach the terminal raw."""

    def __repr__(self) -> str:
        return "\x1b[2J\x07"


def test_shown_escapes_a_foreign_repr() -> None:
    assert shown(Rude()) == r"\x1b[2J\x07"


@given(st.one_of(st.text(st.characters()), st.integers(), st.floats(), st.binary(), st.none()))
def test_shown_is_one_short_printable_line(value: object) -> None:
    assert shown(value).isprintable()
    assert len(shown(value)) <= 60
