"""Which one date or period is a whole text? For Date.parse and Period.parse."""
