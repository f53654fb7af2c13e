"""The check of a document: what a project ignores, in which files, and what it ignores needlessly."""

from pathlib import Path

import pytest

from shamsi.cli.main import main
from tests.processes import need_processes

Capture = pytest.CaptureFixture[str]
PAIR = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴"
COUP = "۳ اسفند ۱۲۹۹ (۲۱ فوریه ۱۹۲۱)"


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").mkdir()
    for name in ("new.txt", "old/a.txt"):
        (tmp_path / name).write_text(PAIR, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def reported(capsys: Capture) -> list[tuple[str, str]]:
    lines = [line.split(": ") for line in capsys.readouterr().out.splitlines() if line.startswith(("new", "old"))]
    return [(parts[0].partition(":")[0], parts[1]) for parts in lines]


LEFT = [("new.txt", "pair-mismatch"), ("new.txt", "impossible-date"), ("old/a.txt", "impossible-date")]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_codes_are_left_out_of_some_files(jobs: str, capsys: Capture) -> None:
    if jobs != "1":
        need_processes()
    Path("shamsi.toml").write_text('[per-file-ignores]\n"old/" = ["pair-mismatch"]', encoding="utf-8")
    assert main(["check", "--jobs", jobs, "new.txt", "old/a.txt"]) == 1
    assert reported(capsys) == LEFT


def test_they_are_left_out_by_an_option_too(capsys: Capture) -> None:
    assert main(["check", "--per-file-ignore", "old/*=pair-mismatch", "new.txt", "old/a.txt"]) == 1
    assert reported(capsys) == LEFT
    for wrong in ("old/*", "=pair-mismatch", "old/*=x"):
        with pytest.raises(SystemExit, match="2"):
            main(["check", "--per-file-ignore", wrong, "new.txt"])


def test_fix_leaves_them_alone(capsys: Capture) -> None:
    assert main(["fix", "--side", "gregorian", "--per-file-ignore", "a.txt=pair-mismatch", "old/a.txt"]) == 1
    assert capsys.readouterr().out == PAIR


def test_an_exception_and_a_note_for_nothing_are_told_when_asked(capsys: Capture) -> None:
    Path("new.txt").write_text(f"{COUP}\n# shamsi: ignore\n", encoding="utf-8")
    used, unused = "1299-12-03 = 1921-02-21", "1285-05-14 = 1906-08-05"
    call = ["check", "--exception", used, "--exception", unused, "new.txt"]
    assert main(call) == 0
    assert "unused" not in capsys.readouterr().err
    assert main([*call, "--unused"]) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "unused" in line]
    assert said == ["new.txt:2:3: unused: shamsi: ignore", f"shamsi: unused: exception {unused}"]
    assert main([*call, "--unused", "--exception", "borji"]) == 0  # which makes the other ones needless
    assert f"unused: exception {used}" in capsys.readouterr().err


def test_what_was_used_is_known_from_all_processes_and_after_a_stop(capsys: Capture) -> None:
    need_processes()
    for name in ("new.txt", "old/a.txt"):
        Path(name).write_text(COUP, encoding="utf-8")
    call = ["check", "--unused", "--jobs", "2", "--exception", "1299-12-03 = 1921-02-21", "new.txt", "old/a.txt"]
    assert main(call) == 0
    assert main([*call, "-o", "out.txt"]) == 0
    assert "unused" not in capsys.readouterr().err


def test_a_configuration_is_named_or_refused() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--config", "shamsi.toml", "--no-config", "new.txt"])
