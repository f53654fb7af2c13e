"""Arabic script in examples stands in the order in which it is read, and does not turn the code around it."""

import re
from typing import Any

from sphinx.application import Sphinx

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
    """Do so on a page that is written."""
    if "body" in context:
        context["body"] = isolate(context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("html-page-context", on_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
