"""Configuration: defaults of options from `shamsi.toml` or [tool.shamsi] in `pyproject.toml`."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import os
import tomllib
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, cast

from shamsi.cli.arguments.types import (
    confidence,
    exception,
    finding_code,
    language,
    reference,
    tolerance,
)
from shamsi.cli.inputs.globs import anchored

_OWN, _SHARED = "shamsi.toml", "pyproject.toml"


class Setting(NamedTuple):
    """A key: its option, the default, the function that reads a value, and the expected type.

    A value is read with the folder of its file, from which relative paths start.
    """

    option: str
    default: Any
    read: Callable[[Any, Path], Any]
    wanted: str


class Misconfigured(Exception):
    """An unusable configuration: the file, the key, the value given and the values allowed."""


def apply_configuration(options: Namespace) -> None:
    """Set each option missing from the command line to its configured value, else its default.

    `options.configured` then names the options that the file set.
    """
    path = _path(options)
    configured = read(path) if path else {}
    open_ones = {
        one.option: one.default
        for one in SETTINGS.values()
        if getattr(options, one.option, 0) is None
    }
    for name, default in open_ones.items():
        setattr(options, name, configured.get(name, default))
    options.configured = tuple(name for name in open_ones if name in configured)


def read(path: Path) -> dict[str, Any]:
    """The values of a file by option; Misconfigured if it is unreadable or has an unknown key."""
    table = _table(path)
    values: dict[str, Any] = {}
    for key, value in table.items():
        setting = SETTINGS.get(key)
        if setting is None:
            near = difflib.get_close_matches(key, SETTINGS, 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise Misconfigured(
                f"{path}: unknown key {key!r}; known keys are {', '.join(SETTINGS)}{meant}"
            )
        try:
            values[setting.option] = setting.read(value, path.parent)
        except TypeError:
            raise Misconfigured(f"{path}: {key} must be {setting.wanted}, got {value!r}") from None
        except (argparse.ArgumentTypeError, ValueError) as error:
            raise Misconfigured(f"{path}: {key}: {error}") from error
    return values


def _path(options: Namespace) -> Path | None:
    if options.no_config:
        return None
    if options.config:
        return Path(options.config)
    try:
        return nearest(Path.cwd())
    except FileNotFoundError:  # the working directory was removed
        return None


def nearest(folder: Path) -> Path | None:
    """The configuration file of a folder: in it, or in the nearest folder above that has one."""
    for place in (folder, *folder.parents):
        own, shared = place / _OWN, place / _SHARED
        if os.path.isfile(
            own
        ):  # unlike the method of paths, False in a folder that may not be entered
            return own
        if os.path.isfile(shared) and _sections(_parsed(shared)) is not None:
            return shared
    return None


def _table(path: Path) -> dict[str, Any]:
    parsed = _parsed(path)
    table = _sections(parsed) if path.name == _SHARED else parsed
    if table is None:
        raise Misconfigured(f"{path}: no table [tool.shamsi]")
    if not isinstance(table, dict):
        raise Misconfigured(f"{path}: tool.shamsi must be a table, got {table!r}")
    return cast("dict[str, Any]", table)


def _sections(parsed: dict[str, Any]) -> Any:
    tool = parsed.get("tool")
    return cast("dict[str, Any]", tool).get("shamsi") if isinstance(tool, dict) else None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Misconfigured(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path} is not valid TOML: {error}") from error


def _strings(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise TypeError
    given = cast("list[object]", value)
    strings = [one for one in given if isinstance(one, str)]
    if len(strings) < len(given):
        raise TypeError
    return strings


def _texts(read_one: Callable[[str], Any]) -> Callable[[Any, Path], list[Any]]:
    return lambda value, folder: [read_one(one) for one in _strings(value)]


def _languages(value: Any, folder: Path) -> list[str]:
    return [
        language(str(folder / one) if one.endswith(".toml") else one) for one in _strings(value)
    ]


def _per_file(value: Any, folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    if not isinstance(value, dict):
        raise TypeError
    lists = cast("dict[str, Any]", value)
    return [
        (anchored(name, folder), tuple(map(finding_code, _strings(codes))))
        for name, codes in lists.items()
    ]


def _number(read_text: Callable[[str], Any], *kinds: type) -> Callable[[Any, Path], Any]:
    def read(value: Any, folder: Path) -> Any:
        if type(value) not in kinds:
            raise TypeError
        return read_text(str(value))

    return read


def _lunar(value: Any, folder: Path) -> Any:
    if type(value) is not int and value != "umm-al-qura":
        raise TypeError
    return tolerance(str(value))


def _day(value: Any, folder: Path) -> Any:
    if type(value) is not dt.date and not isinstance(value, str):
        raise TypeError
    return reference(str(value))


def _file(value: Any, folder: Path) -> str:
    if not isinstance(value, str):
        raise TypeError
    return str(folder / value) if value else ""


_LIST = "a list of strings"
SETTINGS = {
    "select": Setting("select", None, _texts(finding_code), _LIST),
    "ignore": Setting("ignore", (), _texts(finding_code), _LIST),
    "per-file-ignores": Setting(
        "per_file_ignores", (), _per_file, "a table of patterns, each with a list of strings"
    ),
    "lunar-tolerance": Setting(
        "lunar_tolerance", 2, _lunar, 'a whole number of days, or "umm-al-qura"'
    ),
    "exceptions": Setting("exceptions", (), _texts(exception), _LIST),
    "min-alarm": Setting("min_alarm", 0.0, _number(confidence, int, float), "a number"),
    "baseline": Setting("baseline", None, _file, "the path of a file"),
    "reference": Setting("reference", None, _day, 'a date, or "auto"'),
    "languages": Setting("languages", None, _languages, _LIST),
    "min-confidence": Setting("min_confidence", 0.0, _number(confidence, int, float), "a number"),
}
