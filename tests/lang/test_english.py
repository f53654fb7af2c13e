"""The English file: every spelling of every month is read, with marks, capitals and apostrophes of all kinds."""

import re

import pytest

import shamsi
from shamsi.lang.language import load
from shamsi.lang.lexicon import spellings
from shamsi.lang.schema import ExampleTable, MonthTable

FILE = load("en").tables
YEARS = {"persian": 1390, "gregorian": 1990, "islamic": 1290}
TABLES = [pytest.param(table, id=table.tradition) for table in FILE.months]


@pytest.mark.parametrize("table", TABLES)
def test_every_spelling_of_a_month_is_read_in_a_date(table: MonthTable) -> None:
    year = YEARS[table.calendar]
    unread: list[object] = []
    for number, row in enumerate(table.names, 1):
        for form in row:
            name = form[0].upper() + form[1:]
            for date in (f"5 {name} {year}", f"{name} 5, {year}"):
                found = [(m.text, m.calendar, m.native) for m in shamsi.find(f"It was signed on {date} in the city.")]
                if found != [(date, table.calendar, f"{year}-{number:02}-05")]:
                    unread.append((date, found))
    assert unread == []


@pytest.mark.parametrize("table", TABLES)
def test_no_spelling_means_two_months(table: MonthTable) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(table.names, 1):
        for words in {words for form in row for words in spellings(form.lower())}:
            assert seen.setdefault(words, number) == number, words


# As the Library of Congress, the UN, journals, encyclopaedias and newspapers write them.
WRITTEN = """
9 Farwardīn 1388 | 1388-01-09
9 Urdībihisht 1388 | 1388-02-09
9 Ordībehešt 1388 | 1388-02-09
9 Khurdād 1388 | 1388-03-09
9 Ḵordād 1388 | 1388-03-09
9 Tīr 1388 | 1388-04-09
9 Murdād 1388 | 1388-05-09
9 Amordād 1388 | 1388-05-09
9 Šahrīvar 1388 | 1388-06-09
9 Shahrivār 1388 | 1388-06-09
9 Schahriwar 1388 | 1388-06-09
9 Chahrivar 1388 | 1388-06-09
9 Mihr 1388 | 1388-07-09
9 Ābān 1388 | 1388-08-09
9 A\u0304ba\u0304n 1388 | 1388-08-09
9 Ādhar 1388 | 1388-09-09
9 ÂZAR 1388 | 1388-09-09
9 Dey 1388 | 1388-10-09
9 Isfand 1388 | 1388-12-09
9 Ḥamal 1388 | 1388-01-09
9 Thawr 1388 | 1388-02-09
9 Jawzā 1388 | 1388-03-09
9 Saraṭān 1388 | 1388-04-09
9 Sunbula 1388 | 1388-06-09
9 Mīzān 1388 | 1388-07-09
9 ʿAqrab 1388 | 1388-08-09
9 Jadī 1388 | 1388-10-09
9 Dalv 1388 | 1388-11-09
9 Ḥūt 1388 | 1388-12-09
9 Muḥarram 1288 | 1288-01-09
9 Rabīʿ al-Awwal 1288 | 1288-03-09
9 Rabi‘ al-Avval 1288 | 1288-03-09
9 Rabi’ I 1288 | 1288-03-09
9 Rabi-ul-Awwal 1288 | 1288-03-09
9 Rabīʿ al-Thānī 1288 | 1288-04-09
9 Rabi' II 1288 | 1288-04-09
9 Rabi us-Sani 1288 | 1288-04-09
9 Jumādā al-Ūlā 1288 | 1288-05-09
9 Jumada I 1288 | 1288-05-09
9 Jamadi al-Awwal 1288 | 1288-05-09
9 Jumādā al-Ākhira 1288 | 1288-06-09
9 Jumadi us-Sani 1288 | 1288-06-09
9 Redjeb 1288 | 1288-07-09
9 Shaʿbān 1288 | 1288-08-09
9 Šaʿbān 1288 | 1288-08-09
9 Sha’ban 1288 | 1288-08-09
9 Shaaban 1288 | 1288-08-09
9 Ramaḍān 1288 | 1288-09-09
9 Ramzan 1288 | 1288-09-09
9 Shawwāl 1288 | 1288-10-09
9 Dhū al-Qaʿda 1288 | 1288-11-09
9 Dhu’l-Qa‘da 1288 | 1288-11-09
9 Zulqada 1288 | 1288-11-09
9 Zi-Qa'da 1288 | 1288-11-09
9 Dhul Hijjah 1288 | 1288-12-09
9 Dhu l-Ḥijja 1288 | 1288-12-09
9 Zilhijja 1288 | 1288-12-09
"""


