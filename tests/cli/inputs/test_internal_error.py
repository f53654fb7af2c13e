"""An exception in the package on one document is reported, and the next one is read."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from shamsi.cli.inputs.document import Document, Failed
from shamsi.cli.inputs.slices import Chunk, Slice
from shamsi.cli.inputs.sources import InputOptions, Source
from shamsi.cli.main import main
from shamsi.cli.reports.report import Tally
from shamsi.cli.runs import work
from shamsi.cli.runs.work import Answer
from shamsi.text.grammar.lexer import Lexer
from shamsi.text.resolve import reading
from shamsi.text.resolve.reading import Reading

Capture = pytest.CaptureFixture[str]
WRONG, ODD = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "در ۲۱ مرداد ۱۴۰۴ (۲۱ اوت ۲۰۲۵)"
STAGES = {
    "check": ("shamsi.cli.runs.document_check.examine", ["check"]),
    "check-html": ("shamsi.cli.reports.html.marked", ["check", "--format", "html"]),
    "check-jobs": ("shamsi.cli.runs.document_check.examine", ["check", "-o", "out.txt"]),
    "find": ("shamsi.cli.reports.dates.text.mention_line", ["find"]),
    "find-edtf": ("shamsi.cli.reports.dates.edtf.edtf", ["find", "--format", "edtf"]),
    "explain": ("shamsi.text.explain.explained", ["find", "--explain"]),
    "fix": ("shamsi.cli.runs.document_check.examine", ["fix", "--side", "persian"]),
    "annotate": ("shamsi.cli.verbs.annotate.equivalents", ["annotate"]),
    "redact": ("shamsi.cli.verbs.redact.redactions", ["redact", "--keep", "year"]),
}


@pytest.mark.parametrize("case", STAGES)
@pytest.mark.parametrize("error", [IndexError("list index"), RecursionError(), MemoryError()])
def test_the_next_document_is_read(
    case: str,
    error: Exception,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(WRONG, encoding="utf-8")
    stage, command = STAGES[case]
    module, _, name = stage.rpartition(".")
    sound = getattr(__import__(module, fromlist=[name]), name)
    calls: list[object] = []

    def breaking(*given: Any, **options: Any) -> Any:
        calls.append(given)
        if len(calls) == 1:
            raise error
        return sound(*given, **options)

    monkeypatch.setattr(stage, breaking)
    assert main([*command, "--no-config", "a.txt", "b.txt"]) == 2
    out, err = capsys.readouterr()
    assert len(calls) > 1
    assert "shamsi: a.txt: " in err
    assert "please report it" in err or "too large for the memory" in err
    assert "1 file" in out + err
    assert "1 failed" in out + err
    assert "Traceback" not in err


STEPS = [(reading, "fold", RecursionError()), (Lexer, "read", MemoryError()), (reading, "_found", IndexError("list"))]


@pytest.mark.parametrize("broken", STEPS)
@pytest.mark.parametrize("command", ["find", "find --explain", "find --reference auto", "check"])
def test_a_document_that_cannot_be_read_takes_none_of_its_block_with_it(
    command: str,
    broken: tuple[Any, str, Exception],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(tmp_path)
    home, step, error = broken
    texts = [WRONG, ODD, WRONG, WRONG, ODD]
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
    Path("a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    call = [*command.split(), "--id", "id", "--format", "json", "--no-config", "a.jsonl"]
    main(call)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["id"] for row in rows} == {"0", "1", "2", "3", "4"}
    sound = getattr(home, step)

    def breaking(*given: Any, **options: Any) -> Any:
        if any(ODD in (one if isinstance(one, str) else getattr(one, "source", "")) for one in given):
            raise error
        return sound(*given, **options)

    monkeypatch.setattr(home, step, breaking)
    assert main(call) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line) for line in out.splitlines()] == [row for row in rows if row["id"] not in {"1", "4"}]
    assert err.count("shamsi: a.jsonl#1: ") == err.count("shamsi: a.jsonl#4: ") == 1
    assert "2 failed" in err


class Silent:
    """Reads, and says nothing."""

    separator = end = ""
    is_whole = is_assembled = False

    def rejection(self, source: Source) -> Failed | None:
        return None

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        yield from entries

    def head(self) -> str:
        return ""

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        return reading.readings_of([document.text for document in documents])

    def answer(self, document: Document, reading: Reading) -> Answer:
        assert reading.folded.source == document.text
        return Answer([], Tally())

    def foot(self, tally: Tally) -> str:
        return ""


def test_from_standard_input_each_document_is_answered_before_the_next_is_awaited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def coming(*_: Any) -> Iterator[Document]:
        for number in range(5):
            asked.append(number)
            yield Document("-", WRONG, key=f"{number}")

    monkeypatch.setattr(work, "events", coming)
    for path, waits in (("-", [1, 2, 3, 4, 5]), ("a.jsonl", [5] * 5)):
        piece = Slice((Chunk(Source(path, "jsonl", 0)),), 0)
        asked.clear()
        counts = [len(asked) for _ in work.outcomes(piece, Silent(), InputOptions(None, "text", None, None))]
        assert counts == waits
