"""Read TOML into typed tables: a NamedTuple describes each table, and a file is checked against it.

The types are the annotations of the NamedTuple, so a module of tables must have them evaluated: it
has no `from __future__ import annotations`. Dataclasses would do the same, but creating them takes
seven times as long at start-up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeGuard,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from shamsi._errors import ShamsiError, shown

Table = TypeVar("Table", bound=tuple[Any, ...])
_TOP = "before the first table"
_LONGEST_SLIP = 60  # letters of a word that may be a misspelling
_MOST_EXACT = 2**53  # the largest integer up to which a float is exact


class Check(NamedTuple):
    """A condition on a value beyond its type, as metadata of `Annotated`.

    `choices` are the strings that are allowed.
    """

    expects: str
    is_met: Callable[[Any], object]
    choices: tuple[str, ...] = ()


def one_of(names: Iterable[str]) -> Check:
    """Return a check for a string that is one of some names."""
    known = tuple(names)
    return Check(f"one of {', '.join(map(repr, known))}", known.__contains__, known)


class Fault(Exception):
    """What is wrong with a value: a sentence before and after its place.

    Each table around the value adds a step to the place.
    """

    def __init__(self, before: str, after: str, *steps: str | int) -> None:
        self.before, self.after = before, after
        self.steps: list[str | int] = [*steps]  # the innermost first


class _Type(NamedTuple):
    """A type of value: its name in errors for one and for many, its reader, its table header."""

    expects: str
    plural: str
    read: Callable[[object], Any]
    choices: tuple[str, ...] = ()
    header: Literal["", "[]", "[[]]"] = ""
    exact: type | None = None  # a type whose values are all allowed


def parse(text: str, file: str, *, after: str = "") -> dict[str, Any]:
    """Return the tables of a file, or of its part `after` another.

    ShamsiError, which names the file, for anything but TOML.
    """
    text = "\n" * after.count("\n") + text  # errors then have the line numbers of the file
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ShamsiError(f"{file}: {error}") from error
    except ValueError:  # Python rejects an int of more than 4300 digits
        line = next(
            n for n, line in enumerate(text.split("\n"), 1) if re.search("[0-9_]{4300}", line)
        )
        raise ShamsiError(f"{file}: a number has too many digits (at line {line})") from None
    except RecursionError:
        raise ShamsiError(f"{file}: lists or tables are nested too deeply") from None


def read(
    shape: type[Table], raw: Mapping[str, Any], file: str, *, beside: type[tuple[Any, ...]]
) -> Table:
    """Return the keys of a file that a shape describes. The shape `beside` describes the others.

    ShamsiError, which names file, table and key, for a key that is unknown or missing, or has a
    wrong value.
    """
    own = _fields(shape)
    known = {**_fields(beside), **own}
    try:
        found = _values(raw, known.get, known)
        table: Table = _made(shape, {key: value for key, value in found.items() if key in own})
    except Fault as fault:
        raise ShamsiError(f"{file}: {_sentence(fault, known)}") from None
    return table


def _sentence(fault: Fault, known: Mapping[str, _Type]) -> str:
    """Return the sentence of a fault, with its table and key."""
    steps = fault.steps[::-1]
    top, *rest = steps
    header = known[str(top)].header if top in known else ""
    place, is_unknown = f"{_TOP}: ", fault.before.startswith("unknown")
    if header == "[[]]" and len(rest) > 1:
        place, steps = f"[[{top}]] {rest[0]}: ", rest[1:]
    elif header == "[]" and rest:
        place, steps = f"[{top}]: ", rest
    elif is_unknown and fault.before.endswith("table "):
        place = ""
    elsewhere = known.get(str(steps[-1])) if is_unknown and place[:1] == "[" else None
    after = f"; it belongs {_TOP}" if elsewhere and not elsewhere.header else fault.after
    return f"{place}{fault.before}{_subject(steps)}{after}"


def _subject(steps: list[str | int]) -> str:
    """Return a place in a table, as in "item 2 of 'sure.bare'"."""
    *outer, last = steps
    if isinstance(last, int):
        return f"item {last} of {_subject(outer)}"
    while outer and isinstance(outer[-1], str):
        last = f"{outer.pop()}.{last}"
    return f"{shown(last)} of {_subject(outer)}" if outer else shown(last)


def _must_be(expects: str, value: object, choices: Sequence[str] = ()) -> Fault:
    return Fault("", f" must be {expects}, got {_described(value)}{_guess(value, choices)}")


def _unknown(key: str, value: object, known: Iterable[str]) -> Fault:
    names = tuple(known)
    noun = "table" if _is_table(value) or _is_array_of_tables(value) else "key"
    guess = _guess(key, names)
    return Fault(
        f"unknown {noun} ", f"{guess}{' A' if guess else '; a'}llowed are {', '.join(names)}", key
    )


def _guess(word: object, known: Sequence[str]) -> str:
    """Return the known word that a word may be meant to be, as a part of a sentence."""
    if not known or not isinstance(word, str) or len(word) > _LONGEST_SLIP or word.isdigit():
        return ""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _described(value: object) -> str:
    """Return a value for a message. Lists and tables are only named as such."""
    if isinstance(value, bool):
        return str(value).lower()
    if _is_array_of_tables(value):
        return "an array of tables"
    return "a table" if _is_table(value) else "a list" if _is_list(value) else shown(value)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _is_array_of_tables(value: object) -> bool:
    return _is_list(value) and bool(value) and _is_table(value[0])


@cache
def _fields(shape: type[tuple[Any, ...]]) -> Mapping[str, _Type]:
    """Return the keys of a table and their types."""
    return {key: _type_of(hint) for key, hint in shape.__annotations__.items()}


def _values(
    raw: Mapping[str, object], type_for: Callable[[str], _Type | None], known: Iterable[str]
) -> dict[str, object]:
    """Read the values of a table, each as the type of its key."""
    found: dict[str, object] = {}
    for key, value in raw.items():
        type_ = type_for(key)
        if type_ is None:
            raise _unknown(key, value, known)
        try:
            found[key] = type_.read(value)
        except Fault as fault:
            fault.steps.append(key)
            raise
    return found


def _made(shape: Any, values: Mapping[str, object]) -> Any:
    """Return a table of a shape from its values."""
    for key, type_ in _fields(shape).items():
        if key not in values and key not in shape._field_defaults:
            raise Fault("missing key ", f"; it must be {type_.expects}", key)
    table = shape(**values)
    if wrong := getattr(table, "fault", None):  # a check of several values together
        raise wrong
    return table


@cache
def _type_of(hint: Any) -> _Type:
    """Return how to read values of a type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _checked(_type_of(arguments[0]), arguments[1])
    if origin is Literal:
        return _checked(_PLAIN[str], one_of(arguments))
    if origin in (Union, UnionType):
        return _either([_type_of(one) for one in arguments if one is not NoneType])
    if origin is tuple:
        return _list(_type_of(arguments[0]), None if arguments[1] is ... else len(arguments))
    if origin is not None:
        return _mapping(*map(_type_of, arguments))
    return _PLAIN.get(hint) or _nested(hint)


