"""Subtitles: the words that are shown, with pairs over lines and cues, and edits in their places."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.cli.inputs.subtitles import text_of
from shamsi.cli.main import main

SRT = (
    "\ufeff1\r\n00:00:01,000 --> 00:00:04,000\r\nنشست در <i>۱۸ مرداد</i>\r\n۱۴۰۴ (۱۸ اوت\r\n\r\n"
    "2\r\n00:00:05,000 --> 00:00:07,500 X1:40\r\n"
    "{\\an8}۲۰۲۵) برگزار شد.\r\n\r\n3\r\n00:00:08,000 --> 00:00:09,000\r\n۱۴۰۵\r\n"
)
VTT = (
    "WEBVTT - ۳۱ مهر ۱۴۰۴\n\nNOTE ۳۱ مهر ۱۴۰۴\nthe same\n\nSTYLE\n::cue { color: red }\n\n"
    "name\n00:01.000 --> 00:02.000 line:0\n"
    "<v Roya>تا ۳۱ مهر ۱۴۰۴.\n\n00:03.000 --> 00:04.000\nپایان\n"
)


def test_the_words_of_cues() -> None:
    assert text_of(SRT)[0] == "نشست در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) برگزار شد.\n۱۴۰۵\n"
    assert text_of(VTT)[0] == "تا ۳۱ مهر ۱۴۰۴.\nپایان\n"
    assert text_of("")[0] == ""


def test_a_pair_over_lines_and_cues_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.srt").write_text(SRT, encoding="utf-8", newline="")
    (tmp_path / "b.vtt").write_text(VTT, encoding="utf-8")
    assert main(["check", "--no-config", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert f"{tmp_path}/a.srt:3:12: pair-mismatch" in out
    assert f"{tmp_path}/b.vtt:11:12: impossible-date" in out
    assert "2 errors" in out


def test_repairs_stay_in_their_cues(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(VTT, encoding="utf-8")
    assert main(["redact", "--no-config", "--keep", "year", "--write", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == VTT.replace("تا ۳۱ مهر ۱۴۰۴", "تا ۱۴۰۴")
    srt = tmp_path / "a.srt"
    srt.write_text(SRT.replace("(۱۸ اوت\r\n\r\n2", "(۱۸ اوت ۲۰۲۵)\r\n\r\n2"), encoding="utf-8", newline="")
    assert main(["fix", "--no-config", "--side", "gregorian", "--write", str(srt)]) == 0
    written = srt.read_bytes().decode("utf-8")
    assert written == SRT.replace("(۱۸ اوت\r\n\r\n2", "(۹ اوت ۲۰۲۵)\r\n\r\n2")


@given(
    st.text(alphabet="1a\n\r<>{}\\-: ۱"), st.lists(st.sampled_from(["00:01.0 --> 00:02.0\n", "x\n", "\n", "NOTE\n"]))
)
def test_letters_are_those_of_the_source(noise: str, lines: list[str]) -> None:
    source = "".join(lines) + noise
    text, spans = text_of(source)
    for at, char in enumerate(text):
        start, end = spans.start(at), spans.end(at + 1)
        assert source[start:end] == char or (start == end and char in " \n")
    assert isinstance(shamsi.find(text), list)


def test_cues_that_no_empty_line_parts_are_read() -> None:
    source = (
        "1\n00:01,0 --> 00:02,0\nدر ۱۸ مرداد\n2\n00:02,0 --> 00:03,0\n۱۴۰۴ بود.\n1404\n3\n00:03,0 --> 00:04,0\nباران\n"
    )
    assert text_of(source)[0] == "در ۱۸ مرداد ۱۴۰۴ بود. 1404 باران\n"


def test_an_empty_line_inside_a_cue_loses_nothing() -> None:
    cue = "00:01.0 --> 00:02.0\nدر ۱۸ مرداد\n\n۱۴۰۴\n\n2\n\n00:02.0 --> 00:03.0\nباران\n"
    assert text_of("1\n" + cue)[0] == "در ۱۸ مرداد ۱۴۰۴ باران\n"
    assert text_of("WEBVTT\n\n" + cue)[0] == "در ۱۸ مرداد باران\n"  # as the format has it


def test_signs_that_are_no_tags_are_text() -> None:
    source = "1\n00:01,0 --> 00:02,0\n<b>3 < 4</b> <۱۸ مرداد ۱۴۰۴> <00:01.500>و > 2\n"
    assert text_of(source)[0] == "3 < 4 <۱۸ مرداد ۱۴۰۴> و > 2\n"
