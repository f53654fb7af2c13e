"""Review: what an editor decided about findings, and the findings that are known already."""
