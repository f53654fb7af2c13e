"""Languages as data: the names and spellings of each, folded and ready to be looked up."""
