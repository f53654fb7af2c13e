"""Decisions: the edits that a row asks for, or why it is refused."""

from __future__ import annotations

from typing import NamedTuple

from shamsi.cli.inputs import Document
from shamsi.cli.reports.sheet_rows import one_line, repairs_of, span_of
from shamsi.cli.review.choices import WHOLE, Choice, is_date, side_of
from shamsi.lang.sentences import Sentence
from shamsi.text.find import find
from shamsi.text.finding import Finding
from shamsi.text.fix import REASONS, reason_of
from shamsi.text.rewrite.edits import Edit
from shamsi.text.rewrite.repairs import Suggestion

_TWO = 2


class Refusal(NamedTuple):
    """Why a decision cannot be carried out."""

    why: Sentence


def decided(document: Document, finding: Finding, choice: Choice) -> Edit | Refusal:
    """The edit that a choice asks for in a text.

    >>> import shamsi
    >>> from shamsi.cli.review.choices import choice_of
    >>> text = "در 18 مرداد 1404 (18 أغسطس 2025)"
    >>> (finding,) = shamsi.check(text)
    >>> decided(Document("a.txt", text), finding, choice_of("میلادی"))
    Edit(start=18, end=31, text='9 أغسطس 2025')
    >>> decided(Document("a.txt", text), finding, choice_of("8 أغسطس 2025"))
    Edit(start=18, end=31, text='8 أغسطس 2025')
    """
    if choice.kind == "text":
        return _own(document, finding, choice)
    if choice.kind == "side":
        return _of_side(finding, choice.value)
    if choice.kind == "number":
        return _of_number(finding, int(choice.value))
    if choice.kind == "yes":
        return _of_yes(finding)
    return Refusal(
        Sentence("the calendar may be Solar or lunar Hijri: write persian or islamic instead")
    )


def _of_side(finding: Finding, side: str) -> Edit | Refusal:
    fitting = [one for one in finding.suggestions if one.calendar == side]
    if len(fitting) == 1:
        return _edit(fitting[0])
    if fitting:
        return Refusal(
            Sentence("it has {n} repairs in that calendar: write the number of one", n=len(fitting))
        )
    if finding.code == "pair-mismatch":
        why = REASONS[reason_of(finding, side)]
        return Refusal(Sentence("that side has no repair: {why}", why=why))
    return Refusal(Sentence("it has no repair in that calendar"))


def _of_number(finding: Finding, number: int) -> Edit | Refusal:
    others = repairs_of(finding).others
    if 0 < number <= len(others):
        return _edit(others[number - 1])
    if not others and finding.suggestions:
        return Refusal(Sentence("its repairs have no numbers: write the calendar of a side"))
    return Refusal(
        Sentence("there is no repair {number}, it has {n}", number=number, n=len(others))
    )


def _of_yes(finding: Finding) -> Edit | Refusal:
    preferred = [one for one in finding.suggestions if one.preferred] or finding.suggestions
    if len(preferred) == 1:
        return _edit(preferred[0])
    if preferred:
        return Refusal(Sentence("it can be repaired in more than one way: write which"))
    return Refusal(REASONS["none"])


def _own(document: Document, finding: Finding, choice: Choice) -> Edit | Refusal:
    """A text of one's own, in place of a side or of the whole."""
    same = [one for one in finding.suggestions if one_line(one.replacement) == choice.text]
    if same and choice.value in ("", same[0].calendar):
        return _edit(same[0])
    if choice.value != WHOLE and not is_date(choice.text):
        return Refusal(
            Sentence(
                "{text} is neither a choice nor a date; "
                "to write it nevertheless, put `whole:` before it",
                text=choice.text[:80],
            )
        )
    side = choice.value
    if not side and len(finding.spans) == _TWO:
        side = side_of(choice.text)
        side = side if sum(one.calendar == side for one in finding.spans) == 1 else ""
    if side in ("", WHOLE):
        return Edit(*span_of(document.text, finding), choice.text)
    return _in_place_of_side(finding, side, choice.text)


def _in_place_of_side(finding: Finding, side: str, text: str) -> Edit | Refusal:
    """A text in place of the date in a calendar, and of its weekday if the text names one."""
    here = [mention for mention in finding.spans if mention.calendar == side]
    if len(here) != 1:
        return Refusal(Sentence("there is not one date in that calendar"))
    names_weekday = any(mention.weekday for mention in find(text))
    start, end = here[0].extent if names_weekday else (here[0].start, here[0].end)
    return Edit(start, end, text)


def _edit(repair: Suggestion) -> Edit:
    return Edit(repair.start, repair.end, repair.replacement)
