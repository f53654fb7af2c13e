"""Difference as a value: what it takes, tells, equals and survives."""

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Difference, ShamsiError

parts = st.integers(0, 10**6)
differences = st.builds(
    lambda sign, years, months, days: Difference(sign * years, sign * months, sign * days),
    st.sampled_from([1, -1]),
    *[parts] * 3,
)


@given(differences)
def test_all_of_one_sign_and_months_below_a_year(one: Difference) -> None:
    assert -12 < one.months < 12
    assert min(one.years, one.months, one.days) >= 0 or max(one.years, one.months, one.days) <= 0
    turned = -one
    assert -turned == one
    assert bool(one) == (one != Difference())


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("months", [0, 1, 11, 12, 13, 24, 35])
def test_twelve_months_are_a_year(months: int, sign: int) -> None:
    one = Difference(months=sign * months)
    assert (one.years, one.months, one.days) == (sign * (months // 12), sign * (months % 12), 0)
    assert Difference(years=sign, months=sign * months) == Difference(months=sign * (12 + months))


def test_days_stay_days() -> None:
    assert Difference(days=366) != Difference(years=1)


@pytest.mark.parametrize("wrong", [(1, -1, 0), (0, 1, -1), (-1, 0, 1), (-12, 144, 1)])
def test_signs_that_differ_are_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ShamsiError, match="must be all of one sign, got Difference"):
        Difference(*wrong)


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
@pytest.mark.parametrize("name", ["years", "months", "days"])
def test_only_integers_are_taken(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{name} must be an int, got "):
        Difference(**{name: value})


@given(differences)
def test_survives(one: Difference) -> None:
    for twin in (
        copy.copy(one),
        copy.deepcopy(one),
        pickle.loads(pickle.dumps(one)),
        Difference(one.years, one.months, one.days),
    ):
        assert twin == one
        assert hash(twin) == hash(one)
    assert eval(repr(one).removeprefix("shamsi.")) == one


def test_opens_into_keywords_and_matches() -> None:
    one = Difference(1, 2, 3)
    assert dict(one) == {"years": 1, "months": 2, "days": 3}
    assert list(one) == list(one.keys())
    with pytest.raises(KeyError, match="weeks"):
        one["weeks"]
    match one:
        case Difference(years, months, days):
            assert (years, months, days) == (1, 2, 3)


@pytest.mark.parametrize("name", ["years", "months", "days", "anything"])
def test_nothing_can_be_set(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(Difference(1, 2, 3), name, 1)


def test_equals_no_other_kind() -> None:
    one: Any = Difference(1, 2, 3)
    assert one != (1, 2, 3)
    with pytest.raises(TypeError, match="not supported between"):
        assert one < Difference()
