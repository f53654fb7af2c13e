"""Tables of language files: all keys are read, and errors name file, table and key."""

import datetime as dt
import json
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

import pytest

import shamsi
from shamsi.lang.classes import WORD_LISTS
from shamsi.lang.language import ENGLISH, LANGUAGES, MONTH_CLASSES, Language, load
from shamsi.lang.schema import Needs, Opening, Tables

ALL = (*LANGUAGES, ENGLISH)
RAW = {code: tomllib.loads(files("shamsi.lang").joinpath(f"{code}.toml").read_text("utf-8")) for code in ALL}
NO_TYPE = dt.date(2025, 3, 21)  # a value of a type that no key accepts
VALUES: tuple[object, ...] = (NO_TYPE, 5, -0.5, True, "x", [], ["x"], [["x"]], [5], {}, {"x": 1}, [{"x": 1}])
# The keys that the Persian file leaves out, for a file with all keys.
MORE = {
    "lunar_years": [1300, 1350],
    "lunar_days": "tabular",
    "joined_heh": True,
    "article": "ال",
    "elided_article": "لل",
    "shared_tens": True,
    "capitals": True,
    "full_years": True,
    "solar_numbers": True,
    "extends": "ar",
    "home": False,
    "own": ["بیرق"],
    "evidence": ["لنگر"],
    "solar": {"places": ["تهران"], "people": ["تهرانی"], "others": ["قبطی"]},
    "patterns": [{"name": name, "tokens": "MONTH", "reads": "month"} for name in ("one", "other")],
    "classes": [
        {"name": name, "meaning": f"a word of the {name}", "words": [name], "home": True} for name in ("herd", "barn")
    ],
}


def whole() -> dict[str, Any]:
    """Return the Persian file, shortened, with all keys. Arrays have two tables with all keys."""
    data: dict[str, Any] = deepcopy(WHOLE)
    return data


def shortened(value: Any) -> Any:
    """Return a value with at most twelve items per list, and two spellings per row."""
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    return [one[:2] if isinstance(one, list) else shortened(one) for one in value[:12]]


def with_every_key() -> dict[str, Any]:
    data: dict[str, Any] = shortened(RAW["fa"] | MORE)
    data |= {
        "numbers": {"یک": 1, "بیست": 20},
        "year_ordinals": {"چهارم": 4},
        "words": {key: forms[:2] for key, forms in data["words"].items()},
    }
    months = data["months"][2] | {
        "shy": ["x"],
        "before_day": False,
        "printed_as": "iranian",
        "fixed_from": 1304,
    }
    era = data["eras"][0] | {"offset": 5, "bce": False, "mark": False, "bare": False, "before": False}
    example = next(row for row in data["example"] if row["dates"])
    example["dates"] = [{"kind": "day", "calendar": "persian"} | one for one in example["dates"]]
    data["periods"] = RAW[ENGLISH]["periods"] | data["periods"]
    data["weekday_names"] |= {"bare": ["x"]}
    data["week_begins"] = 1
    data["weeks"] |= {"whole": {"x": -1}}
    data["nth_weekdays"] |= {"weekdays": [["x"]], "every": ["y"], "ordinals": False}
    seen = {"last_day": "01-02", "eve_of_last": 3, "night": True, "moment": True, "needs": "year", "short_years": True}
    data["counted_times"] |= {"two": {"x": "day"}, "ago_before": ["y"], "ahead_before": ["z"]}
    data["counted_times"] |= {"past_before": ["p"], "coming_before": ["c"], "others_ahead": ["o"], "fillers": ["f"]}
    first = {"months": months, "eras": era, "example": example, "relative": data["relative"][0]}
    first["observances"] = data["observances"][0] | seen
    return data | {key: [row, deepcopy(row)] for key, row in first.items()}


WHOLE = with_every_key()


