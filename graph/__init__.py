"""Letters and knowledge in, a graph with evidence out."""
