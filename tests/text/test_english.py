"""English: its dates in English text and beside dates of other languages, and what is no date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi

# A text, and the native values of its dates.
FOUND = """
The dam was opened on 12 May 2019. | 2019-05-12
The dam was opened on May 12, 2019, by the minister. | 2019-05-12
It rained on the 3rd of June 1998 and on July 21st, 2001. | 1998-06-03 2001-07-21
The fair of Sept. 4–7, 2023 was moved. | 2023-09-04/2023-09-07
The fair ran from 4 to 7 September 2023. | 2023-09-04/2023-09-07
Doors close on November 2, 3 and 5, 2024. | 2024-11-02/2024-11-05
They were away from March 28 to April 3, 2022. | 2022-03-28/2022-04-03
They were away from 28 March 2022 to 3 April 2022. | 2022-03-28/2022-04-03
Version 3, 29 June 2007 of the licence is used. | 2007-06-29
Signed on Saturday, 4 Nov 2023 in Paris. | 2023-11-04
Date: Sat, 04 Nov 2023 10:00:00 GMT | 2023-11-04
The photo is dated 7-Feb-1994. | 1994-02-07
title: The old mill, year: 1987, pages: 1404 | 1987
@book{mill, year = {1391}, volume = {1404}} | 1391
The photo is dated 7/Feb/1994. | 1994-02-07
A letter of MARCH 7, 1911 was found. | 1911-03-07
The plan for January–March 2021 was cut. | 2021-01/2021-03
The plan for June/July 2021 was cut. | 2021-06/2021-07
The shop opened in October 2015 and closed in Dec. 2017. | 2015-10 2017-12
We will meet on May 3, and again in March. | XXXX-05-03 XXXX-03
The road is closed on October 27 at night. | XXXX-10-27
Snow fell in October last year. | XXXX-10
They met on the second Monday of May 2024. | 2024-05-13
The well was dug in 1911, and in 1954 it dried up. | 1911 1954
From 1962 to 1975 she taught here. | 1962/1975
The house (1887) is the oldest of them. | 1887
He wrote it in late 1999 and in mid-2003. | 1999 2003
The fashion of the 1970s came back. | 197X
Trade grew in the 19th century and in the ninth century. | 1801/1900 0801/0900
It was copied in the 7th century AH and lost in the 5th century BC. | 0601/0700 -0499/-0400
The wall fell in 622 CE and the gate in 44 BC. | 0622 -0043
The spring of 2011 was wet, and summer 2012 was dry. | 2011-S1 2012-S2
Sales fell in the third quarter of 2021 and in Q4 2022. | 2021-Q3 2022-Q4
The second half of 1399 was hard for the village. | 1399-H2
The bill was passed on 14 Azar 1358 in the assembly. | 1358-09-14
The bill was passed on Azar 14, 1358, by all of them. | 1358-09-14
The bill was passed on the 14th of Āzar 1358 SH. | 1358-09-14
The strike of Mehr 14–17, 1357 was the longest. | 1357-07-14/1357-07-17
The strike lasted from 14 Mehr to 3 Aban 1357. | 1357-07-14/1357-08-03
Rents rose in Tir 1402 and fell in Bahman 1402. | 1402-04 1402-11
The tax of 1385 AP was paid in 1386 SH. | 1385 1386
The law of 6 Mizan 1399 was changed on Jawza 2, 1400. | 1399-07-06 1400-03-02
He died on 9 Muharram 1301 AH in Najaf. | 1301-01-09
The log has 2024-11-05 and 1403/08/15 in it. | 2024-11-05 1403-08-15
The town was burnt in AD 262 and again in A.D. 541. | 0262 0541
Ash fell on the port in AD 79. | 0079
They held it from AD 227 to AD 650. | 0227/0650
The bowl is of A.H. 612/A.D. 1215–16. | 0612 1215/1216
The gate was dated AHS 1343 / AD 1964. | 1343 1964
The porch was built in AH 1036 (1626–27). | 1036 1626/1627
The porch is of 1036 AH (1626–27). | 1036 1626/1627
A painter (b. 1808; d. 1853) worked here. | 1808 1853
Shah Sultan (r. 1694–1722) ruled, and his heir (r. 1848–96) rode. | 1694/1722 1848/1896
A poet (d. 725/1325) and a judge (d. 311/924) wrote it. | 0725 1325 0311 0924
Glass negative, c. 1887, and a print, ca. 1912. | 1887 1912
The Zand age (1751–1794) was short, and the war (1914–18) long. | 1751/1794 1914/1918
In 1946–49 the mill stood still. | 1946/1949
A new list came in 1301 Sh./1922 from the press. | 1301 1922
They met on 9 Safar 71 AH (22 July 690) at dawn. | 0071-02-09 0690-07-22
They met on 9 Safar 571/29 August 1175 at dawn. | 0571-02-09 1175-08-29
The taste of the mid-1950s came back in mid-July. | 195X XXXX-07
Jug, 11th–12th century, and a tile of the 9th-10th century AD. | 1001/1200 0801/1000
Bronze pins, ca. 1100–750 BC. | -1099/-0749
SHIRAZ, Mar. 4 (Anon) - The bridge is closed. | XXXX-03-04
The mill of last November and the fair of next January are told of. | XXXX-11 XXXX-01
"""
# English beside another language: a text, and the verdicts of its pairs.
PAIRS = """
انتشار: ۱۱ تیر ۱۴۰۲ (July 2, 2023) | agree
انتشار: ۱۱ تیر ۱۴۰۲ (July 11, 2023) | mismatch
انتشار: ۱۱ تیر ۱۴۰۲ (2 July 2023) | agree
انتشار: ۱۱ تیر ۱۴۰۲ / Jul 2, 2023 | agree
انتشار: ۱۱ تیر ۱۴۰۲ - Jul. 3, 2023 | mismatch
یکشنبه ۱۱ تیر ۱۴۰۲ | Sunday, 2 July 2023 | agree
جلسه ۱۱ تیر (July 2) برگزار شد. | agree
جلسه ۱۱ تیر (July 11) برگزار شد. | mismatch
در تیر ۱۴۰۲ (July 2023) گران شد. | overlap
در تیر ۱۴۰۲ (October 2023) گران شد. | mismatch
۱۱ تا ۱۳ تیر ۱۴۰۲ (July 2–4, 2023) | agree
۱۱ تا ۱۳ تیر ۱۴۰۲ (11–13 July 2023) | mismatch
عقد اللقاء في 14 ذي الحجة 1444هـ (July 2, 2023) | agree
عقد اللقاء في 11 تیر 1402 (11 July 2023) | mismatch
غونډه د ۱۴۰۲ کال د چنګاښ په ۱۱مه (July 2, 2023) وشوه. | agree
The well was dug on 11 Tir 1402 (2 July 2023) by hand. | agree
The well was dug on 11 Tir 1402 (11 July 2023) by hand. | mismatch
The well was dug on July 2, 2023 (11 Tir 1402) by hand. | agree
دریافت: ۱۱ تیر ۱۴۰۲ / Received: 2 July 2023 | agree
دریافت: ۱۱ تیر ۱۴۰۲ / Received: 11 July 2023 | mismatch
بازبینی: ۱۴۰۲/۰۴/۱۱ | Last updated: July 2, 2023 | agree
بازبینی: ۱۴۰۲/۰۴/۱۱ | Last updated: July 11, 2023 | mismatch
شیراز، ۱۱ تیر ۱۴۰۲ (Shiraz, July 2, 2023) | agree
شیراز، ۱۱ تیر ۱۴۰۲ (Shiraz, July 11, 2023) | mismatch
SHIRAZ, July 2, 2023 (Anon) - ۱۱ تیر ۱۴۰۲ | agree
۱۱ تیر ۱۴۰۲ - ۰۹:۱۵ | July 02, 2023 - 09:15 | agree
The bowl is of AH 612 / AD 1215. | overlap
The bowl is of AH 612 / AD 1315. | mismatch
A poet (d. 725/1325) wrote it. | overlap
"""
SILENT = """
Take option b 1990, flag d 1870 or R 2019 from the list.
See pages (1925–79) or part 1930-55 of it.
The law is 128/2012, the score is 310/512 and the ratio 80/10/10.
An AH 64 flew over AD 5 and the CE 1300 mark.
The wheel turns at r. 1900 rpm of c. 2000 units.
It may take 3 days, and they march on for 5 more.
The second of them is august, and dey say so to the sec.
Mehr News and the Bahman Group met Azar Nikfar.
The Tir 7 pump and the Mehr 3 reactor are new.
She sold 14 Bahman cigarettes and some Esfand seeds.
Call sleep(2000), range(1900) and f(1404) at once.
It took 1999 steps for 2048 files in 1500 folders.
Use version 2024.5.1 or 2023.11.04 of the package.
The port 1984 and the code 2001 are taken; see RFC 1952.
Set dec 20, mar 3, jan 4 and sat 5 in the table.
A timeout of 30s is enough for 1000s of rows.
The SH 1403 lens fits the AP 1404 camera.
We may 2000 times try what June Smith and April Jones did.
Windows 2000 and Office 2019 run on a Model T 1908.
Monday is a good day in spring.
The digits in OCT_DIGITS and for year in range(2012, 2015) are checked.
مدل May 5 و موتور Azar 4 و شرکت March و Mehr Tech آمدند.
در Windows 11 و iOS 17 و نسخه Dec آزمایش شد.
گزارش Mar و Sat و Sun در جدول آمد.
"""


def rows(table: str) -> list[tuple[str, ...]]:
    """Return the rows of a table; the last column is what is expected."""
    return [tuple(row.rpartition(" | ")[::2]) for row in table.strip().split("\n")]


@pytest.mark.parametrize(("text", "natives"), rows(FOUND))
def test_dates_of_english_text(text: str, natives: str) -> None:
    found = shamsi.find(text)
    assert [mention.native for mention in found] == natives.split(), found
    assert all(mention.text == text[mention.start : mention.end] for mention in found)
    assert not [finding for finding in shamsi.check(text) if finding.code != "weekday-conflict"]


@pytest.mark.parametrize(("text", "verdict"), rows(PAIRS))
def test_pairs_with_an_english_side(text: str, verdict: str) -> None:
    assert [pair.verdict for pair in shamsi.pairs(text)] == [verdict]


@pytest.mark.parametrize("text", SILENT.strip().split("\n"))
def test_words_and_numbers_that_are_no_dates(text: str) -> None:
    assert shamsi.find(text) == []


def test_decomposed_letters_are_read_and_kept() -> None:
    text = "Sealed on 7 A\u0304ba\u0304n 1357 and on 2 Juma\u0304da\u0304 al-Awwal 1399 AH, all say."
    first, second = shamsi.find(text)
    assert (first.text, first.native) == ("7 A\u0304ba\u0304n 1357", "1357-08-07")
    assert (second.calendar, second.native) == ("islamic", "1399-05-02")


def test_weekdays_are_checked() -> None:
    (finding,) = shamsi.check("They met on Monday, 2 July 2023 in the hall.")
    assert finding.code == "weekday-conflict"


def test_relative_words_need_a_reference() -> None:
    text = "The shop closed yesterday, as it did last year, and the bank will close next month."
    assert shamsi.find(text) == []
    found = shamsi.find(text, reference=dt.date(2023, 7, 2))
    assert [(one.earliest, one.latest) for one in found] == [
        (dt.date(2023, 7, 1), dt.date(2023, 7, 1)),
        (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        (dt.date(2023, 8, 1), dt.date(2023, 8, 31)),
    ]


@pytest.mark.parametrize(
    "text", ["Published: 2 July 2023\nThe dam burst.", "TABRIZ, July 2, 2023 (IRNA) - The dam burst."]
)
def test_datelines(text: str) -> None:
    found = shamsi.dateline(text)
    assert found
    assert found.earliest == dt.date(2023, 7, 2)


def test_english_alone_may_be_chosen() -> None:
    (mention,) = shamsi.find("They met on 5 March 2020, ۵ مهر ۱۳۹۹.", languages=["en"])
    assert mention.lang == "en"


PIECES = """
May March Mar Aug. Sept august Mehr Tir Bahman 5 12 31 3rd 21st 1404 2025 1900 2000 of the to from and , - – /
. ( ) AD SH AH BC century quarter half Q 1990s s th in on since last year next week Monday Sat, spring the
second 12:30 2024.5.1 Ābān é ’ 08/09/2025
"""


@given(st.lists(st.sampled_from(PIECES.split()), max_size=12), st.sampled_from([" ", "", "  "]))
def test_any_words_are_read_without_an_error(words: list[str], between: str) -> None:
    text = f"The list of the words is in the file: {between.join(words)}"
    for mention in shamsi.find(text, reference=dt.date(2025, 12, 15)):
        assert mention.text == text[mention.start : mention.end]
    shamsi.check(text)
    shamsi.explain(text)