def toml(value: Any) -> str:
    """Return a value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {toml(one)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def written(data: dict[str, Any]) -> str:
    """Return a file as TOML, with headers for its tables."""
    top: list[str] = []
    tables: list[str] = []
    for key, value in data.items():
        rows = value if isinstance(value, list) else [value]
        if rows and all(isinstance(row, dict) for row in rows):
            header = f"[[{key}]]" if isinstance(value, list) else f"[{key}]"
            for row in rows:
                tables += [header, *(f"{toml(k)} = {toml(v)}" for k, v in row.items())]
        else:
            top.append(f"{key} = {toml(value)}")
    return "\n".join([*top, *tables, ""])


class Place(NamedTuple):
    """A table of a file: the steps that lead to it, and its shape. A mapping has no shape."""

    steps: tuple[str | int, ...]
    shape: Any

    def of(self, data: Any) -> Any:
        """Return the table in the data of a file."""
        for step in self.steps:
            data = data[step - 1 if isinstance(step, int) else step]
        return data

    def name(self, key: str) -> str:
        """Return how an error names a key of the table."""
        top, *rest = self.steps or ("",)
        header = f"[[{top}]] {rest.pop(0)}: " if rest and isinstance(rest[0], int) else f"[{top}]: "
        keys = ".".join([step for step in rest if isinstance(step, str)] + [key])
        if rest and isinstance(rest[-1], int):
            return f"{header}|{key!r} of item {rest[-1]} of {'.'.join(map(str, rest[:-1]))!r}"
        return f"{header if top else 'before the first table: '}|{keys!r}"


def places(shape: Any, steps: tuple[str | int, ...] = ()) -> Iterator[Place]:
    """Yield a table and all tables in it.

    An array of tables gives its second table, an array within a table its first.
    """
    yield Place(steps, shape)
    for key, hint in shape.__annotations__.items():
        for one in (hint, *get_args(hint)):
            if isinstance(one, type) and hasattr(one, "_fields"):
                number = (1 if steps else 2,) if get_origin(hint) is tuple else ()
                yield from places(one, (*steps, key, *number))


PLACES = [*places(Opening), *(place for place in places(Tables))]
FIELDS = [(place, key) for place in PLACES for key in place.shape._fields]
REQUIRED = [(place, key) for place, key in FIELDS if key not in place.shape._field_defaults]
MAPPINGS = [
    Place(("words",), WORD_LISTS),
    Place(("months", 2, "needs_by_month"), range(1, 14)),
]


def fault(tmp_path: Path, data: dict[str, Any]) -> str | None:
    """Return what is wrong with a file, without its path, or None."""
    path = tmp_path / "own.toml"
    path.write_text(written(data), "utf-8")
    load.cache_clear()
    try:
        load(str(path)).tables  # noqa: B018
    except shamsi.ShamsiError as error:
        file, _, expected = str(error).partition(": ")
        return expected if file == str(path) else f"of another file: {error}"
    return None


def assert_names(message: str | None, place: Place, key: str) -> None:
    header, name = place.name(key).split("|")
    assert message
    assert message.startswith(header), (message, header)
    assert name in message


def ids(value: object) -> str:
    """Return the name of a case."""
    return ".".join(map(str, value.steps)) or value.shape.__name__ if isinstance(value, Place) else str(value)


def test_the_cases_are_all_there() -> None:
    assert (len(PLACES), len(FIELDS), len(REQUIRED)) == (24, 190, 49)
    assert {place.shape for place in PLACES} >= {Opening, Tables}


@pytest.mark.parametrize("code", ALL)
def test_the_shipped_files_pass(code: str) -> None:
    language = load(code)
    named = {**language.opening._asdict(), **language.tables._asdict()}
    assert all(named[key] for key in RAW[code] if RAW[code][key])
    assert [table.tradition for table in language.tables.months] == [t["tradition"] for t in RAW[code]["months"]]
    assert language.tables.words == {key: tuple(forms) for key, forms in RAW[code]["words"].items()}


def test_a_file_may_have_every_key(tmp_path: Path) -> None:
    data = whole()
    for place, key in FIELDS:
        if place.shape not in (Opening, Tables):
            assert key in place.of(data), (place.steps, key)
    assert {key for place, key in FIELDS if not place.steps} == set(data)
    assert fault(tmp_path, data) is None


@pytest.mark.parametrize(("place", "key"), REQUIRED, ids=ids)
def test_a_key_that_is_missing_is_named(tmp_path: Path, place: Place, key: str) -> None:
    data = whole()
    del place.of(data)[key]
    message = fault(tmp_path, data)
    assert_names(message, place, key)
    assert "missing key" in str(message)


@pytest.mark.parametrize("place", [*PLACES[2:], *MAPPINGS], ids=ids)
def test_a_key_that_is_unknown_is_named_with_those_that_are_known(tmp_path: Path, place: Place) -> None:
    data = whole()
    place.of(data)["strange"] = "x"
    message = str(fault(tmp_path, data))
    assert_names(message, place, "strange")
    assert "unknown key" in message
    known = place.shape if place in MAPPINGS else place.shape._fields
    assert message.endswith(f"llowed are {', '.join(map(str, known))}")


def test_an_unknown_key_of_a_file_is_named(tmp_path: Path) -> None:
    message = fault(tmp_path, whole() | {"strange": 5})
    assert str(message).startswith("before the first table: unknown key 'strange'; allowed are ")
    message = fault(tmp_path, whole() | {"strange": {"x": 5}})
    assert str(message).startswith("unknown table 'strange'; allowed are ")
    assert set(str(message).partition("allowed are ")[2].split(", ")) == {*Opening._fields, *Tables._fields}


@pytest.mark.parametrize(("place", "key"), FIELDS, ids=ids)
def test_a_value_of_a_wrong_type_is_named(tmp_path: Path, place: Place, key: str) -> None:
    data = whole()
    refused = 0
    for value in VALUES:
        place.of(data)[key] = value
        message = fault(tmp_path, data)
        if message is not None:
            refused += 1
            assert key in message or key in place.steps
        if value is NO_TYPE:
            assert_names(message, place, key)
            assert " must be " in str(message)
    assert refused >= len(VALUES) // 2


@pytest.mark.parametrize(
    ("steps", "value", "expected"),
    [
        (
            ("months", 2, "calendar"),
            "persain",
            "one of 'persian', 'gregorian', 'islamic', 'coptic', got 'persain'; did",
        ),
        (("months", 1, "needs"), "luck", "one of 'nothing', 'cue', 'number', 'date', got 'luck'"),
        (("months", 1, "needs_by_month"), {"1": "luck"}, "'needs_by_month.1' must be one of 'nothing'"),
        (("months", 1, "needs_by_month"), {"14": "cue"}, "unknown key 'needs_by_month.14'; allowed are 1, 2, 3"),
        (("months", 1, "names"), [["a"]] * 13, "'names' must be at most 12 rows for a gregorian calendar, got 13"),
        (("months", 1, "names"), [["a"], ["b", 5]], "item 2 of item 2 of 'names' must be a string, got 5"),
        (
            ("months", 1, "sure", "bare"),
            [0.5] * 11,
            "'sure.bare' must be one number, or 12, one for each row of 'names'",
        ),
        (("months", 1, "sure", "bare"), [0.5] * 11 + [2], "item 12 of 'sure.bare' must be a number from 0 to 1, got 2"),
        (("months", 1, "sure", "bare"), 1.5, "'sure.bare' must be a number from 0 to 1, or a list of values"),
        (("eras", 1, "offset"), 10**30, "'offset' must be an integer from -9999 to 9999, got 1000"),
        (("digits",), "latin", "'digits' must be one of 'latn', 'arabext', 'arab', got 'latin'; did you mean 'latn'?"),
        (("compound",), "{tens}", "'compound' must be a string with {tens} and {unit} in it, and no other braces"),
        (("periods", "range"), "{first} {last.x}", "'range' must be a string with {first} and {last} in it"),
        (("periods", "range"), "{first} {last} {", "'range' must be a string with {first} and {last} in it"),
        (("periods", "half"), ["{year}"], "'half' must be a list of 2 values, each a string with {year} in it"),
        (("periods", "seasons"), ["x"], "'seasons' must be a list of 4 strings"),
        (("weekdays",), [["x"]] * 8, "'weekdays' must be a list of at most 7 lists of strings, got a list"),
        (
            ("deictics",),
            {"x": "nxt"},
            "an integer from -9999 to 9999, or one of 'last', 'next', 'same', got 'nxt'; did",
        ),
        (
            ("events", "persian"),
            ["13-01"],
            "item 1 of 'persian' must be a month and a day such as '01-13', got '13-01'",
        ),
        (("prefixes",), {"x": "annd"}, "got 'annd'; did you mean 'and'?"),
        (("words", "yaer"), ["x"], "[words]: unknown key 'yaer'; did you mean 'year'? Allowed are month, "),
        (("words", "home"), True, "[words]: unknown key 'home'; it belongs before the first table"),
        (("months",), {"x": 1}, "'months' must be an array of tables, each under its header in [[ ]], got a table"),
        (("words",), [{"x": 1}], "'words' must be a table, got an array of tables"),
        (("numbers",), {"a\x1bb": 99999}, r"'a\x1bb' must be an integer from 0 to 9999, got 99999"),
    ],
    ids=ids,
)
def test_what_is_wrong_is_said_with_what_is_allowed(
    tmp_path: Path, steps: tuple[str | int, ...], value: object, expected: str
) -> None:
    data = whole()
    Place(steps[:-1], None).of(data)[steps[-1]] = value
    assert expected in str(fault(tmp_path, data))


def test_tables_are_frozen() -> None:
    tables = load("fa").tables
    with pytest.raises(AttributeError):
        tables.months[0].names = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        tables.words["year"] = ()  # type: ignore[index]
    assert isinstance(tables.numbers, Mapping)
    assert hash(tables.months[0].names)


def test_every_need_of_a_month_has_a_class() -> None:
    assert set(get_args(Needs)) == set(MONTH_CLASSES)


def test_a_table_that_a_caller_needs_is_named() -> None:
    language = Language('code = "x"\ncivil_calendar = "persian"\n', "own.toml")
    with pytest.raises(shamsi.ShamsiError, match=r"own.toml: missing table \[periods\]"):
        assert language.periods
    with pytest.raises(shamsi.ShamsiError, match=r"own.toml: missing table \[confidence\]"):
        assert language.confidence
