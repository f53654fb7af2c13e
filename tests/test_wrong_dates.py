"""The texts of wrong dates that the benchmarks use: as many faults as they say, none like another."""

import pytest
from benchmarks import wrong_dates

import shamsi


@pytest.mark.parametrize("row", wrong_dates.ROWS, ids=lambda row: row.name)
def test_a_text_to_time_has_its_faults(row: wrong_dates.Row) -> None:
    found = [finding for finding in shamsi.check(row.text(24)) if finding.code == row.code]
    assert len(found) >= 24
    assert len({tuple(span.native for span in finding.spans) for finding in found}) == len(found)


def test_generated_texts_have_faults_of_all_codes_but_month_conflicts_and_differ() -> None:
    texts = list(wrong_dates.texts(200))
    assert len(set(texts)) == len(texts)
    assert texts == list(wrong_dates.texts(200))
    codes = {finding.code for text in texts for finding in shamsi.check(text)}
    assert codes == {"pair-mismatch", "weekday-conflict", "impossible-date", "reversed-range"}
