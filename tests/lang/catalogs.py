"""The catalogs of sentences: what the code has, what `.po` files translate, and how to renew them.

`PYTHONPATH=. python tests/lang/catalogs.py --write` adds what is new to the sources and compiles them.
"""

import argparse
import ast
import datetime as dt
import io
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from shamsi.lang import classes, language
from shamsi.lang.sentences import DOMAIN, ENGLISH, MESSAGE_LANGUAGES
from shamsi.text.grammar.reasons import Basis, Rejection

PACKAGE = Path(__file__).parents[2] / "shamsi"
LANGUAGES = [lang for lang in MESSAGE_LANGUAGES if lang != ENGLISH]
_PLURALS = {
    "fa": "nplurals=2; plural=(n > 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
_HEADER = """\
msgid ""
msgstr ""
"Language: {lang}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_NAMES = ("Sentence", "translatable")

Message = str | tuple[str, str]


def forms(message: Any) -> list[str]:
    """The translations of a message, one for each form of the plural."""
    return list(message.string) if message.pluralizable else [message.string or ""]


def folder(lang: str) -> Path:
    """Where the catalog of a language lies."""
    return PACKAGE / "lang" / "locale" / lang / "LC_MESSAGES"


def messages() -> dict[Message, str]:
    """Every template of the code, with its plural if it has one, and the module that has it."""
    found: dict[Message, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for message in _of(tree):
            found.setdefault(message, path.relative_to(PACKAGE.parent).as_posix())
    for reason in (*Rejection, *Basis):
        found.setdefault(reason.value, "shamsi/text/grammar/reasons.py")
    for kind in classes.SHARED:
        found.setdefault(kind.meaning, "shamsi/lang/classes.py")
    for code in language.LANGUAGES:
        for table in language.load(code).tables.classes:
            found.setdefault(table.meaning, f"shamsi/lang/{code}.toml")
    return found


def _of(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        if node.func.id not in _NAMES or not isinstance(node.args[0], ast.Constant):
            continue
        text = node.args[0].value
        if isinstance(text, str):
            plural = next((word.value for word in node.keywords if word.arg == "plural"), None)
            yield (text, plural.value) if isinstance(plural, ast.Constant) else text  # type: ignore[misc]


def source(lang: str) -> Catalog:
    """The source catalog of a language."""
    with open(folder(lang) / f"{DOMAIN}.po", "rb") as file:
        catalog = read_po(file, locale=lang, domain=DOMAIN)
    catalog.creation_date = catalog.revision_date = _EPOCH  # so that no clock is compiled in
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """A catalog as the file that gettext reads."""
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def fields(template: str) -> set[str]:
    """The names of a template's fields, with what is looked up in them."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def renewed(lang: str) -> Catalog:
    """The source catalog with exactly the messages of the code, in their order."""
    old = source(lang) if (folder(lang) / f"{DOMAIN}.po").exists() else Catalog(locale=lang)
    new = Catalog(locale=lang, fuzzy=False, charset="utf-8")
    for message, module in messages().items():
        known = old.get(message if isinstance(message, str) else message[0])
        said = known.string if known else ""
        new.add(message, said, locations=[(module, 0)])
    return new


def write() -> None:
    """Renew and compile every catalog."""
    for lang in LANGUAGES:
        catalog = renewed(lang)
        place = folder(lang)
        place.mkdir(parents=True, exist_ok=True)
        with open(place / f"{DOMAIN}.po", "wb") as file:
            file.write(_HEADER.format(lang=lang, plurals=_PLURALS[lang]).encode())
            write_po(file, catalog, width=100, include_lineno=False, omit_header=True)
        (place / f"{DOMAIN}.mo").write_bytes(compiled(source(lang)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew the files")
    if parser.parse_args().write:
        write()
    else:
        for message, module in messages().items():
            print(module, message, sep="\t")
