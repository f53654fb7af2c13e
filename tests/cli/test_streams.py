"""Streams: the command called from Python, with text streams in the places of the standard ones."""

import contextlib
import io

import pytest

from shamsi.cli.main import main

WRONG = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"


@pytest.mark.parametrize(
    ("arguments", "status", "printed"),
    [
        (["find"], 0, "1404-05-18"),
        (["find", "--format", "brat"], 0, "T1\t"),
        (["check", "--format", "json"], 1, '"pair-mismatch"'),
        (["fix", "--side", "gregorian"], 0, "۹ اوت ۲۰۲۵"),
        (["fix", "--side", "gregorian", "--diff"], 0, "+در ۱۸ مرداد"),
        (["annotate"], 0, WRONG),
        (["redact", "--keep", "year"], 0, "۱۴۰۴"),
        (["calendar", "1404", "8"], 0, "Aban 1404"),
        (["calendar-table", "--years", "1404"], 0, "2025-03-21"),
        (["formula", "excel", "--field", "weekday"], 0, "=IF("),
        (["convert", "--to", "gregorian"], 2, ""),
    ],
)
def test_text_streams_do(arguments: list[str], status: int, printed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(WRONG))
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
        assert main(arguments) == status
    assert printed in out.getvalue()


def test_a_text_stream_that_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.StringIO):
        def write(self, text: str, /) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdin", io.StringIO(WRONG))
    with contextlib.redirect_stdout(Broken()), contextlib.redirect_stderr(io.StringIO()) as err:
        assert main(["find"]) == 2
    assert "cannot write the output: no space left on device" in err.getvalue()
