"""Letters in, text with offsets out; knows nothing of entities."""
