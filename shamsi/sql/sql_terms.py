"""Terms that are SQL text: arithmetic on them writes the text of the result."""

from __future__ import annotations

from collections.abc import Sequence

from shamsi.sql.formulas import Branch


class Sql:
    """An expression as text; operands other than names and numbers are put in parentheses.

    >>> (Sql("year") + 1) * 2
    Sql('(year + 1) * 2')
    """

    __slots__ = ("_whole", "compares", "text")

    def __init__(self, text: str, *, whole: bool = True, compares: bool = False) -> None:
        self.text: str = text
        self.compares = compares  # a comparison, which some databases do not take for a value
        self._whole = whole  # can be an operand without parentheses

    def __repr__(self) -> str:
        return f"Sql({self.text!r})"

    def operand(self) -> str:
        """The text as an operand."""
        return self.text if self._whole else f"({self.text})"

    def joined(self, operator: str, other: Sql | int) -> Sql:
        """The text of `self operator other`."""
        right = str(other) if isinstance(other, int) else other.operand()
        compares = operator in ("<", ">")
        return Sql(f"{self.operand()} {operator} {right}", whole=False, compares=compares)

    def __add__(self, other: Sql | int) -> Sql:
        if isinstance(other, int) and other < 0:
            return self - -other
        return self.joined("+", other)

    def __sub__(self, other: Sql | int) -> Sql:
        return self.joined("-", other)

    def __mul__(self, other: Sql | int) -> Sql:
        return self.joined("*", other)

    def __lt__(self, other: Sql | int) -> Sql:
        return self.joined("<", other)

    def __gt__(self, other: Sql | int) -> Sql:
        return self.joined(">", other)


class SqlArithmetic:
    """What differs in the arithmetic of dialects: how whole numbers are divided."""

    def __init__(
        self, division: str, remainder: str = "{number} % {divisor}", truth: str = ""
    ) -> None:
        self._division, self._remainder = division, remainder
        self._truth = truth  # a {condition} as a number, where it cannot be a value

    def quotient(self, number: Sql, divisor: int) -> Sql:
        """The whole part of a division."""
        return _filled(self._division, number, divisor)

    def remainder(self, number: Sql, divisor: int) -> Sql:
        """What a division leaves."""
        return _filled(self._remainder, number, divisor)

    def case(self, branches: Sequence[Branch]) -> Sql:
        """A CASE expression.

        >>> month = Sql("month")
        >>> SqlArithmetic("{number} / {divisor}").case([(month < 7, 31), (month < 13, None)])
        Sql('CASE WHEN month < 7 THEN 31 WHEN month < 13 THEN NULL END')
        """
        whens = [
            f"WHEN {self._condition(condition)} THEN {self._value(value)}"
            for condition, value in branches
        ]
        return Sql(f"CASE {' '.join(whens)} END")

    def _condition(self, term: Sql) -> str:
        return f"{term.text} = 1" if self._truth and not term.compares else term.text

    def _value(self, value: Sql | int | None) -> str:
        if value is None:
            return "NULL"
        if isinstance(value, int):
            return str(value)
        as_number = self._truth and value.compares
        return self._truth.format(condition=value.text) if as_number else value.text


def _filled(template: str, number: Sql, divisor: int) -> Sql:
    return Sql(template.format(number=number.operand(), divisor=divisor), whole=False)
