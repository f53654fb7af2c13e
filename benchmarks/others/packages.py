"""The packages that the pages compare, in the versions that pyproject.toml pins, and what their metadata says."""

import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# the version, and the module that has what is asked for
PINNED = {
    "jdatetime": ("6.1.1", "jdatetime"),
    "persiantools": ("6.2.0", "persiantools.jdatetime"),
    "convertdate": ("2.5.1", "convertdate.persian"),
    "jalali-pandas": ("1.0.0", "jalali_pandas"),
    "dateparser": ("1.5.0", "dateparser"),
    "parstdex": ("1.3.1", "parstdex"),
    "khayyam": ("3.0.17", "khayyam"),
}


def pinned(name: str) -> bool:
    """Whether the package is installed in the version that the pages speak of."""
    try:
        return version(name) == PINNED[name][0]
    except PackageNotFoundError:
        return False


def module(name: str) -> Any:
    """The package's module."""
    return import_module(PINNED[name][1])


def package_row(name: str) -> list[object]:
    """Name, version, licence, what it asks for, and whether it ships types, by its own metadata."""
    said = metadata(name)
    needs = [re.match(r"[\w.-]+", need) for need in said.get_all("Requires-Dist") or () if ";" not in need]
    asked = ", ".join(sorted(need[0] for need in needs if need)) or "nothing"
    return [name, said["Version"], licence(said), asked, "yes" if typed(name) else "no"]


def licence(said: Any) -> str:
    """The licence expression, or what the field and the classifiers say before there was one."""
    if expression := said.get("License-Expression"):
        return str(expression)
    field = (said.get("License") or "").strip().partition("\n")[0].strip()
    classes = [text.rpartition(" :: ")[2] for text in said.get_all("Classifier") or () if text.startswith("License ::")]
    return "; ".join([field] * (field not in ("", "UNKNOWN")) + classes)


def typed(name: str) -> bool:
    """Whether type checkers are told to read the package's annotations."""
    spec = find_spec(PINNED[name][1].partition(".")[0])
    return any((Path(place) / "py.typed").exists() for place in (spec and spec.submodule_search_locations) or ())
