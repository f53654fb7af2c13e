"""Archives: members are replaced, and every other byte stays."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.inputs import archives
from shamsi.cli.inputs.archives import Archive
from shamsi.cli.inputs.document import Unreadable

DATES = [(2024, 2, 29, 12, 30, 58), (1980, 1, 1, 0, 0, 0)]


def packed(members: dict[str, bytes], *, streamed: bool = False, comment: bytes = b"") -> bytes:
    made = io.BytesIO()

    class Unseekable(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            return made.write(data)  # type: ignore[arg-type]

    with zipfile.ZipFile(Unseekable() if streamed else made, "w") as file:
        for number, (name, data) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, DATES[number % 2])
            info.compress_type = (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)[number % 2]
            info.external_attr = 0o600 << 16
            file.writestr(info, data)
        file.comment = comment
    return made.getvalue()


names = st.text("abc/é", min_size=1, max_size=5)


@given(st.dictionaries(names, st.binary(max_size=200), min_size=1, max_size=5), st.data(), st.booleans())
def test_only_the_members_named_change(members: dict[str, bytes], data: st.DataObject, streamed: bool) -> None:
    before = packed(members, streamed=streamed, comment=b"kept")
    changed = data.draw(st.dictionaries(st.sampled_from(sorted(members)), st.binary(max_size=300)))
    after = Archive(before).replaced(changed)
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.testzip() is None
        assert new.comment == b"kept"
        assert new.namelist() == old.namelist()
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            assert new.read(other) == changed.get(one.filename, members[one.filename])
            assert (one.date_time, one.compress_type, one.external_attr) == (
                other.date_time,
                other.compress_type,
                other.external_attr,
            )
    if not changed:
        assert after == before


def test_what_is_no_archive_is_unreadable() -> None:
    for data in (b"", b"PK\x03\x04", packed({"a": b"b"})[:-10]):
        with pytest.raises(Unreadable, match="damaged"):
            Archive(data)


def test_a_member_that_is_missing_damaged_or_large_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({"a": b"text" * 100, "b": b"stored"})
    with pytest.raises(Unreadable, match="it has no c"):
        Archive(data).read("c")
    with pytest.raises(Unreadable, match="damaged"):
        Archive(data.replace(b"stored", b"STORED")).read("b")
    monkeypatch.setattr(archives, "LARGEST", 10)
    with pytest.raises(Unreadable, match="too large: a has over 10 bytes"):
        Archive(data).read("a")
