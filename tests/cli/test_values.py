"""What the options take and what they refuse, where the tests of no verb say it."""

import argparse

import pytest

from shamsi.cli.values import pattern


@pytest.mark.parametrize("value", ["%Y", "%-d %B\t%Y", "\u200f%Y/%m/%d", "100%%", "روز %d"])
def test_patterns_that_print_a_line(value: str) -> None:
    assert pattern(value) == value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "must print a line"),
        ("%Y\n%m", r"got '%Y\\n%m'"),
        ("\x1b[31m%Y", r"got '\\x1b\[31m%Y'"),
        ("%Y\x9b", r"got '%Y\\x9b'"),
        ("\u202e%Y", r"got '\\u202e%Y'"),
        ("\u2066%Y", "no control character but the tab"),
        ("%Y\u2028", "no control character but the tab"),
        ("%q", "unknown directive '%q'; allowed are"),
        ("%Y%", "must not end in a lone %"),
    ],
)
def test_patterns_that_do_not(value: str, message: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=message):
        pattern(value)
