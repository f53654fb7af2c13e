"""Exports: what `find` finds, in the formats of archives, corpora and annotation tools."""
