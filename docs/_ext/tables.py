"""Tables in Markdown, left to right and right to left."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells may hold any text."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell(text) for text in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    """A text that stands in a cell."""
    return text.replace("|", "\\|").replace("\n", " ")


def directed(content: str, code: str) -> str:
    """A part in a language's own direction."""
    direction = "ltr" if code == "en" else "rtl"
    return f'<div dir="{direction}" lang="{code}">\n\n{content}\n</div>\n'
