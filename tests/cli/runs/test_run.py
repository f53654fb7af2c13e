"""Runs: the same bytes from one process, from many, and from two runs of which the first was killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.main import main
from shamsi.cli.runs.journal import Journal
from shamsi.cli.runs.work import Stopped
from tests.processes import need_processes

ROOT = Path(shamsi.__file__).parents[1]
WRONG = "التقى به في 18 مرداد 1404 (18 أغسطس 2025)"
Capture = pytest.CaptureFixture[str]
Feed = Callable[[bytes], None]


def archive(folder: Path, lines: int = 300) -> Path:
    """A folder of everything: some of it sound, some broken, some no text."""
    folder.mkdir()
    rows = [json.dumps({"text": f"{WRONG} {number}" if number % 3 else None}) for number in range(lines)]
    rows[7] = "{"
    (folder / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "b.txt").write_text(WRONG, encoding="utf-8")
    (folder / "c.html").write_text(f"<p>{WRONG}", encoding="utf-8")
    (folder / "d.csv").write_text(f"text\n{WRONG}\n", encoding="utf-8")
    (folder / "e.pdf").touch()
    (folder / "f.txt.gz").write_bytes(b"broken")
    return folder


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shamsi.cli.inputs.slices.slices.__defaults__", (2000,))


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize("verb", ["find", "check"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_jobs_change_nothing(verb: str, form: str, tmp_path: Path, capsys: Capture) -> None:
    need_processes()
    folder = str(archive(tmp_path / "in"))
    answers = [(main([verb, "--format", form, "--jobs", jobs, folder]), *capsys.readouterr()) for jobs in ("1", "2")]
    assert answers[0] == answers[1]
    status, out, err = answers[0]
    assert status == 2
    assert out.count("18 مرداد 1404") >= 202
    assert "a.jsonl#8: not valid JSON" in err
    assert "f.txt.gz: broken .gz file" in err


def test_the_summary_adds_up(tmp_path: Path, capsys: Capture) -> None:
    folder = archive(tmp_path / "in")
    main(["check", str(folder)])
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == (
        "202 errors in 404 dates, 202 pairs, 202 documents; "
        "101 skipped (1 of unknown suffix .pdf, 100 without text), 2 failed"
    )
    assert 202 + 101 + 2 == 300 + 5


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path, capsys: Capture) -> None:
    folder = archive(tmp_path / "in", 9)
    main(["check", str(folder)])
    out = capsys.readouterr().out
    main(["check", str(folder), "-o", str(tmp_path / "out.txt")])
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.txt"]
    assert out.splitlines()[-1] in capsys.readouterr().err


KILLED_AFTER = """
import os, signal, sys
from shamsi.cli.inputs.slices import slices
from shamsi.cli.main import main
from shamsi.cli.runs.journal import Journal
slices.__defaults__ = (2000,)
note, many = Journal.note, int(sys.argv[1])
def killing(self, state, out):
    note(self, state, out)
    if state.slices == many:
        os.kill(os.getpid(), signal.SIGKILL)
Journal.note = killing
if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
"""


def call(killed_after: int, *arguments: str) -> int:
    """The command in a process of its own, killed when so many slices are done."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AFTER, str(killed_after), *arguments], cwd=ROOT, check=False, capture_output=True
    )
    return done.returncode


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_and_resumed_gives_the_same_bytes(jobs: str, tmp_path: Path) -> None:
    if jobs != "1":
        need_processes()
    folder = archive(tmp_path / "in")
    asked = ("check", "--format", "json", "--jobs", jobs, str(folder), "-o")
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    part, journal = tmp_path / "out.jsonl.part", tmp_path / "out.jsonl.journal"
    assert call(-1, *asked, str(whole)) == 2
    assert call(2, *asked, str(out), "--resume") == -signal.SIGKILL
    assert not out.exists()
    assert part.read_bytes() == whole.read_bytes()[: part.stat().st_size]
    part.write_bytes(part.read_bytes() + b"half a line")
    journal.write_text(journal.read_text(encoding="utf-8") + '{"slices": 9', encoding="utf-8")
    assert call(4, *asked, str(out), "--resume") == -signal.SIGKILL
    assert call(-1, *asked, str(out), "--resume") == 2
    assert out.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl", "whole.jsonl"]


