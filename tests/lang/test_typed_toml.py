"""TOML as typed tables: what is read, and what each fault is called, on tables that no language file has."""

import math
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple

import pytest

import shamsi
from shamsi.lang.typed_toml import Check, one_of, parse, read


class Leaf(NamedTuple):
    """A table in a table."""

    size: float
    spots: tuple[int, int] = (0, 0)


class Tree(NamedTuple):
    """A table of an array."""

    name: str
    leaves: tuple[Leaf, ...] = ()
    bark: Leaf | None = None
    height: Annotated[int, Check("an integer above 0", lambda number: number > 0)] = 1


class Garden(NamedTuple):
    """The tables of a file."""

    trees: tuple[Tree, ...] = ()
    beds: Mapping[Annotated[str, one_of(("north", "south"))], tuple[str, ...]] = {}
    sizes: Mapping[str, int | Literal["big", "small"]] = {}
    soil: Leaf = Leaf(1.0)


class Head(NamedTuple):
    """What stands before the tables."""

    owner: str
    is_open: bool = False


def garden(text: str) -> Garden:
    return read(Garden, parse(text, "garden.toml"), "garden.toml", beside=Head)


def test_what_is_read_is_typed() -> None:
    found = garden(
        """
        owner = "Ada"
        [[trees]]
        name = "oak"
        leaves = [{ size = 1, spots = [1, 2] }]
        [[trees]]
        name = "elm"
        bark = { size = 2.5 }
        [beds]
        south = ["x"]
        [sizes]
        x = "big"
        y = 5
        """
    )
    assert found.trees == (Tree("oak", (Leaf(1.0, (1, 2)),)), Tree("elm", (), Leaf(2.5)))
    assert isinstance(found.trees[0].leaves[0].size, float)
    assert (found.beds, found.sizes, found.soil) == ({"south": ("x",)}, {"x": "big", "y": 5}, Leaf(1.0))
    assert read(Head, {"owner": "Ada", "trees": []}, "x", beside=Garden) == Head("Ada")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "trees = 5",
            "before the first table: 'trees' must be an array of tables, each under its header in",
        ),
        (
            "[trees]",
            "before the first table: 'trees' must be an array of tables, each under its header in [[ ]]",
        ),
        ("trees = [5]", "before the first table: item 1 of 'trees' must be a table, got 5"),
        (
            "tress = []",
            "before the first table: unknown key 'tress'; did you mean 'trees'? Allowed are owner, is_o",
        ),
        (
            "[[tress]]",
            "unknown table 'tress'; did you mean 'trees'? Allowed are owner, is_open, trees, beds",
        ),
        ("[[trees]]", "[[trees]] 1: missing key 'name'; it must be a string"),
        ("[[trees]]\nname='a'\n[[trees]]", "[[trees]] 2: missing key 'name'"),
        ("[[trees]]\nname=['a']", "[[trees]] 1: 'name' must be a string, got a list"),
        ("[[trees]]\nname='a'\nbark={}", "[[trees]] 1: missing key 'bark.size'; it must be a number"),
        ("[[trees]]\nname='a'\n[trees.bark]\nsize=true", "[[trees]] 1: 'bark.size' must be a number, got true"),
        ("[[trees]]\nname='a'\nleaves=[{size=1},{}]", "[[trees]] 1: missing key 'size' of item 2 of 'leaves'; it must"),
        (
            "[[trees]]\nname='a'\nleaves=[{size=1,spots=[1]}]",
            "'spots' of item 1 of 'leaves' must be a list of 2",
        ),
        (
            "[[trees]]\nname='a'\nleaves=[{size=1,spots=[1,'']}]",
            "item 2 of 'spots' of item 1 of 'leaves' must be an in",
        ),
        ("[[trees]]\nname='a'\nheight=0", "[[trees]] 1: 'height' must be an integer above 0, got 0"),
        ("[[trees]]\nname='a'\nheight='x'", "[[trees]] 1: 'height' must be an integer above 0, got 'x'"),
        ("[[trees]]\nname='a'\nowner='x'", "[[trees]] 1: unknown key 'owner'; it belongs before the first table"),
        ("[beds]\nwest=['x']", "[beds]: unknown key 'west'; allowed are north, south"),
        ("[beds]\nnorth='x'", "[beds]: 'north' must be a list of strings, got 'x'"),
        ("[beds]\nnorth=['a',5]", "[beds]: item 2 of 'north' must be a string, got 5"),
        (
            "[sizes]\nx='bgi'",
            "[sizes]: 'x' must be an integer, or one of 'big', 'small', got 'bgi'; did you mean",
        ),
        ("[sizes]\nx=true", "[sizes]: 'x' must be an integer, or one of 'big', 'small', got true"),
        ("[soil]\nsize=1e5\nspots=[1.5,2]", "[soil]: item 1 of 'spots' must be an integer, got 1.5"),
        (f"[soil]\nsize=1{'0' * 400}", "[soil]: 'size' must be a number, got 1000"),
        ("[soil]\nsize=2025-03-21", "[soil]: 'size' must be a number, got datetime.date(2025, 3, 21)"),
        ('[soil]\n"\\u001b[31m"=1', "[soil]: unknown key '\\x1b[31m'; allowed are size, spots"),
        (f"[soil]\n{'a' * 5000}=1", "…; allowed are size, spots"),
        (f"[soil]\nsize='{'a' * 5000}'", "[soil]: 'size' must be a number, got 'aaa"),
    ],
)
def test_a_fault_is_named_with_its_file_table_and_key(text: str, told: str) -> None:
    with pytest.raises(shamsi.ShamsiError, match=re.escape(told)) as caught:
        garden(f"owner='x'\n{text}\n")
    assert str(caught.value).startswith("garden.toml: ")
    assert len(str(caught.value)) < 300


