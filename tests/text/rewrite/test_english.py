"""English equivalents and coarser English dates have the order, capitals and dashes of the text."""

import pytest

import shamsi


@pytest.mark.parametrize(
    ("text", "to", "wanted"),
    [
        ("Built on 9 Mehr 1403, it stands.", "gregorian", "Built on 9 Mehr 1403 (30 September 2024), it stands."),
        ("Built on Mehr 9, 1403 it stands.", "gregorian", "Built on Mehr 9, 1403 (September 30, 2024) it stands."),
        ("Built on 30 September 2024, it stands.", "persian", "Built on 30 September 2024 (9 Mehr 1403), it stands."),
        ("From October 9–11, 2024 it rained.", "persian", "From October 9–11, 2024 (Mehr 18–20, 1403) it rained."),
        ("From 9–11 October 2024 it rained.", "persian", "From 9–11 October 2024 (18–20 Mehr 1403) it rained."),
        ("9 Mizan 1403", "gregorian", "9 Mizan 1403 (30 September 2024)"),
        ("این در October 9, 2024 بود.", "persian", "این در October 9, 2024 (18 مهر 1403) بود."),
        ("این در October 9, 2024 بود.", "gregorian", "این در October 9, 2024 بود."),
        ("كان ذلك في 9 Oct. 2024 هناك.", "persian", "كان ذلك في 9 Oct. 2024 (18 مهر 1403) هناك."),
        ("On 9 Mehr 1403 (30 September 2024) it stood.", "gregorian", "On 9 Mehr 1403 (30 September 2024) it stood."),
        ("He died on 3 Rajab 1320 AH in the city.", "gregorian", "He died on 3 Rajab 1320 AH in the city."),
    ],
)
def test_equivalents_are_in_the_language_and_order_of_the_text(text: str, to: str, wanted: str) -> None:
    assert shamsi.annotate(text, to=to) == wanted


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("on Saturday, October 5, 2024 it", "on October 2024 it", "on 2024 it"),
        ("on 5 Oct. 2024 it", "on Oct. 2024 it", "on 2024 it"),
        ("on the 5th of October 2024 it", "on the October 2024 it", "on the 2024 it"),
        ("from October 9–11, 2024 it", "from October 2024 it", "from 2024 it"),
        ("from 28 October to 3 November 2024 it", "from October to November 2024 it", "from 2024 it"),
        ("on Mehr 14, 1403 it", "on Mehr 1403 it", "on 1403 it"),
        ("on October 5 it", "on October it", "on [DATE] it"),
    ],
)
def test_dates_are_made_coarser_in_english(text: str, month: str, year: str) -> None:
    assert [shamsi.redact(text, keep) for keep in ("month", "year")] == [month, year]
