"""Write a number, a month or a weekday like a word of the text: in its language and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import MARKS, fold_form
from shamsi.lang.language import LANGUAGES, Lexeme, MonthName, load
from shamsi.lang.lexicon import spellings, words_of
from shamsi.lang.schema import MonthTable, Rows, Texts

_ZERO_OF = {"latn": "0", "arabext": "۰", "arab": "٠"}  # CLDR's names of digit sets
ZEROS = "".join(_ZERO_OF.values())
_WITHIN = re.compile(rf"(?<=\d)[{MARKS}]+(?=\d)")
_ORDINAL = codes_of("ordinal")
_SEGMENTS = re.compile(r"([ -])")
_LIKE = 4  # letters at the ends of a name that show which of several spellings corresponds to it


def digits_like(sample: str, value: int, width: int = 0) -> str:
    """Write a number in the digit set of a sample, with leading zeros up to a width.

    >>> digits_like("۱۸", 7, 2)
    '۰۷'
    """
    digit = next((c for c in sample if c.isdigit()), "0")
    zero = max(z for z in map(ord, ZEROS) if z <= ord(digit))
    return "".join(chr(zero + int(digit)) for digit in f"{value:0{width}}")


def native_digits(lexeme: Lexeme | None, value: int) -> str:
    """Write a number in the digits of a word's language."""
    return digits_like(_ZERO_OF[load(lexeme.lang).opening.digits] if lexeme else "0", value)


