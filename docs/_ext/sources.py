"""What a page's source becomes before it is parsed: generated parts are put in, links lead within the site.

A page says `:::{generated} language fa` and `:::` where a part is made from the package. A page that stands for a file
of the repository, such as the README, is that file. Links are written as they lead in the repository, so that they
work there as well; here each becomes the page of what it names. A `<picture>` with a light and a
dark source becomes two images, of which the theme shows one.
"""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from sphinx.application import Sphinx

import commands
import languages

_AUTODOC = ("autoclass", "autoexception", "autofunction", "automodule")
_GENERATED = re.compile(r"^:::\{generated\} (\S+) (\S+)\n:::$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n.*?\n---\n\n", re.DOTALL)
_PICTURE = re.compile(r'<picture>\s*<.*?srcset="(.+?)">\s*<img src="(.+?)" alt="(.+?)".*\s*</picture>')
_LINK = re.compile(r"(?<=\]\()([^)#:\s]+)(?=[)#])")


def documented(directive: str) -> Callable[[str], str]:
    """What autodoc says of a name; docstrings are its own kind of text, not Markdown."""
    options = "   :inherited-members:\n" if directive == "autoclass" else ""
    return lambda name: f"```{{eval-rst}}\n.. {directive}:: {name}\n{options}```\n"


MAKERS: dict[str, Callable[[str], str]] = {
    **{directive: documented(directive) for directive in _AUTODOC},
    **{"language": languages.page, "options": commands.options, "usage": commands.usage},
}


def read(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the parts in, and lead the links."""
    pages: dict[str, str] = app.config.repository_pages
    root = Path(app.srcdir).parent
    place = next((file for file, page in pages.items() if page == docname), None)
    text = source[0]
    if place:  # with the front matter of the page that stands for it
        front = _FRONT.match(text)
        text = (front[0] if front else "") + (root / place).read_text(encoding="utf-8")
    text = _GENERATED.sub(lambda found: MAKERS[found[1]](found[2]), text)
    folder = posixpath.dirname(place if place else f"docs/{docname}")
    text = _PICTURE.sub(lambda found: pictures(found, folder, root, pages), text)
    source[0] = _LINK.sub(lambda found: led(found[1], folder, root, pages), text)


def pictures(found: re.Match[str], folder: str, root: Path, pages: dict[str, str]) -> str:
    """The dark and the light source of a picture, each for its scheme."""
    return "\n".join(
        f":::{{image}} {led(link, folder, root, pages)}\n:alt: {found[3]}\n:class: only-{look}\n:::\n"
        for link, look in ((found[2], "light"), (found[1], "dark"))
    )


def led(link: str, folder: str, root: Path, pages: dict[str, str]) -> str:
    """Where a link of a file in a folder of the repository leads on the site; what is no file there is left alone."""
    target = posixpath.normpath(posixpath.join(folder, link))
    if link.startswith("/") or not (root / target).exists():
        return link
    if target in pages:
        return f"/{pages[target]}.md"
    return f"/{posixpath.relpath(target, 'docs')}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.add_config_value("repository_pages", {}, "env")
    app.connect("source-read", read)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
