"""Where nodes stand and what they are called in a picture: shared by the page, GEXF and SVG."""
