"""`Date`, `DateTime`, `Period` and `Difference`, with the arithmetic and the text that they need."""
