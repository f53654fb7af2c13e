"""Public names: present, listed by `dir`, and the same objects as in their modules."""

import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

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
