"""Terms that are text of spreadsheet formulas: arithmetic on them writes the text of the result."""

from __future__ import annotations

from collections.abc import Sequence

from shamsi.sql.formulas import Branch

_COMPARISON, _SUM, _PRODUCT, _OPERAND = range(4)  # what binds tighter is greater
_IN_NAMES = "$!._':"


class Cell:
    """An expression as text, with parentheses only where an operator binds tighter.

    >>> (Cell("A2") + 1) * 2 - Cell("B2")
    Cell('(A2+1)*2-B2')
    """

    __slots__ = ("_rank", "text")

    def __init__(self, text: str, rank: int = _OPERAND) -> None:
        self.text: str = text
        self._rank = rank

    def __repr__(self) -> str:
        return f"Cell({self.text!r})"

    def joined(self, operator: str, other: Cell | int, rank: int) -> Cell:
        """The text of `self operator other`, two operands of whole numbers."""
        left = self.text if self._rank >= rank else f"({self.text})"
        if isinstance(other, int):
            return Cell(f"{left}{operator}{other}", rank)
        tight = other._rank > rank or (other._rank == rank and operator in "+*")
        return Cell(left + operator + (other.text if tight else f"({other.text})"), rank)

    def __add__(self, other: Cell | int) -> Cell:
        if isinstance(other, int) and other < 0:
            return self - -other
        return self.joined("+", other, _SUM)

    def __sub__(self, other: Cell | int) -> Cell:
        if isinstance(other, int) and other < 0:
            return self + -other
        return self.joined("-", other, _SUM)

    def __mul__(self, other: Cell | int) -> Cell:
        return self.joined("*", other, _PRODUCT)

    def __truediv__(self, other: Cell | int) -> Cell:
        return self.joined("/", other, _PRODUCT)

    def __lt__(self, other: Cell | int) -> Cell:
        return self.joined("<", other, _COMPARISON)

    def __gt__(self, other: Cell | int) -> Cell:
        return self.joined(">", other, _COMPARISON)

    def equals(self, other: Cell | int) -> Cell:
        """A condition: whether they are equal."""
        return self.joined("=", other, _COMPARISON)

    def then(self, other: Cell) -> Cell:
        """The text of both, one after the other."""
        return self.joined("&", other, _COMPARISON)


def given(expression: str) -> Cell:
    """What a caller has written: a reference to a cell, or an expression that gets parentheses.

    >>> given("$A2"), given("A2+1462") * 2
    (Cell('$A2'), Cell('(A2+1462)*2'))
    """
    is_name = all(letter.isalnum() or letter in _IN_NAMES for letter in expression)
    return Cell(expression, _OPERAND if is_name else _COMPARISON)


def text(value: str) -> Cell:
    """A text constant.

    >>> text('a "day" of')
    Cell('"a ""day"" of"')
    """
    return Cell('"' + value.replace('"', '""') + '"')


class SheetArithmetic:
    """The functions of spreadsheets, and their arguments with a separator between them.

    Of the branches of `case` the last one holds wherever the others do not: the formulas check
    first that a day is in range.
    """

    def __init__(self, separator: str, *, in_range: bool) -> None:
        self.separator = separator
        self._in_range = in_range  # so that branches to null are left out

    def call(self, name: str, *arguments: Cell | int) -> Cell:
        """A function of arguments.

        >>> SheetArithmetic(";", in_range=True).call("MOD", Cell("A2"), 7)
        Cell('MOD(A2;7)')
        """
        texts = (str(one) if isinstance(one, int) else one.text for one in arguments)
        return Cell(f"{name}({self.separator.join(texts)})")

    def quotient(self, number: Cell, divisor: int) -> Cell:
        """The whole part of a division."""
        return self.call("INT", number / divisor)

    def remainder(self, number: Cell, divisor: int) -> Cell:
        """What a division leaves."""
        return self.call("MOD", number, divisor)

    def case(self, branches: Sequence[Branch]) -> Cell:
        """Nested IF functions; null is the error #N/A.

        >>> SheetArithmetic(",", in_range=False).case([(Cell("m") < 1, None), (Cell("m") < 7, 31)])
        Cell('IF(m<1,NA(),31)')
        """
        kept = [one for one in branches if one[1] is not None or not self._in_range]
        value = self._value(kept[-1][1])
        for condition, other in reversed(kept[:-1]):
            value = self.call("IF", condition, self._value(other), value)
        return value

    def _value(self, value: Cell | int | None) -> Cell:
        if value is None:
            return self.call("NA")
        return Cell(str(value)) if isinstance(value, int) else value


class Names:
    """Names for parts of a formula that are used several times, in programs that have LET.

    >>> names = Names(SheetArithmetic(",", in_range=True), let=True)
    >>> days = names.named("days", Cell("INT(A2)"))
    >>> names.explained(days * 2 + days)
    Cell('LET(days,INT(A2),days*2+days)')
    """

    def __init__(self, arithmetic: SheetArithmetic, *, let: bool) -> None:
        self._arithmetic = arithmetic
        self.are_used = let
        self._values: list[tuple[str, Cell]] = []

    def named(self, name: str, value: Cell) -> Cell:
        """The name of a value; without LET, the value."""
        if not self.are_used:
            return value
        self._values.append((name, value))
        return Cell(name)

    def explained(self, answer: Cell) -> Cell:
        """An answer, after the values of the names that it uses."""
        used: list[Cell] = []
        for name, value in reversed(self._values):
            if any(name in one.text for one in (answer, *used)):
                used = [Cell(name), value, *used]
        return self._arithmetic.call("LET", *used, answer) if used else answer
