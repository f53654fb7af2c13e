"""Remarks: what a mention means, in one line for a comment or a note."""

from __future__ import annotations

from shamsi.exports.edtf import edtf
from shamsi.text.resolve.mention import Mention


def remark(mention: Mention) -> str:
    """The value in its own calendar, in EDTF where possible, what was assumed and what is wrong.

    >>> import shamsi
    >>> [remark(m) for m in shamsi.find("۱۸ مرداد ۹۵ و ۳۱ مهر ۱۴۰۴")]
    ['persian:1395-05-18 = 2016-08-08; assumed century', 'persian:1404-07-31; \
day 31 of Mehr 1404 does not exist: Mehr has 30 days']
    """
    own = f"{mention.calendar}:{mention.native}" if mention.native else mention.calendar
    value = edtf(mention)
    return "; ".join(
        filter(
            None,
            (
                f"{own} = {value}" if value else own,
                f"assumed {', '.join(mention.assumed)}" if mention.assumed else None,
                mention.problem,
            ),
        )
    )
