"""Zip archives: members are read with a bound, and some are replaced while all else stays.

The layout is that of APPNOTE.TXT 6.3.10 by PKWARE, sections 4.3.7 (local header), 4.3.12 (central
directory) and 4.3.16 (its end).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shamsi.cli.inputs.document import Unreadable
from shamsi.lang.sentences import Sentence

LARGEST = 1 << 28  # bytes of a member; a larger one is no text that anybody wrote
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_HAS_DESCRIPTOR = 0x8  # sizes follow the data
_IS_ENCRYPTED = 0x1
_WIDE = 0xFFFFFFFF  # the sizes are in a record of Zip64


def damaged(why: str) -> Unreadable:
    """The error for a file that is not as its program writes it.

    >>> damaged("it has no content.xml").why
    'damaged: it has no content.xml; open it in its program and save it again'
    """
    return Unreadable(Sentence("damaged: {why}; open it in its program and save it again", why=why))


class Archive:
    """A zip archive in memory."""

    def __init__(self, data: bytes) -> None:
        """Read its directory; Unreadable if it is damaged."""
        self._data = data
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise damaged(f"{error}") from error
        self.names: tuple[str, ...] = tuple(self._file.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member; Unreadable if it is missing, damaged, encrypted or too large."""
        try:
            info = self._file.getinfo(name)
            if info.flag_bits & _IS_ENCRYPTED:
                raise Unreadable(Sentence("encrypted: save it without a password"))
            with self._file.open(info) as member:
                data = member.read(LARGEST + 1)
        except KeyError as error:
            raise damaged(Sentence("it has no {name}", name=name)) from error
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
            raise damaged(f"{error}") from error
        if len(data) > LARGEST:
            raise Unreadable(
                Sentence("too large: {name} has over {n:,} bytes", name=name, n=LARGEST)
            )
        return data

    def replaced(self, members: Mapping[str, bytes]) -> bytes:
        """The archive with some members replaced; every other one keeps its bytes, place and date.

        Unreadable for an archive that is too large for the plain format (Zip64).
        """
        rows = list(self._rows())
        starts = sorted(row.offset for row in rows)
        made, moved = io.BytesIO(), dict[int, _Member]()
        made.write(self._data[: starts[0] if starts else self._file.start_dir])
        ends = dict(zip(starts, [*starts[1:], self._file.start_dir], strict=True))
        for row in sorted(rows, key=lambda row: row.offset):
            at = made.tell()
            if row.name in members:
                moved[row.offset] = self._packed(row, members[row.name], at)
                made.write(moved[row.offset].local)
            else:
                moved[row.offset] = _Member(at)
                made.write(self._data[row.offset : ends[row.offset]])
        directory = made.tell()
        for row in rows:
            made.write(moved[row.offset].central(row.entry))
        made.write(self._end(directory, made.tell() - directory))
        return made.getvalue()

    def _rows(self) -> Iterator[_Row]:
        """The entries of the central directory, as they are."""
        at = self._file.start_dir
        for info in self._file.infolist():
            fields = _CENTRAL.unpack_from(self._data, at)
            if _WIDE in (fields[8], fields[9], fields[16]):
                raise Unreadable(Sentence("too large: an archive of this kind cannot be written"))
            end = at + _CENTRAL.size + sum(fields[10:13])
            yield _Row(info.filename, info.header_offset, self._data[at:end])
            at = end

    def _packed(self, row: _Row, data: bytes, at: int) -> _Member:
        """A new member in place of an old one: the same name, date, method and extra fields."""
        fields = list(_LOCAL.unpack_from(self._data, row.offset))
        names = row.offset + _LOCAL.size
        tail = self._data[names : names + fields[9] + fields[10]]
        is_deflated = fields[3] == zipfile.ZIP_DEFLATED
        packed = _deflated(data) if is_deflated else data
        fields[2] &= ~_HAS_DESCRIPTOR
        fields[3] = zipfile.ZIP_DEFLATED if is_deflated else zipfile.ZIP_STORED
        fields[6:9] = [zlib.crc32(data), len(packed), len(data)]
        return _Member(at, _LOCAL.pack(*fields) + tail + packed, tuple(fields))

    def _end(self, directory: int, size: int) -> bytes:
        at = self._data.rindex(b"PK\x05\x06")
        fields = list(_END.unpack_from(self._data, at))
        fields[5:7] = [size, directory]
        return _END.pack(*fields) + self._data[at + _END.size :]


class _Row(NamedTuple):
    """A member: its name, where its local header begins, and its entry in the directory."""

    name: str
    offset: int
    entry: bytes


class _Member(NamedTuple):
    """A member in the new archive: its place, and if it is new its bytes and header."""

    at: int
    local: bytes = b""
    header: tuple[int, ...] = ()

    def central(self, entry: bytes) -> bytes:
        """Its entry in the directory, made of the old one."""
        fields = list(_CENTRAL.unpack_from(entry))
        if self.header:
            fields[3:5] = self.header[2:4]
            fields[7:10] = self.header[6:9]
        fields[16] = self.at
        return _CENTRAL.pack(*fields) + entry[_CENTRAL.size :]


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
