"""Languages as data: the names and spellings of each, folded for look-ups."""
