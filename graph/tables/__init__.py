"""The graph as tables: their rows, how rows are made, how a row stands in a CSV file and is read back."""
