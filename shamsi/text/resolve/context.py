"""What a document says of its dates, and the notes that are taken while one is resolved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.reasons import Basis
from shamsi.text.resolve.calendar_votes import Votes

READ = ("persian", "gregorian", "islamic")  # others, such as Coptic, are only recognised


@dataclass(slots=True)
class Context:
    """The properties of a document that decide the meaning of its dates."""

    lang: Final[str | None]
    calendar: Final[str | None] = None  # of years without an era
    reference: Final[dt.date | None] = None
    persian: Final[bool] = False  # an Arabic text that names Solar Hijri months
    votes: Final[Votes] = field(default_factory=Votes)
    is_own: Final[bool] = False  # whether the reference is the text's own dateline
    given_calendar: Final[str | None] = None  # the calendar of all dates, if the caller knows it
    lunar: Final[str] = "islamic"  # how lunar days are counted: by this table or UMM_AL_QURA
    near_iran: Final[Callable[[], bool]] = bool  # whether the text names a place or people of Iran


class Notes:
    """Collects the bases and assumptions while a draft is resolved."""

    __slots__ = ("assumed", "bases", "context", "draft")

    def __init__(self, draft: Draft, context: Context) -> None:
        self.draft, self.context = draft, context
        self.bases: list[Basis] = list(draft.bases)
        self.assumed: list[str] = list(draft.assumed)

    def assume(self, what: str) -> None:
        """Note an assumption."""
        if what not in self.assumed:
            self.assumed.append(what)

    def refer(self) -> None:
        """Note that a date counts from the reference, if that is the text's own dateline."""
        if self.context.is_own:
            self.assume("reference")
            self.bases.append(Basis.DATELINE)
