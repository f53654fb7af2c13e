"""`fix --apply`: what was ticked is done, what has changed since is refused, each row is reported."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import shamsi
from shamsi.cli.main import main

Capture = pytest.CaptureFixture[str]
PAIR = "نشست ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود"
TEXTS = {
    "a.txt": f"{PAIR}.\nدیدار جمعه ۵ آبان ۱۴۰۴ بود؛ بازگشت ۳۱ مهر ۱۴۰۴.\n",
    "b.html": f"<p>{PAIR}.</p><p>و ۳۱ <b>شهریور</b> ۱۴۰۴ و ۳۱ آبان ۱۴۰۴</p>",
    "c.txt": "التقيا في 18 مرداد 1404 (18 أغسطس 2025) في شيراز.\r\n",
}
Ticks = dict[str, str]  # by the text of the finding, or its start


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in TEXTS.items():
        Path("news", name).write_bytes(text.encode())
    return tmp_path


def listed(form: str = "csv") -> bytes:
    main(["check", "--no-config", "--format", form, "-o", f"list.{form}", "news"])
    return Path(f"list.{form}").read_bytes()


def table() -> list[list[str]]:
    return list(csv.reader(io.StringIO(listed().decode("utf-8-sig"), newline="")))


def ticked(rows: list[list[str]], *ticks: tuple[str, str, str]) -> list[list[str]]:
    """Rows in which those of a path and the beginning of a text have an answer."""
    path, text, apply = (rows[0].index(name) for name in ("path", "text", "apply"))
    for file, start, answer in ticks:
        (row,) = (row for row in rows[1:] if row[path].endswith(file) and row[text].startswith(start))
        row[apply] = answer
    return rows


def saved(rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig", **form: Any) -> None:
    file = io.StringIO()
    csv.writer(file, **form).writerows(rows)
    Path("r.csv").write_bytes(file.getvalue().encode(encoding))


def fix(*more: str, name: str = "r.csv") -> int:
    return main(["fix", "--no-config", "--apply", name, *more])


def read(name: str) -> str:
    return Path("news", name).read_bytes().decode()


TICKS = (("a.txt", "۱۸", "میلادی"), ("a.txt", "جمعه", "1"), ("c.txt", "18", "persian"))


def test_what_was_ticked_is_done_and_the_rest_left(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    capsys.readouterr()
    assert fix("--write") == 1
    assert read("a.txt") == TEXTS["a.txt"].replace("۱۸ اوت", "۹ اوت").replace("جمعه", "دوشنبه")
    assert read("b.html") == TEXTS["b.html"]
    assert read("c.txt") == TEXTS["c.txt"].replace("18 مرداد", "27 مرداد")
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "r.csv:2: news/a.txt:1:21: applied: ۱۸ اوت ۲۰۲۵ → ۹ اوت ۲۰۲۵"
    assert err[-1] == "3 rows applied, 0 already fixed, 0 refused, 3 without a decision"


def test_a_second_time_everything_is_fixed_already(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    fix("--write")
    before = {name: read(name) for name in TEXTS}
    capsys.readouterr()
    assert fix("--write") == 1
    assert {name: read(name) for name in TEXTS} == before
    err = capsys.readouterr().err
    assert err.count("already fixed\n") == 3
    assert err.splitlines()[-1] == "0 rows applied, 3 already fixed, 0 refused, 3 without a decision"


def test_status_0_where_nothing_is_left_wrong() -> None:
    Path("news", "b.html").unlink()
    saved(ticked(table(), *TICKS, ("a.txt", "۳۱", "۲")))
    assert fix("--write") == 0
    assert all(shamsi.check(read(name)) == [] for name in ("a.txt", "c.txt"))


def test_a_diff_writes_nothing(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    assert fix("--diff") == 1
    out = capsys.readouterr().out
    assert "+التقيا في 27 مرداد 1404" in out
    assert read("a.txt") == TEXTS["a.txt"]


def excel(rows: list[list[str]]) -> None:
    saved(rows, "utf-8-sig", delimiter=";", lineterminator="\r\n")


def unicode_text(rows: list[list[str]]) -> None:
    saved(rows, "utf-16", delimiter="\t", lineterminator="\r\n")


def plain(rows: list[list[str]]) -> None:
    saved(rows, "utf-8")


def with_sep(rows: list[list[str]]) -> None:
    saved([["sep=;"]], delimiter=";")
    head = Path("r.csv").read_bytes()
    saved(rows, "utf-8", delimiter=";")
    Path("r.csv").write_bytes(head + Path("r.csv").read_bytes())


def old_windows(rows: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)
    Path("r.csv").write_bytes(file.getvalue().encode("cp1256", "replace"))


def reordered(rows: list[list[str]]) -> None:
    mixed = [[*reversed(row), "", "note"] for row in rows]
    mixed[0] = [f" {name.upper()} " for name in reversed(rows[0])] + ["", "remark"]
    saved([*mixed, [""] * 12, []])


@pytest.mark.parametrize("save", [excel, unicode_text, plain, with_sep, old_windows, reordered])
def test_a_sheet_may_be_saved_again_by_any_spreadsheet(save: Callable[[list[list[str]]], None]) -> None:
    save(ticked(table(), *TICKS))
    assert fix("--write") == 1
    assert read("a.txt") == TEXTS["a.txt"].replace("۱۸ اوت", "۹ اوت").replace("جمعه", "دوشنبه")
    assert read("c.txt") == TEXTS["c.txt"].replace("18 مرداد", "27 مرداد")


def test_an_xlsx_file_is_applied(capsys: Capture) -> None:
    openpyxl: Any = pytest.importorskip("openpyxl")
    listed("xlsx")
    book = openpyxl.load_workbook("list.xlsx")
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[1].value.endswith("c.txt"):
            row[10].value = "persian"
        elif f"{row[5].value}".startswith("جمعه"):
            row[10].value = 1
    book.save("edited.xlsx")
    assert fix("--write", name="edited.xlsx") == 1
    assert read("c.txt") == TEXTS["c.txt"].replace("18 مرداد", "27 مرداد")
    assert "دوشنبه" in read("a.txt")


@pytest.mark.parametrize("as_array", [False, True])
def test_json_with_an_added_member_is_applied(as_array: bool) -> None:
    findings = [json.loads(line) for line in listed("json").decode().splitlines()]
    for finding in findings:
        if finding["path"].endswith("c.txt"):
            finding["apply"] = "persian"
    lines = json.dumps(findings, indent=1) if as_array else "\n".join(map(json.dumps, findings))
    Path("r.json").write_text(lines, encoding="utf-8")
    assert fix("--write", name="r.json") == 1
    assert read("c.txt") == TEXTS["c.txt"].replace("18 مرداد", "27 مرداد")
    assert fix("--write", name="r.json") == 1  # already fixed


@pytest.mark.parametrize(
    ("answer", "made"),
    [
        ("۸ اوت ۲۰۲۵", "۱۸ مرداد ۱۴۰۴ (۸ اوت ۲۰۲۵)"),
        ("۱۷ مرداد ۱۴۰۴", "۱۷ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"),
        ("شنبه ۱۷ مرداد ۱۴۰۴", "شنبه ۱۷ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"),
        ("gregorian: اوت ۲۰۲۵", "۱۸ مرداد ۱۴۰۴ (اوت ۲۰۲۵)"),
        ("۱۷ مرداد ۱۴۰۴ (۸ اوت ۲۰۲۵)", "۱۷ مرداد ۱۴۰۴ (۸ اوت ۲۰۲۵)"),
        ("whole: آن روز", "آن روز"),
        ("whole: ۱۷ مرداد ۱۴۰۴", "۱۷ مرداد ۱۴۰۴"),
    ],
)
def test_ones_own_text_replaces_the_side_in_its_calendar_or_the_whole(answer: str, made: str) -> None:
    saved(ticked(table(), ("a.txt", "۱۸", answer)))
    fix("--write")
    assert read("a.txt").startswith(f"نشست {made} بود.")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("persain", "neither a choice nor a date"),
        ("هجری", "may be Solar or lunar"),
        ("islamic", "neither date is in the calendar"),
        ("3", "write the calendar of a side"),
        ("بله", "in more than one way"),
    ],
)
def test_what_cannot_be_done_is_refused(answer: str, why: str, capsys: Capture) -> None:
    saved(ticked(table(), ("a.txt", "۱۸", answer)))
    assert fix("--write") == 2
    assert why in capsys.readouterr().err
    assert read("a.txt") == TEXTS["a.txt"]


def test_a_side_without_a_repair_is_refused_with_the_reason(capsys: Capture) -> None:
    Path("news", "a.txt").write_text("دیدار پنجشنبه ۷ آذر ۱۴۰۴ (۷ دسامبر ۲۰۲۵)", encoding="utf-8")
    rows = table()
    code, apply = rows[0].index("code"), rows[0].index("apply")
    for row in rows:
        row[apply] = "gregorian" if row[code] == "pair-mismatch" and "دسامبر" in "".join(row) else row[apply]
    saved(rows)
    assert fix("--write") == 2
    assert "contradicts its own weekday" in capsys.readouterr().err


def test_what_has_changed_since_is_refused(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS, ("a.txt", "۳۱", "1")))
    Path("news", "a.txt").write_text(TEXTS["a.txt"].replace("۳۱ مهر", "۲۹ مهر"), encoding="utf-8")
    assert fix("--write") == 2
    err = capsys.readouterr().err
    assert "r.csv:4: news/a.txt: refused: the text no longer has this finding" in err
    assert read("a.txt") == TEXTS["a.txt"].replace("۳۱ مهر", "۲۹ مهر").replace("۱۸ اوت", "۹ اوت").replace(
        "جمعه", "دوشنبه"
    )


def test_words_between_the_dates_count_too(capsys: Capture) -> None:
    saved(ticked(table(), ("a.txt", "۱۸", "میلادی")))
    Path("news", "a.txt").write_text(TEXTS["a.txt"].replace(" (۱۸", " [۱۸").replace("۲۵)", "۲۵]"), encoding="utf-8")
    assert fix("--write") == 2
    assert "the text has changed since the list was written" in capsys.readouterr().err


def test_edits_elsewhere_do_not_matter() -> None:
    saved(ticked(table(), *TICKS))
    Path("news", "a.txt").write_text(f"سرآغاز ۱ مهر ۱۴۰۴\n\n{TEXTS['a.txt']}", encoding="utf-8")
    assert fix("--write") == 1
    assert "(۹ اوت ۲۰۲۵)" in read("a.txt")


def test_of_equal_findings_the_one_that_was_ticked_is_fixed_and_no_other(capsys: Capture) -> None:
    line = "تاریخ: ۳۱ مهر ۱۴۰۴\n"
    Path("news", "a.txt").write_text(line * 3, encoding="utf-8")
    rows = table()
    at, number = rows[0].index("apply"), rows[0].index("line")
    for row in rows[1:]:
        row[at] = "1" if row[number] == "2" and "a.txt" in row[1] else ""
    saved(rows)
    for _ in range(3):
        fix("--write")
        assert read("a.txt") == f"{line}{line.replace('۳۱', '۳۰')}{line}"


def test_a_page_keeps_its_markup_and_what_it_cannot_take_is_refused(capsys: Capture) -> None:
    saved(ticked(table(), ("b.html", "۱۸", "persian"), ("b.html", "۳۱ آبان", "2")))
    assert fix("--write") == 1
    assert read("b.html") == TEXTS["b.html"].replace("۱۸ مرداد", "۲۷ مرداد").replace("۳۱ آبان", "۱ آذر")
    Path("news", "b.html").write_text("<p>۳۱ <b>مهر</b> ۱۴۰۴</p>", encoding="utf-8")
    saved(ticked(table(), ("b.html", "۳۱", "1")))
    capsys.readouterr()
    assert fix("--write") == 2
    assert "refused: has markup or references in it" in capsys.readouterr().err


def test_files_that_are_gone_have_refused_rows(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    Path("news", "c.txt").unlink()
    assert fix("--write") == 2
    assert "news/c.txt: refused: its text was not read or not written" in capsys.readouterr().err


def test_only_the_files_that_are_named_are_changed(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    assert fix("--write", "news/c.txt") == 0
    assert read("a.txt") == TEXTS["a.txt"]
    assert capsys.readouterr().err.splitlines()[-1] == "2 more about files that were not named"


def test_paths_start_from_the_folder_of_the_sheet_if_not_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    saved(ticked(table(), *TICKS))
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    assert fix("--write", name="../r.csv") == 1
    assert "27" in Path("../news/c.txt").read_text(encoding="utf-8")


def test_two_rows_about_the_same_words_do_not_both_win(capsys: Capture) -> None:
    rows = ticked(table(), ("c.txt", "18", "persian"))
    (row,) = (row for row in rows if row[1].endswith("c.txt"))
    other = list(row)
    other[rows[0].index("apply")] = "whole: 1404"
    saved([*rows, other])
    assert fix("--write") == 2
    assert "changes the same words" in capsys.readouterr().err
    assert "27 مرداد" in read("c.txt")


def test_a_row_that_another_row_made_needless_is_fixed(capsys: Capture) -> None:
    Path("news", "a.txt").write_text("دیدار پنجشنبه ۷ آذر ۱۴۰۴ (۷ دسامبر ۲۰۲۵)", encoding="utf-8")
    rows = table()
    for row in rows[1:]:
        row[rows[0].index("apply")] = {"pair-mismatch": "persian", "weekday-conflict": "1"}.get(row[4], "")
    saved([row for row in rows if row[1].endswith("a.txt") or row[1] == "path"])
    assert fix("--write") == 0
    assert "1 row applied, 1 already fixed, 0 refused" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"id,path,text\n1,a,b\n", "no column apply in its first row (id, path, text)"),
        (b"", "no column id and no column path and no column apply"),
        (b"{", "line 1 is not valid JSON"),
        (b'{"path": "a.txt"}', "no `id` and `path` of a finding"),
        (b"[1]", "a finding must be a JSON object, got 1"),
        (b'{"path": "a", "id": "1", "apply": {}}', "`apply` must be text"),
        (b"PK\x03\x04rubbish", "is not a readable xlsx file"),
        (b"\xd0\xcf\x11\xe0old", "is no xlsx file"),
    ],
)
def test_a_list_that_is_none_is_an_error(content: bytes, error: str, capsys: Capture) -> None:
    Path("r.csv").write_bytes(content)
    assert fix() == 2
    assert error in capsys.readouterr().err
    assert fix(name="none.csv") == 2


def test_jobs_and_a_file_give_the_same(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    assert fix("--diff", "-o", "one.diff") == 1
    assert fix("--diff", "--jobs", "2", "-o", "two.diff") == 1
    assert Path("one.diff").read_bytes() == Path("two.diff").read_bytes() != b""


def test_outcomes_are_said_in_persian(capsys: Capture) -> None:
    saved(ticked(table(), *TICKS))
    capsys.readouterr()
    fix("--diff", "--lang", "fa")
    err = capsys.readouterr().err
    assert "applied" not in err
    assert "اعمال شد" in err


def test_standard_input_may_be_reviewed_too(feed: Callable[[bytes], None], capsys: Capture) -> None:
    feed(PAIR.encode())
    assert main(["check", "--no-config", "--format", "csv"]) == 1
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff"), newline="")))
    rows[1][rows[0].index("apply")] = "gregorian"
    saved(rows)
    feed(PAIR.encode())
    assert fix() == 0
    assert capsys.readouterr().out == PAIR.replace("۱۸ اوت", "۹ اوت")


def test_a_long_text_is_fixed_already_the_second_time(capsys: Capture) -> None:
    lines = [f"خبر {number} در ۳۱ مهر ۱۴۰۴ بود" for number in range(300)]
    Path("news", "a.txt").write_text("\n".join(lines), encoding="utf-8")
    rows = table()
    for row in rows[1:]:
        row[rows[0].index("apply")] = "1" if row[1].endswith("a.txt") else ""
    saved(rows)
    assert fix("--write", "news/a.txt") == 0
    capsys.readouterr()
    assert fix("--write", "news/a.txt") == 0
    assert "0 rows applied, 300 already fixed, 0 refused" in capsys.readouterr().err
