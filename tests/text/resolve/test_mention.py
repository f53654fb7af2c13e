"""Mentions: those of `find` equal those that the class builds, are frozen, and can be copied."""

import copy
import pickle
from dataclasses import FrozenInstanceError, astuple, fields, replace

import pytest

import shamsi
from shamsi.calendar.intervals import UMM_AL_QURA
from shamsi.text.resolve.mention import Mention, close, value_of

FOUND = shamsi.find("از سه‌شنبه ۱۸ تا ۲۰ مرداد ۱۴۰۴ و اوایل سال ۹۸")


@pytest.mark.parametrize("mention", FOUND, ids=[found.text for found in FOUND])
def test_a_found_mention_is_one_that_its_class_makes(mention: Mention) -> None:
    values = [getattr(mention, field.name) for field in fields(Mention)]
    made = Mention(*values)
    assert type(mention) is Mention
    assert made == mention == close(value_of(mention), *values)
    assert hash(made) == hash(mention)
    assert repr(made) == repr(mention)
    assert pickle.loads(pickle.dumps(mention)) == copy.deepcopy(mention) == mention
    assert replace(mention, start=0) != mention
    assert astuple(mention) == astuple(made)
    assert value_of(made).days == value_of(mention).days


@pytest.mark.parametrize(
    ("text", "reckoning"),
    [("شوال 1408 هـ في مكة", UMM_AL_QURA), ("شوال ۱۴۰۸ قمری در مکه", "islamic"), ("شوال 1308 هـ في مكة", "islamic")],
)
def test_a_copy_of_a_lunar_mention_is_counted_like_it(text: str, reckoning: str) -> None:
    (mention,) = shamsi.find(text)
    made = pickle.loads(pickle.dumps(mention))
    assert (mention.calendar, value_of(made).reckoning) == ("islamic", reckoning)
    assert made == mention


def test_a_found_mention_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FOUND[0].start = 0  # type: ignore[misc]


def test_no_field_may_be_left_out() -> None:
    with pytest.raises(TypeError):
        close(value_of(FOUND[0]), 1, 2)
