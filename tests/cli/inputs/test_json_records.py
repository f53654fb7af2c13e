"""JSON files: the records of one array, read and rewritten."""

import gzip
import json
from pathlib import Path

import pytest

from shamsi.cli.main import main

PAIR, FIXED = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)"
Capture = pytest.CaptureFixture[str]

CHAT = {
    "name": "خبر",
    "members": [1, 2],
    "messages": [
        {"id": 7, "text": ""},
        {"id": 8, "text": ["خبر ", {"type": "bold", "text": "«تازه»\n"}, PAIR + "."]},
        {"id": 9, "text": "باران بارید"},
    ],
}
FILES = {
    "array.json": json.dumps([{"text": PAIR}, {"text": "باران"}], ensure_ascii=False, indent=1),
    "escaped.json": json.dumps([{"text": "\U0001f600 " + PAIR}]),
    "chat.json": json.dumps(CHAT, ensure_ascii=False),
    "deep.json": json.dumps({"hits": {"total": 1, "hits": [{"x": {}, "text": PAIR}]}}, ensure_ascii=False),
    "one.json": json.dumps({"tags": [{"a": 1}], "text": PAIR}, ensure_ascii=False) + "\r\n",
    "one_in_strings.json": json.dumps({"text": ["ببینید: ", PAIR]}),
}


def written(path: Path, value: object) -> str:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_the_words_meant_change(name: str, encoding: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name].encode(encoding))
    assert main(["check", str(path)]) == 1
    assert main(["fix", "--side", "gregorian", "--write", str(path)]) == 0, capsys.readouterr().err
    wrong, right = (PAIR, FIXED) if PAIR in FILES[name] else (json.dumps(PAIR)[1:-1], json.dumps(FIXED)[1:-1])
    assert path.read_bytes() == FILES[name].replace(wrong, right).encode(encoding)


def test_a_record_is_named_by_its_number_or_id(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "chat.json", CHAT)
    assert main(["check", path]) == 1
    assert f"{path}#2:2:4: pair-mismatch" in capsys.readouterr().out
    assert main(["check", "--id", "id", path]) == 1
    assert f"{path}#8:2:4: pair-mismatch" in capsys.readouterr().out


def test_a_date_across_strings_is_left(tmp_path: Path, capsys: Capture) -> None:
    text = ["در ۱۸ مرداد ۱۴۰۴ (۱۸ ", {"type": "bold", "text": "اوت"}, " ۲۰۲۵)"]
    path = tmp_path / "a.json"
    before = written(path, [{"text": text}, {"text": PAIR}]) and path.read_text()
    main(["redact", "--keep", "nothing", "--write", str(path)])
    after = json.loads(path.read_text())
    assert before != path.read_text()
    assert after[0]["text"] == ["در [DATE] (۱۸ ", {"type": "bold", "text": "اوت"}, " ۲۰۲۵)"]
    assert after[1]["text"] == "در [DATE] ([DATE])"
    assert "left as it is" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"a": [{"x": 1}], "b": [{"x": 1}]}, "holds several arrays of records (a, b); keep one of them"),
        ({"name": "x", "n": [1]}, "holds no field 'text' and no array of records"),
        ("3", "holds no field 'text' and no array of records"),
        ('{"text": "a"}\n{"text": "b"}\n', "not valid JSON: extra data at line 2, column 1"),
        ("[" * 100_000, "JSON that cannot be read: nested too deeply"),
        ("9" * 5000, "JSON that cannot be read"),
        ('[{"text": "a"}', "not valid JSON"),
        ("", "not valid JSON"),
        ([{"body": "a"}], "no field 'text' (found: body)"),
        ([{"text": "a"}, 3], "must be a JSON object, got a number"),
        ([{"text": ["a", 3]}], "field 'text' must be text, got a list"),
    ],
)
@pytest.mark.parametrize("verb", [["check"], ["fix", "--side", "gregorian", "--diff"]])
def test_what_is_no_record_has_failed(
    value: object, why: str, verb: list[str], tmp_path: Path, capsys: Capture
) -> None:
    path = written(tmp_path / "a.json", value)
    assert main([*verb, path]) == 2
    assert why in capsys.readouterr().err


def test_a_file_without_records_in_a_folder_is_skipped(tmp_path: Path, capsys: Capture) -> None:
    written(tmp_path / "package.json", {"name": "x"})
    written(tmp_path / "a.json", [{"text": PAIR}])
    assert main(["check", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert "1 skipped" in shown.out + shown.err
    assert "package.json" in shown.out + shown.err


def test_a_packed_file_is_read(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.json.gz"
    path.write_bytes(gzip.compress(json.dumps([{"text": PAIR}]).encode()))
    assert main(["check", str(path)]) == 1
    assert f"{path}#1:1:4: pair-mismatch" in capsys.readouterr().out


def test_several_fields_of_a_record_are_rewritten(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.json"
    rows = [{"title": [PAIR], "text": PAIR}, {"title": "باران"}, {"x": 1}]
    written(path, rows)
    options = ["--field", "text", "--field", "title"]
    assert main(["check", *options, str(path)]) == 2
    shown = capsys.readouterr()
    assert f"{path}#1:title:1:4: pair-mismatch" in shown.out
    assert f"{path}#1:text:1:4: pair-mismatch" in shown.out
    assert "#2" not in shown.err
    assert f"{path}#3: no field 'text' (found: x)" in shown.err
    written(path, rows[:2])
    assert main(["fix", "--side", "gregorian", *options, "--write", str(path)]) == 0
    assert json.loads(path.read_text()) == [{"title": [FIXED], "text": FIXED}, {"title": "باران"}]


def test_html_of_a_record_is_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    written(path, [{"text": f'<p class="x">{PAIR}</p>\n'}])
    assert main(["fix", "--side", "gregorian", "--field-format", "html", "--write", str(path)]) == 0
    assert json.loads(path.read_text()) == [{"text": f'<p class="x">{FIXED}</p>\n'}]
