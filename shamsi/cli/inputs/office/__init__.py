"""Office files: the text of their XML parts, with the place of every letter in its source."""
