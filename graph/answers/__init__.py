"""What a finished build answers without SPARQL: a node, promises, figures, two letters, two builds, open decisions."""
