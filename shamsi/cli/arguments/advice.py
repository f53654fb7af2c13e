"""Advice: the suggestion of an error, as options of the command."""

from shamsi._errors import ShamsiError

_REPLACEMENTS = {
    "from_gregorian": "use --to persian",
    "order": "write the year first",
    "weekday": "correct one of them",
    "resolve": "give --reference",
    "no_era": "leave out --era, or give the era that the text names",
    "time": "give the day without its time",
    "let": "pass --let for a shorter one",
}


def worded(error: ShamsiError) -> str:
    """The message of an error, with options in place of Python arguments.

    >>> from shamsi._errors import Advice
    >>> century = Advice("century", 1400, "to read it as 1402")
    >>> worded(ShamsiError("'02' is ambiguous", advice=century))
    "'02' is ambiguous; pass --century 1400 to read it as 1402"
    """
    advice = error.advice
    if advice is None:
        return str(error)
    replacement = (
        _REPLACEMENTS.get(advice.name)
        or f"pass --{advice.name} {advice.value} {advice.purpose}".rstrip()
    )
    return f"{error.problem}; {replacement}"
