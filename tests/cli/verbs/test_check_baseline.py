"""`check --baseline`: only what is new is reported; what is known and what is gone are counted."""

import io
import json
from pathlib import Path

import pytest

from shamsi.cli.main import main
from shamsi.cli.runs.journal import Journal

Capture = pytest.CaptureFixture[str]
WRONG = ("۳۱ مهر ۱۴۰۴", "۳۱ آبان ۱۴۰۴", "۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)")
BASE = ("--baseline", "base.jsonl")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    write("a.txt", WRONG[0], WRONG[1])
    write("b.txt", WRONG[2])
    main(["check", "--no-config", "--format", "json", "-o", "base.jsonl", "news"])


def write(name: str, *dates: str) -> None:
    Path("news", name).write_text("\n".join(f"در {date} بود" for date in dates), encoding="utf-8")


def check(capsys: Capture, *more: str) -> tuple[int, list[str], str]:
    """The status, the lines that are reported as new, and the line about the baseline."""
    capsys.readouterr()
    status = main(["check", "--no-config", "--format", "json", *more])
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    return status, [f"{one['path']}:{one['line']}" for one in found], err.splitlines()[-1]


def test_what_is_known_is_not_reported(capsys: Capture) -> None:
    assert check(capsys, *BASE, "news") == (0, [], "3 known from the baseline; 0 of the baseline are fixed")


@pytest.mark.parametrize("more", [(), ("--jobs", "2")])
def test_what_is_new_is_reported_wherever_the_rest_moved(more: tuple[str, ...], capsys: Capture) -> None:
    write("a.txt", "۱ مهر ۱۴۰۴", "۳۰ بهمن ۱۴۰۴", WRONG[1], "۳۱ دی ۱۴۰۴", WRONG[0])
    write("c.txt", WRONG[0])
    status, new, line = check(capsys, *BASE, *more, "news")
    assert (status, new) == (1, ["news/a.txt:4", "news/c.txt:1"])
    assert line == "3 known from the baseline; 0 of the baseline are fixed"


def test_what_is_gone_is_counted_in_the_files_that_were_read(capsys: Capture) -> None:
    write("a.txt", WRONG[1])
    assert check(capsys, *BASE, "news")[2] == "2 known from the baseline; 1 of the baseline is fixed"
    assert check(capsys, *BASE, "news/b.txt")[2] == "1 known from the baseline; 0 of the baseline are fixed"


def test_a_second_finding_with_the_words_of_a_known_one_is_new(capsys: Capture) -> None:
    write("a.txt", WRONG[0], WRONG[1], WRONG[0])
    assert check(capsys, *BASE, "news")[:2] == (1, ["news/a.txt:3"])


def test_one_of_several_with_the_same_words_may_go(capsys: Capture) -> None:
    write("a.txt", WRONG[0], "۱ مهر ۱۴۰۴", WRONG[0])
    main(["check", "--no-config", "--format", "json", "-o", "base.jsonl", "news"])
    write("a.txt", "۳۰ مهر ۱۴۰۴", "۱ مهر ۱۴۰۴", WRONG[0])
    assert check(capsys, *BASE, "news") == (0, [], "2 known from the baseline; 1 of the baseline is fixed")


def test_it_is_that_of_the_configuration(capsys: Capture) -> None:
    Path("shamsi.toml").write_text('baseline = "base.jsonl"\n', encoding="utf-8")
    assert main(["check", "news"]) == 0
    assert main(["check", "--no-baseline", "news"]) == 1
    assert main(["find", "news"]) == 0


def test_paths_may_start_from_its_folder(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("news")
    assert check(capsys, "--baseline", "../base.jsonl", "a.txt")[:2] == (0, [])


def test_records_are_known_by_their_ids(capsys: Capture) -> None:
    records = [{"id": "x", "text": WRONG[0]}, {"id": "y", "text": WRONG[1]}]
    Path("r.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    call = ("--id", "id", "r.jsonl")
    main(["check", "--no-config", "--format", "json", "-o", "base.jsonl", *call])
    records = [{"id": "z", "text": WRONG[0]}, {"id": "y", "text": WRONG[1]}]
    Path("r.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert check(capsys, *BASE, *call)[:2] == (1, ["r.jsonl:1"])


@pytest.mark.parametrize(
    ("more", "error"),
    [
        (("--baseline", "none.jsonl"), "none.jsonl: no such file or directory"),
        ((*BASE, "-o", "base.jsonl"), "-o base.jsonl is the baseline"),
        (("--baseline", "news/a.txt"), "no column id"),
    ],
)
def test_an_error_says_what_is_wrong(more: tuple[str, ...], error: str, capsys: Capture) -> None:
    before = Path("base.jsonl").read_bytes()
    assert main(["check", "--no-config", *more, "news"]) == 2
    assert error in capsys.readouterr().err
    assert Path("base.jsonl").read_bytes() == before


def test_a_run_is_not_resumed_with_another_baseline(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Journal, out: io.BufferedIOBase) -> None:
        out.close()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "finish", stop)
        assert main(["check", "--no-config", *BASE, "-o", "out.txt", "news"]) == 130
    Path("base.jsonl").write_text(json.dumps({"path": "x", "id": "1"}), encoding="utf-8")
    assert main(["check", "--no-config", *BASE, "--resume", "-o", "out.txt", "news"]) == 2
    assert "cannot be resumed" in capsys.readouterr().err
