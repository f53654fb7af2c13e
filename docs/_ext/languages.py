"""A page for each language file: its months, spellings, words, patterns and examples."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from tables import directed, table

MONTHS = "1 2 3 4 5 6 7 8 9 10 11 12 13".split()  # the Coptic year has thirteen
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SEASONS = "spring summer autumn winter".split()
HALVES = ("before noon", "after noon")
DIGITS = {"latn": "0123456789", "arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
CALENDARS = {"persian": "Solar Hijri", "gregorian": "Gregorian", "islamic": "lunar Hijri", "coptic": "Coptic"}
Language = Mapping[str, Any]


def page(code: str) -> str:
    """All that a reader may look up about a language."""
    language = tomllib.loads(files("shamsi.lang").joinpath(f"{code}.toml").read_text("utf-8"))
    parts = [title(language), months(language)]
    parts += [section(language) for section in SECTIONS]
    return "\n".join(part for part in parts if part)


def title(language: Language) -> str:
    """The name, and what holds for the whole language."""
    code = language["code"]
    facts = [f"file: [{code}.toml](../../../shamsi/lang/{code}.toml)", f"digits: {DIGITS[language['digits']]}"]
    facts.append(f"a year that names no calendar is {CALENDARS[language['civil_calendar']]}")
    facts.append("read in documents of its own language" if language.get("home") else "read in every text")
    return f"# {language['name']} (`{code}`)\n\n" + "".join(f"- {fact}\n" for fact in facts)


def months(language: Language) -> str:
    """The months of each calendar and tradition."""
    parts = ["## Months\n"]
    for one in language["months"]:
        exceptions = one.get("needs_by_month", {})
        needs = [exceptions.get(month, one["needs"]) for month in MONTHS]
        rows = [
            [number, *spelled(names), f"`{needed}`"]
            for number, names, needed in zip(MONTHS, one["names"], needs, strict=False)
        ]
        head = ("month", "printed", "also read", "needs")
        parts += [
            f"### {CALENDARS[one['calendar']]}, {one['tradition']}\n",
            directed(table(head, rows), language["code"]),
        ]
    return "\n".join(parts)


def spelled(names: Sequence[str]) -> tuple[str, str]:
    """The spelling that is printed, and the others."""
    return names[0] if names else "", "، ".join(names[1:])


def ranks(key: str, heading: str, labels: Sequence[str]) -> Callable[[Language], str]:
    """A section of what stands in an order, each with its spellings."""

    def section(language: Language) -> str:
        found = language.get(key, [])
        found = found["names"] if isinstance(found, Mapping) else found
        rows = [[label, *spelled(names)] for label, names in zip(labels, found, strict=False)]
        return named(heading, ("name", "printed", "also read"), rows, language)

    return section


def named(heading: str, head: Sequence[str], rows: Sequence[Sequence[str]], language: Language) -> str:
    """A section with a table in the direction of its language; nothing where there are no rows."""
    return f"## {heading}\n\n{directed(table(head, rows), language['code'])}" if rows else ""


def eras(language: Language) -> str:
    """What may stand behind a year."""
    rows = [[CALENDARS.get(era["calendar"], era["calendar"]), "، ".join(era["names"])] for era in language["eras"]]
    return named("Eras", ("calendar", "spellings"), rows, language)


def numbers(key: str, heading: str) -> Callable[[Language], str]:
    """A section of words that say a number."""

    def section(language: Language) -> str:
        words: dict[str, list[str]] = {}
        for word, number in language.get(key, {}).items():
            words.setdefault(str(number), []).append(word)
        rows = [[number, "، ".join(row)] for number, row in words.items()]
        return named(heading, ("value", "spellings"), rows, language)

    return section


def classes(key: str, heading: str) -> Callable[[Language], str]:
    """A section of words by what they do."""

    def section(language: Language) -> str:
        rows = [[f"`{name}`", "، ".join(strings(words))] for name, words in language.get(key, {}).items() if words]
        return named(heading, ("class", "words"), [row for row in rows if row[1]], language)

    return section


def strings(value: object) -> Iterator[str]:
    """Every text in lists and tables of texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def relative(language: Language) -> str:
    """Words such as `yesterday`."""
    rows = [[f"{row['offset']:+} {row['unit']}", "، ".join(row["names"])] for row in language.get("relative", [])]
    return named("Relative words", ("value", "spellings"), rows, language)


def patterns(language: Language) -> str:
    """The patterns that this language adds to the shared ones."""
    told = [(row["name"], " ".join(row["tokens"].split()), row["reads"]) for row in language.get("patterns", [])]
    rows = [[f"`{piece}`" for piece in row] for row in told]
    head = ("pattern", "tokens", "reads like")
    return f"## Patterns\n\n{table(head, rows)}" if rows else ""


def examples(language: Language) -> str:
    """Texts, and the dates in them."""
    rows = []
    for example in language.get("example", []):
        dates = [f"{date['text']} → `{date.get('native', date.get('kind', ''))}`" for date in example["dates"]]
        rows.append([example["text"], "، ".join(dates) or "–"])
    return named("Examples", ("text", "dates"), rows, language)


SECTIONS = (
    ranks("weekdays", "Weekdays", DAYS),
    ranks("seasons", "Seasons", SEASONS),
    ranks("half_days", "Halves of a day", HALVES),
    ranks("ordinals", "Ordinals", [str(number) for number in range(1, 32)]),
    eras,
    numbers("numbers", "Number words"),
    numbers("decades", "Decades"),
    classes("modifiers", "Parts of a period"),
    classes("words", "Words around dates"),
    relative,
    patterns,
    examples,
)
