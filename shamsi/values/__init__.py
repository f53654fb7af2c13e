"""`Date`, `DateTime`, `Period` and `Difference`, with the arithmetic and text that they need."""
