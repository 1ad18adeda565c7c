"""Numbers of a letter: what they count, where and when, claims of rank, and where two of them do not agree."""
