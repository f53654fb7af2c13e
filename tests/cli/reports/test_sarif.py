"""SARIF: what is written holds against the schema of the standard, and says where and what to write instead."""

import json
from pathlib import Path
from typing import Any

import pytest

import shamsi
from shamsi.cli.main import main
from shamsi.text.compare.codes import CODES, TITLES

SCHEMA = Path(__file__).parent / "schema" / "sarif-2.1.0.json"
WRONG = "\ufeffيوم الاثنين 18 مرداد 1404\r\nفي 18 مرداد 1404 (18 أغسطس 2025)\r\nوفي 31 مهر 1404\r\nفي 5 تموز/أغسطس 2025"
Capture = pytest.CaptureFixture[str]


def log(path: Path, capsys: Capture, *arguments: str) -> dict[str, Any]:
    """What `check` writes of a file, once it holds against the schema."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    assert main(["check", "--no-config", "--format", "sarif", str(path), *arguments]) in (0, 1, 2)
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    validator = jsonschema.validators.validator_for(schema := json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator(schema).iter_errors(made)] == []
    return made


def test_every_finding_is_a_result_with_its_place_and_fixes(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "خبر 1.txt"
    path.write_text(WRONG, encoding="utf-8", newline="")
    (run,) = log(path, capsys)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(CODES) == list(TITLES)
    codes = [result["ruleId"] for result in run["results"]]
    assert codes == ["weekday-conflict", "pair-mismatch", "impossible-date", "month-conflict"]
    assert [CODES[result["ruleIndex"]] for result in run["results"]] == codes
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert WRONG[region["charOffset"] :][: region["charLength"]].strip() != ""
        line = WRONG.split("\r\n")[region["startLine"] - 1]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        assert line[start:end] == WRONG[region["charOffset"] :][: region["charLength"]]
    pair = run["results"][1]
    assert [one["message"]["text"] for one in pair["relatedLocations"]] == ["18 مرداد 1404", "18 أغسطس 2025"]
    changed = [fix["artifactChanges"][0]["replacements"][0] for fix in pair["fixes"]]
    assert [one["insertedContent"]["text"] for one in changed] == ["27 مرداد 1404", "9 أغسطس 2025"]
    assert pair["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
    assert "%20" in pair["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_a_record_is_named_and_has_no_region(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "x-1", "text": WRONG}), encoding="utf-8")
    (run,) = log(path, capsys, "--id", "id")["runs"]
    for result in run["results"]:
        (place,) = result["locations"]
        assert set(place["physicalLocation"]) == {"artifactLocation"}
        assert place["logicalLocations"] == [{"fullyQualifiedName": f"{path}#x-1"}]
        assert "fixes" not in result


def test_nothing_wrong_and_nothing_read_are_logs_too(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_text("در ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)", encoding="utf-8")
    assert log(path, capsys)["runs"][0]["results"] == []
    path.write_text("", encoding="utf-8")
    assert log(path, capsys)["runs"][0]["results"] == []


def test_a_page_tells_places_in_its_source(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.html"
    source = "<p>در <b>۱۸ مرداد ۱۴۰۴</b> (۱۸&nbsp;اوت ۲۰۲۵)</p>"
    path.write_text(source, encoding="utf-8")
    (result,) = log(path, capsys)["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert source[region["charOffset"] :][: region["charLength"]] == "۱۸ مرداد ۱۴۰۴</b> (۱۸&nbsp;اوت ۲۰۲۵"


@pytest.mark.parametrize("odd", ["\x01", "\x1b[31m", "\u202e", "</script>", '"', "\\", "\u2028"])
def test_odd_characters_break_nothing(odd: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{odd}{WRONG}{odd}", encoding="utf-8", newline="")
    assert len(log(path, capsys)["runs"][0]["results"]) == 4


def test_bytes_that_are_no_utf_8_break_nothing(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xfb" + WRONG.encode() + b"." * 2000 + b"\xfe")
    assert len(log(path, capsys)["runs"][0]["results"]) == 4


def test_a_result_keeps_its_fingerprint_when_it_moves(tmp_path: Path, capsys: Capture) -> None:
    path, seen = tmp_path / "a.txt", []
    for text in ("۳۱ مهر ۱۴۰۴", "\n\nو در ۳۱ مهر ۱۴۰۴"):
        path.write_text(text, encoding="utf-8")
        seen.append(log(path, capsys)["runs"][0]["results"][0]["partialFingerprints"])
    assert seen[0] == seen[1]


def test_a_result_has_its_rank_and_its_id(tmp_path: Path, capsys: Capture) -> None:
    text = "در سال ۱۳۹۰ (۱۸۹۲) ساخته شد و در ۳۱ مهر ۱۴۰۴ و ۳۱ مهر ۱۴۰۴ بسته شد"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    results, findings = log(path, capsys)["runs"][0]["results"], shamsi.check(text)
    assert [result["rank"] for result in results] == [round(100 * finding.confidence, 1) for finding in findings]
    prints = [result["partialFingerprints"] for result in results]
    assert prints == [{"finding/v1": finding.id} for finding in findings]
    assert len({one["finding/v1"] for one in prints}) == 3


def test_records_of_one_file_have_fingerprints_of_their_own(tmp_path: Path, capsys: Capture) -> None:
    path, text = tmp_path / "a.jsonl", json.dumps({"text": "۳۱ مهر ۱۴۰۴"})
    path.write_text(f"{text}\n{text}\n", encoding="utf-8")
    first, second = log(path, capsys)["runs"][0]["results"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_what_was_not_read_is_a_notification(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (invocation,) = log(tmp_path, capsys)["runs"][0]["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.pdf").touch()
    (tmp_path / "d.jsonl").write_text("{}\n" * 5, encoding="utf-8")
    (invocation,) = log(tmp_path, capsys)["runs"][0]["invocations"]
    messages = [(one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]]
    assert not invocation["executionSuccessful"]
    assert messages[0][0] == "error"
    assert messages[0][1].startswith(f"{tmp_path}/b.txt: a PDF file, not text")
    assert messages[1][1].startswith(f"{tmp_path}/d.jsonl#1: no field 'text'")
    assert messages[1][1].endswith("(and 4 more)")
    assert messages[2:] == [("note", f"skipped {tmp_path}/c.pdf: of unknown suffix .pdf")]
