"""Read text: find, check, explain and rewrite dates. Each step of the reading is a package."""
