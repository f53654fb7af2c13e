"""Ignore comments: which findings a comment suppresses, and that they are counted."""

from pathlib import Path

import pytest

import shamsi
from shamsi.cli.inputs import Document
from shamsi.cli.main import main
from shamsi.cli.runs.ignore_comments import apply_ignore_comments

PAIR = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{PAIR}\n۳۱ مهر ۱۴۰۴", 2),
        (f"{PAIR} # shamsi: ignore\n۳۱ مهر ۱۴۰۴", 1),
        (f"{PAIR} <!-- shamsi: ignore -->", 0),
        (f"{PAIR} % shamsi:ignore[pair-mismatch]", 0),
        (f"{PAIR} // shamsi: ignore[weekday-conflict]", 1),
        (f"{PAIR} // shamsi: ignore[weekday-conflict, pair-mismatch]", 0),
        (f"# shamsi: ignore-next\n{PAIR}\n۳۱ مهر ۱۴۰۴", 1),
        (f"# shamsi: ignore-next[impossible-date]\n{PAIR}\n۳۱ مهر ۱۴۰۴", 2),
        (f"{PAIR}\n۳۱ مهر ۱۴۰۴\n# shamsi: ignore-file", 0),
        (f"{PAIR}\n۳۱ مهر ۱۴۰۴\n# shamsi: ignore-file[impossible-date]", 1),
        (f"{PAIR} shamsi: ignored", 1),
        (f"{PAIR} shamsi: ignore[Pair-Mismatch]", 1),
        (f"{PAIR} shamsi: ignore-all", 1),
        (f"shamsi: ignore\n{PAIR}", 1),
    ],
)
def test_a_note_speaks_for_its_line_the_next_or_all(text: str, left: int) -> None:
    reported, _ = apply_ignore_comments(Document("a.txt", text), shamsi.check(text))
    assert len(reported) == left


def test_brackets_that_stay_open_come_to_an_end() -> None:
    """What takes quadratic time takes an hour here."""
    text = "shamsi: ignore[" * 200_000 + PAIR
    reported, unused = apply_ignore_comments(Document("a.txt", text), shamsi.check(text))
    assert (reported, len(unused)) == ([], 199_999)


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        (f"{PAIR} # shamsi: ignore", []),
        (f"{PAIR} # shamsi: ignore[pair-mismatch, weekday-conflict]", []),
        (f"{PAIR} # shamsi: ignore[pair-mismach]", ["shamsi: ignore[pair-mismach]"]),
        (f"# shamsi: ignore\n{PAIR}", ["shamsi: ignore"]),
        (f"# shamsi: ignore-file\n{PAIR} shamsi:ignore", ["shamsi: ignore-file"]),
        ("# shamsi: ignore-next", ["shamsi: ignore-next"]),
        (f"{PAIR} shamsi: ignore shamsi: ignore", ["shamsi: ignore"]),
    ],
)
def test_a_note_that_takes_nothing_back_is_idle(text: str, unused: list[str]) -> None:
    assert [comment.text for comment in apply_ignore_comments(Document("a.txt", text), shamsi.check(text))[1]] == unused


def test_many_notes_and_findings_of_one_line_are_no_burden() -> None:
    text = "shamsi: ignore[reversed-range] ۳۱ مهر ۱۴۰۴ " * 3000
    findings = shamsi.check(text)
    reported, unused = apply_ignore_comments(Document("a.txt", text), findings)
    assert (len(reported), len(unused)) == (len(findings), 3000)


def test_what_is_silenced_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{PAIR} # shamsi: ignore\n۳۱ مهر ۱۴۰۴", encoding="utf-8")
    assert main(["check", str(path), "--no-config"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 error (1 more silenced) in 3 dates, 1 pair, 1 file"


def test_a_comment_of_a_page_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<p>{PAIR}</p> <!-- shamsi: ignore -->", encoding="utf-8")
    assert main(["check", str(path), "--no-config"]) == 0
    assert capsys.readouterr().out.startswith("0 errors (1 more silenced)")
