"""Records that are rewritten: only the words meant change, in the notation of their file."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.inputs.document import Document
from shamsi.cli.inputs.record_bodies import events, table_events
from shamsi.cli.inputs.sources import InputOptions
from shamsi.cli.main import main
from shamsi.text.rewrite.edits import Edit

PAIR, FIXED = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)"
OPTIONS = InputOptions(is_rewritten=True)
Capture = pytest.CaptureFixture[str]

FILES = {
    "a.jsonl": f'{{"id": 1,  "text":"{PAIR}\\n\\"x\\""}}\r\n\n{{"text": null}}\n'
    f'{{"text": "باران", "x": [1, {{"text": "{PAIR}"}}]}}',
    "escaped.jsonl": json.dumps({"a": {"b": 1}, "text": f"{PAIR} \U0001f600"}) + "\n",
    "a.csv": f'\ufeffid,text,n\r\n1,"{PAIR}, ""x""",2\r\n2,{PAIR},3\r\n\r\n3,"دو\nسطر {PAIR}",4\r\n',
    "b.csv": f"id;text\n1;{PAIR}\n2;باران\n",
    "a.tsv": f"text\tid\n{PAIR}\t1\n",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_only_the_words_meant_change(name: str, encoding: str, tmp_path: Path, capsys: Capture) -> None:
    path, text = tmp_path / name, FILES[name]
    if encoding == "utf-16":
        text = text.lstrip("\ufeff")
    if encoding == "cp1256":
        text = text.lstrip("\ufeff").replace("ی", "ي").translate({0x06F0 + digit: str(digit) for digit in range(10)})
    path.write_bytes(text.encode(encoding))
    call = ["fix", "--no-config", "--side", "gregorian", "--write", str(path)]
    if encoding != "utf-8":
        call += ["--encoding", encoding]
    if encoding == "utf-16" and name.endswith("jsonl"):
        pytest.skip("JSON Lines are read in encodings that hold ASCII")
    assert main(call) == 0, capsys.readouterr().err
    new, old = "9 اوت" if encoding == "cp1256" else "۹ اوت", "18 اوت" if encoding == "cp1256" else "۱۸ اوت"
    if name == "escaped.jsonl":
        expected = text.replace(json.dumps("۱۸ اوت")[1:-1], json.dumps("۹ اوت")[1:-1])
    elif name == "a.jsonl":
        expected = text.replace(old, new, 1)
    else:
        expected = text.replace(old, new)
    assert path.read_bytes().decode(encoding) == (expected.encode(encoding)).decode(encoding)


def written(body_events: list[object], edits: dict[int, list[Edit]]) -> str:
    documents = [one for one in body_events if isinstance(one, Document)]
    body = documents[0].body
    assert body
    assert body.parts == len(documents)
    made = [edit for part, asked in edits.items() for edit in body.placed(part, asked).edits]
    return body.written(made).decode()


def test_a_cell_gets_quotation_marks_where_it_needs_them() -> None:
    source = b"text,n\n18 x,1\ny,2\n"
    new = written(list(table_events("a", source, OPTIONS, ",")), {0: [Edit(0, 2, '9, "z"')]})
    assert new == 'text,n\n"9, ""z"" x",1\ny,2\n'


texts = st.text(alphabet='ab"\\,;\n\r\t ۱م\u2028\U0001f600', min_size=1, max_size=8)


@given(st.lists(texts, min_size=1, max_size=4), st.data(), st.booleans())
def test_json_says_the_edited_texts(rows: list[str], data: st.DataObject, is_ascii: bool) -> None:
    source = "".join(json.dumps({"x": {"text": 1}, "text": row}, ensure_ascii=is_ascii) + "\n" for row in rows)
    edits, expected = _edits(rows, data)
    new = written(list(events("a", source.encode(), OPTIONS)), edits)
    assert [json.loads(line)["text"] for line in new.split("\n") if line] == expected


@given(st.lists(texts, min_size=1, max_size=4), st.data())
def test_tables_say_the_edited_texts(rows: list[str], data: st.DataObject) -> None:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerows([["id", "text"], *([f"{number}", row] for number, row in enumerate(rows))])
    edits, expected = _edits(rows, data)
    new = written(list(table_events("a", made.getvalue().encode(), OPTIONS, ",")), edits)
    assert [row[1] for row in csv.reader(io.StringIO(new, newline=""))][1:] == expected


def _edits(rows: list[str], data: st.DataObject) -> tuple[dict[int, list[Edit]], list[str]]:
    edits: dict[int, list[Edit]] = {}
    expected = []
    for number, row in enumerate(rows):
        start = data.draw(st.integers(0, len(row)))
        end = data.draw(st.integers(start, len(row)))
        new = data.draw(st.text(alphabet='xy", ۲', max_size=4))
        edits[number] = [Edit(start, end, new)]
        expected.append(row[:start] + new + row[end:])
    return edits, expected


def test_a_guessed_delimiter_is_reported(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.csv"
    path.write_text(FILES["b.csv"], encoding="utf-8")
    assert main(["check", "--no-config", str(path)]) == 1
    assert "its columns are taken to be parted by ;" in capsys.readouterr().err
    assert main(["check", "--no-config", "--delimiter", "semicolon", str(path)]) == 1
    assert "parted" not in capsys.readouterr().err
    assert main(["check", "--no-config", "--delimiter", ",", str(path)]) == 2
    assert "no field 'text' (found: id;text)" in capsys.readouterr().err


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_a_table_may_end_in_any_way(end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(end.join(['"a\nb";text', f'1;"{PAIR}"', ""]).encode())
    assert main(["check", str(path)]) == 1
    assert main(["fix", "--side", "gregorian", "--write", str(path)]) == 0
    assert path.read_bytes().decode() == end.join(['"a\nb";text', f'1;"{FIXED}"', ""])
