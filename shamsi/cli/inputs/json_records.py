"""Records of one JSON value: an array of objects, an object that holds one, or one record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from shamsi.cli.inputs import records
from shamsi.cli.inputs.decoding import Decoded, decode
from shamsi.cli.inputs.document import Document, Event, Failed, Skipped, Unreadable
from shamsi.cli.inputs.record_bodies import RecordsBody, by_field, literals_of, member_of, value_of
from shamsi.cli.inputs.sources import InputOptions, Source
from shamsi.lang.sentences import Joined, Sentence

_SHOWN = 5  # arrays that a message lists
_DECODER = json.JSONDecoder()

Record = Mapping[str, object]


class _Array(NamedTuple):
    """An array of objects, and the names that lead to it."""

    path: tuple[str, ...]
    records: list[object]


def events(source: Source, data: bytes, input_options: InputOptions) -> Iterator[Event]:
    """The documents of a file; each is named by the number of its record.

    A file without records is a failure, or skipped where it was only found in a folder. Raises
    Unreadable where the file is not text.
    """
    decoded = decode(data, input_options.encoding)
    text = decoded.text.lstrip("\ufeff")
    value = _parsed(text)
    if any(_is_record(value, field) for field in input_options.fields):
        found = _Array((), [value])
    else:
        arrays = list(_arrays(value, ()))
        if len(arrays) != 1:
            why = _without_records(arrays, input_options)
            in_folder = not source.is_named and not arrays
            yield Skipped(source.name, why, listed=True) if in_folder else Failed(source.name, why)
            return
        found = arrays[0]
    texts = _texts(source.name, found.records, input_options, decoded)
    if not input_options.is_rewritten:
        for made in texts:
            yield from made
        return
    yield from _with_places(texts, decoded, found, input_options)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        why = Sentence(
            "not valid JSON: {error} at line {line}, column {n}; one value a line is "
            "--input-format jsonl",
            error=error.msg.removesuffix(" starting at").lower(),
            line=error.lineno,
            n=error.colno,
        )
        raise Unreadable(why) from None
    except RecursionError:
        raise Unreadable(Sentence("JSON that cannot be read: nested too deeply")) from None
    except ValueError as error:  # a number of too many digits
        raise Unreadable(Sentence("JSON that cannot be read: {error}", error=f"{error}")) from None


def _arrays(value: object, path: tuple[str, ...]) -> Iterator[_Array]:
    """The arrays of objects, as far as objects lead to them."""
    if isinstance(value, list):
        members = cast("list[object]", value)
        if any(isinstance(member, dict) for member in members):
            yield _Array(path, members)
    elif isinstance(value, dict):
        for name, member in cast("Record", value).items():
            yield from _arrays(member, (*path, name))


def _without_records(arrays: list[_Array], input_options: InputOptions) -> Sentence:
    if not arrays:
        return Sentence(
            "holds no field {field} and no array of records; "
            "choose the text field with --field and the id field with --id",
            field=repr(input_options.field),
        )
    names = tuple(".".join(array.path) for array in arrays[:_SHOWN])
    return Sentence(
        "holds several arrays of records ({names}); keep one of them", names=Joined(names)
    )


def _texts(
    name: str, found: list[object], input_options: InputOptions, source: Decoded
) -> Iterator[list[Event]]:
    """What each record gives."""
    for number, value in enumerate(found, 1):
        if not isinstance(value, dict):
            yield [records.not_an_object(name, number, value)]
            continue
        record = cast("Record", value)
        for field in input_options.fields:
            record = _joined(record, field)
        yield list(records.of_record(name, number, record, input_options, source))


def _is_record(value: object, field: str) -> bool:
    """Whether a value is an object that has the field, with a text."""
    try:
        value = records.member(cast("Record", value), field) if isinstance(value, dict) else None
    except KeyError:
        return False
    return isinstance(value, str) or _strings(value) is not None


def _joined(record: Record, field: str) -> Record:
    """The record with its text in one string, where it is a list of strings and entities."""
    try:
        strings = _strings(records.member(record, field))
    except KeyError:
        return record
    return record if strings is None else {**record, field: "".join(strings)}


def _strings(value: object) -> list[str] | None:
    """The strings of a text as chats export it: plain ones, and objects with a `text`."""
    if not isinstance(value, list):
        return None
    strings = [
        cast("Record", one).get("text") if isinstance(one, dict) else one
        for one in cast("list[object]", value)
    ]
    return [str(one) for one in strings] if all(isinstance(one, str) for one in strings) else None


def _with_places(
    texts: Iterator[list[Event]], source: Decoded, array: _Array, input_options: InputOptions
) -> list[Event]:
    """The documents with the body from which their file is written: all, so that it has all."""
    text, placed = source.text, list[Event]()
    body = RecordsBody(text, source.encoding)
    for made, start in zip(texts, _starts(text, array.path), strict=True):
        for event, field in by_field(made, input_options):
            if not isinstance(event, Document):
                placed.append(event)
                continue
            span = member_of(text, start, field)
            strings = _places(text, *span) if span else []
            placed.append(body.add(event, literals_of(text, strings)))
    return placed


def _starts(text: str, path: tuple[str, ...]) -> Iterator[int]:
    """Where the records begin."""
    at = len(text) - len(text.lstrip("\ufeff"))
    for step in path:
        place = value_of(text, at, step)
        assert place  # the value was parsed
        at = place[0]
    if text[_skipped(text, at)] == "[":
        return (start for start, _ in elements(text, at))
    return iter([at])


def _places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the strings of a text begin and end: one, or those of a list."""
    if text[start] != "[":
        return [(start, end)]
    places: list[tuple[int, int]] = []
    for first, last in elements(text, start):
        span = (first, last) if text[first] == '"' else value_of(text, first, "text")
        assert span  # a list whose members all have texts
        places.append(span)
    return places


def elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the members of an array begin and end.

    >>> list(elements(' [1, "a" ,{}]', 0))
    [(2, 3), (5, 8), (10, 12)]
    """
    at = _skipped(text, _skipped(text, at) + 1)
    while text[at] != "]":
        _, end = _DECODER.raw_decode(text, at)
        yield at, end
        at = _skipped(text, end)
        if text[at] == ",":
            at = _skipped(text, at + 1)


def _skipped(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at
