"""Runs of a verb over documents: in one process or many, with progress, and resumable."""
