"""What the words of a promise are about, and what clauses of later letters say of that."""
