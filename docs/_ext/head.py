"""The head of a page: its language, its direction, and a description if it has no front matter."""

from html import escape
from typing import Any

from sphinx.application import Sphinx

_FROM_THE_RIGHT = ("fa", "ar")
_DESCRIPTIONS = {
    "genindex": "Index of every public name of shamsi, in alphabetical order.",
    "py-modindex": "Index of the modules of shamsi.",
    "search": "Search the documentation of shamsi.",
    "live/index": "Paste Persian or Arabic text and see its dates checked in your browser.",
}


def on_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Say what the page is to browsers and to searchers."""
    language = page.partition("/")[0]
    if language in _FROM_THE_RIGHT:
        # the theme puts it between quotes, and has no place for dir
        context["language"] = f'{language}" dir="rtl'
    tags = context.get("metatags") or ""
    if page in _DESCRIPTIONS and 'name="description"' not in tags:
        description = escape(_DESCRIPTIONS[page])
        context["metatags"] = f'{tags}<meta name="description" content="{description}">'


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("html-page-context", on_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
