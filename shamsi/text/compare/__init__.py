"""Do two dates agree? Sides, verdicts, and the slip behind a mismatch."""
