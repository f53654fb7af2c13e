"""Word files with planted dates, as editors and word processors leave them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docx.enum.section import WD_SECTION
from docx.shared import Pt, RGBColor

from tests.office.packages import WordFile, paragraph, run, settle, table, text_box
from tests.office.planted import MEETING, NOTHING, NUMBERS, RIGHT, SINGLE, TRADE, VISIT, Planted

RTL = '<w:rFonts w:cs="Vazirmatn"/><w:szCs w:val="26"/><w:rtl/><w:lang w:bidi="fa-IR"/>'
BIDI = '<w:bidi/><w:jc w:val="start"/>'
BOLD = "<w:b/><w:bCs/>"
CUT = TRADE.cut("مرداد", "۱۴۰۴⟧", "اوت", "۲۰۲۵→")
CUT_IN_WORDS = TRADE.cut("۸ مرداد", "داد ۱۴۰۴", "۰۴⟧", "۸ اوت", "ت ۲۰۲۵→", "۲۵→")
_AUTHOR = 'w:author="دبیر" w:date="2024-03-20T08:00:00Z"'


@dataclass(frozen=True)
class Sample:
    """A file: what it is for, the sentences in it that are read, and how it is made."""

    name: str
    purpose: str
    planted: tuple[Planted, ...]
    make: Callable[[Path], None]

    @property
    def wrong(self) -> list[str]:
        """The wrong dates that are planted in it."""
        return [date for planted in self.planted for date in planted.wrong]


def samples() -> list[Sample]:
    """All samples of this module."""
    return [value for value in globals().values() if isinstance(value, Sample)]


def _sample(*planted: Planted) -> Callable[[Callable[[Path], None]], Sample]:
    def made(make: Callable[[Path], None]) -> Sample:
        return Sample(make.__name__, make.__doc__ or "", planted, make)

    return made


def _runs(planted: Planted, *properties: str) -> str:
    """A sentence as runs, whose properties alternate."""
    properties = properties or ("",)
    return "".join(run(piece, properties[k % len(properties)]) for k, piece in enumerate(planted.pieces))


def _write(path: Path, *content: str, before: str = "", after: str = "", properties: str = "") -> None:
    """Write a file of three paragraphs, the second of them given."""
    file = WordFile()
    file.add(before or paragraph(run(NOTHING.text)), paragraph(*content, properties=properties))
    file.add(after or paragraph(run(RIGHT.text)))
    file.save(path)


@_sample(SINGLE, TRADE, MEETING)
def plain(path: Path) -> None:
    """Paragraphs and headings as python-docx writes them."""
    file = WordFile()
    file.document.add_heading(SINGLE.text, 1)
    for planted in (TRADE, NOTHING, MEETING):
        file.document.add_paragraph(planted.text)
    file.save(path)


@_sample(TRADE, RIGHT)
def split_between_words(path: Path) -> None:
    """Runs that end between the words of a date."""
    _write(path, _runs(CUT))


@_sample(TRADE, RIGHT)
def split_within_words(path: Path) -> None:
    """Runs that end within a word and within a number."""
    _write(path, _runs(CUT_IN_WORDS))


@_sample(MEETING, RIGHT)
def one_letter_runs(path: Path) -> None:
    """Every letter a run of its own."""
    _write(path, "".join(map(run, MEETING.text)))


@_sample(TRADE, RIGHT)
def empty_runs(path: Path) -> None:
    """Runs without text, and texts without letters, in a date."""
    empty = '<w:r><w:rPr><w:i/></w:rPr></w:r><w:r><w:t/></w:r><w:r><w:t xml:space="preserve"></w:t></w:r>'
    _write(path, empty.join(map(run, CUT_IN_WORDS.pieces)))


@_sample(TRADE, RIGHT)
def two_texts_in_a_run(path: Path) -> None:
    """Several texts in one run."""
    texts = "".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in CUT_IN_WORDS.pieces)
    _write(path, f"<w:r>{texts}</w:r>")


@_sample(TRADE, RIGHT)
def right_to_left(path: Path) -> None:
    """Right-to-left paragraphs and runs, with fonts and sizes of complex scripts."""
    _write(path, _runs(CUT, RTL), properties=BIDI)


@_sample(TRADE, RIGHT)
def mixed_directions(path: Path) -> None:
    """Right-to-left and other runs in turn, within a word too."""
    _write(path, _runs(CUT_IN_WORDS, RTL, ""), properties=BIDI)


@_sample(TRADE, RIGHT)
def embedded_directions(path: Path) -> None:
    """Runs within directional embeddings and overrides."""
    first, *middle, last = CUT.pieces
    inner = "".join(run(piece, RTL) for piece in middle)
    _write(path, run(first), f'<w:dir w:val="rtl">{inner}</w:dir>', f'<w:bdo w:val="rtl">{run(last)}</w:bdo>')


@_sample(TRADE, RIGHT)
def bold_in_a_date(path: Path) -> None:
    """Bold and plain in turn, cut within the date."""
    _write(path, _runs(CUT, "", BOLD))


@_sample(TRADE, RIGHT)
def colours_in_a_date(path: Path) -> None:
    """Colours, underlines and sizes that python-docx sets within a word."""
    file = WordFile()
    made = file.document.add_paragraph()
    for number, piece in enumerate(CUT_IN_WORDS.pieces):
        font = made.add_run(piece).font
        font.color.rgb = RGBColor(40 * number, 90, 200 - 20 * number)
        font.underline, font.size = number % 2 == 0, Pt(9 + number)
    file.document.add_paragraph(RIGHT.text)
    file.save(path)


@_sample(TRADE, RIGHT)
def proofing_marks(path: Path) -> None:
    """Marks of the spelling check and of editing sessions between runs."""
    marks = ['<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>']
    made = [
        marks[k % 2] + run(piece).replace("<w:r>", f'<w:r w:rsidR="00AA11{k:02}">', 1)
        for k, piece in enumerate(CUT_IN_WORDS.pieces)
    ]
    _write(path, "<w:r><w:lastRenderedPageBreak/></w:r>", *made)


@_sample(TRADE, RIGHT)
def bookmarks(path: Path) -> None:
    """Bookmarks that begin and end within a date."""
    made = "".join(
        f'<w:bookmarkStart w:id="{k}" w:name="place{k}"/>{run(piece)}<w:bookmarkEnd w:id="{k}"/>'
        for k, piece in enumerate(CUT_IN_WORDS.pieces)
    )
    _write(path, made)


@_sample(TRADE, MEETING, RIGHT, SINGLE)
def tables(path: Path) -> None:
    """Dates in cells; a pair that two cells share is none."""
    file = WordFile()
    cells = [paragraph(run(one.text)) for one in (TRADE, NOTHING, MEETING, RIGHT)]
    file.add(table(cells[:2], cells[2:]), paragraph(run(SINGLE.text)))
    file.save(path)


@_sample(TRADE, MEETING, RIGHT, SINGLE)
def nested_tables(path: Path) -> None:
    """A table in a cell of a table, with merged cells around."""
    inner = table([paragraph(_runs(CUT, BOLD, ""))], [paragraph(run(RIGHT.text))])
    outer = table(
        [paragraph(run(NOTHING.text)), inner + paragraph(run(SINGLE.text))],
        [paragraph(run(MEETING.text)), paragraph()],
    ).replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>', 1)
    file = WordFile()
    file.add(outer, paragraph())
    file.save(path)


@_sample(SINGLE, TRADE, RIGHT)
def text_boxes(path: Path) -> None:
    """A text box, whose text Word writes twice."""
    _write(path, run(SINGLE.text), text_box(paragraph(_runs(CUT)) + paragraph(run(RIGHT.text))))


@_sample(TRADE, SINGLE, MEETING, RIGHT, VISIT)
def headers_and_footers(path: Path) -> None:
    """Headers and footers, of the first page and of even pages too."""
    file = WordFile()
    section = file.document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = TRADE.text
    section.first_page_header.paragraphs[0].text = SINGLE.text
    section.footer.paragraphs[0].text = MEETING.text
    section.even_page_footer.paragraphs[0].text = RIGHT.text
    file.add(paragraph(run(VISIT.text)))
    file.save(path)


@_sample(TRADE, MEETING, SINGLE, RIGHT)
def footnotes(path: Path) -> None:
    """Footnotes with a date pair, in the middle of a paragraph."""
    file = WordFile()
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    file.add_notes("footnotes", [paragraph(mark, run(f" {TRADE.text}")), paragraph(mark, _runs(MEETING.cut("أغسطس")))])
    file.add(
        paragraph(run(SINGLE.text), '<w:r><w:footnoteReference w:id="1"/></w:r>', run(" ادامه دارد.")),
        paragraph(run(RIGHT.text), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    )
    file.save(path)


@_sample(TRADE, VISIT)
def endnotes(path: Path) -> None:
    """Endnotes, whose marks stand between the dates of a pair."""
    file = WordFile()
    file.add_notes("endnotes", [paragraph("<w:r><w:endnoteRef/></w:r>", run(f" {VISIT.text}"))])
    before, after = TRADE.cut(" (⟦").pieces
    file.add(paragraph(run(before), '<w:r><w:endnoteReference w:id="1"/></w:r>', run(after)))
    file.save(path)


@_sample(TRADE, MEETING)
def hyperlinks(path: Path) -> None:
    """A link that begins within a date, and one around all of it."""
    file = WordFile()
    link = file.link("https://example.org/1404/05/18")
    first, second, *rest = CUT.pieces
    file.add(
        paragraph(run(first), f'<w:hyperlink r:id="{link}">{run(second, BOLD)}</w:hyperlink>', *map(run, rest)),
        paragraph(f'<w:hyperlink r:id="{link}" w:history="1">{_runs(MEETING)}</w:hyperlink>'),
    )
    file.save(path)


@_sample(TRADE, RIGHT)
def fields(path: Path) -> None:
    """Fields whose result is a part of a date, simple and complex ones."""
    first, second, third, *rest = CUT.pieces
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    complex_field = (
        mark.format("begin")
        + run(' DATE \\@ "dd/MM/yyyy" 18/08/2025 ', tag="w:instrText")
        + mark.format("separate")
        + run(third)
        + mark.format("end")
    )
    simple = f'<w:fldSimple w:instr=" DOCPROPERTY Month ">{run(second)}</w:fldSimple>'
    _write(path, run(first), simple, complex_field, *map(run, rest))


@_sample(TRADE, MEETING)
def insertions(path: Path) -> None:
    """Tracked insertions of a part of a date and of a whole sentence."""
    first, second, *rest = CUT.pieces
    made = f'<w:ins w:id="90" {_AUTHOR}>{run(second)}</w:ins>'
    whole = paragraph(f'<w:ins w:id="91" {_AUTHOR}>{run(MEETING.text)}</w:ins>')
    _write(path, run(first), made, *map(run, rest), after=whole)


@_sample(TRADE, RIGHT)
def deletions(path: Path) -> None:
    """Tracked deletions within a date: what is deleted is not read."""
    first, second, third, *rest = CUT.pieces
    gone = "".join(
        f'<w:del w:id="{80 + k}" {_AUTHOR}>{run(text, tag="w:delText")}</w:del>'
        for k, text in enumerate(("تیر ", "۱۴۰۳"))
    )
    _write(path, run(first), gone, run(second), run(third), *map(run, rest))


@_sample(TRADE, SINGLE)
def moves(path: Path) -> None:
    """A sentence that was moved: it stands where it went."""
    here = paragraph(
        f'<w:moveToRangeStart w:id="70" w:name="move1" {_AUTHOR}/><w:moveTo w:id="71" {_AUTHOR}>'
        f'{run(TRADE.text)}</w:moveTo><w:moveToRangeEnd w:id="70"/>'
    )
    there = paragraph(
        f'<w:moveFromRangeStart w:id="72" w:name="move1" {_AUTHOR}/><w:moveFrom w:id="73" {_AUTHOR}>'
        f'{run(TRADE.text)}</w:moveFrom><w:moveFromRangeEnd w:id="72"/>'
    )
    _write(path, run(SINGLE.text), before=here, after=there)


@_sample(TRADE, RIGHT)
def changed_formats(path: Path) -> None:
    """Tracked changes of formats."""
    changed = f'<w:b/><w:rPrChange w:id="60" {_AUTHOR}><w:rPr><w:i/></w:rPr></w:rPrChange>'
    properties = f'{BIDI}<w:pPrChange w:id="61" {_AUTHOR}><w:pPr><w:keepNext/></w:pPr></w:pPrChange>'
    _write(path, _runs(CUT_IN_WORDS, changed, ""), properties=properties)


@_sample(TRADE, MEETING)
def content_controls(path: Path) -> None:
    """Controls in a line and around paragraphs, one of them for dates."""
    first, second, *rest = CUT.pieces
    control = '<w:sdt><w:sdtPr><w:alias w:val="روز"/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    date = '<w:date w:fullDate="2025-08-09T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
    block = control.format('<w:tag w:val="block"/>', paragraph(run(MEETING.text)))
    _write(path, run(first), control.format(date, run(second)), *map(run, rest), after=block)


@_sample(TRADE, RIGHT)
def smart_tags(path: Path) -> None:
    """Tags of older Word around a part of a date."""
    first, second, *rest = CUT.pieces
    tag = f'<w:smartTag w:uri="urn:example" w:element="date">{run(second)}</w:smartTag>'
    _write(path, run(first), tag, f'<w:customXml w:element="d">{run(rest[0])}</w:customXml>', *map(run, rest[1:]))


@_sample(TRADE, MEETING, RIGHT)
def breaks_and_tabs(path: Path) -> None:
    """A line break within a pair, a tab within a date, and a soft page break."""
    before, after = TRADE.cut(" (⟦").pieces
    tabbed = paragraph(run("الف"), "<w:r><w:tab/></w:r>", run(MEETING.text))
    _write(path, run(before), "<w:r><w:br/></w:r>", run(after.strip()), before=tabbed)


@_sample(TRADE, RIGHT)
def tabs_in_a_date(path: Path) -> None:
    """A tab in place of the space before a month."""
    first, rest = TRADE.cut("مرداد").pieces
    _write(path, run(first.rstrip()), "<w:r><w:tab/></w:r>", run(rest))


@_sample(TRADE, RIGHT)
def unbreakable_spaces(path: Path) -> None:
    """Spaces at which no line ends."""
    _write(path, run(TRADE.text.replace("۱۸ مرداد ۱۴۰۴", "۱۸\xa0مرداد\xa0۱۴۰۴")))


@_sample(TRADE, MEETING, RIGHT)
def lists(path: Path) -> None:
    """Items of numbered lists and of lists with bullets."""
    file = WordFile()
    for style, planted in (("List Number", TRADE), ("List Number", MEETING), ("List Bullet", RIGHT)):
        file.document.add_paragraph(planted.text, style=style)
    file.save(path)


@_sample(TRADE, MEETING, VISIT, NUMBERS)
def sections(path: Path) -> None:
    """Sections, each with its own header, and a page break between."""
    file = WordFile()
    for planted in (TRADE, MEETING, VISIT):
        section = file.document.add_section(WD_SECTION.NEW_PAGE)
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"{NOTHING.text} "
        file.document.add_paragraph(planted.text)
        file.add(paragraph('<w:r><w:br w:type="page"/></w:r>'))
    file.document.sections[-1].header.paragraphs[0].text = NUMBERS.text
    file.save(path)


@_sample(TRADE)
def comments(path: Path) -> None:
    """Comments on a date, with dates in the comments."""
    file = WordFile()
    made = file.document.add_paragraph()
    pieces = [made.add_run(piece) for piece in CUT.pieces]
    note = file.document.add_comment(pieces[1], text=f"سردبیر: {RIGHT.text}", author="دبیر", initials="د")
    note.add_paragraph(SINGLE.text)
    file.document.add_comment(pieces[2:4], text="?", author="نمونه‌خوان", initials="ن")
    file.save(path, lambda name, data: re.sub(rb' w:date="[^"]*"', b"", data) if "comments" in name else data)


@_sample(TRADE, MEETING)
def character_references(path: Path) -> None:
    """Letters as references, and signs that XML escapes, around and within a date."""
    file = WordFile()
    file.add(paragraph(run(f"<a & b> {TRADE.text}")), paragraph(run(MEETING.text)))
    file.save(path, _with_references)


def _with_references(name: str, data: bytes) -> bytes:
    if name != "word/document.xml":
        return data
    text = data.decode()
    for number, letter in enumerate("اوم۱۸د"):
        text = text.replace(letter, f"&#{ord(letter)};" if number % 2 else f"&#x{ord(letter):X};")
    text = re.sub(r"(أغسطس)", r"<![CDATA[\1]]>", text)
    return text.encode()


@_sample(TRADE)
def another_prefix(path: Path) -> None:
    """The names of Word's XML under another prefix, as some programs write them."""
    file = WordFile()
    file.add(paragraph(_runs(CUT, BOLD, "")))
    file.save(
        path,
        lambda name, data: (
            re.sub(rb"(</?|\s|xmlns:)w:(?=\w)|(xmlns:)w=", _renamed, data) if name == "word/document.xml" else data
        ),
    )


