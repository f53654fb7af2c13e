"""The page: every date marked, every finding with its repairs, and nothing of a text that a browser would act on."""

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.cli.inputs import Document
from shamsi.cli.main import main
from shamsi.cli.reports.html import make, section
from shamsi.cli.reports.markup import escaped
from shamsi.cli.reports.overview import CHOICES
from shamsi.cli.reports.report import FileCounts, Tally
from shamsi.cli.reports.style import Style
from shamsi.text.check import Examination, examine
from shamsi.text.resolve.reading import reading_of
from tests.cli.reports.hostile import documents

WRONG = "دوشنبه ۱۸ مرداد ۱۴۰۴ (۱۱ اوت ۲۰۲۵).\nو در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴ و در دهه ۱۳۷۰"
Capture = pytest.CaptureFixture[str]
ELEMENTS = set(
    "html head meta title style body h1 h2 p mark main details summary bdi span div small a ol li code del ins b "
    "figure figcaption svg line text rect header label input br ul section table thead tbody tr th td".split()
)
ATTRIBUTES = set(
    "lang dir charset http-equiv content name class id href open aria-label role viewbox x y x1 y1 x2 y2 width height "
    "rx text-anchor type scope colspan data-letter".split()
)


class Parsed(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "line", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def examined(text: str) -> Examination:
    return examine(reading_of(text))


def part(text: str) -> Parsed:
    return Parsed(section(Document("a.txt", text), examined(text)))


def page_of(path: Path, capsys: Capture, *arguments: str) -> str:
    assert main(["check", "--no-config", "--format", "html", str(path), *arguments]) in (0, 1)
    return capsys.readouterr().out


def test_every_date_is_marked_with_its_equivalent() -> None:
    found = part(WRONG)
    marks = [attributes["class"] for tag, attributes in found.elements if tag == "mark"]
    mentions = shamsi.find(WRONG)
    assert [str(one).split()[0] for one in marks] == [mention.calendar for mention in mentions]
    for text in ("2025-08-09", "1404-05-20", "1404-05-27", "1991-03-21 – 2001-03-20"):
        assert text in found.text


def test_every_finding_stands_beside_with_its_repairs_and_is_linked() -> None:
    found, findings = part(WRONG), shamsi.check(WRONG)
    assert {finding.code for finding in findings} == {"pair-mismatch", "impossible-date"}
    for finding in findings:
        assert all(sentence in found.text for sentence in (finding.detail, *finding.evidence))
        assert all(one.replacement in found.text for one in finding.suggestions)
    anchors = [attributes["id"] for tag, attributes in found.elements if tag == "li"]
    places = [attributes["id"] for tag, attributes in found.elements if tag == "mark"]
    links = [str(attributes["href"]).removeprefix("#") for tag, attributes in found.elements if tag == "a"]
    assert set(anchors) <= set(links) <= {*anchors, *places}
    back = [a for tag, a in found.elements if tag == "a" and a.get("class") == "back"]
    assert len(back) == len(findings)
    assert len({a["aria-label"] for a in back}) == len(findings)
    assert found.text.count("(preferred)") == 1
    wrong = [attributes for tag, attributes in found.elements if tag == "mark" and "wrong" in str(attributes["class"])]
    assert len(wrong) == 5


def test_a_finding_shows_its_confidence_and_its_anchor_stays() -> None:
    before, after = part(WRONG), part(f"خبر ۱۲ آذر ۱۴۰۲\n\n{WRONG}")
    for finding in shamsi.check(WRONG):
        assert f"confidence {finding.confidence}" in before.text
    anchors = [[attributes["id"] for tag, attributes in found.elements if tag == "li"] for found in (before, after)]
    assert anchors[0] == anchors[1]
    assert [str(anchor).rpartition("-")[2] for anchor in anchors[0]] == [one.id for one in shamsi.check(WRONG)]


def test_documents_of_one_page_have_anchors_of_their_own(tmp_path: Path, capsys: Capture) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    found = Parsed(page_of(tmp_path, capsys))
    anchors = [attributes["id"] for tag, attributes in found.elements if "id" in attributes]
    assert len(anchors) == len(set(anchors)) == 2 * (1 + 3 + 6) + len(CHOICES)
    assert found.open == []


def test_the_page_allows_nothing_but_its_own_style(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    page = page_of(tmp_path / "a.txt", capsys)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')
    assert not re.search(r"https?:|url\(|@import|<script|<img|style=", page)


def test_a_long_text_is_shown_around_its_dates() -> None:
    text = "آغاز " + "واژه " * 100_000 + WRONG + " واژه" * 100_000 + " ۱۸ مرداد ۱۴۰۴ پایان"
    found = part(text)
    assert len(found.text) < 5_000
    assert "آغاز" not in found.text
    assert "۱۸ مرداد ۱۴۰۴ [= 2025-08-09] پایان" in found.text
    assert found.text.count("…") == 2


def test_very_many_dates_are_counted_not_shown() -> None:
    found = part("در ۱۸ مرداد ۱۴۰۴ آمد.\n" * 3_000)
    assert found.text.count("2025-08-09") == 1_000
    assert "and 2000 more dates" in found.text


def test_of_very_many_dates_those_that_are_wrong_are_shown() -> None:
    found = part("در ۱۸ مرداد ۱۴۰۴ آمد.\n" * 1_500 + "و در ۳۱ مهر ۱۴۰۴ رفت.")
    assert found.text.count("2025-08-09") == 999
    (last,) = [attributes for tag, attributes in found.elements if tag == "mark"][-1:]
    assert str(last["class"]).split()[:2] == ["persian", "wrong"]


def test_very_many_findings_are_counted_not_told() -> None:
    found = part("در ۳۱ مهر ۱۴۰۴ آمد.\n" * 300)
    assert "300 cannot be right" in found.text
    assert "and 100 more findings" in found.text
    assert sum(tag == "h2" for tag, _ in found.elements) == 200


def test_a_finding_in_a_part_is_noted_at_the_whole() -> None:
    found = part("از یکشنبه ۱۸ مرداد ۱۴۰۴ تا دوشنبه ۲۰ مرداد ۱۴۰۴ و در ۵ آبان ۱۴۰۲")
    marks = [attributes["class"] for tag, attributes in found.elements if tag == "mark"]
    assert marks[0] == "persian wrong"
    assert marks[-1] == "persian short"


def test_nothing_is_told_of_a_document_without_dates() -> None:
    assert make(Style()).entries(Document("a.txt", "سلام"), examined("سلام"), None) == []


def hostile_page(text: str) -> Parsed:
    report = make(Style())
    entries = report.entries(Document(text[:50], text), examined(text), None)
    tally = Tally()
    tally.count(examined(text))
    tally.list_file(FileCounts(text[:50], tally.dates, tally.codes))
    page = report.assemble(io.BytesIO("\n".join(entries).encode()), tally)
    return Parsed(b"".join(page).decode())


@pytest.mark.parametrize("number", range(200))
def test_hostile_text_stays_text(number: int) -> None:
    check_inert(hostile_page(documents()[number]))


def check_inert(found: Parsed) -> None:
    assert found.open == []
    for tag, attributes in found.elements:
        assert tag in ELEMENTS
        assert set(attributes) <= ATTRIBUTES
        assert str(attributes.get("href", "#")).startswith("#")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", found.text)


@given(st.text(), st.text())
def test_any_text_stays_text(before: str, after: str) -> None:
    check_inert(hostile_page(f"{before} ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) {after}"))


@given(st.text())
def test_what_is_escaped_can_be_written(text: str) -> None:
    escaped(text).encode("utf-8")


def test_what_was_not_read_is_named_and_stays_text(tmp_path: Path, capsys: Capture) -> None:
    name = "<img src=x onerror=alert(1)>"
    (tmp_path / f"{name}.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / f"{name}.pdf").touch()
    (tmp_path / "a.jsonl").write_text('{"<b>": 1}\n' * 3, encoding="utf-8")
    assert main(["check", "--no-config", "--format", "html", str(tmp_path)]) == 2
    page = Parsed(capsys.readouterr().out)
    check_inert(page)
    assert [attributes["class"] for tag, attributes in page.elements if tag == "section"] == ["not-read", "skipped"]
    assert "nothing was read; 1 skipped (1 of unknown suffix .pdf), 4 failed" in page.text
    for text in (
        "4 not read",
        f"/{name}.txt: a PDF file, not text",
        "/a.jsonl#1: no field 'text' (found: <b>)",
        "(2 more)",
        f"/{name}.pdf: of unknown suffix .pdf",
    ):
        assert text in page.text, text


ADDED = ("small", "a", "ol")


class Shown(HTMLParser):
    """The text of a document as the page has it, with and without what is added to it, and the paragraphs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.whole = self.plain = ""
        self.paragraphs: list[str | None] = []
        self.lang: str | None = None
        self._added = 0
        page = section(Document("a.txt", text), examined(text))
        self.feed(page[page.index('<div class="text"') : page.rindex("\n</div></details>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._added += tag in ADDED
        if tag == "p" and not self._added:
            self.paragraphs.append(dict(attrs).get("dir"))
        if tag == "div" and "lang" in dict(attrs):
            self.lang = dict(attrs)["lang"]

    def handle_endtag(self, tag: str) -> None:
        self._added -= tag in ADDED

    def handle_data(self, data: str) -> None:
        self.whole += data
        self.plain += "" if self._added else data


JOINED = re.compile(r"[0-9۰-۹٠-٩]{4}-[0-9]{2}-[0-9]{2}[0-9۰-۹٠-٩]|[0-9۰-۹٠-٩][0-9]{4}-[0-9]{2}-[0-9]{2}")
LINES = (
    "Agency, 2025-08-09:\r\n\r\nدر ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵) Mr X آمد.\rنشست ۲۰۲۵-۰۸-۰۹\nThe 18 مرداد 1404 in English"
)


ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")


@pytest.mark.parametrize("text", [LINES, WRONG, "", "\n\n", "۱۸ مرداد ۱۴۰۴", "x\r\n"])
def test_without_what_is_added_the_text_is_as_it_was(text: str) -> None:
    shown = Shown(text)
    assert shown.plain == re.sub("\r\n?", "\n", text)
    assert not JOINED.search(shown.whole), shown.whole


def test_no_date_is_joined_to_its_equivalent_in_the_seed(shared: Callable[[str], Path]) -> None:
    with shared("seed/mehr-2025-12-15.ar.txt").open(encoding="utf-8", newline="") as file:
        shown = Shown(file.read())
    assert shown.whole.count(" [= ") >= 8
    assert not JOINED.search(shown.whole)
    assert shown.lang == "ar"
    assert shown.paragraphs[0] == "rtl"


@pytest.mark.parametrize("between", ["/", "-", "–", " ", "\n", "، "])
def test_no_equivalent_is_joined_to_the_next_date(between: str) -> None:
    shown = Shown(f"در ۱۸ مرداد ۱۴۰۴{between}۹ اوت ۲۰۲۵ بود")
    assert f"[= 2025-08-09]{between}۹ اوت ۲۰۲۵ [= 1404-05-18]" in shown.whole


@pytest.mark.parametrize("end", ENDS)
def test_every_end_of_a_line_ends_a_paragraph(end: str) -> None:
    shown = Shown(end.join(["Report from Shiraz", "در ۱۸ مرداد ۱۴۰۴ آمد", "", "On 9 August"]))
    assert shown.plain == "Report from Shiraz\nدر ۱۸ مرداد ۱۴۰۴ آمد\n\nOn 9 August"
    assert shown.paragraphs == ["ltr", "rtl", None, "ltr"]


@pytest.mark.parametrize("end", ENDS)
def test_a_date_over_two_lines_is_marked_whole(end: str) -> None:
    shown = Shown(f"در ۱۸ مرداد{end}۱۴۰۴ آمد")
    assert shown.plain == "در ۱۸ مرداد\n۱۴۰۴ آمد"


def test_each_line_runs_in_the_direction_of_most_of_its_letters() -> None:
    assert Shown(LINES).paragraphs == ["ltr", None, "rtl", "rtl", "ltr"]
    assert Shown("Reuters: نشست در ۱۸ مرداد ۱۴۰۴ در تهران برگزار شد").paragraphs == ["rtl"]
    assert Shown("جمعه ۹ آبان ۱۴۰۴ (Friday, October 31, 2025)").paragraphs == ["rtl"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("وقد حضر في 18 مرداد 1404 إلى المدينة التي زارها", "ar"),
        ("که در ۱۸ مرداد ۱۴۰۴ به تهران آمد و گفت", "fa"),
    ],
)
def test_a_document_has_the_language_of_its_dates(text: str, lang: str) -> None:
    assert Shown(text).lang == lang


def test_a_finding_quotes_in_the_language_of_its_date() -> None:
    texts = {"ar": "وقد حضر في 31 مهر 1404 إلى المدينة", "fa": "که در ۳۱ مهر ۱۴۰۴ آمد"}
    for lang, text in texts.items():
        page = section(Document("a.txt", text), examined(text))
        assert f'<p lang="{lang}" dir="rtl"><del>' in page


def test_each_side_of_a_pair_is_in_its_own_language() -> None:
    text = "این در ۵ آبان ۱۴۰۳ (November 5, 2024) بود"
    page = section(Document("a.txt", text), examined(text))
    assert (
        '<p lang="en" dir="ltr"><del><bdi>November 5, 2024</bdi></del> → <ins><bdi>October 26, 2024</bdi></ins>' in page
    )
    assert '<p lang="fa" dir="rtl"><del><bdi>۵ آبان ۱۴۰۳</bdi></del>' in page
    assert '<bdi lang="fa">۵ آبان ۱۴۰۳</bdi> is' in page


def reported(folder: Path, lang: str, capsys: Capture) -> str:
    """The page of a folder of texts, some of which fail or are skipped."""
    for name, text in (("a.txt", WRONG), ("b.txt", "باران"), ("c.txt", "در ۱۸ مرداد ۱۴۰۴ آمد"), ("d.txt", WRONG)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "e.txt").write_bytes(b"%PDF-1.7")
    (folder / "f.pdf").touch()
    assert main(["check", "--no-config", "--format", "html", "--lang", lang, str(folder)]) == 2
    return capsys.readouterr().out


def test_the_head_has_totals_by_code_and_every_document(tmp_path: Path, capsys: Capture) -> None:
    page = Parsed(reported(tmp_path, "en", capsys))
    head, _, texts = page.text.partition("only names and counts")
    assert "6 errors in 13 dates" in head
    for text in (
        "4 pair-mismatch",
        "2 impossible-date",
        "a.txt",
        "b.txt",
        "c.txt",
        "d.txt",
        "1 not read",
        "e.txt",
        "f.pdf",
    ):
        assert text in head, text
    assert "b.txt" not in texts
    places = {attributes["id"] for tag, attributes in page.elements if tag == "details"}
    links = {str(a["href"])[1:] for tag, a in page.elements if tag == "a" and str(a["href"]).startswith("#d-")}
    assert links == places
    assert page.open == []


def test_the_title_names_the_file_and_how_much_is_wrong(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    page = page_of(tmp_path / "a.txt", capsys, "--lang", "fa")
    assert re.search(r"<title>[^<]*/a\.txt: ۳ خطا در ۶ تاریخ[^<]*</title>", page)


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_a_page_in_another_language_has_no_english_but_codes_and_paths(
    lang: str, tmp_path: Path, capsys: Capture
) -> None:
    page = Parsed(reported(tmp_path, lang, capsys).replace(str(tmp_path), ""))
    attributes = [f"{value}" for _, one in page.elements for name, value in one.items() if name == "aria-label"]
    text = " ".join([page.text.partition("</style>")[2] or page.text, *attributes])
    text = text[text.rindex("}") + 1 :]  # after the style sheet
    for code in (
        "pair-mismatch",
        "impossible-date",
        "PDF",
        "pdftotext -layout",
        "ocrmypdf",
        f"shamsi {shamsi.__version__}",
    ):
        text = text.replace(code, "")
    assert re.findall("[A-Za-z]+", re.sub(r"/?([a-f])?\.(txt|pdf)", "", text)) == []
    assert 'lang="en"' not in reported(tmp_path, lang, capsys)


def test_documents_of_one_name_have_places_of_their_own(tmp_path: Path, capsys: Capture) -> None:
    rows = "".join(f'{{"id": "x", "text": "در ۳۱ مهر ۱۴۰۴ آمد {number}"}}\n' for number in range(3))
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    page = Parsed(page_of(tmp_path / "a.jsonl", capsys, "--id", "id"))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.elements:
        if tag == "a":
            assert str(attributes["href"])[1:] in ids


def test_a_finding_stands_beside_its_paragraph() -> None:
    page = section(Document("a.txt", WRONG), examined(WRONG))
    first, second = re.findall(r'<div class="row">(.*?</ol>)</div>', page, re.DOTALL)
    assert "دوشنبه" in first
    assert first.count("<li") == 1
    assert second.count("<li") == 2


def test_a_sign_says_which_finding_it_leads_to() -> None:
    links = [attributes for tag, attributes in part(WRONG).elements if tag == "a"]
    labels = [str(one["aria-label"]) for one in links if str(one["href"]).startswith("#f-") and "class" not in one]
    assert labels[0] == "not the same days, finding 1"
    assert labels[-1].startswith("there is no such day, finding ")


def test_words_are_whole_where_a_long_text_is_cut() -> None:
    found = part("دانشگاه " * 5_000 + "در ۱۸ مرداد ۱۴۰۴ آمد " + "دانشگاه " * 5_000)
    before, after = found.text[found.text.index("…") + 1 : found.text.rindex("…")].split("در ۱۸ مرداد ۱۴۰۴")
    assert set(before.split()) == {"دانشگاه"}
    assert set(after.split()) - {"[=", "2025-08-09]", "آمد"} == {"دانشگاه"}


def test_both_ends_of_a_range_are_isolated_where_a_finding_quotes_them() -> None:
    text = "مهلت از ۲۱ مهر ۱۴۰۴ لغایت ۶ مهر ۱۴۰۴ است."
    page = section(Document("a.txt", text), examined(text))
    for end in ("۲۱ مهر ۱۴۰۴", "۶ مهر ۱۴۰۴"):
        assert f'<bdi lang="fa">{end}</bdi>' in page
