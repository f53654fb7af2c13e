"""Word files as editors leave them: only the words that are meant change, and comments are on them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

docx = pytest.importorskip("docx", reason="python-docx is not installed")

from shamsi.cli.main import main  # noqa: E402
from tests.office.planted import MASK, RIGHT, SINGLE  # noqa: E402
from tests.office.reading import all_text, commented, converted, members, paragraphs, skeleton, texts  # noqa: E402
from tests.office.samples import Sample, samples  # noqa: E402

Capture = pytest.CaptureFixture[str]
SAMPLES = samples()
NAMES = [sample.name for sample in SAMPLES]
ELSEWHERE = ("text_boxes", "headers_and_footers", "footnotes", "endnotes", "sections")
FIX = ["fix", "--side", "gregorian", "--write", "--no-config"]
REDACT = ["redact", "--keep", "nothing", "--write", "--no-config"]
_BLANK = re.compile(r"\s+")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all samples."""
    folder = tmp_path_factory.mktemp("office")
    for sample in SAMPLES:
        sample.make(folder / f"{sample.name}.docx")
    return folder


def copied(office: Path, sample: Sample, folder: Path) -> Path:
    path = folder / f"{sample.name}.docx"
    path.write_bytes((office / path.name).read_bytes())
    return path


def same(text: str) -> str:
    """A text without its blanks: a tab or a break of Word is no letter."""
    return _BLANK.sub("", text)