def test_not_a_number_is_not_in_a_range() -> None:
    class Row(NamedTuple):
        share: Annotated[float, Check("a number from 0 to 1", lambda number: 0 <= number <= 1)]

    assert read(Row, {"share": 1}, "x", beside=Head).share == 1.0
    for value in (math.nan, math.inf, -0.1, 1.1):
        with pytest.raises(shamsi.ShamsiError, match="'share' must be a number from 0 to 1"):
            read(Row, {"share": value}, "x", beside=Head)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1 2", "x.toml: Expected newline or end of document after a statement (at line 1, column 7)"),
        ("a = 1\na = 2", "x.toml: Cannot overwrite a value (at "),
        ("a = 2025-02-30", "x.toml: "),
        (f"b = 1\na = {'9' * 5000}", "x.toml: a number has too many digits (at line 2)"),
        (f"a = {'[' * 50000}", "x.toml: lists or tables are nested too deeply"),
        (f"a = {'{a=' * 50000}", "x.toml: lists or tables are nested too deeply"),
    ],
)
def test_anything_that_is_not_toml_is_an_error_that_names_the_file(text: str, told: str) -> None:
    with pytest.raises(shamsi.ShamsiError) as caught:
        parse(text, "x.toml")
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("value", [pytest.param(16**5000, id="long"), {"a": {}}, [[]], None])
def test_values_that_cannot_be_printed_are_described(value: Any) -> None:
    with pytest.raises(shamsi.ShamsiError, match=r"'size' must be a number, got (a very long int|a table|a list|None)"):
        read(Garden, {"soil": {"size": value}}, "x", beside=Head)


def test_tables_that_are_nested_deeply_are_unknown() -> None:
    deep = f"[soil{'.a' * 5000}]"
    with pytest.raises(shamsi.ShamsiError, match=r"\[soil\]: unknown table 'a'; allowed are size, spots"):
        garden(f"owner='x'\n{deep}")
