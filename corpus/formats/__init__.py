"""One file format per module: bytes in, lines with raw offsets out."""
