"""Language files: complete, no form lost in folding, collisions declared, examples read."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import pytest

import shamsi
from shamsi.lang.classes import OWN_LANGUAGE_ONLY, WORD_LISTS, codes_of
from shamsi.lang.fold import fold, fold_form
from shamsi.lang.language import MONTH_CLASSES, Era, Lexeme, MonthName, Observance, load
from shamsi.lang.lexicon import Lexicon, spellings
from shamsi.lang.schema import ExampleTable, MonthTable, Rows, Tables

LANGUAGES = ("fa", "ar")  # the files with shared words; the others have separate tests
FILES = {code: load(code) for code in LANGUAGES}
languages = pytest.mark.parametrize("code", LANGUAGES)
TABLES = [(code, table) for code in LANGUAGES for table in FILES[code].tables.months]
CALENDARS = {"persian", "gregorian", "islamic", "coptic"}
REQUIRED_WORDS = set(WORD_LISTS) - {
    "nth_suffix",
    "look_alike",
    "month",
    "month_before",
    "year_of_any_calendar",
    "year_on_either_side",
    "of",
    "link",
    "decade_behind",
    "suffix",
    "suffix_of_digits",
    "after_year",
    "century_behind",
    "dated",
    "lived",
    "day_mark",
    "last_day",
    "measured",
    "nights_gone",
    "nights_left",
    "lunar_month_before",
    "in_letters",
    "postposition",
    "enclitic",
}
ENGLISH = {"fa": "Persian", "ar": "Arabic"}


def forms_of(value: Any) -> list[str]:
    """Return all spellings in a part of a language file."""
    if isinstance(value, str):
        return [value]
    rows = value.values() if isinstance(value, Mapping) else value
    return [form for row in rows for form in forms_of(row)]


def counted(data: Tables) -> Iterator[str]:
    """Yield the forms of weekdays and weeks that are counted in a month, and of every weekday."""
    table = data.nth_weekdays
    for form in forms_of([*data.weekdays, *table.weekdays]):
        yield from (f"{word} {form}" for word in table.before)
        yield from (f"{form} {word}" for word in table.behind)
    yield from (f"{word} {form}" for word in table.every for form in forms_of(table.weekdays))
    yield from data.weeks.whole
    for name in data.weeks.names:
        yield from (f"{word} {name}" for word in data.weeks.before)
        yield from (f"{name} {word}" for word in data.weeks.behind)


def named(data: Tables) -> Iterator[str]:
    """Yield the forms of names that have a weekday."""
    for number, row in enumerate(data.weekdays, 1):
        words = (*data.weekday_names.weekday, *(data.weekday_names.friday if number == 5 else ()))
        yield from (f"{word} {form}" for word in words for form in row)


def turki(data: Tables) -> list[str]:
    """Return the names of Turki years."""
    table = data.turki_years
    return [f"{animal} {year}" for animal in forms_of(table.animals) for year in table.year]


def julian(data: Tables) -> list[str]:
    """Return the forms for the Julian calendar that have a preposition."""
    return [f"{by} {name}" for by in data.julian_by for name in data.words.get("julian", ())]


def meaning(lexeme: Lexeme) -> tuple[str, Any]:
    """Return the meaning of a lexeme, without its file and the context that it needs."""
    value = lexeme.value
    if isinstance(value, MonthName):
        return "month", (value.calendar, value.number)
    if isinstance(value, Era):
        return "era", (value.calendar, value.offset, value.bce)
    if isinstance(value, Observance):
        return "observance", (value.calendar, value.first)
    if lexeme.kind in codes_of("event event_cue stop"):
        return lexeme.kind, None
    return lexeme.kind, value


# ------------------------------------------------------------------ complete


@languages
def test_a_file_names_itself(code: str) -> None:
    opening = FILES[code].opening
    assert (opening.code, opening.name) == (code, ENGLISH[code])
    assert opening.digits in ("arabext", "arab", "latn")
    assert opening.clues
    assert opening.common


@pytest.mark.parametrize(("code", "table"), TABLES, ids=[f"{c}-{t.calendar}-{t.tradition}" for c, t in TABLES])
def test_months_are_complete(code: str, table: MonthTable) -> None:
    assert table.calendar in CALENDARS
    assert len(table.names) == (13 if table.calendar == "coptic" else 12)
    assert all(table.names), "a month without a name"
    assert table.needs in MONTH_CLASSES
    assert set(table.needs_by_month.values()) <= set(MONTH_CLASSES)
    assert {int(n) for n in table.needs_by_month} <= set(range(1, len(table.names) + 1))
    assert isinstance(table.home, bool)


@languages
def test_each_calendar_has_its_months_once_a_tradition(code: str) -> None:
    tables = [(t.calendar, t.tradition) for t in FILES[code].tables.months]
    assert len(tables) == len(set(tables))
    assert {calendar for calendar, _ in tables} >= {"persian", "gregorian", "islamic"}


def test_the_traditions_of_the_issue_are_there() -> None:
    known = {(code, table.tradition) for code, table in TABLES}
    persian = {"iranian", "zodiac", "french", "dari", "lunar"}
    arabic = {"arabised", "software", "egyptian", "levantine", "maghrebi", "moroccan", "mauritanian", "lunar"}
    assert known >= {("fa", t) for t in persian} | {("ar", t) for t in arabic}


@languages
def test_one_name_is_one_month_of_its_tradition(code: str) -> None:
    for table in FILES[code].tables.months:
        keys = [(fold_form(form), n) for n, row in enumerate(table.names) for form in row]
        for (a, m), (b, n) in combinations(keys, 2):
            assert a != b or m == n, (table.tradition, a)


@languages
def test_weekdays_ordinals_and_seasons_are_complete(code: str) -> None:
    data = FILES[code].tables
    assert (len(data.weekdays), len(data.ordinals), len(data.seasons.names)) == (7, 31, 4)
    assert data.seasons.calendar in CALENDARS
    for rows in (data.weekdays, data.ordinals, data.seasons.names):
        assert all(rows)
        folded = [key for row in rows for key in {fold_form(form) for form in row}]
        assert len(folded) == len(set(folded)), "one form in two rows"


@languages
def test_eras_are_complete(code: str) -> None:
    eras = [lexeme.value for many in FILES[code].lexemes.values() for lexeme in many if isinstance(lexeme.value, Era)]
    calendars = {era.calendar for era in eras}
    assert calendars >= {"persian", "islamic", "gregorian", "coptic", "yazdgerdi", "rumi"}
    assert {era.offset for era in eras} == {0, -1180}
    for calendar in ("persian", "islamic", "gregorian"):
        assert {era.mark for era in eras if era.calendar == calendar} == {True, False}
    assert {era.mark for era in eras if era.bce} == {True, False}


@languages
def test_numbers_reach_every_day_and_year(code: str) -> None:
    numbers = FILES[code].tables.numbers
    values = set(numbers.values())
    assert values >= {*range(1, 21), *range(20, 100, 10), *range(100, 1000, 100), 1000}
    assert all(type(value) is int and value > 0 for value in values)


@languages
def test_every_kind_of_word_is_there(code: str) -> None:
    data = FILES[code].tables
    assert set(data.words) <= set(WORD_LISTS)
    assert {kind for kind, forms in data.words.items() if forms} >= REQUIRED_WORDS
    own_only = OWN_LANGUAGE_ONLY & set(WORD_LISTS)
    assert set(data.words) >= own_only - {"after_year", "dated", "postposition", "enclitic"}
    assert all(data.modifiers)


@languages
def test_deictics_and_relative_words_are_complete(code: str) -> None:
    data = FILES[code].tables
    assert {-1, 0, 1, "last", "next", "same"} <= set(data.deictics.values())
    wanted = {(unit, offset) for unit in ("day", "week", "month", "year") for offset in (-1, 0, 1)}
    assert {(table.unit, table.offset) for table in data.relative} >= wanted
    assert all(table.names for table in data.relative)


@languages
def test_events_are_days_of_their_calendar(code: str) -> None:
    events = FILES[code].tables.events
    assert events.cues
    for day in events.persian:
        month, number = map(int, day.split("-"))
        assert shamsi.Date(1403, month, number)
    for day in events.gregorian:
        assert re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", day)


# ------------------------------------------------------------------ nothing lost in folding


@languages
def test_every_form_is_kept_under_its_folded_key(code: str) -> None:
    data, lexemes = FILES[code].tables, FILES[code].lexemes
    spelled: list[Any] = [table.names for table in data.months] + [table.names for table in data.eras]
    spelled += [data.weekdays, data.ordinals, data.day_ordinals, data.seasons.names, data.words, data.modifiers]
    spelled += [table.names for table in data.relative] + [data.events.cues]
    spelled += [list(data.numbers), list(data.year_ordinals), list(data.decades), list(data.deictics)]
    spelled += [list(data.ten_days), turki(data), julian(data)]
    spelled += [table.words for table in data.classes] + [table.names for table in data.observances]
    spelled += [*counted(data), *named(data)]
    keys = {fold_form(form) for form in forms_of(spelled)}
    assert keys == {form for form, rows in lexemes.items() if {row.kind for row in rows} - TIMES}
    assert "" not in lexemes
    for key in keys:
        assert key == fold(key).text, "a folded form folds no further"
        assert key == key.strip()


@languages
def test_every_form_is_looked_up_as_what_it_means(code: str) -> None:
    """In a document in its own language, each form has its first class and value."""
    language = FILES[code]
    root = Lexicon((language,)).trie(code, relative=True)
    unread: list[str] = []
    for form, meanings in language.lexemes.items():
        if meanings[0].kind == codes_of("time_unit"):  # each of its words is a token
            continue
        node = root
        for word in re.findall(r"\d+|[^\W\d_]+|[^\s]", form):
            node = node.after[word]
        if node.lexeme != meanings[0] and form not in TOLD:
            unread.append(f"{form!r}: {node.lexeme} for {meanings[0]}")
    assert unread == []


FRAMES = {"fa": "این را در {} نوشته است.", "ar": "كتب هذا في {} في المدينة."}
MONTH = {"fa": "شهریور", "ar": "شهريور"}
YEARS = {"persian": 1390, "gregorian": 1990, "islamic": 1290, "coptic": 1489}


def read_in(code: str, phrase: str) -> list[shamsi.Mention]:
    """Return the mentions of a phrase in a document in one language."""
    return shamsi.find(FRAMES[code].format(phrase), languages=[code])


def spelled(names: Rows) -> list[tuple[int, str]]:
    return [(number, form) for number, row in enumerate(names, 1) for form in row]


@pytest.mark.parametrize(("code", "table"), TABLES, ids=[f"{c}-{t.calendar}-{t.tradition}" for c, t in TABLES])
def test_every_spelling_of_a_month_is_read_in_a_date(code: str, table: MonthTable) -> None:
    calendar = table.calendar
    year = YEARS[calendar]
    for number, form in spelled(table.names):
        found = read_in(code, f"5 {form} {year}")
        if calendar == "coptic":
            assert not [m for m in found if m.kind == "day"], form
            continue
        assert [(m.text, m.calendar, m.native) for m in found] == [
            (f"5 {form} {year}", calendar, f"{year}-{number:02}-05")
        ], form


@languages
def test_every_spelling_of_a_weekday_is_read_before_a_date(code: str) -> None:
    for number, form in spelled(FILES[code].tables.weekdays):
        (mention,) = read_in(code, f"{form} 5 {MONTH[code]} 1390")
        assert (mention.weekday, mention.native) == (number, "1390-06-05"), form


@languages
def test_every_spelling_of_an_ordinal_is_read_as_a_day(code: str) -> None:
    for number, form in spelled(FILES[code].tables.ordinals):
        (mention,) = read_in(code, f"{form} {MONTH[code]} 1390")
        assert (mention.text, mention.native) == (f"{form} {MONTH[code]} 1390", f"1390-06-{number:02}"), form


@languages
def test_every_number_word_is_read_as_a_day(code: str) -> None:
    for form, number in FILES[code].tables.numbers.items():
        if number < 31:
            (mention,) = read_in(code, f"{form} {MONTH[code]} 1390")
            assert mention.native == f"1390-06-{number:02}", form


@languages
def test_every_spelling_of_a_season_is_read_with_a_year(code: str) -> None:
    calendar = FILES[code].tables.seasons.calendar
    for number, form in spelled(FILES[code].tables.seasons.names):
        (mention,) = read_in(code, f"{form} {YEARS[calendar]}")
        assert (mention.native, mention.calendar) == (f"{YEARS[calendar]}-S{number}", calendar), form


@languages
def test_every_spelling_of_an_era_is_read_after_a_year(code: str) -> None:
    for table in FILES[code].tables.eras:
        calendar, offset, bce = table.calendar, table.offset, table.bce
        year = 1990 if calendar == "gregorian" else 2530 if offset else 1310
        cue = FILES[code].tables.words["year"][0]
        if calendar == "islamic" and bce:
            year = 130  # «1310 ق.هـ» is a lunar year
        for form in table.names:
            found = read_in(code, f"{cue} {year} {form}")
            if calendar in ("coptic", "yazdgerdi", "rumi"):
                assert found == [], form
                continue
            native = f"-{year - 1:04}" if bce else str(year + offset)
            read_as = "persian" if calendar == "hijri" else calendar
            assert [(m.text, m.calendar, m.native) for m in found] == [(f"{year} {form}", read_as, native)], form


@languages
def test_every_spelling_of_a_modifier_is_read(code: str) -> None:
    for modifier, forms in FILES[code].tables.modifiers._asdict().items():
        for form in forms:
            if FILES[code].lexemes[fold_form(form)][0].kind == codes_of("modifier"):
                (mention,) = read_in(code, f"{form} {MONTH[code]} 1390")
                assert (mention.text, mention.modifier) == (f"{MONTH[code]} 1390", modifier), form


@languages
def test_every_word_for_a_decade_is_read(code: str) -> None:
    for form, tens in FILES[code].tables.decades.items():
        (mention,) = read_in(code, form)
        assert (mention.text, mention.kind, mention.native) == (
            form,
            "decade",
            f"{'20' if tens == 20 else '19'}{tens // 10}X",
        ), form


@languages
def test_every_deictic_belongs_to_the_month_before_it(code: str) -> None:
    for form in FILES[code].tables.deictics:
        (mention,) = read_in(code, f"5 {MONTH[code]} {form}")
        assert (mention.text, mention.native) == (f"5 {MONTH[code]} {form}", "XXXX-06-05"), form


@languages
def test_every_connector_makes_a_pair(code: str) -> None:
    for form in FILES[code].tables.words["connector"]:
        text = FRAMES[code].format(
            f"1 {MONTH[code]} 1390 {form} 30 اوت 2011" if code == "fa" else f"1 {MONTH[code]} 1390 {form} 30 أغسطس 2011"
        )
        (pair,) = shamsi.pairs(text, languages=[code])
        assert pair.verdict == "mismatch", form


@languages
def test_every_range_word_joins_two_days(code: str) -> None:
    for form in FILES[code].tables.words["range"]:
        (mention,) = read_in(code, f"5 {form} 7 {MONTH[code]} 1390")
        assert (mention.kind, mention.native) == ("range", "1390-06-05/1390-06-07"), form


@languages
def test_every_stop_word_silences_the_name_after_it(code: str) -> None:
    for form in FILES[code].tables.words["stop"]:
        assert read_in(code, f"{form} 17 {MONTH[code]}") == [], form


@languages
def test_every_counted_noun_silences_the_number_before_it(code: str) -> None:
    for form in FILES[code].tables.words["counted"]:
        if FILES[code].lexemes[fold_form(form)][0].kind == codes_of("counted"):
            assert read_in(code, f"1390 {form}") == [], form


@languages
def test_every_word_before_numbers_silences_them(code: str) -> None:
    for form in FILES[code].tables.words["number_context"]:
        assert read_in(code, f"{form} 1390/5/8") == [], form


# ------------------------------------------------------------------ collisions


# Classes with one role in the grammar. The first one that is found replaces the others: a
# preposition before a year or a range; a deictic that is also read alone; a word for events before
# days or years.
ROLES = [set(codes_of(role)) for role in ("preposition into range", "event yearly event_cue")]
# Collisions that the files do not declare yet. The list may only get shorter.
TOLD: set[str] = set()
TIMES = set(codes_of("time_unit time_noun time_word"))  # of the same words as other classes, by design


def is_one_role(meanings: set[tuple[str, Any]]) -> bool:
    classes = {kind for kind, _ in meanings}
    if classes == set(codes_of("deictic relative")):
        return len({value[1] if isinstance(value, tuple) else value for _, value in meanings}) == 1
    return any(classes <= role for role in ROLES)


def collisions(codes: tuple[str, ...]) -> dict[str, set[tuple[str, Any]]]:
    """Return the sequences of words with several meanings in some files.

    Sequences are compared because a text may leave out blanks and dots.
    """
    typed: dict[tuple[str, ...], set[tuple[str, Any]]] = defaultdict(set)
    forms: dict[tuple[str, ...], str] = {}
    for code in codes:
        for form, lexemes in FILES[code].lexemes.items():
            for words in spellings(form):
                typed[words] |= {meaning(lexeme) for lexeme in lexemes if lexeme.kind not in TIMES}
                forms[words] = min(form, forms.get(words, form), key=len)
    return {forms[words]: meanings for words, meanings in typed.items() if len(meanings) > 1}


@pytest.mark.parametrize("codes", [(code,) for code in LANGUAGES] + list(combinations(LANGUAGES, 2)))
def test_no_collision_is_undeclared(codes: tuple[str, ...]) -> None:
    declared = {fold_form(form) for code in codes for form in FILES[code].tables.collisions}
    undeclared = {f: m for f, m in collisions(codes).items() if not is_one_role(m) and f not in declared | TOLD}
    assert undeclared == {}


@languages
def test_no_collision_is_declared_in_vain(code: str) -> None:
    found = set(collisions(LANGUAGES))
    assert {fold_form(form) for form in FILES[code].tables.collisions} <= found


@languages
def test_what_is_declared_in_one_file_is_declared_in_the_other(code: str) -> None:
    """A collision between two files is declared in both."""
    alone = set(collisions((code,)))
    for other in set(LANGUAGES) - {code}:
        across = {form for form in collisions((code, other)) if form in FILES[code].lexemes and form not in alone}
        there = {fold_form(form) for form in FILES[other].tables.collisions}
        here = {fold_form(form) for form in FILES[code].tables.collisions}
        assert across & there == across & here


# ------------------------------------------------------------------ examples

EXAMPLES = [pytest.param(code, row, id=row.text) for code in LANGUAGES for row in FILES[code].tables.example]


@pytest.mark.parametrize(("code", "row"), EXAMPLES)
def test_an_example_is_read_as_its_file_says(code: str, row: ExampleTable) -> None:
    wanted = [(d.text, d.native, d.calendar or "persian", d.kind) for d in row.dates]
    found = shamsi.find(row.text)
    assert [(m.text, m.native, m.calendar, m.kind) for m in found] == wanted
    alone = shamsi.find(row.text, languages=[code])
    assert [(m.text, m.native, m.calendar, m.kind) for m in alone] == wanted


@languages
def test_examples_have_dates_or_none_and_are_unique(code: str) -> None:
    rows = FILES[code].tables.example
    texts = [row.text for row in rows]
    assert len(texts) == len(set(texts))
    assert sum(not row.dates for row in rows) >= 20
    assert sum(bool(row.dates) for row in rows) >= 40


@pytest.mark.parametrize("code", LANGUAGES)
def test_vowelled_words_are_months_without_their_signs(code: str) -> None:
    for word in FILES[code].tables.vowelled:
        assert any(isinstance(lexeme.value, MonthName) for lexeme in FILES[code].lexemes[fold_form(word)])
        assert fold_form(word) != word
