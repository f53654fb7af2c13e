"""What the verbs read: documents out of files, folders, archives, tables and pages, every one of them accounted for."""

from shamsi.cli.inputs.document import Document, Event, Failed, Skipped

__all__ = ["Document", "Event", "Failed", "Skipped"]
