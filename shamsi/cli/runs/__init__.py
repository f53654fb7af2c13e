"""Runs of a verb over any number of documents: in one process or many, with progress, and resumable."""
