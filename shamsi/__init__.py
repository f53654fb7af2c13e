"""Solar Hijri (Persian) dates: convert them, find them in prose, check the pairs printed in two calendars.

>>> import shamsi
>>> shamsi.Date(1403, 12, 30).gregorian
datetime.date(2025, 3, 20)
>>> [(m.text, m.native) for m in shamsi.find("در ۱۸ مرداد ۱۴۰۴ به مینسک رفت")]
[('۱۸ مرداد ۱۴۰۴', '1404-05-18')]
>>> [f.diagnosis for f in shamsi.check("18 مرداد 1404 (18 أغسطس 2025)")]
['calque']
"""

__version__ = "0.1.0"

__all__ = [
    "Date",
    "DateError",
    "DateTime",
    "Difference",
    "Explanation",
    "Finding",
    "Mention",
    "Pair",
    "ParseError",
    "Period",
    "RangeError",
    "ShamsiError",
    "Suggestion",
    "__version__",
    "annotate",
    "certainty",
    "check",
    "dateline",
    "edtf",
    "explain",
    "export",
    "find",
    "fix",
    "offsets",
    "pairs",
    "redact",
]

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
    from shamsi._period import Period
    from shamsi.calendar.certainty import certainty
    from shamsi.exports.documents import export
    from shamsi.exports.edtf import edtf
    from shamsi.exports.offsets import offsets
    from shamsi.text.annotator import annotate
    from shamsi.text.checker import Finding, check
    from shamsi.text.explainer import Explanation, explain
    from shamsi.text.finder import dateline, find
    from shamsi.text.fixer import fix
    from shamsi.text.mention import Mention
    from shamsi.text.pairs import Pair, pairs
    from shamsi.text.redactor import redact
    from shamsi.text.suggestions import Suggestion
    from shamsi.values.date import Date
    from shamsi.values.datetime import DateTime
    from shamsi.values.difference import Difference
else:
    _MODULES = {
        "calendar.certainty": ("certainty",),
        "values.date": ("Date",),
        "values.datetime": ("DateTime",),
        "values.difference": ("Difference",),
        "_errors": ("DateError", "ParseError", "RangeError", "ShamsiError"),
        "_period": ("Period",),
        "exports.documents": ("export",),
        "exports.edtf": ("edtf",),
        "exports.offsets": ("offsets",),
        "text.annotator": ("annotate",),
        "text.checker": ("Finding", "check"),
        "text.explainer": ("Explanation", "explain"),
        "text.finder": ("dateline", "find"),
        "text.fixer": ("fix",),
        "text.mention": ("Mention",),
        "text.pairs": ("Pair", "pairs"),
        "text.redactor": ("redact",),
        "text.suggestions": ("Suggestion",),
    }
    _MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

    def __getattr__(name: str) -> object:
        if name not in _MODULE_OF:
            return _neighbour(name)
        from importlib import import_module

        value = getattr(import_module(f"shamsi.{_MODULE_OF[name]}"), name)
        globals()[name] = value
        return value

    def _neighbour(name: str) -> object:
        """Return the module for a neighbour, `shamsi.pandas`; AttributeError without it, or with the right name."""
        from shamsi._guesses import NEIGHBOURS, missing

        if name not in NEIGHBOURS:
            raise missing(name)
        from importlib import import_module

        try:
            return import_module(f"shamsi.{name}")
        except ImportError as error:
            raise AttributeError(str(error)) from error

    def __dir__() -> list[str]:
        return sorted(globals().keys() - {"TYPE_CHECKING"} | _MODULE_OF.keys())
