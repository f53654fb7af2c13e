"""Direction: pages in Persian and Arabic run from the right, and Arabic script in examples does not turn their code."""

import re
from typing import Any

from sphinx.application import Sphinx

_FROM_THE_RIGHT = ("fa", "ar")
_BLOCK = re.compile(r"(<pre>)(.*?)(</pre>)", re.DOTALL)
_MARKUP = re.compile(r"(<[^>]*>|&[#\w]+;|\n|\t)")
_WORD = r"[^\sA-Za-z,:;=\[\]{}]+"
_RUN = re.compile(rf"{_WORD}(?: +{_WORD})*")
_ARABIC = re.compile(r"[\u0620-\u06ff]")


def isolate(body: str) -> str:
    """Set each run of Arabic script apart, in the blocks of code of a page.

    >>> isolate("<pre>5 آبان 1404 is</pre>")
    '<pre><bdi>5 آبان 1404</bdi> is</pre>'
    """
    return _BLOCK.sub(lambda block: block[1] + "".join(map(_apart, _MARKUP.split(block[2]))) + block[3], body)


def _apart(piece: str) -> str:
    if _MARKUP.fullmatch(piece):
        return piece
    return _RUN.sub(lambda run: f"<bdi>{run[0]}</bdi>" if _ARABIC.search(run[0]) else run[0], piece)


def on_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Do so on a page that is written; a page in a folder named after its language is in that direction, too."""
    if "body" in context:
        context["body"] = isolate(context["body"])
        language = page.partition("/")[0]
        if language in _FROM_THE_RIGHT:
            context["body"] = f'<div dir="rtl" lang="{language}">{context["body"]}</div>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("html-page-context", on_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
