"""Text from right to left: shaped here where Matplotlib does not shape it."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (Matplotlib and the libraries that shape need not be installed)

import unicodedata
from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from matplotlib import ft2font

from shamsi._errors import ShamsiError, shown

Shape: TypeAlias = Literal["auto", "always", "never"]
Shaper: TypeAlias = Callable[[str], str]

_PAIR = ("arabic_reshaper", "bidi")


def shaper(shape: Shape, /) -> Shaper:
    """Return the function that makes drawn text of text in logical order.

    "auto" leaves it to Matplotlib from 3.11 on, which shapes by libraqm; older ones draw letters
    isolated and from left to right, so text is reshaped for them. Raises ShamsiError for another
    name.

    >>> shaper("never")("۱۲ فروردین")
    '۱۲ فروردین'
    """
    if shape not in get_args(Shape):
        allowed = ", ".join(map(repr, get_args(Shape)))
        raise ShamsiError(f"shape must be one of {allowed}, got {shown(shape)}")
    if shape == "never" or (shape == "auto" and shapes_itself()):
        return str
    return _reshaped


def shapes_itself() -> bool:
    """Return whether this Matplotlib joins letters and orders them, as 3.11 and later do."""
    return hasattr(ft2font, "__libraqm_version__")


def _reshaped(text: str) -> str:
    """Return text as letters in their joined forms, in the order in which they are drawn."""
    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return text
    try:
        from arabic_reshaper import reshape
        from bidi.algorithm import get_display
    except ModuleNotFoundError as error:
        if error.name not in (*_PAIR, "bidi.algorithm"):
            raise
        raise ModuleNotFoundError(
            "Matplotlib before 3.11 does not shape text from right to left: "
            "pip install 'matplotlib>=3.11', or pip install arabic-reshaper python-bidi; "
            "shape='never' draws it as it is",
            name=error.name,
        ) from error
    return "\n".join(str(get_display(reshape(line))) for line in text.split("\n"))
