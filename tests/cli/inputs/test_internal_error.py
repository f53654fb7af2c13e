"""An exception in the package on one document is reported, and the next one is read."""

from pathlib import Path
from typing import Any

import pytest

from shamsi.cli.main import main

Capture = pytest.CaptureFixture[str]
WRONG = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"
STAGES = {
    "check": ("shamsi.cli.runs.document_check.examine", ["check"]),
    "check-html": ("shamsi.cli.reports.html.marked", ["check", "--format", "html"]),
    "check-jobs": ("shamsi.cli.runs.document_check.examine", ["check", "-o", "out.txt"]),
    "find": ("shamsi.cli.verbs.find.reading_of", ["find"]),
    "find-edtf": ("shamsi.exports.edtf.edtf", ["find", "--format", "edtf"]),
    "explain": ("shamsi.text.explainer.explain", ["find", "--explain"]),
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
