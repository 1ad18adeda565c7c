"""The graph as RDF statements, made from the rows of the tables: what Turtle, N-Triples and N-Quads write."""