@pytest.mark.parametrize("case", WRITTEN.strip().split("\n"))
def test_a_month_is_read_as_scholars_and_newspapers_write_it(case: str) -> None:
    date, native = case.encode().decode("unicode_escape" if "\\u" in case else "utf-8").split(" | ")
    (mention,) = shamsi.find(f"The letter of {date} was sent to the governor.")
    assert (mention.text, mention.native) == (date, native)


@pytest.mark.parametrize(
    ("era", "native"),
    [
        *(("1388 " + era, "1388") for era in ("SH", "S.H.", "AP", "A.P.", "AHS", "A.H.S.", "H.Sh.", "HS")),
        *(("1288 " + era, "1288") for era in ("AH", "A.H.", "H.Q.", "Lunar Hijri")),
        *(("1088 " + era, "1088") for era in ("AD", "A.D.", "CE", "C.E.")),
        *(("330 " + era, "-0329") for era in ("BC", "B.C.", "BCE", "B.C.E.")),
        ("20 BH", "-0019"),
    ],
)
def test_an_era_is_read_after_its_year(era: str, native: str) -> None:
    (mention,) = shamsi.find(f"The well of the village was dug in {era} by hand.")
    assert (mention.text, mention.native) == (era.rstrip("."), native)


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("March 15, 44 BC", "-0043-03-15"),
        ("15 March 44 BC", "-0043-03-15"),
        ("July 4, 76 CE", "0076-07-04"),
        ("3 Rajab 15 AH", "0015-07-03"),
        ("Rajab 3, 15 AH", "0015-07-03"),
        ("May 3–5, 330 BC", "-0329-05-03/-0329-05-05"),
        ("1340s SH", "134X"),
        ("10. Nov 2024", "2024-11-10"),
    ],
)
def test_a_short_year_needs_its_era(text: str, native: str) -> None:
    (mention,) = shamsi.find(f"It is said that on {text}, it rained.")
    assert (mention.text, mention.native) == (text, native)


NO_DATES = """
Sha Asad Karimi and Tala Wray met Hamal and Mizan at the Hut
the far 5 hills and the ord 3 key of the list
Adar Tir lives near the Mehr bank with Shaban and Rajab
Hoot 2000 and Kab 12 are models of the firm
on 1950S2 and 1980s3 it
a safar of 5 days; a saratan of the lung; a jadi star
"""


@pytest.mark.parametrize("text", NO_DATES.strip().split("\n"))
def test_names_and_words_are_no_months(text: str) -> None:
    assert re.search(r"[A-Za-z]", text)
    assert shamsi.find(text) == []


@pytest.mark.parametrize("row", FILE.example, ids=[row.text for row in FILE.example])
def test_an_example_is_read_as_the_file_says(row: ExampleTable) -> None:
    wanted = [(date.text, date.native, date.calendar or "persian", date.kind) for date in row.dates]
    for languages in (None, ["en"]):
        found = shamsi.find(row.text, languages=languages)
        assert [(m.text, m.native, m.calendar, m.kind) for m in found] == wanted
