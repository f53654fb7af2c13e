"""Reports on the dates that were found: one module for each way to write them."""
