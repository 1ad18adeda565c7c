"""Names in one letter: one recogniser per file, and the merger."""
