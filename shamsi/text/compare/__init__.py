"""Do two dates agree? Sides, verdicts, and the slips that explain a mismatch."""
