"""Sentences with planted dates: what they say, what `fix` makes of them, and what `redact` leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

MASK = "[DATE]"
_DATE = re.compile(r"⟦([^→⟧]*)(?:→([^⟧]*))?⟧")


@dataclass(frozen=True)
class Planted:
    """A sentence: dates in ⟦ ⟧, a wrong one with → and its repair, and | where runs are cut."""

    marked: str

    @cached_property
    def text(self) -> str:
        """The sentence as it stands in the file."""
        return "".join(self.pieces)

    @cached_property
    def pieces(self) -> list[str]:
        """The sentence in the pieces that it is cut into."""
        return _DATE.sub(r"\1", self.marked).split("|")

    @cached_property
    def fixed(self) -> str:
        """The sentence after `fix --side gregorian`."""
        return _DATE.sub(lambda date: date[2] or date[1], self.marked).replace("|", "")

    @cached_property
    def redacted(self) -> str:
        """The sentence after `redact --keep nothing`."""
        return _DATE.sub(MASK, self.marked).replace("|", "")

    @cached_property
    def dates(self) -> list[str]:
        """The dates of the sentence."""
        return [date[1].replace("|", "") for date in _DATE.finditer(self.marked)]

    @cached_property
    def wrong(self) -> list[str]:
        """The wrong dates of the sentence: as many as it has findings."""
        return [date[1].replace("|", "") for date in _DATE.finditer(self.marked) if date[2]]

    def cut(self, *places: str) -> Planted:
        """The same sentence, cut before each of some texts, in their order."""
        made, at = self.marked, 0
        for place in places:
            at = made.index(place, at)
            made = f"{made[:at]}|{made[at:]}"
            at += 2
        return Planted(made)


TRADE = Planted("هیئت اقتصادی در ⟦۱۸ مرداد ۱۴۰۴⟧ (⟦۱۸ اوت ۲۰۲۵→۹ اوت ۲۰۲۵⟧) به شیراز رسید و دو روز در آنجا ماند.")
MEETING = Planted("عُقد اللقاء في ⟦18 مرداد 1404⟧ (⟦18 أغسطس 2025→9 أغسطس 2025⟧) في أصفهان بحضور ممثلي الغرف.")
VISIT = Planted("وفد بازرگانی در ⟦۳ آبان ۱۴۰۴⟧ (⟦۳ نوامبر ۲۰۲۵→۲۵ اکتبر ۲۰۲۵⟧) از تبریز دیدن کرد.")
NUMBERS = Planted("نشست بعدی ⟦۱۴۰۴/۰۵/۱۸⟧ (⟦۲۰۲۵/۰۸/۱۸→۲۰۲۵/۰۸/۰۹⟧) برگزار می‌شود.")
RIGHT = Planted("قرارداد در ⟦۵ آبان ۱۴۰۴⟧ (⟦۲۷ اکتبر ۲۰۲۵⟧) امضا شد.")
SINGLE = Planted("گزارش نخست در ⟦۲۲ خرداد ۱۴۰۳⟧ منتشر شد و نویسندهٔ آن نام خود را ننوشت.")
NOTHING = Planted("سردبیر می‌گوید که بهار امسال باران کمی بارید و شماره ۱۲ مجله دیر به چاپخانه رسید.")