def _renamed(found: re.Match[bytes]) -> bytes:
    return b"xmlns:ns0=" if found[2] else found[1] + b"ns0:"


@_sample(TRADE)
def other_parts(path: Path) -> None:
    """Parts that are not read, stored without compression, and a comment of the zip."""
    file = WordFile()
    file.add_part("/word/media/image1.bin", "application/octet-stream", bytes(range(256)) * 40, "urn:example:bin")
    file.add_part("/customXml/item9.xml", "application/xml", b"<a>\r\n<b/></a>", "urn:example:xml")
    file.add(paragraph(run(TRADE.text)))
    whole = path.with_suffix(".whole")
    file.save(whole)
    settle(whole, path, compression=zipfile.ZIP_STORED, comment="یادداشت".encode())
    whole.unlink()


@_sample(TRADE)
def properties(path: Path) -> None:
    """A title, a subject and a description with dates."""
    file = WordFile()
    core = file.document.core_properties
    core.title, core.subject, core.comments = SINGLE.text, RIGHT.text, NOTHING.text
    file.add(paragraph(run(TRADE.text)))
    file.save(path)


@_sample(*[TRADE] * 3, RIGHT)
def many_paragraphs(path: Path) -> None:
    """A long text, of which a few dates are wrong."""
    file = WordFile()
    for number in range(300):
        planted = TRADE if number % 100 == 50 else RIGHT if number % 3 else NOTHING
        file.add(paragraph(run(planted.text, BOLD if number % 2 else "")))
    file.save(path)
