"""The id of a finding: the same on every run and after edits elsewhere, another for every finding of a text."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shamsi

TEXTS = [
    "نشست ۳۱ مهر ۱۴۰۴ برگزار شد",
    "التقيا في 18 مرداد 1404 (18 أغسطس 2025) في شيراز",
    "يوم الثلاثاء 12 أكتوبر 1992",
    "5 تموز/يونيو 2025",
    "از ۷ تا ۵ آبان ۱۴۰۴",
]


def ids(text: str) -> list[str]:
    return [finding.id for finding in shamsi.check(text)]


def test_it_is_the_same_on_every_platform_and_version() -> None:
    """Written down, so that a change is seen: baselines of users would no longer match."""
    assert [ids(text) for text in TEXTS] == [
        ["c976f5b054c5907c"],
        ["da28bd8f25d5bb11"],
        ["8d9f72d546bfa6c9"],
        ["b2fd6c97d17f18b2"],
        ["b82e5a5be6c6a7b6"],
    ]


@pytest.mark.parametrize("seed", ["0", "7"])
def test_it_does_not_depend_on_the_run(seed: str) -> None:
    code = "import shamsi, sys; print(*(finding.id for finding in shamsi.check(sys.argv[1])))"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(shamsi.__file__).parents[1])}
    call = [sys.executable, "-X", "utf8", "-c", code, TEXTS[1]]
    assert subprocess.run(call, env=environment, capture_output=True, text=True, check=True).stdout.split() == ids(
        TEXTS[1]
    )


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "edit",
    [
        lambda text, words: f"{words}. {text}",
        lambda text, words: f"{text}. {words}",
        lambda text, words: f"{words} 12/12/2019\n\n{text}\n{words}: 1990",
        lambda text, words: text.replace(" ", "  "),
    ],
)
def test_it_survives_edits_elsewhere(text: str, edit: Callable[[str, str], str]) -> None:
    words = "این خبر را رسانه‌ها نوشتند" if shamsi.find(text)[0].lang == "fa" else "هذا ما قاله الوزير أمس"
    assert ids(edit(text, words)) == ids(text) != []


def test_equal_findings_of_one_text_differ() -> None:
    twice = ids(f"{TEXTS[0]}. {TEXTS[0]}")
    assert len(set(twice)) == 2
    assert len(set(ids(" و ".join(["۳۱ مهر ۱۴۰۴"] * 50)))) == 50
    assert len(set(ids("\n".join(["نشست ۳۱ مهر ۱۴۰۴ برگزار شد"] * 50)))) == 50


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("باغ کوه رود دشت باد ابر سنگ برف".split()), min_size=3, max_size=8, unique=True),
    st.sampled_from(["۳۱ مهر ۱۴۰۴", "۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "سه‌شنبه ۵ آبان ۱۴۰۴"]),
    st.sampled_from(["\n", ". ", "\n\n"]),
    st.data(),
)
def test_a_fixed_finding_renames_none_of_those_with_its_words(
    names: list[str], wrong: str, between: str, data: st.DataObject
) -> None:
    """Any of them may be fixed, in any order, as long as two are left; words elsewhere may change."""
    right = shamsi.check(wrong)[0].suggestions[0]
    fixed = wrong[: right.start] + right.replacement + wrong[right.end :]
    gone = data.draw(st.sets(st.sampled_from(names), max_size=len(names) - 2))
    before = between.join(f"نشست در {name} روز {wrong} بود" for name in names)
    after = between.join(f"نشست در {name} روز {fixed if name in gone else wrong} بود" for name in names)
    each = len(ids(wrong))
    named = dict(zip(names, batched(ids(before), each), strict=True))
    assert len({one for some in named.values() for one in some}) == each * len(names)
    assert batched(ids(after), each) == [named[name] for name in names if name not in gone]


def batched(values: list[str], size: int) -> list[list[str]]:
    return [values[at : at + size] for at in range(0, len(values), size)]


def test_the_last_of_equal_findings_has_the_id_of_its_words() -> None:
    first, last = ids("در باغ ۳۱ مهر ۱۴۰۴ بود\nدر کوه ۳۱ مهر ۱۴۰۴ بود")
    (left,) = ids("در باغ ۳۰ مهر ۱۴۰۴ بود\nدر کوه ۳۱ مهر ۱۴۰۴ بود")
    assert left == ids("۳۱ مهر ۱۴۰۴")[0]
    assert left not in (first, last)


def test_where_the_line_is_the_same_the_lines_around_it_count() -> None:
    line = "تاریخ: ۳۱ مهر ۱۴۰۴"
    one, two, three = ids(f"باغ\n{line}\nکوه\n{line}\nرود\n{line}")
    assert ids(f"کوه\n{line}\nرود\n{line}\nپایان")[0] == two
    assert len({one, two, three}) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("۳۱ مهر ۱۴۰۴", "۳۱ مهر ۱۴۰۳"),
        ("۳۱ مهر ۱۴۰۴", "31 مهر 1404"),
        ("سه‌شنبه ۱۲ دی ۱۳۹۰", "چهارشنبه ۱۲ دی ۱۳۹۰"),
        ("۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "۱۸ مرداد ۱۴۰۴ (۱۹ اوت ۲۰۲۵)"),
    ],
)
def test_other_words_are_another_finding(one: str, other: str) -> None:
    assert ids(one) != ids(other)


def test_it_does_not_depend_on_what_else_is_reported() -> None:
    text = " و ".join(TEXTS)
    every = {finding.id for finding in shamsi.check(text)}
    other: list[dict[str, Any]] = [{"codes": ["impossible-date"]}, {"min_alarm": 0.9}, {"lunar_tolerance": 0}]
    for options in other:
        assert {finding.id for finding in shamsi.check(text, **options)} <= every


def test_a_finding_can_be_pickled() -> None:
    (finding,) = shamsi.check(TEXTS[1])
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert finding.confidence == 0.95


def test_a_finding_made_by_hand_needs_neither() -> None:
    (finding,) = shamsi.check(TEXTS[0])
    made = shamsi.Finding(finding.code, finding.start, finding.end, finding.message, finding.detail, finding.spans)
    assert (made.confidence, made.id) == (1.0, "")
