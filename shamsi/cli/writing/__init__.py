"""Writing: documents with edits made, as a stream, as a difference, or in the place of their files."""