def in_words(kind: str, lang: str, value: int) -> str:
    """Write a day in words, as an ordinal or a cardinal number.

    >>> in_words(codes_of("ordinal"), "fa", 27), in_words(codes_of("day_in_words"), "fa", 27)
    ('بیست و هفتم', 'بیست و هفت')
    """
    language = load(lang)
    digits = digits_like(_ZERO_OF[language.opening.digits], value)  # if the file has no word for it
    if kind == _ORDINAL:
        return _first_of(language.tables.ordinals, value) or digits
    words = {number: word for word, number in reversed([*language.tables.numbers.items()])}
    if value in words:
        return words[value]
    tens, unit = words.get(value // 10 * 10), words.get(value % 10)
    return language.opening.compound.format(tens=tens, unit=unit) if tens and unit else digits


def suffix_like(suffix: str, lang: str, day: int) -> str:
    """Write the suffix of a day in digits like another one: the end of its ordinal.

    A language whose ordinals do not end like its suffixes has the same one for all days.

    >>> suffix_like("TH", "en", 22), suffix_like("ام", "fa", 22)
    ('ND', 'ام')
    """
    tables = load(lang).tables
    ordinal = _first_of(tables.ordinals, day) or ""
    known = tables.words.get("suffix_of_digits", ())
    return next((cased_like(suffix, one) for one in known if ordinal.endswith(one)), suffix)


def _first_of(rows: Rows, number: int) -> str | None:
    """Return the first spelling of a row; None if there is none."""
    return next(iter(rows[number - 1]), None) if number <= len(rows) else None


def unbroken(raw: str) -> str:
    r"""Remove invisible marks between the digits of a numeric date.

    >>> unbroken("14\u200f04/5/18")
    '1404/5/18'
    """
    return _WITHIN.sub("", raw)


def numeric_like(raw: str, values: Sequence[int], *, whole: bool) -> str:
    """Write a numeric date with the widths and separators of an old one.

    A year of two digits keeps two digits unless it is `whole`.

    >>> numeric_like("1404/05/18", [1404, 11, 3], whole=False)
    '1404/11/03'
    >>> numeric_like("18/5/1404", [3, 11, 1404], whole=False)
    '3/11/1404'
    """
    raw = unbroken(raw)
    old = re.split(r"\D+", raw)
    is_iso = len(old[0]) == 4 and all(len(number) == 2 for number in old[1:])
    padded = is_iso or any(number[0] in ZEROS for number in old)
    queue = iter(values)

    def put(match: re.Match[str]) -> str:
        value, number = next(queue), match.group()
        if value > 99:
            short = len(number) == 2 and not whole
            return digits_like(number, value % 100 if short else value, len(number))
        return digits_like(number, value, 2 if padded else 0)

    return re.sub(r"\d+", put, raw)


def month_like(name: str, lang: str | None, calendar: str, number: int) -> str:
    """Write the name of a month in the tradition, or the two traditions, of another name.

    >>> month_like("تشرين الثاني/نوفمبر", "ar", "gregorian", 10)
    'تشرين الأول/أكتوبر'
    >>> month_like("AUG.", "en", "gregorian", 10), month_like("Aug.", "en", "gregorian", 5)
    ('OCT.', 'May')
    """
    if next(_months(name, lang), None):  # Dhu'l-Qa'da
        return _renamed(name, lang, calendar, number)
    names = re.split(r"(\s*[/(\-–—]\s*|\s+ـ\s+|\)$)", name)
    return "".join(
        _renamed(one, lang, calendar, number) if i % 2 == 0 and one else one
        for i, one in enumerate(names)
    )


def _renamed(name: str, lang: str | None, calendar: str, number: int) -> str:
    """Write another month in the tradition of a name. The same month keeps its spelling."""
    if name.endswith("."):  # Aug., but May
        new = _renamed(name[:-1], lang, calendar, number)
        names = {month.tradition for _, month in _months(new, lang) if month.calendar == calendar}
        return new if len(names) > 1 else f"{new}."
    known = [row for row in _months(name, lang) if row[1].calendar == calendar]
    if not known or any(month.number == number for _, month in known):
        return name
    code, month = next(
        (row for row in known if name in _table(*row).names[row[1].number - 1]), known[0]
    )
    table = _table(code, month)
    if table.printed_as is not None:
        return _table(code, month._replace(tradition=table.printed_as)).names[number - 1][0]
    new = _inflected(code, name, table.names[month.number - 1], table.names[number - 1])
    return cased_like(name, new)


def _months(name: str, lang: str | None) -> Iterator[tuple[str, MonthName]]:
    """Yield the months that a name may mean, those in the language of the text first."""
    form = fold_form(name.strip())
    for code in sorted(LANGUAGES, key=lambda code: code != lang):
        known = load(code).lexemes
        for lexeme in known.get(form, ()) or known.get(_marked(code).get(words_of(form), ""), ()):
            if isinstance(lexeme.value, MonthName):
                yield code, lexeme.value


@cache
def _marked(code: str) -> dict[tuple[str, ...], str]:
    """Return the months' names with marks, by the words that they may be typed as: Dhul Hijja."""
    rows = [row for table in load(code).tables.months for row in table.names]
    forms = [fold_form(form) for row in rows for form in row if "'" in form or "-" in form]
    return {words: form for form in reversed(forms) for words in spellings(form)}


def cased_like(sample: str, text: str) -> str:
    """Write a text in the capitals of a sample.

    >>> cased_like("SUN", "Monday"), cased_like("Second", "third"), cased_like("یکم", "دوم")
    ('MONDAY', 'Third', 'دوم')
    """
    if sample.isupper() and len(sample) > 1:
        return text.upper()
    if sample.islower():
        return text.lower()
    here, there = _SEGMENTS.split(sample), _SEGMENTS.split(text)
    for k in range(1, min(len(here), len(there)) + 1):  # from the last: al-Qa'da, al-Hijja
        if here[-k][:1].isupper():
            there[-k] = there[-k][:1].upper() + there[-k][1:]
    if sample[:1].isupper():
        there[0] = there[0][:1].upper() + there[0][1:]
    return "".join(there)


def _table(code: str, month: MonthName) -> MonthTable:
    key = (month.calendar, month.tradition)
    return next(
        table for table in load(code).tables.months if (table.calendar, table.tradition) == key
    )


def weekday_like(name: str, lexeme: Lexeme, weekday: int) -> str:
    """Write an ISO weekday in the language and with the endings of another one.

    >>> at = codes_of("weekday")
    >>> weekday_like("السبت", Lexeme(at, 6, "ar"), 1), weekday_like("شنبې", Lexeme(at, 6, "ps"), 1)
    ('الاثنين', 'دوشنبې')
    """
    rows = load(lexeme.lang).tables.weekdays
    old: int = lexeme.value
    if not _first_of(rows, weekday):
        return name
    return cased_like(name, _inflected(lexeme.lang, name, rows[old - 1], rows[weekday - 1]))


def weekday_name(lang: str, weekday: int) -> str:
    """Write an ISO weekday in a language.

    >>> weekday_name("ar", 4)
    'الخميس'
    """
    return load(lang).tables.weekdays[weekday - 1][0]


def era_like(lang: str, calendar: str, *, mark: bool) -> str:
    """Return the most frequent name, or mark, of a calendar's own era in a language.

    >>> era_like("fa", "gregorian", mark=False), era_like("fa", "gregorian", mark=True)
    ('میلادی', 'م')
    """
    own = (one for one in load(lang).tables.eras if one.calendar == calendar)
    plain = (one for one in own if not one.bce and not one.offset)
    return next(one for one in plain if one.mark == mark).names[0]


def _inflected(code: str, name: str, old: Texts, new: Texts) -> str:
    """Return the form of a new row that corresponds to a name in the old row.

    It differs from the first of its row as the name differs from the first of the old row. If there
    is none, it is as short as the name is, or begins and ends like it.
    """
    form, first = fold_form(name), fold_form(old[0])
    size = _alike(form, first)
    forms = {fold_form(one): one for one in reversed(new)}
    whole, article = fold_form(new[0]), load(code).opening.article
    wanted = ""
    if form == first.removeprefix(article):
        wanted = whole.removeprefix(article)
    elif size and whole.endswith(first[size:]):
        wanted = whole.removesuffix(first[size:]) + form[size:]
    if wanted in forms:
        return forms[wanted]
    if size == len(form):  # Sun
        return next((one for one in new[1:] if whole.startswith(fold_form(one))), new[0])
    score, best = max((_likeness(form, fold_form(one)), -k) for k, one in enumerate(new))
    return new[-best] if score >= _LIKE else new[0]


def _likeness(one: str, other: str) -> int:
    """Return how many letters two words begin and end with alike."""
    return _alike(one, other) + _alike(one[::-1], other[::-1])


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((k for k, (a, b) in pairs if a != b), min(len(one), len(other)))
