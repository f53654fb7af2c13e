"""Advice: what an error suggests, in the words of somebody who types commands."""

from shamsi._errors import ShamsiError

_WAYS = {
    "from_gregorian": "use --to persian",
    "no_era": "leave out --era, or give the era that the text names",
    "time": "give the day without its time",
}


def worded(error: ShamsiError) -> str:
    """The message of an error, with options where Python has arguments.

    >>> from shamsi._errors import Advice
    >>> worded(ShamsiError("'02' is ambiguous", advice=Advice("century", 1400, "to read it as 1402")))
    "'02' is ambiguous; pass --century 1400 to read it as 1402"
    """
    advice = error.advice
    if advice is None:
        return str(error)
    way = _WAYS.get(advice.name) or f"pass --{advice.name} {advice.value} {advice.purpose}".rstrip()
    return f"{error.problem}; {way}"
