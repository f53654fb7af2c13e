"""Two hundred documents that would like to act in a browser, each around dates that are wrong."""

from functools import cache
from itertools import product

PAIR = "۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"
_ATTACKS = (
    "<script>alert(1)</script>",
    "</mark></div><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='http://localhost:9/x'></object>",
    "<link rel=stylesheet href='http://localhost:9/x.css'>",
    "<meta http-equiv=refresh content='0;url=http://localhost:9/'>",
    "<base href='http://localhost:9/'>",
    "<form action='http://localhost:9/'><input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<style>@import 'http://localhost:9/x.css';</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<a href='javascript:alert(1)'>x</a>",
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\u202e<script>\u202calert(1)",
)
_WRAPS = (
    "{attack} {pair}",
    "{pair} {attack}",
    "\u202e\u2066{attack}{pair}\u2069",
    "\x00{pair}\x00{attack}\x00",
    "\udcff\ud800{attack} {pair}\udfff",
    "\x1b[31m {pair} \x1b]0;{attack}\x07",
    "۳۱{attack}مهر ۱۴۰۴ {pair}",
    "{attack}\u2028{pair}\u2029\ufeff\ufffe\uffff",
)


@cache
def documents() -> list[str]:
    """All of them."""
    rows = [wrap.format(attack=attack, pair=PAIR) for attack, wrap in product(_ATTACKS, _WRAPS)]
    assert len(rows) == 200
    return rows
