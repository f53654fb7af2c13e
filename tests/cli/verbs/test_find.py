"""`find`: what it prints, how it leaves, and that no input breaks it."""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import shamsi
from shamsi.cli.arguments import report_options
from shamsi.cli.main import main
from shamsi.exports.documents import FORMS
from shamsi.exports.offsets import UNITS

Feed = Callable[[bytes], None]
Capture = pytest.CaptureFixture[str]
ROOT = Path(shamsi.__file__).parents[1]
TEXT = "خبر\nدر ۱۸ مرداد ۱۴۰۴ به مینسک رفت"


class TestOutput:
    def test_text(self, feed: Feed, capsys: Capture) -> None:
        feed(TEXT.encode())
        assert main(["find"]) == 0
        out, err = capsys.readouterr()
        assert out == "<stdin>:2:4: ۱۸ مرداد ۱۴۰۴\tpersian\tday\t1404-05-18\t2025-08-09/2025-08-09\n"
        assert err == ""

    def test_json(self, tmp_path: Path, capsys: Capture) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(("\ufeff" + TEXT + "\r\n").encode())
        assert main(["find", "--format", "json", str(path)]) == 0
        (mention,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert (mention["path"], mention["line"], mention["column"]) == (str(path), 2, 4)
        assert (mention["start"], mention["end"]) == (8, 21)
        assert (mention["text"], mention["native"]) == ("۱۸ مرداد ۱۴۰۴", "1404-05-18")
        assert (mention["earliest"], mention["latest"]) == ("2025-08-09", "2025-08-09")

    def test_many_files_in_order(self, tmp_path: Path, capsys: Capture) -> None:
        paths = [str(tmp_path / name) for name in "ba"]
        for path in paths:
            Path(path).write_text(TEXT, encoding="utf-8")
        assert main(["find", *paths]) == 0
        assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == paths

    def test_a_reference_gives_relative_words_their_day(self, feed: Feed, capsys: Capture) -> None:
        feed("وصل اليوم إلى موسكو".encode())
        assert main(["find", "--reference", "2025-12-15"]) == 0
        assert "2025-12-15/2025-12-15" in capsys.readouterr().out
        feed("وصل اليوم إلى موسكو".encode())
        assert main(["find"]) == 1

    def test_the_dateline_may_give_the_reference(self, feed: Feed, capsys: Capture) -> None:
        text = "تاریخ انتشار: ۱۱ آذر ۱۴۰۲\nدیروز باران بارید".encode()
        feed(text)
        assert main(["find", "--reference", "auto"]) == 0
        out, err = capsys.readouterr()
        assert "<stdin>:2:1: دیروز\tgregorian\trelative\t-\t2023-12-01/2023-12-01\n" in out
        assert err == "<stdin>:1:15: reference 2023-12-02, from the dateline ۱۱ آذر ۱۴۰۲\n"
        feed(text)
        assert main(["find", "--reference", "auto", "--format", "json"]) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(row["reference"], row["assumed"]) for row in rows] == [
            ("2023-12-02", []),
            ("2023-12-02", ["reference"]),
        ]

    def test_a_text_without_a_dateline_says_so(self, feed: Feed, capsys: Capture) -> None:
        feed(TEXT.encode())
        assert main(["find", "--reference", "auto", "--format", "json"]) == 0
        out, err = capsys.readouterr()
        assert "reference" not in json.loads(out)
        assert err == "<stdin>: no reference: no dateline was found\n"

    def test_what_is_less_sure_may_be_left_out(self, feed: Feed, capsys: Capture) -> None:
        feed("در ۱۸ مرداد ۱۴۰۴ و در خرداد".encode())
        assert main(["find", "--min-confidence", "0.95"]) == 0
        assert [line.split("\t")[3] for line in capsys.readouterr().out.splitlines()] == ["1404-05-18"]

    @pytest.mark.parametrize("value", ["-0.1", "1.5", "nan", "high"])
    def test_a_wrong_confidence_is_explained(self, value: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["find", f"--min-confidence={value}"])
        assert left.value.code == 2
        assert f"must be a number from 0 to 1, got '{value}'" in capsys.readouterr().err

    def test_a_language_can_be_chosen(self, feed: Feed, capsys: Capture) -> None:
        feed(TEXT.encode())
        assert main(["find", "--language", "fa", "--language", "ar"]) == 0
        assert "1404-05-18" in capsys.readouterr().out

    def test_an_unknown_language_is_explained(self, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["find", "--language", "xx"])
        assert left.value.code == 2
        err = capsys.readouterr().err
        assert "xx" in err
        assert "ar" in err
        assert "fa" in err


