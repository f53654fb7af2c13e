"""What the verbs read: documents out of files, folders, archives, tables and pages, every one of them accounted for."""

from shamsi.cli.inputs.document import Document, Event, Failed, Skipped
from shamsi.cli.inputs.documents import Documents

__all__ = ["Document", "Documents", "Event", "Failed", "Skipped"]
