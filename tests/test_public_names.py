"""Public names: present, listed by `dir`, and the same objects as in their modules."""

import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import pytest

import shamsi

MODULES = {
    "Date": "shamsi.values.date",
    "DateError": "shamsi._errors",
    "DateTime": "shamsi.values.datetime",
    "Difference": "shamsi.values.difference",
    "Explanation": "shamsi.text.explain",
    "Finding": "shamsi.text.check",
    "IslamicDate": "shamsi.values.islamic",
    "Mention": "shamsi.text.resolve.mention",
    "Pair": "shamsi.text.pairs",
    "ParseError": "shamsi._errors",
    "Period": "shamsi.values.period",
    "RangeError": "shamsi._errors",
    "ShamsiError": "shamsi._errors",
    "Suggestion": "shamsi.text.rewrite.repairs",
    "annotate": "shamsi.text.annotate",
    "certainty": "shamsi.calendar.certainty",
    "check": "shamsi.text.check",
    "dateline": "shamsi.text.find",
    "edtf": "shamsi.exports.edtf",
    "export": "shamsi.exports.documents",
    "explain": "shamsi.text.explain",
    "find": "shamsi.text.find",
    "fix": "shamsi.text.fix",
    "offsets": "shamsi.exports.offsets",
    "pairs": "shamsi.text.pairs",
    "redact": "shamsi.text.redact",
    "resolve": "shamsi.values.expressions",
}


def test_all_lists_the_public_names() -> None:
    assert set(shamsi.__all__) == {*MODULES, "__version__"}


@pytest.mark.parametrize(("name", "module"), MODULES.items())
def test_name_is_that_of_its_module(name: str, module: str) -> None:
    assert getattr(shamsi, name) is getattr(import_module(module), name)


@pytest.mark.parametrize("name", MODULES)
def test_name_is_documented_with_a_running_example(name: str) -> None:
    doc = getattr(shamsi, name).__doc__ or ""
    assert ">>> " in doc or name.endswith("Error"), f"{name} has no example"
    assert doc.strip()


def test_dir_lists_names_not_loaded_yet() -> None:
    code = "import shamsi; print(set(shamsi.__all__) <= set(dir(shamsi)), 'find' in vars(shamsi))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(shamsi.__file__).parents[1]
    )
    assert done.stdout.split() == ["True", "False"]


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'shamsi' has no attribute 'Dait'"):
        getattr(shamsi, "Dait")  # noqa: B009


def test_version_is_the_installed_one() -> None:
    try:
        installed = metadata.version("shamsi")
    except metadata.PackageNotFoundError:
        pytest.skip("shamsi is not installed here")
    assert installed == shamsi.__version__


PUBLIC = (
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "spark",
    "sql",
    "django",
    "sqlalchemy",
    "spacy",
    "testing",
    "matplotlib",
    "sheets",
)


def public_module(name: str) -> Any:
    try:
        return import_module(f"shamsi.{name}")
    except ImportError as error:
        pytest.skip(f"shamsi.{name} cannot be imported here: {error}")


@pytest.mark.parametrize("name", PUBLIC)
def test_modules_show_their_public_names_alone(name: str) -> None:
    module = public_module(name)
    assert dir(module) == sorted(module.__all__) == sorted(set(module.__all__))
    for each in module.__all__:
        assert (getattr(module, each).__doc__ or "").strip(), each
    defined = {
        each
        for each, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and hasattr(value, "__qualname__")
    }
    assert {each for each in defined if not each.startswith("_")} <= {*module.__all__}


def test_the_package_shows_its_public_names_alone() -> None:
    assert dir(shamsi) == sorted(shamsi.__all__)


# a verb that a door lacks, and why; types have capitals and are not compared
ABSENT = {
    "numpy": {
        "reason": 'errors="report" says why',
        **dict.fromkeys(("find", "check"), "they return Arrow tables: shamsi.pyarrow reads NumPy's arrays of text"),
        "report": 'an array is read at once: errors="report"',
    },
    "pandas": {
        "reason": 'errors="report" says why',
        **dict.fromkeys(("find", "check"), "they return Arrow tables: shamsi.pyarrow reads Series"),
        **dict.fromkeys(("pack", "unpack", "from_packed"), "pandas sorts and joins days themselves"),
        "check_columns": "of two columns: a function of shamsi.pandas",
        "report": 'a Series is read at once: errors="report"',
    },
    "polars": {
        "reason": "report says why",
        **dict.fromkeys(("find", "check"), "they return Arrow tables: shamsi.pyarrow reads Polars' series"),
        "unpack": "fields gives a struct",
    },
    "pyarrow": {
        "reason": 'errors="report" says why',
        "report": 'a column is read at once: errors="report"',
        "unpack": "fields gives structs",
    },
    "spark": {
        **dict.fromkeys(
            ("pack", "unpack", "from_packed", "fields"), "Spark compiles each field; a struct is not faster"
        ),
        "report": "reason is a column: a query counts its words",
    },
}


def verbs(door: str) -> set[str]:
    module = public_module(door)
    names = vars(module.Shamsi) if door == "pandas" else module.__all__
    return {name for name in names if name.islower() and not name.startswith("_")}


def test_a_verb_has_one_name_in_all_engines() -> None:
    known = {door: verbs(door) for door in ABSENT}
    every = set().union(*known.values())
    assert "to_gregorian" in set.intersection(*known.values())
    for door, names in known.items():
        assert every - names <= ABSENT[door].keys(), door