NEAR_MISS = "در خیابان ۱۷ شهریور و در ۵ آبان ۱۴۰۴"


class TestExplaining:
    def test_text(self, feed: Feed, capsys: Capture) -> None:
        feed(NEAR_MISS.encode())
        assert main(["find", "--explain"]) == 0
        out, err = capsys.readouterr()
        assert out.splitlines() == [
            "<stdin>:1:11: ۱۷ شهریور\tno date\tplace",
            "    tokens: خیابان (word that a name follows) + ۱۷ (day number) + شهریور (month, read after a cue)",
            "    pattern: day (day month_cued)",
            "    reason: part of a name: «خیابان» stands before",
            "<stdin>:1:26: ۵ آبان ۱۴۰۴\tpersian\tday\t1404-08-05\t2025-10-27/2025-10-27",
            "    tokens: ۵ (day number) + آبان (month, read after a cue) + ۱۴۰۴ (four digits)",
            "    pattern: day (day month_cued four_digits)",
            "    reason: «آبان» is a month of the Solar Hijri calendar",
            "    reason: confidence 0.99: nothing had to be assumed",
        ]
        assert err == ""

    def test_json(self, feed: Feed, capsys: Capture) -> None:
        feed(NEAR_MISS.encode())
        assert main(["find", "--explain", "--format", "json"]) == 0
        near, date = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        names = ["start", "end", "text", "tokens", "rule", "pattern", "mention", "refusal", "reasons"]
        assert list(near) == list(date) == ["path", "line", "column", *names]
        assert (near["mention"], near["refusal"], near["line"], near["column"]) == (None, "place", 1, 11)
        assert near["tokens"][0] == {
            "start": 3,
            "end": 9,
            "text": "خیابان",
            "kind": "stop",
            "meaning": "word that a name follows",
        }
        assert (date["refusal"], date["mention"]["native"]) == (None, "1404-08-05")
        assert (date["mention"]["earliest"], date["reasons"][1]) == (
            "2025-10-27",
            "confidence 0.99: nothing had to be assumed",
        )

    @pytest.mark.parametrize("form", ["edtf", "timeml", "brat", "conll"])
    def test_other_formats_have_no_room_for_reasons(self, form: str, capsys: Capture) -> None:
        assert main(["find", "--explain", "--format", form]) == 2
        assert capsys.readouterr() == ("", f"shamsi: --explain goes with --format text or json, not with {form}\n")

    def test_offsets_are_in_code_points(self, capsys: Capture) -> None:
        assert main(["find", "--explain", "--format", "json", "--offsets", "utf-8"]) == 2
        assert "--explain counts offsets in code points" in capsys.readouterr().err

    def test_explanations_leave_nothing_unsure_out(self, capsys: Capture) -> None:
        assert main(["find", "--explain", "--min-confidence", "0.5"]) == 2
        assert "leave out --explain or --min-confidence" in capsys.readouterr().err

    def test_explanations_tell_the_dateline(self, feed: Feed, capsys: Capture) -> None:
        feed("تاریخ انتشار: ۱۱ آذر ۱۴۰۲\nدیروز باران بارید".encode())
        assert main(["find", "--explain", "--reference", "auto"]) == 0
        out, err = capsys.readouterr()
        assert "reason: the reference, 2023-12-02, is the day that the text's own header gives" in out
        assert err == "<stdin>:1:15: reference 2023-12-02, from the dateline ۱۱ آذر ۱۴۰۲\n"

    def test_near_misses_alone_are_no_dates(self, feed: Feed, capsys: Capture) -> None:
        feed("در خیابان ۱۷ شهریور".encode())
        assert main(["find", "--explain"]) == 1
        assert "no date" in capsys.readouterr().out

    def test_the_keywords_of_find_count_here_too(self, feed: Feed, capsys: Capture) -> None:
        feed("وصل اليوم إلى موسكو".encode())
        assert main(["find", "--explain", "--reference", "2025-12-15"]) == 0
        assert "«اليوم» counts from the reference, 2025-12-15" in capsys.readouterr().out


