"""The wing of columns: what the adapters of all engines share."""
