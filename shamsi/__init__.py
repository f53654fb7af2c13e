"""Solar Hijri (Persian) dates: convert them, find them in text, check dates in two calendars.

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
    "IslamicDate",
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
    "resolve",
]

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
    from shamsi.calendar.certainty import certainty
    from shamsi.exports.documents import export
    from shamsi.exports.edtf import edtf
    from shamsi.exports.offsets import offsets
    from shamsi.text.annotate import annotate
    from shamsi.text.check import check
    from shamsi.text.explain import Explanation, explain
    from shamsi.text.find import dateline, find
    from shamsi.text.finding import Finding
    from shamsi.text.fix import fix
    from shamsi.text.pairs import Pair, pairs
    from shamsi.text.redact import redact
    from shamsi.text.resolve.mention import Mention
    from shamsi.text.rewrite.repairs import Suggestion
    from shamsi.values.date import Date
    from shamsi.values.datetime import DateTime
    from shamsi.values.difference import Difference
    from shamsi.values.expressions import resolve
    from shamsi.values.islamic import IslamicDate
    from shamsi.values.period import Period
else:
    _MODULES = {
        "calendar.certainty": ("certainty",),
        "values.date": ("Date",),
        "values.datetime": ("DateTime",),
        "values.difference": ("Difference",),
        "values.expressions": ("resolve",),
        "values.islamic": ("IslamicDate",),
        "values.period": ("Period",),
        "_errors": ("DateError", "ParseError", "RangeError", "ShamsiError"),
        "exports.documents": ("export",),
        "exports.edtf": ("edtf",),
        "exports.offsets": ("offsets",),
        "text.annotate": ("annotate",),
        "text.check": ("check",),
        "text.explain": ("Explanation", "explain"),
        "text.find": ("dateline", "find"),
        "text.finding": ("Finding",),
        "text.fix": ("fix",),
        "text.resolve.mention": ("Mention",),
        "text.pairs": ("Pair", "pairs"),
        "text.redact": ("redact",),
        "text.rewrite.repairs": ("Suggestion",),
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
        """Return the module for another library, such as `shamsi.pandas`.

        Raises AttributeError if the library is missing, and for any other name, with the right one.
        """
        from shamsi._guesses import NEIGHBOURS, missing

        if name not in NEIGHBOURS:
            raise missing(name)
        from importlib import import_module

        try:
            return import_module(f"shamsi.{name}")
        except ImportError as error:
            raise AttributeError(str(error)) from error

    def __dir__() -> list[str]:
        return sorted(__all__)