def test_there_are_thirty_files_and_they_are_the_same_each_time(office: Path, tmp_path: Path) -> None:
    assert len(SAMPLES) >= 30
    for sample in SAMPLES:
        sample.make(tmp_path / "again.docx")
        assert (tmp_path / "again.docx").read_bytes() == (office / f"{sample.name}.docx").read_bytes(), sample.name


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_planted_error_is_found(sample: Sample, office: Path, capsys: Capture) -> None:
    status = main(["check", "--no-config", "--format", "json", str(office / f"{sample.name}.docx")])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (status, len(found)) == (1, len(sample.wrong))


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_fix_changes_the_wrong_dates_within_their_runs_and_nothing_else(
    sample: Sample, office: Path, tmp_path: Path
) -> None:
    path = copied(office, sample, tmp_path)
    before = members(path)
    assert main([*FIX, str(path)]) == 0
    after = members(path)
    docx.Document(str(path))
    assert list(after) == list(before)
    repairs = {same(one.text): same(one.fixed) for one in sample.planted}
    changed = 0
    for name, data in before.items():
        if after[name] == data:
            continue
        assert skeleton(after[name]) == skeleton(data), name
        old, new = texts(data), texts(after[name])
        for one, other in zip(old, new, strict=True):
            wanted = same(one.replace("\xa0", ""))
            for text, repaired in repairs.items():
                wanted = wanted.replace(text, repaired)
            assert same(other) == wanted
            changed += one != other
    assert changed == len(sample.wrong) * (1 + (sample.name == "text_boxes"))
    assert main(["check", "--no-config", str(path)]) == 0


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_letters_that_stay_keep_their_format(sample: Sample, office: Path, tmp_path: Path) -> None:
    path = copied(office, sample, tmp_path)
    before = members(path)
    assert main([*FIX, str(path)]) == 0
    after = members(path)
    for name in before:
        if before[name] == after[name]:
            continue
        for old, new in zip(paragraphs(before[name]), paragraphs(after[name]), strict=True):
            head = next((k for k, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old))
            tail = next((k for k in range(len(new)) if old[-1 - k] != new[-1 - k]), len(new)) if new != old else 0
            gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
            assert len(gone) <= 10, "more than a day and a month has changed"
            assert {style for _, style in come} <= {style for _, style in old}


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_redact_leaves_no_date_anywhere(sample: Sample, office: Path, tmp_path: Path) -> None:
    path = copied(office, sample, tmp_path)
    before = members(path)
    assert main([*REDACT, str(path)]) == 0
    after = members(path)
    docx.Document(str(path))
    masked = {same(one.text): same(one.redacted) for one in sample.planted}
    written = [name for name in before if name.startswith("word/") and before[name] != after[name]]
    assert "word/document.xml" in written
    for name in written:
        gone = skeleton(before[name]).count("<w:") - skeleton(after[name]).count("<w:")
        assert gone == (sample.name == "tabs_in_a_date"), name  # the tab is within the date
        for one, other in zip(texts(before[name]), texts(after[name]), strict=True):
            wanted = same(one)
            for text, rest in masked.items():
                wanted = wanted.replace(text, rest)
            assert name == "word/comments.xml" or same(other) == wanted
    dates = {same(date) for planted in (*sample.planted, RIGHT, SINGLE) for date in planted.dates}
    for name, data in after.items():
        if name.endswith(".xml") and name.startswith("word/"):
            assert not [date for date in dates if date in same(all_text(data))], name
    assert MASK in all_text(after["word/document.xml"])


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_comments_are_on_the_words_of_each_finding(sample: Sample, office: Path, tmp_path: Path) -> None:
    path, made = office / f"{sample.name}.docx", tmp_path / "reviewed.docx"
    call = ["check", "--no-config", "--lang", "fa", "--format", "docx", "-o", str(made), str(path)]
    assert main(call) == 1
    first = made.read_bytes()
    assert main(call) == 1
    assert made.read_bytes() == first
    found = commented(made, "shamsi")
    assert (
        len(found) == len(sample.wrong) == len([c for c in docx.Document(str(made)).comments if c.author == "shamsi"])
    )
    for words, text in found:
        pairs = [one for one in sample.planted if same(words).startswith(same(one.dates[0]))]
        if sample.name in ELSEWHERE and not pairs:
            assert any(text.startswith(one.dates[0]) for one in sample.planted)
        else:
            assert (
                same(words)
                == same(pairs[0].text)[len(same(words.partition(words)[0])) :][
                    same(pairs[0].text).index(same(pairs[0].dates[0])) :
                ].partition(")")[0]
            )
    before, after = members(path), members(made)
    changed = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name for name in before if before[name] != after[name]} <= changed
    old, new = paragraphs(before["word/document.xml"]), paragraphs(after["word/document.xml"])
    assert old == new, "text and formats stay"
    if "word/comments.xml" in before:
        assert texts(after["word/comments.xml"])[: len(texts(before["word/comments.xml"]))] == texts(
            before["word/comments.xml"]
        )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.docx"], "--format docx writes a copy of a Word file: name it with -o FILE.docx"),
        (["-o", "b.docx"], "--format docx takes exactly one .docx file, got 0 names"),
        (["-o", "b.docx", "a.docx", "c.docx"], "--format docx takes exactly one .docx file, got 2 names"),
        (["-o", "b.docx", "a.txt"], "--format docx takes exactly one .docx file, got a.txt"),
        (["-o", "b.docx", "."], "--format docx takes exactly one .docx file, got ."),
    ],
)
def test_a_copy_is_of_one_word_file(arguments: list[str], message: str, capsys: Capture) -> None:
    assert main(["check", "--no-config", "--format", "docx", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_of_a_file_that_cannot_be_read_there_is_no_copy(tmp_path: Path, capsys: Capture) -> None:
    broken, made = tmp_path / "a.docx", tmp_path / "reviewed.docx"
    broken.write_bytes(b"PK\3\4 and nothing more")
    made.write_bytes(b"an earlier one")
    assert main(["check", "--no-config", "--format", "docx", "-o", str(made), str(broken)]) == 2
    assert "a.docx: " in capsys.readouterr().err
    assert made.read_bytes() == b"an earlier one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "reviewed.docx"]


def test_libreoffice_opens_what_was_written_and_finds_the_comments(office: Path, tmp_path: Path) -> None:
    made = list[Path]()
    for sample in SAMPLES:
        for verb, call in (("fixed", FIX), ("redacted", REDACT)):
            path = tmp_path / f"{sample.name}-{verb}.docx"
            path.write_bytes((office / f"{sample.name}.docx").read_bytes())
            assert main([*call, str(path)]) == 0
            made.append(path)
        path = tmp_path / f"{sample.name}-reviewed.docx"
        main(["check", "--no-config", "--format", "docx", "-o", str(path), str(office / f"{sample.name}.docx")])
        made.append(path)
    (tmp_path / "pdf").mkdir()
    assert all(path.read_bytes().startswith(b"%PDF") for path in converted(made, "pdf", tmp_path / "pdf"))
    reviewed = [path for path in made if path.stem.endswith("-reviewed")]
    (tmp_path / "odt").mkdir()
    for path, sample in zip(converted(reviewed, "odt", tmp_path / "odt"), SAMPLES, strict=True):
        content = members(path)["content.xml"].decode()
        assert content.count("<dc:creator>shamsi</dc:creator>") == len(sample.wrong), sample.name
        assert content.count("<office:annotation-end") >= len(sample.wrong), sample.name