def _plain(expects: str, plural: str, of: type) -> _Type:
    def read_plain(value: object) -> object:
        if type(value) is of:
            return value
        raise _must_be(expects, value)

    return _Type(expects, plural, read_plain, exact=of)


def _number(value: object) -> float:
    """Return a float, or an integer that is exact as a float."""
    if isinstance(value, float) or (type(value) is int and abs(value) <= _MOST_EXACT):
        return float(value)
    raise _must_be("a number", value)


_PLAIN: Mapping[Any, _Type] = {
    str: _plain("a string", "strings", str),
    bool: _plain("true or false", "values, each true or false", bool),
    int: _plain("an integer", "integers", int),
    float: _Type("a number", "numbers", _number),
}


def _checked(base: _Type, check: Check) -> _Type:
    expects, is_met, choices = check

    def read_checked(value: object) -> object:
        try:
            found = base.read(value)
        except Fault as fault:
            if fault.steps:  # it is about a value inside this one
                raise
        else:
            if is_met(found):
                return found
        raise _must_be(expects, value, choices)

    return _Type(expects, f"values, each {expects}", read_checked, choices, base.header)


def _either(types: list[_Type]) -> _Type:
    """Return a type for values of any of some types.

    If a value fits one of them except for something inside, the fault is about that.
    """
    if len(types) == 1:
        return types[0]
    expects = ", or ".join(type_.expects for type_ in types)
    choices = tuple(word for type_ in types for word in type_.choices)

    def read_either(value: object) -> object:
        for type_ in types:
            try:
                return type_.read(value)
            except Fault as fault:
                if fault.steps:
                    raise
        raise _must_be(expects, value, choices)

    return _Type(expects, f"values, each {expects}", read_either, choices)


def _list(item: _Type, count: int | None) -> _Type:
    """Return a type for lists of items of one type, of length `count` if it is given."""
    plural = f"{count} {item.plural}" if count else item.plural
    expects = (
        "an array of tables, each under its header in [[ ]]"
        if item.header
        else f"a list of {plural}"
    )

    def read_list(value: object) -> tuple[object, ...]:
        if not _is_list(value) or (count and len(value) != count):
            raise _must_be(expects, value)
        if item.exact and {*map(type, value)} <= {item.exact}:  # fast for thousands of strings
            return tuple(value)
        found: list[object] = []
        try:
            for one in value:
                found.append(item.read(one))
        except Fault as fault:
            fault.steps.append(len(found) + 1)
            raise
        return tuple(found)

    return _Type(expects, f"lists of {plural}", read_list, header="[[]]" if item.header else "")


def _mapping(keys: _Type, values: _Type) -> _Type:
    """Return a type for tables without a shape, such as words.

    Each key is one of the choices of its type, if it has any.
    """

    def type_for(key: str) -> _Type | None:
        return values if not keys.choices or key in keys.choices else None

    def read_mapping(value: object) -> Mapping[str, object]:
        if not _is_table(value):
            raise _must_be("a table", value)
        return MappingProxyType(_values(value, type_for, keys.choices))

    return _Type("a table", "tables", read_mapping, header="[]")


def _nested(shape: Any) -> _Type:
    def read_nested(value: object) -> object:
        if not _is_table(value):
            raise _must_be("a table", value)
        return _made(shape, _values(value, _fields(shape).get, _fields(shape)))

    return _Type("a table", "tables", read_nested, header="[]")