class TestFormats:
    def test_the_documents_are_those_of_export(self, feed: Feed, capsys: Capture) -> None:
        assert set(report_options.FIND_FORMATS) == {"text", "json", "edtf", *FORMS}
        text = "از ۵ تا ۷ آبان ۱۴۰۴ & در\tأوائل عام ٢٠٢٥\r\n"
        for form in FORMS:
            for options, parts in (([], False), (["--parts"], True)):
                feed(text.encode())
                assert main(["find", "--format", form, *options]) == 0
                out, err = capsys.readouterr()
                assert (out, err) == (shamsi.export(text, shamsi.find(text), form, parts=parts), "")

    def test_edtf_is_a_line_a_date(self, tmp_path: Path, capsys: Capture) -> None:
        paths = [str(tmp_path / name) for name in "ab"]
        for path in paths:
            Path(path).write_text(f"{TEXT}\n۳۱ مهر ۱۴۰۴", encoding="utf-8")
        assert main(["find", "--format", "edtf", *paths]) == 0
        assert capsys.readouterr().out.splitlines()[2:] == [
            f"{paths[1]}:2:4: ۱۸ مرداد ۱۴۰۴\t2025-08-09",
            f"{paths[1]}:3:1: ۳۱ مهر ۱۴۰۴\t-",
        ]

    @pytest.mark.parametrize("form", ["edtf", "timeml", "brat", "conll"])
    def test_nothing_in_a_text_steers_a_terminal(self, form: str, feed: Feed, capsys: Capture) -> None:
        feed("\x1b]0;x\x07\x9b31m\u202e ۱۸\u200f مرداد \u2066۱۴۰۴\u2069 \x01\x7f".encode())
        assert main(["find", "--format", form]) == 0
        out = capsys.readouterr().out
        assert "۱۸" in out
        assert [c for c in out if unicodedata.category(c) in ("Cc", "Zl", "Zp") and c not in "\t\n"] == []
        assert not set(out) & set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

    def test_timeml_says_what_was_escaped(self, feed: Feed, capsys: Capture) -> None:
        text = "\x9b\u202e ۱۸\u200f مرداد ۱۴۰۴\u2028"
        feed(text.encode())
        assert main(["find", "--format", "timeml"]) == 0
        assert "".join(ElementTree.fromstring(capsys.readouterr().out).itertext()) == text

    @pytest.mark.parametrize("form", FORMS)
    def test_a_document_without_a_date_is_still_written(self, form: str, feed: Feed, capsys: Capture) -> None:
        feed("سلام".encode())
        assert main(["find", "--format", form]) == 1
        assert capsys.readouterr().out == shamsi.export("سلام", [], form)

    @pytest.mark.parametrize("form", FORMS)
    def test_documents_are_written_one_at_a_time(self, form: str, capsys: Capture) -> None:
        assert main(["find", "--format", form, "a.txt", "b.txt"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"shamsi: --format {form} writes one document, got 2 files; run it once for each, as in:")

    @pytest.mark.parametrize("form", ["text", "json", "edtf"])
    def test_parts_go_with_documents(self, form: str, capsys: Capture) -> None:
        assert main(["find", "--parts", "--format", form]) == 2
        assert "--parts goes with --format timeml, brat, conll, not with" in capsys.readouterr().err


class TestOffsets:
    @pytest.mark.parametrize(("unit", "encoding", "width"), [("utf-8", "utf-8", 1), ("utf-16", "utf-16-le", 2)])
    def test_they_cut_the_encoded_text(self, unit: str, encoding: str, width: int, feed: Feed, capsys: Capture) -> None:
        text = "\ufeff😀 از شنبه ۵ مهر تا یکشنبه ۱۳ مهر ۱۴۰۴"
        feed(text.encode())
        assert main(["find", "--format", "json", "--offsets", unit]) == 0
        mention = json.loads(capsys.readouterr().out)
        data = text.encode(encoding)
        for row in (mention, *mention["parts"]):
            assert data[width * row["start"] : width * row["end"]].decode(encoding) == row["text"]
            start, end = row["extent"]
            assert data[width * start : width * end].decode(encoding).endswith(row["text"])
        assert (mention["line"], mention["column"]) == (1, 12)

    def test_the_units_are_those_of_offsets(self) -> None:
        assert report_options.UNITS == UNITS

    def test_a_byte_that_is_not_utf8_counts_as_one(self, tmp_path: Path, capsys: Capture) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xfe\xfb " + TEXT.encode() + b" " * 2000)
        assert main(["find", "--format", "json", "--offsets", "utf-8", str(path)]) == 0
        mention = json.loads(capsys.readouterr().out)
        assert path.read_bytes()[mention["start"] : mention["end"]].decode() == "۱۸ مرداد ۱۴۰۴"

    def test_code_points_are_the_default(self, feed: Feed, capsys: Capture) -> None:
        outputs = []
        for options in ([], ["--offsets", "code-points"]):
            feed(("😀" + TEXT).encode())
            assert main(["find", "--format", "json", *options]) == 0
            outputs.append(capsys.readouterr().out)
        assert outputs[0] == outputs[1]

    @pytest.mark.parametrize("form", ["text", "brat"])
    def test_they_go_with_json(self, form: str, capsys: Capture) -> None:
        assert main(["find", "--offsets", "utf-8", "--format", form]) == 2
        assert f"--offsets goes with --format json, not with {form}" in capsys.readouterr().err


class TestLeaving:
    def test_nothing_found(self, feed: Feed, capsys: Capture) -> None:
        feed("سلام".encode())
        assert main(["find"]) == 1
        assert capsys.readouterr() == ("", "")

    def test_empty(self, feed: Feed, capsys: Capture) -> None:
        feed(b"")
        assert main(["find", "-"]) == 1
        assert capsys.readouterr() == ("", "")

    def test_trouble_outweighs_what_was_found(self, feed: Feed, capsys: Capture, tmp_path: Path) -> None:
        feed(TEXT.encode())
        missing = str(tmp_path / "missing")
        assert main(["find", missing, f"{missing}/too", "-"]) == 2
        out, err = capsys.readouterr()
        assert "1404-05-18" in out
        assert err.splitlines()[2:] == ["1 date in 1 file; 2 failed"]

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_bad_utf8_is_kept_and_told(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / "news.txt"
        path.write_bytes("\n".join(["مهر ", "", TEXT, "." * 1000]).encode().replace(b"\n", b"\xff\n", 1))
        command = [sys.executable, "-m", "shamsi", "find", "--format", form, str(path)]
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
        assert done.returncode == 0
        assert done.stderr.decode() == f"shamsi: {path}: not valid UTF-8 (1 byte, first 0xff at offset 7), kept as is\n"
        assert "1404-05-18" in done.stdout.decode()

    def test_the_reader_leaves(self, tmp_path: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_text(f"{TEXT}\n" * 5000, encoding="utf-8")
        script = '{ "$1" -m shamsi find "$2"; echo "$?" >&2; } | head -n 1'
        done = subprocess.run(
            ["sh", "-c", script, "sh", sys.executable, str(path)], capture_output=True, check=False, cwd=ROOT
        )
        assert done.stderr == b"141\n"
        assert done.stdout.count(b"\n") == 1


class TestSize:
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_long_line_is_never_printed(self, form: str, feed: Feed, capsys: Capture) -> None:
        feed(("سلام دنیا " * 400_000 + "۱۸ مرداد ۱۴۰۴" + " سلام دنیا" * 400_000).encode())
        assert main(["find", "--format", form]) == 0
        out = capsys.readouterr().out
        assert out.count("\n") == 1
        assert len(out) < 1000
        assert "4000001" in out


class TestTerminal:
    def test_spans_are_isolated_on_a_terminal_only(self, tmp_path: Path) -> None:
        pty = pytest.importorskip("pty")
        path = tmp_path / "a.txt"
        path.write_text(TEXT, encoding="utf-8")
        command = [sys.executable, "-m", "shamsi", "find", str(path)]
        assert "\u2068" not in subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout.decode()
        try:
            ours, theirs = pty.openpty()
        except OSError as error:
            pytest.skip(f"no pseudo-terminal: {error.strerror}")
        subprocess.run(command, stdout=theirs, check=True, cwd=ROOT)
        os.close(theirs)
        shown = os.read(ours, 10_000).decode()
        os.close(ours)
        assert "\u2068۱۸ مرداد ۱۴۰۴\u2069" in shown
