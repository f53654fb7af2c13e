"""Which days are meant? Drafts become values (calendar, year, Gregorian days) and mentions."""
