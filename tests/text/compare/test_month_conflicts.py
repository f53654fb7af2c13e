"""Month conflicts: two names of one month are right, two names of two months are not."""

import pytest

import shamsi


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("في 5 تموز/أغسطس 2025", ["في 5 آب/أغسطس 2025", "في 5 تموز/يوليو 2025"]),
        ("في 5 تموز / أغسطس 2025", ["في 5 آب / أغسطس 2025", "في 5 تموز / يوليو 2025"]),
        ("في 5 حزيران (يوليو) 2025", ["في 5 تموز (يوليو) 2025", "في 5 حزيران (يونيو) 2025"]),
        ("في 12 ديسمبر/تشرين الثاني", ["في 12 نوفمبر/تشرين الثاني", "في 12 ديسمبر/كانون الأول"]),
    ],
)
def test_two_names_of_two_months_are_reported_with_repairs(text: str, repairs: list[str]) -> None:
    (finding,) = shamsi.check(text)
    assert finding.code == "month-conflict"
    mended = [text[: one.start] + one.replacement + text[one.end :] for one in finding.suggestions]
    assert mended == repairs
    assert [shamsi.check(one) for one in mended] == [[], []]
    assert [len(shamsi.find(one)) for one in mended] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "في 5 تموز/يوليو 2025",
        "في تموز/أغسطس 2025",  # may be two months
        "في تموز/آب 2025",
        "من 5 تموز إلى أغسطس 2025",
        "5 مرداد/اوت 2025",
        "في 5 يوليو/أغسطس 2025",  # in one tradition: may be from July to August
    ],
)
def test_what_is_no_conflict(text: str) -> None:
    assert [finding.code for finding in shamsi.check(text) if finding.code == "month-conflict"] == []
