"""Records become one SQLite file, and are found again."""
