"""`check`: what it prints and how it leaves, on a line of its own and on the seed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.main import main

Feed = Callable[[bytes], None]
Shared = Callable[[str], Path]
Capture = pytest.CaptureFixture[str]
SEED = "seed/mehr-2025-12-15.ar.txt"
WRONG = "التقى به في 18 مرداد 1404 (18 أغسطس 2025)، وناقشا"
RIGHT = "التقى به في 27 مرداد 1404 (18 أغسطس 2025)، وناقشا"


def test_a_wrong_pair_is_told_shown_explained_and_repaired(feed: Feed, capsys: Capture) -> None:
    feed(WRONG.encode())
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    place, quote, detail, evidence, repair, total = out.splitlines()
    assert place == "<stdin>:1:13: pair-mismatch: not the same days"
    assert quote == "    التقى به في ⟦18 مرداد 1404⟧ (⟦18 أغسطس 2025⟧)، وناقشا"
    assert detail.startswith("    18 مرداد 1404 is 2025-08-09, 9 days before the Gregorian side")
    assert detail.endswith("(calque)")
    assert evidence == "    both sides say day 18, and August stands for Mordad, which begins on 2025-07-23"
    assert repair == "    repair: 27 مرداد 1404   or   9 أغسطس 2025"
    assert total == "1 error in 2 dates, 1 pair, 1 file"
    assert err == ""


def test_a_right_pair_is_clean(feed: Feed, capsys: Capture) -> None:
    feed(RIGHT.encode())
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("0 errors in 2 dates, 1 pair, 1 file\n", "")


def test_json_has_findings_alone_on_standard_output(feed: Feed, capsys: Capture) -> None:
    feed(WRONG.encode())
    assert main(["check", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    (finding,) = [json.loads(line) for line in out.splitlines()]
    assert (finding["code"], finding["delta_days"], finding["diagnosis"]) == ("pair-mismatch", 9, "calque")
    assert [span["native"] for span in finding["spans"]] == ["1404-05-18", "2025-08-18"]
    assert [each["replacement"] for each in finding["suggestions"]] == ["27 مرداد 1404", "9 أغسطس 2025"]
    assert (finding["path"], finding["line"], finding["column"]) == ("<stdin>", 1, 13)
    assert err == "1 error in 2 dates, 1 pair, 1 file\n"


def test_the_dateline_may_give_the_reference(feed: Feed, capsys: Capture) -> None:
    feed("تاريخ النشر: 22/12/2023\n".encode() + WRONG.encode())
    assert main(["check", "--reference", "auto", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["reference"] == "2023-12-22"
    assert err.splitlines()[0] == "<stdin>:1:14: reference 2023-12-22, from the dateline 22/12/2023"


def test_unsure_dates_may_be_left_out(feed: Feed, capsys: Capture) -> None:
    feed(WRONG.encode())
    assert main(["check", "--min-confidence", "1"]) == 0
    assert capsys.readouterr().out == "0 errors in 0 dates, 0 pairs, 1 file\n"


def test_findings_that_are_not_sure_enough_may_be_left_out(feed: Feed, capsys: Capture) -> None:
    text = "در سال ۱۳۹۰ (۱۸۹۲) ساخته شد".encode()
    for least, errors in (("0", "1 error"), ("0.4", "1 error"), ("0.9", "0 errors")):
        feed(text)
        assert main(["check", "--no-config", "--min-alarm", least]) == (errors == "1 error")
        assert capsys.readouterr().out.endswith(f"{errors} in 2 dates, 1 pair, 1 file\n")
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--min-alarm", "90"])
    assert "argument --min-alarm: must be a number from 0 to 1, got '90'" in capsys.readouterr().err


def test_json_has_the_id_and_the_confidence_next_to_the_id_of_a_record(tmp_path: Path, capsys: Capture) -> None:
    (finding,) = shamsi.check(WRONG)
    for name, text, ids in (
        ("a.txt", WRONG, {"id": finding.id}),
        ("a.jsonl", json.dumps({"text": WRONG}), {"id": "1", "finding_id": finding.id}),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert main(["check", "--no-config", "--format", "json", str(tmp_path / name)]) == 1
        row = json.loads(capsys.readouterr().out)
        assert {key: value for key, value in row.items() if key.endswith("id")} == ids
        assert row["confidence"] == finding.confidence


def test_files_are_counted_and_trouble_leaves_with_2(tmp_path: Path, capsys: Capture) -> None:
    for name, text in {"wrong": WRONG, "right": RIGHT, "empty": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("wrong", "missing", "right", "empty")]
    assert main(["check", *paths]) == 2
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "1 error in 4 dates, 2 pairs, 3 files; 1 failed"
    assert err == f"shamsi: {paths[1]}: no such file or directory\n"


def test_nothing_read_says_nothing_of_dates(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(tmp_path / "missing")]) == 2
    assert capsys.readouterr().out == ""


def test_an_empty_text_is_clean(feed: Feed, capsys: Capture) -> None:
    feed(b"")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "0 errors in 0 dates, 0 pairs, 1 file\n"


def test_the_seed(shared: Shared, capsys: Capture) -> None:
    seed = shared(SEED)
    assert main(["check", str(seed)]) == 1
    place, quote, detail, evidence, repair, total = capsys.readouterr().out.splitlines()
    assert place == f"{seed}:9:185: pair-mismatch: not the same days"
    assert "⟦18 إلى 20 مرداد 1404⟧ (⟦18 إلى 20 أغسطس 2025⟧)" in quote
    assert detail == (
        "    18 إلى 20 مرداد 1404 is 2025-08-09/2025-08-11, 9 days before the Gregorian side; "
        "same day numbers, month translated by name (calque)"
    )
    assert evidence == "    both sides say day 18, and August stands for Mordad, which begins on 2025-07-23"
    assert repair == "    repair: 27 إلى 29 مرداد 1404   or   9 إلى 11 أغسطس 2025"
    assert total == "1 error in 8 dates, 2 pairs, 1 file"


def test_find_on_the_seed(shared: Shared, capsys: Capture) -> None:
    seed = shared(SEED)
    assert main(["find", "--format", "json", str(seed)]) == 0
    mentions = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["text"], each["native"], each["earliest"], each["latest"]) for each in mentions] == [
        ("2025-12-15", "2025-12-15", "2025-12-15", "2025-12-15"),
        ("18 إلى 20 أغسطس 2025", "2025-08-18/2025-08-20", "2025-08-18", "2025-08-20"),
        ("التسعينيات", "199X", "1990-01-01", "1999-12-31"),
        ("18 إلى 20 مرداد 1404", "1404-05-18/1404-05-20", "2025-08-09", "2025-08-11"),
        ("18 إلى 20 أغسطس 2025", "2025-08-18/2025-08-20", "2025-08-18", "2025-08-20"),
        ("12 ديسمبر/كانون الأول 2025", "2025-12-12", "2025-12-12", "2025-12-12"),
        ("فروردين ١٤٠٤", "1404-01", "2025-03-21", "2025-04-20"),
        ("٢٠٢٥", "2025", "2025-01-01", "2025-12-31"),
    ]
    assert main(["find", "--format", "json", "--reference", "2025-12-15", str(seed)]) == 0
    more = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    relative = [each for each in more if each["kind"] == "relative"]
    assert [(each["text"], each["earliest"], each["latest"]) for each in relative] == [
        ("العام الماضي", "2024-01-01", "2024-12-31"),
        ("اليوم", "2025-12-15", "2025-12-15"),
    ]
    assert len(more) == len(mentions) + 2
