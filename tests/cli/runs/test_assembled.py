"""Reports that are made of all entries at the end: to standard output, a file, a device, resumed."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from shamsi.cli.main import main
from shamsi.cli.reports import json
from shamsi.cli.reports.report import Tally

Capture = pytest.CaptureFixture[str]
TEXTS = ("۳۱ مهر ۱۴۰۴", "باران", "۳۱ آبان ۱۴۰۴ و ۳۰ بهمن ۱۴۰۳", "۱ مهر ۱۴۰۴")


class TotalsFirst(json.JsonReport):
    """Lists the documents, then the findings."""

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        yield f"{tally.errors} {tally.codes}\n".encode()
        for file in (*tally.faulty, *tally.clean):
            yield f"{Path(file.name).name} {file.dates} {file.codes}\n".encode()
        yield b"%d lines\n" % len(entries.readlines())


EXPECTED = """\
2 {'impossible-date': 2}
0.txt 1 {'impossible-date': 1}
2.txt 2 {'impossible-date': 1}
1.txt 0 {}
3.txt 1 {}
2 lines
"""


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(json, "make", lambda _: TotalsFirst())
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    for number, text in enumerate(TEXTS):
        Path("texts", f"{number}.txt").write_text(text, encoding="utf-8")
    return ["check", "--no-config", "--format", "json", "texts"]


def test_it_is_printed(call: list[str], capsys: Capture) -> None:
    assert main(call) == 1
    assert capsys.readouterr().out == EXPECTED


@pytest.mark.parametrize("more", [[], ["--resume"]])
def test_it_is_written_to_a_file_alone(call: list[str], more: list[str], capsys: Capture) -> None:
    assert main([*call, "-o", "out.txt", *more]) == 1
    assert Path("out.txt").read_text(encoding="utf-8") == EXPECTED
    assert sorted(path.name for path in Path().iterdir()) == ["out.txt", "texts"]
    assert capsys.readouterr().out == ""


def test_it_is_written_into_a_device(call: list[str]) -> None:
    assert main([*call, "-o", "/dev/null"]) == 1
    assert sorted(path.name for path in Path().iterdir()) == ["texts"]
