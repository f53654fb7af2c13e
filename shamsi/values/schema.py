"""pydantic: the schemas of `Date`, `DateTime` and `Period` as fields of a model."""

# pyright: basic, reportMissingImports=false
# (only pydantic imports this module, so it is installed)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from shamsi._errors import shown

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


def day_schema(kind: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
    """Return the schema of `Date`: the text of `isoformat`.

    In Python it may also be a `datetime.date` unless strict.

    >>> from pydantic import TypeAdapter
    >>> from shamsi import Date
    >>> TypeAdapter(Date).validate_python(dt.date(2025, 3, 20))
    shamsi.Date(1403, 12, 30)
    """
    readers = {str: kind.fromisoformat, dt.date: kind.from_gregorian}
    described = {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "description": "A Solar Hijri date, year-month-day.",
        "examples": ["1403-12-30"],
    }  # no "format": "date", which is a Gregorian one
    return text_schema(kind, handler, readers=readers, described=described)


def moment_schema(kind: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
    """Return the schema of `DateTime`: text that `fromisoformat` reads.

    In Python it may also be a `datetime.datetime` unless strict. The text has the offset from UTC
    and not the name of the zone.

    >>> from pydantic import TypeAdapter
    >>> from shamsi import DateTime
    >>> TypeAdapter(DateTime).validate_json('"1403-12-30T14:05"')
    shamsi.DateTime(1403, 12, 30, 14, 5)
    """
    readers = {str: kind.fromisoformat, dt.datetime: kind.from_gregorian}
    described = {
        "type": "string",
        "description": "A Solar Hijri date with a time, and its offset from UTC if it has one.",
        "examples": ["1403-12-30 14:05:00+03:30"],
    }
    return text_schema(kind, handler, readers=readers, described=described)


def period_schema(kind: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
    """Return the schema of `Period`: text that `Period.parse` reads.

    >>> from pydantic import TypeAdapter
    >>> from shamsi import Period
    >>> TypeAdapter(Period).validate_json('"1404-05"') == Period.month(1404, 5)
    True
    """
    described = {
        "type": "string",
        "description": "A run of Solar Hijri days: a year, season or month, "
        "or the first and the last day.",
        "examples": ["1404-05", "1404-05-18/1404-05-20"],
    }
    return text_schema(kind, handler, readers={str: kind.parse}, described=described)


def text_schema(
    kind: type,
    handler: GetCoreSchemaHandler,
    /,
    *,
    readers: Mapping[type, Callable[[Any], object]],
    described: dict[str, Any],
) -> CoreSchema:
    """Return a schema for values that are text in JSON, written by `str`, and themselves in Python.

    The reader of its type turns an input into a value; JSON has only text, and strict Python
    accepts only the value itself. ValueError and TypeError of a reader become errors of pydantic.
    `described` is the JSON Schema of the text.

    >>> from pydantic import TypeAdapter
    >>> from shamsi import Date
    >>> TypeAdapter(Date).validate_json('"1403-12-30"')
    shamsi.Date(1403, 12, 30)
    """
    from pydantic import WithJsonSchema
    from pydantic_core import core_schema

    allowed = " or ".join(
        f"{type_.__module__}.{type_.__name__}".removeprefix("builtins.") for type_ in readers
    )

    def read(value: object) -> object:
        if isinstance(value, kind):
            return value
        reader = next(
            (reader for type_, reader in readers.items() if isinstance(value, type_)), None
        )
        if reader is None:
            raise ValueError(
                f"must be a shamsi.{kind.__name__} or {allowed}, got {shown(value)} "
                f"({type(value).__name__})"
            )
        try:
            return reader(value)
        except TypeError as error:  # pydantic would not report it but raise
            raise ValueError(str(error)) from error

    text = handler.generate_schema(Annotated[str, WithJsonSchema(described)])
    return core_schema.json_or_python_schema(
        json_schema=core_schema.no_info_after_validator_function(read, text),
        python_schema=core_schema.lax_or_strict_schema(
            lax_schema=core_schema.no_info_plain_validator_function(read),
            strict_schema=core_schema.is_instance_schema(kind),
        ),
        serialization=core_schema.plain_serializer_function_ser_schema(
            str, return_schema=text, when_used="json"
        ),
    )
