"""Inputs of the verbs: documents from files, folders, packed files, tables and web pages."""

from shamsi.cli.inputs.document import Document, Event, Failed, Skipped

__all__ = ["Document", "Event", "Failed", "Skipped"]