@pytest.mark.parametrize("line", ['{"slices": 1, "tally": {"account": {}}}', '{"slices": 1}', "[]", "slices"])
def test_a_journal_that_cannot_be_read_is_not_resumed(line: str, tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "out.txt"), "digest")
    journal.begin()[1].close()
    with open(journal.log, "a", encoding="utf-8") as log:
        log.write(f"{line}\n")
    with pytest.raises(Stopped, match="damaged or of another version; without --resume it is written anew"):
        journal.resume()


def test_what_has_changed_is_not_resumed(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WRONG, encoding="utf-8")
    out = tmp_path / "out.txt"
    (tmp_path / "out.txt.part").touch()
    (tmp_path / "out.txt.journal").write_text('{"digest": "of another"}\n', encoding="utf-8")
    assert main(["check", str(path), "-o", str(out), "--resume"]) == 2
    assert "cannot be resumed: the inputs or the options have changed" in capsys.readouterr().err
    assert main(["check", str(path), "-o", str(out)]) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt", "--resume"], "--resume continues a file: name it with -o FILE"),
        (["-o", "x", "--resume"], "--resume needs files: standard input cannot be read again"),
    ],
)
def test_what_does_not_go_together(arguments: list[str], message: str, capsys: Capture) -> None:
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err == f"shamsi: {message}\n"


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [("--jobs", "0", "must be 1 .. 256"), ("--encoding", "base64", "must be an encoding")],
)
def test_wrong_values_say_what_may_stand(option: str, value: str, allowed: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["check", option, value])
    assert allowed in capsys.readouterr().err


def test_standard_input_may_be_of_any_kind(feed: Feed, capsys: Capture) -> None:
    feed(json.dumps({"body": WRONG, "n": 5}).encode())
    assert main(["check", "--input-format", "jsonl", "--field", "body", "--id", "n", "--jobs", "2"]) == 1
    assert capsys.readouterr().out.startswith("<stdin>#5:1:13: pair-mismatch")


def test_places_in_a_page_are_those_of_its_source(tmp_path: Path, capsys: Capture) -> None:
    page = "<html>\n<p>التقى به في <b>18</b> مرداد&nbsp;1404\n(18 أغسطس 2025)"
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    main(["find", "--format", "json", str(path)])
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["line"], first["column"], first["text"]) == (2, 19, "18 مرداد\xa01404")
    assert page[first["source_start"] : first["source_end"]] == "18</b> مرداد&nbsp;1404"
    assert (second["line"], second["column"]) == (3, 2)


def test_a_document_of_many_has_its_own_id(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"text\nx\n{WRONG}\n", encoding="utf-8")
    main(["check", "--format", "json", str(path)])
    found = json.loads(capsys.readouterr().out)
    assert (found["path"], found["id"], found["line"]) == (str(path), "3", 1)


@pytest.mark.parametrize("form", ["brat", "timeml", "conll"])
def test_formats_of_one_document_take_no_others(form: str, tmp_path: Path, capsys: Capture) -> None:
    for given, message in ((tmp_path, "a folder"), (tmp_path / "a.jsonl", "jsonl")):
        assert main(["find", "--format", form, str(given)]) == 2
        assert capsys.readouterr().err.endswith(f"writes one document of plain text, got {message}\n")


def test_where_no_process_can_be_started_the_option_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("shamsi.cli.runs.jobs.ProcessPoolExecutor", denied)
    assert main(["check", "--jobs", "2", str(archive(tmp_path / "in"))]) == 2
    assert capsys.readouterr().err == "shamsi: no processes can be started (permission denied): leave out --jobs\n"


@pytest.mark.parametrize("verb", [["check"], ["find"], ["annotate"], ["redact", "--keep", "year"]])
def test_a_quiet_run_tells_only_what_failed(
    verb: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("۳۱ مهر ۱۴۰۴", encoding="utf-8")
    (tmp_path / "b.pdf").touch()
    main([*verb, "--no-config", "-q", "-o", str(tmp_path / "out"), str(tmp_path)])
    assert capsys.readouterr().err == ""
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.7")
    assert main([*verb, "--no-config", "-q", "-o", str(tmp_path / "out"), str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"shamsi: {tmp_path}/c.txt: a PDF file")
